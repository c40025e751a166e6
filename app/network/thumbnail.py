"""The thumbnail of a run: its main picture, as small as a list shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from app.look.theme import current
from app.network.stage import Stage
from app.shell.layouts import Layouts

if TYPE_CHECKING:
    from core.data.preparation import Prepared
    from core.history.snapshot import Snapshot

WIDE, HIGH = 40, 30  # px
UNSEEN = "surface"  # it is drawn on the graphics card


def thumbnail(stage: Stage, layouts: Layouts) -> np.ndarray | None:
    """(HIGH, WIDE, 3) uint8 of what the data are best seen in; None where there is none that anybody sees."""
    place = layouts.place
    view = stage.views.there.get(place)
    if view is None or place == UNSEEN or not view.frames or not (stage.docks[place].seen and view.isVisible()):
        return None
    return _small(view.grab().toImage())


def drawn(snapshot: Snapshot, prepared: Prepared) -> np.ndarray | None:
    """The same of a run that nobody sees, from its numbers and its samples, on any thread; None where it cannot be
    drawn."""
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
