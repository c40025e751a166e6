"""The words that a person reads: one word for one thing, as the README and the glossary have them; the old ones are
gone from the screen, the help and the documents. Files keep their keys."""

from __future__ import annotations

import ast
import pathlib
import re
import tomllib
from collections.abc import Iterator

import pytest

from core import registry
from core.documents.suggestions import told
from core.families import Loss
from core.layers.dense import Dense
from core.params import params_of
from tests.building.places import ROOT

OLD = {
    r"\brew(i|ou)nd\w*": "To the start",
    r"\bnew starts?\b": "Other start",
    r"\bkeep (the )?(weights )?as (the )?start\b": "Begin from here",
    r"\bconstant guess\b": "best constant answer",
    r"\bhalf squared\b": "Squared error ÷ 2",
    r"\btwin (units?|neurons?)\b": "copies",  # a twin is a run beside another one
    r"\btrain(ing)? fraction\b": "Training share",
}  # fmt: skip
FIELD = {
    r"\binitiali[sz]ers?\b": "starting",
    r"\bdropout\b": "switch",
}  # the field's word stands beside an everyday one
WRONG = {
    r"back-?propagation (changes|updates|adjusts|moves)": "Backpropagation changes the weights.",
    r"learning rate[^.]{0,30}(number|count) of samples": "The learning rate is the number of samples before an update.",
    r"early stopping[^.]{0,40}\btest (part|set|loss)": "Early stopping watches the test loss.",
    r"sigmoid[^.]{0,20} has no threshold": "A sigmoid has no threshold.",
    r"universal approximation[^.]{0,60}(deeper|depth)": "Universal approximation needs depth.",
    r"flat(ter)? (minima|valleys?)[^.]{0,30}generali[sz]e": "Flat minima generalize better.",
    r"(neuron|unit)'?s? values? (always )?lies? between 0 and 1": "A neuron's value lies between 0 and 1.",
    r"importance[^.]{0,40}\bcauses? (of|why)\b": "Importance is the cause of survival.",
}  # often said, and wrong: the pattern, and a sentence that it must find
SYMMETRIC = "so every hollow has a twin"  # a hollow of a terrain is no unit


def sentences(path: pathlib.Path) -> Iterator[str]:
    """What a person may read of a source file: the sentences in its strings, and the docstrings of its components."""
    component = path.parent.relative_to(ROOT).as_posix() in {"core/" + family for family in registry.FAMILIES}
    helped = ast.ClassDef if component and not path.stem.endswith(("_module", "_torch")) else ()
    docstrings = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):  # each before what lies in it
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and not isinstance(node, helped):
                docstrings.add(first.value)
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node in docstrings:
            continue
        if " " in node.value.strip():  # a single word may be a key of files
            yield node.value


def shown() -> Iterator[tuple[str, str]]:
    """Everything that a person may read, with where it stands."""
    for folder in ("app", "core"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not path.is_relative_to(ROOT / "core" / "engines"):
                for sentence in sentences(path):
                    yield path.relative_to(ROOT).as_posix(), sentence
    for path in sorted((ROOT / "resources").rglob("*.toml")):
        read = tomllib.loads(path.read_text("utf-8"))
        yield path.name, " ".join(told(read.get(key)) for key in ("title", "description", "what_to_try"))
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        yield path.name, re.sub(r"`[^`]*`", "", path.read_text("utf-8"))


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    return list(shown())


@pytest.mark.parametrize("old", OLD)
def test_no_old_word_is_left_where_a_person_reads(texts, old):
    found = [(place, text) for place, text in texts if re.search(old, text, re.I) and SYMMETRIC not in text]
    assert not found, f"say “{OLD[old]}”"


@pytest.mark.parametrize("term", FIELD)
def test_the_fields_word_stands_beside_an_everyday_one(texts, term):
    found = [
        (place, text)
        for place, text in texts
        for line in text.splitlines()
        if re.search(term, line, re.I) and FIELD[term] not in line.casefold() and "`" not in line  # a name in the code
    ]
    assert not found


def test_labels_have_the_words_of_the_house():
    found = {param.name: (param.label, param.term) for param in params_of(Dense)}
    assert found["initializer"] == ("Starting weights", "initializer")
    assert found["bias_initializer"] == ("Starting biases", "initializer")
    assert found["dropout"] == ("Switch off at random", "dropout")
    assert registry.kind_of(Loss, "half_squared").label == "Squared error ÷ 2, answers ±1"


def test_the_old_words_would_be_found():
    told = "Rewind and take a smaller rate; two rewound runs, New start, keep weights as start, a constant guess, twin units"
    assert sum(bool(re.search(old, told, re.I)) for old in OLD) == 5


@pytest.mark.parametrize("pattern", WRONG)
def test_what_is_often_said_wrongly_is_said_nowhere(texts, pattern):
    assert re.search(pattern, WRONG[pattern], re.IGNORECASE), "the pattern would find it"
    assert [where for where, text in texts if re.search(pattern, text, re.IGNORECASE)] == []
