"""A lone neuron that is asked yes-or-no questions, as one object in three places: its weights in the hand, the plane
that it cuts, and every row with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Fit

if TYPE_CHECKING:
    from app.documents.view_state import ViewState
    from core.experiment import Experiment

IN_SLICES = 3  # questions: a picture has room for two of them, and stands once for each answer to the third
COUNTED = {4: "Four rows", 8: "Eight rows"}


def is_asked(experiment: Experiment) -> bool:
    """Whether one neuron with a threshold is asked yes-or-no questions as they are."""
    output, inputs = experiment.output, experiment.inputs
    plain = not inputs.features and inputs.scaling == "none" and output.bias and output.units != "each"
    return bool(experiment.data.questions) and not experiment.layers and experiment.task.kind == "classes" and plain


class NeuronFace(Face):
    """Switches, weights and threshold in the hand, and a scale that tips."""

    name = "neuron"
    title = "Neuron"
    tip = "Weights and threshold of one neuron in the hand, and a scale that tips."
    about = About.NEURON
    way_of = "network"
    way = "Neuron"
    front_of = "network"
    menu_order = 92

    @classmethod
    def stands_before(cls, experiment: Experiment) -> bool:
        return is_asked(experiment)


class SlicesFace(Face):
    """The plane of two questions, once for each answer to the third: no row stands on the line for want of a
    dimension."""

    name = "slices"
    title = "Two slices"
    tip = "The plane of two questions, once for each answer to the third."
    about = About.NEURON

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        return Fit.NETWORK if is_asked(experiment) and experiment.data.questions == IN_SLICES else Fit.NONE


class RowsFace(Face):
    """Every row: what is wanted, what the neuron says, and whether that is right."""

    name = "rows"
    title = "Rows"
    tip = "Every row: what is wanted, what the neuron says, and whether that is right."
    about = About.NEURON
    front_of = "loss"

    @classmethod
    def stands_before(cls, experiment: Experiment) -> bool:
        return is_asked(experiment)

    @classmethod
    def title_for(cls, experiment: Experiment, state: ViewState) -> str:
        return COUNTED.get(2**experiment.data.questions, cls.title) if is_asked(experiment) else cls.title
