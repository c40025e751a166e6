"""The log: a rotating file, and whatever no one caught."""

from __future__ import annotations

import logging
import logging.handlers
import sys
import threading
import types

from core.machine.folders import log_file

SIZE, COPIES = 500_000, 3  # bytes of a file, older files kept


def start() -> logging.Handler | None:
    """Write the log of the whole program into its file; None where the folder does not let us."""
    root = logging.getLogger()
    try:
        handler = logging.handlers.RotatingFileHandler(log_file(), maxBytes=SIZE, backupCount=COPIES, encoding="utf-8")
    except OSError:
        return None
    logging.raiseExceptions = False  # a disk that is full later must not fill the terminal
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    return handler


def _uncaught(kind: type[BaseException], error: BaseException, trace: types.TracebackType | None) -> None:
    logging.getLogger("descent-lab").critical("not caught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)


def _uncaught_in_thread(found: threading.ExceptHookArgs) -> None:
    if found.exc_value is not None:
        logging.getLogger("descent-lab").critical(
            "not caught in a thread", exc_info=(found.exc_type, found.exc_value, found.exc_traceback)
        )
