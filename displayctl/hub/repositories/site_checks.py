"""What was found at each wall's site, with photos."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, delete, select

from displayctl.api.site import SiteCheck
from displayctl.api.site_items import SiteAnswer, SiteItem
from displayctl.hub.wall_tables import SiteCheckRow, SitePhotoRow


class SiteCheckRepository:
    """By display and item; a newer answer takes the place of the older."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def answers(self, display_ids: Iterable[str]) -> dict[tuple[str, SiteItem], SiteCheck]:
        """What was answered on these displays; items of a former version are passed over."""
        rows = self._session.exec(select(SiteCheckRow).where(col(SiteCheckRow.display_id).in_(list(display_ids))))
        known = {item.value for item in SiteItem}
        return {(row.display_id, SiteItem(row.item)): _check(row) for row in rows if row.item in known}

    def put(self, display_id: str, check: SiteCheck, at: datetime) -> None:
        row = self._session.get(SiteCheckRow, (display_id, check.item.value))
        row = row or SiteCheckRow(
            display_id=display_id, item=check.item.value, answer="", note="", by="", has_photo=False, checked_at=at
        )
        row.answer = "" if check.answer is None else check.answer.value
        row.note, row.by, row.has_photo, row.checked_at = check.note, check.by, check.has_photo, at
        self._session.add(row)

    def put_photo(self, display_id: str, item: SiteItem, jpeg: bytes) -> None:
        row = self._session.get(SitePhotoRow, (display_id, item.value))
        row = row or SitePhotoRow(display_id=display_id, item=item.value, jpeg=b"")
        row.jpeg = jpeg
        self._session.add(row)

    def photo(self, display_id: str, item: SiteItem) -> bytes | None:
        row = self._session.get(SitePhotoRow, (display_id, item.value))
        return None if row is None else row.jpeg

    def forget(self, display_id: str) -> None:
        """Let go of everything about a display that is gone."""
        self._session.exec(delete(SiteCheckRow).where(col(SiteCheckRow.display_id) == display_id))
        self._session.exec(delete(SitePhotoRow).where(col(SitePhotoRow.display_id) == display_id))


def _check(row: SiteCheckRow) -> SiteCheck:
    answer = SiteAnswer(row.answer) if row.answer else None
    item = SiteItem(row.item)
    return SiteCheck(item=item, answer=answer, note=row.note, has_photo=row.has_photo, by=row.by, at=row.checked_at)
