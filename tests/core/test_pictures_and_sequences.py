"""Pictures and sequences as data: laid out as they say, disturbed as they say, split as they say."""

from __future__ import annotations

import numpy as np
import pytest

from core import registry
from core.data.baseline import constant_outputs
from core.data.preparation import prepare
from core.datasets.texts import first_names
from core.documents.edits import replace, replace_all
from core.experiment import Experiment
from core.machine.resources import FOLDER
from core.messages import BadInput
from core.training.session import Session

TINY = {"kind": "digits", "samples": 200}


def prepared(**data):
    return prepare(Experiment.parse({"data": TINY | data}))


def pictures(found) -> np.ndarray:
    return found.table.x.reshape(-1, *found.table.shape)


def test_a_digit_is_a_digit():
    found = prepared()
    assert found.shape == (1, 8, 8) and len(found.features) == 64 and found.features[9] == "row 2 column 2"
    assert np.bincount(found.table.y).tolist() == [20] * 10
    zero, one = (
        pictures(found)[np.flatnonzero(found.table.y == 0)[0], 0],
        pictures(found)[np.flatnonzero(found.table.y == 1)[0], 0],
    )
    assert zero[3:5, 3:5].mean() < 0.2 < one[3:5, 3:5].mean()


def test_shuffling_moves_the_pixels_of_all_pictures_alike():
    plain, mixed = prepared(), prepared(shuffle_pixels=True)
    assert not np.array_equal(plain.table.x, mixed.table.x)
    np.testing.assert_array_equal(np.sort(plain.table.x, axis=1), np.sort(mixed.table.x, axis=1))
    order = [
        int(np.flatnonzero((plain.table.x == column[:, None]).all(axis=0))[0])
        for column in mixed.table.x.T
        if column.any()
    ]
    assert len(set(order)) > 40
    dataset = Experiment.parse({"data": TINY | {"shuffle_pixels": True}}).data
    np.testing.assert_array_equal(dataset.arranged(pictures(plain), 1), pictures(mixed))


def test_shifts_act_on_the_test_part_by_exactly_so_many_pixels():
    plain, moved = prepared(), prepared(shift=2)
    np.testing.assert_array_equal(plain.table.x[plain.train], moved.table.x[moved.train])
    for number in plain.test[:30]:
        before, after = np.pad(pictures(plain)[number, 0], 2), pictures(moved)[number, 0]
        assert any(
            np.array_equal(before[2 - down : 10 - down, 2 - along : 10 - along], after)
            for down in (-2, 0, 2)
            for along in (-2, 0, 2)
            if down or along
        )
    everywhere = prepared(shift=2, disturbs="all")
    assert not np.array_equal(plain.table.x[plain.train], everywhere.table.x[everywhere.train])


def test_noise_and_covers():
    noisy, covered, plain = prepared(noise=0.2), prepared(occlusion=0.5), prepared()
    difference = (noisy.table.x - plain.table.x)[plain.test]
    inside = (plain.table.x[plain.test] > 0.4) & (plain.table.x[plain.test] < 0.6)
    assert difference[inside].std() == pytest.approx(0.2, rel=0.15)
    assert noisy.table.x.min() == 0 and noisy.table.x.max() == 1
    changed = (covered.table.x != plain.table.x)[plain.test].reshape(-1, 8, 8)
    assert changed.any(axis=(1, 2)).mean() > 0.9
    for picture in changed:
        rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
        assert not len(rows) or (np.ptp(rows) < 4 and np.ptp(columns) < 4)


def test_drawn_shapes_have_the_colours_that_they_should():
    table = prepare(Experiment.parse({"data": {"kind": "shapes", "samples": 80, "colour": "by shape"}})).table
    assert table.shape == (3, 16, 16) and table.classes == ("square", "circle", "triangle", "cross")
    hue = table.x.reshape(-1, 3, 256).sum(axis=2)
    assert (
        set(hue[table.y == 0].argmax(axis=1)) == {0}
        and set(hue[table.y == 1].argmax(axis=1)) == {2}
        and set(hue[table.y == 2].argmax(axis=1)) == {1}
    )
    grey = prepare(Experiment.parse({"data": {"kind": "shapes", "samples": 80, "jitter": 0.0}})).table
    covers = grey.x.reshape(-1, 16, 16)
    assert all(np.array_equal(covers[0] > 0.3, other > 0.3) for other in covers[grey.y == 0])


def test_sequences_mean_what_they_say():
    parity = registry.parse("datasets", "parity").table(1)
    np.testing.assert_array_equal(parity.x.sum(axis=1) % 2, parity.y)
    recall = registry.parse("datasets", "recall").table(1)
    np.testing.assert_array_equal(recall.x.reshape(-1, 20, 4)[:, 0].argmax(axis=1), recall.y)
    assert (recall.x.reshape(-1, 20, 4).sum(axis=2) == 1).all()
    adding = registry.parse("datasets", "adding").table(1)
    steps = adding.x.reshape(-1, 20, 2)
    assert (steps[:, :, 1].sum(axis=1) == 2).all()
    np.testing.assert_allclose((steps[:, :, 0] * steps[:, :, 1]).sum(axis=1), adding.y)
    data = registry.parse("datasets", {"kind": "sentences", "fillers": 3})
    sentences, words = data.table(1), data.symbols()
    first = [words[code] for code in sentences.x[1].reshape(-1, len(words)).argmax(axis=1)]
    assert (
        first[:4] == ["I", "live", "in", "Spain"]
        and first[-4:] == [".", "I", "speak", "fluent"]
        and sentences.classes[sentences.y[1]] == "Spanish"
    )


@pytest.mark.parametrize("kind", ["sines", "sunspots", "co2"])
def test_a_series_is_split_into_past_and_future(kind):
    found = prepare(Experiment.parse({"data": kind}))
    assert found.train.max() < found.test.min()
    windows = found.table.x
    np.testing.assert_array_equal(windows[1:, :-1], windows[:-1, 1:])
    np.testing.assert_array_equal(windows[1:, -1], found.table.y[:-1])


@pytest.mark.usefixtures("kernel")
def test_the_rule_that_says_the_last_value_again_is_measured():
    session = Session(Experiment.parse({"data": "sunspots", "layers": []}))
    test = session.prepared.test
    expected = np.mean((session.prepared.table.x[test][:, -1] - session.prepared.table.y[test]) ** 2)
    assert session.baselines["test.naive_mse"] == pytest.approx(expected)


def test_the_months_of_the_carbon_dioxide():
    data = registry.parse("datasets", {"kind": "co2", "steps": 10})
    first, every, unit = data.clock  # type: ignore[attr-defined]
    assert (unit, every) == ("year", pytest.approx(1 / 12)) and first == pytest.approx(
        1959
    )  # ten months after March 1958
    days, weeks = np.genfromtxt(FOLDER / "data" / "co2.csv", delimiter=",", skip_header=1).T
    january = np.nanmean(weeks[(days // 100).astype(int) == 195901])
    assert data.table(1).y[0] * 50 + 340 == pytest.approx(january)  # type: ignore[attr-defined]
    changes = registry.parse("datasets", {"kind": "co2", "steps": 10, "change": "changes"})
    assert changes.clock[0] == pytest.approx(1959 + 1 / 12)  # type: ignore[attr-defined]
    february = np.nanmean(weeks[(days // 100).astype(int) == 195902])
    assert changes.table(1).y[0] == pytest.approx(february - january)  # type: ignore[attr-defined]


def test_too_long_a_window_is_said():
    with pytest.raises(BadInput, match="at most"):
        prepare(Experiment.parse({"data": {"kind": "sunspots", "steps": 400}}))


@pytest.mark.parametrize("watched", [0.0, 0.25])
def test_no_name_is_divided_between_the_parts(watched):
    found = prepare(Experiment.parse({"data": {"kind": "names", "train_share": 0.8}, "validation_share": watched}))
    table, symbols = found.table, found.table.classes
    before = [
        "".join(symbols[code] for code in row).replace("·", "")
        for row in table.x.reshape(-1, *table.shape).argmax(axis=2)
    ]
    whole = [name for name in first_names() for _ in range(len(name) + 1)]
    assert len(whole) == len(before) and all(
        name[: len(start)] == start for name, start in zip(whole, before, strict=True) if len(name) <= 8
    )
    names = [{whole[place] for place in part} for part in (found.train, found.validation, found.test)]
    assert sum(map(len, names)) == len(set(whole)) and set.union(*names) == set(whole)
    assert sorted(np.concatenate([found.train, found.validation, found.test])) == list(range(len(whole)))
    for part, share in zip(names, (0.8 - 0.8 * watched, 0.8 * watched, 0.2), strict=True):
        assert len(part) == pytest.approx(share * len(set(whole)), abs=1)


def test_the_test_part_of_a_story_is_its_end():
    """No letter is asked for in both parts; the first contexts of the test part reach back into the training part,
    which is its past."""
    data = {"kind": "story", "samples": 10_000, "steps": 16}
    found = prepare(Experiment.parse({"data": data}))
    content = registry.parse("datasets", data).whole().content.lower()  # type: ignore[attr-defined]
    shown = np.array([{"space": " "}.get(letter, letter) for letter in found.table.classes])
    assert "".join(shown[found.table.y]) == content[16:]
    assert np.array_equal(np.concatenate([found.train, found.test]), np.arange(len(content) - 16))
    assert len(found.test) == pytest.approx(0.2 * len(content), rel=0.01)


def test_what_is_drawn_by_chance_is_not_drawn_twice():
    for kind in ("recall", "adding", "sentences"):
        found = prepare(Experiment.parse({"data": kind}))
        assert not {row.tobytes() for row in found.table.x[found.train]} & {
            row.tobytes() for row in found.table.x[found.test]
        }, kind


def test_what_beats_saying_one_in_the_adding_problem_without_a_memory():
    found = registry.parse("datasets", {"kind": "adding", "samples": 20_000}).table(1)  # type: ignore[attr-defined]
    steps = found.x.reshape(-1, 20, 2)
    second = 19 - steps[:, ::-1, 1].argmax(axis=1)
    last = steps[np.arange(len(steps)), second, 0]
    assert np.mean((found.y - 1) ** 2) == pytest.approx(1 / 6, rel=0.03)
    assert np.mean((found.y - last - 0.5) ** 2) == pytest.approx(1 / 12, rel=0.03)


def test_letters_follow_letters(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("Abc abc  abc\nabc " * 10, encoding="utf-8")
    table = prepare(Experiment.parse({"data": {"kind": "text", "path": str(path), "steps": 3}})).table
    assert table.classes == ("space", "a", "b", "c")
    codes = table.x.reshape(-1, 3, 4).argmax(axis=2)
    follows = {tuple(code): int(y) for code, y in zip(codes, table.y, strict=True)}
    assert follows == {(1, 2, 3): 0, (2, 3, 0): 1, (3, 0, 1): 2, (0, 1, 2): 3}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"aaaa" * 50, "fewer than two different letters"),
        (b"", "is empty"),
        (b"ab", "letters; with a context"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_texts_that_cannot_be_learned(tmp_path, content, says):
    path = tmp_path / "text.txt"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=says):
        prepare(Experiment.parse({"data": {"kind": "text", "path": str(path)}}))


def test_bits_are_the_loss_in_other_units():
    session = Session(
        Experiment.parse({"data": {"kind": "names", "samples": 500}, "layers": [{"kind": "gru", "units": 8}]})
    )
    figures = session.evaluate()
    assert figures["test.bits_per_character"] == pytest.approx(figures["test.loss"] / np.log(2), rel=1e-9)
    assert figures["test.bits_per_character"] == pytest.approx(np.log2(27), abs=0.3)


@pytest.mark.usefixtures("kernel")
def test_the_yardsticks_of_letters_are_entropies_counted_by_hand(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("aaab" * 30 + "abbc" * 10, encoding="utf-8")
    session = Session(
        Experiment.parse(
            {"data": {"kind": "text", "path": str(path), "steps": 2, "samples": 1000, "train_share": 0.5}, "layers": []}
        )
    )
    letters, y, train, test = (
        session.prepared.table.classes,
        session.prepared.table.y,
        session.prepared.train,
        session.prepared.test,
    )
    assert letters == ("a", "b", "c") and "c" not in {letters[code] for code in y[train]}
    shares = {code: sum(y[train] == code) / len(train) for code in range(2)}
    entropy = -sum(share * np.log2(share) for share in shares.values())
    assert session.baselines["train.letter_bits"] == pytest.approx(entropy, rel=1e-12)
    guess = shares | {2: 0.5 / len(train)}  # never seen in training: counts as half a time
    assert session.baselines["test.letter_bits"] == pytest.approx(
        -np.mean([np.log2(guess[code]) for code in y[test]]), rel=1e-12
    )
    assert session.baselines["test.uniform_bits"] == pytest.approx(np.log2(3), rel=1e-12)


def test_the_figures_of_letters_and_of_forecasts():
    letters, forecast = (registry.parse("tasks", kind) for kind in ("characters", "forecast"))
    assert letters.watched().name == "bits_per_character" and letters.watched("accuracy").percent  # type: ignore[attr-defined]
    assert forecast.watched().name == "mse" and forecast.watched().yardstick == "naive_mse"  # type: ignore[attr-defined]
    assert letters.watched("r2") == letters.watched()  # type: ignore[attr-defined]
    for task in registry.family("tasks").values():
        assert task().watched().label  # type: ignore[attr-defined]


# Autoencoders


def coder(damage="none", **more) -> Experiment:
    return Experiment.parse(
        {
            "data": TINY,
            "task": {"kind": "autoencoder", "damage": damage, **more},
            "layers": [{"kind": "dense", "units": 5}],
            "batch_size": 20,
        }
    )


def test_an_autoencoder_draws_what_it_sees():
    found = prepare(coder())
    np.testing.assert_array_equal(found.x, found.targets)
    assert found.outputs == 64
    noisy = prepare(coder("noise", sigma=0.4))
    assert (noisy.x - noisy.targets).std() == pytest.approx(0.4, rel=0.02)
    np.testing.assert_array_equal(noisy.targets, found.targets)
    np.testing.assert_array_equal(noisy.encode(noisy.table.x), found.x)
    marked = prepare(coder("watermark"))
    covered = (marked.x != marked.targets).any(axis=0)
    assert 8 <= covered.sum() <= 30 and (marked.x[:, covered] == 1).all()


def test_colours_are_learned_from_grey():
    experiment = Experiment.parse({
        "data": {"kind": "shapes", "samples": 60, "side": 12, "colour": "by shape"}, "task": {"kind": "autoencoder", "damage": "colour"},
        "layers": [{"kind": "conv2d", "channels": 3, "padding": 1, "activation": "linear"}], "output": {"layer": "none", "activation": "sigmoid"}, "optimizer": {"kind": "adam", "lr": 0.05},
    })  # fmt: skip
    session = Session(experiment)
    assert session.prepared.shape == (1, 12, 12) and session.prepared.outputs == 432
    assert [placed.outputs for placed in session.learner.blueprint.own] == [(3, 12, 12), (432,)]
    before = session.last["train.loss"]
    session.advance(40)
    session.measure_now()
    assert session.last["train.loss"] < 0.7 * before
    assert session.prepared.encode(session.prepared.table.x[:2]).shape == (2, 144)


def test_an_output_that_does_not_fit_is_said():
    experiment = replace(coder(), "output.layer", "none")
    with pytest.raises(BadInput, match="has to give 64 numbers, but what comes is a row of 5 numbers"):
        Session(experiment)


@pytest.mark.usefixtures("kernel")
def test_the_figures_of_an_autoencoder_are_those_of_numpy():
    session = Session(coder("noise"))
    session.advance(20)
    places = session.prepared.test
    clean, seen = session.prepared.targets[places], session.prepared.x[places]
    answers = session.learner.outputs(seen)
    figures = session.evaluate()
    assert figures["test.mse"] == pytest.approx(np.mean((answers - clean) ** 2))
    assert figures["test.explained"] == pytest.approx(1 - np.mean((answers - clean) ** 2) / clean.var(axis=0).mean())
    mean = session.prepared.targets[session.prepared.train].mean(axis=0)
    assert session.baselines["test.mean_mse"] == pytest.approx(np.mean((clean - mean) ** 2))
    assert session.baselines["test.noise_mse"] == pytest.approx(np.mean((clean - seen) ** 2))
    np.testing.assert_allclose(
        constant_outputs(session.experiment.loss, session.prepared.targets[session.prepared.train]), mean
    )


# Edits


def test_other_data_keep_the_layers_that_fit():
    digits = Experiment.parse(
        {"data": "digits", "layers": [{"kind": "conv2d"}, {"kind": "max_pool"}, {"kind": "dense", "units": 7}]}
    )
    spiral = replace(digits, "data.kind", "spiral")
    assert [layer.kind for layer in spiral.layers] == ["dense"]
    assert [layer.kind for layer in replace(digits, "data.kind", "mnist").layers] == ["conv2d", "max_pool", "dense"]
    assert [layer.kind for layer in replace(spiral, "data.kind", "recall").layers] == ["dense"]


def test_another_task_brings_a_loss_that_fits():
    task = replace(Experiment.parse({"data": "digits"}), "task.kind", "autoencoder")
    assert task.loss.kind == "mean_squared"
    back = replace_all(task, (("data.kind", "spiral"),))
    assert (back.task.kind, back.loss.kind) == ("classes", "cross_entropy")
    assert replace(back, "data.kind", "sunspots").task.kind == "forecast"
    assert replace(back, "data.kind", "names").task.kind == "characters"


KINDS = [
    {"data": TINY, "layers": [{"kind": "conv2d", "channels": 3}, {"kind": "batch_norm"}, {"kind": "max_pool"}, {"kind": "dropout", "share": 0.2}]},
    {"data": TINY, "layers": [{"kind": "residual", "channels": 3}, {"kind": "global_pool"}]},
    {"data": TINY, "layers": [{"kind": "sparse_dense", "chosen": "pruned", "first": 2, "last": 9, "units": 6}]},
    {"data": {"kind": "parity", "samples": 100, "steps": 4}, "layers": [{"kind": "lstm", "units": 5}]},
    {"data": {"kind": "names", "samples": 300}, "layers": [{"kind": "embedding", "units": 4}, {"kind": "gru", "units": 5}]},
    {"data": {"kind": "sines", "samples": 120}, "layers": [{"kind": "conv1d", "channels": 4}, {"kind": "average_pool"}, {"kind": "rnn", "units": 4}]},
]  # fmt: skip


@pytest.mark.parametrize("values", KINDS)
def test_same_seed_same_numbers_and_restored_as_if_never_interrupted(values):
    experiment = Experiment.parse(values | {"batch_size": 16, "optimizer": {"kind": "adam", "lr": 0.01}})
    one, other = Session(experiment), Session(experiment)
    before = one.last["train.loss"]
    one.advance(7)
    restored = Session.of(one.snapshot())
    one.advance(13)
    restored.advance(13)
    other.advance(20)
    np.testing.assert_array_equal(one.vector(), other.vector())
    np.testing.assert_array_equal(one.vector(), restored.vector())
    one.measure_now()
    assert one.last["train.loss"] < before


@pytest.mark.parametrize("values", KINDS)
def test_every_picture_of_the_window_says_of_such_networks_what_they_answer(values):
    """One network, asked in six ways: every picture tells the same of it."""
    session = Session(Experiment.parse(values | {"batch_size": 16}))
    session.advance(5)
    session.measure_now()
    loss, found, table = session.experiment.loss, session.prepared, session.prepared.table
    frames = {
        kind: session.frame(registry.parse("probes", kind)).arrays
        for kind in ("boundary", "layers", "neurons", "results", "weights")
    }
    frames["sample"] = session.frame(registry.parse("probes", {"kind": "sample", "index": 3})).arrays
    answers, losses = (
        loss.answers(session.learner.outputs(found.x)),
        loss.each(session.learner.outputs(found.x), found.targets),
    )
    close = {"rtol": 1e-4, "atol": 1e-5}
    drawn = frames["boundary"]
    np.testing.assert_allclose(drawn["answered"], answers[drawn["index"]], **close)
    left, right, low, high = drawn["extent"]
    raw = _raw_plane(session)[[0, -1]]
    np.testing.assert_allclose(raw[:, :2], [(left, low), (right, high)])
    corners = loss.answers(session.learner.outputs(found.encode(raw)))
    np.testing.assert_allclose(drawn["answers"][[0, -1], [0, -1]], corners, **close)
    np.testing.assert_allclose(frames["neurons"]["output"][:, [0, -1], [0, -1]].T, corners, **close)
    shown = frames["results"]
    np.testing.assert_array_equal(shown["index"], found.test)
    np.testing.assert_allclose(shown["loss"], losses[found.test], **close)
    assert shown["loss"].mean() == pytest.approx(session.last["test.loss"], rel=1e-4)
    if table.classes:
        assert np.trace(shown["confusion"]) == round(session.last["test.accuracy"] * len(found.test)) and shown[
            "confusion"
        ].sum() == len(found.test)
    for name, numbers in session.parameters().items():
        np.testing.assert_array_equal(frames["weights"][name], numbers)
    one = frames["sample"]
    np.testing.assert_allclose(one["answer"], answers[3], **close)
    assert one["loss"][0] == pytest.approx(losses[3], rel=1e-4)
    for name, counts in frames["layers"].items():
        layer, _, what = name.partition(".")
        if what == "activations.counts":
            assert counts.sum() == len(found.train) * len(one[f"{layer}.values"]), name


def _raw_plane(session: Session) -> np.ndarray:
    """The raw rows (points, columns) of the plane that is drawn, from its lower left corner to its upper right one."""
    from core.engines.replica import Replica
    from core.probing.moment import Moment

    still = session.still()
    return registry.parse("probes", "boundary").grid(Moment(still, Replica(still))).raw  # type: ignore[attr-defined]


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(
    "values",
    [
        *KINDS,
        {"data": TINY, "task": {"kind": "autoencoder", "damage": "noise"}, "layers": [{"kind": "dense", "units": 5}]},
    ],
)
@pytest.mark.parametrize("plane", ["random", "weights"])
def test_weight_space_has_a_sheet_whose_middle_is_the_loss(values, plane):
    session = Session(Experiment.parse(values | {"batch_size": 16}))
    session.advance(3)
    for metric in ("loss", "score"):
        frame = session.frame(
            registry.parse(
                "probes", {"kind": "surface", "plane": plane, "metric": metric, "resolution": 5, "most": 10**6}
            )
        )
        assert not frame.info["problem"]
        figure = session.evaluate()[f"train.{metric}" if metric == "loss" else f"train.{session.experiment.task.score}"]
        middle = np.abs(frame.arrays["alpha"]).argmin(), np.abs(frame.arrays["beta"]).argmin()
        assert frame.arrays["loss"][middle[1], middle[0]] == pytest.approx(figure, rel=1e-3, abs=1e-5)
