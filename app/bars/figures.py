"""What a run has come to, in digits of reserved width: epoch, update, losses and the score."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.look.numbers import written
from app.look.run_colours import run_colour
from app.look.theme import CAPTION, Theme
from core.experiment import Experiment
from core.families.measure import ACCURACY
from core.frames import RunState, Update
from core.networks.blueprint import players_of

SMALLEST = 0.00005  # of a loss that four decimals tell from 0
CALM = 3  # evaluations in a row, none of which was late: what was said meanwhile needs no room any more
LATE = 0.5  # s at the rate of now that an evaluation may lie behind, or be ahead of counts taken just before it
NAME_SHARE = 0.6  # of the digits' size that the small label above them has


WIDEST = {"Epoch": "88,888.8", "Update": "8,888,888", "Loss train": "0.0000", "test": "0.0000", "Score": "100.0 %"}


class Digits(QLabel):
    """A number, or what it is called, in a place of its own size: only one that is wider than all before it makes the
    window lay itself out anew."""

    grew = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._metrics = self.fontMetrics()

    def reserve(self, font: QFont, widest: str) -> None:
        """Room for a text, and for the one that stands there."""
        self.setFont(font)
        self._metrics = QFontMetrics(font)
        self.setFixedSize(max(map(self._width, (widest, self.text()))), self._metrics.height())

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            if self._width(text) > self.maximumWidth():
                self.setFixedWidth(self._width(text))
                self.grew.emit()

    def settle(self, widest: str = "") -> bool:
        """No more room than a text and the present one need: what stood there before is over. Whether it had more."""
        wide, had = max(map(self._width, (widest, self.text()))), self.maximumWidth()
        self.setFixedWidth(wide)
        return wide < had

    def _width(self, text: str) -> int:
        return self._metrics.horizontalAdvance(text) + 2


class Figure(QWidget):
    """A small label above a number of reserved width, so that nothing jumps when it grows."""

    def __init__(self, name: str, widest: str) -> None:
        super().__init__()
        self._widest, self._letter = widest, ""
        self._worn: tuple[Theme, float] | None = None
        self.name, self.value = Digits(name), Digits("–")
        self.name.setProperty("role", "caption")
        self.value.setAccessibleName(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for label in (self.name, self.value):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            box.addWidget(label, 0, Qt.AlignmentFlag.AlignRight)

    def show_theme(self, theme: Theme, size: float) -> None:
        font = theme.digits(size)
        small = max(CAPTION, size * NAME_SHARE)
        self.name.setStyleSheet(f"font-size: {theme.px(small)}px;")
        self.name.reserve(theme.digits(small), "")
        self.value.reserve(font, self._widest)
        self._worn = theme, size
        self._colour()

    def settle(self) -> bool:
        """The room that it has at least, or needs now. Whether it had more."""
        return any([self.name.settle(), self.value.settle(self._widest)])

    def speak_of(self, letter: str) -> None:
        """Take the colour of a run; "" for the usual one."""
        if letter != self._letter:
            self._letter = letter
            self._colour()

    def _colour(self) -> None:
        if self._worn is not None:
            theme, size = self._worn
            colour = run_colour(self._letter, theme) if self._letter else theme.text
            self.value.setStyleSheet(f"font-size: {theme.px(size)}px; color: {colour};")


class Figures(QWidget):
    """Epoch, update, losses and the score of a run. `grew` tells that they need more room than they had, `settled` that
    they need less."""

    grew = Signal()
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.by_name = {name: Figure(name, widest) for name, widest in WIDEST.items()}
        self.box = box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        for figure in self.by_name.values():
            box.addWidget(figure)
            for label in (figure.name, figure.value):
                label.grew.connect(self.grew)
        self._measure = ACCURACY
        self._evaluated: tuple[int, float] | None = None  # update and epoch of the newest evaluation
        self._mark, self._pace = "", "updates"
        self._calm = 0  # evaluations since one was late
        self._tested, self._whole = True, False
        self._left_out: frozenset[str] = frozenset()
        self._beside = "test.loss"  # what stands beside the training loss: of two players the loss of the other one

    def show_experiment(self, experiment: Experiment) -> None:
        self._mark_losses("")
        self._measure = experiment.task.watched()
        own, *others = players_of(experiment)
        self._beside = f"train.{others[0].measure}" if others else "test.loss"
        self.by_name["test"].name.setText(f"Loss {others[0].short}" if others else "test")
        self.by_name["Score"].setToolTip(self._measure.label)
        loss: Any = experiment.loss
        self._whole = loss.summed
        self.by_name["Loss train"].name.setText(
            f"Loss {own.short}" if others else f"{'Mistakes' if loss.summed else 'Loss'} train"
        )
        self._show_part(experiment.data.train_share < 1)

    def _show_part(self, tested: bool) -> None:
        """Where no samples are kept for a test, the score is that of the training part."""
        self._mark_losses("")
        self._tested = tested
        self.by_name["Score"].name.setText(f"{self._measure.brief} {'test' if tested else 'train'}")
        for figure in self.by_name.values():
            figure.name.settle()
        self.leave_out(self._left_out)

    def count_by(self, pace: str) -> None:
        """What stands in the place of the updates: the "samples" seen, or the "seconds" of learning."""
        if pace != self._pace:
            self._pace = pace
            self.by_name["Update"].name.setText({"samples": "Samples", "seconds": "Seconds"}.get(pace, "Update"))
            self.by_name["Update"].name.settle()
            self.grew.emit()

    def leave_out(self, names: frozenset[str]) -> None:
        """Hide these figures: there is no room for them."""
        self._left_out = names
        for name, figure in self.by_name.items():
            figure.setVisible(name not in names and (name != "test" or self._tested or self._beside != "test.loss"))

    def measure(self) -> None:
        """Qt hears of a new size one part at a time, later: all are told now."""
        for figure in self.by_name.values():
            figure.updateGeometry()
        self.updateGeometry()
        self.box.invalidate()

    def show_update(self, update: Update, made: int | None = None, letter: str = "") -> None:
        """What an update tells; `made`: all updates of the run, where it tells of its past, in the colour of its
        `letter`."""
        self.by_name["Update"].speak_of(letter if made is not None else "")
        if "train.loss" in update.metrics and ("test.loss" in update.metrics) != self._tested:
            self._show_part(not self._tested)
        self._tell_counts(update, made)
        self._tell_when(update)
        self._show_metric("Loss train", update, "train.loss")
        self._show_metric("test", update, self._beside)
        if not self._show_metric("Score", update, f"test.{self._measure.name}"):
            self._show_metric("Score", update, f"train.{self._measure.name}")
        self._settle(update, past=made is not None)

    def _settle(self, update: Update, past: bool) -> None:
        """A run that stands, or whose evaluations are late no more, needs no room for what was said meanwhile. In the
        past the number keeps its own: a hand goes through it."""
        self._calm = 0 if self._mark else self._calm + bool(len(update.metrics.get("update", ())))
        if self._mark or (update.state is RunState.running and self._calm != CALM):
            return
        parts = [figure.name.settle() if past else figure.settle() for figure in self.by_name.values()]
        if any(parts):
            self.settled.emit()

    def _tell_counts(self, update: Update, made: int | None) -> None:
        """All change together: while evaluations come often, the counts are those of the newest one. Where they come
        seldom, the counts go on, and the losses say of which update they are."""
        columns = update.metrics
        if len(columns.get("epoch", ())):
            self._evaluated = int(columns["update"][-1]), float(columns["epoch"][-1])
        number, epochs = self._evaluated or (update.updates, update.epochs)
        behind = update.updates - number
        late = abs(behind) > LATE * update.rate if update.state is RunState.running else behind != 0
        if late:
            number, epochs = update.updates, update.epochs
        self.by_name["Epoch"].value.setText(f"{epochs:,.1f}")
        counts = {"samples": f"{update.samples:,}", "seconds": f"{update.seconds:,.1f}"}
        updates = f"{number:,}" if made is None else f"{number:,} of {made:,}"
        self.by_name["Update"].value.setText(counts.get(self._pace, updates))
        self._mark_losses(f" ({self._evaluated[0]:,})" if late and self._evaluated else "")

    def _mark_losses(self, mark: str) -> None:
        """The update that losses and score are of, where it is not the one beside them."""
        if mark != self._mark:
            for figure in (self.by_name[name] for name in ("Loss train", "test", "Score")):
                figure.name.setText(figure.name.text().removesuffix(self._mark) + mark)
            self._mark = mark

    def _tell_when(self, update: Update) -> None:
        """Losses and score are of the last evaluation, the pictures below of the moment: their tool-tips say which."""
        evaluated = update.metrics.get("update")
        if evaluated is not None and len(evaluated):
            for name in ("Loss train", "test", "Score"):
                self.by_name[name].setToolTip(
                    f"{f'{self._measure.label}: ' if name == 'Score' else ''}last evaluated at update {int(evaluated[-1]):,}"
                )

    def _show_metric(self, name: str, update: Update, column: str) -> bool:
        values = update.metrics.get(column)
        if values is None or not len(values):
            return False
        self.by_name[name].value.setText(self._written(name, float(values[-1])))
        return True

    def _written(self, name: str, value: float) -> str:
        if not math.isfinite(value):
            return "–" if math.isnan(value) else "∞"
        if name == "Score":
            return (
                f"{100 * value:.1f} %"
                if self._measure.percent
                else written(f"{value:.3f}" if abs(value) < 1000 else f"{value:.4g}")
            )
        if self._whole:
            return f"{value:,.0f}"
        if 0 < value < SMALLEST:
            return written(f"{value:.1e}")
        return written(f"{value:.4f}" if value < 10 else f"{value:.4g}")

    def forget(self) -> None:
        self._mark_losses("")
        self._evaluated = None
        for figure in self.by_name.values():
            figure.value.setText("–")

    def show_theme(self, theme: Theme, size: float = 18) -> None:
        for figure in self.by_name.values():
            figure.show_theme(theme, size)
