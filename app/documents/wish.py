"""What all that a person may ask for has in common."""

from __future__ import annotations


class Wish:
    """Something that a person wants, where it is no edit of one setting."""

    @property
    def changes(self) -> tuple[str, ...]:
        """What it changes, in the names by which a file hides and locks it."""
        return ()
