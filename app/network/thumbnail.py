"""The thumbnail of a run: its main picture, as small as a list shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from app.look.theme import current

if TYPE_CHECKING:
    from core.data.preparation import Prepared
    from core.history.snapshot import Snapshot

WIDE, HIGH = 40, 30  # px


def drawn(snapshot: Snapshot, prepared: Prepared) -> np.ndarray | None:
    """(HIGH, WIDE, 3) uint8 of a run from its numbers and its samples, on any thread: the field of its main picture
    alone; None where it cannot be drawn."""
    from app.luck.drawn import Drawing, image_of
    from core.runs.outcome import Outcome

    numbers = snapshot.numbers
    outcome = Outcome(snapshot.experiment, snapshot.updates, "", {}, numbers.parameters, buffers=numbers.buffers)
    picture = Drawing((snapshot.experiment, prepared))(outcome)
    return None if picture is None else _small(image_of(picture, current()))


def _small(image: QImage) -> np.ndarray:
    """The middle of a picture."""
    image.setDevicePixelRatio(1.0)
    image = image.scaled(
        WIDE, HIGH, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (image.width() - WIDE) // 2, (image.height() - HIGH) // 2
    cut = image.copy(QRect(left, top, WIDE, HIGH)).convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(cut.constBits(), np.uint8).reshape(HIGH, cut.bytesPerLine())
    return lines[:, : 3 * WIDE].reshape(HIGH, WIDE, 3).copy()
