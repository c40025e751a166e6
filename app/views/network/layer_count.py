""" "− 2 hidden layers +" above the columns of a network picture: how many hidden layers there are, one fewer, one
more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.documents.intents import AddLayer, RemoveLayer
from app.documents.limits import FREE, Limits
from app.documents.path_words import layer_word
from app.look import theme as look
from app.look.theme import Theme
from app.views.network.layout import SIDE
from app.widgets.icon_button import IconButton, IconMark
from app.widgets.limited import limited
from core.experiment import Experiment
from core.families import Player
from core.networks.blueprint import players_of

TOP = 2  # px at a text scale of 1
ANEW = "Layers and units start anew: a change begins another run at update 0; this one stays."


class LayerCount(QObject):
    """The hidden layers at `path`; `intent` is AddLayer or RemoveLayer, the last one."""

    intent = Signal(object)

    def __init__(self, path: str, most: int, parent: QWidget, more_tip: str = "Add a hidden layer") -> None:
        super().__init__(parent)
        self.path, self._most, self._canvas = path, most, parent
        self._names: tuple[str, ...] = ()
        self._shown, self._shares = True, False  # with another player, who has the other half
        self._forms: tuple[str, ...] = ("",)  # how many there are, in fewer and fewer words
        self.words = QLabel(parent)
        self.fewer = IconButton("remove", "Remove the last hidden layer", small=True, colour="accent")
        self.more = IconButton("add", more_tip, small=True, colour="accent")
        self.anew = IconMark("anew", ANEW, "disabled")
        self.places = tuple(limited(part, path, parent=parent) for part in (self.fewer, self.more, self.anew))
        self.fewer.clicked.connect(self._remove)
        self.more.clicked.connect(self._add)

    def show_layers(self, names: Sequence[str], player: str = "", letter: str = "", hidden: bool = True) -> None:
        """The names of the layers, and whose they are where there are two players, with the player's letter; not
        `hidden`: some have no units, such as pooling."""
        self._names, self._shares = tuple(names), bool(player)
        count = len(self._names)
        plural = "" if count == 1 else "s"
        if player:
            self._forms = (f"{player}: {count} layer{plural}", f"{player}: {count}", f"{letter or player}: {count}")
        else:
            self._forms = (f"{count} {'hidden ' if hidden else ''}layer{plural}",)
        self.words.setText(self._forms[0])
        self.fewer.setEnabled(count > 0)
        self.more.setEnabled(count < self._most)
        for button, what in ((self.fewer, "Remove the last hidden layer"), (self.more, "Add a hidden layer")):
            button.setAccessibleName(what + (f" of the {player.lower()}" if player else ""))

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks."""
        for place in self.places:
            place.restrict(limits)

    def set_shown(self, shown: bool) -> None:
        self._shown = shown
        self.words.setVisible(shown)
        for place in self.places:
            place.want(shown)

    def place(self, middle: float, theme: Theme) -> None:
        """Centre it above x = `middle` of the parent, within it; of two players, who share its width, in fewer words
        where it would be more than half."""
        size = theme.px(SIDE)
        self.words.setStyleSheet(f"font-size: {theme.px(look.CAPTION + 1)}px; color: {theme.text};")
        for form in self._forms:
            self.words.setText(form)
            self.words.adjustSize()
            if self.words.width() + 2 * (size + 8) <= self._canvas.width() / 2:
                break
        wide = self.words.width()
        left = round(middle - wide / 2)
        room = self._canvas.width()
        left = min(max(left, size + 8), max(size + 8, room - wide - 2 * size - 12))
        top = theme.px(TOP)
        self.words.move(left, top + (size - self.words.height()) // 2)
        whole = not self._shares or self.words.text() == self._forms[0]
        self.places[-1].want(self._shown and whole)
        right = left + wide + 6
        for place, x in zip(self.places, (left - size - 6, right, right + size + 4), strict=True):
            place.setGeometry(x, top, size, size)
        for button in (self.fewer, self.more):
            scale(button, size)

    def _add(self) -> None:
        self.intent.emit(AddLayer(self.path))

    def _remove(self) -> None:
        if self._names:
            self.intent.emit(RemoveLayer(f"{self.path}.{self._names[-1]}"))


class LayerCounts(QObject):
    """A count for every player whose layers a person can edit, by their path; `intent` as a view's."""

    intent = Signal(object)

    def __init__(self, most: int, parent: QWidget, more_tip: str = "Add a hidden layer") -> None:
        super().__init__(parent)
        self._most, self._canvas, self._tip = most, parent, more_tip
        self.by_path: dict[str, LayerCount] = {}
        self._players: tuple[Player, ...] = ()
        self._limits = FREE

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks, those too that come later."""
        self._limits = limits
        for count in self.by_path.values():
            count.restrict(limits)

    def show_players(self, experiment: Experiment) -> None:
        """What each has; those of players that are gone are hidden."""
        self._players = players = players_of(experiment)
        for player in players:
            if player.path:
                layers = player.layers[:-1]
                self._count(player.path).show_layers(
                    [layer.name for layer in layers],
                    player.label,
                    player.short,
                    all(layer_word(layer) == "Hidden layer" for layer in layers),
                )
        paths = {player.path for player in players}
        for path, count in self.by_path.items():
            count.set_shown(path in paths)

    def _count(self, path: str) -> LayerCount:
        if path not in self.by_path:
            count = self.by_path[path] = LayerCount(path, self._most, self._canvas, self._tip)
            count.intent.connect(self.intent)
            count.restrict(self._limits)
        return self.by_path[path]

    def place(self, whose: Sequence[str], middles: Sequence[float], theme: Theme) -> None:
        """Each above its player's columns, which lie at these middles; "" are the first one's. In the middle where one
        network learns."""
        if len(self._players) < 2 or not middles:
            for player in self._players[:1]:
                self.by_path[player.path].place(self._canvas.width() / 2, theme)
            return
        own = self._players[0]
        for player in self._players:
            mine = [x for x, name in zip(middles, whose, strict=True) if (name or own.name) == player.name]
            if player.path and mine:
                self.by_path[player.path].place((mine[0] + mine[-1]) / 2, theme)


def scale(button: IconButton, size: int) -> None:
    """Buttons on a picture grow with the theme of its view, which is larger than the window's in the Lecture layout."""
    side = QSize(round(size * 0.72), round(size * 0.72))
    if button.iconSize() != side:
        button.setStyleSheet(f"QToolButton {{ min-width: 0px; min-height: 0px; max-height: {size}px; }}")
        button.setIconSize(side)
