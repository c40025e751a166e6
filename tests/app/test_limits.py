"""What a file hides and locks holds for the controls that stand in no form too: recipe, pinned rows, the race's recipe
and its lecture bar, the card of the weight space."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.documents.experiment_store import Store
from app.documents.limits import FREE, LOCKED, Limits
from app.documents.view_state import ViewState
from app.network.lab import Lab
from app.network.lecture import LectureBar
from app.network.pins import Pins
from app.panels.recipe import Recipe
from app.race.lecture_bar import RateBar
from app.race.recipe import RaceRecipe
from app.shell.actions import Actions
from app.views.surface.card import SurfaceCard
from app.views.surface.choice import SurfaceChoice
from app.widgets.limited import limited, restrict
from core.experiment import Experiment
from core.probes.surface import Surface
from core.race import Race

EXPERIMENT = Experiment.parse({"layers": [{"name": "h1", "kind": "dense"}]})
PERCEPTRON = Experiment.parse({"layers": [], "rule": {"kind": "perceptron"}, "loss": {"kind": "mistakes"}})


def race(*kinds: str) -> Race:
    drawn = Race().model_copy(update={"racers": ()})
    for kind in kinds:
        drawn = drawn.model_copy(update={"racers": (*drawn.racers, drawn.another(kind))})
    return drawn


def hides(path: str) -> Limits:
    return Limits(hidden=frozenset((path,)))


def locks(path: str) -> Limits:
    return Limits(locked=frozenset((path,)))


def obeys(control: QWidget, restrict, path: str) -> None:
    """It is hidden, shown again, locked and free again, with its own tool-tip."""
    top, tip, able = control.window(), control.toolTip(), control.isEnabled()
    assert control.isVisibleTo(top)
    restrict(hides(path))
    assert not control.isVisibleTo(top)
    restrict(locks(path))
    assert control.isVisibleTo(top) and not control.isEnabled() and control.toolTip() == LOCKED
    restrict(FREE)
    assert control.isVisibleTo(top) and control.isEnabled() is able and control.toolTip() == tip


def test_what_is_said_of_a_path_holds_for_all_below_it():
    limits = Limits(frozenset(("optimizer",)), frozenset(("layers.h1.units",)))
    assert limits.hides("optimizer.lr") and limits.hides("optimizer") and not limits.hides("optimizers")
    assert limits.locks("layers.h1.units") and not limits.locks("layers.h1") and not limits.locks("layers.h1.unit")
    assert limits.locks("speed", "layers.h1.units") and not FREE.hides("speed") and not FREE.locks()


def test_tips_that_are_given_to_a_locked_control_are_kept_for_later(qtbot):
    control, window = QLabel(), QWidget()
    qtbot.addWidget(window)
    place = limited(control, "noise")
    QVBoxLayout(window).addWidget(place)
    place.restrict(locks("noise"))
    control.setToolTip("new")
    control.setEnabled(False)
    place.obey()
    assert control.toolTip() == LOCKED
    place.restrict(FREE)
    assert control.toolTip() == "new" and not control.isEnabled()
    place.restrict(hides("noise"))
    place.want(False)
    place.restrict(FREE)
    assert place.isHidden()
    place.want(True)
    assert not place.isHidden()


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("data", "data"), ("noise", "data.noise"), ("noise", "data"), ("activation", "layers.h1.activation"),
        ("optimizer", "optimizer"), ("learning rate", "optimizer.lr"), ("learning rate", "optimizer"),
        ("batch size", "batch_size"),
    ],
)  # fmt: skip
def test_the_recipe_obeys(qtbot, name, path):
    recipe = Recipe()
    qtbot.addWidget(recipe)
    recipe.show_experiment(EXPERIMENT)

    def restrict(limits: Limits) -> None:
        recipe.show_view(ViewState(hidden=tuple(limits.hidden), locked=tuple(limits.locked)))
        recipe.show_experiment(EXPERIMENT)

    obeys(recipe.controls()[name], restrict, path)


def test_the_recipes_rate_is_the_one_that_matters(qtbot):
    recipe = Recipe()
    qtbot.addWidget(recipe)
    recipe.show_experiment(EXPERIMENT)
    recipe.show_view(ViewState(locked=("rule.lr",)))
    assert recipe.rate.isEnabled()
    recipe.show_experiment(PERCEPTRON)
    assert not recipe.rate.isEnabled()


class Nobody:
    def __call__(self, name: str) -> object:
        raise KeyError(name)


@pytest.mark.parametrize("path", ["data.noise", "optimizer.lr", "batch_size"])
def test_a_pinned_row_obeys(qtbot, path):
    parent = QWidget()
    qtbot.addWidget(parent)
    store = Store(EXPERIMENT, ViewState(pinned=(path,)))
    bar = LectureBar(Actions(Nobody(), parent))
    QVBoxLayout(parent).addWidget(bar)
    pins = Pins(Lab(store, parent), bar, lambda _path: None, parent)
    parent.resize(1200, 80)
    parent.show()

    def restrict(limits: Limits) -> None:
        store.change_view(hidden=tuple(limits.hidden), locked=tuple(limits.locked))

    obeys(bar.controls[0], restrict, path)
    restrict(locks(path))
    pins.rebuild()
    assert not bar.controls[0].isEnabled()


def race_recipe(qtbot) -> RaceRecipe:
    recipe = RaceRecipe()
    qtbot.addWidget(recipe)
    recipe.show_race(race("sgd", "adam"), frozenset(), 0)
    recipe.more.setChecked(True)
    recipe.racers.cards[0].open_settings(True)
    return recipe


RACE = {
    "terrain": lambda recipe: recipe.choice,
    "start": lambda recipe: recipe.start_x,
    "noise": lambda recipe: recipe.noise,
    "racers": lambda recipe: recipe.racers.three,
    "racers.1": lambda recipe: recipe.racers.cards[0].name,
    "racers.1.name": lambda recipe: recipe.racers.cards[0].name,
    "racers.1.player": lambda recipe: recipe.racers.cards[0].method,
    "racers.1.optimizer": lambda recipe: recipe.racers.cards[0].method,
    "racers.1.optimizer.lr": lambda recipe: recipe.racers.cards[0].rate,
    "racers.1.optimizer.momentum": lambda recipe: recipe.racers.cards[0].momentum,
    "racers.2.optimizer.lr": lambda recipe: recipe.racers.cards[1].rate,
}


@pytest.mark.parametrize("path", RACE)
def test_the_races_recipe_obeys(qtbot, path):
    recipe = race_recipe(qtbot)

    def restrict(limits: Limits) -> None:
        recipe.restrict(limits)
        recipe.show_race(race("sgd", "adam"), frozenset(), 0)

    obeys(RACE[path](recipe), restrict, path)


def test_every_row_of_the_races_forms_obeys(qtbot):
    recipe = race_recipe(qtbot)
    forms = (recipe.terrain, recipe.fine, recipe.seeds, recipe.racers.cards[0].form)
    rows = [row for form in forms for row in form.rows() if row.isVisibleTo(recipe)]
    assert {"updates", "seeds.noise"} <= {row.path for row in rows}
    for row in rows:
        obeys(row, recipe.restrict, row.path)


def test_a_racer_that_comes_later_and_its_menu_obey(qtbot):
    recipe = race_recipe(qtbot)
    recipe.restrict(Limits(frozenset(("racers.3.name",)), frozenset(("racers", "racers.1.optimizer.lr"))))
    recipe.show_race(race("sgd", "adam", "sgd"), frozenset(), 0)
    card = recipe.racers.cards[2]
    assert not card.name.isVisibleTo(recipe) and not card.rate.isEnabled()
    menu = recipe.racers.cards[0].menu()
    able = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert not able["Good learning rate"] and not able["Remove"] and not able["Duplicate"]
    assert able["Tell its next update"]
    menu.deleteLater()


@pytest.mark.parametrize("number", [0, 1])
def test_the_races_lecture_bar_obeys(qtbot, number):
    bar = RateBar()
    qtbot.addWidget(bar)
    bar.show_race(race("sgd", "adam"), 0)
    obeys(bar.groups[number][0], bar.restrict, f"racers.{number + 1}.optimizer.lr")


CARD = {
    "surface.at": ("weights", lambda card: card.axes[0]),
    "surface.points": ("points", lambda card: card.points[0]),
    "surface.keep": ("weights", lambda card: card.keepers["A"]),
    "surface.log": ("weights", lambda card: card.checks["log"]),
    "surface.sight": ("weights", lambda card: card.checks["sight"]),
    "surface.metric": ("weights", lambda card: card.form.row("surface.metric")),
    "surface.span": ("weights", lambda card: card.form.row("surface.span")),
}


@pytest.mark.parametrize("path", CARD)
def test_the_card_of_the_weight_space_obeys(qtbot, path):
    window = QWidget()
    qtbot.addWidget(window)
    card = SurfaceCard(window)
    plane, control = CARD[path]
    card.show_choice(SurfaceChoice(), Surface(plane=plane))
    obeys(control(card), card.restrict, path)


def test_a_place_comes_and_goes_with_its_control_and_leaves_it_as_large_as_it_was(qtbot):
    window, free, held = QWidget(), QPushButton("go"), QPushButton("go")
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    place = limited(held, "noise")
    row.addWidget(free)
    row.addWidget(place)
    for button in (free, held):
        button.setFixedHeight(44)
    window.resize(300, 80)
    window.show()
    assert free.size() == held.size() and held.mapTo(window, QPoint(0, 0)).y() == free.y()
    held.hide()
    assert place.isHidden() and free.isVisible()
    restrict(window, locks("noise"))
    held.setToolTip("new")
    held.show()
    assert held.isVisible() and held.toolTip() == LOCKED
    restrict(window, hides("noise"))
    held.hide()
    held.show()
    assert not held.isVisible()
    restrict(window, FREE)
    assert held.isVisible() and held.toolTip() == "new"
