"""What a person looks at: intents that change the view and nothing of the experiment."""

from __future__ import annotations

from typing import Any, assert_never

from app.documents.intents import ChooseSample, ChooseXAxis, OnView, Predict, PutOnAxis, Say, SetOption
from app.documents.view_state import ViewState


def changes(view: ViewState, intent: OnView) -> dict[str, Any]:
    """What of the view becomes different."""
    match intent:
        case Say():
            return {}
        case ChooseSample(sample):
            return {"sample": -1 if sample is None else sample, "row": ()}
        case Predict(row):
            return {"row": row, "sample": -1}
        case ChooseXAxis(name):
            return {"x_axis": name}
        case SetOption(name, value):
            return {"options": view.options | {name: value}}
        case PutOnAxis():
            return {"options": view.options | {"surface": _on_axis(view, intent)}}
        case _:
            assert_never(intent)


def _on_axis(view: ViewState, put: PutOnAxis) -> dict[str, Any]:
    """What stood on the axis of the weight space makes room."""
    chosen = dict(view.options.get("surface", {}))
    at = ["", "", *chosen.get("at", ())][-2:] if chosen.get("plane") == "weights" else ["", ""]
    if at[1 - put.axis] == put.key or (put.axis == 0 and at[0] != put.key):
        at[1 - put.axis] = at[put.axis]
    at[put.axis] = put.key
    return chosen | {"plane": "weights", "at": at}


def said(intent: OnView) -> str:
    """What has to be said of it; nothing where the picture shows it."""
    if isinstance(intent, Say):
        return intent.words
    if isinstance(intent, PutOnAxis):
        return f"Weight space: {intent.words} stands along its {('horizontal', 'vertical')[intent.axis]} axis now."
    return ""
