"""The entry of what to try: its sentences as one text. A sentence that stays as it was keeps its change."""

from __future__ import annotations

from app.widgets.entries import TextField
from core.documents.suggestions import Suggestion, sentences, told


class SuggestionsField(TextField):
    """Its value is a tuple of suggestions."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._known: dict[str, Suggestion] = {}

    def written(self, value: tuple[Suggestion, ...]) -> str:
        self._known = {each.say: each for each in value}
        return told(value)

    def read(self, text: str) -> tuple[Suggestion, ...]:
        return tuple(self._known.get(say) or Suggestion(say=say) for say in sentences(text))
