"""The entry: a window, or a headless command."""

from __future__ import annotations

import errno
import io
import json
import logging
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.command_line import arguments, report
from core.machine.out_of_memory import OutOfMemory
from core.machine.whole_file import NotWritten
from core.messages import BadInput

if TYPE_CHECKING:
    from core.frames import Frame
    from core.studies.report import Report

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def main(argv: list[str] | None = None) -> int:
    """Do what the command line says; the exit status is 0 done, 1 failed, 2 bad input or too little memory, 3 diverged,
    130 interrupted."""
    typed = sys.argv[1:] if argv is None else list(argv)
    _print_anything()
    try:
        status = _carry_out(typed)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever read our output has had enough: nothing is wrong
        _print_nothing_more()
        return 0
    except OSError as error:
        if error.errno not in NO_ROOM:
            traceback.print_exc()
            return _without_run(typed, "failed")
        _print_nothing_more()  # files are written by others, who say themselves what fails: this was the output
        print(NotWritten("what was printed", error.strerror or str(error), "Let it go elsewhere"), file=sys.stderr)
        return report.EXIT_STATUS["failed"]


def _carry_out(typed: list[str]) -> int:
    """The exit status of a command; what it cannot do is said."""
    try:
        found = arguments.parse(typed)
        return _COMMANDS[found.command](found)
    except SystemExit as end:  # --help and --version
        return end.code if isinstance(end.code, int) else 0
    except BadInput as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return _without_run(typed, "bad input")
    except NotWritten as error:
        print(str(error), file=sys.stderr)
        return _without_run(typed, "failed")
    except OutOfMemory as error:
        print(str(error), file=sys.stderr)
        return _without_run(typed, "out of memory")
    except KeyboardInterrupt:
        return _without_run(typed, "interrupted")
    except OSError:
        raise
    except Exception:
        traceback.print_exc()
        return _without_run(typed, "failed")


def _without_run(typed: list[str], state: str) -> int:
    """The exit status of a command that came to nothing; `run --json` prints its object in every case."""
    if typed[:1] == ["run"] and "--json" in typed:
        print(json.dumps(report.nothing(state)))
    return report.EXIT_STATUS[state]


def _print_nothing_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _OneLine(logging.Formatter):
    """What went wrong, without where in the program: the window's log file has that."""

    def format(self, record: logging.LogRecord) -> str:
        return record.getMessage().partition("\n")[0]


def _print_anything() -> None:
    """A terminal without a letter for η gets a question mark, not an error; a warning is one line."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(_OneLine())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _run(found: Namespace) -> int:
    from core.command_line import run

    return run.run(found)


def _study(found: Namespace) -> int:
    from core.command_line import study

    def draw(report: Report, path: str) -> None:
        from app.command_line import study_picture  # only now: Qt comes after torch

        study_picture.save(report, path)

    return study.run(found, draw)


def _join(found: Namespace) -> int:
    from core.command_line import shared_study

    return shared_study.join(found)


def _importance(found: Namespace) -> int:
    from core.command_line import importance

    return importance.run(found)


def _explain(found: Namespace) -> int:
    from core.command_line import explain

    return explain.run(found)


def _surface(found: Namespace) -> int:
    from core.command_line import surface

    def draw(frame: Frame, title: str, path: str) -> None:
        from app.command_line import surface_picture  # only now: Qt comes after torch

        surface_picture.save(frame, title, path)

    return surface.run(found, draw)


def _info(found: Namespace) -> int:
    from core.command_line import info
    from core.machine import folders

    if trouble := folders.trouble():
        print(trouble, file=sys.stderr)
    return info.info(
        found, {"settings": folders.settings_file(), "recovery": folders.recovery(), "log": folders.log_file()}
    )


def _show(found: Namespace) -> int:
    _check(found.file)
    from app.command_line import show

    return show.show(found)


def _pictures(found: Namespace) -> int:
    from app.command_line import show

    return show.pictures(found)


def _bench(found: Namespace) -> int:
    from app import bench

    return bench.run(found)


def _window(found: Namespace) -> int:
    if found.file is not None:
        (_check_network if found.file.endswith(".safetensors") else _check)(found.file)
    from core.machine.preload import starting

    with starting():
        from app import application

    return application.run(found.file)


def _check(file: str) -> None:
    """`BadInput` for a file that is missing, unreadable or wrong: before any window, before Qt."""
    from core import document

    document.load(file)


def _check_network(file: str) -> None:
    from core.files import weights

    weights.load(file)


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "window": _window,
    "run": _run,
    "study": _study,
    "study join": _join,
    "importance": _importance,
    "explain": _explain,
    "surface": _surface,
    "show": _show,
    "info": _info,
    "pictures": _pictures,
    "bench": _bench,
}


if __name__ == "__main__":
    sys.exit(main())
