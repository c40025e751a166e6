"""Made-up passengers of the Titanic, written as the well-known files write theirs: the columns, the gaps and the
give-aways are those that people have, the people are not."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

Record = dict[str, str]
Rows = list[Sequence[str]]
DETAILED = (
    *("PassengerId", "Survived", "Pclass", "Name", "Sex", "Age", "SibSp", "Parch", "Ticket"),
    *("Fare", "Cabin", "Embarked"),
)
TAUGHT = (
    *("survived", "pclass", "sex", "age", "sibsp", "parch", "fare", "embarked"),
    *("class", "who", "adult_male", "deck", "embark_town", "alive", "alone"),
)
WHOLE = (
    *("pclass", "survived", "name", "sex", "age", "sibsp", "parch", "ticket", "fare", "cabin", "embarked"),
    *("boat", "body", "home.dest"),
)
BOATS = (*map(str, range(2, 17)), "A", "B", "C", "C", "C", "D", "13 15", "C D")
TOWNS = {"S": "Southampton", "C": "Cherbourg", "Q": "Queenstown", "": ""}


def passengers(rows: int, survived: int, gaps: dict[str, int], seed: int = 1) -> list[Record]:
    """So many made-up people, of whom so many survived; `gaps` says how many lack what."""
    draw = np.random.default_rng(seed)
    pclass = draw.choice(3, rows, p=(0.24, 0.21, 0.55)) + 1
    woman = draw.random(rows) < 0.35
    luck = 2.4 * woman - 0.8 * pclass + draw.logistic(size=rows)
    lives = np.zeros(rows, bool)
    lives[np.argsort(-luck)[:survived]] = True
    lacking = {name: set(draw.permutation(rows)[:count].tolist()) for name, count in gaps.items()}
    found = []
    for row in range(rows):
        record = _person(row, int(pclass[row]), bool(woman[row]), bool(lives[row]), draw)
        found.append(record | {name: "" for name, without in lacking.items() if row in without})
    return found


def _person(row: int, pclass: int, woman: bool, lives: bool, draw: np.random.Generator) -> Record:
    age, kin, children = float(draw.integers(1, 70)), int(draw.integers(0, 4)), int(draw.integers(0, 3))
    port, deck = str(draw.choice(list("SSSCQ"))), str(draw.choice(list("ABCDE")))
    names = f'Made-up{row}, {"Mrs" if woman else "Mr"}. Person "{"Annie" if woman else "Bob"}"'
    return {
        "PassengerId": f"{row + 1}", "survived": f"{int(lives)}", "pclass": f"{pclass}", "name": names,
        "sex": "female" if woman else "male", "age": f"{age:g}", "sibsp": f"{kin}", "parch": f"{children}",
        "ticket": f"P/C {int(draw.integers(100, 999)) * 7}", "fare": f"{float(draw.gamma(2.0, 60 / pclass**2)):.4f}",
        "cabin": f"{deck}{int(draw.integers(1, 120))}", "embarked": port,
        "boat": str(draw.choice(BOATS)), "body": f"{int(draw.integers(1, 328))}",
        "home.dest": f"Town {int(draw.integers(0, 369))}, NY", "alive": "yes" if lives else "no",
    }  # fmt: skip


def detailed(records: Sequence[Record]) -> Rows:
    """Twelve columns, capitals; the numbers of the rows first."""
    return [
        DETAILED,
        *([record[name if name == DETAILED[0] else name.lower()] for name in DETAILED] for record in records),
    ]


def taught(records: Sequence[Record]) -> Rows:
    """Fifteen columns, as the packages for teaching have them: some say what others say, `alive` says the answer."""
    return [TAUGHT, *([_taught(record)[name] for name in TAUGHT] for record in records)]


def _taught(record: Record) -> Record:
    child = record["age"] != "" and float(record["age"]) < 16
    man, alone = record["sex"] == "male", record["sibsp"] == record["parch"] == "0"
    return record | {
        "class": ("First", "Second", "Third")[int(record["pclass"]) - 1],
        "who": "child" if child else "man" if man else "woman",
        "adult_male": str(man and not child), "alone": str(alone),
        "deck": record["cabin"][:1], "embark_town": TOWNS[record["embarked"]],
    }  # fmt: skip


def whole(seed: int = 1) -> Rows:
    """1,309 rows, 500 of them survivors; of these 477 name a boat, as do nine of those who died; 121 bodies."""
    records = passengers(1309, 500, {"age": 263, "cabin": 1014, "embarked": 2, "fare": 1, "home.dest": 564}, seed)
    saved = [record for record in records if record["survived"] == "1"]
    lost = [record for record in records if record["survived"] == "0"]
    for record in (*saved[477:], *lost[9:]):
        record["boat"] = ""
    for record in (*saved, *lost[121:]):
        record["body"] = ""
    return [WHOLE, *([record[name] for name in WHOLE] for record in records)]


def as_text(rows: Rows, delimiter: str = ",", end: str = "\n") -> str:
    """A table of cells as text, quoted where needed."""
    sheet = io.StringIO()
    csv.writer(sheet, delimiter=delimiter, lineterminator=end).writerows(rows)
    return sheet.getvalue()
