"""What views and panels ask for that concerns the room: drawers, tools, imports, the bar of the Lecture layout."""

from __future__ import annotations

from typing import assert_never

from app.documents.intents import (
    CompareBudgets,
    Draw,
    Import,
    OnRoom,
    OnSheet,
    OpenDrawer,
    OpenEnvelope,
    OpenGathered,
    OverStarts,
    PastePoints,
    Pin,
    ShowPicture,
    TakeBrush,
    Vary,
)
from app.network.envelope import Envelope
from app.network.files import NetworkFiles
from app.network.imports import Imports
from app.network.lab import Lab
from app.network.overlays import Overlays
from app.network.pins import Pins
from app.network.starts import Starts
from app.network.studies import Studies
from app.panels import budget
from app.shell.layouts import Layouts
from app.views.boundary.view import BoundaryView
from core.frozen import frozen
from core.messages import BadInput
from core.runs.listed import PAIRS, STARTS


@frozen
class Doors:
    """The parts of the room that carry it out."""

    lab: Lab
    overlays: Overlays
    layouts: Layouts
    imports: Imports
    pins: Pins
    files: NetworkFiles
    boundary: BoundaryView
    studies: Studies
    envelope: Envelope
    starts: Starts

    def obey(self, intent: OnRoom) -> None:
        match intent:
            case OpenDrawer(name):
                self.overlays.open_drawer(name)
            case TakeBrush(brush):
                self.boundary.take_brush(brush)
            case Draw(on):
                self._draw(on)
            case PastePoints(text):
                self.files.paste_text(text)
            case Import(what):
                self.imports.ask(what)
            case ShowPicture(name):
                self.layouts.choose_picture(name)
            case Pin(path):
                self.pins.toggle(path)
            case Vary() | OverStarts() | OpenEnvelope() | OpenGathered():
                self._on_sheet(intent)
            case CompareBudgets():
                last = self.lab.run.last  # still of the run that ends
                self.lab.sentence.emit(budget.sentence(intent, last.updates if last is not None else 0))
            case _:
                assert_never(intent)

    def _on_sheet(self, intent: OnSheet) -> None:
        match intent:
            case Vary(path):
                self.studies.open(path)
            case OverStarts(experiment, updates):
                self.starts.open_columns(experiment, updates)
            case OpenEnvelope():
                self.envelope.open()
            case OpenGathered(id):
                self._open_again(id)

    def _open_again(self, id: str) -> None:
        made = self.lab.gatherings.there.get(id)
        if made is None:
            return
        sheets = {STARTS: self.starts.open_again, PAIRS: self.starts.open_pairs_again}
        try:
            sheets.get(made.kind, self.studies.open_again)(made.asked)
        except BadInput as error:
            self.lab.problem.emit("", str(error), None)

    def _draw(self, on: bool) -> None:
        """Take up or put away the brush; what is drawn on are own points."""
        if on:
            self.lab.drawing.begin()
        self.overlays.draw(on)
