"""Plain text files as people have them, and what is said of files that are none."""

from __future__ import annotations

import pytest

from core.data.preparation import prepare
from core.experiment import Experiment
from core.files import tables
from core.files.texts import MOST_CHARACTERS, read_text
from core.messages import BadInput

STORY = "Für Élise — “schön”,\nsaid the cat.\r\n\tAnd so on… "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_in_any_usual_encoding_is_the_same_text(tmp_path, encoding):
    path = tmp_path / "text.txt"
    path.write_bytes(STORY.encode(encoding))
    found = read_text(str(path))
    assert found.content == "Für Élise — “schön”, said the cat. And so on…"
    assert bool(found.notes) == (encoding == "cp1252")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff", "not a plain text"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\xff", "not a plain text"),
        (bytes(range(1, 32)) * 20, "control characters"),
        (b"\xff\xfe\x00", "UTF-16"),
        ("é".encode("utf-16-le") * 30 + b"\x00\xd8", "zero bytes|control characters"),
    ],
)
def test_what_is_no_text_is_said(tmp_path, data, says):
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=says):
        read_text(str(path))


@pytest.mark.parametrize("name", ["nothing.txt", ""])
def test_a_missing_file_and_a_folder_are_said(tmp_path, name):
    with pytest.raises(BadInput, match="cannot be read"):
        read_text(str(tmp_path / name))


def test_of_a_giant_text_the_beginning_is_used_and_that_is_said(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(
        "aé€𝄞 ".encode() * (MOST_CHARACTERS // 4)
    )  # more bytes than are read: the cut falls into a letter or not
    found = read_text(str(path))
    assert len(found.content) <= MOST_CHARACTERS and "�" not in found.content
    assert any("only its first" in note for note in found.notes)
    notes = prepare(Experiment.parse({"data": {"kind": "text", "path": str(path), "samples": 100, "steps": 4}})).notes
    assert any("only its first" in note for note in notes)


def test_rows_of_cells_are_a_table_and_sentences_are_none(tmp_path):
    path = tmp_path / "text.txt"
    for content, table in (
        ("a b c\n1 2 3\n4 5 6\n", True),
        ("height\tweight\n1.5\t60\n1.7\t70\n", True),
        (
            "One day the wind, cold and hard, came.\nIt blew the hat away; the cat looked.\nNobody, nobody spoke.\n",
            False,
        ),
        ("A single line of running text, and nothing else.", False),
    ):
        path.write_text(content, encoding="utf-8")
        assert tables.looks_like_table(path) is table, content


def test_the_story_that_comes_along(tmp_path):
    prepared = prepare(Experiment.parse({"data": {"kind": "story", "samples": 10_000}}))
    assert 8_000 < len(prepared.table.y) < 15_000 and 25 <= len(prepared.table.classes) <= 40
    assert prepared.train.max() < prepared.test.min()  # its end is the test part
