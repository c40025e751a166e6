"""Plain programs to compare with: the loop to read first, a surface point by point."""
