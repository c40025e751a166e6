"""A command as it is typed, carried out in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import main as entry


def study_command(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """`descent-lab study …`: its exit status, standard output and standard error."""

    def carry_out(*typed: str) -> tuple[int, str, str]:
        status = entry.main(["study", *typed])
        out, err = capsys.readouterr()
        return status, out, err

    return carry_out
