"""The card of one hidden layer: folded it says what it is, opened it holds all of its settings."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.documents.path_words import layer_word
from app.forms.curves import activation_curves
from app.forms.form import Form
from app.look import icons
from app.look.theme import Theme, current
from app.panels.layer_handle import LayerHandle
from app.panels.words import Words
from app.widgets.curve_picture import CurvePicture
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from core.families import Layer
from core.networks.blueprint import Placed
from core.networks.shapes import words

FIRST = ("units", "activation")


class LayerCard(QFrame):
    """Says what a person wants with the layer; the drawer knows the list."""

    edited = Signal(str, object)
    finished = Signal()
    menu_wanted = Signal(str, QPoint)
    picture_wanted = Signal(str)
    turned = Signal(str)  # the layer's name: a person has unfolded or folded it
    wanted = Signal(str, str)  # "duplicate" or "remove", the layer's name
    stepped = Signal(str, int)  # the layer's name, ±1
    dragged = Signal(str, int)  # the layer's name, y on the screen
    dropped = Signal(str, int)

    def __init__(self, name: str, path: str = "layers", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.path = name, f"{path}.{name}"
        self.setProperty("panel", "raised")
        self.forms = (Form(f"{self.path}.", fields=FIRST), Form(f"{self.path}.", without=FIRST))
        self.curve = CurvePicture("Activation and its derivative")
        self.summary, self.problem = Words("", "caption"), Words("", "problem")
        self._body = QWidget()
        self._lay_out()
        for form in self.forms:
            form.edited.connect(self.edited)
            form.finished.connect(self.finished)
            form.menu_wanted.connect(self.menu_wanted)
            form.picture_wanted.connect(self.picture_wanted)
        self.set_open(False)

    def show_layer(self, layer: Layer, position: int, count: int, info: Placed | None) -> None:
        """Show a layer; `position` counts from 0, `info` is None until the data are known."""
        title = card_title(layer, position)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.handle.setAccessibleName(f"Move {title}")
        self.handle.setVisible(count > 1)
        self.show_problem("")
        shape = f"{words(info.inputs)} → {words(info.outputs)} · {info.parameters:,} parameters" if info else ""
        self.summary.setText(" · ".join(filter(None, (layer.says(), shape))))
        for form in self.forms:
            form.show_model(layer)
        has_curve = "activation" in type(layer).model_fields
        self.curve.setVisible(has_curve)
        if has_curve:
            self.curve.set_curves(*activation_curves(layer.acts))

    def show_problem(self, sentence: str) -> None:
        """Why the stack does not fit here; empty: it does."""
        self.problem.setText(sentence[:1].upper() + sentence[1:])
        self.problem.setVisible(bool(sentence))

    @property
    def is_open(self) -> bool:
        return not self._body.isHidden()

    def set_open(self, on: bool) -> None:
        """Unfold or fold."""
        self._body.setVisible(on)
        self.title.setChecked(on)
        self.show_theme(current())

    def show_theme(self, theme: Theme) -> None:
        self.title.setIcon(icons.icon("chevron-up" if self.is_open else "chevron-down", theme.muted))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 4, 8, 8)
        rows.setSpacing(0)
        rows.addLayout(self._head())
        self.summary.setContentsMargins(4, 0, 0, 0)
        rows.addWidget(self.summary)
        self.problem.setContentsMargins(4, 2, 0, 0)
        self.problem.hide()
        rows.addWidget(self.problem)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(4, 12, 4, 4)
        body.setSpacing(12)
        for widget in (self.forms[0], self.curve, self.forms[1]):
            body.addWidget(widget)
        rows.addWidget(self._body)

    def _head(self) -> QHBoxLayout:
        self.handle = LayerHandle(self.name)
        self.handle.dragged.connect(self._dragged)
        self.handle.dropped.connect(self._dropped)
        self.handle.stepped.connect(self._stepped)
        self.title = QPushButton()
        self.title.setProperty("quiet", True)
        self.title.setCheckable(True)
        self.title.setToolTip("Show or hide the settings of this layer")
        self.title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.title.setStyleSheet(
            "QPushButton { padding: 2px 4px; font-weight: 600; } QPushButton:checked { background: transparent; }"
        )
        self.title.clicked.connect(self._open_pressed)
        self.copy = IconButton("duplicate", "Duplicate", "Another layer like this behind it", small=True)
        self.copy.clicked.connect(self._duplicate)
        self.remove = IconButton("delete", "Remove", "Take this layer away", small=True)
        self.remove.clicked.connect(self._remove)
        head = QHBoxLayout()
        head.setSpacing(4)
        whole = self.path.rpartition(".")[0]
        head.addWidget(limited(self.handle, whole))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(limited(self.copy, whole))
        head.addWidget(limited(self.remove, self.path))
        return head

    def _open_pressed(self) -> None:
        self.set_open(not self.is_open)
        self.turned.emit(self.name)

    def _duplicate(self) -> None:
        self.wanted.emit("duplicate", self.name)

    def _remove(self) -> None:
        self.wanted.emit("remove", self.name)

    def _stepped(self, step: int) -> None:
        self.stepped.emit(self.name, step)

    def _dragged(self, y: int) -> None:
        self.dragged.emit(self.name, y)

    def _dropped(self, y: int) -> None:
        self.dropped.emit(self.name, y)


def card_title(layer: Layer, position: int) -> str:
    """What a layer is called, `position` from 0: one that has no units of its own, such as pooling, is no hidden
    layer."""
    return f"{layer_word(layer)} {position + 1}"
