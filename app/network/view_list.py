"""Which pictures the window has, in the order of the View menu; one that nobody has looked at yet is not built."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping

from app.views.base import View
from core.experiment import Experiment

TITLES = {  # dock name -> title, which the View menu shows before there is a view
    "network": "Network",
    "boundary": "Input space",
    "loss": "Loss",
    "surface": "Weight space",
    "score": "Accuracy",
    "layers": "Layers",
    "results": "Results",
    "pictures": "Pictures",
    "codes": "Layer in the plane",
    "sequence": "Sequence",
    "redrawing": "Before and after",
    "code_map": "Code map",
    "generated": "Generated pictures",
}
CURVES = ("loss", "score")  # one view, twice: they hear every update from the first on
MAPPED = 2  # numbers that are a place in the plane
AT_ONCE = ("network", "boundary", "surface", *CURVES)


class ViewList(Mapping[str, View]):
    """Dock name -> view, built when it is first asked for; `built(name, view)` hears of those that are not built at
    once."""

    def __init__(self, built: Callable[[str, View], object]) -> None:
        self._views = {name: _make(name) for name in AT_ONCE}
        self._built = built

    def __getitem__(self, name: str) -> View:
        if name not in self._views:
            self._views[name] = _make(name)
            self._built(name, self._views[name])
        return self._views[name]

    def __contains__(self, name: object) -> bool:
        return name in TITLES

    def __iter__(self) -> Iterator[str]:
        return iter(TITLES)

    def __len__(self) -> int:
        return len(TITLES)

    @property
    def there(self) -> dict[str, View]:
        """Those that are built."""
        return dict(self._views)


def _make(name: str) -> View:
    """A view by its dock's name: `CodeMapView` in `app.views.code_map`, `SurfaceView` in `app.views.surface.view`."""
    if name in CURVES:
        from app.views.curves.view import CurvesView

        return CurvesView(name)
    module = importlib.import_module(f"app.views.{name}")
    if hasattr(module, "__path__"):
        module = importlib.import_module(f"app.views.{name}.view")
    return getattr(module, "".join(map(str.capitalize, name.split("_"))) + "View")()


def place_of(experiment: Experiment) -> str:
    """The picture that stands where the input space does: what these data are best seen in."""
    if experiment.task.kind == "autoencoder":
        return "code_map" if _is_a_map(experiment) else "redrawing"
    if experiment.task.kind == "gan" and experiment.data.geometry == "images":
        return "generated"
    return {"images": "pictures", "sequence": "sequence"}.get(experiment.data.geometry, "boundary")


def companions_of(experiment: Experiment) -> tuple[str, ...]:
    """Further pictures that stand ready as tabs."""
    if experiment.task.kind == "autoencoder":
        return ("redrawing",) if _is_a_map(experiment) else ("code_map",)
    return ("results",) if tells_classes(experiment) and experiment.data.geometry == "images" else ()


def results_title(experiment: Experiment) -> str:
    """Answers are counted in a confusion matrix, or stand as residuals."""
    return "Confusion matrix" if tells_classes(experiment) else TITLES["results"]


def tells_classes(experiment: Experiment) -> bool:
    """Whether the answers are the classes of samples: two players have none of their own."""
    task = experiment.task
    return task.aim == "classes" and task.single and task.kind != "gan"


def _is_a_map(experiment: Experiment) -> bool:
    """Whether whole pictures are squeezed through one or two numbers: a map to walk in."""
    return getattr(experiment.task, "damage", "none") == "none" and any(
        getattr(layer, "units", MAPPED + 1) <= MAPPED for layer in experiment.layers
    )
