"""What both pictures of the coming update have in common: one frame, which tells everything of it, and how long the
update that was just made is still told."""

from __future__ import annotations

from typing import ClassVar

from app.views.base import View
from app.views.network.shown import is_chosen
from app.views.numbers.looked import FORWARD, UPDATE, Looked
from core.arithmetic.told import Account
from core.data.preparation import Prepared
from core.families import SAMPLES, Player, named
from core.frames import RunState
from core.frames import Update as News
from core.networks.blueprint import players_of
from core.probing.probe import Probe
from core.registry import read

WORKING = "Working out the numbers …"
SOON = "As soon as the network is built, the numbers of its coming update stand here."


class AccountView(View):
    """`account` is what is told: of the coming update, in the phase *Update* of the one that was made."""

    empty_text = SOON
    frame_names: ClassVar[tuple[str, ...]] = ("account",)
    _held: Account | None = None
    _learning = False

    @property
    def looked(self) -> Looked:
        """What a person looks at."""
        return Looked.of(self.state.options)

    @property
    def players(self) -> tuple[Player, ...]:
        """Those that learn."""
        return () if self.experiment is None else players_of(self.experiment)

    @property
    def player(self) -> Player:
        """Whose update is told."""
        return named(self.players, self.looked.player)

    @property
    def waiting(self) -> str:
        """What stands there while nothing is told yet."""
        return SOON if self.prepared is None else WORKING

    @property
    def coming(self) -> Account | None:
        """The coming update of the run as it is shown; None while that is one of another network."""
        frame = self.frames.get("account")
        account: Account | None = None if frame is None else frame.info["account"]
        known = {name for player in self.players for name in player.layer_names}
        return account if account is not None and {told.name for told in account.layers} <= known else None

    @property
    def phase(self) -> str:
        """The phase that is told: *Update* only of an update that has just been made, or is being made."""
        looked = self.looked
        return FORWARD if looked.phase == UPDATE and self._made() is None else looked.phase

    @property
    def account(self) -> Account | None:
        """What is told."""
        return self._made() or self.coming

    @property
    def is_made(self) -> bool:
        """Whether the update that is told has moved the weights."""
        told, coming = self._made(), self.coming
        return told is not None and coming is not None and coming.update > told.update

    def _made(self) -> Account | None:
        """What was told of the update that is being made, as long as nothing has come after it."""
        looked, coming = self.looked, self.coming
        if looked.phase != UPDATE or coming is None or coming.update not in (looked.update, looked.update + 1):
            return None
        told = coming if coming.update == looked.update else self._held
        if told is None or told.update != looked.update or told.player != self.player.name:
            return None
        return told if self._is_of_sample(told) else None

    def _is_of_sample(self, told: Account) -> bool:
        """Whether it tells of what a person has chosen, where such samples come to the player."""
        return SAMPLES not in self.player.sees or self.state.sample in (-1, told.sample)

    # What the shell says

    def requests(self) -> dict[str, Probe]:
        if self.experiment is None or self.prepared is None:
            return {}
        looked = self.looked
        player = self.player
        layer, unit = in_hand(self.players, player, looked)
        chosen = SAMPLES in player.sees and is_chosen(self.state, self.prepared)
        asked = {
            "kind": "arithmetic",
            "sample": self.state.sample if chosen else -1,
            "layer": layer,
            "unit": unit,
            "parameter": looked.parameter,
            "player": player.name,
            "check": not self._learning,
        }
        return {"account": read(Probe, asked)}

    def show_update(self, update: News) -> None:
        learning = update.state is RunState.running
        if learning != self._learning:
            self._learning = learning
            self.wants.emit()
        coming, looked = self.coming, self.looked
        if coming is not None and looked.phase == UPDATE and coming.update == looked.update:
            self._held = coming
        super().show_update(update)

    def forget(self, prepared: Prepared | None) -> None:
        self._held = None
        super().forget(prepared)


def in_hand(players: tuple[Player, ...], player: Player, looked: Looked) -> tuple[str, tuple[int, ...]]:
    """The layer and the unit that are in hand: what a person took of what the player's update goes through, else the
    first unit of its first layer that has units in a row."""
    judges = (named(players, judge) for judge in player.judges)
    if looked.layer in (name for each in (player, *judges) for name in each.layer_names):
        return looked.layer, looked.unit
    *hidden, output = player.layers
    return player.prefix + next((layer for layer in hidden if layer.kind == "dense"), output).name, (0,)
