"""What a graphics card gains: only on a machine that has one."""

from __future__ import annotations

from app.bench.rows import Found, Row

NETS = (("2-32-32-1", 5.0), ("the MNIST CNN", 1.5))


def measure() -> Found:
    """The rows of a GPU, with the reason where there is none."""
    return [
        Row(f"on a GPU, {net}", "captured graph against eager", f"{times:g} ×", None, "×", None, _reason())
        for net, times in NETS
    ]


def _reason() -> str:
    from core.machine import device

    missing = {choice.key: choice.reason for choice in device.choices()}["cuda"]
    return missing or "this version captures no graphs"
