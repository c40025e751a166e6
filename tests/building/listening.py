"""What a view says, kept in its order."""

from __future__ import annotations

from app.documents.intents import Intent


class Said:
    """What a view has said since it is listened to."""

    def __init__(self, view) -> None:
        self.intents: list[Intent] = []
        self.edits: list[tuple[str, object]] = []
        self.ended = 0
        view.intent.connect(self.intents.append)
        view.edit.connect(self._edit)
        view.finished.connect(self._finished)

    def of(self, kind: type) -> list:
        return [intent for intent in self.intents if isinstance(intent, kind)]

    def _edit(self, path, value) -> None:
        self.edits.append((path, value))

    def _finished(self) -> None:
        self.ended += 1
