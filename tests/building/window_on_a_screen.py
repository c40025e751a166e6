"""A real window on a screen of its own, with a title bar: prints where its parts stand, as JSON."""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QElapsedTimer, QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import application
from app.widgets.scrolling import VerticalScroll
from app.window.screens import SETTLED

PATIENCE = 60_000  # ms


def place(widget: QWidget) -> list[int]:
    """Left, top, right and bottom on the screen."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    return [corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height()]


def box(rect: QRect) -> list[int]:
    return [rect.left(), rect.top(), rect.left() + rect.width(), rect.top() + rect.height()]


def main() -> None:
    app = application.prepare()
    window = application.open_window()
    clock = QElapsedTimer()
    clock.start()
    while window.frameGeometry().height() == window.height() and clock.elapsed() < PATIENCE:
        app.processEvents()
    QTest.qWait(SETTLED)  # only then is the window's place the person's
    room = window.network
    recipe, transport = room.recipe, room.transport
    scroll = recipe.findChild(VerticalScroll)
    assert isinstance(scroll, VerticalScroll)
    shown = (transport.gallery, transport.play, transport.step, transport.rewind, transport.new_start, transport.speed)
    controls = (recipe.tiles, recipe.noise, recipe.activation, recipe.loss, recipe.optimizer, recipe.rate, recipe.batch)
    found = {
        "available": box(window.screen().availableGeometry()),
        "frame": box(window.frameGeometry()),
        "window": box(window.geometry()),
        "status": place(room.statusBar()),
        "transport": [place(button) for button in shown],
        "recipe": [place(control) for control in controls],
        "line": place(room.trying.line),
        "figures": [name for name, figure in transport.figures.by_name.items() if figure.isVisible()],
        "scrolled": scroll.verticalScrollBar().maximum(),
    }
    window.close_without_asking()
    print(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
