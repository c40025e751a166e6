"""What a table is for where its file names no columns: guessed as the import dialog guesses it, and said."""

from __future__ import annotations

import sys

from core.datasets.csv import Csv
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.files import tables
from core.files.dialects import Dialect
from core.files.table_encoding import guessed_purpose


def with_guesses(experiment: Experiment, where: str) -> Experiment:
    """The experiment of the file `where` with what its table is for, which is said; as it is where a person has named
    the columns or there is no table. `BadInput` where the table cannot be read."""
    data = experiment.data
    if not isinstance(data, Csv) or data.columns or not data.path:
        return experiment
    raw = tables.read(data.path, None if data.dialect == Dialect() else data.dialect)
    purpose = guessed_purpose(raw, data.predicts if "predicts" in data.model_fields_set else None)
    written = raw.dialect
    changes = {
        "columns": purpose.roles, "predicts": purpose.predicts, "delimiter": written.delimiter,
        "decimal": written.decimal, "encoding": written.encoding, "header": written.header, "skip": written.skip, "sheet": written.sheet,
    }  # fmt: skip
    edits: list[tuple[str, object]] = [("data", data.model_copy(update=changes))]
    if "scaling" not in experiment.inputs.model_fields_set:
        edits.append(("inputs.scaling", data.scaling))
    if purpose.large:
        edits.append(("output.targets", "standardize"))
    what = "classes" if purpose.predicts == "classes" else "a number"
    print(
        f"{where}: no columns are named, so the target is guessed as when a table is imported: {purpose.target!r}, {what} (data.columns names another)",
        file=sys.stderr,
    )
    return replace_all(experiment, tuple(edits), where=where)
