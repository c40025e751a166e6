"""What all documents share: their file, its keys, paths in it and edits."""
