"""Everything about the data: the whole choice, its settings, the parts, the inputs, one's own samples."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.documents.intents import Draw, Import, OpenEnvelope, PastePoints
from app.forms.form import Form
from app.look import icons
from app.look.theme import Theme
from app.panels import data_choice
from app.panels.drawer_panel import DrawerPanel
from app.panels.feature_choice import FeatureChoice
from app.panels.parts_bar import PartsBar
from app.panels.shelf import Shelf
from app.panels.words import Words, one_line
from app.widgets.limited import limited
from core import registry
from core.data.preparation import Prepared
from core.datasets.csv import Csv
from core.experiment import Experiment
from core.families import Dataset, Task, makers_words
from core.networks.blueprint import players_of

ADDED, SHEET = (
    "What you draw or paste is added to what is there, while it learns; a file takes its place.",
    "What you draw begins an empty sheet, for {} to imitate.",
)
ROLE_WORDS = {"input": "input", "category": "category", "target": "target", "answer": "answer", "ignore": "left out"}


class DataDrawer(DrawerPanel):
    """`intent` is Draw, PastePoints or Import for samples of one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Data", parent)
        self.shelves = [Shelf(title, sets) for title, sets in data_choice.shelves().items()]
        self.summary, self.noise_words = Words("", "sentence"), Words("", "caption")
        self.parts, self.features = PartsBar(), FeatureChoice()
        self.notes, self.roles = Words("", "sentence"), Words("", "caption")
        self.data = self.form(Form("data."))
        self.validation = self.form(Form(fields=("validation_share",)))
        self.seed = self.form(Form("seeds.", fields=("data",)))
        self.inputs = self.form(Form("inputs."))
        self.own_words = Words(ADDED, "sentence")
        self.section("Your own samples", self.own_words, self._own_buttons(), self._picture_buttons())
        self.section("", self.summary, self.data, self.noise_words, self.roles)
        self.envelope = QPushButton("Envelope …")
        self.envelope.setToolTip("Samples that no figure or picture shows, until you open it once, when all is chosen")
        self.envelope.clicked.connect(self._show_envelope)
        self.envelope.hide()
        envelope = limited(self.envelope, *OpenEnvelope().changes)
        self.section("Parts", self.parts, envelope, self.validation, self.seed)
        self.section(
            "Inputs of the network",
            limited(self.features, "inputs.features"),
            self.inputs,
            one_line("What was done to the data", "section"),
            self.notes,
        )
        self.section("All data sets", *(limited(shelf, "data.kind") for shelf in self.shelves))
        self.column.addStretch(1)
        for shelf in self.shelves:
            shelf.chosen.connect(self._choose)
        self.features.changed.connect(self._choose_features)
        self.show_theme(self.theme)

    def fill(self, experiment: Experiment, prepared: Prepared | None) -> None:
        data = experiment.data
        for shelf in self.shelves:
            shelf.show_kind(data.kind)
        self.summary.setText(f"{data.label.rstrip('…')}. {data.summary()}")
        self.data.show_model(data)
        self.noise_words.setText(_noise_sentence(data))
        self.noise_words.setVisible(bool(self.noise_words.text()))
        self.roles.setText(_roles_sentence(data))
        self.roles.setVisible(bool(self.roles.text()))
        self.own_words.setText(SHEET.format(makers_words(players_of(experiment))) if data.kind == "cloud" else ADDED)
        self.validation.show_model(experiment)
        self.seed.show_model(experiment.seeds)
        self.inputs.show_model(experiment.inputs)
        self.parts.show_parts(prepared)
        self.envelope.setVisible(data.sealed_share > 0)
        whole = prepared is not None and len(prepared.table.shape) > 1  # pixels and steps are not chosen one by one
        self.features.show_features(None if whole else prepared)
        self.features.setVisible(not whole)
        self.notes.setText(
            "\n".join(f"– {note}" for note in prepared.notes) if prepared else "The data are not computed yet."
        )

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for name, button in self.own.items():
            button.setIcon(icons.icon(name, theme))

    def _own_buttons(self) -> QHBoxLayout:
        self.own = {"brush": QPushButton("Draw"), "paste": QPushButton("Paste"), "import": QPushButton("CSV …")}
        tips = (
            "Draw samples with the mouse",
            "Rows of two or three numbers from the clipboard",
            "Import a table from a text file",
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        wishes, slots = (Draw(True), PastePoints(""), Import("table")), (self._draw, self._paste, self._import)
        for button, tip, slot, wish in zip(self.own.values(), tips, slots, wishes, strict=True):
            button.setToolTip(tip)
            button.clicked.connect(slot)
            row.addWidget(limited(button, *wish.changes), 1)
        return row

    def _picture_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        tips = (
            "MNIST-style IDX files, NPZ or NPY; or any one picture of a folder with one folder for each class",
            "A folder with one folder of pictures for each class",
        )
        for words, folder, tip in zip(("Pictures …", "Folder …"), (False, True), tips, strict=True):
            button = _narrow(words, tip, functools.partial(self._import_pictures, folder))
            row.addWidget(limited(button, *Import("folder" if folder else "pictures").changes), 1)
        button = _narrow("Text …", "A plain text, to be continued letter by letter", self._import_text)
        row.addWidget(limited(button, *Import("text").changes), 1)
        return row

    # What a person does

    def _import_pictures(self, folder: bool, _pressed: bool = False) -> None:
        self.ask(Import("folder" if folder else "pictures"))

    def _import_text(self, _pressed: bool = False) -> None:
        self.ask(Import("text"))

    def _choose(self, kind: str) -> None:
        if kind in data_choice.ASKS:
            self.ask(data_choice.ASKS[kind])
        elif self.experiment is not None:
            self.say(data_choice.choosing(self.experiment, kind))

    def _choose_features(self, keys: object) -> None:
        self.edit.emit("inputs.features", keys)
        self.features.show_features(self.prepared)  # as it is, until the data are computed anew

    def _show_envelope(self) -> None:
        self.ask(OpenEnvelope())

    def _draw(self) -> None:
        self.ask(Draw(True))

    def _paste(self) -> None:
        self.ask(PastePoints(QGuiApplication.clipboard().text()))

    def _import(self) -> None:
        self.ask(Import("table"))


def _narrow(words: str, tip: str, pressed: Callable[..., None]) -> QPushButton:
    """A button that takes no more room than it is given."""
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.clicked.connect(pressed)
    return button


def _noise_sentence(data: Dataset) -> str:
    if data.noise_kind == "positions":
        return "Noise moves the points themselves; their labels stay right."
    if data.noise_kind == "labels":
        return (
            "Noise gives points near the border the wrong label; the points stay where they are."
            if registry.kind_of(Task, data.task).aim == "classes"
            else "Noise changes the values; the points stay where they are."
        )
    return ""


def _roles_sentence(data: Dataset) -> str:
    """What each column of an imported table is used as."""
    if not isinstance(data, Csv) or not data.columns:
        return ""
    return (
        "Columns: "
        + ", ".join(f"{name} ({ROLE_WORDS[role]})" for name, role in data.columns.items())
        + ". Import the table again to change this."
    )
