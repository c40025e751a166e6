"""FrameView: a view that one frame fills, for experiments of one kind."""

from __future__ import annotations

from typing import Any, ClassVar

from app.views.base import View
from core.frames import Frame
from core.probing.probe import Probe
from core.registry import read


class FrameView(View):
    """The first of `frame_names` is what is drawn, the others add to it.

    A subclass says for which experiments it is there (`task_kind`, or its own `fits`), what it asks for (`wanted`) and
    how the frame is drawn (`draw_frame`). Elsewhere `empty_text` stands; where the experiment fits and nothing is
    computed yet, `soon_text`.
    """

    task_kind: ClassVar[str] = ""
    soon_text: ClassVar[str] = ""

    @property
    def task(self) -> str:
        """The kind of the experiment's task, "" while there is none."""
        return self.experiment.task.kind if self.experiment is not None else ""

    def fits(self) -> bool:
        """Whether this view has something to show of the experiment."""
        return self.experiment is not None and self.task_kind in ("", self.task)

    def wanted(self) -> dict[str, dict[str, Any]]:
        """The fields of the probes by the names of their frames; asked only where the experiment fits."""
        return {}

    def requests(self) -> dict[str, Probe]:
        return {name: read(Probe, fields) for name, fields in self.wanted().items()} if self.fits() else {}

    @property
    def frame(self) -> Frame | None:
        """What is drawn: the last frame, unless it tells of a problem or of another experiment."""
        frame = self.frames.get(self.frame_names[0])
        return None if frame is None or frame.info.get("problem") or not self.fits() else frame

    def draw(self) -> None:
        frame = self.frame
        self.say_empty(self.soon_text if self.soon_text and self.fits() else self.empty_text)
        self.show_body(frame is not None)
        if frame is not None:
            self.draw_frame(frame)

    def draw_frame(self, frame: Frame) -> None:
        """Bring the picture in line with the frame."""
        raise NotImplementedError
