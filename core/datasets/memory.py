"""Sequences that ask for memory: parity, recall of the first symbol, the adding problem."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.sequences import Sequences, one_hot, samples_field, sequence_table
from core.families import Shape, Table
from core.params import integer
from core.random import Stream


class Parity(Sequences):
    """Zeros and ones, one at a time: is the number of ones odd or even?

    Every one turns the answer over, so not one of them may be missed. A recurrent net needs a memory of a single bit,
    but the trick is found all at once: for a long time nothing, then everything. There are 2 to the power of the steps
    different sequences: with few steps the test part holds hardly one that training has not seen.
    """

    label = "Parity"
    order = 80
    kind: Literal["parity"] = "parity"
    samples: int = samples_field(2000)
    steps: int = integer(6, 2, 30, minimum=1, maximum=200, label="Steps", help="Length of every sequence.")

    @property
    def sample_shape(self) -> Shape:
        return (self.steps, 1)

    def table(self, seed: int) -> Table:
        bits = (Stream(seed, "parity").uniform(self.samples * self.steps) < 0.5).reshape(self.samples, self.steps)
        y = bits.sum(axis=1) % 2
        return sequence_table(bits[:, :, None], y.astype(np.int64), ("",), ("even", "odd"))


class Recall(Sequences):
    """Symbols at random, and in the end the question: which was the first?

    Everything between the first symbol and the question is there to distract. The gradient has to find its way back
    over all these steps, and shrinks on the way unless something is carried on from step to step: gates do that as far
    as they stand open when learning begins. A plain RNN needs luck, and ever more of it the longer the way.
    """

    label = "Recall the first"
    order = 81
    kind: Literal["recall"] = "recall"
    samples: int = samples_field(1000)
    steps: int = integer(
        20,
        2,
        60,
        minimum=1,
        maximum=400,
        label="Steps",
        help="Length of every sequence: how long the first symbol has to be remembered.",
    )
    alphabet: int = integer(
        4, 2, 8, minimum=2, maximum=26, label="Symbols", help="How many different symbols there are."
    )

    @property
    def sample_shape(self) -> Shape:
        return (self.steps, self.alphabet)

    def symbols(self) -> tuple[str, ...]:
        return tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[: self.alphabet])

    def table(self, seed: int) -> Table:
        codes = (
            (Stream(seed, "recall").uniform(self.samples * self.steps) * self.alphabet)
            .astype(np.int64)
            .reshape(self.samples, self.steps)
        )
        codes[:, 0] = np.arange(self.samples) % self.alphabet
        return sequence_table(one_hot(codes, self.alphabet), codes[:, 0].copy(), self.symbols(), self.symbols())


class Adding(Sequences):
    """Numbers at random, two of which are marked: what is the sum of these two?

    Every step is a number between 0 and 1 and a mark, 0 or 1 (after Hochreiter and Schmidhuber, 1997). Always saying 1
    has the mean squared error 1/6 = 0.167; the second marked number and one half for the first, 1/12 = 0.083. Only a
    net that remembers the first until the second comes is better than that.
    """

    label = "Adding problem"
    order = 82
    kind: Literal["adding"] = "adding"
    samples: int = samples_field(2000)
    steps: int = integer(20, 4, 60, minimum=2, maximum=400, label="Steps", help="Length of every sequence.")

    @property
    def task(self) -> str:
        return "values"

    @property
    def sample_shape(self) -> Shape:
        return (self.steps, 2)

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "adding")
        numbers = draw.uniform(self.samples * self.steps).reshape(self.samples, self.steps)
        half = self.steps // 2
        first = (draw.uniform(self.samples) * half).astype(int)
        second = half + (draw.uniform(self.samples) * (self.steps - half)).astype(int)
        rows, marks = np.arange(self.samples), np.zeros_like(numbers)
        marks[rows, first] = marks[rows, second] = 1.0
        return sequence_table(
            np.stack([numbers, marks], axis=2),
            numbers[rows, first] + numbers[rows, second],
            ("number", "mark"),
            target="sum",
        )
