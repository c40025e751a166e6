"""The window: Qt and pyqtgraph. May import core, never torch."""

from core.preload import before_qt

before_qt()
