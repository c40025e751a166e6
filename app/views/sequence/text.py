"""What the network writes: letter by letter, at a temperature."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSlider, QVBoxLayout, QWidget

from app.look.theme import BASE, CAPTION, Theme
from app.views.base import clear
from app.views.drawing.plot import say
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from core.frames import Frame

TENTHS = 20  # of a temperature of 2: the end of the slider


class WrittenText(QWidget):
    """`warmed(temperature)` while the slider moves; `again()` asks for other letters."""

    warmed = Signal(float)
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setContentsMargins(12, 2, 8, 4)
        self.text.setAccessibleName("Text written by the network")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, TENTHS)
        self.slider.setAccessibleName("Temperature τ")
        self.slider.setToolTip(
            "Temperature τ: 0 always writes the likeliest letter, 1 draws as the network believes, more makes mistakes"
        )
        self.slider.valueChanged.connect(self._moved)
        self.degree = QLabel()
        self.more = IconButton("anew", "Write again", "Draw other letters", small=True)
        self.more.clicked.connect(self.again)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.text)
        clear(area)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 8, 0)
        row.addWidget(self.degree)
        row.addWidget(limited(self.slider, "sequence.temperature"), 1)
        row.addWidget(limited(self.more, "sequence.draw"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(area, 1)

    def show_temperature(self, temperature: float) -> None:
        """Show it; emits nothing."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(temperature * 10))
        self.slider.blockSignals(False)
        self.degree.setText(f"Temperature τ {say(temperature, 1)}")

    def show_frame(self, frame: Frame | None, theme: Theme) -> None:
        self.degree.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px;")
        if frame is None or frame.info.get("problem"):
            self.text.setText("")
            return
        self.text.setStyleSheet(f"font-size: {theme.px(BASE + 1)}px; color: {theme.text};")
        self.text.setText(_names(frame, theme) if frame.info["ends"] else _running(frame, theme))

    def _moved(self, tenths: int) -> None:
        self.degree.setText(f"Temperature τ {say(tenths / 10, 1)}")
        self.warmed.emit(tenths / 10)


def _running(frame: Frame, theme: Theme) -> str:
    """The letters that stand before, pale, and what was written after them."""
    return f"<span style='color:{theme.muted}'>{html.escape(frame.info['prompt'])}</span>{html.escape(frame.info['lines'][0])}"


def _names(frame: Frame, theme: Theme) -> str:
    """All names in a row; those that stand in the data are pale."""
    lines, known = frame.info["lines"], frame.info["known"]
    words = [
        f"<span style='color:{theme.muted}'>{html.escape(line)}</span>" if seen else f"<b>{html.escape(line)}</b>"
        for line, seen in zip(lines, known, strict=True)
    ]
    fresh = sum(not seen for seen in known)
    return f"{', '.join(words)}<br><span style='color:{theme.muted}'>{fresh} of {len(lines)} (bold) stand nowhere in the data.</span>"
