"""What a path of a document is called in words."""

from __future__ import annotations

from typing import Any

from core.documents import edits, labels
from core.documents.document import Document
from core.experiment import Experiment
from core.families import Layer, Player
from core.messages import BadInput
from core.networks.blueprint import players_of

OWN = "layers"  # where the layers of the experiment's own network stand


def label_of(document: Document, path: str) -> str:
    """The label that a form shows for a path; its last key where no form shows it."""
    param = labels.declared(document, path)
    whose = next((player for player in _players(document) if player.path == path and player.prefix), None)
    if whose is not None and not (param is not None and param.label):
        return f"{whose.label}'s layers"
    return labels.label_of(document, path)


def layer_words(experiment: Experiment, path: str) -> str:
    """A path to a whole layer, such as "layers.h3", in words; "" for any other path."""
    head, _, name = path.rpartition(".")
    whose = next((player for player in players_of(experiment) if player.path == head), None)
    if whose is None:
        return ""
    for number, layer in enumerate(layers_at(experiment, head), start=1):
        if layer.name == name:
            title = f"The {whose.name}'s layer" if whose.prefix else layer_word(layer)
            return f"{title} {number} ({layer.label})"
    return "The new layer"


def refused_words(document: Document, pairs: tuple[tuple[str, Any], ...]) -> str:
    """An edit that was not taken, and what holds instead: "Kernel 11 of hidden layer 1 was not taken, 5 stays"."""
    path, value = pairs[0]
    owner = layer_words(document, path.rpartition(".")[0]) if isinstance(document, Experiment) else ""
    of = f" of {owner.partition(' (')[0].lower()}" if owner else ""
    try:
        now = edits.get(document, path)
    except BadInput:
        now = None
    if isinstance(value, (int, float, str)) and isinstance(now, (int, float, str)):
        return f"{label_of(document, path)} {value}{of} was not taken, {now} stays"
    return f"{label_of(document, path)}{of}: the change was not taken, all stays as it was"


def drawer_of(path: str) -> str:
    """The drawer that shows a setting: "data", "network" or "learning"."""
    head = path.partition(".")[0]
    if head == "output" or "layers" in path.split(".")[:2]:
        return "network"
    return "data" if head in ("data", "inputs", "task") else "learning"


def layer_word(layer: Layer) -> str:
    """A hidden layer has units or channels with weights of their own; pooling, flattening or dropout is just a
    layer."""
    made = {"units", "channels"} & set(type(layer).model_fields)
    return "Hidden layer" if made and layer.kind != "dropout" else "Layer"


def layers_at(experiment: Experiment, path: str) -> tuple[Layer, ...]:
    """The hidden layers at a path; none where no player has its layers there."""
    return next((player.layers[:-1] for player in players_of(experiment) if player.path == path), ())


def touches(path: str, other: str) -> bool:
    """Whether two paths are about the same setting, or one about a part of the other's."""
    return path == other or f"{path}.".startswith(f"{other}.") or f"{other}.".startswith(f"{path}.")


def _players(document: Document) -> tuple[Player, ...]:
    return players_of(document) if isinstance(document, Experiment) else ()
