"""The seeds that one number stands for: a run with other seeds has other luck."""

from __future__ import annotations

from collections.abc import Iterable

from core import random
from core.experiment import Experiment, Seeds

ALL = tuple(Seeds.model_fields)  # of the samples and their split, too
START = ("weights", "batches", "dropout")  # the same data and split, another start and way


def derived_seed(seed: int, purpose: str) -> int:
    """One of the four seeds that a number stands for: the same number gives different luck to different purposes."""
    return random.key(seed, f"--seed {purpose}") >> 11


def reseeded(experiment: Experiment, seed: int, names: Iterable[str] = ALL) -> Experiment:
    """The experiment with those of its seeds that are named derived from a number."""
    seeds = experiment.seeds.model_copy(update={name: derived_seed(seed, name) for name in names})
    return experiment.model_copy(update={"seeds": seeds})
