"""What the window remembers between two starts: an ini file of our own, so that tests and a stick can have theirs."""

from __future__ import annotations

import logging
import pathlib
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from core.machine.folders import settings_file
from core.machine.whole_file import NotWritten, write_whole

log = logging.getLogger(__name__)
RECENT = 10


class Settings:
    """Typed access to the few things that are remembered. What is set is on the disk after `save`."""

    def __init__(self, path: pathlib.Path | None = None) -> None:
        self._path = path or settings_file()
        self._read = _ini(self._path)
        self._set: dict[str, Any] = {}

    def get(self, name: str, otherwise: Any) -> Any:
        """The value in the type of `otherwise`; `otherwise` where it is missing or no such value."""
        try:
            value = self._set[name] if name in self._set else self._read.value(name, otherwise, type(otherwise))
        except (TypeError, ValueError):
            return otherwise
        return value if isinstance(value, type(otherwise)) else otherwise

    def set(self, name: str, value: Any) -> None:
        self._set[name] = value

    def bytes(self, name: str) -> QByteArray:
        return self.get(name, QByteArray())

    @property
    def recent(self) -> list[pathlib.Path]:
        """Files opened last, the newest first."""
        value = self._set["recent"] if "recent" in self._set else self._read.value("recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [pathlib.Path(str(name)) for name in names if name]

    def remember(self, path: pathlib.Path) -> None:
        paths = [path.resolve(), *(other for other in self.recent if other != path.resolve())]
        self.set("recent", [str(other) for other in paths[:RECENT]])
        self.save()

    def forget_recent(self) -> None:
        self.set("recent", [])
        self.save()

    def save(self) -> None:
        """Write what was set to what another window may have written meanwhile; where the disk does not take it, that
        is noted in the log: nobody can do anything about it here."""
        try:
            write_whole(self._path, self._write)
        except NotWritten:
            log.warning("the settings are not remembered")

    def _write(self, draft: pathlib.Path) -> None:
        before, ini = _ini(self._path), _ini(draft)
        for name in before.allKeys():
            ini.setValue(name, before.value(name))
        for name, value in self._set.items():
            ini.setValue(name, value)
        ini.sync()
        if ini.status() is not QSettings.Status.NoError:
            raise OSError(f"the settings: {ini.status().name}")
        draft.touch()  # where there is nothing to remember Qt writes no file


def _ini(path: pathlib.Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)
