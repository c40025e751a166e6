"""Six small pictures of two classes, and the format of MNIST's files."""

from __future__ import annotations

import struct

import numpy as np

PIXELS = (np.arange(6 * 8 * 8) % 251).astype(np.uint8).reshape(6, 8, 8)
LABELS = np.array([3, 7, 3, 7, 3, 7], dtype=np.uint8)


def idx(array: np.ndarray) -> bytes:
    return b"\0\0\x08" + bytes([array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape) + array.tobytes()
