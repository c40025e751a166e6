"""The grid of generated pictures, and one of them large beside the nearest real one."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme, current
from app.views.drawing.images import picture_image, push_reach, pushed_image
from app.views.drawing.plot import say
from app.views.drawing.walk_plot import Drawn
from app.views.pictures.grid import Card, PictureGrid
from app.widgets.scrolling import VerticalScroll
from core.frames import Frame
from core.messages import percent

LARGE, LEAST = 108, 40  # px of the pictures that are seen large, where there is room and at least, at a text scale of 1
MARGINS, BETWEEN = (0, 6, 6, 4), 4  # px around what is seen large, and between its parts
ALIKE, FAR = (
    0.12,
    0.25,
)  # root of the mean square of a pixel: nearly the same picture, and one that is far from all real ones
PUSHES = "Where {} pushes its pixels: blue stronger, orange weaker"


class GeneratedSamples(QWidget):
    """`looked(number)` when another picture is looked at: by the mouse that rests on it, or by a press, which stays."""

    looked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen, self.under = 0, -1
        self._run, self._reach = -1, 0.0  # how strong a push is drawn at full strength in this run
        self.grid = PictureGrid()
        self.grid.setAccessibleName("Generated pictures")
        self.grid.setMouseTracking(True)
        self.grid.installEventFilter(self)
        self.grid.chosen.connect(self._choose)
        self.area = VerticalScroll(self.grid)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.made, self.nearest = Drawn("Generated picture", 0), Drawn("Nearest real picture", 0)
        self.made_words, self.nearest_words, self.figures = (QLabel() for _ in range(3))
        side = QVBoxLayout()
        side.setContentsMargins(*MARGINS)
        side.setSpacing(BETWEEN)
        for widget in (self.made_words, self.made, self.nearest_words, self.nearest, self.figures):
            side.addWidget(widget)
        for label in (self.made_words, self.nearest_words, self.figures):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(self.area, 1)
        row.addLayout(side)

    @property
    def number(self) -> int:
        """The picture that is looked at, from 0: under the mouse, else the chosen one."""
        return self.under if self.under >= 0 else self.chosen

    def show_theme(self, theme: Theme) -> None:
        for label in (self.made_words, self.nearest_words, self.figures):
            label.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px; color: {theme.text};")
            label.setFixedWidth(theme.px(LARGE + 28))
        self._share(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share(current())

    def _share(self, theme: Theme) -> None:
        """Both pictures are as large as the words beside them leave room for."""
        words = [label for label in (self.made_words, self.nearest_words, self.figures) if not label.isHidden()]
        taken = sum(label.heightForWidth(label.width()) for label in words)
        taken += MARGINS[1] + MARGINS[3] + BETWEEN * (len(words) + 2)
        side = max(theme.px(LEAST), min(theme.px(LARGE), (self.height() - taken) // 2))
        for picture in (self.made, self.nearest):
            picture.take_side(side)

    def _reach_of(self, run: int, push: np.ndarray) -> float:
        """The strongest so far in the run: where the gradient vanishes, the colours do."""
        if run != self._run:
            self._run, self._reach = run, 0.0
        self._reach = max(self._reach, push_reach(push))
        return self._reach

    def show_frame(self, frame: Frame, theme: Theme) -> None:
        """A frame of the probe `generated`."""
        arrays = frame.arrays
        pictures, says = arrays["pictures"], arrays["certainty"]
        push = arrays.get("push")
        reach = 1.0 if push is None else self._reach_of(frame.run, push)
        images = [
            picture_image(np.moveaxis(picture, -1, 0), theme)
            if push is None
            else pushed_image(picture, push[place], reach, theme)
            for place, picture in enumerate(pictures)
        ]
        cards = tuple(
            Card(number, images[number], f"{say(float(sure))}", float(sure), False, told(frame, number))
            for number, sure in enumerate(says)
        )
        number = min(self.number, len(cards) - 1)
        self.grid.show_cards(cards, number, theme)
        self.made.show_pixels(pictures[number], theme)
        if push is None:
            self.nearest.show_pixels(arrays["nearest"][number], theme)
        else:
            self.nearest.show_image(images[number], theme)
        judge = frame.info["judge"][1]
        self.made_words.setText(f"Picture {number + 1}: real with {say(float(says[number]))}, says {judge}")
        self.nearest_words.setText(nearest_words(frame, number) if push is None else PUSHES.format(judge))
        self.figures.setText(coverage_words(frame))
        self.figures.setVisible(bool(self.figures.text()))
        self._share(theme)

    def _choose(self, number: int) -> None:
        self.chosen, self.under = number, -1
        self.looked.emit(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        before = self.under
        if event.type() == QEvent.Type.Leave:
            self.under = -1
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            place = self.grid.place_at(event.position())
            self.under = -1 if place is None else place
            self.grid.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        if self.under != before:
            self.looked.emit(self.number)
        return super().eventFilter(watched, event)


def nearest_words(frame: Frame, number: int) -> str:
    """The nearest real picture: what it is, and how near."""
    arrays, classes = frame.arrays, frame.info["classes"]
    away = float(arrays["distance"][number])
    name = f" ({classes[int(arrays['y'][number])]})" if classes else ""
    near = "almost a copy" if away < ALIKE else "far from all" if away > FAR else "alike"
    return f"Nearest real one{name}: {near}, {say(away)} a pixel apart"


def told(frame: Frame, number: int) -> str:
    """One generated picture in a sentence."""
    sure = float(frame.arrays["certainty"][number])
    judge = frame.info["judge"][0]
    return (
        f"Generated picture {number + 1}: the {judge} finds it real with {say(sure)}. {nearest_words(frame, number)}."
    )


def coverage_words(frame: Frame) -> str:
    """Over how many of the real pictures the generated ones spread."""
    share = frame.info["coverage"].get("share")
    return "" if share is None else f"They spread over {percent(share)} of the real ones"
