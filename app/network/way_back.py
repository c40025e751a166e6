"""The way back: undo and redo of an experiment whose run has weights, which come back with it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from app.documents.document_store import UndoStep
from app.documents.experiment_store import Store
from app.network.runs import Runs
from core.documents.edits import only_live
from core.threads import commands


class WayBack:
    """Edits that keep the weights of a run that ends with them; `say` tells a sentence."""

    def __init__(self, store: Store, runs: Runs, say: Callable[[str], object]) -> None:
        self._store, self._runs, self._say = store, runs, say

    def edits(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        """Change settings; where that starts a new run, the old one's weights are kept for undo."""
        key = self._store.edits(pairs)
        if key is not None and self._runs.renewing:
            self.keep_weights(key)

    def keep_for_undo(self, key: int) -> None:
        """Another experiment was opened as a step of undo: the run that ends keeps its weights for the way back."""
        if not self._runs.renewing:
            self.keep_weights(key)

    def keep_weights(self, key: int) -> None:
        """The weights as they are belong to a step of undo."""
        self._runs.request_snapshot(functools.partial(self._store.attach, key))

    def undo(self) -> None:
        """Take the last change back."""
        self._travel(self._store.undo, "Undone")

    def redo(self) -> None:
        """Make it again."""
        self._travel(self._store.redo, "Done again")

    def _travel(self, travel: Callable[[], tuple[UndoStep, int] | None], word: str) -> None:
        run = self._runs.standing
        found = travel()
        if found is None:
            return
        step, key = found
        anew = run.told is not None and not only_live(run.told, self._store.experiment)
        if anew or step.weights:
            self.keep_weights(key)
            self._bring_back(step, anew)
        self._say(f"{word}: {step.text}.")

    def _bring_back(self, step: UndoStep, anew: bool) -> None:
        if step.snapshot is None:
            return
        if anew:
            self._runs.begin(self._runs.standing.playing, step.snapshot)
        else:
            self._runs.send(commands.Restore(step.snapshot))
