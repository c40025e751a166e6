"""What a probe may ask of a run."""
