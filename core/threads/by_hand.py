"""By hand: what a person does to the weights of a run, now or where the past is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from core.threads.commands import Hand, PutAt, Restore, SetParameter
from core.training.hand_edits import one_number

if TYPE_CHECKING:
    from core.training.session import Session


def set_by_hand(session: Session, hand: Hand) -> None:
    """`BadInput` where it does not fit the network."""
    match hand:
        case SetParameter(name, index, value, text):
            session.load_parameters({name: one_number(session.parameters(), name, index, value)}, text)
        case PutAt(vector, text, drag):
            session.load_vector(vector, text, drag=drag)
        case Restore(snapshot=snapshot):
            session.restore(snapshot, same_run=True, measure=False)
        case _:
            assert_never(hand)
