"""Whether this screen can draw in three dimensions, and in words why not."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import sys

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

WITHOUT = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb")
LEAST = (2, 1)  # what pyqtgraph needs
MAKERS = (("glx", "libGL.so.1", "glXGetCurrentContext"), ("egl", "libEGL.so.1", "eglGetCurrentContext"))


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
        _agree()
        context.doneCurrent()
    if not fits or tuple(version) < LEAST:
        return "3-D needs OpenGL 2.1 or later, which the graphics driver does not offer here. The picture from above shows the same sheet."
    return ""


def _agree() -> None:
    """PyOpenGL has to look for contexts where Qt makes them, which only a current one tells: an X server without GLX
    has them from EGL. To be called before PyOpenGL is loaded."""
    if not sys.platform.startswith("linux"):
        return
    for platform, library, function in MAKERS:
        with contextlib.suppress(OSError, AttributeError):
            found = getattr(ctypes.CDLL(library), function)
            found.restype = ctypes.c_void_p
            if found():
                os.environ["PYOPENGL_PLATFORM"] = platform
                return
