"""Store: the experiment of the network room, with what only an experiment has."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import Any

from app.documents.document_store import DocumentStore
from app.documents.view_state import ViewState
from core.documents.document import Document
from core.experiment import Experiment


def _alone(experiment: Experiment) -> Document:
    """Nothing stands beside it."""
    return experiment


class Store(DocumentStore[Experiment]):
    """The current experiment and view, and the way back."""

    def __init__(self, experiment: Experiment, view: ViewState | None = None, path: pathlib.Path | None = None) -> None:
        super().__init__(experiment, view, path)
        self.whole: Callable[[Experiment], Document] = _alone

    @property
    def experiment(self) -> Experiment:
        return self.document

    @property
    def to_keep(self) -> Document:
        """The experiment; with the runs that stand beside its own, all of them."""
        return self.whole(self._aside or self.document)

    def settle(self) -> None:
        """What is there now is what its file has."""
        self._saved = self.to_keep
        self.history_changed.emit()

    def is_dragged(self, path: str, value: Any) -> bool:
        """A stroke of the brush counts too."""
        return path == "data.points" or super().is_dragged(path, value)

    def _become(self, document: Experiment) -> None:
        if _source(self.document) != _source(
            document
        ):  # a chosen sample means nothing in other data, nor does a choice of pictures
            other = self.view.for_other_data()
            self.change_view(sample=other.sample, row=other.row, options=other.options)
        super()._become(document)


def _source(document: Experiment) -> tuple[str, str]:
    """Which data these are: their kind, and the file where they come from one."""
    return document.data.kind, document.data.source
