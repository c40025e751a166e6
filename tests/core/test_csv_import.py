"""Text files: how they are written is found out, and what is wrong is said."""

from __future__ import annotations

import time

import numpy as np
import pytest

from core.data.preparation import prepare
from core.datasets.csv import Csv, checksum
from core.experiment import Experiment
from core.files import tables
from core.files.dialects import Dialect, trials
from core.files.left_out import guess_roles, holds_codes, reason_to_leave_out
from core.files.pasted_points import parse_points
from core.files.table_columns import Role, guess_target, guess_task
from core.messages import BadInput

PLAIN = "width,colour,kind\n1.5,red,a\n2.5,blue,b\n3.5,red,a\n4.0,blue,b\n"


@pytest.fixture
def write(tmp_path):
    def write_file(content: str | bytes, encoding: str = "utf-8"):
        path = tmp_path / "table.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write_file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN, Dialect("utf-8", ",", ".", True)),
        ("a;b;c\n1,5;2,5;x\n2,5;1,5;y\n", Dialect("utf-8", ";", ",", True)),
        ("1,5;2,5;0\n2,5;3,5;1\n", Dialect("utf-8", ";", ",", False)),
        ("a\tb\n1.5\t2\n2.5\t3\n", Dialect("utf-8", "\t", ".", True)),
        ("a|b\n1|2\n3|4\n", Dialect("utf-8", "|", ".", True)),
        ("1 2\n 3  4\n", Dialect("utf-8", " ", ".", False)),
        ("1,2\n3,4\n", Dialect("utf-8", ",", ".", False)),
        ('name,text\n"Allen, Miss",x\n"Bell; Mr",y\n', Dialect("utf-8", ",", ".", True)),
        ('a,name,b\n1,"O""Dwyer, Miss (""Flo"")",2\n3,"Bell, Mr",4\n', Dialect("utf-8", ",", ".", True)),
    ],
)
def test_the_dialect_is_found_out(write, text, expected):
    assert tables.detected(write(text)) == expected


def test_a_doubled_quotation_mark_does_not_make_a_table_uneven():
    """It was told of the list of passengers, which has Miss "O""Dwyer"; a comma in a quoted text still cuts it."""
    text = 'name;age\n"O""Dwyer, Ellen";1\n"Bell, Mr";2\n'
    assert {trial.delimiter: trial.good for trial in trials(text)} == dict.fromkeys("\t|, ", False) | {";": True}
    cut = {trial.delimiter: trial.sentence for trial in trials('a,"b;c",d\n1,"2;3",4\n')}
    assert (cut[","], cut[";"]) == ("3 columns", "uneven")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_odd_encodings(write, encoding, name):
    path = write("größe,art\n1,süß\n2,heiß\n", encoding)
    assert tables.detected(path).encoding == name
    raw = tables.read(path)
    assert raw.columns == ("größe", "art")
    assert raw.column("art") == ("süß", "heiß")


def test_a_byte_that_the_old_western_encoding_does_not_have(write):
    assert tables.read(write(b"a,b\n\x81,1\n\xe9,2\n")).dialect.encoding == "latin-1"


def test_reading_and_preview(write):
    raw = tables.read(
        write("name,x,y,same\nanna,1.5,a,7\nberta,?,b,7\n\ncarla,NA,a,7\ndora,2,,7\nemma,3,b,7\nfina,4,a,7\n")
    )
    assert raw.kinds == ("text", "number", "category", "constant")
    assert raw.missing == (0, 2, 1, 0)
    assert raw.rows == 6
    assert raw.preview(1) == [("anna", "1.5", "a", "7")]


def test_duplicate_and_empty_names_are_made_unique_and_said(write):
    raw = tables.read(write("x,x,,y\n1,2,3,a\n4,5,6,b\n"))
    assert raw.columns == ("x", "x (2)", "column 3", "y")
    assert raw.notes == ("Column 2 is called 'x' like one before it: renamed to 'x (2)'.",)


def test_short_rows_are_filled_and_said_long_ones_refused(write):
    raw = tables.read(write("a,b,c\n1,2,x\n3\n4,5,y,,\n"), Dialect())
    assert raw.column("c") == ("x", "", "y")
    assert "Rows shorter than the first one: 1" in raw.notes[0]
    with pytest.raises(BadInput, match="line 3: has 4 cells, the first row has 3"):
        tables.read(write("a,b,c\n1,2,x\n3,4,y,z\n"), Dialect())


@pytest.mark.parametrize(
    ("columns", "kinds", "last", "target"),
    [
        (("a", "b"), ("number", "number"), "123", "b"),
        (("Species", "b"), ("category", "number"), "123", "Species"),
        (("a", "b", "name"), ("number", "category", "text"), "xyz", "b"),
        (("x", "y", "kind"), ("number", "number", "category"), "abc", "kind"),
        (("x", "y", "kind"), ("number", "number", "number"), "010", "kind"),
        (("x", "y", "z"), ("number", "number", "number"), "123", "y"),
        (("day", "price", "sold"), ("number", "number", "category"), ("no", "yes", ""), "sold"),
        (("day", "price", "sold"), ("number", "number", "number"), "010", "sold"),
        (("date", "price", "area"), ("number", "number", "number"), "123", "price"),
        (("price", "area", "garden"), ("number", "number", "category"), ("no", "yes", "no"), "price"),
        (("area", "garden", "price"), ("number", "category", "number"), "123", "price"),
    ],
)
def test_the_target_is_guessed(columns, kinds, last, target):
    cells = (*[("1", "2", "3")] * (len(columns) - 1), tuple(last))
    assert guess_target(columns, kinds, cells) == target


@pytest.mark.parametrize(
    ("kinds", "cells", "target"),
    [
        ("nnn", ("112233", ("1.5", "2.5", "3.1", "0.2", "7.3", "2.2"), ("15", "26", "37", "48", "59", "60")), 0),
        ("cnn", ("aabbcc", ("1.5", "2.5", "3.1", "0.2", "7.3", "2.2"), ("1.5", "2.5", "3.1", "0.2", "7.3", "2.2")), 0),
        ("ncn", (("1.5", "2.5", "3.1", "0.2", "7.3", "2.2"), "aabbcc", ("1.5", "2.5", "3.1", "0.2", "7.3", "2.2")), 1),
        ("nnn", (("1.5", "2.5", "3.1", "0.2", "7.3", "2.2"), "110011", ("1.5", "2.5", "3.1", "0.2", "7.3", "2.2")), 2),
        ("cnn", ("aabbcc" * 10, [f"{row}.5" for row in range(60)], "123456" * 10), 2),  # rings of a shell, by its sex
        ("ccn", ("aabbcc", "xyxyxy", ("1.5", "2.5", "3.1", "0.2", "7.3", "2.2")), 2),
        ("nnn", ("123456", ("1.5", "2.5", "3.1", "0.2", "7.3", "2.2"), ("15", "26", "37", "48", "59", "60")), 2),
        ("nnc", ("112233", ("1.5", "2.5", "3.1", "0.2", "7.3", "2.2"), "aabbcc"), 2),
    ],
)
def test_without_headings_the_only_column_that_tells_classes_apart_is_the_target(kinds, cells, target):
    names = [f"column {place}" for place in range(1, 4)]
    signs = [{"n": "number", "c": "category"}[sign] for sign in kinds]
    columns = [tuple(column) for column in cells]
    assert guess_target(names, signs, columns, headed=False) == names[target]
    assert guess_target(names, signs, columns) == names[2], "with headings it is the last one, unless a name tells more"


@pytest.mark.parametrize(
    ("cells", "kind", "task"),
    [
        (("a", "b"), "category", "classes"),
        (("0", "1", "1", "0"), "number", "classes"),
        (("0.5", "1.5", "0.5", "1.5"), "number", "values"),
        (tuple(map(str, range(40))), "number", "values"),
        (("1", "2", "3", "7"), "number", "values"),
    ],
)
def test_the_task_is_guessed(cells, kind, task):
    assert guess_task(cells, kind, ".") == task


def test_roles_are_guessed():
    cells = (("1", "2"), ("0.1", "0.3"), ("u", "v"), ("anna", "berta"), ("7", "7"), ("a", "b"))
    kinds = ("number", "number", "category", "text", "constant", "category")
    roles = guess_roles(("id", "x", "c", "name", "same", "y"), cells, kinds, "y")
    assert roles == {"id": "ignore", "x": "input", "c": "category", "name": "ignore", "same": "ignore", "y": "target"}


@pytest.mark.parametrize(
    "name, cells, kind, missing, why",
    [
        ("PassengerId", ("3", "1", "2"), "number", 0, "only numbers the rows"),
        ("day", ("1", "2", "3", "4"), "number", 0, "only numbers the rows"),
        ("same", ("7", "7", "7"), "constant", 0, "holds one value only"),
        ("cabin", ("", "", "", "C85", "E46"), "category", 4, "is mostly empty: 80 %"),
        ("cabin", ("", "", "C85", "E46"), "category", 2, ""),
        ("name", ("Anna", "Berta"), "text", 0, "is another text in every row"),
        ("ticket", ("A 1", "A 1", "B 2"), "text", 0, "is free text"),
        ("fare", ("7.25", "8.05", "71.3"), "number", 0, ""),
        ("sex", ("male", "female", "male"), "category", 0, ""),
    ],
)
def test_a_column_is_left_out_for_a_reason(name, cells, kind, missing, why):
    assert reason_to_leave_out(name, cells, kind, missing) == why


@pytest.mark.parametrize(
    "values, codes",
    [
        (("1", "2", "3"), True),
        (("1.0", "2.0", "3.0", "4.0"), True),
        (("1", "2", "3", ""), True),  # a gap is no code
        (("0", "1", "2"), False),  # what begins at none is counted
        (("1", "2"), False),
        (("1", "2", "4"), False),
        (("1", "2", "3", "4", "5"), False),
        (("3", "6", "7"), False),
    ],
)
def test_few_numbers_from_one_on_are_names(values, codes):
    assert holds_codes(values * 10) == codes
    assert not holds_codes(values), "three rows tell nothing"


def test_a_rare_number_is_no_name():
    assert not holds_codes(("1", "2") * 60 + ("3",))


def test_numbers_categories_and_classes(write):
    path = write(
        "name;size;colour;big;kind\nanna;1,5;red;yes;b\nberta;NA;green;no;a\ncarla;3;blue;;b\ndora;4;red;no;\n"
    )
    roles: dict[str, Role] = {
        "name": "ignore",
        "size": "input",
        "colour": "category",
        "big": "category",
        "kind": "target",
    }
    table = Csv(path=str(path), delimiter=";", decimal=",", columns=roles).table(1)
    assert table.columns == ("size", "colour = blue", "colour = green", "colour = red", "big = yes")
    assert table.sources == ("size", "colour", "colour", "colour", "big")
    expected = [[1.5, 0, 0, 1, 1], [np.nan, 0, 1, 0, 0], [3, 1, 0, 0, np.nan]]
    assert table.x == pytest.approx(np.array(expected), nan_ok=True)
    assert table.y.tolist() == [1, 0, 1]
    assert table.classes == ("a", "b")
    assert "Rows without 'kind': 1, left out." in table.notes
    assert "colour became 3 columns of 0 and 1." in table.notes


def test_values_as_the_task(write):
    path = write("a,b\n1,2.5\n2,\n3,4.5\n")
    table = Csv(path=str(path), predicts="values").table(1)
    assert table.y.tolist() == [2.5, 4.5]
    assert table.classes == ()


@pytest.mark.parametrize(
    ("text", "more", "reason"),
    [
        ("", {}, "empty"),
        ("  \n\n", {}, "empty"),
        ("a,b\n", {}, "no rows"),
        ("a\n1\n2\n", {}, "only one column"),
        ("a,b\n1,x\n2,x\n", {"columns": {"a": "input", "b": "target"}}, "only one class"),
        ("a,b\n1,x\nred,y\n", {"columns": {"a": "input", "b": "target"}}, "a: 'red' in row 2 is not a number"),
        ("a,b\n,x\nNA,y\n", {"columns": {"a": "input", "b": "target"}}, "a: all values are missing"),
        ("a,b\n,x\nNA,y\n", {"columns": {"a": "category", "b": "target"}}, "a: all values are missing"),
        ("a,b\n1,\n2,?\n", {"columns": {"a": "input", "b": "target"}}, "b: all values are missing"),
        (
            "a,b\n1,\n2,?\n",
            {"columns": {"a": "input", "b": "target"}, "predicts": "values"},
            "b: all values are missing",
        ),
        ("a,b\n1,x\n2,y\n", {"columns": {"a": "input"}}, "no column is the target"),
        ("a,b\n1,x\n2,y\n", {"columns": {"a": "target", "b": "target"}}, "more than one target"),
        ("a,b\n1,x\n2,y\n", {"columns": {"b": "target"}}, "no column is an input"),
        ("a,b\n1,x\n2,y\n", {"columns": {"c": "input"}}, "no column 'c'"),
        (
            "a,b\n" + "\n".join(f"{i},c{i}" for i in range(101)),
            {"columns": {"a": "input", "b": "target"}},
            "101 classes",
        ),
        (
            "a,b\n" + "\n".join(f"t{i},{i % 2}" for i in range(60)),
            {"columns": {"a": "category", "b": "target"}},
            "60 different values",
        ),
        ('a,b\n1,"' + "x" * 200_000 + '"\n', {}, "line 2: cannot be read"),
    ],
)
def test_bad_tables_are_refused_in_one_clear_line(write, text, more, reason):
    with pytest.raises(BadInput, match=reason) as caught:
        Csv(path=str(write(text)), **more).table(1)
    assert "\n" not in str(caught.value)


def test_bad_files(tmp_path, write):
    with pytest.raises(BadInput, match="cannot be read"):
        Csv(path=str(tmp_path / "none.csv")).table(1)
    with pytest.raises(BadInput, match="cannot be read"):
        tables.detected(tmp_path)
    with pytest.raises(BadInput, match="not a text file"):
        tables.detected(write(bytes(range(256)) * 4))
    with pytest.raises(BadInput, match="not written in utf-8"):
        tables.read(write(b"a,b\n\xff,2\n"), Dialect())
    with pytest.raises(BadInput, match="'klingon' is not known"):
        tables.read(write(PLAIN), Dialect("klingon"))
    with pytest.raises(BadInput, match="no file is chosen"):
        Csv().table(1)


def test_the_checksum_guards_the_file(write):
    path = write(PLAIN)
    data = Csv(path=str(path), sha256=checksum(path))
    data.table(1)
    path.write_text(PLAIN + "5,red,a\n", encoding="utf-8")
    with pytest.raises(BadInput, match="checksum differs"):
        data.table(1)


def test_a_changed_file_is_read_anew_without_a_checksum(write):
    path = write(PLAIN)
    assert len(Csv(path=str(path)).table(1).y) == 4
    path.write_text(PLAIN + "5,red,a\n", encoding="utf-8")
    assert len(Csv(path=str(path)).table(1).y) == 5


def test_paths_are_anchored_and_written_relative(tmp_path):
    anchored = Csv(path="tables/x.csv").anchored(tmp_path)
    assert anchored.path == str(tmp_path / "tables" / "x.csv")
    assert anchored.relative_to(tmp_path / "sub").path == "../tables/x.csv"
    assert Csv().anchored(tmp_path).path == ""


@pytest.mark.slow
def test_200000_rows_of_20_columns_take_seconds_not_minutes(write):
    """Three seconds on a machine that does nothing else; the limit is for one that does."""
    numbers = np.random.default_rng(1).normal(size=(200_000, 19))
    lines = [",".join(f"{v:.4f}" for v in row) + (",yes" if row[0] > 0 else ",no") for row in numbers]
    path = write(",".join(f"c{number}" for number in range(19)) + ",answer\n" + "\n".join(lines) + "\n")
    start = time.process_time()
    dialect = tables.detected(path)
    prepared = prepare(Experiment.parse({"data": {"kind": "csv", "path": str(path), "delimiter": dialect.delimiter}}))
    assert time.process_time() - start < 15.0
    assert len(prepared.table.y) == 200_000


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("1\t2\n3\t4", [(1, 2), (3, 4)]),
        ("x;y;k\n1,5;2,5;B\n2;3;A", [(1.5, 2.5, 1), (2, 3, 0)]),
        ("1.0, 2.0, 0\n2.0, 3.0, 1\n", [(1, 2, 0), (2, 3, 1)]),
        ("1 2 0\n-1 3.5 1", [(1, 2, 0), (-1, 3.5, 1)]),
    ],
)
def test_points_from_the_clipboard(text, points):
    assert parse_points(text) == points


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        ("a,b\nc,d", "'c' is not a number"),
        ("1,2,3,4\n1,2,3,4", "2 or 3 columns"),
        ("1;\n2;3", "column 2 is empty"),
        ("5", "only one column"),
    ],
)
def test_text_that_holds_no_points(text, reason):
    with pytest.raises(BadInput, match=reason):
        parse_points(text)
