"""Limited: the place of a control that a file can hide and lock, whatever else its panel says of the control inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from app.documents.limits import FREE, LOCKED, Limits


class Limited(QWidget):
    """The control in it changes `paths`. It is shown where its panel wants it and nothing hides it."""

    def __init__(self, *paths: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paths = paths
        self._limits = FREE
        self._wanted = True
        self._tips: dict[QWidget, str] = {}  # of its parts, from before it was locked

    @property
    def locked(self) -> bool:
        """Whether it is shown and cannot be used."""
        return self._limits.locks(*self.paths)

    def restrict(self, limits: Limits) -> None:
        """Obey what a file says, also of the tool-tips that the control was given since."""
        self._limits = limits
        self.setVisible(self._wanted and not limits.hides(*self.paths))
        self.setEnabled(not self.locked)
        if self.locked:
            self._lock_tips()
        else:
            self._give_tips_back()

    def obey(self) -> None:
        """What the file says holds still, after the control was shown anew."""
        self.restrict(self._limits)

    def want(self, wanted: bool) -> None:
        """Whether its panel has a use for it now."""
        self._wanted = wanted
        self.obey()

    def concern(self, *paths: str) -> None:
        """The control changes other paths from now on."""
        self.paths = paths
        self.obey()

    def follow(self, control: QWidget, put_away: bool) -> None:
        """There is a use for it while the panel shows the control in it; `put_away`: not now."""
        if put_away:
            self._wanted = False
            self.hide()
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.HideToParent:
            self.want(False)
        elif kind == QEvent.Type.ShowToParent and not self._wanted:
            self._wanted = True
            if self.parent() is not None:  # else it would be a window
                self.obey()
        elif kind == QEvent.Type.ToolTipChange and self.locked:
            self._lock_tips()
        return False

    def _lock_tips(self) -> None:
        for part in self._parts():
            if part.toolTip() != LOCKED:
                self._tips[part] = part.toolTip()
                part.setToolTip(LOCKED)

    def _give_tips_back(self) -> None:
        if self._tips:
            for part in self._parts():
                part.setToolTip(self._tips.get(part, part.toolTip()))
            self._tips.clear()

    def _parts(self) -> tuple[QWidget, ...]:
        return (self, *self.findChildren(QWidget))


def limited(content: QWidget | QLayout, *paths: str, parent: QWidget | None = None) -> Limited:
    """A control, or several in a layout, in a place of its own; it is there while the control in it is."""
    place = Limited(*paths, parent=parent)
    if isinstance(content, QLayout):
        content.setContentsMargins(0, 0, 0, 0)
        place.setLayout(content)
    else:
        put_away = content.isHidden() and content.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        policy = content.sizePolicy()
        if policy.verticalPolicy() is QSizePolicy.Policy.Fixed:  # its own largest height holds in the place too
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        place.setSizePolicy(policy)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        place.follow(content, put_away)
    return place


def place_of(control: QWidget) -> Limited:
    """The place that was made for a control."""
    place = control.parentWidget()
    assert isinstance(place, Limited)
    return place


def restrict(root: QWidget, limits: Limits) -> None:
    """Have every place in a part of the window obey what a file says."""
    for place in root.findChildren(Limited):
        place.restrict(limits)


def offer(action: QAction, limits: Limits, *paths: str) -> None:
    """An entry of a menu that changes these, as far as a file lets it."""
    action.setVisible(not limits.hides(*paths))
    if limits.locks(*paths):
        action.setEnabled(False)
        action.setToolTip(LOCKED)
