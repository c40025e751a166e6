"""Which kinds of documents there are, and how a file or a text becomes one: a union told apart by `kind`."""

from __future__ import annotations

import pathlib
import pkgutil

from core.documents import toml_file
from core.documents.document import FIRST_KIND, Document
from core.messages import BadInput

# kind -> its class, imported when the first document of that kind is read
KINDS = {
    "network": "core.experiment:Experiment",
    "race": "core.race:Race",
    "comparison": "core.comparison:Comparison",
}


def loads(source: str, where: str = "text") -> Document:
    """The document of a text; `BadInput` where it is none."""
    values = toml_file.table(source, where)
    return class_of(values.get("kind", FIRST_KIND), where).parse(values, where)


def load(path: str | pathlib.Path) -> Document:
    """The document in a file; `BadInput` where it is missing, unreadable, broken or wrong."""
    path = pathlib.Path(path)
    return loads(toml_file.text(path), str(path)).anchored(path.parent)


def kind_of(path: str | pathlib.Path) -> str:
    """The kind of a file's document; "" where it cannot be read, which whoever loads it will say."""
    try:
        return str(toml_file.table(toml_file.text(pathlib.Path(path)), str(path)).get("kind", FIRST_KIND))
    except BadInput:
        return ""


def class_of(kind: object, where: str = "document") -> type[Document]:
    """The class of the documents of a kind; `BadInput` where there is no such kind."""
    if not isinstance(kind, str) or kind not in KINDS:
        raise BadInput(where, "kind", f"must be one of {' or '.join(map(repr, KINDS))}, not {kind!r}")
    return pkgutil.resolve_name(KINDS[kind])
