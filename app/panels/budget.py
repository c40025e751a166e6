"""What two networks cost that are compared: their parameters, and the updates that each makes."""

from __future__ import annotations

from app.documents.intents import CompareBudgets


def sentence(compared: CompareBudgets, updates: int) -> str:
    """What a fair comparison takes. `updates`: how many the run made that ends with this change."""
    sizes = f"{compared.label}: {compared.parameters:,} parameters, {compared.before:,} before."
    if not updates:
        return f"{sizes} Compare them after equally many updates."
    made = f"{updates:,} {'update' if updates == 1 else 'updates'}"
    return f"{sizes} The run before stands grey in the curves with its {made}: an equal budget is {made} for this one, too."
