"""Functions of two numbers with known minima: the grounds of the gradient-descent room."""
