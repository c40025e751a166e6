"""A monkey at the window: it clicks, drags, turns the wheel, types, gives commands and opens whatever is ready-made, as
a seed has it. It saves nothing and opens no dialog of the system."""

from __future__ import annotations

import dataclasses
import functools
import random
import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from app.window.window import MainWindow
from tests.building.places import PRESETS, ROOT

# commands that write, ask the system for a file, leave the program or the test's screen
NEVER = {
    "save", "save_as", "save_network", "open", "import_csv", "import_text", "import_pictures", "import_folder", "quit",
    "log_folder", "other_screen", "full_screen", "copy", "diagnostics",
}  # fmt: skip
DRESSING = ("theme_light", "theme_dark", "theme_system", "theme_next", "larger", "smaller", "normal")
KEYS = (
    "Space", "Right", "Left", "Home", "Up", "Down", "Escape", "Tab", "Backtab", "Return", "Delete", "Backspace", "Plus",
    "Minus", "PageUp", "PageDown", "1", "2", "3", "A", "G", "L", "N", "T", "M", "U", "D", "Z",
)  # fmt: skip
TYPED = ("0.1", "3", "-1", "1e9", "", "x", "sin(x)", "0", "99999999", "1,5", "tanh")
TICK = 20  # ms
POPUP = 250  # ms that a menu which holds everything up stays open


@dataclasses.dataclass
class Pulse:
    """How long this thread worked at a stretch, in seconds of its own processor time: a busy machine does not count.
    `dressing` is the longest change of theme or text size, for which Qt looks at every widget anew."""

    longest: float = 0.0
    dressing: float = 0.0
    at: str = ""
    stretches: list[float] = dataclasses.field(default_factory=list)


class Monkey:
    """`play(seconds)` lets it loose. `trail` are its last deeds, for whoever wants to know what broke."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.trail: deque[str] = deque(maxlen=40)
        self.opened: list[str] = []
        self.pulse = Pulse()
        self._presets = sorted(path.stem for path in PRESETS.glob("*.toml") if path.stem != "gallery")
        self._races = sorted(path for path in (ROOT / "resources" / "races").glob("*.toml") if path.stem != "shelf")
        self.chance.shuffle(self._presets)
        self._deeds: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._press_a_button), (14, self._choose), (12, self._slide), (12, self._type), (30, self._prod_a_picture),
            (16, self._press_a_key), (14, self.give_a_command), (8, self._open_preset), (1, self._open_race),
        )  # fmt: skip
        self._since = time.thread_time()
        self._tick = QTimer(interval=TICK)
        self._tick.timeout.connect(self._feel)
        self._shutter = QTimer(interval=POPUP)
        self._shutter.timeout.connect(_shut_popup)

    def play(self, seconds: float) -> None:
        """So long."""
        end = time.monotonic() + seconds
        self._tick.start()
        self._shutter.start()
        try:
            while time.monotonic() < end:
                self.act()
        finally:
            self._tick.stop()
            self._shutter.stop()
            _shut_dialogs(self.window)

    def act(self) -> None:
        """One deed, and what follows from it."""
        weights = [weight for weight, _ in self._deeds]
        (deed,) = self.chance.choices([deed for _, deed in self._deeds], weights)
        self._since = time.thread_time()
        self.trail.append(deed.__name__.strip("_"))
        done = deed()
        self.trail[-1] += f": {done}"
        self._feel()
        QTest.qWait(self.chance.choice((1, 5, 20, 60)))
        self._feel()
        if self.chance.random() < 0.3:
            _shut_dialogs(self.window)

    def _feel(self) -> None:
        now = time.thread_time()
        worked, self._since = now - self._since, now
        self.pulse.stretches.append(worked)
        deed = self.trail[-1] if self.trail else ""
        if deed.removeprefix("give_a_command: ") in DRESSING:
            self.pulse.dressing = max(self.pulse.dressing, worked)
        elif worked > self.pulse.longest:
            self.pulse.longest, self.pulse.at = worked, deed

    # Deeds

    def _press_a_button(self) -> str:
        found = [button for button in self._seen(QAbstractButton) if button.isEnabled()]
        return self._click(self.chance.choice(found)) if found else ""

    def _choose(self) -> str:
        found = [combo for combo in self._seen(QComboBox) if combo.isEnabled() and combo.count()]
        if not found:
            return ""
        combo = self.chance.choice(found)
        place = self.chance.randrange(combo.count())
        combo.setFocus()
        combo.setCurrentIndex(place)
        combo.activated.emit(combo.currentIndex())
        return f"{_name(combo)} = {combo.currentText()!r}"

    def _slide(self) -> str:
        found = [slider for slider in self._seen(QAbstractSlider) if slider.isEnabled()]
        if not found:
            return ""
        slider = self.chance.choice(found)
        return self._drag(slider, self._spot(slider), self._spot(slider))

    def _type(self) -> str:
        found = [field for field in self._seen(QLineEdit) if field.isEnabled() and not field.isReadOnly()]
        if not found:
            return ""
        field, text = self.chance.choice(found), self.chance.choice(TYPED)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return f"{_name(field)} = {text!r}"

    def _prod_a_picture(self) -> str:
        views = (
            self.window.network.views.there.values() if self.window.room.key == "network" else (self.window.room.page,)
        )
        seen = [view for view in views if view.isVisible()]
        if not seen:
            return ""
        view = self.chance.choice(seen)
        target = view.childAt(self._spot(view)) or view
        prod = self.chance.choice((self._click, self._wheel, self._hover, self._stroke, self._menu))
        return f"{_name(view)}: {prod(target)}"

    def _press_a_key(self) -> str:
        key = self.chance.choice(KEYS)
        target = QApplication.focusWidget() or self.window
        modifier = self.chance.choice(
            (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        )
        QTest.keyClick(target, getattr(Qt.Key, f"Key_{key}"), modifier)
        return f"{key} at {_name(target)}"

    def give_a_command(self) -> str:
        """Any of the menus' that may be given now; its name."""
        actions = self.window.actions_.all()
        name = self.chance.choice(sorted(name for name in actions if name not in NEVER and actions[name].isEnabled()))
        actions[name].trigger()
        return name

    def _open_preset(self) -> str:
        """All of them, one after another."""
        name = self._presets[len(self.opened) % len(self._presets)]
        self.opened.append(name)
        self.window.files.open_preset(name, playing=self.chance.random() < 0.7)
        return name

    def _open_race(self) -> str:
        path = self.chance.choice(self._races)
        self.window.files.open(path)
        return path.stem

    # How

    def _seen(self, kind: type) -> list:
        dialog = QApplication.activeModalWidget()
        return [
            widget for widget in (dialog or self.window).findChildren(kind) if widget.isVisible() and widget.width() > 2
        ]

    def _spot(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(widget.width(), 1)), self.chance.randrange(max(widget.height(), 1)))

    def _click(self, widget: QWidget) -> str:
        name = _name(widget)  # it may be gone afterwards
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._spot(widget))
        return name

    def _drag(self, widget: QWidget, start: QPoint, end: QPoint) -> str:
        name = _name(widget)
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(widget, end)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        return name

    def _stroke(self, widget: QWidget) -> str:
        return f"drag {self._drag(widget, self._spot(widget), self._spot(widget))}"

    def _hover(self, widget: QWidget) -> str:
        QTest.mouseMove(widget, self._spot(widget))
        return f"hover {_name(widget)}"

    def _wheel(self, widget: QWidget) -> str:
        spot, turn = self._spot(widget).toPointF(), QPoint(0, self.chance.choice((-120, 120)))
        none, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        where = widget.mapToGlobal(spot)
        event = QWheelEvent(spot, where, QPoint(), turn, buttons, none, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(widget, event)
        return f"wheel {_name(widget)}"

    def _menu(self, widget: QWidget) -> str:
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, self._spot(widget))
        return f"right-click {_name(widget)}"


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = widget.accessibleName() or widget.objectName() or (text() if callable(text) else "")
    return f"{type(widget).__name__} {said!r}"


def _shut_popup() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def _shut_dialogs(window: MainWindow) -> None:
    _shut_popup()
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window and dialog.isVisible() and isinstance(dialog, (QDialog, QMenu)):
            dialog.close()


def tame(monkeypatch) -> None:
    """No dialog of the system, no other program, and a question is answered with what loses nothing."""
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QFileDialog, QMessageBox

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Discard)
    monkeypatch.setattr(QMessageBox, "warning", functools.partial(_answer, QMessageBox.StandardButton.Ok))


def _answer(answer: object, *_: object) -> object:
    return answer
