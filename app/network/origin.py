"""What a run in the window begins with, and what it goes by."""

from __future__ import annotations

from core.frozen import frozen
from core.history.metrics import Curves
from core.runs.run import Run


@frozen(eq=False)
class Origin:
    """`run` is what it is when it comes to the window, without an id where it begins there. `words` say what it differs
    in, "" where a look at the run that it came from tells; `curves` are what it has measured already."""

    run: Run
    words: str = ""
    curves: Curves | None = None
