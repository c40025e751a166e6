"""What asks a program to end is told once, and what is ignored stays ignored."""

from __future__ import annotations

import signal
import threading

import pytest

from core.machine.signals import ENDINGS, ending


@pytest.fixture
def heard():
    """All of them are heard, also where the tests were started by nohup or in the background of a shell."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in ENDINGS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", ENDINGS)
@pytest.mark.usefixtures("heard")
def test_each_of_them_asks_and_all_is_as_before(number):
    asked, before = [], [signal.getsignal(each) for each in ENDINGS]
    with ending(lambda: asked.append(number)):
        signal.raise_signal(number)
    assert asked == [number]
    assert [signal.getsignal(each) for each in ENDINGS] == before


def test_what_nohup_has_ignored_stays_so():
    number = ENDINGS[-1]
    before = signal.signal(number, signal.SIG_IGN)
    try:
        with ending(lambda: pytest.fail("asked")):
            signal.raise_signal(number)
        assert signal.getsignal(number) is signal.SIG_IGN
    finally:
        signal.signal(number, before)


def test_off_the_main_thread_nothing_changes():
    before, seen = signal.getsignal(signal.SIGINT), []

    def other() -> None:
        with ending(lambda: None):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=other)
    thread.start()
    thread.join(5.0)
    assert seen == [before]
