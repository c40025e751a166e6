"""How a session advances and evaluates."""
