"""Step by sample: the coming update told one sample after another, or one player after another, while the weights stand
still."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from core.data.images import is_picture
from core.families import Probe
from core.frames import Frame
from core.networks.players import DISCRIMINATOR, PLAYERS
from core.probes.boundary import Boundary
from core.probes.generated import Generated
from core.probes.sample import Sample
from core.probing.moment import Moment, frame

if TYPE_CHECKING:
    from core.training.session import Session


@dataclasses.dataclass(frozen=True)
class Revealed:
    """Sample `number` (from 1) of `of` in the coming batch, with its forward pass, loss and gradient; or the update
    itself (`number` 0), made after the last sample.

    Of two players it is `player` number `number` of `of` that has moved ("both" where the update itself is made),
    `frame` what the picture looks like then (None for the update), and `info` holds "before", "half" and "after": the
    losses of both by their names, as they are trained with. "half" is between the two steps; while only the
    discriminator has moved it is "after" too. `updates` have been made when this is told.
    """

    number: int
    of: int
    sample: int
    frame: Frame | None
    player: str = ""
    updates: int = 0
    info: Mapping[str, Any] = dataclasses.field(default_factory=dict)


class Reveal:
    """Goes through the coming batch; after its last sample the next call makes the update. Of two players the first
    call shows the discriminator's step alone, the next makes the update."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._update, self._next = -1, 0
        self._told: dict[str, Any] = {}
        self._version = -1  # of what was told: an edit in between begins anew

    def next(self) -> Revealed:
        session = self.session
        if self._update != session.updates:
            self._update, self._next = session.updates, 0
        if session.experiment.task.kind == "gan":
            return self._next_player()
        batch = session.learner.coming_batch(session.course.state.cursor)
        if self._next >= len(batch):
            session.advance(1)
            return Revealed(0, len(batch), -1, None, updates=session.updates)
        sample = int(batch[self._next])
        self._next += 1
        return Revealed(
            self._next, len(batch), sample, session.frame(Sample(index=sample, coming=True)), updates=session.updates
        )

    def _next_player(self) -> Revealed:
        """The discriminator's half, where both learn; then the update."""
        session = self.session
        learning: str = session.experiment.task.learns_now
        if learning == "both" and self._version != session.course.version:
            self._version = session.course.version
            moment = session.moment(memory=True)
            before = losses_of_players(moment)
            half = moment.half_way()
            after = losses_of_players(half)
            self._told = {"before": before, "half": after, "after": after}
            request = picture_of(moment)
            return Revealed(
                1, 2, -1, frame(request, half, request.compute(half)), DISCRIMINATOR, session.updates, self._told
            )
        told = self._told if learning == "both" else {"before": losses_of_players(session.moment())}
        session.advance(1)
        told = told | {"after": losses_of_players(session.moment())}
        return Revealed(0, 2 if learning == "both" else 1, -1, None, learning, session.updates, told)


def losses_of_players(moment: Moment) -> dict[str, float]:
    """Each player's loss as it is trained with, over the training part and as many generated samples: what the curves
    would say now."""
    from core.surfaces.player import PlayerMoment

    players = {player: PlayerMoment(moment, player) for player in PLAYERS}
    return {player: float(each.losses(each.vector()[None])[0]) for player, each in players.items()}


def picture_of(moment: Moment) -> Probe:
    """What half an update is told by: the input space, or what is drawn where the data are pictures."""
    return Generated(push=True) if is_picture(moment.prepared.sample_shape) else Boundary()
