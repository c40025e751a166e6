"""Running text letter by letter: a story that comes with the lab, and any plain text file."""

from __future__ import annotations

import functools
import pathlib
from typing import ClassVar, Literal, Self

import numpy as np

from core.datasets.texts import Letters, letter_table
from core.families import Table
from core.files.paths import anchored_path, relative_path
from core.files.texts import Text, read_text
from core.machine.resources import DATA
from core.messages import BadInput
from core.params import flag, integer, number, text

MOST_LETTERS = 100  # different ones
FEWEST_PLACES = 10  # letters beyond one context that a text must have
STORY = "lighthouse.txt"


class RunningText(Letters):
    """What running texts share: the training part is their beginning, the test part their end."""

    in_order: ClassVar[bool] = True
    lower: bool

    def whole(self) -> Text:
        """The text as it stands in its file; `BadInput` where it cannot be read."""
        raise NotImplementedError

    @property
    def called(self) -> str:
        """What a message calls it."""
        return self.kind

    @property
    def sample_shape(self) -> tuple[int, ...]:
        """Known as soon as the text can be read: until then as many steps, of one letter."""
        try:
            return (self.steps, max(1, len(letters_of(self._content()))))
        except BadInput:
            return (self.steps, 1)

    def table(self, seed: int) -> Table:
        """`BadInput` where the text cannot be read or is too short."""
        content = self._content()
        letters = letters_of(content)
        if not content:
            raise BadInput(self.called, "", "is empty: there is no letter in it")
        if len(letters) < 2:
            raise BadInput(
                self.called,
                "",
                f"has fewer than two different letters (only “{content[0]}”), so there is nothing to learn",
            )
        content = "".join(filter(frozenset(letters).__contains__, content))
        needed = self.steps + FEWEST_PLACES
        if len(content) < needed:
            raise BadInput(
                self.called,
                "",
                f"has {len(content):,} letters; with a context of {self.steps} at least {needed} are needed",
            )
        places = np.unique(
            np.linspace(self.steps, len(content) - 1, min(self.samples, len(content) - self.steps)).astype(int)
        )
        contexts = [content[place - self.steps : place] for place in places]
        return letter_table(contexts, [content[place] for place in places], letters, len(places), self.whole().notes)

    def _content(self) -> str:
        content = self.whole().content
        return content.lower() if self.lower else content


def _samples() -> int:
    return integer(
        4000,
        500,
        10_000,
        minimum=10,
        maximum=200_000,
        live=True,
        label="Samples",
        help="How many places of the text are used, training and test together.",
    )


def _steps() -> int:
    return integer(
        16,
        2,
        40,
        minimum=1,
        maximum=200,
        label="Context",
        unit="letters",
        help="How many letters the network sees before it says the next one.",
    )


def _train_share() -> float:
    return number(
        0.8, 0.1, 0.9, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the text, from its beginning, that training sees; its end is the test part, which drives nothing.",
    )  # fmt: skip


def _lower() -> bool:
    return flag(True, label="Small letters", help="Makes all letters small, so that there are fewer to learn.")


class Story(RunningText):
    """The keeper, the cat and the lamp: a little story letter by letter. After these letters, which one comes next?

    Some ten thousand letters in plain words, written for Descent Lab. Enough to learn which letters make words, too
    little to learn what the words mean.
    """

    label = "A story"
    order = 87
    kind: Literal["story"] = "story"
    train_share: float = _train_share()
    samples: int = _samples()
    steps: int = _steps()
    lower: bool = _lower()

    def whole(self) -> Text:
        return read_text(str(DATA / STORY))


class PlainText(RunningText):
    """A text of your own, letter by letter: after these letters, which one comes next?

    Any plain text file. Letters beyond the hundred most frequent ones are left out. A few pages are enough to see words
    form; the experiment keeps the path, not the text.
    """

    label = "Text from a file…"
    order = 88
    learns = False  # there is no text until a person chooses one
    kind: Literal["text"] = "text"
    path: str = text("", label="File", help="Path of a plain text, relative to the experiment's file.")
    train_share: float = _train_share()
    samples: int = _samples()
    steps: int = _steps()
    lower: bool = _lower()

    @property
    def source(self) -> str:
        return self.path

    def anchored(self, folder: str | pathlib.Path) -> Self:
        return self.model_copy(update={"path": anchored_path(self.path, folder)})

    def relative_to(self, folder: str | pathlib.Path) -> Self:
        return self.model_copy(update={"path": relative_path(self.path, folder)})

    @property
    def called(self) -> str:
        return self.path

    def whole(self) -> Text:
        if not self.path:
            raise BadInput("data", "path", "no text is chosen")
        return read_text(self.path)


@functools.lru_cache(maxsize=4)
def letters_of(content: str) -> tuple[str, ...]:
    """The most frequent letters, in the order of the alphabet."""
    counts: dict[str, int] = {}
    for letter in content:
        counts[letter] = counts.get(letter, 0) + 1
    return tuple(sorted(sorted(counts, key=lambda letter: (-counts[letter], letter))[:MOST_LETTERS]))
