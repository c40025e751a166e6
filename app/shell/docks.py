"""A picture's dock: it tells when its content can be seen, so that a hidden one costs nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.look.theme import Theme
from app.widgets.icon_button import IconButton

TITLE = 26  # px


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
        self.words = QLabel(dock.windowTitle())
        self.words.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # larger text never widens the window
        self.float_ = FoldedIcon("duplicate", f"Float {dock.windowTitle()}", "Out of the window, and back.", dock)
        self.shut = FoldedIcon("close", f"Close {dock.windowTitle()}", "Close; the View menu brings it back.", dock)
        self.float_.clicked.connect(dock.turn_floating)
        self.shut.clicked.connect(dock.close)
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 0, 4, 0)
        box.setSpacing(2)
        box.addWidget(self.words, 1)
        for button in (self.float_, self.shut):
            box.addWidget(button)

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(TITLE))
        self.words.setFont(theme.font(13, bold=True))


class Dock(QDockWidget):
    """Holds one view or panel; `objectName` is the name under which a layout remembers it. `entry` is its line in the
    menu, checked while it is open; what a click on it does is the layout's to say, for where a dock stands is."""

    seen_changed = Signal()
    dragged = Signal()

    def __init__(self, name: str, title: str, content: QWidget, parent: QWidget, fixed: bool = False) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setWidget(content)
        self.seen = self.pointed = False  # whether the content can be seen, and whether the pointer is on the dock
        features = QDockWidget.DockWidgetFeature
        self.setFeatures(
            features.NoDockWidgetFeatures
            if fixed
            else features.DockWidgetClosable | features.DockWidgetMovable | features.DockWidgetFloatable
        )
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.visibilityChanged.connect(self._seen)
        self.entry = QAction(title, self, checkable=True)
        self.toggleViewAction().toggled.connect(self.entry.setChecked)
        self._bare = QWidget(self)
        self._title = DockTitle(self)
        (self._title if fixed else self._bare).hide()
        self.setTitleBarWidget(self._bare if fixed else self._title)

    def show_title(self, shown: bool) -> None:
        """With or without its name above it."""
        wanted, other = (self._title, self._bare) if shown else (self._bare, self._title)
        if self.titleBarWidget() is not wanted:
            other.hide()
            self.setTitleBarWidget(wanted)
            wanted.show()

    def rename(self, title: str) -> None:
        self.setWindowTitle(title)
        self.entry.setText(title)
        self._title.words.setText(title)

    def show_theme(self, theme: Theme) -> None:
        self._title.show_theme(theme)

    def turn_floating(self) -> None:
        self.setFloating(not self.isFloating())
        self.raise_()  # back among tabs it is the one in front

    def _seen(self, seen: bool) -> None:
        if seen != self.seen:
            self.seen = seen
            self.seen_changed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._point(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(False)

    def _point(self, pointed: bool) -> None:
        self.pointed = pointed
        for button in (self._title.float_, self._title.shut):
            button.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and not self.isFloating() and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.dragged.emit()
