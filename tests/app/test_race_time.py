"""Time in the race room: it plays in both directions, and what happened stands on its timeline."""

from __future__ import annotations

import numpy as np
import pytest

from app.bars.timeline_marks import ARRIVED
from app.race.in_time import END, START


@pytest.fixture
def room(race_room):
    return race_room


def test_playing_moves_the_balls_along_and_stops_at_the_end(room):
    playhead = room.lab.playhead
    room.lab.play()
    assert room.transport.play.text() == "Pause"
    playhead.advance(2.5)
    assert playhead.place == pytest.approx(25, abs=2)
    playhead.advance(1000)
    assert playhead.place == playhead.last and not room.lab.playing and room.transport.play.text() == "Play"
    room.lab.play()
    assert playhead.place < 5  # from the start again
    room.lab.pause()


def test_steps_rewind_and_the_slider(room):
    playhead = room.lab.playhead
    room.lab.step()
    room.lab.step()
    room.lab.step_back()
    assert playhead.place == 1
    room.timeline.track.setValue(405)
    assert playhead.place == 40.5
    room.lab.step()
    assert playhead.place == 41 and room.transport.figure.value.text() == "41 of 200"
    room.stage.charts.value.sought.emit(12.0)
    assert playhead.place == 12
    room.lab.rewind()
    assert playhead.place == 0


def test_time_goes_back_too(room):
    playhead = room.lab.playhead
    room.lab.edit("speed", 10)
    room.lab.play_back()
    assert playhead.place == playhead.last and room.lab.playing, "from the end where it stands at the start"
    playhead.advance(2.5)
    assert playhead.place == pytest.approx(playhead.last - 25, abs=2)
    room.lab.play_back()
    assert not room.lab.playing
    room.lab.play_back()
    playhead.advance(1000)
    assert playhead.place == 0 and not room.lab.playing
    room.lab.play()
    playhead.advance(1.0)
    assert playhead.place >= 10
    room.lab.edit("speed", "max")
    room.lab.play_back()
    assert playhead.place == 0 and not room.lab.playing


def test_keys_go_a_tenth_and_to_the_end(room):
    playhead, time, said = room.lab.playhead, room.time, []
    room.lab.sentence.connect(said.append)
    room.lab.play()
    time.move_tenth("1")
    assert not room.lab.playing and playhead.place == pytest.approx(20, abs=2) and not said
    room.lab.seek(33)
    for way, place in (("-1", 13), ("-1", 0), ("-1", 0), ("1", 20)):
        time.move_tenth(way)
        assert playhead.place == place
    assert said == [START]
    time.end()
    assert playhead.place == playhead.last == 200
    time.move_tenth("1")
    assert said == [START, END] and playhead.place == 200
    time.move_tenth("-1")
    assert playhead.place == 180 and "now" not in room.timeline.track.toolTip()


def test_the_lowest_value_is_the_selected_racers_and_else_the_leaders(room):
    runs, playhead, said = room.lab.paths.runs, room.lab.playhead, []
    room.lab.sentence.connect(said.append)
    room.lab.chosen.select(1)
    room.time.best()
    where = int(np.nanargmin(runs[1].values))
    assert playhead.place == where and said[-1].startswith(f"{runs[1].name} is lowest at update {where:,}: f = ")
    room.lab.chosen.hide(1)
    room.time.best()
    leader = min((run for run in room.lab.paths.runs if not run.hidden), key=lambda run: run.best)
    assert playhead.place == int(np.nanargmin(leader.values)) and said[-1].startswith(f"{leader.name} is lowest")


def test_the_lowest_value_tells_nothing_of_what_is_to_be_guessed(room):
    said = []
    room.lab.sentence.connect(said.append)
    room.guess.choose(True)
    room.lab.seek(5)
    room.time.best()
    values = room.lab.paths.runs[room.lab.chosen.selected].values
    assert room.lab.playhead.place == int(np.nanargmin(values[:6])) and said[-1].endswith("seen so far.")


def test_who_arrives_stands_on_the_timeline_unless_it_is_to_be_guessed(room):
    arrived = {run.name: run.arrived for run in room.lab.paths.runs if run.arrived is not None}
    told = [mark for _, mark in room.timeline.track.places()]
    assert arrived and {mark.text: mark.update for mark in told if mark.kind == ARRIVED} == {
        f"{name} arrives": update for name, update in arrived.items()
    }
    room.guess.choose(True)
    first = min(mark.update for mark in told)
    room.lab.seek(first)
    assert {mark.update for _, mark in room.timeline.track.places()} == {first}
    room.lab.seek(room.lab.playhead.last)
    assert len(room.timeline.track.places()) == len(told)


def test_speed_is_updates_a_second(room):
    room.transport.speed.edit.emit("speed", 100.0)
    assert room.lab.playhead.speed == 100
    room.lab.edit("speed", "max")
    room.lab.play()
    assert room.lab.playhead.place == room.lab.playhead.last
