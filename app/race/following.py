"""Following: pictures, bar and status line follow the paths and the playhead."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.bars.status_line import StatusLine
from app.bars.timeline import Timeline
from app.look.theme import current
from app.race.guess import Guess
from app.race.lab import RaceLab
from app.race.resting import sentence
from app.race.stage import Stage
from app.race.transport import RaceTransport
from app.race.what_happened import marks_of


class Following(QObject):
    """It only shows: whatever moves in the lab moves on the screen."""

    def __init__(
        self, lab: RaceLab, stage: Stage, transport: RaceTransport, timeline: Timeline, status: StatusLine, guess: Guess
    ) -> None:
        super().__init__(stage)
        self._lab, self._stage, self._transport, self._timeline = lab, stage, transport, timeline
        self._status, self._guess = status, guess
        guess.on_changed.connect(self._show_timeline)
        lab.paths.runs_changed.connect(self.show_runs)
        lab.paths.heights_changed.connect(stage.pictures.show_heights)
        lab.playhead.moved.connect(self.show_place)
        lab.playing_changed.connect(self._show_playing)

    def show_runs(self) -> None:
        """The paths as far as they are known, and which racer is selected."""
        self._stage.show_runs(self._lab.paths.runs, self._lab.store.document, self._lab.chosen.selected)
        self._show_timeline()
        self._rest()

    def show_place(self, place: float) -> None:
        """Where the balls are, as a place between the updates."""
        self._transport.show_place(place, self._lab.playhead.last)
        self._show_timeline()
        self._stage.show_place(place)

    def _show_timeline(self, *_: object) -> None:
        """Of what is to be guessed nothing is told."""
        playhead = self._lab.playhead
        until = playhead.place if self._guess.on else playhead.last
        marks = marks_of(self._lab.paths.runs, until)
        self._timeline.show_race(self._lab.store.title, playhead.last, playhead.place, marks)

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self._stage.teller.put_away()
        self._transport.show_playing(playing, current())
        self._rest()

    def _rest(self) -> None:
        """What is going on, in one sentence."""
        self._status.rest_on(sentence(self._lab))
        self._status.device.setText(self._lab.paths.how)
