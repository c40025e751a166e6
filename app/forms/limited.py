"""Limited: the place of a control that a file can hide and lock, whatever else its panel says of the control inside."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

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


def limited(content: QWidget | QLayout, *paths: str) -> Limited:
    """A control, or several in a layout, in a place of its own."""
    place = Limited(*paths)
    if isinstance(content, QLayout):
        content.setContentsMargins(0, 0, 0, 0)
        place.setLayout(content)
    else:
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
    return place
