"""Probes: questions that a view asks of a session."""

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np

from core.params import Component

Answer = tuple[dict[str, np.ndarray], dict[str, Any]]  # a probe's arrays and words


class Probe(Component):
    """A question that a view asks of a session; the answer is a frame of numpy arrays."""

    family: ClassVar[str] = "probes"
    needs_memory: ClassVar[bool] = False  # asks for the optimizer's memory (`Moment.step`)

    def compute(self, moment: Any) -> Answer:
        """The arrays and the words of a frame; `moment` is a `core.probing.moment.Moment`."""
        raise NotImplementedError

    def stages(self, moment: Any) -> Iterator[Answer | None]:
        """Better and better answers, the last that of `compute`; None after each chunk of work of about 5 ms that
        brought none.

        A probe that overrides this is progressive: other pictures are made between its chunks.
        """
        yield self.compute(moment)
