"""What opens over the surface for everything that is not needed every minute: height, data, span, single gradients,
axes, kept points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.documents.limits import Limits
from app.forms.form import Form
from app.look import theme as look
from app.views.surface.choice import SurfaceChoice
from app.widgets.combo import Combo, Option
from app.widgets.entries import Check
from app.widgets.limited import Limited, limited
from core.surfaces.request import SurfaceRequest

WIDTH, HIGH = 300, 460
WITHOUT = ("plane", "player")
OWN = {"log": "Logarithmic height", "sight": "Re-centre by itself"}
NAMES = ("A", "B", "C")
NOW = "now"
PREFIX = "surface."  # of the paths by which a file hides and locks its choices
TIPS = {
    "log": "Makes valleys near zero readable.",
    "sight": "When the ball leaves the sheet, when the network's loss is more than a tenth of the range away from it (at a pause or at the end always), and for the"
    " path's principal components whenever the path has doubled. Otherwise all stays until you press Re-centre.",
}


class SurfaceCard(QFrame):
    """`edited(field, value)` of the probe, `turned(name, on)` of the view's own choices, `kept(name)` and
    `forgotten(name)` of points."""

    edited = Signal(str, object)
    turned = Signal(str, bool)
    kept = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "raised")
        self.setAccessibleName("Weight space: more choices")
        content = QWidget()
        self._places: list[Limited] = []
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(10)
        self.axes = (Combo("Weight along the picture"), Combo("Weight up the picture"))
        self._axes_row = self._choices("Weights along and up", self.axes, self._axes_chosen, "at")
        self.points = tuple(Combo(f"Point {number + 1}") for number in range(3))
        self._points_row = self._choices("Kept points", self.points, self._points_chosen, "points")
        self._keepers()
        self.checks = {name: self._check(name) for name in OWN}
        self.subset = QLabel()
        self.subset.setProperty("role", "sentence")
        self.subset.setWordWrap(True)
        self._score = ""
        self.form = Form(PREFIX, without=WITHOUT, live=True)
        self.form.edited.connect(self._form_edited)
        self._column.addWidget(self.form)
        self._column.addWidget(self.subset)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._scroll)

    def _choices(self, words: str, combos: Sequence[Combo], slot: Any, field: str) -> Limited:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(QLabel(words))
        for combo in combos:
            combo.changed.connect(slot)
            column.addWidget(combo)
        return self._place(limited(column, PREFIX + field))

    def _keepers(self) -> None:
        """Buttons that keep the network as it is now under a name; pressed again they forget it."""
        row = QHBoxLayout()
        row.addWidget(QLabel("Keep the network as"))
        self.keepers: dict[str, QPushButton] = {}
        for name in NAMES:
            button = QPushButton(name)
            button.setCheckable(True)
            button.setProperty("point", name)
            button.clicked.connect(self._keep)
            row.addWidget(button)
            self.keepers[name] = button
        row.addStretch(1)
        self._place(limited(row, PREFIX + "keep"))

    def _check(self, name: str) -> Check:
        check = Check(OWN[name])
        check.setToolTip(TIPS[name])
        check.setProperty("own", name)
        check.changed.connect(self._turned)
        self._place(limited(check, PREFIX + name))
        return check

    def _place(self, place: Limited) -> Limited:
        """At the end of the card, where a file may hide and lock it."""
        self._places.append(place)
        self._column.addWidget(place)
        return place

    # Showing

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks."""
        for part in (*self._places, self.form):
            part.restrict(limits)

    def show_choice(self, choice: SurfaceChoice, request: SurfaceRequest, score: str = "score") -> None:
        """The values as they are; emits nothing."""
        plane = request.plane
        self.checks["log"].set_value(choice.log)
        self.checks["sight"].set_value(choice.sight)
        self._axes_row.want(plane == "weights")
        self._points_row.want(plane in ("points", "line"))
        self.points[2].setVisible(plane == "points")
        self.form.show_model(request)
        self._name_height(score, request.metric)

    def _name_height(self, score: str, metric: str) -> None:
        """The score by its own name: accuracy, or R²; its scale is always 0 … 1."""
        row = self.form.row(PREFIX + "metric")
        if row is not None and isinstance(row.editor, Combo) and score != self._score:
            self._score = score
            row.editor.set_options([Option("loss", "loss"), Option("score", score)])
            row.editor.set_value(metric)

    def show_axes(self, options: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """The weights that can stand at the axes, (key, words), and those that do."""
        for number, combo in enumerate(self.axes):
            combo.set_options([Option(key, words) for key, words in options])
            if number < len(chosen):
                combo.set_value(chosen[number])

    def show_points(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        """The points that there are, and those that span the picture."""
        options = [Option(name, name) for name in (*names, NOW)]
        for number, combo in enumerate(self.points):
            combo.set_options(options)
            if number < len(chosen):
                combo.setCurrentIndex(-1)  # a point that does not exist yet is none of the others
                combo.set_value(chosen[number])
        for name, button in self.keepers.items():
            button.setChecked(name in names)
            button.setToolTip(
                f"Forget point {name}" if name in names else f"Keep the weights as they are now as point {name}"
            )

    def open_beside(self, anchor: QWidget) -> None:
        """Below the anchor, or above it where there is no room below; within the screen."""
        theme = look.current()
        screen = (anchor.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        self.setFixedSize(theme.px(WIDTH), min(theme.px(HIGH), screen.height() - 24))
        place = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        top = (
            place.y()
            if place.y() + self.height() <= screen.bottom()
            else place.y() - anchor.height() - self.height() - 8
        )
        self.move(min(max(place.x(), screen.left() + 8), screen.right() - self.width() - 8), max(top, screen.top() + 8))
        self.show()

    # Choosing

    def _form_edited(self, path: str, value: object) -> None:
        self.edited.emit(path.removeprefix(PREFIX), value)

    def _turned(self, on: object) -> None:
        self.turned.emit(self.sender().property("own"), bool(on))

    def _axes_chosen(self, _key: object) -> None:
        chosen = tuple(combo.value() for combo in self.axes)
        if None not in chosen and chosen[0] != chosen[1]:
            self.edited.emit("at", chosen)

    def _points_chosen(self, _key: object) -> None:
        chosen = tuple(combo.value() for combo in self.points if not combo.isHidden())
        if None not in chosen and len(set(chosen)) == len(chosen):
            self.edited.emit("points", chosen)

    def _keep(self, on: bool) -> None:
        name = self.sender().property("point")
        (self.kept if on else self.forgotten).emit(name)
