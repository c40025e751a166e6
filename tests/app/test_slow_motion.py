"""Step by sample: each sample of the coming batch is told, then the update is made, and nothing untrue stays on the
screen."""

from __future__ import annotations

import numpy as np
import pytest


@pytest.fixture
def window(qtbot, open_window):
    made = open_window()
    qtbot.waitUntil(
        lambda: made.network.lab.run.last is not None and made.network.lab.run.last.updates > 0, timeout=60_000
    )
    made.network.lab.pause()
    qtbot.waitUntil(lambda: made.network.lab.run.last.state.value == "paused", timeout=10_000)
    return made


def test_samples_are_revealed_and_then_the_update_is_made(window, qtbot):
    heard: list[str] = []
    window.network.slow_motion.said.connect(heard.append)
    before = window.network.lab.run.last.updates
    for number in range(1, 11):
        window.network.lab.step("sample")
        qtbot.waitUntil(lambda number=number: len(heard) == number, timeout=10_000)
        assert heard[-1].startswith(f"Sample {number} of 10") and "stand still" in heard[-1]
        assert window.network.lab.run.last.updates == before
    window.network.lab.step("sample")
    qtbot.waitUntil(lambda: len(heard) == 11, timeout=10_000)
    assert window.network.lab.run.last.updates == before + 1 and "mean of their gradients" in heard[-1]


def test_the_sentence_on_standing_weights_goes_when_they_move(window, qtbot):
    heard: list[str] = []
    window.network.slow_motion.said.connect(heard.append)
    window.network.lab.step("sample")
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=10_000)
    window.network.lab.step("update")
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=10_000)
    assert "moved" in heard[-1]


def test_the_told_gradient_is_that_of_the_sample(window, qtbot):
    from core.training.session import Session

    heard: list[str] = []
    window.network.slow_motion.said.connect(heard.append)
    window.network.lab.runs.begin(False)
    qtbot.waitUntil(
        lambda: window.network.lab.run.last is not None and window.network.lab.run.last.updates == 0, timeout=20_000
    )
    window.network.lab.step("sample")
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    session = Session(window.network.lab.store.experiment)
    sample = session.learner.coming_batch(session.course.state.cursor)[0]
    length = float(np.linalg.norm(session.learner.gradient(np.array([sample]))))
    assert f"gradient is {length:.3f} long" in heard[-1]


@pytest.fixture
def of_itself(window, qtbot):
    """Edits, and what step by sample says of the first sample then, and of the update."""

    def said(*edits) -> tuple[str, str]:
        run = window.network.lab.runs.shown_run
        window.network.lab.edits(edits)
        window.network.lab.runs.begin(False)
        qtbot.waitUntil(lambda: window.network.lab.runs.shown_run != run, timeout=10_000)
        qtbot.waitUntil(lambda: window.network.lab.run.last is not None, timeout=30_000)
        heard: list[str] = []
        window.network.slow_motion.said.connect(heard.append)
        size = window.network.lab.store.experiment.batch_size
        for number in range(size + 1):
            window.network.lab.step("sample")
            qtbot.waitUntil(lambda number=number: len(heard) == number + 1, timeout=20_000)
        return heard[0], heard[-1]

    return said


def test_under_dropout_no_gradient_is_told_that_is_not_the_updates(of_itself):
    first, last = of_itself(("batch_size", 2), ("layers.h1.dropout", 0.5))
    assert "dropout switches" in first and "long" not in first and "stand still" in first
    assert "mean of their gradients has moved" in last


def test_with_adam_the_mean_gradient_is_not_said_to_move_the_weights(of_itself):
    first, last = of_itself(("batch_size", 2), ("optimizer.kind", "adam"))
    assert "long" in first and "Adam has made its step" in last and "gradients has moved" not in last


def test_the_perceptron_has_no_gradient(of_itself):
    first, last = of_itself(
        ("data", {"kind": "truth", "gate": "and"}), ("layers", ()), ("rule.kind", "perceptron"), ("batch_size", 1)
    )
    assert "There is no gradient" in first and "long" not in first and "where there was a mistake" in last


def test_back_at_the_start_the_weights_are_not_said_to_have_moved(window, qtbot):
    heard: list[str] = []
    window.network.slow_motion.said.connect(heard.append)
    window.network.lab.step("sample")
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=10_000)
    run = window.network.lab.runs.shown_run
    window.network.lab.runs.begin(False)
    qtbot.waitUntil(lambda: window.network.lab.runs.shown_run != run, timeout=10_000)
    qtbot.waitUntil(lambda: window.network.lab.run.last is not None, timeout=10_000)
    window.network.lab.step("update")
    qtbot.waitUntil(lambda: window.network.lab.run.last.updates == 1, timeout=10_000)
    assert len(heard) == 1
