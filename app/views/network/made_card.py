"""A map or unit of a player that makes samples seen large: its kernels, and what it makes: the generated picture with
it and without it."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.drawing.images import picture_image, pushed_image, reach_of
from app.views.network.stack_card import Images, StackCard, caption
from core.frames import Frame

FAINT = 0.01  # of a pixel: less than that nobody sees


class MadeCard(StackCard):
    """In the place of the question stands the answer, which is exact: the unit is silenced."""

    sample = "noise on the left"

    def aside(self) -> QWidget:
        """The pictures with and without the unit, and their difference."""
        self.pair_words, self.change_words = caption(), caption()
        self.pair, self.change = Images("With the unit and without it", 2), Images("What it makes", 1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.pair_words, self.pair, self.change_words, self.change):
            column.addWidget(widget, 1 if isinstance(widget, Images) else 0)
        self.pair_words.setText(
            "As soon as it is computed, the picture that is made with it and without it stands here."
        )
        return side

    def show_made(self, frame: Frame | None) -> None:
        """A frame of the probe `makes`."""
        if frame is None:
            return
        info, arrays = frame.info, frame.arrays
        if info.get("problem"):
            self.pair_words.setText(f"{info['problem'][:1].upper()}{info['problem'][1:]}.")
            return
        if (info["layer"], info["unit"]) != (self.layer.name, self.unit):
            return
        what, change = "map" if len(self.layer.shape) == 3 else "unit", arrays["change"]
        self.pair_words.setText(f"The picture that is made with this {what}, and without it")
        self.pair.show_images(
            tuple(picture_image(np.moveaxis(arrays[name], -1, 0), self.theme) for name in ("with", "without")),
            self.theme,
        )
        silent = not np.nan_to_num(np.abs(change)).max() > FAINT
        self.change_words.setText(
            f"It changes nothing here: the {what} is silent, or the others outweigh it."
            if silent
            else "What it makes: blue it adds, orange it takes away"
        )
        reach = max(reach_of(change), FAINT)
        self.change.show_images((pushed_image(arrays["without"], change, reach, self.theme),), self.theme)
