"""Which pictures the window has, in the order of the View menu."""

from __future__ import annotations

from app.views.base import View


def build() -> dict[str, View]:
    """Dock name -> view; a curve view stands twice: for the loss and for the score."""
    from app.views.boundary import BoundaryView
    from app.views.curves import CurvesView
    from app.views.layers import LayersView
    from app.views.network import NetworkView
    from app.views.results import ResultsView
    from app.views.surface import SurfaceView

    return {
        "network": NetworkView(),
        "boundary": BoundaryView(),
        "loss": CurvesView("loss"),
        "surface": SurfaceView(),
        "score": CurvesView("score"),
        "layers": LayersView(),
        "results": ResultsView(),
    }
