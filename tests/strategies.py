"""Hypothesis strategies for whole, valid schedule values.

Drawing costs more than what is tested with it, so what is drawn often is built once, here, and drawn in few choices.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from schedules.alert import Alert, AlertLevel, AlertPicture, AlertSound
from schedules.clock_face import ClockStyle
from schedules.daypart import EVERY_DAY, Daypart, Hours
from schedules.display import FRAME_RATES, Canvas, Display
from schedules.playlist import Arrangement, Asset, AssetKind, Medium, Playlist, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.proof import PlayRecord, ShowingKind
from schedules.recurrence import HolidaySet, Recurrence
from schedules.region import Corner, Logo, Region, RegionKind
from schedules.slot import DisplayException, Slot, SlotKind
from schedules.stream import LiveStream
from schedules.ticker import RunningText, Ticker
from schedules.transition import CUT, Motion, Transition, TransitionKind

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

ids = st.text("abc019-", min_size=1, max_size=10).map(lambda drawn: drawn.strip("-") or "a")
names = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=40).filter(
    lambda name: bool(name.strip())
)
days = st.dates(date(2026, 11, 1), date(2026, 12, 31))
sha256s = st.binary(min_size=32, max_size=32).map(bytes.hex)
instants = st.datetimes(datetime(1971, 1, 1), datetime(2190, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
seconds = st.integers(1, 60).map(lambda count: timedelta(seconds=count))
quarters = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))
_SATURDAY = datetime(2026, 11, 21, tzinfo=UTC)
near = st.integers(0, 4 * 288).map(lambda count: _SATURDAY + count * timedelta(minutes=5))
"""Instants on a whole five minutes within some days of the tests' week."""
_some_weekdays = st.sets(st.sampled_from(EVERY_DAY), min_size=1).map(lambda drawn: tuple(sorted(drawn)))
_hours = st.builds(Hours, quarters, quarters, st.one_of(st.just(EVERY_DAY), _some_weekdays))
_hours_or_all_day = st.one_of(st.none(), _hours)
_rules, _rules_or_daily = st.sampled_from(RULES), st.sampled_from(("", "", *RULES))
_first_days = st.dates(date(2026, 11, 1), date(2026, 11, 24))
_few_days = st.lists(st.dates(date(2026, 11, 20), date(2026, 11, 26)), max_size=2, unique=True).map(tuple)
_days_long = st.one_of(st.none(), st.integers(0, 40))
_FIFTH = timedelta(milliseconds=200)
_durations = st.one_of(st.none(), seconds)
_twice_of_three = st.sampled_from((True, True, False))
_once_of_three = st.sampled_from((False, False, True))
_kinds, _sizes = st.sampled_from(AssetKind), st.integers(1, 1 << 40)
_shares, _volumes = st.integers(1, 5), st.integers(0, 100)

dayparts = st.builds(Daypart, ids, names, st.lists(_hours, min_size=1, max_size=3).map(tuple))
holiday_sets = st.builds(HolidaySet, ids, names, st.lists(days, max_size=5, unique=True).map(tuple))


@st.composite
def recurrences(draw: st.DrawFn, holiday_ids: tuple[str, ...] = ()) -> Recurrence:
    first = draw(_first_days)
    if draw(_twice_of_three):
        return Recurrence(first, date(2026, 12, 31), draw(_rules_or_daily))
    some = st.lists(st.sampled_from(holiday_ids), unique=True, max_size=2) if holiday_ids else st.just([])
    days_long = draw(_days_long)
    return Recurrence(
        first=first,
        last=None if days_long is None else first + timedelta(days=days_long),
        rule=draw(_rules),
        include_dates=draw(_few_days),
        except_dates=draw(_few_days),
        include_holidays=tuple(draw(some)),
        except_holidays=tuple(draw(some)),
    )


@st.composite
def assets(draw: st.DrawFn) -> Asset:
    kind = draw(_kinds)
    return Asset(
        sha256=draw(sha256s),
        size_bytes=draw(_sizes),
        kind=kind,
        duration=draw(seconds) if kind is AssetKind.VIDEO else None,
        has_sound=draw(st.booleans()),
    )


@st.composite
def entries(draw: st.DrawFn, medium_ids: st.SearchStrategy[str]) -> PlaylistEntry:
    valid_from, valid_until = draw(validities())
    return PlaylistEntry(
        medium_id=draw(medium_ids),
        duration=draw(_durations),
        valid_from=valid_from,
        valid_until=valid_until,
        share=draw(_shares),
        volume=draw(_volumes),
    )


@st.composite
def validities(draw: st.DrawFn) -> tuple[datetime | None, datetime | None]:
    """From when and until when something is valid, where it is limited."""
    valid_from = draw(near) if draw(_once_of_three) else None
    valid_until = draw(near) if draw(_once_of_three) else None
    if valid_from and valid_until:
        valid_from, valid_until = min(valid_from, valid_until), max(valid_from, valid_until) + timedelta(minutes=5)
    return valid_from, valid_until


_regions = st.builds(Region, ids, *[st.integers(0, 100)] * 2, *[st.integers(1, 100)] * 2)
_canvases = st.builds(
    Canvas,
    width_px=st.sampled_from((640, 512)),
    height_px=st.sampled_from((384, 256)),
    x_px=st.integers(0, 99),
    rotation_degrees=st.sampled_from((0, 90, 180, 270)),
    mask=st.sampled_from([(), ((0, 0), (100, 0), (0, 100))]),
    regions=st.lists(_regions, max_size=2, unique_by=lambda region: region.name).map(tuple),
)
displays = st.builds(
    Display,
    id=st.just("wall"),
    name=names,
    time_zone=st.sampled_from(ZONES),
    canvas=_canvases,
    frame_rate=st.sampled_from(FRAME_RATES),
    fingerprint=st.one_of(st.just(""), sha256s),
)
_assets = assets()
_exception_days = st.lists(st.dates(date(2026, 11, 21), date(2026, 11, 25)), min_size=1, max_size=2, unique=True)
_exceptions = st.lists(st.builds(DisplayException, st.just("wall"), _exception_days.map(tuple)), max_size=1).map(tuple)
_priorities, _per_hour = st.sampled_from((30, 50, 70)), st.sampled_from((1, 2, 3, 4, 6, 12, 30))


@st.composite
def slots(draw: st.DrawFn, id: str, programme: dict[str, Any], kinds: st.SearchStrategy[SlotKind]) -> Slot:
    kind = draw(kinds)
    daypart_id = draw(st.sampled_from([None, *(daypart.id for daypart in programme["dayparts"])]))
    return Slot(
        id=id,
        name=programme["displays"][0].name,
        playlist_id=draw(st.sampled_from([playlist.id for playlist in programme["playlists"]])),
        display_ids=("wall",),
        recurrence=draw(recurrences(tuple(holidays.id for holidays in programme["holidays"]))),
        created_at=draw(near),
        hours=None if daypart_id else draw(_hours_or_all_day),
        daypart_id=daypart_id,
        priority=draw(_priorities),
        kind=kind,
        plays_per_hour=draw(_per_hour) if kind is SlotKind.INTERRUPT else None,
        exceptions=draw(_exceptions),
    )


_three_of_four, _least_entries = st.sampled_from((True, True, True, False)), st.sampled_from((1, 1, 1, 0))
_few_dayparts, _few_holidays = st.lists(dayparts, max_size=1).map(tuple), st.lists(holiday_sets, max_size=1).map(tuple)
_how_many_slots = st.sampled_from((5, 4, 3, 2, 1, 0))
_ends = st.one_of(*[st.just(datetime(2028, 1, 1, tzinfo=UTC))] * 3, near)


@st.composite
def programmes(
    draw: st.DrawFn,
    kinds: tuple[SlotKind, ...] = tuple(SlotKind),
    arrangements: tuple[Arrangement, ...] = tuple(Arrangement),
) -> Programme:
    """A programme with one wall, ``wall``, whose slots crowd the days around 22 November 2026."""
    display, name = draw(displays), draw(names)
    media = tuple(
        Medium(f"m{n}", name, (Rendition(display.format if draw(_three_of_four) else "1x1@1", draw(_assets)),))
        for n in range(draw(st.integers(1, 4)))
    )
    some = entries(st.sampled_from([medium.id for medium in media]))
    entry_lists = st.lists(some, min_size=draw(_least_entries), max_size=4).map(tuple)
    playlists = tuple(
        Playlist(f"p{n}", name, draw(entry_lists), draw(st.sampled_from(arrangements)))
        for n in range(draw(st.integers(1, 3)))
    )
    fields: dict[str, Any] = {
        "displays": (display,),
        "media": media,
        "playlists": playlists,
        "dayparts": draw(_few_dayparts),
        "holidays": draw(_few_holidays),
    }
    any_kind = st.sampled_from(kinds)
    fields["slots"] = tuple(draw(slots(f"s{n}", fields, any_kind)) for n in range(draw(_how_many_slots)))
    return Programme(
        group="utama",
        revision=draw(_sizes),
        made_at=draw(instants),
        valid_until=draw(_ends),
        filler_id=draw(st.sampled_from([None, playlists[0].id])),
        slate_id=draw(st.sampled_from([None, media[0].id])),
        **fields,
    )


_transitions = st.sampled_from(
    (CUT, Transition(TransitionKind.CROSSFADE, _FIFTH), Transition(TransitionKind.SLIDE, _FIFTH))
)
_streams = st.one_of(st.none(), st.just(LiveStream("rtsp://petugas:sandi@10.0.0.7/live", timedelta(seconds=2))))
_colours = st.sampled_from(("#ffffff", "#0b2545"))
_scenes = st.sampled_from(
    (
        (),
        (Region("utama", 0, 0, 320, 256), Region("sisi", 320, 0, 100, 200)),
        (
            Region("sisi", 320, 0, 100, 200, playlist_id="p0"),
            Region("bawah", 0, 200, 300, 50),
            Region("jam", 420, 0, 90, 30, RegionKind.CLOCK, clock_style=ClockStyle.DATE_TIME),
            Region("teks", 0, 100, 90, 30, RegionKind.TICKER, ticker_ids=("t0",)),
            Region("lambang", 0, 0, 90, 30, RegionKind.LOGO, medium_id="m0"),
        ),
    )
)


@st.composite
def tickers(draw: st.DrawFn, id: str) -> Ticker:
    texts = st.builds(lambda text, limits: RunningText(text, "", *limits), names, validities())
    valid_from, valid_until = draw(validities())
    return Ticker(
        id=id,
        name=draw(names),
        texts=tuple(draw(st.lists(texts, min_size=1, max_size=3))),
        display_ids=draw(st.sampled_from([(), ("wall",)])),
        speed_px_s=draw(st.integers(20, 600)),
        ink=draw(_colours),
        band_percent=draw(st.sampled_from((0, 12))),
        valid_from=valid_from,
        valid_until=valid_until,
    )


@st.composite
def scenes(draw: st.DrawFn) -> Programme:
    """A programme as `programmes` makes it, on a wall in parts, with everything else a scene may have."""
    plain = draw(programmes())
    before = plain.displays[0]
    display = replace(
        before,
        canvas=replace(before.canvas, regions=draw(_scenes)),
        logo=draw(st.sampled_from((None, Logo("m0", Corner.BOTTOM_LEFT, 20)))),
        volume=draw(_volumes),
        quiet_hours=tuple(draw(st.lists(_hours, max_size=2))),
    )
    display = replace(display, sound_region=draw(st.sampled_from(display.loops)))
    regions = st.sampled_from(display.loops)
    return replace(
        plain,
        displays=(display,),
        media=tuple(_with_stream(medium, draw(_streams)) for medium in plain.media),
        playlists=tuple(_dressed(draw, playlist) for playlist in plain.playlists),
        slots=tuple(replace(slot, region=draw(regions), volume=draw(_volumes)) for slot in plain.slots),
        tickers=(draw(tickers("t0")), draw(tickers("t1"))),
    )


def _with_stream(medium: Medium, stream: LiveStream | None) -> Medium:
    pictures = all(rendition.asset.kind is AssetKind.PICTURE for rendition in medium.renditions)
    return replace(medium, stream=stream) if pictures else medium


def _dressed(draw: st.DrawFn, playlist: Playlist) -> Playlist:
    motions, own = st.sampled_from(Motion), st.one_of(st.none(), _transitions)
    entries = tuple(replace(entry, transition=draw(own), motion=draw(motions)) for entry in playlist.entries)
    return replace(playlist, entries=entries, transition=draw(_transitions))


@st.composite
def _pictures(draw: st.DrawFn) -> tuple[AlertPicture, ...]:
    """Some pages of some formats, with neutral ones beside them or not."""
    shapes = draw(st.lists(st.sampled_from(FORMATS), max_size=2, unique=True))
    wordings = ((False, draw(st.integers(1, 3))), (True, draw(st.integers(0, 2))))
    digest = draw(sha256s)
    return tuple(
        AlertPicture(shape, digest, page, neutral)
        for shape in shapes
        for neutral, count in wordings
        for page in range(count)
    )


_minutes = st.integers(1, 3000).map(lambda count: count * timedelta(minutes=1))


_novelties = st.sampled_from(
    (
        {},
        {"kind": "flood", "area": "Kecamatan Luwuk"},
        {"source": "BMKG", "sound": AlertSound.SIREN},
    )
)


@st.composite
def alerts(draw: st.DrawFn, ids: st.SearchStrategy[str] = ids) -> Alert:
    effective = draw(near)
    return Alert(
        id=draw(ids),
        headline=draw(names),
        level=draw(st.sampled_from(AlertLevel)),
        issued_at=draw(near),
        effective=effective,
        expires=effective + draw(_minutes),
        display_ids=draw(st.sampled_from([(), ("wall",), ("other",)])),
        supersedes=tuple(draw(st.lists(ids, max_size=2))),
        pictures=draw(_pictures()),
        drill=draw(_once_of_three),
        page_seconds=draw(st.integers(10, 60)),
        evacuation=draw(st.booleans()),
        **draw(_novelties),
    )


_ids_or_none, _sha256s_or_none = st.one_of(st.just(""), ids), st.one_of(st.just(""), sha256s)


@st.composite
def play_records(draw: st.DrawFn) -> PlayRecord:
    starts, ends = sorted((draw(instants), draw(instants)))
    return PlayRecord(
        id=draw(ids),
        display_id=draw(ids),
        kind=draw(st.sampled_from(ShowingKind)),
        starts=starts,
        ends=ends,
        revision=draw(_sizes),
        slot_id=draw(_ids_or_none),
        medium_id=draw(_ids_or_none),
        sha256=draw(_sha256s_or_none),
        presented=draw(_sizes),
        region=draw(_ids_or_none),
    )


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
