"""Ready studies: questions that a course asks of every network, each one click away."""

from __future__ import annotations

from collections.abc import Callable

from core.experiment import Experiment
from core.frozen import frozen
from core.params import param_of
from core.runs.seeds import ALL, START
from core.studies.figures import EFFORT, LOSS, SCORE
from core.studies.settings import BATCHES, DEPTHS

RATE, SAMPLES, SIZE, NOISE, PENALTY, BATCH = (
    "Learning rate",
    "Samples",
    "Width × depth",
    "Noise",
    "Regularization",
    "Batch size",
)
RATES = "0.001..10:log:9"
SHARES = "0.1..0.9:9"
NOISES = "0..0.5:6"
SIZES = "1,2,4,8"
LAMBDAS = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3)


@frozen
class Ready:
    """What is varied, as it is typed after `--vary`; which seeds differ; which `figures` it is about: a word of
    `core.studies.figures`. `refusal` says why there is no such study of this experiment, "" where there is."""

    name: str
    vary: tuple[str, ...] = ()
    figures: str = LOSS
    luck: tuple[str, ...] = START
    refusal: str = ""


def ready(experiment: Experiment) -> tuple[Ready, ...]:
    """All of them, in the order of a course."""
    return tuple(make(experiment) for make in _MAKERS)


def _rate(experiment: Experiment) -> Ready:
    return Ready(RATE, (f"{experiment.rule.lr_path}={RATES}",))


def _samples(experiment: Experiment) -> Ready:
    """Of data that are measured, the share that training sees."""
    limits = _limits(experiment, "samples")
    if limits is None:
        return Ready(SAMPLES, (f"data.train_share={SHARES}",), SCORE, ALL)
    low, high = limits
    return Ready(SAMPLES, (f"data.samples={low:.0f}..{high:.0f}:log:7",), SCORE, ALL)


def _size(experiment: Experiment) -> Ready:
    plain = experiment.layers and all(param_of(type(layer), "units") is not None for layer in experiment.layers)
    if not plain:
        return Ready(SIZE, refusal="Needs hidden layers that all have units.")
    return Ready(SIZE, (f"layers.count={DEPTHS}", f"layers.*.units={SIZES}"))


def _noise(experiment: Experiment) -> Ready:
    limits = _limits(experiment, "noise")
    if limits is None:
        return Ready(NOISE, refusal="These data are as they were measured: no noise is added.")
    return Ready(NOISE, (f"data.noise={limits[0]:g}..{limits[1]:g}:6",), SCORE)


def _penalty(experiment: Experiment) -> Ready:
    if any(penalty.kind == "l2" for penalty in experiment.penalties):
        return Ready(PENALTY, (f"penalties.l2.rate={','.join(f'{rate:g}' for rate in LAMBDAS)}",))
    lists = ",".join(f'[{{kind="l2",rate={rate:g}}}]' if rate else "[]" for rate in LAMBDAS)
    return Ready(PENALTY, (f"penalties={lists}",))


def _batch(experiment: Experiment) -> Ready:
    if not experiment.rule.descends:
        return Ready(BATCH, refusal=f"{experiment.rule.label} takes one sample at a time.")
    return Ready(BATCH, (f"batch_size={BATCHES}",), EFFORT)


def _limits(experiment: Experiment, name: str) -> tuple[float, float] | None:
    """The usual range of a setting of the data; None where they have none."""
    param = param_of(type(experiment.data), name)
    return (param.limits.low, param.limits.high) if param is not None and param.limits is not None else None


_MAKERS: tuple[Callable[[Experiment], Ready], ...] = (_rate, _samples, _size, _noise, _penalty, _batch)
