"""The pointer on the plot of the curves: where along the picture it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from app.views.drawing.plot import Plot


class Pointer(QObject):
    """`moved()` says that the cursor stands elsewhere on the plot, or not on it any more, `pointed(x)` that a person
    presses there, or drags, `resized()` that the plot has another size."""

    moved = Signal()
    pointed = Signal(float)
    resized = Signal()

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot)
        self._plot = plot
        self._spot: QPointF | None = None  # px of the viewport
        plot.viewport().installEventFilter(self)

    @property
    def x(self) -> float | None:
        """The place along the picture under the cursor as it is drawn now, None where there is none: the picture moves
        under a cursor at rest."""
        if self._spot is None:
            return None
        x, _ = self._plot.data_at(self._spot)
        (x0, x1), _ = self._plot.box.viewRange()
        return x if x0 <= x <= x1 else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.point(None)
        elif event.type() == QEvent.Type.Resize:
            self.resized.emit()
        elif isinstance(event, QMouseEvent) and event.type() in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress):
            self.point(event.position())
            if event.buttons() & Qt.MouseButton.LeftButton and self.x is not None:
                self.pointed.emit(self.x)
        return super().eventFilter(watched, event)

    def point(self, spot: QPointF | None) -> None:
        """Stand at a spot of the viewport, px, or nowhere."""
        if spot != self._spot:
            self._spot = spot
            self.moved.emit()
