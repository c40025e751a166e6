"""Waiting for a condition, with a limit."""

from __future__ import annotations

import threading
import time


def until(condition, limit: float = 20.0) -> None:
    """Look again and again until the condition holds; fail after `limit` seconds."""
    end, pause = time.monotonic() + limit, threading.Event()
    while not condition():
        assert time.monotonic() < end, "waited too long"
        pause.wait(0.002)
