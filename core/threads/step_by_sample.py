"""Step by sample: the coming update told one sample after another, or one player after another, while the weights stand
still."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from core.data.images import is_picture
from core.families import Player
from core.frames import Frame
from core.frozen import frozen
from core.probes.boundary import Boundary
from core.probes.generated import Generated
from core.probes.sample import Sample
from core.probing.moment import Moment
from core.probing.probe import Probe, frame

if TYPE_CHECKING:
    from core.training.session import Session


EVERYBODY = "both"


@frozen
class Revealed:
    """Sample `number` (from 1) of `of` in the coming batch, with its forward pass, loss and gradient; or the update
    itself (`number` 0), made after the last sample. `info["unlike"]` says why the update's own gradients are others,
    "" where they are not.

    Of several players it is `player` number `number` of `of` that has moved (EVERYBODY where the update itself is made,
    by the last one's turn), and `frame` what the picture looks like then (None for the update). `info["players"]` has
    all of them, `info["losses"]` their losses by their names, as they are trained with: before the update, and after
    each turn so far. `updates` have been made when this is told.
    """

    number: int
    of: int
    sample: int
    frame: Frame | None
    player: str = ""
    updates: int = 0
    info: Mapping[str, Any] = dataclasses.field(default_factory=dict[str, Any])


class Reveal:
    """Goes through the coming batch; after its last sample the next call makes the update. Of several players each
    call shows one's turn, and the last one's makes the update."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._update, self._next = -1, 0
        self._losses: tuple[dict[str, float], ...] = ()  # of all players, before the update and after each turn
        self._version = -1  # of what was told: an edit in between begins anew

    def next(self) -> Revealed:
        session = self.session
        if self._update != session.updates:
            self._update, self._next = session.updates, 0
        if len(session.learner.blueprint.players) > 1:
            return self._next_player()
        batch = session.learner.coming_batch(session.course.state.cursor)
        if self._next >= len(batch):
            session.advance(1)
            return Revealed(0, len(batch), -1, None, updates=session.updates)
        sample = int(batch[self._next])
        self._next += 1
        return Revealed(
            self._next,
            len(batch),
            sample,
            session.frame(Sample(index=sample, coming=True)),
            updates=session.updates,
            info={"unlike": unlike_the_update(session)},
        )

    def _next_player(self) -> Revealed:
        """One learner's turn after the other; the last one's turn is the update."""
        session = self.session
        learners = self._learners()
        if self._version != session.course.version:
            self._version, self._next, self._losses = session.course.version, 0, ()
        moment = session.moment(memory=True)
        if not self._losses:
            self._losses = (losses_of_players(moment),)
        number, self._next = self._next + 1, self._next + 1
        if number < len(learners):
            player = learners[number - 1]
            between = moment.after_turns(moment.players.index(player) + 1)
            self._losses = (*self._losses, losses_of_players(between))
            request = picture_of(moment)
            seen = frame(request, between, request.compute(between))
            told = {"losses": self._losses, "players": moment.players}
            return Revealed(number, len(learners), -1, seen, player.name, session.updates, told)
        session.advance(1)
        told = {"losses": (*self._losses, losses_of_players(session.moment())), "players": moment.players}
        self._losses, self._next = (), 0
        who = learners[0].name if len(learners) == 1 else EVERYBODY
        return Revealed(0, len(learners), -1, None, who, session.updates, told)

    def _learners(self) -> tuple[Player, ...]:
        """The players that are not held still, in the order of their turns."""
        learning = self.session.experiment.task.learning
        return tuple(player for player in self.session.learner.blueprint.players if learning in ("", player.name))


def unlike_the_update(session: Session) -> str:
    """Why the update's own gradients are others than those that are told, which are of the whole network; "" where they
    are the same."""
    learner = session.learner
    if learner.blueprint.dropouts:
        return "dropout switches other units off in each update"
    if any(slot.role.startswith("norm.") for slot in learner.blueprint.slots) and learner.blueprint.beside:
        return "batch normalization takes mean and spread of each batch"
    if learner.experiment.task.refreshes:
        return "each update sees the samples damaged anew"
    return ""


def losses_of_players(moment: Moment) -> dict[str, float]:
    """Each player's loss as it is trained with, over the training part and as many generated samples: what the curves
    would say now."""
    players = {player.name: moment.of(player.name) for player in moment.players}
    return {name: float(each.landscape.losses(each.weights.vector()[None])[0]) for name, each in players.items()}


def picture_of(moment: Moment) -> Probe:
    """What half an update is told by: the input space, or what is drawn where the data are pictures."""
    return Generated(push=True) if is_picture(moment.prepared.sample_shape) else Boundary()
