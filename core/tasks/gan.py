"""Two players: one makes samples out of noise, the other tells them from real ones."""

from __future__ import annotations

import dataclasses
import math
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from pydantic import model_validator

from core import registry
from core.data.baseline import constant_outputs
from core.documents.written import said
from core.families import (
    NOISE,
    SAMPLES,
    Activation,
    Layer,
    Learned,
    Loss,
    Optimizer,
    Player,
    Posed,
    Samples,
    Shape,
    Table,
)
from core.families.measure import Measure
from core.layers.dense import Dense
from core.networks.bare_output import BareOutput
from core.params import choice, component, hidden, integer, number
from core.tasks.classes import Classes

DISCRIMINATOR, GENERATOR = "discriminator", "generator"
STEM = "g"  # of the names of the generator's layers
JUDGED = 1000  # generated samples that their coverage is counted from
NEARBY = 1e-3  # a step beside a constant answer: where the loss is no worse there, more than one is best


class Gan(Classes):
    """A generator makes samples out of noise, a discriminator tells them from real ones, and each learns from the
    other.

    The experiment's own network is the discriminator: it says how real a sample looks. The generator is a second
    network; it learns to make the discriminator say "real" (Goodfellow and others, 2014). With cross-entropy that is
    the non-saturating game, with the mean squared error the least-squares one.
    """

    label = "GAN"
    order = 40
    makes_samples: ClassVar[bool] = True
    imitates: ClassVar[bool] = True
    by_sample: ClassVar[bool] = False
    tells_losses: ClassVar[bool] = True
    origins: ClassVar[tuple[str, ...]] = ("generated", "real")
    needs: ClassVar[str] = "needs data that can be imitated: pictures, or points in the plane"
    noise_fields: ClassVar[tuple[str, ...]] = ("latent", "noise")
    sample_fields: ClassVar[tuple[str, ...]] = ("activation", "last")
    learner_field: ClassVar[str] = "learns_now"
    steps_field: ClassVar[str] = "ratio"
    score_label: ClassVar[str] = "Told apart"
    measures: ClassVar[tuple[Measure, ...]] = (Measure("accuracy", "Told apart", words="a guess", percent=True),)
    kind: Literal["gan"] = "gan"
    latent: int = integer(
        2,
        1,
        16,
        minimum=1,
        maximum=256,
        label="Noise numbers",
        help="How many random numbers the generator makes a sample of.",
    )
    noise: Literal["normal", "uniform"] = choice(
        "normal",
        {"normal": "normal", "uniform": "uniform in −1 … 1"},
        label="Noise",
        help="How the random numbers are spread.",
    )
    layers: tuple[Annotated[Layer, registry.of("layers")], ...] = hidden(({"kind": "dense", "name": "g1", "units": 16, "activation": {"kind": "relu"}},), help="The generator's hidden layers, from the noise to the sample.", type="layers")  # fmt: skip
    activation: Annotated[Activation, registry.of("activations")] = component("activations", {"kind": "linear"}, label="Generator's output", help="What the generator puts upon its answers: sigmoid for pixels, linear for points.")  # fmt: skip
    last: Literal["dense", "none"] = choice(
        "dense",
        {"dense": "a dense layer", "none": "none"},
        label="Generator's last layer",
        help="None: its last hidden layer gives exactly the numbers of a sample.",
        advanced=True,
    )
    optimizer: Annotated[Optimizer, registry.of("optimizers")] = component("optimizers", {"kind": "adam"}, label="Generator's optimizer", help="What is done with the generator's gradient.")  # fmt: skip
    ratio: int = integer(
        1,
        1,
        5,
        minimum=1,
        maximum=100,
        live=True,
        label="Steps of D for one of G",
        help="How often the discriminator learns before the generator learns once.",
    )
    real_target: float = number(
        1.0,
        0.8,
        1,
        minimum=0.5,
        maximum=1.0,
        step=0.05,
        live=True,
        label="Target for real",
        help="What the discriminator should say to real samples: a little under 1 keeps it from being too sure.",
    )
    learns_now: Literal["both", "discriminator", "generator"] = choice(
        "both",
        {"both": "both", "discriminator": "D only", "generator": "G only"},
        live=True,
        label="Who learns",
        help="The other one is held still.",
    )

    @model_validator(mode="before")
    @classmethod
    def _name(cls, values: Any) -> Any:
        """Layers without a name are called g1, g2, …"""
        if isinstance(values, dict) and isinstance(values.get("layers"), (list, tuple)):
            taken = said(values["layers"], "name")
            free = (name for number_ in range(1, 1000) if (name := f"{STEM}{number_}") not in taken)
            values = values | {
                "layers": tuple(
                    layer | {"name": next(free)} if isinstance(layer, dict) and not layer.get("name") else layer
                    for layer in values["layers"]
                )
            }
        return values

    def relabel(self, table: Table) -> Table:
        """All samples are real."""
        return dataclasses.replace(
            table, y=np.ones(len(table.x), dtype=np.int64), classes=self.origins, target="origin", before=table
        )

    def pose(self, samples: Posed, seed: int) -> Posed:
        return Posed(samples.x, samples.shape, samples.targets[:, -1:])

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """Of real samples alone, the share called real; `figures` puts that of both kinds in its place."""
        return {"accuracy": super().scores(loss, outputs, y)["accuracy"]}

    def players(self, own: Player, shape: Shape) -> tuple[Player, ...]:
        numbers = math.prod(shape)
        last = (
            Dense(name="output", units=numbers, activation=self.activation)
            if self.last == "dense"
            else BareOutput(units=numbers, activation=self.activation)
        )
        discriminator = dataclasses.replace(
            own,
            name=DISCRIMINATOR,
            short="D",
            steps=self.ratio,
            sees=(SAMPLES, GENERATOR),
            aim="to tell real from generated samples",
        )
        generator = Player(
            GENERATOR, (self.latent,), (*self.layers, last), self.optimizer, sees=(NOISE,), judges=(DISCRIMINATOR,),
            noise=self.noise, prefix="generator.", path="task.layers", stem=STEM, short="G", measure="generator_loss", scored=False,
            aim="to pass for real",
        )  # fmt: skip
        return discriminator, generator

    @property
    def learning(self) -> str:
        return "" if self.learns_now == "both" else self.learns_now

    def wanted(self, player: str, loss: Loss, samples: int) -> np.ndarray:
        of_real, of_made, aim = self.wants(loss)
        return np.full((samples, 1), aim) if player == GENERATOR else np.repeat([of_real, of_made], samples)[:, None]

    def told_apart(self, loss: Loss, outputs: np.ndarray) -> np.ndarray:
        """The share of real and of as many generated samples that the discriminator tells apart."""
        half = outputs.shape[1] // 2
        real, made = (loss.decisions(part) for part in (outputs[:, :half], outputs[:, half:]))
        return 0.5 * ((real == 1).mean(axis=-1) + (made == 0).mean(axis=-1))

    def figures(self, learned: Learned, part: str) -> dict[str, float]:
        """The discriminator's `loss` and `accuracy` on real and as many generated samples, and the `generator_loss` on
        these, each as it is trained with (`wants`): the same that a surface of the player has at its place. Of the
        generated samples: `coverage.share`, the share of the real ones' places that they reach; of data with classes
        `coverage.classes`, how many of those; the data's own `coverage.…`, or where there is none `coverage.near`, how
        many are as near to a real one as unseen real ones are."""
        loss, prepared = learned.experiment.loss, learned.prepared
        places = prepared.part(part)
        real = learned.outputs(prepared.x[places])
        fake = learned.outputs(learned.made_beside(GENERATOR, places))
        with np.errstate(all="ignore"):
            each = [
                float(loss.each(outputs, np.full(outputs.shape, want)).mean())
                for outputs, want in zip((real, fake, fake), self.wants(loss), strict=True)
            ]
        right = 0.5 * float((loss.decisions(real) == 1).mean() + (loss.decisions(fake) == 0).mean())
        found = {
            f"{part}.loss": 0.5 * (each[0] + each[1]),
            f"{part}.accuracy": right,
            f"{part}.generator_loss": each[2],
        }
        found = {name: value if math.isfinite(value) else math.inf for name, value in found.items()}
        return found | _coverage(learned) if part == "train" else found

    def wants(self, loss: Loss) -> tuple[float, float, float]:
        """What the discriminator learns to say to real and to generated samples, and what the generator wants it to say
        to generated ones."""
        no, yes = (float(loss.targets(np.array([answer]), 1)[0, 0]) for answer in (0, 1))
        return no + (yes - no) * self.real_target, no, yes

    def game(self, loss: Loss) -> str:
        """What the two play with this loss."""
        if loss.link == "logistic":
            return "non-saturating game"
        return "least-squares game" if loss.kind == "mean_squared" else f"game with {loss.label.lower()}"

    def loss_label(self, loss: Loss) -> str:
        """ "Cross-entropy: non-saturating game"."""
        return f"{loss.label}: {self.game(loss)}"

    def yardsticks(self, loss: Loss, prepared: Samples, places: np.ndarray) -> dict[str, float]:
        """The equilibrium: where real and generated samples are the same, the best that the discriminator can say is
        one constant c everywhere, that with the smallest mean of its two losses. Then its loss is `baseline_loss`, and
        the generator's, at the same c, `baseline_generator_loss`.

        With real samples' target t (1 in Goodfellow and others' game, 2014, section 4.1) cross-entropy and squares have
        c = t/2: with cross-entropy D has the entropy of t/2 and G −ln(t/2), both ln 2 for t = 1; in the least-squares
        game they have t²/4 and (1 − t/2)². Where more than one c is best G's is not settled, and left out.
        """
        of_real, of_made, aim = self.wants(loss)
        both = np.array([[of_real], [of_made]])
        best = constant_outputs(loss, both)
        found = {"baseline_loss": float(loss.each(np.broadcast_to(best, both.shape), both).mean()), "baseline": 0.5}
        if (
            min(float(loss.each(np.broadcast_to(best + step, both.shape), both).mean()) for step in (-NEARBY, NEARBY))
            > found["baseline_loss"]
        ):
            found["baseline_generator_loss"] = float(loss.each(best[None], np.array([[aim]])).mean())
        return found


def _coverage(learned: Learned) -> dict[str, float]:
    """What the generated samples reach."""
    prepared, made = learned.prepared, learned.made(GENERATOR, JUDGED)
    found = {"coverage.share": prepared.coverage.share(made)}
    if prepared.coverage.has_classes:
        found["coverage.classes"] = prepared.coverage.classes(made)
    own = learned.experiment.data.coverage(prepared.decode(made))
    if not own:
        found["coverage.near"] = prepared.coverage.near(made)
    return found | {f"coverage.{name}": value for name, value in own.items()}
