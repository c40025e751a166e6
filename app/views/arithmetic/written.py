"""What is written of an update in each of its phases."""

from __future__ import annotations

from app.look.numbers import written
from app.views.arithmetic.backward import backward
from app.views.arithmetic.blocks import Block, Sentence
from app.views.arithmetic.forward import forward
from app.views.arithmetic.moved import update
from app.views.arithmetic.sheet import Sheet
from app.views.arithmetic.wrong import loss
from app.views.numbers.looked import BACKWARD, BOARD, FORWARD, LOSS, UPDATE
from core.arithmetic.notes import ROUNDED
from core.arithmetic.told import AUTOGRAD
from core.arithmetic.told import UPDATE as CLOSE


def write_out(sheet: Sheet) -> tuple[Block, ...]:
    """The sheet of the phase, with what was checked at its foot."""
    account = sheet.account
    if account.problem:
        return (Sentence(account.problem, quiet=False),)
    phase = {FORWARD: forward, LOSS: loss, BACKWARD: backward, UPDATE: update}[sheet.phase]
    rounded = (Sentence(ROUNDED),) if sheet.looked.digits == BOARD else ()
    return (*phase(sheet), *rounded, *(Sentence(note) for note in account.notes), *checked(sheet))


def checked(sheet: Sheet) -> tuple[Block, ...]:
    """What these numbers were compared with, then and there."""
    check = sheet.account.check
    if check is None:
        return ()
    text = "In double precision (float64) from these parameters"
    if check.autograd is not None:
        equal = check.autograd <= AUTOGRAD
        text += (
            f", equal to automatic differentiation to {_power(AUTOGRAD)}"
            if equal
            else (f"; automatic differentiation differs by {_power(check.autograd)}")
        )
    if check.update is not None:
        equal = check.update <= CLOSE
        own = f"; the run's own update ({check.precision})"
        text += (
            f"{own} equals it within {_power(CLOSE)}"
            if equal
            else (f"{own} differs by {_power(check.update)} at {check.where}")
        )
    return (Sentence(f"{check.sign} {'; '.join((text, *check.why))}."),)


def _power(value: float) -> str:
    return written(f"{value:.2g}")
