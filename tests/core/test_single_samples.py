"""Every picture of data of which a part has a single sample: what works on many works on one, and is finite."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from core import registry
from core.experiment import Experiment
from core.probes.codes import Codes, projected
from core.probing.probe import Probe
from core.training.session import Session

pytestmark = pytest.mark.usefixtures("kernel")
ROWS = {
    "classes": [(0.1, 0.2, 0.0), (1.0, -1.0, 1.0), (-2.0, 0.5, 1.0), (0.3, 2.0, 0.0)],
    "values": [(0.1, 0.2, 0.3), (1.0, -1.0, 1.5), (-2.0, 0.5, -1.0), (0.3, 2.0, 0.7)],
    "curve": [(0.1, 0.2), (1.0, -1.0), (-2.0, 0.5), (0.3, 2.0)],
}
PARTS = {"one test sample": (3, 0.7), "one of each": (2, 0.5), "one training sample": (1, 1.0), "many": (200, 0.5)}


@functools.cache
def session(mode: str, parts: str) -> Session:
    count, share = PARTS[parts]
    rows = [
        tuple(np.add(row, 0.01 * (number // 4))) if mode != "classes" else row
        for number, row in enumerate((ROWS[mode] * 50)[:count])
    ]
    loss = {"kind": "cross_entropy" if mode == "classes" else "mean_squared"}
    made = Session(
        Experiment.parse(
            {
                "data": {"kind": "points", "mode": mode, "points": rows, "train_share": share},
                "layers": [{"kind": "dense", "name": name, "units": 3} for name in ("h1", "h2")],
                "loss": loss,
            }
        )
    )
    made.advance(3)
    return made


def works_on_many(kind: type[Probe], mode: str) -> bool:
    """Some pictures are of other tasks, or of other shapes of data."""
    try:
        session(mode, "many").frame(kind())
    except (AttributeError, KeyError, IndexError, ValueError, TypeError, AssertionError, StopIteration):
        return False
    return True


@pytest.mark.parametrize("parts", [name for name in PARTS if name != "many"])
@pytest.mark.parametrize("mode", ROWS)
def test_what_works_on_many_samples_works_on_one(mode, parts):
    kinds = [kind for kind in registry.family("probes").values() if works_on_many(kind, mode)]
    assert len(kinds) > 8
    one, many = session(mode, parts), session(mode, "many")
    assert len(one.prepared.test) == 1 or parts != "one test sample"
    for kind in kinds:
        finite = {name for name, array in many.frame(kind()).arrays.items() if _is_finite(array)}
        found = one.frame(kind()).arrays
        assert not [name for name in finite & set(found) if not _is_finite(found[name])], kind


def _is_finite(array: np.ndarray) -> bool:
    return array.dtype.kind != "f" or bool(np.isfinite(array).all())


def test_one_code_lies_in_the_middle():
    places, kept, directions = projected(np.array([[1.0, 2.0, 3.0]]))
    assert places.tolist() == [[0.0, 0.0]] and kept == 1.0 and directions.shape == (2, 3)
    frame = session("classes", "one test sample").frame(Codes(layer="h1"))
    assert frame.arrays["places"].shape == (1, 2) and frame.info["units"] == 3


def test_two_codes_lie_as_far_apart_as_they_are():
    values = np.array([[1.0, 2.0, 3.0], [1.0, 2.0, 8.0]])
    places, kept, _ = projected(values)
    assert np.linalg.norm(places[0] - places[1]) == pytest.approx(5.0) and kept == pytest.approx(1.0)
