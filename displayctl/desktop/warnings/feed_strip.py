"""How the feeds do, in one line: when each was last good, and in red the one that is silent."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from displayctl.api.feeds import FeedInfo
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.warning_words import feed_role, feed_words
from displayctl.desktop.widgets.pieces import clear, label, row, set_role

MOST_SHOWN = 4


class FeedStrip(QWidget):
    """Signal: `silence` with the names of the feeds that are silent, when these are others than before."""

    silence = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._feeds: tuple[FeedInfo, ...] | None = None
        self._silent: list[str] = []
        self._chips: dict[str, QLabel] = {}
        self._line: QHBoxLayout = row(spacing=SPACE_S)
        self.setLayout(self._line)

    @property
    def feeds(self) -> tuple[FeedInfo, ...] | None:
        """None before they were read."""
        return self._feeds

    @property
    def words(self) -> tuple[str, ...]:
        """What it says of each feed."""
        return tuple(chip.text() for chip in self._chips.values())

    def show_feeds(self, feeds: tuple[FeedInfo, ...], now: datetime) -> None:
        """Show these: the silent ones first, then those that are on."""
        ordered = sorted(feeds, key=lambda each: (not each.health.silent, not each.settings.enabled, each.settings.id))
        self._feeds = feeds
        clear(self._line)
        self._chips = {each.settings.id: label("", "chip") for each in ordered[:MOST_SHOWN]}
        for chip in self._chips.values():
            self._line.addWidget(chip)
        if len(ordered) > MOST_SHOWN:
            self._line.addWidget(label(f"+{len(ordered) - MOST_SHOWN}", "caption"))
        if not feeds:
            self._line.addWidget(label(self.tr("No feed is set up yet."), "soft"))
        self._line.addStretch(1)
        self.tick(now)
        silent = [each.settings.name for each in feeds if each.settings.enabled and each.health.silent]
        if silent != self._silent:
            self._silent = silent
            self.silence.emit(silent)

    def tick(self, now: datetime) -> None:
        """Say anew how long ago that was."""
        for feed in self._feeds or ():
            chip = self._chips.get(feed.settings.id)
            if chip is not None:
                chip.setText(feed_words(feed, now))
                set_role(chip, feed_role(feed))
                chip.setToolTip(say_sentence(feed.health.failure) if feed.health.failure else "")
