"""The names of axes in fewer words, for pictures with little room."""

from __future__ import annotations

_BRIEF = {
    "first principal component": "1st component",
    "second principal component": "2nd component",
    "a random direction at right angles": "random direction",
    "the rest of the step, at right angles": "rest of the step",
}


def brief(name: str) -> str:
    """The name of an axis in fewer words, where it has any."""
    for long, short in _BRIEF.items():
        name = name.replace(long, short)
    return name
