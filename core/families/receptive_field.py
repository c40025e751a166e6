"""The part of a picture that a place of a feature map looks at."""

from __future__ import annotations

from core.frozen import frozen


@frozen
class ReceptiveField:
    """A place p of a map looks at the pixels [step·p + start, step·p + start + size) along each side."""

    size: int = 1
    step: int = 1
    start: int = 0

    def window(self, place: int) -> tuple[int, int]:
        """The first pixel of a place and the one behind its last; both may lie outside of the picture."""
        first = self.step * place + self.start
        return first, first + self.size

    def through(self, kernel: int, stride: int, padding: int) -> ReceptiveField:
        """Behind another window that slides."""
        return ReceptiveField(
            self.size + (kernel - 1) * self.step, self.step * stride, self.start - padding * self.step
        )
