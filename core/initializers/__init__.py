"""Where weights start."""
