"""The samples that the pictures show, and of which settings they are: those of the document may be newer."""

from __future__ import annotations

from collections.abc import Callable

from app.documents.experiment_store import Store
from app.network.standing import Standing, same_data
from core.data.preparation import Prepared
from core.experiment import Experiment


class ShownSamples:
    """They come from the run, and where one looks back from its past; who draws them asks here. `say` tells others."""

    def __init__(self, store: Store, say: Callable[[Prepared], object]) -> None:
        self._store, self._say = store, say
        self.prepared: Prepared | None = None
        self._prepared_for: Experiment | None = None

    def follow(self, run: Standing, *, anew: bool = False) -> None:
        """Those that a run shows now; `anew`: they are told whether or not they are others."""
        prepared, experiment = run.samples
        if prepared is not None:
            other = prepared is not self.prepared
            self.prepared, self._prepared_for = prepared, experiment
            if anew or other:
                self._say(prepared)

    def fitting(self) -> Prepared | None:
        """As they are shown, if they are those of the experiment as it is now."""
        known = self._prepared_for
        return self.prepared if known is not None and same_data(known, self._store.experiment) else None

    def shown(self) -> Prepared | None:
        """As they are shown, if they are of the present data, perhaps a moment older than their settings; None where
        others are still to be prepared."""
        known, data = self._prepared_for, self._store.experiment.data
        return self.prepared if known and (known.data.kind, known.data.source) == (data.kind, data.source) else None
