"""Forms made from declarations: everything declared is shown, and every edit names its path."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.forms import editors
from app.forms.form import Form, explain
from app.forms.suggestions_field import SuggestionsField
from app.widgets import number_text
from core import registry
from core.documents.suggestions import Suggestion
from core.experiment import Experiment, Inputs, Stop
from core.layers.dense import Dense
from core.params import Component, Model, Range, flag, integer, number, param_of, params_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform

COMPONENTS = [(name, kind) for name in registry.FAMILIES for kind in registry.family(name)]


class Sample(Model):
    """A model with one of each."""

    rate: float = number(0.1, 0.01, 1, above=0, below=2, label="Rate", symbol="η", help="How fast.", live=True)
    size: int = integer(2, 1, 8, minimum=1, label="Size", help="How large.", cost="slow")
    deep: bool = flag(False, label="Deep", help="Whether it goes deeper.")
    depth: int = integer(3, 1, 9, label="Depth", help="How deep.", when=("deep", (True,)))
    rare: float = number(0.5, 0, 1, label="Rare", help="Rarely needed.", advanced=True)


def make(qtbot, model, prefix: str = "", **options):
    """A form that shows a model, and what it emits from now on."""
    form = Form(prefix, **options)
    qtbot.addWidget(form)
    form.show_model(model)
    said: list = []
    form.edited.connect(lambda path, value: said.append((path, value)))
    form.finished.connect(lambda: said.append("finished"))
    return form, said


@pytest.mark.parametrize(("family", "kind"), COMPONENTS, ids=[f"{family}-{kind}" for family, kind in COMPONENTS])
def test_every_declared_parameter_is_shown(qtbot, family, kind):
    cls = registry.find(family, kind)
    form, said = make(qtbot, cls(), "part.")
    declared = [param for param in params_of(cls) if editors.is_shown(param)]
    assert {param.type for param in params_of(cls)} - editors.SHOWN <= {
        "hidden",
        "points",
        "layers",
    }  # points are drawn and layers have cards, neither is typed
    for param in declared:
        row = form.row(f"part.{param.name}")
        assert row is not None
        value = getattr(cls(), param.name)
        assert row.editor.value() == getattr(value, "kind", value)
        assert (row.editor.focusProxy() or row.editor).accessibleName()
    assert said == []


def test_the_whole_experiment_has_a_form(qtbot):
    form, said = make(qtbot, Experiment())
    assert form.row("batch_size") and form.row("speed") and form.row("optimizer.lr") and form.row("data.kind")
    assert form.row("layers") is None and said == []


def test_an_edit_names_its_path(qtbot):
    form, said = make(qtbot, Sample(), "part.")
    row = form.row("part.rate")
    row.editor.field.selectAll()
    QTest.keyClicks(row.editor.field, "0,3")
    QTest.keyClick(row.editor.field, Qt.Key.Key_Return)
    form.row("part.deep").editor.click()
    assert said == [("part.rate", 0.3), "finished", ("part.deep", True), "finished"]


def test_showing_says_nothing_and_keeps_the_widgets(qtbot):
    form, said = make(qtbot, Sample())
    before = form.row("rate").editor
    form.show_model(Sample(rate=0.7, size=40, deep=True, depth=5))
    assert form.row("rate").editor is before and before.value() == 0.7
    assert said == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("rate", -1), ("rate", 0), ("rate", 1e-9), ("rate", 1.5), ("rate", 2), ("size", 0), ("size", 1), ("size", 2.5)],
)
def test_a_field_refuses_what_the_declaration_does(name, value):
    try:
        Sample.model_validate({name: value})
        right = True
    except ValueError:
        right = False
    limits = param_of(Sample, name).limits
    assert (number_text.refusal(value, limits) == "") == right


def test_a_field_takes_the_declared_limits(qtbot):
    form, _ = make(qtbot, Sample())
    assert form.row("rate").editor.limits == Range(0.01, 1, above=0, below=2)
    assert form.row("size").editor.limits == Range(1, 8, minimum=1, whole=True)


def test_what_does_not_matter_is_hidden(qtbot):
    form, _ = make(qtbot, Sample())
    assert form.row("depth").isHidden()
    form.show_model(Sample(deep=True))
    assert not form.row("depth").isHidden()


def test_the_rarely_needed_waits(qtbot):
    form, _ = make(qtbot, Sample())
    assert form.row("rare").isHidden() and not form.fine.isHidden()
    form.fine.click()
    assert not form.row("rare").isHidden()


def test_the_fields_word_stands_beside_the_everyday_one(qtbot):
    form, _ = make(qtbot, Dense(name="h1"))
    for path, words in (
        ("dropout", ["Switch off at random", "p", "dropout"]),
        ("initializer", ["Starting weights", "initializer"]),
    ):
        labels = [label.text() for label in form.row(path).findChildren(QLabel) if label.text()]
        assert labels[: len(words)] == words


def test_a_value_beyond_the_usual_names_its_cost(qtbot):
    form, _ = make(qtbot, Sample(size=40))
    assert form.row("size").note.text() == "Beyond the usual 1 … 8: slow."
    form.show_model(Sample(size=4))
    assert form.row("size").note.isHidden()


def test_a_refused_value_is_said_beside_it(qtbot):
    form, said = make(qtbot, Sample())
    row = form.row("rate")
    row.editor.field.selectAll()
    QTest.keyClicks(row.editor.field, "2")
    QTest.keyClick(row.editor.field, Qt.Key.Key_Return)
    assert row.note.text() == "Must be below 2" and not row.note.isHidden() and said == []


def test_problems_from_elsewhere_stand_beside_their_entry(qtbot):
    form, _ = make(qtbot, Experiment())
    assert form.show_problem("optimizer.lr", "is too large for this data")
    assert form.row("optimizer.lr").note.text() == "Is too large for this data"
    assert form.show_problem("optimizer.kind", "needs a gradient")
    assert not form.show_problem("layers.h1.units", "no such entry here")
    form.clear_problems()
    assert form.row("optimizer.lr").note.isHidden()


def test_a_component_in_a_component(qtbot):
    form, said = make(qtbot, Dense(activation={"kind": "tanh"}), "layers.h1.")
    combo = form.row("layers.h1.activation").editor
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert said[0] == ("layers.h1.activation.kind", combo.value()) and said[1] == "finished"
    form.show_model(Dense(activation={"kind": "maxout"}))
    assert form.row("layers.h1.activation.kind").editor.value() == "maxout"
    inner = form.row("layers.h1.activation.sums")
    QTest.keyClick(inner.editor.slider, Qt.Key.Key_Right)
    assert said[-1] == ("layers.h1.activation.sums", 3)
    form.show_model(Dense(activation={"kind": "tanh"}))
    assert form.row("layers.h1.activation.sums") is None


def test_automatic_is_a_choice_of_its_own(qtbot):
    form, said = make(qtbot, Experiment().output, "output.", output_only=True)
    combo = form.row("output.activation").editor
    assert combo.value() == "auto" and any(option.key == "softmax" for option in combo.options())
    QTest.keyClick(combo, Qt.Key.Key_Down)
    QTest.keyClick(combo, Qt.Key.Key_Up)
    edits = [item for item in said if item != "finished"]
    assert edits[0][0] == "output.activation.kind" and edits[1] == ("output.activation", "auto")


def test_softmax_is_no_hidden_activation(qtbot):
    form, _ = make(qtbot, Dense())
    assert all(option.key != "softmax" for option in form.row("activation").editor.options())


def test_a_number_that_may_be_absent(qtbot):
    form, said = make(qtbot, Stop(), "stop.")
    row = form.row("stop.target")
    assert row.editor.value() is None
    row.editor.check.click()
    assert said[0][0] == "stop.target" and said[0][1] > 0


def test_only_chosen_fields(qtbot):
    form, _ = make(qtbot, Experiment(), fields=("optimizer", "batch_size"))
    assert {row.path for row in form.rows() if "." not in row.path} == {"optimizer", "batch_size"}
    other, _ = make(qtbot, Inputs(), "inputs.", without=("scaling",))
    assert other.row("inputs.scaling") is None


def test_refused_kinds_are_greyed(qtbot):
    form, _ = make(qtbot, Experiment())
    form.refuse("loss", {"hinge": "the task is values"})
    combo = form.row("loss").editor
    greyed = [option.key for option in combo.options() if option.refusal]
    assert greyed == ["hinge"]


def test_what_starts_anew_is_marked(qtbot):
    from app.widgets.icon_button import IconMark

    form, _ = make(qtbot, Sample())
    assert form.row("size").findChild(IconMark) is not None
    assert form.row("rate").findChild(IconMark) is None


def test_every_component_explains_itself(qtbot):
    for family, kind in COMPONENTS:
        cls: type[Component] = registry.find(family, kind)
        card = explain(cls)
        qtbot.addWidget(card)
        assert card.accessibleName() == cls.label != ""


def test_what_is_this(qtbot):
    from app.widgets.popover import Popover

    form, _ = make(qtbot, Experiment(), fields=("loss",))
    form.show()
    form.row("loss").help_button.click()
    card = form.findChild(Popover)
    assert card is not None and card.accessibleName() == Experiment().loss.label
    card.close()


def test_what_to_try_is_written_as_one_text_and_what_stays_keeps_its_change(qtbot):
    look, rate = Suggestion(say="Look at it."), Suggestion(say="Try a large rate.", do={"optimizer.lr": 3.0})
    field = SuggestionsField("What to try")
    qtbot.addWidget(field)
    field.set_value((look, rate))
    assert field.text() == "Look at it. Try a large rate." and field.value() == (look, rate)
    field.setText("Try a large rate. Then go home.")
    assert field.value() == (rate, Suggestion(say="Then go home."))
