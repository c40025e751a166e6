"""The loss, and what the update makes of each weight."""

from __future__ import annotations

import numpy as np

from core.arithmetic.told import Account, ParameterTold
from core.command_line.blocks import Block, Cells, Heading, Table
from core.command_line.explained.writing import ROWS, TERMS, Show, bracket, index, strongest
from core.families import InnerStep, Line
from core.families.loss import EACH

HEAD = ("what", "in symbols", "in numbers", "result")


def loss(account: Account, show: Show) -> list[Block]:
    """How wrong the answer is, line by line, and what that counts in the batch's mean."""
    told = account.loss
    if told is None or account.coming is None:
        return []
    count = len(told.outputs)
    columns = [("output", told.outputs), ("answer", told.answers), ("should say", told.targets)]
    columns += [("∂L/∂output", told.slope)] if told.slope is not None else []
    rows = tuple((str(number + 1), *(show(array[number]) for _, array in columns)) for number in range(count)[:ROWS])
    lines = [
        calculation(line, min(place, np.size(line.value) - 1), show, count)
        for line in told.lines
        for place in range(min(np.size(line.value), ROWS))
    ]
    blocks: list[Block] = [
        Heading("The loss"),
        Table(("", *(name for name, _ in columns)), rows),
        Table(HEAD, tuple(lines)),
    ]
    share = (
        f"It counts with {show(told.share)} in J = {show(account.coming.mean)}." if account.rule == "gradient" else ""
    )
    return [*blocks, f"L = {show(told.value)}. {share}".strip()]


def calculation(line: Line, place: int, show: Show, count: int = 1) -> Cells:
    """A line in words, in symbols, in numbers, and what comes out; `count` is that of the outputs."""
    which = f"Output {place + 1}: " if count > 1 and np.size(line.value) > 1 else ""
    filled = line.filled(place, lambda number: bracket(show(number)))
    return (
        which + line.words.removesuffix(EACH),
        f"{line.symbol} {'←' if line.symbol in line.numbers else '='} {line.symbols}",
        filled,
        show(line.result(place)),
    )


def search(account: Account, show: Show) -> list[Block]:
    """The inner steps of an update that makes several: where each leads, and how its direction comes about."""
    found = account.search
    if found is None:
        return []
    count, looks = len(found.steps), found.looks
    said = (
        f"{count} inner {'step' if count == 1 else 'steps'}, {looks} {'look' if looks == 1 else 'looks'} at the loss. "
        f"It ends there: {found.why}."
    )
    rows = tuple((str(number), *_step(step, show)) for number, step in enumerate(found.steps, 1))
    header = ("step", "J before", "remembered", "H", "g·d", "length t", "looks", "J after")
    blocks: list[Block] = [Heading("Inner steps"), said]
    blocks += [Table(header, rows)] if rows else []
    return [*blocks, *(block for number, step in enumerate(found.steps, 1) for block in _way(number, step, show))]


def _step(step: InnerStep, show: Show) -> Cells:
    after = "not looked at" if step.reached is None else show(step.reached)
    scale = show(step.scale) if len(step.rho) else ""
    return (
        show(step.loss), str(len(step.rho)), scale, show(step.slope), show(step.length), str(len(step.tried)), after
    )  # fmt: skip


def _way(number: int, step: InnerStep, show: Show) -> list[Block]:
    """Both loops over what is remembered, the newest first, and the lengths that were tried."""
    blocks: list[Block] = []
    count = len(step.rho)
    if count:
        newest = range(count)[::-1][:TERMS]
        pairs = tuple(
            (str(count - at), *(show(each[at]) for each in (step.rho, step.alpha, step.beta))) for at in newest
        )
        more = f" The {TERMS} newest of {count}; --json has all." if count > TERMS else ""
        blocks.append(
            f"Inner step {number}, what is remembered, the newest first: ρ = 1/(y·s), α = ρ·s·q in the first loop, "
            f"β = ρ·y·d in the second.{more}"
        )
        blocks.append(Table(("step back", "ρ", "α", "β"), pairs))
    if len(step.tried) > 1:
        tried = tuple((show(each.length), show(each.loss), show(each.slope)) for each in step.tried)
        blocks += [f"Inner step {number}, the lengths that were tried:", Table(("t", "J", "slope along d"), tried)]
    return blocks


def parameter(each: ParameterTold, show: Show, *, batch: bool) -> list[Block]:
    """A tensor's numbers, what becomes of each, and one of them in full."""
    columns: list[tuple[str, np.ndarray]] = [("old w", each.before)]
    columns += [("δ·input", each.share)] if each.share is not None and not batch else []
    columns += [("mean g", each.gradient)] if each.gradient is not None else []
    last = max((number for number, line in enumerate(each.lines) if line.symbol == "w"), default=-1)
    columns += [
        (line.symbol, line.value)
        for number, line in enumerate(each.lines)
        if number != last and isinstance(line.value, np.ndarray) and line.value.ndim
    ]
    columns += [("new w", each.after), ("change", each.after - each.before)]
    places, said = strongest(each.after - each.before)
    rows = tuple((index(each.index(at)), *(show(array[at]) for _, array in columns)) for (at,) in places)
    shown = int(np.argmax(np.abs(each.after - each.before))) if len(each.after) else 0
    size = " × ".join(map(str, each.shape))
    return [
        Heading(f"{each.name} ({size})"),
        Table(("", *(name for name, _ in columns)), rows),
        *said,
        f"In full for {each.name}{index(each.index(shown))}:",
        Table(HEAD, _lines(each, shown, show)),
    ]


def _lines(each: ParameterTold, place: int, show: Show) -> tuple[Cells, ...]:
    """What becomes of one number, line by line; those of inner steps before the line that adds them up."""
    lines = [calculation(line, place, show) for line in each.lines]
    if not each.inner:
        return tuple(lines)
    inner = [
        (f"Inner step {number}: {words[:1].lower()}{words[1:]}", *rest)
        for number, step in enumerate(each.inner, 1)
        for words, *rest in (calculation(line, place, show) for line in step)
    ]
    return (*lines[:-1], *inner, *lines[-1:])
