"""Every command of the program in one table: name, text, menu, slot, shortcut, icon and one sentence.

A slot is `target.method` or `target.method:argument`; the window says which objects the targets are.
"""

from __future__ import annotations

from core.frozen import frozen

MENUS = ("File", "Edit", "Run", "View", "Help")


@frozen
class Entry:
    """One command. `menu` is empty for a command that only has a key; `group` entries are set apart by lines;
    `checkable` ones show a state; `place` names a submenu; a command of one `room` alone can only be given there.
    What hides or locks one of the settings that it `changes` does so with the command."""

    name: str
    text: str
    menu: str
    group: int
    slot: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    place: str = ""
    room: str = ""
    changes: tuple[str, ...] = ()


SEEDS = ("seeds.weights", "seeds.batches", "seeds.noise", "seeds.search")  # of a network, and of a race

TABLE: tuple[Entry, ...] = (
    Entry("gallery", "Gallery …", "File", 1, "window.open_gallery", "G", "gallery",
          "Ready-made experiments to begin with."),
    Entry("new", "New experiment", "File", 1, "files.new", "Ctrl+N", "add", "An experiment with the usual settings."),
    Entry("open", "Open …", "File", 1, "files.ask_open", "Ctrl+O", "open", "Open an experiment or a trained network."),
    Entry("import_csv", "Import table (CSV) …", "File", 2, "imports.table", "Ctrl+I", "import",
          "Learn from a table of your own.", room="network", changes=("data.kind",)),
    Entry("import_text", "Import plain text …", "File", 2, "imports.text", "", "",
          "Learn to continue a text of your own, letter by letter.", room="network", changes=("data.kind",)),
    Entry("import_pictures", "Import pictures …", "File", 2, "imports.pictures", "", "",
          "Learn from pictures of your own: IDX, NPZ, NPY, or any one picture of a folder with one folder for each class.",
          room="network", changes=("data.kind",)),
    Entry("import_folder", "Import folder of pictures …", "File", 2, "imports.folder", "", "",
          "Learn from a folder with one folder of pictures a class.", room="network", changes=("data.kind",)),
    Entry("save", "Save", "File", 3, "files.save", "Ctrl+S", "save", "Save the experiment as a text file (TOML)."),
    Entry("save_as", "Save as …", "File", 3, "files.save_as", "Ctrl+Shift+S", "",
          "Save the experiment under another name."),
    Entry("save_network", "Save trained network …", "File", 3, "files.save_network", "Ctrl+Shift+W", "export",
          "Save weights, optimizer and cursor (safetensors).", room="network"),
    Entry("kept_work", "Kept work …", "File", 4, "left_work.show_list", "", "",
          "What was not saved when a window was left: take it up, or throw it away."),
    Entry("quit", "Quit", "File", 9, "window.close", "Ctrl+Q", "", "Close the window."),
    Entry("undo", "Undo", "Edit", 1, "lab.undo", "Ctrl+Z", "undo", "Take back the last change."),
    Entry("redo", "Redo", "Edit", 1, "lab.redo", "Ctrl+Y", "redo", "Make the change again."),
    Entry("copy", "Copy experiment as text", "Edit", 2, "clipboard.copy", "Ctrl+Shift+C", "copy",
          "Put the experiment's text on the clipboard."),
    Entry("paste", "Paste samples or experiment", "Edit", 2, "clipboard.paste", "Ctrl+V", "paste",
          "Take samples, or an experiment's text, from the clipboard."),
    Entry("keep_as_start", "Begin from here", "Edit", 3, "hand.keep_as_start", "Ctrl+K", "flag",
          "The weights that are shown become the start: To the start comes back to them.", room="network", changes=("start.weights",)),
    Entry("play", "Play", "Run", 1, "lab.toggle", "Space", "play", "Let the network learn, or pause it."),
    Entry("step_sample", "Step: one sample", "Run", 2, "slow_motion.step", "Shift+Right", "",
          "Show the next sample of the coming update in numbers; the weights stand still.", room="network"),
    Entry("step_update", "Step: one update", "Run", 2, "lab.step:update", "Right", "step",
          "Move the weights once, by what a batch of samples tells."),
    Entry("step_epoch", "Step: one epoch", "Run", 2, "lab.step:epoch", "Ctrl+Right", "",
          "Go once through the training samples.", room="network"),
    Entry("play_back", "Play backwards", "Run", 2, "lab.play_back", "Shift+Space", "play-back",
          "Go back in time through what was, or stand still; nothing is changed.", changes=("timeline",)),
    Entry("step_back", "One update back", "Run", 2, "lab.step_back", "Left", "step-back",
          "Look at what was one update before; nothing is changed.", changes=("timeline",)),
    Entry("take_back", "Take the last update back", "Run", 2, "lab.take_back", "Shift+Left", "",
          "Look at what was one update before; what is learned from there is another run.", room="network"),
    Entry("evaluation_back", "One evaluation back", "Run", 2, "time.move_evaluation:-1", ",", "",
          "Look at what was when the losses were measured before.", place="In time", room="network",
          changes=("timeline",)),
    Entry("evaluation_on", "One evaluation on", "Run", 2, "time.move_evaluation:1", ".", "",
          "Look at what was when the losses were measured next.", place="In time", room="network",
          changes=("timeline",)),
    Entry("tenth_back", "A tenth back", "Run", 2, "time.move_tenth:-1", "PgUp", "",
          "Look at what was a tenth of all updates before.", place="In time", changes=("timeline", "race.seek")),
    Entry("tenth_on", "A tenth on", "Run", 2, "time.move_tenth:1", "PgDown", "",
          "Look at what was a tenth of all updates later.", place="In time", changes=("timeline", "race.seek")),
    Entry("look_best", "The lowest loss", "Run", 2, "time.best", "B", "",
          "Look at what was where the loss was lowest; in a race the value of the selected racer.", place="In time",
          changes=("timeline", "race.seek")),
    Entry("look_now", "Back to now", "Run", 2, "time.now", "End", "",
          "Every picture shows what is, again.", place="In time", room="network",
          changes=("timeline",)),
    Entry("race_end", "To the end", "Run", 2, "time.end", "End", "",
          "The last update of the race.", place="In time", room="race", changes=("race.seek",)),
    Entry("rewind", "To the start", "Run", 3, "lab.rewind", "Home", "rewind",
          "Where this run began; what came after stays."),
    Entry("new_start", "Other start", "Run", 3, "lab.new_start", "N", "new-start",
          "Other starting weights and another order of the samples.", changes=SEEDS),
    Entry("starts", "20 starts …", "Run", 3, "starts.open", "Shift+N", "grid",
          "Was it luck? The same experiment from twenty starts.", room="network", changes=SEEDS),
    Entry("side_by_side", "Side by side …", "Run", 3, "side_by_side.open", "S", "duplicate",
          "Another run beside this one, from update 0 and with the same luck.", room="network"),
    Entry("copy_beside", "A copy beside it", "Run", 3, "side_by_side.copy", "Ctrl+D", "",
          "The same run once more, beside this one: change what you like in one of them.", room="network"),
    Entry("one_run", "One run again …", "Run", 3, "side_by_side.ask_which", "Shift+S", "",
          "Which of the runs side by side stays in the window.", room="network"),
    Entry("study", "Study …", "Run", 3, "studies.open", "Shift+V", "grid",
          "Vary one or two settings, and see what they do.", room="network"),
    Entry("costs", "What it costs …", "Run", 3, "costs.open", "Shift+C", "",
          "Parameters, multiplications and bytes, and the time of an update by all that can make one here, over widths too.",
          room="network"),
    Entry("envelope", "Envelope …", "Run", 3, "envelope.open", "Shift+E", "",
          "Open the sealed samples, once, when all is chosen.", room="network"),
    Entry("race_tell", "Tell one update", "Run", 3, "lab.tell", "U", "lecture",
          "The selected racer's next update in slow motion, part by part.", room="race"),
    Entry("faster", "Faster", "Run", 4, "lab.faster", "Up", "up", "More updates a second.", changes=("speed",)),
    Entry("slower", "Slower", "Run", 4, "lab.slower", "Down", "down", "Fewer updates a second.", changes=("speed",)),
    Entry("max_speed", "Full speed", "Run", 4, "lab.toggle_max", "M", "",
          "As many updates a second as the machine makes.", checkable=True, changes=("speed",)),
    Entry("room_network", "Network", "View", 1, "rooms.enter:network", "Ctrl+1", "network",
          "Configure a network and watch it learn.", checkable=True, place="Room"),
    Entry("room_race", "Gradient descent", "View", 1, "rooms.enter:race", "Ctrl+2", "race",
          "Let optimizers race on surfaces with known minima.", checkable=True, place="Room"),
    Entry("layout", "Lecture layout", "View", 2, "room.toggle_layout", "L", "lecture",
          "Two large pictures for the projector, or all of the laboratory.", checkable=True),
    Entry("fill_room", "Fill the room", "View", 2, "room.fill_room", "F", "fullscreen",
          "One picture as large as the room, and back: the one under the mouse, else the one on the right.",
          checkable=True),
    Entry("race_view", "Map, 3-D or both", "View", 3, "room.next_view", "D", "surface",
          "The terrain from above, in three dimensions, or both.", room="race", changes=("race.view",)),
    Entry("reset_layout", "Arrange windows as at first", "View", 3, "room.reset_layout", "Ctrl+Shift+L", "explore",
          "Every picture back in its place."),
    Entry("theme_light", "Light", "View", 4, "appearance.choose:light", "", "sun", "Dark on white.", checkable=True,
          place="Theme"),
    Entry("theme_dark", "Dark", "View", 4, "appearance.choose:dark", "", "moon", "White on dark.", checkable=True,
          place="Theme"),
    Entry("theme_system", "As the system", "View", 4, "appearance.choose:system", "", "",
          "Light or dark as the system is.", checkable=True, place="Theme"),
    Entry("theme_next", "Other theme", "View", 4, "appearance.next", "T", "", "Light, dark, as the system.",
          place="Theme"),
    Entry("larger", "Larger text", "View", 4, "appearance.scale:1", "Ctrl++", "", "Larger text, for the projector.",
          place="Text size"),
    Entry("smaller", "Smaller text", "View", 4, "appearance.scale:-1", "Ctrl+-", "", "Smaller text.", place="Text size"),
    Entry("normal", "Normal text", "View", 4, "appearance.scale:0", "Ctrl+0", "", "The text size of the start.",
          place="Text size"),
    Entry("reduce_motion", "Reduce motion", "View", 4, "appearance.reduce_motion", "Ctrl+Shift+M", "",
          "No beads along the edges: slow motion is told by words alone.", checkable=True),
    Entry("full_screen", "Full screen", "View", 6, "screens.toggle_full", "F11", "fullscreen", "Fill the screen.",
          checkable=True),
    Entry("other_screen", "Move to the other screen", "View", 6, "screens.next", "Ctrl+F11", "",
          "Fill the second screen: the projector."),
    Entry("what_to_try", "What to try", "Help", 1, "room.what_to_try", "Ctrl+F1", "",
          "What is worth trying with this experiment, and its goal."),
    Entry("shortcuts", "Keyboard shortcuts", "Help", 1, "help.shortcuts", "F1", "help", "All keys in one list."),
    Entry("diagnostics", "Copy diagnostics", "Help", 2, "help.copy_diagnostics", "Ctrl+Shift+D", "copy",
          "Versions, devices and the end of the log, onto the clipboard."),
    Entry("log_folder", "Open log folder", "Help", 2, "help.open_log_folder", "Ctrl+Shift+G", "open",
          "The folder where the log lies."),
    Entry("about", "About Descent Lab", "Help", 3, "help.about", "Shift+F1", "info", "Version and licence."),
)  # fmt: skip

ALSO = {"redo": ("Ctrl+Shift+Z",)}  # second keys, as other programs have them


def in_menus(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The commands as they stand in the menus."""
    return tuple(sorted(entries, key=lambda entry: (MENUS.index(entry.menu), entry.group)))
