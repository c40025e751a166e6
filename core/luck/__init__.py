"""What luck does to a run: the same experiment from many starts, and what may be said of them."""
