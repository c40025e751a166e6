"""Planes through parameter space: directions, grids, projections, and how far a picture can be trusted."""
