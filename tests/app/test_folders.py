"""Folders that cannot be written into, or are none: the program works without them and says it once."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys

import pytest

from app.shell import log_setup
from core.machine import folders
from core.machine.resources import FOLDER
from tests.building.places import ROOT


@pytest.fixture
def no_home(tmp_path, monkeypatch):
    """A file where the program's folders should lie."""
    file = tmp_path / "no-folder"
    file.write_text("")
    monkeypatch.setenv("DESCENT_LAB_HOME", str(file))
    return file


def test_folders_that_are_there_are_no_trouble(home):
    assert folders.trouble() == ""


def test_what_cannot_be_kept_is_one_sentence(no_home):
    said = folders.trouble()
    assert said.startswith(f"Nothing can be written into {no_home / 'config'} and {no_home / 'recovery'} and ")
    assert said.endswith("settings, copies of unsaved work, the log will not be kept. All else works.")


def test_a_folder_that_may_only_be_read_is_named_alone(home, monkeypatch):
    assert folders.trouble() == ""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != home / "log" and may(path, mode))
    assert folders.trouble() == f"Nothing can be written into {home / 'log'}: the log will not be kept. All else works."


def test_without_its_folder_there_is_no_log(no_home):
    before = logging.getLogger().handlers[:]
    assert log_setup.start() is None
    assert logging.getLogger().handlers == before


def command(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | more,
    )


def test_info_works_without_folders(no_home):
    done = command("info", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["folders"]["log"] == str(no_home / "log" / "descent-lab.log")
    assert done.stderr.count("\n") == 1 and done.stderr.startswith("Nothing can be written into ")


@pytest.mark.usefixtures("kernel")
def test_show_works_without_folders(no_home, tmp_path):
    picture = tmp_path / "picture.png"
    preset = FOLDER / "presets" / "playground.toml"
    done = command("show", str(preset), "--updates", "20", "--screenshot", str(picture))
    assert (done.returncode, "Traceback" in done.stderr, picture.stat().st_size > 1000) == (0, False, True), done.stderr


def test_a_window_opens_keeps_nothing_and_closes(no_home, open_window, qtbot):
    window = open_window()
    qtbot.waitUntil(lambda: window.network.lab.run.last is not None, timeout=60_000)
    window.network.store.edit("optimizer.lr", 0.1)
    window.recovery.keep()
    window.settings.set("text", 1.0)
    window.settings.save()
    window.close_without_asking()
    assert no_home.read_text() == ""


@pytest.mark.parametrize("note", ["[]", "3", "null", '"x"', '{"title": []}', "{", "[" * 100_000])
def test_a_note_of_recovery_that_is_none_stops_no_start(note, home, open_window):
    folder = folders.recovery()
    (folder / "0-network.toml").write_text((FOLDER / "presets" / "xor.toml").read_text(encoding="utf-8"))
    (folder / "0-network.json").write_text(note)
    window = open_window()
    window.offer_recovery()
