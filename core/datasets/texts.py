"""Text letter by letter: names, and any plain text file."""

from __future__ import annotations

import functools
import os
import pathlib
from typing import ClassVar, Literal

import numpy as np

from core.datasets.own_pictures import anchored_path, relative_path
from core.datasets.sequences import Sequences, one_hot, sequence_table
from core.families import Table
from core.messages import BadInput
from core.params import flag, integer, text
from core.resources import DATA

MOST_LETTERS = 100  # different ones
MOST_CHARACTERS = 2_000_000
END = "·"  # stands for the end of a name, and for what is before its beginning


class Letters(Sequences):
    """What texts share: the last `steps` letters, and the one that follows."""

    shelf = "Text"
    end: ClassVar[str] = ""  # the sign after which something new begins
    samples: int
    steps: int

    @property
    def task(self) -> str:
        return "characters"


def _steps(default: int) -> int:
    return integer(
        default, 2, 40, minimum=1, maximum=200, label="Context", unit="letters", help="How many letters the network sees before it says the next one."
    )


def _samples(default: int) -> int:
    return integer(
        default, 500, 10_000, minimum=10, maximum=200_000, live=True, label="Samples", help="How many places of the text are used, training and test together."
    )


class Names(Letters):
    """First names, letter by letter: after these letters, which one comes next?

    A net that has learned it can invent names that no one has. The sign · stands for the end of a name, and for what lies before its beginning. The names are those
    of the passengers of the Titanic.
    """

    label = "Names"
    order = 87
    end: ClassVar[str] = END
    kind: Literal["names"] = "names"
    samples: int = _samples(4000)
    steps: int = _steps(8)

    @property
    def sample_shape(self) -> tuple[int, ...]:
        return (self.steps, len(_name_letters()))

    def symbols(self) -> tuple[str, ...]:
        return _name_letters()

    def words(self) -> tuple[str, ...]:
        """The names that there are."""
        return first_names()

    def table(self, seed: int) -> Table:
        contexts, follows = [], []
        for name in first_names():
            whole = END * self.steps + name + END
            for place in range(self.steps, len(whole)):
                contexts.append(whole[place - self.steps : place])
                follows.append(whole[place])
        return letter_table(contexts, follows, _name_letters(), self.samples)


class PlainText(Letters):
    """A text of your own, letter by letter: after these letters, which one comes next?

    Any text file in UTF-8. Rare letters beyond the hundred most frequent ones are left out. A few pages are enough to see words form; the experiment keeps the path,
    not the text.
    """

    label = "Text from a file…"
    order = 88
    learns = False  # there is no text until a person chooses one
    kind: Literal["text"] = "text"
    path: str = text("", label="File", help="Path of a plain text, relative to the experiment's file.")
    samples: int = _samples(4000)
    steps: int = _steps(16)
    lower: bool = flag(True, label="Small letters", help="Makes all letters small, so that there are fewer to learn.")

    def anchored(self, folder: str | os.PathLike[str]) -> PlainText:
        return self.model_copy(update={"path": anchored_path(self.path, folder)})

    def relative_to(self, folder: str | os.PathLike[str]) -> PlainText:
        return self.model_copy(update={"path": relative_path(self.path, folder)})

    @property
    def in_order(self) -> bool:  # type: ignore[override]
        return True

    @property
    def sample_shape(self) -> tuple[int, ...]:
        """Known as soon as the text can be read: until then as many steps, of one letter."""
        try:
            return (self.steps, max(1, len(_letters_of(self._content()))))
        except BadInput:
            return (self.steps, 1)

    def table(self, seed: int) -> Table:
        """`BadInput` where the file cannot be read or is too short."""
        content = self._content()
        letters = _letters_of(content)
        content = "".join(letter for letter in content if letter in set(letters))
        if len(letters) < 2:
            raise BadInput(self.path, "", "has fewer than two different letters, so there is nothing to learn")
        if len(content) < self.steps + 10:
            raise BadInput(self.path, "", f"has {len(content):,} letters; with a context of {self.steps} at least {self.steps + 10} are needed")
        places = np.unique(np.linspace(self.steps, len(content) - 1, min(self.samples, len(content) - self.steps)).astype(int))
        contexts = [content[place - self.steps : place] for place in places]
        return letter_table(contexts, [content[place] for place in places], letters, len(places))

    def _content(self) -> str:
        if not self.path:
            raise BadInput("data", "path", "no text is chosen")
        try:
            state = pathlib.Path(self.path).stat()
            content = _read(self.path, state.st_mtime_ns, state.st_size)
        except OSError as error:
            raise BadInput(self.path, "", f"cannot be read: {error.strerror or error}") from None
        except UnicodeDecodeError:
            raise BadInput(self.path, "", "is not a text in UTF-8") from None
        return content.lower() if self.lower else content


@functools.lru_cache(maxsize=4)
def _read(path: str, _changed: int, size: int) -> str:
    """A text of which blanks and line ends count as one space. A file that is read whole has to be all UTF-8; of a larger one, a letter may be cut in two."""
    content = pathlib.Path(path).read_bytes()[: 4 * MOST_CHARACTERS].decode("utf-8", errors="strict" if size <= 4 * MOST_CHARACTERS else "ignore")
    return " ".join(content[:MOST_CHARACTERS].split())


def letter_table(contexts: list[str], follows: list[str], letters: tuple[str, ...], samples: int) -> Table:
    """Contexts of one length and the letters that follow them -> at most `samples` samples, spread evenly."""
    places = {letter: place for place, letter in enumerate(letters)}
    chosen = np.unique(np.linspace(0, len(contexts) - 1, min(samples, len(contexts))).astype(int))
    codes = np.array([[places[letter] for letter in contexts[i]] for i in chosen])
    y = np.array([places[follows[i]] for i in chosen], dtype=np.int64)
    return sequence_table(
        one_hot(codes, len(letters)), y, tuple(_shown(letter) for letter in letters), tuple(_shown(letter) for letter in letters), "next letter"
    )


def _shown(letter: str) -> str:
    return {" ": "space"}.get(letter, letter)


@functools.lru_cache(maxsize=4)
def _letters_of(content: str) -> tuple[str, ...]:
    """The most frequent letters, in the order of the alphabet."""
    counts: dict[str, int] = {}
    for letter in content:
        counts[letter] = counts.get(letter, 0) + 1
    return tuple(sorted(sorted(counts, key=lambda letter: (-counts[letter], letter))[:MOST_LETTERS]))


@functools.cache
def first_names() -> tuple[str, ...]:
    """The first names of the Titanic's passengers, small letters, each once."""
    import csv

    with (DATA / "titanic.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    words = [row[0].partition(", ")[2].split() for row in rows]
    found = {name for parts in words for name in parts[1:2] if name.isascii() and name.isalpha() and 3 <= len(name) <= 10}
    return tuple(sorted(name.lower() for name in found))


@functools.cache
def _name_letters() -> tuple[str, ...]:
    return (*sorted({letter for name in first_names() for letter in name}), END)
