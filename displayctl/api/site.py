"""Messages about what is checked at a wall's site, where signatures cannot help, and the calls for it.

A wall is commissioned once every item is answered: guarded, with a photo, or not there, with a note that says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from displayctl.api.message import BASE64, Instant, Message
from displayctl.api.site_items import LARGEST_PHOTO_BYTES, SiteAnswer, SiteItem

if TYPE_CHECKING:
    from displayctl.api.transport import Transport  # the hub reads these messages too, and speaks to nobody

LONGEST_NOTE = 500


class SiteCheck(Message):
    """One item as it was last looked at; `answer` None: never. `missing` says what it lacks still: ``answer``,
    ``photo``, ``note`` or ``guard``; empty where it is done."""

    item: SiteItem
    answer: SiteAnswer | None = None
    note: str = ""
    has_photo: bool = False
    by: str = ""
    at: Instant | None = None
    missing: str = ""


class SiteChecklist(Message):
    """All items of a wall. `commissioned_at` is when the last of them was done, None while one is not."""

    display_id: str
    checks: tuple[SiteCheck, ...]
    commissioned_at: Instant | None = None

    @property
    def done(self) -> int:
        """How many items are done."""
        return sum(not check.missing for check in self.checks)


class SiteCheckChange(Message):
    """An answer. `photo` is a picture file in base64; without one the photo that is there stays."""

    answer: SiteAnswer
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    photo: Annotated[str, Field(max_length=LARGEST_PHOTO_BYTES * 4 // 3 + 4, pattern=BASE64)] = ""


class SiteCalls:
    """The routes about site checklists, on a hub's `transport`. Methods raise HubError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def checklists(self) -> tuple[SiteChecklist, ...]:
        """One for each wall, by its id."""
        return self._transport.many(SiteChecklist, "GET", "/api/checklists")

    def checklist(self, display_id: str) -> SiteChecklist:
        return self._transport.one(SiteChecklist, "GET", f"/api/checklists/{display_id}")

    def check(self, display_id: str, item: SiteItem, change: SiteCheckChange) -> SiteChecklist:
        """Keep an answer; the whole list as it is then. The photo is made anew and smaller, without what else was in
        its file."""
        path = f"/api/checklists/{display_id}/{item.value}"
        return self._transport.one(SiteChecklist, "PUT", path, message=change)

    def photo(self, display_id: str, item: SiteItem) -> bytes:
        """JPEG of at most 1280x720; raises NotFound where there is none."""
        return self._transport.send("GET", f"/api/checklists/{display_id}/{item.value}/photo").content
