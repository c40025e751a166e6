"""The input space: what the network answers where."""
