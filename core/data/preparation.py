"""From an experiment to what a network is fed: samples, parts, features, targets, and the way from raw rows to
inputs."""

from __future__ import annotations

import dataclasses
import functools
import math

import numpy as np

from core.data import scaling
from core.data.coverage import Coverage
from core.data.features import Feature, available, chosen, own_columns
from core.data.notes import describe, told_of_unit
from core.data.split import Split, as_said, by_group, in_order, seal, seal_groups, seal_last, split
from core.experiment import Experiment, Inputs
from core.families import Dataset, Posed, Shape, Table, Task, Taught
from core.frozen import frozen
from core.messages import BadInput


@frozen
class Encoding:
    """The way from raw rows to network inputs, fitted on the training part: fill gaps, construct features, scale."""

    fill: np.ndarray
    features: tuple[Feature, ...]
    shift: np.ndarray
    scale: np.ndarray

    def complete(self, raw: np.ndarray) -> np.ndarray:
        return scaling.complete(raw, self.fill)

    def __call__(self, raw: np.ndarray) -> np.ndarray:
        """(m, columns) with nan for what is missing -> (m, features), both float64."""
        return (construct(self.complete(raw), self.features) - self.shift) / self.scale


@frozen
class Plane:
    """The plane of the first two principal components: raw = mean + u · directions[0] + v · directions[1], in data
    units."""

    mean: np.ndarray
    directions: np.ndarray
    share: np.ndarray
    _spread: np.ndarray
    _axes: np.ndarray

    def __iter__(self):
        return iter((self.mean, self.directions, self.share))

    def project(self, raw: np.ndarray) -> np.ndarray:
        """Rows (m, columns) without gaps -> their (u, v), (m, 2)."""
        return ((raw - self.mean) / self._spread) @ self._axes.T


@frozen
class Prepared:
    """All that training, probes and views need to know of the data; arrays are read-only.

    table: the raw samples. train, validation, test: ascending sample numbers. features and keys: the inputs in use, as
    shown and as written in a file; available and available_keys: those that could be. x (samples, features) and targets
    (samples, outputs) float64 are what the network sees and should say. notes: what was done, in words.
    """

    table: Table
    train: np.ndarray
    validation: np.ndarray
    test: np.ndarray
    features: tuple[str, ...]
    keys: tuple[str, ...]
    available: tuple[str, ...]
    available_keys: tuple[str, ...]
    outputs: int
    x: np.ndarray
    targets: np.ndarray
    notes: tuple[str, ...]
    domain: tuple[tuple[float, float], ...]
    encoding: Encoding
    used: np.ndarray  # (columns,) bool: the columns that the features look at
    # how the network lays the features of one sample out: (features,), or (channels, height, width), …
    shape: Shape = ()
    sample_shape: Shape = ()  # how the data lay out a sample; the network may see less of it
    task: Task | None = None
    sealed: int = 0  # how many samples of the test part are in no array here: nobody sees them
    unit: scaling.Unit = scaling.OWN  # in which the outputs say values; what is shown is in the data's own

    def encode(self, raw: np.ndarray) -> np.ndarray:
        """Raw rows (m, columns), nan allowed -> network inputs (m, features)."""
        x = self.encoding(np.asarray(raw, dtype=np.float64))
        return x if self.task is None else self.task.see(x, self.sample_shape)

    def decode(self, encoded: np.ndarray) -> np.ndarray:
        """Encoded rows (m, columns) of samples, whose features are the data's own columns, in the data's own units."""
        return encoded * self.encoding.scale + self.encoding.shift

    def complete(self, raw: np.ndarray) -> np.ndarray:
        """Raw rows (m, columns) with the gaps filled."""
        return self.encoding.complete(np.asarray(raw, dtype=np.float64))

    def part(self, name: str) -> np.ndarray:
        """The sample numbers of "train", "validation" or "test"."""
        return {"train": self.train, "validation": self.validation, "test": self.test}[name]

    def some(self, name: str, most: int) -> np.ndarray:
        """So many sample numbers of a part at most, evenly spaced: where samples are sorted by class, some of each."""
        part = self.part(name)
        return part if len(part) <= most else part[np.arange(most) * len(part) // most]

    @property
    def coverage(self) -> Coverage:
        """What the training samples hold: how much of it what is generated reaches is measured by that."""
        return self._coverage

    @functools.cached_property
    def _coverage(self) -> Coverage:
        source = self.table.before
        known = source is not None and len(source.classes) > 1 and source.y.min() < source.y.max()
        return Coverage(
            self.x[self.train], source.y[self.train] if source is not None and known else None, self.x[self.test]
        )

    @property
    def taught(self) -> Taught:
        """What is taught, as diagnoses look at it."""
        return self._taught

    @functools.cached_property
    def _taught(self) -> Taught:
        classes = self.table.y[self.train] if self.table.classes else None
        return Taught(self.x[self.train], self.targets[self.train], classes, self.features)

    def principal(self) -> Plane:
        """The plane of the first two principal components, fitted on the training part; unpacks to (mean, directions,
        share)."""
        return self._principal

    @functools.cached_property
    def _principal(self) -> Plane:
        raw = self.complete(self.table.x[self.train])
        mean, spread, axes, share = scaling.principal_plane(raw, self.used)
        return Plane(mean, axes * spread, share, spread, axes)


def prepare(experiment: Experiment, *, opened: bool = False) -> Prepared:
    """The data of an experiment, ready to train on; the same experiment gives the same numbers. Samples that are sealed
    are not among them; with the envelope `opened` they stand in the place of the test part.

    `BadInput` where there are no samples, fewer than two classes, or too few samples for the parts.
    """
    table, parts, dropped, sealed = _samples(experiment, opened=opened)
    features = chosen(table, experiment.inputs.features)
    encoding = _fit(table, parts.train, features, experiment.inputs)
    outputs = experiment.task.outputs(table) or output_count(table, experiment.output.units)
    offered = available(table)
    task, shape = experiment.task, _shape(table, features)
    unit = _unit(experiment, table, parts.train)
    targets = experiment.loss.targets(unit.targets(table.y), outputs)
    posed = task.pose(Posed(encoding(table.x), shape, targets), experiment.seeds.data)
    return Prepared(
        table=table,
        train=parts.train,
        validation=parts.validation,
        test=parts.test,
        features=tuple(feature.name for feature in features),
        keys=tuple(feature.key for feature in features),
        available=tuple(feature.name for feature in offered),
        available_keys=tuple(feature.key for feature in offered),
        outputs=posed.targets.shape[1],
        x=_read_only(posed.x),
        targets=_read_only(posed.targets),
        notes=describe(
            table,
            experiment.inputs,
            parts,
            encoding.fill,
            dropped,
            [feature.name for feature in features if feature.constructed],
            sealed,
        )
        + (() if unit.own else (told_of_unit(table.target, unit),)),
        domain=table.domain or _domain(table.x),
        encoding=encoding,
        used=_read_only(own_columns(features, table)),
        shape=posed.shape,
        sample_shape=shape,
        sealed=sealed,
        task=task,
        unit=unit,
    )


def _samples(experiment: Experiment, *, opened: bool) -> tuple[Table, Split, int, int]:
    """The samples that may be seen, with their parts; how many were dropped for their gaps, and how many are sealed."""
    dataset, seed = experiment.data, experiment.seeds.data
    table, dropped = _without_gaps(dataset, dataset.table(seed))
    _check(table, dataset)
    parts = _parts(experiment, dataset, table)
    table, sealed = dataset.disturbed(table, parts.testing, seed), len(parts.sealed)
    if sealed:
        table, parts = _without_sealed(table, parts, opened=opened)
    return experiment.task.relabel(table), parts, dropped, 0 if opened else sealed


def _unit(experiment: Experiment, table: Table, train: np.ndarray) -> scaling.Unit:
    """How the outputs say values; classes, and pictures that are drawn, have no unit."""
    plain = experiment.output.targets != "standardize" or experiment.task.aim != "values"
    return scaling.Unit() if plain or not experiment.task.single else scaling.Unit.of(table.y[train])


def _shape(table: Table, features: tuple[Feature, ...]) -> Shape:
    """How the features of a sample are laid out: as the data say where all of their columns are in use, else as one
    row."""
    whole = table.shape and len(features) == len(table.columns) == math.prod(table.shape)
    return table.shape if whole else (len(features),)


def output_count(table: Table, units: str) -> int:
    """Output units: 1 for values and, unless each class wants its own, for two classes; else one a class."""
    if not table.classes or (len(table.classes) == 2 and units != "each"):
        return 1
    return len(table.classes)


def construct(raw: np.ndarray, features: tuple[Feature, ...]) -> np.ndarray:
    """Complete raw rows (m, columns) -> unscaled features (m, features)."""
    x = np.empty((len(raw), len(features)))
    for position, feature in enumerate(features):
        x[:, position] = feature.of(raw)
    return x


def _fit(table: Table, train: np.ndarray, features: tuple[Feature, ...], inputs: Inputs) -> Encoding:
    known = table.x[train]
    fill = scaling.fill_values(known, table.sources, table.columns)
    learned_from = construct(scaling.complete(known, fill), features)
    return Encoding(fill, features, *scaling.fit(learned_from, inputs.scaling, inputs.divisor))


def _without_gaps(dataset: Dataset, table: Table) -> tuple[Table, int]:
    """The table with its gaps, or without the rows that have some where the data set says so; and how many rows that
    cost."""
    if not dataset.drops_gaps:
        return table, 0
    keep = np.asarray(~np.isnan(table.x).any(axis=1))
    return _of(table, np.flatnonzero(keep)), int((~keep).sum())


def _of(table: Table, samples: np.ndarray) -> Table:
    """Some samples of a table, by their numbers."""
    rows = tuple(table.rows[number] for number in samples.tolist()) if table.rows else ()
    groups = None if table.groups is None else table.groups[samples]
    tests = None if table.tests is None else table.tests[samples]
    return dataclasses.replace(table, x=table.x[samples], y=table.y[samples], rows=rows, groups=groups, tests=tests)


def _without_sealed(table: Table, parts: Split, *, opened: bool) -> tuple[Table, Split]:
    """The samples that may be seen, and their parts by their new numbers; of an envelope that is opened those that were
    in it, instead of the other test samples."""
    test = parts.sealed if opened else parts.test
    kept = np.sort(np.concatenate([parts.train, parts.validation, test]))
    places = [_read_only(np.searchsorted(kept, part)) for part in (parts.train, parts.validation, test)]
    return _of(table, kept), Split(*places)


def _check(table: Table, dataset: Dataset) -> None:
    if len(table.y) == 0:
        raise BadInput(
            "data",
            dataset.kind,
            "there are no samples" + (": every row has a gap; fill instead of dropping" if dataset.drops_gaps else ""),
        )
    if table.y.dtype.kind == "i" and len(table.classes) < 2:
        raise BadInput("data", dataset.kind, "there is only one class, so there is nothing to tell apart")


def _parts(experiment: Experiment, dataset: Dataset, table: Table) -> Split:
    share = experiment.effective_validation_share
    parts = _divided(dataset, table, share, experiment.seeds.data)
    if share > 0 and len(parts.validation) == 0:
        raise BadInput(
            "experiment",
            "validation_share",
            f"{len(parts.train)} training samples are too few to set a validation part aside",
        )
    if dataset.sealed_share > 0:
        parts = _sealed(dataset, table, parts, experiment.seeds.data)
        if not (len(parts.sealed) and len(parts.test)):
            raise BadInput(
                "data",
                "sealed_share",
                f"{len(parts.testing)} test samples are too few to seal some of them",
            )
    for part in (parts.train, parts.validation, parts.test):
        _read_only(part)
    return parts


def _sealed(dataset: Dataset, table: Table, parts: Split, seed: int) -> Split:
    """A share of the test part put aside, in the manner in which the parts are made."""
    share = dataset.sealed_share
    if dataset.in_order:
        return seal_last(parts, share)
    if table.groups is not None and table.tests is None:
        return seal_groups(parts, table.groups, share, seed)
    return seal(parts, _strata(table), share, seed)


def _divided(dataset: Dataset, table: Table, share: float, seed: int) -> Split:
    """In the order of time, by whole groups, or class by class: what the data are decides which; `share` is that of the
    validation part."""
    if dataset.in_order:
        return in_order(len(table.y), dataset.train_share, share)
    if table.tests is not None:
        return as_said(table.tests, table.y, share, seed)
    if table.groups is not None:
        return by_group(table.groups, dataset.train_share, share, seed)
    return split(_strata(table), dataset.train_share, share, seed)


def _strata(table: Table) -> np.ndarray:
    """The class of each sample, or all zeros where there are none."""
    return table.y if table.classes else np.zeros(len(table.y), dtype=np.int64)


def _domain(x: np.ndarray) -> tuple[tuple[float, float], ...]:
    """The range of every column with a margin of 5 % on both sides."""
    ranges = []
    for values in x.T:
        known = values[~np.isnan(values)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 0.0)
        margin = 0.05 * (high - low) or 0.5
        ranges.append((low - margin, high + margin))
    return tuple(ranges)


def _read_only(array: np.ndarray) -> np.ndarray:
    array.setflags(write=False)
    return array
