"""A share is written in one way everywhere."""

from __future__ import annotations

import re

import pytest

from core.messages import percent
from tests.building.places import ROOT

GLUED = re.compile(r":\.?\d*%\}")


@pytest.mark.parametrize(
    ("share", "digits", "words"), [(0.8194, 1, "81.9 %"), (1.0, 1, "100.0 %"), (0.73, 0, "73 %"), (0.0, 2, "0.00 %")]
)
def test_a_share_has_a_space_before_its_sign(share, digits, words):
    assert percent(share, digits) == words


@pytest.mark.parametrize("room", ["app", "core"])
def test_nobody_writes_it_in_another_way(room):
    files = [path for path in sorted((ROOT / room).rglob("*.py")) if path.parent.name != "bench"]
    assert len(files) > 100
    assert [path.name for path in files if GLUED.search(path.read_text(encoding="utf-8"))] == []
