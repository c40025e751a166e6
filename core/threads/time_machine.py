"""What the pictures of a run show: what it is, or what it was after any of its updates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.messages import BadInput
from core.threads.commands import Hand, Look
from core.threads.news import InVain, Message, SnapshotTaken
from core.threads.wires import Wires

if TYPE_CHECKING:
    from core.threads.past import Past
    from core.training.session import Session


class TimeMachine:
    """The learning thread's own. The past has a thread from the first look back on."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        self._past: Past | None = None

    @property
    def looking_back(self) -> bool:
        """Whether the pictures show the past."""
        return self._shown_past() is not None

    def look_at(self, session: Session, updates: int | None, hands: tuple[Hand, ...] = ()) -> None:
        """Show what the run was after so many updates, or what `hands` have made of it there; None, or an update that
        is not past: what it is."""
        from core.threads.past import Wish
        from core.training.recall import way_to

        if updates is None or updates >= session.updates:
            self.come_back()
            return
        try:
            way = way_to(session.course, updates)
        except BadInput as error:
            self._wires.tell(Message(str(error)))
            self._wires.tell(InVain())
            self.come_back()
            return
        if not self.looking_back:
            self._wires.painter.renew()
        self._opened().seek(Wish(way, session.experiment, session.prepared, hands))

    def come_back(self) -> None:
        """Show what the run is."""
        if (past := self._shown_past()) is not None:
            past.leave()
            self._wires.painter.renew()

    def answer(self, look: Look) -> bool:
        """Whether the past is shown, and gives the Still that the picture thread wants."""
        past = self._shown_past()
        if past is not None:
            past.look(look)
        return past is not None

    def take_snapshot(self, session: Session, ticket: int) -> None:
        """A snapshot of what is shown."""
        if (past := self._shown_past()) is not None:
            past.take_snapshot(ticket, session.course.kept.until(past.sought))
        else:
            self._wires.tell(SnapshotTaken(ticket, session.snapshot()))

    def close(self) -> None:
        """End the thread."""
        if self._past is not None:
            self._past.close()

    def _shown_past(self) -> Past | None:
        return self._past if self._past is not None and self._past.looking else None

    def _opened(self) -> Past:
        from core.threads.past import Past

        if self._past is None:
            self._past = Past(self._wires)
        return self._past
