"""The dotted line of the curves: what an answer without looking gets, or where several players are in balance."""

from __future__ import annotations

import math
from collections.abc import Mapping

from app.views.curves.series import several
from app.views.drawing.plot import say
from core.experiment import Experiment
from core.families.measure import Measure
from core.frozen import frozen

HALF = (
    "cross_entropy",
    "mean_squared",
    "half_squared",
)  # losses by which half of the target for real samples is the best constant answer
BELOW = "below 0: worse than the best constant answer"
BELOW_BRIEF = "below 0: worse than that"


@frozen
class Reference:
    """Heights of the dotted lines, nan for none, and what the first stands for."""

    value: float = math.nan
    other: float = math.nan
    name: str = ""

    @property
    def words(self) -> str:
        if math.isfinite(self.other):
            return f"{self.name} {say(self.value, 3)}, G {say(self.other, 3)}"
        return f"{self.name} {_brief(self.value)}"

    def tip(self, worse: bool) -> str:
        """What the dotted line is, also where its words have no room; "" where there is none. `worse`: the newest
        figure lies below 0."""
        return f"Dotted: {self.told(worse)[0]}" if math.isfinite(self.value) else ""

    def told(self, worse: bool) -> tuple[str, ...]:
        """The words, with what a figure below 0 means where there is one, and what is left of them where there is
        little room."""
        forms = (self.words,) if math.isfinite(self.other) else (self.words, _brief(self.value))
        return (f"{self.words} · {BELOW}", f"{self.words} · {BELOW_BRIEF}", *forms) if worse else forms


def _brief(value: float) -> str:
    """What is as good as nothing is 0: the mean's R² on the test part."""
    return say(0.0 if -0.005 < value < 0 else value)


def reference_of(
    kind: str, experiment: Experiment | None, measure: Measure, baselines: Mapping[str, float]
) -> Reference:
    """That of the loss or of the score, on the test part where there is one."""
    other = other_reference(kind, experiment, baselines)
    if kind == "loss":
        key, words = "baseline_loss", "best constant answer"
    else:
        key, words = measure.yardstick, _yardstick(experiment, measure)
    for part in ("test", "train"):
        value = baselines.get(f"{part}.{key}", math.nan)
        if math.isfinite(value):
            return Reference(float(value), other, reference_words(kind, experiment, words))
    return Reference(other=other)


def _yardstick(experiment: Experiment | None, measure: Measure) -> str:
    """What the score of an answer without looking comes from."""
    column = experiment.data.baseline_column if experiment is not None else ""
    return f"{column} alone" if column else measure.words


def reference_words(kind: str, experiment: Experiment | None, usual: str) -> str:
    """What the dotted line stands for: for several players what the first one has in the equilibrium, which cannot tell
    real from generated samples."""
    players = several(experiment)
    if not players:
        return usual
    return f"equilibrium: {players[0].short}" if kind == "loss" else "guessing"


def other_reference(kind: str, experiment: Experiment | None, baselines: Mapping[str, float]) -> float:
    """Of several players' losses the second dotted line: what the second one has in the equilibrium; nan for all
    others, and where it is not settled."""
    players = several(experiment) if kind == "loss" else ()
    return baselines.get(f"train.baseline_{players[1].measure}", math.nan) if players else math.nan


def reference_tip(kind: str, experiment: Experiment | None, baselines: Mapping[str, float]) -> str:
    """The dotted lines of several players in a sentence; "" for all others."""
    value, other = baselines.get("train.baseline_loss", math.nan), other_reference(kind, experiment, baselines)
    players = several(experiment)
    if kind != "loss" or experiment is None or not players or not math.isfinite(value):
        return ""
    judge, maker, *_ = (player.name for player in players)
    wanted = float(experiment.task.wanted(judge, experiment.loss, 1)[0, 0])
    theirs = f", that of the {maker} {value_words(other)}" if math.isfinite(other) else ""
    because = (
        ""
        if wanted == 1 or experiment.loss.kind not in HALF
        else f" With a target of {wanted:g} for real samples it then says {wanted / 2:g} everywhere, of a scale from 0, generated, to 1, real."
    )
    return (
        f"Dotted: the equilibrium. Where real and generated samples look the same, the {judge} can do no better than say one and the same to all of them."
        f"{because} Its loss is then {value_words(value)}{theirs}. "
        f"The {judge} pulls its own loss below its line, the {maker} pulls it back up: neither curve has to fall."
    )


def value_words(value: float) -> str:
    """ "0.693 = ln 2"."""
    return f"{value:.3f}" + (" = ln 2" if abs(value - math.log(2)) < 1e-6 else "")
