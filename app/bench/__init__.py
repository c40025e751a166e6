"""`descent-lab bench`: speed and smoothness, measured against the bars that the project has set itself."""

from __future__ import annotations

import argparse
import importlib
import json
import sys

from app.bench.rows import Found, Grid, Row, machine, table
from core.command_line.typed_values import BENCHES


def run(arguments: argparse.Namespace) -> int:
    """Carry out the measurements that are named, or all; nothing here passes or fails, it reports."""
    found: Found = []
    for name in arguments.names or BENCHES:
        print(f"measuring {name} …", file=sys.stderr)
        found += importlib.import_module(f"app.bench.{name}").measure()
    if arguments.json:
        rows, grids = ([each.values() for each in found if isinstance(each, kind)] for kind in (Row, Grid))
        print(json.dumps({"machine": machine(), "rows": rows, "grids": grids}))
    else:
        print(table(found, machine()))
    return 0
