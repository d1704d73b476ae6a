"""The inbox takes what is signed for this very wall and device, and says why it takes nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.delivery.bundle import pack
from content.delivery.news import pack_news
from player.events import Delivered, Event, NewsIncomplete, NotKept, Refusal
from player.faults import FaultBook
from player.identity import Binding, DeviceIdentity
from player.inbox import Inbox
from schedules.alert import AlertLevel, AlertPicture
from schedules.clock import SystemClock
from schedules.display import Canvas
from schedules.programme import Programme
from tests import builders
from tests.fakes.hub_simulator import HubSimulator
from tests.player.rig import PNG

CANVAS = Canvas(500, 260)


class Box:
    """An inbox of the wall ``tugu`` in group ``utama``, and a hub that also serves the group ``taman``."""

    def __init__(self, folder: Path) -> None:
        self.hub = HubSimulator(folder / "hub", ("utama", "taman"))
        self.folder = folder
        self.told: list[Event] = []
        self.faults = FaultBook()
        self.device_id = DeviceIdentity.load_or_make(folder).device_id
        self.inbox = self.opened()

    def opened(self) -> Inbox:
        binding = Binding("tugu", self.hub.repository.bootstrap_root())
        return Inbox(
            self.folder, binding, tell=self.told.append, faults=self.faults, clock=SystemClock(), canvas=CANVAS
        )

    def programme(self, group: str = "utama", wall: str = "tugu", **changes: object) -> Programme:
        display = builders.wall(wall, fingerprint=self.device_id, groups=(group,))
        slot = builders.slot("pagi", "abc", display_ids=(wall,))
        return builders.programme(slot, group=group, displays=(display,), **changes)

    def receive(self, group: str = "utama") -> list[Event]:
        self.told.clear()
        self.inbox.receive(pack(self.hub.repository.bundle_for(group)))
        return self.told


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Box]:
    box = Box(tmp_path)
    yield box
    box.inbox.close()


def test_a_programme_for_this_wall_and_device_is_delivered(box: Box) -> None:
    box.hub.publish(box.programme())
    (delivered,) = box.receive()
    assert isinstance(delivered, Delivered)
    assert delivered.programme == box.programme()
    assert (delivered.alerts, delivered.whole) == ((), True)
    assert box.inbox.confirmed_until is not None
    assert box.inbox.time_floor > datetime(2026, 11, 1, tzinfo=UTC)


def test_a_hub_cannot_swap_walls(box: Box) -> None:
    box.hub.publish(box.programme())
    box.receive()
    box.hub.publish(box.programme("taman", "taman"))
    refusal, *rest = box.receive("taman")
    assert isinstance(refusal, Refusal)
    assert not any(isinstance(event, Delivered) and event.programme for event in rest)
    box.inbox.close()
    box.inbox = box.opened()
    (delivered,) = box.receive()
    assert isinstance(delivered, Delivered)
    assert delivered.programme is not None


def test_a_programme_that_leaves_this_wall_out_is_refused(box: Box) -> None:
    box.hub.publish(box.programme(wall="lain"))
    refusal, after = box.receive()
    assert isinstance(refusal, Refusal)
    assert refusal.rule == "other-display"
    assert "does not name the wall tugu" in refusal.detail
    assert after == Delivered(None, b"", (), whole=False)


def test_a_programme_that_leaves_this_wall_out_later_is_refused_with_its_revision(box: Box) -> None:
    box.hub.publish(box.programme())
    (delivered,) = box.receive()
    assert isinstance(delivered, Delivered)
    box.inbox.expect(box.programme())
    box.hub.publish(box.programme(wall="lain", revision=2))
    refusal, after = box.receive()
    assert isinstance(refusal, Refusal)
    assert (refusal.rule, refusal.revision) == ("other-display", 2)
    assert isinstance(after, Delivered)
    assert (after.programme, after.whole) == (None, False)


@pytest.mark.parametrize("message", [b"", b"rubbish", b"{}"])
def test_what_arrives_damaged_is_told_and_has_to_be_fetched_again(box: Box, message: bytes) -> None:
    box.inbox.receive(message)
    (told,) = box.told
    assert isinstance(told, NotKept)
    assert "not a bundle" in told.detail


def test_a_bundle_of_a_newer_form_is_refused(box: Box) -> None:
    box.inbox.receive(b'{"format": "displayctl-bundle", "version": 9}')
    (refusal,) = box.told
    assert isinstance(refusal, Refusal)


def raise_alert(box: Box, *formats: str) -> dict[str, bytes]:
    """An alert with a picture for walls of each format; the pictures by format."""
    now = datetime.now(UTC)  # noqa: TID251  signatures are judged in real time
    data = {shape: PNG + shape.encode() for shape in formats}
    pictures = tuple(AlertPicture(shape, hashlib.sha256(png).hexdigest()) for shape, png in data.items())
    ends = now + timedelta(hours=1)
    alert = builders.alert(level=AlertLevel.AWAS, pictures=pictures, issued_at=now, effective=now, expires=ends)
    box.hub.raise_alert(alert, {hashlib.sha256(png).hexdigest(): png for png in data.values()}, push=False)
    return data


def picture_shown(event: Event) -> bytes:
    assert isinstance(event, Delivered)
    (live,) = event.alerts
    (page,) = live.pages
    return Path(page).read_bytes()


def test_alerts_come_with_a_picture_for_this_wall_even_before_the_first_programme(box: Box) -> None:
    data = raise_alert(box, "1920x1080@60", "512x256@30", "640x384@30", "0x0@0")
    (delivered,) = box.receive()
    assert picture_shown(delivered) == data["512x256@30"], "the nearest to the canvas, while the format is unknown"
    assert box.faults.sentences(SystemClock().monotonic()) == ()
    box.hub.publish(box.programme())
    *_, delivered = box.receive()
    assert picture_shown(delivered) == data["640x384@30"]
    assert isinstance(delivered, Delivered)
    box.hub.withdraw_alert(delivered.alerts[0].alert.id)
    *_, delivered = box.receive()
    assert isinstance(delivered, Delivered)
    assert delivered.alerts == ()
    assert list((box.folder / "alerts").iterdir()) == []


def test_all_pages_for_this_wall_are_placed_the_neutral_ones_too_and_no_others(box: Box) -> None:
    now = datetime.now(UTC)  # noqa: TID251
    shapes = [("640x384@30", 0, False), ("640x384@30", 1, False), ("640x384@30", 0, True), ("512x256@30", 0, False)]
    data = [PNG + str(shape).encode() for shape in shapes]
    digests = [hashlib.sha256(png).hexdigest() for png in data]
    pictures = tuple(
        AlertPicture(shape, sha256, page, neutral)
        for (shape, page, neutral), sha256 in zip(shapes, digests, strict=True)
    )
    ends = now + timedelta(hours=1)
    alert = builders.alert(pictures=pictures, issued_at=now, effective=now, expires=ends, evacuation=True)
    box.hub.publish(box.programme())
    box.hub.raise_alert(alert, dict(zip(digests, data, strict=True)), push=False)
    (delivered,) = box.receive()
    assert isinstance(delivered, Delivered)
    (live,) = delivered.alerts
    assert [Path(page).read_bytes() for page in (*live.pages, *live.neutral)] == data[:3]
    assert {path.name for path in (box.folder / "alerts").iterdir()} == {f"{sha256}.png" for sha256 in digests[:3]}
    assert live.confirmed, "this office has one officer alone"


def test_what_was_admitted_last_is_told_again_after_a_power_cut(box: Box) -> None:
    raise_alert(box, "640x384@30")
    (delivered,) = box.receive()
    assert isinstance(delivered, Delivered)
    box.told.clear()
    box.inbox.recall()
    assert box.told == [Delivered(None, b"", delivered.alerts, whole=False)]


def test_nothing_is_recalled_where_nothing_was_admitted_or_nothing_can_be_read(box: Box) -> None:
    box.inbox.recall()
    box.receive()
    box.told.clear()
    box.inbox.close()
    box.inbox.recall()
    assert box.told == []


@pytest.mark.parametrize("changes", [{"fingerprint": ""}, {"fingerprint": "ab" * 32}, {"id": "lain"}])
def test_alerts_are_taken_from_a_bundle_whose_programme_is_for_another_player(
    box: Box, changes: dict[str, str]
) -> None:
    data = raise_alert(box, "640x384@30")
    programme = box.programme()
    display = replace(programme.displays[0], **changes)  # type: ignore[arg-type]
    slots = tuple(replace(slot, display_ids=(display.id,)) for slot in programme.slots)
    box.hub.publish(replace(programme, displays=(display,), slots=slots))
    refusal, delivered = box.receive()
    assert isinstance(refusal, Refusal)
    assert (refusal.rule, refusal.revision) == ("other-display", programme.revision)
    assert picture_shown(delivered) == data["640x384@30"]
    assert isinstance(delivered, Delivered)
    assert (delivered.programme, delivered.whole) == (None, False)


def test_an_alert_without_a_picture_is_kept_and_said(box: Box) -> None:
    now = datetime.now(UTC)  # noqa: TID251
    alert = replace(builders.alert(), issued_at=now, effective=now, expires=now + timedelta(hours=1))
    box.hub.publish(box.programme())
    box.hub.raise_alert(alert, {}, push=False)
    (delivered,) = box.receive()
    assert isinstance(delivered, Delivered)
    assert delivered.alerts[0].pages == ()
    assert "has no picture" in box.faults.sentences(SystemClock().monotonic())[0]


def test_a_forged_document_is_refused_and_alerts_still_count(box: Box) -> None:
    box.hub.publish(box.programme())
    bundle = box.hub.repository.bundle_for("utama")
    name = next(name for name in bundle.files if name.endswith(".programme.json"))
    forged = {**bundle.files, name: bundle.files[name].replace(b"Pagi", b"Sore")}
    box.inbox.receive(pack(replace(bundle, files=forged)))
    refusal, delivered = box.told
    assert isinstance(refusal, Refusal)
    assert refusal.detail.startswith("prog-utama: ")
    assert isinstance(delivered, Delivered)
    assert (delivered.programme, delivered.whole) == (None, False)


def test_news_is_taken_onto_what_is_here_and_told_where_it_is_not_enough(box: Box) -> None:
    box.hub.publish(box.programme())
    assert isinstance(box.receive()[0], Delivered)
    held = dict(box.inbox.versions)
    assert held["prog-utama"]
    now = SystemClock().now()
    live = builders.alert(effective=now, issued_at=now, expires=now + timedelta(hours=1))
    box.hub.raise_alert(live, {}, push=False)
    news = pack_news(box.hub.repository.news_for("utama", held).files)
    box.told.clear()
    box.inbox.receive_news(news)
    (delivered,) = box.told
    assert isinstance(delivered, Delivered)
    assert [each.alert.id for each in delivered.alerts] == ["banjir"]
    box.hub.publish(box.programme(revision=2), tell=False)
    box.hub.raise_alert(replace(live, id="gempa"), {}, push=False)
    lacking = box.hub.repository.news_for("utama", {**held, **box.inbox.versions})
    short = {name: data for name, data in lacking.files.items() if "prog" not in name}
    box.told.clear()
    box.inbox.receive_news(pack_news(short))
    incomplete, delivered = box.told
    assert incomplete == NewsIncomplete(), "the whole is fetched, and says what there is to say"
    assert isinstance(delivered, Delivered)
    assert [each.alert.id for each in delivered.alerts] == ["banjir", "gempa"], "but the alert is up by now"
    for bad in (b"garbage", pack_news({"metadata/timestamp.json": b"{}"})):
        box.told.clear()
        box.inbox.receive_news(bad)
        assert box.told == [NewsIncomplete()]
