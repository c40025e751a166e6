"""Which of several answers a picture shows: names side by side, or a list where there is no room for them."""

from __future__ import annotations

import pytest

from app.documents.view_state import ViewState
from app.views.drawing.answer_bar import OPTION, AnswerBar
from core.data.preparation import prepare
from tests.building.experiments import layer, small


@pytest.fixture
def bar(qtbot):
    made = small(
        data={"kind": "two_questions", "samples": 30},
        task={"kind": "answers"},
        loss={"kind": "binary_cross_entropies"},
        layers=[layer(2)],
    )
    bar = AnswerBar()
    qtbot.addWidget(bar)
    bar.show_answers(made, prepare(made), ViewState(options={OPTION: "1"}))
    bar.show()
    return bar


@pytest.mark.parametrize("room", ["enough", "little"])
def test_every_name_is_whole_and_what_is_chosen_is_said(bar, room):
    enough = room == "enough"
    bar.resize(bar.segments.sizeHint().width() - (0 if enough else 1), bar.height())
    assert bar.segments.isVisible() is enough and bar.list.isVisible() is not enough
    assert (bar.segments.value(), bar.list.currentText()) == ("1", "above line")
    said = []
    bar.chosen.connect(said.append)
    if enough:
        bar.segments.choose("0")
    else:
        bar.list.setCurrentIndex(1)
        bar.list.activated.emit(1)
    assert said == ["0"] and (bar.segments.value(), bar.list.currentText()) == ("0", "in disc")
    assert [bar.list.itemText(place) for place in range(3)] == ["together", "in disc", "above line"]


def test_it_needs_no_more_than_the_list_does(bar):
    assert bar.minimumSizeHint().width() <= bar.list.minimumSizeHint().width() < 2 * bar.sizeHint().width()
    assert bar.sizeHint().width() == bar.segments.sizeHint().width()


def test_where_nothing_is_answered_apart_it_is_not_there(bar):
    bar.show_answers(small(), None, ViewState())
    assert bar.isHidden()
