"""Our line icons: one stroke width, 24 × 24, drawn in the colour that the theme asks for."""

from __future__ import annotations

import functools
import pathlib
import tempfile

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.look import theme as look

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "resources" / "icons"
FAINT = 0.4  # opacity of what cannot be pressed


def icon(name: str, colour: look.Theme | str | None = None) -> QIcon:
    """The icon in a colour (#RRGGBB), or in a theme's text colour; by default the current theme's. Disabled:
    fainter."""
    if not isinstance(colour, str):
        colour = (colour or look.current()).text
    return _icon(name, colour)


def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg")))


def source(name: str, colour: str) -> str:
    """The SVG text of an icon in a colour; ValueError where there is no such icon."""
    return _drawing(name).replace("currentColor", colour)


@functools.cache
def _drawing(name: str) -> str:
    try:
        return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ValueError(f"there is no icon {name!r}") from None


@functools.cache
def file(name: str, colour: str, opacity: float = 1.0) -> str:
    """A file with the icon in a colour: style sheets and Qt's own icons, which are drawn when they are first shown and
    at any density, can only name files. The folder goes when the program ends."""
    path = pathlib.Path(_folder().name) / f"{name}-{colour.lstrip('#')}-{round(100 * opacity)}.svg"
    path.write_text(source(name, colour).replace("<svg ", f'<svg opacity="{opacity}" ', 1), encoding="utf-8")
    return path.as_posix()


@functools.cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="descent-lab-icons-")


@functools.lru_cache(512)
def pixmap(name: str, colour: str, size: int, density: float = 1.0, opacity: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` × `size` px at a screen's pixel density; who draws into it takes a copy."""
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
    colour = QColor(colour).name()
    made = QIcon()
    made.addFile(file(name, colour), QSize(), QIcon.Mode.Normal)
    made.addFile(file(name, colour, FAINT), QSize(), QIcon.Mode.Disabled)
    return made
