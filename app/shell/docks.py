"""A picture's dock: it tells when its content can be seen, so that a hidden one costs nothing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QEnterEvent, QGuiApplication, QMoveEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.look.sight import in_sight
from app.look.theme import Theme, current
from app.widgets.icon_button import IconButton
from app.widgets.segments import Segments

TITLE = 26  # px
SWITCH = 20  # px
WIDE = 1.5  # text scale up to which a switch has all its room
OFFER = 20  # px of a button beside the name


class FoldedIcon(IconButton):
    """Seen while the pointer is on its dock, or while the focus is on it."""

    def __init__(self, icon: str, label: str, tip: str, dock: Dock) -> None:
        super().__init__(icon, label, tip, small=True)
        self._dock = dock
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def unfolded(self) -> bool:
        """Whether there is anything to be seen."""
        return self._dock.pointed or self.hasFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.unfolded:
            super().paintEvent(event)


class DockTitle(QWidget):
    """The picture's name, and quiet buttons to float and to close it; dragging it moves the dock."""

    def __init__(self, dock: Dock) -> None:
        super().__init__(dock)
        self._dock = dock
        self.words = QLabel(dock.windowTitle())
        self.words.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # larger text never widens the window
        self.float_ = FoldedIcon("duplicate", f"Float {dock.windowTitle()}", "Out of the window, and back.", dock)
        self.shut = FoldedIcon("close", f"Close {dock.windowTitle()}", "Close; the View menu brings it back.", dock)
        self.float_.clicked.connect(dock.turn_floating)
        self.shut.clicked.connect(dock.close)
        self.switch = _switch(dock)
        box = QHBoxLayout(self)
        box.setContentsMargins(10 if self.switch is None else 4, 0, 4, 0)
        box.setSpacing(2)
        if self.switch is not None:
            box.addWidget(self.switch)
            self.words.hide()
            box.addStretch(1)
        box.addWidget(self.words, 1)
        for button in dock.offers:
            box.addWidget(button)
        for button in (self.float_, self.shut):
            box.addWidget(button)

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(TITLE))
        for button in self._dock.offers:
            button.setFixedHeight(theme.px(OFFER))
            button.setStyleSheet("padding: 0px 8px; min-height: 0px;")  # the window's own least height is larger
        self.words.setFont(theme.font(13, bold=True))
        if self.switch is not None:
            tight = theme.scale > WIDE  # a switch of large words would push its neighbour out of the window
            self.switch.setFont(theme.font(11 if tight else 12, bold=True))
            self.switch.set_narrow(tight)
            self.switch.updateGeometry()


def _switch(dock: Dock) -> Segments | None:
    """Between the pictures that stand in the dock's place by turns."""
    if dock.objectName() not in dock.ways:  # it stands alone, or is not offered for these data
        return None
    switch = Segments("What stands here", dock.ways, SWITCH)
    switch.set_value(dock.objectName())
    switch.chosen.connect(dock.choose_way)
    return switch


class Dock(QDockWidget):
    """Holds one view or panel; `objectName` is the name under which a layout remembers it. `entry` is its line in the
    menu, checked while it is open; what a click on it does is the layout's to say, for where a dock stands is."""

    seen_changed = Signal()
    dragged = Signal()
    closed = Signal()  # by a person
    way_chosen = Signal(str)

    def __init__(self, name: str, title: str, content: QWidget, parent: QWidget, fixed: bool = False) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setWidget(content)
        self.ways: dict[str, str] = {}  # the pictures that stand here by turns, and their words; none: only this one
        self.offers: tuple[QPushButton, ...] = ()  # beside its name: what else there is to do with what it shows
        self.seen = self.pointed = False  # whether the content can be seen, and whether the pointer is on the dock
        features = QDockWidget.DockWidgetFeature
        self.setFeatures(
            features.NoDockWidgetFeatures
            if fixed
            else features.DockWidgetClosable | features.DockWidgetMovable | features.DockWidgetFloatable
        )
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.setAttribute(Qt.WidgetAttribute.WA_LaidOut)  # else Qt adds one that a restored layout put somewhere twice
        self.visibilityChanged.connect(self._seen)
        self.entry = QAction(title, self, checkable=True)
        self.toggleViewAction().toggled.connect(self.entry.setChecked)
        self._titled = not fixed
        self._title: DockTitle | None = None  # both made when the dock is shown: most are never opened
        self._bare: QWidget | None = None

    def offer_ways(self, ways: Mapping[str, str]) -> None:
        """This picture is one of several that stand here by turns."""
        self.ways = dict(ways)
        if self._title is not None and self._title.switch is not None and self.objectName() in ways:
            self._title.switch.set_words(ways)

    def offer(self, button: QPushButton) -> None:
        """One more thing to do stands beside the name, when there is one."""
        waiting = QWidget(self)
        waiting.hide()
        button.setParent(waiting)
        self.offers += (button,)

    def choose_way(self, name: str) -> None:
        """Another one is wanted here; this dock is of what it was."""
        if self._title is not None and self._title.switch is not None:
            self._title.switch.set_value(self.objectName())
        self.way_chosen.emit(name)

    def show_title(self, shown: bool) -> None:
        """With or without its name above it."""
        self._titled = shown
        if not self.isHidden():
            self._take_top()

    def setVisible(self, visible: bool) -> None:
        if visible:
            self._take_top()
        super().setVisible(visible)

    def _take_top(self) -> None:
        wanted, other = self._top(), self.titleBarWidget()
        if wanted is not other:
            if other is not None:
                other.hide()
            self.setTitleBarWidget(wanted)
            wanted.show()

    def _top(self) -> QWidget:
        """What stands above the content: its name, or nothing."""
        if self._titled and self._title is None:
            self._title = DockTitle(self)
            self._title.show_theme(current())
        elif not self._titled and self._bare is None:
            self._bare = QWidget(self)
        top = self._title if self._titled else self._bare
        assert top is not None
        return top

    def rename(self, title: str) -> None:
        self.setWindowTitle(title)
        self.entry.setText(title)
        if self._title is not None:
            self._title.words.setText(title)

    def show_theme(self, theme: Theme) -> None:
        if self._title is not None:
            self._title.show_theme(theme)

    def turn_floating(self) -> None:
        self.setFloating(not self.isFloating())
        self.raise_()  # back among tabs it is the one in front

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _seen(self, seen: bool) -> None:
        if seen != self.seen:
            self.seen = seen
            self.seen_changed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._seen(in_sight(self))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._point(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(False)

    def _point(self, pointed: bool) -> None:
        self.pointed = pointed
        if self._title is not None:
            for button in (self._title.float_, self._title.shut):
                button.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and not self.isFloating() and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.dragged.emit()
