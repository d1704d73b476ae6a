"""The windows that open over the page of walls, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.pairing import PairingWindow
from displayctl.desktop.places import Deed, Place
from displayctl.desktop.trust.site_window import SiteWindow
from displayctl.desktop.wall_health_window import WallHealthWindow
from displayctl.desktop.walls.groups_window import GroupsWindow
from displayctl.desktop.walls.policy_window import PolicyWindow
from displayctl.desktop.walls.set_up_window import SetUpWindow
from displayctl.desktop.walls.upon_newest import Joined, joined
from displayctl.desktop.widgets.region_details import WallOffers
from displayctl.desktop.widgets.wall_form import WallForm
from schedules.display import Display, zone
from schedules.errors import InvalidValue


class WallWindows(QObject):
    """Signals: `told` a sentence and its kind; `place_asked` a Place to go to."""

    told = Signal(str, str)
    place_asked = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def edit(self, kept: Kept[Display] | None, new_id: str, offers: WallOffers) -> None:
        """The form of a wall; None: of a new one."""
        form = WallForm(kept, new_id, offers, self._page)
        form.stored.connect(self._store)
        form.removal_asked.connect(self._remove)
        _open(form)

    def change_policy(self, kept: Kept[Display] | None) -> None:
        """The form about hours and rules."""
        if kept is not None:
            today = self._desk.clock.now().astimezone(zone(kept.value.time_zone)).date()
            window = PolicyWindow(kept, today, self._page)
            window.stored.connect(self._store)
            _open(window)

    def set_up(self, kept: Kept[Display] | None, welcome: str = "") -> None:
        """The window with a test pattern and the wall's picture; `welcome` stands above."""
        if kept is not None:
            window = SetUpWindow(self._desk, kept, self._page, welcome=welcome)
            window.stored.connect(self._store)
            window.told.connect(self.told)
            _open(window)

    def show_health(self, kept: Kept[Display] | None) -> None:
        """The window with every hour."""
        if kept is not None:
            window = WallHealthWindow(self._desk, kept.value, self._page)
            window.told.connect(self.told)
            _open(window)

    def show_site(self, kept: Kept[Display] | None, then: Callable[[], object]) -> None:
        """The site checklist of a wall; `then` follows once it is closed."""
        if kept is not None:
            window = SiteWindow(self._desk, kept, self._page)
            window.told.connect(self.told)
            window.finished.connect(lambda _: then())
            _open(window)

    def open_groups(self, displays: tuple[Kept[Display], ...], chosen: tuple[str, ...]) -> None:
        """The groups of walls; a new one gets the `chosen` walls."""
        window = GroupsWindow(displays, self._desk.myself, self._page, chosen=chosen)
        window.changed.connect(self._regroup)
        _open(window)

    def pair(self, display_id: str, code: str) -> None:
        """The window that binds a player to a wall; afterwards the wall is set up."""
        window = PairingWindow(self._desk, display_id, code, self._page)
        window.told.connect(self.told)
        window.paired.connect(self._paired)
        window.guide_asked.connect(lambda: self.place_asked.emit(Place("walls", deed=Deed.GUIDE)))
        _open(window)

    # What comes of them

    def _paired(self, display_id: str) -> None:
        kept: Kept[Display] | None = self._desk.catalogue.find(Topic.DISPLAY, display_id)
        if kept is not None:
            words = self.tr("{wall} has its player. Does the picture lie where it should?")
            self.set_up(kept, words.format(wall=kept.value.name))

    def _store(self, kept: Kept[Display] | None, display: Display) -> None:
        if kept is None:
            self._desk.edits.create(PartKind.DISPLAY, display, self.tr("Add {name}").format(name=display.name))
        else:
            words = self.tr("Change {name}").format(name=display.name)
            self._desk.edits.replace(PartKind.DISPLAY, *self._upon_newest(kept, display), words)

    def _upon_newest(self, kept: Kept[Display], display: Display) -> tuple[Kept[Display], Display]:
        """Another desk may have changed the wall while the form was open: it keeps that, and the form is not lost."""
        newest: Kept[Display] = self._desk.catalogue.find(Topic.DISPLAY, kept.id) or kept
        if newest.value == kept.value:
            return newest, display
        try:
            found = joined(kept.value, display, newest.value)
        except InvalidValue:  # both have changed what belongs together, as its parts and its size
            found = Joined(display, is_disputed=True)
        if found.is_disputed:
            words = self.tr("{wall} was changed at another desk, too. What you typed counts; undo brings theirs back.")
            self.told.emit(words.format(wall=display.name), "warning")
        return newest, found.display

    def _remove(self, kept: Kept[Display]) -> None:
        self._desk.edits.remove(PartKind.DISPLAY, kept, self.tr("Delete {name}").format(name=kept.value.name))

    def _regroup(self, walls: tuple[Display, ...], words: str) -> None:
        """The groups of these walls are others; all else is as it is by now, and not as when the window was opened."""
        edits, find = self._desk.edits, self._desk.catalogue.find
        pairs = ((find(Topic.DISPLAY, wall.id), wall) for wall in walls)
        changes = tuple(
            edits.replace_change(PartKind.DISPLAY, kept, replace(kept.value, groups=wall.groups))
            for kept, wall in pairs
            if kept is not None
        )
        if changes:
            edits.apply(changes, words)


def _open(window: QDialog) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
