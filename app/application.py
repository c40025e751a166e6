"""The application: what has to be set before the first window, the window itself, and its end in good order."""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import pathlib
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QSurfaceFormat
from PySide6.QtWidgets import QApplication

from app.look import theme
from app.network.first_show import SPEED, FirstShow
from app.shell import log_setup
from app.shell.settings import Settings
from app.window.window import MainWindow
from core import document
from core.documents.document import Document
from core.experiment import Experiment
from core.machine import folders
from core.machine.heap import cap_arenas
from core.machine.preload import load_ahead, starting
from core.machine.resources import FOLDER
from core.machine.signals import ending

log = logging.getLogger(__name__)
FIRST = FOLDER / "presets" / "playground.toml"


TURN = (
    0.001  # seconds that a thread may keep the interpreter while others wait: learning, pictures and window take turns
)


def prepare() -> QApplication:
    """The QApplication of this process, dressed; torch is not imported here (on Windows
    `core.machine.preload.before_qt` has done so)."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    cap_arenas()
    sys.setswitchinterval(TURN)
    _choose_gl_platform()
    QCoreApplication.setAttribute(
        Qt.ApplicationAttribute.AA_ShareOpenGLContexts
    )  # without it, floating a dock with a GL view crashes
    shape = QSurfaceFormat()
    shape.setSamples(4)
    shape.setDepthBufferSize(24)
    QSurfaceFormat.setDefaultFormat(shape)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication([sys.argv[0] if sys.argv else "descent-lab"])
    app.setApplicationName("descent-lab")
    app.setApplicationDisplayName("Descent Lab")
    return app


def _choose_gl_platform() -> None:
    """PyOpenGL has to look for contexts where Qt makes them."""
    if sys.platform.startswith("linux"):
        wayland = os.environ.get("QT_QPA_PLATFORM", "").startswith("wayland") or (
            not os.environ.get("QT_QPA_PLATFORM") and os.environ.get("XDG_SESSION_TYPE") == "wayland"
        )
        os.environ.setdefault("PYOPENGL_PLATFORM", "egl" if wayland else "glx")


def open_window(path: str | pathlib.Path | None = None, settings: Settings | None = None) -> MainWindow:
    """The window with an experiment: the ring, learning to its goal, unless a file is named. It is shown; torch is
    loaded behind it. A race opens in its own room, before the ring at rest."""
    app = prepare()
    settings = settings or Settings()
    path = None if path is None else pathlib.Path(path)
    named = document.load(path) if path is not None and path.suffix == ".toml" else None
    if isinstance(named, Experiment):
        window, rest = MainWindow(named, settings, path), None
    else:
        first = Experiment.load(FIRST)
        shown = first.model_copy(update={"speed": SPEED}) if path is None else first
        window, rest = MainWindow(shown, settings), path
    app.setWindowIcon(window.windowIcon())
    window.show()
    Beginning(window, functools.partial(_begin, window, path is None, rest, named))
    return window


def _begin(window: MainWindow, playing: bool, rest: pathlib.Path | None, found: Document | None) -> None:
    window.begin(playing=playing)
    if playing:
        FirstShow(window.network.lab, window.network.trying.line)
    if rest is not None:
        window.open(rest, found)


class Beginning(QObject):
    """Calls `begin` once, as soon as the window has been painted: torch, which is loaded on the run's thread, would
    hold the first picture up by half a second. A window that no screen shows begins all the same."""

    PATIENCE = 2000  # ms

    def __init__(self, window: MainWindow, begin: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._begin = window, begin
        self._timer = QTimer(self, singleShot=True, interval=self.PATIENCE)
        self._timer.timeout.connect(self._now)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._timer.start(0)
        elif event.type() == QEvent.Type.Close:
            self._timer.stop()
        return False

    def _now(self) -> None:
        self._window.removeEventFilter(self)
        self._begin()


def run(path: str | pathlib.Path | None = None) -> int:
    """Open the window and stay until it is closed; the exit status."""
    app = prepare()
    log_setup.start()
    log.info("started, theme %s", theme.current().name)
    with starting():
        window = open_window(path)
        window.network.lab.shelf.open(folders.data())
    if trouble := folders.trouble():
        window.front.show_failure(trouble)
    window.offer_recovery()
    window.gallery.filled.connect(
        load_ahead
    )  # many of its cards need it; while a run is watched it would be in the way
    with _ending(window):
        status = app.exec()
    if window.left_threads:
        print("A run's thread did not end in time; the program ends without it.")
    return 1 if window.left_threads else status


@contextlib.contextmanager
def _ending(window: MainWindow) -> Iterator[None]:
    """Ctrl-C in the terminal, SIGTERM and SIGHUP close the window, as soon as it has done what it is at: it may be
    painting itself. Python looks at signals only when it runs, so a timer lets it."""
    timer = QTimer(window, interval=300)
    timer.timeout.connect(_nothing)
    timer.start()
    close = QTimer(window, singleShot=True, interval=0)
    close.timeout.connect(window.close_without_asking)
    with ending(close.start):
        yield
    timer.stop()


def _nothing() -> None:
    """Gives the interpreter a moment."""
