"""Files of a person's own: tables, texts, images, weights."""
