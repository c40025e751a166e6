"""A value as a person types it: after `--set`, among those that a study varies."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?\d*,\d+([eE][+-]?\d+)?")


def value(text: str) -> Any:
    """A value as a TOML file would have it, else a number such as `.5` or `0,03`, else the text itself."""
    try:
        document = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):  # no TOML, or a number of thousands of digits, or lists without end
        document = {}
    if list(document) == ["value"] and isinstance(document["value"], (bool, int, float, str, list, dict)):
        return document["value"]
    if _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    return float(text) if _NUMBER.fullmatch(text) else text
