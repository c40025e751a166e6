"""Several columns of yes and no that are answered together: which words mean yes, and what each row answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from core.files.tables import RawTable
from core.frozen import frozen
from core.messages import BadInput

MOST_ANSWERS = 6  # that are asked for together: each doubles the number of combinations
PAIRS = (
    ("0", "1"), ("-1", "1"), ("no", "yes"), ("n", "y"), ("false", "true"), ("f", "t"), ("off", "on"), ("nein", "ja"),
    ("n", "j"), ("falsch", "wahr"), ("nee", "ja"), ("nej", "ja"), ("non", "oui"), ("faux", "vrai"), ("no", "sí"),
    ("no", "sì"), ("no", "si"), ("não", "sim"),
)  # fmt: skip
ALONE = "Of several answers each is yes or no, written as 1 and 0, yes and no or true and false: ask for this one alone, as the target"
_NAMED = 3  # values that a sentence names


@frozen
class Answered:
    """What the rows answer: `y` (rows,) float64, the number of a combination, whose bit i is answer i, nan where one is
    missing; and how many rows lack each answer."""

    names: tuple[str, ...]
    y: np.ndarray
    missing: tuple[int, ...]

    @property
    def combinations(self) -> tuple[str, ...]:
        """What each combination is called, by its number: "neither", one by its name, …, "both"."""
        count = len(self.names)
        chosen = [[name for bit, name in enumerate(self.names) if y >> bit & 1] for y in range(1, 2**count - 1)]
        none, everything = ("neither", "both") if count == 2 else ("none", "all")
        return (none, *map(" + ".join, chosen), everything)

    @property
    def note(self) -> str:
        """How many rows are left out, in a sentence; "" for none."""
        rows = int(np.isnan(self.y).sum())
        lacking = [f"{name} {count:,}" for name, count in zip(self.names, self.missing, strict=True) if count]
        return f"Rows without one of the answers: {rows:,}, left out ({', '.join(lacking)})." if rows else ""


def yes_or_no(cells: Sequence[str], decimal: str, gaps: frozenset[str]) -> np.ndarray | None:
    """1 for yes, 0 for no, nan for a gap, (rows,) float64; None where the column holds anything else, or one of them
    only."""
    plain = {cell: cell.casefold().removesuffix(f"{decimal}0") for cell in set(cells) - gaps}
    pair = next((pair for pair in PAIRS if set(plain.values()) == set(pair)), None)
    if pair is None:
        return None
    means = {cell: float(word == pair[1]) for cell, word in plain.items()}
    return np.array([means.get(cell, np.nan) for cell in cells], dtype=np.float64)


def is_yes_or_no(raw: RawTable, name: str) -> bool:
    """Whether a column may be one of several answers."""
    return reason_against(raw, name) == ""


def reason_against(raw: RawTable, name: str) -> str:
    """Why a column cannot be one of several answers, "" where it can."""
    place = raw.place(name)
    if yes_or_no(raw.cells[place], raw.dialect.decimal, raw.gaps[place]) is not None:
        return ""
    known = sorted(set(raw.cells[place]) - raw.gaps[place])
    if not known:
        return "all values are missing"
    if len(known) == 1:
        return f"says {known[0]!r} in every row: nothing to tell apart"
    if raw.kinds[place] == "number" and len(known) > 2:
        return f"holds numbers, no yes and no. {ALONE}"
    if len(known) == 2:
        return f"holds {known[0]!r} and {known[1]!r}, of which neither is known as yes. {ALONE}, or write 1 for yes"
    shown = ", ".join(map(repr, known[:_NAMED])) + (" …" if len(known) > _NAMED else "")
    return f"holds {len(known):,} different values ({shown}), no yes and no. {ALONE}"


def answered(raw: RawTable, names: Sequence[str]) -> Answered:
    """What the rows answer to the questions that the columns `names` hold. `BadInput` where one of them is no column of
    yes and no, and where there are too few or too many."""
    if len(names) == 1:
        raise BadInput(raw.where, names[0], "is the only answer, and several were to be given: make it the target")
    if len(names) > MOST_ANSWERS:
        reason = f"{len(names)} answers are asked for together (at most {MOST_ANSWERS}): leave some out"
        raise BadInput(raw.where, "columns", reason)
    y, missing = np.zeros(raw.rows), []
    for bit, name in enumerate(names):
        if reason := reason_against(raw, name):
            raise BadInput(raw.where, name, reason)
        place = raw.place(name)
        said = yes_or_no(raw.cells[place], raw.dialect.decimal, raw.gaps[place])
        assert said is not None
        missing.append(int(np.isnan(said).sum()))
        y += said * 2**bit
    return Answered(tuple(names), y, tuple(missing))


def answers_of(roles: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that are answered together, in their order."""
    return tuple(name for name, role in roles.items() if role == "answer")
