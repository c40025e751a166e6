"""What the window edits: documents with undo, the state of the views, and paths in words."""
