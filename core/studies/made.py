"""Made: what came of making those runs of a study that were not known yet."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from core.frozen import frozen
from core.machine.whole_file import NotWritten
from core.studies.keeper import Keeper
from core.studies.plan import Planned
from core.studies.processes import NotMade
from core.studies.result import Result
from core.studies.storage import Storage

ODD = "{} runs differ from those that another process has kept of the same settings: the first ones stand."
Maker = Callable[[Sequence[Planned], Callable[[Result], None]], None]


@frozen
class Made:
    """`state`: "finished", "interrupted" or "failed", with the `trouble` in a sentence; `kept` results were there
    before, the others took so many `seconds`."""

    state: str
    results: Mapping[str, Result]
    kept: int
    seconds: float
    trouble: str = ""


def known_of(planned: Sequence[Planned], storage: Storage) -> tuple[dict[str, Result], tuple[Planned, ...]]:
    """The results that there are, and the runs that are to be made: each once."""
    known = storage.found([each.key for each in planned])
    return known, tuple({each.key: each for each in planned if each.key not in known}.values())


def complete(
    known: Mapping[str, Result],
    left: Sequence[Planned],
    storage: Storage,
    maker: Maker,
    halted: Callable[[], bool],
    told: Callable[[Result], None],
) -> Made:
    """Have the maker make what is left, and keep it; what cannot be made or kept is trouble, told beside what was
    made."""
    fresh: dict[str, Result] = {}
    trouble, begun = "", time.perf_counter()

    def hear(result: Result) -> None:
        fresh[result.key] = result
        told(result)

    keeper = Keeper(storage, hear)
    try:
        try:
            maker(left, keeper.keep)
        finally:
            keeper.finish()
    except (NotWritten, NotMade) as error:
        trouble = str(error)
    trouble = trouble or (ODD.format(len(keeper.odd)) if keeper.odd else "")
    state = "failed" if trouble else "interrupted" if halted() else "finished"
    return Made(state, dict(known) | fresh, len(known), time.perf_counter() - begun, trouble)
