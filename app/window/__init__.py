"""The window: rooms, files, recovery, help."""
