"""One racer: its marker and name, its method, its learning rate and momentum at hand, everything else on request."""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.forms.editors import range_of
from app.forms.form import Form
from app.look.theme import Theme, current
from app.race.colours import picture
from app.race.rate_slider import RateSlider
from app.race.rates import SHARES, limit_for
from app.widgets.combo import Combo, Option
from app.widgets.entries import TextField
from app.widgets.icon_button import IconButton
from app.widgets.restyle import restyle
from app.widgets.slider_field import SliderField
from core import registry
from core.params import param_of
from core.race import Race, Racer, free_name

ANYWHERE, NEARBY = "anywhere", "nearby"
CHANCE = {ANYWHERE: "Chance: anywhere", NEARBY: "Chance: near its best"}
METHOD = 60  # px: the list of methods gives way to the name
NAME = 118  # px that a name takes at least where it is long
SYMBOL = 16  # px before a slider


@functools.cache
def methods() -> tuple[Option, ...]:
    """Every optimizer, and chance."""
    found = [Option(kind, cls.label, cls.summary()) for kind, cls in registry.family("optimizers").items()]
    tip = "Draws a place in each update and goes there only if it is lower."
    return (*found, *(Option(kind, words, tip) for kind, words in CHANCE.items()))


class RacerCard(QFrame):
    """`edits(pairs)`, `finished()`; `command(name, number)` for select, hide, duplicate, remove, small/good/too
    large."""

    edits = Signal(object)
    finished = Signal()
    command = Signal(str, int, str)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.race: Race | None = None
        self.racer: Racer | None = None
        self.setProperty("panel", "raised")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._hidden = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(2)
        self.method = Combo("Method", methods())
        self.method.setMinimumContentsLength(4)
        self.method.setMinimumWidth(METHOD)
        self.method.changed.connect(self._method_changed)
        self._build_head()
        self.rate = RateSlider("Learning rate η", 0.03)
        self.rate.changed.connect(self._rate_changed)
        self.rate_row = self._row("η", self.rate, "Learning rate η: how large the steps are.")
        self.momentum = SliderField("Momentum μ", range_of(param_of(registry.find("optimizers", "sgd"), "momentum")))  # type: ignore[arg-type]
        self.momentum.changed.connect(functools.partial(self._changed, "optimizer.momentum"))
        self.momentum_row = self._row("μ", self.momentum, "Momentum μ: the share of the last step that is kept.")
        for field in (self.rate, self.momentum):
            field.finished.connect(self.finished)
        self.form: Form | None = None
        self._opened = False

    # Building

    def _build_head(self) -> None:
        self.mark = QLabel()
        self.name = TextField("Name", 40)
        self.name.setFrame(False)
        self.name.setProperty("bare", True)
        self.name.installEventFilter(self)
        self.name.changed.connect(functools.partial(self._changed, "name"))
        self.eye = IconButton("eye", "Hide", "Hide this racer from the pictures, or show it again.", small=True)
        self.more = IconButton(
            "settings",
            "More",
            "All settings; duplicate, remove; a learning rate that is small, good or too large here.",
            small=True,
        )
        self.eye.clicked.connect(functools.partial(self._command, "hide", ""))
        self.more.clicked.connect(self._open_menu)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.mark)
        head.addWidget(self.name, 4)
        head.addWidget(self.method, 6)
        for button in (self.eye, self.more):
            head.addWidget(button)
        self._column.addLayout(head)

    def _row(self, symbol: str, field: QWidget, tip: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        words = QLabel(symbol)
        words.setToolTip(tip)
        words.setFixedWidth(SYMBOL)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        words.setContentsMargins(0, 5, 0, 0)
        line.addWidget(words)
        line.addWidget(field, 1)
        self._column.addWidget(row)
        return row

    def _open_settings(self, on: bool) -> None:
        """The form is built when somebody asks for it."""
        if on and self.form is None:
            self.form = Form(self._path("optimizer."), without=("lr", "momentum"), live=True)
            self.form.edited.connect(self._form_edited)
            self.form.finished.connect(self.finished)
            self._column.addWidget(self.form)
        self._opened = on
        self._show_settings()

    # Showing

    def show_racer(self, race: Race, hidden: bool, selected: bool) -> None:
        """Show the racer of this number; no signal is sent for it."""
        racer = race.racers[self.number]
        self.race, self.racer = race, racer
        self._hidden = hidden
        self.name.set_value(racer.name)
        self.name.setModified(False)
        self.setAccessibleName(racer.name)
        self.method.set_value(racer.player if racer.searches else racer.optimizer.kind)
        self.rate_row.setVisible(not racer.searches)
        self.rate.set_limit(limit_for(race, racer))
        self.rate.set_value(racer.optimizer.lr)
        momentum = None if racer.searches else racer.optimizer.options().get("momentum")
        self.momentum_row.setVisible(momentum is not None)
        if momentum is not None:
            self.momentum.set_value(momentum)
        self._show_settings()
        self.eye.set_icon("eye-off" if hidden else "eye")
        self.eye.setAccessibleName("Show" if hidden else "Hide")
        if self.property("selected") != selected:
            restyle(self, selected=selected)
        self.show_theme(current())

    def _show_settings(self) -> None:
        if self.form is not None and self.racer is not None:
            self.form.setVisible(self._opened and not self.racer.searches)
            if not self.form.isHidden():
                self.form.show_model(self.racer.optimizer)

    def show_theme(self, theme: Theme) -> None:
        if self.racer is not None:
            self.mark.setPixmap(picture(self.racer.colour, theme.px(18), theme, self.devicePixelRatioF()))
        self.name.setFont(theme.font(13))
        wide = QFontMetrics(theme.font(13)).horizontalAdvance(self.name.text()) + theme.px(10)
        self.name.setMinimumWidth(min(wide, theme.px(NAME)))  # a usual name is never cut; a long one scrolls

    def show_problem(self, path: str, sentence: str) -> bool:
        """Say beside the entry what is wrong; False where this card has no such entry."""
        return self.form is not None and not self.form.isHidden() and self.form.show_problem(path, sentence)

    # From the person

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._command("select", "")
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on the name takes the focus into it, and selects its racer as a press beside it does."""
        if event.type() == QEvent.Type.FocusIn or event.type() == QEvent.Type.MouseButtonPress:
            self._command("select", "")
        return False

    def _path(self, rest: str) -> str:
        return f"racers.{self.number + 1}.{rest}"

    def _changed(self, rest: str, value: Any) -> None:
        self.edits.emit(((self._path(rest), value),))

    def _form_edited(self, path: str, value: Any) -> None:
        self.edits.emit(((path, value),))

    def _rate_changed(self, value: float) -> None:
        self._changed("optimizer.lr", value)

    def _method_changed(self, kind: str) -> None:
        """Another method; a racer that was called after its old one is called after the new one."""
        assert self.racer is not None and self.race is not None
        racer = self.racer
        pairs: list[tuple[str, Any]] = []
        if kind in CHANCE:
            pairs.append((self._path("player"), kind))
        else:
            pairs += [(self._path("player"), "optimizer")] if racer.searches else []
            pairs.append((self._path("optimizer.kind"), kind))
        old, new = (
            ("Chance" if racer.searches else racer.optimizer.label),
            ("Chance" if kind in CHANCE else registry.find("optimizers", kind).label),
        )
        if old != new and racer.name.startswith(old):
            others = {other.name for other in self.race.racers if other is not racer}
            pairs.append((self._path("name"), free_name(new, others)))
        self.edits.emit(tuple(pairs))

    def _command(self, name: str, argument: str, *_: object) -> None:
        self.command.emit(name, self.number, argument)

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What can be done with this racer."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.racer is not None and not self.racer.searches:
            for word in SHARES:
                menu.addAction(f"{word} learning rate", functools.partial(self._command, "rate", word))
            menu.addAction("All three, side by side", functools.partial(self._command, "three", ""))
            menu.addSeparator()
            settings = menu.addAction("All settings")
            settings.setCheckable(True)
            settings.setChecked(self._opened)
            settings.toggled.connect(self._open_settings)
        menu.addAction("Tell its next update", functools.partial(self._command, "tell", ""))
        menu.addAction("Duplicate", functools.partial(self._command, "duplicate", ""))
        menu.addAction("Remove", functools.partial(self._command, "remove", ""))
        return menu
