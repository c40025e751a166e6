"""Four runs side by side, all of their pictures on the screen: is the window as smooth as with one, what do they learn
together, and how much of what they learn where nobody looks is that?"""

from __future__ import annotations

import pathlib
import tempfile
import time
from collections import Counter
from statistics import median

from app.bench.lateness import Lateness
from app.bench.rates import preset, rate
from app.bench.rows import PAIRS, Found, Row
from app.command_line.waiting import wait, without_screen
from app.network.lab import Lab
from core.comparison import Comparison
from core.documents.edits import replace_all
from core.frames import Update
from core.frozen import frozen
from core.training.session import Session

PRESET = "playground"
RATES = (0.3, 0.01, 0.003)  # of the runs beside the first
STRETCH = 2.0  # seconds of learning each
FIRST = 200  # updates before it counts
SLICE = 50_000  # updates of one run at a time where nobody looks
LATE = 25.0  # ms
SHARE, OFTEN = 0.6, 15  # of the speed without a window, pictures a second of each run
WORK = f"`{PRESET}` at speed *Max* with four learning rates, network and curves on the screen, in stretches of 2 s"


@frozen
class Stretch:
    """Updates a second of all runs together, how late a timer came (95th percentile, ms), pictures a second of the run
    that has the fewest, and the updates a second of as many runs in turn without a window, right after."""

    rate: float
    late: float
    pictures: float = 0.0
    alone: float = 0.0

    @property
    def share(self) -> float:
        return self.rate / self.alone


def measure() -> Found:
    """One run, then four, in one window."""
    without_screen()
    from app import application
    from app.shell.settings import Settings

    application.prepare()
    experiment = replace_all(preset(PRESET), (("speed", "max"),))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = pathlib.Path(folder) / "bench.toml"
        experiment.save(path)
        window = application.open_window(path, Settings(pathlib.Path(folder) / "window.ini"))
        lab = window.network.lab
        wait(lambda: lab.runs.ready and lab.run.last is not None, 120.0)
        one = _Stretches(lab, [Session(experiment)]).take()
        comparison = beside(Comparison(base=experiment))
        lab.twins.begin(comparison)
        wait(lambda: all(run.last is not None for run in lab.twins.standings), 120.0)
        four = _Stretches(lab, [Session(each) for each in comparison.experiments()]).take()
        window.close_and_forget()
    return [*rows_of(one, four)]


def beside(alone: Comparison) -> Comparison:
    """Three runs more, each with a learning rate of its own."""
    for lr in RATES:
        alone = alone.with_twin((("optimizer.lr", lr),))
    return alone


def rows_of(one: list[Stretch], four: list[Stretch]) -> list[Row]:
    """What the stretches say."""
    late, alone = (median(each.late for each in seen) for seen in (four, one))
    together, of_one = (median(each.rate for each in seen) for seen in (four, one))
    share, pictures = median(each.share for each in four), median(each.pictures for each in four)
    bar = f"95th percentile under {LATE:g} ms, as with one"
    note = f"with one run {alone:.3g} ms"
    return [
        Row("four runs live: smoothness", f"lateness of a 16 ms timer: {WORK}", bar, late, "ms", late < LATE, note),
        Row(
            "four runs live: speed",
            "all four together",
            f"{SHARE:.0%} of four without a window",
            100 * share,
            "%",
            share >= SHARE,
            f"{together:,.0f} updates/s, one in the window {of_one:,.0f}",
        ),
        Row("four runs live: pictures", "each of them", f"{OFTEN} a second", pictures, "a second", pictures >= OFTEN),
    ]


class _Stretches:
    """Runs in the window, and as many sessions that nobody looks at, by turns."""

    def __init__(self, lab: Lab, sessions: list[Session]) -> None:
        self._lab, self._sessions = lab, sessions
        self._pictures = Counter[int]()  # by the numbers of the runs
        lab.runs.updated.connect(lambda update: self._count(lab.run.number, update))
        lab.twins.updated.connect(self._count)

    def take(self) -> list[Stretch]:
        """Some, after one that does not count."""
        return [self._stretch() for _ in range(1 + PAIRS)][1:]

    def _count(self, number: int, update: Update) -> None:
        self._pictures[number] += bool(update.frames)

    def _stretch(self) -> Stretch:
        lab, lateness, before = self._lab, Lateness(), _made(self._lab)
        lab.play()
        wait(lambda: _made(lab) > before + FIRST, 120.0)
        lateness.begin()
        self._pictures.clear()
        first, start = _made(lab), time.perf_counter()
        wait(lambda: time.perf_counter() - start > STRETCH, 2 * STRETCH)
        seconds = time.perf_counter() - start
        made, late, pictures = (
            _made(lab) - first,
            lateness.end(),
            min(self._pictures[run.number] for run in lab.twins.standings),
        )
        lab.pause()
        wait(lambda: not lab.playing, 5.0)
        return Stretch(
            made / seconds, late, pictures / seconds, rate(self._learn, SLICE * len(self._sessions), STRETCH)
        )

    def _learn(self, updates: int) -> None:
        for session in self._sessions:
            session.advance(updates // len(self._sessions))
            session.course.evaluations.take_rows()


def _made(lab: Lab) -> int:
    """Updates of all runs on the screen, as far as they have told."""
    return sum(run.last.updates for run in lab.twins.standings if run.last is not None)
