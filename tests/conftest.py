"""What every test may rely on: no screen needed, a home of its own, and nothing left behind."""

from __future__ import annotations

import gc
import os
import pathlib
import sys
import tempfile
import threading

os.environ.setdefault(
    "QT_QPA_PLATFORM", "offscreen"
)  # before anything imports Qt: plain `pytest` works without a screen
os.environ["DESCENT_LAB_HOME"] = tempfile.mkdtemp(prefix="descent-lab-tests-")
os.environ["PYTHONDONTWRITEBYTECODE"] = ""  # what many processes import is compiled once, even where the machine says

import pytest

from core.machine.preload import before_qt
from tests.building.places import ROOT

before_qt()
sys.dont_write_bytecode = False  # otherwise: pytest's own way with every assert is half of what collecting takes

PROGRAMS = "core.engines.fused.programs"


def pytest_xvfb_disable():
    """Each of the processes has a screen of its own, where windows are real: on a shared one, a window of a program
    that the other process starts lies over the one that is looked at, and takes the focus from it."""
    return os.environ["QT_QPA_PLATFORM"] != "xcb"


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is loaded to know the tests stays: no search for garbage has to look at it, neither while it grows nor at
    the end of a test."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """The tests run in two processes, file by file; those with windows all in one, so that no window takes the focus
    from another."""
    for item in items:
        windows = item.path.is_relative_to(ROOT / "tests" / "app")
        item.add_marker(pytest.mark.xdist_group("windows" if windows else item.path.stem))


@pytest.fixture(scope="session")
def qapp_cls():
    """The tests' application is the program's own: without its shared contexts a second 3-D view finds the shaders of a
    first one gone."""
    from app.application import prepare

    return lambda _arguments: prepare()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Settings, recovered work and the log of a test lie in a folder of its own."""
    folder = tmp_path / "descent-lab-home"
    folder.mkdir()
    monkeypatch.setenv("DESCENT_LAB_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def kernel():
    """The fused kernel is at hand, in both precisions: whose runs it may make, or whose pictures it may draw, asks for
    it. The first to ask has it made, where its machine code is not in the user's cache yet."""
    from core.engines.fused import programs, shipped

    for dtype in shipped.DTYPES:
        for name in programs.NAMES:
            assert programs.function(name, dtype), "the log says why"


@pytest.fixture(autouse=True)
def no_kernel_unasked(request, monkeypatch):
    """Who asks for a compiled program has to ask for the kernel: else what a test sees would depend on a cache."""
    if "kernel" in request.fixturenames:
        yield
        return
    asked: list[tuple[str, str]] = []
    before = sys.modules.get(PROGRAMS)
    if before is not None:
        function = before.function
        monkeypatch.setattr(before, "function", lambda *key: asked.append(key) or function(*key))
    yield
    after = sys.modules.get(PROGRAMS)
    if before is None and after is not None:
        asked += [*after.functions, *after.failed]
    assert not asked, f'asks for {asked} without `kernel`: pytestmark = pytest.mark.usefixtures("kernel")'


THREADS = ("run-", "runs-", "pictures-", "race-", "reader-", "starts", "study", "envelope")


@pytest.fixture(autouse=True)
def no_run_left_behind():
    """Every run's thread has to be ended by the test that started it, a reader's by its own job."""
    yield
    left = [thread for thread in threading.enumerate() if thread.name.startswith(THREADS)]
    for thread in left:
        thread.join(20.0 if thread.name.startswith("reader-") else 2.0)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"threads left behind: {alive}"


@pytest.fixture(autouse=True)
def no_window_left_behind(request):
    """Windows and dialogs of a test in tests/app are gone when it ends."""
    if not _is_of_the_window(request):
        yield
        return
    app = request.getfixturevalue("qapp")
    before = set(_windows(app))
    yield
    _process_deletions(app)
    left = [widget for widget in _windows(app) if widget not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    assert not names, f"top-level widgets left behind: {names}"


@pytest.fixture(autouse=True, scope="module")
def no_timer_left_behind(request):
    """Timers that a file of tests/app started have stopped, or are gone, at its end."""
    if not _is_of_the_window(request):
        yield
        return
    app = request.getfixturevalue("qapp")
    gc.collect()
    gc.freeze()  # what is loaded by now stays: the collections after each test need not look at it again
    before = {id(timer) for timer in _running_timers()}
    yield
    _process_deletions(app)
    left = [f"{timer.objectName()!r} of {timer.parent()}" for timer in _running_timers() if id(timer) not in before]
    assert not left, f"timers left running: {left}"


def _is_of_the_window(request) -> bool:
    return (ROOT / "tests" / "app") in pathlib.Path(request.node.path).parents


def _windows(app) -> list:
    from PySide6 import QtWidgets

    large = (QtWidgets.QMainWindow, QtWidgets.QDialog)
    return [widget for widget in app.topLevelWidgets() if widget.isVisible() or isinstance(widget, large)]


def _running_timers() -> list:
    """All of them. No thread of ours may be at work meanwhile: `gc.get_objects` borrows even a tuple that another
    thread is still filling, and Python then refuses to finish it (SystemError in `tuple(…)`)."""
    import shiboken6
    from PySide6 import QtCore

    timers = [thing for thing in gc.get_objects() if type(thing) is QtCore.QTimer]
    return [timer for timer in timers if shiboken6.isValid(timer) and timer.isActive()]


def _process_deletions(app) -> None:
    from PySide6 import QtCore

    gc.collect()
    for _ in range(2):
        app.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
        app.processEvents()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With CI=true a test that needs OpenGL may not be skipped."""
    report = yield
    if report.skipped and item.get_closest_marker("gl") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} needs OpenGL and was skipped: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _gl_needs_a_screen(request):
    if request.node.get_closest_marker("gl") and (
        os.environ.get("QT_QPA_PLATFORM") == "offscreen" or sys.platform == "win32"
    ):
        pytest.skip("the offscreen platform has no OpenGL")
