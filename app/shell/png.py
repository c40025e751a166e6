"""A picture as a PNG file."""

from __future__ import annotations

import pathlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from core.machine.whole_file import write_bytes


def write_png(path: str | pathlib.Path, image: QImage) -> None:
    """Write it whole or not at all; `NotWritten` where that cannot be."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ValueError(f"no picture of {image.width()} by {image.height()} pixels")
    write_bytes(path, bytes(content.data()))
