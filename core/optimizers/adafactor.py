"""Adafactor: Adam's idea with little memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.optimizers.fields import DECOUPLED, learning_rate, weight_decay
from core.optimizers.worked_out import shrunk
from core.params import number

if TYPE_CHECKING:
    import torch


class Adafactor(Optimizer):
    """Divides by the recent size of the gradient, which it remembers only by rows and columns of each weight matrix.

    The average of squares is a product of one number a row and one a column (Shazeer and Stern, 2018): little memory
    for very large matrices. A step is measured by the size of the weights it changes and is cut where it is unusually
    long.
    """

    label = "Adafactor"
    order = 110
    formula: ClassVar[str] = "ŝᵢⱼ = rᵢcⱼ/Σr; W ← W − η·max(ε₂, |W|)·u, u = g/√ŝ cut to length d"
    elementwise: ClassVar[bool] = False
    kind: Literal["adafactor"] = "adafactor"
    lr: float = learning_rate(0.01)
    beta2_decay: float = number(
        -0.8,
        -1,
        -0.1,
        maximum=0.0,
        live=True,
        advanced=True,
        label="Memory's growth",
        help="In update t the share 1 − t to this power of the old average is kept: the memory grows longer.",
    )
    eps1: float = number(
        0.0,
        0,
        1e-3,
        minimum=0.0,
        live=True,
        advanced=True,
        label="Small number",
        symbol="ε₁",
        help="Smallest size of a squared gradient. 0: the smallest that the number format tells apart from 1.",
    )
    eps2: float = number(
        1e-3,
        1e-6,
        0.1,
        minimum=0.0,
        log=True,
        live=True,
        advanced=True,
        label="Smallest scale",
        symbol="ε₂",
        help="Weights smaller than this move as if they were this large.",
    )
    d: float = number(
        1.0,
        1,
        10,
        minimum=1.0,
        live=True,
        advanced=True,
        label="Longest step",
        symbol="d",
        help="The root mean square of a step is cut to this before it is multiplied by η.",
    )
    weight_decay: float = weight_decay(help=DECOUPLED)

    def options(self) -> dict[str, Any]:
        options = super().options()
        eps = (options.pop("eps1") or None, options.pop("eps2"))
        return options | {"eps": eps}

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        if len(shape) < 2:
            return {"step": Kept(()), "variance": Kept(shape)}
        rows, columns = (*shape[:-1], 1), (*shape[:-2], 1, shape[-1])
        return {"step": Kept(()), "row_var": Kept(rows), "col_var": Kept(columns)}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        w, g, t = sheet["w"], sheet["g"], sheet.give("t", memory["step"] + 1.0)
        rate, least = sheet["η"], self.eps1 or float(sheet["ulp"])
        sheet.know({"γ": self.beta2_decay, "ε₂": self.eps2, "d": self.d})
        share = sheet.line("c", "The share of the new squares.", "{t}^({γ})", t**self.beta2_decay)
        slow = sheet.line("ρ", "The rate, at most 1/√t.", "min({η}, 1/√{t})", np.minimum(rate, 1.0 / np.sqrt(t)))
        size = sheet.give("|W|", np.sqrt(np.square(w).mean()))
        scale = sheet.line(
            "α", "Measured by the size of the tensor.", "max({ε₂}, {|W|})·{ρ}", np.maximum(self.eps2, size) * slow
        )
        shrunk(sheet, self.weight_decay)
        squares = self._squares(sheet, memory, share, g, least)
        along = g / np.sqrt(np.maximum(squares, least * least))
        sheet.line("u", "The gradient, divided by its recent size.", "{g}/√{ŝ}", along)
        cut = np.maximum(1.0, np.sqrt(np.square(along).mean()) / self.d)
        sheet.give("|u|", np.sqrt(np.square(along).mean()))
        sheet.line("κ", "How much too long the step is.", "max(1, {|u|}/{d})", cut)
        sheet.line("w", "The new weight.", "{w} − {α}·{u}/{κ}", sheet["w"] - scale * along / cut)

    def _squares(self, sheet: Sheet, memory: Memory, share: np.ndarray, g: np.ndarray, least: float) -> np.ndarray:
        """The recent squares of a tensor: of a matrix by its rows and columns, of a vector each."""
        if g.ndim < 2:
            before = sheet.give("ŝ", memory["variance"])
            mixed = before + share * (np.square(g) - before)
            return sheet.line("ŝ", "The average of squares.", "{ŝ} + {c}·({g}² − {ŝ})", mixed, "variance")
        sides = []
        for symbol, mean, axis, name in (("r", "ḡᵣ²", -1, "row_var"), ("k", "ḡₖ²", -2, "col_var")):
            before, now = (
                sheet.give(symbol, memory[name]),
                sheet.give(mean, np.square(g).mean(axis=axis, keepdims=True)),
            )
            words = f"The average of squares of its {'row' if axis == -1 else 'column'}."
            mixed = before + share * (now - before)
            sides.append(sheet.line(symbol, words, f"{{{symbol}}} + {{c}}·({{{mean}}} − {{{symbol}}})", mixed, name))
        rows, columns = sides
        mean = np.maximum(rows.mean(axis=-2, keepdims=True), least)
        sheet.give("r̄", mean)
        return sheet.line("ŝ", "Row times column.", "{r}·{k}/{r̄}", rows @ columns / mean)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.Adafactor(tensors, foreach=False, **self.options())
