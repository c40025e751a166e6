"""A network of its own that pictures are computed with: the one that learns is never touched."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.data.batches import Batches
from core.data.preparation import Prepared
from core.documents.edits import only_live
from core.engines.choice import Kind, build, own_kind
from core.engines.engine import Engine
from core.engines.fused.batch_inference import BatchInference, looker_for
from core.engines.fused.slope import Slope, slope_for
from core.engines.heights import Looking, ManyOutputs
from core.engines.on_demand import Holder
from core.experiment import Experiment
from core.history.still import Still

NEVER = 1 << 62  # samples: no end of an epoch cuts the one update short
KEPT = 48  # things that probes keep between their pictures


class Replica(Holder):
    """Structure and data are those of the Still that it was built for; the numbers are of whichever it was loaded with
    last.

    The kernel answers where it can; torch is loaded for what needs it: an update, curvature, layers that the kernel
    does not know. `kept` is the probes' memory: it lasts as long as structure and data do.
    """

    def __init__(self, still: Still) -> None:
        super().__init__(still.experiment, still.prepared)
        self.batches = Batches(still.experiment, len(self.prepared.train))
        self.looker: BatchInference | None = looker_for(self.blueprint)
        self._slope: Slope | None = slope_for(self.blueprint)
        self._engine: Engine | None = None
        self._kind: Kind = "eager"
        self.kept: dict[object, Any] = {}
        self._holds: Still | None = None

    @property
    def engine(self) -> Engine:
        """The engine that makes a single update of it: the kernel where it is at hand."""
        if self._engine is None:
            self._kind = self._own_kind()
            self._engine = build(self._kind, self._side)
        return self._engine

    def _own_kind(self) -> Kind:
        return "fused" if self._slope is not None else own_kind(self.experiment)

    @property
    def many(self) -> ManyOutputs:
        """The network at many parameter vectors."""
        if self.looker is not None:
            return Looking(self.looker)
        from core.engines.vectors import through

        return through(self.network, ())

    def fits(self, still: Still) -> bool:
        """Whether it can be loaded with a Still."""
        if still.prepared is not self.prepared:
            return False
        return still.experiment is self.experiment or only_live(self.experiment, still.experiment)

    def load(self, still: Still) -> Replica:
        """Hold the numbers of a Still, itself."""
        if self._holds is not still:
            if still.experiment is not self.experiment:
                self._take_settings(still.experiment)
            self.holding.flat.write(still.vector)
            self.holding.load_buffers(dict(still.numbers.buffers))
            self.holding.load_dead(still.numbers.dead)
            self._holds = still
        return self

    def _take_settings(self, experiment: Experiment) -> None:
        self.holding.experiment = experiment
        self.batches = Batches(experiment, len(self.prepared.train))
        self._slope = slope_for(self.blueprint)
        if self._engine is not None and self._kind == self._own_kind():
            self._engine.configure()
        else:
            self._engine = None  # another one is asked for from here on

    @property
    def vector(self) -> np.ndarray:
        """The flat parameters that it holds, on the CPU."""
        return self.holding.flat.copy()

    def release(self) -> None:
        """Somebody has written other numbers into the network: the next `load` writes all of them anew."""
        self._holds = None

    def outputs(self, x: np.ndarray) -> np.ndarray:
        """Encoded inputs (samples, features) -> raw outputs (samples, k) float64."""
        if self.looker is not None:
            return self.looker.outputs(self.vector[None], x)[0].astype(np.float64)
        return self.engine.outputs(x)

    def trace(self, x: np.ndarray, only: str = "") -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values); of one layer alone where one is named."""
        if self.looker is not None:
            return self.looker.trace(self.vector, x)
        from core.engines import answers

        return answers.trace(self.train_state, x, only)

    def gradient(self, samples: np.ndarray | None, vector: np.ndarray | None, prepared: Prepared) -> np.ndarray:
        """Flat gradient (P,) of the data's mean loss in the run's precision, at other parameters where a vector is
        given."""
        samples = prepared.train if samples is None else samples
        if self._slope is not None:
            at = self.vector if vector is None else vector
            return self._slope.gradient(at, prepared.x[samples], prepared.targets[samples])
        from core.engines import answers

        if vector is not None:
            self.release()
            self.holding.flat.write(vector)
        return answers.gradient(self.train_state, prepared, samples)

    def step(self, still: Still) -> np.ndarray:
        """The change of all parameters that the coming update would make, (P,) float64: the run's own optimizer with
        its memory, on the coming batch."""
        before = self.vector.astype(np.float64)
        self.remember(still)
        factors, halt = np.array([still.factor]), np.zeros(1, np.uint8)
        self.engine.stretch(self.batches, still.cursor, still.updates, factors, NEVER, halt)
        return self.vector.astype(np.float64) - before

    def remember(self, still: Still) -> None:
        """The engine has the memory that the run's own has."""
        self.engine.load_slots(still.numbers.slots or {})

    def activation_gradient(self, x: np.ndarray, layer: str, unit: int) -> tuple[float, np.ndarray]:
        """A unit's weighted sum for one encoded sample (features,) and its gradient by the sample."""
        from core.engines import answers

        return answers.activation_gradient(self.train_state, x, layer, unit)

    def keep(self, key: object, value: Any) -> Any:
        """Remember a value under a key; what was asked for longest ago is forgotten first."""
        self.kept.pop(key, None)
        self.kept[key] = value
        if len(self.kept) > KEPT:
            del self.kept[next(iter(self.kept))]
        return value


def replica_for(still: Still, replica: Replica | None) -> Replica:
    """The replica at hand where it fits, else a new one."""
    return replica if replica is not None and replica.fits(still) else Replica(still)
