"""What may be typed after `descent-lab`: commands and options."""

from __future__ import annotations

import argparse
import difflib
import os
import re
from collections.abc import Callable
from typing import NoReturn

from core.command_line.typed_values import BENCHES, assignment, bench, cluster, digits, odd, positive, size, whole
from core.machine.resources import FOLDER
from core.messages import BadInput

PROGRAM = "descent-lab"
SURFACES = ("weights", "random", "pca", "gradient", "hessian", "line")
SAMPLERS, PRUNERS = ("tpe", "random", "brute"), ("none", "median", "halving", "hyperband")
DEVICES = "auto, cpu, cuda or mps"


class Parser(argparse.ArgumentParser):
    """Says what is wrong as `BadInput` instead of ending the program with two lines."""

    def error(self, message: str) -> NoReturn:
        if message.startswith("unrecognized arguments"):
            message += f"; allowed: {', '.join(self._option_names())}"
        raise BadInput(self.prog, "", message)

    def _option_names(self) -> list[str]:
        return [name for action in self._actions for name in action.option_strings if name.startswith("--")]


def parse(typed: list[str]) -> argparse.Namespace:
    """The typed words as a namespace with `command` ("window" where none is named); `BadInput` where they make no
    sense."""
    if typed[:2] == ["study", "join"]:
        typed = ["study join", *typed[2:]]
    command = typed[0] if typed and typed[0] in COMMANDS else "window"
    if command == "window" and typed and _is_a_word(typed[0]) and shipped(typed[0]) == typed[0]:
        near = difflib.get_close_matches(typed[0], COMMANDS, 1)
        meant = f"; did you mean {near[0]}?" if near else "."
        reason = f"is no command, no file and no preset{meant} The commands are {', '.join(COMMANDS)}."
        raise BadInput(PROGRAM, typed[0], reason)
    parser = Parser(prog=PROGRAM if command == "window" else f"{PROGRAM} {command}", allow_abbrev=False)
    (COMMANDS | {"window": _window})[command](parser)
    arguments = parser.parse_args(typed if command == "window" else typed[1:])
    arguments.command = command
    return arguments


def _is_a_word(typed: str) -> bool:
    """Whether it may be meant as a command: no option, no path, and no file of that name."""
    return re.fullmatch(r"\w+", typed) is not None and not os.path.exists(typed)


def shipped(file: str) -> str:
    """The file of a preset, race or comparison that comes with the program where its name alone is typed; else what was
    typed."""
    if re.fullmatch(r"[\w-]+", file) is None or os.path.exists(file):
        return file
    paths = (FOLDER / folder / f"{file}.toml" for folder in ("presets", "races", "comparisons"))
    return next((str(path) for path in paths if path.is_file() and path.stem not in ("gallery", "shelf")), file)


def _window(parser: Parser) -> None:
    from core.machine.versions import version

    parser.description = "Opens the laboratory's window."
    parser.usage = "%(prog)s [FILE] | run FILE … | study FILE … | importance FILE … | explain FILE … | surface FILE --out OUT.npz … | show FILE --screenshot OUT.png … | info | pictures | bench"
    parser.epilog = "Each of run, study, importance, explain, surface, show, info, pictures and bench has a --help of its own. Exit status: 0 done, 1 failed, 2 bad input or no memory left, 3 diverged, 130 interrupted."
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        type=shipped,
        help="an experiment, a race, a comparison or a trained network to open, or a preset's name",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {version()}")


def _run(parser: Parser) -> None:
    parser.description = (
        "Trains an experiment or all runs of a comparison, or runs a race, without a window, as fast as it can."
    )
    parser.add_argument(
        "file", metavar="FILE", type=shipped, help="an experiment, a race or a comparison (TOML), or a preset's name"
    )
    _chosen(parser)
    parser.add_argument("--seed", type=whole(0), metavar="N", help="sets all four seeds, derived from N")
    parser.add_argument("--weights", metavar="OUT.safetensors", help="save the trained network")
    parser.add_argument(
        "--resume", metavar="FROM.safetensors", help="go on from a network that --weights or the window has saved"
    )
    parser.add_argument("--history", metavar="OUT.csv", help="write every evaluation, a row each")
    _envelope(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _envelope(parser: Parser) -> None:
    parser.add_argument(
        "--open-envelope",
        action="store_true",
        help="tell what comes of the samples that data.sealed_share has sealed, once all is chosen",
    )


def _chosen(parser: Parser) -> None:
    """What replaces values of a file."""
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=assignment,
        metavar="PATH=VALUE",
        help="replace one value, such as optimizer.kind=adam; may be repeated",
    )
    _stop(parser)
    parser.add_argument("--device", metavar="D", help=DEVICES)


def _study(parser: Parser) -> None:
    parser.description = "Makes the runs of a grid over one or two settings and any number of starts, each once, and tells what came of them."
    parser.epilog = "A study that was interrupted goes on where it was: the same command does it."
    parser.add_argument("file", metavar="FILE", type=shipped, help="an experiment (TOML), or a preset's name")
    parser.add_argument(
        "--vary",
        action="append",
        default=[],
        metavar="PATH=VALUES",
        help="FROM..TO, FROM..TO:log, FROM..TO:log:N or A,B,C, such as optimizer.lr=0.001..1:log:7; may be repeated",
    )
    parser.add_argument("--starts", type=whole(1), default=1, metavar="N", help="runs of each, with other luck (1)")
    parser.add_argument(
        "--luck",
        choices=("start", "all"),
        default="start",
        help="what starts differ in: weights and order (start), or the data and their split, too (all)",
    )
    parser.add_argument(
        "--seed",
        type=whole(0),
        metavar="N",
        help="the first start is `run --seed N`, the next N + 1 (the file's own, 1)",
    )
    _chosen(parser)
    _search(parser)
    parser.add_argument(
        "--figure",
        action="append",
        default=[],
        metavar="NAME",
        help="what is told and drawn, such as train.loss or goal.update; may be repeated",
    )
    parser.add_argument(
        "--workers", type=whole(1), default=0, metavar="N", help="threads and processes (as many as there are cores)"
    )
    parser.add_argument(
        "--on",
        type=cluster,
        metavar="ray[://ADDRESS]",
        help="make the runs as tasks of a Ray cluster: this computer's, or another",
    )
    parser.add_argument(
        "--storage",
        metavar="URL_OR_PATH",
        help="the file in which results are kept (one in the cache folder); to share it, a database or a .journal file",
    )
    _told(parser)


def _told(parser: Parser) -> None:
    """Where what came of a study goes."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--csv", metavar="OUT.csv", help="write a row for every run")
    _envelope(parser)
    parser.add_argument("--picture", metavar="OUT.png", help="draw it: a curve with its band, or a heat map")


def _stop(parser: Parser) -> None:
    limits = parser.add_mutually_exclusive_group()
    limits.add_argument(
        "--updates",
        type=whole(1),
        metavar="N",
        help="end after N updates; replaces all stop rules (a race: N updates each)",
    )
    limits.add_argument("--epochs", type=positive, metavar="N", help="end after N epochs; replaces all stop rules")


def _search(parser: Parser) -> None:
    parser.add_argument(
        "--search",
        type=whole(1),
        metavar="N",
        help="no grid: N trials that Optuna proposes, over any number of settings",
    )
    parser.add_argument("--sampler", choices=SAMPLERS, default="tpe", help="who proposes them (tpe)")
    parser.add_argument("--pruner", choices=PRUNERS, default="none", help="who gives up what promises nothing (none)")


def _join(parser: Parser) -> None:
    parser.description = "Makes runs of the studies in a shared storage until none is left, beside other computers."
    parser.add_argument("storage", metavar="STORAGE", help="a database's URL, or a .journal file in a shared folder")
    parser.add_argument("--study", metavar="NAME", help="the one of this name (all of them)")
    parser.add_argument(
        "--retake",
        type=positive,
        metavar="MINUTES",
        help="make again what has been running for longer, as a journal cannot tell that its computer is gone",
    )
    parser.add_argument("--workers", type=whole(1), default=1, metavar="N", help="runs at once (1)")


def _show(parser: Parser) -> None:
    parser.description = "Opens the real window, trains, saves its picture, exits."
    parser.add_argument("file", metavar="FILE", type=shipped, help="an experiment (TOML), or a preset's name")
    parser.add_argument("--screenshot", required=True, metavar="OUT.png", help="where the picture goes")
    parser.add_argument(
        "--updates",
        type=whole(0),
        metavar="N",
        help="how long to train (else to the experiment's own end)",
    )
    parser.add_argument("--size", type=size, default=(1280, 800), metavar="WxH", help="of the window (1280x800)")
    parser.add_argument("--theme", choices=("light", "dark"), help="the window's colours")
    parser.add_argument("--layout", metavar="NAME", help="a named layout, such as Explore or Lecture")
    parser.add_argument(
        "--picture",
        action="append",
        default=[],
        metavar="NAME",
        help="bring a picture to the front, such as surface; Lecture shows the last two",
    )
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        type=assignment,
        metavar="NAME=VALUE",
        help="a choice of a picture, such as surface.plane=hessian or surface.mode=relief; may be repeated",
    )


def _importance(parser: Parser) -> None:
    parser.description = "Trains an experiment, and tells what each column of its test part is worth to the network: how much worse it answers when that column is shuffled."
    parser.add_argument("file", metavar="FILE", type=shipped, help="an experiment (TOML), or a preset's name")
    parser.add_argument("--updates", type=whole(1), metavar="N", help="train so long before (to the file's own end)")
    parser.add_argument(
        "--shuffles", type=whole(2), default=10, metavar="K", help="how often each column is shuffled (10)"
    )
    parser.add_argument("--starts", type=whole(1), default=1, metavar="N", help="networks with other luck (1)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _surface(parser: Parser) -> None:
    parser.description = "Computes the loss over a plane through parameter space, and writes it to a file."
    parser.add_argument("file", metavar="FILE", type=shipped, help="an experiment (TOML), or a preset's name")
    parser.add_argument("--updates", type=whole(0), default=0, metavar="N", help="train so long before (0)")
    parser.add_argument(
        "--plane",
        choices=SURFACES,
        default="weights",
        help="what spans the plane (weights); line: from the start to the end of the run",
    )
    parser.add_argument(
        "--player",
        metavar="NAME",
        default="",
        help="of several players: whose loss, the others held still; the first one without a choice",
    )
    parser.add_argument(
        "--at", nargs=2, metavar="NAME[I,J]", help="the two weights or biases, such as h1.weight[0,1] h1.bias[0]"
    )
    parser.add_argument(
        "--span", type=positive, metavar="S", help="how far the grid reaches from its centre (as far as makes sense)"
    )
    parser.add_argument(
        "--resolution", type=odd, default=51, metavar="R", help="points along each side, an odd number (51)"
    )
    parser.add_argument(
        "--seed",
        type=whole(0),
        metavar="N",
        help="sets all four seeds, derived from N, and the random directions",
    )
    parser.add_argument(
        "--data", choices=("train", "test"), default="train", help="the part whose loss is taken (train)"
    )
    parser.add_argument("--penalty", action="store_true", help="add the penalties to the loss of the data")
    parser.add_argument("--out", required=True, metavar="OUT.npz", help="where the numbers go")
    parser.add_argument("--picture", metavar="OUT.png", help="draw it, too")


def _explain(parser: Parser) -> None:
    parser.description = "Tells every number of the coming update: the sample's way through the network, its loss, the way back, what the optimizer makes of it, and the check."
    parser.add_argument("file", metavar="FILE", type=shipped, help="an experiment (TOML), or a preset's name")
    parser.add_argument("--updates", type=whole(0), default=0, metavar="N", help="train so long before (0)")
    parser.add_argument("--seed", type=whole(0), metavar="N", help="sets all four seeds, derived from N")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--sample",
        type=whole(1),
        metavar="I",
        help="a sample, counted from 1 (that of the coming batch with the largest loss); one of another batch is told alone",
    )
    which.add_argument("--batch", action="store_true", help="the batch as a whole, without one sample's way")
    parser.add_argument(
        "--unit",
        metavar="NAME[I]",
        help="a unit whose sum is told product by product, counted from 1: h1[1] is the first of h1, h1[1,4,5] stands on its first feature map",
    )
    parser.add_argument(
        "--parameter",
        metavar="NAME",
        help="a parameter that is told as a whole, such as h1.weight, however large the network is",
    )
    parser.add_argument("--player", metavar="NAME", help="of several players: whose update (the first one's)")
    parser.add_argument("--digits", type=digits, metavar="D", help="significant digits (4; of --json all)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    form.add_argument("--markdown", action="store_true", help="print tables of Markdown")


def _info(parser: Parser) -> None:
    parser.description = "Versions, devices, folders, log file, and every component with its parameters."
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _pictures(parser: Parser) -> None:
    parser.description = "Records the film strips of the gallery anew, each from the runs of its own file."
    parser.add_argument(
        "names",
        nargs="*",
        metavar="PRESET",
        help="names of presets and ready-made comparisons; all of them where none is named",
    )


def _bench(parser: Parser) -> None:
    parser.description = "Measures speed and smoothness against the bars that the project has set itself."
    parser.add_argument(
        "names", nargs="*", type=bench, metavar="NAME", help=f"{', '.join(BENCHES)}; all of them where none is named"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


COMMANDS: dict[str, Callable[[Parser], None]] = {
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
