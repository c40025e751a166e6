"""Drawing the input again: compressed, cleaned, completed or coloured."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from core import random
from core.families import Loss, Posed, Samples, Shape, Task, TaskKind
from core.families.measure import Measure
from core.files.images import GREY
from core.params import choice, flag, number

STROKE = 0.16  # of a watermark's bars, as a share of the picture's side


class Autoencoder(Task):
    """The network draws what it sees: the target is the picture itself.

    Through a narrow layer (the code) it can only pass on what matters. Given a damaged picture it learns to mend it: to
    take noise away, to see through a watermark, to colour what is grey. `mse` is the mean squared error of a pixel;
    always answering the mean picture has `mean_mse`, answering the damaged picture has `noise_mse`.
    """

    label = "Autoencoder"
    order = 30
    aim: ClassVar[TaskKind] = "values"
    single: ClassVar[bool] = False
    makes_samples: ClassVar[bool] = True
    score: ClassVar[str] = "explained"
    score_label: ClassVar[str] = "Explained variance"
    measures: ClassVar[tuple[Measure, ...]] = (
        Measure("explained", "Explained variance", words="the mean picture", short="R²"),
    )
    needs: ClassVar[str] = "needs data that can be drawn again, such as pictures"
    kind: Literal["autoencoder"] = "autoencoder"
    damage: Literal["none", "noise", "watermark", "colour"] = choice(
        "none", {"none": "none: compress", "noise": "noise: clean", "watermark": "a watermark: see through it", "colour": "colours taken: colour it"},
        label="Damage", help="What is done to the picture before the network sees it.",
    )  # fmt: skip
    sigma: float = number(
        0.3,
        0.1,
        1,
        minimum=0.0,
        step=0.05,
        label="Noise",
        symbol="σ",
        help="Standard deviation of the noise on every pixel.",
        when=("damage", ("noise",)),
    )
    fresh: bool = flag(
        True, live=True, label="New noise for every batch", when=("damage", ("noise",)),
        help="Every update sees the pictures with other noise, so that the noise cannot be learned by heart. The figures are always of the same noise.",
    )  # fmt: skip

    def pose(self, samples: Posed, seed: int) -> Posed:
        """Inputs damaged, targets the pictures as they are; this noise is drawn once for each picture: the figures are
        made with it."""
        x = self.see(samples.x, samples.shape)
        if self.damage == "noise":
            x = x + self.sigma * random.normal(random.key(seed, "damage"), x.size).reshape(x.shape)
        elif self.damage == "watermark":
            x = np.where(watermark(samples.shape), 1.0, x)
        return Posed(x, self.input_shape(samples.shape), samples.x)

    @property
    def damages(self) -> str:
        return self.damage

    @property
    def fresh_noise(self) -> float:
        return self.sigma if self.fresh and self.damage == "noise" else 0.0

    def input_shape(self, shape: Shape) -> Shape:
        return (1, *shape[1:]) if self.damage == "colour" and len(shape) == 3 else shape

    def see(self, x: np.ndarray, shape: Shape) -> np.ndarray:
        """Grey where colours are taken; noise and watermark are left to `pose`."""
        if self.damage != "colour" or len(shape) != 3 or shape[0] != 3:
            return x
        return np.tensordot(x.reshape(-1, *shape), GREY, axes=(1, 0)).reshape(len(x), -1)

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """`mse` against the targets y (samples, pixels), and `explained`: the share of the pixels' variance that is
        accounted for."""
        with np.errstate(all="ignore"):
            mse = float(np.mean((loss.answers(outputs) - y) ** 2))
        spread = float(np.mean((y - y.mean(axis=0)) ** 2))
        return {"explained": 1.0 - mse / spread if spread > 0 else math.nan, "mse": mse}

    def baseline(self, y_train: np.ndarray, y: np.ndarray) -> float:
        """What the mean picture of the training part explains: 0 there, a little less elsewhere."""
        spread = float(np.mean((y - y.mean(axis=0)) ** 2))
        return 1.0 - float(np.mean((y - y_train.mean(axis=0)) ** 2)) / spread if spread > 0 else math.nan

    def truth(self, prepared: Samples, places: np.ndarray) -> np.ndarray:
        return prepared.targets[places]

    def yardsticks(self, loss: Loss, prepared: Samples, places: np.ndarray) -> dict[str, float]:
        """`mean_mse`, and for damaged pictures `noise_mse`."""
        clean = prepared.targets[places]
        found = {"mean_mse": float(np.mean((clean - prepared.targets[prepared.train].mean(axis=0)) ** 2))}
        if self.damage in ("noise", "watermark"):
            found["noise_mse"] = float(np.mean((prepared.x[places] - clean) ** 2))
        return found


def watermark(shape: Shape) -> np.ndarray:
    """Which pixels of a picture two crossed bars cover, flat bool."""
    if len(shape) != 3:
        return np.zeros(math.prod(shape), dtype=bool)
    channels, height, width = shape
    down, along = np.mgrid[0:height, 0:width]
    u, v = (along + 0.5) / width - 0.5, (down + 0.5) / height - 0.5
    covered = (np.abs(u - v) < STROKE / 2) | (np.abs(u + v) < STROKE / 2)
    return np.broadcast_to(covered, (channels, height, width)).ravel()
