"""`descent-lab surface`: what it writes is what a session says, and what it says to bad input."""

from __future__ import annotations

import numpy as np
import pytest

import main as entry
from core.documents.edits import replace
from core.experiment import Experiment
from core.probes.surface import Surface
from core.training.session import Session
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")

CIRCLE, SPIRAL, HOLIDAY = (str(PRESETS / f"{name}.toml") for name in ("circle", "spiral", "holiday"))


@pytest.fixture
def surface(capsys, tmp_path):
    """Carry the command out: exit status, the numbers written, standard output and error."""

    def carry_out(*typed: str):
        out = tmp_path / "out.npz"
        out.unlink(missing_ok=True)
        status = entry.main(["surface", *typed, "--out", str(out)])
        said = capsys.readouterr()
        numbers = {}
        if out.exists():
            with np.load(out, allow_pickle=False) as file:
                numbers = dict(file)
        return status, numbers, said.out, said.err

    return carry_out


def _at(session: Session, vector: np.ndarray, part: str = "train") -> float:
    session.load_parameters(
        {slot.name: vector[slot.where].reshape(slot.shape) for slot in session.learner.network.slots}
    )
    return session.evaluate()[f"{part}.loss"]


@pytest.mark.parametrize("plane", ["weights", "random", "pca", "gradient", "hessian", "line"])
def test_the_file_holds_what_the_issue_promises(surface, plane):
    status, numbers, said, err = surface(CIRCLE, "--updates", "40", "--plane", plane, "--resolution", "7")
    assert status == 0, err
    line = plane == "line"
    assert set(numbers) == {"center", "u", "alpha", "loss", "path", "kept_variance"} | (
        set() if line else {"v", "beta"}
    )
    session = Session(Experiment.load(CIRCLE))
    session.advance(40)
    size = len(session.vector())
    assert numbers["center"].shape == numbers["u"].shape == (size,) and np.array_equal(
        numbers["center"], session.vector()
    )
    assert (
        numbers["alpha"].shape == (7,)
        and numbers["alpha"][3] == 0
        and numbers["loss"].shape == ((7,) if line else (7, 7))
    )
    assert numbers["loss"][(3,) * numbers["loss"].ndim] == pytest.approx(session.evaluate()["train.loss"], rel=1e-6)
    assert (
        numbers["path"].shape[1] == (1 if line else 2)
        and len(numbers["path"]) >= 2
        and 0 <= numbers["kept_variance"] <= 1
    )
    vector = numbers["center"] + numbers["alpha"][1] * numbers["u"]
    found = numbers["loss"][1] if line else numbers["loss"][1, 5]
    assert found == pytest.approx(
        _at(session, vector if line else vector + numbers["beta"][5] * numbers["v"]), rel=1e-6
    )
    assert "training samples" in said and "after 40 updates" in said


def test_it_is_what_a_session_answers(surface):
    _, numbers, _, _ = surface(
        SPIRAL, "--updates", "20", "--plane", "random", "--resolution", "9", "--span", "0.5", "--data", "test"
    )
    session = Session(Experiment.load(SPIRAL))
    session.advance(20)
    arrays = session.frame(Surface(plane="random", resolution=9, span=0.5, part="test")).arrays
    for name in ("center", "u", "v", "alpha", "beta", "loss", "path"):
        np.testing.assert_allclose(numbers[name], arrays[name], rtol=1e-12, atol=1e-15)
    assert numbers["alpha"][-1] == 0.5 and numbers["loss"][4, 4] == pytest.approx(
        session.evaluate()["test.loss"], rel=1e-6
    )


def test_two_weights_that_are_named(surface):
    _, numbers, said, _ = surface(
        CIRCLE, "--at", "output.bias[0]", "h1.weight[1,0]", "--resolution", "5", "--span", "2"
    )
    session = Session(Experiment.load(CIRCLE))
    by_name = {slot.name: slot for slot in session.learner.network.slots}
    assert np.flatnonzero(numbers["u"]).tolist() == [by_name["output.bias"].offset] and numbers["u"].sum() == 1
    assert np.flatnonzero(numbers["v"]).tolist() == [by_name["h1.weight"].offset + 2]
    assert "bias of disc" in said and "after 0 updates" in said and np.isnan(numbers["kept_variance"])


def test_the_penalty_and_the_seed(surface, tmp_path):
    file = tmp_path / "mine.toml"
    text = (PRESETS / "circle.toml").read_text(encoding="utf-8")
    file.write_text(text + '\n[[penalties]]\nkind = "l2"\nrate = 0.5\n', encoding="utf-8")
    bare, full = (surface(str(file), "--resolution", "3", *more)[1]["loss"][1, 1] for more in ((), ("--penalty",)))
    figures = Session(Experiment.load(file)).evaluate()
    assert full - bare == pytest.approx(figures["penalty"])
    one, again, other = (
        surface(CIRCLE, "--plane", "random", "--resolution", "3", "--seed", seed)[1] for seed in ("1", "1", "2")
    )
    assert np.array_equal(one["loss"], again["loss"]) and np.array_equal(one["u"], again["u"])
    assert not np.array_equal(one["center"], other["center"]) and not np.array_equal(one["u"], other["u"])


def test_gradient_and_step_on_one_line_are_told(surface, tmp_path):
    file = tmp_path / "mine.toml"
    replace(Experiment.load(str(PRESETS / "playground.toml")), "batch_size", "all").save(file)
    status, numbers, said, err = surface(str(file), "--plane", "gradient", "--resolution", "3")
    assert status == 0, err
    assert "one line" in said and abs(numbers["u"] @ numbers["v"]) < 1e-6


def test_a_long_run_goes_on_beyond_the_files_own_end(surface, tmp_path):
    file = tmp_path / "mine.toml"
    Experiment.load(CIRCLE).model_copy(
        update={"stop": Experiment.load(CIRCLE).stop.model_copy(update={"updates": 5})}
    ).save(file)
    status, _, said, _ = surface(str(file), "--updates", "12", "--plane", "line", "--resolution", "3")
    assert status == 0 and "after 12 updates" in said


def test_the_picture(surface, tmp_path, qapp):
    from PySide6.QtGui import QImage

    for plane in ("random", "line"):
        picture = tmp_path / f"{plane}.png"
        status, _, _, err = surface(
            CIRCLE, "--updates", "30", "--plane", plane, "--resolution", "9", "--picture", str(picture)
        )
        assert status == 0, err
        image = QImage(str(picture))
        assert image.width() > 600 and len(
            {image.pixel(x, y) for x in range(0, image.width(), 20) for y in range(0, image.height(), 20)}
        ) > (20 if plane == "random" else 8)


BAD = {
    "no out": (("surface", CIRCLE), ("--out",)),
    "even": (("surface", CIRCLE, "--out", "OUT", "--resolution", "10"), ("odd",)),
    "plane": (("surface", CIRCLE, "--out", "OUT", "--plane", "sphere"), ("sphere", "hessian")),
    "unknown weight": (
        ("surface", CIRCLE, "--out", "OUT", "--at", "h9.weight[0,0]", "h1.bias[0]"),
        ("h9.weight[0,0]", "h1.weight"),
    ),
    "beyond": (
        ("surface", CIRCLE, "--out", "OUT", "--at", "h1.weight[99,0]", "h1.bias[0]"),
        ("h1.weight[99,0]", "to h1.weight[3,1]"),
    ),
    "same": (("surface", CIRCLE, "--out", "OUT", "--at", "h1.bias[0]", "h1.bias[0]"), ("two different",)),
    "at elsewhere": (
        ("surface", CIRCLE, "--out", "OUT", "--plane", "pca", "--at", "h1.bias[0]", "h1.bias[1]"),
        ("--plane weights",),
    ),
    "span": (("surface", CIRCLE, "--out", "OUT", "--span", "-1"), ("above 0",)),
    "updates": (("surface", CIRCLE, "--out", "OUT", "--updates", "-3"), ("--updates",)),
    "file": (("surface", "nowhere.toml", "--out", "OUT"), ("nowhere.toml",)),
    "folder": (("surface", CIRCLE, "--out", "/nowhere/out.npz"), ("/nowhere/out.npz",)),
    "picture": (("surface", CIRCLE, "--out", "OUT", "--picture", "out.jpg"), (".png",)),
    "one point": (("surface", CIRCLE, "--out", "OUT", "--plane", "pca"), ("one point so far",)),
    "no length": (("surface", CIRCLE, "--out", "OUT", "--plane", "line"), ("no length",)),
    "no slope": (("surface", HOLIDAY, "--out", "OUT", "--plane", "gradient"), ("zero",)),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_line_and_status_2(case, capsys, tmp_path):
    typed, words = BAD[case]
    status = entry.main([str(tmp_path / "out.npz") if word == "OUT" else word for word in typed])
    err = capsys.readouterr().err
    assert status == 2 and len(err.strip().splitlines()) == 1, err
    assert all(word in err for word in words), err
    assert not list(tmp_path.glob("out*"))


def test_a_run_that_diverges_has_no_surface(surface, tmp_path):
    file = tmp_path / "mine.toml"
    experiment = Experiment.load(str(PRESETS / "curve.toml"))
    experiment.model_copy(update={"optimizer": experiment.optimizer.model_copy(update={"lr": 1e6})}).save(file)
    status, numbers, _, err = surface(str(file), "--updates", "2000", "--resolution", "3")
    assert status == 3 and not numbers and "diverged" in err


def test_help_names_every_option(capsys):
    assert entry.main(["surface", "--help"]) == 0
    said = capsys.readouterr().out
    for option in (
        "--updates",
        "--plane",
        "--at",
        "--span",
        "--resolution",
        "--seed",
        "--data",
        "--penalty",
        "--out",
        "--picture",
    ):
        assert option in said
