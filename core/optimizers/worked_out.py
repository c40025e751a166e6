"""Lines that several optimizers have in common when they are worked out on paper."""

from __future__ import annotations

import numpy as np

from core.families import Memory, Sheet


def joined(sheet: Sheet, decay: float) -> None:
    """Weight decay that joins the gradient; nothing without it."""
    if decay:
        sheet.give("λ", decay)
        sheet.line("g", "Weight decay joins the gradient.", "{g} + {λ}·{w}", sheet["g"] + decay * sheet["w"])


def shrunk(sheet: Sheet, decay: float) -> None:
    """Weight decay that shrinks the weights themselves; nothing without it."""
    if decay:
        sheet.give("λ", decay)
        words = "Weight decay shrinks the weight itself."
        sheet.line("w", words, "{w} − {η}·{λ}·{w}", sheet["w"] * (1.0 - sheet["η"] * decay))


def decayed(sheet: Sheet, decay: float, *, apart: bool) -> None:
    """Weight decay that does the one or the other."""
    shrunk(sheet, decay) if apart else joined(sheet, decay)


def average(sheet: Sheet, symbol: str, of: str, beta: float, letter: str, before: np.ndarray, name: str) -> np.ndarray:
    """A running average that keeps the share β of itself."""
    sheet.know({symbol: before, letter: beta})
    square = of.endswith("²")
    new = np.square(sheet[of[:-1]]) if square else sheet[of]
    term = f"{{{of[:-1]}}}²" if square else f"{{{of}}}"
    words = "The second moment: an average of squares." if square else "Momentum: an average of gradients."
    formula = f"{{{letter}}}·{{{symbol}}} + (1 − {{{letter}}})·{term}"
    return sheet.line(symbol, words, formula, beta * before + (1.0 - beta) * new, name)


def averages(sheet: Sheet, memory: Memory, beta1: float, beta2: float) -> None:
    """m and v of Adam and its relatives, and t, the number of the update."""
    sheet.give("t", memory["step"] + 1.0)
    average(sheet, "m", "g", beta1, "β₁", memory["exp_avg"], "exp_avg")
    average(sheet, "v", "g²", beta2, "β₂", memory["exp_avg_sq"], "exp_avg_sq")


def corrected(sheet: Sheet, symbol: str, beta: float, letter: str) -> np.ndarray:
    """Bias correction: undoes that an average starts at 0."""
    words, formula = "Bias correction: the average started at 0.", f"{{{symbol}}}/(1 − {{{letter}}}^{{t}})"
    return sheet.line(f"{symbol}̂", words, formula, sheet[symbol] / (1.0 - beta ** sheet["t"]))


def single(number: np.ndarray) -> np.ndarray:
    """The number as torch keeps its own figures: in single precision."""
    return np.asarray(number, dtype=np.float32).astype(np.float64)
