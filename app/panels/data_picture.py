"""A data set as a small picture of dots: for the recipe, the data drawer and the gallery."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from app.look.theme import Theme, class_colours, diverging, rgb
from app.panels.sequence_picture import Strip, paint_strip, strip_of
from core import random, registry
from core.data.sequences import is_sequence
from core.families import Dataset, Table
from core.frozen import frozen
from core.messages import BadInput

SAMPLES = 140
SEED = 1
CUBE_DEPTH = np.array([0.45, 0.35])


@frozen
class Dots:
    """Places (n, 2) in 0 … 1 (upwards), class numbers or values (n,), number of classes (0 for values), value range."""

    places: np.ndarray
    y: np.ndarray
    classes: int
    span: tuple[float, float]
    curve: bool
    pictures: np.ndarray | None = (
        None  # (9, channels, height, width) from 0 to 1: shown instead of dots where pictures are the data
    )
    strip: Strip | None = None  # shown instead of dots where sequences are the data


def dots_of(dataset: Dataset) -> Dots | None:
    """A small sample of a data set; None where it has no samples to show."""
    small = {name: min(value, SAMPLES) for name, value in dataset if name == "samples"}
    try:
        table = dataset.model_copy(update=small).table(SEED)
    except (BadInput, ValueError, OSError):
        return None
    if len(table.y) and is_sequence(table):
        strip = strip_of(table, dataset.words(), dataset.in_order)
        return Dots(np.zeros((0, 2)), table.y[:0], len(table.classes), (0.0, 1.0), False, strip=strip)
    return _dots(table) if len(table.y) else None


@functools.lru_cache(maxsize=128)
def dots_of_kind(kind: str) -> Dots | None:
    """The sample of a kind with its defaults."""
    return dots_of(registry.read(Dataset, kind))


def dots_of_values(values: dict[str, Any]) -> Dots | None:
    """The sample of a data table as it stands in a file; None where it cannot be read."""
    try:
        return dots_of(registry.read(Dataset, values or {"kind": "circle"}))
    except ValueError:
        return None


def picture(dots: Dots | None, size: QSize, theme: Theme, ratio: float = 1.0) -> QPixmap:
    """The dots on the surface colour; `size` in device-independent px, `ratio` device pixels each."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(theme.field))
    if dots is not None:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(painter, QRectF(0, 0, size.width(), size.height()), dots, theme)
        painter.end()
    return pixmap


def _paint(painter: QPainter, rect: QRectF, dots: Dots, theme: Theme) -> None:
    if dots.strip is not None:
        paint_strip(painter, rect, dots.strip, theme)
        return
    if dots.pictures is not None:
        _paint_pictures(painter, rect, dots.pictures, theme)
        return
    few = len(dots.y) <= 16
    side = min(rect.width(), rect.height())
    radius = side * (0.075 if few else 0.024)
    margin = max(4.0, 0.06 * side) + radius
    square = QRectF(0, 0, side - 2 * margin, side - 2 * margin)
    if dots.curve:
        square.setWidth(rect.width() - 2 * margin)
    square.moveCenter(rect.center())
    painter.setPen(Qt.PenStyle.NoPen)
    corner, size = np.array([square.left(), square.bottom()]), np.array([square.width(), -square.height()])
    for place, colour in zip((corner + dots.places * size).tolist(), _colours(dots, theme), strict=True):
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(*place), radius, radius)


def _paint_pictures(painter: QPainter, rect: QRectF, pictures: np.ndarray, theme: Theme) -> None:
    """Nine of them as a square."""
    side = min(rect.width(), rect.height()) / 3 - 1
    left, top = rect.center().x() - 1.5 * (side + 1), rect.center().y() - 1.5 * (side + 1)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, pixels in enumerate(pictures):
        row, column = divmod(number, 3)
        painter.drawImage(QRectF(left + column * (side + 1), top + row * (side + 1), side, side), _image(pixels, theme))


def _image(pixels: np.ndarray, theme: Theme) -> QImage:
    """Grey pictures as ink on the theme's paper, colours as they are."""
    ink = np.moveaxis(pixels, 0, -1)
    colours = ink * 255 if len(pixels) == 3 else rgb(theme.field) * (1 - ink) + rgb(theme.text) * ink
    packed = np.ascontiguousarray(np.rint(colours), dtype=np.uint8)
    height, width, _ = packed.shape
    return QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _colours(dots: Dots, theme: Theme) -> list[QColor]:
    if dots.curve:
        return [QColor(theme.text)] * len(dots.y)
    if dots.classes:
        palette = [QColor(colour) for colour in class_colours(dots.classes, theme)]
        return [palette[int(number)] for number in dots.y]
    return [QColor(*map(int, rgba)) for rgba in diverging(dots.y, *dots.span, theme)]


def _dots(table: Table) -> Dots:
    if table.geometry == "images" and len(table.shape) == 3 and table.shape[0] in (1, 3):
        few = np.argsort(random.permutation(random.key(SEED, "thumbnail"), len(table.y)))[:9]
        return Dots(
            np.zeros((0, 2)),
            table.y[:0],
            len(table.classes),
            (0.0, 1.0),
            False,
            np.clip(table.x[few].reshape(-1, *table.shape), 0, 1),
        )
    if table.geometry == "curve":
        flat = np.column_stack([table.x[:, 0], table.y])
        domain = (table.domain[0] if table.domain else _range(flat[:, 0]), table.target_domain or _range(flat[:, 1]))
    elif table.x.shape[1] == 1:
        flat = np.column_stack([table.x[:, 0], table.y.astype(float)])
        domain = (_range(flat[:, 0]), _range(flat[:, 1]))
    elif table.geometry == "plane":
        flat, domain = table.x[:, :2], tuple(table.domain[:2]) or (_range(table.x[:, 0]), _range(table.x[:, 1]))
    else:
        flat = _flattened(table.x)
        domain = (_range(flat[:, 0]), _range(flat[:, 1]))
    low, high = np.array(domain, dtype=float).T
    places = np.clip((flat - low) / np.where(high > low, high - low, 1.0), 0, 1)
    if len(table.y) > SAMPLES:
        pick = np.linspace(0, len(table.y) - 1, SAMPLES).astype(int)
        return Dots(places[pick], table.y[pick], len(table.classes), _span(table), table.geometry == "curve")
    return Dots(places, table.y, len(table.classes), _span(table), table.geometry == "curve")


def _span(table: Table) -> tuple[float, float]:
    if table.classes:
        return 0.0, float(len(table.classes))
    return table.target_domain or _range(table.y)


def _range(values: np.ndarray) -> tuple[float, float]:
    return float(np.nanmin(values)), float(np.nanmax(values))


def _flattened(x: np.ndarray) -> np.ndarray:
    """Rows (n, columns) with gaps -> (n, 2): a tiny cube is drawn as one, else the first two principal components, each
    column standardized."""
    if x.shape == (8, 3):
        return x[:, :2] + x[:, 2:] * CUBE_DEPTH
    mean = np.nanmean(x, axis=0)
    full = np.where(np.isnan(x), mean, x) - mean
    spread = full.std(axis=0)
    full = full / np.where(spread > 0, spread, 1.0)
    _, _, directions = np.linalg.svd(full, full_matrices=False)
    return full @ directions[:2].T
