"""The account of an update for a person who reads: on a terminal, or as Markdown."""
