"""By what a run is made, and which two runs need not both be computed."""

from __future__ import annotations

import dataclasses

import pytest

from core.documents.edits import replace_all
from core.runs.key import key_of
from core.runs.making import Making, changed_words
from core.training.session import Session
from tests.building.experiments import layer, small

NOW = Making("fused kernel", threads=1, versions=(("descent-lab", "2"), ("numpy", "2.4"), ("llvmlite", "0.50")))


def test_a_run_made_by_the_kernel_depends_on_it_and_on_what_translates_it(kernel):
    made = Making.of(Session(small(engine="fused")))
    versions = dict(made.versions)
    assert (made.engine, made.settled, made.threads) == ("fused kernel", False, 1)
    assert all(versions.values()) and versions.keys() == {"descent-lab", "machine", "numpy", "llvmlite", "kernel"}


def test_a_run_made_by_pytorch_depends_on_it_and_on_its_threads():
    made = Making.of(Session(small(engine="eager")))
    assert (made.engine, made.threads) == ("eager PyTorch", 1) and "torch" in dict(made.versions)
    large = small(engine="eager", layers=[layer(1500, name="h1"), layer(1500, name="h2")], batch_size=30)
    assert Making.of(Session(large)).threads == 2


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (NOW, ""),
        (Making(), ""),
        (dataclasses.replace(NOW, versions=(("descent-lab", "1"), ("numpy", "2.4"), ("torch", "2.9"))), "descent-lab 1 → 2"),
        (dataclasses.replace(NOW, engine="eager PyTorch", threads=2), "eager PyTorch → fused kernel, threads 2 → 1"),
    ],
)  # fmt: skip
def test_what_is_not_as_it_was_is_a_sentence(then, said):
    found = changed_words(then, NOW)
    assert found == (
        f"This run was made otherwise before ({said}): its numbers may part by roundings from here on." if said else ""
    )


def test_a_key_is_that_of_the_numbers():
    key = key_of(small(), 100, NOW)
    assert key == key_of(small(speed="max", title="Mine", description="…"), 100, NOW) and len(key) == 64
    others = [
        key_of(small(), 101, NOW),
        key_of(small(), 100, dataclasses.replace(NOW, threads=2)),
        *(key_of(replace_all(small(), (edit,)), 100, NOW) for edit in (("seeds.weights", 2), ("optimizer.lr", 0.2), ("dtype", "float32"))),
    ]  # fmt: skip
    assert len({key, *others}) == 6
