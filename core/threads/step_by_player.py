"""Step by player: the coming update told one player's turn after another, while the run stands still until the last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from core.data.images import is_picture
from core.families import Player
from core.frames import Frame
from core.frozen import frozen
from core.probes.boundary import Boundary
from core.probes.generated import Generated
from core.probing.moment import Moment
from core.probing.probe import Probe, frame

if TYPE_CHECKING:
    from core.training.session import Session


EVERYBODY = "both"


@frozen
class PlayerStep:
    """`player` number `number` (from 1) of `of` has moved, and `frame` is what the picture looks like then; or the
    update itself (`number` 0, no frame) is made by the last one's turn: `player` is EVERYBODY, or the one that learns
    alone.

    `players` are all of them, `losses` theirs by their names, as they are trained with: before the update, and after
    each turn so far. `updates` have been made when this is told.
    """

    number: int
    of: int
    player: str
    frame: Frame | None
    updates: int
    players: tuple[Player, ...]
    losses: tuple[Mapping[str, float], ...]


class PlayerSteps:
    """Each call shows one player's turn in the coming update, and the last one's makes it. The one turn of a player
    that learns alone is the update."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._made = 0  # turns that have been told
        self._losses: tuple[dict[str, float], ...] = ()  # of all players, before the update and after each turn
        self._version = -1  # of what was told: an update or an edit in between begins anew

    def next(self) -> PlayerStep:
        session = self.session
        learners = self._learners()
        if self._version != session.course.version:
            self._version, self._made, self._losses = session.course.version, 0, ()
        moment = session.moment(memory=True)
        if not self._losses:
            self._losses = (losses_of_players(moment),)
        self._made += 1
        if self._made == len(learners):
            return self._update(learners)
        player = learners[self._made - 1]
        between = moment.after_turns(moment.players.index(player) + 1)
        self._losses = (*self._losses, losses_of_players(between))
        request = picture_of(moment)
        seen = frame(request, between, request.compute(between))
        count = len(learners)
        return PlayerStep(self._made, count, player.name, seen, session.updates, moment.players, self._losses)

    def _update(self, learners: tuple[Player, ...]) -> PlayerStep:
        session, before = self.session, self._losses
        self._made, self._losses = 0, ()
        session.advance(1)
        moment = session.moment()
        who = learners[0].name if len(learners) == 1 else EVERYBODY
        losses = (*before, losses_of_players(moment))
        return PlayerStep(0, len(learners), who, None, session.updates, moment.players, losses)

    def _learners(self) -> tuple[Player, ...]:
        """The players that are not held still, in the order of their turns."""
        learning = self.session.experiment.task.learning
        return tuple(player for player in self.session.learner.blueprint.players if learning in ("", player.name))


def losses_of_players(moment: Moment) -> dict[str, float]:
    """Each player's loss as it is trained with, over the training part and as many generated samples: what the curves
    would say now."""
    players = {player.name: moment.of(player.name) for player in moment.players}
    return {name: float(each.landscape.losses(each.weights.vector()[None])[0]) for name, each in players.items()}


def picture_of(moment: Moment) -> Probe:
    """What half an update is told by: the input space, or what is drawn where the data are pictures."""
    return Generated(push=True) if is_picture(moment.prepared.sample_shape) else Boundary()
