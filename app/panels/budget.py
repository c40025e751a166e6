"""What two networks cost that are compared: their parameters, and the updates that each makes."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True)
class Budget:
    """A ready-made network by its name and its parameters, and those of the network whose place it takes."""

    label: str
    parameters: int
    before: int

    def sentence(self, updates: int) -> str:
        """`updates`: how many the run made that ends with this change."""
        sizes = f"{self.label}: {self.parameters:,} parameters, {self.before:,} before."
        if not updates:
            return f"{sizes} Compare them after equally many updates."
        made = f"{updates:,} {'update' if updates == 1 else 'updates'}"
        return f"{sizes} The run before stands grey in the curves with its {made}: an equal budget is {made} for this one, too."
