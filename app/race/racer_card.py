"""One racer: its marker and name, its method, its learning rate and momentum at hand, everything else on request."""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.documents.limits import FREE, Limits
from app.forms.form import Form
from app.look.theme import Theme, current
from app.race.colours import picture
from app.race.rate_slider import RateSlider
from app.race.rates import SHARES, limit_for
from app.widgets.combo import Combo, Option
from app.widgets.entries import TextField
from app.widgets.icon_button import IconButton
from app.widgets.limited import Limited, limited, offer, restrict
from app.widgets.restyle import restyle
from app.widgets.slider_field import SliderField
from core import registry
from core.params import param_of
from core.race import Race, Racer, free_name

ANYWHERE, NEARBY = "anywhere", "nearby"
CHANCE = {ANYWHERE: "Chance: anywhere", NEARBY: "Chance: near its best"}
LONGEST = 40  # letters of a name
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
        self._limits = FREE
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
        self.rate_row = self._row("η", self.rate, "Learning rate η: how large the steps are.", "optimizer.lr")
        declared = param_of(registry.find("optimizers", "sgd"), "momentum")
        assert declared is not None and declared.limits is not None
        self.momentum = SliderField("Momentum μ", declared.limits)
        self.momentum.changed.connect(functools.partial(self._changed, "optimizer.momentum"))
        self.momentum_row = self._row(
            "μ", self.momentum, "Momentum μ: the share of the last step that is kept.", "optimizer.momentum"
        )
        for field in (self.rate, self.momentum):
            field.finished.connect(self.finished)
        self.form: Form | None = None
        self._opened = False

    # Building

    def _build_head(self) -> None:
        self.mark = QLabel()
        self.name = TextField("Name", LONGEST)
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
        head.addWidget(limited(self.name, self._path("name")), 4)
        head.addWidget(limited(self.method, self._path("optimizer.kind"), self._path("player")), 6)
        head.addWidget(limited(self.eye, "race.hidden"))
        head.addWidget(self.more)
        self._column.addLayout(head)

    def _row(self, symbol: str, field: QWidget, tip: str, rest: str) -> Limited:
        line = QHBoxLayout()
        line.setSpacing(6)
        words = QLabel(symbol)
        words.setToolTip(tip)
        words.setFixedWidth(SYMBOL)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        words.setContentsMargins(0, 5, 0, 0)
        line.addWidget(words)
        line.addWidget(field, 1)
        row = limited(line, self._path(rest))
        self._column.addWidget(row)
        return row

    def open_settings(self, on: bool) -> None:
        """The form is built when somebody asks for it."""
        if on and self.form is None:
            self.form = Form(self._path("optimizer."), without=("lr", "momentum"), live=True)
            self.form.restrict(self._limits)
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
        self.rate_row.want(not racer.searches)
        self.rate.set_limit(limit_for(race, racer))
        self.rate.set_value(racer.optimizer.lr)
        momentum = None if racer.searches else racer.optimizer.options().get("momentum")
        self.momentum_row.want(momentum is not None)
        if momentum is not None:
            self.momentum.set_value(momentum)
        self._show_settings()
        self.eye.set_icon("eye-off" if hidden else "eye")
        self.eye.setAccessibleName("Show" if hidden else "Hide")
        if self.property("selected") != selected:
            restyle(self, selected=selected)
        self.restrict(self._limits)  # what was shown anew has other tool-tips
        self.show_theme(current())

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks."""
        self._limits = limits
        restrict(self, limits)
        if self.form is not None:
            self.form.restrict(limits)

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
        """Another method, which its name tells from now on."""
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
        others = {other.name for other in self.race.racers if other is not racer}
        if old != new and (name := called(racer.name, old, new, others)) != racer.name:
            pairs.append((self._path("name"), name))
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
                self._offer(menu, f"{word} learning rate", self._path("optimizer.lr"), "rate", word)
            self._offer(menu, "All three, side by side", "racers", "three")
            menu.addSeparator()
            settings = menu.addAction("All settings")
            settings.setCheckable(True)
            settings.setChecked(self._opened)
            settings.toggled.connect(self.open_settings)
        self._offer(menu, "Tell its next update", "race_tell", "tell")
        self._offer(menu, "Duplicate", "racers", "duplicate")
        self._offer(menu, "Remove", "racers", "remove")
        return menu

    def _offer(self, menu: QMenu, words: str, path: str, name: str, argument: str = "") -> None:
        """A command that changes a path, as far as the file lets it."""
        action = menu.addAction(words, functools.partial(self._command, name, argument))
        offer(action, self._limits, path)


def called(name: str, old: str, new: str, others: set[str]) -> str:
    """What a racer is called when its method changes: after the new one where it was called after the old one, else as
    before with the new one behind: "good (Adam)"."""
    if name.startswith(old):
        return free_name(new, others)
    told = free_name(f"{name.removesuffix(f' ({old})')} ({new})", others)
    return told if len(told) <= LONGEST else name
