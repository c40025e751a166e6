"""What is asked of weight space: which plane, whose loss, over which samples, how finely."""

from __future__ import annotations

from typing import Literal

from pydantic import InstanceOf, field_validator

from core.params import choice, flag, hidden, integer, number
from core.probing.probe import Probe
from core.surfaces.laid import Laid

PLANES = {
    "weights": "two weights",
    "random": "random directions",
    "pca": "principal components of the path",
    "gradient": "gradient and step",
    "hessian": "leading Hessian eigenvectors",
    "points": "through three points",
    "line": "line between two points",
}


class SurfaceRequest(Probe):
    """The fields of the probe `core.probes.surface.Surface`, which answers it."""

    plane: Literal["weights", "random", "pca", "gradient", "hessian", "points", "line"] = choice(
        "weights", PLANES, label="Plane", help="What spans the picture."
    )
    player: str = hidden(
        "",
        help="Of several players: whose weights span the picture, and whose loss it shows. The others are held still where they are. Without a choice it is the first one.",
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
        cost="every height is computed from all of them",
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
    laid: InstanceOf[Laid] | None = hidden(None, help="The plane of a run beside this one: it takes the place of the run's own; the rest stays as it is asked for.")  # fmt: skip

    @field_validator("resolution")
    @classmethod
    def _odd(cls, resolution: int) -> int:
        if resolution % 2 == 0:
            raise ValueError(f"must be odd, so that one point is the centre, not {resolution}")
        return resolution
