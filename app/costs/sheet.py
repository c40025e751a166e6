"""What it costs: numbers, multiplications and bytes, counted; the time of an update by every way, measured here and
now, over the width of the network or the size of its batches too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.costs.curve import CostCurve, colours
from app.costs.table import CostRow, CostTable
from app.costs.words import bytes_words, rate_words, time_words
from app.look.theme import Theme, current
from app.shell.keys import forbid_click_focus
from app.widgets.icon_button import IconButton
from app.widgets.labels import Elided
from app.widgets.segments import Segments
from app.widgets.work_sheet import WorkSheet
from core.costs.counted import Counted, LayerCost, counted
from core.costs.ways import GPUS, Way
from core.costs.work import BATCH, WIDTH, CostWork, Point, Question, can_widen, with_reason
from core.data.preparation import Prepared
from core.experiment import Experiment

SIZE = 1048, 600  # px
LAYERS = ("Layer", "passes on", "parameters", "multiplications a sample")
WAYS = ("Measured here and now", "an update", "samples a second")
AXES = {WIDTH: "Width", BATCH: "Batch size"}
NO_GPU = "There is no GPU here. One loses on toys and wins on images; no figure of one is stored with this version."
BESIDE = "A matter of this computer and of what else it does, a run that learns beside it included."
COUNTED = "Weights times values, one by one; what activations, gates and normalization multiply besides is not counted."
PRESS = "Measure: a curve for each way."


class CostSheet(WorkSheet):
    """Opened with the experiment as it is; the sweep begins when a person asks for it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "What it costs", SIZE)
        self._work: CostWork | None = None
        self._question: Question | None = None
        self._prepared: Prepared | None = None
        self._counted: Counted | None = None
        self.there: tuple[Way, ...] = ()
        self.now: dict[str, Point] = {}  # by the key of their way
        self.points: tuple[Point, ...] = ()

    # Opening

    def open(self, experiment: Experiment, prepared: Prepared) -> None:
        """Ask it of an experiment and its samples."""
        self.prepare()
        question = Question(experiment)
        if self._question is None or self._question.experiment is not experiment or not self._is_timed:
            self.now, self.points = {}, ()
            self._counted, self._prepared = counted(experiment, prepared), prepared
            self.axis.set_value(WIDTH if can_widen(experiment) else BATCH)
            self.axis.setEnabled(can_widen(experiment))
            self._ask(question)
        self._show()
        self.show_up()

    def build(self) -> None:
        title = QLabel("What it costs")
        title.setProperty("role", "title")
        self.cross = IconButton("close", "Close", "Back to the lab (Esc)", small=True)
        self.cross.clicked.connect(self.shut)
        self.layers, self.ways = CostTable("What is counted", LAYERS), CostTable("What is measured", WAYS)
        self.layers.setToolTip(COUNTED)
        self.bytes, self.beside, self.progress = QLabel(), QLabel(), Elided()
        for label in (self.bytes, self.beside):
            label.setWordWrap(True)
            label.setProperty("role", "caption")
        self.progress.setProperty("role", "sentence")
        self.axis = Segments("Over what", AXES)
        self.axis.chosen.connect(self._forget_points)
        self.measure, self.halt = QPushButton("Measure"), QPushButton("Stop")
        self.measure.setToolTip("Time an update at each size, by every way that is here")
        self.measure.clicked.connect(self._sweep)
        self.halt.clicked.connect(self.stop)
        self.curve = CostCurve()
        self._lay_out(title)
        forbid_click_focus(self)

    def _lay_out(self, title: QLabel) -> None:
        head, above, row = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.cross)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(_scrolled(self.layers), 1)
        left.addWidget(self.bytes)
        right.addWidget(_scrolled(self.ways), 1)
        right.addWidget(self.beside)
        above.setSpacing(24)
        above.addLayout(left, 1)
        above.addLayout(right, 1)
        row.setSpacing(12)
        row.addStrut(current().px(30))  # nothing moves when Stop goes
        row.addWidget(self.axis)
        row.addWidget(self.measure)
        row.addWidget(self.progress, 1)
        row.addWidget(self.halt)
        rows = QVBoxLayout(self.sheet)
        rows.setContentsMargins(16, 10, 16, 12)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addLayout(above, 5)
        rows.addLayout(row)
        rows.addWidget(self.curve, 4)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        if self.built:
            self._show()

    # Asking

    @property
    def _is_timed(self) -> bool:
        """Whether every way that is here has been timed."""
        return bool(self.now) and all(way.reason or way.key in self.now for way in self.there)

    def _ask(self, question: Question) -> None:
        self._question = question
        self._work = CostWork(question, self._prepared)
        self.hire(self._work)
        self.halt.show()
        self.progress.setText("Timing an update …")

    def _sweep(self) -> None:
        if self._question is not None:
            self.points = ()
            self._ask(Question(self._question.experiment, self.axis.value()))
            self._show()

    def _forget_points(self) -> None:
        """Another axis: what was drawn was over the other one."""
        self.points = ()
        if self._question is not None and self._question.axis:
            self.stop()
        self._show()

    # What comes

    def look(self) -> None:
        assert self._work is not None and self._question is not None, "the timer runs while something is timed"
        pieces, over, problem = self._work.news()
        for piece in pieces:
            if not isinstance(piece, Point):
                self.there = piece
            elif self._question.axis:
                self.points = (*self.points, piece)
            else:
                self.now[piece.timed.way.key] = piece
        if over:
            self.rest()
            self.halt.hide()
            self.progress.setText(problem or (PRESS if not self.points else ""))
        if pieces or over:
            self._show()

    # Showing

    def _show(self) -> None:
        theme, found = current(), self._counted
        if found is None:
            return
        self.layers.show_rows((*map(_layer_row, found.layers), _sum_row(found)), theme)
        self.bytes.setText(_bytes_sentence(found))
        self.ways.show_rows(tuple(self._way_row(place, way) for place, way in enumerate(self.there)), theme)
        gpu = any(not way.reason for way in self.there if way.key in GPUS) or not self.there
        self.beside.setText(BESIDE if gpu else f"{BESIDE} {NO_GPU}")
        places = {way.key: place for place, way in enumerate(self.there)}
        self.curve.show_points(self.points, places, self.axis.value(), theme)

    def _way_row(self, place: int, way: Way) -> CostRow:
        point = self.now.get(way.key)
        if point is not None:
            way = with_reason(way, point.timed)
        if way.reason:
            return CostRow((way.label,), reason=way.reason)
        colour, style = colours(current())[place % 8]
        told = ("…", "…") if self.working else ("–", "–")
        if point is not None:
            told = time_words(point.timed.seconds), rate_words(point.timed.samples_a_second)
        return CostRow((way.label, *told), swatch=colour, dashed=style == Qt.PenStyle.DashLine)


def _layer_row(layer: LayerCost) -> CostRow:
    name = "Output" if layer.name.rpartition(".")[2] == "output" else layer.title
    whose = f"{layer.player}: " if layer.player else ""
    shape = " × ".join(map(str, layer.passes_on))
    return CostRow((f"{whose}{name}", shape, f"{layer.parameters:,}", f"{layer.multiplications:,}"))


def _sum_row(found: Counted) -> CostRow:
    return CostRow(("Together", "", f"{found.parameters:,}", f"{found.multiplications:,}"), strong=True)


def _bytes_sentence(found: Counted) -> str:
    """What lies in memory, and what an update takes."""
    kept = f", what the optimizer remembers {bytes_words(found.memory_bytes)}" if found.remembered else ""
    return (
        f"Parameters {bytes_words(found.parameter_bytes)}{kept}, what all layers pass on for a batch of {found.batch:,}: "
        f"{bytes_words(found.value_bytes)}. An update goes forward and back: some three times the multiplications of "
        "its batch."
    )


def _scrolled(table: CostTable) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(table)
    for each in (area.viewport(), table):
        each.setAutoFillBackground(False)
    return area
