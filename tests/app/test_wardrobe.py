"""What is hidden while the theme or the text size changes is dressed when it is shown, before anybody sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.look import theme as look
from app.look.sight import in_sight
from app.look.wardrobe import POLISHED
from app.widgets.drawer import Drawer
from app.widgets.icon_button import Disclosure
from core.frames import RunState

pytestmark = pytest.mark.usefixtures("kernel")


class Hidden(NamedTuple):
    """Something that is seen now and then."""

    name: str
    show: Callable[[], object]
    hide: Callable[[], object]
    seen: Callable[[], tuple[QWidget, ...]]


@pytest.fixture
def window(open_window, qtbot):
    made = open_window()
    qtbot.waitUntil(lambda: made.network.lab.runs.ready, timeout=60_000)
    made.network.lab.pause()
    qtbot.waitUntil(lambda: made.network.lab.run.state in (RunState.idle, RunState.paused))
    return made


@pytest.mark.slow
def test_what_was_hidden_meanwhile_looks_at_once_as_if_it_had_been_seen(window, qtbot):
    """Drawers, a part that is folded in one, the other room."""
    found = []
    for hidden in _hidden(window):
        hidden.show()
        _change(window, 1.25, "dark", qtbot)
        qtbot.waitUntil(lambda: len(window.network.lab.runs.ending) == 0)
        seen = _at_rest(hidden, qtbot)
        hidden.hide()
        _change(window, 1.0, "light", qtbot)
        _change(window, 1.25, "dark", qtbot)
        hidden.show()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # Qt lays out before it paints
        found += [
            hidden.name
            for before, widget in zip(seen, hidden.seen(), strict=True)
            if not np.array_equal(before, _pixels(widget))
        ]
        hidden.hide()
        _change(window, 1.0, "light", qtbot)
    assert found == []


def test_what_is_hidden_costs_a_change_of_theme_nothing_and_what_is_seen_is_dressed_once(window):
    drawer = _drawer(window, "learning")
    drawer.shut()
    inside = [widget for widget in drawer.findChildren(QWidget) if widget.testAttribute(POLISHED)]
    assert len(inside) > 100
    told = Told(window.network.recipe, QEvent.Type.Polish, QEvent.Type.StyleChange)
    window.appearance.choose("dark")
    assert told.of == [QEvent.Type.Polish, QEvent.Type.StyleChange], "what is seen is dressed once"
    left = [widget for widget in inside if widget.testAttribute(POLISHED)]
    assert not left
    assert all(
        widget.testAttribute(POLISHED) for widget in window.network.recipe.findChildren(QWidget) if widget.isVisible()
    )
    window.network.overlays.drawers.toggle("learning")
    assert all(widget.testAttribute(POLISHED) for widget in drawer.findChildren(QWidget) if widget.isVisible())


def test_a_picture_behind_another_is_dressed_and_drawn_when_it_comes_to_the_front(window, qtbot, monkeypatch):
    """Qt says that it is visible: it lies outside the window."""
    layouts, docks = window.network.layouts, window.network.docks
    layouts.choose_picture("layers")
    qtbot.waitUntil(lambda: docks["layers"].seen and not docks["score"].seen)
    view = window.network.views["score"]
    assert view.isVisible() and not in_sight(view)
    drawn = []
    monkeypatch.setattr(type(view), "draw", lambda self: drawn.append(self))
    _change(window, 1.25, "dark", qtbot)
    inside = [widget for widget in view.findChildren(QWidget) if widget.isVisible()]
    assert view not in drawn and view.theme.name == "light"
    assert inside and not any(widget.testAttribute(POLISHED) for widget in inside)
    told = Told(view, QEvent.Type.Resize)
    layouts.choose_picture("score")
    assert told.of, "how much room there is is measured in letters of the new size"
    assert view in drawn and (view.theme.name, view.theme.scale) == ("dark", 1.25)
    assert all(widget.testAttribute(POLISHED) for widget in inside if widget.isVisible())


def test_a_menu_and_the_name_of_a_closed_picture_are_written_as_large_as_the_rest(window, qtbot):
    menu, dock = window.menus["File"], window.network.docks["predict"]
    _change(window, 1.25, "dark", qtbot)
    menu.popup(QPoint(0, 0))
    assert menu.font().pixelSize() == look.current().px(look.BASE)
    menu.hide()
    dock.show()
    name = dock.titleBarWidget().words.font()
    assert (name.pixelSize(), name.bold()) == (look.current().px(13), True)


def test_the_other_room_is_told_of_the_theme_when_it_comes_to_the_front(window, monkeypatch):
    window.enter("race")
    room, told = window.room, []
    wear = room.show_theme
    monkeypatch.setattr(room, "show_theme", lambda theme: (told.append(theme.name), wear(theme)))
    window.enter("network")
    window.appearance.choose("dark")
    assert told == []
    window.enter("race")
    window.enter("network")
    window.enter("race")
    assert told == ["dark"]
    window.appearance.choose("light")
    assert told == ["dark", "light"]


class Told(QObject):
    """What a widget is told, of these kinds."""

    def __init__(self, widget: QWidget, *kinds: QEvent.Type) -> None:
        super().__init__(widget)
        self.of: list[QEvent.Type] = []
        self._kinds = kinds
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._kinds:
            self.of.append(event.type())
        return False


def _hidden(window) -> Iterator[Hidden]:
    drawers = window.network.overlays.drawers
    for name in ("data", "learning"):
        drawer = _drawer(window, name)
        drawer.shut()
        yield Hidden(name, lambda name=name: drawers.toggle(name), drawers.shut, lambda drawer=drawer: (drawer,))
    drawers.toggle("learning")
    fold = next(each for each in drawers.learning.findChildren(Disclosure) if each.isVisible())
    yield Hidden("fold", fold.click, fold.click, lambda: (drawers.learning,))
    drawers.shut()
    window.enter("race")
    room = window.room
    window.enter("network")
    yield Hidden(
        "race", lambda: window.enter("race"), lambda: window.enter("network"), lambda: (room.recipe, room.stage.ranking)
    )


def _drawer(window, name: str) -> Drawer:
    window.network.overlays.drawers.toggle(name)
    return window.network.overlays.drawers.drawers[name]


def _change(window, scale: float, theme: str, qtbot) -> None:
    """One after the other, and whatever they have brought about."""
    window.network.store.change_view(text_scale=scale)
    window.appearance.choose(theme)
    for _ in range(5):
        QApplication.processEvents()


def _at_rest(hidden: Hidden, qtbot) -> list[np.ndarray]:
    """What is seen as soon as nothing changes any more."""
    seen: list[np.ndarray] = []

    def stands() -> bool:
        before, seen[:] = list(seen), [_pixels(widget) for widget in hidden.seen()]
        return len(before) == len(seen) and all(map(np.array_equal, before, seen))

    qtbot.waitUntil(stands)
    return seen


def _pixels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[..., :3].copy()
