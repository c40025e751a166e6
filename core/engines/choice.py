"""Which engine trains an experiment: the experiment decides, never the clock."""

from __future__ import annotations

from core.engines.eager import EagerEngine
from core.engines.fused.coverage import reason_against
from core.engines.perceptron import PerceptronEngine
from core.engines.state import Engine, Machine

LARGE = 50_000  # parameters: beyond (256 × 256, say) torch's matrix products make up for the time between its operations


def choose(machine: Machine) -> tuple[Engine, str]:
    """The engine, and why it is not the fused kernel where that was asked for or could be expected ("" where there is nothing to explain)."""
    experiment = machine.experiment
    if experiment.rule.kind == "perceptron":
        return PerceptronEngine(machine), ""
    if experiment.engine == "eager":
        return EagerEngine(machine), ""
    reason = reason_against(experiment) or _too_large(machine)
    if reason:
        return EagerEngine(machine), reason
    from core.engines.fused.engine import FusedEngine  # brings numba: only where it is used

    return FusedEngine(machine), ""


def _too_large(machine: Machine) -> str:
    """Parameters alone decide, not the batch: that may change in the course of a run, the engine must not."""
    count = len(machine.network.flat)
    if machine.experiment.engine == "fused" or count <= LARGE:
        return ""
    return f"With {count:,} parameters PyTorch's matrix products are faster than the fused kernel."
