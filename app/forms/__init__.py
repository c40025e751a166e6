"""Forms made of the declared parameters of components."""
