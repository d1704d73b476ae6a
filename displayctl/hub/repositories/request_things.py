"""What belongs to requests: what happened to them, their files, what was made of them, and what walls showed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, or_
from sqlmodel import Session, col, delete, select

from displayctl.api.request_states import RequestFileKind, RequestLinkKind, RequestState, RequestStepKind, Side
from displayctl.api.requests import RequestStep
from displayctl.hub.repositories.sql_time import Micros
from displayctl.hub.request_tables import RequestFileRow, RequestLinkRow, RequestRow, RequestStepRow
from displayctl.hub.tables import PlayRecordRow
from schedules.proof import ShowingKind

PAID = (ShowingKind.LOOP.value, ShowingKind.INTERRUPT.value)
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An attachment. See `request_tables.RequestFileRow` for the fields."""

    id: str
    request_id: str
    name: str
    kind: RequestFileKind
    size_bytes: int
    sha256: str
    added_at: datetime
    by: str
    medium_id: str = ""
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """Something that was made from a request."""

    kind: RequestLinkKind
    target_id: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a wall has shown of a medium in a slot: how often, how long in all, when first and until when last."""

    display_id: str
    slot_id: str
    medium_id: str
    plays: int
    length: timedelta
    first: datetime
    last: datetime


class RequestThingRepository:
    """By the numbers of requests."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # What happened

    def steps(self, request_id: str) -> tuple[RequestStep, ...]:
        """The oldest first."""
        chosen = select(RequestStepRow).where(RequestStepRow.request_id == request_id)
        return tuple(_step(row) for row in self._session.exec(chosen.order_by(col(RequestStepRow.seq))))

    def add_step(self, request_id: str, step: RequestStep) -> int:
        """Notes what happened; how many steps there are now."""
        newest = select(func.max(RequestStepRow.seq)).where(RequestStepRow.request_id == request_id)
        seq = (self._session.exec(newest).one() or 0) + 1
        state = "" if step.state is None else step.state.value
        self._session.add(
            RequestStepRow(
                request_id=request_id,
                seq=seq,
                at=step.at,
                by=step.by,
                side=step.side.value,
                kind=step.kind.value,
                state=state,
                words=step.words,
            )
        )
        self._session.flush()
        return seq

    def newest_steps(self, request_ids: Collection[str]) -> dict[str, tuple[RequestStepKind, Side]]:
        """What each of these requests went through last, and who did it."""
        row = RequestStepRow
        of = col(row.request_id)
        numbers: Any = select(of.label("of"), func.max(row.seq).label("seq")).where(of.in_(list(request_ids)))
        newest = numbers.group_by(of).subquery()
        found = select(row.request_id, row.kind, row.side).join(
            newest, and_(newest.c.of == of, newest.c.seq == col(row.seq))
        )
        return {each: (RequestStepKind(kind), Side(side)) for each, kind, side in self._session.exec(found)}

    # Files

    def files(self, request_id: str) -> tuple[StoredFile, ...]:
        """The oldest first."""
        order = col(RequestFileRow.added_at), col(RequestFileRow.id)
        rows = self._session.exec(
            select(RequestFileRow).where(RequestFileRow.request_id == request_id).order_by(*order)
        )
        return tuple(_file(row) for row in rows)

    def file_counts(self, request_ids: Collection[str]) -> dict[str, int]:
        """How many each of these requests has; those without any are left out."""
        wanted = col(RequestFileRow.request_id).in_(list(request_ids))
        counted = select(RequestFileRow.request_id, func.count()).where(wanted).group_by(RequestFileRow.request_id)
        return dict(self._session.exec(counted).all())

    def file(self, id: str) -> StoredFile | None:
        row = self._session.get(RequestFileRow, id)
        return None if row is None else _file(row)

    def put_file(self, file: StoredFile) -> None:
        fields = {name: getattr(file, name) for name in StoredFile.__dataclass_fields__}
        self._session.merge(RequestFileRow(**{**fields, "kind": file.kind.value}))
        self._session.flush()

    def digests(self) -> frozenset[str]:
        """Every file whose bytes are kept."""
        return frozenset(self._session.exec(select(RequestFileRow.sha256).where(col(RequestFileRow.kept))).all())

    def let_go_before(self, instant: datetime, over: Iterable[RequestState]) -> int:
        """Marks the bytes of requests in these states, which nothing happened to since `instant`, as not kept any
        more; of how many files.
        """
        names = [state.value for state in over]
        old = select(RequestRow.id).where(col(RequestRow.state).in_(names), RequestRow.updated_at < instant)
        wanted = select(RequestFileRow).where(col(RequestFileRow.kept), col(RequestFileRow.request_id).in_(old))
        rows = self._session.exec(wanted).all()
        for row in rows:
            row.kept = False
            self._session.add(row)
        self._session.flush()
        return len(rows)

    # What was made from it

    def links(self, request_id: str) -> tuple[Link, ...]:
        """In the order in which they were made."""
        order = col(RequestLinkRow.at), col(RequestLinkRow.kind), col(RequestLinkRow.target_id)
        rows = self._session.exec(
            select(RequestLinkRow).where(RequestLinkRow.request_id == request_id).order_by(*order)
        )
        return tuple(Link(RequestLinkKind(row.kind), row.target_id) for row in rows)

    def put_link(self, request_id: str, link: Link, at: datetime) -> None:
        self._session.merge(
            RequestLinkRow(request_id=request_id, kind=link.kind.value, target_id=link.target_id, at=at)
        )
        self._session.flush()

    def remove_link(self, request_id: str, link: Link) -> int:
        """How many there were."""
        chosen = delete(RequestLinkRow).where(
            col(RequestLinkRow.request_id) == request_id,
            col(RequestLinkRow.kind) == link.kind.value,
            col(RequestLinkRow.target_id) == link.target_id,
        )
        return self._session.exec(chosen).rowcount

    # What walls showed

    def shown(self, since: datetime, media: Collection[str], slots: Collection[str]) -> tuple[Shown, ...]:
        """What began since then of these media and in these slots, added up by wall, slot and medium."""
        if not media and not slots:
            return ()
        row = PlayRecordRow
        ours = or_(col(row.medium_id).in_(list(media)), col(row.slot_id).in_(list(slots)))
        key: tuple[Any, ...] = (row.display_id, row.slot_id, row.medium_id)
        length: Any = func.sum(Micros(row.ends) - Micros(row.starts))
        columns: tuple[Any, ...] = (*key, func.count(), length, func.min(row.starts), func.max(row.ends))
        chosen: Any = select(*columns).where(row.starts >= since, col(row.kind).in_(PAID), ours)
        summed = chosen.group_by(*key).order_by(*key)
        return tuple(
            Shown(wall, slot, medium, plays, timedelta(microseconds=int(lasting)), first, last)
            for wall, slot, medium, plays, lasting, first, last in self._session.exec(summed)
        )

    def shown_lately(
        self, since: datetime, media: Collection[str], slots: Collection[str]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Which of these media, and which of these slots, have anything that began since then."""
        row = PlayRecordRow
        return self._begun(row.medium_id, since, media), self._begun(row.slot_id, since, slots)

    def _begun(self, column: Any, since: datetime, wanted: Collection[str]) -> frozenset[str]:
        row, names, found = PlayRecordRow, sorted(wanted), set[str]()
        for start in range(0, len(names), _CHUNK):
            of_these = select(column).where(row.starts >= since, col(column).in_(names[start : start + _CHUNK]))
            found |= set(self._session.exec(of_these.where(col(row.kind).in_(PAID)).distinct()))
        return frozenset(found)


def _step(row: RequestStepRow) -> RequestStep:
    return RequestStep(
        at=row.at,
        by=row.by,
        side=Side(row.side),
        kind=RequestStepKind(row.kind),
        state=RequestState(row.state) if row.state else None,
        words=row.words,
    )


def _file(row: RequestFileRow) -> StoredFile:
    fields = {name: getattr(row, name) for name in StoredFile.__dataclass_fields__}
    return StoredFile(**{**fields, "kind": RequestFileKind(row.kind)})
