"""The names by which a file hides and locks what is neither a setting nor a command of the network room."""

from __future__ import annotations

from collections.abc import Mapping

from app.views.registry import faces

OWN = {
    "weights": "the hand on the weights: typed numbers, the ball of the weight space",
    "sample": "the chosen sample: by a press on it, by its number, as a typed or drawn row",
    "timeline": "the timeline below the pictures: looking back at what the run was",
    "pinned": "what stands on the bar of the Lecture layout",
    "more.data": "the drawer Data",
    "more.network": "the drawer Network",
    "more.learning": "the drawer Learning",
}


def control_names() -> Mapping[str, str]:
    """Name -> what it is, for the room and for all of its views."""
    views = {f"show_{name}": f"the picture {face.title}" for name, face in faces().items()}
    return OWN | views | {name: words for face in faces().values() for name, words in face.choices.items()}
