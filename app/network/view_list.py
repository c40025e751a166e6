"""The views of the network room: built when they are first asked for, each with its dock, its seat and its command."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from app.shell.commands import Entry
from app.shell.seats import Seats
from app.views.base import View
from app.views.face import Face, Seat
from app.views.registry import faces, seated, view_class

V = TypeVar("V", bound=View)


class ViewList(Mapping[str, View]):
    """Dock name -> view, built when it is first asked for; `built(name, view)` hears of those that are not built at
    once."""

    def __init__(self, built: Callable[[str, View], object]) -> None:
        self._views = {name: view_class(name)() for name, face in faces().items() if face.at_once}
        self._built = built

    def __getitem__(self, name: str) -> View:
        if name not in self._views:
            self._views[name] = view_class(name)()
            self._built(name, self._views[name])
        return self._views[name]

    def __contains__(self, name: object) -> bool:
        return name in faces()

    def __iter__(self) -> Iterator[str]:
        return iter(faces())

    def __len__(self) -> int:
        return len(faces())

    def of(self, kind: type[V]) -> V:
        """The view of that class."""
        view = self[kind.name]
        assert isinstance(view, kind)
        return view

    @property
    def there(self) -> dict[str, View]:
        """Those that are built."""
        return dict(self._views)


def seats() -> Seats:
    """Where each view's dock stands, as its face says."""
    (left,), (below_left,), (below_right,) = map(seated, (Seat.LEFT, Seat.BELOW_LEFT, Seat.BELOW_RIGHT))
    right = seated(Seat.RIGHT)
    ways = {name: face.way or face.title for name, face in faces().items() if left in (name, face.way_of)}
    columns = {name: faces()[name].column for name in ways if faces()[name].column}
    fronts = tuple(name for name, face in faces().items() if face.front_of)
    return Seats(((left, below_left), (right[0], below_right)), right, seated(Seat.TAB), ways, columns, fronts)


def commands() -> dict[str, Entry]:
    """View -> the command that shows it, for each that has a key of its own."""
    return {name: _command(face) for name, face in faces().items() if face.shortcut}


def _command(face: type[Face]) -> Entry:
    return Entry(
        f"show_{face.name}",
        face.title,
        "View",
        3,
        f"layouts.choose_picture:{face.name}",
        face.shortcut,
        face.icon,
        face.tip,
        place="Picture",
        room="network",
    )
