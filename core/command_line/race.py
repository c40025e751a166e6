"""Headless: `descent-lab run RACE.toml` prints where every racer got to."""

from __future__ import annotations

import argparse
import json
import math
import time
from typing import Any

from core.command_line import report
from core.documents.edits import replace_all
from core.messages import BadInput
from core.race import Race, Racer, RaceSeeds
from core.race.tracks import Track, tracks
from core.runs.seeds import derived_seed


def run(arguments: argparse.Namespace) -> int:
    """Race, report, and return the exit status: 0, or 3 where every racer has diverged."""
    race = chosen(arguments)
    start = time.perf_counter()
    found = results(race, tracks(race))
    found["seconds"] = time.perf_counter() - start
    print(json.dumps(report.plain(found)) if arguments.json else lines(found))
    return report.EXIT_STATUS[found["state"]]


def chosen(arguments: argparse.Namespace) -> Race:
    """The race of the file with everything that the command line replaces; `BadInput` where it is wrong."""
    race = Race.load(arguments.file)
    _refuse(arguments)
    edits: list[tuple[str, Any]] = []
    if arguments.seed is not None:
        edits += [(f"seeds.{name}", derived_seed(arguments.seed, name)) for name in RaceSeeds.model_fields]
    edits += arguments.set
    if arguments.updates:
        edits.append(("updates", arguments.updates))
    race = replace_all(race, tuple(edits), where=arguments.file) if edits else race
    if not race.racers:
        raise BadInput(arguments.file, "racers", "nobody takes part: name an optimizer in a table [[racers]]")
    return race


def _refuse(arguments: argparse.Namespace) -> None:
    """Options that mean something for a network only."""
    if arguments.epochs:
        raise BadInput("--epochs", "", "a race has no samples, so no epochs: give --updates N")
    if arguments.weights:
        raise BadInput("--weights", "", "a race has no network to save")
    if arguments.resume:
        raise BadInput("--resume", arguments.resume, "a race has no network to go on from")
    if arguments.history:
        raise BadInput("--history", "", "a race has no evaluations to write down")
    if arguments.device not in (None, "auto", "cpu"):
        raise BadInput(
            "--device", arguments.device, "a race is computed on the CPU: two numbers are too few for anything else"
        )


def results(race: Race, found: tuple[Track, ...]) -> dict[str, Any]:
    """Everything as plain values: the race, and a row for each racer in their order. `winner` has arrived first; None
    where nobody has, or several at once."""
    rows = [_row(track) for track in found]
    arrived = sorted((row["arrived"], place) for place, row in enumerate(rows) if row["arrived"] is not None)
    alone = len(arrived) == 1 or (len(arrived) > 1 and arrived[0][0] < arrived[1][0])
    all_diverged = bool(rows) and all(row["diverged"] is not None for row in rows)
    return {
        "state": "diverged" if all_diverged else "finished",
        "kind": "race",
        "terrain": race.terrain.kind,
        "equation": race.terrain.equation,
        "start": list(race.start),
        "updates": race.updates,
        "tolerance": race.tolerance,
        "noise": race.noise,
        "winner": rows[arrived[0][1]]["name"] if alone else None,
        "racers": [
            {key: None if isinstance(item, float) and not math.isfinite(item) else item for key, item in row.items()}
            for row in rows
        ],
    }


def _row(track: Track) -> dict[str, Any]:
    x, y = track.at(track.updates)
    return {
        "name": track.racer.name,
        **_moved_by(track.racer),
        "updates": track.updates,
        "x": x,
        "y": y,
        "value": float(track.values[-1]),
        "distance": float(track.distance[-1]),
        "length": float(track.steps.sum()),
        "arrived": track.arrived,
        "diverged": track.diverged,
        "fell": track.fell,
        "computed": track.exact,
    }


def _moved_by(racer: Racer) -> dict[str, Any]:
    optimizer = racer.optimizer
    return {"optimizer": None, "lr": None} if racer.searches else {"optimizer": optimizer.kind, "lr": optimizer.lr}


def lines(found: dict[str, Any]) -> str:
    """The same for a person."""
    at = ", ".join(f"{number:g}" for number in found["start"])
    head = f"{found['updates']:,} updates on {found['terrain']}, f(x, y) = {found['equation']}, from ({at}), in {found['seconds']:.2f} s"
    width = max((len(row["name"]) for row in found["racers"]), default=0)
    end = f"{found['winner']} arrives first." if found["winner"] else "Nobody arrives first alone."
    return "\n".join([head, *(f"  {row['name']:<{width}}  {_told(row)}" for row in found["racers"]), end])


def _told(row: dict[str, Any]) -> str:
    value = "not finite" if row["value"] is None else f"{row['value']:.6g}"
    distance = "" if row["distance"] is None else f"  distance {row['distance']:.4g}"
    return f"value {value}{distance}  at ({row['x']:.4g}, {row['y']:.4g})  {_end(row)}"


def _end(row: dict[str, Any]) -> str:
    if row["diverged"] == 0:
        return "f is no finite number at the start"
    if row["diverged"] is not None:
        return f"diverged at update {row['diverged']:,}"
    if row["fell"] is not None:
        return f"fell out of the picture by update {row['fell']:,}: there is no bottom"
    return f"arrived at update {row['arrived']:,}" if row["arrived"] is not None else "has not arrived"
