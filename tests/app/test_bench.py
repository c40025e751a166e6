"""The bench: its command, its table, and one measurement that takes a moment."""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.util
import json

import pytest

from app import bench
from app.bench import rows, start
from app.bench.live import Seen, rows_of
from app.bench.rows import Grid, Row
from core.command_line.typed_values import BENCHES
from core.comparison import Comparison
from core.engines.capturable import reason_against_replay
from core.probes.weights import Weights
from tests.building.experiments import small

KEYS = {"name", "work", "bar", "figure", "unit", "met", "note"}


@pytest.mark.parametrize("name", BENCHES)
def test_every_name_has_a_measurement(name):
    assert callable(importlib.import_module(f"app.bench.{name}").measure)


def test_a_race_is_measured_and_told_as_json(monkeypatch, capsys):
    from app.bench import race

    monkeypatch.setattr(race, "DRAGS", 2)
    monkeypatch.setattr(race, "_drawn", lambda: Row("drawn", "", "", None, "ms", None, "no window here"))
    assert bench.run(argparse.Namespace(names=["race"], json=True)) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"machine", "rows", "grids"} and all(set(row) == KEYS for row in found["rows"])
    computed, drawn = found["rows"]
    assert computed["figure"] > 0 and computed["met"] is (computed["figure"] <= race.MOST) and drawn["figure"] is None


def test_the_table_says_what_was_not_measured():
    shown = [
        Row("speed", "a net", "2 ×", 3.14159, "×", True, "a against b"),
        Row("card", "a graph", "5 ×", None, "×", None, "no NVIDIA GPU was found"),
        Grid("Sizes", "tanh", "updates a second", ("1 layer",), ("4 units", "8 units"), ((1234.5, 9.87),)),
    ]
    text = rows.table(shown, {"cores": 2, "load": None})
    assert "| speed | a net | 2 × | 3.14 × (a against b) | yes |" in text
    assert "| card | a graph | 5 × | not measured (no NVIDIA GPU was found) |  |" in text
    assert "| 1 layer | 1,234 | 9.87 |" in text and text.endswith("cores 2")


def test_pairs_are_measured_in_turn():
    calls = iter(range(100))
    first, second, ratio = rows.median_of_pairs(lambda: (float(2 * next(calls) + 2), 1.0))
    assert (first, second, ratio) == (6.0, 1.0, 6.0)


@pytest.mark.parametrize("script", [start.BARE, start.OURS])
def test_the_scripts_of_the_start_import_what_there_is(script):
    """They are texts, which neither the linter nor the type checker reads."""
    named = [node.module for node in ast.walk(ast.parse(script)) if isinstance(node, ast.ImportFrom)]
    assert named and all(importlib.util.find_spec(str(module)) for module in named)


@pytest.mark.parametrize(
    ("rate", "blitting", "met"),
    [
        (90.0, 93.0, True),  # above 85 % and .95 of the ceiling
        (86.0, 99.0, False),  # above 85 %, and far below what a window leaves
        (80.0, 82.0, True),  # the ceiling lies below 85 %
        (84.0, 86.0, False),  # it does not
    ],
)
def test_a_live_share_counts_against_what_any_window_leaves(rate, blitting, met):
    slow, odd = Seen(rate / 4, 31.0, 9.0, 25.0, blitting / 4), Seen(1.0, 3.0, 99.0, 100.0, 1.0)
    share, pictures, smooth = rows_of([slow, Seen(rate, 33.0, 8.0, 100.0, blitting), odd], "fused")
    assert (round(share.figure or 0, 6), share.met) == (rate, met)  # the median of the pairs, at whatever speed
    assert (pictures.figure, pictures.met) == (31.0, True) and (smooth.figure, smooth.met) == (9.0, True)


def test_a_scrub_is_measured_at_the_picture_of_the_very_update(monkeypatch, kernel):
    from app.bench import scrub

    monkeypatch.setattr(scrub, "LOOKS", 3)
    run = scrub.Run("playground", 3000, {"weights": Weights()}, 50.0, 10.0)
    seen = scrub.looked(run)
    assert len(seen) == 3 and all(0 < each.first <= each.exact for each in seen)
    exact, nearest = scrub.rows_of(run, [scrub.Seen(4.0, 60.0, 5.0, 70.0)] * 20)
    assert (exact.figure, exact.met, nearest.figure, nearest.met) == (60.0, False, 4.0, True)
    assert "70 ms by the clock" in exact.note and "3,000 updates" in exact.work


def test_four_runs_are_measured_beside_one():
    from app.bench import four

    experiments = four.beside(Comparison(base=small())).experiments()
    assert [each.optimizer.lr for each in experiments] == [0.1, *four.RATES]
    rows = four.rows_of([four.Stretch(100.0, 10.0)] * 3, [four.Stretch(300.0, 30.0, 14.0, 400.0)] * 3)
    assert [(row.figure, row.met) for row in rows] == [(30.0, False), (75.0, True), (14.0, False)]
    assert [row.note for row in rows[:2]] == ["with one run 10 ms", "300 updates/s, one in the window 100"]


def test_a_thousand_listed_runs_are_measured_by_turns_with_one(tmp_path, kernel):
    from app.bench import listed
    from core.runs.store import RunStore

    listed.fill(tmp_path, small(), runs=3, updates=20)
    with RunStore(tmp_path) as store:
        entries = store.entries()
        assert not entries, "of 20 updates none is listed"
        listed.fill(tmp_path, small(), runs=3, updates=60)
        entries = store.entries()
        assert [entry.letter for entry in entries] == ["C", "B", "A"] and all(entry.made == 60 for entry in entries)
        assert store.curves(entries[0].id) is not None, "there is a curve to be seen"
    smooth = (listed.Stretch(10.0, 0.3),) * 3
    found = listed.rows_of(listed.Seen(smooth, (listed.Stretch(12.0, 0.35),) * 3, 20.0))
    assert [(row.figure, row.met) for row in found] == [(12.0, True), (20.0, True)]
    assert found[0].note == "alone 10 ms; the window's own thread takes 35% of a core, alone 30%"
    slow = listed.rows_of(listed.Seen(smooth, (listed.Stretch(40.0, 0.9),) * 3, None))
    assert [(row.figure, row.met) for row in slow] == [(40.0, False), (None, None)] and slow[1].note


def test_the_dearest_dock_counts():
    from app.bench import switches

    usual = switches.Cost(20.0, 30.0)
    row = switches.row_of_docks({"Loss": usual, "Numbers": switches.Cost(120.0, 500.0), "Runs": usual})
    assert (row.figure, row.met) == (120.0, False) and row.note == "Numbers; 20 ms is the median of 3"


def test_what_is_measured_on_a_gpu_can_be_captured():
    from app.bench import gpu

    assert [reason_against_replay(experiment) for _, experiment, _ in gpu.nets()] == ["", ""]
