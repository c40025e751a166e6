"""Runs as tasks of a Ray cluster, each with the processors that it asks for; what is lost with a computer, Ray makes
again on another one."""

from __future__ import annotations

import itertools
import json
import os
import signal
import threading
from collections.abc import Callable, Sequence

from core.data.preparation import prepare
from core.experiment import Experiment
from core.machine import device
from core.messages import BadInput
from core.runs.making import Making, changed_words
from core.studies.plan import Planned
from core.studies.processes import NotMade
from core.studies.result import Result
from core.studies.worker import answer

NAME = "ray"  # the cluster that this computer is part of, or one of its own
INSTALL = "needs Ray: pip install 'descent-lab[cluster]'"
TIMES = 5  # that a run may be lost with its computer
AT_ONCE = 1000  # tasks that Ray is told of
PAUSE = 0.2  # seconds between two looks at whether it is to halt


def make(
    planned: Sequence[Planned],
    keep: Callable[[Result], None],
    on: str,
    *,
    halt: Callable[[], bool] = lambda: False,
    where: str = "experiment",
) -> None:
    """Make these runs and have each result kept, on this thread. `on`: "ray", the cluster that this computer is part
    of, or else one of this computer alone; "ray://HOST:PORT" or "HOST:PORT", another one. `NotMade`, and all ends,
    where a run cannot be; `BadInput` where there is no such cluster."""
    try:
        import ray  # pyright: ignore[reportMissingImports]  # only where the extra is installed
    except ImportError:
        raise BadInput("--on", on, INSTALL) from None
    _connect(ray.init, on)
    task = ray.remote(made)
    waiting: dict[object, Planned] = {}
    left = iter(planned)
    try:
        while not halt():
            for each in itertools.islice(left, AT_ONCE - len(waiting)):
                waiting[task.options(**asks(each)).remote(order(each, where))] = each
            if not waiting:
                return
            ready, _ = ray.wait(list(waiting), num_returns=1, timeout=PAUSE)
            for reference in ready:
                del waiting[reference]
                keep(read(_gotten(ray.get, reference)))
    finally:
        for reference in waiting:
            ray.cancel(reference, force=True)
        ray.shutdown()


def _connect(init: Callable[..., object], on: str) -> None:
    """Nothing is told to Ray's makers, and who asks a study to end is heard by us."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    before = signal.getsignal(signal.SIGTERM)
    try:
        init(address=None if on == NAME else on, log_to_driver=False, logging_level="error")
    except (ConnectionError, ValueError, RuntimeError, ImportError) as error:
        reason = str(error).strip().partition("\n")[0]
        raise BadInput("--on", on, f"no cluster answers there: {reason}") from error
    finally:
        if threading.current_thread() is threading.main_thread() and before is not None:
            signal.signal(signal.SIGTERM, before)


def asks(planned: Planned) -> dict[str, int]:
    """What a run asks for."""
    on_gpu = device.choose(planned.trial.experiment.device) != "cpu"
    return {"num_cpus": max(1, planned.making.threads), "num_gpus": int(on_gpu), "max_retries": TIMES}


def order(planned: Planned, where: str) -> str:
    """A run as it is given to a task."""
    making = planned.making
    plain = {"engine": making.engine, "settled": making.settled, "threads": making.threads, "versions": making.versions}
    return json.dumps(
        {"key": planned.key, "experiment": planned.trial.experiment.values(), "where": where, "making": plain}
    )


def made(given: str) -> str:
    """A run, in a process of the cluster; refused where that would make other numbers."""
    plain = json.loads(given)
    experiment = Experiment.parse(plain["experiment"], plain["where"])
    there = Making(**plain["making"] | {"versions": tuple(map(tuple, plain["making"]["versions"]))})
    here = Making.planned(experiment, prepare(experiment))
    if here != there:
        words = changed_words(there, here)
        return json.dumps({"refused": f"A computer of the cluster is another one. {words} Install the same on all."})
    return json.dumps(answer(plain))


def _gotten(get: Callable[[object], str], reference: object) -> str:
    """What a task has said; `NotMade` where it was lost."""
    try:
        return get(reference)
    except Exception as error:  # Ray's own kinds, when computers go time and again
        reason = " ".join(str(error).split())[:300]
        raise NotMade(f"A run was given up: {reason}") from error


def read(told: str) -> Result:
    """The result that a task has sent; `NotMade` with its reason where there is none."""
    plain = json.loads(told)
    if "result" not in plain:
        raise NotMade(plain.get("refused") or plain["failed"])
    return Result.loads(plain["result"])
