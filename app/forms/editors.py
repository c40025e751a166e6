"""A declared parameter -> the widget that edits it."""

from __future__ import annotations

from typing import TypeAlias

from app.forms.suggestions_field import SuggestionsField
from app.shell.speeds import SPEEDS
from app.widgets.combo import Combo, Option
from app.widgets.entries import Check, OptionalNumber, SliderOrWord, TextField
from app.widgets.slider_field import SliderField
from core import registry
from core.families.activation import only_answers
from core.params import Param, Range

# what edits a parameter: `changed(value)` while a person edits, `finished()`; `set_value(value)` shows, emits nothing
Editor: TypeAlias = Combo | SliderField | SliderOrWord | OptionalNumber | Check | TextField

AUTOMATIC = "auto"
BATCH_STOPS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 50, 64, 100, 128, 200, 256, 500)
_OF_WORDS = {"flag": Check, "text": TextField, "suggestions": SuggestionsField}
_SPECIAL = {"batch_size": "Batch size", "speed": "Speed (updates a second)"}
SHOWN = frozenset({"number", "integer", "flag", "choice", "text", "component", "optional", "suggestions", *_SPECIAL})


def is_shown(param: Param) -> bool:
    """Whether a generated form has a row for it; lists (layers, penalties) and stored things have panels of their
    own."""
    return param.type in SHOWN


def label_of(param: Param) -> str:
    """The everyday word."""
    return param.label or _SPECIAL.get(param.type, param.name.replace("_", " ").capitalize())


def has_own_label(param: Param) -> bool:
    """Check boxes carry their words themselves."""
    return param.type in ("flag", "optional")


def editor(param: Param, output_only: bool = False) -> Editor:
    """The widget, of one sort for each type."""
    label, limits = label_of(param), param.limits or Range()
    if param.type in ("number", "integer"):
        made: Editor = SliderField(label, limits, param.default or 0)
    elif param.type == "choice":
        made = Combo(label, [Option(key, text) for key, text in param.options])
    elif param.type == "component":
        made = Combo(label, kinds(param, output_only))
    elif param.type == "optional":
        made = OptionalNumber(label, limits)
    elif param.type == "batch_size":
        made = SliderOrWord(label, Range(1, BATCH_STOPS[-1], minimum=1, steps=BATCH_STOPS, whole=True), "all")
    elif param.type == "speed":
        made = SliderOrWord(label, Range(SPEEDS[0], SPEEDS[-1], above=0, steps=SPEEDS), "max")
    elif param.type in _OF_WORDS:
        made = _OF_WORDS[param.type](label)
    else:
        raise ValueError(f"a form has no entry for {param.type!r}")
    if param.help and param.type != "component":
        made.setToolTip(param.help)
    return made


def kinds(param: Param, output_only: bool) -> list[Option]:
    """The entries of a component's menu: the family, after "automatic" where that is the default."""
    found = [Option(AUTOMATIC, "automatic", param.help)] if param.default == AUTOMATIC else []
    for kind, cls in registry.family(param.family).items():
        if output_only or not only_answers(cls):
            found.append(Option(kind, cls.label, cls.summary()))
    return found
