"""What views and panels ask for: every kind of intent is carried out, an unknown one is an error."""

from __future__ import annotations

import pathlib
import typing

import numpy as np
import pytest

from app.documents import intents
from app.documents.experiment_store import Store
from app.network.lab import Lab
from app.panels import layer_edits
from core.documents.edits import replace
from core.experiment import Experiment
from core.runs.run import Label

VECTOR = np.zeros(3)
EXAMPLES = (
    intents.SetWeight("h1.weight", (0, 0), 1.5, "w from x₁ to unit 1"),
    intents.PutAt(VECTOR, drag=False),
    intents.KeepPoint("A"),
    intents.ForgetPoint("A"),
    intents.Say("Copied."),
    intents.ChooseSample(3),
    intents.Predict((0.5, 1.0)),
    intents.ChooseXAxis("epoch"),
    intents.LookAt(7),
    intents.GoOn(update=True),
    intents.ShowRun("no run"),
    intents.CallRun("no run", Label("the best")),
    intents.SeeRun("no run", on=True),
    intents.CompareRun("no run"),
    intents.ExportRun("no run", pathlib.Path("run.toml")),
    intents.SetOption("boundary.test", True),
    intents.PutOnAxis("h1.bias[0]", "bias of unit 1", 0),
    intents.DrawPoints(((0.0, 0.0, 1.0),)),
    intents.ErasePoints((0,)),
    intents.AddLayer("layers"),
    intents.RemoveLayer("layers.h1"),
    intents.Undo(),
)


def kinds(union: object) -> set[type]:
    return set(typing.get_args(union))


def test_the_examples_are_all_that_a_lab_is_asked_for():
    asked = kinds(intents.OnRuns) | kinds(intents.OnWeights) | kinds(intents.OnView) | kinds(intents.OnExperiment)
    assert {type(example) for example in EXAMPLES} == asked
    assert kinds(intents.Intent) == asked | kinds(intents.OnRoom)


@pytest.mark.parametrize("intent", EXAMPLES, ids=lambda intent: type(intent).__name__)
def test_a_lab_carries_out_every_intent(qtbot, intent):
    lab = Lab(Store(replace(Experiment(), "layers", layer_edits.added(()))))
    before, said = (lab.store.experiment, lab.store.view, lab.store.undo_text), []
    lab.sentence.connect(said.append)
    lab.obey(intent)
    idle = isinstance(intent, intents.Undo | intents.GoOn)  # there is no run yet
    assert idle or said or before != (lab.store.experiment, lab.store.view, lab.store.undo_text)
    lab.close()


def test_an_unknown_intent_is_an_error(qtbot):
    lab = Lab(Store(Experiment()))
    with pytest.raises(AssertionError):
        lab.obey("play")  # type: ignore[arg-type]
    lab.close()


def test_one_choice_looks_away_from_the_other(qtbot):
    lab = Lab(Store(Experiment()))
    lab.obey(intents.ChooseSample(3))
    lab.obey(intents.Predict((1.0, 2.0)))
    assert (lab.store.view.sample, lab.store.view.row) == (-1, (1.0, 2.0))
    lab.obey(intents.ChooseSample(4))
    assert (lab.store.view.sample, lab.store.view.row) == (4, ())
    lab.obey(intents.ChooseSample(None))
    assert lab.store.view.sample == -1
    lab.close()
