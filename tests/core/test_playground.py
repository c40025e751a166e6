"""The known playground's training, told again point by point in plain Python, gives the numbers of the preset
`playground`."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.training.session import Session
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
RATE = 0.03


class Loop:
    """A net of tanh units that learns one point at a time and moves its weights after every tenth: no arrays, no
    autograd.

    Its rules: the points keep the order they were shuffled into once; sums of derivatives that are left when the points
    are used up stay for the next round; L2 costs ½w², L1 costs |w|, both on links alone; a link that L1 pushes through
    zero is gone for good.
    """

    def __init__(
        self, parameters: dict[str, np.ndarray], penalty: str = "", rate: float = 0.0, batch: int = 10
    ) -> None:
        names = [name.removesuffix(".weight") for name in parameters if name.endswith(".weight")]
        self.weights = [parameters[f"{name}.weight"].tolist() for name in names]
        self.biases = [parameters[f"{name}.bias"].tolist() for name in names]
        self.penalty, self.rate, self.batch = penalty, rate, batch
        self.dead: set[tuple[int, int, int]] = set()
        self._forget()

    def _forget(self) -> None:
        self.count = 0
        self.link_sums = [[[0.0 for _ in row] for row in layer] for layer in self.weights]
        self.bias_sums = [[0.0 for _ in layer] for layer in self.biases]

    def one_round(self, points: list[list[float]], labels: list[float]) -> int:
        """All points once; how many times the weights moved."""
        moved = 0
        for number, (point, label) in enumerate(zip(points, labels, strict=True), start=1):
            self._learn(point, label)
            if number % self.batch == 0:
                self._move()
                moved += 1
        return moved

    def _learn(self, point: list[float], label: float) -> None:
        values = [point]
        for weights, biases in zip(self.weights, self.biases, strict=True):
            values.append(
                [
                    math.tanh(bias + sum(w * v for w, v in zip(row, values[-1], strict=True)))
                    for row, bias in zip(weights, biases, strict=True)
                ]
            )
        slopes = [values[-1][0] - label]
        for layer in reversed(range(len(self.weights))):
            deltas = [slope * (1 - value * value) for slope, value in zip(slopes, values[layer + 1], strict=True)]
            for unit, delta in enumerate(deltas):
                self.bias_sums[layer][unit] += delta
                for source, value in enumerate(values[layer]):
                    self.link_sums[layer][unit][source] += delta * value
            slopes = [
                sum(delta * row[source] for delta, row in zip(deltas, self.weights[layer], strict=True))
                for source in range(len(values[layer]))
            ]
        self.count += 1

    def _move(self) -> None:
        for layer, weights in enumerate(self.weights):
            for unit, row in enumerate(weights):
                self.biases[layer][unit] -= RATE * self.bias_sums[layer][unit] / self.count
                for source, weight in enumerate(row):
                    if (layer, unit, source) not in self.dead:
                        row[source] = self._moved(
                            weight, self.link_sums[layer][unit][source] / self.count, (layer, unit, source)
                        )
        self._forget()

    def _moved(self, weight: float, slope: float, link: tuple[int, int, int]) -> float:
        pull = {"": 0.0, "l1": math.copysign(1.0, weight) if weight else 0.0, "l2": weight}[self.penalty]
        after_data = weight - RATE * slope
        after = after_data - RATE * self.rate * pull
        if self.penalty == "l1" and after_data * after < 0:
            self.dead.add(link)
            return 0.0
        return after

    def vector(self) -> np.ndarray:
        pieces = [
            np.concatenate([np.ravel(weights), biases])
            for weights, biases in zip(self.weights, self.biases, strict=True)
        ]
        return np.concatenate(pieces)


def _playground(**changes: object) -> Experiment:
    edits = {"dtype": "float64", "stop": {}, **changes}
    return replace_all(Experiment.load(PRESETS / "playground.toml"), tuple(edits.items()))


def _points(session: Session) -> tuple[list[list[float]], list[float]]:
    """The training points in the order into which they were shuffled, and their labels −1 and 1."""
    order = session.prepared.train[session.order(0)]
    return session.prepared.x[order].tolist(), (2.0 * session.prepared.table.y[order] - 1.0).tolist()


@pytest.mark.parametrize(("penalty", "rate"), [("", 0.0), ("l2", 0.03), ("l1", 0.03)])
def test_two_rounds_are_those_of_the_playground(penalty, rate):
    penalties = [{"kind": penalty, "rate": rate} | ({"kill": True} if penalty == "l1" else {})] if penalty else []
    session = Session(_playground(penalties=penalties))
    loop = Loop(session.parameters(), penalty, rate)
    points, labels = _points(session)
    session.advance(loop.one_round(points, labels) + loop.one_round(points, labels))
    assert session.updates == 50
    np.testing.assert_allclose(session.vector(), loop.vector(), atol=1e-12)


def test_leftover_points_spill_into_the_next_round():
    """244 points in tens: the last four wait, and the next round's first update is the mean of fourteen."""
    session = Session(_playground(**{"data.samples": 488}))
    loop = Loop(session.parameters())
    points, labels = _points(session)
    assert len(points) == 244
    made = 0
    for _ in range(3):
        made += loop.one_round(points, labels)
        session.advance(made - session.updates)
        np.testing.assert_allclose(session.vector(), loop.vector(), atol=1e-12)
    assert made == 72


def test_l1_cuts_links_for_good_where_they_cross_zero():
    session = Session(_playground(penalties=[{"kind": "l1", "rate": 0.3, "kill": True}]))
    loop = Loop(session.parameters(), "l1", 0.3)
    points, labels = _points(session)
    for _ in range(3):
        session.advance(loop.one_round(points, labels))
    np.testing.assert_allclose(session.vector(), loop.vector(), atol=1e-12)
    assert loop.dead
    weights = np.concatenate([array.ravel() for name, array in session.parameters().items() if name.endswith("weight")])
    assert (weights == 0).sum() == len(loop.dead)
    dead = session.learner.train_state.dead
    assert dead is not None and int(dead.tensor.sum()) == len(loop.dead)


def test_the_deep_preset_is_the_same_loop_with_six_layers():
    deep = replace_all(Experiment.load(PRESETS / "playground-deep.toml"), (("dtype", "float64"),))
    assert [layer.units for layer in deep.layers] == [8] * 6
    session = Session(deep)
    loop = Loop(session.parameters())
    points, labels = _points(session)
    session.advance(loop.one_round(points, labels))
    np.testing.assert_allclose(session.vector(), loop.vector(), atol=1e-12)


def test_its_starting_weights_are_the_playgrounds():
    numbers = Session(_playground()).parameters()
    weights = np.concatenate([array.ravel() for name, array in numbers.items() if name.endswith("weight")])
    biases = np.concatenate([array.ravel() for name, array in numbers.items() if name.endswith("bias")])
    assert (np.abs(weights) <= 0.5).all() and np.abs(weights).max() > 0.3
    assert (biases == 0.1).all()
