"""What was in an envelope: the figures of samples that were sealed, beside those that a run was chosen by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from core.documents.written import is_table
from core.experiment import Experiment
from core.frozen import frozen
from core.messages import number_words, percent


@frozen
class Opened:
    """A run after so many `updates`: the `test` figures that it was chosen by, and those of the part that was `sealed`,
    by name such as "accuracy", each with how many samples it is of. `measure` is the one that is usually watched."""

    updates: int
    measure: str
    test: Mapping[str, float]
    sealed: Mapping[str, float]
    test_samples: int
    sealed_samples: int

    def values(self) -> dict[str, object]:
        """As plain values, for a file."""
        return {
            "updates": self.updates, "measure": self.measure, "test": dict(self.test), "sealed": dict(self.sealed),
            "test_samples": self.test_samples, "sealed_samples": self.sealed_samples,
        }  # fmt: skip

    @classmethod
    def read(cls, values: object) -> Opened | None:
        """What `values` gave; None where it is none."""
        if not is_table(values):
            return None
        try:
            test, sealed = (
                {str(name): float(number) for name, number in dict(values[part]).items()} for part in ("test", "sealed")
            )
            counts = [int(values[name]) for name in ("updates", "test_samples", "sealed_samples")]
            measure = str(values["measure"])
        except (KeyError, TypeError, ValueError):
            return None
        known = measure in test and measure in sealed
        return cls(counts[0], measure, test, sealed, counts[1], counts[2]) if known else None

    def drop(self, measure: str = "") -> str:
        """ "test accuracy 97.6 %, sealed 94.4 %: 3.2 points lower"."""
        name = measure or self.measure
        test, sealed = self.test[name], self.sealed[name]
        if name == "accuracy":
            apart = f"{100 * abs(sealed - test):.1f} points"
            said = [percent(value, 1) for value in (test, sealed)]
        else:
            apart = number_words(abs(sealed - test))
            said = [number_words(value) for value in (test, sealed)]
        how = "the same" if sealed == test else f"{apart} {'lower' if sealed < test else 'higher'}"
        return f"test {name.replace('_', ' ')} {said[0]}, sealed {said[1]}: {how}"


def name_of(experiment: Experiment) -> str:
    """The name of an envelope: that of other samples, or of another split of them, has another one."""
    plain = json.dumps([experiment.data.model_dump(mode="json"), experiment.seeds.data], sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]
