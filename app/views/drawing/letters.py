"""Letters that stay within the height that there is for them."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

LINE_SHARE, CAPITALS = 0.85, 0.7  # of a line's height that names below one another need: any, capitals and digits


def lowered(font: QFont, high: float, least: int, share: float = LINE_SHARE) -> QFont:
    """The font, or as small a one as lines of `high` px below one another need, not below `least` px."""
    needed = share * QFontMetricsF(font).height()
    if needed <= high:
        return font
    made = QFont(font)
    made.setPixelSize(min(font.pixelSize(), max(least, int(font.pixelSize() * high / needed))))
    return made
