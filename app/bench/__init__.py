"""`descent-lab bench`: speed and smoothness, measured against the bars that the project has set itself."""

from __future__ import annotations

import argparse
import json
import sys

from app.bench.rows import Row, machine, table


def run(arguments: argparse.Namespace) -> int:
    """Carry out the measurements that are named, or all; nothing here passes or fails, it reports."""
    from app.bench import eager, fused, live, start, surface

    measurements = {"eager": eager.measure, "fused": fused.measure, "live": live.measure, "start": start.measure, "surface": surface.measure}
    rows: list[Row] = []
    for name in arguments.names or measurements:
        print(f"measuring {name} …", file=sys.stderr)
        rows += measurements[name]()
    if arguments.json:
        print(json.dumps({"machine": machine(), "rows": [row.values() for row in rows]}))
    else:
        print(table(rows, machine()))
    return 0
