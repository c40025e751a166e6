"""For tables: which plane through the data is shown, and where the other columns rest."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.look.theme import CAPTION, Theme
from app.views.drawing.plot import amount
from app.widgets.combo import Combo, Option
from core.data.preparation import Prepared
from core.frozen import frozen

STEPS = 200
WIDE = 3  # columns beyond which two of them say too little of the data


@frozen
class PlaneChoice:
    """A plane through wide data: two columns, or the principal components; `fixed` values of the other columns, and
    where those `rest` that nobody has moved: a row of one's own lies in the plane."""

    plane: str = "columns"
    x: str = ""
    y: str = ""
    fixed: tuple[tuple[str, float], ...] = ()
    rest: tuple[tuple[str, float], ...] = ()

    @property
    def held(self) -> tuple[tuple[str, float], ...]:
        """Every column that does not stay at its median, and where it is held."""
        return tuple((dict(self.rest) | dict(self.fixed)).items())

    @classmethod
    def of(cls, option: Mapping[str, Any], columns: tuple[str, ...]) -> PlaneChoice:
        """From a stored option; columns that are not there any more are forgotten. Wide data are first seen along their
        principal components."""
        x, y = (name if name in columns else "" for name in (option.get("x", ""), option.get("y", "")))
        fixed = tuple((name, float(value)) for name, value in dict(option.get("fixed", {})).items() if name in columns)
        return cls(option.get("plane", "pca" if len(columns) > WIDE else "columns"), x, y, fixed)

    def option(self) -> dict[str, Any]:
        return {"plane": self.plane, "x": self.x, "y": self.y, "fixed": dict(self.fixed)}


class PlaneBar(QWidget):
    """`changed(PlaneChoice)` whenever a person looks elsewhere."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = PlaneChoice()
        self._prepared: Prepared | None = None
        self.along, self.up = Combo("Column along the picture"), Combo("Column up the picture")
        self.across = QLabel("×")
        self.others = QToolButton()
        self.others.setText("Other columns…")
        self.others.setToolTip("Where the columns rest that the picture does not show")
        self.others.clicked.connect(self._open)
        self.principal = self._kind("principal components", "The two directions along which the data vary most")
        self.two = self._kind("two columns", "Choose which two columns span the picture")
        self.kinds = QButtonGroup(self)
        for button in (self.principal, self.two):
            self.kinds.addButton(button)
        self.kinds.buttonClicked.connect(self._kind_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 0)
        column.setSpacing(4)
        top, row = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(6)
        row.setSpacing(8)
        self.words = QLabel("View:")
        for widget in (self.words, self.principal, self.two):
            top.addWidget(widget)
        top.addStretch(1)
        column.addLayout(top)
        column.addLayout(row)
        for widget, share in ((self.along, 1), (self.across, 0), (self.up, 1), (self.others, 0)):
            row.addWidget(widget, share)
        self.along.changed.connect(self._chosen)
        self.up.changed.connect(self._chosen)

    @staticmethod
    def _kind(text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(f"View: {text}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_choice(self, choice: PlaneChoice, prepared: Prepared) -> None:
        """Show a plane; emits nothing."""
        if prepared is not self._prepared:
            self._prepared = prepared
            options = [Option(name, name) for name in prepared.table.columns]
            self.along.set_options(options)
            self.up.set_options(options)
        self.choice = choice
        columns = prepared.table.columns
        principal = choice.plane == "pca"
        x, y = drawn_columns(choice, columns)
        self.along.set_value(x)
        self.up.set_value(y)
        self.along.setToolTip(x)
        self.up.setToolTip(y)
        (self.principal if principal else self.two).setChecked(True)
        for widget in (self.along, self.across, self.up, self.others):
            widget.setVisible(not principal)

    def show_theme(self, theme: Theme) -> None:
        self.setMaximumHeight(theme.px(80))
        for button in (self.principal, self.two):
            button.setStyleSheet(f"min-height: 0px; padding: 2px 8px; font-size: {theme.px(CAPTION + 1)}px;")
        self.words.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px;")

    def _chosen(self, _key: object) -> None:
        if self._prepared is None:
            return
        x, y = self.along.value(), self.up.value()
        if x == y:  # the column that was chosen last stays; the other axis makes room
            old_x, old_y = drawn_columns(self.choice, self._prepared.table.columns)
            x, y = (x, old_x) if x != old_x else (old_y, y)
        self._say(dataclasses.replace(self.choice, plane="columns", x=x, y=y))

    def _kind_chosen(self, button: QToolButton) -> None:
        plane = "pca" if button is self.principal else "columns"
        if plane != self.choice.plane:
            self._say(dataclasses.replace(self.choice, plane=plane))

    def _say(self, choice: PlaneChoice) -> None:
        self.choice = choice
        if self._prepared is not None:
            self.show_choice(choice, self._prepared)
        self.changed.emit(choice)

    def _open(self) -> None:
        if self._prepared is None:
            return
        card = RestCard(self.choice, self._prepared, self)
        card.moved.connect(self._rest)
        card.move(
            self.others.mapToGlobal(QPoint(self.others.width() - card.sizeHint().width(), self.others.height() + 4))
        )
        card.show()

    def _rest(self, name: str, value: float) -> None:
        self._say(dataclasses.replace(self.choice, fixed=tuple((dict(self.choice.fixed) | {name: value}).items())))


class RestCard(QFrame):
    """A slider for every column that the picture does not show."""

    moved = Signal(str, float)

    def __init__(self, choice: PlaneChoice, prepared: Prepared, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "raised")
        self.setAccessibleName("Other columns")
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(8)
        self.sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        self._domain = dict(zip(prepared.table.columns, prepared.domain, strict=True))
        self._units = {
            column: column_unit(prepared.table.x[:, number]) for number, column in enumerate(prepared.table.columns)
        }
        rests = dict(zip(prepared.table.columns, resting(prepared), strict=True)) | dict(choice.held)
        shown = drawn_columns(choice, prepared.table.columns)
        for column in prepared.table.columns:
            if column not in shown:
                self._add(column, rests[column])
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        content.setAutoFillBackground(False)  # the card's own ground shows
        scroll.setFixedSize(320, min(360, content.sizeHint().height() + 4))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # a window that can grow is at least 100 px high
        outer.addWidget(scroll)

    def _add(self, column: str, value: float) -> None:
        row = len(self.sliders)
        low, high = self._domain[column]
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, STEPS)
        slider.setAccessibleName(column)
        slider.setValue(round((value - low) / ((high - low) or 1.0) * STEPS))
        slider.setProperty("column", column)
        slider.valueChanged.connect(self._slid)
        name, number = QLabel(column), QLabel(amount(value, self._units[column]))
        number.setMinimumWidth(52)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for place, widget in enumerate((name, slider, number)):
            self._grid.addWidget(widget, row, place)
        self.sliders[column], self._values[column] = slider, number

    def _slid(self, step: int) -> None:
        column = self.sender().property("column")
        low, high = self._domain[column]
        value = low + (high - low) * step / STEPS
        self._values[column].setText(amount(value, self._units[column]))
        self.moved.emit(column, value)


def drawn_columns(choice: PlaneChoice, columns: tuple[str, ...]) -> tuple[str, str]:
    """Names along and up the picture, as the probe resolves them."""
    x = choice.x if choice.x in columns else columns[0]
    others = [name for name in columns if name != x]
    return x, choice.y if choice.y in others else others[0]


def resting(prepared: Prepared) -> np.ndarray:
    """Where columns rest that nobody has moved: the training medians, (columns,)."""
    return np.median(prepared.complete(prepared.table.x[prepared.train]), axis=0)


def column_unit(values: np.ndarray) -> int:
    """Decimals that make sense for a column."""
    known = values[~np.isnan(values)]
    spread = float(np.ptp(known)) if len(known) else 0.0
    return 0 if spread >= 50 else 1 if spread >= 5 else 2
