"""What a headless run has to say at its end: one JSON object, or a few lines."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.training.session import Session

KEYS = (
    "state", "updates", "epochs", "samples", "seconds", "warm_up_seconds", "updates_per_second",
    "engine", "device", "parameters", "train", "validation", "test",
)  # fmt: skip
PARTS = ("train", "validation", "test")
EXIT_STATUS = {"finished": 0, "failed": 1, "bad input": 2, "out of memory": 2, "diverged": 3, "interrupted": 130}


@dataclasses.dataclass
class Clock:
    """Seconds spent on loading and building, and on learning."""

    warm_up: float = 0.0
    learning: float = 0.0


def nothing(state: str) -> dict[str, Any]:
    """The object of a run that never came to be."""
    return dict.fromkeys(KEYS) | {"state": state}


def of(session: Session, state: str, clock: Clock) -> dict[str, Any]:
    """The object of a run: None for parts that do not exist and for numbers that are not finite."""
    figures = session.evaluate()
    counts = {"updates": session.updates, "epochs": session.epochs, "samples": session.samples}
    times = {
        "seconds": clock.learning,
        "warm_up_seconds": clock.warm_up,
        "updates_per_second": session.updates / clock.learning if session.updates and clock.learning else None,
    }
    what = {
        "engine": session.learner.engine.name,
        "device": str(session.learner.device),
        "parameters": sum(placed.parameters for placed in session.learner.blueprint.layers),
    }
    return plain(
        {"state": state}
        | counts
        | times
        | what
        | {part: _part(session, figures, part) for part in PARTS}
        | _whole(figures)
    )


def _whole(figures: dict[str, float]) -> dict[str, dict[str, float]]:
    """Figures of no part, by group: "coverage.sectors" as {"coverage": {"sectors": …}}."""
    found: dict[str, dict[str, float]] = {}
    for name, number in figures.items():
        group, dot, rest = name.partition(".")
        if dot and group not in PARTS:
            found.setdefault(group, {})[rest] = number
    return found


def _part(session: Session, figures: dict[str, float], part: str) -> dict[str, Any] | None:
    if not len(session.prepared.part(part)):
        return None
    found = {"loss": figures[f"{part}.loss"]}
    if part == "train":
        found["penalty"] = figures["penalty"]
    for source in (figures, session.baselines):
        found |= {
            name.removeprefix(f"{part}."): number for name, number in source.items() if name.startswith(f"{part}.")
        }
    return found | {"samples": len(session.prepared.part(part))}


def plain(value: Any) -> Any:
    """The value with None in the place of every number that is not finite, as JSON has none for those."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value


def lines(report: dict[str, Any]) -> str:
    """The same for a person."""
    rate = f": {report['updates_per_second']:,.0f} updates a second" if report["updates_per_second"] else ""
    head = (
        f"{report['state']} after {report['updates']:,} updates, {report['epochs']:,.4g} epochs, {report['samples']:,} samples "
        f"in {report['seconds']:.2f} s{rate} ({report['engine']} on {report['device']}, {report['parameters']:,} parameters)"
    )
    groups = [name for name, value in report.items() if isinstance(value, dict)]
    return "\n".join([head, *(_part_line(group, report[group]) for group in groups if report[group])])


def _part_line(part: str, figures: dict[str, Any]) -> str:
    shown = [
        f"{name.replace('_', ' ')} {'not finite' if number is None else f'{number:.4g}'}"
        for name, number in figures.items()
    ]
    return f"  {part:<11}" + "  ".join(shown)
