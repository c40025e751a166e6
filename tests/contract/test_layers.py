"""What every layer says of itself besides its numbers: its names for narrow columns, where a place of its map looks,
and whether it builds a picture up."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from core import registry
from core.families import Layer, Misfit, ReceptiveField
from tests.building.layers import made

LAYERS = registry.kinds(Layer)
PICTURE = (2, 9, 9)
SETTINGS = [
    {"kind": "conv2d", "kernel": 3, "padding": 1},
    {"kind": "conv2d", "kernel": 3, "dilation": 2, "stride": 2},
    {"kind": "max_pool", "window": 2},
    {"kind": "average_pool", "window": 3, "stride": 2, "padding": 1},
    {"kind": "dropout"},
    {"kind": "batch_norm"},
]
EVERYWHERE = ("layer_norm",)  # for its scale a place looks at all others, which is no part of its window


def layer_of(kind: str) -> Layer:
    return registry.read(Layer, {"kind": kind, "name": "h1"})


@pytest.mark.parametrize("kind", LAYERS)
def test_its_names_fit_narrow_columns(kind):
    layer = layer_of(kind)
    assert 0 < len(layer.title()) <= 14
    assert 0 < len(layer.brief_title()) <= 7 and " " not in layer.brief_title()
    assert len(layer.brief_title()) <= len(layer.title())


def test_titles_tell_the_layers_apart():
    titles = [layer_of(kind).title() for kind in LAYERS]
    assert len(set(titles)) == len(titles)


def test_a_layer_with_one_window_is_tried_below():
    looking = {kind for kind in LAYERS if layer_of(kind).looks_at(ReceptiveField()) is not None}
    assert looking == {values["kind"] for values in SETTINGS} | set(EVERYWHERE)


@pytest.mark.parametrize("values", SETTINGS, ids=lambda values: values["kind"])
def test_a_place_looks_where_its_block_does(values):
    """A row of the picture that is no number makes those places none that look at it."""
    layer, block, _ = made(values, PICTURE)
    reach = layer.looks_at(ReceptiveField())
    assert reach is not None
    for row in range(PICTURE[1]):
        x = torch.zeros((1, *PICTURE), dtype=torch.float64)
        x[..., row, :] = torch.nan
        with torch.no_grad():
            seen = np.isnan(block.eval()(x).numpy()[0]).any(axis=(0, 2))
        windows = [reach.window(place) for place in range(len(seen))]
        spread = layer.dilation if layer.kind == "conv2d" else 1
        assert seen.tolist() == [first <= row < end and (row - first) % spread == 0 for first, end in windows]


@pytest.mark.parametrize("kind", LAYERS)
def test_a_layer_that_builds_up_makes_more_pixels_of_a_picture_or_a_picture_of_a_row(kind):
    grown = []
    for inputs in (PICTURE, (64,)):
        try:
            shape = layer_of(kind).shape(inputs)
        except Misfit:
            continue
        grown.append(len(shape) == 3 and math.prod(shape[1:]) > math.prod(inputs[1:]))
    assert any(grown) == LAYERS[kind].builds_up


@pytest.mark.parametrize("kind", LAYERS)
def test_the_shapes_of_its_parameters_follow_from_none_of_the_fields_that_it_names(kind):
    others = {
        "activation": "relu",
        "initializer": "he_normal",
        "bias_initializer": "he_normal",
        "dropout": 0.4,
        "share": 0.3,
    }
    plain, known = layer_of(kind), LAYERS[kind].model_fields
    changed = {name: others[name] for name in LAYERS[kind].shapeless if name in known}
    other = registry.read(Layer, {"kind": kind, "name": "h1"} | changed)
    for inputs in (PICTURE, (5, 4), (64,)):
        try:
            plain.shape(inputs)
        except Misfit:
            continue
        assert other.parameters(inputs) == plain.parameters(inputs)
