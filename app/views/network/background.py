"""What no update changes in the network picture: the heads of the columns, the names, the inputs that are off, and the
key of the edges."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from app.look import theme as look
from app.look.theme import Theme
from app.views.network import paint
from app.views.network.layout import FOOT, LOW, SIDE, Layout, Tile, digits_of, heads, is_narrow, pair_away
from app.views.network.structure import SAMPLE, Structure
from core.frozen import frozen


@frozen
class Background:
    """The columns at their places within a picture of this size."""

    columns: Structure
    layout: Layout
    size: QSize
    theme: Theme
    folds: bool = False  # inputs are folded away behind a button above theirs

    def picture(self, lit: Tile | None, density: float) -> QPixmap:
        """The background at so many pixels for one of the screen; `lit`: the switched-off input under the cursor."""
        made = QPixmap(self.size * density)
        made.setDevicePixelRatio(density)
        made.fill(QColor(self.theme.surface))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, tiles in enumerate(self.layout.tiles):
            self._paint_head(painter, number)
            for tile in tiles:
                if not tile.unit(self.columns).on:
                    self._paint_off(painter, tile, tile is lit)
                self._paint_name(painter, tile)
        self._paint_foot(painter)
        painter.end()
        return made

    def name_at(self, spot: QPointF) -> str:
        """The name of the input or output whose words are here; "" elsewhere."""
        ends = (self.layout.tiles[0], self.layout.tiles[-1])
        found = next((tile for tiles in ends for tile in tiles if self._name_room(tile).contains(spot)), None)
        return "" if found is None else found.unit(self.columns).name

    def _paint_head(self, painter: QPainter, number: int) -> None:
        """What the column is: its units and activation, or inputs and output."""
        column, layout, theme = self.columns[number], self.layout, self.theme
        plus, caption, _ = heads(theme, self.size.height())
        step = layout.middles[1] - layout.middles[0]
        room = QRectF(layout.middles[number] - step / 2, caption or plus, step, theme.px(18))
        if self.folds and number == 0 and not caption:
            return  # a low picture has one line: the button's
        if not column.is_hidden:
            head = self.head(number)
            if head is not None:
                paint.paint_words(painter, head, column.words.capitalize(), theme.muted, theme.font(look.CAPTION))
            return
        narrow, units = is_narrow(step, theme, digits_of(self.columns)), str(len(column.units))
        if caption:
            words = f"{units} {column.activation}" if narrow else column.activation
            paint.paint_words(painter, room.adjusted(2, 0, -2, 0), words, theme.muted, theme.font(look.CAPTION))
        if not narrow:
            count = QRectF(room.left(), plus, step, theme.px(18))
            paint.paint_words(painter, count, units, theme.text, theme.digits(look.BASE, bold=True))

    def head(self, number: int) -> QRectF | None:
        """Where a column without ± has its name: within the picture, and in a low one, where it shares their line,
        clear of its neighbours'; None: nowhere."""
        layout, theme = self.layout, self.theme
        plus, caption, _ = heads(theme, self.size.height())
        wide = QFontMetrics(theme.font(look.CAPTION)).horizontalAdvance(self.columns[number].words.capitalize()) + 2
        left = min(max(2.0, layout.middles[number] - wide / 2), self.size.width() - wide - 2.0)
        room = QRectF(left, caption or plus, wide, theme.px(18))
        step = layout.middles[1] - layout.middles[0]
        reach = pair_away(step, theme, digits_of(self.columns)) + theme.px(SIDE) / 2
        taken = [x for column, x in zip(self.columns, layout.middles, strict=True) if column.is_hidden]
        free = caption or all(x + reach <= room.left() or room.right() <= x - reach for x in taken)
        return room if free else None

    def _paint_off(self, painter: QPainter, tile: Tile, lit: bool) -> None:
        """An input that is switched off: an empty place that invites a click."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.accent if lit else self.theme.disabled), 1.2, Qt.PenStyle.DashLine))
        painter.drawRect(tile.room)
        if lit:
            paint.paint_words(painter, tile.room, "+", self.theme.accent, self.theme.font(look.TITLE, bold=True))

    def _paint_name(self, painter: QPainter, tile: Tile) -> None:
        """Inputs are named on their left, outputs on their right."""
        unit = tile.unit(self.columns)
        colour = self.theme.text if unit.on else self.theme.muted
        font = self.theme.font(look.CAPTION + 1)
        if tile.column == 0:
            paint.paint_name(painter, self._name_room(tile), unit.name, colour, font, Qt.AlignmentFlag.AlignRight)
        elif tile.column == len(self.columns) - 1:
            paint.paint_name(painter, self._name_room(tile), unit.name, colour, font, Qt.AlignmentFlag.AlignLeft)
        elif self.columns[tile.column].kind == SAMPLE:
            below = QRectF(tile.room.left() - 10, tile.room.bottom(), tile.room.width() + 20, self.theme.px(15))
            paint.paint_words(painter, below, unit.name, colour, font)

    def _name_room(self, tile: Tile) -> QRectF:
        """Where an input's or an output's name stands."""
        room = tile.room
        if tile.column == 0:
            return QRectF(2, room.top(), room.left() - 8, room.height())
        return QRectF(room.right() + 8, room.top(), self.size.width() - room.right() - 10, room.height())

    def _paint_foot(self, painter: QPainter) -> None:
        """The key of the edges."""
        theme, height = self.theme, self.size.height()
        if height < theme.px(LOW):
            return
        font, middle = theme.font(look.CAPTION), height - theme.px(FOOT) / 2 + 1
        painter.setFont(font)
        x = float(theme.px(8))
        for colour, words in ((theme.negative, "negative weight"), (theme.positive, "positive weight")):
            painter.setPen(QPen(QColor(colour), 3 * theme.scale))
            painter.drawLine(QPointF(x, middle), QPointF(x + theme.px(18), middle))
            x += theme.px(24)
            width = painter.fontMetrics().horizontalAdvance(words) + 2
            room = QRectF(x, middle - theme.px(9), width, theme.px(18))
            paint.paint_words(painter, room, words, theme.muted, font, Qt.AlignmentFlag.AlignLeft)
            x += width + theme.px(14)


def name_widths(columns: Structure, theme: Theme) -> tuple[float, float]:
    """Room for the names left of the inputs and right of the outputs."""
    metrics = QFontMetrics(theme.font(look.CAPTION + 1))
    widths = [
        max(metrics.horizontalAdvance(unit.name) for unit in column.units) + 14 for column in (columns[0], columns[-1])
    ]
    most = theme.px(110) if len(columns) <= 5 else theme.px(84)
    return min(widths[0], most) + 4, min(widths[1], most) + 4
