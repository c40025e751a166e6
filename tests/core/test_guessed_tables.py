"""`descent-lab run` on a table whose file names no columns: what is guessed is what the import would propose, and is
said in one line."""

from __future__ import annotations

import json

import pytest

import main as entry
from core.command_line.guessed import with_guesses
from core.datasets.csv import Csv
from core.documents.edits import replace_all
from core.experiment import Experiment
from tests.building.places import CASES

pytestmark = pytest.mark.usefixtures("kernel")
GUESSES = [
    ("s25b_wine_noheader.data", "column 1", "classes"),
    ("s25_class_middle.csv", "soil", "values"),
    ("s10c_prices.csv", "price", "values"),
    ("s07_sep.csv", "label", "classes"),
    ("s03b_thousands_en.csv", "sold", "classes"),
]


def table_of(name: str, **more) -> Experiment:
    return Experiment.parse({"data": {"kind": "csv", "path": str(CASES / name), **more}, "stop": {"updates": 20}})


@pytest.mark.parametrize(("name", "target", "task"), GUESSES, ids=[row[0] for row in GUESSES])
def test_target_and_task_are_those_of_the_import_and_are_said(capsys, tmp_path, name, target, task):
    path = tmp_path / "a.toml"
    path.write_text(
        f'version = 1\nkind = "network"\n[data]\nkind = "csv"\npath = "{CASES / name}"\n[stop]\nupdates = 20\n'
    )
    assert entry.main(["run", str(path), "--json"]) == 0
    out, err = capsys.readouterr()
    assert ("accuracy" in json.loads(out)["train"]) is (task == "classes")
    told = [line for line in err.splitlines() if "the target is guessed" in line]
    assert len(told) == 1 and repr(target) in told[0]
    assert ("a number" in told[0]) is (task == "values")
    data = with_guesses(table_of(name), "a.toml").data
    assert isinstance(data, Csv) and data.columns[target] == "target" and data.predicts == task


def test_where_the_columns_are_named_nothing_is_guessed(capsys):
    roles = {"column 1": "target", "column 2": "input", "column 3": "input"}
    named = table_of("s25b_wine_noheader.data", columns=roles, header=False)
    assert with_guesses(named, "a.toml") is named
    ring = Experiment()
    assert with_guesses(ring, "a.toml") is ring
    assert capsys.readouterr().err == ""


def test_what_a_person_has_said_of_a_table_stays(capsys):
    classes = with_guesses(table_of("s25_class_middle.csv", predicts="classes"), "a.toml")
    assert isinstance(classes.data, Csv) and classes.data.predicts == "classes"
    raw = replace_all(table_of("s25_class_middle.csv"), (("inputs.scaling", "none"),))
    assert with_guesses(raw, "a.toml").inputs.scaling == "none"
    assert with_guesses(table_of("s25_class_middle.csv"), "a.toml").inputs.scaling == "standardize"
    assert with_guesses(table_of("s10c_prices.csv"), "a.toml").output.targets == "standardize"
    capsys.readouterr()


def test_what_is_replaced_elsewhere_leaves_open_what_was_open(capsys):
    """After `--set optimizer.lr=0.1` prices were three hundred classes, and inputs were not scaled."""
    plain = table_of("s10c_prices.csv")
    edited = replace_all(plain, (("optimizer.lr", 0.1), ("data.train_share", 0.5)))
    assert edited == replace_all(edited, ()) and edited.data.train_share == 0.5
    found, wanted = with_guesses(edited, "a.toml"), with_guesses(plain, "a.toml")
    assert isinstance(found.data, Csv) and found.data.predicts == "values"
    assert (found.task, found.inputs, found.output) == (wanted.task, wanted.inputs, wanted.output)
    said = replace_all(plain, (("data.predicts", "classes"), ("inputs.scaling", "none")))
    assert {"predicts"} <= replace_all(said, (("optimizer.lr", 0.1),)).data.model_fields_set
    capsys.readouterr()
