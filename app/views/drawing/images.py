"""Pictures of the data, and kernels and maps of a layer, as images of the screen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from app.documents.view_state import ViewState
from app.look.theme import Theme, diverging, rgb
from core.families import Shape
from core.files.images import GREY
from core.probing.probe import Probe
from core.registry import parse

MADE = "generated.chosen"  # the option that says which generated picture is looked at, from 0
STRONG = 0.98  # the quantile of the pushes that is drawn at full strength


def maps_request(state: ViewState) -> Probe:
    """The probe for the picture or sequence that is looked at: one and the same for all views that show it."""
    made = state.options.get(MADE, 0)
    return parse(
        "probes",
        {"kind": "feature_maps", "index": state.sample, "row": state.row, "made": made if isinstance(made, int) else 0},
    )  # type: ignore[return-value]


def picture_image(pixels: np.ndarray, theme: Theme) -> QImage:
    """Pixels (channels, height, width) from 0 to 1: grey ones as ink on the theme's paper, three channels in their
    colours."""
    shares = np.clip(np.nan_to_num(np.asarray(pixels, dtype=np.float64)), 0.0, 1.0)
    if len(shares) == 3:
        return _image(np.moveaxis(shares, 0, -1) * 255.0)
    ink = shares.mean(axis=0)[..., None]
    return _image(rgb(theme.field) * (1 - ink) + rgb(theme.text) * ink)


def value_image(values: np.ndarray, reach: float, theme: Theme) -> QImage:
    """Values (height, width) on the one scale of values, from −reach to reach."""
    return _image(diverging(values, -reach, reach, theme)[..., :3].astype(np.float64))


def value_images(values: np.ndarray, reach: float, theme: Theme) -> list[QImage]:
    """Many of them (n, height, width) on one scale: the same images, coloured in one go."""
    colours = diverging(values, -reach, reach, theme)
    _, height, width, _ = colours.shape
    return [
        QImage(one.data, width, height, 4 * width, QImage.Format.Format_RGBX8888).convertToFormat(
            QImage.Format.Format_RGB32
        )
        for one in colours
    ]


def pushed_image(pixels: np.ndarray, push: np.ndarray, reach: float, theme: Theme) -> QImage:
    """A picture (height, width, channels) from 0 to 1 in pale grey, and over it how each pixel is pushed: the stronger,
    the less of the picture shows through."""
    values = np.nan_to_num(np.tensordot(push, GREY, axes=1) if push.shape[2] == len(GREY) else push.mean(axis=2))
    ink = np.clip(np.nan_to_num(pixels), 0.0, 1.0).mean(axis=2)[..., None]
    paper = rgb(theme.field) * (1 - 0.5 * ink) + rgb(theme.text) * (0.5 * ink)
    share = np.clip(np.abs(values) / reach, 0.0, 1.0)[..., None]
    hue = np.where(values[..., None] < 0, rgb(theme.negative), rgb(theme.positive))
    return _image(paper * (1 - share) + hue * share)


def push_reach(push: np.ndarray) -> float:
    """Of all pushes (n, height, width, channels) the size that is drawn at full strength: few are larger."""
    known = np.abs(push[np.isfinite(push)])
    return max(float(np.quantile(known, STRONG)), 1e-12) if known.size else 1.0


def kernel_image(kernel: np.ndarray, reach: float, theme: Theme) -> QImage:
    """A kernel (channels, height, width): of one channel its weights; of three as the eye weighs red, green and blue;
    of more their mean."""
    if len(kernel) == 3:
        return value_image(np.tensordot(GREY, kernel, axes=1), reach, theme)
    return value_image(kernel.mean(axis=0), reach, theme)


def reach_of(values: np.ndarray) -> float:
    """The largest absolute value, at least a little."""
    finite = np.abs(values[np.isfinite(values)])
    return max(float(finite.max()), 1e-6) if finite.size else 1.0


def paint_image(painter: QPainter, room: QRectF, image: QImage) -> None:
    """As large as fits into a room, its sides in proportion, pixels kept sharp."""
    scale = min(room.width() / image.width(), room.height() / image.height())
    target = QRectF(0, 0, image.width() * scale, image.height() * scale)
    target.moveCenter(QPointF(room.center()))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
    painter.drawImage(target, image)


def is_picture(shape: Shape) -> bool:
    """Whether a shape is (channels, height, width)."""
    return len(shape) == 3


def _image(colours: np.ndarray) -> QImage:
    """(height, width, 3) from 0 to 255."""
    height, width, _ = colours.shape
    packed = np.ascontiguousarray(np.rint(colours), dtype=np.uint8)
    return QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
