"""What a generator has beside its layers: the noise that it begins with, and what it puts upon its samples."""

from __future__ import annotations

import math
from typing import Any

from app.documents.path_words import OWN
from app.forms.form import Form
from app.panels.drawer_panel import DrawerPanel
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.messages import BadInput
from core.networks.shapes import LayerInfo, describe, players


class GeneratorForms:
    """Forms of a drawer over the task's own fields."""

    def __init__(self, drawer: DrawerPanel) -> None:
        self.noise = drawer.form(Form("task.", fields=("latent", "noise")))
        self.sample = drawer.form(Form("task.", fields=("activation", "last")))

    def show_task(self, task: Any) -> None:
        self.noise.show_model(task)
        self.sample.show_model(task)


def stack_infos(experiment: Experiment, prepared: Prepared | None, path: str = OWN) -> dict[str, LayerInfo]:
    """Shapes by layer name, the output last, of the layers at a path; empty until the data are known."""
    if prepared is None:
        return {}
    try:
        if path == OWN:
            return {info.name: info for info in describe(experiment, prepared.shape, prepared.outputs)}
        return {info.name: info for info in _generator(experiment, prepared)}
    except BadInput:  # said where the network is built; the data may still be those of before
        return {}


def _generator(experiment: Experiment, prepared: Prepared) -> list[LayerInfo]:
    found = []
    for owner, layer, before in players(experiment, prepared.shape, prepared.outputs):
        if owner.startswith("generator."):
            count = sum(math.prod(shape) for shape in layer.parameters(before).values())
            found.append(LayerInfo(layer.name, before, layer.shape(before), count))
    return found
