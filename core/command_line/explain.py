"""Headless: `descent-lab explain` trains an experiment, and tells every number of its coming update."""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import re
import sys
from collections.abc import Mapping
from typing import Any

import numpy as np

from core.arithmetic.account import Asked, account
from core.arithmetic.told import Account
from core.command_line.blocks import as_markdown, as_text
from core.command_line.explained.told import told
from core.command_line.explained.writing import shower
from core.command_line.progress import Progress
from core.command_line.report import EXIT_STATUS
from core.command_line.trained import experiment_of, trained
from core.families import Line
from core.messages import BadInput

DIGITS = 4  # significant ones, of what a person reads


def run(arguments: argparse.Namespace) -> int:
    """Train, work out, tell; the exit status."""
    experiment = experiment_of(arguments)
    asked = _asked(arguments)
    progress = Progress()
    try:
        session = trained(experiment, arguments.updates, progress)
    finally:
        progress.close()
    if session.ended == "diverged":
        print(
            f"{arguments.file}: the run diverged at update {session.updates}: there is no update to tell",
            file=sys.stderr,
        )
        return EXIT_STATUS["diverged"]
    found = account(session.moment(memory=True), asked)
    if found.problem:
        raise BadInput(arguments.file, "", found.problem)
    if arguments.json:
        print(json.dumps(as_json(found, arguments.digits, batch=arguments.batch)))
        return EXIT_STATUS["finished"]
    digits = arguments.digits or DIGITS
    blocks = told(found, shower(digits), batch=arguments.batch, rounded=digits < DIGITS)
    print(as_markdown(blocks) if arguments.markdown else as_text(blocks))
    return EXIT_STATUS["finished"]


def _asked(arguments: argparse.Namespace) -> Asked:
    layer, place = _unit(arguments.unit) if arguments.unit else ("", ())
    sample = -1 if arguments.sample is None else arguments.sample - 1
    return Asked(sample, layer, place, arguments.parameter or "", arguments.player or "")


def _unit(text: str) -> tuple[str, tuple[int, ...]]:
    """ "h1[1,4,5]", counted from 1, as ("h1", (0, 3, 4))."""
    found = re.fullmatch(r"([\w.]+)\[\s*(\d+(?:\s*,\s*\d+)*)\s*\]", text)
    if not found:
        raise BadInput(
            "--unit", text, "must be a layer and a place in it, such as h1[1], or h1[1,4,5] of a feature map"
        )
    place = tuple(int(each) - 1 for each in found[2].split(","))
    if min(place) < 0:
        raise BadInput("--unit", text, f"places are counted from 1: the first unit is {found[1]}[1]")
    return found[1], place


def as_json(found: Account, digits: int | None, *, batch: bool) -> dict[str, object]:
    """The whole account as plain values, in full precision where no digits are asked for; of the batch alone without a
    sample's way. Samples and units are counted from 1, as in the window; −1 is a row made of noise."""
    plain = _plain(found, digits)
    assert isinstance(plain, dict)
    if found.unit is not None:
        plain["unit"] = _unit_from_one(plain["unit"])
    if found.coming is not None:
        plain["coming"]["samples"] = [_counted(sample) for sample in found.coming.samples.tolist()]
    if batch:
        for name in ("place", "layers", "loss", "unit"):
            del plain[name]
        plain["parameters"] = [
            {name: value for name, value in each.items() if name != "share"} for each in plain["parameters"]
        ]
    else:
        plain["sample"] = _counted(found.sample)
    if found.check is not None:
        plain["check"] |= {"holds": found.check.holds, "words": found.check.words}
    return plain


def _unit_from_one(unit: dict[str, Any]) -> dict[str, Any]:
    inner = [_unit_from_one(each) for each in unit["inner"]]
    return unit | {"place": [at + 1 for at in unit["place"]], "inner": inner}


def _counted(sample: int) -> int:
    return sample + 1 if sample >= 0 else sample


def _plain(value: object, digits: int | None) -> object:
    if isinstance(value, Line):
        return {"symbol": value.symbol, "formula": value.symbols} | {
            name: _plain(each, digits)
            for name, each in (
                ("words", value.words),
                ("numbers", value.numbers),
                ("value", value.value),
                ("keeps", value.keeps),
            )
        }
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name), digits) for field in dataclasses.fields(value)}
    if isinstance(value, np.ndarray):
        return _plain(value.tolist(), digits)
    if isinstance(value, Mapping):
        return {str(name): _plain(each, digits) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each, digits) for each in value]
    if isinstance(value, float):
        return _rounded(value, digits)
    return value


def _rounded(value: float, digits: int | None) -> float | None:
    """None for what is no finite number, as JSON has none for those."""
    if not math.isfinite(value):
        return None
    return value if digits is None else float(f"{value:.{digits}g}")
