"""The picture of a study: a curve with its band for one setting, a heat map for two, the sorted starts for none."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtGui import QImage

import main as entry
from app.look.theme import LIGHT
from app.studies.curve import FAR, Curve, by_measure, key, stretches
from app.studies.heat_map import HeatMap
from app.studies.telling import sentence
from core.command_line.arguments import parse
from core.studies.axis import Axis
from core.studies.plan import plan
from core.studies.report import Report
from core.studies.result import Result
from core.studies.study import Study
from tests.building.experiments import small

pytestmark = pytest.mark.usefixtures("kernel")


def report(axes: tuple[Axis, ...], values: list[float], starts: int = 1, name: str = "test.loss") -> Report:
    """A study of which each run has come to one of the values, in their order."""
    study = Study(small(), axes, starts)
    planned = plan(study)
    found = {each.key: Result(each.key, "", {name: value}) for each, value in zip(planned, values, strict=True)}
    return Report("finished", study, planned, found, (name,), 0, 1.0)


def _items(plot) -> dict[float, object]:
    return {item.zValue(): item for item in plot.box.addedItems}


def test_line_and_band_are_median_and_middle(qapp):
    values = [float(number) for number in range(1, 22)]
    plot = Curve(report((Axis("optimizer.lr", (0.1, 0.2)),), values * 2, 21), LIGHT)
    items = _items(plot)
    assert items[-2].getData()[1].tolist() == [11.0, 11.0]
    assert sorted(set(items[-4].getData()[1])) == [3.0, 19.0], "the middle 80 %"
    assert items[-2].getData()[0].tolist() == [0.1, 0.2]


def test_a_logarithmic_axis_and_losses_that_lie_far_apart(qapp):
    plot = Curve(report((Axis("optimizer.lr", (0.1, 1.0), log=True),), [1.0, 10 * FAR]), LIGHT)
    x, y = _items(plot)[-2].getData()
    assert x.tolist() == [-1.0, 0.0] and y.tolist() == [0.0, np.log10(10 * FAR)]
    near = Curve(report((Axis("optimizer.lr", (0.1, 1.0), log=True),), [1.0, 2.0]), LIGHT)
    assert _items(near)[-2].getData()[1].tolist() == [1.0, 2.0]


def test_what_diverged_is_a_gap_and_its_band_reaches_the_rim(qapp):
    plot = Curve(report((Axis("optimizer.lr", (0.1, 0.2, 0.3)),), [1.0, 1.5, np.nan]), LIGHT)
    items = _items(plot)
    assert np.isnan(items[-2].getData()[1]).tolist() == [False, False, True]
    top = plot.box.viewRange()[1][1]
    assert items[-4].getData()[1].max() == pytest.approx(top) and top > 1.5


def test_of_a_study_half_made_only_values_of_which_there_is_something_are_joined(qapp):
    rates = (Axis("optimizer.lr", (0.1, 0.2, 0.3, 0.4)),)
    whole = report(rates, [1.0, 1.5, 1.2, 1.4])
    made = dict(list(whole.results.items())[:2])
    plot = Curve(dataclasses.replace(whole, results=made), LIGHT)
    bands = [item for item in plot.box.addedItems if item.zValue() == -4]
    assert [band.getData()[0].tolist() for band in bands] == [[0.1, 0.2, 0.2, 0.1]]
    assert stretches(np.array([True, False, True, True])) == [slice(0, 1), slice(2, 4)]
    assert not stretches(np.array([False, False]))


def test_choices_stand_by_their_names(qapp):
    plot = Curve(report((Axis("optimizer.kind", ("sgd", "adam")),), [1.0, 1.5]), LIGHT)
    assert plot.bottom._tickLevels == [[(0, "sgd"), (1, "adam")]]  # noqa: SLF001  # pyqtgraph has no reader


def test_starts_alone_are_sorted(qapp):
    plot = Curve(report((), [3.0, 1.0, 2.0], 3), LIGHT)
    x, y = _items(plot)[-2].getData()
    assert y.tolist() == [1.0, 2.0, 3.0] and x.tolist() == [1 / 6, 1 / 2, 5 / 6]
    assert plot.bottom.labelText == "share of the starts"


def test_figures_of_one_measure_share_a_curve_and_have_strokes_of_their_own():
    names = ("train.loss", "test.loss", "goal.update")
    assert by_measure(names) == [("train.loss", "test.loss"), ("goal.update",)]
    assert key(names, names) == ("━ train.loss", "╍ test.loss", "━ goal.update")


def test_the_stable_range_is_marked_where_the_band_lies_below_the_best_constant_answer(qapp):
    rates = (Axis("optimizer.lr", (0.01, 0.1, 1.0, 10.0), log=True),)
    told = report(rates, [0.9, 0.1, 0.2, np.nan], name="train.loss")
    found = Curve(told, LIGHT, constant=0.5).range
    assert found is not None and (found.low, found.high, found.limit) == (0.1, 1.0, 0.5)
    assert (found.least, found.starts) == (1, 1)
    assert Curve(told, LIGHT).range is None, "nobody knows the best constant answer"
    assert Curve(told, LIGHT, constant=0.05).range is None, "no rate learns"
    assert Curve(report(rates, [0.9, 0.1, 0.2, 1.0]), LIGHT, constant=0.5).range is None, "of the test part"
    other = report((Axis("optimizer.momentum", (0.1, 0.2)),), [0.1, 0.2], name="train.loss")
    assert Curve(other, LIGHT, constant=0.5).range is None, "no learning rate"


@pytest.mark.parametrize(("starts", "least"), [(5, 5), (20, 18)])
def test_so_many_starts_have_learned_in_the_stable_range(qapp, starts, least):
    rates = (Axis("optimizer.lr", (0.01, 0.1, 1.0)),)
    bad = starts - least
    values = [0.4999] * starts + [0.9] * bad + [0.1] * least + [0.9] * (bad + 1) + [0.1] * (least - 1)
    told = report(rates, values, starts, "train.loss")
    found = Curve(told, LIGHT, constant=0.5).range
    assert found is not None and (found.low, found.high) == (0.1, 0.1), "0.4999 is 0.5 but for rounding"
    said = sentence(told, 0.5, str)
    assert f"Stable from η = 0.1 to 0.1: there at least {least} of {starts} starts end below" in said
    flat = report(rates, [0.4999] * 3 * starts, starts, "train.loss")
    assert Curve(flat, LIGHT, constant=0.5).range is None and "Stable" not in sentence(flat, 0.5, str)


def test_what_is_bad_in_between_ends_the_stable_range(qapp):
    rates = (Axis("optimizer.lr", (0.01, 0.1, 1.0, 10.0), log=True),)
    found = Curve(report(rates, [0.2, 0.9, 0.1, 0.3], name="train.loss"), LIGHT, constant=0.5).range
    assert found is not None and (found.low, found.high) == (1.0, 10.0)


@pytest.mark.parametrize(("name", "strongest"), [("test.loss", 0), ("test.accuracy", 3)])
def test_the_better_the_stronger(qapp, name, strongest):
    axes = (Axis("optimizer.lr", (0.1, 0.2)), Axis("layers.h1.units", (2, 3, 4)))
    heat = HeatMap(report(axes, [0.1, 0.2, 0.3, 0.9, 0.5, np.nan], name=name), LIGHT)
    heat.resize(400, 300)
    image = heat.grab().toImage()
    corners = [heat.place_of(cell).topLeft().toPoint() for cell in range(6)]
    blue = [image.pixelColor(corner.x() + 4, corner.y() + 4) for corner in corners]
    depth = [colour.redF() for colour in blue[:5]]
    assert depth.index(min(depth)) == strongest
    assert blue[5].name().upper() == LIGHT.missing
    heat.deleteLater()


@pytest.mark.parametrize("vary", [(), ("--vary", "optimizer.lr=0.1,0.3"), ("--vary", "optimizer.lr=0.1,0.3", "--vary", "optimizer.kind=sgd,adam")])  # fmt: skip
def test_the_command_draws_it(qapp, vary, tmp_path, capsys):
    path = tmp_path / "out.png"
    status = entry.main(["study", "circle", "--updates", "20", "--starts", "3", *vary, "--picture", str(path)])
    assert status == 0, capsys.readouterr().err
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1200, 940)


def test_its_options_are_read():
    found = parse(["study", "circle", "--vary", "optimizer.lr=1,2", "--starts", "4", "--luck", "all", "--workers", "3"])
    assert (found.vary, found.starts, found.luck, found.workers) == (["optimizer.lr=1,2"], 4, "all", 3)
