"""Values of large numbers are learned standardized, and shown in their own unit wherever they are shown."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.preparation import prepare
from core.data.scaling import Unit
from core.experiment import Experiment
from core.probes.boundary import Boundary
from core.probes.results import Results
from core.training.session import Session
from tests.building.places import CASES

pytestmark = pytest.mark.usefixtures("kernel")


def prices(targets: str, **more) -> Experiment:
    data = {"kind": "csv", "path": str(CASES / "s10c_prices.csv"), "predicts": "values"}
    return Experiment.parse(
        {
            "data": data,
            "task": "values",
            "output": {"targets": targets},
            "inputs": {"scaling": "standardize"},
            "optimizer": {"kind": "adam", "lr": 0.02},
            **more,
        }
    )


def test_a_unit_there_and_back():
    y = np.array([245_038.0, 195_661.0, 339_256.0])
    unit = Unit.of(y)
    scaled = unit.targets(y)
    assert scaled.mean() == pytest.approx(0, abs=1e-12) and scaled.std() == pytest.approx(1)
    np.testing.assert_allclose(unit(scaled), y)
    assert Unit()(y) is y and Unit().targets(y) is y and Unit().own and not unit.own
    assert Unit.of(np.full(4, 7.0)) == Unit(7.0, 1.0), "values that are all alike are only shifted"


def test_the_training_part_alone_decides_and_it_is_said():
    prepared = prepare(prices("standardize"))
    known = prepared.table.y[prepared.train]
    assert prepared.unit == Unit(float(known.mean()), float(known.std()))
    np.testing.assert_allclose(prepared.targets[:, 0], (prepared.table.y - known.mean()) / known.std())
    assert prepared.notes[-1].startswith(f"price is standardized for learning: minus its mean {known.mean():,.6g}")
    assert prepared.table.y.max() > 100_000, "the data stay what they are"


@pytest.mark.parametrize(
    "experiment", [prices("as given"), Experiment(), Experiment.parse({"output": {"targets": "standardize"}})]
)
def test_values_as_given_and_classes_have_no_unit(experiment):
    prepared = prepare(experiment)
    assert prepared.unit.own and not any("standardized for learning" in note for note in prepared.notes)


def test_prices_are_learned_and_shown_in_their_own_numbers():
    """Without it the same run explains nothing: the outputs never come near 300,000."""
    session, plain = Session(prices("standardize")), Session(prices("as given"))
    session.advance(1500)
    plain.advance(1500)
    found = session.evaluate()
    assert found["test.r2"] > 0.8 > 0.1 > plain.evaluate()["test.r2"]
    prepared = session.prepared
    outputs = session.learner.outputs(prepared.x[prepared.test])
    error = outputs[:, 0] * prepared.unit.scale + prepared.unit.shift - prepared.table.y[prepared.test]
    assert found["test.mse"] == pytest.approx(np.mean(error**2))
    assert found["test.loss"] == pytest.approx(np.mean((outputs - prepared.targets[prepared.test]) ** 2))
    results = session.frame(Results()).arrays
    np.testing.assert_allclose(results["answer"][:, 0] - results["y"], error, rtol=1e-6)
    picture = session.frame(Boundary()).arrays
    assert 100_000 < np.median(picture["answers"]) < 700_000 and 100_000 < np.median(picture["answered"]) < 700_000


def test_other_data_do_not_keep_it():
    from core.documents.edits import replace

    assert replace(prices("standardize"), "data", {"kind": "plane"}).output.targets == "as given"
