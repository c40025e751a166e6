"""The headless commands and what they print."""
