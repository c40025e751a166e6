"""No small step makes it better."""

from __future__ import annotations

from typing import Literal

from core.diagnoses.standstill import stuck
from core.families import Diagnosis, Symptoms
from core.frames import Advice


class Stuck(Diagnosis):
    """The loss stays high where no small step makes it better.

    A plateau, a saddle or a minimum that is not the lowest. Asked last: no other diagnosis knows a reason.
    """

    label = "Stuck"
    order = 80
    kind: Literal["stuck"] = "stuck"

    def of(self, symptoms: Symptoms) -> Advice | None:
        stays = stuck(symptoms)
        if not stays:
            return None
        reason = "No small step makes it better; other starting weights may find a way."
        return Advice("stuck", f"{stays} {reason}", "Other start")
