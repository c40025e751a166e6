"""Made-up sentences of which the last word depends on an early one."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.sequences import Sequences, one_hot, samples_field, sequence_table
from core.families import Shape, Table
from core.params import integer
from core.random import Stream

COUNTRIES = ("France", "Spain", "Italy", "Poland", "Sweden", "Greece")
LANGUAGES = ("French", "Spanish", "Italian", "Polish", "Swedish", "Greek")
BEFORE, AFTER = ("I", "live", "in"), (".", "I", "speak", "fluent")
FILLERS = (
    "and",
    "my",
    "house",
    "is",
    "small",
    "the",
    "sun",
    "shines",
    "on",
    "old",
    "trees",
    "every",
    "day",
    "we",
    "eat",
    "bread",
)


class Sentences(Sequences):
    """ "I live in France and … . I speak fluent" – which word comes next?

    Between the country and the question stand filler words, as many as you like. Only a net that remembers the country
    over all of them can say more than a guess among the languages.
    """

    label = "I live in France …"
    order = 83
    shelf = "Text"
    kind: Literal["sentences"] = "sentences"
    samples: int = samples_field(1200)
    fillers: int = integer(
        8, 0, 30, minimum=0, maximum=200, label="Filler words", help="Words between the country and the question."
    )
    countries: int = integer(
        4, 2, 6, minimum=2, maximum=6, label="Countries", help="How many countries and languages there are."
    )

    @property
    def sample_shape(self) -> Shape:
        return (len(BEFORE) + 1 + self.fillers + len(AFTER), len(self.symbols()))

    def symbols(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*COUNTRIES[: self.countries], *BEFORE, *FILLERS, *AFTER)))

    def table(self, seed: int) -> Table:
        words = self.symbols()
        place = {word: number for number, word in enumerate(words)}
        y = np.arange(self.samples) % self.countries
        draws = (
            (Stream(seed, "sentences").uniform(self.samples * self.fillers) * len(FILLERS))
            .astype(int)
            .reshape(self.samples, self.fillers)
        )
        filler_places = np.array([place[word] for word in FILLERS])
        before, after = ([place[word] for word in part] for part in (BEFORE, AFTER))
        columns = [
            np.tile(before, (self.samples, 1)),
            y[:, None],
            filler_places[draws],
            np.tile(after, (self.samples, 1)),
        ]
        codes = np.concatenate(columns, axis=1)
        return sequence_table(
            one_hot(codes, len(words)), y.astype(np.int64), words, LANGUAGES[: self.countries], "next word"
        )
