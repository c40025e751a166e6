"""The look: colours, colour maps, fonts and spacing of the light and the dark theme.

Views and widgets ask `current()` when they paint; nothing here is set from elsewhere than `style.apply`.
"""

from __future__ import annotations

import dataclasses
import functools

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from core.frozen import frozen

BASE, CAPTION, DIGITS, TITLE = 13, 11, 18, 15  # font sizes in px at a text scale of 1
SMALLEST, LARGEST = 1.0, 2.0  # text scale


@frozen
class Theme:
    """Colours by role as #RRGGBB; `scale` is the text scale, 1 to 2."""

    name: str
    window: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    negative: str
    positive: str
    unsure: str
    missing: str
    warning: str
    error: str
    scale: float = 1.0

    @property
    def dark(self) -> bool:
        return self.name == "dark"

    @property
    def hover(self) -> str:
        return mix(self.raised, self.text, 0.07)

    @property
    def pressed(self) -> str:
        return mix(self.raised, self.text, 0.14)

    @property
    def selected(self) -> str:
        """The background of what is chosen: a breath of the accent."""
        return mix(self.surface, self.accent, 0.2 if self.dark else 0.12)

    @property
    def field(self) -> str:
        """The background of what is typed into: set into the panel, as buttons stand out of it."""
        return mix(self.window, self.surface, 0.25)

    @property
    def line(self) -> str:
        """Outlines that carry meaning by themselves (check box, slider handle): 3 : 1 on every background."""
        return mix(self.muted, self.surface, 0.12)

    @property
    def outline(self) -> str:
        """Around fields, buttons and tiles: no louder than 3 : 1 on the grounds that they lie on asks for."""
        return mix(self.muted, self.surface, 0.35 if self.dark else 0.25)

    @property
    def shadow(self) -> str:
        """The lower edge of what is raised."""
        return "#0C0E12" if self.dark else mix(self.border, self.text, 0.16)

    @property
    def disabled(self) -> str:
        return mix(self.muted, self.surface, 0.45)

    @property
    def grid(self) -> str:
        """Grid lines of plots: present, never louder than data."""
        return mix(self.surface, self.text, 0.1)

    def px(self, size: float) -> int:
        """A length in px, grown with the text scale."""
        return round(size * self.scale)

    def font(self, size: float = BASE, bold: bool = False) -> QFont:
        """The interface font at `size` px times the text scale."""
        return QFont(_font(self.px(size), bold, False))

    def digits(self, size: float = DIGITS, bold: bool = False) -> QFont:
        """The interface font with digits of one width, so that a growing number moves nothing."""
        return QFont(_font(self.px(size), bold, True))


LIGHT = Theme(
    "light", window="#F3F4F7", surface="#FFFFFF", raised="#FFFFFF", border="#D9DDE5", text="#1B1F27", muted="#5B6472",
    accent="#2463D1", on_accent="#FFFFFF", negative="#E07B00", positive="#0877BD", unsure="#E8EAEB", missing="#A6ABB3",
    warning="#7A5B00", error="#B3261E",
)  # fmt: skip
DARK = Theme(
    "dark", window="#14161B", surface="#1C1F26", raised="#262A33", border="#343A46", text="#E9ECF1", muted="#9BA4B4",
    accent="#6EA8FF", on_accent="#0E1726", negative="#F59322", positive="#3E9BDB", unsure="#E8EAEB", missing="#6A707B",
    warning="#E6CB7F", error="#FF8F85",
)  # fmt: skip
NAMES = ("light", "dark", "system")

_current = LIGHT


def current() -> Theme:
    """The theme that is applied."""
    return _current


def resolve(name: str, scale: float = 1.0) -> Theme:
    """The theme called light, dark or system, with a text scale (bounded to 1 … 2)."""
    if name not in NAMES:
        raise ValueError(f"{name!r} is no theme; allowed: {', '.join(NAMES)}")
    if name == "system":
        name = "dark" if _system_is_dark() else "light"
    scale = min(max(scale, SMALLEST), LARGEST)
    return dataclasses.replace(DARK if name == "dark" else LIGHT, scale=scale)


def put_on(theme: Theme) -> None:
    """Make this the current theme; `style.apply` dresses the application in it."""
    global _current
    _current = theme


@functools.cache
def _interface_font() -> QFont:
    """The system's own interface font, asked once: later the application's font is ours."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


@functools.lru_cache(128)
def _font(pixels: int, bold: bool, digits: bool) -> QFont:
    font = QFont(_interface_font())
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    if digits:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


# Colours as numbers


def rgb(colour: str) -> np.ndarray:
    """#RRGGBB -> (3,) float64, 0 … 255."""
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], dtype=float)


@functools.lru_cache(1024)
def mix(one: str, other: str, share: float) -> str:
    """`one` with a `share` of `other` in it."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(first * (1 - share) + second * share):02X}" for first, second in pairs)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21, after WCAG 2.2 (relative luminance of sRGB)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    share = rgb(colour) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


# Colour maps

STEPS = 255  # odd, so that the middle value is exactly the pale of "unsure"


def diverging_lut(theme: Theme | None = None) -> np.ndarray:
    """The one scale of values: (255, 4) uint8 RGBA from negative (orange) over unsure (pale) to positive (blue)."""
    theme = theme or _current
    return _diverging_lut(theme.negative, theme.unsure, theme.positive)


@functools.lru_cache(8)
def _diverging_lut(*colours: str) -> np.ndarray:
    anchors = np.stack([rgb(colour) for colour in colours])
    at = np.linspace(0, 2, STEPS)
    lut = np.full((STEPS, 4), 255, dtype=np.uint8)
    for channel in range(3):
        lut[:, channel] = np.rint(np.interp(at, (0, 1, 2), anchors[:, channel]))
    lut.setflags(write=False)
    return lut


def diverging(values: np.ndarray, lo: float = -1.0, hi: float = 1.0, theme: Theme | None = None) -> np.ndarray:
    """Values of any shape -> (…, 4) uint8 RGBA; beyond `lo` and `hi` the end colours, nan grey."""
    theme = theme or _current
    values = np.asarray(values, dtype=np.float32, order="C")  # turned arrays come, too
    place = np.clip((values - lo) * ((STEPS - 1) / ((hi - lo) or 1.0)), 0, STEPS - 1)
    unknown = np.isnan(place)
    missing = unknown.any()
    steps = np.rint(np.where(unknown, 0, place) if missing else place).astype(np.uint8)
    colours = (
        diverging_lut(theme).view(np.uint32)[:, 0][steps].view(np.uint8).reshape(*values.shape, 4)
    )  # the four numbers of a colour in one go
    if missing:
        colours[unknown] = (*rgb(theme.missing).astype(np.uint8), 255)
    return colours


# Classes: Okabe and Ito's colours (jfly.uni-koeln.de/color), then two of our own; each class also has its own marker.
_OKABE_ITO = ("#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7")
_SYMBOLS = ("o", "s", "t1", "d", "+", "x", "star", "t", "p", "h")  # pyqtgraph's names


def class_colours(count: int, theme: Theme | None = None) -> tuple[str, ...]:
    """A colour a class: orange and blue for two, Okabe and Ito's order for more; repeats after ten."""
    theme = theme or _current
    if count <= 2:
        return (theme.negative, theme.positive)[:count]
    colours = (*_OKABE_ITO, "#F5F5F5" if theme.dark else "#000000", "#8F8F8F", "#8A5FBF")
    return tuple(colours[number % len(colours)] for number in range(count))


def class_symbols(count: int) -> tuple[str, ...]:
    """A pyqtgraph marker a class, so that colour is never the only sign."""
    return tuple(_SYMBOLS[number % len(_SYMBOLS)] for number in range(count))


def class_lut(count: int, theme: Theme | None = None) -> np.ndarray:
    """(count, 4) uint8 RGBA: row c is the colour of class c."""
    lut = np.full((count, 4), 255, dtype=np.uint8)
    for number, colour in enumerate(class_colours(count, theme)):
        lut[number, :3] = rgb(colour)
    return lut
