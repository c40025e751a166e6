"""What shuffled and shifted pictures do to the three ready nets for MNIST, which start with one click; and what the
cards on autoencoders of pictures claim."""

from __future__ import annotations

import functools
import statistics

import pytest

from core.documents.edits import replace, replace_all
from core.experiment.ready_networks import ROWS
from tests.building.presets import Run, preset, starts, to_the_end

pytestmark = pytest.mark.usefixtures("kernel")
SHIFT = 3  # pixels


@functools.cache
def learned(key: str, shuffled: bool = False) -> tuple[float, float, int]:
    """The accuracy of a ready net on test pictures as they are and shifted, at the preset's own budget of updates; its
    parameters."""
    experiment = preset("mnist-cnn", ("data.shuffle_pixels", shuffled), ("evaluate_every", 100))
    row = next(row for row in ROWS if row.key == key)
    session = Run(replace_all(experiment, row.edits(experiment))).session
    plain = session.last["test.accuracy"]
    assert session.updates == 700 and session.apply(replace(session.experiment, "data.shift", SHIFT))
    return plain, session.last["test.accuracy"], len(session.learner.network.flat)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_shifted_pictures_part_the_three_heads():
    dense, flatten, pooling = (learned(key) for key in ("dense", "cnn-flatten", "cnn-pooling"))
    assert dense[1] < 0.5 < flatten[1] < 0.85 < pooling[1]
    assert min(dense[0], flatten[0], pooling[0]) > 0.92
    assert (pooling[2], flatten[2], dense[2]) == (12_706, 32_826, 50_890)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_shuffled_pixels_cost_the_cnn_and_not_the_dense_net():
    fallen = {key: learned(key)[0] - learned(key, shuffled=True)[0] for key in ("dense", "cnn-flatten")}
    assert abs(fallen["dense"]) < 0.02 and 0.03 < fallen["cnn-flatten"] < 0.12


@pytest.mark.slow
def test_shapes_come_through_the_keyhole_but_not_through_three_numbers():
    wide, narrow = to_the_end("conv-autoencoder"), Run(preset("conv-autoencoder", ("layers.code.units", 3)))
    assert wide.goal_update > 0 and narrow.last["test.mse"] > 2.5 * wide.last["test.mse"]
    experiment = wide.session.experiment
    ready = replace_all(experiment, next(row for row in ROWS if row.key == "autoencoder").edits(experiment))
    dense = starts(ready, 3)
    assert statistics.median(run.last["test.mse"] for run in dense) > 2 * wide.last["test.mse"]
    assert len(dense[0].session.learner.network.flat) > 4 * len(wide.session.learner.network.flat)


@pytest.mark.slow
def test_the_net_that_sees_through_the_watermark_learns_to_mend_digits_too():
    offered = preset("watermark").what_to_try[1]
    mended = Run(preset("watermark", *offered.edits))
    assert mended.last["test.mse"] < 0.2 * mended.session.baselines["test.mean_mse"]


@pytest.mark.slow
def test_noise_that_stays_is_learned_by_heart():
    fresh, fixed = to_the_end("denoise"), Run(preset("denoise", ("task.fresh", False)))
    assert (
        fixed.last["train.mse"] < 0.85 * fresh.last["train.mse"]
        and fixed.last["test.mse"] > 1.05 * fresh.last["test.mse"]
    )


@functools.cache
def digit_accuracy(name: str, seed: int, shuffled: bool) -> float:
    return Run(preset(name, ("data.shuffle_pixels", shuffled), seed=seed)).last["test.accuracy"]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("name", "least", "most"), [("digits-dense", -0.02, 0.02), ("digits-cnn", 0.005, 0.035)])
def test_on_small_digits_shuffling_shows_little(name, least, most):
    """8 × 8 pixels, what is lost in the median of three seeds: next to nothing by the dense net, some two points by the
    convolutional one."""
    lost = [digit_accuracy(name, seed, False) - digit_accuracy(name, seed, True) for seed in (1, 2, 3)]
    assert least <= sorted(lost)[1] <= most, lost
