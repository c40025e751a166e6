"""The loss over a plane through parameter space, with the run's path on it."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import field_validator

from core.families import Answer, Probe
from core.params import choice, flag, hidden, integer, number
from core.surfaces import planes
from core.surfaces.picture import SurfaceJob, problem
from core.surfaces.player import of_player, refused, said
from core.surfaces.samples import chosen
from core.surfaces.sheet import Figure, Pin, Sheet
from core.surfaces.trail import Trail

if TYPE_CHECKING:
    from core.probing.moment import Moment

LONG = 0.25  # seconds without a new stage: what there is so far is shown

PLANES = {
    "weights": "two weights",
    "random": "random directions",
    "pca": "principal components of the path",
    "gradient": "gradient and step",
    "hessian": "leading Hessian eigenvectors",
    "points": "through three points",
    "line": "line between two points",
}


class Surface(Probe):
    """The loss, or the score, over a plane of weights: coarse first, then finer.

    Centre and directions stay pinned until `ticket` changes, or move along with the run (`follow`). A pinned plane of
    two weights keeps its axes and colours, and goes through the present values of all other weights. Arrows ("fan" of
    single samples, "gradient", "step") are displacements: the gradients are drawn downhill. All coordinates are (α, β)
    of the plane, those of a line have one column.
    """

    label = "Weight space"
    needs_memory: ClassVar[bool] = True
    kind: Literal["surface"] = "surface"
    plane: Literal["weights", "random", "pca", "gradient", "hessian", "points", "line"] = choice(
        "weights", PLANES, label="Plane", help="What spans the picture."
    )
    player: Literal["", "discriminator", "generator"] = choice(
        "",
        {"": "the network", "discriminator": "discriminator", "generator": "generator"},
        label="Player",
        help="Of a GAN: whose weights span the picture, and whose loss it shows. The other one is held still where it is. Without a choice it is the discriminator.",
    )
    at: tuple[str, ...] = hidden(
        (),
        help="The two weights or biases, such as h1.weight[0,1] and h1.bias[0]; two sensible ones where none is named.",
    )
    normalize: Literal["filter", "layer", "none"] = choice(
        "filter",
        {"filter": "filter by filter", "layer": "layer by layer", "none": "not at all"},
        label="Normalization",
        help="How long random directions are: as long as the weights of each unit (Li et al. 2018), as all weights of each layer, or as they were drawn.",
        when=("plane", ("random",)),
    )
    small: Literal["ignore", "random"] = choice(
        "ignore",
        {"ignore": "stay", "random": "move too"},
        label="Biases and norms",
        help="Whether random directions move biases, normalization and slopes; in Li et al. 2018 they stay.",
        when=("plane", ("random",)),
    )
    metric: Literal["loss", "score"] = choice(
        "loss",
        {"loss": "loss", "score": "score"},
        label="Height",
        help="What the height shows: the loss, or accuracy or R².",
    )
    part: Literal["train", "test", "batch"] = choice(
        "train",
        {"train": "training part", "test": "test part", "batch": "the coming batch"},
        label="Data",
        help="Which samples it is computed from. The surface of one batch wobbles from update to update: the noise of stochastic descent.",
    )
    penalty: bool = flag(
        False, label="With penalties", help="Whether the penalties (L1, L2) are added to the loss of the data."
    )
    most: int = integer(
        2000,
        100,
        10_000,
        minimum=1,
        label="Samples at most",
        help="A larger part is represented by a fixed random subset of so many samples.",
        cost="every picture takes longer",
    )
    span: float = number(
        0.0,
        0.0,
        10.0,
        minimum=0.0,
        label="Span (0: automatic)",
        help="How far the picture reaches from its centre along both axes; at 0 the plane itself says how far makes sense.",
    )
    resolution: int = integer(
        51,
        21,
        101,
        minimum=3,
        maximum=401,
        label="Resolution",
        help="Points along each side, an odd number, so that one is the centre.",
    )
    seed: int = integer(
        0, 0, 100, minimum=0, maximum=2**53, label="Seed", help="Which random directions.", when=("plane", ("random",))
    )
    follow: bool = flag(
        False,
        label="Follow",
        help="Whether the centre moves along with the network; otherwise it stays until it is set anew.",
    )
    ticket: int = hidden(0, help="Another number pins centre, directions and colours anew.")
    points: tuple[str, ...] = hidden(
        (), help="Names of kept points, three for a plane, two for a line; start and now are always there."
    )
    noise: int = integer(0, 0, 64, minimum=0, maximum=512, label="Single gradients", help="Of how many single samples the directions of descent are drawn.")  # fmt: skip

    @field_validator("resolution")
    @classmethod
    def _odd(cls, resolution: int) -> int:
        if resolution % 2 == 0:
            raise ValueError(f"must be odd, so that one point is the centre, not {resolution}")
        return resolution

    def compute(self, moment: Moment) -> Answer:
        *_, last = (answer for answer in self.stages(moment) if answer is not None)
        return last

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        moment = moment.in_training() if self.part == "batch" else moment
        sentence = refused(self, moment)
        if sentence:
            yield problem(self, sentence, tuple(moment.points))
            return
        moment = of_player(moment, self.player)
        samples, subset = chosen(moment, self.part, self.most)
        pin = yield from self._pin(moment, samples)
        if pin.plane.problem:
            yield problem(self, pin.plane.problem, tuple(moment.points))
            return
        plane = pin.plane
        here = moment.vector().astype(float)
        plane = plane.around(here) if self.follow and self.plane not in planes.MOVING else plane.through(here)
        figure = Figure(samples, self.metric, self.penalty)
        sheet = pin.sheet(self._key(moment, plane, figure), plane, self.span or plane.half_width, self.resolution)
        picture = SurfaceJob(self, moment, pin, sheet, figure, Trail.of(moment.path, plane), said(subset, moment))
        picture.resumes = plane is pin.plane and not self.follow and self.part != "batch" and not moment.besides
        yield from picture.ball()
        yield from _refined(picture, sheet, hasty=picture.shown is None)
        yield from _with_pauses(picture, picture.rest())
        yield picture.answer(whole=True)

    def _pin(self, moment: Moment, samples) -> Generator[None, None, Pin]:  # type: ignore[no-untyped-def]
        """The centre and directions that are pinned, made anew where they follow the run; what is no plane is not
        pinned."""
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

    def _key(self, moment: Moment, plane: planes.Plane, figure: Figure) -> object:
        """All that the heights depend on."""
        experiment = moment.experiment
        penalties = experiment.penalties if self.penalty else ()
        loss = (experiment.loss, experiment.task, penalties, self.metric, figure.samples.tobytes())
        return (self.span, self.resolution, plane.center.tobytes(), moment.besides, loss)


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
