"""What the cards on sequences and autoencoders say, in numbers; several starts where luck has a part in it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.presets.running import Run, preset, starts, to_the_end

AUTOENCODERS = ("code-map", "watermark", "colouring")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["recall-rnn", "recall-lstm", "recall-gru", "sentence", "names", "sunspots", *AUTOENCODERS])
def test_the_goal_is_reached_from_three_starts(name):
    assert all(run.goal_update >= 0 for run in starts(preset(name), 3, to_the_goal=True))


@pytest.mark.slow
def test_at_sixty_steps_a_plain_net_learns_nothing():
    assert max(run.last["test.accuracy"] for run in starts(preset("recall-rnn", ("data.steps", 60)), 3)) < 0.4


@pytest.mark.slow
def test_without_forget_bias_much_is_still_wrong_after_300_updates():
    assert max(run.last["test.accuracy"] for run in starts(preset("recall-lstm", ("layers.h1.forget_bias", 0.0)), 2)) < 0.9


@pytest.mark.slow
def test_at_forty_steps_300_updates_are_too_few_for_the_lstm():
    assert max(run.last["test.accuracy"] for run in starts(preset("recall-lstm", ("data.steps", 40)), 2)) < 0.9


@pytest.mark.slow
def test_names_are_learned_by_heart():
    run = to_the_end("names")
    losses = np.array([(row["train.loss"], row["test.loss"]) for row in run.rows])
    assert losses[-1, 0] < losses[len(losses) // 2, 0] - 0.1
    assert losses[-1, 1] > losses[:, 1].min()
    assert run.last["test.bits_per_character"] == pytest.approx(run.last["test.loss"] / np.log(2), rel=1e-4)


@pytest.mark.slow
def test_the_sunspots_beat_saying_the_last_year_again():
    run = to_the_end("sunspots")
    assert run.last["test.mse"] < 0.5 * run.session.baselines["test.naive_mse"]


@pytest.mark.slow
def test_colours_at_random_cannot_be_learned():
    painted = Run(preset("colouring", ("data.colour", "random"), ("stop.updates", 600)))
    assert painted.last["test.loss"] > 2 * Run(preset("colouring", ("stop.updates", 600))).last["test.loss"]


@pytest.mark.slow
def test_a_wider_code_loses_less():
    wide = Run(preset("code-map", ("layers.code.units", 8)))
    assert wide.last["test.loss"] < 0.7 * to_the_end("code-map").last["test.loss"]


def test_the_sentence_is_learned():
    assert Run(preset("sentence"), to_the_goal=True).goal_update > 0
