"""How much of its speed a run keeps while all its pictures are on the screen, and whether the window stays smooth."""

from __future__ import annotations

import pathlib
import statistics
import tempfile
import time

from PySide6.QtCore import QObject

from app import application
from app.bench.lateness import Lateness
from app.bench.rates import preset
from app.bench.rows import Found, Row
from app.command_line.waiting import wait, without_screen
from app.shell.settings import Settings
from app.window.window import MainWindow
from core.documents.edits import replace_all
from core.frames import RunState, Update
from core.threads import commands

SECONDS = 6.0  # of learning in the window
SLICES = {"eager": 100, "fused": 5000}  # updates at a time without a window
PAUSES = 40  # how often Pause is pressed


BARS = {"eager": (0.6, 10), "fused": (0.7, 30)}  # engine -> share of its headless speed, pictures a second


def measure() -> Found:
    """`playground` at speed Max with boundary, neuron maps, curves and weights on the screen, with each engine."""
    without_screen()
    return [row for engine in BARS for row in _with(engine)]


def _with(engine: str) -> list[Row]:
    from core.training.session import Session

    experiment = replace_all(preset("playground"), (("speed", "max"), ("engine", engine)))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = pathlib.Path(folder) / "bench.toml"
        experiment.save(path)
        alone = _headless(
            Session(experiment)
        )  # before there is a window: its timers would take this for the cost of drawing
        window = _open(path, Settings(pathlib.Path(folder) / "window.ini"))
        window.network.layouts.choose_picture("score")
        rows = _in_the_window(window, alone, engine)
        rows.append(_obedience(window, engine))
        window.network.layouts.choose_picture("surface")
        rows.append(_with_weight_space(window, alone, engine))
        window.close_and_forget()
    return rows


def _open(path: pathlib.Path, settings: Settings) -> MainWindow:
    application.prepare()
    window = application.open_window(path, settings)
    wait(lambda: window.network.lab.runs.ready, 120.0)
    return window


def _headless(session) -> float:
    """Updates a second without a window, evaluations included, as in the window."""
    session.advance(100)
    made, start = 0, time.perf_counter()
    while time.perf_counter() - start < 3.0:
        made += session.advance(SLICES[session.experiment.engine])
        session.course.evaluations.take()
    return made / (time.perf_counter() - start)


def _in_the_window(window: MainWindow, alone: float, engine: str) -> list[Row]:
    least, most = BARS[engine]
    rate, shown, late = _seen(window)
    share = rate / alone
    work = "`playground`, boundary, a map for every neuron, curves and weights on the screen"
    return [
        Row(
            f"live share at speed *Max*, {engine}",
            work,
            f"{least:.0%} of its headless speed",
            100 * share,
            "%",
            share >= least,
            f"{rate:,.0f} of {alone:,.0f} updates/s",
        ),
        Row(f"pictures during it, {engine}", work, f"{most} a second", shown, "a second", shown >= most),
        Row(
            f"smoothness, {engine}",
            "lateness of a 16 ms timer during it",
            "95th percentile under 50 ms",
            late,
            "ms",
            late < 50.0,
        ),
    ]


def _with_weight_space(window: MainWindow, alone: float, engine: str) -> Row:
    rate, shown, late = _seen(window)
    note = f"{rate:,.0f} of {alone:,.0f} updates/s, {shown:.3g} pictures a second, a timer {late:.3g} ms late"
    return Row(
        f"the same with the weight space, {engine}",
        "its sheet follows the run",
        "",
        100 * rate / alone,
        "%",
        None,
        note,
    )


def _seen(window: MainWindow) -> tuple[float, float, float]:
    """Updates a second and pictures a second while the window shows them, and how late a timer comes (95th percentile,
    ms)."""
    pictures, lateness, lab = Pictures(window), Lateness(), window.network.lab
    lab.runs.send(commands.Resume())
    wait(lambda: lab.run.last is not None and lab.run.last.updates > 200, 120.0)
    pictures.begin()
    lateness.begin()
    first, start = lab.run.last.updates, time.perf_counter()  # type: ignore[union-attr]
    wait(lambda: time.perf_counter() - start > SECONDS, 2 * SECONDS)
    rate = (lab.run.last.updates - first) / (time.perf_counter() - start)  # type: ignore[union-attr]
    return rate, pictures.rate(), lateness.end()


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


def _obedience(window: MainWindow, engine: str) -> Row:
    """From Pause to the moment after which the run made no further update."""
    times = []
    runner = window.network.lab.runs.runner
    assert runner is not None
    for _ in range(PAUSES):
        runner.send(commands.Resume())
        wait(lambda before=runner.status[1]: runner.status[1] > before, 5.0)
        start = time.perf_counter()
        runner.send(commands.Pause())
        wait(lambda: runner.status[0] is RunState.paused, 5.0, every=0)
        times.append(1000 * (time.perf_counter() - start))
    late = statistics.quantiles(times, n=20)[-1]
    return Row(
        f"obedience, {engine}",
        "from Pause to no further update",
        "95th percentile under 20 ms",
        late,
        "ms",
        late < 20.0,
    )
