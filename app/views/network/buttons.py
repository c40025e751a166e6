"""The ± on the network picture: units of every hidden layer, and hidden layers of every player."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.documents.limits import FREE, Limits
from app.views.network.canvas import NetworkCanvas
from app.views.network.layer_count import LayerCounts, scale
from app.views.network.layout import SIDE, digits_of, heads, pair_away
from app.views.network.structure import Column, Structure, hidden_columns
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited, place_of
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
        self._layer_counts = LayerCounts(MOST_LAYERS, canvas)
        self._layer_counts.intent.connect(self.intent)
        self.counts = self._layer_counts.by_path
        self._columns: Structure = ()
        self._experiment: Experiment | None = None
        self._limits = FREE

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks, those too that come later."""
        self._limits = limits
        self._layer_counts.restrict(limits)
        for pair in self.units.values():
            for button in pair:
                place_of(button).restrict(limits)

    def show_structure(self, columns: Structure, experiment: Experiment) -> None:
        """A pair of ± for every hidden layer, and none for those that are gone; told anew with each picture, they stay
        as they are."""
        if columns == self._columns and experiment is self._experiment:
            return
        self._columns, self._experiment = columns, experiment
        self._layer_counts.show_players(experiment)
        names = {column.name: column.words for column in hidden_columns(columns) if column.path}
        for name in [name for name in self.units if name not in names]:
            for button in self.units.pop(name):
                place_of(button).deleteLater()
        paths = {column.name: column.path for column in hidden_columns(columns)}
        for name, words in names.items():
            if name not in self.units:
                self.units[name] = self._pair(name, f"{paths[name]}.units")
            for button, what in zip(self.units[name], ("One unit fewer", "One unit more"), strict=True):
                button.setAccessibleName(f"{what} in {words}")
                button.setToolTip(f"{what} in {words}. The run starts anew")

    def _pair(self, layer: str, path: str) -> tuple[IconButton, IconButton]:
        pair = []
        for icon, step in (("remove", -1), ("add", 1)):
            button = IconButton(icon, "", small=True, colour="accent")
            button.setProperty("step", (layer, step))
            button.clicked.connect(self._change_units)
            limited(button, path, parent=self.canvas).restrict(self._limits)
            pair.append(button)
        return pair[0], pair[1]

    def place(self) -> None:
        """Everything above its column."""
        layout, columns, theme = self.canvas.layout_, self._columns, self.canvas.theme
        if layout is None or not columns or len(layout.tiles) != len(columns):
            return
        size = theme.px(SIDE)
        step = layout.middles[1] - layout.middles[0]
        away = pair_away(step, theme, digits_of(columns))
        for number, column in enumerate(columns):
            if column.name in self.units:
                self._place_pair(column, layout.middles[number], away, size, heads(theme, self.canvas.height())[0] - 2)
        self._layer_counts.place([column.player for column in columns], layout.middles, theme)

    def _place_pair(self, column: Column, x: float, away: float, size: int, top: int) -> None:
        pair = self.units[column.name]
        for button, side in zip(pair, (-1, 1), strict=True):
            scale(button, size)
            place_of(button).setGeometry(round(x + side * away - size / 2), top, size, size)
        pair[0].setEnabled(len(column.units) > 1)
        pair[1].setEnabled(len(column.units) < MOST_UNITS)

    def _change_units(self) -> None:
        layer, step = self.sender().property("step")
        column = next(column for column in self._columns if column.name == layer)
        self.edit.emit(f"{column.path}.units", min(max(len(column.units) + step, 1), MOST_UNITS))
        self.finished.emit()
