"""An office as large as they come, laid straight into a hub's database: what the desk has to stay quick with.

Walls, media, playlists and bookings are valid and belong together; thumbnails and the pictures that walls play are real
files, of which there are a few that many media share.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from sqlalchemy import insert
from sqlmodel import Session

from content.delivery.store import AssetStore
from displayctl.api.models import MediumKind, MediumState, PartKind, Publication
from displayctl.api.wall_health import HourFigures
from displayctl.desk.installation import Installation
from displayctl.hub.database import DATABASE_NAME, open_database
from displayctl.hub.drafts import draft_programme
from displayctl.hub.part_forms import FORMS
from displayctl.hub.storage import UnitOfWork
from displayctl.hub.tables import CounterRow, MediumRow, PartRow, ReferenceRow, RenditionRow
from displayctl.hub.wall_tables import WallHourRow
from schedules.clock import Clock
from schedules.codec import asset_to_dict, programme_to_dict
from schedules.daypart import Daypart
from schedules.display import Canvas, Display
from schedules.playlist import Asset, AssetKind, PlaylistEntry
from schedules.recurrence import Recurrence
from schedules.slot import Slot
from schedules.ticker import RunningText, Ticker
from tests.builders import hours, interrupt, playlist, slot, wall
from tests.fakes.founded import found_by_one

WORDS = ("pengumuman", "layanan", "posyandu", "pajak", "vaksin", "libur", "apel", "senam", "banjir", "wisata", "pasar")
SHAPES = ((640, 384), (320, 160), (384, 768), (1280, 720))
PLACES = ("Luwuk", "Batui", "Kintom", "Bualemo", "Pagimana", "Balantak", "Toili", "Nambo")
RULES = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;BYDAY=SA,SU", "FREQ=WEEKLY;BYDAY=TU", "")
THUMBNAILS, PICTURES, TICKERS = 48, 8, 20
ENTRIES, SHOWN_MEDIA = 12, 3000
UNPUBLISHED = 40
"""So many slots came after the last publication."""
HEALTH_HOURS = 7 * 24


@dataclass(frozen=True, slots=True)
class OfficeSize:
    """How much there is of everything."""

    walls: int = 200
    media: int = 10_000
    playlists: int = 500
    slots: int = 2000
    groups: int = 20

    @property
    def group_names(self) -> tuple[str, ...]:
        return tuple(f"kawasan-{number:02}" for number in range(self.groups))


LARGE = OfficeSize()


def make_large_office(data: Path, size: OfficeSize, clock: Clock) -> Installation:
    """Found an office of `size` at `data` and lay everything in; no hub may run there."""
    installation = Installation(data)
    data.mkdir(parents=True, exist_ok=True)
    found_by_one(data, size.group_names, clock)
    hub = installation.hub_folder
    (hub / "media").mkdir(parents=True, exist_ok=True)
    files = _Files(AssetStore(hub / "media"))
    now = clock.now().replace(microsecond=0)
    engine = open_database(hub / DATABASE_NAME, hub / "backups", clock)
    with Session(engine) as session:
        rows = _Rows(session, now)
        rows.add_media(_media(size, files, now))
        walls = [_wall(number, size) for number in range(size.walls)]
        slots = [_slot(number, size, now) for number in range(size.slots)]
        rows.add_parts(PartKind.DISPLAY, walls)
        rows.add_parts(PartKind.DAYPART, [_daypart(number) for number in range(6)])
        rows.add_parts(PartKind.PLAYLIST, [_playlist(number, size) for number in range(size.playlists)])
        rows.add_parts(PartKind.SLOT, slots[:-UNPUBLISHED])
        rows.add_parts(PartKind.TICKER, [_ticker(number) for number in range(TICKERS)])
        rows.add_hours(walls)
        rows.publish(size.group_names)
        rows.add_parts(PartKind.SLOT, slots[-UNPUBLISHED:])
        rows.finish()
    engine.dispose()
    return installation


def _word(number: int) -> str:
    return WORDS[number % len(WORDS)]


def _digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()


def _wall(number: int, size: OfficeSize) -> Display:
    canvas = Canvas(*SHAPES[number % len(SHAPES)])
    groups = (size.group_names[number % size.groups], "semua")
    name = f"Layar {number} {PLACES[number % len(PLACES)]}"
    return wall(f"w{number:03}", name=name, canvas=canvas, groups=groups)


def _daypart(number: int) -> Daypart:
    return Daypart(f"d{number}", f"Bagian hari {number}", (hours(f"{6 + number * 2:02}:00-{8 + number * 2:02}:00"),))


def _ticker(number: int) -> Ticker:
    return Ticker(f"t{number:02}", f"Teks {number} {_word(number)}", (RunningText(" ".join([_word(number)] * 8)),))


def _playlist(number: int, size: OfficeSize) -> Any:
    shown = min(SHOWN_MEDIA, size.media)
    entries = (PlaylistEntry(f"m{(number * 7 + at * 4) % shown // 4 * 4:05}") for at in range(ENTRIES))
    return playlist(f"p{number:03}", *entries)


def _slot(number: int, size: OfficeSize, now: datetime) -> Slot:
    starts = 6 + number * 5 % 14
    when = f"{starts:02}:{number % 4 * 15:02}-{starts + 1 + number % 3:02}:{number % 4 * 15:02}"
    first = now.date() - timedelta(days=number % 60)
    fields: dict[str, Any] = {
        "name": f"{_word(number)} {number}",
        "display_ids": _walls_of(number, size),
        "recurrence": _repeats(number, first),
        "created_at": now - timedelta(minutes=number),
        "priority": 50 if number % 5 else 20 + number % 60,
    }
    list_id = f"p{number % size.playlists:03}"
    if number % 25 == 0:
        return interrupt(f"s{number:04}", list_id, 2 + number % 3, when, **fields)
    return slot(f"s{number:04}", list_id, when, **fields)


def _repeats(number: int, first: date) -> Recurrence:
    rule = RULES[number % len(RULES)]
    return Recurrence(first, first + timedelta(days=200), rule) if rule else Recurrence(first, None)


def _walls_of(number: int, size: OfficeSize) -> tuple[str, ...]:
    """One in twenty runs on all walls, five in twenty on one, the others on some of a group."""
    if number % 20 == 0:
        return tuple(f"w{each:03}" for each in range(size.walls))
    if number % 20 < 6:
        return (f"w{number % size.walls:03}",)
    mine = [f"w{each:03}" for each in range(number % size.groups, size.walls, size.groups)]
    return tuple(mine[: 1 + number % len(mine)])


class _Files:
    """The few real files that media share."""

    def __init__(self, store: AssetStore) -> None:
        self.thumbnails = [store.add_bytes(_drawn(number, (320, 180), "JPEG")).sha256 for number in range(THUMBNAILS)]
        self.pictures: dict[tuple[int, int], list[Asset]] = {}
        for shape in SHAPES:
            stored = [store.add_bytes(_drawn(number, shape, "PNG")) for number in range(PICTURES)]
            self.pictures[shape] = [Asset(each.sha256, each.size_bytes, AssetKind.PICTURE) for each in stored]


def _drawn(number: int, size: tuple[int, int], kind: str) -> bytes:
    picture = Image.new("RGB", size, (number * 37 % 200, number * 61 % 200, number * 89 % 200))
    drawing = ImageDraw.Draw(picture)
    for at in range(0, size[0], 16):
        drawing.line([(at, 0), (size[0] - at, size[1])], fill=(at % 256, 160, number * 5 % 256), width=3)
    written = io.BytesIO()
    picture.save(written, kind)
    return written.getvalue()


def _media(size: OfficeSize, files: _Files, now: datetime) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Rows of media with those of their renditions."""
    for number in range(size.media):
        kind = _kind_of(number)
        moving = kind is MediumKind.VIDEO
        width, height = SHAPES[number % 3] if number % 2 else (1920, 1080)
        made = now - timedelta(minutes=number)
        row = {
            "id": f"m{number:05}",
            "title": f"{_word(number).capitalize()} {_word(number * 7)} {number}",
            "kind": kind.value,
            "state": (MediumState.FAILED if number % 997 == 996 else MediumState.READY).value,
            "message": "damaged" if number % 997 == 996 else "",
            "version": number + 1,
            "created_at": made,
            "updated_at": made,
            "source_name": f"IMG_{number:05}.jpg",
            "source_sha256": _digest(f"source {number}"),
            "size_bytes": 200_000 + number * 1000,
            "width_px": width,
            "height_px": height,
            "duration_ms": 8000 + number % 40 * 500 if moving else None,
            "has_sound": moving and number % 3 == 0,
            "tags": [_word(number * 5), f"dinas {number % 30}"],
            "expires_at": now + timedelta(days=number % 90) if number % 9 == 0 else None,
            "thumbnail_sha256": files.thumbnails[number % THUMBNAILS],
            "folder": f"Dinas {number % 40}/2026",
            "look": f"{number * 0x9E3779B97F4A7C15 % (1 << 64):016x}",
        }
        yield row, [_rendition(number, shape, files, moving=moving) for shape in SHAPES]


def _kind_of(number: int) -> MediumKind:
    """Every fourth is a picture, so that those of playlists are: one of twenty a document, the others films."""
    if number % 4 == 0 or number % 10 > 3:
        return MediumKind.PICTURE
    return MediumKind.DOCUMENT if number % 20 == 1 else MediumKind.VIDEO


def _rendition(number: int, shape: tuple[int, int], files: _Files, *, moving: bool) -> dict[str, Any]:
    asset = files.pictures[shape][number % PICTURES]
    if moving:
        length = timedelta(milliseconds=8000 + number % 40 * 500)
        asset = Asset(_digest(f"film {number} {shape}"), 900_000, AssetKind.VIDEO, length, number % 3 == 0)
    return {
        "medium_id": f"m{number:05}",
        "format": f"{shape[0]}x{shape[1]}@30",
        "recipe": "contain sound page 1",
        "asset": asset_to_dict(asset),
        "sha256": asset.sha256,
    }


class _Rows:
    """Lays rows in, many at a time."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session, self._now = session, now
        self._version = 1_000_000

    def add_media(self, media: Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]) -> None:
        found = list(media)
        self._session.execute(insert(MediumRow), [row for row, _ in found])
        self._session.execute(insert(RenditionRow), [each for _, renditions in found for each in renditions])

    def add_parts(self, kind: PartKind, values: list[Any]) -> None:
        form, parts, references = FORMS[kind], [], []
        for value in values:
            self._version += 1
            parts.append(
                {
                    "kind": kind.value,
                    "id": value.id,
                    "name": value.name,
                    "version": self._version,
                    "updated_at": self._now,
                    "updated_by": "",
                    "document": form.write(value),
                }
            )
            references += [(kind.value, value.id, *target) for target in sorted(set(form.targets(value)))]
        self._session.execute(insert(PartRow), parts)
        names = ("kind", "id", "target_kind", "target_id")
        if references:
            self._session.execute(insert(ReferenceRow), [dict(zip(names, each, strict=True)) for each in references])

    def add_hours(self, walls: list[Display]) -> None:
        """A week of what every wall told of itself."""
        rows = []
        for back in range(1, HEALTH_HOURS + 1):
            starts = self._now.replace(minute=0, second=0) - timedelta(hours=back)
            figures = HourFigures(starts_ms=round(starts.timestamp() * 1000), items=360, presented=107_000, seams=360)
            document = figures.model_dump(mode="json", exclude_none=True)
            rows += [{"display_id": each.id, "starts": starts, "document": document} for each in walls]
        self._session.execute(insert(WallHourRow), rows)

    def publish(self, groups: tuple[str, ...]) -> None:
        """As if the drafts of now had been published."""
        work = UnitOfWork(self._session, self._now)
        for group in groups:
            document = programme_to_dict(draft_programme(work, group).programme)
            revision = int(document["revision"])
            told = Publication(group=group, revision=revision, published_at=self._now, digest=_digest(group))
            work.publications.add(told, document)

    def finish(self) -> None:
        self._session.merge(CounterRow(name="version", value=self._version))
        self._session.commit()
