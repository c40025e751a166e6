"""How much of its speed a run keeps while all its pictures are on the screen, and whether the window stays smooth.

Machines change their speed within seconds. So one process alternates short stretches of the same learning: with the
pictures, without a window, and beside a window that only puts a picture ready-made on the screen, which no pictures of
numbers can beat. What counts is the median of the ratios of neighbouring stretches.
"""

from __future__ import annotations

import pathlib
import statistics
import tempfile
import threading
import time
from statistics import median

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app import application
from app.bench.lateness import Lateness
from app.bench.rates import preset, rate
from app.bench.rows import PAIRS, Found, Row
from app.command_line.waiting import wait, without_screen
from app.shell.settings import Settings
from app.window.window import MainWindow
from core.documents.edits import replace_all
from core.frames import RunState, Update
from core.frozen import frozen
from core.threads.runner import Runner
from core.training.session import Session

STRETCH = 2.0  # seconds of learning each
SLICES = {"eager": 100, "fused": 200_000}  # updates at a time without a window: about a tenth of a second
PAUSES = 40  # how often Pause is pressed
OFTEN = 30  # pictures a second of the window that only blits
LATE, OBEYS = 25.0, 10.0  # ms
BETWEEN_LOOKS = 0.0002  # seconds from one look at whether a run rests to the next
WORK = "`playground`, boundary, a map for every neuron, curves and weights on the screen, in stretches of 2 s by turns"


@frozen
class Bars:
    """The share of its headless speed that a run keeps, the pictures a second; the same with the weight space; and the
    share of the speed beside a window that only blits, 0 where there is no such bar."""

    share: float
    pictures: float
    share_in_space: float = 0.0
    pictures_in_space: float = 0.0
    of_ceiling: float = 0.0


BARS = {"eager": Bars(0.75, 10), "fused": Bars(0.85, OFTEN, 0.75, 15, of_ceiling=0.95)}


@frozen
class Seen:
    """One stretch with pictures: updates and pictures a second, how late a timer came (95th percentile, ms), and the
    updates a second of the stretches beside it, without a window and with one that only blits."""

    rate: float
    pictures: float
    late: float
    alone: float
    blitting: float

    @property
    def share(self) -> float:
        return self.rate / self.alone

    @property
    def ceiling(self) -> float:
        """The share that a window which only blits leaves."""
        return self.blitting / self.alone


def measure() -> Found:
    """`playground` at speed Max with boundary, neuron maps, curves and weights on the screen, with each engine."""
    without_screen()
    return [row for engine in BARS for row in _with(engine)]


def _with(engine: str) -> list[Row]:
    experiment = replace_all(preset("playground"), (("speed", "max"), ("engine", engine)))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = pathlib.Path(folder) / "bench.toml"
        experiment.save(path)
        window = _open(path, Settings(pathlib.Path(folder) / "window.ini"))
        stretches = Stretches(window, Session(experiment))
        window.network.layouts.choose_picture("score")
        rows = rows_of(stretches.take(), engine)
        rows.append(_obedience(window, engine))
        window.network.layouts.choose_picture("surface")
        rows.append(_with_weight_space(stretches.take(), engine))
        window.close_and_forget()
    return rows


def _open(path: pathlib.Path, settings: Settings) -> MainWindow:
    application.prepare()
    window = application.open_window(path, settings)
    wait(lambda: window.network.lab.runs.ready, 120.0)
    return window


class Stretches:
    """The same learning by turns: in the window, and in a session that nobody looks at."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        self._window, self._session = window, session
        self._slice = SLICES[session.experiment.engine]
        self._pictures, self._lateness = Pictures(window), Lateness()

    def take(self) -> list[Seen]:
        """Some rounds of all three, after one that does not count."""
        return [self._round() for _ in range(1 + PAIRS)][1:]

    def _round(self) -> Seen:
        return Seen(*self._in_the_window(), self._alone(), self._beside_a_blit())

    def _in_the_window(self) -> tuple[float, float, float]:
        """Updates and pictures a second, and how late a timer comes, ms."""
        self._window.network.lab.play()
        before = _made(self._window)
        wait(lambda: _made(self._window) > before + 200, 120.0)
        self._pictures.begin()
        self._lateness.begin()
        first, start = _made(self._window), time.perf_counter()
        wait(lambda: time.perf_counter() - start > STRETCH, 2 * STRETCH)
        found = (_made(self._window) - first) / (time.perf_counter() - start)
        pictures, late = self._pictures.rate(), self._lateness.end()
        _pause(self._window)
        return found, pictures, late

    def _alone(self) -> float:
        """Updates a second; the windows stand still meanwhile, since this is their thread."""
        return rate(self._learn, self._slice, STRETCH)

    def _beside_a_blit(self) -> float:
        """Updates a second on a thread of its own beside a window as large that only blits."""
        found: list[float] = []
        learner = threading.Thread(target=lambda: found.append(self._alone()), name="bench-learner")
        blit = Blit(self._window)
        learner.start()
        wait(lambda: not learner.is_alive(), 10 * STRETCH)
        learner.join()
        blit.close()
        return found[0]

    def _learn(self, updates: int) -> None:
        self._session.advance(updates)
        self._session.course.evaluations.take_rows()


class Pictures(QObject):
    """Counts the polls that brought a new boundary."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._count, self._start = 0, 0.0
        window.network.lab.runs.updated.connect(self._take)

    def _take(self, update: Update) -> None:
        self._count += bool(update.frames)

    def begin(self) -> None:
        self._count, self._start = 0, time.perf_counter()

    def rate(self) -> float:
        return self._count / (time.perf_counter() - self._start)


class Blit(QWidget):
    """A window as large as another one that shows a picture of that one, again and again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._picture: QPixmap = window.grab()
        self._timer = QTimer(self, interval=1000 // OFTEN)
        self._timer.timeout.connect(self.update)
        self._timer.start()
        self.resize(window.size())
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def _made(window: MainWindow) -> int:
    """Updates of the window's run, as far as it has told."""
    last = window.network.lab.run.last
    return 0 if last is None else last.updates


def rows_of(seen: list[Seen], engine: str) -> list[Row]:
    """What the stretches say of an engine."""
    bars, share = BARS[engine], median(each.share for each in seen)
    pictures, late = median(each.pictures for each in seen), median(each.late for each in seen)
    return [
        _share(seen, engine),
        Row(
            f"pictures during it, {engine}", WORK, f"{bars.pictures:g} a second", pictures, "a second", pictures >= bars.pictures
        ),
        Row(
            f"smoothness, {engine}", "lateness of a 16 ms timer during it", f"95th percentile under {LATE:g} ms", late, "ms",
            late < LATE, f"{share:.0%} of its headless speed meanwhile",
        ),
    ]  # fmt: skip


def _share(seen: list[Seen], engine: str) -> Row:
    """The share of the headless speed; where the ceiling of a window that only blits lies below the bar, only the share
    of that ceiling counts."""
    bars, share, ceiling = BARS[engine], median(each.share for each in seen), median(each.ceiling for each in seen)
    of_ceiling = median(each.rate / each.blitting for each in seen)
    bar = f"{bars.share:.0%} of its headless speed"
    if bars.of_ceiling:
        bar += f" where the ceiling allows it, {bars.of_ceiling:g} × the ceiling of a window that only blits"
    met = (share >= bars.share or ceiling < bars.share) if bars.of_ceiling else share >= bars.share
    note = (
        f"{median(each.rate for each in seen):,.0f} of {median(each.alone for each in seen):,.0f} updates/s;"
        f" {of_ceiling:.2f} × the ceiling, which is {ceiling:.0%}"
    )
    name = f"live share at speed *Max*, {engine}"
    return Row(name, WORK, bar, 100 * share, "%", met and of_ceiling >= bars.of_ceiling, note)


def _with_weight_space(seen: list[Seen], engine: str) -> Row:
    bars, share, pictures = BARS[engine], median(each.share for each in seen), median(each.pictures for each in seen)
    bar = f"{bars.share_in_space:.0%}, {bars.pictures_in_space:g} pictures a second" if bars.share_in_space else ""
    met = share >= bars.share_in_space and pictures >= bars.pictures_in_space if bar else None
    note = (
        f"{median(each.rate for each in seen):,.0f} of {median(each.alone for each in seen):,.0f} updates/s, {pictures:.3g} pictures a second,"
        f" a timer {median(each.late for each in seen):.3g} ms late"
    )
    name = f"the same with the weight space, {engine}"
    return Row(name, "its sheet follows the run", bar, 100 * share, "%", met, note)


def _pause(window: MainWindow) -> None:
    runner = window.network.lab.runs.runner
    assert runner is not None
    window.network.lab.pause()
    wait(lambda: runner.status[0] is RunState.paused, 5.0, every=0)


class Rest(threading.Thread):
    """Notes when a run rests: on a thread of its own, since the window's may be painting by then."""

    def __init__(self, runner: Runner) -> None:
        super().__init__(name="bench-rest", daemon=True)
        self._runner = runner
        self.at = 0.0

    def run(self) -> None:
        while self._runner.status[0] is not RunState.paused:
            time.sleep(BETWEEN_LOOKS)
        self.at = time.perf_counter()


def _obedience(window: MainWindow, engine: str) -> Row:
    """From Pause to the moment when the run has told that it rests, after which it made no further update; the window
    goes on painting meanwhile."""
    times = []
    runner = window.network.lab.runs.runner
    assert runner is not None
    for _ in range(PAUSES):
        window.network.lab.play()
        wait(lambda before=runner.status[1]: runner.status[1] > before, 5.0)
        rest, start = Rest(runner), time.perf_counter()
        window.network.lab.pause()
        rest.start()
        wait(lambda rest=rest: not rest.is_alive(), 5.0)
        times.append(1000 * (rest.at - start))
    late = statistics.quantiles(times, n=20)[-1]
    bar = f"95th percentile under {OBEYS:g} ms"
    note = f"half of the times under {median(times):.3g} ms"
    return Row(
        f"obedience, {engine}", "from Pause to no further update", bar, late, "ms", late < OBEYS, note
    )  # fmt: skip
