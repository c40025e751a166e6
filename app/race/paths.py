"""Paths: the thread that computes the race's paths, and what it has told so far."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.documents.document_store import DocumentStore
from app.race.chosen import Chosen
from app.race.runs import Run
from core.race import Race, Racer
from core.race.heights import Heights
from core.race.runner import RacePicture, RaceRunner
from core.race.tracks import Track

POLL = 4  # ms between two looks at the thread while paths are wanted


class Paths(QObject):
    """`runs` are the racers with their paths as far as they are known."""

    runs_changed = Signal()
    heights_changed = Signal(object)  # core.race.heights.Heights, or None where the terrain cannot be drawn
    problem = Signal(str, str, object)  # path, sentence, Mend or None

    def __init__(self, store: DocumentStore[Race], chosen: Chosen, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._chosen = store, chosen
        self.runs: tuple[Run, ...] = ()
        self.complete = False  # all paths are those of the race as it is now
        self._runner: RaceRunner | None = None
        self._tracks: tuple[Track | None, ...] = ()
        self._heights: Heights | None = None
        self._asked: Race | None = None  # the race that the thread was given last
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self._poll)
        store.changed.connect(self._on_changed)
        store.view_changed.connect(self._on_view)

    def start(self) -> None:
        """Have the paths of the store's race computed."""
        if self._runner is None:
            self._runner = RaceRunner()
            self._runner.start()
        self._ask(self._runner)

    def close(self, patience: float) -> bool:
        """End the thread; False where it does not end in time."""
        self._timer.stop()
        runner, self._runner = self._runner, None
        return runner is None or runner.close(patience)

    @property
    def how(self) -> str:
        """By what the paths were computed."""
        ways = [track.exact for track in self._tracks if track is not None]
        words = {"rule": "update rules equal to torch.optim", "torch": "torch.optim itself", "chance": "chance"}
        found = [(words[way], ways.count(way)) for way in words if way in ways]
        return " · ".join(f"{told} ({count})" if len(found) > 1 else told for told, count in found)

    def _on_changed(self, old: Race, new: Race) -> None:
        if self._runner is not None and _differ(old, new):
            self._ask(self._runner)  # the pictures change with the new paths, a few milliseconds later
        else:
            self._tell_runs()

    def _on_view(self, _old: object, _new: object) -> None:
        self._tell_runs()

    def _ask(self, runner: RaceRunner) -> None:
        self._asked = self._store.document
        self.complete = False
        runner.send(self._asked)
        self._timer.start()

    def _poll(self) -> None:
        picture = self._runner.poll() if self._runner is not None else None
        if picture is not None:
            self._take(picture)

    def _take(self, picture: RacePicture) -> None:
        """What the thread has told: new paths, and the terrain where it is another one."""
        self._tracks = picture.tracks
        self.complete = picture.complete and picture.race is self._asked
        if self.complete:
            self._timer.stop()
        if picture.heights is not self._heights:
            self._heights = picture.heights
            self.heights_changed.emit(picture.heights)
        if picture.problem:
            self.problem.emit("terrain.f", picture.problem, None)
        self._tell_runs()

    def _tell_runs(self) -> None:
        known = {track.racer.name: track for track in self._tracks if track is not None}
        hidden = self._chosen.hidden
        self.runs = tuple(
            Run.of(number, racer, racer.name in hidden, known.get(racer.name))
            for number, racer in enumerate(self._store.document.racers)
        )
        self.runs_changed.emit()


def _differ(old: Race, new: Race) -> bool:
    """Whether the paths have to be computed anew: not for words, speed or colours."""
    words = (*Race.WORDS, "speed", "racers")
    if any(getattr(old, name) != getattr(new, name) for name in Race.model_fields if name not in words):
        return True
    return [_path_of(racer) for racer in old.racers] != [_path_of(racer) for racer in new.racers]


def _path_of(racer: Racer) -> Racer:
    return racer.model_copy(update={"colour": 0})
