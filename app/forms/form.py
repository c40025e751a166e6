"""A model's declared parameters -> a form."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pydantic import BaseModel
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.documents.limits import FREE, Limits
from app.forms import editors
from app.forms.row import Row
from app.widgets.combo import Combo
from app.widgets.entries import SliderOrWord
from app.widgets.icon_button import Disclosure
from app.widgets.popover import Popover
from core import registry
from core.documents.written import word
from core.params import Component, Formulated, Param, params_of

_INDENT = 12


class Form(QWidget):
    """Rows for the parameters of the model that is shown.

    `prefix` ("optimizer.") comes before every path. `fields` limits and `without` leaves out. `output_only` admits
    components that act on a whole layer (softmax). `live` says that everything here takes effect in mid-run whatever
    the declarations say.
    """

    edited = Signal(str, object)
    finished = Signal()
    menu_wanted = Signal(str, QPoint)
    picture_wanted = Signal(str)

    def __init__(
        self,
        prefix: str = "",
        fields: Collection[str] | None = None,
        without: Collection[str] = (),
        output_only: bool = False,
        live: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.prefix = prefix
        self.fields, self._without, self._output_only, self._live = fields, frozenset(without), output_only, live
        self._model: BaseModel | None = None
        self._rows: dict[str, Row] = {}
        self._nested: dict[str, Form] = {}
        self._samples: int | None = None
        self._limits = FREE
        self._refusals: dict[str, dict[str, str]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.fine = Disclosure("Fine tuning", "Shows the settings that are rarely needed.")
        self.fine.toggled.connect(self._arrange)
        self._column.addWidget(self.fine, 0, Qt.AlignmentFlag.AlignLeft)
        self.fine.hide()

    def show_model(self, model: BaseModel) -> None:
        """Show the values of a model; emits nothing. Widgets stay as long as the class stays."""
        if self._model is None or type(model) is not type(self._model):
            self._rebuild(type(model))
        self._model = model
        for name, row in self._rows.items():
            value = getattr(model, name)
            row.set_value(value)
            nested = self._nested.get(name)
            if nested is not None:
                if isinstance(value, Component):
                    nested.show_model(value)
                nested.setVisible(isinstance(value, Component) and nested.has_rows)
        self._arrange()

    def model(self) -> BaseModel | None:
        """The model that is shown."""
        return self._model

    @property
    def has_rows(self) -> bool:
        return bool(self._rows)

    def rows(self) -> Iterator[Row]:
        """All rows, those of nested components too."""
        for name, row in self._rows.items():
            yield row
            if name in self._nested:
                yield from self._nested[name].rows()

    def row(self, path: str) -> Row | None:
        """The row of a whole path such as "optimizer.lr"; a component is found with and without ".kind"."""
        wanted = path.removesuffix(".kind")
        return next((row for row in self.rows() if row.path == wanted), None)

    def show_problem(self, path: str, sentence: str) -> bool:
        """Say beside the entry at a path what is wrong; False where this form has no such entry."""
        row = self.row(path)
        if row is None:
            return False
        row.show_problem(sentence)
        return True

    def clear_problems(self) -> None:
        for row in self.rows():
            row.clear_problem()

    def set_samples(self, count: int) -> None:
        """How many training samples there are: the end of the batch size's slider."""
        self._samples = max(1, count)
        for row in self._rows.values():
            if row.param.type == "batch_size" and isinstance(row.editor, SliderOrWord):
                row.editor.set_highest(self._samples)

    def refuse(self, path: str, refusals: dict[str, str]) -> None:
        """Grey the kinds or choices of one entry, each with its reason."""
        self._refusals[path] = refusals
        row = self.row(path)
        if row is not None and isinstance(row.editor, Combo):
            row.editor.set_refusals(refusals)

    def restrict(self, limits: Limits) -> None:
        """Rows of hidden paths are not shown, those of locked ones cannot be changed."""
        if limits != self._limits:
            self._limits = limits
            self._arrange()
            for nested in self._nested.values():
                nested.restrict(limits)

    def _rebuild(self, model: type[BaseModel]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._nested = {}, {}
        params = [param for param in params_of(model) if self._wants(param)]
        for param in sorted(params, key=_is_advanced):
            self._add(param)
        if self._samples is not None:
            self.set_samples(self._samples)
        for path, refusals in self._refusals.items():
            self.refuse(path, refusals)

    def _wants(self, param: Param) -> bool:
        chosen = self.fields is None or param.name in self.fields
        return chosen and param.name not in self._without and editors.is_shown(param)

    def _add(self, param: Param) -> None:
        live = self._live or param.live
        row = Row(self.prefix + param.name, param, live, self._output_only)
        row.edited.connect(self.edited)
        row.finished.connect(self.finished)
        row.menu_wanted.connect(self.menu_wanted)
        row.picture_wanted.connect(self.picture_wanted)
        row.asked.connect(self._explain)
        if param.type == "component":
            self._nested[param.name] = self._nest(row, live)
        place = self._column.count() if param.advanced else self._column.indexOf(self.fine)
        self._column.insertWidget(place, row)
        self._rows[param.name] = row

    def _nest(self, row: Row, live: bool) -> Form:
        nested = Form(f"{row.path}.", output_only=self._output_only, live=live)
        nested.edited.connect(self.edited)
        nested.finished.connect(self.finished)
        nested.menu_wanted.connect(self.menu_wanted)
        nested.picture_wanted.connect(self.picture_wanted)
        nested.restrict(self._limits)
        nested._column.setContentsMargins(_INDENT, 4, 0, 0)
        row.add_below(nested)
        return nested

    def _arrange(self) -> None:
        """Rows that matter now are shown; the rarely needed ones only on request."""
        fine = self.fine.isChecked()
        for row in self._rows.values():
            row.want(self._matters(row) and (fine or not row.param.advanced))
            row.restrict(self._limits)
        self.fine.setVisible(any(row.param.advanced and self._matters(row) for row in self._rows.values()))

    def _matters(self, row: Row) -> bool:
        when = row.param.when
        if self._limits.hides(row.path) or when is None:
            return not self._limits.hides(row.path)
        sibling = word(self._model, when[0])
        return (sibling.kind if isinstance(sibling, Component) else sibling) in when[1]

    def _explain(self, path: str) -> None:
        row = self.row(path)
        if row is None or row.help_button is None or not isinstance(row.editor, Combo):
            return
        cls = registry.family(row.param.family).get(row.editor.value())
        if cls is None:
            Popover(editors.label_of(row.param), row.param.help, parent=self).open_beside(row.help_button)
            return
        explain(cls, self).open_beside(row.help_button)


def explain(component: type[Component], parent: QWidget | None = None) -> Popover:
    """The answer to "What is this?": label, formula and the paragraphs of the docstring."""
    formula = component.formula if issubclass(component, Formulated) else ""
    return Popover(component.label, component.explanation(), formula, parent)


def _is_advanced(param: Param) -> bool:
    return param.advanced
