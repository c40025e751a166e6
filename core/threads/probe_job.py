"""A picture in the making: one probe's answer to one Still, stage by stage."""

from __future__ import annotations

import logging

from core.frames import Frame
from core.machine.out_of_memory import OutOfMemory, ran_out
from core.probing.moment import Moment
from core.probing.probe import Probe, frame

log = logging.getLogger(__name__)


class ProbeJob:
    """`ready` is the newest stage that was not delivered yet, `over` whether no better one will come, `problem` why
    there is none.

    `resumes`: what is computed so far is kept, so the same picture of a newer Still would go on from there (its frame's
    info says so).
    """

    def __init__(self, name: str, request: Probe, moment: Moment, run: int, era: int) -> None:
        self.name, self.request, self.era = name, request, era
        self.progressive = type(request).stages is not Probe.stages
        self.ready: Frame | None = None
        self.over = self.resumes = False
        self.problem = ""
        self._moment, self._run = moment, run
        self._stages = iter(request.stages(moment))

    @property
    def replaceable(self) -> bool:
        """Whether one of a newer Still may take its place: nothing is lost, and all it had to show has been
        delivered."""
        return self.resumes and self.ready is None and not self.over

    def advance(self) -> None:
        """Work on it for a chunk. A picture that fails is over: the run goes on."""
        try:
            answer = next(self._stages)
            if answer is not None:
                self.ready = frame(self.request, self._moment, answer, self._run)
                self.resumes = bool(self.ready.info.get("resumes", False))
            self.over = not self.progressive
        except StopIteration:
            self.over = True
        except Exception as error:
            log.exception("the picture %s of run %s failed", self.name, self._run)
            self.over, self.ready = True, None
            self.problem = (
                str(OutOfMemory(f"making the picture {self.name!r}", error))
                if ran_out(error)
                else f"The picture {self.name!r} cannot be made: {str(error) or type(error).__name__}"
            )
