"""Requests for airtime by their numbers, and what the office decides about them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from displayctl.api.request_settings import RequestSettings
from displayctl.api.request_states import RequestLinkKind, RequestState
from displayctl.api.requests import Check, RequestDraft
from displayctl.hub.repositories.counters import next_version
from displayctl.hub.request_tables import RequestLinkRow, RequestRow, RequestSettingsRow
from displayctl.hub.tables import CounterRow

_ONLY = 1
_SAME_LETTER = re.compile(r"[^0-9a-z/]+")


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """A request, without what happened to it. `once` is empty where it came without."""

    id: str
    state: RequestState
    draft: RequestDraft
    created_at: datetime
    updated_at: datetime
    once: str = ""
    version: int = 0
    asked_by: str = ""
    from_page: bool = False
    checks: tuple[Check, ...] = ()
    answer: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """Which requests are looked for; `agencies` None means all of them."""

    search: str = ""
    state: RequestState | None = None
    agencies: frozenset[str] | None = None


class RequestRepository:
    """All requests, the newest first."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def next_id(self, year: int) -> str:
        """A number that no request ever had, as ``REQ-2026-0001``."""
        name = f"requests-{year}"
        row = self._session.get(CounterRow, name) or CounterRow(name=name, value=0)
        row.value += 1
        self._session.add(row)
        return f"REQ-{year}-{row.value:04}"

    def find(self, id: str) -> StoredRequest | None:
        row = self._session.get(RequestRow, id)
        return None if row is None else _stored(row)

    def made_by(self, once: str) -> StoredRequest | None:
        """The request that this very wish has made."""
        row = self._session.exec(select(RequestRow).where(RequestRow.once == once)).first() if once else None
        return None if row is None else _stored(row)

    def several(self, ids: Iterable[str]) -> tuple[StoredRequest, ...]:
        """Those of `ids` that exist, by number."""
        chosen = select(RequestRow).where(col(RequestRow.id).in_(sorted(set(ids)))).order_by(col(RequestRow.id))
        return tuple(_stored(row) for row in self._session.exec(chosen))

    def page(self, wanted: RequestFilter, offset: int, limit: int) -> tuple[int, tuple[StoredRequest, ...]]:
        """How many match, and a page of them."""
        total: int = self._session.exec(_matching(select(func.count()).select_from(RequestRow), wanted)).one()
        order = col(RequestRow.created_at).desc(), col(RequestRow.id).desc()
        rows = self._session.exec(_matching(select(RequestRow), wanted).order_by(*order).offset(offset).limit(limit))
        return total, tuple(_stored(row) for row in rows)

    def count(self, agency: str = "", states: Iterable[RequestState] = ()) -> int:
        """How many there are, of an agency and in these states where they are given."""
        chosen = select(func.count()).select_from(RequestRow)
        if agency:
            chosen = chosen.where(RequestRow.agency == agency)
        names = [state.value for state in states]
        if names:
            chosen = chosen.where(col(RequestRow.state).in_(names))
        return int(self._session.exec(chosen).one())

    def same_letter(self, request: StoredRequest) -> tuple[str, ...]:
        """Other requests of the agency with the same letter number."""
        key = letter_key(request.draft.letter_number)
        if not key:
            return ()
        same = select(RequestRow.id).where(RequestRow.letter_key == key, RequestRow.agency == request.draft.agency)
        return tuple(self._session.exec(same.where(RequestRow.id != request.id).order_by(col(RequestRow.id))))

    def put(self, request: StoredRequest, now: datetime) -> StoredRequest:
        """Stores `request` under a new version."""
        stored = replace(request, version=next_version(self._session), updated_at=now)
        draft = stored.draft
        row = self._session.get(RequestRow, stored.id) or RequestRow(
            id=stored.id,
            agency="",
            title="",
            state="",
            letter_key="",
            words="",
            once=stored.once or None,
            created_at=stored.created_at,
            updated_at=now,
            version=0,
            document={},
        )
        row.agency, row.title, row.state = draft.agency, draft.title, stored.state.value
        row.letter_key, row.words = letter_key(draft.letter_number), _words(stored)
        row.updated_at, row.version, row.document = now, stored.version, _document(stored)
        self._session.add(row)
        self._session.flush()
        return stored

    def linked_agencies(self) -> tuple[tuple[RequestLinkKind, str, str], ...]:
        """What was made from requests, its id, and the agency that asked for it; of several the newest comes last."""
        chosen = select(RequestLinkRow.kind, RequestLinkRow.target_id, RequestRow.agency).join(
            RequestRow, col(RequestRow.id) == RequestLinkRow.request_id
        )
        found = self._session.exec(chosen.order_by(col(RequestLinkRow.at), col(RequestLinkRow.request_id)))
        return tuple((RequestLinkKind(kind), target, agency) for kind, target, agency in found)

    def settings(self) -> RequestSettings:
        """Before the first `put_settings` it has version 0 and the defaults."""
        row = self._session.get(RequestSettingsRow, _ONLY)
        return RequestSettings() if row is None else RequestSettings(**{**row.document, "version": row.version})

    def put_settings(self, settings: RequestSettings) -> RequestSettings:
        """Stores `settings` under a new version."""
        row = self._session.get(RequestSettingsRow, _ONLY) or RequestSettingsRow(id=_ONLY, version=0, document={})
        row.version = next_version(self._session)
        row.document = settings.model_dump(mode="json", exclude={"version"})
        self._session.add(row)
        self._session.flush()
        return self.settings()


def letter_key(number: str) -> str:
    """A letter's number without what people write differently each time; empty where there is none."""
    return _SAME_LETTER.sub("", number.casefold())


def _words(request: StoredRequest) -> str:
    draft = request.draft
    return " ".join((request.id, draft.title, draft.letter_number, draft.contact, draft.agency)).casefold()


def _document(request: StoredRequest) -> dict[str, Any]:
    return {
        "draft": request.draft.model_dump(mode="json"),
        "checks": [check.model_dump(mode="json") for check in request.checks],
        "asked_by": request.asked_by,
        "from_page": request.from_page,
        "answer": request.answer,
        "answered_at": None if request.answered_at is None else request.answered_at.isoformat(),
    }


def _stored(row: RequestRow) -> StoredRequest:
    kept, at = row.document, row.document["answered_at"]
    return StoredRequest(
        id=row.id,
        state=RequestState(row.state),
        draft=RequestDraft.model_validate(kept["draft"]),
        created_at=row.created_at,
        updated_at=row.updated_at,
        once=row.once or "",
        version=row.version,
        asked_by=kept["asked_by"],
        from_page=kept["from_page"],
        checks=tuple(Check.model_validate(check) for check in kept["checks"]),
        answer=kept["answer"],
        answered_at=None if at is None else datetime.fromisoformat(at),
    )


def _matching(chosen: Any, wanted: RequestFilter) -> Any:
    for word in wanted.search.casefold().split():
        escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        chosen = chosen.where(col(RequestRow.words).like(f"%{escaped}%", escape="\\"))
    if wanted.state is not None:
        chosen = chosen.where(RequestRow.state == wanted.state.value)
    if wanted.agencies is not None:
        chosen = chosen.where(col(RequestRow.agency).in_(sorted(wanted.agencies)))
    return chosen
