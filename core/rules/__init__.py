"""How weights are changed."""
