"""What a network makes of sequences: cells, gates, forecasts, text."""
