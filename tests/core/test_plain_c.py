"""The yardstick in C makes the same run, else a share of its speed would say nothing."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.preparation import prepare
from core.experiment import Experiment
from core.machine.resources import FOLDER
from core.training.session import Session
from core.yardsticks.plain_c import PlainC, compiler

pytestmark = pytest.mark.skipif(not compiler(), reason="needs a C compiler")


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(("name", "every"), [("playground", 25), ("playground-deep", 100)])
def test_it_gives_the_kernels_numbers(name, every, tmp_path):
    experiment = Experiment.load(FOLDER / "presets" / f"{name}.toml")
    session, plain = Session(experiment), PlainC(experiment, prepare(experiment), tmp_path)
    found = plain.learn(200, every)
    session.advance(200)
    np.testing.assert_allclose(plain.vector, session.vector(), atol=2e-5)
    last = [session.last[f"{part}.{figure}"] for part in ("train", "test") for figure in ("loss", "accuracy")]
    np.testing.assert_allclose(found[-1], last, atol=5e-3)
    assert len(found) == 200 // every
    assert np.float32(1e-45) * np.float32(1.0) > 0, "no library that is loaded makes zero of the smallest numbers"
