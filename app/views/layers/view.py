"""Layers: how weights, gradients and activations of every layer are spread; units that do nothing are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme
from app.views.base import Numbers, clear
from app.views.frame_view import FrameView
from app.views.layers import LayersFace
from app.views.layers.histogram import Histogram
from app.views.network.stack_structure import layer_title
from core.experiment import Experiment
from core.frames import Frame

QUANTITIES = (("weights", "Weights w"), ("gradients", "Gradients ∂L/∂w"), ("activations", "Activations a = g(z)"))


class LayersView(LayersFace, FrameView):
    """A row a layer, a column a quantity."""

    empty_text = "As soon as the network is built, the spread of its weights, gradients and activations stands here, layer by layer."
    frame_names = ("layers",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, str], ...] = ()  # layers, and what they are called
        self.histograms: dict[tuple[str, str], Histogram] = {}
        self.labels: dict[str, QLabel] = {}
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setProperty("role", "sentence")
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(12, 4, 12, 8)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._content)
        clear(area)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.sentence.setContentsMargins(12, 4, 12, 4)
        column.addWidget(area, 1)
        column.addWidget(self.sentence)

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"layers": {"kind": "layers"}}

    def show_theme(self, theme: Theme) -> None:
        self.body.setStyleSheet(f"QLabel {{ font-size: {theme.px(CAPTION + 1)}px; }}")
        super().show_theme(theme)

    def draw_frame(self, frame: Frame) -> None:
        rows = tuple(zip(layers_of(frame), titles(frame, self.experiment), strict=True))
        if rows != self._rows:
            self._build(rows)
        for (layer, quantity), histogram in self.histograms.items():
            bare = quantity != "activations" and layer in frame.info["bare"]
            histogram.show_counts(
                frame.arrays[f"{layer}.{quantity}.counts"],
                frame.arrays[f"{layer}.{quantity}.edges"],
                self.theme,
                "no weights" if bare else "no finite number",
            )
        self.sentence.setText(quiet_words(frame.info))

    def _build(self, rows: tuple[tuple[str, str], ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._rows = rows
        self.histograms, self.labels = {}, {}
        for column, (_, title) in enumerate(QUANTITIES, start=1):
            self._grid.addWidget(self._label(title, "caption"), 0, column)
            self._grid.setColumnStretch(column, 1)
        for row, (layer, words) in enumerate(rows, start=1):
            self.labels[layer] = self._label(words, "section")
            self._grid.addWidget(self.labels[layer], row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.setRowStretch(row, 1)
            for column, (quantity, title) in enumerate(QUANTITIES, start=1):
                self.histograms[layer, quantity] = Histogram(f"{title}: {words}")
                self._grid.addWidget(self.histograms[layer, quantity], row, column)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", role)
        return label

    def numbers(self) -> Numbers:
        header = ["layer", "quantity", "from", "to", "count"]
        frame = self.frame
        if frame is None:
            return header, []
        rows: list[list] = []
        for layer in layers_of(frame):
            for quantity, _ in QUANTITIES:
                counts, edges = frame.arrays[f"{layer}.{quantity}.counts"], frame.arrays[f"{layer}.{quantity}.edges"]
                rows += [
                    [layer, quantity, float(edges[i]), float(edges[i + 1]), int(count)]
                    for i, count in enumerate(counts)
                ]
        return header, rows


def layers_of(frame: Frame) -> tuple[str, ...]:
    """The names of all layers from left to right, those of players that make samples first."""
    return (*(name for names in frame.info["makers"].values() for name in names), *frame.info["layers"])


def titles(frame: Frame, experiment: Experiment | None) -> list[str]:
    """What each row is called: "Hidden 2", "Output"; where not all layers are dense, what the network calls it, "2 Max
    pool 2"; of several players "G 1", "Sample", "D 1"."""
    makers = frame.info["makers"]
    found = []
    for short, names in makers.items():
        found += [*(f"{short} {place}" for place in range(1, len(names))), "Sample"]
    mixed = not makers and experiment is not None and any(layer.kind != "dense" for layer in experiment.layers)
    own = frame.info["own"] if makers else "Hidden"
    for place, name in enumerate(frame.info["layers"], start=1):
        if mixed and experiment is not None:
            found.append(layer_title(experiment, name))
        else:
            found.append("Output" if name == "output" else f"{own} {place}")
    return found


def quiet_words(info: Mapping[str, Any]) -> str:
    """Which hidden units are dead or saturated, and on how many samples that was looked at."""
    if info["judged"] == "none":
        return "There are no hidden units that could be dead or saturated."
    some = info["judged"] == "some"
    found = (
        " ".join(info["sentences"]) or f"No unit {'that could be so ' if some else ''}is dead and none is saturated."
    )
    samples, of = info["samples"], info["of"]
    return f"{found} Looked at on {f'all {of:,}' if samples == of else f'{samples:,} of {of:,}'} training samples."
