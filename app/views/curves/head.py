"""The strip above the curves: what each line is and its number, and the choices of the axes."""

from __future__ import annotations

import dataclasses
import enum
import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.look import theme as look
from app.look.run_colours import run_colour
from app.look.theme import Theme
from app.views.curves.axes import flag
from app.widgets.limited import limited
from core.frozen import frozen

LINE, BAND, FLAG = 22, 10, 12  # px at a text scale of 1


class Sign(enum.Enum):
    """What a thing on the plot looks like."""

    LINE, BAND, FLAG = range(3)


@frozen
class Entry:
    """One thing on the plot: its name, its pen's dashes (empty: solid), the number beside it, and a letter, or fewer
    words, for the name where it has one. A faint one has no number and stands behind the others, and so has what is no
    line. The line of one `run` of several, by its letter, has that run's colour."""

    name: str
    dashes: tuple[float, ...] = ()
    text: str = ""
    letter: str = ""
    faint: bool = False
    sign: Sign = Sign.LINE
    run: str = ""

    @property
    def numbered(self) -> bool:
        return not self.faint and self.sign is Sign.LINE


class CurveHead(QWidget):
    """`axis_chosen(name)` and `log_turned(on)` when a person chooses."""

    axis_chosen = Signal(str)
    log_turned = Signal(bool)

    def __init__(self, axes: dict[str, str], log: bool) -> None:
        super().__init__()
        self.theme = look.current()
        self.entries: tuple[Entry, ...] = ()
        self._axes = axes
        self.axis = QToolButton()
        self.axis.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.axis.setToolTip("What runs along the picture")
        self.axis.setProperty("quiet", True)
        menu = QMenu(self.axis)
        for name, words in axes.items():
            menu.addAction(words.capitalize()).setData(name)
        menu.triggered.connect(self._choose)
        self.axis.setMenu(menu)
        self.log = QToolButton()
        self.log.setText("log")
        self.log.setCheckable(True)
        self.log.setToolTip("Show the height on a logarithmic axis")
        self.log.setAccessibleName("Logarithmic height")
        self.log.setProperty("quiet", True)
        self.log.setVisible(log)
        self.log.toggled.connect(self.log_turned)
        for button in (self.axis, self.log):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 6, 0)
        row.setSpacing(2)
        row.addWidget(Entries(self), 1)
        row.addWidget(limited(self.log, "curves.log_y"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self.theme.px(LINE) + 6)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        if entries != self.entries:
            self.entries = entries
            self.update()

    def show_axis(self, name: str) -> None:
        self.axis.setText(f"{self._axes[name]} ▾")
        self.axis.setAccessibleName(f"Along the picture: {self._axes[name]}")

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        for button in (self.axis, self.log):
            button.setStyleSheet(
                f"QToolButton {{ font-size: {theme.px(look.CAPTION + 1)}px; padding: 0px 6px; min-height: {theme.px(18)}px; }}"
            )
        self.updateGeometry()
        self.update()

    def _choose(self, action: object) -> None:
        self.axis_chosen.emit(action.data())  # type: ignore[attr-defined]


class Entries(QWidget):
    """Paints the entries of a head; every number has a place of its own, so that nothing moves when it grows."""

    def __init__(self, head: CurveHead) -> None:
        super().__init__(head)
        self._head = head
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._head.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots, tight = self._spots(theme, self._head.entries, 24, 14), False
        if spots and spots[-1][1] > self.width():
            spots, tight = self._spots(theme, self._head.entries, 18, 6), True
        entries = self.readable() if tight else self._head.entries
        spots = self._spots(theme, entries, 18, 6) if tight else spots
        for entry, (left, _) in zip(entries, spots, strict=True):
            self._paint_entry(painter, entry, left, theme.px(18 if tight else 24))
        painter.end()

    def readable(self) -> tuple[Entry, ...]:
        """The entries, signs only as far as all lines have their names beside them; where a number would be cut, with
        letters for names, and names without one shortened."""
        theme, entries = self._head.theme, self._head.entries
        for form in self._forms(entries):
            ends = self._spots(theme, form, 18, 6)
            if not ends or ends[-1][1] <= self.width():
                return form
        entries = tuple(entry for entry in entries if entry.sign is Sign.LINE)
        if self._over(entries) <= 0:
            return tuple(entry for entry in entries if not entry.faint)
        entries = tuple(map(_in_brief, entries))
        numbered, over = tuple(entry for entry in entries if entry.numbered), self._over(entries)
        if over <= 0:
            return entries
        metrics, end = QFontMetrics(theme.font(look.CAPTION + 1)), Qt.TextElideMode.ElideRight
        rooms = {entry.name: metrics.horizontalAdvance(entry.name) - over for entry in numbered}
        short = {name: metrics.elidedText(name, end, room) or name[:1] for name, room in rooms.items()}
        return tuple(dataclasses.replace(entry, name=short.get(entry.name, entry.name)) for entry in entries)

    def _forms(self, entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, ...]]:
        """Fewer and fewer signs, for those stand in the tip, too; with each of them the run before in full, and in
        brief."""
        signs = [entry for entry in entries if entry.sign is not Sign.LINE]
        for kept in range(len(signs), -1, -1):
            left = tuple(entry for entry in entries if entry.sign is Sign.LINE or entry in signs[:kept])
            yield left
            yield tuple(_in_brief(entry) if entry.faint else entry for entry in left)

    def _over(self, entries: tuple[Entry, ...]) -> int:
        """By how many px each name is too long, in the tightest way to stand; those behind are cut anyway."""
        ends = self._spots(self._head.theme, tuple(entry for entry in entries if entry.numbered), 18, 6)
        return math.ceil((ends[-1][1] - self.width()) / len(ends)) if ends else 0

    def _spots(self, theme: Theme, entries: tuple[Entry, ...], sample: int, gap: int) -> list[tuple[float, float]]:
        """Left and right end of every entry; each number has room for what it may grow to."""
        names, digits = QFontMetrics(theme.font(look.CAPTION + 1)), QFontMetrics(theme.digits(look.BASE + 1, bold=True))
        spots, left = [], 2.0
        for entry in entries:
            room = 0 if not entry.numbered else max(map(digits.horizontalAdvance, ("0.000", entry.text)))
            right = left + theme.px(sample) + 12 + names.horizontalAdvance(entry.name) + room
            spots.append((left, right))
            left = right + theme.px(gap)
        return spots

    def _paint_entry(self, painter: QPainter, entry: Entry, left: float, sample: float) -> None:
        theme = self._head.theme
        self._paint_sign(painter, entry, QRectF(left, 0, sample, self.height()))
        painter.setFont(theme.font(look.CAPTION + 1))
        painter.setPen(QColor(theme.muted))
        words, metrics = entry.name, painter.fontMetrics()
        if entry.faint:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(self.width() - left - sample - 6))
        name = metrics.horizontalAdvance(words)
        painter.drawText(QRectF(left + sample + 6, 0, name + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(theme.digits(look.BASE + 1, bold=True))
        painter.setPen(QColor(theme.text))
        painter.drawText(
            QRectF(left + sample + 12 + name, 0, 200, self.height()), Qt.AlignmentFlag.AlignVCenter, entry.text
        )

    def _paint_sign(self, painter: QPainter, entry: Entry, room: QRectF) -> None:
        theme, middle = self._head.theme, room.center()
        if entry.sign is Sign.BAND:
            high = theme.px(BAND)
            painter.fillRect(QRectF(room.left(), middle.y() - high / 2, room.width(), high), band_colour(theme))
        elif entry.sign is Sign.FLAG:
            size = theme.px(FLAG)
            painter.setPen(line_pen(theme, (), theme.border, 1.0))
            painter.drawLine(QPointF(middle.x(), middle.y() - size / 2), QPointF(middle.x(), middle.y() + size / 2))
            pennant = QTransform.fromTranslate(middle.x(), middle.y()).scale(size, size).map(flag())
            painter.fillPath(pennant, QColor(theme.muted))
        else:
            colour = run_colour(entry.run, theme) if entry.run else ""
            painter.setPen(ghost_pen(theme, entry.dashes) if entry.faint else line_pen(theme, entry.dashes, colour))
            painter.drawLine(QPointF(room.left(), middle.y()), QPointF(room.right(), middle.y()))


def _in_brief(entry: Entry) -> Entry:
    return dataclasses.replace(entry, name=entry.letter or entry.name)


def band_colour(theme: Theme) -> QColor:
    """How far a curve swings."""
    return QColor(look.mix(theme.surface, theme.muted, 0.3))


def ghost_pen(theme: Theme, dashes: tuple[float, ...]) -> QPen:
    """Of the run before: thinner, and grey."""
    return line_pen(theme, dashes, look.mix(theme.surface, theme.muted, 0.7), 1.6)


def line_pen(theme: Theme, dashes: tuple[float, ...], colour: str = "", width: float = 2.2) -> QPen:
    """Ink, solid or dashed, as wide as the back row needs."""
    pen = QPen(QColor(colour or theme.text), width * theme.scale)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    if dashes:
        pen.setDashPattern(list(dashes))
    return pen
