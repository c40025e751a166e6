"""What the README shows works as it stands there."""

from __future__ import annotations

import re

import pytest
import torch

from core.command_line import arguments
from core.experiment import Experiment
from tests.conftest import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    """The contents of all blocks in a language; "" for those that name none."""
    pieces = re.split(r"^```(\w*)\n", TEXT, flags=re.MULTILINE)
    return [content for opening, content in zip(pieces[1::4], pieces[2::4], strict=True) if opening == language]


def test_the_python_example(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    example = next(block for block in _blocks("python") if "session.advance" in block)
    exec(compile(example, "README.md", "exec", dont_inherit=True), {})
    assert float(capsys.readouterr().out.split()[0]) > 0.9
    assert len(example.strip().splitlines()) == 6, "six lines, the empty one included"


def test_the_file(tmp_path):
    experiment = Experiment.loads(_blocks("toml")[0])
    assert experiment.layers[0].units == 4 and experiment.stop.updates == 1500


def test_the_optimizer():
    names: dict = {"__name__": "ascent"}
    exec(
        compile(
            next(block for block in _blocks("python") if "class Ascent" in block),
            "README.md",
            "exec",
            dont_inherit=True,
        ),
        names,
    )
    weight = torch.ones(1, requires_grad=True)
    optimizer = names["Ascent"]().build([weight])
    (weight**2).sum().backward()
    optimizer.step()
    assert weight.item() > 1


@pytest.mark.parametrize(
    "line",
    [
        line.strip()
        for block in _blocks("")
        for line in block.splitlines()
        if line.startswith("descent-lab ") and "[" not in line and "FILE" not in line
    ],
)
def test_the_commands(line):
    words = re.split(r"\s{2,}", line)[0].split()[1:]
    found = arguments.parse(words)
    assert found.command == words[0]


def test_what_it_names_is_there():
    for path in re.findall(r"`((?:core|app|resources|\.ci)/[\w./-]+)`", TEXT):
        assert (ROOT / path).exists() or path == "core/optimizers/ascent.py" or path.endswith("/NAME.py"), path
