"""What every data set promises, whoever writes it."""

from __future__ import annotations

import numpy as np
import pytest

from core import registry
from core.data.preparation import prepare
from core.experiment import Experiment
from core.families import Dataset
from core.params import params_of

FIXED = {"truth", "points", "iris", "penguins", "wine", "breast_cancer", "titanic", "csv", "holiday", "students", "hours", "trip",
         "digits", "mnist", "pictures", "sunspots", "co2", "names", "text", "story"}  # fmt: skip
KINDS = list(registry.family("datasets"))


@pytest.fixture(params=KINDS)
def data(request, tmp_path) -> dict:
    """A data set of each kind with its defaults, and with content where it has none of its own."""
    if request.param == "csv":
        path = tmp_path / "table.csv"
        path.write_text("a,b,y\n" + "".join(f"{i},{i % 3},{'uv'[i % 2]}\n" for i in range(20)), encoding="utf-8")
        return {"kind": "csv", "path": str(path)}
    if request.param == "points":
        return {"kind": "points", "points": [[i, -i / 2, i % 2] for i in range(8)]}
    if request.param == "pictures":
        np.savez(
            tmp_path / "pictures.npz", images=np.random.default_rng(1).random((30, 8, 8)), labels=np.arange(30) % 3
        )
        return {"kind": "pictures", "path": str(tmp_path / "pictures.npz"), "size": 8}
    if request.param == "text":
        (tmp_path / "text.txt").write_text("the quick brown fox jumps over the lazy dog. " * 20, encoding="utf-8")
        return {"kind": "text", "path": str(tmp_path / "text.txt")}
    return {"kind": request.param}


def test_it_can_be_prepared(data):
    prepared = prepare(Experiment.parse({"data": data}))
    table = prepared.table
    samples = len(table.y)
    assert table.x.shape == (samples, len(table.columns)) == (samples, len(table.sources))
    assert table.x.dtype == np.float64
    assert prepared.x.shape == (samples, len(prepared.features))
    assert np.isfinite(prepared.x).all()
    assert np.isfinite(prepared.targets).all()
    assert sorted(np.concatenate([prepared.train, prepared.validation, prepared.test])) == list(range(samples))
    assert len(prepared.train) > 0


def test_task_and_target_agree(data):
    made: Dataset = registry.parse("datasets", data)  # type: ignore[assignment]
    table = made.table(1)
    if registry.find("tasks", made.task).aim == "classes":  # type: ignore[attr-defined]
        assert table.y.dtype == np.int64
        assert len(table.classes) >= 2
        assert set(table.y) <= set(range(len(table.classes)))
    else:
        assert table.y.dtype == np.float64
        assert table.classes == ()
    assert table.target


def test_same_seed_same_samples(data):
    made: Dataset = registry.parse("datasets", data)  # type: ignore[assignment]
    one, same, other = made.table(5), made.table(5), made.table(6)
    assert np.array_equal(one.x, same.x, equal_nan=True)
    assert np.array_equal(one.y, same.y)
    fixed = made.kind in FIXED or made.kind == "spiral"  # without noise a spiral leaves nothing to chance
    assert np.array_equal(one.x, other.x, equal_nan=True) == fixed


def test_the_plot_covers_the_samples(data):
    prepared = prepare(Experiment.parse({"data": data}))
    low, high = np.array(prepared.domain).T
    x = prepared.complete(prepared.table.x)
    assert (x >= low).all()
    assert (x <= high).all()


def test_noise_is_named_and_live(data):
    made: Dataset = registry.parse("datasets", data)  # type: ignore[assignment]
    live = {param.name for param in params_of(type(made)) if param.live}
    if "noise" in type(made).model_fields:
        assert made.noise_kind in ("labels", "positions", "pixels", "values")
        assert {"noise", "samples"} <= live
    else:
        assert made.noise_kind == ""


def test_it_survives_a_file(data):
    experiment = Experiment.parse({"data": data})
    assert Experiment.loads(experiment.dumps()).data == experiment.data


@pytest.mark.parametrize("kind", KINDS)
def test_it_explains_itself(kind):
    cls = registry.find("datasets", kind)
    assert cls.label
    assert len(cls.explanation()) > len(cls.summary()) + 40
    assert all(param.help for param in params_of(cls))
