"""The states that a run has been in, within a budget: dense for its newest updates, at a spacing from which any
update is soon computed again before, and ever sparser only where the budget is full.

Which are kept the number of updates decides, never a clock: from each the run can be advanced to any update after it
(`core.training.recall`).
"""

from __future__ import annotations

import collections
import itertools
import pathlib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from core.history.blobs import blob_of, numbers_of
from core.history.journal import Journal
from core.history.state import Numbers, State
from core.history.store import HistoryStore

BUDGET = 48 << 20  # bytes in memory; the path has another 16 MB
DISK = 500_000_000  # bytes on the disk
OF_ALL = 150_000_000, 500_000_000  # bytes in memory and on the disk that all runs of a window take together
NEWEST = 200  # updates whose states are dense, where an engine makes them one by one
DENSE = 4  # updates between two of those: a state after every other would cost the smallest network 6 % of its speed
TIER = 24  # states at each wider spacing up to FAR
FAR = 64  # updates between two states that stay while there is room
MOST = 1 << 13  # states in all: the collector of garbage looks at each of them
# updates between two states that are too large to be copied all the time, and at least where a kernel makes many
APART = 64
WORK = 1 << 24  # parameters times samples of the updates between two states where a kernel makes them: some 20 ms
MOST_APART = 1 << 16


class KeptState(NamedTuple):
    """A state when `logged` events had been logged; its numbers take `nbytes`, in memory or, where they lie on the
    disk, in the blob number `part`."""

    state: State
    logged: int
    nbytes: int
    numbers: Numbers | None
    part: int | None = None

    @property
    def updates(self) -> int:
        return self.state.updates


class KeptStates:
    """Takes the states of one run. In a tier all lie at one spacing, in the next at twice that."""

    def __init__(self, folder: pathlib.Path | None = None, say: Callable[[str], object] = lambda _: None) -> None:
        self.store = HistoryStore(folder, say)
        self.spacing = 0  # 0: nothing is kept
        self._tiers: list[collections.deque[KeptState]] = [collections.deque()]
        self._first: KeptState | None = None
        self._newest = -1
        self.logged = 0  # events that had been logged when the newest state was kept
        self._bytes = 0  # in memory
        self._sharers = 1  # runs that divide what all of them may take

    # What there is

    def __iter__(self) -> Iterator[KeptState]:
        """From the oldest to the newest."""
        if self._first is not None:
            yield self._first
        for tier in reversed(self._tiers):
            yield from tier

    @property
    def updates(self) -> tuple[int, ...]:
        """The update counts of the states, ascending."""
        return tuple(state.updates for state in self)

    @property
    def bytes(self) -> int:
        """What the states in memory take."""
        return self._bytes

    def before(self, updates: int, logged: range) -> KeptState | None:
        """The last state at or before an update that is of use: when it was kept, so many events had been logged that
        none of those that are forgotten is missing, and none of those that are not wanted is in it."""
        return next(
            (state for state in reversed(list(self)) if state.updates <= updates and state.logged in logged), None
        )

    def numbers(self, state: KeptState) -> Numbers | None:
        """A state's numbers, from the disk where they lie there; None where they cannot be read."""
        if state.numbers is not None or state.part is None:
            return state.numbers
        blob = self.store.get(state.part)
        return numbers_of(blob) if blob is not None else None

    # What comes

    def begin(
        self, spacing: int, state: State, journal: Journal, numbers: Callable[[], Numbers], before: Sequence[KeptState] = (),
    ) -> None:  # fmt: skip
        """Forget all: the history begins with the run as it is, or with the states of a run `before` it, with so many
        updates between two states."""
        self.store.close()
        self._tiers, self._first, self._bytes = [collections.deque()], None, 0
        self.space(spacing)
        if spacing:
            past = [kept for kept in before if kept.updates < state.updates]
            self._first, *later = (*past, kept_state(state, journal, numbers()))
            self._bytes = self._first.nbytes
            for kept in later:
                self._take(kept)
        self._newest, self.logged = state.updates, journal.logged

    def precede(self, before: Sequence[KeptState]) -> None:
        """States that the run was in before the first one that is kept, ascending."""
        first = self._first
        past = [kept for kept in before if first is not None and kept.updates < first.updates]
        if first is None or not past:
            return
        self._first, *later = past
        self._tiers[-1].extendleft(reversed((*later, first)))
        self._bytes += sum(kept.nbytes for kept in past)
        self._pass_on()
        self._make_room()

    def space(self, spacing: int) -> None:
        """Another spacing: the engine, the batch or the evaluations may be others; 0 where nothing is to be kept."""
        self.spacing = spacing
        self._room = NEWEST // DENSE if spacing == DENSE else TIER
        self._far = next(level for level in itertools.count() if (spacing or FAR) << level >= FAR)

    def until_due(self, updates: int) -> int:
        """Updates from there to the next state."""
        return self.spacing - updates % self.spacing if self.spacing else 1 << 62

    def note(self, state: State, journal: Journal, numbers: Callable[[], Numbers]) -> None:
        """Keep the run as it is, if that is due: by its updates, or before the changes that lead to it are
        forgotten."""
        updates = state.updates
        if (
            not self.spacing
            or updates <= self._newest
            or (updates % self.spacing and not journal.is_long_since(self.logged))
        ):
            return
        kept = kept_state(state, journal, numbers())
        self._newest, self.logged = updates, kept.logged
        self._take(kept)

    def _take(self, kept: KeptState) -> None:
        self._bytes += kept.nbytes
        self._tiers[0].append(kept)
        self._pass_on()
        if self._bytes > self._room_in_memory:
            self._make_room()

    @property
    def _room_in_memory(self) -> int:
        return min(BUDGET, OF_ALL[0] // self._sharers)

    @property
    def _room_on_disk(self) -> int:
        return min(DISK, OF_ALL[1] // self._sharers)

    def divide(self, runs: int) -> None:
        """So many runs divide what all of them may take: what has no room any more goes, and is computed again."""
        self._sharers = max(1, runs)
        self._make_room()
        while self.store.bytes > self._room_on_disk and self._drop_one(on_disk=True):
            pass

    def until(self, updates: int) -> tuple[KeptState, ...]:
        """Those up to an update that lie in memory, for a run that goes on from there."""
        return tuple(kept for kept in self if kept.updates <= updates and kept.numbers is not None)

    def cut(self, updates: int) -> None:
        """Forget what lies beyond an update: the run goes back there."""
        for tier in self._tiers:
            while tier and tier[-1].updates > updates:
                self._forget(tier.pop())
        self._newest, self.logged = max(((state.updates, state.logged) for state in self), default=(-1, 0))

    def close(self) -> None:
        """What lies on the disk goes."""
        self.store.close()

    # What goes

    def _pass_on(self) -> None:
        """From near tiers that are full, and from the fullest far one where there are too many states in all."""
        far = self._far
        for level in range(min(far, len(self._tiers))):
            if len(self._tiers[level]) > (self._room if level == 0 else TIER):
                self._thin(level)
        while sum(map(len, self._tiers)) > MOST and len(self._tiers) > far:
            self._thin(max(range(far, len(self._tiers)), key=lambda level: len(self._tiers[level])))

    def _thin(self, level: int) -> None:
        """The oldest state of a tier goes to the next where it fits its spacing, else for good."""
        oldest = self._tiers[level].popleft()
        if oldest.updates % (self.spacing << (level + 1)):
            self._forget(oldest)
            return
        if level + 1 == len(self._tiers):
            self._tiers.append(collections.deque())
        self._tiers[level + 1].append(oldest)

    def _forget(self, state: KeptState) -> None:
        if state.part is not None:
            self.store.drop(state.part)
        else:
            self._bytes -= state.nbytes

    def _make_room(self) -> None:
        """The oldest states in memory go to the disk; where that is full or refuses, the one that is missed least goes
        for good."""
        while self._bytes > self._room_in_memory:
            oldest = next(
                (
                    (tier, place)
                    for tier in reversed(self._tiers)
                    for place, state in enumerate(tier)
                    if state.part is None
                ),
                None,
            )
            if oldest is None:
                return
            tier, place = oldest
            state = tier[place]
            while (
                self.store.works
                and self.store.bytes + state.nbytes > self._room_on_disk
                and self._drop_one(on_disk=True)
            ):
                pass
            assert state.numbers is not None, "it lies in memory"
            part = self.store.put(blob_of(state.numbers))
            if part is None:
                self._drop_one(on_disk=False)
                continue
            self._bytes -= state.nbytes
            tier[_place(tier, state)] = state._replace(numbers=None, part=part)

    def _drop_one(self, *, on_disk: bool) -> bool:
        """Forget the state, on the disk or in memory, whose neighbours are the nearest for its age; False where there
        is none."""
        known = list(self)
        updates = np.array([state.updates for state in known] + [self._newest + 1])
        gaps = (updates[2:] - updates[:-2]) / (updates[-1] - updates[1:-1] + 1)  # of all but the first
        places = [
            (gap, state)
            for gap, state in zip(gaps.tolist(), known[1:], strict=True)
            if (state.part is not None) is on_disk
        ]
        if not places:
            return False
        missed = min(places, key=lambda pair: pair[0])[1]
        tier = next(tier for tier in self._tiers if _place(tier, missed) >= 0)
        del tier[_place(tier, missed)]
        self._forget(missed)
        return True


def kept_state(state: State, journal: Journal, numbers: Numbers) -> KeptState:
    """A state as it is kept in memory."""
    return KeptState(state, journal.logged, numbers.nbytes, numbers)


def spacing_of(parameters: int, itemsize: int, batch: int, every: int, *, many: bool, at_hand: bool) -> int:
    """Updates between two states: `DENSE` where the engine makes one at a time and a copy costs next to nothing; 0
    where not even two would fit.

    `many`: the engine makes many updates in one go; `at_hand`: the parameters lie in the processor's memory.
    """
    size = 3 * parameters * itemsize  # with the averages of Adam
    if 2 * size > BUDGET:
        return 0
    if not many and at_hand and NEWEST * size <= BUDGET:
        return DENSE
    apart = APART << (size >> 20).bit_length()
    if many:
        apart = max(apart, min(MOST_APART, WORK // max(1, parameters * batch)))
    unit = every if every <= apart else 1  # where the kernel looks anyway
    return unit << max(0, (apart // unit).bit_length() - 1)


def _place(tier: collections.deque[KeptState], state: KeptState) -> int:
    """Where a state lies; −1 where it does not. States hold arrays, so they cannot be compared."""
    return next((place for place, other in enumerate(tier) if other is state), -1)
