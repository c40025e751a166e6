"""Functions of two numbers with known minima: the terrains of the gradient-descent room."""
