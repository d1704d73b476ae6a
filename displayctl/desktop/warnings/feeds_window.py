"""The window about feeds: which there are and how they do, changing, adding, switching off, and trying one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from displayctl.api.errors import Conflict
from displayctl.api.feeds import FeedInfo, FeedTest
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.warning_words import feed_words
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.warnings.feed_form import OWN_KINDS, FeedForm
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row, rule, set_role
from displayctl.desktop.widgets.remark import Remark

T = TypeVar("T")
LIST_PX, BESIDE_WORDS_PX, ABOVE_WORDS_PX = 284, 44, 12
"""Beside the words of a feed: the frame, the padding of the style sheet, and a bar to scroll with."""

LISTED, NONE, UNREAD = range(3)


class FeedsWindow(QDialog):
    """Without `feeds` it reads them itself. Signal: `changed` once a feed is another than before."""

    changed = Signal()

    def __init__(self, desk: Desk, feeds: tuple[FeedInfo, ...] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._feeds: dict[str, FeedInfo] = {}
        self.setWindowTitle(self.tr("Feeds of warnings"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 520)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)  # lines are broken anew once it has its width
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Feeds"))
        self.form = FeedForm()
        self.health, self.outcome = Remark("soft", selectable=True), Remark("", selectable=True)
        self._places = self._listed()
        self._build()
        self.list.currentItemChanged.connect(self._picked)
        self.form.changed.connect(self._typed)
        if feeds is None:
            self._read_first()
        else:
            self.show_feeds(feeds, "")

    def _build(self) -> None:
        self.add_button = button(self.tr("Add a feed"), self.start_new, "", "plus")
        self.save_button = button(self.tr("Save"), self.save, "primary")
        self.save_button.setDefault(True)
        self.test_button = button(self.tr("Test now"), self.test, "", "refresh")
        self.remove_button = button(self.tr("Remove"), self.remove, "danger", "trash")
        middle = row(self._places, column(self.form, self.health, self.outcome, None, spacing=SPACE_M), spacing=SPACE_L)
        middle.setStretch(1, 1)
        close = button(self.tr("Close"), self.reject)
        left, right = (self.add_button, self.remove_button), (self.test_button, close, self.save_button)
        layout = column(middle, rule(), row(*left, None, *right, spacing=SPACE_S), spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    def _listed(self) -> QStackedWidget:
        """The list, or what to do while there is nothing for it."""
        words = self.tr(
            "Official warnings come in through feeds. Give the first one a name and an address, and save it."
        )
        places = QStackedWidget()
        places.setFixedWidth(LIST_PX)
        places.addWidget(self.list)
        places.addWidget(frame("card", column(EmptyState("link", self.tr("No feed yet"), words))))
        places.addWidget(frame("card", column(label(self.tr("Looking…"), "soft"), None, margins=SPACE_M)))
        return places

    def _read_first(self) -> None:
        self._places.setCurrentIndex(UNREAD)
        for each in self._waiting:
            each.setEnabled(False)
        self.remove_button.hide()
        self._run(self._desk.hub.client.feeds.listed, self._read)

    def _read(self, feeds: tuple[FeedInfo, ...]) -> None:
        for each in self._waiting:
            each.setEnabled(True)
        self.show_feeds(feeds, "")

    @property
    def _waiting(self) -> tuple[QWidget, ...]:
        """What is of use once the feeds were read."""
        return self.form, self.add_button, self.save_button, self.test_button

    # The list

    def show_feeds(self, feeds: tuple[FeedInfo, ...], current: str) -> None:
        """Offer these, with `current` open, else the first."""
        ids = [feed.settings.id for feed in feeds]
        self._list_feeds(feeds, current if current in ids else next(iter(ids), ""))
        self._picked()
        if not feeds:
            self.form.name.setFocus()

    def _list_feeds(self, feeds: tuple[FeedInfo, ...], current: str) -> None:
        """Put these into the list, with `current` chosen where it is there."""
        self._feeds = {feed.settings.id: feed for feed in feeds}
        now = self._desk.clock.now()
        self.list.blockSignals(True)
        self.list.clear()
        for feed in feeds:
            item = QListWidgetItem(feed_words(feed, now))
            item.setData(Qt.ItemDataRole.UserRole, feed.settings.id)
            item.setSizeHint(self._room_for(item.text()))
            self.list.addItem(item)
        ids = [feed.settings.id for feed in feeds]
        self.list.setCurrentRow(ids.index(current) if current in ids else -1)
        self.list.blockSignals(False)
        self._places.setCurrentIndex(LISTED if feeds else NONE)

    def _room_for(self, words: str) -> QSize:
        """Of all lines they take: Qt forgets the padding, and would cut words that all but fit in one."""
        room = QRect(0, 0, LIST_PX - BESIDE_WORDS_PX, 0)
        return QSize(
            0,
            self.list.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height() + ABOVE_WORDS_PX,
        )

    @property
    def current(self) -> FeedInfo | None:
        """The one on show; None while a new one is written."""
        item = self.list.currentItem()
        return None if item is None else self._feeds.get(item.data(Qt.ItemDataRole.UserRole))

    def _picked(self) -> None:
        feed = self.current
        self.form.show_feed(feed.settings if feed else None)
        self._say("")
        self._tell_state(feed)

    def _tell_state(self, feed: FeedInfo | None) -> None:
        self.health.setText(self._health_words(feed))
        self.remove_button.setVisible(feed is not None and feed.settings.kind in OWN_KINDS)
        self.test_button.setEnabled(feed is not None)

    def _health_words(self, feed: FeedInfo | None) -> str:
        if feed is None:
            return ""
        health = feed.health
        lines = [feed_words(feed, self._desk.clock.now())]
        if health.failures:
            one, many = self.tr("Failed once: {why}"), self.tr("Failed {count} times in a row: {why}")
            lines.append(counted(one, many, health.failures, why=say_sentence(health.failure)))
        lines += [self.tr("Passed over: {why}").format(why=say_sentence(each)) for each in health.complaints[:3]]
        requests = self.tr("Requests in the last hour: {count}").format(count=health.requests_last_hour)
        return "\n".join([*lines, requests])

    def _typed(self) -> None:
        self._say("")
        self.test_button.setEnabled(False)

    # What can be done

    def start_new(self) -> None:
        """An empty form, for an address or a folder of the office's own."""
        self.list.setCurrentRow(-1)
        self._picked()
        self.form.name.setFocus()

    def save(self) -> None:
        """Store what the form says."""
        try:
            settings = self.form.settings()
        except ValueError as error:
            self._say(str(error), "error")
            return
        if self.current is None:
            settings = settings.model_copy(update={"id": self._free_id(settings.id)})
        client, feed = self._desk.hub.client, self.current
        version = 0 if feed is None else feed.version
        self._desk.tasks.run(
            lambda: client.feeds.put(settings, version),
            lambda info: self._changed(info.settings.id, self.tr("Saved.")),
            lambda error: self._not_saved(feed, error),
            owner=self,
        )

    def _not_saved(self, before: FeedInfo | None, error: Exception) -> None:
        self._say(say_problem(error), "error")
        if isinstance(error, Conflict):
            self._run(self._desk.hub.client.feeds.listed, lambda feeds: self._take_newer(feeds, before))

    def _take_newer(self, feeds: tuple[FeedInfo, ...], before: FeedInfo | None) -> None:
        """A new one comes beside that of another desk."""
        feed = self._list_newer(feeds, before)
        if feed is not None:
            words = self.tr("Another desk has changed this feed. What you typed stays; look, then save again.")
        elif before is not None:
            words = self.tr("Another desk has removed this feed. What you typed stays; save it to add it again.")
        else:
            words = self.tr("Another desk has added a feed of this name. What you typed stays; save it to add it, too.")
        self._say(words, "error")

    def _list_newer(self, feeds: tuple[FeedInfo, ...], before: FeedInfo | None) -> FeedInfo | None:
        """The feed as another desk has left it, and upon it what was typed here; None where it is gone."""
        self._list_feeds(feeds, before.settings.id if before is not None else "")
        feed = self.current
        self.form.take_newer(feed.settings if feed else None)
        self._tell_state(feed)
        return feed

    def _free_id(self, wanted: str) -> str:
        """`wanted`, with a number where another feed is called so: a new one never takes another's place."""
        ids = (wanted, *(f"{wanted[:36]}-{number}" for number in range(2, 100)))
        return next((each for each in ids if each not in self._feeds), wanted)

    def remove(self) -> None:
        """Remove the feed on show."""
        feed, client = self.current, self._desk.hub.client
        if feed is not None:
            self._desk.tasks.run(
                lambda: client.feeds.remove(feed.settings.id, feed.version),
                lambda _: self._changed("", self.tr("Removed.")),
                lambda error: self._not_removed(feed, error),
                owner=self,
            )

    def _not_removed(self, before: FeedInfo, error: Exception) -> None:
        self._say(say_problem(error), "error")
        if isinstance(error, Conflict):
            self._run(self._desk.hub.client.feeds.listed, lambda feeds: self._keep_newer(feeds, before))

    def _keep_newer(self, feeds: tuple[FeedInfo, ...], before: FeedInfo) -> None:
        self._list_newer(feeds, before)
        self._say(
            self.tr("Another desk has changed this feed; it was not removed. Look, then remove it again."), "error"
        )

    def test(self) -> None:
        """Fetch the feed on show once, now."""
        feed, client = self.current, self._desk.hub.client
        if feed is not None:
            self._say(self.tr("Fetching…"))
            self._run(lambda: client.feeds.test(feed.settings.id), self._tested)

    def _tested(self, test: FeedTest) -> None:
        if not test.good:
            self._say(self.tr("Nothing good came. {why}").format(why=say_sentence(test.failure)), "error")
            return
        words = self.tr("It works. Warnings in it now: {count}").format(count=test.warnings)
        more = [self.tr("Passed over: {why}").format(why=say_sentence(each)) for each in test.complaints[:5]]
        self._say("\n".join([words, *more]), "strong")

    def _changed(self, current: str, words: str) -> None:
        client = self._desk.hub.client
        self.changed.emit()
        self._run(client.feeds.listed, lambda feeds: self._reread(feeds, current, words))

    def _reread(self, feeds: tuple[FeedInfo, ...], current: str, words: str) -> None:
        self.show_feeds(feeds, current)
        self._say(words, "strong")

    def _run(self, work: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._desk.tasks.run(work, on_done, lambda error: self._say(say_problem(error), "error"), owner=self)

    def _say(self, words: str, role: str = "") -> None:
        self.outcome.setText(words)
        set_role(self.outcome, role)
