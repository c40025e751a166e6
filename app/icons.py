"""Our line icons: one stroke width, 24 × 24, drawn in the colour that the theme asks for."""

from __future__ import annotations

import functools
import pathlib

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import theme as look

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "icons"
_SIZES = (12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 40, 48, 56, 64, 96)  # px of the screen: 16 at a density of 1.5 is 24


def icon(name: str, colour: look.Theme | str | None = None) -> QIcon:
    """The icon in a colour (#RRGGBB), or in a theme's text colour; by default the current theme's. Disabled: fainter."""
    if not isinstance(colour, str):
        colour = (colour or look.current()).text
    return _icon(name, colour)


def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg")))


def source(name: str, colour: str) -> str:
    """The SVG text of an icon in a colour; ValueError where there is no such icon."""
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        raise ValueError(f"there is no icon {name!r}")
    return path.read_text(encoding="utf-8").replace("currentColor", colour)


def pixmap(name: str, colour: str, size: int, density: float = 1.0, opacity: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` × `size` px at a screen's pixel density."""
    renderer = QSvgRenderer(QByteArray(source(name, colour).encode()))
    side = round(size * density)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture


@functools.lru_cache(512)
def _icon(name: str, colour: str) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, QColor(colour).name(), size), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, QColor(colour).name(), size, opacity=0.4), QIcon.Mode.Disabled)
    return made
