"""A map or unit of any layer seen large: its kernels, and what excites it most: a question first, then the answer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.look.theme import Theme
from app.views.drawing.images import kernel_image, paint_image, picture_image, reach_of
from app.views.drawing.plot import say
from app.views.network.large_card import LargeCard
from app.views.network.stack_structure import StackColumn
from core.frames import Frame

GUESSES = ("An edge or a stroke", "A corner or a loop", "A whole shape", "Nothing I could name")
MOST_KERNELS = 16


class Images(QWidget):
    """Small images side by side, in rows of at most `across`: as many as let them be largest."""

    def __init__(self, label: str, across: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.across, self.images, self.line = across, (), "#888888"
        self.images: tuple[QImage, ...]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(60, 32)

    def show_images(self, images: tuple[QImage, ...], theme: Theme) -> None:
        self.images, self.line = images, theme.border
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(140, 70)

    def _side(self, across: int) -> float:
        """How large an image may be where so many stand side by side."""
        rows = -(-len(self.images) // across) or 1
        return min((self.width() - 4 * (across - 1)) / across, (self.height() - 4 * (rows - 1)) / rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        across, side = max(
            ((across, self._side(across)) for across in range(1, self.across + 1)), key=lambda found: found[1]
        )
        for number, image in enumerate(self.images):
            row, column = divmod(number, across)
            room = QRectF(column * (side + 4), row * (side + 4), side - 1, side - 1)
            paint_image(painter, room, image)
            painter.setPen(QPen(QColor(self.line), 1))
            painter.drawRect(room)
        painter.end()


class StackCard(LargeCard):
    """`guessed()` when the question is answered: from then on the frames of the excitement are wanted."""

    room = (560, 400)
    sample = "picture that is chosen"  # what its values are for

    guessed = Signal()

    def __init__(self, layer: StackColumn, unit: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(f"{'Map' if len(layer.shape) == 3 else 'Unit'} {unit + 1} of {layer.full}", parent)
        self.layer, self.unit, self.theme = layer, unit, theme
        self.guess = ""
        self.map, self.kernels = Images("Its map", 1), Images("Its kernels", 4)
        self.map_words, self.kernel_words = caption(), caption()
        left = QVBoxLayout()
        left.addWidget(self.map_words)
        left.addWidget(self.map, 3)
        left.addWidget(self.kernel_words)
        left.addWidget(self.kernels, 2)
        left.addStretch(0)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addLayout(left, 2)
        sides.addWidget(self.aside(), 3)
        self.column.addLayout(sides, 1)

    def aside(self) -> QWidget:
        """The question with its guesses; what is the case takes their place."""
        side = QWidget()
        self.asked = QLabel("What do you expect to excite it most?")
        self.asked.setWordWrap(True)
        self.guesses = QWidget()
        grid = QGridLayout(self.guesses)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, words in enumerate(GUESSES):
            button = QPushButton(words)
            button.setProperty("guess", words)
            button.clicked.connect(self._take_guess)
            grid.addWidget(button, number, 0)
        self.patch_words, self.ascent_words = caption(), caption()
        self.patches, self.ascent = (
            Images("What excites it most in the data", 4),
            Images("A picture bent until it excites it", 1),
        )
        self.answers = (self.patch_words, self.patches, self.ascent_words, self.ascent)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.asked)
        column.addWidget(self.guesses)
        for widget in self.answers:
            column.addWidget(widget, 1 if isinstance(widget, Images) else 0)
            widget.hide()
        column.addStretch(0)
        return side

    # What is shown

    def show_maps(self, frame: Frame | None, image: QImage | None) -> None:
        """Follow the run: the unit's map, and its kernels."""
        if frame is None:
            return
        values = frame.arrays[self.layer.name]
        self.map.setVisible(image is not None and image.width() > 1)  # a single number is said, not painted
        self.map.show_images((image,) if image is not None else (), self.theme)
        if values.ndim == 3:
            self.map_words.setText(f"Its map for the {self.sample}")
        elif self.unit < len(values):
            self.map_words.setText(f"Its value for the {self.sample}: {say(float(values[self.unit]))}")
        kernels = frame.arrays.get(f"{self.layer.name}.kernels")
        shown = kernels is not None and self.unit < len(kernels)
        self.kernel_words.setVisible(shown)
        self.kernels.setVisible(shown)
        if not shown or kernels is None:
            return
        kernel = kernels[self.unit]
        split = kernel[:, None] if len(kernel) != 3 else kernel[None]
        size = f"{kernel.shape[1]} × {kernel.shape[2]}"
        more = f"; the first {MOST_KERNELS} of {len(split)}" if len(split) > MOST_KERNELS else ""
        self.kernel_words.setText(
            f"Its kernel, {size}" if len(split) == 1 else f"Its kernels, {size}, one for each map before it{more}"
        )
        self.kernels.across = min(8, len(split))
        self.kernels.show_images(
            tuple(kernel_image(part, reach_of(kernel), self.theme) for part in split[:MOST_KERNELS]), self.theme
        )

    def show_excitement(self, frame: Frame | None) -> None:
        """The answer, as far as it is known."""
        info = frame.info if frame is not None else {}
        if not self.guess or frame is None or (info.get("layer"), info.get("unit")) != (self.layer.name, self.unit):
            return
        arrays = frame.arrays
        for widget in (self.patch_words, self.patches):
            widget.show()
        where = f"Parts of {info['size']} × {info['size']} pixels" if info["size"] > 1 else "Pictures"
        told = f"{where} of the training data that excite it most ({info['searched']:,} searched)"
        self.patch_words.setText("No picture excites it: the unit is silent." if info["never"] else told)
        self.patches.show_images(
            tuple(_shown(patch, info["range"], self.theme) for patch in arrays["patches"]), self.theme
        )
        if "ascent" in arrays and arrays["ascent"].ndim == 3:
            self.ascent_words.show()
            self.ascent.show()
            self.ascent_words.setText(
                f"The mean picture, bent by gradient ascent until it excites it (step {info['step']} of {info['steps']}): {say(float(arrays['ascent_height']))}"
            )
            self.ascent.show_images((_shown(arrays["ascent"], info["range"], self.theme),), self.theme)

    def _take_guess(self) -> None:
        self.guess = self.sender().property("guess")
        self.guesses.hide()
        self.asked.setText(f"You expected: {self.guess[0].lower()}{self.guess[1:]}. Look:")
        self.patch_words.setText("Searching the training data …")
        self.patch_words.show()
        self.guessed.emit()


def _shown(picture: np.ndarray, limits: tuple[float, float], theme: Theme) -> QImage:
    low, high = limits
    shares = (picture - low) / ((high - low) or 1.0)
    return picture_image(shares if len(picture) in (1, 3) else shares.mean(axis=0, keepdims=True), theme)


def caption() -> QLabel:
    """A small label whose words may wrap."""
    label = QLabel()
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    return label
