"""What dropout switches off, as the network picture shows it: unit by unit of the coming update, or a steady shade."""

from __future__ import annotations

import collections
import dataclasses
import time
from collections.abc import Callable, Hashable, Mapping

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Frame
from core.frozen import frozen
from core.messages import percent
from core.networks.masks import shares_of
from core.probing.probe import Probe
from core.registry import read

MOST = 3  # updates a second that are shown one by one
BURST, LONG = 0.75, 2.0  # seconds within which there are so many, and twice as many (one more where clocks tremble)
REST = 900  # ms without a change after which the last one is shown


@frozen
class Off:
    """`shares` are those of the layers that switch off; `units` which of their units are off, {} where that changes too
    often to be shown; `often` for what share of the batch's samples; the sample is `number` of `of`."""

    shares: Mapping[str, float] = dataclasses.field(default_factory=dict[str, float])
    units: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict[str, np.ndarray])
    often: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict[str, np.ndarray])
    number: int = 0
    of: int = 0
    noise: frozenset[str] = frozenset()  # layers that have rows of noise instead of samples

    def is_off(self, layer: str, unit: int) -> bool:
        """Whether the coming update switches a unit off for the sample."""
        units = self.units.get(layer)
        return units is not None and 0 <= unit < len(units) and bool(units[unit])

    def is_steady(self, layer: str) -> bool:
        """Whether all units of a layer have the same shade: which of them are off changes too fast."""
        return layer in self.shares and layer not in self.units

    def words(self, layer: str, unit: int) -> str:
        """What is said of a unit; "" where its layer switches none off."""
        often = self.often.get(layer)
        if layer not in self.shares:
            return ""
        if often is None or layer not in self.units or unit >= len(often):
            return f"switched off at random: {percent(self.shares[layer])} in every update"
        here = "off" if self.is_off(layer, unit) else "on"
        row = "row of noise" if layer in self.noise else "sample"
        which = f"{row} {self.number} of the coming update, off for {round(float(often[unit]) * self.of)} of its "
        return f"{here} for {which}{self.of}" if self.of > 1 else f"{here} in the coming update"

    @property
    def key(self) -> str:
        """What the shade means."""
        if not self.shares:
            return ""
        if not self.units:
            shares = sorted({percent(share) for share in self.shares.values()})
            return f"off at random: {' or '.join(shares)}"
        return "off in the coming update" + (f" (sample {self.number} of {self.of})" if self.of > 1 else "")


class Dropping(QObject):
    """Keeps calm: what changes more than three times a second is shown as a steady shade, since nothing may flash (WCAG
    2.3.1). `settled()` when it can be shown again unit by unit."""

    settled = Signal()

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._changes: collections.deque[tuple[float, int]] = collections.deque()  # when, and by how many updates
        self._last: tuple[int, Hashable] | None = None
        self._rest = QTimer(self, singleShot=True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._settle)
        self._steady = self._still = False

    def keep_still(self, still: bool) -> None:
        """For people whom changing things disturb: units are shown one by one at rest alone."""
        self._still = still

    def requests(self, experiment: Experiment | None, prepared: Prepared | None, sample: int) -> dict[str, Probe]:
        """What is asked for where units are switched off; `sample` is the one that is looked at."""
        if experiment is None or prepared is None or not shares_of(experiment, prepared):
            return {}
        return {"switched_off": read(Probe, {"kind": "switched_off", "index": sample})}

    def off(self, frame: Frame | None, experiment: Experiment, prepared: Prepared) -> Off:
        """What is shown of a frame of `core.probes.switched_off`."""
        shares = shares_of(experiment, prepared)
        if not shares:
            return Off()
        if frame is None or frame.info.get("problem") or frame.info["shares"] != shares:
            return Off(shares)
        units = {name: frame.arrays[f"{name}.off"] for name in shares if f"{name}.off" in frame.arrays}
        self._note(frame.update, (frame.info["sample"], *(each.tobytes() for each in units.values())))
        if self._steady:
            return Off(shares)
        rows = {name: each for name, each in units.items() if each.ndim == 1 or each[0].size == 1}
        often = {name: frame.arrays[f"{name}.often"].reshape(-1) for name in rows}
        flat = {name: each.reshape(-1) for name, each in rows.items()}
        return Off(shares, flat, often, frame.info["number"], frame.info["of"], frozenset(frame.info["noise"]))

    def _note(self, update: int, seen: Hashable) -> None:
        last, self._last = self._last, (update, seen)
        if last is None or last == self._last:
            return
        now = self._now()
        self._changes.append((now, max(1, abs(update - last[0]))))
        while now - self._changes[0][0] >= LONG:
            self._changes.popleft()
        burst = sum(many for when, many in self._changes if now - when < BURST)
        long = sum(many for _, many in self._changes)
        self._steady = self._still or burst > MOST or long > 2 * MOST + (not self._steady)
        if self._steady:
            self._rest.start()

    def _settle(self) -> None:
        """For a while nothing has changed."""
        self._changes.clear()
        self._steady = False
        self.settled.emit()
