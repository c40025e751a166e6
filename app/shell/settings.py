"""What the window remembers between two starts: an ini file of our own, so that tests and a stick can have theirs."""

from __future__ import annotations

import pathlib
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from app.shell.folders import settings_file

RECENT = 10


class Settings:
    """Typed access to the few things that are remembered."""

    def __init__(self, path: pathlib.Path | None = None) -> None:
        self._ini = QSettings(str(path or settings_file()), QSettings.Format.IniFormat)

    def get(self, name: str, otherwise: Any) -> Any:
        """The value in the type of `otherwise`; `otherwise` where it is missing or no such value."""
        try:
            value = self._ini.value(name, otherwise, type(otherwise))
        except (TypeError, ValueError):
            return otherwise
        return value if isinstance(value, type(otherwise)) else otherwise

    def set(self, name: str, value: Any) -> None:
        self._ini.setValue(name, value)

    def bytes(self, name: str) -> QByteArray:
        return self.get(name, QByteArray())

    @property
    def recent(self) -> list[pathlib.Path]:
        """Files opened last, the newest first."""
        value = self._ini.value("recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [pathlib.Path(str(name)) for name in names if name]

    def remember(self, path: pathlib.Path) -> None:
        paths = [path.resolve(), *(other for other in self.recent if other != path.resolve())]
        self._ini.setValue("recent", [str(other) for other in paths[:RECENT]])

    def forget_recent(self) -> None:
        self._ini.setValue("recent", [])

    def save(self) -> None:
        self._ini.sync()
