"""Before and after: what an autoencoder sees, and what it draws."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.documents.intents import ChooseSample
from app.look.theme import BASE, CAPTION, Theme
from app.views.base import Numbers, Toggle
from app.views.drawing.plot import say
from app.views.frame_view import FrameView
from app.views.redrawing import RedrawingFace
from app.views.redrawing.rows import RedrawingRows
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from core.frames import Frame
from core.messages import percent

COUNT = 8  # pictures side by side


class RedrawingView(RedrawingFace, FrameView):
    """A row of test pictures with their errors, and the figures of the whole part in words."""

    empty_text = "Choose pictures as data and the task Autoencoder: what the network sees and what it draws stand here side by side."
    soon_text = "As soon as the network is built, what it sees and what it draws stand here side by side."
    frame_names = ("redrawing",)
    task_kind = "autoencoder"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RedrawingRows()
        self.rows.chosen.connect(self._choose)
        self.before = IconButton("chevron-left", "Pictures before", "The pictures before these", small=True)
        self.after = IconButton("chevron-right", "Next pictures", "The next pictures", small=True)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.head = QLabel()
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(12, 2, 12, 4)
        top = QHBoxLayout()
        top.setContentsMargins(8, 2, 8, 0)
        top.setSpacing(2)
        for button in (self.before, self.after):
            top.addWidget(limited(button, "redrawing.first"))
        top.addWidget(self.head, 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.rows, 1)
        column.addWidget(self.sentence)

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"redrawing": {"kind": "redrawing", "count": COUNT, "first": self._first(), "part": self._part()}}

    def _first(self) -> int:
        value = self.state.options.get("redrawing.first", 0)
        return value if isinstance(value, int) else 0

    def _part(self) -> str:
        return "train" if self.state.options.get("redrawing.part") == "train" else "test"

    def show_theme(self, theme: Theme) -> None:
        self.head.setFont(theme.font(CAPTION + 1))
        self.sentence.setStyleSheet(f"font-size: {theme.px(BASE)}px;")
        super().show_theme(theme)

    def draw_frame(self, frame: Frame) -> None:
        self.rows.show_frame(frame, self.state.sample, self.theme)
        part = "Training" if frame.info["part"] == "train" else "Test"
        first = self._first() % frame.info["in_part"]
        self.head.setText(f"{part} pictures {first + 1} to {first + self.rows.count} of {frame.info['in_part']:,}")
        self.sentence.setText(figures_in_words(frame))

    def toggles(self) -> list[Toggle]:
        return [Toggle("Pictures of the training part", self._part() == "train", self._turn_part, "redrawing.part")]

    def _turn_part(self, train: bool) -> None:
        self.set_option("redrawing.part", "train" if train else "test")

    def _go_on(self) -> None:
        self._walk(COUNT)

    def _go_back(self) -> None:
        self._walk(-COUNT)

    def _walk(self, step: int) -> None:
        frame = self.frame
        if frame is not None:
            self.set_option("redrawing.first", (self._first() + step) % frame.info["in_part"])

    def _choose(self, sample: int) -> None:
        self.ask(ChooseSample(sample))

    def numbers(self) -> Numbers:
        frame = self.frame
        header = ["sample", "error", "error of what it sees"]
        if frame is None:
            return header, []
        arrays = frame.arrays
        return header, [
            list(row)
            for row in zip(
                (arrays["index"] + 1).tolist(), arrays["error"].tolist(), arrays["seen_error"].tolist(), strict=True
            )
        ]


def figures_in_words(frame: Frame) -> str:
    """The error of a pixel over the part, beside those of answers that no network has a hand in."""
    figures = frame.info["figures"]
    parts = [f"Mean squared error of a pixel: {say(figures['mse'], 4)}."]
    if "noise_mse" in figures:
        what = "noisy" if frame.info["damage"] == "noise" else "marked"
        parts.append(f"Leaving the picture as {what} as it is: {say(figures['noise_mse'], 4)}.")
    parts.append(f"Always drawing the mean picture: {say(figures['mean_mse'], 4)}.")
    parts.append(
        f"{percent(max(figures['explained'], 0.0))} of the differences between the pictures are drawn (explained variance, R²)."
    )
    return " ".join(parts)
