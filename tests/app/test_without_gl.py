"""Three dimensions on screens that lack something: drawn where EGL has them, else refused in a sentence, by `show` with
an exit status."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from core.machine.resources import FOLDER
from tests.building.places import ROOT

pytestmark = pytest.mark.usefixtures("kernel")
RELIEF = ("--picture", "surface", "--option", "surface.mode=relief")
XVFB = shutil.which("xvfb-run")


def show(picture, *before: str, platform: str) -> subprocess.CompletedProcess[str]:
    preset = str(FOLDER / "presets" / "playground.toml")
    command = [*before, sys.executable, "-X", "faulthandler", str(ROOT / "main.py"), "show", preset, "--updates", "20"]
    return subprocess.run(
        [*command, *RELIEF, "--size", "1280x800", "--screenshot", str(picture)],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": platform},
    )


def colours(picture) -> int:
    """How many there are in the lower right quarter, where the weight space stands."""
    image = QImage(str(picture))
    assert not image.isNull()
    quarter = [
        image.pixel(x, y)
        for x in range(image.width() * 6 // 10, image.width() * 9 // 10, 3)
        for y in range(image.height() * 7 // 10, image.height() * 9 // 10, 3)
    ]
    return len(set(quarter))


def test_without_opengl_show_says_so_and_does_not_succeed(tmp_path):
    done = show(tmp_path / "flat.png", platform="offscreen")
    assert done.returncode == 1
    assert "3-D needs OpenGL, which this screen (“offscreen”) does not offer." in done.stderr
    assert "Traceback" not in done.stderr and (tmp_path / "flat.png").exists()


@pytest.mark.skipif(XVFB is None, reason="needs a virtual screen")
def test_without_glx_the_picture_comes_from_egl_and_the_log_stays_empty(tmp_path):
    assert XVFB is not None
    screen = (XVFB, "-a", "-s", "-screen 0 1280x800x24 -extension GLX")
    done = show(tmp_path / "relief.png", *screen, platform="xcb")
    if "3-D needs OpenGL" in done.stderr:  # no EGL either: then it is refused
        assert done.returncode == 1
        return
    assert (done.returncode, done.stderr) == (0, "")
    assert colours(tmp_path / "relief.png") > 200
