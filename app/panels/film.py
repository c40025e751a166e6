"""A preset's film strip: a few small pictures of how it learns, played without running anything."""

from __future__ import annotations

import pathlib

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QImageReader

FRAME = QSize(160, 120)  # px of one frame
MOST_FRAMES = 120
INTERVAL = 80  # ms a frame


def frames_of(path: pathlib.Path) -> list[QImage]:
    """The frames of a moving picture, or of a strip of frames side by side; empty where the file cannot be read."""
    reader = QImageReader(str(path))
    frames: list[QImage] = []
    while len(frames) < MOST_FRAMES:
        image = reader.read()
        if image.isNull():
            break
        frames.append(image)
    if len(frames) == 1 and frames[0].width() >= 2 * FRAME.width() * frames[0].height() // FRAME.height():
        return _cut(frames[0])
    return frames


def _cut(strip: QImage) -> list[QImage]:
    """A horizontal strip -> its frames, whatever their density."""
    width = FRAME.width() * strip.height() // FRAME.height()
    return [strip.copy(QRect(left, 0, width, strip.height())) for left in range(0, strip.width() - width + 1, width)][
        :MOST_FRAMES
    ]
