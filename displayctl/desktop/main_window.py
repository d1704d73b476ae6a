"""The window: pages at the left, the emergency button under them, what is shown at the right, the hub's state below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QVBoxLayout,
    QWidget,
)

from displayctl.api.errors import NotAllowed
from displayctl.desktop.code_ahead import read_code_ahead
from displayctl.desktop.desk import Desk
from displayctl.desktop.edit_notices import EditNotices
from displayctl.desktop.edit_refusals import EditRefusals
from displayctl.desktop.emergencies.emergency_key import EmergencyKey
from displayctl.desktop.emergencies.kept_windows import KeptWindows
from displayctl.desktop.emergencies.purpose import DRILL, EARNEST
from displayctl.desktop.home.going import go
from displayctl.desktop.home.jump import Jump
from displayctl.desktop.incidents.drill_banner import DrillBanner
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_S, SPACE_XS
from displayctl.desktop.look_switch import LookSwitch
from displayctl.desktop.myself import must_sign_in
from displayctl.desktop.page_kinds import PAGES, kind_named, page_titles
from displayctl.desktop.page_room import PageRoom, PageStack, fit_screen
from displayctl.desktop.presenters.problems import hub_away_words, say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.start_words import start_words
from displayctl.desktop.sidebar import Sidebar
from displayctl.desktop.warnings.notices import WarningNotices
from displayctl.desktop.widgets.banner import Banner
from displayctl.desktop.widgets.pieces import column, row
from displayctl.desktop.widgets.reading_order import WindowAsRead

if TYPE_CHECKING:
    from displayctl.desk.warnings.plan import Plan
    from displayctl.desktop.emergencies.window import EmergencyWindow
    from displayctl.desktop.people.sign_in_window import SignInWindow
    from displayctl.desktop.settings.window import SettingsWindow

PREPARE_MS = 1500
"""A pause between pages that are made in advance, for the operator's own clicks and keys."""


class MainWindow(WindowAsRead):
    """The one window. On a change of language or look it is built anew, with where one was and what was typed."""

    page_shown = Signal(str)
    """A page came forward, by its name; also when the window was built anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._connected = desk.link.connected
        self._emergencies = KeptWindows(desk)
        self._emergencies.refused.connect(lambda why: self.tell(why, "warning"))
        self._emergencies.closed.connect(self._emergency_closed)
        self._sign_in: SignInWindow | None = None
        self._asked_to_sign_in = False
        self._page_name = desk.preferences.page or PAGES[0].name
        self._pages: dict[str, QWidget] = {}
        self._kept: dict[str, Any] = {}
        self._settings: SettingsWindow | None = None
        fit_screen(self)
        self.jump = Jump(desk, self, partial(go, self), page_titles)
        self._shortcuts()
        self._prepare_next = QTimer(self)
        self._prepare_next.setInterval(PREPARE_MS)
        self._prepare_next.timeout.connect(self._prepare)
        self._build()
        self.look_switch = LookSwitch(desk.appearance, self._put_away, self._build)
        self.look_switch.waits.connect(self._look_waits)
        self._rebuild_soon = QTimer(self, singleShot=True)
        self._rebuild_soon.timeout.connect(self._rebuild)
        desk.link.came.connect(self._hub_came)
        desk.link.lost.connect(self._hub_lost)
        # The hub may have come between the first look and the connections above.
        self._connected = desk.link.connected
        self._tell_hub_state()
        desk.tasks.failed.connect(self._failed)
        EditRefusals(desk.edits, lambda: self.banner, self._show_newest, self)
        EditNotices(desk, self).told.connect(self.tell)
        desk.catalogue.changed.connect(self._count_alerts)
        desk.catalogue.ready.connect(partial(read_code_ahead, desk.tasks))
        desk.catalogue.ready.connect(self._prepare)
        desk.myself.left.connect(self._rebuild_soon.start)
        desk.myself.shut_out.connect(self._shut_out)
        desk.myself.changed.connect(self._rights_changed)
        notices = WarningNotices(desk.catalogue, self)
        notices.noticed.connect(self._notice_warning)
        notices.look()

    # Building

    def _build(self) -> None:
        self.setWindowTitle("displayctl")
        self.banner = Banner()
        self.connection_banner = Banner()
        self.stack = PageStack()
        self.sidebar = Sidebar(self._desk)
        self.sidebar.page_asked.connect(self.show_page)
        self.sidebar.language_asked.connect(self.speak)
        self.sidebar.jump_asked.connect(self.jump.open)
        self.sidebar.settings_asked.connect(self.open_settings)
        self.sidebar.emergency_asked.connect(self.open_emergency)
        self.sidebar.drill_asked.connect(self.open_drill)
        self._pages = {}
        self.drill_banner = DrillBanner(self._desk, self.open_drill)
        banners = column(self.connection_banner, self.drill_banner, self.banner, spacing=SPACE_XS)
        banners.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, 0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(banners)
        right.addWidget(PageRoom(self.stack), 1)
        whole = QWidget()
        across = row(self.sidebar, spacing=0)
        across.addLayout(right, 1)
        whole.setLayout(across)
        self.setCentralWidget(whole)
        self._status()
        self.show_page(self._page_name)
        self._prepare_next.start()

    def _status(self) -> None:
        self._hub_state = QLabel()
        self._alert_state = QLabel()
        self._alert_state.setStyleSheet(f"color: {COLOURS.danger}; font-weight: 700;")
        bar = self.statusBar()
        for old in bar.findChildren(QLabel):
            bar.removeWidget(old)
            old.setParent(None)
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._hub_state, 1)
        bar.addPermanentWidget(self._alert_state)
        self._tell_hub_state()
        self._count_alerts()

    def _shortcuts(self) -> None:
        for kind in PAGES:
            if kind.key:
                self._shortcut(kind.key, partial(self.show_page, kind.name))
        self._shortcut("Ctrl+,", self.open_settings)
        EmergencyKey(self).pressed.connect(self.open_emergency)
        self._shortcut("F5", lambda: self.page.refresh())  # type: ignore[attr-defined]
        self._shortcut("Ctrl+F", self._search)
        for name, keys, act in (
            ("undo", QKeySequence.StandardKey.Undo, self._desk.edits.stack.undo),
            ("redo", QKeySequence("Ctrl+Shift+Z"), self._desk.edits.stack.redo),
        ):
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcut(keys)
            action.triggered.connect(act)
            self.addAction(action)

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    # Pages and language

    @property
    def page_name(self) -> str:
        """The name of the page on show."""
        return self._page_name

    @property
    def page(self) -> QWidget:
        """The page on show."""
        return self.page_named(self._page_name)

    def page_named(self, name: str) -> QWidget:
        """A page of `PAGES`, made when it is first asked for."""
        if name not in self._pages:
            page = kind_named(name).make(self._desk)
            page.setProperty("role", "page")
            page.told.connect(self.tell)  # type: ignore[attr-defined]
            if name == "warnings":
                page.window_asked.connect(self.open_proposed)  # type: ignore[attr-defined]
            self.jump.serve(page)
            self._pages[name] = page
            self.stack.addWidget(page)
            if name in self._kept:
                page.restore(self._kept.pop(name))  # type: ignore[attr-defined]
        return self._pages[name]

    def _prepare(self) -> None:
        """Make one window or page that was not asked for yet, so that it is there at once when it is.

        Its code is read aside first: that alone takes longer than the UI thread may be held.
        """
        if not self._desk.catalogue.loaded:
            return
        waiting = [kind for kind in PAGES if kind.name not in self._pages]
        if not self._emergencies.prepared:
            self._desk.tasks.run(self._emergencies.door, lambda _: self._emergencies.prepare(), owner=self, aside=True)
        elif waiting:
            name, door = waiting[0].name, waiting[0].door
            self._desk.tasks.run(door, lambda _: self.page_named(name), owner=self, aside=True)
        else:
            self._prepare_next.stop()

    def show_page(self, name: str) -> None:
        """Bring a page forward; an unknown name brings the first."""
        kind = kind_named(name)
        self._page_name = kind.name
        self.stack.setCurrentWidget(self.page_named(self._page_name))
        self.sidebar.show_page(PAGES.index(kind))
        self._desk.preferences.page = self._page_name
        self.page_shown.emit(self._page_name)

    def speak(self, code: str) -> None:
        """Switch the language of everything, at once."""
        self._desk.preferences.language = code
        self._desk.language.speak(code)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild_soon.start()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self.look_switch.try_again)

    def _rebuild(self) -> None:
        self._put_away()
        self._build()

    def _put_away(self) -> None:
        """Keep where the operator is, and let go of what was made in another language or look."""
        self._emergencies.leave()
        self.jump.renew()
        # Children take their dates and numbers from here, not from the default that has just changed.
        self.setLocale(QLocale())
        self._kept |= {name: page.keep() for name, page in self._pages.items()}  # type: ignore[attr-defined]
        old = self.takeCentralWidget()
        if old is not None:
            old.deleteLater()

    def _search(self) -> None:
        wanted = self.page.search_field()  # type: ignore[attr-defined]
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
            wanted.selectAll()

    # Telling

    def tell(self, text: str, kind: str = "good") -> None:
        """Say something across the top: good, warning or danger. That no hub is there is said by one line alone."""
        away = not self._connected and text == hub_away_words()
        self.connection_banner.show() if away else self.banner.tell(text, kind)

    def _hub_came(self, address: object) -> None:
        self._connected = True
        self.connection_banner.hide()
        self._tell_hub_state()

    def _hub_lost(self, reason: str) -> None:
        self._connected = False
        if self._asked_to_sign_in:
            return
        self.connection_banner.setToolTip(say_sentence(reason))
        words = self.tr(
            "The hub cannot be reached. The walls play on. What you change in the schedule is kept here and sent once"
            " it is back; all else can be saved then."
        )
        told = start_words(reason) or words
        self.connection_banner.tell(told, "warning", self.tr("Try now"), self._desk.link.hurry)
        self._tell_hub_state()

    def _tell_hub_state(self) -> None:
        self.banner.take_back(hub_away_words())
        url = self._desk.hub.client.url
        text = self.tr("Connected to {url}") if self._connected else self.tr("Not connected to {url} – trying again")
        self._hub_state.setText(("●  " if self._connected else "○  ") + text.format(url=url))

    def _count_alerts(self, _: str = "") -> None:
        live = sum(alert.live and not alert.value.get("drill") for alert in self._desk.catalogue.alerts)
        self._alert_state.setText(self.tr("Live emergency messages: {count}").format(count=live) if live else "")

    def _show_newest(self) -> None:
        self.page.refresh()  # type: ignore[attr-defined]

    def _notice_warning(self, words: str, kind: str, warning_id: str) -> None:
        if self._page_name != "warnings":
            self.banner.tell(words, kind, self.tr("Look at it"), lambda: self.show_warning(warning_id))

    def show_warning(self, warning_id: str) -> None:
        """The page of warnings, on this one."""
        self.show_page("warnings")
        self.page.pick(warning_id)  # type: ignore[attr-defined]

    # Who is there

    @property
    def sign_in_window(self) -> SignInWindow | None:
        """The window to sign in with, while it is open."""
        return self._sign_in

    def _failed(self, error: Exception) -> None:
        """Where the session is over, the line across the top asks to sign in; anything else is said."""
        if isinstance(error, NotAllowed):
            self._desk.myself.ask()
        else:
            self.tell(say_problem(error), "danger")

    def _shut_out(self) -> None:
        """Ask once by itself; afterwards the line across the top offers it."""
        words = self.tr("Nobody is signed in at this desk.")
        self.connection_banner.tell(words, "warning", self.tr("Sign in…"), self.open_sign_in)
        if not self._asked_to_sign_in:
            self._asked_to_sign_in = True
            self.open_sign_in()

    def open_sign_in(self) -> None:
        """The window to sign in with; one at a time."""
        from displayctl.desktop.people.sign_in_window import SignInWindow

        if self._sign_in is None:
            self._sign_in = SignInWindow(self._desk, self)
            self._sign_in.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._sign_in.destroyed.connect(self._sign_in_gone)
            self._sign_in.open()

    def _sign_in_gone(self) -> None:
        self._sign_in = None

    def _rights_changed(self) -> None:
        me = self._desk.myself.me
        if me is None or must_sign_in(me):
            return
        if self._asked_to_sign_in:
            self._asked_to_sign_in = False
            self.connection_banner.hide()
        words = self.tr("The rights of an administrator count once a second factor is set up.")
        if not me.second_factor_due and self.banner.text == words:
            self.banner.hide()
        elif me.second_factor_due:
            self.banner.tell(words, "warning", self.tr("Open Accounts"), lambda: self.show_page("accounts"))

    # Settings, emergency, closing

    def open_settings(self) -> None:
        """The window of the settings; one at a time, beside which the work goes on."""
        from displayctl.desktop.settings.window import SettingsWindow

        if self._settings is None:
            self._settings = SettingsWindow(self._desk, self)
            self._settings.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._settings.destroyed.connect(self._settings_gone)
        self._settings.show()
        self._settings.raise_()
        self._settings.activateWindow()

    @property
    def settings_window(self) -> SettingsWindow | None:
        """The window of the settings, while it is open."""
        return self._settings

    def _settings_gone(self) -> None:
        self._settings = None

    def _look_waits(self) -> None:
        self.tell(self.tr("The look changes as soon as the other windows are closed."), "warning")

    @property
    def emergency_window(self) -> EmergencyWindow | None:
        """The red window while it is open."""
        return self._emergencies.seen(EARNEST)

    def open_emergency(self) -> EmergencyWindow | None:
        """The red window; one at a time. None, and the reason across the top, for whoever may not send emergencies."""
        return self._emergencies.open(EARNEST)

    def open_proposed(self, plan: Plan) -> None:
        """The red window, filled with what a warning proposes."""
        window = self.open_emergency()
        if window is not None:
            window.propose(plan)

    def open_drill(self) -> EmergencyWindow | None:
        """The window for drills, in other colours; one at a time, also beside the red one."""
        return self._emergencies.open(DRILL)

    def _emergency_closed(self) -> None:
        """The next one is made in advance, too, and what waited for it is done."""
        self._prepare_next.start()
        QTimer.singleShot(0, self, self.look_switch.try_again)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._emergencies.leave()
        self._prepare_next.stop()
        self._desk.preferences.geometry = self.saveGeometry()
        super().closeEvent(event)
