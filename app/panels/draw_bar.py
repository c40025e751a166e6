"""The bar of drawing tools: a brush for each class or a value, eraser, size, undo, clear, done."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QSlider, QToolButton, QWidget

from app.documents.brush import Brush
from app.documents.intents import POINTS, Draw, TakeBrush, Undo
from app.documents.limits import FREE
from app.documents.view_state import ViewState
from app.look.theme import Theme, class_colours, diverging
from app.panels.base import Panel
from app.shell.keys import forbid_click_focus
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited, place_of, restrict
from core.data.preparation import Prepared
from core.datasets.points import Points
from core.experiment import Experiment
from core.families import makers_words
from core.networks.blueprint import players_of

HIGH = 28  # px at a text scale of 1: as high as the line of what to try, whose place it takes
SIZES = (1, 40)  # diameter of the brush in px
SIZE = 14
VALUES = (-1.0, -0.5, 0.0, 0.5, 1.0)
SWATCH = 16
REAL = "real"  # all points alike are to be imitated: there is one brush
ERASER = 1000  # an identifier in the group; -1 would let Qt choose one


class DrawBar(Panel):
    """`intent` is TakeBrush whenever the tool changes, Draw(False) when done, Undo; clearing is `edits` of
    the points and of the names that they had."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Drawing tools")
        frame = QFrame()
        frame.setProperty("panel", "raised")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._limits = FREE
        self._row = QHBoxLayout(frame)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(4)
        self._tools = QButtonGroup(self)
        self._tools.setExclusive(True)
        self._tools.idToggled.connect(self._toggled)
        self.brushes: list[QToolButton] = []
        self._shown: tuple[str, tuple[str, ...]] | None = None
        self._points: Points | None = None
        self._built = False

    # What the shell says

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        super().show_experiment(experiment, prepared)
        if not isinstance(experiment.data, Points):
            return
        self._furnish()
        self._points = experiment.data
        mode = REAL if experiment.task.imitates else experiment.data.mode
        kind = (mode, experiment.data.class_names if mode == "classes" else ())
        if kind != self._shown:
            self._shown = kind
            self._fill_brushes(_names(mode, experiment.data.class_names, makers_words(players_of(experiment))))
        self.clear.setEnabled(bool(experiment.data.points))

    def show_view(self, state: ViewState) -> None:
        self._limits = state.limits
        restrict(self, self._limits)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        high = theme.px(HIGH)
        self.setFixedHeight(high)
        self.setStyleSheet(
            f"QToolButton, QPushButton {{ min-height: 0px; max-height: {high - 4}px; padding: 0px {theme.px(8)}px; }}"
        )
        for number, button in enumerate(self.brushes):
            button.setIcon(self._swatch(number))

    def brush(self) -> Brush:
        """The tool in the hand."""
        self._furnish()
        tool = self._tools.checkedId()
        number = 0 if tool == ERASER else max(tool, 0)
        number = 1 if self._shown is not None and self._shown[0] == REAL else number
        values = self._shown is not None and self._shown[0] == "values"
        return Brush(
            "eraser" if tool == ERASER else "brush",
            number,
            VALUES[number] if values else 0.0,
            self.size_slider.value(),
        )

    # Building

    def showEvent(self, event: QShowEvent) -> None:
        self._furnish()
        super().showEvent(event)

    def _furnish(self) -> None:
        """The tools are built when someone is about to draw."""
        if not self._built:
            self._built = True
            self._build()
            forbid_click_focus(self)

    def _build(self) -> None:
        self._hint = QLabel("Draw:")
        self._hint.setProperty("role", "caption")
        self.eraser = IconButton("eraser", "Eraser", "Take points away")
        self.eraser.setCheckable(True)
        self._tools.addButton(self.eraser, ERASER)
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(*SIZES)
        self.size_slider.setValue(SIZE)
        self.size_slider.setFixedWidth(self.theme.px(88))
        self.size_slider.setAccessibleName("Brush size")
        self.size_slider.setToolTip("How wide the brush scatters its points, and how much the eraser takes")
        self.size_slider.valueChanged.connect(self._say_brush)
        self.undo = IconButton("undo", "Undo", "Take back the last stroke")
        self.undo.clicked.connect(self._undo)
        self.clear = IconButton("delete", "Clear", "Take all points away")
        self.clear.clicked.connect(self._clear)
        self.done = QPushButton("Done")
        self.done.setProperty("primary", True)
        self.done.clicked.connect(self._done)
        size = QLabel("Size")
        size.setProperty("role", "caption")
        self._row.addWidget(self._hint)
        for widget in (self.eraser, size, self.size_slider, self.undo, self.clear, self.done):
            if widget in (size, self.undo, self.done):
                self._row.addSpacing(8)
            names = self._changed_by(widget)
            self._row.addWidget(limited(widget, *names) if names else widget)
        self._row.addStretch(1)
        restrict(self, self._limits)

    def _changed_by(self, widget: QWidget) -> tuple[str, ...]:
        """What a tool changes, in the names by which a file locks it; nothing where it only puts the tools away."""
        return Undo().changes if widget is self.undo else (POINTS,) if widget in (self.eraser, self.clear) else ()

    def _fill_brushes(self, names: list[tuple[str, str]]) -> None:
        for button in self.brushes:
            self._tools.removeButton(button)
            place = place_of(button)
            self._row.removeWidget(place)
            place.deleteLater()
        self.brushes = []
        for number, (name, tip) in enumerate(names):
            button = _button(name, tip)
            button.setCheckable(True)
            self.brushes.append(button)
            self._tools.addButton(button, number)
            place = limited(button, POINTS)
            self._row.insertWidget(1 + number, place)
            place.restrict(self._limits)
            button.setIcon(self._swatch(number))
        self.brushes[0].setChecked(True)

    def _swatch(self, number: int) -> QIcon:
        """A dot in the colour that the brush draws."""
        pixmap = QPixmap(QSize(SWATCH, SWATCH) * 2)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._colour(number))
        painter.setPen(QColor(self.theme.line))
        painter.drawEllipse(QRectF(2, 2, SWATCH - 4, SWATCH - 4))
        painter.end()
        return QIcon(pixmap)

    def _colour(self, number: int) -> QColor:
        mode, classes = self._shown or ("classes", ("A", "B"))
        if mode == REAL:
            return QColor(class_colours(2, self.theme)[1])
        if mode == "classes":
            return QColor(class_colours(len(classes), self.theme)[number])
        if mode == "values":
            return QColor(*map(int, diverging(np.array(VALUES[number]), -1, 1, self.theme)))
        return QColor(self.theme.text)

    # What a person does

    def _toggled(self, _tool: int, on: bool) -> None:
        if on:
            self._say_brush()

    def _say_brush(self) -> None:
        self.ask(TakeBrush(self.brush()))

    def _undo(self) -> None:
        self.ask(Undo())

    def _clear(self) -> None:
        """An empty sheet is a person's own: the names of other data's classes go with the points."""
        self.edits.emit(((POINTS, ()), ("data.names", ())))

    def _done(self) -> None:
        self.ask(Draw(False))


def _names(mode: str, classes: tuple[str, ...], makers: str) -> list[tuple[str, str]]:
    """Name and tool-tip of each brush."""
    if mode == REAL:
        return [("Real", f"Draw real points: {makers} learns to make more of them")]
    if mode == "classes":
        return [(f"Class {name}", f"Draw points of class {name}") for name in classes]
    if mode == "values":
        return [(f"Value {value:g}", f"Draw points of the value {value:g}") for value in VALUES]
    return [("Curve", "Draw points of a curve")]


def _button(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setProperty("quiet", True)
    button.setIconSize(QSize(SWATCH, SWATCH))
    return button
