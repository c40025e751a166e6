"""The inner steps of an update that makes several: where each leads, and how its direction comes about."""

from __future__ import annotations

from app.views.arithmetic.blocks import Block, Heading, Sentence, Table
from app.views.arithmetic.sheet import MOST, Sheet, calculated
from core.arithmetic.told import ParameterTold
from core.families import InnerStep, Search


def inner(sheet: Sheet, hand: tuple[ParameterTold, int] | None) -> tuple[Block, ...]:
    """All of them in a table, and the chosen one in full, for the weight in hand; none of an update that makes one."""
    search = sheet.account.search
    if search is None:
        return ()
    head = (Heading("Inner steps"), Sentence(_counted(search), quiet=False))
    if not search.steps:
        return head
    at = _chosen(sheet, search)
    return (*head, _steps(sheet, search, at), *_way(sheet, search.steps[at], at, hand))


def _counted(search: Search) -> str:
    count = len(search.steps)
    steps = f"{count} inner {'step' if count == 1 else 'steps'}"
    looks = f"{search.looks} {'look' if search.looks == 1 else 'looks'} at the loss"
    return f"{steps}, {looks}. It ends there: {search.why}."


def _chosen(sheet: Sheet, search: Search) -> int:
    """The one that is told in full, from 0: that of a person's choice, else the first."""
    at = sheet.looked.inner
    return at if 0 <= at < len(search.steps) else 0


def _steps(sheet: Sheet, search: Search, chosen: int) -> Table:
    show = sheet.show
    rows = tuple(
        (
            f"step {number}",
            show(step.loss),
            show(step.slope),
            show(step.length),
            "" if step.reached is None else show(step.reached),
        )
        for number, step in enumerate(search.steps, 1)
    )
    links = tuple(f"inner:{at}" for at in range(len(rows)))
    return Table(("", "J", "g·d", "length t", "new J"), rows, links, chosen)


def _way(sheet: Sheet, step: InnerStep, at: int, hand: tuple[ParameterTold, int] | None) -> tuple[Block, ...]:
    """Both loops, the weight in hand, and the lengths that were tried."""
    blocks: list[Block] = [Heading(f"Inner step {at + 1}")]
    if hand is not None:
        told, place = hand
        lines = told.inner[at]
        blocks += [calculated(sheet, line, place, strong=line is lines[-1]) for line in lines]
    blocks += _loops(sheet, step)
    if len(step.tried) > 1:
        tried = tuple(tuple(map(sheet.show, (each.length, each.loss, each.slope))) for each in step.tried)
        blocks += [Heading("The lengths that were tried"), Table(("t", "J", "slope along d"), tried)]
    return tuple(blocks)


def _loops(sheet: Sheet, step: InnerStep) -> tuple[Block, ...]:
    """What is remembered, the newest step first."""
    count = len(step.rho)
    if not count:
        return ()
    rows = tuple(
        (f"{count - at} back", *(sheet.show(float(each[at])) for each in (step.rho, step.alpha, step.beta)))
        for at in range(count)[::-1][:MOST]
    )
    words = "s is a step, y what it did to the gradient; ρ = 1/(y·s), α = ρ·s·q, β = ρ·y·d"
    more = f"; the {MOST} newest of {count}" if count > MOST else ""
    return (
        Heading("What is remembered, the newest step first"),
        Sentence(f"{words}{more}."),
        Table(("step", "ρ", "α", "β"), rows),
    )
