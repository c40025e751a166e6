"""Whether the layers of an experiment fit together and take what the data give, as far as that is known before there
are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.experiment.layer_mends import for_stack
from core.families import Misfit, Player, Shape, count_of, makers
from core.messages import Mend, Refusal

if TYPE_CHECKING:
    from core.experiment.settings import Settings

SOME = (0,)  # stands for a row whose length is not known yet: no layer that takes a row of some numbers asks how many


def _several_players(experiment: Settings, players: tuple[Player, ...]) -> None:
    made = makers(players)
    if experiment.rule.kind != "gradient":
        raise Refusal(
            "rule.kind",
            f"the {made[0].name} learns through the {made[0].judges[0]}, by the gradient alone"
            if made
            else "several players learn by the gradient alone",
            Mend("Learn by the gradient", (("rule.kind", "gradient"),)),
        )
    for player in players:
        if player.optimizer.closure:
            path = f"{player.optimizer_path}.kind"
            raise Refusal(
                path,
                f"{player.optimizer.label} makes several steps in one update: {count_of(players)} take turns one step at a time",
                Mend("Take Adam", ((path, "adam"),)),
            )
    if (
        made
        and experiment.inputs.features
        and experiment.data.geometry == "plane"
        and set(experiment.inputs.features) != {"x1", "x2"}
    ):
        raise Refusal(
            "inputs.features",
            f"a {made[0].name} makes samples of x₁ and x₂: what is constructed from them would be made apart",
            Mend("Take x₁ and x₂", (("inputs.features", ()),)),
        )


def comes_in(experiment: Settings) -> Shape:
    """The shape of what the first layer gets; () for a row whose length only the data know."""
    shape = experiment.data.sample_shape
    return () if experiment.inputs.features or not shape else experiment.task.input_shape(shape)


def fits(experiment: Settings) -> None:
    """Raise a `Refusal` at the first layer that does not fit, and for what several players cannot do."""
    own = Player("", (1,), experiment.layers, experiment.optimizer, path="layers")
    players = experiment.task.players(own, (1,))
    if len(players) > 1:
        _several_players(experiment, players)
    shape = comes_in(experiment)
    for layer in experiment.layers:
        if not shape and layer.kind == "reshape":
            return  # how many numbers there are is said by the data alone
        try:
            after = layer.shape(shape or SOME)
        except Misfit as problem:
            mend = for_stack(experiment.layers, comes_in(experiment) or SOME, layer)
            raise Refusal(f"layers.{layer.name}", str(problem), mend) from problem
        if shape or layer.flattens:
            shape = after
