"""The gradient-descent room: optimizers race on surfaces whose minima are known."""
