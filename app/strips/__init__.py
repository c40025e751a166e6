"""Film strips of the gallery."""
