"""The window: menus, bars, docks and what lies over them. It puts together and owns no behaviour."""

from __future__ import annotations

import pathlib
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QMainWindow,
    QTabBar,
    QToolBar,
    QWidget,
)

from app import actions as table
from app import pictures
from app.actions import Actions
from app.appearance import Appearance, for_lecture
from app.docks import Dock
from app.help import Help
from app.lab import Lab
from app.layouts import EXPLORE, LECTURE, Layouts
from app.lecture import Caption, LectureBar
from app.overlays import Overlays
from app.panels.learning_choice import rate_path
from app.panels.recipe import Recipe
from app.pins import Pins
from app.recovery import Recovery
from app.session_file import Files
from app.settings import Settings
from app.slow_motion import SlowMotion
from app.status_line import StatusLine
from app.store import Store
from app.theme import Theme
from app.transport import Transport
from app.view_state import View
from app.views.network import NetworkView
from app.wiring import Wiring, forbid_click_focus
from core.experiment import Experiment
from core.frames import Update

MENU = 24  # px
SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """One experiment in one window."""

    def __init__(self, experiment: Experiment, settings: Settings, path: pathlib.Path | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the window itself has the focus at first: Space plays, it does not press a button
        self.setDockNestingEnabled(True)
        self.resize(*SIZE)
        self.left_threads = False
        self.settings = settings
        self._path = path
        self.store = Store(experiment, path=path if path is not None and path.suffix == ".toml" else None)
        self.lab = Lab(self.store, self)
        self.files = Files(self.lab, settings, self)
        self.help = Help(self.lab, self)
        self.appearance = Appearance(self.store, settings, self)
        self.recovery = Recovery(self.store, parent=self)
        self.actions_ = Actions({"lab": self.lab, "files": self.files, "help": self.help, "window": self}, self)
        self._build()
        self._connect()
        self.appearance.wear()
        self._wear_motion(self.settings.get("look/still", False))
        self.layouts.choose(EXPLORE)
        self._show_experiment()
        self._show_title()
        self.wiring.show_experiment(experiment, None)
        self.wiring.show_view(self.store.view)

    # Putting together

    def _build(self) -> None:
        self.menus = table.fill(self.menuBar(), self.actions_)
        self.transport = Transport(self.actions_)
        self.caption, self.lecture_bar = Caption(), LectureBar(self.actions_)
        self.bars = {
            "transport": self._bar("transport", self.transport, Qt.ToolBarArea.TopToolBarArea),
            "caption": self._bar("caption", self.caption, Qt.ToolBarArea.TopToolBarArea),
            "lecture_bar": self._bar("lecture_bar", self.lecture_bar, Qt.ToolBarArea.BottomToolBarArea),
        }
        self.views = pictures.build()
        self.recipe = Recipe()
        self.docks = {"recipe": Dock("recipe", "Recipe", self.recipe, self, fixed=True)}
        self.docks |= {name: Dock(name, view.title, view, self) for name, view in self.views.items()}
        self.status = StatusLine()
        self.setStatusBar(self.status)
        self.layouts = Layouts(self, self.docks, self.bars, self.settings)
        self.overlays = Overlays(self)
        panels = (self.recipe, *self.overlays.panels)
        self.wiring = Wiring(self.lab, self.views, self.docks, panels, self._doors())
        self.slow_motion = SlowMotion(self.lab, cast(NetworkView, self.views["network"]), self)
        self.pins = Pins(self.lab, self.lecture_bar, self)
        self._offer_pins()
        self._fill_menus()
        forbid_click_focus(self)

    def _bar(self, name: str, content: QWidget, area: Qt.ToolBarArea) -> QToolBar:
        bar = QToolBar(name.replace("_", " ").capitalize(), self)
        bar.setObjectName(name)
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setStyleSheet("QToolBar { padding: 0px; spacing: 0px; }")
        bar.addWidget(content)
        self.addToolBar(area, bar)
        return bar

    def _doors(self) -> dict:
        """Commands of views and panels that concern the window."""
        overlays = self.overlays
        return {
            "open_preset": self.files.open_preset,
            "gallery_closed": lambda _: self.setFocus(),
            "try_card_dismissed": lambda _: None,
            "drawer": overlays.open_drawer,
            "brush": self.views["boundary"].take_brush,
            "draw": self._draw,
            "paste_points": self.files.paste_text,
            "import_csv": lambda _: self.import_csv(),
            "show_picture": lambda name: self.layouts.choose_picture(str(name)),
            "pin": lambda path: self.pins.toggle(str(path)),
        }

    def _draw(self, on: object) -> None:
        """Take up or put away the brush; what is drawn on are own points."""
        if on:
            self.lab.begin_drawing()
        self.overlays.draw(on)

    def _offer_pins(self) -> None:
        """The controls of the recipe can be put on the bar; those of the drawers ask by themselves."""
        controls = self.recipe.controls()
        paths = {"noise": lambda: "data.noise", "learning rate": lambda: rate_path(self.store.experiment), "batch size": lambda: "batch_size"}
        for name, path_of in paths.items():
            self.pins.offer_on(controls[name], path_of)

    def _fill_menus(self) -> None:
        first = self.menus["View"].actions()[0]
        for place, name in enumerate(self.views, start=1):
            action = self.docks[name].toggleViewAction()
            action.setShortcut(f"Alt+{place}")
            self.menus["View"].insertAction(first, action)
        self.menus["View"].insertSeparator(first)
        self.recent = self.menus["File"].addMenu("Open recent")
        self.menus["File"].insertMenu(self.actions_["import_csv"], self.recent)
        self.recent.aboutToShow.connect(self._fill_recent)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self.settings.recent:
            self.recent.addAction(path.name, lambda path=path: self.files.open(path)).setToolTip(str(path))
        self.recent.addSeparator()
        self.recent.addAction("Forget these", self.settings.forget_recent).setEnabled(bool(self.settings.recent))

    def _connect(self) -> None:
        lab, store = self.lab, self.store
        self.transport.edit.connect(lab.edit)
        self.lecture_bar.edit.connect(lab.edit)
        self.lecture_bar.finished.connect(lab.finish)
        for sentence in (lab.sentence, self.files.said, self.help.said, self.appearance.said, self.slow_motion.said):
            sentence.connect(self.status.say)
        lab.playing_changed.connect(self._show_playing)
        lab.updated.connect(self._show_update)
        lab.began.connect(self._on_began)
        lab.advised.connect(self.overlays.show_advice)
        lab.problem.connect(self.overlays.show_problem)
        self.overlays.advice_taken.connect(lab.accept)
        self.overlays.mended.connect(lab.edits)
        self.overlays.brushed.connect(self.views["boundary"].take_brush)
        self.files.failed.connect(self.overlays.show_failure)
        self.files.offered.connect(self.overlays.offer)
        self.files.table_dropped.connect(self.import_csv)
        store.changed.connect(self._show_experiment)
        store.history_changed.connect(self._show_title)
        store.view_changed.connect(self._on_view)
        self.appearance.changed.connect(self._show_theme)
        for dock in self.docks.values():
            dock.dragged.connect(self.layouts.dragged)

    # Beginning and end

    def begin(self, playing: bool) -> None:
        """Start the first run, or open what was named on the command line."""
        self.lab.start(playing=playing)
        if self._path is not None and self._path.suffix != ".toml":
            self.files.open(self._path)

    def offer_recovery(self) -> None:
        """Work that a crash left is offered, never forced."""
        found = self.recovery.left_over()
        if found is not None:
            experiment, title, path = found
            self.overlays.offer(
                f"The window was not closed in order last time. “{title}” had changes that were not saved.",
                "Recover",
                lambda: self.files.recover(experiment, path),
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing and not self.files.may_leave():
            event.ignore()
            return
        self.layouts.keep()
        self.settings.set("window/geometry", self.saveGeometry())
        self.settings.save()
        self.hide()
        self.left_threads = not self.lab.close()
        if self.left_threads:
            print("A run's thread did not end in time; the program ends without it.")
        self.recovery.close()
        event.accept()

    _closing = False

    def close_without_asking(self) -> None:
        self._closing = True
        self.close()

    # What the table of commands asks of the window

    def open_gallery(self) -> None:
        self.overlays.open_gallery()

    def import_csv(self, path: pathlib.Path | None = None) -> None:
        self.overlays.import_csv(path, self.store.experiment, self.lab.edits)

    def toggle_layout(self) -> None:
        self.store.change_view(layout=EXPLORE if self.layouts.name == LECTURE else LECTURE)

    def reset_layout(self) -> None:
        self.layouts.reset()

    def choose_picture(self, name: str) -> None:
        self.layouts.choose_picture(name)

    def choose_theme(self, name: str) -> None:
        self.appearance.choose(name)

    def reduce_motion(self) -> None:
        """Beads and other movement that only decorates, on or off; remembered."""
        self._wear_motion(not self.settings.get("look/still", False))

    def _wear_motion(self, still: bool) -> None:
        self.settings.set("look/still", still)
        self.actions_["reduce_motion"].setChecked(still)
        cast(NetworkView, self.views["network"]).set_reduced_motion(still)

    def what_to_try(self) -> None:
        self.overlays.try_card.recall()

    def next_theme(self) -> None:
        self.appearance.next()

    def scale_text(self, direction: str) -> None:
        self.appearance.scale(int(direction))

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def move_to_other_screen(self) -> None:
        """Fill the next screen; from the last one back to the first."""
        screens = QApplication.screens()
        if len(screens) < 2:
            self.status.say("There is only one screen.")
            return
        target = screens[(screens.index(self.screen()) + 1) % len(screens)]
        self.showNormal()
        self.setGeometry(target.availableGeometry())
        self.showFullScreen()

    # Showing

    def _show_experiment(self, *_: object) -> None:
        experiment = self.store.experiment
        self.transport.show_experiment(experiment)
        self.lecture_bar.show_experiment(experiment)
        self.caption.show_title(self.store.title, experiment.description)
        self.docks["score"].rename(experiment.task.score_label)
        self.docks["score"].rename(experiment.task.score_label)  # type: ignore[attr-defined]
        self.actions_["picture_4"].setText(experiment.task.score_label)  # type: ignore[attr-defined]
        self.actions_["max_speed"].setChecked(experiment.speed == "max")

    def _show_update(self, update: Update) -> None:
        if update.devices:
            self.overlays.drawers.learning.show_devices(update.devices)
        self.transport.figures.show_update(update)
        self.lecture_bar.show_update(update)
        self.status.show_update(update, self.store.experiment, self.lab.ready)

    def _on_began(self, _run: int) -> None:
        self.transport.figures.forget()
        self.lecture_bar.figures.forget()

    def _show_playing(self, playing: bool) -> None:
        theme = self.appearance.theme
        self.transport.show_playing(playing, theme)
        self.lecture_bar.show_playing(playing, theme)
        self.actions_["play"].setText("Pause" if playing else "Play")

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self.store.title}[*] – Descent Lab")
        self.setWindowModified(self.store.dirty)
        for name, word, text in (("undo", "Undo", self.store.undo_text), ("redo", "Redo", self.store.redo_text)):
            self.actions_[name].setEnabled(bool(text))
            self.actions_[name].setText(f"{word}: {text}" if text else word)

    def _show_theme(self, theme: Theme) -> None:
        self.menuBar().setFixedHeight(theme.px(MENU))
        self.actions_.show_theme()
        for part in (self.transport, self.caption, self.lecture_bar, self.pins, self.status, self.overlays, *self.docks.values()):
            part.show_theme(theme)
        self.wiring.show_theme(theme, for_lecture(theme) if self.layouts.name == LECTURE else theme)
        for name in ("light", "dark", "system"):
            self.actions_[f"theme_{name}"].setChecked(self.store.view.theme == name)
        self._place()

    def _on_view(self, old: View, new: View) -> None:
        if old.layout != new.layout:
            self.layouts.choose(new.layout)
            self.actions_["layout"].setChecked(self.layouts.name == LECTURE)
            self._show_theme(self.appearance.theme)

    # Qt's own events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()
        self.layouts.resized()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "layouts"):
            self.layouts.resized()
            self._place()

    def _place(self) -> None:
        self.overlays.place()

    def event(self, event: QEvent) -> bool:
        """Keys that belong to the control in focus are not taken by the shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_taken(event):
            event.accept()
            return True
        return super().event(event)

    def _is_taken(self, event: QKeyEvent) -> bool:
        """The gallery, while it is open, has all plain keys but its own; else they may belong to the control in focus."""
        if self.overlays.gallery.isVisible():
            return not event.modifiers() and event.key() != Qt.Key.Key_G and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
        return belongs_to_focus(event, self.focusWidget())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [pathlib.Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.open(paths[0])


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def belongs_to_focus(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Whether a plain key means something to the control in focus: arrows move a slider, Space presses a button."""
    if focus is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if event.key() in _ARROWS:
        return isinstance(focus, (QAbstractSlider, QComboBox, QAbstractItemView, QAbstractSpinBox, QTabBar))
    if event.key() == Qt.Key.Key_Space:
        return isinstance(focus, (QAbstractButton, QComboBox, QAbstractItemView))
    return bool(event.text().strip()) and isinstance(focus, (QComboBox, QAbstractItemView))
