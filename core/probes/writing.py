"""Text that the network writes letter by letter."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from core import random
from core.data.sequences import feature_names, is_sequence, steps_of
from core.params import hidden, integer, number
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

CHUNK = 4  # letters between two looks at what else is wanted
LINES = 12  # names are written side by side
LONGEST = 24  # letters of a line that does not come to its end
COLDEST = 0.01  # below it always the likeliest letter


class Writing(Probe):
    """What the network writes when it is fed its own letters: each is drawn by the probabilities p that it gives, made
    p^(1/τ).

    A low temperature τ writes what is safe, again and again; at 1 it draws as it believes; a high one makes mistakes.
    """

    label = "Written text"
    kind: Literal["writing"] = "writing"
    temperature: float = number(
        0.8,
        0.1,
        2,
        step=0.1,
        minimum=0.0,
        maximum=10.0,
        label="Temperature",
        symbol="τ",
        help="Below 1 the likely letters become likelier, above 1 less so.",
    )
    length: int = integer(160, 20, 600, minimum=1, maximum=5000, label="Letters", help="How many letters are written.")
    start: int = hidden(-1, help="The sample whose letters stand before; −1: the first of the test part.")
    draw: int = hidden(1, help="Another number draws other letters.")

    def compute(self, moment: Moment) -> Answer:
        *_, last = self.stages(moment)
        assert last is not None
        return last

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        table = moment.prepared.table
        if not is_sequence(table) or moment.task.kind != "characters" or moment.loss.link != "logistic":
            yield {}, {"problem": "Written text stands here where the task is to say the next letter."}
            return
        end = moment.experiment.data.end
        pen = _Pen(moment, self, feature_names(table), end)
        for letter in range(LONGEST if end else self.length):
            pen.write(letter)
            if letter % CHUNK == CHUNK - 1:
                yield None
            if pen.over:
                break
        yield (
            {"chances": np.array(pen.chances)},
            {
                "problem": "",
                "lines": pen.lines,
                "prompt": pen.prompt,
                "temperature": self.temperature,
                "known": _known(moment, pen.lines),
                "ends": bool(end),
            },
        )


class _Pen:
    """Writes lines side by side, one letter each at a time."""

    def __init__(self, moment: Moment, probe: Writing, names: tuple[str, ...], end: str) -> None:
        self._moment, self._probe, self._end = moment, probe, end
        self._letters = tuple({"space": " "}.get(name, name) for name in names)
        table = moment.prepared.table
        first = (
            probe.start
            if 0 <= probe.start < len(table.y)
            else int((moment.prepared.test if len(moment.prepared.test) else moment.prepared.train)[0])
        )
        codes = steps_of(table, first).argmax(axis=1)
        if end:
            codes = np.full(len(codes), self._letters.index(end))
        self.prompt = "" if end else "".join(self._letters[code] for code in codes)
        count = LINES if end else 1
        self._context = np.tile(codes, (count, 1))
        self._written: list[list[str]] = [[] for _ in range(count)]
        self._done = np.zeros(count, dtype=bool)
        self.chances: list[float] = []

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple("".join(line) for line in self._written)

    @property
    def over(self) -> bool:
        return bool(self._done.all())

    def write(self, number: int) -> None:
        """One more letter on every line that has not come to its end."""
        moment = self._moment
        raw = np.eye(len(self._letters))[self._context].reshape(len(self._context), -1)
        chances = moment.said(moment.answers.outputs(moment.prepared.encode(raw)))
        if chances.shape[-1] == 1:  # two letters only
            chances = np.concatenate([1 - chances, chances], axis=-1)
        numbers = random.uniform(random.key(self._probe.draw, "writing", number), len(chances))
        codes = drawn(chances, self._probe.temperature, numbers)
        for line, code in enumerate(codes):
            letter = self._letters[code]
            if self._done[line]:
                continue
            self._done[line] = letter == self._end
            if letter != self._end:
                self._written[line].append(letter)
                self.chances.append(float(chances[line, code]))
        self._context = np.concatenate([self._context[:, 1:], codes[:, None]], axis=1)


def drawn(chances: np.ndarray, temperature: float, numbers: np.ndarray) -> np.ndarray:
    """Probabilities (n, letters) and uniform numbers (n,) -> the letters (n,) that they draw at a temperature; the
    first of the likeliest at 0."""
    chances = np.nan_to_num(np.asarray(chances, dtype=np.float64), nan=0.0)
    if temperature < COLDEST:
        return chances.argmax(axis=-1)
    with np.errstate(divide="ignore"):
        logs = np.log(chances) / temperature
    top = logs.max(axis=-1, keepdims=True)
    weights = np.exp(logs - np.where(np.isfinite(top), top, 0.0))
    total = weights.cumsum(axis=-1)
    whole = np.where(total[:, -1:] > 0, total[:, -1:], math.inf)
    return np.minimum((total / whole <= numbers[:, None]).sum(axis=-1), chances.shape[-1] - 1)


def _known(moment: Moment, lines: tuple[str, ...]) -> tuple[bool, ...]:
    """Which lines stand in the data word for word."""
    known = frozenset(moment.experiment.data.words())
    return tuple(line in known for line in lines)
