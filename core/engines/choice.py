"""Which engine trains an experiment: the experiment decides, never the clock.

The one thing that depends on the machine is a kernel that has not been compiled yet. Who can wait, waits; in the window
a run that begins without it goes on without it to its end, and a snapshot remembers which engine made it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from core.data.batches import batch_size
from core.engines.captured import CapturedEngine, reason_against_capture
from core.engines.eager import EagerEngine
from core.engines.fused.coverage import LATER, UNABLE, reason_against
from core.engines.perceptron import PerceptronEngine
from core.engines.state import Engine, TrainState
from core.engines.turns import TurnsEngine
from core.experiment import Experiment
from core.networks.blueprint import players_of

LARGEST = (
    2_000_000  # parameters times batch: beyond, PyTorch's matrix products on both cores are faster than the kernel
)
FEWEST = 8  # samples that the kernel works on at least
COMPILING = "Compiling the kernel, once: this takes some ten seconds and is kept on the disk."
SETTLED = "This run was begun with eager PyTorch and goes on with it until the next start."
BESIDE = "The training part is too large to lie on the GPU as a whole, and a graph cannot fetch batches."


Kind = Literal["perceptron", "turns", "eager", "fused", "captured"]


def choose(
    train_state: TrainState,
    say: Callable[[str], None] = lambda _: None,
    *,
    patient: bool = False,
    settled: bool = False,
) -> tuple[Kind, str]:
    """The kind of engine, and why it is not the fast one ("" where there is nothing to explain).

    `say` is told before something takes long: the kernel is waited for where somebody is `patient` or asked for it by
    name. `settled`: the run was begun without the kernel, since it was not there, and goes on so unless it is asked for
    by name.
    """
    experiment = train_state.experiment
    own = own_kind(experiment)
    if own != "eager":
        return own, reason_against(experiment) if experiment.engine == "fused" and own == "turns" else ""
    if experiment.engine == "captured":
        reason = reason_against_capture(experiment, train_state.device) or ("" if train_state.part.whole else BESIDE)
        return "eager" if reason else "captured", reason
    reason = _reason_against_kernel(train_state)
    if not reason and settled and experiment.engine == "auto":
        reason = SETTLED
    if not reason:
        reason = _get_kernel(experiment.dtype, say, wait=patient or experiment.engine == "fused")
    return "eager" if reason else "fused", reason


def own_kind(experiment: Experiment) -> Kind:
    """The engine that needs no kernel."""
    if len(players_of(experiment)) > 1:
        return "turns"
    return "perceptron" if experiment.rule.kind == "perceptron" else "eager"


def build(kind: Kind, train_state: TrainState) -> Engine:
    """An engine of the kind that `choose` named."""
    if kind == "perceptron":
        return PerceptronEngine(train_state)
    if kind == "turns":
        return TurnsEngine(train_state)
    if kind == "eager":
        return EagerEngine(train_state)
    if kind == "captured":
        return CapturedEngine(train_state)
    from core.engines.fused.engine import FusedEngine  # loads the kernel: only where it is used

    return FusedEngine(train_state)


def settles(reason: str) -> bool:
    """Whether a run that was given this reason goes on as it began."""
    return reason in (LATER, SETTLED, UNABLE)


def _reason_against_kernel(train_state: TrainState) -> str:
    """Why the fused kernel does not train this experiment, in one sentence; "" where it does."""
    experiment = train_state.experiment
    if experiment.engine == "eager":
        return "Eager PyTorch was asked for."
    if train_state.device.type != "cpu":
        return "The fused kernel runs on the CPU."
    batch = max(batch_size(experiment, train_state.part.samples), FEWEST)
    if experiment.engine == "auto" and len(train_state.network.flat) * batch > LARGEST:
        return "With this many parameters and samples in a batch PyTorch's own operations are faster than the fused kernel."
    return reason_against(experiment)


def _get_kernel(dtype: str, say: Callable[[str], None], *, wait: bool) -> str:
    """See to it that the kernel of a precision is at hand; why it is not."""
    from core.engines.fused import programs

    absent = [name for name in programs.NAMES if programs.function(name, dtype) is None]
    if absent and not wait:
        return programs.compile_in_background(dtype) or LATER
    if absent:
        say(COMPILING)
    return next((reason for name in absent if (reason := programs.wait_for(name, dtype))), "")
