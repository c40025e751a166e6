"""All views that there are, found by their files: a class with a name in `app/views/<kind>.py`, or in the folder
`app/views/<kind>` with the class itself in `view.py`."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import pkgutil
from types import ModuleType
from typing import TYPE_CHECKING

import app.views
from app.views.face import About, Face, Seat

if TYPE_CHECKING:
    from app.views.base import View
    from core.experiment import Experiment


@functools.cache
def faces() -> dict[str, type[Face]]:
    """Every view's face by its name, in the order of the View menu; no view in a folder is imported for it."""
    found: dict[str, type[Face]] = {}
    for entry in pkgutil.iter_modules(app.views.__path__, "app.views."):
        for face in _faces_of(entry.name):
            if face.name in found:
                raise TypeError(f"two views are called {face.name!r}")
            found[face.name] = face
    return dict(sorted(found.items(), key=lambda item: (item[1].menu_order, item[1].title)))


def view_class(name: str) -> type[View]:
    """The class of a view: the face itself where it stands in the view's own file, else what wears it in `view.py`."""
    from app.views.base import View

    face = faces()[name]
    if issubclass(face, View):
        return face
    module = importlib.import_module(f"{face.__module__}.view")
    for cls in _classes(module):
        if issubclass(cls, View) and issubclass(cls, face):
            return cls
    raise TypeError(f"{module.__name__} has no view that wears {face.__name__}")


def seated(seat: Seat) -> tuple[str, ...]:
    """The views with that seat."""
    return tuple(name for name, face in faces().items() if face.seat is seat)


def place_of(experiment: Experiment) -> str:
    """The view that stands on the right: what this experiment is best seen in."""
    return _closest(tuple(faces()), experiment)


def companions_of(experiment: Experiment) -> tuple[str, ...]:
    """Further views that stand ready as tabs; so does what has its seat on the right, where a view from elsewhere
    stands there."""
    place, usual = place_of(experiment), _closest(seated(Seat.RIGHT), experiment)
    return tuple(
        name for name, face in faces().items() if name != place and (name == usual or face.is_companion(experiment))
    )


def fronts_of(experiment: Experiment) -> tuple[tuple[str, str], ...]:
    """Pictures that stand before others for this experiment, each as (the one behind, the one before it)."""
    return tuple((face.front_of, name) for name, face in faces().items() if face.stands_before(experiment))


def present(experiment: Experiment) -> frozenset[str]:
    """The pictures that are there for this experiment: those that tell of any, and what it is seen in besides."""
    whole = (name for name, face in faces().items() if face.about is About.ALL)
    before = (front for _, front in fronts_of(experiment))
    return frozenset((*whole, place_of(experiment), *companions_of(experiment), *before))


def _closest(names: tuple[str, ...], experiment: Experiment) -> str:
    return max(names, key=lambda name: faces()[name].fit(experiment))


def _faces_of(file: str) -> list[type[Face]]:
    """The faces of a file or a folder; a folder without any of its own is asked for its `view.py`."""
    module = importlib.import_module(file)
    named = _named(module)
    if named or not hasattr(module, "__path__") or importlib.util.find_spec(f"{file}.view") is None:
        return named
    return _named(importlib.import_module(f"{file}.view"))


def _named(module: ModuleType) -> list[type[Face]]:
    return [cls for cls in _classes(module) if issubclass(cls, Face) and cls.name]


def _classes(module: ModuleType) -> list[type]:
    """The classes that a module defines."""
    return [cls for cls in vars(module).values() if isinstance(cls, type) and cls.__module__ == module.__name__]
