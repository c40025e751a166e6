"""Which of several yes-or-no answers a picture shows: all of them together, or one by itself."""

from __future__ import annotations

from app.documents.view_state import ViewState
from app.widgets.segments import Segments
from core.data.preparation import Prepared
from core.experiment import Experiment

OPTION = "answer"
TOGETHER = "-1"


def answer_of(state: ViewState) -> int:
    """The number of the chosen answer; −1: all together."""
    return int(state.options.get(OPTION, TOGETHER))


class AnswerBar(Segments):
    """`chosen(number)` as text; hidden where the task has no such answers."""

    def __init__(self) -> None:
        super().__init__("Which answer", {TOGETHER: "together"}, height=22)
        self.hide()

    def show_answers(self, experiment: Experiment, prepared: Prepared | None, state: ViewState) -> None:
        """Those of the data, where each is learned by itself."""
        answers = prepared.table.answers if prepared is not None and experiment.loss.apart else ()
        self.setVisible(bool(answers))
        self.set_words({TOGETHER: "together", **{str(number): name for number, name in enumerate(answers)}})
        wanted = str(answer_of(state))
        self.set_value(wanted if wanted in self.words else TOGETHER)
