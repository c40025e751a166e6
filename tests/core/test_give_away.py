"""Columns that give the target away: told where they do, and not where they only help."""

from __future__ import annotations

import collections
import json

import numpy as np
import pytest

import main as entry
from core import registry
from core.data.preparation import prepare
from core.datasets.csv import Csv
from core.experiment import Experiment
from core.families import Dataset, Table
from core.files import tables
from core.files.give_away import AFTERWARDS, told_by
from core.files.table_encoding import guessed_purpose, to_table
from tests.building import passengers
from tests.building.places import CASES

SHIPPED = [kind for kind, cls in registry.kinds(Dataset).items() if cls.geometry == "table" and kind != "csv"]
GAPS = {"age": 177, "cabin": 687, "embarked": 2}


@pytest.fixture(scope="module")
def people():
    return passengers.passengers(891, 342, GAPS)


def read(tmp_path, text: str | bytes, name: str = "a.csv") -> tables.RawTable:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return tables.read(path)


def table_of(raw: tables.RawTable, **changed) -> Table:
    purpose = guessed_purpose(raw)
    return to_table(raw, purpose.roles | changed, purpose.predicts)


def test_the_list_of_891_passengers_with_its_gaps(tmp_path, people):
    raw = read(tmp_path, passengers.as_text(passengers.detailed(people)))
    assert raw.rows == 891
    gaps = {name: count for name, count in zip(raw.columns, raw.missing, strict=True) if count}
    assert gaps == {"Age": 177, "Cabin": 687, "Embarked": 2}
    purpose = guessed_purpose(raw)
    assert (purpose.target, purpose.predicts) == ("Survived", "classes")
    assert [name for name, role in purpose.roles.items() if role == "ignore"] == [
        "PassengerId", "Name", "Ticket", "Cabin",
    ]  # fmt: skip
    assert [name for name, role in purpose.roles.items() if role == "category"] == ["Pclass", "Sex", "Embarked"]
    table = table_of(raw)
    assert table.warnings == () and int(table.y.sum()) == 342 and table.rows[0] == people[0]["name"]
    gone = np.isnan(table.x).sum(axis=0)
    assert {name: count for name, count in zip(table.sources, gone.tolist(), strict=True) if count} == {
        "Age": 177,
        "Embarked": 2,
    }


@pytest.mark.parametrize(
    "delimiter, end, encoding",
    [(";", "\n", "utf-8"), ("\t", "\n", "utf-8"), ("\t", "\n", "utf-16"), (",", "\r\n", "utf-8"),
     (",", "\n", "utf-8-sig"), (",", "\n", "latin-1")],
)  # fmt: skip
def test_it_is_the_same_table_however_it_is_written(tmp_path, people, delimiter, end, encoding):
    first = people[0] | {"name": 'Müller, Frl. Renée "Nina"'}
    rows = passengers.detailed([first, *people[1:]])
    plain = read(tmp_path, passengers.as_text(rows))
    other = read(tmp_path, passengers.as_text(rows, delimiter, end).encode(encoding), "b.csv")
    assert (other.columns, other.cells) == (plain.columns, plain.cells)
    assert guessed_purpose(other) == guessed_purpose(plain)


def test_a_column_that_says_the_same_is_left_out_and_told_where_it_is_taken_back(tmp_path, people):
    raw = read(tmp_path, passengers.as_text(passengers.taught(people)))
    purpose = guessed_purpose(raw)
    assert purpose.target == "survived", "beside an outcome a class is that of a ticket"
    assert [name for name, role in purpose.roles.items() if role == "ignore"] == ["deck", "alive"]
    assert table_of(raw).warnings == ()
    assert table_of(raw, alive="category").warnings == (
        f"alive alone tells survived in 100 % of the rows: {AFTERWARDS}.",
    )


def test_what_is_only_known_afterwards_gives_the_answer_away(tmp_path):
    raw = read(tmp_path, passengers.as_text(passengers.whole()))
    assert raw.rows == 1309 and guessed_purpose(raw).target == "survived"
    assert table_of(raw).warnings == (f"boat alone tells survived in 97.6 % of the rows: {AFTERWARDS}.",)
    told = table_of(raw, boat="ignore", body="input", **{"home.dest": "ignore"}).warnings
    assert told == (f"Where body is known, survived is 0 in 100 % of the rows: {AFTERWARDS}.",)


def test_the_part_without_an_answer_is_no_list_of_survivors(tmp_path):
    """Its last column is proposed, as of any table whose names tell nothing."""
    people = passengers.passengers(418, 150, {"age": 86, "cabin": 327, "fare": 1})
    raw = read(tmp_path, passengers.as_text([(row[0], *row[2:]) for row in passengers.detailed(people)]))
    purpose = guessed_purpose(raw)
    assert (purpose.target, purpose.predicts, table_of(raw).warnings) == ("Embarked", "classes", ())


@pytest.mark.parametrize("kind", SHIPPED)
def test_no_column_of_the_tables_that_come_along_gives_anything_away(kind):
    assert registry.read(Dataset, {"kind": kind}).table(1).warnings == ()


def test_no_column_of_the_cases_does():
    for path in (path for path in CASES.iterdir() if path.suffix in (".csv", ".data", ".arff")):
        if path.name != "s09_quote.csv":
            assert table_of(tables.read(path)).warnings == (), path.name


def loop(codes: list[int], y: list[int]) -> float:
    """Row by row: the others of the same code vote; a tie is no answer, nobody's vote is the usual class."""
    usual, right = collections.Counter(y).most_common(1)[0][0], 0
    for row, (code, said) in enumerate(zip(codes, y, strict=True)):
        votes = collections.Counter(y[other] for other, each in enumerate(codes) if each == code and other != row)
        ranked = votes.most_common(2)
        if not ranked:
            right += said == usual
        elif len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
            right += said == ranked[0][0]
    return right / len(y)


@pytest.mark.parametrize("seed", range(4))
def test_what_a_column_tells_is_what_the_other_rows_say(seed):
    draw = np.random.default_rng(seed)
    y = np.append(draw.integers(0, 3, 40), [1] * 9)
    codes = np.where(draw.random(49) < 0.7, y, draw.integers(0, 20, 49))
    assert told_by(codes, y) == pytest.approx(loop(codes.tolist(), y.tolist()))


def rows_of(**columns) -> str:
    return "\n".join([",".join(columns), *(",".join(map(str, row)) for row in zip(*columns.values(), strict=True))])


DRAW = np.random.default_rng(7)
SIGN = DRAW.integers(0, 2, 200)
SIZE = DRAW.normal(size=200).round(3)
WRONG = np.isin(np.arange(200), (5, 50, 99))
WORDS = {
    "three words of 200 are others": (["ny"[one ^ bad] for one, bad in zip(SIGN, WRONG, strict=True)], True),
    "one in five is another": (["ny"[one ^ bad] for one, bad in zip(SIGN, DRAW.random(200) < 0.2, strict=True)], False),
    "another word in every row": ([f"w{row % 49}" for row in range(200)], False),
    "a number above a threshold": ((SIGN + DRAW.random(200) * 0.9).round(3), False),
    "gaps where it is 0": ([DRAW.integers(1, 99) if one else "" for one in SIGN], True),
    "gaps anywhere": ([DRAW.integers(1, 99) if luck < 0.5 else "" for luck in DRAW.random(200)], False),
}


@pytest.mark.parametrize("name", WORDS)
def test_where_it_must_and_must_not_be_told(tmp_path, name):
    column, told = WORDS[name]
    found = table_of(read(tmp_path, rows_of(size=SIZE, clue=column, target=SIGN))).warnings
    assert bool(found) is told and all("clue" in sentence for sentence in found), found


def test_a_column_that_is_the_only_one_is_what_is_learned_from(tmp_path):
    assert table_of(read(tmp_path, rows_of(clue=["ny"[one] for one in SIGN], target=SIGN))).warnings == ()


def test_a_rare_class_may_miss_among_the_known_by_chance(tmp_path):
    rare = np.arange(200) < 3
    clue = np.where(rare | (SIZE < 0), "", "5.5")
    clue[-1] = "6.5"
    assert table_of(read(tmp_path, rows_of(size=SIZE, clue=clue, target=rare.astype(int)))).warnings == ()


def test_the_same_number_in_other_units_is_told_and_a_number_that_helps_is_not(tmp_path):
    warm = (SIZE * 10 + 15).round(2)
    text = rows_of(near=(warm + DRAW.normal(size=200)).round(2), celsius=warm, fahrenheit=(warm * 1.8 + 32).round(2))
    found = table_of(read(tmp_path, text)).warnings
    assert len(found) == 1 and found[0].startswith("celsius and fahrenheit lie on one straight line")


def test_headless_the_guess_says_it_too(capsys, tmp_path, kernel):
    (tmp_path / "a.csv").write_text(rows_of(size=SIZE, clue=WORDS["three words of 200 are others"][0], passed=SIGN))
    (tmp_path / "a.toml").write_text(
        'version = 1\nkind = "network"\n[data]\nkind = "csv"\npath = "a.csv"\n[stop]\nupdates = 5\n'
    )
    assert entry.main(["run", str(tmp_path / "a.toml"), "--json"]) == 0
    out, err = capsys.readouterr()
    assert "clue alone tells passed in 98.5 %" in err and json.loads(out)["updates"] == 5


def test_a_warning_stands_beside_the_data(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(rows_of(size=SIZE, clue=["ny"[one] for one in SIGN], target=SIGN))
    roles = {"size": "input", "clue": "category", "target": "target"}
    data = Csv.model_validate({"path": str(path), "columns": roles})
    notes = prepare(Experiment.parse({"data": data.model_dump()})).notes
    assert notes[0] == f"clue alone tells target in 100 % of the rows: {AFTERWARDS}."
