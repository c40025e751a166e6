"""One run, advanced update by update."""
