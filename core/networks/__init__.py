"""Shapes, players, parameters and the module that computes with them."""
