"""What is to be learned, and what goes together."""

from core.experiment.experiment import Experiment
from core.experiment.parts import Inputs, Seeds, Stop

__all__ = ["Experiment", "Inputs", "Seeds", "Stop"]
