"""Which settings of an experiment a study may vary, each with the values that it begins with."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from core import registry
from core.documents.edits import get, replace
from core.documents.labels import label_of
from core.experiment import Experiment
from core.frozen import frozen
from core.messages import BadInput
from core.params import Model, Param, Range, params_of
from core.studies.axis import EACH, FEW

WITHOUT = ("seeds", "stop", "start", "goal", "device", "engine", "speed", "evaluate_every", "title", "description")
BATCHES = "1,3,10,30,100,all"
STEPS = 6  # values of a range of numbers with fractions
DECADES = "0,0.001,0.003,0.01,0.03,0.1,0.3"  # of what may be nothing, else lies apart by a factor
TASK = "task"  # what two tasks come to cannot be held against each other
SEVERAL = "{} (all layers)"
Found = tuple[str, Param, str]  # a path, what is declared there, whose it is


@frozen
class Setting:
    """`values` as they are typed after `--vary PATH=`."""

    path: str
    label: str
    values: str


def settings(experiment: Experiment) -> tuple[Setting, ...]:
    """All that its forms show, in their order; what several hidden layers have is one."""
    found = [*_within(experiment, ""), *_of_layers(experiment), *_of_penalties(experiment)]
    offered = [Setting(path, label, values) for path, label, values in map(_offered, found) if values]
    if experiment.layers:
        offered.append(Setting("layers.count", label_of(experiment, "layers.count"), "1..4"))
    return tuple({each.path: each for each in offered}.values())


def setting(experiment: Experiment, path: str) -> Setting:
    """The one at a path, of its kinds those that go with the rest; any path of `--set` is one, of which nobody knows
    what may be tried."""
    known = next((each for each in settings(experiment) if each.path == path), None)
    if known is None:
        return Setting(path, label_of(experiment, path), _around(experiment, path))
    if not path.endswith(".kind"):
        return known
    return dataclasses.replace(
        known, values=_listed(kind for kind in known.values.split(",") if _fits(experiment, path, kind))
    )


def _fits(experiment: Experiment, path: str, kind: str) -> bool:
    """Whether the experiment can be made with that kind, and has something to learn from."""
    try:
        other = replace(experiment, path, kind)
    except BadInput:
        return False
    return path != "data.kind" or (
        other.data.geometry == experiment.data.geometry and type(other.data).learns and not other.data.unnamed
    )


def _around(experiment: Experiment, path: str) -> str:
    """Of a number that is no form's a few values beside it."""
    try:
        value = get(experiment, path)
    except BadInput:
        return ""
    if isinstance(value, bool):
        return "false,true"
    return f"{value / 2:g},{value:g},{2 * value:g}" if isinstance(value, (int, float)) and value else ""


def _within(model: Model | Experiment, prefix: str, owner: str = "") -> Iterator[Found]:
    """The parameters of a part and of its parts."""
    declared = {param.name: param for param in params_of(type(model))}
    for name in type(model).model_fields:
        value, param = getattr(model, name), declared.get(name)
        if not prefix and name in WITHOUT:
            continue
        if param is not None and f"{prefix}{name}" != TASK:
            yield f"{prefix}{name}", param, owner
        if isinstance(value, Model):
            yield from _within(value, f"{prefix}{name}.", owner)


def _of_layers(experiment: Experiment) -> Iterator[Found]:
    """What hidden layers have, once."""
    for layer in experiment.layers:
        yield from _within(layer, "layers.*.", SEVERAL if len(experiment.layers) > 1 else "")


def _of_penalties(experiment: Experiment) -> Iterator[Found]:
    for penalty in experiment.penalties:
        yield from _within(penalty, f"penalties.{penalty.kind}.", f"{penalty.label}: {{}}")


def _offered(found: Found) -> tuple[str, str, str]:
    """Path, label, values; the values are "" of what no study goes over."""
    path, param, owner = found
    label = f"{param.label} {param.symbol}".strip()
    if param.type == "batch_size":
        return path, "Batch size", BATCHES
    name = f"{path}.kind" if param.type == "component" else path
    return name, owner.format(label) if owner else label, _values(param)


def _values(param: Param) -> str:
    """What to begin with, over the usual range."""
    match param.type:
        case "number" | "integer" if param.limits is not None:
            return _range(param.limits)
        case "flag":
            return "false,true"
        case "choice":
            return _listed(key for key, _ in param.options)
        case "component" if param.family:
            return _listed(cls.kind_name() for cls in registry.family(param.family).values())
        case _:
            return ""


def _range(limits: Range) -> str:
    low, high = limits.low, limits.high
    if limits.log and low <= 0:
        return DECADES
    if limits.log:
        return f"{low:g}..{high:g}:log" + ("" if limits.whole else f":{FEW}")
    if limits.whole:
        return f"{low:.0f}..{high:.0f}" + ("" if high - low < EACH else f":{FEW}")
    return f"{low:g}..{high:g}:{STEPS}"


def _listed(words: Iterable[object]) -> str:
    return ",".join(map(str, words))
