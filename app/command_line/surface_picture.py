"""The picture of `descent-lab surface --picture`: the lab's own map (or slice, of a line) with title and gauge, drawn
without a window."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from app.command_line import page
from app.command_line.page import Words
from app.look.theme import Theme
from app.views.surface.map import SurfaceMap
from app.views.surface.marks import marks_of
from app.views.surface.seen import Seen
from app.views.surface.sheet import Sheet
from app.views.surface.slices import SurfaceSlices
from core.frames import Frame
from core.surfaces.gauge import percent


def save(frame: Frame, title: str, path: str) -> None:
    """Draw a frame of the surface into a PNG file; `NotWritten` where that cannot be."""
    info = frame.info
    subject = f"{info['metric']} over {info['subset']}, after {frame.update:,} updates"
    words = Words(title or "Loss surface", subject, _sentences(frame), (info["misleads"],))
    page.save(words, lambda look: _drawing(frame, look), path)


def _drawing(frame: Frame, look: Theme) -> QWidget:
    sheet = Sheet.of(frame, log=False)
    if sheet is None:
        slices = SurfaceSlices()
        slices.show_theme(look)
        slices.show_frame(frame, False, None, look)
        return slices
    drawing = SurfaceMap()
    drawing.show_theme(look)
    drawing.show_seen(
        Seen(sheet, marks_of(frame, sheet, fan=False), frame.info["x"], frame.info["y"], frame.info["metric"])
    )
    return drawing


def _sentences(frame: Frame) -> list[str]:
    """What has to be said under the picture."""
    info = frame.info
    found = []
    if not math.isnan(info["kept_variance"]) and not info["misleads"]:
        found.append(
            f"The {'plane' if 'v' in frame.arrays else 'line'} keeps {percent(info['kept_variance'])} of the path's variance."
        )
    found += [*info["notes"], info["misleads"]]
    return [sentence for sentence in found if sentence]
