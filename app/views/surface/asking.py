"""What is asked of weight space: the choices of the bar and of the card, and the probe that they make."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.documents.intents import ForgetPoint, KeepPoint
from app.documents.limits import FREE, Limits
from app.views.surface.axes import auto_plane, axis_options, completed, place_of, player_of, usual_effort, usual_points
from app.views.surface.bar import SurfaceBar
from app.views.surface.card import SurfaceCard
from app.views.surface.choice import RELIEF, SurfaceChoice
from app.views.surface.sight import Sight
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Player, named
from core.frames import Frame, Update
from core.frozen import frozen
from core.networks.blueprint import players_of
from core.surfaces.laid import Laid
from core.surfaces.request import SurfaceRequest

# samples of either kind for the surface of one of two players, which changes with every update of the other; more can
# be chosen
QUICK = 500


@frozen
class Asked:
    """What a person has chosen to see of the weight space of an experiment's network."""

    choice: SurfaceChoice
    experiment: Experiment | None
    prepared: Prepared | None
    limits: Limits = FREE
    laid: Laid | None = None  # the plane of the run beside, which takes the place of the own one

    @property
    def plane(self) -> str:
        """The plane that is asked for: chosen, or the one that says most of this network."""
        return str(self.choice.fields.get("plane", "")) or auto_plane(self.experiment, self.prepared)

    @property
    def player(self) -> str:
        """Whose weight space it is; "" where there is one network."""
        return player_of(self.experiment, str(self.choice.fields.get("player", "")))

    @property
    def players(self) -> tuple[Player, ...]:
        """Those that learn; () while nothing is known."""
        return players_of(self.experiment) if self.experiment is not None else ()

    @property
    def score(self) -> str:
        """What the score is called in this task."""
        return str(self.experiment.task.score_label) if self.experiment is not None else "score"

    def request(self, ticket: int, held: bool) -> SurfaceRequest:
        """The probe that answers. `held`: the network is in the hand, from which the sheet does not flee."""
        choice, player = self.choice, self.player
        more: dict[str, Any] = {"plane": self.plane, "ticket": ticket, "player": player}
        if held:
            more["follow"] = False
        if self.laid is not None:
            more |= {"laid": self.laid, "follow": False}
        if player and "most" not in choice.fields:
            more["most"] = QUICK
        if not player:
            more |= self._eased()
        if choice.fields.get("at"):
            more["at"] = completed(self.experiment, self.prepared, choice.fields["at"], player)
        return choice.request(**more)

    def _eased(self) -> dict[str, Any]:
        """What a large network's surface is eased by where nobody has chosen."""
        asked = self.choice.request()
        eased = usual_effort(self.experiment, self.prepared, asked.part, asked.most)
        return {name: value for name, value in eased.items() if name not in self.choice.fields}

    def number_of(self, parameter: str, index: tuple[int, ...]) -> int:
        """The place of one weight in the flat vector; −1 where it is not known."""
        if self.experiment is None or self.prepared is None:
            return -1
        return place_of(self.experiment, self.prepared, parameter, index)


class Asking(QObject):
    """Bar and card: `chosen(SurfaceChoice)` is another choice, `recentred()` a new sheet, `relief_again()` a
    press on the relief's button while it is shown. `asked` says what is chosen now."""

    chosen = Signal(object)
    recentred = Signal()
    relief_again = Signal()
    intent = Signal(object)  # app.documents.intents.Intent
    wants = Signal()

    def __init__(self, bar: SurfaceBar, asked: Callable[[], Asked], parent: QWidget) -> None:
        super().__init__(parent)
        self._bar, self._asked, self._parent = bar, asked, parent
        self.sight = Sight()
        self.card: SurfaceCard | None = None
        self._frame: Frame | None = None  # the one that is drawn
        bar.plane_chosen.connect(self._choose_plane)
        bar.mode_chosen.connect(self._choose_mode)
        bar.player_chosen.connect(self._choose_player)
        bar.centred.connect(self.centre)
        bar.more_wanted.connect(self._open_card)

    def request(self, held: bool) -> SurfaceRequest:
        """The probe that answers what is chosen now, on the present sheet."""
        return self._asked().request(self.sight.ticket, held)

    def loses(self, frame: Frame, update: Update, held: bool) -> bool:
        """Whether the ball has left the sheet, and a new one is wanted by itself. The plane of a run beside is that
        run's matter."""
        asked = self._asked()
        if held or asked.laid is not None or not asked.choice.sight:
            return False
        return self.sight.lost(frame) or self.sight.off(frame, update.state, update.updates)

    def show(self, frame: Frame | None, held: bool) -> None:
        """What is chosen, and what the last frame says of it."""
        self._frame, asked = frame, self._asked()
        self._bar.show_choice(asked.choice, asked.plane)
        self._bar.show_player(asked.players, asked.player)
        if self.card is not None and frame is not None:
            self._fill(self.card, frame, held)

    # Choosing

    def choose(self, **fields: Any) -> None:
        """Other values of the probe's fields."""
        self.chosen.emit(self._asked().choice.with_fields(fields))

    def turn(self, name: str, on: bool) -> None:
        """One of the view's own choices, on or off."""
        self.chosen.emit(dataclasses.replace(self._asked().choice, **{name: on}))

    def centre(self) -> None:
        """Set centre, directions and colours anew."""
        self.sight.anew()
        self.recentred.emit()

    def follow_hand(self) -> None:
        """The hand takes the network: a sheet that follows it stays where it is now."""
        if self._asked().choice.fields.get("follow"):
            self.sight.anew()
        self.wants.emit()

    def _choose_plane(self, plane: str) -> None:
        points = {"points": ()} if plane in ("points", "line") else {}  # a line has two of them, a plane three
        self.choose(plane=plane, **points)

    def _choose_mode(self, mode: str) -> None:
        choice = self._asked().choice
        if mode == choice.mode == RELIEF:
            self.relief_again.emit()
        self.chosen.emit(dataclasses.replace(choice, mode=mode))

    def _choose_player(self, player: str) -> None:
        players = self._asked().players
        metric = {} if not players or named(players, player).scored else {"metric": "loss"}
        self.choose(player=player, **metric)
        self.centre()

    # The card

    def _open_card(self) -> None:
        card = SurfaceCard(self._parent)
        card.edited.connect(self._edit_field)
        card.turned.connect(self.turn)
        card.kept.connect(self._keep)
        card.forgotten.connect(self._forget)
        card.destroyed.connect(self._card_gone)
        self.card = card
        self._fill(card, self._frame, False)
        card.open_beside(self._bar.more)

    def _fill(self, card: SurfaceCard, frame: Frame | None, held: bool) -> None:
        asked, request = self._asked(), self.request(held)
        card.show_choice(asked.choice, request, asked.score)
        if asked.experiment is not None and asked.prepared is not None:
            card.show_axes(*axis_options(asked.experiment, asked.prepared, request))
        names = tuple(frame.info.get("points", ())) if frame is not None else ()
        card.show_points(names, request.points or usual_points(asked.plane, names))
        subset = frame.info.get("subset") if frame is not None else ""
        card.subset.setText(f"Computed from {subset}." if subset else "")
        card.restrict(asked.limits)

    def _card_gone(self) -> None:
        self.card = None

    def _edit_field(self, path: str, value: Any) -> None:
        value = value | 1 if path == "resolution" else value  # odd, so that one point is the centre
        self.choose(**{path: value})

    def _keep(self, name: str) -> None:
        self.intent.emit(KeepPoint(name))
        self.wants.emit()

    def _forget(self, name: str) -> None:
        self.intent.emit(ForgetPoint(name))
        self.wants.emit()
