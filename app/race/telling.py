"""Slow motion of the race: asks for the parts of the selected racer's next update, has them told, and then makes the
update."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.race.lab import RaceLab
from app.race.narrator import Narrator
from app.race.teller import Teller
from core.race.phases import Phase


class Telling(QObject):
    """Between the lab and the strip below the map."""

    def __init__(self, lab: RaceLab, teller: Teller, parent: QObject) -> None:
        super().__init__(parent)
        self._lab, self._teller = lab, teller
        self._narrator = Narrator(self)
        self._narrator.ready.connect(self._tell)
        lab.telling_wanted.connect(self._ask)
        teller.ended.connect(self._make)

    def tell_of(self, number: int) -> None:
        """The next update of this racer."""
        self._lab.chosen.select(number)
        self._lab.tell()

    def close(self, patience: float) -> bool:
        """False where what is being worked out takes longer than so many seconds."""
        return self._narrator.close(patience)

    def _ask(self) -> None:
        race, playhead = self._lab.store.document, self._lab.playhead
        if not race.racers:
            self._lab.sentence.emit("Nobody takes part yet: add a racer with +.")
            return
        playhead.seek(int(playhead.place + 1e-9))
        self._narrator.ask(race, race.racers[self._lab.chosen.selected].name, int(playhead.place) + 1)

    def _tell(self, name: str, update: int, phases: tuple[Phase, ...]) -> None:
        if not phases:
            self._teller.put_away()
            self._lab.sentence.emit(f"{name} makes no update {update:,}: the race, or its path, has ended before.")
            return
        colour = next((racer.colour for racer in self._lab.store.document.racers if racer.name == name), 0)
        self._teller.tell(name, colour, update, phases)

    def _make(self) -> None:
        """The last part has been told: the balls move."""
        self._teller.put_away()
        self._lab.step()
