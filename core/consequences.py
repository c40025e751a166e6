"""What a change of data or learning rule brings along: fields that only made sense with what was there before."""

from __future__ import annotations

from typing import Any, cast

from core import registry
from core.families import Dataset, Loss


def follow(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Mend the plain values of an experiment in place after an edit; `before` are those from before it.

    A loss, features, scaling, goal, stored weights and training share of the old data do not outlive it; a loss does not outlive its rule.
    """
    if _kind(before, "data") != _kind(after, "data") and _known("datasets", _kind(after, "data")):
        _new_data(before, after)
    if _kind(before, "rule") != _kind(after, "rule"):
        _new_rule(after)
    _fitting(after)


def _new_data(before: dict[str, Any], after: dict[str, Any]) -> None:
    old, new = (cast(type[Dataset], registry.find("datasets", _kind(values, "data"))) for values in (before, after))
    inputs = after.setdefault("inputs", {})
    if not (old.geometry == new.geometry == "plane"):
        inputs["features"] = []
    if old.scaling != new.scaling:
        inputs["scaling"] = new.scaling
    if old.model_fields["train_share"].default != new.model_fields["train_share"].default:
        after["data"].pop("train_share", None)
    for left_behind in ("goal", "start"):
        after.pop(left_behind, None)


def _new_rule(after: dict[str, Any]) -> None:
    after.pop("loss", None)
    after.setdefault("output", {})["activation"] = "auto"


def _fitting(after: dict[str, Any]) -> None:
    """Drop task and loss where the data ask for another task."""
    try:
        task = cast(Dataset, registry.parse("datasets", after["data"])).task
    except ValueError:
        return  # what is wrong with the data is said by the validation that follows
    if _kind(after, "task") in ("", task):
        return
    after.pop("task", None)
    after.setdefault("output", {})["activation"] = "auto"
    loss = _kind(after, "loss")
    if _known("losses", loss) and task not in cast(type[Loss], registry.find("losses", loss)).tasks:
        after.pop("loss", None)
    if task == "values" and _kind(after, "rule") == "perceptron":
        after["rule"] = {"kind": "gradient"}
        after.pop("loss", None)


def _kind(values: dict[str, Any], key: str) -> str:
    part = values.get(key)
    return part if isinstance(part, str) else part.get("kind", "") if isinstance(part, dict) else ""


def _known(family: str, kind: str) -> bool:
    return kind in registry.family(family)
