"""The names by which a file hides and locks what is neither a setting nor a command of the gradient-descent room."""

CONTROL_NAMES = {
    "races": "the ready-made races",
    "race.view": "map, 3-D or both",
    "race.guess": "“Who wins?”",
    "race.seek": "the timeline with its keys, and a press on a chart",
    "race.hidden": "which racers are drawn",
}
