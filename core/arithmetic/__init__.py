"""Every number of one update, worked out by hand in double precision, and checked against the run's own."""
