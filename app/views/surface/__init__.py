"""Weight space: the loss over a plane through the parameters, flat, as a relief or as slices."""
