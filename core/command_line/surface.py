"""Headless: `descent-lab surface` trains an experiment, computes the loss over a plane of its weights, and writes it
down."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from core.command_line import targets
from core.command_line.progress import Progress
from core.command_line.report import EXIT_STATUS
from core.command_line.trained import experiment_of, trained
from core.data.preparation import prepare
from core.experiment import Experiment
from core.frames import Frame
from core.machine.whole_file import NotWritten, write_bytes
from core.messages import BadInput
from core.networks.blueprint import blueprint_of, players_of
from core.networks.players import own_slots
from core.probes.surface import Surface
from core.probing.moment import Moment
from core.probing.probe import frame
from core.surfaces import gauge, names

if TYPE_CHECKING:
    from core.training.session import Session

KEYS = ("center", "u", "v", "alpha", "beta", "loss", "path")
EVERYTHING = 2**31  # samples at most: the file holds the true loss of the whole part


def run(arguments: argparse.Namespace, draw: Callable[[Frame, str, str], None]) -> int:
    """Train, compute, write; the exit status. `draw(frame, title, path)` makes the picture where one is asked for."""
    experiment = experiment_of(arguments)
    request = _request(arguments, experiment)
    targets.check("--out", arguments.out)
    if arguments.picture is not None:
        targets.check_picture("--picture", arguments.picture)
    progress = Progress()
    try:
        session = trained(experiment, arguments.updates, progress)
        if session.ended == "diverged":
            print(
                f"{arguments.file}: the run diverged at update {session.updates}: there is no surface to look at",
                file=sys.stderr,
            )
            return EXIT_STATUS["diverged"]
        found = _computed(session, request, progress)
    finally:
        progress.close()
    if found.info["problem"]:
        raise BadInput(arguments.file, f"--plane {arguments.plane}", found.info["problem"])
    _print(found)  # first: what was found is said, whatever becomes of the files
    written = [_writes(lambda: _write(found, arguments.out))]
    if arguments.picture is not None:
        written.append(_writes(lambda: draw(found, experiment.title, arguments.picture)))
    return EXIT_STATUS["finished" if all(written) else "failed"]


def _writes(write: Callable[[], object]) -> bool:
    """False where a file cannot be written, which is said."""
    try:
        write()
    except NotWritten as error:
        print(str(error), file=sys.stderr)
        return False
    return True


def _request(arguments: argparse.Namespace, experiment: Experiment) -> Surface:
    """What is asked of the session; names of weights are checked now, not after the run."""
    if arguments.at:
        typed = " ".join(arguments.at)
        if arguments.plane != "weights":
            raise BadInput("--at", typed, "names two weights, so it goes with --plane weights only")
        prepared = prepare(experiment)
        slots = own_slots(blueprint_of(experiment, prepared).slots, _player(arguments, experiment))
        if len({names.place(text, slots, "--at") for text in arguments.at}) < 2:
            raise BadInput("--at", typed, "must name two different weights or biases")
    return Surface(
        plane=arguments.plane,
        player=_player(arguments, experiment),
        at=tuple(arguments.at or ()),
        span=arguments.span or 0.0,
        resolution=arguments.resolution,
        seed=arguments.seed or 0,
        part=arguments.data,
        penalty=arguments.penalty,
        most=EVERYTHING,
    )


def _player(arguments: argparse.Namespace, experiment: Experiment) -> str:
    """Whose surface it is, of several players the first one's without a choice; `BadInput` where there is no such
    player."""
    names = [player.name for player in players_of(experiment)]
    if arguments.player in ("", *names):
        return arguments.player or names[0]
    if len(names) > 1:
        raise BadInput("--player", arguments.player, f"there is no such player; there are {', '.join(names)}")
    else:
        raise BadInput(
            "--player",
            arguments.player,
            f"goes with a task of several players only; the task of {arguments.file} is {experiment.task.kind}",
        )
    return ""


def _computed(session: Session, request: Surface, progress: Progress) -> Frame:
    """The frame of the last stage, what `Session.frame` gives, with the progress shown."""
    from core.engines.replica import Replica

    still = session.still(memory=request.needs_memory)
    moment = Moment(still, Replica(still))
    last = None
    for answer in request.stages(moment):
        if answer is not None:
            last = answer
        if answer is not None and not answer[1]["problem"]:
            done, of = answer[1]["stage"]
            progress.show(done / of, "computing the surface …")
    assert last is not None, "a progressive probe gives at least one answer"
    return frame(request, moment, last)


def _write(found: Frame, path: str) -> None:
    """The numbers by name; `NotWritten` where that cannot be."""
    numbers = {name: found.arrays[name] for name in KEYS if name in found.arrays} | {
        "kept_variance": np.array(found.info["kept_variance"])
    }
    packed = io.BytesIO()
    np.savez(packed, **numbers)  # type: ignore[arg-type]
    write_bytes(path, packed.getvalue())


def _print(found: Frame) -> None:
    """The picture in a few lines."""
    info, arrays = found.info, found.arrays
    print(f"{info['metric']} over {info['subset']}, after {found.update:,} updates: {float(arrays['ball_loss']):.6g}")
    for letter, name in (("α", "x"), ("β", "y")):
        if info[name]:
            print(f"{letter}: {info[name]}")
    if "eigenvalues" in arrays:
        print(f"leading eigenvalues: {', '.join(f'{value:.6g}' for value in arrays['eigenvalues'])}")
    if np.isfinite(info["kept_variance"]):
        print(
            f"the {'plane' if 'v' in arrays else 'line'} keeps {gauge.percent(info['kept_variance'])} of the path's variance"
        )
    for sentence in (*info["notes"], info["misleads"]):
        if sentence:
            print(sentence)
