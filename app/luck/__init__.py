"""Was it luck? Twenty starts of the same experiment, seen together."""
