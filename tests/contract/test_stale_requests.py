"""A picture may ask for what the document had a moment ago: a unit, a layer, a sample, a column that is gone. Whoever
is asked says so, or shows what is there; no probe fails."""

from __future__ import annotations

from typing import Any

import pytest

from core.registry import family, parse
from core.training.session import Session
from tests.building.presets import preset

FAR = 1_000_000
GONE: tuple[dict[str, Any], ...] = (
    {"kind": "redrawing", "first": FAR},
    {"kind": "code_map", "layer": "gone"},
    {"kind": "code_map", "at": (1.0, 2.0, 3.0, 4.0)},
    {"kind": "codes", "layer": "gone"},
    {"kind": "feature_maps", "index": FAR},
    {"kind": "feature_maps", "row": (1.0,)},
    {"kind": "feature_maps", "made": FAR},
    {"kind": "continuation", "start": FAR, "first": FAR},
    {"kind": "generated", "axes": (FAR, FAR + 1)},
    {"kind": "generated", "at": (1.0, 2.0, 3.0, 4.0)},
    {"kind": "boundary", "x": "gone", "y": "gone", "fixed": (("gone", 1.0),)},
    {"kind": "neurons", "x": "gone", "y": "gone", "fixed": (("gone", 1.0),)},
    {"kind": "bend", "shadow": True, "x": "gone", "y": "gone", "fixed": (("gone", 1.0),)},
    {"kind": "results", "part": "validation"},
    {"kind": "sample", "index": FAR},
    {"kind": "arithmetic", "sample": FAR},
    {"kind": "arithmetic", "layer": "gone", "unit": (FAR,)},
    {"kind": "arithmetic", "parameter": "gone", "player": "gone"},
    {"kind": "sample", "row": (1.0,)},
    {"kind": "sequence", "index": FAR},
    {"kind": "surface", "player": "gone", "resolution": 5, "most": 20},
    {"kind": "surface", "at": ("gone.weight[0]", "h1.weight[999,999]"), "resolution": 5, "most": 20},
    {"kind": "surface", "plane": "points", "points": ("gone", "gone"), "resolution": 5, "most": 20},
    {"kind": "makes", "layer": "gone", "unit": FAR},
    {"kind": "excitement", "layer": "gone"},
    {"kind": "unit_values", "layer": "gone", "unit": FAR},
    {"kind": "dependence", "column": "gone"},
    {"kind": "switched_off", "index": FAR},
    {"kind": "thinned", "x": "gone", "y": "gone", "fixed": (("gone", 1.0),)},
    {"kind": "writing", "start": FAR, "length": 5},
)  # fmt: skip
UNITS = ("excitement", "makes")


@pytest.fixture(
    scope="module",
    params=("circle", "titanic", "digits-dense", "gan-digits", "gan-ring", "recall-gru", "names", "code-map", "co2"),
)
def session(request) -> Session:
    few = (("data.samples", 60),) if request.param == "digits-dense" else ()
    return Session(preset(request.param, *few))


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("fields", GONE, ids=lambda fields: f"{fields['kind']}-{'-'.join(list(fields)[1:3])}")
def test_what_is_gone_fails_no_picture(session: Session, fields):
    session.frame(parse("probes", fields))


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("kind", UNITS)
def test_a_unit_that_is_gone_is_said(session: Session, kind: str):
    """Not the nearest one in its name."""
    names = [name for name in session.parameters() if name.endswith(".weight")]
    for name in names:
        frame = session.frame(parse("probes", {"kind": kind, "layer": name.removesuffix(".weight"), "unit": FAR}))
        assert frame.info["problem"]


def test_every_probe_that_names_something_of_the_document_is_asked():
    names = {
        kind
        for kind, probe in family("probes").items()
        for name in probe.model_fields
        if name
        in ("layer", "unit", "index", "row", "start", "first", "axes", "at", "x", "y", "player", "points", "made")
    }
    assert names <= {fields["kind"] for fields in GONE}
