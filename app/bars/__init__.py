"""What stands along the edges of a room: transport, speed, figures, captions, the status line."""
