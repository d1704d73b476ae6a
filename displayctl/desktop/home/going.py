"""Going to a place: the page comes forward, the thing is chosen on it, and what was asked for is begun."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

from displayctl.desktop.places import Deed, Place


class Window(Protocol):
    """What going needs of the main window."""

    @property
    def page(self) -> Any:
        """The page on show."""
        ...

    @property
    def jump(self) -> Any:
        """What can be jumped to; it also carries the wish for the first steps."""
        ...

    def show_page(self, name: str) -> None:
        """Bring a page forward."""
        ...

    def open_emergency(self) -> object:
        """The red window, where one may open it."""
        ...

    def open_drill(self) -> object:
        """The window for drills, where one may open it."""
        ...

    def open_settings(self) -> object:
        """The window of the settings."""
        ...

    def speak(self, code: str) -> None:
        """Another language."""
        ...


@runtime_checkable
class HasThings(Protocol):
    """A page on which one thing can be chosen."""

    def pick(self, id: str) -> None:
        """Choose the thing `id`; an unknown one changes nothing."""
        ...


@runtime_checkable
class HasMany(Protocol):
    """A page on which several things are chosen at once."""

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these things, and no others."""
        ...


def go(window: Window, place: Place) -> None:
    """Bring the window to `place`."""
    if place.deed in _WITHOUT_PAGE:
        _WITHOUT_PAGE[place.deed](window, place.id)
        return
    window.show_page(place.page)
    page = window.page
    if place.day is not None:
        page.go_to(place.day)
    if place.deed in _ON_PAGE:
        _ON_PAGE[place.deed](page, place.id)
    elif place.id and isinstance(page, HasMany):
        page.choose((place.id,))
    elif place.id and isinstance(page, HasThings):
        page.pick(place.id)


_WITHOUT_PAGE: Mapping[Deed, Callable[[Window, str], object]] = {
    Deed.EMERGENCY: lambda window, _: window.open_emergency(),
    Deed.DRILL: lambda window, _: window.open_drill(),
    Deed.SETTINGS: lambda window, _: window.open_settings(),
    Deed.SPEAK: lambda window, code: window.speak(code),
    Deed.GUIDE: lambda window, _: window.jump.guide_asked.emit(),
}
_ON_PAGE: Mapping[Deed, Callable[[Any, str], object]] = {
    Deed.PAIR: lambda walls, code: walls.pair("", code),
    Deed.ADD_WALL: lambda walls, _: walls.edit(""),
    Deed.HEALTH: lambda walls, wall_id: walls.show_health(wall_id),
    Deed.WEEK: lambda schedule, wall_id: schedule.show_wall(wall_id),
    Deed.ADD_FILES: lambda library, _: library.choose_files(),
    Deed.ANNOUNCE: lambda library, _: library.new_announcement(),
    Deed.ADD_STREAM: lambda library, _: library.new_stream(),
    Deed.NEW_PLAYLIST: lambda playlists, _: playlists.make_new(),
    Deed.BOOK: lambda schedule, _: schedule.new_slot(),
    Deed.SEARCH: lambda schedule, _: schedule.tools.search(),
    Deed.NEW_REQUEST: lambda requests, _: requests.new_request(),
    Deed.FEEDS: lambda warnings, _: warnings.open_feeds(),
    Deed.INCIDENTS: lambda reports, _: reports.show_incidents(),
}
