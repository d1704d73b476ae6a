"""The pages of the window, in their order: what the window asks of each, its icon, and its name where people read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.home.page import HomePage
from displayctl.desktop.pages.accounts import AccountsPage
from displayctl.desktop.pages.approvals import ApprovalsPage
from displayctl.desktop.pages.audit import AuditTrailPage
from displayctl.desktop.pages.care import CarePage
from displayctl.desktop.pages.keys import KeysPage
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.pages.publish import PublishPage
from displayctl.desktop.pages.reports import ReportsPage
from displayctl.desktop.pages.requests import RequestsPage
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.pages.tickers import TickersPage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.pages.warnings import WarningsPage

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


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page by its name in preferences, its icon, and how it is made.

    Pages that follow each other and are of one `group` stand together at the left. `key` brings the page forward, as
    ``Ctrl+1``; it stays with the page when others are put before it, and may be empty.
    """

    name: str
    icon: str
    make: Callable[[Desk], QWidget]
    group: str = ""
    key: str = ""


PAGES = (
    PageKind("home", "home", HomePage, "home", "Alt+Home"),
    PageKind("library", "library", LibraryPage, "content", "Ctrl+1"),
    PageKind("playlists", "playlist", PlaylistsPage, "content", "Ctrl+2"),
    PageKind("tickers", "ticker", TickersPage, "content", "Ctrl+3"),
    PageKind("schedule", "calendar", SchedulePage, "airtime", "Ctrl+4"),
    PageKind("publish", "publish", PublishPage, "airtime", "Ctrl+5"),
    PageKind("approvals", "approve", ApprovalsPage, "airtime", "Ctrl+6"),
    PageKind("requests", "request", RequestsPage, "airtime", "Alt+1"),
    PageKind("walls", "wall", WallsPage, "walls", "Ctrl+7"),
    PageKind("warnings", "alarm", WarningsPage, "walls", "Ctrl+8"),
    PageKind("reports", "report", ReportsPage, "walls", "Ctrl+9"),
    PageKind("keys", "key", KeysPage, "office", "Ctrl+0"),
    PageKind("accounts", "people", AccountsPage, "office"),
    PageKind("audit", "trail", AuditTrailPage, "office"),
    PageKind("care", "disk", CarePage, "office"),
)
"""The number keys belong to the first ten; home has ``Alt+Home``, other new pages none, or ``Alt+`` and a digit."""


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
