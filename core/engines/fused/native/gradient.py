"""What is done with the gradient before the optimizer sees it, and with links that are cut after its step."""

from __future__ import annotations

from core.engines.fused.native.lanes import at, inner, like, put, root
from core.engines.fused.native.places import CUTTING, L1, L2


@inner
def sign(w):
    """−1, 0 or 1; nan stays nan."""
    if w > 0:
        return like(w, 1.0)
    if w < 0:
        return like(w, -1.0)
    return w


@inner
def penalize(flat, gradient, pulls):
    """Add what the penalties pull at every weight to its gradient."""
    for i in range(len(flat)):
        w = at(flat, i)
        put(gradient, i, at(gradient, i) + pulls[L1, i] * sign(w) + pulls[L2, i] * w)


@inner
def clip(gradient, value, norm):
    """Cut every component to ± value, then shorten the whole to the length `norm`; 0: not at all."""
    sample = at(gradient, 0)
    if value > 0:
        most = like(sample, value)
        for i in range(len(gradient)):
            g = at(gradient, i)
            put(gradient, i, most if g > most else -most if g < -most else g)
    if norm > 0:
        squares = like(sample, 0.0)
        for i in range(len(gradient)):
            squares += at(gradient, i) * at(gradient, i)
        share = like(sample, norm) / (root(squares) + like(sample, 1e-6))
        if not share > like(sample, 1.0):
            for i in range(len(gradient)):
                put(gradient, i, at(gradient, i) * share)


@inner
def cut_links(flat, before, pulls, dead, rate):
    """The known playground's L1 as a step of its own: a weight that crosses zero is cut for good."""
    lr = like(at(flat, 0), rate)
    for i in range(len(flat)):
        w = at(flat, i)
        if dead[i]:
            w = like(w, 0.0)
        if pulls[CUTTING, i] > 0:
            moved = w - lr * (pulls[CUTTING, i] * sign(before[i]))
            if w * moved < 0:
                dead[i] = 1
            w = moved
        put(flat, i, like(w, 0.0) if dead[i] else w)
