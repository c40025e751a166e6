"""Sentences for a person: what is wrong, where, and what to do."""

from __future__ import annotations

import datetime
import math
import re
from typing import Any, Protocol

from pydantic import ValidationError

from core.frozen import frozen

LOADING = "Loading PyTorch …"
MAKING = "Making the kernel for this processor, once …"
NO_FAILURE = (LOADING, MAKING)  # said before what takes a while
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NEEDS_NEW_START = "This change starts the run anew."


class BadInput(ValueError):
    """Input that cannot be used; `str()` is one line that says what, where and what is allowed."""

    def __init__(self, where: str, path: str, reason: str) -> None:
        self.where, self.path, self.reason = where, path, reason
        super().__init__(_one_line(f"{where}: {path}: {reason}" if path else f"{where}: {reason}"))


def percent(share: float, digits: int = 0) -> str:
    """A share as it is read: "82 %"."""
    return f"{100 * share:.{digits}f} %"


def number_words(value: float, digits: int = 3) -> str:
    """A number as it is read in a sentence: "0.031", "−2.2e11"."""
    if not math.isfinite(value):
        return "no number" if math.isnan(value) else "∞" if value > 0 else "−∞"
    mantissa, power, exponent = f"{value:.{digits}g}".partition("e")
    text = f"{mantissa}e{int(exponent)}" if power else mantissa
    return without_sign_of_zero(text).replace("-", "−")


def without_sign_of_zero(text: str) -> str:
    """A number that Python has written, where nothing but zeros stands there without a minus: "−0.00" is "0.00"."""
    return text.removeprefix("-") if not text.strip("-0.,") else text


def when_words(then: float, now: float) -> str:
    """A moment that is past, both in seconds since 1970: "today 12:31", "27 Nov"."""
    moment, today = datetime.datetime.fromtimestamp(then), datetime.datetime.fromtimestamp(now).date()
    days = (today - moment.date()).days
    if days in (0, 1):
        return f"{('today', 'yesterday')[days]} {moment:%H:%M}"
    return f"{moment.day} {MONTHS[moment.month - 1]}" + (f" {moment.year}" if moment.year != today.year else "")


def time_words(seconds: float) -> str:
    """A time that is still to come."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"


_LONG_WORD = re.compile(r"\S{300,}")


def _one_line(text: str) -> str:
    """What is told of a file, whatever is in it: in one line, without words that fill a screen."""
    text = "".join(sign if sign.isprintable() else " " if sign.isspace() else "�" for sign in text[:8000])
    return _LONG_WORD.sub(lambda word: word[0][:60] + "…" + word[0][-60:], text)


@frozen
class Mend:
    """A one-click way out: the edits (path, value) that make a refused combination right."""

    label: str
    edits: tuple[tuple[str, Any], ...]


class Refusal(ValueError):
    """A combination that is wrong, with the reason and a mend."""

    def __init__(self, path: str, reason: str, mend: Mend | None = None) -> None:
        self.path, self.reason, self.mend = path, reason, mend
        super().__init__(reason)


_SENTENCES = {
    "missing": "is missing",
    "extra_forbidden": "is not a known key",
    "greater_than_equal": "must be at least {ge}, not {input}",
    "less_than_equal": "must be at most {le}, not {input}",
    "greater_than": "must be greater than {gt}, not {input}",
    "less_than": "must be less than {lt}, not {input}",
    "finite_number": "must be a finite number, not {input}",
    "int_parsing": "must be a whole number, not {input}",
    "int_type": "must be a whole number, not {input}",
    "int_from_float": "must be a whole number, not {input}",
    "float_parsing": "must be a number, not {input}",
    "float_type": "must be a number, not {input}",
    "bool_parsing": "must be true or false, not {input}",
    "bool_type": "must be true or false, not {input}",
    "string_pattern_mismatch": "must match {pattern}, not {input}",
    "string_type": "must be a text, not {input}",
    "string_too_short": "must not be empty",
    "string_too_long": "is too long (at most {max_length} characters)",
    "tuple_type": "must be a list, not {input}",
    "list_type": "must be a list, not {input}",
    "dict_type": "must be a table, not {input}",
    "model_type": "must be a table, not {input}",
    "model_attributes_type": "must be a table, not {input}",
    "literal_error": "must be one of {expected}, not {input}",
}


def sentence(error: dict[str, Any]) -> str:
    """One of pydantic's errors in our words."""
    context = {**error.get("ctx", {}), "input": _short(error.get("input"))}
    cause = context.get("error")
    if isinstance(cause, ValueError):
        return str(cause)
    template = _SENTENCES.get(error["type"])
    return template.format(**context) if template else str(error["msg"])


class Refused(Protocol):
    """What is known of the values that were refused."""

    def allowed(self, location: tuple[Any, ...]) -> tuple[str, ...]:
        """The keys that may stand where the last key of a location does."""
        ...

    def path(self, location: tuple[Any, ...]) -> str:
        """A location as a path."""
        ...


def from_validation(error: ValidationError, where: str, refused: Refused) -> BadInput:
    """The first problem of a validation as a `BadInput`, a refused combination with its own path."""
    errors = error.errors(include_url=False)
    first = errors[0]
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, Refusal):
        problem = BadInput(where, cause.path, cause.reason)
        problem.__cause__ = cause
        return problem
    location = _location(dict(first))
    if first["type"] == "literal_error" and location[-1:] == ("version",):
        return BadInput(where, "version", f"must be 1, not {_short(first.get('input'))}")
    reason = sentence(dict(first))
    if first["type"] == "extra_forbidden" and (known := refused.allowed(location)):
        reason += f"; allowed: {', '.join(known)}"
    for other in errors[1:]:  # the other branch of a union: a number or a word
        if other["type"] == "literal_error" and _location(dict(other)) == location:
            reason = reason.replace(", not ", f" or {other['ctx']['expected']}, not ", 1)  # type: ignore[index]
    return BadInput(where, refused.path(location), reason)


def _location(error: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(part for part in error["loc"] if not _is_internal(part))


def _is_internal(part: Any) -> bool:
    """Names that pydantic puts into a location for a branch of a union: no key of the file has them."""
    return isinstance(part, str) and (
        "[" in part or part in {"int", "float", "literal", "str", "constrained-int", "constrained-float"}
    )


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
