"""A process that makes runs for another one: an order a line on standard input, an answer a line on standard output.

`python -m core.studies.worker`. It ends when nobody orders any more.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import replace

from core.experiment import Experiment
from core.machine.out_of_memory import failure
from core.machine.signals import ENDINGS
from core.messages import BadInput
from core.studies.result import Result


def main() -> None:
    """Answer until the orders end."""
    for number in ENDINGS:  # who asks a study to end asks the process that began it
        signal.signal(number, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what others print is no answer
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), file=answers, flush=True)


def answer(order: dict[str, object]) -> dict[str, str]:
    """The result of an order's run, or why there is none."""
    from core.runs.many import one

    try:
        begun = time.perf_counter()
        values = order["experiment"]
        assert isinstance(values, dict)
        outcome = one(Experiment.parse(values, str(order["where"])), sys.maxsize)
        made = replace(outcome, seconds=time.perf_counter() - begun)
        return {"result": Result.of(str(order["key"]), made).dumps()}
    except BadInput as error:
        return {"refused": str(error)}
    except (MemoryError, RuntimeError, ArithmeticError) as error:  # PyTorch's errors are RuntimeErrors
        return {"failed": failure(error)}


if __name__ == "__main__":
    main()
