"""The surface in three dimensions: a lit sheet, contour lines on it and on the floor, the path and the ball. Needs
OpenGL.

Created only when somebody asks for it. The camera stays where it was put; frames change buffers and nothing else.
"""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import pyqtgraph.opengl as gl
from OpenGL import GL
from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QMatrix4x4, QMouseEvent, QResizeEvent, QVector3D, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.views.surface import mesh, paint, ray
from app.views.surface.labels import ReliefLabels
from app.views.surface.map import alike
from app.views.surface.marks import Marks
from app.views.surface.seen import Seen
from app.views.surface.sheet import Sheet
from app.widgets.own_keys import OwnKeys

WARM = (1.0, 0.965, 0.89)
FITS = (1.0, 0.9)  # half width and height of the world as it is first seen
MIDDLE = (0.0, 0.0, 0.06)
FOV = 30.0
FIRST = {"distance": 6.2, "elevation": 34.0, "azimuth": -58.0}
NEAREST, FARTHEST = 2.0, 20.0
LOWEST, STEEPEST = 4.0, 90.0  # degrees of the camera above the floor
GHOST = {GL.GL_DEPTH_TEST: False, GL.GL_BLEND: True, "glBlendFunc": (GL.GL_SRC_ALPHA, GL.GL_ONE_MINUS_SRC_ALPHA)}


class SurfaceRelief(OwnKeys, gl.GLViewWidget):
    """Shows a `Seen`; `place_at` and `spot_of` lead from px to the plane and back, as on the map."""

    picture = True  # its keys are the window's
    writes: ClassVar[type[ReliefLabels]] = ReliefLabels  # the words over it

    opts: dict[str, Any]  # pyqtgraph's camera

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shape = self.format()
        shape.setSamples(4)
        shape.setDepthBufferSize(24)
        self.setFormat(shape)
        self.theme = look.current()
        self.seen: Seen | None = None
        self._sheet: Sheet | None = None
        self.opts.update(FIRST, fov=FOV, center=QVector3D(*MIDDLE))
        self._add_items()
        self.labels = self.writes(self, self)
        self.setMouseTracking(True)
        self.setMinimumSize(1, 1)
        self.setAccessibleName("Loss surface in three dimensions")

    def _add_items(self) -> None:
        self.sheet, self.trail, self.ball = (_empty() for _ in range(3))
        self.frame_ = _lines(mesh.frame_lines(), (0.5, 0.5, 0.5, 0.8), 1.0)
        self.floor, self.contours = _lines(None, (1, 1, 1, 1), 1.6), _lines(None, (1, 1, 1, 0.4), 1.3)
        self.stems, self.ghost = _lines(None, (*WARM, 0.85), 1.5, GHOST), _lines(None, (*WARM, 0.4), 1.6, GHOST)
        self.jumps = _lines(None, (*WARM, 0.8), 1.8, GHOST)
        self.hints = _lines(None, (*WARM, 0.9), 2.4, GHOST)
        self.fan = _lines(None, (*WARM, 0.45), 1.2, GHOST)
        self.drop = _lines(None, (*WARM, 0.8), 1.5, GHOST)
        for order, item in enumerate(
            (
                self.frame_,
                self.floor,
                self.sheet,
                self.contours,
                self.fan,
                self.ghost,
                self.stems,
                self.drop,
                self.jumps,
                self.trail,
                self.hints,
                self.ball,
            )
        ):
            item.setDepthValue(order)
            self.addItem(item)

    # Showing

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setBackgroundColor(theme.surface)
        rim = QColor(theme.muted)
        self.frame_.setData(color=(rim.redF(), rim.greenF(), rim.blueF(), 0.7))
        self.labels.update()

    def show_seen(self, seen: Seen | None) -> None:
        self.seen = seen
        if seen is None:
            return
        if self._sheet is None or not same(self._sheet, seen.sheet):
            self._sheet = seen.sheet
            self._show_sheet(seen.sheet)
        self._show_path(seen.sheet, seen.marks)
        self._show_ball(seen)
        self._show_hints(seen)
        self.update()
        self.labels.update()

    def _show_sheet(self, sheet: Sheet) -> None:
        vertices, faces, colours = mesh.sheet_mesh(sheet)
        _mesh(self.sheet, vertices, faces, colours)
        on_sheet, on_floor, shades = mesh.contour_lines(sheet)
        _draw(self.contours, on_sheet)
        _draw(self.floor, on_floor, shades)

    def _show_path(self, sheet: Sheet, marks: Marks) -> None:
        """The path at its true loss, lifted; a ghost of it shows through the sheet; stems where the sheet is
        elsewhere."""
        path, inside = marks.path, np.isfinite(marks.under) & np.isfinite(marks.truth)
        points = mesh.world(sheet, path, np.nan_to_num(marks.truth))
        points[:, 2] += mesh.TUBE
        vertices, faces, colours = mesh.tubes(points, inside, mesh.TUBE, WARM, marks.by_hand)
        _mesh(self.trail, vertices, faces, colours)
        _draw(self.ghost, in_pairs([points[run] for run in mesh.runs(inside, marks.by_hand)]))
        _draw(self.jumps, dashes([points[leg : leg + 2] for leg in marks.by_hand if inside[leg : leg + 2].all()]))
        gaps = marks.gaps[inside[marks.gaps]] if len(marks.gaps) else marks.gaps
        under = mesh.world(sheet, path[gaps], marks.under[gaps])
        _draw(self.stems, np.stack([points[gaps], under], axis=1).reshape(-1, 3) if len(gaps) else None)

    def _show_ball(self, seen: Seen) -> None:
        spot = self._ball_middle()
        self.ball.setVisible(spot is not None)
        foot = None
        if spot is not None:
            _mesh(self.ball, *mesh.sphere(spot, mesh.BALL * (1.2 if seen.lit else 1.0), WARM))
            foot = spot.copy()
            foot[2] = mesh.HIGH * self._under_ball()
        _draw(
            self.drop,
            np.stack([spot, foot])
            if spot is not None and foot is not None and abs(spot[2] - foot[2]) > 2.2 * mesh.BALL
            else None,
        )

    def _show_hints(self, seen: Seen) -> None:
        """Arrows and the fan, laid over the sheet from the ball on."""
        marks, sheet = seen.marks, seen.sheet
        ends = [arrow.end for arrow in (*marks.arrows, *((seen.pointed,) if seen.pointed else ()))]
        start = marks.ball
        _draw(self.hints, in_pairs(over(sheet, start, np.array(ends).reshape(-1, 2))) if start is not None else None)
        _draw(self.fan, in_pairs(over(sheet, start, marks.fan)) if start is not None else None)

    def _under_ball(self) -> float:
        assert self.seen is not None and self.seen.marks.ball is not None
        a, b = self.seen.marks.ball
        return float(self.seen.sheet.height_at(np.array([a]), np.array([b]))[0])

    def _ball_middle(self) -> np.ndarray | None:
        """Where the ball's middle is: above its true loss; None where it has left the sheet."""
        seen = self.seen
        if seen is None or seen.marks.ball is None:
            return None
        under = self._under_ball()
        if not np.isfinite(under):
            return None
        height = seen.marks.ball_truth if np.isfinite(seen.marks.ball_truth) else under
        spot = mesh.world(seen.sheet, np.array([seen.marks.ball]), np.array([height]))[0]
        spot[2] += mesh.BALL
        return spot

    # Places

    def matrix(self) -> np.ndarray:
        """World to screen, (4, 4)."""
        view = (0, 0, self.width(), self.height())
        return matrix_of(self.projectionMatrix(view, view) * self.viewMatrix())

    def projectionMatrix(self, region: Any, viewport: Any) -> QMatrix4x4:
        """The world fits into the picture whatever its shape."""
        _, _, wide, high = viewport
        near = self.opts["distance"] * 0.05
        size = near * np.tan(np.radians(self.opts["fov"]) / 2)
        room, tall = max(wide - _beside(self.seen, self.theme), 1), max(high - self.labels.below(), 1)
        half = size * max(FITS[0], FITS[1] * room / tall)
        top = half * tall / room
        made = QMatrix4x4()
        made.frustum(
            -half,
            half + 2 * half * (wide - room) / room,
            -top - 2 * top * (high - tall) / tall,
            top,
            near,
            self.opts["distance"] * 10,
        )
        return made

    def screen(self, points: np.ndarray) -> np.ndarray:
        """World (n, 3) -> px (n, 2)."""
        clip = np.column_stack([points, np.ones(len(points))]) @ self.matrix().T
        spots = clip[:, :2] / clip[:, 3:]
        return np.column_stack([(spots[:, 0] + 1) / 2 * self.width(), (1 - spots[:, 1]) / 2 * self.height()])

    def spot_of(self, a: float, b: float) -> QPointF:
        """Where a place of the plane lies on the sheet, in px."""
        assert self.seen is not None
        height = np.nan_to_num(self.seen.sheet.height_at(np.array([a]), np.array([b])))
        return QPointF(*map(float, self.screen(mesh.world(self.seen.sheet, np.array([[a, b]]), height))[0]))

    def place_at(self, spot: QPointF) -> tuple[float, float] | None:
        """The place of the plane under a spot; None where there is no sheet."""
        if self.seen is None:
            return None
        x, y = 2 * spot.x() / max(self.width(), 1) - 1, 1 - 2 * spot.y() / max(self.height(), 1)
        return ray.meet(self.seen.sheet, *ray.ray(self.matrix(), x, y))

    def ball_spot(self) -> QPointF | None:
        """Where the ball is, in px."""
        middle = self._ball_middle()
        return None if middle is None else QPointF(*map(float, self.screen(middle[None])[0]))

    def hides_ball(self) -> bool:
        """Whether the sheet stands between the eye and the ball."""
        spot, middle = self.ball_spot(), self._ball_middle()
        place = self.place_at(spot) if spot is not None else None
        if place is None or middle is None or self.seen is None:
            return False
        heights = self.seen.sheet.height_at(*np.array(place)[:, None])
        front = mesh.world(self.seen.sheet, np.array([place]), heights)[0]
        eye = np.array([self.cameraPosition().x(), self.cameraPosition().y(), self.cameraPosition().z()])
        return bool(np.linalg.norm(front - eye) < np.linalg.norm(middle - eye) - 2 * mesh.BALL)

    # The camera

    def look_again(self) -> None:
        """The camera as at first."""
        self.setCameraPosition(pos=QVector3D(*MIDDLE), **FIRST)
        self.labels.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.opts["elevation"] = min(max(self.opts["elevation"], LOWEST), STEEPEST)
        self.labels.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self.opts["distance"] = min(max(self.opts["distance"], NEAREST), FARTHEST)
        self.labels.update()
        event.accept()

    def keyPressEvent(self, event: Any) -> None:
        event.ignore()  # keys belong to the window

    def keyReleaseEvent(self, event: Any) -> None:
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.labels.setGeometry(self.rect())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.labels.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)


def _beside(seen: Seen | None, theme: Theme) -> int:
    """Room that the colour bar takes at the right."""
    return paint.key_width(seen.sheet.scale, seen.metric, theme) if seen is not None else 0


def same(one: Sheet, other: Sheet) -> bool:
    """Whether two sheets look the same: then nothing is uploaded."""
    return one is other or (one.scale == other.scale and one.extent == other.extent and alike(one.loss, other.loss))


def over(sheet: Sheet, start: tuple[float, float], ends: np.ndarray) -> list[np.ndarray]:
    """Straight ways over the plane to `ends` (k, 2), lying on the sheet; they stop at its rim."""
    share = np.linspace(0, 1, 16)[:, None, None]
    places = (np.array(start) * (1 - share) + ends * share).transpose(1, 0, 2).reshape(-1, 2)
    heights = sheet.height_at(places[:, 0], places[:, 1])
    points = mesh.world(sheet, places, heights)
    points[:, 2] += 2 * mesh.LIFT
    return [way[np.isfinite(way[:, 2])] for way in points.reshape(len(ends), len(share), 3)]


def matrix_of(matrix: QMatrix4x4) -> np.ndarray:
    """A Qt matrix as rows, (4, 4) float64."""
    return np.array(matrix.data(), dtype=float).reshape(4, 4).T


def in_pairs(lines: list[np.ndarray]) -> np.ndarray | None:
    """Lines (n, 3) as pieces to be joined in pairs; None where there are none."""
    pieces = [np.stack([line[:-1], line[1:]], axis=1).reshape(-1, 3) for line in lines if len(line) > 1]
    return np.concatenate(pieces) if pieces else None


def dashes(legs: list[np.ndarray], count: int = 10) -> np.ndarray | None:
    """Straight legs (2, 3) as dashes, to be joined in pairs."""
    share = np.linspace(0, 1, 2 * count)[:, None]
    return np.concatenate([leg[0] * (1 - share) + leg[1] * share for leg in legs]) if legs else None


def _empty() -> gl.GLMeshItem:
    item = gl.GLMeshItem(shader=None, smooth=True, computeNormals=False)
    item.setVisible(False)
    return item


def _lines(points: np.ndarray | None, colour: tuple, width: float, options: Any = "translucent") -> gl.GLLinePlotItem:
    item = gl.GLLinePlotItem(mode="lines", color=colour, width=width, antialias=True, glOptions=options)
    _draw(item, points)
    return item


def _draw(item: gl.GLLinePlotItem, points: np.ndarray | None, colours: np.ndarray | None = None) -> None:
    """New points for an item of lines; none: it is not drawn."""
    shown = points is not None and len(points) > 1
    item.setVisible(shown)
    if shown:
        item.setData(pos=points, **({} if colours is None else {"color": colours}))


def _mesh(item: gl.GLMeshItem, vertices: np.ndarray, faces: np.ndarray, colours: np.ndarray) -> None:
    item.setVisible(len(vertices) > 0)
    if len(vertices):
        item.setMeshData(vertexes=vertices, faces=faces, vertexColors=colours)
