"""Which engine trains an experiment: the experiment decides, never the clock."""

from __future__ import annotations

from core.engines.adversarial import AdversarialEngine
from core.engines.eager import EagerEngine
from core.engines.fused.coverage import reason_against
from core.engines.perceptron import PerceptronEngine
from core.engines.state import Engine, Machine


def choose(machine: Machine) -> tuple[Engine, str]:
    """The engine, and why it is not the fused kernel where that was asked for ("" where there is nothing to explain).

    Automatic is eager: the kernel's first compilation would keep a newcomer's first network waiting for half a minute.
    """
    experiment = machine.experiment
    if experiment.rule.kind == "perceptron":
        return PerceptronEngine(machine), ""
    if experiment.task.kind == "gan":
        return AdversarialEngine(machine), "The fused kernel trains one network; a GAN has two players." if experiment.engine == "fused" else ""
    if experiment.engine != "fused":
        return EagerEngine(machine), ""
    reason = reason_against(experiment)
    if reason:
        return EagerEngine(machine), reason
    from core.engines.fused.engine import FusedEngine  # brings numba: only where it is used

    return FusedEngine(machine), ""
