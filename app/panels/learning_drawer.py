"""Everything about learning: method, loss, batches, schedule, penalties, clipping, stop rules, seeds, device."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.forms.curves import schedule_curve
from app.forms.form import Form
from app.forms.row import ANEW
from app.panels import learning_choice
from app.panels.drawer_panel import DrawerPanel
from app.panels.penalty_list import PenaltyList
from app.panels.words import Words
from app.widgets.curve_picture import CurvePicture
from app.widgets.formula import Formula
from app.widgets.icon_button import IconMark
from core import registry
from core.data.batches import batch_size
from core.data.preparation import Prepared
from core.engines.capturable import reason_against_replay
from core.engines.fused.coverage import UNABLE, reason_against
from core.experiment import Experiment
from core.families import Loss
from core.messages import percent

NOT_CHECKED = (
    "Which devices are there is looked up when PyTorch is loaded: by a network that needs it, or by the choice of one."
)

IN_MID_RUN = "Switched on in mid-run it watches samples that were learned from before."


class LearningDrawer(DrawerPanel):
    """Its forms carry every declared setting of how it is learned; `show_devices` is called once PyTorch has
    said which there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Learning", parent)
        self.rule, self.optimizer, self.loss, self.task = (
            self.form(Form(fields=(name,))) for name in ("rule", "optimizer", "loss", "task")
        )
        self.batches = self.form(Form(fields=("batch_size", "shuffle", "last_batch")))
        self.schedule = self.form(Form(fields=("schedule",)))
        self.clipping, self.stop = self.form(Form("clipping.")), self.form(Form("stop."))
        self.evaluation = self.form(Form(fields=("evaluate_every",)))
        self.seeds = self.form(Form("seeds."))
        self.running = self.form(Form(fields=("speed", "device", "engine", "dtype")))
        self.about = self.form(Form(fields=("title", "description", "what_to_try"), live=True))
        self.optimizer_formula, self.loss_formula, self.schedule_words = (
            Formula(),
            Words("", "sentence"),
            Words("", "caption"),
        )
        self.optimizer_formula.setProperty("role", "sentence")
        self.epoch_words, self.set_aside, self.device_words = (
            Words("", "caption"),
            Words("", "caption"),
            Words(NOT_CHECKED, "caption"),
        )
        self.curve = CurvePicture("Learning rate over the updates", "updates")
        self.penalties = PenaltyList()
        self.penalties.changed.connect(self._penalties_changed)
        self.penalties.intent.connect(self.intent)
        self.penalties.made.connect(self.form)
        self.penalties.gone.connect(self.drop_form)
        self._no_graphs = ""  # why there are none on any device here
        self._no_kernel: frozenset[str] = frozenset()  # the precisions for which it cannot be had here
        self._lay_out()

    def _lay_out(self) -> None:
        self.section("", self._legend(), self.rule, self.optimizer, self.optimizer_formula)
        self.section("What is learned", self.task)
        self.section("Loss", self.loss, self.loss_formula)
        self.section("Batches", self.batches, self.epoch_words)
        self.section("Schedule of the learning rate", self.schedule, self.curve, self.schedule_words)
        self.section("Weight penalty", self.penalties, term="L1, L2")
        self.section("Clipping of the gradient", self.clipping)
        self.section("Evaluation and stop rules", self.evaluation, self.stop, self.set_aside)
        self.section("Seeds", self.seeds)
        self.section("Running", self.running, self.device_words)
        self.section("About this experiment", self.about)
        self.column.addStretch(1)

    def _legend(self) -> QHBoxLayout:
        """What the mark beside some settings means."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconMark("anew", ANEW, "disabled"))
        row.addWidget(Words("starts the run anew; all other settings change while it learns.", "caption"), 1)
        return row

    def show_devices(self, choices: Sequence[Any]) -> None:
        """What `core.machine.device.choices` found: entries with `key`, `label` and `reason`, the latter "" where the
        device can be had."""
        self.running.refuse("device", {choice.key: choice.reason for choice in choices if choice.reason})
        graphs = next((choice.reason for choice in choices if choice.key == "cuda"), "")
        self._no_graphs = graphs and f"A CUDA graph needs an NVIDIA GPU: {graphs}"
        self._refuse_engines()
        missing = [f"{choice.label}: {choice.reason}." for choice in choices if choice.reason]
        self.device_words.setText(" ".join(missing))
        self.device_words.setVisible(bool(missing))

    def show_no_kernel(self, precisions: frozenset[str]) -> None:
        """For which the kernel cannot be had here."""
        self._no_kernel = precisions
        self._refuse_engines()

    def fill(self, experiment: Experiment, prepared: Prepared | None) -> None:
        self._refuse_losses(experiment)
        self._refuse_tasks(experiment)
        self._refuse_engines()
        if prepared is not None:
            self.batches.set_samples(len(prepared.train))
        for form in (
            self.rule,
            self.optimizer,
            self.loss,
            self.task,
            self.batches,
            self.schedule,
            self.evaluation,
            self.running,
            self.about,
        ):
            form.show_model(experiment)
        self.clipping.show_model(experiment.clipping)
        self.stop.show_model(experiment.stop)
        self.seeds.show_model(experiment.seeds)
        self.penalties.show_experiment(experiment)
        self._show_words(experiment, prepared)
        self._show_schedule(experiment)

    def take_edit(self, path: str, value: Any) -> None:
        """A rule and a loss bring other settings along."""
        if self.experiment is None:
            return
        if path == "rule.kind":
            kind = value if value != learning_choice.GRADIENT else self.experiment.optimizer.kind
            self.say(learning_choice.choosing(self.experiment, kind))
        elif path == "optimizer.kind":
            self.say(learning_choice.choosing(self.experiment, value))
        elif path == "loss.kind":
            self.say(learning_choice.choosing_loss(self.experiment, value))
        else:
            super().take_edit(path, value)

    def _penalties_changed(self, penalties: object) -> None:
        self.edit.emit("penalties", penalties)

    def _refuse_losses(self, experiment: Experiment) -> None:
        """Losses that cannot learn this task are greyed, each with its reason."""
        task = experiment.task.kind_of_loss()
        single = experiment.rule.kind == learning_choice.PERCEPTRON
        refusals = {}
        for kind, loss in registry.kinds(Loss).items():
            if task not in loss.tasks:
                refusals[kind] = f"For data that are {' or '.join(loss.tasks)}; these are {task}."
            elif not loss.learns and not single:
                refusals[kind] = "Only the perceptron rule learns with it: it has no gradient."
        self.loss.refuse("loss", refusals)

    def _refuse_tasks(self, experiment: Experiment) -> None:
        """Tasks that cannot be set with these data are greyed."""
        allowed = experiment.data.tasks
        labels = [cls.label for kind, cls in registry.family("tasks").items() if kind in allowed]
        reason = f"With these data the task can be: {', '.join(labels)}."
        self.task.refuse("task", {kind: reason for kind in registry.family("tasks") if kind not in allowed})

    def _refuse_engines(self) -> None:
        """Engines that cannot be had here, or not for this experiment, are greyed."""
        fused = captured = ""
        if self.experiment is not None:
            fused = UNABLE if self.experiment.dtype in self._no_kernel else reason_against(self.experiment)
            captured = self._no_graphs or reason_against_replay(self.experiment)
        found = {"fused": fused, "captured": captured}
        self.running.refuse("engine", {kind: reason for kind, reason in found.items() if reason})

    def _show_words(self, experiment: Experiment, prepared: Prepared | None) -> None:
        along = experiment.rule.kind == learning_choice.GRADIENT
        self.optimizer.setVisible(along)
        self.optimizer_formula.setVisible(along)
        optimizer, loss = experiment.optimizer, experiment.loss
        self.optimizer_formula.setText(optimizer.formula)
        called = experiment.task.loss_label(loss)
        self.loss_formula.setText(loss.formula if called == loss.label else f"{called}\n{loss.formula}")
        self.epoch_words.setText(epoch_sentence(experiment, len(prepared.train)) if prepared else "")
        self.set_aside.setText(_set_aside(experiment, prepared))
        self.set_aside.setVisible(bool(self.set_aside.text()))

    def _show_schedule(self, experiment: Experiment) -> None:
        schedule = experiment.schedule
        self.curve.set_curves(*schedule_curve(schedule, learning_choice.rate(experiment), experiment.stop.updates))
        words = (
            "The fall depends on the validation loss, so it cannot be drawn beforehand."
            if schedule.watches
            else schedule.formula
        )
        self.schedule_words.setText(words)


def epoch_sentence(experiment: Experiment, samples: int) -> str:
    """How an epoch is cut into updates, and what the last short batch does."""
    size = max(1, batch_size(experiment, samples))
    full, left = divmod(samples, size)
    count = f"{full:,} update{'s' if full != 1 else ''} of {size:,} sample{'s' if size != 1 else ''}"
    if not left:
        return f"One epoch is {count}."
    plural = f"{left:,} sample{'s' if left != 1 else ''}"
    last = {
        "keep": f"and one of the {plural} left over",
        "drop": f"; the {plural} left over are dropped",
        "carry": f"; the {plural} left over open the next epoch's first update",
    }[experiment.last_batch]
    return f"One epoch is {count}{'' if last.startswith(';') else ' '}{last}."


def _set_aside(experiment: Experiment, prepared: Prepared | None) -> str:
    """That a rule needs a validation part, and where it comes from."""
    share = experiment.effective_validation_share
    if not share or experiment.validation_share:
        return ""
    count = f" ({len(prepared.validation):,} samples)" if prepared else ""
    return f"This rule watches a validation part: {percent(share)} of the training part{count} are set aside for it. {IN_MID_RUN}"
