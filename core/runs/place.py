"""Place: where a person is: at which update of which run, with which settings, and what hands have done there."""

from __future__ import annotations

from core.documents.document import Document
from core.documents.edits import differences
from core.experiment import Experiment
from core.frozen import frozen
from core.history.journal import Event
from core.history.metrics import TOPIC
from core.runs.run import Run, changed_by
from core.training.live_changes import live_changes

BESIDE = Document.WORDS | {"speed", "goal"}  # settings that change no number of a run, now or in the past


@frozen
class Place:
    """`present`: it is the run's now, and moves on with it; otherwise the past, where nothing is learned.

    `events` is what has happened between this update and the next; `document` are the settings that the recipe shows.
    In the past both may differ from what was there: then the next update begins a branch, as it does where the last
    update was `taken_back`.
    """

    run: str
    update: int
    document: Experiment
    events: tuple[Event, ...] = ()
    present: bool = True
    taken_back: bool = False

    def is_pending(self, run: Run) -> bool:
        """Whether the next update begins a branch of the run."""
        return not self.present and (
            self.taken_back or self.events != run.at(self.update) or not same_numbers(self.settings(run), self.document)
        )

    def settings(self, run: Run) -> Experiment:
        """The settings there after what has happened, without those that the recipe alone shows."""
        return changed_by(run.experiment, [*run.before(self.update), *self.events])

    def branch_events(self, run: Run) -> tuple[Event, ...]:
        """All that has happened to a run that goes on from here."""
        changes = live_changes(self.settings(run), self.document) or {}
        last = (Event(self.update, "live", tuple(changes.items())),) if changes else ()
        return (*run.before(self.update), *self.events, *last)


def present(run: Run, document: Experiment) -> Place:
    """A run's now, with the settings that the recipe shows."""
    return Place(run.id, run.made, document, run.at(run.made))


def past(run: Run, update: int, shown: Experiment) -> Place:
    """An update of a run, as it was, its now among them; what changes no number stays as `shown` has it."""
    return Place(run.id, update, beside(run.settings(update), shown), run.at(update), present=update == run.made)


def same_numbers(one: Experiment, other: Experiment) -> bool:
    """Whether two experiments differ at most in what changes no number."""
    return one == other or not {path.partition(".")[0] for path in differences(one, other)} - BESIDE


def shown_as(settings: Experiment, shown: Experiment) -> Experiment:
    """The settings of a run as the recipe shows them: words, pace and goal are those of what is shown, as long as that
    is about the same."""
    same = settings.title == shown.title and not TOPIC & differences(settings, shown).keys()
    return beside(settings, shown) if same else settings


def beside(settings: Experiment, other: Experiment) -> Experiment:
    """Settings with words, pace and goal, which change no number, of another experiment."""
    return settings.model_copy(update={name: getattr(other, name) for name in BESIDE})
