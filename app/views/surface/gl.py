"""Whether this screen can draw in three dimensions, and in words why not."""

from __future__ import annotations

import functools

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

WITHOUT = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb")
LEAST = (2, 1)  # what pyqtgraph needs


@functools.cache
def refusal() -> str:
    """ "" where OpenGL is there; else a sentence. Asked once, when somebody wants to see the surface in 3-D."""
    if QGuiApplication.platformName() in WITHOUT:
        return f"3-D needs OpenGL, which this screen (“{QGuiApplication.platformName()}”) does not offer. The picture from above shows the same sheet."
    context = QOpenGLContext()
    if not context.create():
        return "3-D needs OpenGL, which the graphics driver does not offer here (a remote desktop, perhaps). The picture from above shows the same sheet."
    surface = QOffscreenSurface()
    surface.create()
    fits = context.makeCurrent(surface)
    version = context.format().version()
    if fits:
        context.doneCurrent()
    if not fits or tuple(version) < LEAST:
        return "3-D needs OpenGL 2.1 or later, which the graphics driver does not offer here. The picture from above shows the same sheet."
    return ""
