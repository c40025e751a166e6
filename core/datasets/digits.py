"""Handwritten digits: small ones of 8 × 8 pixels, and a part of MNIST."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.datasets.pictures import ShippedImages, samples_field
from core.files.framing import Framing
from core.params import number


class Digits(ShippedImages):
    """1,797 handwritten digits of 8 × 8 pixels: small enough to learn in a few hundred updates.

    Thirteen people wrote them: they are the test part of Alpaydın and Kaynak's collection of 1998, to which 43
    contributed. Even a network without a hidden layer does well here, and shuffling the pixels shows little: a dense
    net loses nothing, a convolutional one some two points. 8 × 8 is too small for neighbours to matter much.
    """

    label = "Digits 8 × 8"
    order = 70
    file: ClassVar[str] = "digits.npz"
    side: ClassVar[int] = 8
    brightest: ClassVar[float] = 16.0
    framing: ClassVar[Framing | None] = Framing(1.0, "box")
    kind: Literal["digits"] = "digits"
    samples: int = samples_field(1797, 1797)


class Mnist(ShippedImages):
    """5,000 handwritten digits of 28 × 28 pixels, 500 of each: a part of the best-known picture data of all.

    LeCun, Cortes and Burges made MNIST of NIST's forms, which employees of the US census and high-school students had
    filled in (1998). A dense net that sees a row of 784 numbers reaches some 93 to 95 %, a small convolutional net 97
    to 98 %.
    """

    label = "MNIST 28 × 28"
    order = 71
    file: ClassVar[str] = "mnist.npz"
    side: ClassVar[int] = 28
    framing: ClassVar[Framing | None] = Framing(20 / 28, "mass")
    kind: Literal["mnist"] = "mnist"
    samples: int = samples_field(5000, 5000)
    train_share: float = number(
        0.8, 0.1, 0.9, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the pictures that training sees; the rest is the test part, which drives nothing.",
    )  # fmt: skip
