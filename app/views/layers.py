"""Layers: how weights, gradients and activations of every layer are spread; units that do nothing are named."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.theme import CAPTION, Theme
from app.views.base import Numbers, View, clear
from app.views.histogram import Histogram
from core.families import Probe
from core.frames import Frame
from core.registry import parse

QUANTITIES = (("weights", "Weights w"), ("gradients", "Gradients ∂L/∂w"), ("activations", "Activations g(a)"))


class LayersView(View):
    """A row a layer, a column a quantity."""

    name = "layers"
    title = "Layers"
    empty_text = "As soon as the network is built, the spread of its weights, gradients and activations stands here, layer by layer."
    frame_names = ("layers",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
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

    def requests(self) -> dict[str, Probe]:
        return {"layers": cast(Probe, parse("probes", "layers"))}

    @property
    def frame(self) -> Frame | None:
        return self.frames.get("layers")

    def show_theme(self, theme: Theme) -> None:
        self.body.setStyleSheet(f"QLabel {{ font-size: {theme.px(CAPTION + 1)}px; }}")
        super().show_theme(theme)

    def draw(self) -> None:
        frame = self.frame
        self.show_body(frame is not None)
        if frame is None:
            return
        if frame.info["layers"] != self._names:
            self._build(frame.info["layers"])
        for (layer, quantity), histogram in self.histograms.items():
            histogram.show_counts(frame.arrays[f"{layer}.{quantity}.counts"], frame.arrays[f"{layer}.{quantity}.edges"], self.theme)
        sentences = frame.info["sentences"]
        self.sentence.setText(" ".join(sentences) if sentences else "No unit is dead and none is saturated.")

    def _build(self, names: tuple[str, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._names = names
        self.histograms, self.labels = {}, {}
        for column, (_, title) in enumerate(QUANTITIES, start=1):
            self._grid.addWidget(self._label(title, "caption"), 0, column)
            self._grid.setColumnStretch(column, 1)
        for row, layer in enumerate(names, start=1):
            words = "Output" if layer == "output" else f"Hidden {row}"
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
        for layer in frame.info["layers"]:
            for quantity, _ in QUANTITIES:
                counts, edges = frame.arrays[f"{layer}.{quantity}.counts"], frame.arrays[f"{layer}.{quantity}.edges"]
                rows += [[layer, quantity, float(edges[i]), float(edges[i + 1]), int(count)] for i, count in enumerate(counts)]
        return header, rows
