"""By what the updates of a run are made: two runs that agree in it and in their experiment agree to the last bit."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from core.data.batches import batch_size
from core.engines.fused import shipped
from core.engines.fused.coverage import KERNEL
from core.experiment import Experiment
from core.frozen import frozen
from core.history.state import State
from core.machine import device
from core.machine.versions import version, version_of

if TYPE_CHECKING:
    from core.data.preparation import Prepared
    from core.training.session import Session

BY_KERNEL = "fused"  # the kind of engine that the kernel is


@frozen
class Making:
    """`engine` is the one's name, "" before the first update; `settled`: begun without the kernel, it goes on so;
    `threads` are torch's; `versions` by name, the program's own and those of what rounds: the machine among them."""

    engine: str = ""
    settled: bool = False
    threads: int = 0
    versions: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, session: Session) -> Making:
        """Of a session, on this machine."""
        state, learner = session.course.state, session.learner
        work, by_kernel = learner.size * learner.batches.size, learner.looking is not None
        return cls._with(state.engine, work, settled=state.settled, by_kernel=by_kernel)

    @classmethod
    def told(cls, state: State, parameters: int, samples: int) -> Making:
        """Of a run that has come so far on this machine, with so many parameters and samples of its training part."""
        work = parameters * batch_size(state.experiment, samples)
        return cls._with(state.engine, work, settled=state.settled, by_kernel=state.engine == KERNEL)

    @classmethod
    def planned(cls, experiment: Experiment, prepared: Prepared) -> Making:
        """Of a run that is not begun yet, and waits for the kernel where that makes it: by the kind of its engine,
        without that being loaded. `BadInput` where the device is not there."""
        from core.engines.choice import choose, settles  # what makes updates, not needed to speak of it
        from core.engines.holding import Holding
        from core.engines.on_demand import OnDemand

        side = OnDemand(Holding.of(experiment, prepared))
        kind, reason = choose(side)
        work = len(side.holding.flat.array) * batch_size(experiment, len(prepared.train))
        return cls._with(kind, work, settled=settles(reason), by_kernel=kind == BY_KERNEL)

    @classmethod
    def _with(cls, engine: str, work: int, *, settled: bool, by_kernel: bool) -> Making:
        packages = ("numpy", "llvmlite" if by_kernel else "torch")
        versions = {"descent-lab": version(), "machine": platform.machine()}
        versions |= {package: version_of(package) or "" for package in packages}
        if by_kernel:
            versions["kernel"] = shipped.version()
        return cls(engine, settled, 1 if by_kernel else device.threads_for(work), tuple(versions.items()))


UNKNOWN = Making()  # before the first update


def changed_words(then: Making, now: Making) -> str:
    """What is not as it was, in one sentence: from here on a run may round otherwise than its first part; "" where all
    is the same, or nothing is known."""
    if not (then.engine and now.engine) or then == now:
        return ""
    before, after = dict(then.versions), dict(now.versions)
    parts = [
        f"{name} {before[name]} → {after[name]}" for name in before if name in after and before[name] != after[name]
    ]
    if then.engine != now.engine:
        parts.insert(0, f"{then.engine} → {now.engine}")
    if then.threads != now.threads:
        parts.append(f"threads {then.threads} → {now.threads}")
    return f"This run was made otherwise before ({', '.join(parts)}): its numbers may part by roundings from here on."
