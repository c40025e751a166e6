"""The ± on the network picture: units of every hidden layer, and hidden layers of every player."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.documents.path_words import OWN, SECOND, layers_at
from app.look.theme import Theme
from app.views.network.canvas import NetworkCanvas, hidden_columns
from app.views.network.layer_count import SIDE, LayerCount, scale
from app.views.network.layout import heads
from app.views.network.structure import GENERATOR, Column, Structure, has_generator
from app.widgets.icon_button import IconButton
from core.experiment import Experiment

MOST_LAYERS, MOST_UNITS = 8, 4096


class NetworkButtons(QObject):
    """`edit(path, value)`, `finished()` and `intent(value)` as a view's."""

    edit = Signal(str, object)
    finished = Signal()
    intent = Signal(object)

    def __init__(self, canvas: NetworkCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self.units: dict[str, tuple[IconButton, IconButton]] = {}
        self.counts = {path: LayerCount(path, MOST_LAYERS, canvas) for path in (OWN, SECOND)}
        for count in self.counts.values():
            count.intent.connect(self.intent)
        self._columns: Structure = ()

    def show_structure(self, columns: Structure, experiment: Experiment) -> None:
        """A pair of ± for every hidden layer, and none for those that are gone."""
        self._columns = columns
        two = has_generator(columns)
        for path, player in ((OWN, "Discriminator" if two else ""), (SECOND, "Generator")):
            self.counts[path].show_layers([layer.name for layer in layers_at(experiment, path)], player)
        self.counts[SECOND].set_shown(two)
        names = {column.name: column.words for column in hidden_columns(columns)}
        for name in [name for name in self.units if name not in names]:
            for button in self.units.pop(name):
                button.deleteLater()
        for name, words in names.items():
            if name not in self.units:
                self.units[name] = self._pair(name)
            for button, what in zip(self.units[name], ("One unit fewer", "One unit more"), strict=True):
                button.setAccessibleName(f"{what} in {words}")
                button.setToolTip(f"{what} in {words}")

    def _pair(self, layer: str) -> tuple[IconButton, IconButton]:
        pair = []
        for icon, step in (("remove", -1), ("add", 1)):
            button = IconButton(icon, "", small=True, colour="accent", parent=self.canvas)
            button.setProperty("step", (layer, step))
            button.clicked.connect(self._change_units)
            button.show()
            pair.append(button)
        return pair[0], pair[1]

    def place(self, theme: Theme) -> None:
        """Everything above its column."""
        layout, columns = self.canvas.layout_, self._columns
        if layout is None or not columns or len(layout.tiles) != len(columns):
            return
        size = theme.px(SIDE)
        step = layout.middles[1] - layout.middles[0]
        away = max(min(theme.px(15), step / 2 - size / 2 - 1) + (size / 2 if step > theme.px(60) else 0), size / 2 + 1)
        for number, column in enumerate(columns):
            if column.name in self.units:
                self._place_pair(column, layout.middles[number], away, size, heads(theme, self.canvas.height())[0] - 2)
        self._place_counts(layout.middles, theme)

    def _place_pair(self, column: Column, x: float, away: float, size: int, top: int) -> None:
        pair = self.units[column.name]
        for button, side in zip(pair, (-1, 1), strict=True):
            scale(button, size)
            button.setGeometry(round(x + side * away - size / 2), top, size, size)
        pair[0].setEnabled(len(column.units) > 1)
        pair[1].setEnabled(len(column.units) < MOST_UNITS)

    def _place_counts(self, middles: tuple[float, ...], theme: Theme) -> None:
        """One in the middle of all columns; of two players each above its own."""
        if not has_generator(self._columns):
            self.counts[OWN].place(self.canvas.width() / 2, theme)
            return
        second = [
            x
            for x, column in zip(middles, self._columns, strict=True)
            if column.name.startswith(GENERATOR) or column.name == "noise"
        ]
        own = [x for x, column in zip(middles, self._columns, strict=True) if x > second[-1]]
        self.counts[SECOND].place((second[0] + second[-1]) / 2, theme)
        self.counts[OWN].place((own[0] + own[-1]) / 2, theme)

    def _change_units(self) -> None:
        layer, step = self.sender().property("step")
        column = next(column for column in self._columns if column.name == layer)
        self.edit.emit(f"{path_of(layer)}.units", min(max(len(column.units) + step, 1), MOST_UNITS))
        self.finished.emit()


def path_of(layer: str) -> str:
    """Where a layer of the picture stands in an experiment: "h1" -> "layers.h1", "generator.g1" -> "task.layers.g1"."""
    return f"{SECOND}.{layer.removeprefix(GENERATOR)}" if layer.startswith(GENERATOR) else f"{OWN}.{layer}"
