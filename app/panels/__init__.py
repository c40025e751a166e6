"""Panels: they say what should change; they never change anything themselves."""
