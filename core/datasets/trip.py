"""A customer's trip: book or not?"""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import SmallTable
from core.params import number


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
    train_share: float = number(
        0.8,
        0.1,
        1,
        step=0.1,
        above=0.0,
        maximum=1.0,
        label="Training share",
        help="The share of the offers that training sees; the rest is the test part, which drives nothing.",
    )
