"""Parting: which settings are one for all runs side by side, and which each of them has for itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.bars.run_badge import Named
from app.documents.experiment_store import Store
from app.documents.path_words import touches
from app.network.twins import Twins
from core.comparison import Comparison
from core.comparison.twin import Edits
from core.documents.edits import replace
from core.documents.labels import label_of
from core.messages import BadInput
from core.runs.words import OTHER_START, new_values

COPY, THIS_START = "a copy", "this start"


class Parting:
    """What a person does to the settings of single runs; `edit(path, value)` changes one of all, `say` tells a
    sentence."""

    def __init__(
        self, store: Store, twins: Twins, edit: Callable[[str, object], object], say: Callable[[str], object]
    ) -> None:
        self._store, self._twins, self._edit_all, self._say = store, twins, edit, say
        self._dragged = ""  # the path that is being dragged

    @property
    def named(self) -> tuple[Named, ...]:
        """The runs side by side, by their letters and what each has of its own."""
        words = self._words()
        runs = enumerate(self._twins.standings)
        return tuple(Named(run.number, run.letter, words[place]) for place, run in runs)

    def _words(self) -> tuple[str, ...]:
        base, *others = self._twins.experiments
        comparison = self._twins.comparison
        named = (comparison.name, *(twin.name for twin in comparison.twins))
        theirs = [new_values(base, other) or COPY for other in others]
        ours = [part for other in others for part in new_values(other, base).split(", ") if part]
        own = ", ".join(dict.fromkeys(ours)).replace(OTHER_START, THIS_START)
        found = (own or self._store.title, *theirs)
        return tuple(name or words for name, words in zip(named, found, strict=False)) if others else found

    def edit(self, place: int, path: str, value: object) -> None:
        """A setting of the run at that place, or of all where they share it."""
        if any(path == own or path.startswith(f"{own}.") for own in self._twins.comparison.parted()):
            self.edits(place, ((path, value),))
        else:
            self._edit_all(path, value)

    def edits(self, place: int, pairs: Edits) -> None:
        """The run at that place has these settings of its own."""
        if pairs:
            self._become(lambda comparison: comparison.with_values(pairs, (place,)), pairs[0][0])

    def turn(self, paths: Sequence[str]) -> None:
        """Settings that are one for all become each run's own; others become one again, that of the run that is
        shown."""
        parted = self._twins.comparison.parted()
        own = [path for path in parted if any(touches(path, each) for each in paths)]

        def turned(comparison: Comparison) -> Comparison:
            for path in own or paths:
                comparison = comparison.join(path) if own else comparison.part(path)
            return comparison

        self._become(turned, paths[0])

    def keep_step(self, pace: str) -> None:
        """By what the runs are to be in step."""
        self._become(lambda comparison: replace(comparison, "pace", pace), f"In step by {pace}")

    def let_go(self) -> None:
        """A drag has ended."""
        self._dragged = ""

    def _become(self, change: Callable[[Comparison], Comparison], path: str) -> None:
        """Another comparison of the same runs; one step of undo, the many of a drag together."""
        try:
            changed = change(self._twins.comparison)
        except BadInput as error:
            self._say(error.reason)
            return
        if changed == self._twins.comparison:
            return
        if path != self._dragged:
            self._store.note(path if " " in path else label_of(self._store.experiment, path), weights=False)
        self._dragged = path
        self._twins.become(changed)
