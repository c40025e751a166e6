"""What a view asks of a session."""
