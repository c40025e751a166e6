"""Which engine trains an experiment: the experiment decides, never the clock.

The one thing that depends on the machine is a kernel that cannot be had there. A run that begins without it goes on
without it to its end, and a snapshot remembers which engine made it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from core.data.batches import batch_size
from core.engines.engine import Engine
from core.engines.fused.coverage import UNABLE, reason_against
from core.engines.holding import Holding
from core.engines.on_demand import OnDemand
from core.experiment import Experiment
from core.machine.preload import load_optimizers, load_torch
from core.messages import MAKING
from core.networks.blueprint import players_of
from core.networks.lent import CPU
from core.networks.shapes import total

LARGEST = (
    2_000_000  # parameters times batch: beyond, PyTorch's matrix products on both cores are faster than the kernel
)
FEWEST = 8  # samples that the kernel works on at least
TOO_MUCH = f"The fused kernel takes up to {LARGEST:,} parameters times samples of a batch by itself: beyond that PyTorch makes the updates."
SETTLED = "This run was begun with eager PyTorch, where the kernel was not to be had, and goes on with it."
BESIDE = "The training part is too large to lie on the GPU as a whole, and a graph cannot fetch batches."


Kind = Literal["perceptron", "chance", "hand", "turns", "eager", "fused", "captured"]
OWN: dict[str, Kind] = {"perceptron": "perceptron", "chance": "chance", "hand": "hand"}  # engines of rules


def choose(
    side: OnDemand,
    say: Callable[[str], None] = lambda _: None,
    *,
    settled: bool = False,
) -> tuple[Kind, str]:
    """The kind of engine, and why it is not the fast one ("" where there is nothing to explain).

    `say` is told before something takes long. `settled`: the run was begun without the kernel, since it could not be
    had, and goes on so unless it is asked for by name.
    """
    holding, experiment = side.holding, side.holding.experiment
    own = own_kind(experiment)
    if own != "eager":
        return own, reason_against(experiment) if experiment.engine == "fused" and own == "turns" else ""
    if experiment.engine == "captured":
        reason = _reason_against_capture(side)
        return "eager" if reason else "captured", reason
    reason = reason_against_kernel(holding)
    if not reason and settled and experiment.engine == "auto":
        reason = SETTLED
    if not reason:
        reason = get_kernel(experiment.dtype, say)
    return "eager" if reason else "fused", reason


def own_kind(experiment: Experiment) -> Kind:
    """The engine that needs no kernel."""
    if len(players_of(experiment)) > 1:
        return "turns"
    return OWN.get(experiment.rule.kind, "eager")


def build(kind: Kind, side: OnDemand) -> Engine:
    """An engine of the kind that `choose` named. Each is loaded where it is used: most bring torch, one the kernel."""
    match kind:
        case "fused":
            from core.engines.fused.engine import FusedEngine

            return FusedEngine(side.holding)
        case "perceptron":
            load_torch()
            from core.engines.perceptron import PerceptronEngine

            return PerceptronEngine(side.torch)
        case "chance" | "hand":
            load_torch()
            from core.engines.without_gradient import ChanceEngine, StillEngine

            return (ChanceEngine if kind == "chance" else StillEngine)(side.torch)
        case "turns":
            load_optimizers()
            from core.engines.turns import TurnsEngine

            return TurnsEngine(side.torch)
        case "captured":
            load_optimizers()
            from core.engines.captured import CapturedEngine

            return CapturedEngine(side.torch)
        case "eager":
            load_optimizers()
            from core.engines.eager import EagerEngine

            return EagerEngine(side.torch)


def settles(reason: str) -> bool:
    """Whether a run that was given this reason goes on as it began."""
    return reason in (SETTLED, UNABLE)


def _reason_against_capture(side: OnDemand) -> str:
    """Why the updates are not captured as a graph, in one sentence; "" where they are."""
    from core.engines.captured import reason_against_capture

    reason = reason_against_capture(side.holding.experiment, side.torch.device)
    return reason or ("" if side.torch.part.whole else BESIDE)


def reason_against_kernel(holding: Holding) -> str:
    """Why the fused kernel does not train this experiment, in one sentence; "" where it does."""
    experiment = holding.experiment
    if experiment.engine == "eager":
        return "Eager PyTorch was asked for."
    if holding.device != CPU:
        return "The fused kernel runs on the CPU."
    batch = max(batch_size(experiment, len(holding.prepared.train)), FEWEST)
    if experiment.engine == "auto" and total(holding.blueprint.slots) * batch > LARGEST:
        return TOO_MUCH
    return reason_against(experiment)


def get_kernel(dtype: str, say: Callable[[str], None]) -> str:
    """See to it that the kernel of a precision is at hand; why it is not."""
    from core.engines.fused import programs

    if not programs.is_at_hand(dtype):
        say(MAKING)
    return "" if all(programs.function(name, dtype) for name in programs.NAMES) else UNABLE
