"""One's own points."""

from __future__ import annotations

import dataclasses
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field, model_validator

from core.datasets.curve import curve_table
from core.datasets.planar import PLANE_COLUMNS, widened
from core.families import Dataset, Table, TaskKind, imitators
from core.messages import BadInput
from core.params import choice, hidden, integer, number

LONGEST_NAME = 200  # letters of the name of a class
REACH = 6.0  # what the plane shows around 0 before there are farther points; as far as the usual data sets reach
LETTERS = "ABCDEFGHIJ"
CURVE_REACH = 1.5  # what a curve's picture shows of y before there are larger points


class Points(Dataset):
    """Points that you draw, paste or type: for classes, for values, for a curve, or to be imitated.

    They are kept in the experiment's own file: (x₁, x₂, class or value) in the plane, (x, y) for a curve. Points may be
    added and erased while the net learns; it goes on with what it finds. Where the task is to
    imitate, more points like all of these are made.
    """

    label = "My own points"
    order = 50
    shelf = "My own points"
    learns = False  # what a person draws cannot be promised to be learnable
    kind: Literal["points"] = "points"
    mode: Literal["classes", "values", "curve"] = choice(
        "classes",
        {"classes": "classes", "values": "values in the plane", "curve": "a curve"},
        label="Draw",
        help="What the points stand for.",
    )
    classes: int = integer(
        2,
        2,
        6,
        minimum=2,
        maximum=10,
        label="Classes",
        help="How many classes there are to draw.",
        when=("mode", ("classes",)),
    )
    points: tuple[tuple[float, ...], ...] = hidden(
        (),
        help="The points: [x₁, x₂, class or value] in the plane, [x, y] for a curve.",
        type="points",
        live=True,
        max_length=200_000,
    )
    names: tuple[Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)], ...] = hidden(
        (), help="What the classes are called, the first ones first; the others are letters.", max_length=len(LETTERS)
    )
    reach: float = hidden(
        REACH, help="How far the plane reaches around 0 before there are farther points.", gt=0.0, le=1e6
    )
    train_share: float = number(
        1.0, 0.1, 1, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the points that training sees: all of them at first. The rest is the test part, which drives nothing.",
    )  # fmt: skip

    sealable: ClassVar[bool] = False  # who has drawn them has seen them

    @model_validator(mode="after")
    def _check(self) -> Points:
        if len(set(self.names)) < len(self.names):
            raise ValueError("two classes have the same name")
        width = 2 if self.mode == "curve" else 3
        for number_, point in enumerate(self.points, start=1):
            if len(point) != width or not np.isfinite(point).all():
                raise ValueError(f"point {number_} needs {width} finite numbers, not {list(point)}")
            if self.mode == "classes" and point[2] not in range(self.classes):
                raise ValueError(
                    f"point {number_} has the class {point[2]:g}; classes are whole numbers from 0 to {self.classes - 1}"
                )
        return self

    @property
    def class_names(self) -> tuple[str, ...]:
        """What each class is called."""
        letters = (letter for letter in LETTERS if letter not in self.names)
        return (*self.names, *letters)[: self.classes]

    @property
    def blank(self) -> bool:
        return not self.points

    @property
    def task(self) -> TaskKind:
        return "classes" if self.mode == "classes" else "values"

    @property
    def tasks(self) -> tuple[str, ...]:
        """Points in the plane can be imitated too, whatever class or value they have."""
        return (self.task,) if self.mode == "curve" else (self.task, *imitators())

    def table(self, seed: int) -> Table:
        """`BadInput` where there are no points yet."""
        if self.blank:
            raise BadInput("My own points", "", "there are none yet: draw some, and the network learns from them")
        rows = np.array(self.points, dtype=np.float64)
        if self.mode == "curve":
            return dataclasses.replace(curve_table(rows[:, 0], rows[:, 1]), target_domain=_steady(rows[:, 1]))
        if self.mode == "classes":
            return self._plane(rows[:, :2], rows[:, 2].astype(np.int64), self.class_names, None)
        reach = max(1.0, float(np.abs(rows[:, 2]).max()))
        return self._plane(rows[:, :2], rows[:, 2], (), (-reach, reach))

    def _plane(
        self, x: np.ndarray, y: np.ndarray, classes: tuple[str, ...], target_domain: tuple[float, float] | None
    ) -> Table:
        return Table(
            x=x, y=y, columns=PLANE_COLUMNS, target="class" if classes else "value", classes=classes, domain=widened(((-self.reach, self.reach),) * 2, x),
            geometry="plane", target_domain=target_domain,
        )  # fmt: skip


def _steady(y: np.ndarray) -> tuple[float, float]:
    """A range of y that seldom changes, so that nothing moves under the pen: ±1.5, doubled until all points lie
    within."""
    reach = CURVE_REACH
    while reach < float(np.abs(y).max()):
        reach *= 2
    return -reach, reach
