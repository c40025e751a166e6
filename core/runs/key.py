"""The key of a run: two of the same key need not both be computed."""

from __future__ import annotations

import dataclasses
import hashlib
import json

from core.experiment import Experiment
from core.runs.making import Making
from core.runs.place import BESIDE


def key_of(experiment: Experiment, updates: int, making: Making, content: str = "") -> str:
    """Of so many updates of an experiment, its seeds included, made in one way: the same key, the same numbers to the
    last bit. `content` stands for what a file says that it names; without one, as long as that is the same."""
    values = {name: value for name, value in experiment.values().items() if name not in BESIDE}
    plain = json.dumps([values, updates, dataclasses.astuple(making), *([content] if content else [])], sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()
