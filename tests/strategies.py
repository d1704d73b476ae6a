"""Hypothesis strategies for whole, valid schedule values."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from schedules.alert import Alert, AlertLevel, AlertPicture
from schedules.daypart import EVERY_DAY, Daypart, Hours
from schedules.display import FRAME_RATES, Canvas, Display, Region
from schedules.playlist import Arrangement, Asset, AssetKind, Medium, Playlist, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.proof import PlayRecord, ShowingKind
from schedules.recurrence import HolidaySet, Recurrence
from schedules.slot import DisplayException, Slot, SlotKind

MONDAY = date(2026, 11, 16)
FORMATS = ("640x384@30", "512x256@30")
ZONES = ("Asia/Makassar", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
RULES = (
    "",
    "FREQ=DAILY;INTERVAL=2",
    "FREQ=DAILY;COUNT=9",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR,SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA",
    "FREQ=WEEKLY;UNTIL=20261128",
    "FREQ=MONTHLY;BYMONTHDAY=22,23",
    "FREQ=MONTHLY;BYDAY=-1MO",
)

ids = st.from_regex(r"\A[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?\Z")
names = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=40).filter(
    lambda name: bool(name.strip())
)
days = st.dates(date(2026, 11, 1), date(2026, 12, 31))
sha256s = st.from_regex(r"\A[0-9a-f]{64}\Z")
instants = st.datetimes(datetime(1971, 1, 1), datetime(2190, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
seconds = st.integers(1, 60).map(lambda count: timedelta(seconds=count))
quarters = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))


def near(start: date = date(2026, 11, 21), days: int = 4) -> st.SearchStrategy[datetime]:
    """Instants on a whole five minutes within some days of the tests' week."""
    midnight = datetime.combine(start, time(), UTC)
    return st.integers(0, days * 288).map(lambda count: midnight + count * timedelta(minutes=5))


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    weekdays = draw(st.one_of(st.just(set(EVERY_DAY)), st.sets(st.sampled_from(EVERY_DAY), min_size=1)))
    return Hours(draw(quarters), draw(quarters), tuple(sorted(weekdays)))


dayparts = st.builds(Daypart, ids, names, st.lists(hours(), min_size=1, max_size=3).map(tuple))
holiday_sets = st.builds(HolidaySet, ids, names, st.lists(days, max_size=5, unique=True).map(tuple))


@st.composite
def recurrences(draw: st.DrawFn, holiday_ids: tuple[str, ...] = ()) -> Recurrence:
    first = draw(st.dates(date(2026, 11, 1), date(2026, 11, 24)))
    if draw(st.sampled_from((True, True, False))):
        return Recurrence(first, date(2026, 12, 31), draw(st.sampled_from(("", "", *RULES))))
    some = st.lists(st.sampled_from(holiday_ids), unique=True, max_size=2) if holiday_ids else st.just([])
    few_days = st.lists(st.dates(date(2026, 11, 20), date(2026, 11, 26)), max_size=2, unique=True).map(tuple)
    return Recurrence(
        first=first,
        last=draw(st.one_of(st.none(), st.integers(0, 40).map(lambda n: first + timedelta(days=n)))),
        rule=draw(st.sampled_from(RULES)),
        include_dates=draw(few_days),
        except_dates=draw(few_days),
        include_holidays=tuple(draw(some)),
        except_holidays=tuple(draw(some)),
    )


@st.composite
def assets(draw: st.DrawFn) -> Asset:
    kind = draw(st.sampled_from(AssetKind))
    return Asset(
        sha256=draw(sha256s),
        size_bytes=draw(st.integers(1, 1 << 40)),
        kind=kind,
        duration=draw(seconds) if kind is AssetKind.VIDEO else None,
        has_sound=draw(st.booleans()),
    )


@st.composite
def entries(draw: st.DrawFn, medium_ids: tuple[str, ...]) -> PlaylistEntry:
    limits = sorted({draw(near()), draw(near())})
    valid_from = draw(st.sampled_from([None, None, limits[0]]))
    return PlaylistEntry(
        medium_id=draw(st.sampled_from(medium_ids)),
        duration=draw(st.one_of(st.none(), seconds)),
        valid_from=valid_from,
        valid_until=draw(st.sampled_from([None, None, limits[-1]])) if limits[-1] != valid_from else None,
        share=draw(st.integers(1, 5)),
        volume=draw(st.integers(0, 100)),
    )


def displays(ids: st.SearchStrategy[str] = ids, zones: tuple[str, ...] = ZONES) -> st.SearchStrategy[Display]:
    region = st.builds(Region, ids, *[st.integers(0, 100)] * 2, *[st.integers(1, 100)] * 2)
    canvas = st.builds(
        Canvas,
        width_px=st.sampled_from((640, 512)),
        height_px=st.sampled_from((384, 256)),
        x_px=st.integers(0, 99),
        rotation_degrees=st.sampled_from((0, 90, 180, 270)),
        mask=st.sampled_from([(), ((0, 0), (100, 0), (0, 100))]),
        regions=st.lists(region, max_size=2, unique_by=lambda r: r.name).map(tuple),
    )
    return st.builds(
        Display,
        id=ids,
        name=names,
        time_zone=st.sampled_from(zones),
        canvas=canvas,
        frame_rate=st.sampled_from(FRAME_RATES),
        fingerprint=st.one_of(st.just(""), sha256s),
    )


@st.composite
def slots(draw: st.DrawFn, id: str, programme: dict[str, Any], kinds: tuple[SlotKind, ...]) -> Slot:
    kind = draw(st.sampled_from(kinds))
    daypart_ids = [daypart.id for daypart in programme["dayparts"]]
    daypart_id = draw(st.sampled_from([None, *daypart_ids]))
    few_days = st.lists(st.dates(date(2026, 11, 21), date(2026, 11, 25)), min_size=1, max_size=2, unique=True)
    exception = st.builds(DisplayException, st.just(programme["displays"][0].id), few_days.map(tuple))
    return Slot(
        id=id,
        name=draw(names),
        playlist_id=draw(st.sampled_from([playlist.id for playlist in programme["playlists"]])),
        display_ids=tuple(display.id for display in programme["displays"]),
        recurrence=draw(recurrences(tuple(holidays.id for holidays in programme["holidays"]))),
        created_at=draw(near()),
        hours=None if daypart_id else draw(st.one_of(st.none(), hours())),
        daypart_id=daypart_id,
        priority=draw(st.sampled_from((30, 50, 70))),
        kind=kind,
        plays_per_hour=draw(st.sampled_from((1, 2, 3, 4, 6, 12, 30))) if kind is SlotKind.INTERRUPT else None,
        exceptions=draw(st.lists(exception, max_size=1).map(tuple)),
    )


@st.composite
def programmes(
    draw: st.DrawFn,
    kinds: tuple[SlotKind, ...] = tuple(SlotKind),
    zones: tuple[str, ...] = ZONES,
    arrangements: tuple[Arrangement, ...] = tuple(Arrangement),
) -> Programme:
    """A programme with one wall, ``wall``, whose slots crowd the days around 22 November 2026."""
    display = draw(displays(st.just("wall"), zones))
    right = st.builds(Rendition, st.just(display.format), assets())
    wrong = st.builds(Rendition, st.just("1x1@1"), assets())
    renditions = st.one_of(right, right, right, wrong).map(lambda rendition: (rendition,))
    media = tuple(Medium(f"m{n}", draw(names), draw(renditions)) for n in range(draw(st.integers(1, 4))))
    some = entries(tuple(medium.id for medium in media))
    entry_lists = st.lists(some, min_size=draw(st.sampled_from((1, 1, 1, 0))), max_size=4).map(tuple)
    playlists = tuple(
        Playlist(f"p{n}", draw(names), draw(entry_lists), draw(st.sampled_from(arrangements)))
        for n in range(draw(st.integers(1, 3)))
    )
    fields: dict[str, Any] = {
        "displays": (display,),
        "media": media,
        "playlists": playlists,
        "dayparts": tuple(draw(st.lists(dayparts, max_size=1))),
        "holidays": tuple(draw(st.lists(holiday_sets, max_size=1))),
    }
    fields["slots"] = tuple(
        draw(slots(f"s{n}", fields, kinds)) for n in range(draw(st.sampled_from((5, 4, 3, 2, 1, 0))))
    )
    return Programme(
        group="utama",
        revision=draw(st.integers(0, 1 << 40)),
        made_at=draw(instants),
        valid_until=draw(st.one_of(*[st.just(datetime(2028, 1, 1, tzinfo=UTC))] * 3, near())),
        filler_id=draw(st.sampled_from([None, playlists[0].id])),
        slate_id=draw(st.sampled_from([None, media[0].id])),
        **fields,
    )


@st.composite
def alerts(draw: st.DrawFn, ids: st.SearchStrategy[str] = ids) -> Alert:
    effective = draw(near())
    picture = st.builds(AlertPicture, st.sampled_from(FORMATS), sha256s)
    return Alert(
        id=draw(ids),
        headline=draw(names),
        level=draw(st.sampled_from(AlertLevel)),
        issued_at=draw(near()),
        effective=effective,
        expires=effective + draw(st.integers(1, 3000)) * timedelta(minutes=1),
        display_ids=draw(st.sampled_from([(), ("wall",), ("other",)])),
        supersedes=tuple(draw(st.lists(ids, max_size=2))),
        pictures=tuple(draw(st.lists(picture, max_size=2, unique_by=lambda p: p.format))),
        drill=draw(st.booleans()),
    )


@st.composite
def play_records(draw: st.DrawFn) -> PlayRecord:
    starts, ends = sorted((draw(instants), draw(instants)))
    return PlayRecord(
        id=draw(ids),
        display_id=draw(ids),
        kind=draw(st.sampled_from(ShowingKind)),
        starts=starts,
        ends=ends,
        revision=draw(st.integers(0, 1 << 40)),
        slot_id=draw(st.one_of(st.just(""), ids)),
        medium_id=draw(st.one_of(st.just(""), ids)),
        sha256=draw(st.one_of(st.just(""), sha256s)),
        presented=draw(st.integers(0, 1 << 40)),
    )


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
