"""What a path of a document is called in words."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from core import edits
from core.messages import BadInput
from core.params import param_of


def label_of(document: Any, path: str) -> str:
    """The label that a form shows for a path; its last key where no form shows it."""
    head, _, key = path.rpartition(".")
    if key == "kind":
        head, _, key = head.rpartition(".")
    try:
        owner = edits.get(document, head) if head else document
    except BadInput:
        owner = None
    param = param_of(type(owner), key) if isinstance(owner, BaseModel) else None
    if param is not None and param.label:
        return f"{param.label} {param.symbol}".strip()
    return _LABELS.get(path, key.replace("_", " ").capitalize())


_LABELS = {
    "data.points": "Points",
    "start.weights": "Stored start",
    "inputs.features": "Inputs",
    "layers": "Layers",
    "batch_size": "Batch size",
    "speed": "Speed",
}
