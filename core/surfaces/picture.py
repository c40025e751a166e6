"""A frame of the surface put together: sheet, ball, path, slices, arrows, and the words for them."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from core import random
from core.probing.probe import Answer
from core.surfaces import gauge
from core.surfaces.projection import coordinates, solve
from core.surfaces.sheet import Figure, Pin, Sheet
from core.surfaces.trail import Trail

if TYPE_CHECKING:
    from core.probing.moment import Moment
    from core.surfaces.request import SurfaceRequest


def problem(request: SurfaceRequest, sentence: str, points: tuple[str, ...] = ()) -> Answer:
    """The frame of a plane that is none; `points` are the names of the kept points."""
    words = {
        "plane": request.plane,
        "problem": sentence,
        "x": "",
        "y": "",
        "metric": "",
        "subset": "",
        "kept_variance": math.nan,
        "gap": math.nan,
    }
    return {}, words | {
        "misleads": "",
        "gap_here": math.nan,
        "notes": (),
        "points": points,
        "stage": (1, 1),
        "player": request.player,
        "offset": (0.0, 0.0),
        "pinned": not request.follow,
        "update_of_sheet": 0,
    }


class SurfaceJob:
    """One frame in the making. What is not computed yet is nan, or empty."""

    def __init__(
        self, request: SurfaceRequest, moment: Moment, pin: Pin, sheet: Sheet, figure: Figure, trail: Trail, subset: str
    ) -> None:
        self.request, self.moment, self.pin, self.sheet, self.figure, self.trail, self.subset = (
            request,
            moment,
            pin,
            sheet,
            figure,
            trail,
            subset,
        )
        self.plane = sheet.plane
        self.vector = moment.weights.vector().astype(np.float64)
        self.place = coordinates(self.vector[None], self.plane.center, *self.plane.axes)[0]
        self.loss = math.nan
        self.resumes = False  # the sheet stays as it is while the run moves on, so a newer picture goes on with it
        self.slices = [np.full(len(axis), np.nan) for axis in sheet.axes]
        self.arrows = {
            "gradient": np.full(len(sheet.axes), np.nan),
            "step": np.full(len(sheet.axes), np.nan),
            "fan": np.zeros((0, len(sheet.axes))),
        }

    @property
    def shown(self) -> np.ndarray | None:
        """The range of the colours where a whole sheet was shown before."""
        return self.pin.pinned_levels(self._levels_key())

    # Computing

    def ball(self) -> Iterator[None]:
        """The true loss where the run is."""
        self.loss = float((yield from self.figure.of(self.moment, self.vector[None]))[0])

    def rest(self) -> Iterator[None]:
        """Everything beside the sheet and the ball."""
        yield from self._slice()
        self.arrows["gradient"] = self._shadow(-self.moment.landscape.gradient(self.figure.samples))
        yield None
        self.arrows["step"] = self._shadow(self.moment.landscape.step())
        yield None
        yield from self._fan()
        yield from self.trail.measure(self.moment, self.pin, self.figure, self._loss_key())

    def _slice(self) -> Iterator[None]:
        """Through the ball along each axis: the sheet's own middle where the ball is its centre."""
        if np.array_equal(self.vector, self.plane.center):
            middle = len(self.sheet.axes[0]) // 2
            self.slices = (
                [self.sheet.values[:, middle], self.sheet.values[middle]]
                if len(self.sheet.axes) == 2
                else [self.sheet.values]
            )
            return
        for number, (axis, direction) in enumerate(zip(self.sheet.axes, self.plane.axes, strict=True)):
            vectors = self.vector + (axis - self.place[number])[:, None] * direction
            self.slices[number] = yield from self.figure.of(self.moment, vectors)

    def _fan(self) -> Generator[None, None, None]:
        """Where single samples would send the network, drawn once and always the same ones."""
        train = self.moment.prepared.train
        drawn = train[random.permutation(random.key(0, "surface fan"), len(train))[: self.request.noise]]
        found = []
        for sample in drawn:
            found.append(self._shadow(-self.moment.landscape.gradient(np.array([sample]))))
            yield None
        if found:
            self.arrows["fan"] = np.array(found)

    def _shadow(self, displacement: np.ndarray) -> np.ndarray:
        """A displacement (P,) as the plane sees it, (axes,)."""
        basis = np.stack(self.plane.axes)
        with np.errstate(all="ignore"):
            return solve(basis, basis @ displacement)

    def _loss_key(self) -> object:
        """What the path's losses depend on beside the points themselves."""
        experiment = self.moment.experiment
        weighed = tuple(repr(penalty) for penalty in experiment.penalties) if self.figure.penalty else ()
        return (
            self.figure.metric,
            hash(self.figure.samples.tobytes()),
            (repr(experiment.loss), repr(experiment.task)),
            weighed,
            hash(self.moment.weights.besides),
        )

    # Putting together

    def answer(self, *, whole: bool = False) -> Answer:
        """The arrays and the words as far as they are known."""
        shown = self._shown_levels()
        values, under, here = self.sheet.picture(), self.sheet.at(self.trail.places), self.sheet.at(self.place[None])
        gap = gauge.relative_gap(self.trail.losses, under, shown)
        gap_here = 0.0 if self._is_on_the_plane() else gauge.relative_gap(np.array([self.loss]), here, shown)
        arrays = {
            "center": self.moment.weights.whole(self.plane.center, self.moment.still.vector), "u": self.moment.weights.whole(self.plane.u), "alpha": self.sheet.axes[0].copy(), "loss": values, "levels": shown,
            "path": self.trail.places, "path_updates": self.trail.path.updates.copy(), "path_loss": self.trail.losses.copy(), "path_sheet": under,
            "ball": self.place.copy(), "ball_loss": np.array(self.loss), "ball_sheet": here.reshape(()),
            "kept": self._kept_places(), "slice_alpha": self.slices[0].copy(), **{name: array.copy() for name, array in self.arrows.items()},
        }  # fmt: skip
        if self.plane.v is not None:
            arrays |= {
                "v": self.moment.weights.whole(self.plane.v),
                "beta": self.sheet.axes[1].copy(),
                "slice_beta": self.slices[1].copy(),
            }
        if self.plane.eigenvalues:
            arrays["eigenvalues"] = np.array(self.plane.eigenvalues)
        return arrays, self._words(values, under, gap, whole=whole) | self._here(float(here[0]), gap_here)

    def _kept_places(self) -> np.ndarray:
        """Where the kept points lie on the plane, (points, axes), in the order of their names."""
        kept = [vector.astype(np.float64) for vector in self.moment.weights.points.values()]
        return (
            coordinates(np.stack(kept), self.plane.center, *self.plane.axes)
            if kept
            else np.zeros((0, len(self.plane.axes)))
        )

    def _is_on_the_plane(self) -> bool:
        """Whether the network itself is a point of the plane: then only the grid's width lies between its loss and the
        sheet."""
        off = self.vector - self.plane.points(self.place[None])[0]
        return bool(np.linalg.norm(off) <= 1e-5 * max(float(np.linalg.norm(self.vector)), 1e-12))

    def _levels_key(self) -> object:
        """What the range of the colours depends on."""
        return (self.request.span, self._loss_key()[:4] if self.request.part != "batch" else "batch")  # type: ignore[index]

    def _shown_levels(self) -> np.ndarray:
        if self.request.metric == "score":
            return np.array([0.0, 1.0])
        return self.pin.levels(self._levels_key(), self.sheet)

    def _here(self, under: float, gap: float) -> dict[str, Any]:
        """What is to be said of the present point; where it is not on the sheet nothing else matters as much."""
        found: dict[str, Any] = {"gap_here": gap}
        own = self.request.laid is None
        sentence = gauge.off_the_sheet(self.loss, under, gap, self.request.metric, own=own)
        return found | {"misleads": sentence} if sentence else found

    def _words(self, values: np.ndarray, under: np.ndarray, gap: float, *, whole: bool) -> dict[str, Any]:
        plane, trail = self.plane, self.trail
        outside, word = int(np.isnan(under).sum()), "line" if plane.v is None else "plane"
        stage = (len(self.sheet.stages) + 1 if whole else self.sheet.known, len(self.sheet.stages) + 1)
        return {
            "plane": self.request.plane, "problem": "", "x": self._axis(0), "y": self._axis(1), "whole": len(self.vector) == len(plane.axes), "metric": self._metric(), "subset": self.subset,
            "kept_variance": trail.kept, "gap": gap, "misleads": gauge.misleads(trail.kept, gap, len(trail.path.updates), outside, word),
            "notes": self._notes(values), "points": tuple(self.moment.weights.points), "stage": stage, "offset": plane.offset, "places": self.moment.weights.places_of(plane.places), "axes": (plane.x, plane.y), "components": plane.components, "freedom": plane.freedom, "player": self.moment.player,
            "resumes": self.resumes and not self.sheet.whole, "pinned": not self._moves, "update_of_sheet": self.moment.updates if self._moves or self._is_present else self.pin.updates,
        }  # fmt: skip

    @property
    def _moves(self) -> bool:
        """Whether the centre moves along with the network."""
        return self.request.follow and self.request.laid is None

    @property
    def _is_present(self) -> bool:
        """Whether the sheet goes through the network as it is now, though its axes stay."""
        own = self.request.laid is None and bool(self.plane.places)
        return own and bool(np.isfinite(self.vector).all())

    def _axis(self, number: int) -> str:
        """What runs along an axis, with its share of the same path that the gauge speaks of."""
        name, shares = (self.plane.x, self.plane.y)[number], self.trail.shares
        return (
            f"{name}, {gauge.percent(shares[number])}"
            if number < len(shares) and math.isfinite(shares[number])
            else name
        )

    def _metric(self) -> str:
        if self.request.metric == "score":
            return self.moment.task.score_label
        whose = f" of the {self.moment.player}" if self.moment.player else ""
        name = f"Loss{whose} ({self.moment.loss.label.lower()})"
        return f"{name} with penalties" if self.request.penalty and self.moment.landscape.penalties else name

    def _notes(self, values: np.ndarray) -> tuple[str, ...]:
        found = [*self.plane.notes, gauge.cliffs(values, self.request.metric)]
        if self.trail.path.subset is not None:
            found.append(
                f"The path is that of {len(self.trail.path.subset):,} parameters, drawn once at random: the network is too large for all of them."
            )
        if (
            self.request.metric == "loss"
            and not self.request.penalty
            and any(penalty.rate > 0 for penalty in self.moment.landscape.penalties)
        ):
            found.append("The penalties are left out: the network descends the loss with them.")
        return tuple(sentence for sentence in found if sentence)
