"""Probes: questions that a view asks of a session."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from core.frames import Frame
from core.params import Component

if TYPE_CHECKING:
    from core.probing.moment import Moment

Answer = tuple[dict[str, np.ndarray], dict[str, Any]]  # a probe's arrays and words


class Probe(Component):
    """A question that a view asks of a session; the answer is a frame of numpy arrays."""

    family: ClassVar[str] = "probes"
    needs_memory: ClassVar[bool] = False  # asks for the optimizer's memory (`Landscape.step`)

    def compute(self, moment: Moment) -> Answer:
        """The arrays and the words of a frame."""
        raise NotImplementedError

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        """Better and better answers, the last that of `compute`; None after each chunk of work of about 5 ms that
        brought none.

        A probe that overrides this is progressive: other pictures are made between its chunks.
        """
        yield self.compute(moment)


def frame(request: Probe, moment: Moment, answer: Answer, run: int = 0) -> Frame:
    """A probe's answer as it leaves the core."""
    arrays, info = answer
    for array in arrays.values():
        array.setflags(write=False)
    return Frame(run, moment.updates, request, arrays, info)
