"""What goes together: wrong combinations are refused with a reason and a one-click mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core import registry
from core.experiment.fitting import fits
from core.families import Activation, Loss, Task, TaskKind
from core.families.loss import FITTING_LOSS
from core.messages import Mend, Refusal

if TYPE_CHECKING:
    from core.experiment.settings import Settings

Edits = tuple[tuple[str, Any], ...]

_AUTOMATIC: Edits = (("output.activation", "auto"),)


def refuse(experiment: Settings) -> None:
    """Raise a `Refusal` for the first combination that is wrong; return nothing where all is well."""
    for check in (
        _layer_names,
        _sealed,
        _task,
        _loss,
        _perceptron,
        _hidden_activations,
        _output,
        _batch_normalization,
        _schedule,
        _penalties,
        fits,
    ):
        check(experiment)


def resolved_output(experiment: Settings) -> Activation:
    """The output activation that is meant: the chosen one, else the step for the perceptron rule, else the loss's
    own."""
    chosen = experiment.output.activation
    if chosen != "auto":
        return chosen
    kind = "step" if experiment.rule.kind == "perceptron" else experiment.loss.default_output(_task_kind(experiment))
    return registry.read(Activation, kind)


def _task_kind(experiment: Settings) -> TaskKind:
    return experiment.task.kind_of_loss()


def _label(family: str, kind: str) -> str:
    return registry.find(family, kind).label


def _layer_names(experiment: Settings) -> None:
    seen: set[str] = set()
    for position, layer in enumerate(experiment.layers, start=1):
        if layer.name in seen | {"output", ""}:
            free = next(
                name
                for i in range(1, len(experiment.layers) + 2)
                if (name := f"h{i}") not in {other.name for other in experiment.layers}
            )
            reason = (
                "the layer has no name"
                if not layer.name
                else f"two layers are called {layer.name}"
                if layer.name in seen
                else "this name belongs to the output layer"
            )
            raise Refusal(
                f"layers.{position}.name", reason, Mend(f"Call it {free}", ((f"layers.{position}.name", free),))
            )
        seen.add(layer.name)


def _sealed(experiment: Settings) -> None:
    data = experiment.data
    if data.sealed_share and not type(data).sealable:
        reason = "who has drawn the points has seen them all: none can be sealed"
        raise Refusal("data.sealed_share", reason, Mend("Seal none", (("data.sealed_share", 0.0),)))


def _task(experiment: Settings) -> None:
    data = experiment.data
    if experiment.task.kind not in data.tasks:
        reason = f"the data are {_of_what(_aim(data.task))}, so the task cannot be {experiment.task.kind}"
        raise Refusal("task.kind", reason, _to_task(data.task, experiment))


def _loss(experiment: Settings) -> None:
    loss, task = experiment.loss, _task_kind(experiment)
    if task not in loss.tasks:
        raise Refusal(
            "loss.kind",
            f"{loss.label} does not fit data of {_of_what(task)}",
            _to_task(experiment.task.kind, experiment),
        )
    if loss.kind == "mistakes" and experiment.rule.kind != "perceptron":
        edits = (("loss.kind", FITTING_LOSS[task]), *_AUTOMATIC)
        raise Refusal(
            "loss.kind",
            "the number of mistakes has no slope: only the perceptron rule learns with it",
            Mend(f"Take {_label('losses', FITTING_LOSS[task])}", edits),
        )


def _of_what(task: str) -> str:
    return {"classes": "classes", "values": "values (numbers)", "answers": "several yes-or-no answers"}[task]


def _aim(kind: str) -> TaskKind:
    """What the outputs say in a task of this kind."""
    return registry.kind_of(Task, kind).kind_of_loss()


def _to_task(kind: str, experiment: Settings) -> Mend:
    """The edits that turn to a task and the loss that fits it."""
    task = _aim(kind)
    fitting = "mistakes" if task == "classes" and experiment.rule.kind == "perceptron" else FITTING_LOSS[task]
    rule: Edits = (("rule.kind", "gradient"),) if task != "classes" and experiment.rule.kind == "perceptron" else ()
    return Mend(f"Take {_label('losses', fitting)}", (("task.kind", kind), ("loss.kind", fitting), *_AUTOMATIC, *rule))


def _perceptron(experiment: Settings) -> None:
    """The rule knows one layer of step units and counts mistakes; nothing else means anything to it."""
    if experiment.rule.kind != "perceptron":
        return
    gradient = Mend("Learn by the gradient", _to_gradient(experiment))
    if _task_kind(experiment) != "classes":
        raise Refusal("rule.kind", "the perceptron rule tells classes apart; these data are values", gradient)
    mend = Mend("Make it a perceptron", _to_perceptron(experiment))
    if experiment.layers:
        raise Refusal(
            "layers",
            "the perceptron rule has no way to tell hidden layers what to change: it needs zero hidden layers",
            mend,
        )
    if resolved_output(experiment).kind != "step":
        raise Refusal("output.activation", "the perceptron rule needs step units as output", mend)
    if experiment.loss.kind != "mistakes":
        raise Refusal("loss.kind", "the perceptron rule's loss is the number of mistakes", mend)
    if any(penalty.rate > 0 for penalty in experiment.penalties):
        raise Refusal("penalties", "the perceptron rule follows no gradient, so a penalty would change nothing", mend)


def _to_gradient(experiment: Settings) -> Edits:
    return (("rule.kind", "gradient"), ("loss.kind", FITTING_LOSS[_task_kind(experiment)]), *_AUTOMATIC)


def _to_perceptron(experiment: Settings) -> Edits:
    edits: Edits = (("rule.kind", "perceptron"), ("loss.kind", "mistakes"), *_AUTOMATIC, ("layers", ()))
    return (*edits, ("penalties", ())) if experiment.penalties else edits


def _hidden_activations(experiment: Settings) -> None:
    for layer in experiment.layers:
        if layer.acts.output_only:
            path = f"layers.{layer.name}.activation.kind"
            raise Refusal(
                path,
                "softmax turns a whole layer into shares of 1: it belongs to the output only",
                Mend("Take tanh", ((path, "tanh"),)),
            )


def _output(experiment: Settings) -> None:
    """The output activation has to say what the loss wants to hear."""
    loss, task, output = experiment.loss, _task_kind(experiment), resolved_output(experiment)
    allowed = loss.outputs_for(task)
    if output.kind not in allowed:
        fitting = loss.default_output(task)
        raise Refusal(
            "output.activation",
            _why_not(loss, output, allowed),
            Mend(f"Take {_label('activations', fitting)}", _AUTOMATIC),
        )
    if output.output_only and experiment.output.units != "each":
        raise Refusal(
            "output.units",
            "softmax shares 1 among the classes: it needs one output a class",
            Mend("One output a class", (("output.units", "each"),)),
        )


def _why_not(loss: Loss, output: Activation, allowed: tuple[str, ...]) -> str:
    if loss.link == "logistic" and output.kind in ("softmax", "sigmoid"):
        return f"{loss.label} has its own {output.kind}: a second one would squeeze the answers twice"
    if loss.link == "logistic":
        return f"{loss.label} makes probabilities of plain sums itself: {output.label} before it would keep them from being sure"
    fitting = ", ".join(_label("activations", kind) for kind in allowed)
    return f"{output.label} cannot say what {loss.label} wants to hear; it goes with {fitting}"


def _batch_normalization(experiment: Settings) -> None:
    if experiment.batch_size != 1:
        return
    for layer in experiment.layers:
        if layer.compares_batch:
            reason = "batch normalization compares the samples of a batch: one sample alone has no spread"
            raise Refusal(f"layers.{layer.name}.normalization", reason, Mend("Batch size 10", (("batch_size", 10),)))


def _schedule(experiment: Settings) -> None:
    if (
        experiment.rule.kind == "gradient"
        and experiment.optimizer.kind == "rprop"
        and experiment.schedule.kind != "constant"
    ):
        reason = (
            "Rprop's steps find their own sizes after the first update: a schedule would change nothing from there on"
        )
        raise Refusal("schedule.kind", reason, Mend("Constant rate", (("schedule.kind", "constant"),)))


def _penalties(experiment: Settings) -> None:
    kinds = [penalty.kind for penalty in experiment.penalties]
    for kind in kinds:
        if kinds.count(kind) > 1:
            raise Refusal("penalties", f"{_label('penalties', kind)} stands here twice; one rate is enough")
    if experiment.optimizer.closure and any(penalty.cuts for penalty in experiment.penalties):
        reason = f"{experiment.optimizer.label} makes several steps in one update: links cannot be cut between them"
        raise Refusal("penalties.l1.kill", reason, Mend("Do not cut links", (("penalties.l1.kill", False),)))
