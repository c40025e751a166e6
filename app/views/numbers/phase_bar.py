"""The four phases of an update in one row: pressed, dragged along, or walked with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme as look
from app.look.theme import BASE, CAPTION, Theme
from app.views.numbers.looked import PHASES, UPDATE, WORDS
from app.widgets.own_keys import OwnKeys

HEIGHT, POINT = 34, 10  # px
TIP = (
    "→ the next phase, ← the one before; or drag. Looking never learns: the weights move only at Update, "
    "and that is the run's own update."
)
WITHOUT = "without this sample"
WITHOUT_TIP = "Update: the run's next batch, without this sample. "


class PhaseBar(OwnKeys, QWidget):
    """`wanted(phase)` when a person presses or drags; `onwards()` and `back()` by the arrow keys. Letters are left to
    the commands."""

    own_keys = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right))
    picture = True

    wanted = Signal(str)
    onwards = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.phase = PHASES[0]
        self.without = False
        self.setAccessibleName("Phase")
        self.setToolTip(TIP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe(PHASES[0])

    def show_phase(self, phase: str, *, without: bool = False) -> None:
        """Which one is told; `without`: the sample that is told of is not in the batch of the run's update."""
        if (phase, without) != (self.phase, self.without):
            self.phase, self.without = phase, without
            self.setToolTip(self._tip)
            self._describe(phase)
            self.update()

    def _describe(self, phase: str) -> None:
        self.setAccessibleDescription(f"{WORDS[phase]}, {PHASES.index(phase) + 1} of {len(PHASES)}. {self._tip}")

    @property
    def _tip(self) -> str:
        return f"{WITHOUT_TIP if self.without else ''}{TIP}"

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.theme.px(HEIGHT))

    def room(self, phase: str) -> QRectF:
        """Where a phase stands."""
        wide = self.width() / len(PHASES)
        return QRectF(PHASES.index(phase) * wide, 0, wide, self.height())

    def at(self, x: float) -> str:
        """The phase at a place along the bar."""
        return PHASES[min(max(int(x / self.width() * len(PHASES)), 0), len(PHASES) - 1)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._take(event)

    def _take(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.at(event.position().x()) != self.phase:
            self.wanted.emit(self.at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self.onwards.emit()
        elif event.key() == Qt.Key.Key_Left:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for phase in reversed(PHASES):  # each one's point lies over the next
            self._paint(painter, phase)
        for phase in PHASES:
            self._write(painter, phase)
        painter.end()

    def _write(self, painter: QPainter, phase: str) -> None:
        """Its word, and the line below *Update*."""
        painter.setPen(QColor(self.theme.on_accent if phase == self.phase else self.theme.muted))
        room, middle = self.room(phase), Qt.AlignmentFlag.AlignHCenter
        if phase != UPDATE or not self.says_without:
            painter.setFont(self._font())
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignVCenter, WORDS[phase])
            return
        edge = self.theme.px(3)
        for font, side, words in (
            (self.theme.font(BASE, bold=True), Qt.AlignmentFlag.AlignTop, WORDS[phase]),
            (self.theme.font(CAPTION), Qt.AlignmentFlag.AlignBottom, WITHOUT),
        ):
            painter.setFont(font)
            painter.drawText(room.adjusted(0, edge, 0, -edge), middle | side, words)

    @property
    def says_without(self) -> bool:
        """Whether that is written below *Update*; where there is no room for it, the tool-tip alone says it."""
        wide = self.room(UPDATE).width() - 2 * self.theme.px(POINT)
        return self.without and QFontMetrics(self.theme.font(CAPTION)).horizontalAdvance(WITHOUT) <= wide

    def _font(self) -> look.QFont:
        """As large as the words have room."""
        wide = self.width() / len(PHASES) - 2 * self.theme.px(POINT)
        for size in (17, 15, 13, 12):
            font = self.theme.font(size, bold=True)
            if max(QFontMetrics(font).horizontalAdvance(words) for words in WORDS.values()) <= wide:
                return font
        return self.theme.font(11, bold=True)

    def _paint(self, painter: QPainter, phase: str) -> None:
        room, point = self.room(phase).adjusted(1, 2, 0, -2), self.theme.px(POINT)
        chosen = phase == self.phase
        edge = self.theme.accent if self.hasFocus() else self.theme.outline
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() and chosen else 1))
        painter.setBrush(QColor(self.theme.accent if chosen else self.theme.field))
        last = phase == PHASES[-1]
        tip = room.right() if last else room.right() + point / 2
        shoulder = room.right() - 1 if last else room.right() - point / 2
        outline = [
            room.topLeft(),
            QPointF(shoulder, room.top()),
            QPointF(tip, room.center().y()),
            QPointF(shoulder, room.bottom()),
            room.bottomLeft(),
        ]
        painter.drawPolygon(QPolygonF(outline))
