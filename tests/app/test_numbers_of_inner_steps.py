"""Numbers of an update that makes several inner steps: all in a table, the chosen one in full."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from app.documents.intents import SetOption
from app.documents.view_state import ViewState
from app.look import theme as look
from app.views.arithmetic.view import ArithmeticView
from app.views.numbers.looked import UPDATE, write
from core.families import Line
from core.probes.arithmetic import Arithmetic
from core.training.session import Session
from tests.building.experiments import small
from tests.building.listening import Said

pytestmark = pytest.mark.usefixtures("kernel")
OPTIMIZER = {"kind": "lbfgs", "max_iter": 3}


@pytest.fixture(scope="module")
def searching():
    session = Session(small(engine="eager", optimizer=OPTIMIZER, batch_size="all"))
    session.advance(2)
    return session


@pytest.fixture
def sheet(qtbot, searching):
    frame = searching.frame(Arithmetic(layer="h1", unit=(0,)))
    view = ArithmeticView()
    qtbot.addWidget(view)
    view.resize(520, 560)
    view.show_theme(look.current())
    view.show_experiment(searching.experiment, searching.prepared)
    view.frames = {"account": frame}
    view.show()
    return view, frame.info["account"]


def tell(view, account, **options):
    named = {"numbers.phase": [UPDATE, account.update], "numbers.unit": ["h1", 0], **options}
    view.show_view(ViewState(sample=account.sample, options=named))
    return view.paper.toPlainText()


def stands_there(line: Line, text: str) -> bool:
    return f"= {write(line.result(0), 4)}" in text


def test_each_inner_step_stands_in_a_table_and_one_in_full(sheet):
    view, account = sheet
    text, search = tell(view, account), account.search
    assert f"{len(search.steps)} inner steps, {search.looks} looks at the loss. It ends there: {search.why}." in text
    for step in search.steps:
        for number in (step.loss, step.slope, step.length):
            assert write(number, 4) in text
    first = search.steps[0]
    assert all(write(float(each[-1]), 4) in text for each in (first.rho, first.alpha, first.beta))
    assert all(stands_there(line, text) for line in account.parameters[0].inner[0])


def test_another_inner_step_is_chosen_by_a_press(sheet):
    view, account = sheet
    tell(view, account)
    said = Said(view)
    view.paper.anchorClicked.emit(QUrl("inner:1"))
    assert said.intents[-1:] == [SetOption("numbers.inner", 1)]
    text = tell(view, account, **{"numbers.inner": 1})
    assert "Inner step 2" in text and all(stands_there(line, text) for line in account.parameters[0].inner[1])
    assert "Inner step 1" in tell(view, account, **{"numbers.inner": 99})  # there is no such one: the first


def test_an_update_of_one_step_says_nothing_of_inner_ones(qtbot, sheet):
    view, _ = sheet
    plain = Session(small()).frame(Arithmetic(layer="h1", unit=(0,)))
    view.frames = {"account": plain}
    assert "nner step" not in tell(view, plain.info["account"])
