"""Every file of a person is written by one function: whole or not at all, and whatever fails is one sentence."""

from __future__ import annotations

import ast
import csv
import errno
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import numpy as np
import pytest
from safetensors import SafetensorError

import main as entry
from core.experiment import Experiment
from core.files import weights
from core.machine.whole_file import NotWritten, check_target, write_bytes, write_table, write_text, write_whole
from core.training.session import Session
from tests.building.places import PRESETS, ROOT
from tests.building.sources import trees

RING = str(PRESETS / "playground.toml")


def _full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _left(folder: pathlib.Path) -> list[str]:
    """What lies in a folder, without the home of the test."""
    return sorted(path.name for path in folder.iterdir() if path.name != "descent-lab-home")


def _says(error: pytest.ExceptionInfo[NotWritten], *words: str) -> None:
    said = str(error.value)
    assert len(said.splitlines()) == 1 and said.endswith(".")
    for word in ("cannot be written", *words):
        assert word in said


def test_a_file_is_there_whole_and_no_draft_is_left(tmp_path):
    file = tmp_path / "η.txt"
    assert write_text(file, "a\r\nη") == file and file.read_bytes() == "a\r\nη".encode()
    write_bytes(file, b"other")
    write_table(tmp_path / "t.csv", [["a", "b"], [1, "x,y"]])
    assert file.read_bytes() == b"other" and _left(tmp_path) == ["t.csv", "η.txt"]
    assert (tmp_path / "t.csv").read_bytes() == b'\xef\xbb\xbfa,b\r\n1,"x,y"\r\n'


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), ("the disk is full", "Make room")),
        (SafetensorError("Error while serializing: I/O error: No space left (os error 28)"), ("the disk is full",)),
        (SafetensorError("odd header"), ("odd header",)),
        (ValueError("surrogates\nnot allowed"), ("surrogates not allowed",)),
        (RuntimeError(), ("RuntimeError",)),
    ],
)
def test_every_kind_of_failure_is_a_sentence_and_the_old_file_stays(tmp_path, error, words):
    file = tmp_path / "mine.toml"
    file.write_text("old")

    def half(draft):
        draft.write_text("ne")
        raise error

    with pytest.raises(NotWritten) as told:
        write_whole(file, half)
    _says(told, str(file), *words)
    assert file.read_text() == "old" and _left(tmp_path) == ["mine.toml"]


def test_a_disk_that_is_full_when_it_comes_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr("core.machine.whole_file.os.fsync", _full)
    with pytest.raises(NotWritten) as told:
        write_text(tmp_path / "new.toml", "text")
    _says(told, "the disk is full")
    assert _left(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"), reason="no mount")
def test_a_disk_of_64_kilobytes(tmp_path):
    tiny = tmp_path / "tiny"
    tiny.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tiny)], capture_output=True).returncode:
        pytest.skip("nothing may be mounted here")
    try:
        write_bytes(tiny / "small", b"x" * 1000)
        with pytest.raises(NotWritten) as told:
            write_bytes(tiny / "small", b"x" * 200_000)
        _says(told, "the disk is full")
        assert _left(tiny) == ["small"] and (tiny / "small").stat().st_size == 1000
    finally:
        subprocess.run(["umount", str(tiny)], check=True)


def test_places_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    for path, words in (
        (tmp_path / "not" / "there.toml", (f"no folder {tmp_path / 'not'}", "exists")),
        (tmp_path / "file" / "in.toml", ("is a file, no folder",)),
        (tmp_path, ("that is a folder",)),
        (tmp_path / ("x" * 300), ("too long",)),
        (tmp_path / "nul\0.toml", ("null",)),
        (pathlib.Path(os.devnull), ("a device or a pipe",)),
        (PRESETS / "xor.toml", ("comes with the program",)),
        (PRESETS / "new.toml", ("comes with the program",)),
    ):
        for write in (lambda path: write_text(path, "text"), check_target):
            with pytest.raises(NotWritten) as told:
                write(path)
            _says(told, *words)
    assert _left(tmp_path) == ["file"]


def test_it_is_written_through_a_link_into_the_real_file(tmp_path):
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "ring.toml"
    real.write_text("old")
    real.chmod(0o640)
    link, dangling, loop = tmp_path / "link.toml", tmp_path / "dangling.toml", tmp_path / "loop.toml"
    link.symlink_to(real)
    dangling.symlink_to(tmp_path / "real" / "new.toml")
    loop.symlink_to(loop)
    assert write_text(link, "new") == real and link.is_symlink() and real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640
    write_text(dangling, "too")
    assert (tmp_path / "real" / "new.toml").read_text() == "too" and dangling.is_symlink()
    with pytest.raises(NotWritten):
        write_text(loop, "never")
    shipped = tmp_path / "shipped.toml"
    shipped.symlink_to(PRESETS / "xor.toml")
    with pytest.raises(NotWritten) as told:
        write_text(shipped, "never")
    _says(told, "comes with the program")
    assert _left(tmp_path / "real") == ["new.toml", "ring.toml"]


@pytest.mark.usefixtures("kernel")
def test_a_document_and_a_network_are_written_so(tmp_path, monkeypatch):
    experiment, session = Experiment(), Session(Experiment())
    experiment.save(tmp_path / "e.toml")
    weights.save(session.snapshot(), tmp_path / "n.safetensors")
    assert np.array_equal(weights.load(tmp_path / "n.safetensors").parameters, session.vector())
    before = _left(tmp_path), (tmp_path / "n.safetensors").read_bytes()
    session.advance(3)
    monkeypatch.setattr("core.machine.whole_file.os.fsync", _full)
    for write in (
        lambda: experiment.save(tmp_path / "f.toml"),
        lambda: weights.save(session.snapshot(), tmp_path / "n.safetensors"),
    ):
        with pytest.raises(NotWritten):
            write()
    assert before == (_left(tmp_path), (tmp_path / "n.safetensors").read_bytes())


# The command line


@pytest.mark.usefixtures("kernel")
def test_a_report_is_printed_where_the_weights_cannot_be_written(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("core.machine.whole_file.os.fsync", _full)
    target = tmp_path / "w.safetensors"
    status = entry.main(["run", RING, "--updates", "20", "--json", "--weights", str(target)])
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert status == 1 and found["state"] == "failed" and found["updates"] == 20 and found["train"]["loss"] > 0
    assert "the disk is full" in err and len(err.strip().splitlines()) == 2 and "Traceback" not in err
    assert _left(tmp_path) == []


@pytest.mark.usefixtures("kernel")
def test_a_surface_that_cannot_be_written_is_told_all_the_same(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("core.machine.whole_file.os.fsync", _full)
    typed = ["surface", RING, "--updates", "20", "--resolution", "5", "--out", str(tmp_path / "s.npz")]
    status = entry.main(typed)
    out, err = capsys.readouterr()
    assert status == 1 and "after 20 updates" in out and "s.npz cannot be written: the disk is full" in err
    assert _left(tmp_path) == []


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    ("typed", "first"), [(["info"], []), (["run", "nowhere.toml", "--json"], ["nowhere.toml: cannot be read"])]
)
def test_a_report_for_which_there_is_no_room_says_so(typed, first, monkeypatch, capsys):
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert entry.main(typed) == 1
    said = [line.partition(": No such")[0] for line in capsys.readouterr().err.strip().splitlines()]
    assert said == [*first, "what was printed cannot be written: No space left on device. Let it go elsewhere."]


# Nobody goes another way

# what is no file of a person: drafts of icons, the cache of the kernel, histories that go with their run, measurements
OWN_WAY = {
    "core/machine/whole_file.py",
    "app/look/icons.py",
    "core/engines/fused/programs.py",
    "core/history/store.py",
}
WRITERS = {"write_text", "write_bytes", "save_file", "mkstemp", "NamedTemporaryFile", "savetxt", "tofile"}


def test_nobody_writes_in_another_way():
    writing = trees(re.compile(rf"\b({'|'.join(WRITERS)}|open)\b").search)
    found = {path.relative_to(ROOT).as_posix(): lines for path, tree in writing if (lines := _written_at(tree))}
    assert {name: lines for name, lines in found.items() if name not in OWN_WAY and "/bench/" not in name} == {}


def _written_at(tree: ast.Module) -> list[int]:
    """Lines with a call of a method that writes a file, or that opens one for writing."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [node.lineno for node in calls if _writes(node)]


def _writes(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute) and call.func.attr in WRITERS:
        return True
    name = (
        call.func.attr
        if isinstance(call.func, ast.Attribute)
        else call.func.id
        if isinstance(call.func, ast.Name)
        else ""
    )
    modes = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    return name == "open" and any(isinstance(mode, str) and set(mode) & set("wax+") and len(mode) < 4 for mode in modes)


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+x", "'+x"), ("-x", "'-x"), ("\t=1", "'\t=1"), ("-0.5 0.25", "-0.5 0.25"), (-0.5, "-0.5"), ("Adam", "Adam"), ("-1e3", "-1e3")],
)  # fmt: skip
def test_no_word_of_a_table_is_taken_for_a_formula(tmp_path, cell, written):
    path = write_table(tmp_path / "race.csv", [["racer", "value"], [cell, 1]])
    with path.open(newline="", encoding="utf-8-sig") as file:
        assert list(csv.reader(file))[1] == [written, "1"]
