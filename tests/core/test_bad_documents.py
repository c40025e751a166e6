"""Documents from anywhere: what cannot be used is one sentence, and exit 2 within seconds and little memory."""

from __future__ import annotations

import gzip
import os
import pathlib
import random
import resource
import subprocess
import sys

import pytest

import main as entry
from core import document
from core.documents import toml_file
from core.documents.edits import replace
from core.documents.typed import value
from core.experiment import Experiment
from core.families.schedule import LARGEST, power
from core.messages import BadInput
from core.race.tracks import tracks
from core.training.session import Session
from tests.building.mutated_documents import ODD, mutated
from tests.building.places import CASES, PRESETS, ROOT

MANY, PIECES = 2000, 10


@pytest.mark.parametrize("piece", range(PIECES))
def test_mutated_presets_races_and_comparisons_are_a_sentence_or_a_document(piece):
    """Found by it: names that are lists, whole numbers of any length, kinds that fill a screen."""
    chance, refused = random.Random(f"documents {piece}"), 0
    for _ in range(MANY // PIECES):
        source = mutated(chance)
        try:
            found = document.loads(source, "a.toml")
        except BadInput as problem:
            refused += 1
            said = str(problem)
            assert said.startswith("a.toml: ") and said.isprintable() and len(said) < 1500, said
        else:
            again = document.loads(found.dumps())
            assert again == found or "nan" in found.dumps()
    assert MANY // PIECES * 0.5 < refused < MANY // PIECES


@pytest.mark.parametrize("path", ["data", "data.kind", "inputs", "inputs.features", "layers", "layers.h1", "output", "rule", "task", "goal", "start"])  # fmt: skip
def test_a_setting_becomes_anything_or_says_what_it_may_be(path):
    """Found by comparisons from anywhere, whose twins edit so: what an edit brings along was looked for in what is no
    table."""
    experiment, refused = Experiment.load(PRESETS / "digits-cnn.toml"), 0
    for odd in ODD:
        try:
            replace(experiment, path, odd, "a.toml")
        except BadInput as problem:
            refused += 1
            assert str(problem).startswith("a.toml: ")
    assert refused > len(ODD) / 2


LAYER = 'version = 1\n[data]\nkind = "circle"\n[[layers]]\nkind = "dense"\nname = '
RACER = 'kind = "race"\n[[racers]]\nname = '
NAMED = {
    "a layer's name is a list": (f'{LAYER}["a"]\n', "layers.['a'].name: must be a text, not ['a']"),
    "a layer's name is a table": (f"{LAYER}{{a = 1}}\n", "name: must be a text, not {'a': 1}"),
    "a racer's name is a list": (f'{RACER}["a"]\n', "racers.['a'].name: must be a text, not ['a']"),
    "a racer's name is a table": (f"{RACER}{{a = 1}}\n", "name: must be a text, not {'a': 1}"),
    "a player's layer is called by a list": ('[data]\nkind = "cloud"\n[task]\nkind = "gan"\n[[task.layers]]\nkind = "dense"\nname = ["a"]\n', "must be a text, not ['a']"),
    "a racer's colour is a list": ('kind = "race"\n[[racers]]\ncolour = [1]\n', "racers.1.colour: must be a whole number"),
    "γ is 10³⁰": ('[schedule]\nkind = "exponential"\ngamma = 1e30\n', "schedule.gamma: must be at most 1000000000000.0, not 1e+30"),
    "a rate of 10³⁰⁸": ('[optimizer]\nkind = "asgd"\nlr = 1e308\n', "optimizer.lr: must be at most"),
    "a power of 10³⁰⁸": ('[optimizer]\nkind = "asgd"\nalpha = 1e308\n', "optimizer.alpha: must be at most 10.0"),
    "adafactor's decay of −10³⁰⁸": ('[optimizer]\nkind = "adafactor"\nbeta2_decay = -1e308\n', "optimizer.beta2_decay: must be at least"),
    "epochs of 10³⁰": ("[stop]\nepochs = 1e30\n", "stop.epochs: must be at most"),
    "lists in lists": (f"batch_size = {'[' * 3000}{']' * 3000}\n", "is nested too deeply"),
    "some lists in lists": (f"batch_size = {'[' * 100}{']' * 100}\n", "is nested too deeply"),
    "tables in tables": (f"batch_size = {'{a = ' * 200}1{'}' * 200}\n", "is nested too deeply"),
    "a key of 100,001 parts": (f"a{'.a' * 100_000} = 1\n", "is nested too deeply"),
    "a heading of 50,001 parts": (f"[{'a . ' * 50_000}a]\n", "is nested too deeply"),
    "a whole number of 5,000 digits": (f"batch_size = {'9' * 5000}\n", "a number or a date in it cannot be read"),
    "a whole number of 400 digits": (f"batch_size = {'9' * 400}\n", "batch_size: is a whole number of more than 64 bits"),
    "a weight of 10⁴⁰⁰": (f"[start]\nweights = {{h1 = [[1{'0' * 400}]]}}\n", "start.weights.h1.1.1: is a whole number of more than 64 bits"),
    "NUL in a name": ('title = "a\\u0000b"\n', "title: holds the sign NUL"),
    "NUL in a path": ('[data]\nkind = "csv"\npath = "a\\u0000b"\n', "data.path: holds the sign NUL"),
    "NUL in a key": ('"a\\u0000b" = 1\n', "holds the sign NUL"),
    "990 attributes": (f'[data]\nkind = "formula"\nformula = "x{".a" * 990}"\n', "'x.a.a.a.a.a.a.a.a.a.' has no meaning in a formula"),
    "brackets in brackets": (f'[data]\nkind = "formula"\nformula = "{"(" * 900}x{")" * 900}"\n', "cannot be read as a formula"),
    "an encoding that is none": (f'[data]\nkind = "csv"\npath = "{CASES / "s06_years.csv"}"\nencoding = "rot13"\n', ""),
}  # fmt: skip


@pytest.mark.parametrize("way", NAMED)
def test_a_document_that_cannot_be(way):
    source, says = NAMED[way]
    if not says:  # known when the file is read
        document.loads(source)
        return
    with pytest.raises(BadInput) as problem:
        document.loads(source, "a.toml")
    assert says in str(problem.value) and str(problem.value).isprintable()


@pytest.mark.parametrize(
    ("source", "says"), [(b"\xff\xfe\0", "is not a text file in UTF-8"), (b"a = \n", "is not valid TOML")]
)
def test_a_file_that_is_none(source, says, tmp_path):
    (tmp_path / "a.toml").write_bytes(source)
    with pytest.raises(BadInput, match=says):
        document.load(tmp_path / "a.toml")


def test_a_file_with_the_mark_of_an_editor_and_its_line_ends_is_read(tmp_path):
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfbatch_size = 7\r\n[data]\r\nkind = 'circle'\r\n")
    found = document.load(tmp_path / "a.toml")
    assert isinstance(found, Experiment) and found.batch_size == 7


def test_a_giant_file_is_not_read(tmp_path):
    with (tmp_path / "a.toml").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(BadInput, match="is too large: 1,000,000 MB, at most 16 MB"):
        document.load(tmp_path / "a.toml")
    assert toml_file.MOST_BYTES == 16_000_000


@pytest.mark.parametrize("text", ["9" * 5000, "[" * 3000])
def test_a_value_of_the_command_line_is_bounded_too(text):
    assert value(text) == text or value(text) == float(text)


@pytest.mark.parametrize("optimizer", ["asgd", "adafactor", "adam", "sgd", "nadam", "adagrad", "lbfgs"])
@pytest.mark.usefixtures("kernel")
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_the_largest_settings_are_computed_with(optimizer):
    """Whatever comes of them is no number any more, but no error either."""
    wild = {"kind": optimizer, "lr": 1e12}
    experiment = Experiment.parse(
        {
            "data": {"kind": "circle", "samples": 30},
            "optimizer": wild,
            "schedule": {"kind": "step", "every": 1, "gamma": 1e12},
        }
    )
    session = Session(experiment)
    session.advance(5)
    assert session.updates <= 5
    race = document.loads(
        f'kind = "race"\nupdates = 20\n[[racers]]\n[racers.optimizer]\nkind = "{optimizer}"\nlr = 1e12\n'
    )
    assert len(tracks(race)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("base", "exponent", "found"), [(0.5, 3, 0.125), (2.0, 10, 1024.0), (2.0, 5000, LARGEST), (1e12, 2, LARGEST)]
)
def test_a_rate_that_grows_without_end_stays_a_number(base, exponent, found):
    assert power(base, exponent) == found


# Through the command

PIPE, LOOP = "pipe", "loop"
DATA = {
    "a device without end": ('kind = "csv"\npath = "/dev/zero"\n', "is a pipe or a device"),
    "a device of chance": ('kind = "text"\npath = "/dev/urandom"\n', "is a pipe or a device"),
    "a pipe": (f'kind = "pictures"\npath = "{PIPE}"\n', "is a pipe or a device"),
    "a pipe as a table": (f'kind = "csv"\npath = "{PIPE}"\n', "is a pipe or a device"),
    "a link to itself": (f'kind = "csv"\npath = "{LOOP}"\n', "cannot be read: Too many levels of symbolic links"),
    "a link to itself as pictures": (f'kind = "pictures"\npath = "{LOOP}"\n', "Too many levels of symbolic links"),
    "a folder as a table": ('kind = "csv"\npath = "."\n', "cannot be read: it is a folder"),
    "an encoding that is none": ('kind = "csv"\npath = "a.csv"\nencoding = "rot13"\n', "'rot13' is not known"),
    "an encoding of the square of its length": ('kind = "csv"\npath = "a.csv"\nencoding = "punycode"\n', "'punycode' is not known"),
    "20,000 columns": ('kind = "csv"\npath = "wide.csv"\n', "has 20,000 columns, at most 4,096 are read"),
    "100,001 columns": ('kind = "csv"\npath = "wider.csv"\n', "has 100,001 columns"),
    "266 MB in gzip": ('kind = "pictures"\npath = "images.gz"\n', "unpacks to more than 200 MB"),
    "a giant": ('kind = "csv"\npath = "giant.csv"\n', "is too large: 1,000,000 MB"),
}  # fmt: skip
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and limits of the file system")


@pytest.fixture
def odd_files(tmp_path):
    os.mkfifo(tmp_path / PIPE)
    (tmp_path / LOOP).symlink_to(tmp_path / LOOP)
    (tmp_path / "a.csv").write_text("a,b\n1,2\n3,4\n")
    (tmp_path / "wide.csv").write_text(wide(20_000))
    (tmp_path / "wider.csv").write_text(wide(100_001))
    with (tmp_path / "giant.csv").open("wb") as file:
        file.truncate(10**12)
    return tmp_path


def wide(columns: int) -> str:
    return "\n".join(",".join(f"{place}.5" for place in range(columns)) for _ in range(3)) + "\n"


def document_of(folder: pathlib.Path, data: str) -> pathlib.Path:
    """An experiment with these data, and what they are."""
    if "images.gz" in data:
        with gzip.open(folder / "images.gz", "wb", 1) as file:
            for _ in range(266):
                file.write(bytes(1_000_000))
    (folder / "e.toml").write_text(f"version = 1\n[stop]\nupdates = 1\n[data]\n{data}", encoding="utf-8")
    return folder / "e.toml"


@pytest.mark.parametrize("way", DATA)
def test_data_that_cannot_be_are_a_sentence(way, odd_files, capsys):
    data, says = DATA[way]
    assert entry.main(["run", str(document_of(odd_files, data))]) == 2
    out, err = capsys.readouterr()
    assert not out and says in err.replace("\r", "\n").strip().splitlines()[-1]


def really(file: pathlib.Path) -> str:
    """What the real command says of a file that it refuses; checked to be one line, within a few seconds of the
    processor and a GB of memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "run", str(file)],
        capture_output=True, text=True, timeout=100, check=False, env=dict(os.environ), preexec_fn=_little_memory,
    )  # fmt: skip
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 20, "5 s on a machine of its own"
    assert (done.returncode, done.stdout) == (2, "") and len(done.stderr.strip().splitlines()) == 1, done.stderr
    return done.stderr


def _little_memory() -> None:
    """A GB of data: shared libraries and what is only reserved do not count."""
    resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))


@pytest.mark.parametrize("way", ["a pipe as a table", "266 MB in gzip"])
def test_data_that_cannot_be_end_the_real_command_with_2(way, odd_files):
    data, says = DATA[way]
    assert says in really(document_of(odd_files, data))


@pytest.mark.parametrize(
    "way", ["a layer's name is a list", "a key of 100,001 parts", "a whole number of 5,000 digits"]
)
def test_a_document_that_cannot_be_ends_the_real_command_with_2(way, tmp_path):
    source, says = NAMED[way]
    (tmp_path / "a.toml").write_text(source, encoding="utf-8")
    assert says in really(tmp_path / "a.toml")
