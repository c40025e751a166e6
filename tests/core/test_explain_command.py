"""`descent-lab explain`: every number that it prints is one of the account, and what it says to bad input."""

from __future__ import annotations

import json

import numpy as np
import pytest

import main as entry
from core.arithmetic.notes import ROUNDED
from core.data.preparation import prepare
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.probes.arithmetic import Arithmetic
from core.training.session import Session
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")


@pytest.fixture
def explain(capsys):
    """Carry the command out: exit status, standard output and error."""

    def carry_out(*typed: str):
        status = entry.main(["explain", *typed])
        said = capsys.readouterr()
        return status, said.out, said.err

    return carry_out


@pytest.fixture
def ten(tmp_path) -> str:
    """The students in batches of ten: in the card one is a batch of his own."""
    path = tmp_path / "pass.toml"
    replace_all(Experiment.load(PRESETS / "pass.toml"), (("batch_size", 10),)).save(path)
    return str(path)


def account_of(name: str, updates: int, *edits: tuple[str, object], **asked):
    session = Session(replace_all(Experiment.load(PRESETS / f"{name}.toml"), edits))
    session.advance(updates)
    return session.frame(Arithmetic(**asked)).info["account"]


def short(number: float) -> str:
    return f"{number:.3g}".replace("-", "−")


def bracket(number: float) -> str:
    return short(number) if number >= 0 else f"({short(number)})"


def signed(number: float, behind: str = "") -> str:
    return f"{'−' if number < 0 else '+'} {short(abs(number))}{behind}"


def test_json_holds_the_whole_account_in_full_precision(explain):
    status, out, _ = explain("pass", "--updates", "20", "--json")
    found, account = json.loads(out), account_of("pass", 20)
    assert status == 0 and found["update"] == 21 and found["sample"] == account.sample + 1
    assert found["coming"]["samples"] == (account.coming.samples + 1).tolist()
    assert found["coming"]["losses"] == account.coming.losses.tolist()
    for told, layer in zip(found["layers"], account.layers, strict=True):
        for name in ("inputs", "sums", "values", "slopes", "passed", "arrived", "delta", "down"):
            assert told[name] == getattr(layer, name).tolist(), name
    for told, parameter in zip(found["parameters"], account.parameters, strict=True):
        for name in ("before", "share", "gradient", "after"):
            assert told[name] == getattr(parameter, name).tolist(), name
        assert [line["symbol"] for line in told["lines"]] == [line.symbol for line in parameter.lines]
        assert np.ravel(told["lines"][-1]["value"]).tolist() == np.ravel(parameter.lines[-1].value).tolist()
    assert found["loss"]["lines"][-1]["value"] == [account.loss.value]
    assert found["check"]["holds"] is True and found["check"]["words"] == account.check.words
    status, out, _ = explain("pass", "--updates", "20", "--json", "--digits", "2")
    assert json.loads(out)["coming"]["mean"] == float(f"{account.coming.mean:.2g}")


def test_a_class_can_calculate_along(explain, ten):
    """A sum with its products, the loss, δ, and one weight's step, each with its numbers."""
    status, out, _ = explain(ten, "--updates", "20", "--digits", "3")
    account = account_of("pass", 20, ("batch_size", 10))
    first, loss, weight = account.layers[0], account.loss, account.parameters[0].before
    pieces = [*zip(weight[:2], first.inputs, strict=True)]
    added = " ".join(signed(factor, f"·{short(value)}") for factor, value in pieces).removeprefix("+ ")
    bias = signed(account.parameters[1].before[0])
    assert status == 0
    for line in (
        "Update 21",
        f"J = {short(account.coming.mean)}, over the 10 samples of the coming batch.",
        f"{added} {bias}",
        f"1/(1 + e^({short(-loss.outputs[0])}))",
        f"L = {short(loss.value)}. It counts with 0.1 in J = {short(account.coming.mean)}.",
        "δ·input",
        "w ← w − η·g",
    ):
        assert line in out, line
    assert out.rstrip().endswith(f"✓ {account.check.words}")
    assert account.check.words == (
        "In float64 from these parameters: equal to autograd to 1e-10; the run's own update (float32) equals it within 1e-5."
    )


def test_settings_are_written_whole_however_few_the_digits(explain):
    assert ROUNDED not in explain("pass")[1]
    _, out, _ = explain("penguins", "--digits", "2")
    assert out.count(ROUNDED[:40]) == 1, "with few digits a sum may not come out"
    assert "0.999·0 + (1 − 0.999)·" in out and "(√" in out and "Bias correction" in out
    assert "Output 3: How surprising the true class is " in out and "for each output" not in out


def test_markdown_is_tables(explain):
    status, out, _ = explain("pass", "--markdown")
    assert status == 0 and out.startswith("# Update 1\n\n## The batch")
    for line in out.splitlines():
        assert not line.startswith("|") or line.endswith("|")
    assert "| --- | ---: |" in out


def test_a_sample_of_the_batch_can_be_chosen_and_the_batch_as_a_whole(explain, ten):
    samples = account_of("pass", 0, ("batch_size", 10)).coming.samples
    counted = samples[3] + 1  # from 1, as in the window
    _, out, _ = explain(ten, "--sample", str(counted))
    assert f"Sample {counted}, number 4 of its batch" in out and f"  {counted}  " in out.partition("The sample")[0]
    row = Experiment.load(PRESETS / "pass.toml")
    own = prepare(row).table.x[samples[3]]
    table = out.partition("before scaling")[2].splitlines()
    for line, name, value in zip(table[1:3], ("lectures attended", "hours studied"), own, strict=True):
        assert line.split() == [*name.split(), f"{value:g}", f"{value / 10:g}"]
    other = next(sample for sample in range(len(samples) + 1) if sample not in samples)
    _, out, _ = explain(ten, "--sample", str(other + 1))
    assert f"Sample {other + 1}, a batch of its own, as" in out and ", over this sample alone." in out
    assert "coming batch." not in out.partition("The batch")[2]
    _, out, _ = explain(ten, "--batch")
    assert "Forward" not in out and "δ·input" not in out and all(f"  {sample}  " in out for sample in samples + 1)
    found = json.loads(explain(ten, "--batch", "--json")[1])
    assert "layers" not in found and "share" not in found["parameters"][0]


def test_a_place_of_a_feature_map_is_told_product_by_product(explain):
    _, out, _ = explain("digits-cnn", "--unit", "h1[1,4,5]", "--parameter", "h1.bias")
    account = account_of("digits-cnn", 0, layer="h1", unit=(0, 3, 4))
    assert "The unit h1[1, 4, 5]" in out and f"= {account.unit.forwards.total:.4g}".replace("-", "−") in out
    assert (
        out.count("x[1, ") >= 9
        and f"h1.bias ({len(account_of('digits-cnn', 0, parameter='h1.bias').parameters[0].before)})" in out
    )


def test_a_recurrent_cell_is_told_step_by_step(explain):
    _, out, _ = explain("recall-lstm")
    assert "gates at each step, and the gradient that arrives there." in out
    assert "forget sum" in out and "arrives at memory" in out


def test_a_block_with_a_way_around_it_is_told_product_by_product(explain, tmp_path):
    block = {"kind": "residual_dense", "name": "h2", "units": 3}
    edits = (("layers", [{"kind": "dense", "name": "h1", "units": 3}, block]), ("batch_size", 1))
    replace_all(Experiment.load(PRESETS / "pass.toml"), edits).save(tmp_path / "block.toml")
    _, out, _ = explain(str(tmp_path / "block.toml"), "--digits", "3")
    account = account_of("pass", 0, *edits)
    first, second, around = account.layer("h2").inner
    assert f"{short(second.sums[1])} {signed(around.passed[1])}" in out
    assert f"{signed(second.inputs[2])}".removeprefix("+ ") in out
    leads = zip(account.parameter("h2.weight_1").before.reshape(3, 3)[:, 0], first.delta, strict=True)
    products = " ".join(signed(weight, f"·{bracket(delta)}") for weight, delta in leads)
    assert products.removeprefix("+ ").removeprefix("− ") in out  # what arrives at the layer before, through the block
    assert "The sum shares δ out: unchanged into h2 second and around the block." in out


def test_inner_steps_are_told_with_what_is_remembered(explain, tmp_path):
    experiment = Experiment.load(PRESETS / "pass.toml")
    optimizer = {"kind": "lbfgs", "max_iter": 4}
    path = str(tmp_path / "steps.toml")
    replace_all(experiment, (("batch_size", "all"), ("optimizer", optimizer))).save(tmp_path / "steps.toml")
    _, out, _ = explain(path, "--updates", "1", "--digits", "5")
    found = json.loads(explain(path, "--updates", "1", "--json")[1])["search"]
    steps = found["steps"]
    assert f"{len(steps)} inner steps, {found['looks']} looks at the loss. It ends there: {found['why']}." in out
    assert "Inner step 2: the direction" in out and f"All {len(steps)} inner steps together." in out
    for number in (steps[1]["slope"], steps[1]["rho"][-1], steps[1]["alpha"][-1], steps[1]["beta"][-1]):
        assert f"{number:.5g}".replace("-", "−") in out


def test_each_player_and_the_perceptron_rule(explain):
    assert "Update 1 of the generator" in explain("gan-ring", "--player", "generator", "--batch")[1]
    _, out, _ = explain("gan-ring", "--player", "generator")
    assert "A row made of noise, number " in out and "  noise 2" in out
    _, out, _ = explain("holiday")
    assert "A mistake moves the weight towards the sample." in out and "Backward" not in out and "δ" not in out


REFUSED = [
    (["gone"], "gone"),
    (["pass", "--sample", "100000"], "sample: 100000: there is no such sample; there are 1 to 60"),
    (["pass", "--sample", "0"], "must be a whole number, at least 1"),
    (["gan-ring", "--player", "generator", "--sample", "3"], "sample: 3: no sample of the table comes to it"),
    (["pass", "--sample", "x"], "must be a whole number"),
    (["pass", "--sample", "1", "--batch"], "not allowed with"),
    (["pass", "--json", "--markdown"], "not allowed with"),
    (["pass", "--digits", "99"], "from 1 to 17"),
    (["pass", "--unit", "h1"], "must be a layer and a place in it"),
    (["pass", "--unit", "h9[1]"], "there is no such layer"),
    (["pass", "--unit", "h1[0]"], "--unit: h1[0]: places are counted from 1: the first unit is h1[1]"),
    (["pass", "--unit", "h1[4]"], "unit: h1[4]: there is no such place; the sums of h1 are 3, counted from 1"),
    (["pass", "--parameter", "h9.weight"], "there is no such parameter"),
    (["pass", "--player", "generator"], "There is no player generator"),
    (["race-to-the-bottom-that-is-none"], "race-to-the-bottom-that-is-none"),
]


@pytest.mark.parametrize(
    ("typed", "said"), REFUSED, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_bad_input_gets_one_sentence_and_the_exit_status_2(explain, typed, said):
    status, out, err = explain(*typed)
    line = err.strip().splitlines()[-1]
    assert (
        status == 2
        and not out
        and said in line
        and len([each for each in err.splitlines() if each and "." * 9 not in each]) == 1
    )


def test_a_run_that_has_diverged_has_no_update_to_tell(explain, tmp_path):
    file = tmp_path / "wild.toml"
    file.write_text(
        'data = "sine"\n[optimizer]\nkind = "sgd"\nlr = 10.0\n[[layers]]\nkind = "dense"\nname = "h1"\nunits = 8\nactivation = "linear"\n'
    )
    status, out, err = explain(str(file), "--updates", "2000")
    assert status == 3 and not out and "there is no update to tell" in err
