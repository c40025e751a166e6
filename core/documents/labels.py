"""What a path of a document is called: after the parameter that is declared there."""

from __future__ import annotations

from pydantic import BaseModel

from core.documents.document import Document
from core.documents.edits import first_of, get
from core.messages import BadInput
from core.params import Param, param_of

_LABELS = {
    "data.points": "Points",
    "start.weights": "Stored start",
    "inputs.features": "Inputs",
    "layers": "Layers",
    "layers.count": "Hidden layers",
    "penalties": "Weight penalty",
    "batch_size": "Batch size",
    "speed": "Speed",
}


def declared(document: Document, path: str) -> Param | None:
    """The parameter at a path, that of the component where the path leads to a kind; None where none is declared."""
    try:
        head, _, key = first_of(document, path).rpartition(".")
        if key == "kind":
            head, _, key = head.rpartition(".")
        owner = get(document, head) if head else document
    except BadInput:
        return None
    return param_of(type(owner), key) if isinstance(owner, BaseModel) else None


def label_of(document: Document, path: str) -> str:
    """The label that a form shows for a path; its last key where no form shows it."""
    param = declared(document, path)
    if param is not None and param.label:
        return f"{param.label} {param.symbol}".strip()
    key = path.removesuffix(".kind").rpartition(".")[2]
    return _LABELS.get(path, key.replace("_", " ").capitalize())
