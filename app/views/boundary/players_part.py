"""The part of the input space that belongs to several players: their bar, their warped grid and arrows, and
the slow motion of their points."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QWidget

from app.documents.view_state import ViewState
from app.look import theme as look
from app.look.theme import Theme
from app.views.boundary.players_bar import PlayersBar
from app.views.boundary.players_field import PlayersField
from app.views.curves.series import several
from app.views.drawing.plot import Plot
from core.experiment import Experiment
from core.frames import Frame, RunState, Update
from core.probes.boundary import Boundary
from core.probing.probe import Probe
from core.registry import read

GRID, PUSH = "players.grid", "players.push"
SLIDE = 700  # ms in which generated samples move to their new places
SLOW = 2.0  # updates a second up to which they slide


class PlayersPart(QObject):
    """`edit(path, value)`, `option(name, value)` as a view says them; `moved()` when the points are to be drawn
    anew."""

    edit = Signal(str, object)
    finished = Signal()
    option = Signal(str, object)
    moved = Signal()

    def __init__(self, plot: Plot, seat: Callable[[QWidget], object], parent: QObject) -> None:
        """`seat` puts the bar above the plot: both it and what is drawn are made when there are several players."""
        super().__init__(parent)
        self._plot, self._seat, self._theme = plot, seat, look.current()
        self.still = False  # reduced motion: points stand at their new places at once
        self.told: Frame | None = None  # the half of an update that Step by player shows
        self._experiment: Experiment | None = None
        self._old: Frame | None = None
        self._new: Frame | None = None
        self._share = 1.0
        self.slide = QVariantAnimation(self)
        self.slide.setStartValue(0.0)
        self.slide.setEndValue(1.0)
        self.slide.setDuration(SLIDE)
        self.slide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self.slide.valueChanged.connect(self._move)

    @functools.cached_property
    def bar(self) -> PlayersBar:
        bar = PlayersBar()
        bar.edit.connect(self.edit)
        bar.finished.connect(self.finished)
        bar.grid_turned.connect(self._turn_grid)
        bar.push_turned.connect(self._turn_push)
        bar.show_theme(self._theme)
        self._seat(bar)
        return bar

    @functools.cached_property
    def field(self) -> PlayersField:
        return PlayersField(self._plot)

    # What the shell says

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        if self.active:
            self.bar.show_players(experiment)
            self.bar.show()
            return
        if "bar" in self.__dict__:
            self.bar.hide()
        self.forget()

    @property
    def active(self) -> bool:
        """Whether there are several players at all."""
        return bool(several(self._experiment))

    def requests(self, state: ViewState) -> dict[str, Probe]:
        """The warped grid, while somebody wants it."""
        if not self.active or not with_grid(state):
            return {}
        return {"warped_grid": read(Probe, {"kind": "warped_grid"})}

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        if "bar" in self.__dict__:
            self.bar.show_theme(theme)

    def take(self, frame: Frame | None, update: Update) -> None:
        """A new boundary frame: at a slow pace its generated points slide there from where they were."""
        if not self.active or frame is None or frame is self._new:
            return
        old, self._new = self._new, frame
        self.told = None
        slow = update.state is not RunState.running or self._is_slow()
        if slow and not self.still and old is not None and _follows(old, frame):
            self._old = old
            self.slide.stop()
            self.slide.start()
        else:
            self._rest()

    def tell(self, frame: Frame) -> None:
        """A step of one player: it has moved, those after it not yet; shown until the update is made."""
        if not isinstance(frame.request, Boundary):
            return
        self._rest()
        self.told = frame
        self.moved.emit()

    def forget(self) -> None:
        """No longer tell half of an update."""
        self._rest()
        self.told = self._new = None

    def _is_slow(self) -> bool:
        speed: Any = self._experiment.speed if self._experiment is not None else "max"
        return speed != "max" and float(speed) <= SLOW

    # What is drawn

    def shown(self, frame: Frame | None) -> Frame | None:
        """What stands for a boundary frame now: the half of an update that is told, or the points on their way."""
        if not self.active or frame is None:
            return frame
        if self.told is not None:
            return self.told
        if self._old is None or frame is not self._new:
            return frame
        return between(self._old, frame, self._share)

    def draw(self, frame: Frame, grid: Frame | None, state: ViewState, theme: Theme) -> None:
        """Grid and arrows over a boundary frame that is shown."""
        if not self.active:
            if "field" in self.__dict__:
                self.field.show_grid(None, theme)
                self.field.show_push(None, theme)
            return
        self.bar.show_drawn(with_grid(state), with_push(state))
        self.field.show_grid(grid if with_grid(state) and len(frame.arrays["points"]) else None, theme)
        self.field.show_push(frame if with_push(state) or self.told is not None else None, theme)

    def _move(self, share: object) -> None:
        self._share = float(cast(float, share))
        if self._share >= 1.0:
            self._old = None
        self.moved.emit()

    def _rest(self) -> None:
        self.slide.stop()
        self._old, self._share = None, 1.0

    # What a person does

    def _turn_grid(self, on: bool) -> None:
        self.option.emit(GRID, on)

    def _turn_push(self, on: bool) -> None:
        self.option.emit(PUSH, on)


def with_grid(state: ViewState) -> bool:
    """Whether the warped grid is to be drawn."""
    return bool(state.options.get(GRID, True))


def with_push(state: ViewState) -> bool:
    """Whether the pushes are to be drawn."""
    return bool(state.options.get(PUSH, False))


def _follows(old: Frame, new: Frame) -> bool:
    """Whether one frame is the other one update later, with the same samples."""
    return old.run == new.run and new.update == old.update + 1 and np.array_equal(old.arrays["y"], new.arrays["y"])


def between(old: Frame, new: Frame, share: float) -> Frame:
    """The new frame with its points on their way from their old places."""
    points = old.arrays["points"] + share * (new.arrays["points"] - old.arrays["points"])
    return dataclasses.replace(new, arrays={**new.arrays, "points": points})
