"""The window: Qt and pyqtgraph. May import core, never torch."""
