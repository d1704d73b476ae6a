"""Every number, name and list from outside is bounded, and a complaint names the field."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from schedules.alert import AlertPicture
from schedules.clock import Clock, SystemClock
from schedules.display import Canvas
from schedules.errors import InvalidValue, UnknownName
from schedules.playlist import Asset, AssetKind, Medium, PlaylistEntry, Rendition
from schedules.position import Position
from schedules.programme import Programme
from schedules.proof import PlayRecord, ShowingKind
from schedules.recurrence import HolidaySet
from schedules.region import Region
from schedules.slot import SlotKind
from schedules.span import Span
from tests.builders import alert, asset, at, every_day, hours, interrupt, playlist, programme, slot, video, wall

NOW = at("2026-11-22 08:00")
LATER = NOW + timedelta(hours=1)


def record(**changes: object) -> PlayRecord:
    fields = {"id": "r", "display_id": "tugu", "kind": ShowingKind.LOOP, "starts": NOW, "ends": LATER, "revision": 1}
    return PlayRecord(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("display.id", lambda: wall("Tugu Adipura")),
        ("display.id", lambda: wall("-tugu")),
        ("display.name", lambda: wall(name=" ")),
        ("display.name", lambda: wall(name="x" * 201)),
        ("display.name", lambda: wall(name="two\nlines")),
        ("time_zone", lambda: wall(time_zone="Asia/Luwuk")),
        ("time_zone", lambda: wall(time_zone="../etc/passwd")),
        ("display.frame_rate", lambda: wall(frame_rate=24)),
        ("display.groups", lambda: wall(groups=())),
        ("display.groups", lambda: wall(groups=("a", "a"))),
        ("display.groups", lambda: wall(groups=("A",))),
        ("display.fingerprint", lambda: wall(fingerprint="abc")),
        ("canvas.width_px", lambda: Canvas(15, 100)),
        ("canvas.height_px", lambda: Canvas(100, 16385)),
        ("canvas.height_px", lambda: Canvas(8192, 4096)),
        ("canvas.x_px", lambda: Canvas(100, 100, x_px=True)),
        ("canvas.rotation_degrees", lambda: Canvas(100, 100, rotation_degrees=45)),
        ("canvas.mask", lambda: Canvas(100, 100, mask=((0, 0), (1, 1)))),
        ("canvas.mask.x", lambda: Canvas(100, 100, mask=((0, 0), (101, 0), (0, 9)))),
        ("canvas.regions", lambda: Canvas(100, 100, regions=(Region("jam", 50, 50, 51, 10),))),
        ("asset.sha256", lambda: Asset("ABC", 1, AssetKind.PICTURE)),
        ("asset.size_bytes", lambda: Asset("0" * 64, 0, AssetKind.PICTURE)),
        ("asset.duration", lambda: Asset("0" * 64, 1, AssetKind.VIDEO)),
        ("asset.duration", lambda: Asset("0" * 64, 1, AssetKind.PICTURE, timedelta(seconds=1))),
        ("asset.duration", lambda: asset("a", 0.4)),
        ("asset.duration", lambda: asset("a", 86_401)),
        ("asset.duration", lambda: asset("a", 1.0005)),
        ("rendition.format", lambda: Rendition("big", asset("a"))),
        ("medium.renditions", lambda: Medium("a", "A", (Rendition("1x1@1", asset("a")),) * 2)),
        ("entry.duration", lambda: PlaylistEntry("a", timedelta(0))),
        ("entry.valid_until", lambda: PlaylistEntry("a", valid_from=LATER, valid_until=NOW)),
        (
            "entry.valid_from",
            lambda: PlaylistEntry("a", valid_from=datetime(2026, 1, 1, tzinfo=ZoneInfo("Asia/Tokyo"))),
        ),
        ("entry.share", lambda: PlaylistEntry("a", share=0)),
        ("entry.volume", lambda: PlaylistEntry("a", volume=101)),
        ("playlist.entries", lambda: playlist("a", *["a"] * 1001)),
        ("slot.priority", lambda: slot("s", "ab", priority=101)),
        ("slot.daypart_id", lambda: slot("s", "ab", "08:00-09:00", daypart_id="pagi")),
        ("slot.daypart_id", lambda: slot("s", "ab", daypart_id="Jam Sibuk")),
        ("slot.plays_per_hour", lambda: interrupt("s", "ab", 61)),
        ("slot.plays_per_hour", lambda: slot("s", "ab", kind=SlotKind.INTERRUPT)),
        ("slot.plays_per_hour", lambda: slot("s", "ab", plays_per_hour=1)),
        ("slot.display_ids", lambda: slot("s", "ab", display_ids=())),
        ("slot.created_at", lambda: slot("s", "ab", created_at=datetime(2026, 1, 1))),  # noqa: DTZ001
        ("holidays.dates", lambda: HolidaySet("h", "H", [])),  # type: ignore[arg-type]
        ("alert.expires", lambda: alert(expires=NOW)),
        ("alert.expires", lambda: alert(expires=NOW + timedelta(days=9))),
        ("alert.display_ids", lambda: alert(display_ids=("Tugu",))),
        ("alert.supersedes", lambda: alert(supersedes=("",))),
        ("alert.picture.format", lambda: AlertPicture("big", "0" * 64)),
        ("alert.picture.sha256", lambda: AlertPicture("1x1@1", "0")),
        ("alert.picture.page", lambda: AlertPicture("1x1@1", "0" * 64, 16)),
        ("alert.pictures", lambda: alert(pictures=(AlertPicture("1x1@1", "0" * 64),) * 2)),
        ("alert.pictures", lambda: alert(pictures=(AlertPicture("1x1@1", "0" * 64, 1),))),
        ("alert.kind", lambda: alert(kind="Banjir!")),
        ("alert.area", lambda: alert(area="L" * 201)),
        ("alert.source", lambda: alert(source="BMKG\n")),
        ("alert.page_seconds", lambda: alert(page_seconds=9)),
        ("alert.corrects", lambda: alert(corrects="gempa", supersedes=("banjir-lama",))),
        ("position.latitude", lambda: Position(90.1, 0)),
        ("position.longitude", lambda: Position(0, -181)),
        ("position.latitude", lambda: Position(math.nan, 0)),
        ("position.latitude", lambda: Position(True, 0)),
        ("record.ends", lambda: record(starts=LATER, ends=NOW)),
        ("record.medium_id", lambda: record(medium_id="A B")),
        ("record.sha256", lambda: record(sha256="0")),
        ("record.presented", lambda: record(presented=-1)),
        ("span.ends", lambda: Span(NOW, NOW)),
        ("span.starts", lambda: Span(datetime(2026, 1, 1), NOW)),  # noqa: DTZ001
    ],
)
def test_a_value_out_of_bounds_is_refused_by_name(field: str, make: Callable[[], object]) -> None:
    with pytest.raises(InvalidValue) as caught:
        make()
    assert caught.value.field == field
    assert str(caught.value) == f"{field}: {caught.value.message}"


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: programme(slot("s", "gone")), "slot 'S' names the playlist 'gone'"),
        (lambda: programme(slot("s", "ab", display_ids=("gone",))), "slot 'S' names the display 'gone'"),
        (lambda: programme(slot("s", "ab", daypart_id="gone")), "slot 'S' names the daypart 'gone'"),
        (
            lambda: programme(slot("s", "ab", recurrence=every_day(except_holidays=("gone",)))),
            "slot 'S' names the holiday set 'gone'",
        ),
        (lambda: programme(playlists=(playlist("x", "gone"),), filler_id=None), "playlist 'X' names the medium 'gone'"),
        (lambda: programme(filler_id="gone"), "filler names the playlist 'gone'"),
        (lambda: programme(slate_id="gone"), "slate names the medium 'gone'"),
    ],
)
def test_a_programme_is_whole_in_itself(make: Callable[[], Programme], complaint: str) -> None:
    with pytest.raises(UnknownName) as caught:
        make()
    assert complaint in str(caught.value)


def test_a_programme_names_every_part_once() -> None:
    with pytest.raises(InvalidValue, match=r"programme\.media: 'a' is listed twice"):
        programme(media=(video("a", 1), video("a", 2)))


def test_where_a_wall_stands_is_kept_to_a_decimetre() -> None:
    assert Position(-0.9516271828, 122) == Position(-0.951627, 122.0)


def test_the_pages_of_an_alert_come_in_order_and_neutral_ones_fall_back_to_the_usual() -> None:
    tall, wide = "640x384@30", "512x256@30"
    pictures = (
        AlertPicture(tall, "b" * 64, 1),
        AlertPicture(tall, "a" * 64),
        AlertPicture(tall, "c" * 64, neutral=True),
        AlertPicture(wide, "d" * 64),
    )
    given = alert(pictures=pictures)
    assert [page.sha256[0] for page in given.pages(tall)] == ["a", "b"]
    assert [page.sha256[0] for page in given.pages(tall, neutral=True)] == ["c"]
    assert [page.sha256[0] for page in given.pages(wide, neutral=True)] == ["d"]
    assert given.pages("1x1@30") == ()


def test_a_wall_takes_the_pictures_of_its_own_format_or_else_of_the_nearest_size() -> None:
    given = alert(pictures=tuple(AlertPicture(name, "0" * 64) for name in ("640x384@30", "512x256@30", "640x384@25")))
    assert [given.nearest_format(name) for name in ("640x384@25", "640x380@50", "256x128@30", "")] == [
        "640x384@25",
        "640x384@25",
        "512x256@30",
        "512x256@30",
    ]
    assert alert().nearest_format("640x384@30") == ""


def test_walls_of_one_size_and_rate_share_a_format() -> None:
    assert wall().format == wall("taman").format == "640x384@30"
    assert video("a", 1).asset_for("1x1@1") is None


def test_spans_are_half_open_and_meet_where_they_overlap() -> None:
    whole = Span(NOW, LATER)
    assert whole.contains(NOW)
    assert not whole.contains(LATER)
    assert whole.meet(Span(LATER, LATER + timedelta(hours=1))) is None
    assert whole.meet(Span(NOW - timedelta(hours=1), LATER - timedelta(minutes=1))) == Span(
        NOW, LATER - timedelta(minutes=1)
    )
    assert whole.length == timedelta(hours=1)


def test_the_systems_clock_is_in_utc_and_never_runs_back() -> None:
    clock: Clock = SystemClock()
    assert clock.now().tzinfo is UTC
    first = clock.monotonic()
    assert clock.monotonic() >= first


def test_hours_may_be_given_to_the_second() -> None:
    assert hours("06:30:15-07:00").starts.second == 15
