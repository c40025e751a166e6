"""A customer's trip: book or not?"""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.datasets.shipped import SmallTable, training_share

AFFORDABLE, WORTH, PLEASANT = 120.0, 250.0, 6.0  # at most €, and km, a day; at least hours of sunshine a day


class Trip(SmallTable):
    """120 offers of a trip: price, distance, days, sunshine; does the customer book?

    Behind the answer are questions between: is it affordable (at most 120 € a day), is it worth the way (at most 250 km
    a day), will it be pleasant (6 hours of sunshine or more)? A trip is booked where two of the three are true. Hidden
    units can become such questions: a net as a stack of models. Made up for teaching.
    """

    label = "A customer's trip"
    order = 73
    file = "trip.csv"
    target = "booked"
    scaling = "standardize"
    between: ClassVar[tuple[str, ...]] = ("affordable", "worth the way", "pleasant")
    kind: Literal["trip"] = "trip"
    train_share: float = training_share(0.8, "offers")

    def answers_between(self, raw: np.ndarray) -> np.ndarray:
        price, distance, days, sunshine = raw.T
        return np.column_stack([price <= AFFORDABLE * days, distance <= WORTH * days, sunshine >= PLEASANT])
