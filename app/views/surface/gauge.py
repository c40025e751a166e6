"""The honesty gauge: how much of the path the plane keeps, how far the path lies from the sheet, and in words when the
picture misleads."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import icons
from app.look import theme as look
from app.look.theme import Theme
from app.views.surface.paint import short
from core.frames import Frame
from core.frozen import frozen

KEPT, GAP = 0.70, 0.10  # below and above these the picture misleads
COMPUTING = "computing anew …"
METER, WIDE = 46, 240  # px of the meter, and of the row from which on there is one


@frozen
class Honesty:
    """`off`: how far the network is from the sheet, in sheet ranges; `whole`: the plane is all the space there is.

    `kept` share of the path's variance and `gap` median distance in sheet ranges, nan where there is no path; `words`
    when it misleads."""

    kept: float = math.nan
    gap: float = math.nan
    misleads: str = ""
    eigenvalues: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()
    subset: str = ""
    centre: str = ""
    off: float = math.nan
    whole: bool = False
    under_way: bool = False  # a newer or a finer sheet is being computed
    freedom: int = 0  # the directions that there are, where the path has chosen two of them

    @classmethod
    def of(cls, frame: Frame, under_way: bool = False) -> Honesty:
        info = frame.info
        if info.get("problem"):
            return cls(notes=(str(info["problem"]),))
        values = tuple(float(value) for value in frame.arrays.get("eigenvalues", ()))
        kept, gap = float(info.get("kept_variance", math.nan)), float(info.get("gap", math.nan))
        subset, notes = str(info.get("subset", "")), tuple(info.get("notes", ()))
        return cls(
            kept,
            gap,
            str(info.get("misleads", "")),
            values,
            notes,
            subset,
            _centre(frame),
            float(info.get("gap_here", math.nan)),
            bool(info.get("whole")),
            under_way,
            0 if info.get("whole") else int(info.get("freedom", 0)),
        )

    def short(self) -> str:
        """In one line: the numbers, and that they mislead."""
        return " · ".join(text for text in (self._values(), self._numbers()) if text)

    def _numbers(self) -> str:
        """What the plane keeps of the path, and how far the path lies off the sheet."""
        if self.whole:
            return "the whole space: nothing is left out"
        known = []
        if math.isfinite(self.kept):
            known.append(f"{'keeps only' if self.kept < KEPT else 'keeps'} {percent(self.kept)} of the path")
        if math.isfinite(self.gap):
            known.append(f"gap {percent(self.gap)}" if self.gap < 10 else "gap over 1000 %")
        return " · ".join(known)

    def shortest(self) -> str:
        """The numbers that matter most, where there is hardly any room."""
        if self.off > GAP:
            return "not on this sheet"
        if self.whole:
            return "the whole space"
        gap = f"gap {percent(self.gap)}" if math.isfinite(self.gap) else ""
        kept = f"keeps {percent(self.kept)}" if math.isfinite(self.kept) else ""
        if not self.misleads:
            return " · ".join(text for text in (kept, gap) if text)
        return f"misleads: {kept if self.kept < KEPT else gap}" if kept or gap else "misleads"

    def lengths(self) -> tuple[str, ...]:
        """What can be said, from long to short."""
        said = self._lengths()
        if not self.under_way:
            return said
        when = f"sheet of {self.centre}: {COMPUTING}" if self.centre and not self.whole else COMPUTING
        return (
            *(f"{when} · {words}" for words in said),
            *(f"{COMPUTING} · {words}" for words in said[-2:]),
            when,
            COMPUTING,
            "computing …",
        )

    def _lengths(self) -> tuple[str, ...]:
        when = f" · sheet of {self.centre}" if self.centre and not self.whole and not self.under_way else ""
        if self.off > GAP:
            first = self.misleads.partition(":")[0]
            return (
                f"{self.misleads} · {self._numbers()}",
                self.misleads,
                self.misleads.removesuffix(" Re-centre."),
                first,
                self.shortest(),
                "misleads",
            )
        values = f"{self._values()} · " if self.eigenvalues else ""
        told = (f"{self.short()}{when}".removeprefix(" · "), self.short())
        if self.freedom:
            told = (f"two directions of {self.freedom:,} · {told[0]}", *told)
        if self.misleads:
            told = (
                f"{self.short()}{when} · {self.misleads}",
                f"{values}misleads: {self._numbers()}{when}",
                f"{values}misleads: {self._numbers()}",
            )
        return (
            *told,
            f"{values}{self.shortest()}",
            self.shortest(),
            *(("misleads",) if self.misleads else self._least()),
        )

    def _least(self) -> tuple[str, ...]:
        """The one number, where there is room for no more; the tool-tip has the rest."""
        kept = (f"keeps {percent(self.kept)}",) if math.isfinite(self.kept) else ()
        return kept if kept and kept[0] != self.shortest() else ()

    def _values(self) -> str:
        return "  ".join(
            f"λ{'₁₂'[number]} {short(float(f'{value:.3g}'))}" for number, value in enumerate(self.eigenvalues[:2])
        )

    def sentences(self) -> str:
        """All that is known, for the tool-tip and the screen reader."""
        told = [self.misleads] if self.misleads else []
        if self.whole:
            told.append("The network has no other parameters: this is the whole surface, and the path lies on it.")
        elif math.isfinite(self.kept):
            told.append(f"The plane keeps {percent(self.kept)} of the variance of the run's path.")
        if math.isfinite(self.gap) and not self.whole:
            told.append(f"Gap {percent(self.gap)}: {_gap_words(self.gap)}")
        told.append("Arrows show directions, not lengths; dashed parts of the path were made by hand.")
        told += ["A newer or finer sheet is being computed."] if self.under_way else []
        told += [
            *([f"The sheet is that of {self.centre}."] if self.centre else []),
            *self.notes,
            *([f"Computed from {self.subset}."] if self.subset else []),
        ]
        return "\n".join(told)


def _gap_words(gap: float) -> str:
    """What the gap is, and how large."""
    what = "the true loss at a point of the path against the sheet under it, as a share of the sheet's range"
    how = "hardly any point is off" if gap < 0.005 else f"half of the points are off by {percent(gap)} or more"
    return f"{what}; {how}."


def _centre(frame: Frame) -> str:
    """Which moment of the run a pinned sheet belongs to: "update 240"."""
    info = frame.info
    return f"update {int(info['update_of_sheet']):,}" if info.get("pinned") and "update_of_sheet" in info else ""


def percent(share: float) -> str:
    """ "83 %", and never "0 %" of what is not nothing."""
    return f"{100 * share:.0f} %" if share >= 0.005 or share < 1e-9 else "under 1 %"


class SurfaceGauge(QWidget):
    """A small meter with its numbers; in the warning colour, with a sign and with words, when the picture misleads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.honesty = Honesty()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_honesty(self, honesty: Honesty) -> None:
        if honesty != self.honesty:
            self.honesty = honesty
            self.setToolTip(honesty.sentences())
            self.setAccessibleName(f"How far the picture can be trusted: {honesty.short()}. {honesty.misleads}")
            self.update()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(180), self.theme.px(24))

    def words(self) -> str:
        """As many words as there is room for; none where the shortest would be cut: bar, sign and tool-tip stay."""
        metrics = QFontMetricsF(self._font())
        room = self.width() - self._before() - 4
        return next((text for text in self.honesty.lengths() if metrics.horizontalAdvance(text) <= room), "")

    def _font(self) -> QFont:
        """Smaller in a narrow row."""
        return self.theme.digits(look.CAPTION + (1 if self.width() >= self.theme.px(WIDE) else 0))

    def _before(self) -> float:
        """Room for the sign and the meter; in a narrow row the numbers say it alone."""
        sign = self.theme.px(14) + 9.0 if self.honesty.misleads else 4.0
        return sign + (self.theme.px(METER) + 8.0 if self._has_meter() else 0.0)

    def _has_meter(self) -> bool:
        return math.isfinite(self.honesty.kept) and self.width() >= self.theme.px(WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, honesty = self.theme, self.honesty
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.warning if honesty.misleads else theme.muted)
        left, middle = 4.0, self.height() / 2
        if honesty.misleads:
            left += self._paint_sign(painter, left, middle, colour)
        if self._has_meter():
            room = QRectF(left, middle - 3.5, theme.px(METER), 7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.grid))
            painter.drawRoundedRect(room, 3.5, 3.5)
            painter.setBrush(colour)
            painter.drawRoundedRect(
                QRectF(
                    room.left(), room.top(), max(room.width() * min(max(honesty.kept, 0.0), 1.0), 7.0), room.height()
                ),
                3.5,
                3.5,
            )
            mark = room.left() + KEPT * room.width()
            painter.setPen(QPen(QColor(theme.surface), 1.5))
            painter.drawLine(int(mark), int(room.top()), int(mark), int(room.bottom()))
            left = room.right() + 8
        painter.setFont(self._font())
        painter.setPen(colour if honesty.misleads else QColor(theme.text))
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.words(),
        )
        painter.end()

    def _paint_sign(self, painter: QPainter, left: float, middle: float, colour: QColor) -> float:
        """A warning triangle; returns the room it takes."""
        side = self.theme.px(14)
        painter.drawPixmap(
            int(left), int(middle - side / 2), icons.pixmap("warning", colour.name(), side, self.devicePixelRatioF())
        )
        return side + 5.0
