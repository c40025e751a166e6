"""The run that is shown, by its letter and name, with the list of those beside it."""

from __future__ import annotations

import functools

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from app.look.run_colours import SIDE, disc
from app.look.theme import Theme, current
from core.frozen import frozen

ROOM = 212  # px
NARROW = 26  # px beside the letter where that stands alone: room for the arrow of the list


@frozen
class Named:
    """A run as a list shows it: its number, its letter, what it is called, how many updates it has made and, of a
    person's own data, where they lie."""

    number: int = 0
    letter: str = ""
    name: str = ""
    made: int = 0
    source: str = ""

    @property
    def words(self) -> str:
        return f"{self.letter or '–'}  {self.name}, {self.made:,} updates"


class RunBadge(QToolButton):
    """`chosen(number)`: a person wants to see another run."""

    chosen = Signal(int)

    def __init__(self, *, lettered: bool = True) -> None:
        super().__init__(
            popupMode=QToolButton.ToolButtonPopupMode.InstantPopup,
            toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        self.setProperty("quiet", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._lettered, self._narrow = lettered, False
        self._own, self._others = Named(), ()
        self._list = QMenu(self)
        self._list.aboutToShow.connect(self._fill)

    def show_runs(self, own: Named, others: tuple[Named, ...]) -> None:
        """The run that is shown, and those that can be."""
        look = own.letter != self._own.letter
        if (own.number, own.name, bool(others)) != (self._own.number, self._own.name, bool(self._others)):
            self.setMenu(self._list if others else None)  # type: ignore[arg-type]
            look = True
        self._own, self._others = own, others
        if look:
            self._dress(current())
        self._tell()

    def show_theme(self, theme: Theme) -> None:
        self.updateGeometry()
        self.setIconSize(QSize(theme.px(SIDE), theme.px(SIDE)))
        self._dress(theme)

    def sizeHint(self) -> QSize:
        """As wide whatever it says, so that nothing moves; a fixed width is undone by the style sheet."""
        wide = SIDE + NARROW if self._narrow else ROOM
        return QSize(current().px(wide), super().sizeHint().height())

    def set_narrow(self, narrow: bool) -> None:
        """Its letter alone."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()
            self._dress(current())

    def _dress(self, theme: Theme) -> None:
        self.setFont(theme.font(13))
        self.setIcon(QIcon(disc(self._own.letter, theme)) if self._lettered else QIcon())
        wide = SIDE + NARROW if self._narrow else ROOM
        room = theme.px(wide - 28 - (SIDE if self._lettered else 0))
        self.setText(
            self.fontMetrics().elidedText(self._own.name, Qt.TextElideMode.ElideRight, room) if room > 0 else ""
        )
        own = self._own
        self.setAccessibleName(f"Run {own.letter}: {own.name}" if self._lettered else own.name)

    def _tell(self) -> None:
        """How many updates it has made, as of now."""
        words = self._own.words if self._lettered else self._own.name
        press = ". Press to see another run" if self._others else ""
        self.setToolTip("\n".join(filter(None, (words + press, self._own.source))))

    def _fill(self) -> None:
        theme = current()
        self._list.clear()
        for run in self._others:
            action = self._list.addAction(QIcon(disc(run.letter, theme)), run.words)
            action.triggered.connect(functools.partial(self._choose, run.number))

    def _choose(self, number: int, _checked: bool = False) -> None:
        self.chosen.emit(number)
