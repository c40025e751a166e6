"""How much of the real samples' places a generator reaches: what mode collapse is recognised by."""

from __future__ import annotations

import numpy as np

PLACES = 24  # anchors among the real samples
SPARSE = 0.15  # of what the real samples hold there: less does not count as reached
MOST = 2000  # real samples that are looked at


def share_reached(real: np.ndarray, made: np.ndarray) -> float:
    """The share of the real samples whose place is reached; real and made are (n, features).

    Places are the cells of anchors spread among the real samples, each as far from the others as can be. A place is reached when the generated
    samples hold at least 15 % of what the real ones do.
    """
    if not np.isfinite(made).all():
        return 0.0
    real = real[:MOST]
    anchors = spread_anchors(real, min(PLACES, len(real)))
    held = np.bincount(_nearest(real, anchors), minlength=len(anchors)) / len(real)
    reached = np.bincount(_nearest(made, anchors), minlength=len(anchors)) / len(made) >= SPARSE * held
    return float(held[reached].sum())


def spread_anchors(samples: np.ndarray, count: int) -> np.ndarray:
    """(count, features): one sample after another, each the furthest from those before it; the first is the first sample."""
    chosen, distance = [0], np.square(samples - samples[0]).sum(axis=1)
    while len(chosen) < count:
        chosen.append(int(distance.argmax()))
        distance = np.minimum(distance, np.square(samples - samples[chosen[-1]]).sum(axis=1))
    return samples[chosen]


def _nearest(samples: np.ndarray, anchors: np.ndarray) -> np.ndarray:
    """The number of the nearest anchor, (n,)."""
    return (np.square(anchors).sum(axis=1) - 2.0 * samples @ anchors.T).argmin(axis=1)
