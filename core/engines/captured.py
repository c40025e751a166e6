"""The captured engine: an NVIDIA GPU replays many updates at once, without the interpreter and without a launch for
each operation.

What an update does is recorded once for each length of a batch, as a CUDA graph over tensors that stay where they are:
the places of the samples and the learning rates are staged into them before a replay. Settings are baked into the
recording; any that changes makes a new one. Nothing is read back from the device. Written against PyTorch's
documentation and tested with a stand-in for the graphs: it has not run on a GPU yet.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from typing import Protocol

import numpy as np
import torch

from core.data.batches import Batches, Cursor
from core.engines.capturable import reason_against_replay
from core.engines.eager import EagerEngine
from core.engines.state import TrainState
from core.experiment import Experiment
from core.history.state import Slots

log = logging.getLogger(__name__)

TOGETHER = 25  # updates of the longest graph
LENGTHS = (TOGETHER, 5, 1)  # of the graphs, in updates
STRETCH = 500  # updates of one stretch at most: commands are obeyed in between


def reason_against_capture(experiment: Experiment, device: torch.device) -> str:
    """Why an experiment's updates cannot be captured, in one sentence; "" where they can."""
    if device.type != "cuda":
        return "A CUDA graph needs an NVIDIA GPU as the run's device."
    return reason_against_replay(experiment)


class Graphs(Protocol):
    """How work is recorded: CUDA's way, or a stand-in for it."""

    capturable: bool  # whether optimizers have to be told to work without the CPU

    def work(self) -> contextlib.AbstractContextManager[None]:
        """Within it operations go to the stream that is recorded from."""
        ...

    def capture(self, work: Callable[[], None]) -> Callable[[], None]:
        """Record what `work` would do; what is returned does it. Raises RuntimeError where that cannot be."""
        ...


class CudaGraphs:
    """One stream of their own; operations of others wait for it and it for theirs."""

    capturable = True

    def __init__(self) -> None:
        self.stream = torch.cuda.Stream()

    @contextlib.contextmanager
    def work(self):
        before = torch.cuda.current_stream()
        self.stream.wait_stream(before)
        with torch.cuda.stream(self.stream):
            yield
        before.wait_stream(self.stream)

    def capture(self, work: Callable[[], None]) -> Callable[[], None]:
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph, stream=self.stream, capture_error_mode="thread_local"):  # pictures go on beside it
            work()
        return graph.replay


class Staged:
    """The tensors that the recordings for batches of one length read: `rows` (TOGETHER, batch) places of samples,
    `rates` (TOGETHER,)."""

    def __init__(self, batch: int, like: torch.Tensor) -> None:
        self.rows = torch.zeros((TOGETHER, batch), dtype=torch.int64, device=like.device)
        self.rates = torch.zeros(TOGETHER, dtype=torch.float32, device=like.device)
        self.replays: dict[int, Callable[[], None]] = {}  # updates together -> the recording

    def fill(self, rows: list[np.ndarray], rates: np.ndarray) -> None:
        """From memory that is not pinned: CUDA has taken a copy when this returns, so nothing is overwritten that is
        still needed."""
        self.rows[: len(rows)].copy_(torch.from_numpy(np.stack(rows)))
        self.rates[: len(rows)].copy_(torch.from_numpy(rates.astype(np.float32)))


class CapturedEngine(EagerEngine):
    """Batches of a length that is met for the first time, and the first update of a fresh optimizer, are learned from
    operation by operation: that is the warm-up that a recording needs, and no update is lost or made twice."""

    name = "captured CUDA graph"
    longest = STRETCH

    def __init__(self, train_state: TrainState, graphs: Graphs | None = None) -> None:
        self._graphs = graphs or CudaGraphs()
        self._rate = torch.zeros((), dtype=torch.float32, device=train_state.device)
        self._staged: dict[int, Staged] = {}
        self._met: set[int] = set()
        self._given_up = False
        self._inputs_at = -1  # the address of the samples that are recorded
        super().__init__(train_state)

    def _new_optimizer(self) -> torch.optim.Optimizer:
        optimizer = super()._new_optimizer()
        for group in optimizer.param_groups:
            if self._graphs.capturable:
                group["fused" if self._declared.kind == "sgd" else "capturable"] = True
            group["lr"] = self._rate
        return optimizer

    def configure(self) -> None:
        """Take over live settings: everything is recorded anew."""
        super().configure()
        self._staged, self._met = {}, set()
        for group in self.optimizer.param_groups:
            group["lr"] = self._rate

    def _tensors_alone(self) -> None:
        """A recording steps along the flat gradient, however large it is."""

    def load_slots(self, slots: Slots) -> None:
        super().load_slots(slots)
        self.configure()

    def stretch(
        self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray
    ) -> tuple[Cursor, int, int]:
        if self.train_state.inputs.data_ptr() != self._inputs_at:
            self._inputs_at = self.train_state.inputs.data_ptr()  # other samples lie elsewhere
            self.configure()
        made = taken = 0
        with self._graphs.work():
            while made < len(factors) and taken < samples and not halt[0]:
                group, after = self._alike(batches, cursor, len(factors) - made, samples - taken)
                self._learn(group, self._declared.lr * factors[made : made + len(group)])
                cursor, made, taken = after, made + len(group), taken + sum(map(len, group))
        return cursor, made, taken

    def _alike(self, batches: Batches, cursor: Cursor, most: int, samples: int) -> tuple[list[np.ndarray], Cursor]:
        """The coming batches of one length, as many as one of the graphs takes, and the cursor after them."""
        places, after = batches.next(cursor)
        group, ends = [places], [after]
        if len(places) in self._met:
            most = min(most, TOGETHER, -(-samples // len(places)))
            while len(group) < most:
                places, after = batches.next(after)
                if len(places) != len(group[0]):
                    break
                group.append(places)
                ends.append(after)
        count = next(length for length in LENGTHS if length <= len(group))
        return group[:count], ends[count - 1]

    def _learn(self, group: list[np.ndarray], rates: np.ndarray) -> None:
        """Make one update for each batch of the group."""
        batch, count = len(group[0]), len(group)
        staged = self._staged.setdefault(batch, Staged(batch, self._flat))
        staged.fill(group, rates)
        if batch in self._met and not self._given_up and count not in staged.replays:
            self._record(staged, count)
        if count in staged.replays:
            staged.replays[count]()
        else:
            self._work(staged, count)
            self._met.add(batch)

    def _record(self, staged: Staged, count: int) -> None:
        try:
            staged.replays[count] = self._graphs.capture(lambda: self._work(staged, count))
        except RuntimeError as error:  # something in it needs the CPU: from here on operation by operation
            log.warning("updates cannot be captured: %s", error)
            self._given_up = True

    def _work(self, staged: Staged, count: int) -> None:
        """The operations of so many updates on what is staged."""
        for k in range(count):
            rows = staged.rows[k]
            self._rate.copy_(staged.rates[k])
            self.gradient(self.train_state.inputs.index_select(0, rows), self.train_state.targets.index_select(0, rows))
            self.optimizer.step()

    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        with self._graphs.work():
            self._learn([places], np.array([self._declared.lr * factor]))

    def slots(self) -> Slots:
        if self.train_state.device.type == "cuda":
            torch.cuda.synchronize()
        return super().slots()
