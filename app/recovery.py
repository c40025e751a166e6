"""Work that was not saved survives a crash: a copy every so often, taken away when the window closes in order."""

from __future__ import annotations

import json
import logging
import os
import pathlib

from PySide6.QtCore import QObject, QTimer

from app.folders import recovery
from app.store import Store
from core.experiment import Experiment
from core.messages import BadInput

log = logging.getLogger(__name__)
EVERY = 10_000  # ms


class Recovery(QObject):
    """Keeps `<process>.toml` while there are unsaved changes, and a note of whose file it was."""

    def __init__(self, store: Store, folder: pathlib.Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._folder = folder or recovery()
        self._copy = self._folder / f"{os.getpid()}.toml"
        self._kept: Experiment | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def keep(self) -> None:
        """Write the copy if there is anything new that is not saved."""
        if not self._store.dirty:
            self._discard()
        elif self._store.experiment is not self._kept:
            try:
                self._store.experiment.save(self._copy)
                self._note.write_text(json.dumps({"path": str(self._store.path or ""), "title": self._store.title}), encoding="utf-8")
                self._kept = self._store.experiment
            except OSError:
                log.warning("no copy for recovery could be written", exc_info=True)

    def close(self) -> None:
        """The window closes in order: nothing to recover."""
        self._timer.stop()
        self._discard()

    @property
    def _note(self) -> pathlib.Path:
        return self._copy.with_suffix(".json")

    def _discard(self) -> None:
        self._kept = None
        for path in (self._copy, self._note):
            path.unlink(missing_ok=True)

    def left_over(self) -> tuple[Experiment, str, pathlib.Path | None] | None:
        """The newest work that a crashed window left: experiment, title, and its file. Taken: it is not offered again."""
        copies = sorted((path for path in self._folder.glob("*.toml") if path != self._copy and not _alive(path.stem)), key=lambda path: path.stat().st_mtime)
        found = None
        for path in copies:
            try:
                note = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
                found = Experiment.load(path), str(note["title"]), pathlib.Path(note["path"]) if note["path"] else None
            except (BadInput, OSError, ValueError, KeyError):
                log.warning("a copy for recovery cannot be read: %s", path, exc_info=True)
            path.unlink(missing_ok=True)
            path.with_suffix(".json").unlink(missing_ok=True)
        return found


def _alive(process: str) -> bool:
    """Whether another window with this process number is still open."""
    if not process.isdigit():
        return False
    if os.name == "nt":
        return _alive_on_windows(int(process))
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _alive_on_windows(process: int) -> bool:
    import ctypes  # os.kill(pid, 0) would end the process there

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
