"""The network in numbers: values on the units, numbers on the edges of the unit in hand."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.look.theme import CAPTION, Theme
from app.views.network import paint
from app.views.numbers import painting
from app.views.numbers.columns import Column, Flow, columns_of, flows_of
from app.views.numbers.field import Seen, paint_field
from app.views.numbers.growth import grown
from app.views.numbers.looked import BACKWARD, BOARD, FORWARD, LOSS, UPDATE, Looked, write
from app.views.numbers.naming import Names
from app.views.numbers.places import Edge, Places, Spot, lay_out, within
from app.widgets.own_keys import OwnKeys

REACH = 7.0  # px
USUAL = (520, 300)  # px of the picture in which text has its usual size
FEW = 4  # outputs of which more than a line is said
SHORT = 8  # letters that a name of two words may have and stand in one line
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NumbersCanvas(OwnKeys, QWidget):
    """`unit_pressed(layer, place)`, `weight_pressed(parameter, index)`; the arrow keys walk from unit to unit."""

    own_keys = frozenset(ARROWS)
    picture = True

    unit_pressed = Signal(str, tuple)
    weight_pressed = Signal(str, tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = self._base = look.current()  # larger than what pictures wear, where there is room
        self.names: Names | None = None
        self.looked = Looked()
        self.phase = FORWARD
        self.columns: tuple[Column, ...] = ()
        self.flows: dict[int, Flow] = {}
        self.places: Places | None = None
        self._placed: tuple | None = None  # for what that was laid out
        self._images: dict[tuple[int, int], QImage] = {}
        self._hover: Spot | Edge | None = None
        self._cursor = QPointF()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # it paints its own background
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Network in numbers")

    # What is shown

    def show_account(self, names: Names, looked: Looked, phase: str) -> None:
        """The numbers of a phase."""
        self.names, self.looked, self.phase = names, looked, phase
        self.columns = columns_of(names.account, names, phase)
        self.flows = flows_of(names.account, self.columns, phase)
        self._images = {}
        self._lay_out()
        self.setAccessibleDescription(self.hand_words())

    def show_theme(self, theme: Theme) -> None:
        self._base = theme
        self._images = {}
        self._lay_out()

    def _lay_out(self) -> None:
        self.theme = grown(self._base, self.width(), self.height(), USUAL)
        if not self.columns or self.width() < 40 or self.height() < 40 or self.names is None:
            self.places = None
        else:
            self._place(self._sides(self.names))
        self.update()

    def _place(self, sides: tuple[float, float]) -> None:
        """Other numbers in the same columns stay where they are."""
        asked = tuple(column.outline for column in self.columns), self.size(), self.theme, sides
        if self.places is None or asked != self._placed:
            self._placed = asked
            self.places = lay_out(self.columns, self.width(), self.height(), self.theme, *sides)

    def _sides(self, names: Names) -> tuple[float, float]:
        """Room for the names of inputs and outputs."""
        metrics = QFontMetrics(self.theme.font(CAPTION + 1))
        before = names.inputs if self.columns[0].is_row else ()
        lines = [line for name in before for line in (paint.halves(name) if len(name) > SHORT else (name,))]
        left = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        behind = [self._said_of(names, number) for number in self.columns[-1].shown] if self.columns[-1].is_row else []
        right = max((metrics.horizontalAdvance(line) for lines in behind for line in lines), default=0)
        most = 0.26 * self.width()
        return min(left + 18, most) if left else 8, min(right + 12, most) if right else 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @property
    def hand(self) -> Spot | None:
        """The tile or the map of the unit in hand."""
        unit = None if self.names is None else self.names.account.unit
        if unit is None or self.places is None:
            return None
        for number, column in enumerate(self.columns):
            if column.name == unit.layer:
                place = unit.place[0] if column.numbers.ndim != 2 else 0
                return next((spot for spot in self.places.spots[number] if spot.unit == place), None)
        return None

    def hand_words(self) -> str:
        """The unit in hand and its number."""
        unit = None if self.names is None else self.names.account.unit
        if unit is None or self.names is None:
            return "No unit is in hand"
        column = next((column for column in self.columns if column.name == unit.layer), None)
        inside = column is not None and len(unit.place) == column.numbers.ndim
        number = f" = {write(float(column.numbers[unit.place]), self.looked.digits)}" if column and inside else ""
        return f"{self.names.unit(unit.layer, unit.place)}: {self._letter()}{number}"

    def _letter(self) -> str:
        return "δ" if self.phase == BACKWARD else "a"

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.surface))
        if self.places is not None and self.names is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self.places, self.names)
        painter.end()

    def _paint(self, painter: QPainter, places: Places, names: Names) -> None:
        hand, theme = self.hand, self.theme
        edges = painting.EdgePainter(places, self.flows, theme, hand)
        edges.paint(painter, self._hover if isinstance(self._hover, Edge) else self._weight_edge(places))
        for number, column in enumerate(self.columns):
            painting.paint_head(painter, places.heads[number], column.words, theme)
            for spot in places.spots[number]:
                self._paint_spot(painter, spot, column, spot == hand)
            if column.left_out:
                words = f"+ {column.left_out} more" if column.is_row else f"+ {column.left_out} maps"
                painting.paint_head(painter, places.more[number], words, theme)
        self._paint_names(painter, places, names)
        if hand is not None:
            edges.paint_numbers(painter, self.phase, incoming=self.phase != BACKWARD)
        paint_field(painter, Seen(places, self.columns, hand, theme), names)
        words = self.words()
        if words:
            paint.paint_chip(painter, words, self._cursor, self.width(), self.height(), theme)
        if self.hasFocus() and hand is not None:
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(hand.room.adjusted(-5, -5, 5, 5), 8, 8)

    def _paint_spot(self, painter: QPainter, spot: Spot, column: Column, in_hand: bool) -> None:
        if column.is_row:
            text = write(float(column.numbers[spot.unit]), BOARD)
            painting.paint_tile(painter, spot, column, self.theme, in_hand, text)
            return
        key = spot.column, spot.unit
        if key not in self._images:
            self._images[key] = painting.map_image(column, spot.unit, self.theme)
        painter.drawImage(spot.room, self._images[key])
        painter.setPen(QColor(self.theme.outline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(spot.room)

    def _weight_edge(self, places: Places) -> Edge | None:
        """The edge whose weight is in hand."""
        looked = self.looked
        if not looked.parameter.endswith(".weight") or len(looked.weight) != 2:
            return None
        layer = looked.parameter.removesuffix(".weight")
        for edge in places.edges:
            leads = self.columns[edge.target.column].name == layer
            if leads and (edge.target.unit, edge.source.unit) == looked.weight:
                return edge
        return None

    def _paint_names(self, painter: QPainter, places: Places, names: Names) -> None:
        """Inputs on their left, outputs with what they should say on their right."""
        for spot in places.spots[0] if self.columns[0].is_row else ():
            room = QRectF(2, spot.room.top(), spot.room.left() - 8, spot.room.height())
            name = names.inputs[spot.unit] if spot.unit < len(names.inputs) else ""
            font = self.theme.font(CAPTION + 1)
            paint.paint_name(painter, room, name, self.theme.text, font, Qt.AlignmentFlag.AlignRight)
        painter.setFont(self.theme.font(CAPTION + 1))
        painter.setPen(QColor(self.theme.text))
        metrics = painter.fontMetrics()
        for spot in places.spots[-1] if self.columns[-1].is_row else ():
            lines = self._said_of(names, spot.unit)
            high = metrics.height()
            top = spot.room.center().y() - high * len(lines) / 2
            for row, line in enumerate(lines):
                room = QRectF(spot.room.right() + 6, top + row * high, self.width() - spot.room.right() - 8, high)
                shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _said_of(self, names: Names, output: int) -> list[str]:
        """An output's name with its answer, and from the loss on what is true and how wrong the answer is; in one line
        where there are many."""
        told, lines = names.account.loss, [names.output(output)]
        if len(self.columns[-1].shown) > FEW:
            answer = "" if told is None or output >= len(told.answers) else write(float(told.answers[output]), BOARD)
            true = self.phase != FORWARD and told is not None and output < len(told.targets) and told.targets[output]
            return [f"{lines[0]} {answer}{' ✓' if true else ''}"]
        if told is not None and output < len(told.answers):
            lines.append(f"says {write(float(told.answers[output]), BOARD)}")
        if self.phase != FORWARD and told is not None and output < len(told.targets):
            lines.append(f"true {write(float(told.targets[output]), BOARD)}")
            if self.phase == LOSS and output == self.columns[-1].shown[-1]:
                lines.append(f"L = {write(told.value, BOARD)}")
        return lines

    # Pointing

    def words(self) -> str:
        """What is under the cursor, with its numbers."""
        if self.names is None:
            return ""
        if isinstance(self._hover, Edge):
            return self._edge_words(self._hover, self.names)
        if isinstance(self._hover, Spot):
            column = self.columns[self._hover.column]
            place = within(self._hover, column, self._cursor)
            if self._hover.column == 0:
                number = place[0] if column.is_row else len(self.names.inputs)
                return self.names.value(number, float(column.numbers[place]), self.looked.digits)
            value = write(float(column.numbers[place]), self.looked.digits)
            off = column.off is not None and bool(column.off[place])
            tail = ", switched off in this update" if off else ""
            return f"{self.names.unit(column.name, place)}: {self._letter()} = {value}{tail}"
        return ""

    def _edge_words(self, edge: Edge, names: Names) -> str:
        flow = self.flows.get(edge.target.column)
        if flow is None:
            return ""
        index = edge.target.unit, edge.source.unit
        weight, carried, digits = float(flow.weights[index]), float(flow.carried[index]), self.looked.digits
        words = f"{names.weight(flow.parameter, index)} = {write(weight, digits)}"
        if not math.isfinite(carried):
            return words
        what = {UPDATE: "moves by", BACKWARD: "sends back w·δ ="}.get(self.phase, "sends on w·x =")
        return f"{words}, {what} {write(carried, digits)}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = None
        self.update()

    def point_at(self, place: QPointF) -> None:
        """Find what is under the cursor: a unit before an edge."""
        self._cursor = place
        self._hover = None
        if self.places is not None:
            self._hover = self.places.spot_at(place) or self.places.edge_at(place, REACH * self.theme.scale)
            if isinstance(self._hover, Edge) and self._hover.target.column not in self.flows:
                self._hover = None
        meant = isinstance(self._hover, Edge) or (isinstance(self._hover, Spot) and self._hover.column > 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor if meant else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.point_at(event.position())
        if isinstance(self._hover, Spot) and self._hover.column > 0:
            column = self.columns[self._hover.column]
            self.unit_pressed.emit(column.name, within(self._hover, column, event.position()))
        elif isinstance(self._hover, Edge):
            flow = self.flows[self._hover.target.column]
            self.weight_pressed.emit(flow.parameter, (self._hover.target.unit, self._hover.source.unit))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.walk(*step)

    def walk(self, columns: int, rows: int) -> None:
        """Take the unit beside the one in hand into the hand; on a map the number beside it."""
        hand, unit = self.hand, None if self.names is None else self.names.account.unit
        if hand is None or unit is None or self.places is None:
            return
        column = self.columns[hand.column]
        if not column.is_row:
            self._walk_on_map(column, unit.place, columns, rows)
            return
        number = min(max(hand.column + columns, 1), len(self.columns) - 1)
        spots = self.places.spots[number]
        row = self.places.spots[hand.column].index(hand)
        spot = spots[min(max(row + rows, 0), len(spots) - 1)]
        target = self.columns[number]
        self.unit_pressed.emit(target.name, within(spot, target, spot.room.center()))

    def _walk_on_map(self, column: Column, place: tuple[int, ...], columns: int, rows: int) -> None:
        moved = list(place)
        across, down = (-1, -2) if column.numbers.ndim == 3 else (0, 1)
        moved[across] = min(max(moved[across] + columns, 0), column.numbers.shape[across] - 1)
        moved[down] = min(max(moved[down] + rows, 0), column.numbers.shape[down] - 1)
        self.unit_pressed.emit(column.name, tuple(moved))
