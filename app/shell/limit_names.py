"""The names by which a file hides and locks: settings by their paths, commands by the names of the table, and the
controls that are neither, which rooms and views declare. A name that is none of these means nothing, and whoever wrote
it is told."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from app.documents.limits import Limits
from core.documents.allowed_keys import is_setting
from core.documents.document import Document


def unknown(limits: Limits, document: type[Document], names: Collection[str]) -> tuple[str, ...]:
    """Those of a file beside such a document that nobody obeys; `names` are those of commands and controls."""
    return tuple(
        name
        for name in sorted(limits.hidden | limits.locked)
        if not is_setting(document, name) and not any(_is_at(other, name) for other in names)
    )


def told(limits: Limits, document: type[Document], names: Collection[str], where: str) -> str:
    """The sentence that says so, with what may have been meant; "" where all are known."""
    strange = unknown(limits, document, names)
    if not strange:
        return ""
    known = (*names, *document.model_fields)
    meant = [repr(near[0]) for name in strange if (near := difflib.get_close_matches(name, known, 1))]
    hint = f" Is {' and '.join(meant)} meant?" if meant else ""
    return f"{where} hides or locks what is not known here: {', '.join(map(repr, strange))}.{hint}"


def _is_at(known: str, name: str) -> bool:
    """Whether a name is a known one, or stands for all that lies below it."""
    return known == name or known.startswith(f"{name}.")
