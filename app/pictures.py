"""Which pictures the window has, in the order of the View menu."""

from __future__ import annotations

from typing import cast

from app.views.base import View
from core.experiment import Experiment
from core.families import Dataset, Task


def build() -> dict[str, View]:
    """Dock name -> view; a curve view stands twice: for the loss and for the score."""
    from app.views.boundary import BoundaryView
    from app.views.code_map import CodeMapView
    from app.views.codes import CodesView
    from app.views.curves import CurvesView
    from app.views.layers import LayersView
    from app.views.network import NetworkView
    from app.views.pictures import PicturesView
    from app.views.redrawing import RedrawingView
    from app.views.results import ResultsView
    from app.views.sequence import SequenceView
    from app.views.surface import SurfaceView

    return {
        "network": NetworkView(),
        "boundary": BoundaryView(),
        "loss": CurvesView("loss"),
        "surface": SurfaceView(),
        "score": CurvesView("score"),
        "layers": LayersView(),
        "results": ResultsView(),
        "pictures": PicturesView(),
        "codes": CodesView(),
        "sequence": SequenceView(),
        "redrawing": RedrawingView(),
        "code_map": CodeMapView(),
    }


def place_of(experiment: Experiment) -> str:
    """The picture that stands where the input space does: what these data are best seen in."""
    if cast(Task, experiment.task).kind == "autoencoder":
        return "redrawing"
    return {"images": "pictures", "sequence": "sequence"}.get(cast(Dataset, experiment.data).geometry, "boundary")


def companions_of(experiment: Experiment) -> tuple[str, ...]:
    """Further pictures that stand ready as tabs beside the weight space."""
    return ("code_map",) if cast(Task, experiment.task).kind == "autoencoder" else ()
