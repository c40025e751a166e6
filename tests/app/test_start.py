"""The first start with the kernel at hand: nobody waits for what the ring does not need."""

from __future__ import annotations

import os
import subprocess

import pytest

from app.bench.start import OURS, REFUSED
from core.machine import processes

HEAVY = ("torch", "numba", "pyqtgraph.opengl", "OpenGL", "PIL")


@pytest.mark.usefixtures("kernel")
def test_the_ring_learns_and_is_seen_without_torch(tmp_path):
    code = f"{REFUSED}{OURS}\nprint([name for name in {HEAVY!r} if sys.modules.get(name) is not None])"
    environment = os.environ | processes.environment() | {"DESCENT_LAB_HOME": str(tmp_path)}
    done = subprocess.run(
        processes.python("-c", code), capture_output=True, text=True, env=environment, cwd=processes.ROOT, timeout=100, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:3] == ["there", "learning", "[]"]
