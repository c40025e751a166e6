"""Every change that a sentence of what to try speaks of can be made, and changes something."""

from __future__ import annotations

import pytest

from core import document
from core.documents.edits import replace_all
from core.machine.resources import FOLDER

FILES = sorted(
    path
    for folder in ("presets", "races")
    for path in (FOLDER / folder).glob("*.toml")
    if path.stem not in ("gallery", "shelf")
)
BY_HAND = {"holiday", "iris", "names", "pass", "prose"}  # what is done on a picture, and no setting


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_change_that_is_offered_is_valid_and_changes_something(path):
    first = now = document.load(path)
    changes = [each.edits for each in first.what_to_try if each.do]
    assert bool(changes) is (path.stem not in BY_HAND)
    for edits in changes:
        replace_all(first, edits)  # also by itself: a person may have gone on to the next sentence at once
        after = replace_all(now, edits)
        assert after != now, edits
        now = after
