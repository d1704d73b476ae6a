"""Warnings from outside: the inbox at the left, at the right one of them with what would be shown, and how feeds do."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QStackedWidget, QWidget

from displayctl.api.accounts import Role
from displayctl.api.emergencies import AlertInfo
from displayctl.api.feeds import FeedInfo
from displayctl.api.models import Event
from displayctl.api.warnings import WarningBrief, WarningState
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desk.warnings.plan import Plan
from displayctl.desk.warnings.showing import Shown, show
from displayctl.desktop.card_window import CardWindow
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.warning_words import not_noted_words
from displayctl.desktop.presenters.words import listed
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.warnings.card import WarningCard
from displayctl.desktop.warnings.dismiss_window import DismissWindow
from displayctl.desktop.warnings.feed_strip import FeedStrip
from displayctl.desktop.warnings.feeds_window import FeedsWindow
from displayctl.desktop.warnings.inbox_list import InboxList
from displayctl.desktop.warnings.seeing import Seen, see
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row
from schedules.display import Display

LEAST_LIST_PX, LIST_PX, SEGMENT_PX = 216, 312, 84
A_WARNING, NOTHING_NOW, NOTHING_ON, NOTHING_OVER = range(4)
TICK_MS, FEEDS_MS = 5_000, 20_000


class _Places(QStackedWidget):
    """As low as what is on show bears: where no warning is open, none has to have room."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()


class WarningsPage(QWidget):
    """Signals: `told` a sentence and its kind; `window_asked` with the Plan to fill the red window with."""

    told = Signal(str, str)
    window_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        walls = self._walls
        zone = ZoneInfo(walls[0].time_zone) if walls else office_zone()
        self.card, self.list = WarningCard(desk, zone), InboxList(zone)
        self.strip = FeedStrip()
        self._all_off = False  # until it is known
        self._build()
        self._connect()
        self.redraw()
        self._read_feeds()

    def _build(self) -> None:
        self._live = button(self.tr("Now"), self.redraw, "segment")
        self._history = button(self.tr("History"), self.redraw, "segment")
        self._choice = QButtonGroup(self)
        for made in (self._live, self._history):
            made.setCheckable(True)
            made.setMinimumWidth(max(SEGMENT_PX, made.minimumWidth()))
            self._choice.addButton(made)
        self._live.setChecked(True)
        segments = frame("segments", row(self._live, self._history, spacing=2, margins=3))
        self.feeds_button = self._desk.myself.guarded(
            button(self.tr("Feeds…"), self.open_feeds, "", "link"), Role.TECHNICIAN, Role.ADMINISTRATOR
        )
        self.card_button = self._desk.myself.guarded(
            button(self.tr("Data card…"), self.open_cards, "", "plus"), Role.EDITOR
        )
        bar = row(
            label(self.tr("Warnings"), "title"), None, segments, self.card_button, self.feeds_button, spacing=SPACE_S
        )
        self.list.setMinimumWidth(LEAST_LIST_PX)
        self.list.setMaximumWidth(LIST_PX)
        self._places = _Places()
        self._places.currentChanged.connect(self._places.updateGeometry)
        self._places.addWidget(frame("panel", column(self.card, margins=SPACE_M)))
        for empty in self._empty_places():
            self._places.addWidget(empty)
        body = row(self.list, self._places, spacing=SPACE_M)
        body.setStretch(0, 1)
        body.setStretch(1, 2)
        layout = column(bar, self.strip, body, spacing=SPACE_M)
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _empty_places(self) -> tuple[EmptyState, EmptyState, EmptyState]:
        """In the order of NOTHING_NOW, NOTHING_ON and NOTHING_OVER."""
        switch_on = self._desk.myself.guarded(
            button(self.tr("Feeds…"), self.open_feeds, "primary", "link"), Role.TECHNICIAN, Role.ADMINISTRATOR
        )
        return (
            EmptyState(
                "alarm",
                self.tr("No warning"),
                self.tr("Warnings from BMKG and other feeds appear here, prepared to be shown with one key."),
            ),
            EmptyState(
                "alarm",
                self.tr("No feed is switched on"),
                self.tr(
                    "No warning from outside reaches this office. A technician or an administrator switches "
                    "BMKG or another feed on."
                ),
                switch_on,
            ),
            EmptyState(
                "alarm",
                self.tr("Nothing in the history"),
                self.tr("Warnings that are over stay here, with what was done about them."),
            ),
        )

    def _connect(self) -> None:
        desk, card = self._desk, self.card
        self.list.chosen.connect(self._look)
        card.show_asked.connect(self._show)
        card.open_asked.connect(self._open)
        card.dismiss_asked.connect(self._dismiss)
        card.correct_asked.connect(partial(self._take_back, correct=True))
        card.end_asked.connect(partial(self._take_back, correct=False))
        self.strip.silence.connect(self._tell_silence)
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self.redraw)
        desk.link.told.connect(self._heard)
        desk.myself.changed.connect(self._tick)
        for interval, act in ((TICK_MS, self._tick), (FEEDS_MS, self._read_feeds)):
            timer = QTimer(self)
            timer.setInterval(interval)
            timer.timeout.connect(act)
            timer.start()

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return None

    def keep(self) -> tuple[bool, str]:
        """Whether the history is on show, and which warning."""
        return self._history.isChecked(), self.list.current_id

    def restore(self, kept: tuple[bool, str]) -> None:
        (self._history if kept[0] else self._live).setChecked(True)
        self.redraw()
        self.list.pick(kept[1])

    def refresh(self) -> None:
        """Read everything anew."""
        self._desk.catalogue.read(Topic.WARNING)
        self._read_feeds()

    def pick(self, warning_id: str) -> None:
        """Show this warning."""
        found = self._desk.catalogue.find(Topic.WARNING, warning_id)
        if found is not None:
            (self._live if self._is_now(found) else self._history).setChecked(True)
            self.redraw()
            self.list.pick(warning_id)

    # The list

    @property
    def _walls(self) -> tuple[Display, ...]:
        return tuple(kept.value for kept in self._desk.catalogue.displays)

    @property
    def shown(self) -> tuple[WarningBrief, ...]:
        """What the list shows."""
        return tuple(each for each in self._desk.catalogue.warnings if self._is_now(each) is self._live.isChecked())

    def _is_now(self, warning: WarningBrief) -> bool:
        return warning.state is not WarningState.OVER or warning.correction_due

    def redraw(self) -> None:
        """Show what the catalogue holds, on the same warning as before."""
        shown = self.shown
        before = self.list.current_id
        self._places.setCurrentIndex(A_WARNING if shown else self._empty_place())
        self.list.setVisible(bool(shown))
        self.list.show_warnings(shown, self._desk.clock.now())
        if before and before == self.list.current_id:
            self._look(before)

    def _empty_place(self) -> int:
        if self._history.isChecked():
            return NOTHING_OVER
        return NOTHING_ON if self._all_off else NOTHING_NOW

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.WARNING, Topic.DISPLAY):
            self.redraw()
        elif topic == Topic.ALERT and any(each.decision for each in self._desk.catalogue.warnings):
            self._desk.catalogue.read(Topic.WARNING)  # whether a correction is due depends on what stands

    def _tick(self) -> None:
        now = self._desk.clock.now()
        self.list.tick(self.shown, now)
        self.card.tick(now)
        self.strip.tick(now)

    # One warning

    def _look(self, warning_id: str) -> None:
        if not warning_id:
            return
        client, folder, walls = self._desk.hub.client, self._desk.installation.data, self._walls
        now = self._desk.clock.now()
        self._desk.tasks.run(lambda: see(client, warning_id, folder, walls, now), self._looked, self._tell, owner=self)

    def _looked(self, seen: Seen) -> None:
        if seen.info.id == self.list.current_id:
            self.card.show_seen(seen, self._walls, self._desk.clock.now())

    # Deciding

    def _post(self) -> DutyPost:
        beliefs = Beliefs(self._desk.installation.keys_folder)
        return DutyPost(self._desk.hub.client, beliefs, clock=self._desk.clock)

    def _show(self) -> None:
        seen, plan = self.card.seen, self.card.plan
        if seen is None or plan is None:
            return
        client, post, templates = self._desk.hub.client, self._post(), seen.templates
        self.card.set_busy(True)
        run_signed(
            self._desk,
            self,
            lambda key: show(client, post, key, plan, templates),
            lambda shown: self._went_out(shown, plan),
            self._failed,
        )

    def _went_out(self, shown: Shown, plan: Plan) -> None:
        if shown.trouble:
            self._done(not_noted_words(say_sentence(shown.trouble)), "warning")
        elif plan.begins is not None:
            self._done(self.tr("The walls have it, and show it when it begins. The red window takes it back."))
        else:
            self._done(self.tr("It is on its way to the walls. The red window shows what each wall answers."))

    def _open(self) -> None:
        seen = self.card.seen
        if seen is not None and seen.proposal is not None:
            self.window_asked.emit(seen.proposal.plan)

    def _dismiss(self) -> None:
        seen = self.card.seen
        if seen is None:
            return
        window = DismissWindow(self._desk.tasks, self._desk.hub.client, seen.info, self)
        window.went.connect(lambda _: self._desk.catalogue.read(Topic.WARNING))
        window.open()

    def _take_back(self, *, correct: bool) -> None:
        seen = self.card.seen
        if seen is None or seen.standing is None or seen.template is None:
            return
        post, alert, template = self._post(), seen.standing, seen.template
        self.card.set_busy(True)
        if correct:
            correction = template.corrected(alert.level, seen.values)
            run_signed(
                self._desk, self, lambda key: post.correct(key, alert.id, correction), self._taken_back, self._failed
            )
        else:
            words = template.over(alert.level, seen.values)
            run_signed(self._desk, self, lambda key: post.end(key, alert.id, words), self._taken_back, self._failed)

    def _taken_back(self, _: AlertInfo) -> None:
        self._done(self.tr("It is being taken off the walls; what stands there instead ends after ten minutes."))

    def _done(self, words: str, kind: str = "good") -> None:
        self.card.set_busy(False)
        self.told.emit(words, kind)
        self._desk.catalogue.read(Topic.WARNING, Topic.ALERT)

    def _failed(self, error: Exception) -> None:
        self.card.set_busy(False)
        self.told.emit(self.tr("NOT SENT. {why}").format(why=say_problem(error)), "danger")
        self._desk.catalogue.read(Topic.WARNING)

    def _tell(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "warning")

    # Feeds

    def open_feeds(self) -> FeedsWindow:
        """The window about feeds."""
        window = FeedsWindow(self._desk, self.strip.feeds, self)
        window.changed.connect(self._read_feeds)
        window.open()
        return window

    def open_cards(self) -> CardWindow:
        """The window about a new data card for the library."""
        window = CardWindow(self._desk, self)
        window.told.connect(self.told)
        window.open()
        return window

    def _tell_silence(self, silent: list[str]) -> None:
        if silent:
            words = self.tr("Nothing has come from {feeds} for a while. Warnings may be missing: look at BMKG itself.")
            self.told.emit(words.format(feeds=listed(silent)), "danger")
        else:
            self.told.emit(self.tr("All feeds of warnings are good again."), "good")

    def _heard(self, event: Event) -> None:
        if event.kind == "feed":
            self._read_feeds()

    def _read_feeds(self) -> None:
        client = self._desk.hub.client
        self._desk.tasks.run(client.feeds.listed, self._show_feeds, lambda _: None, owner=self)

    def _show_feeds(self, feeds: tuple[FeedInfo, ...]) -> None:
        self.strip.show_feeds(feeds, self._desk.clock.now())
        self._all_off = not any(each.settings.enabled for each in feeds)
        if not self.shown:
            self._places.setCurrentIndex(self._empty_place())
