"""The coming update in numbers: forward pass, loss, backward pass and step of one sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from core.params import flag, hidden
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment


class Arithmetic(Probe):
    """Every number of the coming update, told for one sample of its batch and checked against automatic differentiation
    and the run's own next update."""

    label = "Numbers of an update"
    kind: Literal["arithmetic"] = "arithmetic"
    needs_memory: ClassVar[bool] = True
    sample: int = hidden(-1, help="The sample's number in the table; −1: that of the batch with the largest loss.")
    layer: str = hidden("", help="The layer of the unit in hand; none where this is empty.")
    unit: tuple[int, ...] = hidden((), help="Where the unit in hand stands in the sums of its layer, from 0.")
    parameter: str = hidden("", help="A parameter that is told as a whole, however large the network is.")
    player: str = hidden("", help="Whose update it is, of several players; the first one's where this is empty.")
    check: bool = flag(True, label="Check", help="Whether the numbers are checked then and there.")

    def compute(self, moment: Moment) -> Answer:
        """ "account": the `Account`; why there is none is its `problem`, also told as "problem"."""
        from core.arithmetic.account import Asked, account
        from core.arithmetic.told import Account
        from core.messages import BadInput

        asked = Asked(self.sample, self.layer, self.unit, self.parameter, self.player, self.check)
        try:
            found = account(moment, asked)
        except BadInput as error:
            found = Account(moment.updates + 1, problem=str(error))
        return {}, {"account": found, "problem": found.problem}
