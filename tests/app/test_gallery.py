"""The gallery: every preset is there, in order, and opens; a film plays under the pointer."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.look.theme import current
from app.panels import film
from app.panels.data_picture import dots_of_values
from app.panels.gallery import Gallery
from app.panels.presets import PRESETS, read_shelves
from app.widgets.scrolling import VerticalScroll


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    widget.resize(1280, 800)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def gallery(window):
    made = Gallery(window)
    made.said = []
    made.chosen.connect(made.said.append)
    made.closed.connect(lambda: made.said.append("closed"))
    window.show()
    made.open()
    return made


def test_every_preset_has_a_card_and_ten_are_for_the_opening():
    shelves = read_shelves()
    files = {path.stem for path in PRESETS.glob("*.toml")} - {"gallery"}
    assert {card.name for card in shelves.all} == files
    assert len(shelves.all) == len(files)
    assert len(shelves.opening) == 10
    assert [card.name for card in shelves.opening if card.start_here] == ["playground"]


def test_every_card_has_words_and_a_picture():
    shelves = read_shelves()
    for card in (*shelves.all, *shelves.beside):
        assert card.title and card.description and card.what_to_try, card.name
        assert dots_of_values(card.data) is not None, card.name


def test_no_name_and_no_sentence_of_a_card_is_cut_off(gallery):
    for name, card in gallery.cards.items():
        title, words = card.broken(current())
        assert " ".join(title) == card.card.title and " ".join(words) == card.card.description, name
        assert card.height() >= card.sizeHint().height(), name


def test_all_cards_stand_in_groups_with_a_heading():
    shelves = read_shelves()
    assert [title for title, _ in shelves.groups][-1] == "Sequences and text", (
        "a preset stands in no group of gallery.toml"
    )
    titles = {card.name: card.title for card in shelves.all}
    assert all(
        size in titles[name]
        for name, size in (
            ("mnist-cnn", "28 × 28"),
            ("mnist-dense", "28 × 28"),
            ("digits-cnn", "8 × 8"),
            ("digits-dense", "8 × 8"),
        )
    )


def test_the_search_finds_cards_by_their_words_and_kinds(gallery, qtbot):
    qtbot.keyClicks(gallery, "lst")  # typed at a card
    qtbot.keyClicks(gallery.search, "m")
    shown = {name for name, card in gallery.cards.items() if card.isVisible()}
    assert gallery.search.text() == "lstm" and "recall-lstm" in shown and "spiral" not in shown
    assert [heading.text() for heading, _, _ in gallery.shelves if heading.isVisible()] == [
        "Side by side",
        "Sequences and text",
    ]
    gallery.search.setText("nothing of this kind")
    assert gallery.nothing.isVisible() and "nothing of this kind" in gallery.nothing.text()
    gallery.search.setText("28 convolved")
    qtbot.keyClick(gallery.search, Qt.Key.Key_Return)
    assert "mnist-cnn" in gallery.said
    gallery.open()
    assert gallery.search.text() == "" and gallery.cards["spiral"].isVisible()


def test_the_gallery_covers_the_window_and_the_start_is_in_focus(gallery, window):
    assert gallery.geometry() == window.rect()
    shelves = read_shelves()
    assert set(gallery.cards) == {card.name for card in (*shelves.all, *shelves.beside)}
    assert gallery.focusWidget() is gallery.cards["playground"]


def test_a_click_opens_the_preset_and_closes_the_gallery(gallery, qtbot):
    qtbot.mouseClick(gallery.cards["spiral"], Qt.MouseButton.LeftButton)
    assert "spiral" in gallery.said
    assert gallery.isHidden()


def test_arrows_walk_and_enter_opens(gallery, qtbot):
    qtbot.keyClick(gallery, Qt.Key.Key_Right)
    assert gallery.focusWidget() is gallery.cards["spiral"]
    qtbot.keyClick(gallery, Qt.Key.Key_Down)
    assert gallery.focusWidget() is gallery.cards["mnist-cnn"]
    qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert "mnist-cnn" in gallery.said


def test_escape_closes_without_opening(gallery, qtbot):
    qtbot.keyClick(gallery, Qt.Key.Key_Escape)
    assert gallery.isHidden() and gallery.said == ["closed"]


@pytest.mark.parametrize("size", [(1280, 800), (1280, 720), (900, 600)])
def test_the_sheet_fits_into_the_window(gallery, window, size, qtbot):
    window.resize(*size)
    gallery.open()
    sheet = gallery.sheet.geometry()
    assert window.rect().contains(sheet)
    qtbot.waitUntil(
        lambda: all(card.x() + card.width() <= sheet.width() for card in gallery.cards.values()), timeout=2000
    )


def test_it_follows_its_window_while_it_is_open(gallery, window, qtbot):
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: gallery.size() == window.size() == QSize(1000, 700), timeout=5000)
    gallery.shut()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.size() == QSize(900, 600), timeout=5000)
    assert gallery.size() == QSize(1000, 700)
    gallery.open()
    assert gallery.size() == window.size()


def test_a_broken_preset_is_left_out(tmp_path):
    (tmp_path / "gallery.toml").write_text('start = "good"\ncards = ["good", "gone"]\n')
    (tmp_path / "good.toml").write_text('version = 1\ntitle = "Good"\n')
    (tmp_path / "broken.toml").write_text("title = \n")
    shelves = read_shelves(tmp_path, tmp_path)
    assert [card.name for card in shelves.all] == ["good"]


def test_a_strip_of_frames_plays_under_the_pointer(window, tmp_path, qtbot):
    strip = QImage(QSize(160 * 4, 120), QImage.Format.Format_RGB32)
    strip.fill(QColor("#336699"))
    strip.save(str(tmp_path / "xor.png"))
    assert len(film.frames_of(tmp_path / "xor.png")) == 4
    gallery = Gallery(window, strips=tmp_path)
    card = gallery.cards["xor"]
    assert not card.playing
    card.play()
    assert card.playing
    card.stop()
    assert not card.playing


def test_an_unreadable_film_is_no_film(tmp_path):
    (tmp_path / "x.webp").write_bytes(b"no picture")
    assert film.frames_of(tmp_path / "x.webp") == []


def test_no_card_is_cut_when_the_text_size_changes_while_it_is_open(open_window, qtbot):
    window = open_window()
    window.resize(1280, 740)
    for _ in range(3):  # it is opened for the first time in large text
        window.appearance.scale("1")
    window.open_gallery()
    gallery = window.findChild(Gallery)
    bar = gallery.findChild(VerticalScroll)

    def all_are_whole():
        cards = [card for card in gallery.cards.values() if card.isVisibleTo(gallery)]
        inside = bar.viewport().width()
        across = all(card.mapTo(bar.viewport(), QPoint(card.width(), 0)).x() <= inside for card in cards)
        head = gallery.sheet.findChildren(QLabel)[0], gallery.search, gallery.sheet.findChild(QPushButton)
        rooms = [part.geometry() for part in head]
        apart = not any(one.intersects(other) for one, other in itertools.combinations(rooms, 2))
        whole = all(part.width() >= part.sizeHint().width() for part in (head[0], head[2]))
        return apart and whole and across and all(card.size().height() >= card.sizeHint().height() for card in cards)

    qtbot.waitUntil(all_are_whole, timeout=20_000)
    for step in ("0", "1"):
        window.appearance.scale(step)
        qtbot.waitUntil(all_are_whole, timeout=20_000)
        assert gallery.rect().contains(gallery.sheet.geometry())
        assert gallery.search.width() == window.appearance.theme.px(240)
