"""The race's charts: what is beyond their axis is told."""

from __future__ import annotations

import numpy as np
import pytest

from app.race.charts import Chart, Line


@pytest.mark.parametrize(("highest", "told"), [(1e11, False), (1e13, True), (np.inf, True)])
def test_a_value_beyond_the_axis_is_told(qtbot, highest, told):
    chart = Chart("Value")
    qtbot.addWidget(chart)
    chart.set_scale("Value", None)
    chart.show_lines((Line(0, "SGD", 0, np.array([1.0, highest])),), 1)
    assert ("beyond 10¹²" in chart.title.text()) == told
    chart.show_lines((Line(0, "SGD", 0, np.array([1.0, 0.5])),), 1)
    assert chart.title.text() == "Value"
