"""What is shown of sequences, against plain loops: cells step by step, the gradient through time, a forecast that hears
itself, written text."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from core import random
from core.experiment import Experiment
from core.probes.continuation import Continuation
from core.probes.sequence import Sequence
from core.probes.writing import LINES, Writing, drawn
from core.training.session import Session

RECALL = {"data": {"kind": "recall", "samples": 60, "steps": 7, "alphabet": 3}, "dtype": "float64"}


def session(updates: int = 5, **changes) -> Session:
    made = Session(Experiment.parse(RECALL | changes))
    made.advance(updates)
    return made


def cell(kind: str, **fields) -> list[dict]:
    return [{"kind": kind, "name": "h1", "units": 4} | fields]


def sigmoid(a: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-a))


def lstm_by_hand(numbers: dict[str, np.ndarray], x: np.ndarray) -> dict[str, list[np.ndarray]]:
    """Hochreiter and Schmidhuber's cell with the forget gate of Gers, Schmidhuber and Cummins, one unit's formulas
    after the other, with torch's order of gates i, f, g, o."""
    w, u, b, c_ = (numbers[f"h1.{name}_l0"] for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
    h, c = np.zeros(4), np.zeros(4)
    kept: dict[str, list[np.ndarray]] = {
        name: [] for name in ("input", "forget", "candidate", "output", "memory", "state")
    }
    for row in x:
        sums = w @ row + b + u @ h + c_
        i, f, g, o = sigmoid(sums[:4]), sigmoid(sums[4:8]), np.tanh(sums[8:12]), sigmoid(sums[12:])
        c = f * c + i * g
        h = o * np.tanh(c)
        for name, value in zip(kept, (i, f, g, o, c, h), strict=True):
            kept[name].append(value)
    return kept


def test_gates_and_states_of_an_lstm_equal_a_plain_loop():
    run = session(layers=cell("lstm"))
    arrays = run.frame(Sequence(index=3)).arrays
    for name, values in lstm_by_hand(run.parameters(), arrays["x"]).items():
        assert np.allclose(arrays[f"cell 0.{name}"], np.array(values), atol=1e-12), name


@pytest.mark.parametrize("sample", [0, 3, 41])
def test_gates_and_states_of_a_gru_equal_a_plain_loop(sample):
    run = session(layers=cell("gru"))
    numbers, arrays = run.parameters(), run.frame(Sequence(index=sample)).arrays
    w, u, b, c = (numbers[f"h1.{name}_l0"] for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
    h = np.zeros(4)
    for step, row in enumerate(arrays["x"]):
        from_input, from_state = w @ row + b, u @ h + c
        r, z = sigmoid(from_input[:4] + from_state[:4]), sigmoid(from_input[4:8] + from_state[4:8])
        n = np.tanh(from_input[8:] + r * from_state[8:])
        h = (1 - z) * n + z * h
        for name, value in (("reset", r), ("update", z), ("candidate", n), ("state", h)):
            assert np.allclose(arrays[f"cell 0.{name}"][step], value, atol=1e-12), (name, step)


def rnn_loss_from(
    numbers: dict[str, np.ndarray], x: np.ndarray, target: int, step: int, state: torch.Tensor
) -> torch.Tensor:
    """The loss of the rest of the sequence, where the state after `step` is given."""
    tensors = {name: torch.from_numpy(value.copy()) for name, value in numbers.items()}
    h = state
    for row in torch.from_numpy(x[step + 1 :].copy()):
        h = torch.tanh(
            tensors["h1.weight_ih_l0"] @ row
            + tensors["h1.bias_ih_l0"]
            + tensors["h1.weight_hh_l0"] @ h
            + tensors["h1.bias_hh_l0"]
        )
    out = tensors["output.weight"] @ h + tensors["output.bias"]
    return -torch.log_softmax(out, 0)[target]


def test_the_gradient_at_each_step_is_that_of_the_rest_of_the_sequence():
    run = session(layers=cell("rnn"))
    arrays = run.frame(Sequence(index=5)).arrays
    numbers = run.parameters()
    for step in range(7):
        state = torch.from_numpy(arrays["cell 0.state"][step].copy()).requires_grad_(True)
        (slope,) = torch.autograd.grad(rnn_loss_from(numbers, arrays["x"], int(arrays["y"]), step, state), state)
        assert arrays["cell 0.slope"][step] == pytest.approx(float(slope.norm()), rel=1e-9)


def test_the_gradient_of_a_memory_passes_through_its_forget_gates():
    """Along the memory alone: with gates that no longer depend on anything (zero recurrent weights) ∂c_T/∂c_t is the
    product of the forget gates."""
    run = session(layers=cell("lstm", units=1), updates=0)
    numbers = run.parameters() | {"h1.weight_hh_l0": np.zeros((4, 1))}
    run.load_parameters(numbers)
    arrays = run.frame(Sequence(index=5)).arrays
    forget, slope = arrays["cell 0.forget"][:, 0], arrays["cell 0.memory_slope"]
    for step in range(7):
        assert slope[step] == pytest.approx(slope[-1] * math.prod(forget[step + 1 :]), rel=1e-9)


def test_the_gradient_by_the_inputs_is_a_difference_quotient():
    run = session(layers=cell("gru"))
    frame, prepared = run.frame(Sequence(index=2)), run.prepared
    found, width = [], 1e-6
    for place in range(prepared.x.shape[1]):
        rows = np.repeat(prepared.x[2][None], 2, axis=0)
        rows[0, place] += width
        rows[1, place] -= width
        up, down = run.experiment.loss.each(run.learner.outputs(rows), np.repeat(prepared.targets[2][None], 2, axis=0))
        found.append((up - down) / (2 * width))
    expected = np.linalg.norm(np.array(found).reshape(7, 3), axis=1)
    assert np.allclose(frame.arrays["input_slope"], expected, atol=1e-8)


@pytest.mark.parametrize("kind", ["rnn", "gru", "lstm"])
def test_two_layers_in_both_directions_show_four_cells(kind):
    run = session(layers=cell(kind, depth=2, direction="both"))
    frame = run.frame(Sequence(index=0))
    assert [(words["number"], words["backwards"]) for words in frame.info["cells"]] == [
        (0, False),
        (0, True),
        (1, False),
        (1, True),
    ]
    for words in frame.info["cells"]:
        assert frame.arrays[f"{words['key']}.state"].shape == (7, 4)
    last = [frame.arrays["cell 2.state"][-1], frame.arrays["cell 3.state"][0]]  # what the output layer reads: both ends
    weight, bias = run.parameters()["output.weight"], run.parameters()["output.bias"]
    assert np.allclose(
        run.experiment.loss.answers(weight @ np.concatenate(last) + bias), frame.arrays["answer"], atol=1e-12
    )


# Every kind of cell in both directions and on two floors, against formulas written down once more


def by_hand(
    kind: str,
    numbers: dict[str, torch.Tensor],
    suffix: str,
    rows: list[torch.Tensor],
    made: dict[str, list[torch.Tensor]],
    given: dict,
) -> list[torch.Tensor]:
    """One cell over `rows` in the order in which it reads them: its states. `made` collects gates and states; `given`
    {(name, step): tensor} takes the place of what the cell makes there, so that the rest can be differentiated by it.
    """
    w, u, b, c = (numbers[f"h1.{name}{suffix}"] for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
    h, memory, states = torch.zeros(3, dtype=torch.float64), torch.zeros(3, dtype=torch.float64), []
    for step, row in enumerate(rows):
        x, s = w @ row + b, u @ h + c
        if kind == "rnn":
            found = {"state": torch.tanh(x + s)}
        elif kind == "gru":
            r, z = torch.sigmoid(x[:3] + s[:3]), torch.sigmoid(x[3:6] + s[3:6])
            n = torch.tanh(x[6:] + r * s[6:])
            found = {"reset": r, "update": z, "candidate": n, "state": (1 - z) * n + z * h}
        else:
            i, f, o = (torch.sigmoid((x + s)[3 * k : 3 * k + 3]) for k in (0, 1, 3))
            g = torch.tanh((x + s)[6:9])
            memory = given.get(("memory", step), f * memory + i * g)
            found = {
                "input": i,
                "forget": f,
                "candidate": g,
                "output": o,
                "memory": memory,
                "state": o * torch.tanh(memory),
            }
        h = found["state"] = given.get(("state", step), found["state"])
        for name, value in found.items():
            made.setdefault(name, []).append(value)
        states.append(h)
    return states


def whole_by_hand(
    kind: str, fields: dict, numbers: dict[str, torch.Tensor], x: torch.Tensor, given: dict
) -> tuple[torch.Tensor, list[dict[str, list[torch.Tensor]]]]:
    """Raw outputs, and for each cell its gates and states by place in the sequence. `given`: {(cell, name, place):
    tensor}."""
    rows, cells, ends = list(x), [], []
    for floor in range(fields["depth"]):
        outs, ends = [], []
        for way in ("", "_reverse")[: 2 if fields["direction"] == "both" else 1]:
            backwards, made = way == "_reverse", {}
            mine = {
                (name, len(rows) - 1 - place if backwards else place): value
                for (cell, name, place), value in given.items()
                if cell == len(cells)
            }
            states = by_hand(kind, numbers, f"_l{floor}{way}", rows[::-1] if backwards else rows, made, mine)
            ends.append(states[-1])
            outs.append(states[::-1] if backwards else states)
            cells.append({name: values[::-1] if backwards else values for name, values in made.items()})
        rows = [torch.cat(pair) for pair in zip(*outs, strict=True)]
    read = torch.cat(rows) if fields["returns"] == "all" else torch.cat(ends)
    return numbers["output.weight"] @ read + numbers["output.bias"], cells


ARRANGED = [
    {"depth": depth, "direction": direction, "returns": returns}
    for depth, direction, returns in (
        (1, "forward", "all"),
        (1, "both", "last"),
        (1, "both", "all"),
        (2, "forward", "last"),
        (2, "both", "last"),
        (2, "both", "all"),
    )
]


@pytest.mark.parametrize("kind", ["rnn", "gru", "lstm"])
@pytest.mark.parametrize("fields", ARRANGED, ids=lambda fields: "-".join(map(str, fields.values())))
def test_gates_states_and_gradients_through_time_equal_formulas_and_autograd(kind, fields):
    """The gradient at a place is that of the loss by the state there, all that comes later (or is read later) depending
    on it."""
    run = session(updates=3, layers=cell(kind, **fields | {"units": 3}), data=RECALL["data"] | {"steps": 5})
    frame = run.frame(Sequence(index=4))
    numbers = {name: torch.from_numpy(value.copy()) for name, value in run.parameters().items()}
    x, target = torch.from_numpy(frame.arrays["x"].copy()), int(frame.arrays["y"])
    outputs, cells = whole_by_hand(kind, fields, numbers, x, {})
    assert np.allclose(torch.softmax(outputs, 0).numpy(), frame.arrays["answer"], atol=1e-12)
    assert len(cells) == len(frame.info["cells"])
    for place, made in enumerate(cells):
        for name, values in made.items():
            assert np.allclose(frame.arrays[f"cell {place}.{name}"], torch.stack(values).numpy(), atol=1e-12), (
                place,
                name,
            )
        for carried, key in (("state", "slope"), ("memory", "memory_slope")):
            for step in range(5 if carried in made else 0):
                leaf = made[carried][step].clone().requires_grad_(True)
                again, _ = whole_by_hand(kind, fields, numbers, x, {(place, carried, step): leaf})
                (slope,) = torch.autograd.grad(-torch.log_softmax(again, 0)[target], leaf, allow_unused=True)
                expected = 0.0 if slope is None else float(slope.norm())
                assert frame.arrays[f"cell {place}.{key}"][step] == pytest.approx(expected, rel=1e-9, abs=1e-15), (
                    place,
                    carried,
                    step,
                )


def test_a_network_without_a_cell_shows_no_cells_but_still_the_inputs_slope():
    frame = session(layers=[{"kind": "flatten", "name": "h1"}, {"kind": "dense", "name": "h2", "units": 5}]).frame(
        Sequence()
    )
    assert frame.info["cells"] == () and frame.arrays["input_slope"].shape == (7,)
    assert (frame.arrays["input_slope"] > 0).all()


def test_the_sentence_is_read_word_by_word():
    run = session(data={"kind": "sentences", "samples": 40, "fillers": 2, "countries": 2}, layers=cell("gru"))
    info = run.frame(Sequence(index=0)).info
    assert info["symbols"][:4] == ("I", "live", "in", "France") and info["symbols"][-4:] == (
        ".",
        "I",
        "speak",
        "fluent",
    )
    assert info["classes"] == ("French", "Spanish") and info["target"] == "next word"


@pytest.mark.usefixtures("kernel")
def test_other_data_are_told_what_would_fill_the_picture():
    run = Session(Experiment.parse({"data": {"kind": "circle", "samples": 40}}))
    for probe in (Sequence(), Continuation(), Writing()):
        frame = run.frame(probe)
        assert frame.info["problem"] and not frame.arrays


# Forecasts


def forecast(**changes) -> Session:
    data = {
        "data": {"kind": "sunspots", "steps": 6},
        "task": {"kind": "forecast"},
        "loss": {"kind": "mean_squared"},
        "inputs": {"scaling": "standardize"},
    }
    return session(layers=cell("gru"), **data, **changes)


def test_left_to_itself_the_network_hears_its_own_answers():
    run = forecast()
    frame = run.frame(Continuation(start=100, length=15))
    window = list(run.prepared.table.x[100])
    for value in frame.arrays["free"]:
        expected = float(run.learner.outputs(run.prepared.encode(np.array([window])))[0, 0])
        assert value == pytest.approx(expected, abs=1e-12)
        window = [*window[1:], value]
    assert frame.info["free_mse"] == pytest.approx(np.mean((frame.arrays["free"] - run.prepared.table.y[100:115]) ** 2))


def test_one_step_ahead_is_what_an_evaluation_says():
    run = forecast()
    frame = run.frame(Continuation(start=100, length=15))
    places = np.arange(frame.info["first"], frame.info["first"] + len(frame.arrays["taught"]))
    assert np.allclose(frame.arrays["taught"], run.learner.outputs(run.prepared.x[places])[:, 0], atol=1e-12)
    assert np.array_equal(frame.arrays["truth"], run.prepared.table.y[places])
    last = run.prepared.table.x[100:115, -1]
    assert frame.info["naive_mse"] == pytest.approx(np.mean((last - run.prepared.table.y[100:115]) ** 2))


def test_the_continuation_goes_on_beyond_the_end_of_the_data():
    run = forecast()
    end = len(run.prepared.table.y) - 3
    frame = run.frame(Continuation(start=end, length=10))
    assert len(frame.arrays["free"]) == 10 and len(frame.arrays["truth"]) < 10 + end
    assert math.isfinite(frame.info["free_mse"])


# Written text


def names(**changes) -> Session:
    return session(
        data={"kind": "names", "steps": 5, "samples": 300}, task={"kind": "characters"}, layers=cell("gru"), **changes
    )


def test_written_names_are_drawn_letter_by_letter_from_the_probabilities():
    run = names()
    frame = run.frame(Writing(temperature=1.0, draw=7))
    letters, context, line = run.prepared.table.classes, "·" * 5, 3
    written = ""
    for number in range(24):
        codes = [letters.index(letter) for letter in context]
        raw = np.eye(len(letters))[codes].reshape(1, -1)
        chances = run.experiment.loss.answers(run.learner.outputs(run.prepared.encode(raw)))[0]
        luck = random.uniform(random.key(7, "writing", number), LINES)[line]
        letter = letters[int(np.flatnonzero(np.cumsum(chances) / chances.sum() > luck)[0])]
        if letter == "·":
            break
        written, context = written + letter, context[1:] + letter
    assert frame.info["lines"][line] == written
    assert len(frame.info["lines"]) == LINES


def test_the_same_draw_writes_the_same_and_another_one_does_not():
    run = names()
    first, again, other = (run.frame(Writing(draw=draw)).info["lines"] for draw in (1, 1, 2))
    assert first == again and first != other


def test_at_no_temperature_always_the_likeliest():
    chances = np.array([[0.2, 0.5, 0.3], [0.1, 0.1, 0.8]])
    assert drawn(chances, 0.0, np.array([0.99, 0.01])).tolist() == [1, 2]


def test_temperature_bends_the_probabilities():
    luck = random.uniform(random.key(1, "test"), 20_000)
    chances = np.repeat(np.array([[0.7, 0.2, 0.1]]), len(luck), axis=0)
    for temperature in (0.5, 1.0, 2.0):
        expected = chances[0] ** (1 / temperature)
        share = np.bincount(drawn(chances, temperature, luck), minlength=3) / len(luck)
        assert np.allclose(share, expected / expected.sum(), atol=0.015)


def test_a_diverged_network_writes_something_and_no_warning():
    assert drawn(np.full((2, 4), np.nan), 1.0, np.array([0.1, 0.9])).shape == (2,)


def test_running_text_follows_the_chosen_place(tmp_path):
    path = tmp_path / "tale.txt"
    path.write_text("the sea sees the seals and the seals see the sea. " * 20, encoding="utf-8")
    run = session(data={"kind": "text", "path": str(path), "steps": 6}, task={"kind": "characters"}, layers=cell("gru"))
    frame = run.frame(Writing(start=12, length=30))
    assert len(frame.info["lines"]) == 1 and len(frame.info["lines"][0]) == 30
    assert len(frame.info["prompt"]) == 6 and frame.info["prompt"] in path.read_text(encoding="utf-8")
