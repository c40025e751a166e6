"""RaceLab: the race, its paths and the playhead. What a person asks for is carried out here, never silently."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.documents.document_store import DocumentStore
from app.race import edit_words
from app.race.chosen import Chosen
from app.race.paths import Paths
from app.race.playhead import Playhead
from app.shell.room_lab import RoomLab
from app.shell.speeds import SPEEDS
from core.race import Race


class RaceLab(RoomLab):
    """What the commands and the controls of the gradient-descent room do."""

    usual_speed = 10
    telling_wanted = Signal()

    def __init__(self, store: DocumentStore[Race], parent: QObject) -> None:
        super().__init__(parent)
        self.store = store
        self.playhead = Playhead(self)
        self.playhead.playing_changed.connect(self.playing_changed)
        store.changed.connect(self._on_changed)
        store.refused.connect(self._refuse)
        self.chosen = Chosen(store, self)
        self.paths = Paths(store, self.chosen, self)
        self.paths.problem.connect(self.problem)

    # Beginning and end

    def start(self) -> None:
        """Have the paths of the store's race computed."""
        self.playhead.set_last(self.store.document.updates)
        self.paths.start()

    def close(self, patience: float = 10.0) -> bool:
        """End the thread; False where it does not end in time."""
        self.playhead.pause()
        return self.paths.close(patience)

    # Playing

    @property
    def playing(self) -> bool:
        return self.playhead.playing

    @property
    def speed(self) -> float | str:
        return self.store.document.speed

    def play(self) -> None:
        if self.full_speed:
            self.playhead.seek(self.playhead.last)
            return
        self.playhead.play()

    def play_back(self) -> None:
        playhead = self.playhead
        if playhead.playing and playhead.direction < 0:
            playhead.pause()
        elif self.full_speed:
            self.seek(0.0)
        else:
            playhead.play(-1)

    def pause(self) -> None:
        self.playhead.pause()

    def step(self, _size: str = "update") -> None:
        """Pause and go to the next update."""
        self.playhead.step(1)

    def step_back(self) -> None:
        self.playhead.step(-1)

    def rewind(self) -> None:
        """Back to the start, paused; the paths stay."""
        self.playhead.pause()
        self.playhead.seek(0)

    def seek(self, place: float) -> None:
        """Pause and go to a place between the updates."""
        self.playhead.pause()
        self.playhead.seek(place)

    def new_start(self) -> None:
        """Other luck: another seed of the noise and of chance; one step of undo."""
        seeds = self.store.document.seeds
        self.finish()
        self.edits((("seeds.noise", seeds.noise + 1), ("seeds.search", seeds.search + 1)))
        if self.store.rejected:  # a file locks the seeds
            return
        lucky = self.store.document.noise > 0 or any(racer.searches for racer in self.store.document.racers)
        self.sentence.emit(
            "Other random numbers."
            if lucky
            else "Other random numbers; without noise and without chance they change nothing here."
        )

    def tell(self) -> None:
        """One update in slow motion."""
        self.playhead.pause()
        self.telling_wanted.emit()

    # Settings

    def edits(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        self.store.edits(tuple(pairs), edit_words.words(self.store.document, tuple(pairs)))

    def _refuse(self, path: str, sentence: str, mend: object) -> None:
        """A refused formula stands in its field, but what is drawn is the old one: that has to be said."""
        stays = ". The formula before it stays" if path == "terrain.f" else ""
        self.problem.emit(path, sentence.rstrip(".") + stays, mend)

    def finish(self) -> None:
        """A drag has ended."""
        self.store.finish()

    def undo(self) -> None:
        self._return(self.store.undo(), "Undone")

    def redo(self) -> None:
        self._return(self.store.redo(), "Done again")

    def _return(self, found: Any, word: str) -> None:
        if found is not None:
            self.sentence.emit(f"{word}: {found[0].text}.")

    def _on_changed(self, _old: Race, new: Race) -> None:
        self.playhead.set_last(new.updates)
        self.playhead.speed = float(new.speed) if new.speed != "max" else float(SPEEDS[-1])
