"""What it costs: how the sheet comes to the experiment in the window."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from app.network.sheets import Sheets

if TYPE_CHECKING:
    from app.costs.sheet import CostSheet

NOT_YET = "The samples are not there yet."


class Costs(Sheets):
    """Stands between the sheet and the lab. The run goes on meanwhile."""

    @functools.cached_property
    def sheet(self) -> CostSheet:
        """Built when somebody asks for it."""
        from app.costs.sheet import CostSheet

        return self.kept(CostSheet(self._room))

    def open(self) -> None:
        """Count and time the experiment as it is set."""
        lab = self._lab
        prepared = lab.runs.samples.fitting()
        if prepared is None:
            lab.sentence.emit(NOT_YET)
            return
        self.sheet.open(lab.store.experiment, prepared)
