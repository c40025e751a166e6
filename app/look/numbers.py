"""Numbers as a person reads them."""

from __future__ import annotations

from core.messages import without_sign_of_zero


def written(text: str) -> str:
    """A number that Python has written, with a true minus and a short power: "1.5e-05" is "1.5e−5", "1.0e+08" is
    "1e8"; 0 has no sign."""
    mantissa, e, exponent = text.partition("e")
    short = f"{mantissa.removesuffix('.0')}e{int(exponent)}" if e else text
    return without_sign_of_zero(short).replace("-", "−")
