"""The timeline: the whole run from its start to now with its marks, and the update that the pictures show."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStyle, QStyleOptionSlider, QWidget

from app.bars.run_badge import Named, RunBadge
from app.bars.timeline_marks import draw, tip_of
from app.bars.transport_bar import follow
from app.look.theme import Theme, current, mix
from app.shell.actions import Actions
from app.widgets.icon_button import IconButton
from app.widgets.slider_field import Slider
from core.frames import POINT, Mark
from core.frozen import frozen
from core.messages import time_words

HEIGHT, HANDLE, GROOVE = 32, 24, 4  # px
SIDES, BETWEEN, SHORTEST = 12, 8, 80  # px: beside all parts, between them, of the track
LONG = 1.0  # seconds: less is not worth a word
FEW = 50  # updates: a shorter past is hardly one
MOST = 2**31 - 1  # that a slider can tell apart
TENTH = 10
FINE = 10  # places of the handle an update, where what is shown moves between two
LEADS = "Play and → go through what came after; a change here begins another run. End comes back to now."
NEAR = 6  # px from the middle of a sign: it is told, and a press leads to its very update
TIP = "Drag to look back: every picture shows what was. ← and → go update by update, End comes back to now"
ALL_THERE = "Drag: every picture shows that update. ← and → go update by update, End to the last"


@frozen
class Told:
    """What stands on a timeline: how many updates a run has `made`, which one is looked at (None: now), what happened
    on the way, the `first` update that is kept, the run and those beside it; what the next update does where it begins
    a branch (`pending`); `shown` is where the pictures are on their way to the past, which takes about `left`
    seconds."""

    made: int = 0
    looking: int | None = None
    marks: tuple[Mark, ...] = ()
    first: int = 0
    run: Named = Named()
    others: tuple[Named, ...] = ()
    pending: str = ""
    shown: int | None = None
    left: float = 0.0

    @property
    def sentence(self) -> str:
        """What one sees in the past; "" at now."""
        if self.looking is None:
            return ""
        if self.pending:
            return self.pending
        if self.shown not in (None, self.looking):
            long = f" It is computed again: about {time_words(self.left)}." if self.left >= LONG else ""
            return f"On the way to update {self.looking:,}: the pictures show update {self.shown:,}.{long}"
        return f"Update {self.looking:,} of {self.made:,}, as it was. {LEADS}"


class Track(Slider):
    """The run as a line with a handle; what happened stands on it as signs."""

    def __init__(self, fine: int, tip: str) -> None:
        """`fine`: places of the handle an update."""
        super().__init__("Update that the pictures show, from the start to the end", 0)
        self._fine, self._tip = fine, tip
        self.setToolTip(tip)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._marks: tuple[Mark, ...] = ()

    def show_course(self, first: int, last: int, place: float, marks: tuple[Mark, ...]) -> None:
        """Which updates there are, which one is shown, and what happened; emits nothing. A handle in the hand is not
        pulled away."""
        with QSignalBlocker(self):
            self.setRange(*(min(update * self._fine, MOST) for update in (first, last)))
            self.setSingleStep(self._fine)
            self.setPageStep(max(1, (last - first) // TENTH) * self._fine)
            if not self.isSliderDown() or self._fine == 1:
                self.setValue(min(round(place * self._fine), MOST))
        if marks != self._marks:
            self._marks = marks
            self.update()

    @property
    def place(self) -> float:
        """The update that the handle points at."""
        return self.value() / self._fine

    def show_theme(self, theme: Theme) -> None:
        groove = theme.px(GROOVE)
        out = (theme.px(HANDLE) - groove) // 2
        handle = groove + 2 * out  # as high as it is wide: with a radius larger than half of either Qt draws a square
        self.setStyleSheet(
            f"QSlider {{ min-height: {handle}px; }}"
            f"QSlider::groove:horizontal {{ height: {groove}px; border-radius: {groove // 2}px; }}"
            f"QSlider::handle:horizontal {{ width: {handle - 4}px; height: {handle - 4}px; margin: -{out}px 0px;"
            f" border-radius: {handle // 2}px; }}"
            f"QSlider::handle:horizontal:disabled {{ background: transparent; border-color: transparent; }}"
            f"QSlider::sub-page:horizontal:disabled {{ background: {mix(theme.border, theme.text, 0.06)}; }}"
        )

    def places(self) -> tuple[tuple[float, Mark], ...]:
        """Where the signs stand, px from the left."""
        left, room = self._line()
        first = self.minimum() // self._fine
        whole = max(1, self.maximum() // self._fine - first)
        there = (mark for mark in self._marks if mark.update >= first)
        return tuple((left + room * (mark.update - first) / whole, mark) for mark in there)

    def _parts(self) -> tuple[QRect, QRect]:
        """Handle and groove."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, control = self.style(), QStyle.SubControl
        handle, groove = (
            style.subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
            for part in (control.SC_SliderHandle, control.SC_SliderGroove)
        )
        return handle, groove

    def _line(self) -> tuple[float, float]:
        """Where the first update stands and how far it is to the last, px."""
        handle, groove = self._parts()
        return groove.left() + handle.width() / 2, groove.width() - handle.width()

    def near(self, x: float) -> tuple[Mark, ...]:
        """The signs at a place, px from the left."""
        return tuple(mark for place, mark in self.places() if abs(place - x) <= current().px(NEAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, middle = current(), self.height() / 2
        painter = QPainter(self)
        for place, mark in self.places():
            draw(painter, mark, QPointF(place, middle), theme)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setToolTip(tip_of(self.near(event.position().x())) or self._tip)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A sign is reached by a press beside it, but who takes hold of the handle means the handle."""
        near = self.near(event.position().x()) if event.button() == Qt.MouseButton.LeftButton else ()
        if near and self.isEnabled() and not self._parts()[0].contains(event.position().toPoint()):
            self.setSliderDown(True)  # before the value, as in a drag; the handle is under the cursor then
            here = self._update_at(event.position().x())
            self.setValue(min(near, key=lambda mark: abs(mark.update - here)).update * self._fine)
        super().mousePressEvent(event)

    def _update_at(self, x: float) -> float:
        """The update whose sign would stand at a place."""
        left, room = self._line()
        first, last = self.minimum() / self._fine, self.maximum() / self._fine
        return first + (x - left) / max(1.0, room) * (last - first)


class Timeline(QWidget):
    """`looked(updates)`: a person wants to see what the run was then; at the right end it is what the run is."""

    looked = Signal(float)

    def __init__(self, actions: Actions, *, runs: bool = True) -> None:
        """`runs`: what is shown is one of many, with a letter, and goes on: it has a now."""
        super().__init__()
        self.setAccessibleName("Timeline")
        self.run, self.now = RunBadge(lettered=runs), QPushButton("Back to now")
        self.track = Track(1, TIP) if runs else Track(FINE, ALL_THERE)
        self.back, self._back = IconButton("play-back", "Play backwards"), actions["play_back"]
        follow(self.back, self._back)
        self.track.valueChanged.connect(self._look)
        self.now.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.now.clicked.connect(self._come_back)
        self.now.hide()
        self._offers: tuple[QPushButton, ...] = ()
        self._put_away: tuple[QPushButton, ...] = ()  # of these, for want of room
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SIDES, 0, SIDES, 0)
        row.setSpacing(BETWEEN)
        row.addWidget(self.run)
        row.addWidget(self.back)
        row.addWidget(self.track, 1)
        if runs:
            row.addWidget(self.now)
        else:
            self.now.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_run(Told())

    def show_run(self, told: Told) -> None:
        """A run, and which of its updates the pictures show."""
        place = told.made if told.looking is None else told.looking
        self.track.show_course(told.first, told.made, place, told.marks)
        self._offer(able=told.made - told.first >= FEW or told.looking is not None)
        if self.now.isHidden() == (told.looking is not None):
            self.now.setVisible(told.looking is not None)
            self._fit()
        self.run.show_runs(told.run, told.others)

    def show_race(self, name: str, last: int, place: float, marks: tuple[Mark, ...]) -> None:
        """What is all there from the beginning, and has no now."""
        self.track.show_course(0, last, place, marks)
        self._offer(able=last > 0)
        self.run.show_runs(Named(name=name, made=last), ())

    def _offer(self, *, able: bool) -> None:
        """A short past is hardly one."""
        self.track.setEnabled(able)
        self.back.setEnabled(able and self._back.isEnabled())

    def offer(self, button: QPushButton) -> None:
        """One more at the right end."""
        self._row.addWidget(button)
        self._offers += (button,)
        self._fit()

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self.track.show_theme(theme)
        self.run.show_theme(theme)
        self.back.setFixedSize(theme.px(HANDLE + 4), theme.px(HANDLE + 4))
        for button in (self.now, *self._offers):
            button.setFixedHeight(theme.px(HEIGHT - 6))
            button.setStyleSheet("padding: 0px 10px; min-height: 0px;")  # the window's own least height is larger
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The track keeps some room: first the name of the run goes, then nothing is kept free for "Back to now", and
        while that is there the other buttons are put away."""
        for button in self._put_away:
            button.show()
        self._put_away = ()
        self.run.set_narrow(False)
        self._keep_free(True)
        if self._wide() > self.width():
            self.run.set_narrow(True)
        if self._wide() > self.width():
            self._keep_free(False)
        if self._wide() > self.width() and not self.now.isHidden():
            self._put_away = tuple(button for button in self._offers if not button.isHidden())
            for button in self._put_away:
                button.hide()

    def _keep_free(self, free: bool) -> None:
        """Nothing moves when "Back to now" comes."""
        policy = self.now.sizePolicy()
        if policy.retainSizeWhenHidden() != free:
            policy.setRetainSizeWhenHidden(free)
            self.now.setSizePolicy(policy)

    def _wide(self) -> int:
        """What all takes with the least track, px."""
        keeps = self._row.indexOf(self.now) >= 0 and self.now.sizePolicy().retainSizeWhenHidden()
        shown = [button for button in self._offers if not button.isHidden()]
        shown += [self.now] if keeps or not self.now.isHidden() else []
        parts = (self.run, self.back, *shown)
        gaps = 2 * SIDES + BETWEEN * len(parts)
        return gaps + current().px(SHORTEST) + sum(part.sizeHint().width() for part in parts)

    def minimumSizeHint(self) -> QSize:
        """Any width: larger text never widens the window."""
        return QSize(1, current().px(HEIGHT))

    def _look(self, _position: int) -> None:
        self.looked.emit(self.track.place)

    def _come_back(self) -> None:
        self.looked.emit(float(self.track.maximum()))


def shown_marks(marks: Iterable[Mark], made: int, points: Collection[str] = ()) -> tuple[Mark, ...]:
    """Those that lie on a run of so many updates; of kept points those that are still `points`."""
    return tuple(mark for mark in marks if mark.update <= made and (mark.kind != POINT or mark.text in points))
