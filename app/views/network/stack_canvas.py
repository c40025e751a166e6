"""A network of any layers, painted: the picture on the left, each layer's maps or units, the answer on the right."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.look.theme import Theme, mix
from app.views.drawing.images import kernel_image, picture_image, reach_of, value_image, value_images
from app.views.drawing.letters import LINE_SHARE
from app.views.drawing.plot import say
from app.views.network import paint, signs
from app.views.network.off import Off
from app.views.network.stack_layout import FOOT, HEAD, LINE, StackLayout, StackTile, lay_out_stack
from app.views.network.stack_structure import INPUT, StackColumn
from app.widgets.telling import Telling
from core.frames import Frame

CENTRE = Qt.AlignmentFlag.AlignCenter


def answered(frame: Frame | None) -> int:
    """The class that is answered; −1 while nothing is."""
    return -1 if frame is None else int(np.nan_to_num(frame.arrays["answer"]).argmax())


def readable(count: int, pitch: float, line: float, first: int) -> frozenset[int]:
    """Which of so many names, `pitch` px below one another, can be written without touching: `first` (−1: none), then
    from the top."""
    told = [first] if first >= 0 else []
    for number in range(count):
        if all(abs(number - other) * pitch >= line for other in told):
            told.append(number)
    return frozenset(told)


class StackCanvas(Telling):
    """`pressed(column, unit)` of a map or unit; `laid_out()` when places have changed."""

    pressed = Signal(int, int)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.columns: tuple[StackColumn, ...] = ()
        self.layout_: StackLayout | None = None
        self.frame: Frame | None = None
        self._images: dict[tuple[str, int], QImage] = {}
        self._reach: dict[str, float] = {}
        self._hover: StackTile | None = None
        self._cursor = QPointF()
        self.off = Off()
        self.outlined: tuple[str, ...] = ()  # the layers that an advice is about
        self.setMouseTracking(True)
        self.setAccessibleName("Network")

    # What is shown

    def show_columns(self, columns: tuple[StackColumn, ...]) -> None:
        if columns != self.columns:
            self.columns, self.frame, self._images = columns, None, {}
            self.lay_out()

    def show_frame(self, frame: Frame | None) -> None:
        """The feature maps of one sample; those of another network are not shown."""
        if frame is not None and not self._fits(frame):
            frame = None
        if frame is not self.frame:
            self.frame = frame
            self._draw_images()
            self.update()

    def show_off(self, off: Off) -> None:
        """The units and maps that are switched off."""
        self.off = off
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._draw_images()
        self.lay_out()

    def _fits(self, frame: Frame) -> bool:
        """Whether a frame is of this network and of these data: names alone would let the old data's numbers pass for
        the new one's pictures."""
        return all(_stands(frame, column) for column in self.columns)

    def lay_out(self) -> None:
        self._hover = None
        small = not self.columns or self.width() < 60 or self.height() < 80
        self.layout_ = None if small else lay_out_stack(self.columns, self.width(), self.height(), self.theme)
        self.laid_out.emit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    # Images, made once a frame

    def _draw_images(self) -> None:
        self._images, self._reach = {}, {}
        frame = self.frame
        if frame is None:
            return
        for column in self.columns:
            values = frame.arrays["inputs" if column.name == INPUT else column.name]
            self._reach[column.name] = reach_of(values)
            if column.name == "output" and len(column.shape) == 3:
                self._images[column.name, -1] = picture_image(frame.arrays["answer"].reshape(column.shape), self.theme)
            elif column.name == INPUT and len(column.shape) == 3:
                self._images[column.name, -1] = _input_image(values, self.theme)
            elif len(column.shape) == 2:
                self._images[column.name, -1] = value_image(values, self._reach[column.name], self.theme)
            elif len(column.shape) == 3:
                self._keep(column.name, value_images(values, self._reach[column.name], self.theme))
            else:
                self._draw_units(frame.arrays, column, values)

    def _draw_units(self, arrays: Mapping[str, np.ndarray], column: StackColumn, values: np.ndarray) -> None:
        """A row of units: what they look for in the picture itself where they see it, else their values."""
        if column.name == INPUT:
            self._images[column.name, -1] = value_image(values[:, None], self._reach[column.name], self.theme)
            return
        kernels = arrays.get(f"{column.name}.kernels")
        if column.answers:
            return
        if kernels is not None:
            self._images |= {
                (column.name, unit): kernel_image(kernel, reach_of(kernel), self.theme)
                for unit, kernel in enumerate(kernels)
            }
        else:
            self._keep(column.name, value_images(values[:, None, None], self._reach[column.name], self.theme))

    def _keep(self, name: str, images: list[QImage]) -> None:
        self._images |= {(name, unit): image for unit, image in enumerate(images)}

    def image(self, name: str, unit: int) -> QImage | None:
        return self._images.get((name, unit))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.layout_ is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter, self.layout_)
        self._paint_heads(painter, self.layout_.heads)
        for number, column in enumerate(self.columns):
            for tile in self.layout_.tiles[number]:
                self._paint_tile(painter, column, tile)
            if self.layout_.left_out[number]:
                block = self.layout_.blocks[number]
                below = QRectF(block.left() - 20, block.bottom() + 1, block.width() + 40, self.theme.px(LINE))
                more, font = f"+ {self.layout_.left_out[number]} more", self.theme.font(look.CAPTION)
                fits = QFontMetricsF(font).horizontalAdvance(more) <= below.width()
                paint.paint_words(painter, below, more if fits else more.removesuffix(" more"), self.theme.muted, font)
            if column.name in self.outlined:
                paint.paint_outline(painter, [tile.room for tile in self.layout_.tiles[number]], self.theme)
        self._paint_foot(painter)
        words = self.words()
        if words:
            paint.paint_chip(painter, words, self._cursor, self.width(), self.height(), self.theme)
        painter.end()

    def _paint_bands(self, painter: QPainter, layout: StackLayout) -> None:
        """From each column to the next a pale band: everything flows from left to right."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(self.theme.surface, self.theme.muted, 0.13)))
        for before, after in zip(layout.blocks[:-1], layout.blocks[1:], strict=True):
            painter.drawPolygon(
                QPolygonF(
                    [
                        before.topRight() + QPointF(2, 0),
                        after.topLeft() - QPointF(2, 0),
                        after.bottomLeft() - QPointF(2, 0),
                        before.bottomRight() + QPointF(2, 0),
                    ]
                )
            )

    def _paint_heads(self, painter: QPainter, rooms: Sequence[QRectF]) -> None:
        """Titles and shapes above the columns, all in full or, where one has no room, all in brief."""
        theme, line = self.theme, self.theme.px(LINE)
        rows = (
            (
                [(column.title, column.brief_title) for column in self.columns],
                theme.text,
                theme.font(look.CAPTION, bold=True),
            ),
            ([(column.size, column.brief_size) for column in self.columns], theme.muted, theme.font(look.CAPTION)),
        )
        for row, (texts, colour, font) in enumerate(rows):
            metrics = QFontMetricsF(font)
            brief = any(
                metrics.horizontalAdvance(whole) > room.width() + 1
                for (whole, _), room in zip(texts, rooms, strict=True)
            )
            for both, room in zip(texts, rooms, strict=True):
                paint.paint_words(
                    painter, QRectF(room.left(), room.top() + row * line, room.width(), line), both[brief], colour, font
                )

    def _paint_tile(self, painter: QPainter, column: StackColumn, tile: StackTile) -> None:
        theme = self.theme
        if column.answers:
            self._paint_answer(painter, column, tile)
            return
        image = self.image(column.name, tile.unit)
        if image is None:
            painter.fillRect(tile.room, QColor(mix(theme.surface, theme.unsure, 0.25) if theme.dark else theme.unsure))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.width() > tile.room.width())
            painter.drawImage(tile.room, image)
        if self.off.is_off(column.name, tile.unit) or self.off.is_steady(column.name):
            sign = signs.STEADY if self.off.is_steady(column.name) else signs.OFF
            signs.paint_shade(painter, tile.room, sign, theme)
        lit = self._hover is not None and self._hover == tile
        paint.paint_frame(painter, tile.room, theme.accent if lit else theme.muted, 2.5 if lit else 0.8)

    def _paint_answer(self, painter: QPainter, column: StackColumn, tile: StackTile) -> None:
        """A class: its name, and its share as a bar."""
        theme, frame = self.theme, self.frame
        share = (
            float(frame.arrays["answer"][tile.unit])
            if frame is not None and tile.unit < len(frame.arrays["answer"])
            else 0.0
        )
        best = answered(self.frame) == tile.unit
        font, high = theme.font(look.CAPTION + 1, bold=best), tile.room.height()
        line = LINE_SHARE * QFontMetricsF(font).height()
        told = readable(len(column.answers), high, line, answered(self.frame))
        names = self.layout_.names if self.layout_ is not None else 0.0
        room = QRectF(tile.room.left(), tile.room.top(), names, tile.room.height())
        if tile.unit in told:
            paint.paint_words(
                painter,
                room.adjusted(0, -3, 0, 3),
                column.answers[tile.unit],
                theme.text if best else theme.muted,
                font,
                Qt.AlignmentFlag.AlignRight,
            )
        thick = min(10.0, max(3.0, high - 1))
        bar = QRectF(room.right() + 6, tile.room.center().y() - thick / 2, tile.room.right() - room.right() - 8, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.grid))
        painter.drawRoundedRect(bar, 3, 3)
        if np.isfinite(share) and share > 0:
            painter.setBrush(QColor(theme.accent if best else mix(theme.muted, theme.surface, 0.3)))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), max(2.0, bar.width() * min(share, 1.0)), bar.height()), 3, 3
            )
        if frame is not None and frame.info["truth"] == column.answers[tile.unit]:
            painter.setPen(QPen(QColor(theme.text), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)

    def _paint_foot(self, painter: QPainter) -> None:
        theme = self.theme
        total = sum(column.parameters for column in self.columns)
        room = QRectF(8, self.height() - theme.px(FOOT), self.width() - 16, theme.px(FOOT))
        told = f"{total:,} parameters"
        kernels = any(
            column.count
            for column in self.columns[1:-1]
            if len(column.shape) == 1 and self.frame is not None and f"{column.name}.kernels" in self.frame.arrays
        )
        note = (
            "values for the picture on the left: orange negative, blue positive"
            if not kernels
            else "units show their weights: orange negative, blue positive"
        )
        painter.setFont(theme.font(look.CAPTION))
        wide = room.width() > painter.fontMetrics().horizontalAdvance(note + told) + 24
        paint.paint_words(painter, room, told, theme.muted, theme.font(look.CAPTION), Qt.AlignmentFlag.AlignRight)
        if self.off.shares:
            sign, words = signs.OFF if self.off.units else signs.STEADY, self.off.key
            left = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(told) - 24, 0)
            signs.paint_keys(painter, left, [(sign, words)], theme)
        elif wide and any(column.name == INPUT and len(column.shape) == 3 for column in self.columns):
            paint.paint_words(painter, room, note, theme.muted, theme.font(look.CAPTION), Qt.AlignmentFlag.AlignLeft)

    # Pointing

    def words(self) -> str:
        """What is under the cursor, with its number."""
        tile = self._hover
        if tile is None:
            return ""
        column = self.columns[tile.column]
        if column.answers:
            return (
                f"{column.answers[tile.unit]}: {say(float(self.frame.arrays['answer'][tile.unit]), 3)}"
                if self.frame is not None
                else ""
            )
        if tile.unit < 0:
            return f"{column.full}: {column.size}"
        what = f"Map {tile.unit + 1}" if len(column.shape) == 3 else f"Unit {tile.unit + 1}"
        words = (
            f"{what} of {column.full}{_reading(self.frame, column, tile.unit)}",
            self.off.words(column.name, tile.unit),
        )
        return ", ".join(each for each in words if each)

    def _head_words(self, number: int) -> str:
        column = self.columns[number]
        if number == 0:
            return f"{column.full}: {column.size}"
        return f"{column.full}\n{self.columns[number - 1].size} → {column.size}\n{column.parameters:,} parameters"

    def words_at(self, place: QPointF) -> str:
        """The layer whose column is here, in full."""
        number = None if self.layout_ is None else self.layout_.column_at(place)
        return "" if number is None else self._head_words(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._cursor = event.position()
        self._hover = self.layout_.tile_at(self._cursor) if self.layout_ is not None else None
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if _opens(self.columns, self._hover) else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile = self.layout_.tile_at(event.position()) if self.layout_ is not None else None
        if event.button() == Qt.MouseButton.LeftButton and tile is not None and _opens(self.columns, tile):
            self._hover = None
            self.pressed.emit(tile.column, tile.unit)
        else:
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = None
        self.update()

    @property
    def head(self) -> int:
        """Where the ± of the layers stands, px from the top."""
        return self.theme.px(HEAD)


def _stands(frame: Frame, column: StackColumn) -> bool:
    """Whether a frame has this column in its shape."""
    if column.name == INPUT:
        return frame.arrays["inputs"].shape == tuple(column.shape)
    shapes = frame.info["shapes"]
    if column.name != "output":
        return tuple(shapes.get(column.name, ())) == tuple(column.shape)
    return column.name in shapes and (len(column.shape) != 3 or frame.arrays["answer"].size == math.prod(column.shape))


def _reading(frame: Frame | None, column: StackColumn, unit: int) -> str:
    """What a map or a unit says, in numbers."""
    values = frame.arrays[column.name] if frame is not None else None
    if values is None or unit >= len(values):
        return ""
    if values.ndim == 3:
        return f": {say(float(values[unit].min()))} … {say(float(values[unit].max()))}"
    return f" = {say(float(values[unit]))}"


def _opens(columns: Sequence[StackColumn], tile: StackTile | None) -> bool:
    """Whether a press opens a card: on what a layer's single map or unit says."""
    if tile is None or tile.unit < 0:
        return False
    column = columns[tile.column]
    return not (column.begins or column.name == INPUT)


def _input_image(values: np.ndarray, theme: Theme) -> QImage:
    """What comes in: a picture where its numbers are pixels, else values on their scale."""
    if float(values.min()) >= -0.01 and float(values.max()) <= 1.01:
        return picture_image(values, theme)
    return picture_image((values - values.min()) / max(float(np.ptp(values)), 1e-9), theme)
