"""Which settings of an experiment a study may vary, each with the values that it begins with."""

from __future__ import annotations

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
VARIED = ("number", "integer", "flag", "choice", "component", "batch_size")  # types of what is varied
BATCHES, DEPTHS = "1,3,10,30,100,all", "1..4"
STEPS = 6  # values of a range of numbers with fractions
DECADES = "0,0.001,0.003,0.01,0.03,0.1,0.3"  # of what may be nothing, else lies apart by a factor
TASK = "task"  # what two tasks come to cannot be held against each other
SEVERAL = "{} (all layers)"
Found = tuple[str, Param, str]  # a path, what is declared there, whose it is


@frozen
class Setting:
    """What is declared at a `path` of `--vary`, or at that of a kind; `param` is None of how many layers there are."""

    path: str
    label: str
    param: Param | None = None


def settings(experiment: Experiment) -> tuple[Setting, ...]:
    """All that its forms show, in their order; what several hidden layers have is one."""
    found = [*_within(experiment, ""), *_of_layers(experiment), *_of_penalties(experiment)]
    offered = [_offered(*each) for each in found if each[1].type in VARIED]
    if experiment.layers:
        offered.append(Setting("layers.count", label_of(experiment, "layers.count")))
    return tuple({each.path: each for each in offered}.values())


def to_try(experiment: Experiment, path: str) -> str:
    """The values that a study of a setting begins with, as they are typed after `--vary PATH=`: of kinds those that go
    with the rest. Any path of `--set` is a setting, of which nobody may know what can be tried: "" then."""
    known = next((each for each in settings(experiment) if each.path == path), None)
    if known is None:
        return _around(experiment, path)
    if known.param is None:
        return DEPTHS
    if known.param.type == "component":
        kinds = [cls.kind_name() for cls in registry.family(known.param.family).values()]
        return _listed(kind for kind in kinds if _fits(experiment, path, kind))
    return _values(known.param)


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


def _offered(path: str, param: Param, owner: str) -> Setting:
    label = f"{param.label} {param.symbol}".strip() or "Batch size"
    name = f"{path}.kind" if param.type == "component" else path
    return Setting(name, owner.format(label) if owner else label, param)


def _values(param: Param) -> str:
    """What to begin with, over the usual range."""
    match param.type:
        case "batch_size":
            return BATCHES
        case "flag":
            return "false,true"
        case "choice":
            return _listed(key for key, _ in param.options)
        case _:
            return _range(param.limits) if param.limits is not None else ""


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
