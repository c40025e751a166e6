"""What a run is called where nobody has named it: in words of what it differs in from the run that it came from."""

from __future__ import annotations

from typing import Any, Literal

from core.documents.labels import declared, label_of
from core.experiment import Experiment
from core.history.metrics import TOPIC, told_apart
from core.params import Component
from core.runs.run import Run
from core.runs.seeds import START

Form = Literal["change", "value", "statement"]
BETWEEN = {"change": " {} → ", "value": " ", "statement": " is "}
MOST = 2  # differences that a name tells
OTHER_START, OTHER_SAMPLES, SET = "other start", "other samples", "weights set by hand"


def name_of(run: Run, parent: Run | None) -> str:
    """What a person called it, else what it differs in: "η 0.03 → 0.3 from update 480"."""
    return run.label.name or words_of(run, parent)


def words_of(run: Run, parent: Run | None) -> str:
    """What a run differs in from its parent; what it learns where it has none, or where that one is no more."""
    if parent is None:
        return (run.experiment.title or run.experiment.data.label) + _since(run)
    if not run.branch:
        return differing(parent.experiment, run.experiment) or "the same once more"
    before, after = parent.settings(run.branch), run.settings(run.branch)
    by_hand = any(event.kind in ("put", "weights") for event in _own(run, parent))
    parts = filter(None, [SET if by_hand else "", differing(before, after)])
    return f"{', '.join(parts) or 'once more'}{_since(run)}"


def new_values(before: Experiment, after: Experiment) -> str:
    """The settings that differ, as they are after: "η 0.3, batch size 5"; "" where there are none."""
    return differing(before, after, form="value")


def statements(before: Experiment, after: Experiment) -> str:
    """The same, said of them: "η is 0.3, batch size is 5"."""
    return differing(before, after, form="statement")


def differing(before: Experiment, after: Experiment, *, form: Form = "change") -> str:
    """The settings of which a curve tells, as they were and as they are: "η 0.03 → 0.3, batch size 10 → 5 and 1 more";
    "" where there are none. The `form` may be another."""
    found = told_apart(before, after)
    topic = TOPIC & found.keys()
    if topic:  # what other data and another task bring along says nothing more
        found = {path: found[path] for path in sorted(topic)}
    seeds = {path for path in found if path.startswith("seeds.")}
    parts = _parts(after, {path: values for path, values in found.items() if path not in seeds}, form=form)
    if {f"seeds.{name}" for name in START} & seeds:
        parts.append(OTHER_START)
    if "seeds.data" in seeds:
        parts.append(OTHER_SAMPLES)
    more = f" and {len(parts) - MOST} more" if len(parts) > MOST else ""
    return ", ".join(parts[:MOST]) + more


def _parts(document: Experiment, found: dict[str, tuple[Any, Any]], *, form: Form) -> list[str]:
    """Each difference in words; the same one of several layers once."""
    places: dict[str, list[str]] = {}
    for path, (old, new) in found.items():
        places.setdefault(_change(document, path, old, new, form=form), []).append(_layer(document, path))
    return [f"{layers[0]}{words}" if len(layers) == 1 else words for words, layers in places.items()]


def _change(document: Experiment, path: str, old: Any, new: Any, *, form: Form) -> str:
    """One difference: "η 0.03 → 0.3", "SGD → Adam", "other weight penalty"; or "η 0.3", "Adam"; or "η is 0.3"."""
    param, label = declared(document, path), label_of(document, path)
    short = param.symbol if param is not None and param.symbol else f"{label[:1].lower()}{label[1:]}"
    if isinstance(old, Component) and isinstance(new, Component):
        return {"change": f"{old.label} → {new.label}", "value": new.label, "statement": f"{short} is {new.label}"}[
            form
        ]
    options = dict(param.options) if param is not None else {}
    one, other = (_value(value, options) for value in (old, new))
    if path == "layers" and len(list(old)) != len(list(new)):
        return f"{f'{len(list(old))} → ' if form == 'change' else ''}{len(list(new))} hidden layers"
    if one is None or other is None:
        return f"{'other' if new else 'no'} {short}" if old else f"with {short}"
    return f"{short}{BETWEEN[form].format(one)}{other}"


def _value(value: Any, options: dict[Any, str]) -> str | None:
    """A value as it is written; None where it is too long for that."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, str):
        return options.get(value, value)
    return f"{value:g}" if isinstance(value, int | float) else None


def _layer(document: Experiment, path: str) -> str:
    """Which hidden layer a path is about, by its number."""
    parts = path.split(".")
    if parts[0] != "layers" or len(parts) < 3:
        return ""
    number = next((place for place, layer in enumerate(document.layers, start=1) if layer.name == parts[1]), 0)
    return f"hidden layer {number}: " if number and len(document.layers) > 1 else ""


def _since(run: Run) -> str:
    return f" from update {run.branch:,}" if run.branch else ""


def _own(run: Run, parent: Run) -> tuple[Any, ...]:
    """What happened to a branch where it began, and not to its parent."""
    known = parent.at(run.branch)
    return tuple(event for event in run.at(run.branch) if event not in known)
