"""What is said of curves beside their numbers: the key of bands and flags, and what a figure below 0 means."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from app.views.curves.head import FLAG, Entries, Sign
from app.views.curves.view import LossView, ScoreView
from core.frames import Mark
from tests.building.telling import telling
from tests.building.view_frames import experiment, metrics, shown, update

WORSE = "below 0: worse than the best constant answer"


def signs(view) -> list[tuple[str, Sign]]:
    return [(entry.name, entry.sign) for entry in view.head.entries if entry.sign is not Sign.LINE]


def test_the_key_names_band_and_flags_where_they_are_there_alone(qtbot):
    view = shown(qtbot, LossView(), experiment(2), (528, 200))
    tell, seen = telling(view), {name: values[1:] for name, values in metrics(0, 200, 1).items()}
    tell(update(metrics=metrics(0, 40)))
    assert signs(view) == []
    swings = seen | {"train.loss": seen["train.loss"] + 0.1}
    tell(dataclasses.replace(update(metrics=metrics(200, 2)), between=swings))
    qtbot.waitUntil(lambda: signs(view) == [("over an epoch", Sign.BAND)])
    tell(update(metrics=metrics(210, 1), marks=(Mark(50, "goal", "Goal"),)))
    qtbot.waitUntil(lambda: signs(view) == [("over an epoch", Sign.BAND), ("goal", Sign.FLAG)])
    tell(update(metrics=metrics(215, 1), marks=(Mark(60, "live", "Learning rate η 0.1"),)))
    qtbot.waitUntil(lambda: signs(view)[1:] == [("event", Sign.FLAG)])
    painted = view.head.findChild(Entries)
    assert [entry.name for entry in painted.readable()] == ["train", "test", "over an epoch", "event"]
    view.resize(330, 200)
    qtbot.waitUntil(lambda: [entry.name for entry in painted.readable()] == ["train", "test"])


def test_a_flag_is_whole_in_a_low_picture(qtbot):
    view = shown(qtbot, LossView(), experiment(2), (528, 150))
    telling(view)(update(metrics=metrics(0, 40), marks=(Mark(50, "goal", "Goal"),)))
    x, y = view.plot.flags.getData()
    spot = view.plot.px_of(x[0], y[0])
    assert spot.y() - FLAG / 2 >= view.plot.px_of(x[0], view.plot.box.viewRange()[1][1]).y()


def scored(qtbot, values: np.ndarray):
    view = shown(qtbot, ScoreView(), experiment(2, data={"kind": "sine"}, task="values"), (528, 200))
    told = metrics(0, len(values)) | {f"{part}.r2": values for part in ("train", "test")}
    telling(view)(update(metrics=told, baselines={"test.baseline": -0.0002}))
    return view


@pytest.mark.parametrize(
    ("values", "low", "worse"),
    [
        (np.array([-37.0, -12.0, -2.0, 0.3, 0.6, 0.8]), -0.2, False),  # where it began does not squeeze where it is
        (np.array([-37.0, -30.0, -20.0, -9.0, -0.8, -0.5]), -1.0, True),
        (np.linspace(-37.0, -30.0, 6), -40.0, True),  # nothing else is there to be seen
        (np.array([0.2, 0.3, 0.5, 0.6, 0.7, 0.8]), -0.2, False),
    ],
)
def test_an_r2_far_below_0_is_explained_and_leaves_room_for_what_matters(qtbot, values, low, worse):
    view = scored(qtbot, values)
    _, (y0, y1) = view.plot.box.viewRange()
    assert (y0, y1) == (low, 1.04)
    _, ys = view.plot.lines["train"].getData()
    assert ((ys >= y0) & (ys <= y1)).sum() >= 2, "some of the curve is seen"
    assert (WORSE in view.plot.toolTip()) is worse and (WORSE in view.plot.guess_words.toPlainText()) is worse
    if worse:
        words = view.plot.guess_words
        assert view.plot.guess.isVisible() and words.isVisible()
        assert view.plot.box.viewRect().contains(QRectF(words.mapRectToParent(words.boundingRect())))
    assert view.head.entries[0].text == f"{values[-1]:.3f}".replace("-", "−")
