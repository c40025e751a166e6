"""The strip above the curves: what each line is and its number, and the choices of the axes."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app import theme as look
from app.theme import Theme

LINE = 22  # px at a text scale of 1


@dataclasses.dataclass(frozen=True)
class Entry:
    """One line of the plot: its name, its pen's dashes (empty: solid) and the number beside it."""

    name: str
    dashes: tuple[float, ...]
    text: str


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
        row.addWidget(_Entries(self), 1)
        row.addWidget(self.log)
        row.addWidget(self.axis)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self.theme.px(LINE) + 6)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        if entries != self.entries:
            self.entries = entries
            self.update()

    def show_axis(self, name: str) -> None:
        self.axis.setText(f"{self._axes[name]} ▾")

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        for button in (self.axis, self.log):
            button.setStyleSheet(f"QToolButton {{ font-size: {theme.px(look.CAPTION + 1)}px; padding: 0px 6px; min-height: {theme.px(20)}px; }}")
        self.updateGeometry()
        self.update()

    def _choose(self, action: object) -> None:
        self.axis_chosen.emit(action.data())  # type: ignore[attr-defined]


class _Entries(QWidget):
    """Paints the entries of a head; every number has a place of its own, so that nothing moves when it grows."""

    def __init__(self, head: CurveHead) -> None:
        super().__init__(head)
        self._head = head
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._head.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 2.0, self.height() / 2
        for entry in self._head.entries:
            painter.setFont(theme.font(look.CAPTION + 1))
            name = painter.fontMetrics().horizontalAdvance(entry.name)
            painter.setPen(line_pen(theme, entry.dashes))
            painter.drawLine(QPointF(left, middle), QPointF(left + theme.px(24), middle))
            left += theme.px(24) + 6
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(left, 0, name + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, entry.name)
            left += name + 6
            painter.setFont(theme.digits(look.BASE + 1, bold=True))
            painter.setPen(QColor(theme.text))
            room = painter.fontMetrics().horizontalAdvance("0.0000")
            painter.drawText(QRectF(left, 0, room + 40, self.height()), Qt.AlignmentFlag.AlignVCenter, entry.text)
            left += max(room, painter.fontMetrics().horizontalAdvance(entry.text)) + theme.px(14)
        painter.end()


def line_pen(theme: Theme, dashes: tuple[float, ...], colour: str = "", width: float = 2.2) -> QPen:
    """Ink, solid or dashed, as wide as the back row needs."""
    pen = QPen(QColor(colour or theme.text), width * theme.scale)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    if dashes:
        pen.setDashPattern(list(dashes))
    return pen
