"""The engine of Descent Lab: no Qt, usable from a script or a notebook."""
