"""What a change of data, learning rule or shape brings along: fields that only made sense with what was there
before."""

from __future__ import annotations

import itertools
import pathlib
from typing import Any

from core import registry
from core.documents.toml_file import Values
from core.documents.written import is_list, is_table, kind_of
from core.families import Activation, Dataset, Layer, Loss, Misfit, Task
from core.families.loss import FITTING_LOSS


def follow(before: Values, after: Values) -> None:
    """Mend the plain values of an experiment in place after an edit; `before` are those from before it.

    Features, scaling, goal, what is told of it and training share of the old data do not outlive it; a task that draws
    or makes samples outlives only other data of the same geometry; a loss does not outlive its rule or its task; stored
    weights do not outlive the shape that they were made for.
    """
    if isinstance(data := after.get("data"), str):
        after["data"] = {"kind": data}
    if _is_whole(after):
        _follow(before, after)


def _follow(before: Values, after: Values) -> None:
    tasks = _tasks(after)
    if tasks and (_kind(after, "task") not in tasks or _strays(before, after) or _was_usual(before, after, tasks[0])):
        _new_task(after, tasks[0])
    if _source(before) != _source(after) and _known("datasets", _kind(after, "data")):
        _new_data(before, after)
    elif _unit(before) != _unit(after):  # the values of a goal are of another size
        after.pop("goal", None)
    if _kind(before, "rule") != _kind(after, "rule"):
        _new_rule(before, after)
    if _aim(before) != _aim(after):
        _new_aim(before, after)
    if _kind(before, "task") != _kind(after, "task"):
        for word in ("goal", "what_to_try"):  # they speak of the old one
            after.pop(word, None)
    if _shape(before) != _shape(after):
        after.pop("start", None)
    _keep_goal(before, after)


def _is_whole(values: Values) -> bool:
    """Whether tables are tables and lists are lists; what is neither, the validation that follows refuses."""
    tables = all(is_table(values.get(key, {})) for key in ("data", "inputs", "output"))
    return tables and is_list(values.get("layers", ())) and is_list(values.get("inputs", {}).get("features", ()))


def _strays(before: Values, after: Values) -> bool:
    """Whether a task that answers with samples, or makes some, would go on with data of another
    geometry: points have become pictures."""
    if not _makes(_kind(after, "task")) or _kind(before, "task") != _kind(after, "task"):
        return False
    old, new = (registry.known(Dataset, _kind(values, "data")) for values in (before, after))
    return old is not None and new is not None and old.geometry != new.geometry


def _was_usual(before: Values, after: Values, usual: str) -> bool:
    """Whether the task was the one that the old data have by themselves, and the new data have another `usual` one:
    several answers where there was one target. One that makes samples goes on: what is drawn for it is real."""
    had, task = _tasks(before)[:1], _kind(after, "task")
    return had == (task,) == (_kind(before, "task"),) and task != usual and not _makes(task)


def _new_task(after: Values, task: str) -> None:
    """Another task; of an autoencoder only the layers stay that do not build a picture up again, and an output layer
    answers once more."""
    if _makes(_kind(after, "task")) and not _makes(task):
        output = after.setdefault("output", {})
        if output.get("layer") == "none":
            layers: list[Values] = after.get("layers", [])
            after["layers"] = list(itertools.takewhile(_answers, layers))
        output |= {"layer": "dense", "activation": "auto"}
        after.pop("loss", None)
    after["task"] = task


def _answers(layer: Values) -> bool:
    """Whether a task that answers has a use for the layer: it does not build a picture up."""
    cls = registry.known(Layer, kind_of(layer))
    return cls is None or not cls.builds_up


def _new_data(before: Values, after: Values) -> None:
    old, new = (registry.kind_of(Dataset, _kind(values, "data")) for values in (before, after))
    inputs = after.setdefault("inputs", {})
    if not (old.geometry == new.geometry == "plane"):
        inputs["features"] = []
    after.get("output", {}).pop("targets", None)  # other values, another scale
    if old.scaling != new.scaling:
        inputs["scaling"] = new.scaling
    if old.model_fields["train_share"].default != new.model_fields["train_share"].default and before["data"].get(
        "train_share"
    ) == after["data"].get("train_share"):
        after["data"].pop("train_share", None)
    if not new.sealable:
        after["data"].pop("sealed_share", None)
    if any(_task(kind).imitates for kind in _tasks(after)[:1]):
        inputs["features"] = []  # what is made has the data's own columns
    after.pop("goal", None)
    after.pop("what_to_try", None)
    told = after.pop("description", "") or before.get("title") == _name(before["data"], old)
    if told and before.get("title") == after.get("title"):
        after["title"] = _name(after["data"], new)
    after["layers"] = _fitting(after)


def _name(data: Values, kind: type[Dataset]) -> str:
    """What an experiment on the data is called, until a person says otherwise: after their file, where they have
    one."""
    return pathlib.PurePath(str(data.get("path") or "")).stem or kind.label


def _fitting(after: Values) -> list[Any]:
    """The layers that take what the new data give: a convolution does not outlive its pictures."""
    try:
        data, task = (
            registry.read(Dataset, after["data"]),
            registry.known(Task, _kind(after, "task")),
        )
        shape = data.sample_shape or (2,)
        shape = registry.read(Task, task.kind_name()).input_shape(shape) if task else shape
    except (ValueError, KeyError):
        return after.get("layers", [])
    kept: list[Any] = []
    for layer in after.get("layers", []):
        try:
            shape = registry.read(Layer, layer).shape(shape)
            kept.append(layer)
        except Misfit:
            continue
        except ValueError:  # said by the validation that follows
            kept.append(layer)
    return kept


def _keep_goal(before: Values, after: Values) -> None:
    """A goal for a loss remembers for which: 0.24 of another loss is another achievement."""
    goal, kind = after.get("goal"), _kind(before, "loss")
    if (
        kind
        and kind != _kind(after, "loss")
        and is_table(goal)
        and not goal.get("loss")
        and str(goal.get("metric", "")).endswith(".loss")
    ):
        after["goal"] = goal | {"loss": kind}


def _makes(kind: str) -> bool:
    """Whether samples come out of a task of this kind, or are made by one of its players."""
    return _known("tasks", kind) and _task(kind).makes_samples


def _task(kind: str) -> type[Task]:
    return registry.kind_of(Task, kind)


def _new_rule(before: Values, after: Values) -> None:
    """To the perceptron's rule, which has its own loss and output, and back from it."""
    if "perceptron" not in (_kind(before, "rule"), _kind(after, "rule")):
        return
    after.pop("loss", None)
    after.setdefault("output", {})["activation"] = "auto"


def _new_aim(before: Values, after: Values) -> None:
    """Classes have become values, or values classes: the loss that a task has by itself is that of the new one."""
    task, had = _aim(after), registry.known(Task, _kind(before, "task"))
    after.setdefault("output", {})["activation"] = "auto"
    loss = _kind(after, "loss")
    usual = FITTING_LOSS.get(had.kind_of_loss() if had else "")
    if loss == usual or (_known("losses", loss) and task not in registry.kind_of(Loss, loss).tasks):
        after.pop("loss", None)
    if task in ("values", "answers") and _kind(after, "rule") == "perceptron":
        after["rule"] = {"kind": "gradient"}
        after.pop("loss", None)


def _tasks(values: Values) -> tuple[str, ...]:
    """The tasks that the data allow; none where they are wrong, which is said by the validation that follows."""
    try:
        return registry.read(Dataset, values["data"]).tasks
    except (ValueError, KeyError):
        return ()


def _aim(values: Values) -> str:
    """Whether the outputs say classes or values; "" where the task is not known."""
    cls = registry.known(Task, _kind(values, "task"))
    return cls.kind_of_loss() if cls else ""


def _source(values: Values) -> tuple[Any, ...]:
    """What has to stay the same for the data to have the same columns."""
    data = values.get("data")
    more = tuple(str(data.get(key)) for key in ("path", "mode", "columns", "predicts")) if is_table(data) else ()
    return (_kind(values, "data"), *more)


def _unit(values: Values) -> tuple[float, str]:
    """What a difference of 1 in the data's values is; nothing where they are wrong, which is said by the validation
    that follows."""
    try:
        return registry.read(Dataset, values["data"]).measured
    except (ValueError, KeyError):
        return 0.0, ""


def _shape(values: Values) -> tuple[Any, ...]:
    """What the shapes of the parameters follow from."""
    layers = tuple((_shaping(layer), _pieces(layer)) for layer in values.get("layers", ()) if is_table(layer))
    output = values.get("output", {})
    data = values.get("data")
    classes = data.get("classes") if is_table(data) else None
    return (
        _source(values),
        classes,
        layers,
        tuple(values.get("inputs", {}).get("features", ())),
        output.get("units"),
        output.get("bias"),
        output.get("layer"),
        _kind(values, "rule"),
        _kind(values, "task"),
    )


def _shaping(layer: Values) -> Values:
    """The fields that the names and the shapes of a layer's parameters follow from."""
    kind = kind_of(layer) or "dense"
    shapeless = (registry.known(Layer, kind) or Layer).shapeless
    return {key: value for key, value in layer.items() if key not in shapeless} | {"kind": kind}


def _pieces(layer: Values) -> tuple[Any, ...]:
    """What a layer's activation has to say in them: the sums of a unit, and what it learns itself."""
    try:
        activation = registry.read(Activation, layer.get("activation"))
    except ValueError:  # there is none, or it is wrong, which is said by the validation that follows
        return ()
    return (activation.pieces, *activation.parameters(1)) if activation.shaping else ()


def _kind(values: Values, key: str) -> str:
    return kind_of(values.get(key))


def _known(family: str, kind: str) -> bool:
    try:
        return bool(kind) and bool(registry.find(family, kind))
    except ValueError:
        return False
