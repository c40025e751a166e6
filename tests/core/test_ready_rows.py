"""Rows of ready blocks: cut to the data, counted, put in place and taken away again."""

from __future__ import annotations

import numpy as np
import pytest

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.experiment.ready_networks import ROWS
from core.probes.redrawing import Redrawing
from core.training.session import Session
from tests.building.presets import preset

pytestmark = pytest.mark.usefixtures("kernel")

BY_KEY = {row.key: row for row in ROWS}
DATA = (
    {"kind": "digits", "samples": 60}, {"kind": "shapes", "samples": 60, "colour": "by shape"}, {"kind": "recall", "samples": 60}, {"kind": "mnist", "samples": 60},
)  # fmt: skip


@pytest.mark.parametrize("data", DATA, ids=lambda data: data["kind"])
def test_every_row_that_fits_has_as_many_parameters_as_it_says(data):
    plain = Experiment.parse({"data": data})
    outputs = Session(plain).prepared.outputs
    for row in ROWS:
        if row.refusal(plain) or not row.parameters(plain, outputs):
            continue
        session = Session(replace_all(plain, row.edits(plain)))
        assert len(session.learner.network.flat) == row.parameters(plain, outputs)
        assert f"{len(session.learner.network.flat):,} parameters" in row.told(plain, outputs)


@pytest.mark.parametrize("data", DATA[:2], ids=lambda data: data["kind"])
def test_a_convolutional_autoencoder_draws_pictures_and_makes_room_for_others(data):
    plain = Experiment.parse({"data": data})
    coder = replace_all(plain, BY_KEY["conv-autoencoder"].edits(plain))
    session = Session(coder)
    assert (coder.task.kind, coder.output.layer) == ("autoencoder", "none")
    answers = session.learner.outputs(session.prepared.x[:5])
    assert answers.shape == session.prepared.targets[:5].shape and answers.min() >= 0 and answers.max() <= 1
    assert session.learner.network.inputs == session.prepared.shape
    back = replace_all(coder, BY_KEY["lenet"].edits(coder))
    assert (back.task.kind, back.output.layer, back.output.activation) == ("classes", "dense", "auto")
    Session(back).advance(1)


def test_a_picture_that_cannot_be_halved_twice_is_said():
    refusal = BY_KEY["conv-autoencoder"].refusal(Experiment.parse({"data": {"kind": "shapes", "side": 18}}))
    assert refusal == "needs pictures whose sides can be divided by 4, but they are of 18 × 18 pixels"


def test_the_grey_input_of_a_coloured_autoencoder_is_what_its_pictures_are_made_of():
    """The network sees fewer numbers than the data have."""
    session = Session(preset("colouring", ("data.samples", 200)))
    session.advance(5)
    figures = session.frame(Redrawing(part="test")).info["figures"]
    assert figures["mse"] == pytest.approx(session.evaluate()["test.mse"], rel=1e-5)
    assert np.isfinite(figures["explained"])
