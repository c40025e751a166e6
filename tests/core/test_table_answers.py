"""Several columns of yes and no as answers that are given together: read, refused, learned, written."""

from __future__ import annotations

import json
import pathlib

import numpy as np
import pytest

import main as entry
from core.data.preparation import prepare
from core.datasets.csv import Csv
from core.documents.edits import replace, replace_all
from core.experiment import Experiment
from core.files import tables
from core.files.table_answers import MOST_ANSWERS, is_yes_or_no, reason_against, yes_or_no
from core.files.table_columns import Role
from core.files.table_encoding import guessed_purpose, to_table
from core.messages import BadInput
from core.probes.results import Results
from core.training.session import Session
from tests.building.experiments import layer, small

FILMS = "title,minutes,songs,comedy,drama,genre,score\n" + "".join(
    f"Film {row},{80 + row * 7 % 60},{row * 5 % 9},{'yes' if row % 3 else 'no'},{int(row * 7 % 60 > 25)},"
    f"{('war', 'love', 'crime')[row % 3]},{row % 17}.5\n"
    for row in range(60)
)
ROLES: dict[str, Role] = {
    "title": "ignore",
    "minutes": "input",
    "songs": "input",
    "comedy": "answer",
    "drama": "answer",
}


@pytest.fixture
def films(tmp_path):
    """A function that writes the films, some words replaced, and tells their path."""

    def write(*changes: tuple[str, str]) -> str:
        text = FILMS
        for old, new in changes:
            text = text.replace(old, new, 1)
        path = tmp_path / "films.csv"
        path.write_text(text)
        return str(path)

    return write


def made(path: str, **more) -> Experiment:
    """A document with two answers."""
    data = {"kind": "csv", "path": path, "columns": ROLES}
    return Experiment.parse({"data": data, "layers": [layer(4)], "batch_size": 10} | more)


@pytest.mark.parametrize(
    ("cells", "decimal", "found"),
    [
        ("0 1 1", ".", [0, 1, 1]),
        ("1.0 0.0 1", ".", [1, 0, 1]),
        ("1,0 0,0", ",", [1, 0]),
        ("-1 1", ".", [0, 1]),
        ("Yes no YES", ".", [1, 0, 1]),
        ("TRUE False", ".", [1, 0]),
        ("ja nein", ".", [1, 0]),
        ("N Y", ".", [0, 1]),
        ("oui non", ".", [1, 0]),
        ("sí no", ".", [1, 0]),
        ("wahr falsch", ".", [1, 0]),
        ("yes nein", ".", None),
        ("yes yes", ".", None),
        ("1 2", ".", None),
        ("male female", ".", None),
        ("0 1 2", ".", None),
        ("yes no maybe", ".", None),
        ("0.5 1", ".", None),
    ],
)
def test_what_yes_and_no_are(cells, decimal, found):
    said = yes_or_no(cells.split(), decimal, frozenset())
    assert (None if said is None else said.tolist()) == found


def test_a_gap_is_neither():
    np.testing.assert_equal(yes_or_no(["yes", "", "no"], ".", frozenset({""})), np.array([1, np.nan, 0]))


def test_the_rows_have_the_answers_of_a_plain_loop_and_what_lacks_one_is_left_out_and_counted(films):
    path = films(("Film 3,101,6,no", "Film 3,101,6,"), ("Film 4,108,2,yes,1", "Film 4,108,2,,"))
    table = Csv(path=path, columns=ROLES).table(1)
    rows = [line.split(",") for line in pathlib.Path(path).read_text().splitlines()[1:]]
    kept = [row for row in rows if row[3] and row[4]]
    assert table.y.tolist() == [(row[3] == "yes") + 2 * (row[4] == "1") for row in kept] and len(kept) == 58
    assert table.x.tolist() == [[float(row[1]), float(row[2])] for row in kept]
    assert (table.answers, table.target) == (("comedy", "drama"), "answers")
    assert table.classes == ("neither", "comedy", "drama", "both")
    assert table.rows == tuple(row[0] for row in kept)
    assert "Rows without one of the answers: 2, left out (comedy 2, drama 1)." in table.notes


def test_one_target_is_guessed_never_several(films):
    raw = tables.read(films())
    assert sum(role in ("target", "answer") for role in guessed_purpose(raw).roles.values()) == 1


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ({"genre": "answer"}, "genre: holds 3 different values ('crime', 'love', 'war'), no yes and no. Of several"),
        ({"score": "answer"}, "score: holds numbers, no yes and no. Of several answers each is yes or no"),
        ({"drama": "ignore"}, "comedy: is the only answer, and several were to be given: make it the target"),
        ({"score": "target"}, "score is the target, and comedy, drama is answered together with others"),
        ({"comedy": "target", "drama": "target"}, "more than one target: comedy, drama; as columns of yes and no they"),
        ({"comedy": "target", "drama": "target", "genre": "target"}, "more than one target: comedy, drama, genre$"),
        ({"minutes": "ignore", "songs": "ignore"}, "no column is an input"),
    ],
)
def test_what_does_not_go_together_is_said(films, roles, said):
    with pytest.raises(BadInput, match=said.replace("(", r"\(").replace(")", r"\)")):
        Csv(path=films(), columns=ROLES | roles).table(1)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("ab", "holds 'a' and 'b', of which neither is known as yes"),
        ("11", "says '1' in every row: nothing to tell apart"),
        ("??", "all values are missing"),
        ("12", "holds '1' and '2', of which neither is known as yes"),
        (("yes", "no", "?"), ""),
    ],
)
def test_why_a_column_is_no_answer(cells, said):
    raw = tables.table_of("t", [("x", "q"), *(("1.5", cell) for cell in cells)], list(range(4)), tables.Dialect())
    assert reason_against(raw, "q").startswith(said) and is_yes_or_no(raw, "q") is (said == "")


def test_rows_of_which_none_has_all_answers_and_too_many_questions():
    names = [f"q{number}" for number in range(MOST_ANSWERS + 1)]
    rows = [("x", *names), *((f"{row}.5", *(f"{row >> bit & 1}" for bit in range(7))) for row in range(128))]
    raw = tables.table_of("t", rows, list(range(len(rows))), tables.Dialect())
    asked: dict[str, Role] = dict.fromkeys(names, "answer")
    with pytest.raises(BadInput, match=r"7 answers are asked for together \(at most 6\): leave some out"):
        to_table(raw, {"x": "input", **asked}, "classes")
    table = to_table(raw, {"x": "input", **asked, names[6]: "ignore"}, "classes")
    assert table.y.tolist() == [row % 64 for row in range(128)] and len(table.classes) == 64
    assert (table.classes[0], table.classes[0b101], table.classes[63]) == ("none", "q0 + q2", "all")
    apart = [("x", "a", "b"), ("1", "yes", ""), ("2", "no", ""), ("3", "", "1"), ("4", "", "0")]
    with pytest.raises(BadInput, match="no row has all of the answers a, b"):
        to_table(tables.table_of("t", apart, list(range(5)), tables.Dialect()), {"x": "input", "a": "answer", "b": "answer"}, "classes")  # fmt: skip


# As a document


def test_a_document_with_answers_comes_back_and_one_target_is_written_as_before(films, tmp_path):
    experiment = made(films())
    assert (experiment.task.kind, experiment.loss.kind) == ("answers", "binary_cross_entropies")
    experiment.save(tmp_path / "a.toml")
    assert Experiment.load(tmp_path / "a.toml") == experiment
    one = replace_all(experiment, (("data.columns", ROLES | {"comedy": "input", "drama": "target"}),))
    assert (one.task.kind, one.loss.kind, one.data.tasks) == ("classes", "cross_entropy", ("classes",))
    one.save(tmp_path / "b.toml")
    written = (tmp_path / "b.toml").read_text()
    assert 'drama = "target"' in written and "answer" not in written
    again = replace_all(one, (("data.columns", ROLES),))
    assert (again.data, again.task, again.loss) == (experiment.data, experiment.task, experiment.loss)


def test_data_with_questions_bring_their_task_along_and_a_chosen_one_stays():
    chosen = replace(small(), "data.kind", "two_questions")
    assert (chosen.task.kind, replace(chosen, "data.kind", "circle").task.kind) == ("answers", "classes")
    softmax = replace(chosen, "task.kind", "classes")
    assert replace(softmax, "data.noise", 0.2).task.kind == "classes"


def test_as_one_class_of_four_they_can_be_asked_too(films):
    softmax = replace_all(made(films()), (("task.kind", "classes"),))
    assert softmax.loss.kind == "cross_entropy" and prepare(softmax).outputs == 4


def test_figures_and_yardsticks_are_counted_by_hand(films, kernel):
    session = Session(made(films()))
    session.advance(30)
    prepared, told = session.prepared, session.evaluate()
    assert prepared.outputs == 2
    outputs = session.learner.outputs(prepared.x)
    for number, name in enumerate(("comedy", "drama")):
        truth = [int(y) >> number & 1 for y in prepared.table.y]
        right = [int(outputs[place, number] > 0) == truth[place] for place in prepared.test]
        assert told[f"test.answer{number + 1}"] == pytest.approx(sum(right) / len(right)), name
        usual = sum(truth[place] for place in prepared.train) * 2 > len(prepared.train)
        same = [truth[place] == usual for place in prepared.test]
        assert session.baselines[f"test.answer{number + 1}_baseline"] == pytest.approx(sum(same) / len(same))
    labels = session.frame(Results()).info["labels"]
    assert labels == {"accuracy": "All right", "answer1": "comedy: right", "answer2": "drama: right"}


def test_a_figure_of_an_answer_is_called_by_its_column(films):
    task = made(films()).task
    assert (
        task.watched("answer2", ("comedy", "a very long question of many words")).label
        == "a very long question of…: right"
    )
    assert task.watched("answer3", ("comedy", "drama")).name == "accuracy"


# Without a window


def run(tmp_path, capsys, path: str, *more: str, columns: str = ""):
    file = tmp_path / "a.toml"
    file.write_text(
        f'version = 1\nkind = "network"\n[data]\nkind = "csv"\npath = "{path}"\n{columns}\n[stop]\nupdates = 5\n'
    )
    status = entry.main(["run", str(file), "--json", *more])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("typed", [True, False])
def test_who_names_only_the_answers_has_the_inputs_guessed(films, tmp_path, capsys, kernel, typed):
    more = ("--set", "data.columns.comedy=answer", "--set", "data.columns.drama=answer") if typed else ()
    columns = "" if typed else 'columns = { comedy = "answer", drama = "answer", genre = "ignore" }'
    status, out, err = run(tmp_path, capsys, films(), *more, columns=columns)
    assert status == 0 and {"accuracy", "answer1", "answer2"} <= set(json.loads(out)["test"])
    named = "minutes, songs, genre, score" if typed else "minutes, songs, score"
    assert f"no inputs are named, so they are guessed as when a table is imported: {named}" in err


def test_who_names_only_the_target_has_the_inputs_guessed(films, tmp_path, capsys, kernel):
    status, out, err = run(tmp_path, capsys, films(), "--set", "data.columns.score=target")
    assert status == 0 and "r2" in json.loads(out)["test"] and "minutes, songs, comedy, drama, genre" in err


def test_two_targets_are_refused_with_what_to_say_instead(films, tmp_path, capsys):
    status, _, err = run(tmp_path, capsys, films(), columns='columns = { comedy = "target", drama = "target" }')
    assert status == 2 and "call each of them an answer" in err
