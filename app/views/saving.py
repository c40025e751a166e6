"""Where a person wants to have a file, and the sentence where it cannot be written."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.machine.whole_file import NotWritten


def save_as(
    parent: QWidget, called: str, save: Callable[[pathlib.Path], None], title: str, suffix: str, kinds: str
) -> None:
    """Ask for a file, named at first after what is `called` so, and let `save` write it."""
    name, _ = QFileDialog.getSaveFileName(parent, title, f"{called.lower().replace(' ', '-')}.{suffix}", kinds)
    if not name:
        return
    path = pathlib.Path(name)
    try:
        save(path if path.suffix else path.with_suffix(f".{suffix}"))
    except NotWritten as error:
        QMessageBox.warning(parent, title, str(error))
