"""Only a few kinds of samples are made."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.diagnoses.offers import OTHER_START
from core.families import Diagnosis, Symptoms, makers
from core.frames import Advice
from core.messages import percent

FROM, COLLAPSED = 150, 0.45  # updates after which at least this share of the real samples' places should be reached
# the share of generated samples that have to look like real ones: before that they are not yet anything, and cannot be
# too much alike
LIKE_REAL = 0.3


class ModeCollapse(Diagnosis):
    """Generated samples look real, but are only of a few kinds.

    Losses say nothing here, each player's rests on the other: what tells is the share of the places of real samples
    that generated ones reach.
    """

    label = "Mode collapse"
    order = 20
    looks_at: ClassVar[str] = "the share of the real samples' places that generated ones reach"
    kind: Literal["mode_collapse"] = "mode_collapse"

    def of(self, symptoms: Symptoms) -> Advice | None:
        share = symptoms.last.get("coverage.share", 1.0)
        like_real = symptoms.last.get("coverage.within_3_sigma", symptoms.last.get("coverage.near", 1.0))
        if not symptoms.playing or symptoms.updates < FROM or share >= COLLAPSED or like_real < LIKE_REAL:
            return None
        players = symptoms.players()
        text = f"Mode collapse: the {makers(players)[0].name}'s samples reach only {percent(share)} of the places where real ones lie. Nothing in its loss asks for variety, only that each sample looks real to {players[0].short} now."
        return Advice(self.kind, text, f"{percent(like_real)} of them look like real ones.", (OTHER_START,))
