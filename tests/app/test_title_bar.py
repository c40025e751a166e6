"""The first screen with a title bar: the whole window lies on the screen, and everything of it is to be seen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from app.window.screens import fitting
from tests.building.places import ROOT

FRAME = """<?xml version="1.0"?>
<JWM>
  <WindowStyle><Width>4</Width><Height>28</Height></WindowStyle>
  <Tray x="0" y="-1" height="{panel}"><TaskList/></Tray>
</JWM>
"""
NEEDED = ("xvfb-run", "jwm")


@pytest.mark.parametrize(
    ("frame", "inside", "expected"),
    [
        (QRect(0, 0, 1282, 824), QSize(1280, 800), (QSize(1278, 776), QPoint(0, 0))),
        (QRect(30, 40, 1008, 728), QSize(1000, 700), (QSize(1000, 700), QPoint(30, 40))),
        (QRect(500, 400, 1008, 728), QSize(1000, 700), (QSize(1000, 700), QPoint(272, 72))),
        (QRect(-50, -28, 1008, 728), QSize(1000, 700), (QSize(1000, 700), QPoint(0, 0))),
    ],
)
def test_a_window_is_cut_to_its_frame_and_put_within_the_room(frame, inside, expected):
    assert fitting(frame, inside, QRect(0, 0, 1280, 800)) == expected


def within(inner, outer):
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


@pytest.mark.parametrize(
    ("screen", "panel", "figures"),
    [
        ((1280, 800), 1, 5),
        pytest.param((1366, 768), 28, 5, marks=pytest.mark.slow),
        pytest.param((1024, 768), 1, 2, marks=pytest.mark.slow),
    ],
)
def test_all_of_the_first_screen_is_seen_with_a_title_bar(tmp_path, screen, panel, figures, kernel):
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"needs {' and '.join(missing)}")
    rc = tmp_path / "jwmrc"
    rc.write_text(FRAME.format(panel=panel))
    script = f"jwm -f {rc} & exec {sys.executable} -m tests.building.window_on_a_screen"
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {screen[0]}x{screen[1]}x24", "sh", "-c", script]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["frame"][3] - found["frame"][1] > found["window"][3] - found["window"][1]  # there is a title bar
    assert within(found["frame"], found["available"])
    assert found["window"][2] - found["window"][0] >= min(screen[0], 1280) - 12
    assert found["scrolled"] == 0
    for part in (found["status"], *found["transport"], *found["recipe"]):
        assert within(part, found["window"])
    assert within(found["line"], found["window"]) and found["line"][3] - found["line"][1] == 28  # what to try
    assert len(found["figures"]) >= figures
