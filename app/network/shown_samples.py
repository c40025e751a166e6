"""The samples of the run that is shown, and of which settings they are: those of the document may be newer."""

from __future__ import annotations

from app.documents.experiment_store import Store
from app.network.standing import same_data
from core.data.preparation import Prepared
from core.experiment import Experiment


class ShownSamples:
    """They come from the run; who draws them asks here."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.prepared: Prepared | None = None
        self._prepared_for: Experiment | None = None

    def take(self, prepared: Prepared, experiment: Experiment | None) -> None:
        """Others have come, prepared for an experiment."""
        self.prepared, self._prepared_for = prepared, experiment

    def fitting(self) -> Prepared | None:
        """As they are shown, if they are those of the experiment as it is now."""
        known = self._prepared_for
        return self.prepared if known is not None and same_data(known, self._store.experiment) else None

    def shown(self) -> Prepared | None:
        """As they are shown, if they are of the present data, perhaps a moment older than their settings; None where
        others are still to be prepared."""
        known, data = self._prepared_for, self._store.experiment.data
        return self.prepared if known and (known.data.kind, known.data.source) == (data.kind, data.source) else None
