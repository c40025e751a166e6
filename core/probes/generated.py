"""Pictures out of noise: what a player draws, what it is likest to, and what its judge says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.data.images import as_pictures, as_slopes, is_picture
from core.families import imitators, named
from core.params import hidden, integer
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.made import Made
    from core.probing.moment import Moment

SPAN = 2.0  # how far the walk reaches in numbers from a normal distribution; uniform noise ends at 1


class Generated(Probe):
    """Generated pictures, each of always the same noise, with the training picture that is nearest and how real the
    judge finds it; and a walk.

    The walk goes over two of the noise numbers, the others are 0: `sheet` draws pictures all over it, `at` one at any
    place.
    """

    label = "Generated pictures"
    kind: Literal["generated"] = "generated"
    count: int = integer(
        24, 4, 60, minimum=1, maximum=200, label="Pictures", help="How many generated pictures are drawn."
    )
    axes: tuple[int, int] = hidden((0, 1), help="The two noise numbers, from 0, that the walk goes over.")
    at: tuple[float, ...] = hidden((), help="Where in the walk a picture is drawn; the middle where nothing is said.")
    sheet: tuple[int, int] = hidden(
        (0, 0), help="So many pictures along and up are drawn all over the walk; none where one of them is 0."
    )

    push: bool = hidden(False, help="Whether to say where the judge pushes each pixel.")

    def compute(self, moment: Moment) -> Answer:
        """ "pictures", "nearest" (n, height, width, channels), "real" (n,) numbers of the nearest training samples,
        "distance" (n,) from them (root of the mean square of a pixel), "y" (n,) their class in `info["classes"]`,
        "certainty" (n,) how real the judge finds each; "extent" (4,) of the walk, "at" (2,), "drawn" (height,
        width, channels) there, and "sheet" (rows from low to high, columns, height, width, channels). Where it is asked
        for, "push" (n, height, width, channels): minus the gradient of its maker's loss for each picture by its
        pixels."""
        prepared = moment.prepared
        if not moment.made or not is_picture(prepared.sample_shape):
            return {}, {
                "problem": f"Generated pictures stand here where the task is a {' or '.join(imitators().values())} and the data are pictures."
            }
        maker = moment.made[0]
        made = maker.encoded(self.count)
        places, distance = prepared.coverage.nearest(np.nan_to_num(made))
        real = prepared.train[places]
        source = prepared.table.before or prepared.table
        arrays = {
            "pictures": as_pictures(made, prepared.sample_shape, prepared), "real": real, "nearest": as_pictures(prepared.x[real], prepared.sample_shape, prepared),
            "distance": distance, "y": source.y[real], "certainty": self._certainty(moment, made),
        }  # fmt: skip
        if self.push:
            arrays["push"] = as_slopes(maker.push_encoded(made), prepared.sample_shape, prepared)
        return arrays | self._walk(maker), self._words(moment, maker, source.classes)

    def _certainty(self, moment: Moment, made: np.ndarray) -> np.ndarray:
        """What the judge says, (n,): 1 is real, 0 is generated."""
        with np.errstate(all="ignore"):
            return moment.said(moment.answers.outputs(made))[:, 0]

    def _walk(self, made: Made) -> dict[str, np.ndarray]:
        latent, (columns, rows) = made.maker.inputs[0], self.sheet
        span = 1.0 if made.maker.noise == "uniform" else SPAN
        at = np.clip(np.array(self.at, dtype=float) if len(self.at) == 2 else np.zeros(2), -span, span)
        along, up = (span * (2 * (np.arange(count) + 0.5) / max(count, 1) - 1) for count in (columns, rows))
        spots = np.concatenate([at[None], np.column_stack([np.tile(along, rows), np.repeat(up, columns)])])
        noise = np.zeros((len(spots), latent))
        for axis, numbers in zip(self._axes(latent), spots.T, strict=False):
            noise[:, axis] = numbers
        shape = made.prepared.sample_shape
        pictures = np.moveaxis(made.of(noise).reshape(len(noise), *shape), 1, -1)
        found = {"extent": np.array([-span, span, -span, span]), "at": at, "drawn": pictures[0]}
        return found | ({"sheet": pictures[1:].reshape(rows, columns, *pictures.shape[1:])} if rows and columns else {})

    def _axes(self, latent: int) -> tuple[int, ...]:
        """Two different noise numbers that there are; the only one of noise of one number."""
        first = min(max(self.axes[0], 0), latent - 1)
        second = min(max(self.axes[1], 0), latent - 1)
        if latent == 1:
            return (0,)
        return first, second if second != first else (first + 1) % latent

    def _words(self, moment: Moment, made: Made, classes: tuple[str, ...]) -> dict[str, Any]:
        latent, judge = made.maker.inputs[0], named(moment.players, made.maker.judges[0])
        coverage = {
            name.removeprefix("coverage."): value
            for name, value in moment.still.last.items()
            if name.startswith("coverage.")
        }
        return {
            "problem": "",
            "judge": (judge.name, judge.short),
            "classes": classes,
            "latent": latent,
            "noise": made.maker.noise,
            "axes": self._axes(latent),
            "coverage": coverage,
        }
