"""Trained networks' files, and what becomes of them when a byte, a value or an array is another."""

from __future__ import annotations

import json
import pathlib
import struct
from typing import Any

import numpy as np

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.files import weights
from core.machine.resources import FOLDER
from core.training.session import Session

UPDATES = 30
KINDS = {
    "momentum": ("playground", (("optimizer.momentum", 0.9), ("last_batch", "carry"))),
    "Adam": ("playground", (("optimizer", {"kind": "adam", "lr": 0.01, "amsgrad": True}),)),
    "RMSprop": ("playground", (("optimizer", {"kind": "rmsprop", "centered": True, "momentum": 0.5}),)),
    "NAdam": ("playground", (("optimizer", {"kind": "nadam"}), ("schedule", {"kind": "plateau"}))),
    "cut links": ("playground", (("penalties", ({"kind": "l1", "rate": 0.01, "kill": True},)), ("stop.patience", 50))),
    "Muon": ("playground", (("optimizer", {"kind": "muon"}), ("dtype", "float64"))),
    "L-BFGS": ("playground", (("optimizer", {"kind": "lbfgs", "max_iter": 3}), ("batch_size", "all"))),
    "batch norm": ("playground", (("layers.h1.normalization", "batch"), ("optimizer", {"kind": "adafactor"}))),
}
ODD: tuple[Any, ...] = (
    -1, 0, 1, 7, 2**31, 2**53, 2**63, -(2**63), 10**40, 1.5, -0.5, 1e308, float("nan"), float("inf"), None, True, "", "x", "nan",
    [], {}, [[]], {"pairs": []}, {"tuple": []}, {"tuple": [-1]}, {"array": "dead"}, {"array": "parameters/h1.bias"}, {"array": "none"},
)  # fmt: skip
KINDS_OF_NUMBERS = ("F32", "F64", "F16", "BF16", "I64", "I32", "U8", "BOOL", "F8_E4M3")


def network(kind: str, folder: pathlib.Path) -> bytes:
    """The file of a network of a kind that has learned for a while."""
    preset, edits = KINDS[kind]
    session = Session(replace_all(Experiment.load(FOLDER / "presets" / f"{preset}.toml"), edits))
    session.advance(UPDATES)
    file = folder / f"whole{weights.SUFFIX}"
    weights.save(session.snapshot(), file)
    return file.read_bytes()


class Mutant:
    """A file taken apart: `header` by safetensors' names, `plain` what stands in its metadata, `body` its numbers."""

    def __init__(self, raw: bytes) -> None:
        (size,) = struct.unpack("<Q", raw[:8])
        self.header = json.loads(raw[8 : 8 + size])
        self.plain = json.loads(self.header["__metadata__"]["descent-lab"])
        self.body = bytearray(raw[8 + size :])

    def bytes(self) -> bytes:
        self.header["__metadata__"]["descent-lab"] = json.dumps(self.plain)
        header = json.dumps(self.header).encode()
        return struct.pack("<Q", len(header)) + header + bytes(self.body)

    @property
    def arrays(self) -> list[str]:
        return sorted(name for name in self.header if name != "__metadata__")

    def put(self, name: str, array: np.ndarray) -> None:
        """Another array under a name, behind the others."""
        kind = {"float32": "F32", "float64": "F64", "int64": "I64", "bool": "BOOL"}[array.dtype.name]
        start = len(self.body)
        self.body += array.tobytes()
        self.header.pop(name, None)
        self.header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [start, len(self.body)]}
        self._close_gaps()

    def drop(self, name: str) -> None:
        """An array goes."""
        del self.header[name]
        self._close_gaps()

    def _close_gaps(self) -> None:
        """Safetensors allows no bytes that belong to nobody."""
        body = bytearray()
        for each in sorted(self.arrays, key=lambda name: self.header[name]["data_offsets"][0]):
            start, end = self.header[each]["data_offsets"]
            self.header[each]["data_offsets"] = [len(body), len(body) + end - start]
            body += self.body[start:end]
        self.body = body


def mutated(raw: bytes, chance: np.random.Generator) -> bytes:
    """The file with one to three changes, each of a kind drawn by chance."""
    if chance.random() < 0.15:
        return _scratched(raw, chance)
    mutant = Mutant(raw)
    for _ in range(int(chance.integers(1, 4))):
        (_another_value, _another_value, _another_array)[int(chance.integers(3))](mutant, chance)
    return mutant.bytes()


def _scratched(raw: bytes, chance: np.random.Generator) -> bytes:
    """Some bytes are others, or the end is missing."""
    found = bytearray(raw)
    if chance.random() < 0.3:
        return bytes(found[: int(chance.integers(len(found)))])
    for place in chance.integers(0, len(found), int(chance.integers(1, 6))):
        found[place] = int(chance.integers(256))
    return bytes(found)


def _another_value(mutant: Mutant, chance: np.random.Generator) -> None:
    """One value of the metadata becomes an odd one, or goes; the experiment itself is left alone."""
    places = [place for place in _places(mutant.plain) if place[0] != "experiment"]
    *way, last = places[int(chance.integers(len(places)))]
    holder = mutant.plain
    for key in way:
        holder = holder[key]
    if chance.random() < 0.1:
        del holder[last]
    else:
        holder[last] = ODD[int(chance.integers(len(ODD)))]


def _places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all values within a value."""
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value[:20]))
    else:
        inner = []
    return [found for key, item in inner for found in ((*way, key), *_places(item, (*way, key)))]


def _another_array(mutant: Mutant, chance: np.random.Generator) -> None:
    """One array is of another length, kind or content."""
    name = mutant.arrays[int(chance.integers(len(mutant.arrays)))]
    facts = mutant.header[name]
    choice = int(chance.integers(5))
    if choice == 0:
        mutant.drop(name)
    elif choice == 1:
        shape = tuple(int(size) for size in chance.integers(0, 9, int(chance.integers(0, 4))))
        mutant.put(name, np.ones(shape, chance.choice(["float32", "float64", "int64", "bool"])))
    elif choice == 2:
        facts["dtype"] = str(chance.choice(KINDS_OF_NUMBERS))
    elif choice == 3:
        facts["shape"] = [int(size) for size in chance.permutation([*facts["shape"], 1])]
    else:
        start, end = facts["data_offsets"]
        mutant.body[start:end] = chance.integers(0, 256, end - start, np.uint8).tobytes()
