"""The terrain in three dimensions: the lit sheet of the network room's surface, with the path and the ball of every racer. Needs OpenGL."""

from __future__ import annotations

import numpy as np
import pyqtgraph.opengl as gl
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from app.race.colours import colour_of
from app.race.map import NO_MARKS
from app.race.runs import Run
from app.race.sheets import drawn, key_title
from app.views import surface_mesh as mesh
from app.views.surface_relief import SurfaceRelief
from app.views.surface_seen import Seen
from core import race_sheet

MOST = 400  # points of a path that get a tube


class RaceRelief(SurfaceRelief):
    """Shows the same race as the map; the camera stays where it was put."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The terrain in three dimensions")
        self.ground: race_sheet.Sheet | None = None
        self.runs: tuple[Run, ...] = ()
        self.place, self.selected = 0.0, 0
        self._paths: list[tuple[gl.GLMeshItem, gl.GLMeshItem]] = []  # path, ball

    def show_ground(self, ground: race_sheet.Sheet | None) -> None:
        """Another ground; None where it cannot be drawn."""
        if ground is not self.ground:
            self.ground = ground
            self.show_seen(None if ground is None else Seen(drawn(ground), NO_MARKS, "x", "y", key_title(ground)))

    def show_runs(self, runs: tuple[Run, ...], selected: int) -> None:
        """New paths: tubes on the sheet, and balls."""
        self.runs, self.selected = runs, selected
        while len(self._paths) < len(runs):
            pair = tuple(gl.GLMeshItem(shader=None, smooth=True, computeNormals=False) for _ in range(2))
            for order, item in enumerate(pair):
                item.setDepthValue(20 + order)
                item.setVisible(False)
                self.addItem(item)
            self._paths.append(pair)  # type: ignore[arg-type]
        for (tube, ball), run in zip(self._paths, runs, strict=False):
            shown, world = run.known and not run.hidden, self._world(run)
            _fill(tube, mesh.tubes(world, np.isfinite(world).all(axis=1), 0.8 * mesh.TUBE, _parts(run.colour)) if shown else None)
            ball.setVisible(shown)
        for pair in self._paths[len(runs) :]:
            for item in pair:
                item.setVisible(False)
        self.show_place(self.place)

    def show_place(self, place: float) -> None:
        """Move the balls."""
        self.place = place
        for (_, ball), run in zip(self._paths, self.runs, strict=False):
            if run.known and not run.hidden:
                spot = self._spot(run, place)
                _fill(ball, mesh.sphere(spot, mesh.BALL * (0.95 if run.number == self.selected else 0.75), _parts(run.colour)) if spot is not None else None)
        self.update()

    def _world(self, run: Run) -> np.ndarray:
        """The path over the sheet, (n, 3), nan where it is beside it."""
        if not run.known or self.seen is None:
            return np.zeros((0, 3))
        sheet = self.seen.sheet
        points = np.where(np.isfinite(run.points), run.points, 1e9)[:MOST]
        heights = sheet.height_at(points[:, 0], points[:, 1])
        found = mesh.world(sheet, points, heights)
        found[:, 2] += mesh.TUBE
        return found

    def _spot(self, run: Run, place: float) -> np.ndarray | None:
        """Where the middle of a ball is; None where it has left the picture."""
        if self.seen is None:
            return None
        at = run.at(place)
        sheet = self.seen.sheet
        if not np.isfinite(at).all() or not sheet.inside(float(at[0]), float(at[1])):
            return None
        spot = mesh.world(sheet, at[None], sheet.height_at(at[None, 0], at[None, 1]))[0]
        spot[2] += mesh.BALL * 0.8
        return spot


def _parts(index: int) -> tuple[float, float, float]:
    colour = QColor(colour_of(index))
    return colour.redF(), colour.greenF(), colour.blueF()


def _fill(item: gl.GLMeshItem, shape: tuple[np.ndarray, np.ndarray, np.ndarray] | None) -> None:
    """A mesh into an item; None, or an empty one, hides it."""
    if shape is None or not len(shape[0]):
        item.setVisible(False)
        return
    vertices, faces, colours = shape
    item.setVisible(True)
    item.setMeshData(vertexes=vertices, faces=faces, vertexColors=colours)
