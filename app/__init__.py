"""The window: Qt and pyqtgraph. May import core, never torch."""

from core.machine.preload import before_qt

before_qt()
