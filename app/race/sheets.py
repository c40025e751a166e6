"""A terrain as a sheet that map and relief draw, and as a small picture for the list of terrains."""

from __future__ import annotations

import functools
import json

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.look.theme import Theme
from app.views.surface import paint
from app.views.surface.sheet import Scale, Sheet
from core import registry
from core.families.terrain import Terrain
from core.race.heights import Heights, heights_of

SMALL = 41  # points along each side of a small picture
DEPTH = 1e-4  # the darkest colour of a logarithmic scale, as a share of the highest


def drawn(heights: Heights) -> Sheet:
    """The heights as they are drawn. Where they span powers of ten they count from the lowest value, on a logarithmic
    scale."""
    values = heights.values - counted_from(heights)
    high = heights.high - counted_from(heights)
    scale = Scale.of(
        np.array([DEPTH * high, high]) if heights.log else np.array([heights.low, heights.high]), heights.log
    )
    return Sheet(heights.x, heights.y, values, scale, scale.heights(values))


def counted_from(heights: Heights) -> float:
    """What is taken from every height before it is drawn."""
    return heights.floor if heights.log else 0.0


def key_title(heights: Heights) -> str:
    """What the colour bar counts."""
    return "f − lowest" if counted_from(heights) else "f(x, y)"


def thumbnail(terrain: Terrain, width: int, height: int, theme: Theme, density: float = 1.0) -> QPixmap:
    """A small picture of a terrain from above."""
    return _thumbnail(terrain.model_dump_json(), width, height, theme, density)


@functools.lru_cache(maxsize=128)
def _thumbnail(source: str, width: int, height: int, theme: Theme, density: float) -> QPixmap:
    terrain = registry.read(Terrain, json.loads(source))
    image = paint.sheet_image(drawn(heights_of(terrain, SMALL)), theme)
    pixmap = QPixmap(round(width * density), round(height * density))
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, width, height), image)
    painter.end()
    return pixmap
