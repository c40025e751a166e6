"""The terrain in three dimensions: the lit sheet of the network room's surface, with the path and the ball of every
racer. Needs OpenGL."""

from __future__ import annotations

import dataclasses

import numpy as np
import pyqtgraph.opengl as gl
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from app.race.colours import colour_of
from app.race.map import NO_MARKS
from app.race.relief_labels import RaceLabels
from app.race.runs import Run
from app.race.sheets import drawn, key_title
from app.views.surface import mesh
from app.views.surface.relief import GHOST, SurfaceRelief, in_pairs
from app.views.surface.seen import Seen
from core.race.heights import Heights

CLOSE, BETWEEN = 0.02, 700  # of the sheet's width: how close points between updates stand; how many there are at most
THROUGH = 0.45  # how strongly a path shows through the sheet
MOST = 400  # points of a path that get a tube


class RaceRelief(SurfaceRelief):
    """Shows the same race as the map; the camera stays where it was put."""

    writes = RaceLabels
    labels: RaceLabels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The terrain in three dimensions")
        self.heights: Heights | None = None
        self.runs: tuple[Run, ...] = ()
        self.place, self.selected = 0.0, 0
        self._guess = False
        self.paths: list[tuple[gl.GLMeshItem, gl.GLMeshItem]] = []  # path, ball
        self._ghosts: list[gl.GLLinePlotItem] = []  # what of a path lies behind the sheet shows through it

    def show_heights(self, heights: Heights | None) -> None:
        """Another terrain; None where it cannot be drawn."""
        if heights is not self.heights:
            self.heights = heights
            self.show_seen(None if heights is None else Seen(drawn(heights), NO_MARKS, "x", "y", key_title(heights)))

    def set_guess(self, on: bool) -> None:
        """Balls alone: no path is drawn."""
        if on != self._guess:
            self._guess = on
            self.show_runs(self.runs, self.selected)

    def show_runs(self, runs: tuple[Run, ...], selected: int) -> None:
        """New paths: tubes on the sheet, and balls."""
        self.runs, self.selected = runs, selected
        while len(self.paths) < len(runs):
            self._add_racer()
        for (tube, ball), ghost, run in zip(self.paths, self._ghosts, runs, strict=False):
            shown = run.known and not run.hidden
            world = self._world(run) if shown and not self._guess else np.zeros((0, 3))
            inside = np.asarray(np.isfinite(world).all(axis=1))
            _fill(tube, mesh.tubes(world, inside, mesh.TUBE, _parts(run.colour)) if len(world) else None)
            line = in_pairs([world[part] for part in mesh.runs(inside)]) if len(world) else None
            ghost.setVisible(line is not None)
            if line is not None:
                ghost.setData(pos=line, color=(*_parts(run.colour), THROUGH))
            ball.setVisible(shown)
        for pair, ghost in zip(self.paths[len(runs) :], self._ghosts[len(runs) :], strict=True):
            for item in (*pair, ghost):
                item.setVisible(False)
        self.labels.show_racers([run for run in runs if run.known and not run.hidden])
        self.show_place(self.place)

    def _add_racer(self) -> None:
        pair = (
            gl.GLMeshItem(shader=None, smooth=True, computeNormals=False),
            gl.GLMeshItem(shader=None, smooth=True, computeNormals=False),
        )
        ghost = gl.GLLinePlotItem(mode="lines", width=1.6, antialias=True, glOptions=GHOST)
        for order, item in enumerate((ghost, *pair)):
            item.setDepthValue(20 + order)
            item.setVisible(False)
            self.addItem(item)
        self.paths.append(pair)
        self._ghosts.append(ghost)

    def show_place(self, place: float) -> None:
        """Move the balls."""
        self.place = place
        for (_, ball), run in zip(self.paths, self.runs, strict=False):
            if run.known and not run.hidden:
                spot = self._spot(run, place)
                _fill(
                    ball,
                    mesh.sphere(spot, mesh.BALL * (0.95 if run.number == self.selected else 0.75), _parts(run.colour))
                    if spot is not None
                    else None,
                )
        self.update()

    def _world(self, run: Run) -> np.ndarray:
        """The path over the sheet, (n, 3), nan where it is beside it."""
        if not run.known or self.seen is None:
            return np.zeros((0, 3))
        sheet = self.seen.sheet
        points = draped(to_the_rim(run.points, sheet.extent)[:MOST], sheet.extent)
        heights = sheet.height_at(points[:, 0], points[:, 1])
        found = mesh.world(sheet, points, heights)
        found[:, 2] += 1.3 * mesh.TUBE
        return found

    def _spot(self, run: Run, place: float) -> np.ndarray | None:
        """Where the middle of a ball is; None where it is beside the picture."""
        if self.seen is None:
            return None
        sheet = self.seen.sheet
        at = dataclasses.replace(run, points=to_the_rim(run.points, sheet.extent)).at(place)
        if not np.isfinite(at).all() or not sheet.inside(float(at[0]), float(at[1])):
            return None
        spot = mesh.world(sheet, at[None], sheet.height_at(at[None, 0], at[None, 1]))[0]
        spot[2] += mesh.BALL * 0.8
        return spot


def to_the_rim(points: np.ndarray, extent: tuple[float, float, float, float]) -> np.ndarray:
    """A path (n, 2) that leaves the picture for good, up to where it passes the rim: what flies to and fro outside is
    not seen, so no ball comes back in."""
    a0, a1, b0, b1 = extent
    points = np.where(np.isfinite(points), points, 1e9)
    inside = np.all((points >= [a0, b0]) & (points <= [a1, b1]), axis=1)
    if not inside.any() or inside[-1]:
        return points
    last = int(np.flatnonzero(inside)[-1])
    here, along = points[last], points[last + 1] - points[last]
    shares = [
        (limit - at) / way
        for at, way, low, high in zip(here, along, (a0, b0), (a1, b1), strict=True)
        if way
        for limit in (high if way > 0 else low,)
    ]
    rim = np.clip(here + min([1.0, *shares]) * along, [a0, b0], [a1, b1])
    return np.concatenate([points[: last + 1], rim[None]])


def draped(points: np.ndarray, extent: tuple[float, float, float, float]) -> np.ndarray:
    """A path (n, 2) with points between its own wherever a step is long, so that it lies on the sheet; more sparsely
    where there would be too many."""
    a0, a1, b0, b1 = extent
    steps = np.hypot(*(np.diff(points, axis=0) / [a1 - a0, b1 - b0]).T)
    near = np.minimum(steps, 1.5)
    apart = max(CLOSE, float(near.sum()) / BETWEEN)
    parts = [points[:1]]
    for start, end, count in zip(
        points[:-1], points[1:], np.maximum(np.ceil(near / apart), 1).astype(int).tolist(), strict=True
    ):
        share = np.arange(1, count + 1)[:, None] / count
        parts.append(start + share * (end - start))
    return np.concatenate(parts)


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
