"""The pointer on the plot of the curves: where along the picture it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent

from app.views.drawing.plot import Plot


class Pointer(QObject):
    """`x` is the place along the picture under the cursor, None where there is none. `moved()` says that it is another,
    `resized()` that the plot has another size."""

    moved = Signal()
    resized = Signal()

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot)
        self.x: float | None = None
        self._plot = plot
        plot.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.point(None)
        elif event.type() == QEvent.Type.Resize:
            self.resized.emit()
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            x, _ = self._plot.data_at(event.position())
            (x0, x1), _ = self._plot.box.viewRange()
            self.point(x if x0 <= x <= x1 else None)
        return super().eventFilter(watched, event)

    def point(self, x: float | None) -> None:
        """Stand at a place along the picture, or nowhere."""
        if x != self.x:
            self.x = x
            self.moved.emit()
