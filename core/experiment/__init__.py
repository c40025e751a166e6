"""What is to be learned, and what goes together."""

from core.experiment.experiment import Experiment, Inputs, Seeds, Stop

__all__ = ["Experiment", "Inputs", "Seeds", "Stop"]
