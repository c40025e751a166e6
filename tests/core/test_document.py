"""Documents: one union of kinds, each with a class of its own, told apart by `kind`."""

from __future__ import annotations

import sys
import types
from typing import Literal

import pytest

from core import document
from core.comparison import Comparison
from core.documents import edits
from core.documents.document import Document
from core.experiment import Experiment
from core.messages import BadInput
from core.race import Race
from tests.building.places import PRESETS


@pytest.mark.parametrize(("kind", "cls"), [("network", Experiment), ("race", Race), ("comparison", Comparison)])
def test_a_kind_has_a_class_that_is_called_by_it(kind, cls):
    assert document.class_of(kind) is cls and issubclass(cls, Document) and cls().kind == kind


@pytest.mark.parametrize("kind", ['"lecture"', "3", '["race"]'])
def test_an_unknown_kind_is_refused_with_the_known_ones(kind):
    with pytest.raises(BadInput, match="kind: must be one of 'network' or 'race' or 'comparison', not"):
        document.loads(f"kind = {kind}")


def test_a_text_without_a_kind_is_a_network():
    assert document.loads('title = "Mine"') == Experiment(title="Mine")


@pytest.mark.parametrize(("cls", "other"), [(Experiment, Race), (Race, Experiment)])
def test_a_class_reads_files_of_its_kind_alone(tmp_path, cls, other):
    other().save(tmp_path / "a.toml")
    with pytest.raises(BadInput, match=f"kind: must be '{cls().kind}', not '{other().kind}'"):
        cls.load(tmp_path / "a.toml")


def test_a_file_without_a_kind_is_no_race(tmp_path):
    (tmp_path / "a.toml").write_text('title = "Mine"', encoding="utf-8")
    with pytest.raises(BadInput, match="must be 'race', not 'network'"):
        Race.load(tmp_path / "a.toml")


class Note(Document):
    """A kind that only this test knows."""

    kind: Literal["note"] = "note"
    lines: tuple[str, ...] = ()


def test_a_kind_joins_with_one_entry(monkeypatch, tmp_path):
    home = types.ModuleType("notes")
    home.Note = Note
    monkeypatch.setitem(sys.modules, "notes", home)
    monkeypatch.setitem(document.KINDS, "note", "notes:Note")
    note = Note(title="Friday", lines=("one", "two"))
    note.save(tmp_path / "note.toml")
    assert document.kind_of(tmp_path / "note.toml") == "note" and document.load(tmp_path / "note.toml") == note
    assert edits.replace(note, "title", "Monday").title == "Monday"


@pytest.mark.parametrize("name", ["playground", "three-rates"])
def test_words_change_nothing_that_is_computed(name):
    found = document.load(PRESETS / f"{name}.toml")
    assert edits.only_live(found, found.model_copy(update=dict.fromkeys(Document.WORDS, "Other")))
