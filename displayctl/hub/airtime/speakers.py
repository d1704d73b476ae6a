"""Who speaks in a medium: the agency that asked for it or for its slot, else the one that its announcement names."""

from __future__ import annotations

from collections.abc import Iterable

from displayctl.api.request_states import RequestLinkKind
from displayctl.hub.storage import UnitOfWork


class Speakers:
    """Answers from one transaction, for these media."""

    def __init__(self, work: UnitOfWork, media_ids: Iterable[str]) -> None:
        settings = work.requests.settings()
        self._asked = {
            (kind, target): settings.agency_name(agency) for kind, target, agency in work.requests.linked_agencies()
        }
        known = {agency.name.casefold(): agency.name for agency in settings.agencies}
        self._spoken: dict[str, str] = {}
        for medium in work.media.several(media_ids):
            footer = str((medium.announcement or {}).get("footer", "")).strip()
            if footer:
                self._spoken[medium.id] = known.get(footer.casefold(), footer)

    def agency(self, slot_id: str, medium_id: str) -> str:
        """The name of who speaks; empty for the office itself."""
        asked = self._asked.get((RequestLinkKind.MEDIUM, medium_id)) or self._asked.get((RequestLinkKind.SLOT, slot_id))
        return asked or self._spoken.get(medium_id, "")
