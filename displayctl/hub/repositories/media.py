"""The library's media and their renditions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast, func, or_
from sqlmodel import Session, col, delete, select

from displayctl.api.models import Document, MediumKind
from displayctl.hub.cards.neutral import neutral_id
from displayctl.hub.repositories.counters import next_version
from displayctl.hub.tables import MediumRow, MediumVersionRow, RenditionRow


@dataclass(frozen=True, slots=True)
class StoredRendition:
    """A medium made for walls of `format` after `recipe`; `asset` is the document of a `schedules` Asset."""

    format: str
    recipe: str
    asset: Document

    @property
    def sha256(self) -> str:
        return str(self.asset["sha256"])


@dataclass(frozen=True, slots=True)
class StoredMedium:
    """A thing in the library, as the services know it. See `tables.MediumRow` for the fields."""

    id: str
    title: str
    kind: str
    state: str
    version: int
    created_at: datetime
    updated_at: datetime
    message: str = ""
    source_name: str = ""
    source_sha256: str = ""
    page: int = 1
    size_bytes: int = 0
    width_px: int = 0
    height_px: int = 0
    duration_ms: int | None = None
    has_sound: bool = False
    muted: bool = False
    fit: str = "contain"
    tags: tuple[str, ...] = ()
    expires_at: datetime | None = None
    announcement: Document | None = None
    stream: Document | None = None
    thumbnail_sha256: str = ""
    poster_sha256: str = ""
    folder: str = ""
    look: str = ""
    replaced: int = 0
    begins_ms: int = 0
    ends_ms: int | None = None
    crops: Document | None = None
    findings: Document | None = None
    renditions: tuple[StoredRendition, ...] = ()


_COLUMNS = tuple(name for name in StoredMedium.__dataclass_fields__ if name not in ("renditions", "tags"))


class MediumRepository:
    """All media, by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, id: str) -> StoredMedium | None:
        return next(iter(self.several((id,))), None)

    def several(self, ids: Iterable[str]) -> tuple[StoredMedium, ...]:
        """Those of `ids` that exist, by id."""
        wanted = sorted(set(ids))
        found: list[StoredMedium] = []
        for start in range(0, len(wanted), 500):
            found += self._read(
                _media().where(col(MediumRow.id).in_(wanted[start : start + 500])).order_by(MediumRow.id)
            )
        return tuple(found)

    def all(self) -> tuple[StoredMedium, ...]:
        """Oldest first."""
        return self._read(_media().order_by(MediumRow.created_at))

    def page(self, search: str, tag: str, offset: int, limit: int) -> tuple[int, tuple[StoredMedium, ...]]:
        """How many media match, and a page of them, newest first."""
        total: int = self._session.exec(_matching(select(func.count()).select_from(MediumRow), search, tag)).one()
        order = col(MediumRow.created_at).desc(), col(MediumRow.id)
        return total, self._read(_matching(_media(), search, tag).order_by(*order).offset(offset).limit(limit))

    def put(self, medium: StoredMedium, now: datetime) -> StoredMedium:
        """Stores `medium` (not its renditions) under a new version."""
        row = self._session.get(MediumRow, medium.id) or MediumRow(
            id=medium.id, title="", kind="", state="", version=0, created_at=now, updated_at=now
        )
        stored = replace(medium, version=next_version(self._session), updated_at=now)
        for name in _COLUMNS:
            setattr(row, name, getattr(stored, name))
        row.tags = list(stored.tags)
        self._session.add(row)
        self._session.flush()
        return stored

    def put_poster(self, medium_id: str, sha256: str) -> None:
        """Notes a picture that was made of a medium; nothing about it has changed, so its version stays."""
        row = self._session.get(MediumRow, medium_id)
        if row is not None:
            row.poster_sha256 = sha256
            self._session.add(row)
            self._session.flush()

    def put_look(self, medium_id: str, look: str) -> None:
        """Notes what a medium looks like, as `put_poster` does."""
        row = self._session.get(MediumRow, medium_id)
        if row is not None:
            row.look = look
            self._session.add(row)
            self._session.flush()

    def without_look(self, most: int) -> tuple[tuple[str, str], ...]:
        """Media that have a thumbnail and no look, at most so many: id and the thumbnail's digest."""
        chosen = select(MediumRow.id, MediumRow.thumbnail_sha256).where(
            MediumRow.look == "", MediumRow.thumbnail_sha256 != "", MediumRow.source_sha256 != ""
        )
        return tuple((name, digest) for name, digest in self._session.exec(chosen.limit(most)))

    def unheard(self, most: int) -> tuple[str, ...]:
        """Films that walls play with sound and whose findings say nothing of it, at most so many."""
        chosen = select(MediumRow.id, MediumRow.findings).where(
            col(MediumRow.has_sound).is_(True), col(MediumRow.muted).is_(False), col(MediumRow.findings).is_not(None)
        )
        found = self._session.exec(chosen.limit(most))
        return tuple(name for name, findings in found if findings and findings.get("sound") is None)

    def put_rendition(self, medium_id: str, rendition: StoredRendition) -> None:
        self._session.merge(
            RenditionRow(
                medium_id=medium_id,
                format=rendition.format,
                recipe=rendition.recipe,
                asset=rendition.asset,
                sha256=rendition.sha256,
            )
        )
        self._session.flush()

    def delete(self, id: str) -> None:
        """The medium, its renditions and its former files."""
        self._session.exec(delete(RenditionRow).where(col(RenditionRow.medium_id) == id))
        self._session.exec(delete(MediumVersionRow).where(col(MediumVersionRow.medium_id) == id))
        self._session.exec(delete(MediumRow).where(col(MediumRow.id) == id))

    def digests(self) -> frozenset[str]:
        """The digests of all assets that media need: sources, former ones, pictures of the library, renditions."""
        columns = MediumRow.source_sha256, MediumRow.thumbnail_sha256, MediumRow.poster_sha256
        found = {digest for row in self._session.exec(select(*columns)) for digest in row}
        former = select(MediumVersionRow.source_sha256, MediumVersionRow.thumbnail_sha256)
        found |= {digest for row in self._session.exec(former) for digest in row}
        return frozenset((found | set(self._session.exec(select(RenditionRow.sha256)))) - {""})

    def cards(self) -> dict[str, datetime | None]:
        """The data cards that have their neutral one: by id, until when each is good."""
        found = self._session.exec(select(MediumRow.id, MediumRow.expires_at).where(MediumRow.kind == MediumKind.CARD))
        good = dict(found.all())
        there = set(self._session.exec(select(MediumRow.id).where(col(MediumRow.id).in_(map(neutral_id, good)))))
        return {name: until for name, until in good.items() if neutral_id(name) in there}

    def expiring(self, after: datetime, until: datetime) -> tuple[StoredMedium, ...]:
        """Media whose life ended in ``(after, until]``."""
        return self._read(_media().where(col(MediumRow.expires_at) > after, col(MediumRow.expires_at) <= until))

    def _read(self, chosen: Any) -> tuple[StoredMedium, ...]:
        """The media that a choice of `_media` finds, with their renditions."""
        media = [
            StoredMedium(**dict(zip(_COLUMNS, row[1:], strict=True)), tags=tuple(row[0]))
            for row in self._session.exec(chosen)
        ]
        renditions = self._renditions_of(sorted(medium.id for medium in media))
        return tuple(replace(medium, renditions=tuple(renditions.get(medium.id, ()))) for medium in media)

    def _renditions_of(self, ids: list[str]) -> dict[str, list[StoredRendition]]:
        found: dict[str, list[StoredRendition]] = {}
        columns = RenditionRow.medium_id, RenditionRow.format, RenditionRow.recipe, RenditionRow.asset
        for start in range(0, len(ids), 500):
            chosen = select(*columns).where(col(RenditionRow.medium_id).in_(ids[start : start + 500]))
            for medium_id, shape, recipe, asset in self._session.exec(chosen.order_by(col(RenditionRow.format))):
                found.setdefault(medium_id, []).append(StoredRendition(shape, recipe, dict(asset)))
        return found


def _media() -> Any:
    """Columns, not rows: making thousands of row objects costs more than the query."""
    return select(MediumRow.tags, *(getattr(MediumRow, name) for name in _COLUMNS))


def _matching(chosen: Any, search: str, tag: str) -> Any:
    for word in search.split():
        pattern = f"%{_escaped(word)}%"
        columns = col(MediumRow.title), col(MediumRow.source_name), cast(MediumRow.tags, String)
        chosen = chosen.where(or_(*(column.ilike(pattern, escape="\\") for column in columns)))
    if tag:
        quoted = json.dumps(tag, ensure_ascii=False)
        chosen = chosen.where(cast(MediumRow.tags, String).like(f"%{_escaped(quoted)}%", escape="\\"))
    return chosen


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
