"""Worker: jobs beside the window, of which only the last one's answer counts."""

from __future__ import annotations

import threading

import pytest

from app.shell.worker import Worker
from core.messages import BadInput


@pytest.fixture
def worker(qapp):
    made = Worker(name="race-test")
    yield made
    assert made.close(10)


def test_a_job_is_done_on_a_thread_of_that_name_and_told_on_the_window_s_own(qtbot, worker):
    told = []
    worker.done.connect(lambda answer: told.append((answer, threading.current_thread())))
    worker.start(lambda: threading.current_thread().name)
    assert worker.busy
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("race-test", threading.main_thread())] and not worker.busy


def test_a_refusal_is_told_as_a_sentence(qtbot, worker):
    def refuse():
        raise BadInput("table.csv", "", "has no rows")

    with qtbot.waitSignal(worker.failed) as told:
        worker.start(refuse)
    assert told.args == ["table.csv: has no rows"]


def test_the_answer_of_an_overtaken_job_is_dropped(qtbot, worker):
    told, go_on = [], threading.Event()
    worker.done.connect(told.append)
    worker.start(lambda: go_on.wait(10) and "first")
    worker.start(lambda: "second")
    qtbot.waitUntil(lambda: bool(told))
    go_on.set()
    assert worker.close(10) and told == ["second"]


def test_closing_says_whether_the_job_ended_in_time(worker):
    go_on = threading.Event()
    worker.start(lambda: go_on.wait(10))
    assert not worker.close(0.0)
    go_on.set()
    assert worker.close(10) and not worker.busy
