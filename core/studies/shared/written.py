"""A study as plain values, as it lies beside its runs in a shared storage."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping

from core.experiment import Experiment
from core.messages import BadInput
from core.studies.axis import Axis
from core.studies.plan import Planned
from core.studies.study import Study

VERSION = 1


def dumps(study: Study) -> str:
    """As JSON: the experiment as it stands in a file, all else beside it."""
    plain = {field.name: getattr(study, field.name) for field in dataclasses.fields(study)}
    axes = [dataclasses.asdict(axis) for axis in study.axes]
    return json.dumps(plain | {"version": VERSION, "base": study.base.dumps(), "axes": axes}, sort_keys=True)


def loads(text: str, where: str) -> Study:
    """What `dumps` has written; `BadInput` where it is none, or of a newer version."""
    try:
        plain = json.loads(text)
        if plain.pop("version") > VERSION:
            raise BadInput(where, "", "holds a study of a newer version of Descent Lab: update Descent Lab")
        base = Experiment.loads(plain.pop("base"), plain["where"])
        axes = tuple(Axis(**axis | {"values": tuple(axis["values"])}) for axis in plain.pop("axes"))
        return Study(base, axes, **plain | {"luck": tuple(plain["luck"])})
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise BadInput(where, "", f"holds a study that cannot be read: {error!r}") from error


def name_of(study: Study, kind: str) -> str:
    """A name that the same study has on every computer."""
    digest = hashlib.sha256(f"{kind} {dumps(dataclasses.replace(study, where=''))}".encode()).hexdigest()
    return f"{study.base.title or 'study'} {digest[:12]}"


def digest_of(planned: tuple[Planned, ...]) -> str:
    """What two computers agree in that make the same numbers of the same plan."""
    return hashlib.sha256(" ".join(each.key for each in planned).encode()).hexdigest()


def other_words(there: Mapping[str, str], here: Mapping[str, str]) -> str:
    """In what a computer differs from the one that began a study."""
    names = [name for name in {**there, **here} if there.get(name) != here.get(name)]
    told = ", ".join(f"{name} {there.get(name) or 'none'} there, {here.get(name) or 'none'} here" for name in names)
    reason = told or "other data, or another version of Descent Lab"
    return f"was begun otherwise ({reason}): numbers would part by roundings. Install the same on every computer"


def makings_of(planned: tuple[Planned, ...]) -> dict[str, str]:
    """By what the runs of a plan are made, in words by topic."""
    found: dict[str, str] = {}
    for making in dict.fromkeys(each.making for each in planned):
        found |= dict(making.versions) | {"engine": making.engine, "threads": str(making.threads)}
    return found
