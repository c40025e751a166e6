"""Text letter by letter: what all texts share, and first names."""

from __future__ import annotations

import dataclasses
import functools
from typing import ClassVar, Literal

import numpy as np

from core.datasets.sequences import Sequences, one_hot, sequence_table
from core.families import Table
from core.machine.resources import DATA
from core.params import integer

END = "·"  # stands for the end of a name, and for what is before its beginning


class Letters(Sequences):
    """What texts share: the last `steps` letters, and the one that follows."""

    shelf = "Text"
    samples: int
    steps: int

    @property
    def task(self) -> str:
        return "characters"


class Names(Letters):
    """First names, letter by letter: after these letters, which one comes next?

    A net that has learned it can invent names that no one has. The sign · stands for the end of a name, and for what
    lies before its beginning. The names are those of the passengers of the Titanic; the test part holds whole names,
    none of which is in the training part.
    """

    label = "Names"
    order = 87
    end: ClassVar[str] = END
    kind: Literal["names"] = "names"
    samples: int = integer(
        4000,
        500,
        10_000,
        minimum=10,
        maximum=200_000,
        live=True,
        label="Samples",
        help="How many places in the names are used, training and test together.",
    )
    steps: int = integer(
        8,
        2,
        40,
        minimum=1,
        maximum=200,
        label="Context",
        unit="letters",
        help="How many letters the network sees before it says the next one.",
    )

    @property
    def sample_shape(self) -> tuple[int, ...]:
        return (self.steps, len(_name_letters()))

    def symbols(self) -> tuple[str, ...]:
        return _name_letters()

    def words(self) -> tuple[str, ...]:
        """The names that there are."""
        return first_names()

    def table(self, seed: int) -> Table:
        contexts, follows, owners = [], [], []
        for number, name in enumerate(first_names()):
            whole = END * self.steps + name + END
            for place in range(self.steps, len(whole)):
                contexts.append(whole[place - self.steps : place])
                follows.append(whole[place])
                owners.append(number)
        return letter_table(contexts, follows, _name_letters(), self.samples, owners=owners)


def letter_table(
    contexts: list[str],
    follows: list[str],
    letters: tuple[str, ...],
    samples: int,
    notes: tuple[str, ...] = (),
    owners: list[int] | None = None,
) -> Table:
    """Contexts of one length and the letters that follow them -> at most `samples` samples, spread evenly; those of one
    owner make a group."""
    places = {letter: place for place, letter in enumerate(letters)}
    chosen = np.unique(np.linspace(0, len(contexts) - 1, min(samples, len(contexts))).astype(int))
    codes = np.array([[places[letter] for letter in contexts[i]] for i in chosen])
    y = np.array([places[follows[i]] for i in chosen], dtype=np.int64)
    shown = tuple(_shown(letter) for letter in letters)
    table = sequence_table(one_hot(codes, len(letters)), y, shown, shown, "next letter", notes)
    return table if owners is None else dataclasses.replace(table, groups=np.array(owners, dtype=np.int64)[chosen])


def _shown(letter: str) -> str:
    return {" ": "space"}.get(letter, letter)


@functools.cache
def first_names() -> tuple[str, ...]:
    """The first names of the Titanic's passengers, small letters, each once."""
    import csv

    with (DATA / "titanic.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    words = [row[0].partition(", ")[2].split() for row in rows]
    found = {
        name for parts in words for name in parts[1:2] if name.isascii() and name.isalpha() and 3 <= len(name) <= 10
    }
    return tuple(sorted(name.lower() for name in found))


@functools.cache
def _name_letters() -> tuple[str, ...]:
    return (*sorted({letter for name in first_names() for letter in name}), END)
