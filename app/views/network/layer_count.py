""" "− 2 hidden layers +" above the columns of a network picture: how many hidden layers there are, one fewer, one
more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.documents.intents import AddLayer, RemoveLayer
from app.look import theme as look
from app.look.theme import Theme
from app.widgets.icon_button import IconButton

TOP, SIDE = 2, 22  # px at a text scale of 1


class LayerCount(QObject):
    """The hidden layers at `path`; `intent` is AddLayer or RemoveLayer, the last one."""

    intent = Signal(object)

    def __init__(self, path: str, most: int, parent: QWidget, more_tip: str = "Add a hidden layer") -> None:
        super().__init__(parent)
        self.path, self._most, self._canvas = path, most, parent
        self._names: tuple[str, ...] = ()
        self._long = self._short = ""
        self.words = QLabel(parent)
        self.fewer = IconButton("remove", "Remove the last hidden layer", small=True, colour="accent", parent=parent)
        self.more = IconButton("add", more_tip, small=True, colour="accent", parent=parent)
        self.fewer.clicked.connect(self._remove)
        self.more.clicked.connect(self._add)

    def show_layers(self, names: Sequence[str], player: str = "", hidden: bool = True) -> None:
        """The names of the layers, and whose they are where there are two players; not `hidden`: some have no units,
        such as pooling."""
        self._names = tuple(names)
        count = len(self._names)
        plural = "" if count == 1 else "s"
        self._long = (
            f"{player}: {count} layer{plural}" if player else f"{count} {'hidden ' if hidden else ''}layer{plural}"
        )
        self._short = f"{player}: {count}" if player else self._long
        self.words.setText(self._long)
        self.fewer.setEnabled(count > 0)
        self.more.setEnabled(count < self._most)
        for button, what in ((self.fewer, "Remove the last hidden layer"), (self.more, "Add a hidden layer")):
            button.setAccessibleName(what + (f" of the {player.lower()}" if player else ""))

    def set_shown(self, shown: bool) -> None:
        for widget in (self.words, self.fewer, self.more):
            widget.setVisible(shown)

    def place(self, middle: float, theme: Theme) -> None:
        """Centre it above x = `middle` of the parent, within it; of two players, who share its width, in fewer words
        where it would be more than half."""
        size = theme.px(SIDE)
        self.words.setStyleSheet(f"font-size: {theme.px(look.CAPTION + 1)}px; color: {theme.text};")
        self.words.setText(self._long)
        self.words.adjustSize()
        if self.words.width() + 2 * (size + 8) > self._canvas.width() / 2:
            self.words.setText(self._short)
            self.words.adjustSize()
        wide = self.words.width()
        left = round(middle - wide / 2)
        room = self._canvas.width()
        left = min(max(left, size + 8), max(size + 8, room - wide - size - 8))
        top = theme.px(TOP)
        self.words.move(left, top + (size - self.words.height()) // 2)
        for button, x in ((self.fewer, left - size - 6), (self.more, left + wide + 6)):
            scale(button, size)
            button.setGeometry(x, top, size, size)

    def _add(self) -> None:
        self.intent.emit(AddLayer(self.path))

    def _remove(self) -> None:
        if self._names:
            self.intent.emit(RemoveLayer(f"{self.path}.{self._names[-1]}"))


def scale(button: IconButton, size: int) -> None:
    """Buttons on a picture grow with the theme of its view, which is larger than the window's in the Lecture layout."""
    side = QSize(round(size * 0.72), round(size * 0.72))
    if button.iconSize() != side:
        button.setStyleSheet(f"QToolButton {{ min-width: 0px; min-height: 0px; max-height: {size}px; }}")
        button.setIconSize(side)
