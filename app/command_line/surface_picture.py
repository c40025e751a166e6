"""The picture of `descent-lab surface --picture`: the lab's own map (or slice, of a line) with title and gauge, drawn
without a window."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import application
from app.command_line.waiting import without_screen
from app.look import style, theme
from app.look.theme import Theme
from app.shell.png import write_png
from app.views.surface.map import SurfaceMap
from app.views.surface.marks import marks_of
from app.views.surface.seen import Seen
from app.views.surface.sheet import Sheet
from app.views.surface.slices import SurfaceSlices
from core.frames import Frame
from core.surfaces.gauge import percent

SIZE = 1200, 940  # px
MARGIN = 24


def save(frame: Frame, title: str, path: str) -> None:
    """Draw a frame of the surface into a PNG file; `NotWritten` where that cannot be."""
    without_screen()
    app = application.prepare()
    if theme.current().name != "light" or app.style().objectName() != "fusion":
        style.apply(app, theme.resolve("light"))
    page = _page(frame, title, theme.current())
    page.resize(*SIZE)
    page.ensurePolished()
    drawn = page.grab().toImage()
    page.deleteLater()
    write_png(path, drawn)


def _page(frame: Frame, title: str, look: Theme) -> QWidget:
    """Title, sheet, words, from top to bottom."""
    page = QWidget()
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page.setStyleSheet(f"background: {look.surface};")
    column = QVBoxLayout(page)
    column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    column.setSpacing(6)
    info = frame.info
    column.addWidget(_label(title or "Loss surface", look, theme.TITLE + 5, look.text, bold=True))
    column.addWidget(
        _label(
            f"{info['metric']} over {info['subset']}, after {frame.update:,} updates", look, theme.BASE + 1, look.muted
        )
    )
    column.addSpacing(8)
    column.addWidget(_drawing(frame, look), 1)
    for sentence in _sentences(frame):
        column.addWidget(
            _label(sentence, look, theme.BASE, look.warning if sentence == info["misleads"] else look.muted)
        )
    return page


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


def _label(text: str, look: Theme, size: int, colour: str, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setFont(look.font(size, bold))
    label.setStyleSheet(f"color: {colour};")
    label.setWordWrap(True)
    return label
