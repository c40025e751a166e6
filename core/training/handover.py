"""Handover: where another thread gets Stills of a run while it learns, without stopping it.

The learning thread says what the run is before a stretch of updates begins, its ground. Whoever wants a Still asks the
engine, which writes the numbers down after its next update and goes on; put on the ground they make one. What is not
made of numbers (the path, the last figures, what the rules remember) is that of the ground, and so older by less than
a stretch; the Still says of which update it is.

A stretch may be in vain: an evaluation on the way turns out to matter, and the run goes back to where it began. Then
what was told of it counts no more, and `withdrawn` is called if somebody has it. At the end of a slice nothing is left
here: a wish that is still open is the learning thread's to fulfil. So no Still is taken while commands are obeyed.
"""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.frozen import frozen
from core.history.still import Still
from core.training.rates import factor_of

if TYPE_CHECKING:
    from core.engines.engine import LookingEngine


@frozen
class Look:
    """The picture thread wants a Still that is newer than `version`, with the optimizer's memory or without."""

    memory: bool
    version: int


class Handover:
    """`open`, `leave`, `begin`, `end` and `back` are the learning thread's, `wish` and `take` the other's."""

    def __init__(self, withdrawn: Callable[[], None] = lambda: None) -> None:
        self._withdrawn = withdrawn
        self._lock = threading.Lock()  # guards all that follows
        self._is_open = False
        self._wish: Look | None = None
        self._engine: LookingEngine | None = None
        self._ground: Still | None = None
        self._found: Still | None = None  # of a stretch that is over and counts
        self._unsure = False  # somebody has a Still of the stretch under way

    # The learning thread's side

    def open(self) -> None:
        """A slice begins: what is wished for now is told on the way."""
        with self._lock:
            self._is_open = True

    def leave(self) -> Look | None:
        """The slice is over; the wish that is still open."""
        with self._lock:
            self._is_open, self._found, self._engine = False, None, None
            wish, self._wish = self._wish, None
            return wish

    def begin(self, engine: LookingEngine, ground: Still) -> None:
        """A stretch begins, from the run as it is."""
        with self._lock:
            self._engine, self._ground, self._unsure = engine, ground, False
            engine.ask(wished=self._wish is not None and self._found is None)

    def end(self) -> None:
        """It is made, and counts."""
        with self._lock:
            if self._found is None:
                self._found = self._told()
            self._ground = None

    def back(self) -> None:
        """It was in vain: the run is where it began."""
        with self._lock:
            self._ground = None
            unsure = self._unsure
        if unsure:
            self._withdrawn()

    # The other thread's side

    def wish(self, wish: Look) -> bool:
        """Whether what is wished for will be there to be taken, or be left to the learning thread at the end of its
        slice; False where no slice is under way."""
        with self._lock:
            if self._is_open:
                self._wish, self._found = wish, None
                if self._ground is not None and self._engine is not None:
                    self._engine.ask(wished=True)
            return self._is_open

    @property
    def wished(self) -> bool:
        """Whether somebody waits for a Still here; a wish that was left to the learning thread is here no more."""
        return self._wish is not None

    def take(self) -> Still | None:
        """What was wished for, once it is there."""
        with self._lock:
            still, self._found = self._found, None
            if still is None and (still := self._told()) is not None:
                self._unsure = True
            if still is not None:
                self._wish = None
            return still

    def _told(self) -> Still | None:
        """The Still that the engine has told in this stretch, on its ground."""
        if self._wish is None or self._ground is None or self._engine is None:
            return None
        told, ground = self._engine.told(memory=self._wish.memory), self._ground
        if told is None:
            return None
        state = ground.state._replace(
            cursor=told.cursor, updates=told.updates, samples=ground.state.samples + told.samples
        )
        dead = ground.numbers.dead if told.dead is None else told.dead
        numbers = ground.numbers._replace(parameters=told.parameters, slots=told.slots, dead=dead)
        return dataclasses.replace(
            ground,
            state=state,
            numbers=numbers,
            version=ground.version + told.updates - ground.updates,
            factor=factor_of(ground.experiment, numbers.watch, told.updates),
        )
