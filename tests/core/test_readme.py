"""What the README, CONTRIBUTING and docs/ show works as it stands there, and what they name is there."""

from __future__ import annotations

import re

import pytest
import torch

from core import registry
from core.command_line import arguments
from core.experiment import Experiment
from tests.building.places import ROOT

README, CONTRIBUTING = "README.md", "CONTRIBUTING.md"
PAPERS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
}
FOLDERS = r"(?:core|app|resources|tests|docs|\.ci)"
TO_BE_ADDED = "core/optimizers/ascent.py"
EACH = pytest.mark.parametrize("paper", PAPERS)


def _blocks(paper: str, language: str) -> list[str]:
    """The contents of all blocks in a language; "" for those that name none."""
    pieces = re.split(r"^```(\w*)\n", PAPERS[paper], flags=re.MULTILINE)
    return [content for opening, content in zip(pieces[1::4], pieces[2::4], strict=True) if opening == language]


def _rows(paper: str, heading: str) -> list[list[str]]:
    """The rows of the first table below a heading, its head left out."""
    below = PAPERS[paper].partition(f"\n{heading}\n")[2]
    lines = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)
    assert lines, heading
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[0].splitlines()[2:]]


def _paths(text: str) -> list[str]:
    """Files and folders of the repository between backticks."""
    return re.findall(rf"`({FOLDERS}/[\w./-]*)`", text)


def _is_there(path: str) -> bool:
    """Whether it exists; with NAME in it, whether there is any such file."""
    return any(ROOT.glob(path.replace("NAME", "*"))) if "NAME" in path else (ROOT / path).exists()


def _commands() -> list[str]:
    lines = [line for paper in PAPERS for block in _blocks(paper, "") for line in block.splitlines()]
    return [
        line.strip() for line in lines if line.startswith("descent-lab ") and "[" not in line and "FILE" not in line
    ]


@pytest.mark.usefixtures("kernel")
def test_the_python_example(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    example = next(block for block in _blocks(README, "python") if "session.advance" in block)
    exec(compile(example, "README.md", "exec", dont_inherit=True), {})
    assert float(capsys.readouterr().out.split()[0]) > 0.9
    assert len(example.strip().splitlines()) == 6, "six lines, the empty one included"


def test_the_file():
    experiment = Experiment.loads(_blocks(README, "toml")[0])
    assert experiment.layers[0].units == 4 and experiment.stop.updates == 1500


def test_the_optimizer():
    names: dict = {"__name__": "ascent"}
    example = next(block for block in _blocks(README, "python") if "class Ascent" in block)
    exec(compile(example, "README.md", "exec", dont_inherit=True), names)
    weight = torch.ones(1, requires_grad=True)
    optimizer = names["Ascent"]().build([weight])
    (weight**2).sum().backward()
    optimizer.step()
    assert weight.item() > 1


@pytest.mark.parametrize("line", _commands())
def test_the_commands(line):
    words = re.split(r"\s{2,}", line)[0].split()[1:]
    found = arguments.parse(words)
    assert " ".join(words).startswith(found.command)


def test_every_command_and_option_stands_in_the_readme(capsys):
    block = next(block for block in _blocks(README, "") if "descent-lab run FILE" in block)
    for command in arguments.COMMANDS:
        with pytest.raises(SystemExit):
            arguments.parse([command, "--help"])
        options = set(re.findall(r"--[a-z][a-z-]*", capsys.readouterr().out)) - {"--help"}
        assert f"descent-lab {command}" in block
        assert not {option for option in options if option not in block}, command


@EACH
def test_every_path_is_there(paper):
    missing = [path for path in _paths(PAPERS[paper]) if not _is_there(path)]
    assert not [path for path in missing if path != TO_BE_ADDED]


def _anchor(heading: str) -> str:
    """A heading as a link names it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@EACH
def test_every_link_leads_somewhere(paper):
    here = (ROOT / paper).parent
    for target in re.findall(r"\]\(([^)\s]+)\)", PAPERS[paper]):
        if target.startswith("https://pytorch.org/"):  # the one page that is not ours
            continue
        name, _, anchor = target.partition("#")
        path = (here / name).resolve() if name else ROOT / paper
        assert path.is_relative_to(ROOT) and path.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in map(_anchor, headings), target


def test_the_readme_leads_to_every_page():
    linked = set(re.findall(r"\]\(([\w./-]+\.md)", PAPERS[README]))
    assert set(PAPERS) - {README} <= linked


# The errands and the glossary

ERRANDS = _rows(CONTRIBUTING, "## Errands")
GLOSSARY = _rows(CONTRIBUTING, "## Glossary")


def test_there_are_errands_for_what_people_add():
    errands = [errand for errand, *_ in ERRANDS]
    assert len(errands) >= 14 and len(set(errands)) == len(errands)
    wanted = (
        "an optimizer",
        "a layer",
        "a view",
        "a preset",
        "a diagnosis",
        "a run is stored",
        "a command-line option",
    )
    assert not [word for word in wanted if not any(word in errand for errand in errands)]


@pytest.mark.parametrize(("errand", "files", "checks"), [pytest.param(*row, id=row[0]) for row in ERRANDS])
def test_an_errand_names_its_files_and_its_tests(errand, files, checks):
    assert _paths(files), f"{errand}: which files?"
    assert any(path.startswith("tests/") for path in _paths(checks)), f"{errand}: which tests?"


@pytest.mark.parametrize(("word", "meaning", "file"), [pytest.param(*row, id=row[0]) for row in GLOSSARY])
def test_a_word_of_the_glossary_is_declared_where_it_says(word, meaning, file):
    [path] = _paths(file)
    assert meaning and _is_there(path)
    if word.startswith("`"):
        declared = rf"^(class |def )?{word.strip('`')}\b"
        assert re.search(declared, (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), path


def test_no_word_stands_twice_in_the_glossary():
    words = [word.strip("`").casefold() for word, *_ in GLOSSARY if word != "update"]
    assert len(words) == len(set(words)) > 40


def test_every_family_has_its_errand():
    files = " ".join(files for _, files, _ in ERRANDS)
    assert not [name for name in registry.FAMILIES if f"`core/{name}/" not in files]


def test_every_room_stands_in_the_architecture():
    rooms = [path for top in ("core", "app") for path in (ROOT / top).iterdir() if (path / "__init__.py").exists()]
    named = {path.rstrip("/") for path in _paths(PAPERS["docs/architecture.md"])}
    assert len(rooms) > 30
    assert not [name for room in rooms if (name := room.relative_to(ROOT).as_posix()) not in named]
