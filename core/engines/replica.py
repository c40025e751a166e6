"""A network of its own that pictures are computed with: the one that learns is never touched."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.data.batches import Batches
from core.data.preparation import Prepared
from core.documents.edits import only_live
from core.engines import answers
from core.engines.choice import build, own_kind
from core.engines.fused.batch_inference import BatchInference, looker_for
from core.engines.state import TrainState
from core.engines.training_part import training_part
from core.history.still import Still
from core.machine import device as devices
from core.networks.blueprint import blueprint_of
from core.networks.lent import Lent
from core.networks.network import Network

KEPT = 48  # things that probes keep between their pictures


class Replica:
    """Structure and data are those of the Still that it was built for; the numbers are of whichever it was loaded with
    last.

    `kept` is the probes' memory: it lasts as long as structure and data do.
    """

    def __init__(self, still: Still) -> None:
        devices.single_thread()
        prepared = still.prepared
        device = devices.choose(still.experiment.device)
        self.prepared, self.experiment = prepared, still.experiment
        plan = blueprint_of(still.experiment, prepared)
        self.network = Network(plan, device)
        self.train_state = TrainState(
            still.experiment, self.network, device, training_part(prepared, device, self.network.flat.dtype)
        )
        self.engine = build(own_kind(still.experiment), self.train_state)  # no kernel is needed for a single update
        self.looker: BatchInference | None = looker_for(plan)
        self.batches = Batches(still.experiment, len(prepared.train))
        self.kept: dict[object, Any] = {}
        self._holds: Still | None = None

    def fits(self, still: Still) -> bool:
        """Whether it can be loaded with a Still."""
        if still.prepared is not self.prepared:
            return False
        return still.experiment is self.experiment or only_live(self.experiment, still.experiment)

    def load(self, still: Still) -> Replica:
        """Hold the numbers of a Still, itself."""
        if self._holds is not still:
            if still.experiment is not self.experiment:
                self.experiment = self.train_state.experiment = still.experiment
                self.engine.configure()
                self.batches = Batches(still.experiment, len(self.prepared.train))
            self._write(still.vector)
            self.network.load_buffers(dict(still.numbers.buffers))
            dead = still.numbers.dead
            self.train_state.dead = None if dead is None else Lent(dead.copy(), self.train_state.device)
            self._holds = still
        return self

    def _write(self, vector: np.ndarray) -> None:
        self.network.lent.write(vector)

    @property
    def vector(self) -> np.ndarray:
        """The flat parameters that it holds, on the CPU."""
        return self.network.flat.cpu().numpy()

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
        return answers.trace(self.train_state, x, only)

    def gradient(self, samples: np.ndarray | None, vector: np.ndarray | None, prepared: Prepared) -> np.ndarray:
        """Flat gradient (P,) of the data's mean loss in the run's precision, at other parameters where a vector is
        given."""
        if vector is not None:
            self.release()
            self._write(vector)
        return answers.gradient(self.train_state, prepared, samples)

    def activation_gradient(self, x: np.ndarray, layer: str, unit: int) -> tuple[float, np.ndarray]:
        """A unit's weighted sum for one encoded sample (features,) and its gradient by the sample."""
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
