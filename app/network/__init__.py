"""The network room: the life of a run on the screen, from what a person asks for to what the views draw."""
