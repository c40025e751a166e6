"""A customer's trip: book or not?"""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import SmallTable, training_share


class Trip(SmallTable):
    """120 offers of a trip: price, distance, days, sunshine; does the customer book?

    Behind the answer are questions between: is it affordable for that many days, is it worth the way, will it be
    pleasant? A trip is booked where two of the three are true. Hidden units can become such questions: a net as a stack
    of models. Made up for teaching.
    """

    label = "A customer's trip"
    order = 73
    file = "trip.csv"
    target = "booked"
    scaling = "standardize"
    kind: Literal["trip"] = "trip"
    train_share: float = training_share(0.8, "offers")
