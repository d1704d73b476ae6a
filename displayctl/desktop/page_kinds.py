"""The pages of the window, in their order: what the window asks of each, its icon, and its name where people read.

A page is code that is read only when it is wanted: what all of them need takes longer to read than the window may take
to come. So a kind has a door, and whoever goes through it imports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from displayctl.desktop.desk import Desk

translate = QCoreApplication.translate


class Page(Protocol):
    """What the window asks of a page (a QWidget)."""

    told: Signal

    def search_field(self) -> QLineEdit | None:
        """The field that Ctrl+F goes to."""
        ...

    def refresh(self) -> None:
        """Read anew what the page shows (F5)."""
        ...

    def keep(self) -> Any:
        """Where the operator is on this page, and what is typed there and not saved."""
        ...

    def restore(self, kept: Any) -> None:
        """Go on where another page of this kind was when it gave `kept`."""
        ...


Door = Callable[[], Callable[[Desk], QWidget]]


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page by its name in preferences, its icon, and the door to how it is made.

    `door` imports the page's code and gives its class; it may be called in any thread, the class only where Qt is.
    Pages that follow each other and are of one `group` stand together at the left. `key` brings the page forward, as
    ``Ctrl+1``; it stays with the page when others are put before it, and may be empty.
    """

    name: str
    icon: str
    door: Door
    group: str = ""
    key: str = ""

    def make(self, desk: Desk) -> QWidget:
        """A new page of this kind."""
        return self.door()(desk)


def _home() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.home.page import HomePage

    return HomePage


def _library() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.library import LibraryPage

    return LibraryPage


def _playlists() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.playlists import PlaylistsPage

    return PlaylistsPage


def _tickers() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.tickers import TickersPage

    return TickersPage


def _schedule() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.schedule import SchedulePage

    return SchedulePage


def _publish() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.publish import PublishPage

    return PublishPage


def _approvals() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.approvals import ApprovalsPage

    return ApprovalsPage


def _requests() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.requests import RequestsPage

    return RequestsPage


def _walls() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.walls import WallsPage

    return WallsPage


def _warnings() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.warnings import WarningsPage

    return WarningsPage


def _reports() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.reports import ReportsPage

    return ReportsPage


def _keys() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.keys import KeysPage

    return KeysPage


def _accounts() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.accounts import AccountsPage

    return AccountsPage


def _audit() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.audit import AuditTrailPage

    return AuditTrailPage


def _care() -> Callable[[Desk], QWidget]:
    from displayctl.desktop.pages.care import CarePage

    return CarePage


PAGES = (
    PageKind("home", "home", _home, "home", "Alt+Home"),
    PageKind("library", "library", _library, "content", "Ctrl+1"),
    PageKind("playlists", "playlist", _playlists, "content", "Ctrl+2"),
    PageKind("tickers", "ticker", _tickers, "content", "Ctrl+3"),
    PageKind("schedule", "calendar", _schedule, "airtime", "Ctrl+4"),
    PageKind("publish", "publish", _publish, "airtime", "Ctrl+5"),
    PageKind("approvals", "approve", _approvals, "airtime", "Ctrl+6"),
    PageKind("requests", "request", _requests, "airtime", "Alt+1"),
    PageKind("walls", "wall", _walls, "walls", "Ctrl+7"),
    PageKind("warnings", "alarm", _warnings, "walls", "Ctrl+8"),
    PageKind("reports", "report", _reports, "walls", "Ctrl+9"),
    PageKind("keys", "key", _keys, "office", "Ctrl+0"),
    PageKind("accounts", "people", _accounts, "office"),
    PageKind("audit", "trail", _audit, "office"),
    PageKind("care", "disk", _care, "office"),
)
"""The number keys belong to the first ten; home has ``Alt+Home``, other new pages none, or ``Alt+`` and a digit."""


def kind_named(name: str) -> PageKind:
    """The kind of this name; an unknown name gives the first."""
    return next((kind for kind in PAGES if kind.name == name), PAGES[0])


def page_titles() -> dict[str, str]:
    """The pages' names in the language of the interface."""
    return {
        "home": translate("Pages", "Home"),
        "library": translate("Pages", "Library"),
        "playlists": translate("Pages", "Playlists"),
        "tickers": translate("Pages", "Running text"),
        "schedule": translate("Pages", "Schedule"),
        "publish": translate("Pages", "Publish"),
        "approvals": translate("Pages", "Approvals"),
        "requests": translate("Pages", "Requests"),
        "walls": translate("Pages", "Walls"),
        "warnings": translate("Pages", "Warnings"),
        "reports": translate("Pages", "Reports"),
        "keys": translate("Pages", "Keys"),
        "accounts": translate("Pages", "Accounts"),
        "audit": translate("Pages", "Audit trail"),
        "care": translate("Pages", "Care"),
    }
