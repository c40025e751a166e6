"""Linking: one recipe for all runs side by side. Each row says whether its setting is one for all."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.network.lab import Lab
from app.network.overlays import Overlays
from app.panels.links import Lane, Links
from app.panels.recipe import Recipe


class Linking(QObject):
    """The link signs of the recipe and of its drawers, there while runs stand side by side."""

    def __init__(self, lab: Lab, recipe: Recipe, overlays: Overlays) -> None:
        super().__init__(overlays)
        self._lab, self._twins, self._drawers = lab, lab.twins, overlays.drawers
        self._recipe = recipe
        self.links: dict[QWidget, Links] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)  # forms are made anew by the same news
        self._soon.timeout.connect(self._show)
        for signal in (self._twins.changed, self._twins.parted, overlays.drawers.moved):
            signal.connect(self._show_soon)
        lab.store.changed.connect(self._show_soon)

    def _show_soon(self, *_: object) -> None:
        if self._twins.there or self.links:
            self._soon.start()

    def _show(self) -> None:
        there = self._twins.there
        opened = [drawer.content for drawer in self._drawers.drawers.values() if drawer.isVisible()]
        lanes = tuple(
            Lane(run.letter, experiment)
            for run, experiment in zip(self._twins.standings, self._twins.experiments, strict=True)
        )
        for panel in (self._recipe, *opened) if there else tuple(self.links):
            self._of(panel).show_lanes(lanes if there else (), self._twins.comparison.parted())
        if not there:
            self.links.clear()

    def _of(self, panel: QWidget) -> Links:
        if panel not in self.links:
            links, lab = Links(panel), self._lab
            self.links[panel] = links
            panel.destroyed.connect(functools.partial(_forget, self.links, panel))  # that of a layer which is gone
            links.turned.connect(lab.parting.turn)
            links.edits.connect(lab.parting.edits)
            links.finished.connect(lab.parting.let_go)
        return self.links[panel]


def _forget(links: dict[QWidget, Links], panel: QWidget, *_: object) -> None:
    links.pop(panel, None)
