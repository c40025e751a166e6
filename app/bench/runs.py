"""What a run costs beside its arithmetic: a thousand starts at once, one from the command line, and a study."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
import tracemalloc

from app.bench.rates import preset
from app.bench.rows import PAIRS, Found, Row
from core.experiment import Experiment
from core.machine import processes
from core.runs.many import many

STARTS, UPDATES = 1000, 1000
BAR = 2.0  # seconds of wall time, on two cores
COMMAND = ("run", "playground", "--updates", "2000", "--json")
COMMAND_BAR = 1.5  # seconds of processor time
STUDY = ("study", "playground", "--starts", "200", "--updates", "1000", "--json")
STUDY_BAR = 3.0  # seconds of processor time
LIGHT = 60.0  # MB that a thousand runs may take


def measure() -> Found:
    """The rows of many starts, and those of a headless run and study."""
    return [*_starts(preset("playground")), _command(), _study()]


def _starts(experiment: Experiment) -> list[Row]:
    lucky = [_with_luck(experiment, number) for number in range(STARTS)]
    many(lucky[:2], UPDATES)  # the kernel is loaded
    seconds = statistics.median(_seconds_of(lucky) for _ in range(PAIRS))
    room = _room_of(lucky)
    work = f"`playground`, {STARTS:,} × {UPDATES:,} updates, from the call to the last figure, curves included"
    note = f"{os.cpu_count()} threads, {STARTS * UPDATES / seconds:,.0f} updates/s together"
    kept = "all of them held with their curves and last vectors"
    return [
        Row("a thousand starts", work, f"{BAR:g} s on two cores", seconds, "s", seconds <= BAR, note),
        Row("what they leave", kept, f"under {LIGHT:g} MB", room, "MB", room < LIGHT),
    ]


def _with_luck(experiment: Experiment, number: int) -> Experiment:
    seeds = experiment.seeds.model_copy(update={"weights": number, "batches": number})
    return experiment.model_copy(update={"seeds": seeds})


def _seconds_of(experiments: list[Experiment]) -> float:
    start = time.perf_counter()
    many(experiments, UPDATES)
    return time.perf_counter() - start


def _room_of(experiments: list[Experiment]) -> float:
    """MB that the arrays of all outcomes take, as Python allocates them."""
    tracemalloc.start()
    held = many(experiments, UPDATES)
    now, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(held) == len(experiments)
    return now / 2**20


def _command() -> Row:
    _processor_seconds(*COMMAND)
    seconds = statistics.median(_processor_seconds(*COMMAND) for _ in range(PAIRS))
    bar = f"{COMMAND_BAR:g} s of processor time, the kernel on the disk"
    return Row("one headless run", f"`descent-lab {' '.join(COMMAND)}`", bar, seconds, "s", seconds <= COMMAND_BAR)


def _study() -> Row:
    """Each time with nothing known."""
    with tempfile.TemporaryDirectory() as folder:
        files = iter(range(PAIRS))
        seconds = statistics.median(
            _processor_seconds(*STUDY, "--storage", os.path.join(folder, f"{next(files)}.sqlite")) for _ in range(PAIRS)
        )
    bar = f"{STUDY_BAR:g} s of processor time, all in all, the kernel on the disk"
    return Row("a study", f"`descent-lab {' '.join(STUDY)}`", bar, seconds, "s", seconds <= STUDY_BAR)


def _processor_seconds(*typed: str) -> float:
    """Of one call in a process of its own, as at the second and later."""
    environment = {name: value for name, value in processes.environment().items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = os.times()
    command = processes.python(str(processes.ROOT / "main.py"), *typed)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, cwd=processes.ROOT, check=True, timeout=120)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
