"""What help and the notes beyond a usual range say of how much there is to do: counted, never timed, with a
case in which it must not be said."""

from __future__ import annotations

import re
import sys

import pytest
import torch

from core import registry
from core.documents.edits import replace
from core.engines import choice
from core.experiment import Experiment
from core.families import Optimizer
from core.messages import BadInput
from core.networks.blueprint import blueprint
from core.params import params_of
from core.race import shelf
from core.race.tracks import tracks
from core.surfaces.effort import multiplications
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.presets import preset, to_the_end

pytestmark = pytest.mark.usefixtures("kernel")


def calls_of(session: Session, updates: int) -> int:
    """How many functions of Python are called meanwhile."""
    count = 0

    def count_up(_frame: object, event: str, _what: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(count_up)
    try:
        session.advance(updates)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("engine", "first", "updates", "between"), [("fused", 6000, 10_000, False), ("eager", 20, 100, True)])  # fmt: skip
def test_the_kernel_makes_many_updates_in_a_row_without_python_and_pytorch_does_not(engine, first, updates, between):
    session = Session(small(engine=engine, evaluate_every=25))
    session.advance(first)  # the first states of a run are kept one by one
    assert (calls_of(session, updates) > updates) is between
    told = next(param.help for param in params_of(Experiment) if param.name == "engine")
    assert "without Python in between" in told and "hundreds of times" not in told


def test_the_kernels_numbers_differ_from_pytorchs_by_roundings_only():
    made = []
    for engine in ("fused", "eager"):
        session = Session(small(engine=engine))
        session.advance(20)
        made.append(session.vector())
    assert made[0] == pytest.approx(made[1], abs=1e-12)


@pytest.mark.parametrize(("units", "said"), [(64, False), (600, True)])
def test_how_much_the_kernel_takes_by_itself_is_said_only_beyond_it(units, said):
    experiment = small(layers=[layer(units), layer(units, name="h2")])
    session = Session(experiment)
    count = len(session.vector()) * 8  # the kernel works on eight samples at least
    assert (count > choice.LARGEST) is said
    assert (session.learner.engine_reason == choice.TOO_MUCH) is said and "2,000,000" in choice.TOO_MUCH
    assert "faster" not in choice.TOO_MUCH


@pytest.mark.parametrize("kind", ["dense", "sparse_dense", "residual_dense", "rnn", "gru", "lstm"])
def test_wider_layers_take_more_multiplications(kind):
    sequence = kind in ("rnn", "gru", "lstm")
    data = {"kind": "recall", "samples": 40, "steps": 5} if sequence else {"kind": "circle", "samples": 40}

    def work(units: int) -> int:
        experiment = small(data=data, layers=[{"kind": kind, "name": "h1", "units": units}])
        session = Session(experiment)
        return multiplications(blueprint(experiment, session.prepared.shape, session.prepared.outputs))

    assert work(8) < work(16) < work(64)
    assert "multiplications" in costs(kind)


def costs(kind: str, family: str = "layers") -> str:
    """What is said beyond the usual ranges of a component."""
    return " ".join(param.cost for param in params_of(registry.find(family, kind)))


def test_what_has_no_weights_says_nothing_of_multiplications():
    for kind in ("max_pool", "flatten", "dropout", "embedding"):
        assert "multiplications" not in costs(kind)


@pytest.mark.parametrize("family", ["layers", "datasets", "optimizers"])
def test_no_note_beyond_a_range_speaks_of_time(family):
    for kind in registry.family(family):
        assert not re.search(r"slow|longer|fast", costs(kind, family)), kind


def test_an_epoch_goes_through_all_samples_and_the_noise_costs_none():
    def seen(samples: int) -> int:
        session = Session(small(data={"kind": "circle", "samples": samples}))
        session.advance(500)
        return round(session.course.state.samples / session.course.epochs)

    assert seen(60) == 30 and seen(600) == 300
    noted = {param.name: param.cost for param in params_of(registry.find("datasets", "circle"))}
    assert noted["samples"] == "an epoch goes through all of them" and not noted["noise"]


@pytest.mark.parametrize("inner", [1, 5, 20])
def test_an_update_of_lbfgs_computes_the_loss_at_least_once_for_each_inner_step(inner):
    weight, asked = torch.tensor([3.0, -4.0], dtype=torch.float64, requires_grad=True), []
    optimizer = registry.find("optimizers", "lbfgs")(max_iter=inner)
    assert isinstance(optimizer, Optimizer)
    built = optimizer.build([weight])

    def loss() -> torch.Tensor:
        built.zero_grad()
        found = (1 - weight[0]) ** 2 + 100 * (weight[1] - weight[0] ** 2) ** 2
        found.backward()
        asked.append(found.item())
        return found

    built.step(loss)
    assert len(asked) >= inner
    assert "at least once for each" in costs("lbfgs", "optimizers") and not costs("sgd", "optimizers").count("once")


def test_races_by_their_rules_need_no_pytorch_and_make_its_steps(monkeypatch):
    race = shelf.races()["rosenbrock"].model_copy(update={"updates": 30})
    (by_torch,) = tracks(replace(race, "racers", ({**race.racers[3].model_dump(), "computed": "torch"},)))
    monkeypatch.setitem(sys.modules, "torch", None)
    by_rule = tracks(race)[3]
    assert by_rule.points == pytest.approx(by_torch.points, abs=1e-9)
    with pytest.raises(BadInput, match="PyTorch: cannot be loaded"):
        tracks(replace(race, "racers", (race.another("lbfgs"),)))


def test_the_small_digits_are_learned_in_a_few_hundred_updates():
    assert 50 < to_the_end("digits-dense").goal_update < 500
    assert "few hundred updates" in registry.find("datasets", "digits").explanation()
    assert preset("digits-dense").goal is not None
