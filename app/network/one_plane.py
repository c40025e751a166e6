"""One plane: weight spaces of runs side by side lie on the plane of the first one where their parameters have the same
names and shapes, and have one range of heights where their losses are of one kind. What they have is said at each."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.network.lab import Lab
from app.network.lanes import Lanes
from core.frames import Update
from core.frozen import frozen
from core.messages import BadInput
from core.runs.shared_luck import same_shapes

if TYPE_CHECKING:
    from app.views.surface.shared import Shared
    from app.views.surface.view import SurfaceView
    from core.frames import Frame
    from core.surfaces.laid import Laid

SURFACE = "surface"


@frozen
class InCommon:
    """What weight spaces have in common."""

    plane: bool = False
    height: bool = False

    @property
    def words(self) -> str:
        if self.plane:
            return "one plane" if self.height else "one plane, own height"
        return "own plane, one height" if self.height else "own plane and height"

    @property
    def sentence(self) -> str:
        """The same in full."""
        plane = "All lie on the plane of the first run" if self.plane else "Each has its own plane, for shapes differ"
        height = "colours and heights have one scale" if self.height else "and its own heights, for losses differ"
        return f"{plane}; {height}."


class OnePlane(QObject):
    """`common` is what the pictures of the runs that stand side by side have in common; None as long as that is not
    known, or nobody looks."""

    def __init__(self, lab: Lab, lanes: Lanes) -> None:
        super().__init__(lanes)
        self._lab, self._lanes, self._twins = lab, lanes, lab.twins
        self.common: InCommon | None = None
        self._compared: tuple[object, ...] = ()
        self._heard: list[SurfaceView] = []
        self._lead: Frame | None = None  # the last answer of the first one, and its plane
        self._laid: Laid | None = None
        lanes.arranged.connect(self._stand)
        lab.runs.prepared_changed.connect(self._look)
        lab.twins.updated.connect(self._hear)

    def _stand(self) -> None:
        """Other pictures stand side by side, or none."""
        views = self._views()
        for view in self._heard:
            if view not in views:
                self._leave(view)
        for view in views:
            if view not in self._heard:
                view.told.connect(self._look)
                view.asking.recentred.connect(self._recentre)
        self._heard = views
        self._look()

    def _leave(self, view: SurfaceView) -> None:
        from app.views.surface.shared import ALONE

        view.told.disconnect(self._look)
        view.asking.recentred.disconnect(self._recentre)
        view.share(ALONE)

    def _views(self) -> list[SurfaceView]:
        """The weight spaces side by side, that of the run that is shown first."""
        if not self._twins.there or SURFACE not in self._lanes.pairs:
            return []
        from app.views.surface.view import SurfaceView

        found = [cell.view for cell in self._lanes.pairs[SURFACE].cells]
        return [view for view in found if isinstance(view, SurfaceView)]

    def _hear(self, _number: int, update: Update) -> None:
        if update.prepared is not None:
            self._look()

    def _look(self, *_: object) -> None:
        """An answer came, samples are known, or others stand there."""
        self._compare()
        if self.common is None or len(self._heard) < 2:
            return
        lead, *others = self._heard
        scales = self._scales(self.common)
        lead.share(scales)
        self._follow(lead.frames.get(SURFACE))
        for view in others:
            view.share(self._on_plane(view, scales) if self.common.plane else scales)

    def _follow(self, frame: Frame | None) -> None:
        """The plane of the first one; it stays the same as long as nothing of it has moved."""
        from core.surfaces.laid import Laid

        if frame is self._lead:
            return
        laid = Laid.of(frame) if frame is not None else None
        if laid is None or self._laid is None or not self._laid.same(laid):
            self._laid = laid
        self._lead = frame

    def _on_plane(self, view: SurfaceView, scales: Shared) -> Shared:
        """A picture on the plane of the first one: on a new one as soon as it has answered on the one before, so that a
        plane that moves with its run leaves time for it."""
        from app.views.surface.choice import answered

        own, before = view.frames.get(SURFACE), view.shared.laid
        if self._lead is None:
            return dataclasses.replace(scales, waits=True)
        busy = self._laid is not None and before is not None and own is not None and answered(own).laid is not before
        return dataclasses.replace(scales, laid=before if busy else self._laid)

    def _compare(self) -> None:
        """What they have in common, found anew where one of them has other settings."""
        experiments, samples = self._twins.experiments, [run.prepared for run in self._twins.standings]
        known = [each for each in samples if each is not None]
        if not self._heard or len(known) < len(experiments) or len(experiments) < 2:
            self.common, self._compared = None, ()
            self._lanes.say(SURFACE, "")
            return
        if self._compared == (experiments, *map(id, known)):
            return
        try:
            plane = same_shapes(experiments, known)
        except BadInput:  # the samples at hand are not yet those of the networks
            return
        self._compared = experiments, *map(id, known)
        measured = [(experiment.loss, type(experiment.task)) for experiment in experiments]
        self.common = InCommon(plane, all(each == measured[0] for each in measured))
        self._lanes.say(SURFACE, self.common.words, self.common.sentence)

    def _scales(self, common: InCommon) -> Shared:
        """One range for all, where heights are of one kind."""
        from app.views.surface.shared import ALONE, Shared, range_of, range_of_slices

        if not common.height:
            return ALONE
        frames = [view.frames[SURFACE] for view in self._heard if SURFACE in view.frames]
        return Shared(levels=range_of(frames), slices=range_of_slices(frames, self._heard[0].shared.slices))

    def _recentre(self) -> None:
        """One plane is that of the first run: it is set anew there, wherever that was asked for."""
        if self.common is None or not self.common.plane:
            return
        lead, *others = self._heard
        if self.sender() is not lead.asking:
            lead.asking.centre()
            return
        for view in others:
            view.asking.sight.anew()
            view.wants.emit()
