"""What is drawn on before there are samples: a plane or a curve without any answer."""

from __future__ import annotations

import numpy as np

from core.datasets.points import CURVE_REACH, Points
from core.frames import Frame

CURVE_SPAN = 6.0  # along x


def blank(data: Points, classes: tuple[str, ...] = ()) -> Frame:
    """A boundary frame of the own points' data set, without points and as unsure as can be; `classes` where they are
    not its own."""
    curve, classes = (
        data.mode == "curve",
        classes or (data.class_names if data.mode == "classes" else ()),
    )
    outputs = len(classes) if len(classes) > 2 else 1
    low, high = (0.0, 1.0) if classes else (-CURVE_REACH, CURVE_REACH) if curve else (-1.0, 1.0)
    shape = (2, outputs) if curve else (2, 2, outputs)
    span = CURVE_SPAN if curve else data.reach
    arrays = {
        "answers": np.full(shape, np.nan if curve else 1 / outputs if outputs > 1 else (low + high) / 2),
        "decisions": np.zeros(shape[:-1], dtype=np.int64),
        "extent": np.array([-span, span, -span, span]),
        "x": np.array([-span, span]),
        "points": np.zeros((0, 2)), "y": np.zeros(0), "part": np.zeros(0, dtype=np.int64), "index": np.zeros(0, dtype=np.int64),
    }  # fmt: skip
    names = ("x", "y") if curve else ("x₁", "x₂")
    info = {
        "geometry": "curve" if curve else "plane", "x": names[0], "y": names[1], "classes": classes, "range": (low, high),
        "threshold": 0.5, "task": "classes" if classes else "values", "target": "", "notes": (),
    }  # fmt: skip
    return Frame(0, 0, None, arrays, info)
