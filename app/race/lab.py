"""RaceLab: the race, the thread that computes its paths, and the playhead. What a person asks for is carried out here,
never silently."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.bars.speeds import SPEEDS, neighbour
from app.documents.document_store import DocumentStore
from app.race import edit_words
from app.race.playhead import Playhead
from app.race.runs import Run
from core.race import Race
from core.race.heights import Heights
from core.race.runner import RacePicture, RaceRunner
from core.race.tracks import Track

POLL = 4  # ms between two looks at the thread while paths are wanted
HIDDEN = "race.hidden"  # the view's option with the names of racers that are not drawn


class RaceLab(QObject):
    """`runs` are the racers with their paths as far as they are known."""

    runs_changed = Signal()
    heights_changed = Signal(object)  # core.race.heights.Heights, or None where the terrain cannot be drawn
    selected_changed = Signal(int)
    playing_changed = Signal(bool)
    telling_wanted = Signal()
    sentence = Signal(str)
    problem = Signal(str, str, object)  # path, sentence, Mend or None

    def __init__(self, store: DocumentStore[Race], parent: QObject) -> None:
        super().__init__(parent)
        self.store = store
        self.playhead = Playhead(self)
        self.runs: tuple[Run, ...] = ()
        self.selected = 0
        self.runner: RaceRunner | None = None
        self.complete = False  # all paths are those of the race as it is now
        self._tracks: tuple[Track | None, ...] = ()
        self._heights: Heights | None = None
        self._asked: Race | None = None  # the race that the thread was given last
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self._poll)
        self.playhead.playing_changed.connect(self.playing_changed)
        store.changed.connect(self._on_changed)
        store.view_changed.connect(self._on_view)
        store.refused.connect(self._refuse)

    # Beginning and end

    def start(self) -> None:
        """Have the paths of the store's race computed."""
        if self.runner is None:
            self.runner = RaceRunner()
            self.runner.start()
        self._ask()

    def close(self, patience: float = 10.0) -> bool:
        """End the thread; False where it does not end in time."""
        self._timer.stop()
        self.playhead.pause()
        runner, self.runner = self.runner, None
        return runner is None or runner.close(patience)

    # Playing

    @property
    def playing(self) -> bool:
        return self.playhead.playing

    def play(self) -> None:
        if self.store.document.speed == "max":
            self.playhead.seek(self.playhead.last)
            return
        self.playhead.play()

    def pause(self) -> None:
        self.playhead.pause()

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def step(self, _size: str = "update") -> None:
        """Pause and go to the next update."""
        self.playhead.step(1)

    def step_back(self) -> None:
        self.playhead.step(-1)

    def rewind(self) -> None:
        """Back to the start, paused; the paths stay."""
        self.playhead.pause()
        self.playhead.seek(0)

    def new_start(self) -> None:
        """Other luck: another seed of the noise and of chance; one step of undo."""
        seeds = self.store.document.seeds
        self.finish()
        self.edits((("seeds.noise", seeds.noise + 1), ("seeds.search", seeds.search + 1)))
        lucky = self.store.document.noise > 0 or any(racer.searches for racer in self.store.document.racers)
        self.sentence.emit(
            "Other random numbers."
            if lucky
            else "Other random numbers; without noise and without chance they change nothing here."
        )

    def faster(self) -> None:
        self._change_speed(1)

    def slower(self) -> None:
        self._change_speed(-1)

    def toggle_max(self) -> None:
        """To the end at once, and back."""
        self.finish()
        self.edit("speed", 10.0 if self.store.document.speed == "max" else "max")

    def _change_speed(self, direction: int) -> None:
        self.edit("speed", neighbour(self.store.document.speed, direction))

    def tell(self) -> None:
        """One update in slow motion."""
        self.playhead.pause()
        self.telling_wanted.emit()

    # Settings

    def edit(self, path: str, value: Any) -> None:
        self.edits(((path, value),))

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

    def select(self, number: int) -> None:
        """The racer that slow motion tells of."""
        number = min(max(number, 0), max(len(self.store.document.racers) - 1, 0))
        if number != self.selected:
            self.selected = number
            self.selected_changed.emit(number)

    @property
    def hidden(self) -> frozenset[str]:
        """The names of racers that are not drawn."""
        return frozenset(self.store.view.options.get(HIDDEN, ()))

    def hide(self, number: int) -> None:
        """Draw a racer no longer, or draw it again."""
        name = self.store.document.racers[number].name
        self.store.change_view(options=self.store.view.options | {HIDDEN: sorted(self.hidden ^ {name})})

    # The thread

    def _on_changed(self, old: Race, new: Race) -> None:
        self.playhead.set_last(new.updates)
        self.playhead.speed = float(new.speed) if new.speed != "max" else float(SPEEDS[-1])
        if len(new.racers) != len(old.racers):
            self.select(self.selected)
        if self.runner is not None and _differ(old, new):
            self._ask()  # the pictures change with the new paths, a few milliseconds later
        else:
            self._tell_runs()

    def _on_view(self, _old: object, _new: object) -> None:
        self._tell_runs()

    def _ask(self) -> None:
        assert self.runner is not None
        self._asked = race = self.store.document
        self.playhead.set_last(race.updates)
        self.complete = False
        self.runner.send(race)
        self._timer.start()

    def _poll(self) -> None:
        picture = self.runner.poll() if self.runner is not None else None
        if picture is not None:
            self._take(picture)

    def _take(self, picture: RacePicture) -> None:
        """What the thread has told: new paths, and the terrain where it is another one."""
        self._tracks = picture.tracks
        self.complete = picture.complete and picture.race is self._asked
        if picture.complete and picture.race is self._asked:
            self._timer.stop()
        if picture.heights is not self._heights:
            self._heights = picture.heights
            self.heights_changed.emit(picture.heights)
        if picture.problem:
            self.problem.emit("terrain.f", picture.problem, None)
        self._tell_runs()

    def _tell_runs(self) -> None:
        race = self.store.document
        known = {track.racer.name: track for track in self._tracks if track is not None}
        hidden = self.hidden
        self.runs = tuple(
            Run.of(number, racer, racer.name in hidden, known.get(racer.name))
            for number, racer in enumerate(race.racers)
        )
        self.runs_changed.emit()

    @property
    def how(self) -> str:
        """By what the paths were computed."""
        ways = [track.exact for track in self._tracks if track is not None]
        words = {"rule": "update rules equal to torch.optim", "torch": "torch.optim itself", "chance": "chance"}
        found = [(words[way], ways.count(way)) for way in words if way in ways]
        return " · ".join(f"{told} ({count})" if len(found) > 1 else told for told, count in found)


def _differ(old: Race, new: Race) -> bool:
    """Whether the paths have to be computed anew: not for words, speed or colours."""
    words = ("title", "description", "what_to_try", "speed")
    if any(getattr(old, name) != getattr(new, name) for name in Race.model_fields if name not in (*words, "racers")):
        return True
    return [_path_of(racer) for racer in old.racers] != [_path_of(racer) for racer in new.racers]


def _path_of(racer: Any) -> Any:
    return racer.model_copy(update={"colour": 0})
