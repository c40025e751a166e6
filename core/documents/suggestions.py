"""What is worth trying with a document: a sentence, and the change that it speaks of where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from core.documents.written import is_list, is_table, word
from core.params import Model, hidden

LONGEST = 2000  # characters of a sentence
_END = re.compile(r"(?<=[.?!])\s+(?=[^a-z])")  # between two sentences of a text


class Suggestion(Model):
    """A sentence, and in `do` the values by path that make the change: `{"optimizer.lr" = 3.0}`."""

    say: str = hidden("", help="The sentence.", min_length=1, max_length=LONGEST)
    do: dict[str, Any] = hidden({}, help="The settings that it speaks of, by path; none where it is done by hand.")

    @property
    def edits(self) -> tuple[tuple[str, Any], ...]:
        """The change, as it is made."""
        return tuple(self.do.items())


def read(written: object) -> object:
    """As a file has it: a text of some sentences, or a list of texts and tables. What is neither is left to the
    validation that follows."""
    if isinstance(written, str):
        return tuple({"say": sentence} for sentence in sentences(written))
    if is_list(written):
        return tuple({"say": each} if isinstance(each, str) else each for each in written)
    return written


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(filter(None, _END.split(text.strip())))


def told(written: object) -> str:
    """All the sentences as one text, whatever form they were written in."""
    parts: Iterable[object] = written if is_list(written) else (written,)
    says = (str(word(part, "say") or "") if is_table(part) or isinstance(part, Model) else part for part in parts)
    return " ".join(say for say in says if isinstance(say, str) and say)
