"""Pictures before and after an autoencoder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.data.images import as_pictures, is_picture
from core.params import choice, hidden, integer
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_JUDGED = 1000  # samples that the part's figures are made of


class Redrawing(Probe):
    """Some pictures as they are, as the network sees them and as it draws them, with the mean squared error of a
    pixel."""

    label = "Before and after"
    kind: Literal["redrawing"] = "redrawing"
    part: Literal["train", "test"] = choice(
        "test", {"train": "training part", "test": "test part"}, label="Part", help="Which pictures are drawn."
    )
    count: int = integer(8, 1, 24, minimum=1, maximum=100, label="Pictures", help="How many stand side by side.")
    first: int = hidden(0, help="How many pictures of the part are skipped.")

    def compute(self, moment: Moment) -> Answer:
        """ "clean", "seen", "drawn": (n, height, width, channels); "error" and "seen_error" (n,), the latter nan where
        they cannot be compared; "index" (n,)."""
        prepared = moment.prepared
        if moment.task.kind != "autoencoder" or not is_picture(prepared.sample_shape):
            return {}, {
                "problem": "Pictures before and after stand here where the task is to draw the picture again (autoencoder) and the data are pictures."
            }
        places = prepared.part(self.part if len(prepared.part(self.part)) else "train")
        index = np.take(places, np.arange(self.first, self.first + min(self.count, len(places))), mode="wrap")
        drawn = _answers(moment, index)
        clean, seen = prepared.targets[index], prepared.x[index]
        comparable = seen.shape == clean.shape
        with np.errstate(all="ignore"):
            error = np.mean((drawn - clean) ** 2, axis=1)
            damage = np.mean((seen - clean) ** 2, axis=1) if comparable else np.full(len(index), np.nan)
        arrays = {
            "clean": as_pictures(clean, prepared.sample_shape, prepared), "seen": as_pictures(seen, prepared.shape, prepared),
            "drawn": as_pictures(drawn, prepared.sample_shape, prepared), "error": error, "seen_error": damage, "index": index, "y": prepared.table.y[index],
        }  # fmt: skip
        return arrays, self._words(moment, places[:MOST_JUDGED]) | {"in_part": len(places)}

    def _words(self, moment: Moment, places: np.ndarray) -> dict[str, Any]:
        prepared, task = moment.prepared, moment.task
        scores = task.scores(moment.loss, moment.answers.outputs(prepared.x[places]), task.truth(prepared, places))
        return {
            "problem": "", "damage": task.damages, "figures": scores | task.yardsticks(moment.loss, prepared, places), "classes": prepared.table.classes,
            "part": self.part, "judged": len(places), "inputs": int(np.prod(prepared.shape)),
        }  # fmt: skip


def _answers(moment: Moment, index: np.ndarray) -> np.ndarray:
    """What the network draws for samples of the table, (n, pixels)."""
    with np.errstate(all="ignore"):
        return moment.said(moment.answers.outputs(moment.prepared.x[index]))
