"""A picture's dock: its icons are folded away until the pointer or the focus is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QRegion
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from app.look import theme as look
from app.shell.docks import Dock, FoldedIcon


@pytest.fixture
def dock(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Dock("loss", "Loss", QLabel("0.5"), window)
    made.show_theme(look.current())
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    window.move(400, 300)  # the offscreen pointer lies at the upper left
    window.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.setFocus()  # as the program's does: else the first icon has it
    window.show()
    qtbot.waitExposed(window)
    QApplication.sendEvent(made, QEvent(QEvent.Type.Leave))
    return made


def painted(button):
    """Whether there is anything to be seen of it."""
    picture = QImage(button.size(), QImage.Format.Format_ARGB32)
    picture.fill(QColor(0, 0, 0, 0))
    button.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return any(picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height()))


def test_icons_are_seen_while_the_pointer_or_the_focus_is_there(dock, qtbot):
    icons = dock.titleBarWidget().findChildren(FoldedIcon)
    assert [icon.accessibleName() for icon in icons] == ["Float Loss", "Close Loss"]
    assert not any(map(painted, icons))
    spot = QPointF(5, 5)
    QApplication.sendEvent(dock, QEnterEvent(spot, spot, spot))
    assert all(map(painted, icons))
    QApplication.sendEvent(dock, QEvent(QEvent.Type.Leave))
    assert not any(map(painted, icons))
    dock.activateWindow()
    icons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(icons[0].hasFocus)
    assert painted(icons[0]) and not painted(icons[1])
    icons[1].click()
    assert dock.isHidden()
