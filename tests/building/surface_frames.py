"""A made-up weight space: its frame, and a view that shows it."""

from __future__ import annotations

import numpy as np

from app.documents.view_state import ViewState
from app.look import theme
from app.views.surface.sheet import bilinear
from app.views.surface.view import SurfaceView
from core.data.preparation import prepare
from core.experiment import Experiment
from core.frames import Frame, RunState, Update
from core.registry import parse

SIZE = 21


def experiment(units: int = 2) -> Experiment:
    return Experiment.parse({"data": {"kind": "circle", "samples": 60}, "layers": [{"kind": "dense", "units": units}]})


def surface_frame(update: int = 100, request=None, **info) -> Frame:
    """A bowl over the plane of two of nine parameters, its middle at (0.2, −0.1) of the plane, with a path of five
    points."""
    alpha, beta = np.linspace(-1, 1, SIZE), np.linspace(-2, 2, SIZE)
    a, b = np.meshgrid(alpha, beta, indexing="ij")
    loss = 0.1 + (a - 0.2) ** 2 + 0.5 * (b + 0.1) ** 2
    path = np.array([[-0.9, 1.5], [-0.5, 0.9], [-0.2, 0.5], [0.1, 0.1], [0.2, -0.1]])
    under = bilinear(alpha, beta, loss, *path.T)
    arrays = {
        "center": np.arange(9.0), "u": np.eye(9)[2], "v": np.eye(9)[5], "alpha": alpha, "beta": beta, "loss": loss,
        "levels": np.array([loss.min(), loss.max()]), "path": path, "path_updates": np.arange(5) * 25, "path_loss": under + 0.5, "path_sheet": under,
        "ball": path[-1], "ball_loss": np.array(under[-1]), "ball_sheet": np.array(under[-1]), "slice_alpha": loss[:, 10], "slice_beta": loss[12],
        "gradient": np.array([0.4, -0.3]), "step": np.array([0.1, 0.2]), "fan": np.array([[0.2, 0.1], [0.3, -0.4]]),
    }  # fmt: skip
    words = {
        "plane": "weights", "problem": "", "x": "w from x₁ to unit 1, layer 1", "y": "bias of unit 1, layer 1", "metric": "Loss (cross-entropy)",
        "subset": "all 30 training samples", "kept_variance": 0.93, "gap": 0.04, "misleads": "", "notes": (), "points": ("start",), "stage": (5, 5),
        "offset": (2.0, 5.0), "pinned": True, "update_of_sheet": 0,
    }  # fmt: skip
    return Frame(1, update, request or parse("probes", {"kind": "surface"}), arrays, words | info)


def update(frame: Frame) -> Update:
    return Update(1, RunState.running, frame.update, 1.0, 100, 1.0, 100.0, {}, {"surface": frame})


def shown(qtbot, made=None, frame=None, options=None, size=(512, 214), view=None):
    view = view or SurfaceView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.show_theme(theme.current())
    if options:
        view.show_view(ViewState(options={"surface": options}))
    if made is not None:
        view.show_experiment(made, prepare(made))
    if frame is not None:
        view.show_update(update(frame))
    return view
