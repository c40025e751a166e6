"""A thousand runs in the list and eight curves over one another: is the window as smooth as with one run, and what do
they take?"""

from __future__ import annotations

import dataclasses
import pathlib
import tempfile
import time
from statistics import median
from typing import TYPE_CHECKING

from app.bench.lateness import Lateness
from app.bench.memory import memory
from app.bench.rates import preset
from app.bench.rows import PAIRS, Found, Row
from app.command_line.waiting import wait, without_screen
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.frozen import frozen

if TYPE_CHECKING:
    from app.network.room import NetworkRoom

PRESET, RUNS, CURVES = "playground", 1000, 8
MADE = 1000  # updates of each that is listed
STRETCH, PATIENCE = 2.0, 120.0  # seconds of learning each; that are waited at most
LATE, MOST = 25.0, 300.0  # ms; MB more
LIST, USUAL = "runs", "score"  # pictures that stand in one place
WORK = f"`{PRESET}` at speed *Max*, network and curves on the screen, in stretches of 2 s by turns with one run alone"


@frozen
class Stretch:
    """How late a timer came (95th percentile, ms), and what share of a core the window's own thread took."""

    late: float
    share: float


@frozen
class Seen:
    """Stretches with one run alone and with all of them, by turns; MB that they take."""

    alone: tuple[Stretch, ...]
    listed: tuple[Stretch, ...]
    more: float | None


def measure() -> Found:
    """One window, whose list is looked at by turns."""
    without_screen()
    from app import application
    from app.shell.settings import Settings

    application.prepare()
    experiment = replace_all(preset(PRESET), (("speed", "max"),))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        fill(folder, experiment)
        experiment.save(folder / "bench.toml")
        window = application.open_window(folder / "bench.toml", Settings(folder / "window.ini"))
        seen = _look(window.network, folder)
        window.close_and_forget()
    return [*rows_of(seen)]


def fill(folder: pathlib.Path, experiment: Experiment, runs: int = RUNS, updates: int = MADE) -> None:
    """Keep so many runs, each with the curves of one that was learned, and with luck of its own."""
    from core.history.metrics import History
    from core.runs.run import Run, letter_of
    from core.runs.store import Figures, RunStore
    from core.training.session import Session

    session, history = Session(experiment), History()
    session.advance(updates)
    history.add(session.course.evaluations.take())
    figures, curves = Figures(history.at_rest().newest, len(session.vector()), 1.0, "η 0.03 → 0.1"), history.at_rest()
    with RunStore(folder) as store:
        for number in range(runs):
            luck = replace_all(experiment, (("seeds.weights", number + 1),))
            run = Run(f"listed-{number}", luck, letter=letter_of(number), made=session.updates)
            store.save(run, dataclasses.replace(figures, seconds=float(number)), curves)


def _look(room: NetworkRoom, folder: pathlib.Path) -> Seen:
    lab = room.lab
    wait(lambda: lab.runs.ready and lab.run.last is not None, PATIENCE)
    _stretch(room)
    before = memory()
    lab.shelf.open(folder)
    lab.shelf.look()
    wait(lambda: len(lab.shelf.entries) >= RUNS, PATIENCE)
    chosen = [entry.id for entry in lab.shelf.entries[: CURVES - 1]]
    alone, listed = list[Stretch](), list[Stretch]()
    for _ in range(PAIRS):
        _turn(room, chosen, on=False)
        alone.append(_stretch(room))
        _turn(room, chosen, on=True)
        listed.append(_stretch(room))
    after = memory()
    return Seen(tuple(alone), tuple(listed), None if before is None or after is None else after - before)


def _turn(room: NetworkRoom, chosen: list[str], *, on: bool) -> None:
    """Look at the list, with the curves of some of its runs; or at neither."""
    eyes = room.lab.eyes
    room.layouts.choose_picture(LIST if on else USUAL)
    for run in chosen:
        eyes.turn(run, on=on)
    wait(lambda: room.docks[LIST].seen is on and len(eyes.metrics) == (len(chosen) if on else 0), PATIENCE)


def _stretch(room: NetworkRoom) -> Stretch:
    """What it is while the run learns."""
    lab, lateness = room.lab, Lateness()
    before = lab.run.last.updates if lab.run.last is not None else 0
    lab.play()
    wait(lambda: lab.run.last is not None and lab.run.last.updates > before, PATIENCE)
    lateness.begin()
    start, spent = time.perf_counter(), time.thread_time()
    wait(lambda: time.perf_counter() - start > STRETCH, 2 * STRETCH)
    share = (time.thread_time() - spent) / (time.perf_counter() - start)
    late = lateness.end()
    lab.pause()
    wait(lambda: not lab.playing, 5.0)
    return Stretch(late, share)


def rows_of(seen: Seen) -> list[Row]:
    """What the stretches say."""
    (late, share), (alone, own) = (
        (median(each.late for each in stretches), median(each.share for each in stretches))
        for stretches in (seen.listed, seen.alone)
    )
    bar = f"95th percentile under {LATE:g} ms, as with one"
    what = f"{RUNS:,} runs listed, {CURVES} curves"
    more = f"under {MOST:g} MB more"
    told = f"alone {alone:.3g} ms; the window's own thread takes {share:.0%} of a core, alone {own:.0%}"
    note = "" if seen.more is not None else "this system does not tell what a process takes now"
    met = None if seen.more is None else seen.more < MOST
    return [
        Row(f"{what}: smoothness", f"lateness of a 16 ms timer: {WORK}", bar, late, "ms", late < LATE, told),
        Row(f"{what}: memory", "what the window takes more than before", more, seen.more, "MB", met, note),
    ]  # fmt: skip
