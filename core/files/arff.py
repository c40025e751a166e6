"""ARFF, the tables of Weka: names and kinds of the columns stand above the rows."""

from __future__ import annotations

import csv
import re

from core.messages import BadInput

_ATTRIBUTE = re.compile(r"@attribute\s+('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\S+)\s+(\S.*)\Z", re.IGNORECASE)


def parsed(text: str, where: str) -> tuple[list[list[str]], list[int]]:
    """The names of the columns and the rows, and on which line of the file each stands. `BadInput`: no @data, no
    @attribute, rows of pairs (sparse ARFF), tables within tables."""
    names: list[str] = []
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        line = line.strip()
        lowered = line.casefold()
        if lowered.startswith("@data"):
            return _with_rows(names, lines[number:], number, where)
        if lowered.startswith("@attribute"):
            names.append(_name(line, number, where))
        elif line and not line.startswith("%") and not lowered.startswith("@relation"):
            raise BadInput(where, f"line {number}", "is neither @relation, @attribute, @data nor a remark (%)")
    raise BadInput(where, "", "is no ARFF file: there is no line @data")


def _name(line: str, number: int, where: str) -> str:
    found = _ATTRIBUTE.match(line)
    if found is None:
        raise BadInput(where, f"line {number}", "is no @attribute with a name and a type")
    if found[2].casefold().startswith("relational"):
        raise BadInput(where, f"line {number}", "a column that holds tables (relational) cannot be learned from")
    name = found[1]
    return re.sub(r"\\(.)", r"\1", name[1:-1]) if name[0] in "'\"" and len(name) > 1 else name


def _with_rows(names: list[str], lines: list[str], above: int, where: str) -> tuple[list[list[str]], list[int]]:
    if not names:
        raise BadInput(where, "", "is no ARFF file: there is no line @attribute")
    rows, ends = [names], [above]
    for number, line in enumerate(lines, start=above + 1):
        line = line.strip()
        if not line or line.startswith("%"):
            continue
        if line.startswith("{"):
            raise BadInput(where, f"line {number}", "is a row of pairs (sparse ARFF); save it with all values")
        rows.append(_cells(line, number, where))
        ends.append(number)
    return rows, ends


def _cells(line: str, number: int, where: str) -> list[str]:
    single = line.count("'") >= 2 and '"' not in line
    try:
        return next(
            csv.reader(
                [line], delimiter="\t" if "\t" in line and "," not in line else ",", quotechar="'" if single else '"',
                skipinitialspace=True, escapechar="\\",
            )
        )  # fmt: skip
    except csv.Error as error:
        raise BadInput(where, f"line {number}", f"cannot be read: {error}") from None
