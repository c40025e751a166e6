"""Diagnoses, one a file: what is said of how learning goes, and offered."""
