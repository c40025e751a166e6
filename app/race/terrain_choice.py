"""The terrain: its picture and name, and behind them all terrains as small pictures."""

from __future__ import annotations

import functools

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from app.look import icons
from app.look import theme as look
from app.look.theme import Theme
from app.race.sheets import thumbnail
from core import registry
from core.families.terrain import Terrain

WIDE, HIGH = 96, 64  # px of a picture in the list
SMALL = (60, 44)  # px of the picture on the button
RADIUS, COLUMNS = 6, 3


def terrains() -> tuple[type[Terrain], ...]:
    """Every terrain there is, in the order of a lesson."""
    return tuple(registry.kinds(Terrain).values())


@functools.cache
def usual(kind: str) -> Terrain:
    """A terrain with its usual settings."""
    return registry.read(Terrain, kind)


class TerrainButton(QAbstractButton):
    """The terrain of the race: picture, name, formula; pressing it opens the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.terrain: Terrain = usual("bowl")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip("Choose another terrain")

    def show_terrain(self, terrain: Terrain) -> None:
        self.terrain = terrain
        self.setText(terrain.label)
        self.setAccessibleName(f"Terrain: {terrain.label}")
        self.update()

    def sizeHint(self) -> QSize:
        theme = look.current()
        return QSize(theme.px(200), theme.px(SMALL[1] + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.border), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(theme.hover if lit else theme.raised))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        wide, high = theme.px(SMALL[0]), theme.px(SMALL[1])
        paint_terrain(
            painter, self.terrain, QRectF(theme.px(6), theme.px(6), wide, high), theme, self.devicePixelRatioF()
        )
        arrow = theme.px(14)
        painter.drawPixmap(
            self.width() - arrow - theme.px(8),
            (self.height() - arrow) // 2,
            icons.pixmap("more", theme.muted, arrow, self.devicePixelRatioF()),
        )
        left = wide + theme.px(14)
        room = QRectF(left, theme.px(5), self.width() - left - arrow - theme.px(12), high)
        painter.setPen(QColor(theme.text))
        painter.setFont(theme.font(13, bold=True))
        name = painter.fontMetrics().elidedText(self.terrain.label, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(
            QRectF(room.left(), room.top(), room.width(), room.height() / 2), Qt.AlignmentFlag.AlignBottom, name
        )
        painter.setPen(QColor(theme.muted))
        painter.setFont(theme.font(look.CAPTION))
        equation = painter.fontMetrics().elidedText(
            self.terrain.equation, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(
            QRectF(room.left(), room.center().y() + 2, room.width(), room.height() / 2),
            Qt.AlignmentFlag.AlignTop,
            equation,
        )
        painter.end()


class TerrainTile(QAbstractButton):
    """One terrain of the list."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        cls = registry.kind_of(Terrain, kind)
        self.setText(cls.label)
        self.setAccessibleName(cls.label)
        self.setToolTip(cls.teaches or cls.summary())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = look.current()
        return QSize(theme.px(WIDE), theme.px(HIGH + 30))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(2, 2, self.width() - 4, theme.px(HIGH) - 2)
        paint_terrain(painter, usual(self.kind), place, theme, self.devicePixelRatioF())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2.5 if self.isChecked() else 1.5))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
        painter.setPen(QColor(theme.text))
        painter.setFont(theme.font(look.CAPTION))
        words = QRectF(0, theme.px(HIGH) + 1, self.width(), theme.px(29))
        painter.drawText(
            words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.text()
        )
        painter.end()


class TerrainList(QWidget):
    """All terrains; `chosen(kind)` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self.tiles: dict[str, TerrainTile] = {}
        for place, cls in enumerate(terrains()):
            tile = TerrainTile(cls.kind_name())
            tile.clicked.connect(functools.partial(self._pressed, tile.kind))
            self.tiles[tile.kind] = tile
            grid.addWidget(tile, place // COLUMNS, place % COLUMNS)

    def show_terrain(self, terrain: Terrain) -> None:
        for kind, tile in self.tiles.items():
            tile.setChecked(kind == terrain.kind)

    def show_theme(self, theme: Theme) -> None:
        for tile in self.tiles.values():
            tile.updateGeometry()

    def _pressed(self, kind: str, _checked: bool = False) -> None:
        self.chosen.emit(kind)


def paint_terrain(painter: QPainter, terrain: Terrain, place: QRectF, theme: Theme, density: float) -> None:
    """A terrain from above with round corners."""
    path = QPainterPath()
    path.addRoundedRect(place, RADIUS - 2, RADIUS - 2)
    painter.save()
    painter.setClipPath(path)
    painter.drawPixmap(place.topLeft(), thumbnail(terrain, round(place.width()), round(place.height()), theme, density))
    painter.restore()
