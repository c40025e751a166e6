"""Theme, text scale and motion: what the person chose, resolved and worn by the application."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.documents.experiment_store import Store
from app.documents.view_state import SCALES, THEMES, ViewState
from app.look import style
from app.look import theme as look
from app.shell.settings import Settings

LECTURE_TEXT = 24  # px


class Appearance(QObject):
    """Listens to the view and to the system; remembers the choice for the next start."""

    changed = Signal(object)  # Theme
    motion_changed = Signal(bool)  # whether everything that only decorates stands still
    said = Signal(str)

    def __init__(self, store: Store, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._settings = store, settings
        store.change_view(theme=_known(settings.get("look/theme", "light")), text_scale=settings.get("look/scale", 1.0))
        store.view_changed.connect(self._on_view)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)
        style.begin(_application(), self.theme)

    @property
    def theme(self) -> look.Theme:
        view = self._store.view
        return look.resolve(view.theme, view.text_scale)

    def wear(self) -> None:
        """Dress the application and tell everybody."""
        style.apply(_application(), self.theme)
        self.changed.emit(self.theme)

    def choose(self, name: str) -> None:
        self._store.change_view(theme=_known(name))
        self._settings.set("look/theme", self._store.view.theme)

    def next(self) -> None:
        self.choose(THEMES[(THEMES.index(self._store.view.theme) + 1) % len(THEMES)])
        self.said.emit(
            {"light": "Light theme.", "dark": "Dark theme.", "system": "Theme as the system has it."}[
                self._store.view.theme
            ]
        )

    def scale(self, direction: str) -> None:
        """Text one step larger ("1"), smaller ("-1") or as at first ("0")."""
        now, step = self._store.view.text_scale, int(direction)
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - now))
        place = 0 if step == 0 else min(max(nearest + step, 0), len(SCALES) - 1)
        self._store.change_view(text_scale=SCALES[place])
        self._settings.set("look/scale", SCALES[place])
        self.said.emit(f"Text at {100 * SCALES[place]:.0f} %.")

    @property
    def still(self) -> bool:
        """Whether beads and other movement that only decorates are done without."""
        return self._settings.get("look/still", False)

    def reduce_motion(self) -> None:
        """Movement that only decorates, on or off; remembered."""
        self._settings.set("look/still", not self.still)
        self.motion_changed.emit(self.still)

    def _on_view(self, old: ViewState, new: ViewState) -> None:
        if (old.theme, old.text_scale, old.layout) != (new.theme, new.text_scale, new.layout):
            self.wear()

    def _on_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._store.view.theme == "system":
            self.wear()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _known(name: str) -> str:
    return name if name in THEMES else "light"


def for_lecture(theme: look.Theme) -> look.Theme:
    """The theme that pictures wear in the Lecture layout: text from 24 px, lines and markers grown with it."""
    return dataclasses.replace(theme, scale=max(theme.scale, LECTURE_TEXT / look.BASE))
