"""Nobody but the person changes the weights."""

from typing import ClassVar, Literal

from core.families import Rule


class Hand(Rule):
    """An update changes nothing: the weights are where you have put them.

    You set them by typing, by dragging edges or by putting the ball somewhere; what is counted are your own changes.
    """

    label = "By hand"
    order = 30
    kind: Literal["hand"] = "hand"
    descends: ClassVar[bool] = False
    evaluates: ClassVar[bool] = False
    batches: ClassVar[Literal["chosen", "one", "all"]] = "all"
    told: ClassVar[str] = "nothing moves but by your hand"
