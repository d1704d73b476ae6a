"""The red window, and its twin for drills: a new message, what stands on the walls, and a way without the hub."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from content.studio.emergency.templates_folder import Templates
from displayctl.api.emergencies import AlertInfo
from displayctl.api.errors import HubUnreachable
from displayctl.desk.emergencies.carrying import Carried
from displayctl.desk.warnings.plan import Plan
from displayctl.desk.warnings.showing import Shown
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.alert_details import Standing
from displayctl.desktop.emergencies.compose_page import Composed, ComposePage
from displayctl.desktop.emergencies.duties import Duties, Signed, T
from displayctl.desktop.emergencies.live_page import LivePage
from displayctl.desktop.emergencies.preparation import Preparation, prepare_places
from displayctl.desktop.emergencies.purpose import EARNEST, Purpose
from displayctl.desktop.emergencies.second_person import SecondPersonWindow
from displayctl.desktop.emergencies.stick_page import StickPage
from displayctl.desktop.emergencies.unsent_line import UnsentLine
from displayctl.desktop.emergencies.way_back import Way
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.warning_words import not_noted_words
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.trust.unlock_window import UnlockWindow
from displayctl.desktop.widgets.banner import Banner
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import Button, button, column, frame, label, reserve_bold, row
from displayctl.desktop.widgets.reading_order import DialogAsRead
from displayctl.desktop.widgets.wide_room import WideRoom

LARGEST = QSize(1340, 740)
WRITE, LIVE, STICK = range(3)
LEAST_LENGTH = timedelta(minutes=15)
SILENCE_MS = 4000
"""A hub that is well answers within a fraction of it."""


class EmergencyWindow(DialogAsRead):
    """A window of its own, so that no dialog of another one holds it up. Its `purpose` never changes."""

    def __init__(self, desk: Desk, purpose: Purpose = EARNEST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._purpose = desk, purpose
        self._templates = Templates(())
        self._places = Preparation(self._templates, (), {})
        self._warned = False
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._say_silence)
        self._proposed: Plan | None = None
        self.duties = Duties(desk, purpose, self)
        self.compose = ComposePage(desk, purpose, office_zone())
        self.live = LivePage(desk, purpose, office_zone())
        self.stick = StickPage(purpose)
        self.hub_banner, self.banner, self.unsent = Banner(), Banner(), UnsentLine()
        self._pages = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self.setWindowTitle(self.tr("DRILL – no emergency") if purpose.drill else self.tr("Emergency message"))
        self.setProperty("role", purpose.role)
        self._build()
        self._connect()
        self._fit_screen()
        self._displays_changed()
        self._read_places()

    def showEvent(self, event: QShowEvent) -> None:
        """It may have been made long before: what can change in between is looked at now."""
        super().showEvent(event)
        self._tell_hub()
        self.duties.prepare()
        self._point_to_live()
        QTimer.singleShot(0, self, self._begin_with_templates)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._title.setVisible(self._has_room_for_title(event.size().width()))
        super().resizeEvent(event)

    def _has_room_for_title(self, width: int) -> bool:
        """Else it stands in the window's frame alone."""
        wanted = self._title.sizeHint().width() + SPACE_M + SPACE_S + self._tab_row.sizeHint().width()
        return width >= wanted + 2 * SPACE_L

    def _build(self) -> None:
        for page in (self.compose, WideRoom(column(self.live)), WideRoom(column(self.stick))):
            self._pages.addWidget(page)
        self._title = title = label(
            self.tr("DRILL – NO EMERGENCY") if self._purpose.drill else self.tr("EMERGENCY MESSAGE"), "title"
        )
        title.setMinimumWidth(1)  # so that the window may become as narrow as to hide it
        title.setStyleSheet(f"color: {self._purpose.ink};")
        for number, words in (
            (WRITE, self.tr("&New message")),
            (LIVE, self.tr("On the &walls")),
            (STICK, self.tr("Without the hub: &USB")),
        ):
            tab = Button(words)
            tab.setProperty("role", "segment")
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            reserve_bold(tab, words)
            self._tabs.addButton(tab, number)
        self._operator = ""
        self._key_words = label("", "chip-warning")
        self.unlock_button = button(self.tr("Unlock the &key…"), self._unlock, "", "key")
        close = button(self.tr("Close"), self.reject)
        for each in (self.unlock_button, close):
            each.setAutoDefault(False)
        self._tab_row = frame("segments", row(*self._tabs.buttons(), spacing=2, margins=3))
        where = frame("plain", row(title, self._tab_row, spacing=SPACE_M + SPACE_S))
        key = frame("plain", row(self._key_words, self.unlock_button, close, spacing=SPACE_S))
        head = Flow(where, key, spacing=SPACE_S, last_to_right=True)
        layout = column(head, self.hub_banner, self.unsent, self.banner, self._pages, spacing=SPACE_S)
        layout.setStretch(4, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)
        self._tell_key(None)
        self._tabs.button(WRITE).setChecked(True)

    def _connect(self) -> None:
        desk, details = self._desk, self.live.details
        self._tabs.idToggled.connect(lambda number, on: self._turn_to(number) if on else None)
        self.compose.send_asked.connect(self._send)
        self.compose.told.connect(self.stick.show_message)
        self.stick.asked.connect(self._write)
        details.update_asked.connect(self._update)
        details.extend_asked.connect(self._extend)
        details.confirm_asked.connect(self._confirm)
        details.back_asked.connect(self._take_back)
        desk.link.came.connect(self._hub_came)
        desk.link.lost.connect(self._tell_hub)
        desk.catalogue.changed.connect(self._topic_changed)
        self.duties.key_needed.connect(self._tell_key)
        self.duties.second_person_known.connect(self.compose.expect_second_person)
        self.duties.unprepared.connect(self._unprepared)
        self.duties.unsent_known.connect(self.unsent.tell)
        self.unsent.send_asked.connect(self._send_again)
        self.unsent.drop_asked.connect(self.duties.drop_unsent)

    def _fit_screen(self) -> None:
        screen = QGuiApplication.primaryScreen()
        room = screen.availableSize() - QSize(16, 40) if screen is not None else LARGEST
        self._title.setVisible(self._has_room_for_title(room.width()))
        self.resize(room.boundedTo(LARGEST))

    # What it needs to know

    def _read_places(self) -> None:
        folder, walls = self._desk.installation.data, tuple(kept.value for kept in self._desk.catalogue.displays)
        self._desk.tasks.run(lambda: prepare_places(folder, walls), self._prepared, self._unprepared, owner=self)

    def _prepared(self, found: Preparation) -> None:
        first = not self._templates.all
        self._templates = found.templates
        if first:
            self.compose.offer(found.templates.all)
            QTimer.singleShot(0, self, self._begin_with_templates)  # buttons take the keyboard once they are on show
        self._places = found
        self._displays_changed()
        self._fill_in()
        self.live.use_templates(found.templates)
        self._count_live()
        if first and self.isVisible():
            self._point_to_live()
        if found.complaints:
            self.banner.tell(" ".join(say_sentence(each) for each in found.complaints), "warning")

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.DISPLAY:
            self._displays_changed()
            self._read_places()
            if self.isVisible():
                self.duties.prepare()
        elif topic == Topic.ALERT:
            self._count_live()

    def _displays_changed(self) -> None:
        walls = tuple(kept.value for kept in self._desk.catalogue.displays)
        self.compose.offer_places(walls, self._places.districts, self._places.district_of)

    def _begin_with_templates(self) -> None:
        """The keyboard is where the first of the three actions is done."""
        buttons = self.compose.templates.buttons
        if buttons and self.compose.form.template is None:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _count_live(self) -> None:
        count = len(self.live.live)
        words = self.tr("On the &walls ({count})").format(count=count) if count else self.tr("On the &walls")
        self._tabs.button(LIVE).setText(words)
        reserve_bold(self._tabs.button(LIVE), words)

    def _point_to_live(self) -> None:
        """Whoever opens the window while something stands on walls may have come to take it back."""
        standing = self.live.live
        if standing:
            words = self.tr("On the walls now: {headlines}").format(
                headlines=", ".join(each.alert.headline for each in standing[:3])
            )
            self.banner.tell(words, "warning", self.tr("Look, RALAT"), lambda: self.show_page(LIVE))

    def _tell_hub(self, _: object = None) -> None:
        connected = self._desk.link.connected
        self.stick.set_connected(connected)
        if connected:
            self.hub_banner.hide()
            self.compose.set_offline(False)
            return
        self.compose.set_offline(True)
        self.hub_banner.tell(
            self.tr("THE HUB CANNOT BE REACHED. Nothing can be sent from here now: carry the message on a USB stick."),
            "danger",
            self.tr("USB stick…"),
            lambda: self.show_page(STICK),
        )

    def _hub_came(self, _: object = None) -> None:
        """What went out by stick meanwhile is told to the hub at once, not only when something else is sent."""
        self._tell_hub()
        if self.isVisible():
            self.duties.prepare()

    def _tell_key(self, operator: str | None) -> None:
        """Whoever has to type a passphrase does it before the button is held, not after."""
        needed, self._operator = operator is not None, operator or ""
        self._key_words.setVisible(needed)
        self.unlock_button.setVisible(needed)
        self._key_words.setText(self.tr("Your key is locked"))

    def _unprepared(self, error: Exception) -> None:
        """What would stop a message later is said at once; a hub that is away says so in its own line."""
        if not isinstance(error, HubUnreachable):
            self.banner.tell(say_problem(error), "danger")

    def _unlock(self) -> None:
        window = UnlockWindow(self._desk, self._operator, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.accepted.connect(self.duties.prepare)
        window.open()

    def propose(self, plan: Plan) -> None:
        """Fill the first page with what a warning from outside proposes, as soon as it knows the templates."""
        self.show_page(WRITE)
        self._proposed = plan
        if self._templates.all:
            self._fill_in()

    def _fill_in(self) -> None:
        plan, self._proposed = self._proposed, None
        if plan is not None:
            self.compose.propose(plan)
            if plan.begins is not None:
                self.banner.tell(
                    self.tr("By its source it begins later; what is sent from this window is shown at once.")
                )

    # What is done

    def show_page(self, page: int) -> None:
        """Bring one of the three forward."""
        self._tabs.button(page).setChecked(True)

    def _turn_to(self, page: int) -> None:
        """The keyboard goes along: to what was asked for, and on the second page to the way back."""
        self._pages.setCurrentIndex(page)
        if page == LIVE:
            self.live.details.back.hold_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, composed: Composed) -> None:
        self._run(self.duties.raising(composed), lambda shown: self._sent(shown, composed))

    def _send_again(self) -> None:
        self._run(self.duties.sending_again(), self._sent_again)

    def _sent_again(self, info: AlertInfo) -> None:
        self.unsent.tell(())
        self._went(info)

    def _sent(self, shown: Shown, composed: Composed) -> None:
        self.compose.start_anew()
        self.live.remember(shown.alert.id, composed.values)
        self._went(shown.alert)
        if shown.trouble:
            self.banner.tell(not_noted_words(say_sentence(shown.trouble)), "warning")

    def _went(self, info: AlertInfo) -> None:
        self._was_answered()
        self.banner.hide()
        self._desk.catalogue.read(Topic.ALERT)
        self.live.choose(info.id)
        self.show_page(LIVE)

    def _take_back(self, _: str, way: Way) -> None:
        standing = self.live.details.standing
        if standing is not None:
            self._run(self.duties.way_back(standing, way), self._went)

    def _extend(self, _: str, length: timedelta) -> None:
        standing = self.live.details.standing
        if standing is not None:
            self._run(self.duties.extension(standing, length), lambda info: self._extended(info, standing))

    def _extended(self, info: AlertInfo, standing: Standing) -> None:
        self.live.remember(info.id, standing.values)
        self._went(info)

    def _update(self, _: str) -> None:
        standing = self.live.details.standing
        if standing is not None:
            left = standing.alert.expires - self._desk.clock.now()
            length = max(LEAST_LENGTH, timedelta(minutes=round(left.total_seconds() / 60)))
            self.compose.replace(standing.alert, standing.template.id, standing.values, length)
            self._tabs.button(WRITE).setChecked(True)
            if not self.live.remembers(standing.alert.id):
                self.banner.tell(self.tr("Written at another time or desk: type again what its headline does not say."))

    def _confirm(self, alert_id: str) -> None:
        standing = self.live.details.standing
        if standing is not None:
            window = SecondPersonWindow(self._desk, self.duties, alert_id, standing.alert.headline, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.went.connect(self._went)
            window.open()

    def _write(self, folder: Path) -> None:
        composed = self.compose.composed()
        if composed is not None:
            self.stick.set_busy(True)
            run_signed(self._desk, self, self.duties.export(composed, folder), self._written, self._not_written)

    def _written(self, carried: Carried) -> None:
        self.stick.set_busy(False)
        words = self.tr("Written to {folder}. Take the stick out safely, then go on with step 3.")
        self.stick.show_result(words.format(folder=carried.folder), good=True)

    def _not_written(self, error: Exception) -> None:
        self.stick.set_busy(False)
        self.stick.show_result(self.tr("NOT WRITTEN. {why}").format(why=say_problem(error)), good=False)

    def _run(self, work: Signed[T], on_done: Callable[[T], None]) -> None:
        self._set_busy(True)
        self._silence.start()
        run_signed(self._desk, self, work, on_done, self._failed)

    def _say_silence(self) -> None:
        """Of a hub that hangs, or behind a dead link, it may take a minute to be told; the other way is open now."""
        if self.findChild(UnlockWindow) is not None:
            self._silence.start()  # nothing was sent yet
            return
        self.stick.set_busy(False)
        if self._desk.link.connected:
            self.hub_banner.tell(
                self.tr("THE HUB HAS NOT ANSWERED YET. Do not wait for it: carry the message on a USB stick as well."),
                "danger",
                self.tr("USB stick…"),
                lambda: self.show_page(STICK),
            )

    def _was_answered(self) -> None:
        self._silence.stop()
        self._set_busy(False)
        self._tell_hub()

    def _failed(self, error: Exception) -> None:
        self._was_answered()
        self.banner.tell(self.tr("NOT SENT. {why}").format(why=say_problem(error)), "danger")
        self.duties.prepare()

    def _set_busy(self, busy: bool) -> None:
        for part in (self.compose, self.stick, self.live.details, self.unsent):
            part.set_busy(busy)

    # Closing

    def reject(self) -> None:
        """Escape: what is written is not lost by one slip of a finger."""
        if self.compose.is_written and not self._warned:
            self._warned = True
            self.banner.tell(self.tr("What you wrote is not sent. Close once more to leave it."), "warning")
            return
        self.leave()

    def leave(self) -> None:
        """Close without asking, as when the language of everything changes."""
        self._warned = True
        super().reject()
