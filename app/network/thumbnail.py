"""The thumbnail of a run: its main picture, as small as a list shows it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from app.network.stage import Stage
from app.shell.layouts import Layouts

WIDE, HIGH = 40, 30  # px
UNSEEN = "surface"  # it is drawn on the graphics card


def thumbnail(stage: Stage, layouts: Layouts) -> np.ndarray | None:
    """(HIGH, WIDE, 3) uint8 of what the data are best seen in; None where there is none that anybody sees."""
    place = layouts.place
    view = stage.views.there.get(place)
    if view is None or place == UNSEEN or not view.frames or not (stage.docks[place].seen and view.isVisible()):
        return None
    image = view.grab().toImage()
    image.setDevicePixelRatio(1.0)
    image = image.scaled(
        WIDE, HIGH, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (image.width() - WIDE) // 2, (image.height() - HIGH) // 2
    cut = image.copy(QRect(left, top, WIDE, HIGH)).convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(cut.constBits(), np.uint8).reshape(HIGH, cut.bytesPerLine())
    return lines[:, : 3 * WIDE].reshape(HIGH, WIDE, 3).copy()
