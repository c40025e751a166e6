"""Several answers that may be true together."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.families import Loss, Samples, Table, TaskKind
from core.families.measure import Measure
from core.losses.encoding import bits
from core.tasks.classes import Classes

LONGEST = 24  # letters of a question's name in that of its figure


class Answers(Classes):
    """Each output answers a yes-or-no question of its own: y₁ = g(z₁), y₂ = g(z₂), and several may be true together.

    Softmax chooses one class of several; here nothing is shared out. A sample is all right where each of its answers is
    (the accuracy), and each answer has an accuracy of its own. The yardsticks are the most frequent combination of
    answers, and for each answer the more frequent of yes and no, both of the training part.
    """

    label = "Several answers (multi-label)"
    order = 5
    suits: ClassVar[TaskKind | None] = "answers"
    score_label: ClassVar[str] = "All right"
    measures: ClassVar[tuple[Measure, ...]] = (
        Measure("accuracy", "All right", words="most frequent combination", percent=True),
    )
    needs: ClassVar[str] = "needs data with several yes-or-no answers to each sample"
    counts: ClassVar[bool] = False
    kind: Literal["answers"] = "answers"

    def measures_of(self, answers: tuple[str, ...]) -> tuple[Measure, ...]:
        return (
            *self.measures,
            *(
                Measure(
                    f"answer{number}",
                    f"{_short(name)}: right",
                    f"answer{number}_baseline",
                    "yes or no for all",
                    percent=True,
                )
                for number, name in enumerate(answers, start=1)
            ),
        )

    def outputs(self, table: Table) -> int:
        return len(table.answers)

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """`accuracy` (all answers right), `mistakes` (samples with a wrong one) and `answer1`, `answer2`, …"""
        return {name: float(each[0]) for name, each in self.scores_of_many(loss, outputs[None], y).items()}

    def shares(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> np.ndarray:
        """1 for a sample whose answers are all right, 0 for the others."""
        return np.asarray(self._right(loss, outputs, y).all(axis=-1), np.float64)

    @staticmethod
    def _right(loss: Loss, outputs: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Which answers (…, samples, k) are; what is no number is none."""
        said: np.ndarray = (outputs > loss.threshold) == bits(y, outputs.shape[-1])
        return said & ~np.isnan(outputs)

    def scores_of_many(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
        k = outputs.shape[-1]
        right = self._right(loss, outputs, y)
        found = super().scores_of_counts(right.all(axis=-1).sum(axis=-1), len(y))
        return found | {f"answer{number + 1}": right[..., number].mean(axis=-1) for number in range(k)}

    def yardsticks(self, loss: Loss, prepared: Samples, places: np.ndarray) -> dict[str, float]:
        """`answer1_baseline`, `answer2_baseline`, …: yes to all, or no to all, as is more frequent in training."""
        k = len(prepared.table.answers)
        known, asked = bits(prepared.table.y[prepared.train], k), bits(prepared.table.y[places], k)
        usual = known.mean(axis=0) > 0.5
        return {
            f"answer{number + 1}_baseline": float((asked[:, number] == usual[number]).mean()) for number in range(k)
        }


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
