"""Loading what is heavy: one thread at a time, and never a part of what is half loaded."""

from __future__ import annotations

import gc
import importlib
import sys
import threading
import types

from core.machine import preload

HALF = """
import gate
gate.begun.set()
gate.go.wait(30)
WHOLE = True
"""
PART = """
import sys
FOUND = hasattr(sys.modules["half"], "WHOLE")
"""


def test_what_another_thread_is_in_the_midst_of_loading_is_waited_for(tmp_path, monkeypatch):
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "__init__.py").write_text(HALF)
    (tmp_path / "half" / "part.py").write_text(PART)
    gate, load, asked = (
        types.SimpleNamespace(begun=threading.Event(), go=threading.Event()),
        importlib.import_module,
        [],
    )

    def loading(name):
        asked.append(name)
        gate.go.set()
        return load(name)

    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setitem(sys.modules, "gate", gate)
    other = threading.Thread(target=load, args=("half",))  # whoever imports it without asking here
    other.start()
    assert gate.begun.wait(30)
    monkeypatch.setattr(importlib, "import_module", loading)
    preload._load("half", "half.part")  # noqa: SLF001  # torch itself would take seconds
    other.join(30)
    assert asked == ["half", "half.part"] and sys.modules["half.part"].FOUND
    for name in asked:
        del sys.modules[name]
