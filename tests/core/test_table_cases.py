"""Tables as people have them, with what has to be found in each: columns, roles, task, gaps, rows, and how it is
written."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from core.data.preparation import prepare
from core.experiment import Experiment
from core.families import Entry, parted
from core.files import tables
from core.files.dialects import Dialect
from core.files.left_out import guess_roles
from core.files.numerals import bare
from core.files.table_columns import ColumnKind, Role, frequent_markers, guess_task
from core.files.table_encoding import guessed_purpose, to_table
from core.messages import BadInput
from tests.building.places import CASES

SIGNS: dict[str, ColumnKind] = {"n": "number", "c": "category", "t": "text", "=": "constant"}
ROLES: dict[str, Role] = {"i": "input", "c": "category", "T": "target", "-": "ignore"}


@dataclasses.dataclass(frozen=True)
class Expected:
    """`kinds` and `roles` have a sign for each column; `missing` names the columns with gaps; `written` is delimiter,
    decimal sign, whether there is a header, lines above; `says` are words of its notes."""

    rows: int
    columns: str
    kinds: str
    roles: str
    task: str
    written: tuple[str, str, bool, int] = (",", ".", True, 0)
    missing: dict[str, int] = dataclasses.field(default_factory=dict)
    says: tuple[str, ...] = ()


def numbered(count: int) -> str:
    return "|".join(f"column {number}" for number in range(1, count + 1))


BARE = (",", ".", False, 0)
FILES = {
    "m04_minus_class.csv": Expected(4, numbered(3), "ncc", "icT", "classes", BARE, says=("“-” stands in 2 of 4 rows and is taken as a value",)),
    "m05_pandas_index.csv": Expected(4, "index|x|species", "nnc", "-iT", "classes"),
    "m05b_id.csv": Expected(4, "PassengerId|x|Survived", "nnn", "-iT", "classes"),
    "m06_years.csv": Expected(4, "region|2021|2022|grew", "tnnc", "-iiT", "classes"),
    "m24_semicolon.csv": Expected(11, "t|place|kind", "ntc", "i-T", "classes"),
    "m29_sheets.csv": Expected(4, "g|w|art", "nnc", "iiT", "classes", (",", ",", True, 0)),
    "s02b_amounts.csv": Expected(60, "Posten|Betrag|Menge|Klasse", "tnnc", "-iiT", "classes", (";", ",", True, 0), says=("Betrag: 1.295.083,18 is read as 1295083.18.",)),
    "s03_percent.csv": Expected(60, "Region|City Tier|Gender|3Yr Churn Rate|Lost Sales|Benchmark", "cccnnn", "ccciiT", "values", says=("3Yr Churn Rate: 35% is read as 35.", "Benchmark: 85,002,109 is read as 85002109.")),
    "s03b_thousands_en.csv": Expected(60, "day|visitors|price|sold", "nnnc", "-iiT", "classes", says=("visitors: 3,270 is read as 3270.", "price: $2.78 is read as 2.78.")),
    "s04_crx.csv": Expected(120, numbered(11), "cnnccccncnc", "ciicccciciT", "classes", BARE, {"column 1": 31, "column 10": 4}, ("“-” stands in 65 of 120 rows and is taken as a value",)),
    "s04b_na_category.csv": Expected(120, "size|basement|fence|expensive", "nccc", "iccT", "classes", says=("“NA” stands in 44 of 120 rows and is taken as a value", "“None” stands in 91 of 120")),
    "s05_index_leak.csv": Expected(150, "index|x1|x2|species", "nnnc", "-iiT", "classes"),
    "s05b_passengerid.csv": Expected(200, "PassengerId|Survived|Pclass|Name|Sex|Age|Fare|Cabin|Embarked", "nnntcnncc", "-Tc-ciicc", "classes", missing={"Age": 103, "Cabin": 106, "Embarked": 55}),
    "s05c_glass_noheader.csv": Expected(210, numbered(9), "nnnnnn=nn", "-iiiii-iT", "classes", BARE, says=("One value only, so there is nothing to learn from: column 7.",)),
    "s06_years.csv": Expected(60, "region|2021|2022|2023|grew", "tnnnc", "-iiiT", "classes"),
    "s07_sep.csv": Expected(60, "x|y|label", "nnc", "iiT", "classes", (";", ".", True, 1)),
    "s07b_title.csv": Expected(60, "x|y|label", "nnc", "iiT", "classes", (",", ".", True, 2)),
    "s07c_comment.csv": Expected(60, "x|y|label", "nnc", "iiT", "classes", (",", ".", True, 2)),
    "s07d_adult_test.csv": Expected(80, numbered(5), "ncncc", "icicT", "classes", (",", ".", False, 1), {"column 2": 26}),
    "s08_r.csv": Expected(60, "index|x|y|label", "nnnc", "-iiT", "classes"),
    "s10_housing.data": Expected(200, numbered(6), "nnnnnn", "iiiiiT", "values", (" ", ".", False, 0)),
    "s10b_autompg.data": Expected(100, numbered(9), "nnnnnnnnc", "iiiiiiicT", "classes", (" ", ".", False, 0), {"column 4": 4}),
    "s10c_prices.csv": Expected(300, "area|rooms|age|price", "nnnn", "iiiT", "values"),
    "s23_duplicates.csv": Expected(300, "x|y|z|kind", "nnnc", "iiiT", "classes", says=("Rows that are copies of others: 270 of 300",)),
    "s24_coords.csv": Expected(60, "id|position|temp|kind", "ntnc", "--iT", "classes"),
    "s24b_bar.csv": Expected(60, "freq|geo|unit|value|flag", "=c=nc", "-c-iT", "classes", says=("One value only, so there is nothing to learn from: freq, unit.",)),
    "s25_class_middle.csv": Expected(210, "h|w|cover|slope|soil", "nnnnn", "iiiiT", "values"),
    "s25b_wine_noheader.data": Expected(178, numbered(5), "nnnnn", "Tiiii", "classes", BARE),
    "s28_iris.arff": Expected(2, "a|b|class", "nnc", "iiT", "classes"),
    "t14_titanic.csv": Expected(132, "PassengerId|Survived|Pclass|Name|Sex|Age|SibSp|Parch|Ticket|Fare|Cabin|Embarked", "nnntcnnntncc", "-Tc-ciii-i-c", "classes", missing={"Age": 63, "Cabin": 104, "Embarked": 2}),
    "s29_sheets_de.csv": Expected(60, "Größe|Gewicht|Art", "nnc", "iiT", "classes", (",", ",", True, 0)),
}  # fmt: skip


def guessed(raw: tables.RawTable):
    """Roles and task as the dialog proposes them."""
    purpose = guessed_purpose(raw)
    return purpose.roles, purpose.predicts


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_as_what_it_is(name):
    expected, raw = FILES[name], tables.read(CASES / name)
    columns = tuple(expected.columns.split("|"))
    assert (raw.rows, raw.columns) == (expected.rows, columns)
    written = raw.dialect
    assert (written.delimiter, written.decimal, written.header, written.skip) == expected.written
    assert raw.kinds == tuple(SIGNS[sign] for sign in expected.kinds)
    assert {column: count for column, count in zip(columns, raw.missing, strict=True) if count} == expected.missing
    roles, task = guessed(raw)
    assert roles == dict(zip(columns, (ROLES[sign] for sign in expected.roles), strict=True))
    assert task == expected.task
    told = " ".join(to_table(raw, roles, task).notes)
    assert all(words in told for words in expected.says), told
    for words in ("is read as", "taken as a value", "One value only"):
        assert (words in told) == any(words in said for said in expected.says), told


def test_every_case_is_asked_for():
    found = {path.name for path in CASES.iterdir() if path.suffix in (".csv", ".data", ".arff")}
    assert found == {*FILES, "s09_quote.csv"}


def test_a_quote_that_never_closes_names_its_line():
    with pytest.raises(BadInput, match="line 22: a quote opens there that does not close"):
        tables.read(CASES / "s09_quote.csv")


def test_a_cell_of_several_lines_is_none(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('text,n\n"one\ntwo",1\n"say ""so""\n",2\n')
    assert tables.read(path).column("text") == ("one\ntwo", 'say "so"')


def test_numbers_are_what_they_say():
    amounts = to_table(tables.read(CASES / "s02b_amounts.csv"), {"Betrag": "input", "Klasse": "target"}, "classes")
    assert amounts.x[:2, 0].tolist() == [1295083.18, 512.55]
    sheets = to_table(tables.read(CASES / "s29_sheets_de.csv"), {"Größe": "input", "Art": "target"}, "classes")
    assert sheets.x[:2, 0].tolist() == [10.24, 15.37]
    sales = to_table(tables.read(CASES / "s03_percent.csv"), {"Lost Sales": "input", "Gender": "target"}, "classes")
    assert sales.x[0, 0] == 65_596_782


@pytest.mark.parametrize(
    ("cell", "decimal", "number"),
    [
        ("1,234,567.5", ".", 1234567.5),
        ("1.234.567,5", ",", 1234567.5),
        ("1 234 567,5", ",", 1234567.5),
        ("1'234.5", ".", 1234.5),
        ("12\u202f345", ".", 12345),
        ("$1,200", ".", 1200),
        ("-$3.50", ".", -3.5),
        ("$-3.50", ".", -3.5),
        ("(1,200)", ".", -1200),
        ("3,5 €", ",", 3.5),
        ("EUR 3,5", ",", 3.5),
        ("12.5 %", ".", 12.5),
        ("−2", ".", -2),
        ("1e-3", ".", 0.001),
        (".5", ".", 0.5),
        ("5.", ".", 5),
        ("3,270", ".", 3270),
        ("3,270", ",", 3.27),
    ],
)
def test_a_number_in_its_clothes(cell, decimal, number):
    assert float(bare(cell, decimal) or "nan") == number


@pytest.mark.parametrize(
    ("cell", "decimal"),
    [("1,23", "."), ("1,2345", "."), ("0,123", "."), ("1,234 567", "."), ("1.23.4", ","), ("", "."), ("$", "."), ("%", "."), (".", "."), ("(5", "."), ("--5", "."), ("5-", "."), ("12 34", "."), ("a5", "."), ("1e", "."), ("€5€x", ".")],
)  # fmt: skip
def test_what_is_no_number(cell, decimal):
    assert bare(cell, decimal) is None


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["-"] * 5 + ["+"] * 5, {"-"}),
        (["NA"] + ["good"] * 9, set()),
        (["NA"] * 3 + ["good"] * 9, {"NA"}),
        (["-"] * 5 + ["1.5"] * 5, set()),
        (["?"] * 5 + ["good"] * 5, set()),
        ([""] * 5 + ["good"] * 5, set()),
        (["None"] * 50 + [f"name {i}" for i in range(60)], set()),
    ],
)
def test_a_marker_is_a_value_only_where_it_is_frequent_among_words(cells, values):
    assert frequent_markers(cells, ".") == values


def test_what_counts_as_missing_can_be_said():
    raw = tables.read(CASES / "s04b_na_category.csv", Dialect(missing="na Poor"))
    assert raw.missing[raw.place("basement")] == 44 + 41
    assert raw.missing[raw.place("fence")] == 0


@pytest.mark.parametrize(
    ("name", "target", "task"),
    [
        ("s25_class_middle.csv", "cover", "classes"),
        ("s25_class_middle.csv", "slope", "values"),
        ("s25b_wine_noheader.data", "column 1", "classes"),
    ],
)
def test_another_target_is_another_task(name, target, task):
    raw = tables.read(CASES / name)
    place = raw.place(target)
    assert guess_task(raw.cells[place], raw.kinds[place], ".", raw.gaps[place]) == task


@pytest.mark.parametrize(
    ("columns", "ignored"),
    [
        ({"a": "5 3 9 7", "b": "1 2 3 9"}, set()),
        ({"a": "1 2 3 4", "b": "1 5 3 9"}, {"a"}),
        ({"id": "17 4 99 5", "b": "1 5 3 9"}, {"id"}),
        ({"customerID": "17 4 99 5", "b": "1 5 3 9"}, {"customerID"}),
        ({"paid": "17 4 99 5", "b": "1 5 3 9"}, set()),
        ({"id": "17 4 17 5", "b": "1 5 3 9"}, set()),
        ({"a": "1 2 3 4"}, set()),  # nothing else would be left to learn from
    ],
)
def test_what_only_numbers_the_rows_is_left_out(columns, ignored):
    cells = [tuple(text.split()) for text in columns.values()]
    kinds: list[ColumnKind] = [*("number" for _ in cells), "category"]
    roles = guess_roles([*columns, "y"], [*cells, ("a", "b", "a", "b")], kinds, "y")
    assert {name for name, role in roles.items() if role == "ignore"} == ignored


@pytest.mark.parametrize(
    ("text", "delimiter", "columns"),
    [("1,5;2,5;3,5;x\n" * 5, ";", 4), ("a b,1\nc d,2\ne f,3\n", ",", 2), ("1.0, 2.0, 0\n2.0, 3.0, 1\n", ",", 3)],
)
def test_the_delimiter_that_leaves_clean_cells_wins(text, delimiter, columns, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(text)
    best = tables.tried(path)[0]
    assert (best.delimiter, best.columns) == (delimiter, columns)


def test_what_was_tried_can_be_told():
    told = {trial.delimiter: trial.sentence for trial in tables.tried(CASES / "s24_coords.csv")}
    assert told == {",": "4 columns", ";": "uneven", "\t": "1 column", "|": "1 column", " ": "uneven"}


def test_remarks_between_rows_are_left_out_and_said(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("x,y,k\n1,2,a\n# a pause\n3,4,b\n5,6,a\n# end\n")
    raw = tables.read(path, Dialect())
    assert raw.rows == 3 and raw.notes == ("Lines that begin with # and are no rows: 2, left out.",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hello\n", "is neither @relation"),
        ("@relation a\n", "there is no line @data"),
        ("@data\n1,2\n", "there is no line @attribute"),
        ("@attribute x\n@data\n", "line 1: is no @attribute"),
        ("@attribute x relational\n@data\n", "tables (relational)"),
        ("@attribute x real\n@attribute y real\n@data\n{0 1}\n", "line 4: is a row of pairs"),
    ],
)
def test_an_arff_that_cannot_be_read(text, says, tmp_path):
    path = tmp_path / "a.arff"
    path.write_text(text)
    with pytest.raises(BadInput, match=r"^a\.arff: ") as problem:
        tables.read(path)
    assert says in str(problem.value)


def test_an_arff_with_odd_names_and_gaps(tmp_path):
    path = tmp_path / "a.arff"
    path.write_text(
        "% remark\n@RELATION r\n@attribute 'its name' numeric\n@attribute k {'a b',c}\n\n@DATA\n?,'a b'\n2,c % no\n"
    )
    raw = tables.read(path)
    assert raw.columns == ("its name", "k") and raw.missing == (1, 0) and raw.column("k")[0] == "a b"


def test_a_workbook(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "empty"
    sheet = book.create_sheet("data")
    for row in (["size", "ok", None], [1.5, True, None], [None, None, None], [2, False, None], [None, True, None]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    raw = tables.read(tmp_path / "a.xlsx")
    assert raw.columns == ("size", "ok") and raw.cells == (("1.5", "2", ""), ("yes", "no", "yes"))
    (tmp_path / "b.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes()[:-60])
    with pytest.raises(BadInput, match=r"b\.xlsx: is no workbook"):
        tables.read(tmp_path / "b.xlsx")


def test_a_workbook_without_its_package_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(BadInput, match=r"install openpyxl .* or save the sheet as CSV"):
        tables.read(tmp_path / "a.xlsx")


def test_twins_are_counted_among_the_columns_in_use():
    raw = tables.read(CASES / "s23_duplicates.csv")
    table = to_table(raw, {"x": "input", "y": "input", "z": "input", "kind": "target"}, "classes")
    assert len(np.unique(table.x, axis=0)) == 300 - 270


def test_a_row_is_written_as_the_file_writes_it():
    raw = tables.read(CASES / "s03_percent.csv")
    entries = to_table(raw, *guessed(raw)).entries
    assert [entry.name for entry in entries] == ["Region", "City Tier", "Gender", "3Yr Churn Rate", "Lost Sales"]
    assert entries[1].words == ("Newly Tier1", "Tier 1", "Tier 2") and entries[3:] == (
        Entry("3Yr Churn Rate", decimal="."),
        Entry("Lost Sales", decimal="."),
    )
    sheets = to_table(tables.read(CASES / "s29_sheets_de.csv"), {"Größe": "input", "Art": "target"}, "classes")
    assert sheets.typed == (Entry("Größe", decimal=","),) and sheets.sources == ("Größe",)


@pytest.mark.parametrize("words", [("no", "yes"), ("a", "b", "c"), ("only",)])
def test_a_word_is_what_its_columns_say(words):
    entry = Entry("kind", words)
    columns = [entry.numbers(word) for word in words]
    assert [entry.word(numbers) for numbers in columns] == list(words)
    assert all(len(numbers) == len(entry.columns) for numbers in columns)
    assert parted((Entry("n"), entry, Entry("m")), (7.0, *columns[-1], 8.0)) == [(7.0,), columns[-1], (8.0,)]


@pytest.fixture
def two_sheets(tmp_path):
    """A workbook with an empty sheet and two that hold something."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "cover"
    for name, target in (("prices", "price"), ("kinds", "kind")):
        sheet = book.create_sheet(name)
        sheet.append(["size", target])
        for number in range(8):
            sheet.append([number, 10 * number + 0.5 if target == "price" else "ab"[number % 2]])
    book.save(tmp_path / "two.xlsx")
    return tmp_path / "two.xlsx"


@pytest.mark.parametrize(
    ("sheet", "columns", "note"),
    [
        ("", ("size", "price"), "Read is the sheet “prices”, not “cover”, “kinds”."),
        ("prices", ("size", "price"), "Read is the sheet “prices”, not “cover”, “kinds”."),
        ("kinds", ("size", "kind"), "Read is the sheet “kinds”, not “cover”, “prices”."),
    ],
)
def test_a_sheet_of_a_workbook_is_chosen_and_said(two_sheets, sheet, columns, note):
    raw = tables.read(two_sheets, Dialect(sheet=sheet))
    assert raw.columns == columns and note in raw.notes and raw.dialect.sheet == (sheet or "prices")
    assert raw.sheets == ("cover", "prices", "kinds")
    data = {
        "kind": "csv",
        "path": str(two_sheets),
        "sheet": sheet,
        "predicts": "classes" if sheet == "kinds" else "values",
    }
    prepared = prepare(Experiment.parse({"data": data}))
    assert prepared.table.target == columns[1] and note in prepared.notes


@pytest.mark.parametrize(
    ("sheet", "reason"), [("price", "is none of its sheets: “cover”, “prices”, “kinds”"), ("cover", "“cover” is empty")]
)
def test_a_sheet_that_is_not_there_or_empty_is_a_sentence(two_sheets, sheet, reason):
    with pytest.raises(BadInput, match=reason):
        tables.read(two_sheets, Dialect(sheet=sheet))


def test_lines_above_a_sheet_are_skipped(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Sales of the year", None], ["a", "b"], [1, 2], [3, 4]):
        book.active.append(row)
    book.save(tmp_path / "titled.xlsx")
    assert tables.read(tmp_path / "titled.xlsx", Dialect(skip=1)).columns == ("a", "b")
    with pytest.raises(BadInput, match="the file is empty"):
        tables.read(tmp_path / "titled.xlsx", Dialect(skip=9))


def test_of_a_single_sheet_nothing_is_said_and_a_text_has_none(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, 2], [3, 4]):
        book.active.append(row)
    book.save(tmp_path / "one.xlsx")
    assert not any("sheet" in note for note in tables.read(tmp_path / "one.xlsx").notes)
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    with pytest.raises(BadInput, match="is no workbook, so it has no sheets"):
        tables.read(tmp_path / "a.csv", Dialect(sheet="a"))
