"""What to try: sentences with the change that each speaks of, in every form that a file may have."""

from __future__ import annotations

import pytest

from core.documents.suggestions import Suggestion, sentences, told
from core.experiment import Experiment
from core.messages import BadInput
from core.race import Race

RATE = Suggestion(say="Try a large rate.", do={"optimizer.lr": 3.0})


def test_a_plain_text_as_older_files_have_it_is_read_as_its_sentences():
    old = Experiment.loads('what_to_try = "Why is it so sure? Then follow [5, 9], x.y and η = 0.1 through it."')
    assert [each.say for each in old.what_to_try] == [
        "Why is it so sure?",
        "Then follow [5, 9], x.y and η = 0.1 through it.",
    ]
    assert all(each.do == {} for each in old.what_to_try)
    assert told(old.what_to_try) == "Why is it so sure? Then follow [5, 9], x.y and η = 0.1 through it."


def test_a_list_of_texts_and_tables_is_read():
    made = Experiment.loads('what_to_try = ["Look.", { say = "Try a large rate.", do = { "optimizer.lr" = 3.0 } }]')
    assert made.what_to_try == (Suggestion(say="Look."), RATE)
    assert RATE.edits == (("optimizer.lr", 3.0),) and Suggestion(say="Look.").edits == ()


@pytest.mark.parametrize("kind", [Experiment, Race])
def test_what_is_written_is_read_again(kind):
    made = kind(what_to_try=(RATE, Suggestion(say="Look.")))
    assert kind.loads(made.dumps()) == made


def test_nothing_to_try_is_nothing():
    assert Experiment().what_to_try == () and Experiment.loads('what_to_try = ""').what_to_try == ()
    assert sentences("") == () and told(()) == told(None) == ""


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("3", "what_to_try: must be a list"),
        ('[{ do = { "optimizer.lr" = 1.0 } }]', "must not be empty"),
        ('[{ say = "Look.", doo = 1 }]', "is not a known key; allowed: say, do"),
        ('[{ say = "Look.", do = 5 }]', "must be a table"),
    ],
)
def test_what_is_no_suggestion_is_refused_in_a_sentence(written, says):
    with pytest.raises(BadInput, match=says):
        Experiment.loads(f"what_to_try = {written}")
