"""Comparison: a base experiment and up to three twins that differ from it in a few settings; TOML in and out."""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Sequence
from typing import Any, Literal, Self

from pydantic import ValidationError, model_validator

from core.comparison.twin import LONGEST, Edits, Twin, has
from core.documents.document import Document
from core.documents.edits import get, replace_all
from core.documents.toml_file import Values
from core.experiment import Experiment
from core.messages import BadInput, Mend, Refusal
from core.params import choice, hidden, text

LETTERS = "ABCD"
Pace = Literal["updates", "samples", "seconds"]
_SIZES = ("kind", "samples", "train_share", "path", "points", "missing", "steps")  # of data: how many learn follows


class Comparison(Document):
    """One to four runs that share their luck. Lane 0 is the base, each twin the next one; a lone experiment is a
    comparison without twins."""

    kind: Literal["comparison"] = "comparison"
    name: str = text("", label="Name", max_length=LONGEST, help="What the base is called; none named: A.")
    pace: Literal["auto"] | Pace = choice(
        "auto", {"auto": "automatic", "updates": "by updates", "samples": "by samples seen", "seconds": "by seconds of learning"},
        label="In step", help="What is the same for all runs at any time. Automatic: the samples they have seen where their batches or their training parts differ in size, else their updates.",
    )  # fmt: skip
    base: Experiment = hidden(Experiment(), help="The run that the others differ from.")
    twins: tuple[Twin, ...] = hidden((), help="The runs beside the base.")

    @model_validator(mode="after")
    def _check(self) -> Comparison:
        if len(self.twins) >= len(LETTERS):
            raise Refusal(
                "twins",
                f"there are {len(self.twins)}; at most {len(LETTERS) - 1} stand beside the base",
                Mend("Keep the first three", (("twins", self.twins[: len(LETTERS) - 1]),)),
            )
        names = self.names
        for lane, name in enumerate(names):
            if name in names[:lane]:
                raise Refusal(_name_path(lane), f"two runs are called {name}")
        self.experiments()  # an edit that cannot be made is refused
        return self

    # What it compares

    @property
    def names(self) -> tuple[str, ...]:
        """What the lanes are called: as the file says, else by their letters."""
        own = (self.name, *(twin.name for twin in self.twins))
        return tuple(name.strip() or letter for name, letter in zip(own, LETTERS, strict=False))

    def experiments(self) -> tuple[Experiment, ...]:
        """One for each lane, the base first."""
        return (self.base, *(_beside(self.base, twin, place) for place, twin in enumerate(self.twins, start=1)))

    def parted(self) -> tuple[str, ...]:
        """The paths of settings that are not one for all lanes; all others are linked."""
        return tuple(dict.fromkeys(path for twin in self.twins for path in twin.parted))

    @property
    def in_step(self) -> Pace:
        """What is the same for all lanes at any time."""
        if self.pace != "auto":
            return self.pace
        return "samples" if len({_sizes(lane) for lane in self.experiments()}) > 1 else "updates"

    # Changes, each a new comparison

    def with_value(self, path: str, value: Any, lanes: Iterable[int] | None = None) -> Comparison:
        """With one setting replaced in all lanes that have it, or in those that are named: there it is parted from then
        on. `BadInput` where it does not fit."""
        return self.with_values(((path, value),), lanes)

    def with_values(self, edits: Edits, lanes: Iterable[int] | None = None, where: str = "comparison") -> Comparison:
        """The same of several settings that are checked together; `where` is what a refusal calls the source."""
        found = list(self.experiments())
        meant = self._meant(edits) if lanes is None else dict.fromkeys(lanes, edits)
        for lane, own in meant.items():
            found[lane] = replace_all(found[lane], own, f"{where}, {self.names[lane]}" if lane else where)
        return self._of(found)

    def part(self, path: str) -> Comparison:
        """Each lane has a value of its own from now on, at first the one that it has."""
        return self._of(self.experiments(), (path,))

    def join(self, path: str, lane: int = 0) -> Comparison:
        """One value for all again: that of a lane."""
        joined = self.with_value(path, get(self.experiments()[lane], path))
        return joined._of(joined.experiments(), without=path)  # noqa: SLF001 its own class

    def with_twin(self, edits: Edits = (), name: str = "") -> Comparison:
        """With another lane, that differs from the base in some settings: a copy where it does in none."""
        made = replace_all(self.base, edits) if edits else self.base
        twin = Twin.of(name, self.base, made, tuple(path for path, _ in edits))
        return self._parsed({"twins": (*self.twins, twin)})

    def with_experiments(self, lanes: Sequence[Experiment]) -> Comparison:
        """Of the same lanes, which learn these; what is parted stays so, and so is whatever else they differ in."""
        return self._of(lanes)

    def only(self, lanes: Sequence[int]) -> Comparison:
        """Of some lanes alone, the first of which is the base then."""
        own = (self.name, *(twin.name for twin in self.twins))
        experiments = self.experiments()
        found = [experiments[lane] for lane in lanes]
        first = found[0].model_copy(update={name: getattr(self.base, name) for name in ("speed", *Document.WORDS)})
        twins = tuple(
            Twin.of(own[lane], first, other, self.parted()) for lane, other in zip(lanes[1:], found[1:], strict=True)
        )
        return self._parsed({"name": own[lanes[0]], "base": first, "twins": twins})

    def _meant(self, edits: Edits) -> dict[int, Edits]:
        """For each lane the settings that it has; those that none has are for all, of which the first says what is
        wrong."""
        lanes = self.experiments()
        kinds = tuple(path.removesuffix("kind") for path, _ in edits if path.endswith(".kind"))
        for_all = {
            path
            for path, _ in edits
            if path.startswith(kinds) or not any(has(lane, path) for lane in lanes)  # another kind brings others along
        }
        return {
            place: tuple((path, value) for path, value in edits if path in for_all or has(lane, path))
            for place, lane in enumerate(lanes)
        }

    def _of(self, lanes: Sequence[Experiment], more: tuple[str, ...] = (), without: str | None = None) -> Comparison:
        """With these experiments; what was parted stays so."""
        twins = tuple(
            Twin.of(twin.name, lanes[0], lane, [path for path in (*twin.parted, *more) if not _lies_in(path, without)])
            for twin, lane in zip(self.twins, lanes[1:], strict=True)
        )
        return self._parsed({"base": lanes[0], "twins": twins})

    def _parsed(self, changed: dict[str, Any]) -> Comparison:
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).parse(kept | changed)

    # Files

    @classmethod
    def told(cls, problem: BadInput, error: ValidationError, values: Values) -> BadInput:  # noqa: ARG003 as documents ask
        """What the base refuses knows its own fields only: say whose they are."""
        cause, location = problem.__cause__, error.errors(include_url=False)[0]["loc"]
        if not isinstance(cause, Refusal) or location[:1] != ("base",):
            return problem
        mend = cause.mend and Mend(cause.mend.label, tuple((f"base.{path}", value) for path, value in cause.mend.edits))
        told = BadInput(problem.where, f"base.{cause.path}", cause.reason)
        told.__cause__ = problem.__cause__ = Refusal(f"base.{cause.path}", cause.reason, mend)
        return told

    def anchored(self, folder: str | pathlib.Path) -> Self:
        return self._in([lane.anchored(folder) for lane in self.experiments()])

    def relative_to(self, folder: str | pathlib.Path) -> Self:
        return self._in([lane.relative_to(folder) for lane in self.experiments()])

    def _in(self, lanes: list[Experiment]) -> Self:
        """With the same experiments, whose files have other paths."""
        twins = tuple(
            Twin.of(twin.name, lanes[0], lane, twin.parted) for twin, lane in zip(self.twins, lanes[1:], strict=True)
        )
        return self.model_copy(update={"base": lanes[0], "twins": twins})


def _beside(base: Experiment, twin: Twin, lane: int) -> Experiment:
    """The experiment of a twin; a `Refusal` that knows where in the file the edit stands."""
    try:
        return twin.beside(base, "twin")
    except BadInput as error:
        path = f"twins.{twin.name or lane}.edits.{error.path}"
        raise Refusal(path, error.reason) from None


def _name_path(lane: int) -> str:
    return f"twins.{lane}.name" if lane else "name"


def _lies_in(path: str, owner: str | None) -> bool:
    return owner is not None and f"{path}.".startswith(f"{owner}.")


def _sizes(experiment: Experiment) -> tuple[object, ...]:
    """What the sizes of batches and of the training part follow from."""
    data = experiment.data
    own = tuple((name, getattr(data, name)) for name in _SIZES if name in type(data).model_fields)
    rule = experiment.rule.batches
    return (
        rule,
        experiment.batch_size if rule == "chosen" else "",
        experiment.last_batch,
        experiment.effective_validation_share,
        own,
    )
