"""One row of a form: the word, its marks, the entry, and room for a sentence below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.documents.limits import Limits
from app.forms import editors
from app.widgets import number_text
from app.widgets.entries import OptionalNumber, SliderOrWord
from app.widgets.icon_button import IconButton, IconMark
from app.widgets.limited import Limited, limited
from app.widgets.number_field import NumberField
from app.widgets.restyle import restyle
from app.widgets.slider_field import SliderField
from core import registry
from core.documents.written import kind_of
from core.params import Param, Range

ANEW = "Starts anew: a change here begins another run at update 0; this one stays."


class Row(Limited):
    """The entry of one parameter. `edited(path, value)` while it changes, `finished()` when that edit ends."""

    edited = Signal(str, object)
    finished = Signal()
    asked = Signal(str)  # the path of a component whose "What is this?" was pressed
    menu_wanted = Signal(str, QPoint)
    picture_wanted = Signal(str)  # the name of the view that shows what the parameter does

    def __init__(
        self, path: str, param: Param, live: bool, output_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(path, parent=parent)
        self.path = path
        self.param = param
        self.setObjectName(path)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.editor = editors.editor(param, output_only)
        self.help_button: IconButton | None = None
        self._picture: Limited | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        choice = QVBoxLayout()
        choice.setSpacing(4)
        choice.addLayout(self._head(live))
        if not editors.has_own_label(param):
            choice.addWidget(self.editor)
        self._choice = limited(choice, _target(path, param))
        self._column.addWidget(self._choice)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.hide()
        self._column.addWidget(self.note)
        self.editor.changed.connect(self._changed)
        self.editor.finished.connect(self.finished)
        self.field = _field_of(self.editor)
        if self.field is not None:
            self.field.refused.connect(self.show_problem)
            self.field.accepted.connect(self._settle)

    def restrict(self, limits: Limits) -> None:
        super().restrict(limits)
        self._choice.restrict(limits)
        if self._picture is not None:
            self._picture.restrict(limits)

    def add_below(self, widget: QWidget) -> None:
        """Something that belongs to this row: the parameters of the chosen component."""
        self._column.addWidget(widget)

    def set_value(self, value: Any) -> None:
        """Show a value; emits nothing."""
        if self.param.type == "component":
            value = kind_of(value)
        self.editor.set_value(value)
        self._settle()

    def show_problem(self, sentence: str) -> None:
        """Say beside the entry why its value cannot be taken."""
        self._say(sentence[:1].upper() + sentence[1:], "problem")

    def clear_problem(self) -> None:
        self._settle()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.path, event.globalPos())

    def _head(self, live: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        if editors.has_own_label(self.param):
            line.addWidget(self.editor, 1 if self.param.type == "optional" else 0)
        else:
            line.addWidget(self._words())
        for text in (self.param.symbol, self.param.term, self.param.unit):
            if text:
                quiet = QLabel(text)
                quiet.setProperty("role", "sentence")
                line.addWidget(quiet)
        if self.param.type != "optional":
            line.addStretch(1)
        if not live:
            line.addWidget(IconMark("anew", ANEW, "disabled"))
        if self.param.picture:
            picture = IconButton("bars", "See it in a picture", "See what this does, in a picture", small=True)
            picture.clicked.connect(self._show_picture)
            self._picture = limited(picture, f"show_{self.param.picture}")
            line.addWidget(self._picture)
        if self.param.type == "component":
            self.help_button = IconButton(
                "help", f"What is this? ({editors.label_of(self.param)})", "What is this?", small=True
            )
            self.help_button.clicked.connect(self._ask)
            line.addWidget(self.help_button)
        return line

    def _words(self) -> QLabel:
        label = QLabel(editors.label_of(self.param))
        label.setToolTip(self.param.help)
        label.setBuddy(self.editor)
        return label

    def _changed(self, value: Any) -> None:
        self._settle()
        self.edited.emit(self._target(value), value)

    def _target(self, value: Any) -> str:
        """A chosen kind goes to `….kind`, "automatic" replaces the whole component."""
        named = self.param.type != "component" or value in registry.family(self.param.family)
        return _target(self.path, self.param) if named else self.path

    def _show_picture(self) -> None:
        self.picture_wanted.emit(self.param.picture)

    def _ask(self) -> None:
        self.asked.emit(self.path)

    def _settle(self) -> None:
        """Say nothing, what a value beyond the usual range costs, or still what is wrong with the typed one."""
        field = self.field
        if field is not None and field.problem:
            self.show_problem(field.problem)
        elif field is not None and field.beyond and self.param.limits is not None and field.isEnabled():
            self._say(self._cost(self.param.limits), "caption")
        else:
            self.note.hide()

    def _cost(self, limits: Range) -> str:
        say = number_text.show
        usual = f"Beyond the usual {say(limits.low)} … {say(limits.high)}"
        return f"{usual}: {self.param.cost}." if self.param.cost else f"{usual}."

    def _say(self, sentence: str, role: str) -> None:
        self.note.setText(sentence)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        restyle(self.note, role=role)
        self.note.show()


def _target(path: str, param: Param) -> str:
    """What the entry itself changes: of a component its kind, not the parameters that stand below it."""
    return f"{path}.kind" if param.type == "component" else path


def _field_of(editor: editors.Editor) -> NumberField | None:
    inner = editor.number if isinstance(editor, SliderOrWord) else editor
    return inner.field if isinstance(inner, SliderField | OptionalNumber) else None
