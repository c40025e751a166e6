"""The network that learns: its parameters, its engine, and the samples where that engine reads them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import numpy as np

from core.data.batches import Batches, Cursor
from core.data.preparation import Prepared
from core.engines.choice import Kind, build, choose, settles
from core.engines.engine import Engine, LookingEngine
from core.engines.on_demand import Holder
from core.experiment import Experiment
from core.families import named
from core.history.state import Numbers, StopState
from core.machine import preload
from core.messages import LOADING


class Learner(Holder):
    """Everything that changes with an update, and what makes it.

    Parameters, running statistics, marks of cut links and the optimizer's memory are numpy arrays of this run; on the
    CPU torch and the kernel work in their memory, on a device in copies. Where the kernel makes the updates torch is
    not even loaded. `settled`: begun without the kernel, since it was not there. `looking` is the engine where it needs
    no torch and can write down evaluations on its way, else None.
    """

    def __init__(
        self,
        experiment: Experiment,
        prepared: Prepared,
        *,
        settled: bool = False,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.settled = settled
        self._say = say
        super().__init__(experiment, prepared)
        self.holding.flat.write(self.blueprint.start_vector())
        self._kind: Kind | None = None
        self._take_settings()

    # What it is

    @property
    def device(self) -> str:
        """Where updates are made: "cpu", "cuda" or "mps"."""
        return self.holding.device

    @property
    def size(self) -> int:
        """How many parameters it has."""
        return len(self.holding.flat.array)

    @property
    def finite(self) -> bool:
        """Whether every parameter is a finite number."""
        with np.errstate(invalid="ignore"):  # ∞ − ∞ is no number, which is what is asked
            return math.isfinite(float(self.holding.flat.read().sum(dtype=np.float64)))

    def vector(self) -> np.ndarray:
        """A copy of all parameters (P,), in the run's precision."""
        return self.holding.flat.copy()

    def weights(self) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """Copies of all parameters and running statistics."""
        return self.vector(), self.holding.buffers

    def numbers(self, watch: StopState, *, memory: bool = True) -> Numbers:
        """Copies of all numbers, those of the rules among them; with the optimizer's memory where asked."""
        dead = self.holding.dead
        return Numbers(
            self.vector(),
            self.engine.slots() if memory else None,
            self.holding.buffers,
            None if dead is None else dead.copy(),
            watch,
        )

    def outputs(self, inputs: np.ndarray) -> np.ndarray:
        """Encoded inputs (samples, features) -> raw outputs (samples, k) float64, in evaluation mode."""
        return self.engine.outputs(inputs)

    def made(self, maker: str, count: int) -> np.ndarray:
        """Encoded samples (count, features) that a player makes of always the same noise."""
        from core.engines import generation

        player = named(self.blueprint.players, maker)
        return generation.made_of(
            self.network, maker, generation.noise(self.experiment, player, count, generation.SHOWN)
        )

    def made_beside(self, maker: str, places: np.ndarray) -> np.ndarray:
        """The encoded samples (n, features) of a player that stand beside samples of the table (n,) wherever figures
        are counted."""
        from core.engines import generation

        player = named(self.blueprint.players, maker)
        rows = generation.rows_beside(self.experiment, player, self.prepared, places)
        return generation.made_of(self.network, maker, rows)

    def trace(self, inputs: np.ndarray, only: str = "") -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values), each (samples, units) float32 or float64, in evaluation mode; of one
        layer alone where one is named."""
        if self.looking is not None:
            return self.looking.trace(inputs)
        from core.engines import answers

        return answers.trace(self.train_state, inputs, only)

    def gradient(self, samples: np.ndarray | None = None) -> np.ndarray:
        """Flat gradient of the data's mean loss over samples of the table (all training samples), in evaluation mode.

        Penalties and clipping are left out; the run is not disturbed.
        """
        if self.looking is not None:
            return self.looking.gradient(self.prepared.train if samples is None else samples)
        from core.engines import answers

        return answers.gradient(self.train_state, self.prepared, samples)

    def losses(self, samples: np.ndarray) -> dict[str, float]:
        """Each player's loss as it is trained with, by its measure, over samples of the table."""
        from core.engines.players import losses_of  # only where there are several

        return losses_of(self.network, self.blueprint, self.prepared, samples)

    def coming_batch(self, cursor: Cursor) -> np.ndarray:
        """Sample numbers (in the table) of the update that a cursor leads to."""
        return self.prepared.train[self.batches.next(cursor)[0]]

    # What becomes of it

    def load(self, numbers: Numbers) -> None:
        """Hold the numbers of a state."""
        self.write(slice(None), numbers.parameters)
        self.holding.load_buffers(numbers.buffers)
        self.holding.load_dead(numbers.dead)
        self.engine.load_slots(numbers.slots or {})

    def load_weights(self, parameters: np.ndarray, buffers: dict[str, np.ndarray]) -> None:
        """Other parameters and running statistics; the optimizer's memory stays."""
        self.write(slice(None), parameters)
        self.holding.load_buffers(buffers)

    def write(self, where: slice, numbers: np.ndarray) -> None:
        """Parameters, without anything else."""
        self.holding.flat.write(numbers, where)

    def write_by_hand(self, pieces: Iterable[tuple[slice, np.ndarray]]) -> None:
        """Parameters at some places. The optimizer's memory does not fit any more; a cut link that was given a weight
        lives again."""
        for where, array in pieces:
            self.write(where, array)
        self.engine.load_slots({})
        if self.holding.dead is not None:
            self.holding.load_dead(self.holding.dead.copy() & (self.vector() == 0))

    def apply(self, experiment: Experiment, prepared: Prepared) -> None:
        """Take over live settings, and other samples for the same network."""
        self.settled &= experiment.engine == self.experiment.engine
        anew = experiment.optimizer.forgets(self.experiment.optimizer)
        self.holding.experiment, self.holding.prepared = experiment, prepared
        self._take_settings(anew=anew)

    def _take_settings(self, *, anew: bool = False) -> None:
        """The batches and the engine that the experiment decides on; it goes on with the optimizer's memory of the one
        before unless it is to begin `anew`."""
        self.batches = Batches(self.experiment, len(self.prepared.train))
        kind, self.engine_reason = choose(self._side, self._say, settled=self.settled)
        self.settled = settles(self.engine_reason)
        if kind == self._kind and not anew:
            self.engine.configure()
            return
        if kind != "fused" and not preload.has_torch():
            self._say(LOADING)
        slots = self.engine.slots() if self._kind and not anew else {}
        self.engine: Engine = build(kind, self._side)
        self.engine.load_slots(slots)
        self.looking = self.engine if isinstance(self.engine, LookingEngine) else None
        self._kind = kind
