"""Commands that need the window or a renderer: `show` and `pictures`."""

from __future__ import annotations

import argparse
import pathlib
import sys
import tempfile
from typing import Any

from PIL.Image import Image

from app import application
from app.command_line.waiting import AllDrawn, TimeToDraw, wait, without_screen
from app.network.lab import Lab
from app.panels.presets import STRIPS, path_of, read_shelves
from app.race.room import RaceRoom
from app.shell.layouts import EXPLORE, LECTURE
from app.shell.png import write_png
from app.shell.room import RACE
from app.shell.settings import Settings
from app.strips import strip
from app.window.window import MainWindow
from core import document
from core.command_line import targets
from core.command_line.report import EXIT_STATUS
from core.comparison import Comparison
from core.documents.document import Document
from core.documents.edits import replace
from core.experiment import Experiment
from core.frames import RunState
from core.messages import BadInput
from core.race import Race
from core.threads import commands

LAYOUTS = (EXPLORE, LECTURE)
LOADING, LEARNING, DRAWING = 120.0, 3600.0, 600.0  # seconds that are waited for each at most


def show(arguments: argparse.Namespace) -> int:
    """Open the real window, train, save its picture; the exit status."""
    layout = _layout(arguments.layout)
    target = _target(arguments.screenshot)
    found = document.load(arguments.file)
    if arguments.updates is None and isinstance(found, Experiment) and not found.stop.any:
        raise BadInput(
            arguments.file,
            "stop",
            "has no stop rule, so the run would never end: name one in the file, or give --updates N",
        )
    if isinstance(found, Race) and arguments.picture:
        raise BadInput(
            "--picture", arguments.picture[0], "is not known to a race: say --option race.view=relief, or both"
        )
    without_screen()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        application.prepare()
        window = application.open_window(arguments.file, Settings(pathlib.Path(folder) / "window.ini"))
        window.resize(*arguments.size)
        window.network.store.change_view(**({"theme": arguments.theme} if arguments.theme else {}), layout=layout)
        try:
            if isinstance(found, Race):
                status = _race(window, layout, arguments)
            else:
                _choose(window, arguments.picture, arguments.option)
                status = train(window, arguments.updates)
            if status == 0 and (refusal := _flat(arguments.option)):
                status = _complain(refusal)
            picture = window.grab().toImage()
        finally:
            window.close_and_forget()
    write_png(target, picture)
    return status


def _choose(window: MainWindow, names: list[str], chosen: list[tuple[str, Any]]) -> None:
    """Bring pictures to the front, and make choices of theirs: "surface.plane" is the choice `plane` of the picture
    `surface`."""
    room = window.network
    for name in names:
        if name not in room.views:
            raise BadInput("--picture", name, f"is not known; allowed: {', '.join(room.views)}")
        room.layouts.choose_picture(name)
    options = dict(room.store.view.options)
    for path, value in chosen:
        head, dot, key = path.partition(".")
        options[path if head != "surface" or not dot else head] = (
            {**options.get(head, {}), key: value} if head == "surface" and dot else value
        )
    room.store.change_view(options=options)


def _flat(chosen: list[tuple[str, Any]]) -> str:
    """Why a picture that was asked for in three dimensions is none; "" where it is one, or nobody asked."""
    asked = dict(chosen)
    if asked.get("surface.mode") != "relief" and asked.get("race.view") not in ("relief", "both"):
        return ""
    from app.views.surface import gl

    return gl.refusal()


def _layout(name: str | None) -> str:
    if name is None:
        return EXPLORE
    found = {layout.lower(): layout for layout in LAYOUTS}.get(name.lower())
    if found is None:
        raise BadInput("--layout", name, f"is not known; allowed: {', '.join(LAYOUTS)}")
    return found


def _target(path: str) -> pathlib.Path:
    target = pathlib.Path(path)
    if target.suffix.lower() != ".png":
        raise BadInput("--screenshot", path, "must be the name of a .png file")
    targets.check("--screenshot", path)
    return target


def train(window: MainWindow, updates: int | None) -> int:
    """Learn as fast as the machine can, whatever speed the window shows, and wait until all pictures are up to date."""
    lab, drawn = window.network.lab, AllDrawn(window)
    if not wait(lambda: _there(window), LOADING) or not lab.run.number or lab.run.last is None:
        return _complain(drawn.complaint or f"the network was not there after {LOADING:,.0f} seconds")
    learned = _learn(lab, updates)
    window.network.trying.line.dismiss()  # it would take room from the picture
    if lab.run.state is RunState.failed:
        return _complain(drawn.complaint or "the run could not go on")
    wait(drawn.over, DRAWING)
    if lab.run.paused_because:
        print(lab.run.paused_because, file=sys.stderr)
        return EXIT_STATUS["out of memory"]
    if not drawn.whole:
        why = f" ({drawn.complaint.rstrip('.')})" if drawn.complaint else f" after {DRAWING:,.0f} seconds"
        return _complain(
            f"not all pictures are of the update that the window names{why}: {', '.join(drawn.late) or 'the window still draws'}"
        )
    if not learned:
        return _complain(f"the run had not come to its end after {LEARNING:,.0f} seconds")
    return EXIT_STATUS["diverged"] if lab.run.state is RunState.diverged else 0


def _there(window: MainWindow) -> bool:
    """Whether the run of the file's experiment can be asked to learn, or cannot learn at all."""
    lab = window.network.lab
    if window.network.unnamed.busy or lab.runs.renewing:  # another run is about to take its place
        return False
    return lab.run.state is RunState.failed or (lab.runs.ready and lab.run.last is not None)


def _learn(lab: Lab, updates: int | None) -> bool:
    """So many updates, None: to the end that the experiment sets; False where that takes too long."""
    if updates is None:
        lab.runs.send(commands.Apply(replace(lab.store.experiment, "speed", "max")))
        lab.runs.send(commands.Resume())
        return wait(lambda: lab.run.state.over or bool(lab.run.paused_because), LEARNING)
    if updates > 0:
        lab.runs.send(commands.Step("update", updates))
        return wait(
            lambda: (
                lab.run.state.over
                or (lab.run.last is not None and lab.run.last.updates >= updates)
                or bool(lab.run.paused_because)
            ),
            LEARNING,
        )
    return True


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return EXIT_STATUS["failed"]


def _race(window: MainWindow, layout: str, arguments: argparse.Namespace) -> int:
    """Let the paths be computed, and show the race after so many updates, else at its end."""
    wait(lambda: window.room.key == RACE, DRAWING)
    room = window.rooms.of(RACE)
    assert isinstance(room, RaceRoom)
    room.store.change_view(layout=layout, options=room.store.view.options | dict(arguments.option))
    if not wait(lambda: room.lab.paths.complete, LEARNING):
        return _complain(f"the race was not computed after {LEARNING:,.0f} seconds")
    room.lab.playhead.seek(room.lab.playhead.last if arguments.updates is None else arguments.updates)
    wait(TimeToDraw(), DRAWING)
    return 0


def pictures(arguments: argparse.Namespace) -> int:
    """Record the film strips of presets and ready-made comparisons anew; each one's own runs, to their own end."""
    shelves = read_shelves()
    known = sorted(card.name for card in (*shelves.all, *shelves.beside))
    for name in arguments.names or known:
        if name not in known:
            raise BadInput("pictures", name, f"is no preset; allowed: {', '.join(known)}")
        strip.save(_record(document.load(path_of(name))), STRIPS / f"{name}.webp")
        print(STRIPS / f"{name}.webp")
    return 0


def _record(found: Document) -> Image:
    if isinstance(found, Race):
        from app.race.strip import record

        return record(found)
    if isinstance(found, Comparison):
        from app.strips import comparison

        return comparison.record(found)
    assert isinstance(found, Experiment)
    return strip.record(found)
