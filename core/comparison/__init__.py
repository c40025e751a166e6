"""Two to four runs side by side, as one document."""

from core.comparison.comparison import Comparison, Twin

__all__ = ["Comparison", "Twin"]
