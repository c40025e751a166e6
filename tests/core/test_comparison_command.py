"""`descent-lab run` of a comparison: all its runs, a row each, and what they share."""

from __future__ import annotations

import json

import pytest

import main as entry
from core.comparison import Comparison, shelf
from core.training.session import Session

pytestmark = pytest.mark.usefixtures("kernel")
TEXT = """
kind = "comparison"
name = "SGD"
[base]
batch_size = 20
[base.optimizer]
kind = "sgd"
lr = 0.1
[[twins]]
name = "Adam"
edits = { "optimizer.kind" = "adam" }
[[twins]]
edits = { "layers" = [{ kind = "dense", units = 8 }] }
"""


@pytest.fixture
def run(capsys, tmp_path):
    """Carry `run` out of a text: exit status, standard output and standard error."""

    def carry_out(text: str, *typed: str) -> tuple[int, str, str]:
        path = tmp_path / "a.toml"
        path.write_text(text, encoding="utf-8")
        status = entry.main(["run", str(path), *typed])
        return status, *capsys.readouterr()

    return carry_out


def test_a_row_for_each_run_with_the_numbers_it_has_alone(run):
    status, out, _ = run(TEXT, "--updates", "30", "--json")
    found = json.loads(out)
    assert status == 0 and [row["name"] for row in found["runs"]] == ["SGD", "Adam", "C"]
    assert found["parted"] == ["optimizer.kind", "layers"] and found["pace"] == "updates"
    assert [row["settings"]["optimizer.kind"] for row in found["runs"]] == ["sgd", "adam", "sgd"]
    for row, lane in zip(found["runs"], Comparison.loads(TEXT).experiments(), strict=True):
        session = Session(lane)
        session.advance(30)
        assert row["test"]["loss"] == session.evaluate()["test.loss"] and row["updates"] == 30


def test_for_a_person(run):
    status, out, _ = run(TEXT, "--epochs", "2")
    rows = out.splitlines()
    assert status == 0 and rows[0] == "3 runs, to be compared by updates"
    assert rows[1] == "  shared: data ✓  split ✓  start — (other shapes)  order ✓"
    assert rows[3].startswith("  Adam  finished after 26 updates, 500 samples  train loss 0.")
    assert rows[3].endswith("optimizer.kind adam, layers []") and rows[4].endswith("optimizer.kind sgd, layers [dense]")
    assert rows[5].startswith("Same luck removes one cause of difference, not all")


def test_a_lone_run_shares_with_nobody(run):
    out = run('kind = "comparison"\n', "--updates", "3")[1].splitlines()
    assert out[0] == "1 run" and len(out) == 2 and "optimizer" not in out[1]


def test_what_is_typed_is_set_in_all_runs_that_have_it(run):
    found = json.loads(run(TEXT, "--updates", "2", "--set", "optimizer.beta1=0.5", "--seed", "3", "--json")[1])
    assert "optimizer.beta1" in found["parted"]
    assert [row["settings"].get("optimizer.beta1") for row in found["runs"]] == [None, 0.5, None]
    typed = ("--set", "optimizer.kind=adam", "--set", "optimizer.beta1=0.5")
    found = json.loads(run(TEXT, "--updates", "2", *typed, "--json")[1])
    assert [row["settings"]["optimizer.kind"] for row in found["runs"]] == ["adam"] * 3


def test_one_that_diverges_is_told_and_all_that_do_end_it_with_3(run):
    wild = '[base.data]\nkind = "plane"\n[base.loss]\nkind = "mean_squared"\n[base.optimizer]\nkind = "sgd"\nlr = 300.0\n[[twins]]\n'
    text = f'kind = "comparison"\n[base]\nevaluate_every = 1\n{wild}'
    status, out, _ = run(f'{text}edits = {{ "optimizer.lr" = 0.01 }}', "--updates", "50", "--json")
    assert status == 0 and [row["state"] for row in json.loads(out)["runs"]] == ["diverged", "finished"]
    assert run(text, "--updates", "50")[0] == 3


@pytest.mark.parametrize(
    ("text", "typed", "told"),
    [
        (TEXT, (), "has no stop rule"),
        (TEXT, ("--updates", "2", "--set", "optimizer.lrr=1"), "optimizer.lrr: is not a known key"),
        (TEXT, ("--updates", "2", "--weights", "w.safetensors"), "a network for each of its runs"),
        (TEXT, ("--updates", "2", "--resume", "w.safetensors"), "a network for each of its runs"),
        (TEXT, ("--updates", "2", "--history", "h.csv"), "evaluations of several runs"),
        (TEXT.replace("adam", "adamm"), ("--updates", "2"), "twins.Adam.edits.optimizer.kind"),
        ('kind = "comparison"\n[base]\nlayers = 3\n', ("--updates", "2"), "base.layers"),
    ],
)
def test_bad_input_is_one_sentence_with_its_place(run, text, typed, told):
    status, _, err = run(text, *typed)
    assert status == 2 and told in err and len(err.strip().splitlines()) == 1


def test_the_shelf_names_every_file_in_its_folder():
    files = {path.stem for path in shelf.COMPARISONS.glob("*.toml")} - {shelf.ORDER_FILE.removesuffix(".toml")}
    assert set(shelf.names()) == files
