"""A picture in the making: one probe's answer to one Still, stage by stage."""

from __future__ import annotations

import logging

from core.families import Probe
from core.frames import Frame
from core.moment import Moment, frame
from core.running_out import OutOfMemory, ran_out

log = logging.getLogger(__name__)


class Picture:
    """`ready` is the newest stage that was not delivered yet, `over` whether no better one will come, `problem` why there is none."""

    def __init__(self, name: str, request: Probe, moment: Moment, run: int, era: int) -> None:
        self.name, self.request, self.era = name, request, era
        self.progressive = type(request).stages is not Probe.stages
        self.ready: Frame | None = None
        self.over = False
        self.problem = ""
        self._moment, self._run = moment, run
        self._stages = iter(request.stages(moment))

    def advance(self) -> None:
        """Work on it for a chunk. A picture that fails is over: the run goes on."""
        try:
            answer = next(self._stages)
            if answer is not None:
                self.ready = frame(self.request, self._moment, answer, self._run)
            self.over = not self.progressive
        except StopIteration:
            self.over = True
        except Exception as error:
            log.exception("the picture %s of run %s failed", self.name, self._run)
            self.over, self.ready = True, None
            self.problem = str(OutOfMemory(f"making the picture {self.name!r}", error)) if ran_out(error) else f"The picture {self.name!r} cannot be made: {str(error) or type(error).__name__}"
