"""Pictures of the data with what the network answers to them; the chosen one large, and a pad to draw one's own."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.documents.intents import ChooseSample, Predict
from app.look.theme import CAPTION, Theme
from app.views.base import Numbers, View
from app.views.drawing.images import maps_request, picture_image
from app.views.drawing.plot import say
from app.views.pictures import PicturesFace
from app.views.pictures.answer_bars import AnswerBars, answer_of
from app.views.pictures.grid import Card, PictureGrid
from app.views.pictures.pad import PicturePad
from app.views.pictures.sharing import SIDE, Sharing
from app.widgets.combo import Combo, Option
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from app.widgets.scrolling import VerticalScroll
from core import random
from core.data.preparation import Prepared
from core.datasets.pictures import Images
from core.frames import Frame
from core.probing.probe import Probe
from core.registry import read

ORDERS = {"given": "As they come", "loss": "Largest loss first", "wrong": "Only wrong ones"}
PARTS = {"test": "Test pictures", "train": "Training pictures"}
MOST_KEPT = 1000  # images of samples that are not made again
MOST, LOOKED_AT, ALL = (
    120,
    400,
    5000,
)  # pictures of the grid; of the part while all are shown; of the part where a few are sought
STEADY = 1.5  # seconds that an order by loss stands while the network learns


class PicturesView(PicturesFace, View):
    """Stands where the input space does when pictures are the data."""

    empty_text = "Where pictures are the data, they stand here with what the network says to each of them, and a pad to draw one of your own."
    frame_names = ("answers", "maps")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: dict[int, QImage] = {}
        self._images_of: tuple[Prepared | None, Theme] = (None, self.theme)
        self.part = Combo("Part of the data", [Option(key, words) for key, words in PARTS.items()])
        self.part.changed.connect(self._choose_part)
        self.order = Combo("Order of the pictures", [Option(key, words) for key, words in ORDERS.items()])
        self.order.changed.connect(self._choose_order)
        self.pair = QToolButton()
        self.pair.setToolTip("Only these pictures are shown: press for all of them")
        self.pair.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pair.clicked.connect(self._all_pairs)
        self.grid = PictureGrid()
        self.grid.chosen.connect(self._choose)
        self.pad = PicturePad()
        self.pad.drawn.connect(self._draw_on)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.anew = IconButton(
            "eraser", "Clear the pad", "A blank pad to draw on; a stroke on a picture does the same", small=True
        )
        self.anew.clicked.connect(self._clear)
        self.none = QLabel()
        self.none.setWordWrap(True)
        self.none.setProperty("role", "sentence")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none.setMargin(16)
        self.bars = AnswerBars()
        self.answer, self.answer_words = QLabel(), QLabel()
        self.answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.answer_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ordered: tuple[float, object, np.ndarray] | None = None
        self._arrange()

    def _arrange(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        top = QHBoxLayout()
        top.setSpacing(6)
        for widget, name in ((self.part, "pictures.part"), (self.order, "pictures.order")):
            top.addWidget(limited(widget, name), 1)
        self.pair.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.area = VerticalScroll(self.grid)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        left.addLayout(top)
        left.addWidget(limited(self.pair, "pictures.pair"))
        self.seen = QLabel()
        self.seen.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.seen.setWordWrap(True)
        left.addWidget(self.none, 1)
        left.addWidget(self.area, 1)
        left.addWidget(self.seen)
        head = QHBoxLayout()
        head.addWidget(self.told, 1)
        head.addWidget(limited(self.anew, "sample"), 0, Qt.AlignmentFlag.AlignTop)
        right.addWidget(limited(self.pad, "sample"))
        right.addLayout(head)
        for item in (self.bars, self.answer, self.answer_words):
            right.addWidget(item, 1 if item is self.bars else 0)
        self.side = QWidget()
        right.setContentsMargins(0, 0, 0, 0)
        self.side.setLayout(right)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(8, 4, 10, 8)
        row.setSpacing(10)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        longest = (*PARTS.values(), ORDERS["given"])
        self.sharing = Sharing(self.body, self.side, top, longest)

    # What the shell says

    @property
    def data(self) -> Images | None:
        data = self.experiment.data if self.experiment is not None else None
        return data if isinstance(data, Images) else None

    def requests(self) -> dict[str, Probe]:
        if self.data is None:
            return {}
        everyone = self._order() == "given" and self._pair() is None
        answers = read(
            Probe,
            {"kind": "results", "part": self._part(), "most": LOOKED_AT if everyone else ALL, "generated": False},
        )
        return {"answers": answers, "maps": maps_request(self.state)}

    def show_theme(self, theme: Theme) -> None:
        self.body.setStyleSheet(
            f"QLabel, QComboBox, QToolButton {{ font-size: {theme.px(CAPTION + 1)}px; }} QComboBox {{ min-height: {theme.px(20)}px; }}"
        )
        self.sharing.share(theme)
        super().show_theme(theme)

    def _part(self) -> str:
        part = self.state.options.get("pictures.part", "test")
        return part if part in PARTS else "test"

    def _order(self) -> str:
        order = self.state.options.get("pictures.order", "given")
        return order if order in ORDERS else "given"

    def _pair(self) -> tuple[int, int] | None:
        """The true and the answered class of the pictures that are shown; None: all."""
        pair = self.state.options.get("pictures.pair") or ()
        count = len(self.prepared.table.classes) if self.prepared is not None else 0
        return (int(pair[0]), int(pair[1])) if len(pair) == 2 and all(0 <= number < count for number in pair) else None

    @property
    def single(self) -> bool:
        """Whether the network answers with a class, not with a picture."""
        return self.experiment is None or self.experiment.task.single

    # Drawing

    def draw(self) -> None:
        prepared = self.prepared
        frame = self.frames.get("answers")
        shown = self.data is not None and prepared is not None and len(prepared.table.shape) == 3
        self.show_body(shown)
        if not shown or prepared is None:
            return
        self.part.set_value(self._part())
        self.order.set_value(self._order())
        self.order.setVisible(self.single)
        pair = self._pair()
        self.pair.setVisible(pair is not None)
        if pair is not None:
            classes = prepared.table.classes
            self.pair.setText(f"true {classes[pair[0]]}, answered {classes[pair[1]]}   ✕")
        fits = (
            frame is not None
            and len(frame.arrays["index"])
            and int(frame.arrays["index"].max()) < len(prepared.table.y)
        )
        chosen = self._looked_at()
        cards = self.cards(frame) if fits and frame is not None else ()
        self.grid.show_cards(cards, chosen, self.theme)
        self.none.setVisible(bool(fits and not cards))
        self.area.setVisible(bool(cards or not fits))
        self.none.setText(self._none())
        self.seen.setText(_seen_words(frame) if fits and frame is not None else "")
        self._draw_side(chosen)

    def _looked_at(self) -> int:
        """The sample that is large on the pad; −1: a drawing."""
        if self.state.row:
            return -1
        count = len(self.prepared.table.y) if self.prepared is not None else 0
        if 0 <= self.state.sample < count:
            return self.state.sample
        part = self.prepared.test if self.prepared is not None and len(self.prepared.test) else (0,)
        return int(part[0])

    def _none(self) -> str:
        """Why there is no picture."""
        pair, part = self._pair(), PARTS[self._part()].lower().removesuffix("s")
        if pair is not None and self.prepared is not None:
            classes = self.prepared.table.classes
            return f"No {part} of class {classes[pair[0]]} is answered with {classes[pair[1]]}."
        return f"No {part} is answered wrongly."

    def cards(self, frame: Frame) -> tuple[Card, ...]:
        """The pictures of the grid, in the order that was chosen."""
        return tuple(self._card(frame, int(place)) for place in self._places(frame)[:MOST])

    def _places(self, frame: Frame) -> np.ndarray:
        """Which answers of a frame are shown, in their order. One by loss stands for a while."""
        arrays, pair, order = frame.arrays, self._pair(), self._order() if self.single else "given"
        wrong = arrays["decision"] != arrays["y"] if "decision" in arrays else np.zeros(len(arrays["y"]), dtype=bool)
        mixed = random.permutation(random.key(0, "picture grid"), len(arrays["y"]))  # data are often sorted by class
        kept = np.ones(len(arrays["y"]), dtype=bool) if order != "wrong" else wrong
        if pair is not None and "decision" in arrays:
            kept = kept & (arrays["y"] == pair[0]) & (arrays["decision"] == pair[1])
        if order == "given":
            return mixed[kept[mixed]]
        now, key = time.monotonic(), (order, pair, self._part(), len(kept), frame.run)
        if self._ordered is not None and self._ordered[1] == key and now - self._ordered[0] < STEADY:
            return self._ordered[2][
                kept[self._ordered[2]]
            ]  # in the order of a while ago, but never what these answers leave out
        places = arrays["order"][kept[arrays["order"]]]
        self._ordered = now, key, places
        return places

    def _card(self, frame: Frame, place: int) -> Card:
        arrays, classes = frame.arrays, frame.info["classes"]
        index = int(arrays["index"][place])
        image = self._image(index)
        if "decision" not in arrays:
            return Card(
                index,
                image,
                say(float(arrays["loss"][place]), 3),
                float("nan"),
                False,
                f"Picture {index + 1}, loss {say(float(arrays['loss'][place]), 4)}",
            )
        truth, decided = classes[int(arrays["y"][place])], classes[int(arrays["decision"][place])]
        shares = answer_of(arrays["answer"][place], classes, truth, frame.info["probability"]).shares
        certainty = float(shares[int(arrays["decision"][place])]) if frame.info["probability"] else float("nan")
        sure = f"{100 * certainty:.0f} %" if np.isfinite(certainty) else ""
        wrong = truth != decided
        short = max(map(len, classes)) <= 2
        words = (
            (f"{decided}, not {truth}" if short else f"{decided}\nnot {truth}")
            if wrong
            else f"{decided}  {sure}"
            if len(decided) <= 2
            else decided
        )
        told = (
            f"Picture {index + 1}: {truth}, answered {decided}"
            + (f" with {sure}" if sure else "")
            + f"; loss {say(float(arrays['loss'][place]), 3)}"
        )
        return Card(index, image, words, certainty, wrong, told)

    def _image(self, index: int) -> QImage:
        """The samples stay while the answers change: their pictures are made once."""
        if self._images_of[0] is not self.prepared or self._images_of[1] != self.theme or len(self._images) > MOST_KEPT:
            self._images_of, self._images = (self.prepared, self.theme), {}
        if index not in self._images:
            self._images[index] = picture_image(self._pixels(index), self.theme)
        return self._images[index]

    def _pixels(self, index: int) -> np.ndarray:
        assert self.prepared is not None
        return self.prepared.table.x[index].reshape(self.prepared.table.shape)

    def _draw_side(self, chosen: int) -> None:
        """The pad, what is on it in words, and the network's answer."""
        assert self.prepared is not None
        shape = self.prepared.table.shape
        if chosen >= 0:
            self.pad.show_picture(self._pixels(chosen), self.theme)
        elif len(self.state.row) == int(np.prod(shape)):
            if not self.pad.drawing:
                self.pad.show_picture(np.array(self.state.row).reshape(shape), self.theme)
            self.pad.show_seen(np.array(self.state.row).reshape(shape), self.theme)
        frame = self.frames.get("maps")
        if (
            frame is None
            or (chosen >= 0) != (frame.info["index"] >= 0)
            or (chosen >= 0 and frame.info["index"] != chosen)
        ):
            frame = None
        self.told.setText(_pad_words(self.prepared, chosen))
        self.told.setToolTip("Cut out, scaled and centred as the data were." if chosen < 0 else "")
        self.bars.setVisible(self.single)
        for label in (self.answer, self.answer_words):
            label.setVisible(not self.single)
        self.bars.show_answer(None, self.theme)
        self.answer.clear()
        self.answer_words.clear()
        if frame is None:
            return
        info = frame.info
        fitting = (len(info["classes"]), 1) if len(info["classes"]) == 2 else (len(info["classes"]),)
        if self.single and info["classes"] and len(frame.arrays["answer"]) in fitting:
            self.bars.show_answer(
                answer_of(frame.arrays["answer"], info["classes"], info["truth"], info["probability"]), self.theme
            )
        elif not self.single and frame.arrays["answer"].size == int(np.prod(shape)):
            image = picture_image(frame.arrays["answer"].reshape(shape), self.theme)
            side = self.theme.px(SIDE - 40)
            self.answer.setPixmap(_pixmap(image, side))
            loss = f", loss {say(float(frame.arrays['loss'][0]), 3)}" if "loss" in frame.arrays else ""
            self.answer_words.setText(f"drawn again{loss}")

    # What a person does

    def _choose_part(self, part: object) -> None:
        self.set_option("pictures.part", part)

    def _choose_order(self, order: object) -> None:
        self.set_option("pictures.order", order)

    def _all_pairs(self) -> None:
        self.set_option("pictures.pair", [])

    def _choose(self, index: int) -> None:
        self.ask(ChooseSample(index))

    def _clear(self) -> None:
        self.pad.clear()
        self._draw_on(self.pad.ink())

    def _draw_on(self, ink: np.ndarray) -> None:
        """What is drawn goes the way of the data: framed, shuffled where they are."""
        if self.data is not None and self.experiment is not None:
            self.ask(Predict(tuple(self.data.drawn(ink, self.experiment.seeds.data).tolist())))

    # Taking away

    def numbers(self) -> Numbers:
        header = ["picture", "true", "answer", "certainty"]
        frame = self.frames.get("answers")
        if frame is None or "decision" not in frame.arrays:
            return header, []
        arrays, classes = frame.arrays, frame.info["classes"]
        rows = [
            [
                int(arrays["index"][place]) + 1,
                classes[int(arrays["y"][place])],
                classes[int(arrays["decision"][place])],
                float(np.max(arrays["answer"][place])),
            ]
            for place in range(len(arrays["y"]))
        ]
        return header, rows


def _seen_words(frame: Frame) -> str:
    """How many of how many are answered wrongly, and when: the figures above the pictures are of the last
    evaluation."""
    if "decision" not in frame.arrays:
        return f"update {frame.update:,}"
    wrong, many = int((frame.arrays["decision"] != frame.arrays["y"]).sum()), len(frame.arrays["y"])
    return f"{wrong:,} of {many:,} wrong at update {frame.update:,}" + (
        f"; {frame.info['left_out']:,} more are not looked at here" if frame.info["left_out"] else ""
    )


def _pad_words(prepared: Prepared, chosen: int) -> str:
    """What lies on the pad: a sample, or a drawing."""
    table = prepared.table
    if chosen < 0:
        return "Your drawing; in the corner as the network sees it."
    part = "Test" if chosen in prepared.test else "Training"
    truth = f": {table.classes[int(table.y[chosen])]}" if table.classes else ""
    return f"{part} picture {chosen + 1:,}{truth}. Draw on it for one of your own."


def _pixmap(image, side: int):
    from PySide6.QtGui import QPixmap

    return QPixmap.fromImage(image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
