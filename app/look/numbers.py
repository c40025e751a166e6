"""Numbers as a person reads them."""

from __future__ import annotations


def written(text: str) -> str:
    """A number that Python has written, with a true minus and a short exponent: "1.5e-05" is "1.5e−5"."""
    mantissa, e, exponent = text.partition("e")
    return (f"{mantissa}e{int(exponent)}" if e else text).replace("-", "−")
