"""What there is: versions, devices, folders, and every registered component with its parameters."""

from __future__ import annotations

import argparse
import dataclasses
import inspect
import json
import pathlib
from collections.abc import Mapping
from typing import Any

from core import document, registry
from core.machine.resources import FOLDER
from core.machine.versions import versions
from core.params import Component, Param, params_of

READY = {"network": "presets", "race": "races", "comparison": "comparisons"}  # folders of files that come along


def info(arguments: argparse.Namespace, folders: Mapping[str, pathlib.Path]) -> int:
    """Print it all; the caller knows the window's folders."""
    found = inventory(folders)
    print(json.dumps(found, ensure_ascii=True) if arguments.json else lines(found))
    return 0


def inventory(folders: Mapping[str, pathlib.Path]) -> dict[str, Any]:
    """Everything as plain values, ready for JSON."""
    return {
        "versions": versions(),
        "devices": _devices(),
        "folders": {"resources": str(FOLDER)} | {name: str(path) for name, path in folders.items()},
        "documents": {kind: _document(kind) for kind in document.KINDS},
        "components": {
            family: {kind: describe(cls) for kind, cls in registry.family(family).items()}
            for family in registry.FAMILIES
        },
    }


def _document(kind: str) -> dict[str, Any]:
    """A kind of file: what it holds, its keys, and those that come along."""
    cls = document.class_of(kind)
    ready = sorted(path.stem for path in (FOLDER / READY[kind]).glob("*.toml") if path.stem not in ("gallery", "shelf"))
    return {"help": inspect.getdoc(cls) or "", "keys": list(cls.model_fields), "ready": ready}


def _devices() -> list[dict[str, str]]:
    from core.machine import device

    return [{"key": choice.key, "label": choice.label, "reason": choice.reason} for choice in device.choices()]


def describe(cls: type[Component]) -> dict[str, Any]:
    """A component: what it is called and does, and its parameters."""
    return {
        "label": cls.label,
        "help": cls.summary(),
        "parameters": {param.name: parameter(param) for param in params_of(cls)},
    }


def parameter(param: Param) -> dict[str, Any]:
    """A parameter; only what is known of it."""
    limits = dataclasses.asdict(param.limits) if param.limits else {}
    words = {"unit": param.unit, "symbol": param.symbol, "family": param.family}
    found: dict[str, Any] = {
        "type": param.type,
        "default": _plain(param.default),
        "help": param.help,
        "live": param.live,
    }
    known = ("minimum", "above", "maximum", "low", "high")
    found |= {name: limits[name] for name in known if limits.get(name) is not None}
    found |= {name: word for name, word in words.items() if word}
    return found | ({"options": [option for option, _ in param.options]} if param.options else {})


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Component):
        return value.model_dump(mode="json")
    return value if isinstance(value, (bool, int, float, str, type(None))) else str(value)


def lines(found: dict[str, Any]) -> str:
    """The same for a person."""
    rows = [f"{name:<20} {text or 'not installed'}" for name, text in found["versions"].items()]
    rows += [
        f"{'device ' + entry['key']:<20} {entry['label']}{': ' + entry['reason'] if entry['reason'] else ''}"
        for entry in found["devices"]
    ]
    rows += [f"{name:<20} {path}" for name, path in found["folders"].items()]
    rows += [f"{'file ' + kind:<20} {', '.join(entry['keys'])}" for kind, entry in found["documents"].items()]
    rows += [f"{'ready ' + kind:<20} {', '.join(entry['ready'])}" for kind, entry in found["documents"].items()]
    for family, members in found["components"].items():
        rows += ["", family]
        rows += [
            f"  {kind:<20} {', '.join(_short(name, param) for name, param in entry['parameters'].items())}"
            for kind, entry in members.items()
        ]
    return "\n".join(rows)


def _short(name: str, param: dict[str, Any]) -> str:
    default = (
        param["default"]["kind"]
        if isinstance(param["default"], dict) and "kind" in param["default"]
        else param["default"]
    )
    return f"{name}={default}"
