"""Updates without a gradient: chance draws weights and keeps the best, or nothing happens but by hand."""

from __future__ import annotations

import math

import numpy as np

from core import random
from core.engines.heights import penalties_of
from core.engines.single import SingleUpdates
from core.engines.state import TrainState
from core.history.state import Slots
from core.messages import BadInput
from core.rules.chance import Chance


class StillEngine(SingleUpdates):
    """Nothing moves by itself."""

    name = "by hand"

    def configure(self) -> None:
        """There is nothing to take over."""

    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        """An update that changes nothing."""

    def slots(self) -> Slots:
        """Nothing is remembered."""
        return {}

    def load_slots(self, slots: Slots) -> None:
        """Nothing to restore."""


class ChanceEngine(SingleUpdates):
    """Update number n draws all parameters from f(weights seed, n), and keeps them where the loss over the training
    part, penalties included, is lower than that of the parameters that there are: those are the best so far, so that
    there is nothing else to remember."""

    name = "chance"

    def __init__(self, train_state: TrainState) -> None:
        super().__init__(train_state)
        self._best = math.nan  # the loss of the parameters that there are; not known
        self.configure()

    def configure(self) -> None:
        """Take over live settings: what is lowest is seen anew."""
        rule = self.train_state.experiment.rule
        if not isinstance(rule, Chance):
            raise BadInput("experiment", "rule.kind", "is no search")
        self._std, self._best = rule.std, math.nan

    def update(self, places: np.ndarray, number: int, factor: float) -> None:  # noqa: ARG002 it sees all samples
        """One draw; `factor` times as wide as the rule says."""
        flat = self.train_state.holding.flat
        before = flat.copy()
        if math.isnan(self._best):
            self._best = self._loss()
        stream = random.key(self.train_state.experiment.seeds.weights, "chance", number)
        drawn = factor * self._std * random.normal(stream, len(before))
        flat.write(drawn)
        loss = self._loss()
        if loss < self._best:
            self._best = loss
        else:
            flat.write(before)

    def slots(self) -> Slots:
        """Nothing is remembered but the parameters."""
        return {}

    def load_slots(self, slots: Slots) -> None:  # noqa: ARG002 it remembers nothing
        """Other parameters may have come."""
        self._best = math.nan

    def _loss(self) -> float:
        """The loss of the parameters that there are over the training part; infinite where it is no number."""
        state = self.train_state
        prepared, loss = state.holding.prepared, state.experiment.loss
        with np.errstate(all="ignore"):
            each = loss.each(self.outputs(prepared.x[prepared.train]), prepared.targets[prepared.train])
            value = loss.overall(each) + self._penalty()
        return value if not math.isnan(value) else math.inf

    def _penalty(self) -> float:
        state = self.train_state
        if not state.experiment.penalties:
            return 0.0
        return float(penalties_of(state.experiment, state.blueprint.slots, state.holding.flat.copy()[None])[0])
