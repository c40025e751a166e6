"""The signs of rows while runs stand side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.forms.row import Row
from app.panels.links import Lane, Links
from core.documents.labels import declared
from core.experiment import Experiment

PATH = "optimizer.lr"


def test_of_a_row_that_a_form_has_made_anew_no_sign_is_kept(qtbot, ring):
    """Its sign was taken away once more when the runs parted: an error each time."""
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    param = declared(ring, PATH)
    assert param is not None
    row = Row(PATH, param, live=True)
    column.addWidget(row)
    links, lanes = Links(panel), (Lane("A", ring), Lane("B", Experiment()))
    links.show_lanes(lanes, (PATH,))
    assert [link.path for link in links.links.values()] == [PATH]
    row.deleteLater()
    QApplication.sendPostedEvents(row, QEvent.Type.DeferredDelete)
    assert not links.links
    links.show_lanes((), ())
