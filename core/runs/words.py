"""What a run is called where nobody has named it: in words of what it differs in from the run that it came from."""

from __future__ import annotations

from typing import Any

from core.documents.edits import differences
from core.experiment import Experiment
from core.experiment.change_words import Form, parts_of
from core.history.metrics import TOPIC, told_apart
from core.runs.run import Run, changed_by, shared
from core.runs.seeds import START

MOST = 2  # differences that a name tells
FIRST = 3  # changes on the way that are told
HANDS = ("put", "weights")  # events by which weights were set
OTHER_START, OTHER_SAMPLES, SET = "other start", "other samples", "weights set by hand"


def name_of(run: Run, parent: Run | None) -> str:
    """What a person called it, else what it differs in: "η 0.03 → 0.3 from update 480"."""
    return run.label.name or words_of(run, parent)


def words_of(run: Run, parent: Run | None) -> str:
    """What a run differs in from its parent; what it learns where it has none, or where that one is no more."""
    if parent is None:
        return (run.experiment.title or run.experiment.subject or run.experiment.data.label) + _since(run)
    if not run.branch:
        return differing(parent.experiment, run.experiment) or "the same once more"
    before, after = parent.settings(run.branch), run.settings(run.branch)
    by_hand = any(event.kind in HANDS for event in _own(run, parent))
    parts = filter(None, [SET if by_hand else "", differing(before, after)])
    return f"{', '.join(parts) or f'{parent.letter} once more'.strip()}{_since(run)}"


def new_values(before: Experiment, after: Experiment) -> str:
    """The settings that differ, as they are after: "η 0.3, batch size 5"; "" where there are none."""
    return differing(before, after, form="value")


def statements(before: Experiment, after: Experiment) -> str:
    """The same, said of them: "η is 0.3, batch size is 5"; where no curve is told apart by it, what else was set."""
    told = differing(before, after, form="statement")
    return told or ", ".join(parts_of(after, differences(before, after), form="statement")[:MOST])


def differing(before: Experiment, after: Experiment, *, form: Form = "change") -> str:
    """The settings of which a curve tells, as they were and as they are: "η 0.03 → 0.3, batch size 10 → 5 and 1 more";
    "" where there are none. The `form` may be another."""
    found = told_apart(before, after)
    topic = TOPIC & found.keys()
    if topic:  # what other data and another task bring along says nothing more
        found = {path: found[path] for path in sorted(topic)}
    seeds = {path for path in found if path.startswith("seeds.")}
    parts = parts_of(after, {path: values for path, values in found.items() if path not in seeds}, form=form)
    if {f"seeds.{name}" for name in START} & seeds:
        parts.append(OTHER_START)
    if "seeds.data" in seeds:
        parts.append(OTHER_SAMPLES)
    more = f" and {len(parts) - MOST} more" if len(parts) > MOST else ""
    return ", ".join(parts[:MOST]) + more


def on_the_way(run: Run, other: Run) -> str:
    """What hands have changed on the way of a run and not on that of the other: "η 0.03 → 0.1 at update 459, weights
    set by hand at update 663"; "" where they did nothing of their own."""
    common, settings, parts = shared(run, other), run.experiment, list[str]()
    for number, event in enumerate(run.events):
        before, settings = settings, changed_by(settings, [event])
        words = SET if event.kind in HANDS else differing(before, settings)
        if words and number >= common:
            parts.append(f"{words} at update {event.update:,}")
    parts = list(dict.fromkeys(parts))  # of a drag one is told
    more = f" and {len(parts) - FIRST} more" if len(parts) > FIRST else ""
    return ", ".join(parts[:FIRST]) + more


def _since(run: Run) -> str:
    return f" from update {run.branch:,}" if run.branch else ""


def _own(run: Run, parent: Run) -> tuple[Any, ...]:
    """What happened to a branch where it began, and not to its parent."""
    known = parent.at(run.branch)
    return tuple(event for event in run.at(run.branch) if event not in known)
