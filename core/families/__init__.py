"""What a component of each family has to offer: the contracts that session, forms and tests rely on.

Nothing here imports torch. A component's torch side is built by `build…` methods, which import torch inside.
Annotations are evaluated here and in `params.py` as they stand: as texts, pydantic would compile them anew for each of
some hundred components.
"""

from core.families.activation import Activation
from core.families.dataset import Dataset, Geometry, Guess, Shape, Table, TaskKind
from core.families.diagnosis import Diagnosis, Symptoms, Taught, Traced
from core.families.entry import Entry, parted
from core.families.initializer import Initializer
from core.families.layer import Layer, Misfit
from core.families.learned import Learned, Samples
from core.families.line import Line, Numbers, Sheet
from core.families.loss import Loss
from core.families.optimizer import Kept, Layout, Memory, Optimizer, Rule
from core.families.penalty import Penalty
from core.families.player import (
    NOISE,
    SAMPLES,
    Player,
    count_of,
    makers,
    makers_words,
    memory_name,
    named,
    noise_name,
)
from core.families.receptive_field import ReceptiveField
from core.families.schedule import Schedule
from core.families.search import InnerStep, Look, Search, Tried
from core.families.task import Posed, Task, imitators

__all__ = [
    "NOISE",
    "SAMPLES",
    "Activation",
    "Dataset",
    "Diagnosis",
    "Entry",
    "Geometry",
    "Guess",
    "Initializer",
    "InnerStep",
    "Kept",
    "Layer",
    "Layout",
    "Learned",
    "Line",
    "Look",
    "Loss",
    "Memory",
    "Misfit",
    "Numbers",
    "Optimizer",
    "Penalty",
    "Player",
    "Posed",
    "ReceptiveField",
    "Rule",
    "Samples",
    "Schedule",
    "Search",
    "Shape",
    "Sheet",
    "Symptoms",
    "Table",
    "Task",
    "TaskKind",
    "Taught",
    "Traced",
    "Tried",
    "count_of",
    "imitators",
    "makers",
    "makers_words",
    "memory_name",
    "named",
    "noise_name",
    "parted",
]
