"""The loss over a plane through parameter space, with the run's path on it."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.probing.probe import Answer
from core.surfaces import planes
from core.surfaces.laid import Laid
from core.surfaces.picture import SurfaceJob, problem
from core.surfaces.plane import Plane
from core.surfaces.player import refused, said
from core.surfaces.request import SurfaceRequest
from core.surfaces.samples import chosen
from core.surfaces.sheet import Figure, Pin, Sheet
from core.surfaces.trail import Trail

if TYPE_CHECKING:
    from core.probing.moment import Moment

LONG = 0.25  # seconds without a new stage: what there is so far is shown


class Surface(SurfaceRequest):
    """The loss, or the score, over a plane of weights: coarse first, then finer.

    Centre and directions stay pinned until `ticket` changes, or move along with the run (`follow`). A pinned plane of
    two weights keeps its axes and colours, and goes through the present values of all other weights. Arrows ("fan" of
    single samples, "gradient", "step") are displacements: the gradients are drawn downhill. All coordinates are (α, β)
    of the plane, those of a line have one column.
    """

    label = "Weight space"
    needs_memory: ClassVar[bool] = True
    kind: Literal["surface"] = "surface"

    def compute(self, moment: Moment) -> Answer:
        *_, last = (answer for answer in self.stages(moment) if answer is not None)
        return last

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        moment = moment.in_training() if self.part == "batch" else moment
        sentence = refused(self, moment)
        if sentence:
            yield problem(self, sentence, tuple(moment.weights.points))
            return
        moment = moment.of(self.player)
        samples, subset = chosen(moment, self.part, self.most)
        pin = yield from self._pin(moment, samples)
        if pin.plane.problem:
            yield problem(self, pin.plane.problem, tuple(moment.weights.points))
            return
        plane = pin.plane
        here = moment.weights.vector().astype(float)
        if self.laid is None:
            plane = plane.around(here) if self.follow and self.plane not in planes.MOVING else plane.through(here)
        figure = Figure(samples, self.metric, self.penalty)
        sheet = pin.sheet(self._key(moment, plane, figure), plane, self.span or plane.half_width, self.resolution)
        picture = SurfaceJob(
            self, moment, pin, sheet, figure, Trail.of(moment.weights.path, plane), said(subset, moment)
        )
        picture.resumes = plane is pin.plane and not self.follow and self.part != "batch" and not moment.weights.besides
        yield from picture.ball()
        yield from _refined(picture, sheet, hasty=picture.shown is None)
        yield from _with_pauses(picture, picture.rest())
        yield picture.answer(whole=True)

    def _pin(self, moment: Moment, samples) -> Generator[None, None, Pin]:
        """The centre and directions that are pinned, made anew where they follow the run; what is no plane is not
        pinned."""
        if self.laid is not None:
            return self._laid_pin(moment, self.laid)
        if self.follow and self.plane in planes.MOVING:
            return Pin((yield from planes.build(moment, self, samples)), moment.updates)
        key = (
            "surface pin",
            moment.player,
            self.plane,
            self.at,
            self.normalize,
            self.small,
            self.seed,
            self.points,
            self.ticket,
        )
        slot: list[Pin] = moment.kept(key, list)
        if not slot:
            pin = Pin((yield from planes.build(moment, self, samples)), moment.updates)
            if pin.plane.problem:
                return pin
            slot[:] = [pin]
        return slot[0]

    def _laid_pin(self, moment: Moment, laid: Laid) -> Pin:
        """The plane of the run beside: the colours keep their range as long as only its centre moves."""
        slot: list[Pin] = moment.kept(("surface laid", moment.player, self.ticket), list)
        pin, before = Pin(laid.on(moment), laid.updates, laid), slot[0] if slot else None
        if before is not None and before.laid is not None and before.laid.same_axes(laid):
            pin = before.moved(pin)
        slot[:] = [pin]
        return pin

    def _key(self, moment: Moment, plane: Plane, figure: Figure) -> object:
        """All that the heights depend on."""
        experiment = moment.experiment
        penalties = experiment.penalties if self.penalty else ()
        loss = (experiment.loss, experiment.task, penalties, self.metric, figure.samples.tobytes())
        return (self.span, self.resolution, plane.center.tobytes(), moment.weights.besides, loss)


def _refined(picture: SurfaceJob, sheet: Sheet, hasty: bool) -> Iterator[Answer | None]:
    """The stages of the sheet, each a picture; nothing where the sheet is there already. A coarse one takes the place
    of a fine one of a moment ago only where the new one is slow to come; `hasty`: there was none before. Where a stage
    takes long, and a newer picture would go on with it, there are pictures on the way: ball and path move on."""
    begun = time.perf_counter()
    while not sheet.whole:
        for _ in sheet.refine(picture.moment, picture.figure):
            yield None
            if picture.resumes and sheet.known and time.perf_counter() - begun > LONG:
                yield picture.answer()
                begun = time.perf_counter()
        if hasty or sheet.whole or time.perf_counter() - begun > LONG:
            yield picture.answer()


def _with_pauses(picture: SurfaceJob, work: Iterator[None]) -> Iterator[Answer | None]:
    """The chunks of work, with a picture of what there is where it takes long."""
    shown = time.perf_counter()
    for _ in work:
        yield None
        if time.perf_counter() - shown > LONG:
            yield picture.answer()
            shown = time.perf_counter()
