"""What is typed after `--vary`: a range or choices of a setting."""

from __future__ import annotations

import re
import tomllib

from core.documents import edits
from core.documents.typed import value
from core.experiment import Experiment
from core.messages import BadInput
from core.studies.axis import Axis, between, choices

_NUMBER = re.compile(r"[+-]?(\d[\d_]*\.?\d*|\.\d+)([eE][+-]?\d+)?|[+-]?(inf|nan)")
FORMS = "PATH=FROM..TO, PATH=FROM..TO:log:N or PATH=A,B,C"


def varied(text: str, experiment: Experiment) -> Axis:
    """ "optimizer.lr=0.001..1:log:7" as an axis over that experiment; `BadInput` where it is none. Both ends written
    without a point make whole numbers, where the setting is none that has fractions now."""
    path, sign, right = (part.strip() for part in text.partition("="))
    if not sign or not path:
        raise BadInput("--vary", text, f"must be {FORMS}")
    low, dots, rest = right.partition("..")
    high, *options = rest.split(":")
    if not (dots and (_is_number(low) or _is_number(high) or not (low or high))):
        return choices(path, _listed(right))
    if not (_is_number(low) and _is_number(high)):
        raise BadInput("--vary", text, f"is a range without {'a beginning' if not low else 'an end'}: {FORMS}")
    whole = "." not in low + high and "e" not in (low + high).lower() and not _is_fractional(experiment, path)
    ends = float(low.replace("_", "")), float(high.replace("_", ""))
    return between(path, ends, _count(options, text), log="log" in options, whole=whole)


def _count(options: list[str], text: str) -> int:
    """How many values a range says it has, 0 where it does not."""
    counts = [option for option in options if option != "log"]
    if len(counts) > 1 or options.count("log") > 1 or not all(count.isdecimal() for count in counts):
        raise BadInput("--vary", text, "after a range stand :log and how many values, such as 0.001..1:log:7")
    return int(counts[0]) if counts else 0


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _is_fractional(experiment: Experiment, path: str) -> bool:
    """Whether the setting is a number with fractions now; of one that is not there yet nobody knows."""
    try:
        return isinstance(edits.get(experiment, path), float)
    except BadInput:
        return False


def _listed(text: str) -> list[object]:
    """Values between commas; lists and tables as TOML has them."""
    try:
        return list(tomllib.loads(f"values = [{text}]")["values"])
    except (ValueError, RecursionError):
        return [value(word.strip()) for word in text.split(",")]
