"""The walls: a card each, alive; players that wait to be paired; walls added and changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from displayctl.api.accounts import Role
from displayctl.api.device_reports import RefusalInfo
from displayctl.api.errors import HubError
from displayctl.api.models import MediumKind, PartKind
from displayctl.api.site import SiteChecklist
from displayctl.desktop.catalogue import Catalogue, Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import new_id
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.pairing import PairingWindow
from displayctl.desktop.trust.site_window import SiteWindow
from displayctl.desktop.wall_health_window import WallHealthWindow
from displayctl.desktop.widgets.pieces import EmptyState, button, clear, column, frame, label, row, scrolled
from displayctl.desktop.widgets.region_details import WallOffers
from displayctl.desktop.widgets.wall_card import WallCard
from displayctl.desktop.widgets.wall_form import WallForm
from schedules.display import Display

LOOK_AGAIN_MS = 5000
CARD_PX = 350


class WallsPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cards: dict[str, WallCard] = {}
        self._columns = 0
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self.redraw)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_AGAIN_MS)
        self._clock.timeout.connect(self._tell_cards)
        self._clock.start()
        self.redraw()

    def _build(self) -> None:
        bar = row(
            label(self.tr("Walls"), "title"),
            None,
            self._guarded(button(self.tr("Pair a player…"), lambda: self.pair(""), "", "link")),
            self._guarded(button(self.tr("Add a wall"), lambda: self.edit(""), "primary", "plus")),
        )
        self._waiting: QVBoxLayout = column(spacing=SPACE_M)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_M)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        inner = QWidget()
        inner.setLayout(column(self._waiting, self._grid, None, spacing=SPACE_M))
        self._places = QStackedWidget()
        self._area = scrolled(inner)
        self._places.addWidget(self._area)
        self._places.addWidget(
            EmptyState(
                "wall",
                self.tr("No wall yet"),
                self.tr(
                    "Add the first wall with its size in pixels. "
                    "Then pair the player that stands behind it with the code it shows."
                ),
                button(self.tr("Add a wall"), lambda: self.edit(""), "primary", "plus"),
            )
        )
        layout = column(bar, self._places, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _guarded(self, made: QPushButton) -> QPushButton:
        return self._desk.myself.guarded(made, Role.TECHNICIAN)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return None

    def refresh(self) -> None:
        self._desk.catalogue.read(Topic.DISPLAY, Topic.PLAYER, Topic.ENROLMENT, Topic.WALL_HEALTH)
        for card in self._cards.values():
            card.take_picture()
        self._ask_refusals()
        self._ask_sites()

    def keep(self) -> None:
        """Nothing is typed on this page itself."""

    def restore(self, kept: None) -> None:
        """Nothing to go on with."""

    def pick(self, id: str) -> None:
        """Bring the card of a wall into view, with the keyboard on it."""
        if id in self._cards:
            QTimer.singleShot(0, self, partial(self._reveal, id))  # once the cards have their places

    def _reveal(self, display_id: str) -> None:
        card = self._cards.get(display_id)
        if card is not None:
            self._area.ensureWidgetVisible(card)
            card.take_keyboard()

    # Showing

    @property
    def cards(self) -> tuple[WallCard, ...]:
        return tuple(self._cards.values())

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.DISPLAY, Topic.ENROLMENT):
            self.redraw()
        elif topic in (Topic.PLAYER, Topic.WALL_HEALTH):
            self._tell_cards()
        elif topic == Topic.RECEIPT:
            self._ask_refusals()

    def redraw(self) -> None:
        """Show the walls of the catalogue."""
        displays = self._desk.catalogue.displays
        self._places.setCurrentIndex(0 if displays or not self._desk.catalogue.loaded else 1)
        if [kept.id for kept in displays] != list(self._cards):
            for card in self._cards.values():
                card.hide()
                card.deleteLater()
            self._cards = {kept.id: self._card(kept) for kept in displays}
            self._columns = 0
            self._arrange()
            self._ask_sites()
        self._show_waiting()
        self._tell_cards()

    def _card(self, kept: Kept[Display]) -> WallCard:
        card = WallCard(self._desk, kept)
        card.told.connect(self.told)
        card.edit_asked.connect(self.edit)
        card.pair_asked.connect(self.pair)
        card.health_asked.connect(self.show_health)
        card.site_asked.connect(self.show_site)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() - 2 * SPACE_L) // (CARD_PX + SPACE_M))
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, number // columns, number % columns)

    def _show_waiting(self) -> None:
        clear(self._waiting)
        for enrolment in self._desk.catalogue.enrolments:
            words = self.tr("A player waits to be paired: {host}, code {code}").format(
                host=enrolment.host_name or enrolment.address, code=enrolment.code
            )
            line = row(
                label(words, "strong", wrap=True),
                button(self.tr("Pair…"), partial(self.pair, "", enrolment.code), "primary", "link"),
                spacing=SPACE_M,
            )
            line.setStretch(0, 1)
            line.setContentsMargins(SPACE_L, SPACE_M, SPACE_M, SPACE_M)
            self._waiting.addWidget(frame("banner-warning", line))

    def _tell_cards(self) -> None:
        for display_id, card in self._cards.items():
            kept = self._desk.catalogue.find(Topic.DISPLAY, display_id)
            if kept is not None:
                card.tell(kept)
        if self.isVisible():
            self._ask_next()

    def showEvent(self, event: object) -> None:
        self._tell_cards()
        self._ask_refusals()

    def _ask_refusals(self) -> None:
        ids, client = tuple(self._cards), self._desk.hub.client

        def newest() -> dict[str, RefusalInfo]:
            return {wall: found[0] for wall in ids if (found := client.refusals(wall))}

        if self.isVisible():
            self._desk.tasks.run(newest, self._tell_refusals, _quietly, owner=self)

    def _tell_refusals(self, newest: dict[str, RefusalInfo]) -> None:
        for display_id, card in self._cards.items():
            card.tell_refusal(newest.get(display_id))

    def _ask_next(self) -> None:
        ids, now, client = tuple(self._cards), self._desk.clock.now(), self._desk.hub.client
        players = self._desk.catalogue.players
        asked = {wall: _ends(players[wall].showing, now) for wall in ids if wall in players and players[wall].connected}

        def found() -> dict[str, str]:
            return {wall: client.plays(wall, at).medium_title for wall, at in asked.items()}

        self._desk.tasks.run(found, self._tell_next, _quietly, owner=self)

    def _tell_next(self, titles: dict[str, str]) -> None:
        for wall, title in titles.items():
            if wall in self._cards:
                title = title or self.tr("The house card")
                self._cards[wall].tell_next(self.tr("Then: {title}").format(title=title))

    # Changing

    def edit(self, display_id: str) -> None:
        """The form of a wall; without id, of a new one."""
        kept = self._desk.catalogue.find(Topic.DISPLAY, display_id) if display_id else None
        form = WallForm(kept, new_id(PartKind.DISPLAY), offers_of(self._desk.catalogue), self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.stored.connect(self._store)
        form.removal_asked.connect(self._remove)
        form.open()

    def _store(self, kept: Kept[Display] | None, display: Display) -> None:
        if kept is None:
            self._desk.edits.create(PartKind.DISPLAY, display, self.tr("Add {name}").format(name=display.name))
        else:
            self._desk.edits.replace(
                PartKind.DISPLAY, kept, display, self.tr("Change {name}").format(name=display.name)
            )

    def _remove(self, kept: Kept[Display]) -> None:
        self._desk.edits.remove(PartKind.DISPLAY, kept, self.tr("Delete {name}").format(name=kept.value.name))

    def show_health(self, display_id: str) -> None:
        """The window about how a wall does."""
        kept = self._desk.catalogue.find(Topic.DISPLAY, display_id)
        if kept is not None:
            window = WallHealthWindow(self._desk, kept.value, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.told.connect(self.told)
            window.open()

    def _ask_sites(self) -> None:
        client = self._desk.hub.client
        self._desk.tasks.run(lambda: client.sites.checklists(), self._tell_sites, _quietly, owner=self)

    def _tell_sites(self, checklists: tuple[SiteChecklist, ...]) -> None:
        for checklist in checklists:
            if checklist.display_id in self._cards:
                self._cards[checklist.display_id].tell_site(checklist)

    def show_site(self, display_id: str) -> None:
        """The site checklist of a wall."""
        kept = self._desk.catalogue.find(Topic.DISPLAY, display_id)
        if kept is None:
            return
        window = SiteWindow(self._desk, kept, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.told.connect(self.told)
        window.finished.connect(lambda _: self._ask_sites())
        window.open()

    def pair(self, display_id: str, code: str = "") -> None:
        """The window that binds a player to a wall by the code on it."""
        window = PairingWindow(self._desk, display_id, code, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.told.connect(self.told)
        window.open()


def offers_of(catalogue: Catalogue) -> WallOffers:
    """What the parts of a wall may show."""
    pictures = (medium for medium in catalogue.media if medium.kind is MediumKind.PICTURE)
    return WallOffers(
        playlists=tuple((kept.id, kept.value.name) for kept in catalogue.playlists),
        tickers=tuple((kept.id, kept.value.name) for kept in catalogue.tickers),
        pictures=tuple((medium.id, medium.title) for medium in pictures),
    )


def _ends(showing: dict[str, Any] | None, now: datetime) -> datetime:
    """The instant at which the next item is asked for."""
    until = (showing or {}).get("until_ms")
    if isinstance(until, int) and until / 1000 > now.timestamp():
        return datetime.fromtimestamp(until / 1000, UTC) + timedelta(milliseconds=50)
    return now


def _quietly(error: Exception) -> None:
    """What plays next is a comfort; without a published programme there is none."""
    if not isinstance(error, HubError):
        raise error
