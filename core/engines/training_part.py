"""Where the samples of the training part lie while a run learns from them: whole on the device, or beside it, a batch
ahead of the updates.

Their size and the device decide, never the clock or what else is running: the numbers are the same to the last bit
either way.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Protocol

import numpy as np
import torch

from core.data.preparation import Prepared
from core.frozen import frozen
from core.machine import device as devices

Batch = tuple[torch.Tensor, torch.Tensor]  # inputs (batch, features), targets (batch, outputs)


class TrainingPart:
    """All of it on the device: a batch is looked up there. Nothing is copied before it is needed, since a network for
    pictures often asks for a batch only."""

    whole = True  # lies on the device

    def __init__(self, prepared: Prepared, device: torch.device, dtype: torch.dtype) -> None:
        self.prepared, self._device, self._dtype = prepared, device, dtype
        self._lies_on = device if self.whole else torch.device("cpu")

    @property
    def samples(self) -> int:
        return len(self.prepared.train)

    @property
    def outputs(self) -> int:
        """Numbers of a target."""
        return self.prepared.targets.shape[1]

    @functools.cached_property
    def inputs(self) -> torch.Tensor:
        """(samples, features) in the run's precision, where they lie."""
        return self._placed(self.prepared.x)

    @functools.cached_property
    def targets(self) -> torch.Tensor:
        """(samples, outputs) in the run's precision, where they lie."""
        return self._placed(self.prepared.targets)

    def _placed(self, array: np.ndarray) -> torch.Tensor:
        return torch.tensor(array[self.prepared.train], device=self._lies_on, dtype=self._dtype)

    def batch(self, places: np.ndarray) -> Batch:
        """The samples at `places` of the training part, on the device."""
        rows = torch.from_numpy(places).to(self._device)
        return self.inputs.index_select(0, rows), self.targets.index_select(
            0, rows
        )  # wide rows in a quarter of the time that [rows] takes

    def foresee(self, places: Callable[[], np.ndarray]) -> None:
        """These come next: asked for only where it helps to know."""


class Load(Protocol):
    """A batch on its way to the device."""

    def arrived(self) -> tuple[torch.Tensor, ...]:
        """It is there for the operations that come next."""
        ...


class Lane(Protocol):
    """How a batch gets to the device: CUDA's way beside the work there, or plainly."""

    def send(self, sources: tuple[torch.Tensor, ...], rows: torch.Tensor) -> Load: ...


class StreamedPart(TrainingPart):
    """The samples stay in the computer's memory; while an update is made the next batch is on its way."""

    whole = False

    def __init__(self, prepared: Prepared, device: torch.device, dtype: torch.dtype, lane: Lane) -> None:
        super().__init__(prepared, device, dtype)
        self._lane = lane
        self._ahead: tuple[np.ndarray, Load] | None = None

    def batch(self, places: np.ndarray) -> Batch:
        ahead, self._ahead = self._ahead, None
        load = ahead[1] if ahead is not None and np.array_equal(ahead[0], places) else self._send(places)
        inputs, targets = load.arrived()
        return inputs, targets

    def foresee(self, places: Callable[[], np.ndarray]) -> None:
        coming = places()
        self._ahead = coming, self._send(coming)

    def _send(self, places: np.ndarray) -> Load:
        return self._lane.send((self.inputs, self.targets), torch.from_numpy(places))


# Lanes


@frozen
class Plain:
    """Copied and there."""

    tensors: tuple[torch.Tensor, ...]

    def arrived(self) -> tuple[torch.Tensor, ...]:
        return self.tensors


class PlainLane:
    """One operation after the other, for devices without streams."""

    def __init__(self, device: torch.device) -> None:
        self._device = device

    def send(self, sources: tuple[torch.Tensor, ...], rows: torch.Tensor) -> Load:
        return Plain(tuple(source.index_select(0, rows).to(self._device) for source in sources))


class _Slot:
    """Pinned memory in which a batch is laid together, and the event after its last copy."""

    def __init__(self) -> None:
        self.buffers: list[torch.Tensor] = []
        self.copied: torch.cuda.Event | None = None

    def gather(self, sources: tuple[torch.Tensor, ...], rows: torch.Tensor) -> list[torch.Tensor]:
        if self.copied is not None:
            self.copied.synchronize()  # of two batches ago: nothing is overwritten that is still on its way
        if not self.buffers or len(self.buffers[0]) < len(rows):
            self.buffers = [
                torch.empty((len(rows), *source.shape[1:]), dtype=source.dtype, pin_memory=True) for source in sources
            ]
        laid = [buffer[: len(rows)] for buffer in self.buffers]
        for source, target in zip(sources, laid, strict=True):
            torch.index_select(source, 0, rows, out=target)
        return laid


@frozen
class _OnItsWay:
    tensors: tuple[torch.Tensor, ...]
    event: torch.cuda.Event

    def arrived(self) -> tuple[torch.Tensor, ...]:
        current = torch.cuda.current_stream(self.tensors[0].device)
        current.wait_event(self.event)
        for tensor in self.tensors:
            tensor.record_stream(current)  # its memory is not given away while the update still reads it
        return self.tensors


class CudaLane:
    """A stream of its own and two slots of pinned memory. Written against PyTorch's documentation: it has not run on a
    GPU yet (tests marked `gpu`)."""

    def __init__(self, device: torch.device) -> None:
        self._stream = torch.cuda.Stream(device)
        self._device = device
        self._slots = [_Slot(), _Slot()]

    def send(self, sources: tuple[torch.Tensor, ...], rows: torch.Tensor) -> Load:
        slot = self._slots[0]
        self._slots.reverse()
        laid = slot.gather(sources, rows)
        with torch.cuda.stream(self._stream):
            tensors = tuple(tensor.to(self._device, non_blocking=True) for tensor in laid)
            slot.copied = torch.cuda.Event()
            slot.copied.record(self._stream)
        return _OnItsWay(tensors, slot.copied)


def training_part(prepared: Prepared, device: torch.device, dtype: torch.dtype) -> TrainingPart:
    """The training part of prepared data for a device: on it where it fits into its share of the memory, else beside
    it."""
    numbers = len(prepared.train) * (prepared.x.shape[1] + prepared.targets.shape[1])
    if numbers * dtype.itemsize <= devices.room_for_samples(device):
        return TrainingPart(prepared, device, dtype)
    return StreamedPart(prepared, device, dtype, CudaLane(device) if device.type == "cuda" else PlainLane(device))
