"""What can make an update: each engine on each device, with the reason where it is not to be had here."""

from __future__ import annotations

import os

from core.experiment import Experiment
from core.frozen import frozen
from core.machine import device

FUSED, ONE, ALL, GRAPH = "fused", "one", "all", "graph"
GPUS = ("cuda", GRAPH, "mps")
LONE = "This computer has one processor."


@frozen
class Way:
    """`engine` and `device` are those of an experiment; `threads` of torch's, 0 where it makes no difference; `reason`
    says why it is not to be had, "" where it is."""

    key: str
    label: str
    engine: str
    device: str = "cpu"
    threads: int = 0
    reason: str = ""

    def of(self, experiment: Experiment) -> Experiment:
        """The experiment made so."""
        return experiment.model_copy(update={"engine": self.engine, "device": self.device})


def ways() -> tuple[Way, ...]:
    """All that there could be, those of this computer first; torch is loaded where the devices cannot be told
    without."""
    cores = os.cpu_count() or 1
    cpu, *others = device.choices()
    found = [
        Way(FUSED, f"{cpu.label}, fused kernel, 1 thread", "fused"),
        Way(ONE, f"{cpu.label}, PyTorch, 1 thread", "eager", threads=1),
        Way(ALL, f"{cpu.label}, PyTorch, {cores} threads", "eager", threads=cores, reason="" if cores > 1 else LONE),
    ]
    for choice in others:
        found.append(Way(choice.key, f"{choice.label}, PyTorch", "eager", choice.key, reason=choice.reason))
        if choice.key == "cuda":
            found.append(Way(GRAPH, f"{choice.label}, captured graph", "captured", choice.key, reason=choice.reason))
    return tuple(found)
