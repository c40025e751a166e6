"""Tables, texts and folders of pictures damaged at random: what is left is read, or refused in one sentence."""

from __future__ import annotations

import random
import warnings

import numpy as np
import pytest

from core.data.preparation import prepare
from core.experiment import Experiment
from core.files import tables
from core.files.left_out import guess_roles
from core.files.picture_files import read
from core.files.table_columns import guess_target, guess_task
from core.files.table_encoding import to_table
from core.files.texts import read_text
from core.messages import BadInput
from tests.building.broken_files import folder_of, png
from tests.building.places import CASES

EACH = 300
SIGNS = (
    b",",
    b";",
    b'"',
    b"\n",
    b"\r",
    b"\t",
    b"|",
    b" ",
    b"#",
    b"%",
    b"$",
    b"-",
    b"\0",
    b"\xff",
    b"'",
    b"{",
    b"}",
    b"@data\n",
    b"1e999",
    b"NA",
    b"\xef\xbb\xbf",
    b"sep=;\n",
    b"1,234",
    b"\xc3\xa4",
)
TABLES = {
    "csv": sorted(path for path in CASES.iterdir() if path.suffix in (".csv", ".data") and path.stat().st_size < 4000),
    "arff": [CASES / "s28_iris.arff"],
}  # fmt: skip


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, cut off, doubled or put in between, most of them signs that mean something."""
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place = chance.randrange(len(data) + 1)
        how = chance.random()
        if how < 0.5:
            data[place:place] = chance.choice(SIGNS)
        elif how < 0.7:
            data[place : place + 1] = bytes([chance.randrange(256)])
        elif how < 0.8:
            del data[place : place + chance.choice((1, 5, 50))]
        elif how < 0.9:
            data[place:place] = data[place : place + chance.choice((10, 100, 1000))]
        elif len(data) > 9:
            del data[max(9, place) :]
    return bytes(data)


@pytest.mark.parametrize("kind", TABLES)
def test_tables_are_read_or_said(kind, tmp_path):
    chance, refused = random.Random(kind), 0
    for _ in range(EACH):
        path = tmp_path / f"a.{kind}"
        path.write_bytes(damaged(chance.choice(TABLES[kind]).read_bytes(), chance))
        try:
            raw = tables.read(path)
            target = guess_target(raw.columns, raw.kinds, raw.cells)
            place = raw.place(target)
            task = guess_task(raw.cells[place], raw.kinds[place], raw.dialect.decimal, raw.gaps[place])
            table = to_table(raw, guess_roles(raw.columns, raw.cells, raw.kinds, target), task)
        except BadInput as problem:
            refused += 1
            assert str(problem).isprintable()
        else:
            assert table.x.shape == (len(table.y), len(table.columns)) and not np.isinf(table.x).any()
            assert np.isfinite(table.y).all()
    assert 0 < refused < EACH


def test_tables_that_were_read_can_be_learned_from(tmp_path):
    """A tenth of them, the whole way to what a network is fed."""
    chance = random.Random("prepared")
    for number in range(EACH // 10):
        path = tmp_path / f"{number}.csv"
        path.write_bytes(damaged(chance.choice(TABLES["csv"]).read_bytes(), chance))
        try:
            dialect = tables.detected(path)
            raw = tables.read(path, dialect)
            roles = guess_roles(raw.columns, raw.cells, raw.kinds, guess_target(raw.columns, raw.kinds, raw.cells))
            data = {
                "kind": "csv",
                "path": str(path),
                "columns": roles,
                "delimiter": dialect.delimiter,
                "skip": dialect.skip,
            }
            written = {"decimal": dialect.decimal, "header": dialect.header, "encoding": dialect.encoding}
            prepared = prepare(Experiment.parse({"data": data | written}))
        except BadInput as problem:
            assert str(problem).isprintable()
        else:
            assert np.isfinite(prepared.x).all() and np.isfinite(prepared.targets).all()


def test_texts_are_read_or_said(tmp_path):
    chance, refused, path = random.Random("text"), 0, tmp_path / "a.txt"
    text = ("The sea was calm, and nobody spoke. " * 30).encode()
    for number in range(EACH):
        content = damaged(text.decode().encode(chance.choice(("utf-8", "utf-16", "utf-32", "utf-8-sig"))), chance)
        path = tmp_path / f"{number}.txt"  # what does not change is read once
        path.write_bytes(content)
        try:
            read_text(str(path))
        except BadInput as problem:
            refused += 1
            assert str(problem).isprintable()
    assert 0 < refused < EACH


def test_folders_of_pictures_are_read_or_said(tmp_path):
    """Names, places and bytes."""
    chance, refused = random.Random("folders"), 0
    names = ("cat", "dog", "train", "test", ".hidden", "__MACOSX", "10", "9", "ä", "val")
    modes = ("1", "L", "P", "RGB", "RGBA", "LA", "I;16")
    for number in range(EACH):
        folder = tmp_path / str(number)
        inside = {
            "/".join(chance.sample(names, chance.choice((1, 1, 2)))): {
                chance.choice(
                    ("a.png", "b.PNG", "cat.0.png", "dog.1.png", "._a.png", "c.txt", "d.jpg", "10.png")
                ): damaged(png(chance.choice(modes)), chance) if chance.random() < 0.4 else png(chance.choice(modes))
                for _ in range(chance.choice((1, 2)))
            }
            for _ in range(chance.choice((1, 2, 3)))
        }
        folder.mkdir()
        for name, files in inside.items():
            if not (folder / name).exists():
                folder_of(folder, **{name: files})
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                raw = read(folder, None, 8, colour=False)
        except BadInput as problem:
            refused += 1
            assert str(problem).isprintable()
        else:
            assert np.isfinite(raw.pixels).all() and raw.pixels.shape[1:] == (1, 8, 8)
            assert set(raw.y.tolist()) == set(range(len(raw.classes)))
    assert 0 < refused < EACH
