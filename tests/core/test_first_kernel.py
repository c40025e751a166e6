"""On a machine that has no kernel yet: it is compiled before the tests, by who hands them out, and no test waits."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.building.places import ROOT

FILES = ("tests/core/test_weights_file.py", "tests/core/test_playground.py")


@pytest.mark.slow
@pytest.mark.parametrize("processes", ["0", "2"])
def test_no_test_waits_for_the_compiler(processes, tmp_path):
    """Compiling takes longer than any of these tests may."""
    command = [sys.executable, "-m", "pytest", "-n", processes, "--timeout", "10", *FILES]
    environment = os.environ | {"DESCENT_LAB_KERNELS": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("compiling the native kernel, once") == 1
