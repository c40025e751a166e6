"""A dozen thinned networks: what dropout trains, of which the whole network is the average."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.networks import masks
from core.params import integer
from core.probes.plane import PlaneProbe
from core.probing.probe import Answer

if TYPE_CHECKING:
    from core.families import Shape
    from core.networks.blueprint import Placed
    from core.probing.moment import Moment


class Thinned(PlaneProbe):
    """What networks answer over the picture in which other units are switched off at random.

    What is switched off is a function of the dropout seed alone, the same at every update, so that the pictures move
    with the weights and do not flicker. Each net has one mask for all points. Of several players it is the first one's
    answers, as in the picture itself.
    """

    label = "Thinned networks"
    learns: ClassVar[bool] = False
    kind: Literal["thinned"] = "thinned"
    count: int = integer(12, 1, 24, minimum=1, maximum=64, label="Networks", help="How many thinned networks.")
    resolution: int = integer(
        40, 20, 100, minimum=2, maximum=200, label="Resolution", help="Points along each side of the picture."
    )

    def compute(self, moment: Moment) -> Answer:
        *_, last = (answer for answer in self.stages(moment) if answer is not None)
        return last

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        """ "answers" (networks, rows, columns, outputs), of a curve (networks, points, outputs)."""
        if not _own(moment):
            yield {}, {"problem": "No unit is switched off at random."}
            return
        grid = self.grid(moment)
        encoded = moment.encoded(self.key("thinned"), grid.raw)
        found: list[np.ndarray] = []
        for number in range(self.count):
            outputs = moment.answers.thinned(encoded, _factors(moment, number))
            with np.errstate(all="ignore"):
                found.append(moment.said(outputs).reshape(*grid.shape, -1).astype(np.float32))
            yield None
        words = {"x": grid.labels[0], "y": grid.labels[1]}
        yield {"answers": np.stack(found), "extent": np.array(grid.extent)}, words


def _factors(moment: Moment, number: int) -> dict[str, np.ndarray]:
    """The masks of one network, (1, *shape) each."""
    seed = moment.experiment.seeds.dropout
    return {
        placed.name: masks.factors(masks.kept(seed, placed.name, shape, share, 1, number, purpose="thinned"), share)
        for placed, shape, share in _own(moment)
    }


def _own(moment: Moment) -> list[tuple[Placed, Shape, float]]:
    """What the network whose answers are drawn switches off: of several players the first one."""
    own = moment.players[0].name
    return [each for each in moment.blueprint.dropouts if each[0].player == own]
