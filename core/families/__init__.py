"""What a component of each family has to offer: the contracts that session, forms and tests rely on.

Nothing here imports torch. A component's torch side is built by `build…` methods, which import torch inside.
Annotations are evaluated here and in `params.py` as they stand: as texts, pydantic would compile them anew for each of
some hundred components.
"""

from core.families.activation import Activation
from core.families.dataset import Dataset, Geometry, Shape, Table, TaskKind
from core.families.initializer import Initializer
from core.families.layer import Layer, Misfit
from core.families.loss import Loss
from core.families.optimizer import Optimizer, Rule
from core.families.penalty import Penalty
from core.families.probe import Answer, Probe
from core.families.schedule import Schedule
from core.families.task import Posed, Second, Task

__all__ = [
    "Activation",
    "Answer",
    "Dataset",
    "Geometry",
    "Initializer",
    "Layer",
    "Loss",
    "Misfit",
    "Optimizer",
    "Penalty",
    "Posed",
    "Probe",
    "Rule",
    "Schedule",
    "Second",
    "Shape",
    "Table",
    "Task",
    "TaskKind",
]
