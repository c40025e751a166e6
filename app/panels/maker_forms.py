"""What a player that makes samples has beside its layers: the noise that it begins with, and what it puts upon its
samples."""

from __future__ import annotations

from app.documents.path_words import OWN
from app.forms.form import Form
from app.panels.drawer_panel import DrawerPanel
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Task
from core.messages import BadInput
from core.networks.blueprint import Placed, blueprint_of


class MakerForms:
    """Forms of a drawer over the task's own fields."""

    def __init__(self, drawer: DrawerPanel) -> None:
        self.noise = drawer.form(Form("task.", fields=()))
        self.sample = drawer.form(Form("task.", fields=()))

    def show_task(self, task: Task) -> None:
        self.noise.fields, self.sample.fields = task.noise_fields, task.sample_fields
        self.noise.show_model(task)
        self.sample.show_model(task)


def stack_infos(experiment: Experiment, prepared: Prepared | None, path: str = OWN) -> dict[str, Placed]:
    """Shapes by layer name, the output last, of the layers at a path; empty until the data are known."""
    if prepared is None:
        return {}
    plan = blueprint_of(experiment, prepared)
    try:
        found = [plan.of(player.name) for player in plan.players if player.path == path]
    except BadInput:  # said where the network is built; the data may still be those of before
        return {}
    return {placed.layer.name: placed for layers in found for placed in layers}
