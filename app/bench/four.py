"""Four runs side by side, all of their pictures on the screen: is the window as smooth as with one, and what do they
learn together?"""

from __future__ import annotations

import pathlib
import tempfile
import time
from statistics import median

from app.bench.lateness import Lateness
from app.bench.rates import preset
from app.bench.rows import PAIRS, Found, Row
from app.command_line.waiting import wait, without_screen
from app.network.lab import Lab
from core.comparison import Comparison
from core.documents.edits import replace_all
from core.frozen import frozen

PRESET = "playground"
RATES = (0.3, 0.01, 0.003)  # of the runs beside the first
STRETCH = 2.0  # seconds of learning each
FIRST = 200  # updates before it counts
LATE = 25.0  # ms
WORK = f"`{PRESET}` at speed *Max* with four learning rates, network and curves on the screen, in stretches of 2 s"


@frozen
class Stretch:
    """Updates a second of all runs together, and how late a timer came (95th percentile, ms)."""

    rate: float
    late: float


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
        one = _stretches(lab)
        lab.twins.begin(beside(Comparison(base=experiment)))
        wait(lambda: all(run.last is not None for run in lab.twins.standings), 120.0)
        four = _stretches(lab)
        window.close_and_forget()
    return [*rows_of(one, four)]


def beside(alone: Comparison) -> Comparison:
    """Three runs more, each with a learning rate of its own."""
    for rate in RATES:
        alone = alone.with_twin((("optimizer.lr", rate),))
    return alone


def rows_of(one: list[Stretch], four: list[Stretch]) -> list[Row]:
    """What the stretches say."""
    late, alone = (median(each.late for each in seen) for seen in (four, one))
    rate, of_one = (median(each.rate for each in seen) for seen in (four, one))
    bar = f"95th percentile under {LATE:g} ms, as with one"
    note = f"with one run {alone:.3g} ms"
    return [
        Row("four runs live: smoothness", f"lateness of a 16 ms timer: {WORK}", bar, late, "ms", late < LATE, note),
        Row("four runs live: speed", "all four together", "", rate, "updates/s", None, f"one alone {of_one:,.0f}"),
    ]


def _stretches(lab: Lab) -> list[Stretch]:
    """Some, after one that does not count."""
    return [_stretch(lab) for _ in range(1 + PAIRS)][1:]


def _stretch(lab: Lab) -> Stretch:
    lateness, before = Lateness(), _made(lab)
    lab.play()
    wait(lambda: _made(lab) > before + FIRST, 120.0)
    lateness.begin()
    first, start = _made(lab), time.perf_counter()
    wait(lambda: time.perf_counter() - start > STRETCH, 2 * STRETCH)
    rate, late = (_made(lab) - first) / (time.perf_counter() - start), lateness.end()
    lab.pause()
    wait(lambda: not lab.playing, 5.0)
    return Stretch(rate, late)


def _made(lab: Lab) -> int:
    """Updates of all runs on the screen, as far as they have told."""
    return sum(run.last.updates for run in lab.twins.standings if run.last is not None)
