"""Loss and accuracy in the course of a run."""
