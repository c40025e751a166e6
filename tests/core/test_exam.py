"""An exam: all samples part by part, and sums over them in the order in which numpy adds up."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.preparation import prepare
from core.engines.exam import PARTS, PIECE, Exam
from tests.building.experiments import small


def _exam(samples: int) -> Exam:
    changes = {"data": {"kind": "circle", "samples": samples}, "validation_share": 0.2}
    return Exam.of(prepare(small(**changes)), np.dtype("float32"))


def _numpys(exam: Exam, numbers: np.ndarray) -> np.ndarray:
    """Of each piece what numpy makes of its numbers."""
    return np.stack([numbers[:, first:last].sum(axis=-1) for first, last in exam.pieces], axis=-1)


def test_every_part_is_there_in_its_order():
    exam = _exam(400)
    prepared = exam.prepared
    assert list(exam.parts) == list(PARTS)
    for part, (first, last) in exam.parts.items():
        assert np.array_equal(exam.places[first:last], prepared.part(part))
        assert np.array_equal(exam.x[:, first:last].T, prepared.x[prepared.part(part)].astype(np.float32))
        assert np.array_equal(exam.wanted[:, first:last].T, prepared.targets[prepared.part(part)])
    assert not exam.x[:, len(exam.places) :].any() and exam.x.shape[1] >= len(exam.places) + 16


@pytest.mark.parametrize("samples", [20, 37, 250, 500, 801, 2600, 5000])
def test_sums_of_pieces_are_numpys_to_the_last_bit(samples):
    exam = _exam(samples)
    assert (np.diff(exam.pieces) <= PIECE).all() and (np.diff(exam.pieces) > 0).all()
    assert exam.pieces[0, 0] == 0 and np.array_equal(exam.pieces[1:, 0], exam.pieces[:-1, 1])
    numbers = np.random.default_rng(samples).lognormal(sigma=4.0, size=(5, len(exam.places)))
    totals = exam.totals(_numpys(exam, numbers))
    for part, (first, last) in exam.parts.items():
        one_by_one = [np.ascontiguousarray(row[first:last]).sum() for row in numbers]
        assert totals[part].tolist() == one_by_one
