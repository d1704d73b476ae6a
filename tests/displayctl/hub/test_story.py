"""The hub's own story: from a picture and a wall to a bundle that a player believes, and back to the report."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from content.delivery.bundle import unpack
from content.delivery.roles import programme_path
from content.delivery.trust import Trust
from displayctl.api.errors import HubUnavailable, NotFound
from displayctl.api.models import PartKind, ReceiptStage, SettingsInfo
from displayctl.api.walls import PatternWish
from displayctl.desk.publishing import preview_publication, publish, publishable_groups
from schedules.clock import SystemClock
from schedules.codec import play_record_to_dict, programme_from_dict
from schedules.proof import PlayRecord, ShowingKind
from tests.displayctl.hub.ground import (
    add_picture,
    add_playlist,
    add_slot,
    add_wall,
    announce_emergency,
    duty_post,
    eventually,
    now,
)
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer, bundle_in, said, say

BUILT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def office(hub: RunningHub, tmp_path_factory: pytest.TempPathFactory) -> RunningHub:
    """A wall with a slot of one picture, drafted."""
    add_wall(hub.client)
    medium = add_picture(hub.client, tmp_path_factory.mktemp("files"))
    add_playlist(hub.client, "pagi", medium.id)
    add_slot(hub.client, "pagi", "pagi", "tugu")
    return hub


@pytest.fixture(scope="module")
def player(office: RunningHub) -> Iterator[SimulatedPlayer]:
    with SimulatedPlayer(office.url) as player:
        player.enrol(office.client, "tugu")
        yield player


def test_the_draft_says_what_would_change(office: RunningHub) -> None:
    assert publishable_groups(office.client) == ("utama",)
    preview = preview_publication(office.client, "utama")
    assert preview.first
    assert [change.slot_id for change in preview.walls[0].changes] == ["pagi"]
    with pytest.raises(NotFound):
        office.client.programme("utama")


def test_a_published_bundle_is_believed_by_a_player_and_names_its_device(
    office: RunningHub, player: SimulatedPlayer, tmp_path: Path
) -> None:
    publish(office.client, office.keyring, "utama")
    root = player.answer().json()
    response = player.get("/player/bundle")
    assert response.headers["etag"] == f'"{hashlib.sha256(response.content).hexdigest()}"'
    assert player.get("/player/bundle", **{"If-None-Match": response.headers["etag"]}).status_code == 304
    trust = Trust(tmp_path / "trust", _decoded(root["root"]), SystemClock(), BUILT)
    admitted = trust.admit(unpack(response.content), "utama")
    document = next(each for each in admitted.documents if each.path == programme_path("utama"))
    programme = programme_from_dict(json.loads(document.content))
    assert programme.display("tugu").fingerprint == player.device_id
    asset = programme.media[0].renditions[0].asset
    whole = player.get(f"/player/assets/{asset.sha256}")
    assert hashlib.sha256(whole.content).hexdigest() == asset.sha256
    assert "immutable" in whole.headers["cache-control"]
    part = player.get(f"/player/assets/{asset.sha256}", Range="bytes=5-9")
    assert (part.status_code, part.content) == (206, whole.content[5:10])


def test_publishing_reaches_a_linked_player_at_once(office: RunningHub, player: SimulatedPlayer) -> None:
    delays = []
    with player.link() as link:
        said(link, "notice")
        for _ in range(5):
            publication = publish(office.client, office.keyring, "utama")
            sent = time.monotonic()
            message = said(link, "bundle")
            delays.append(time.monotonic() - sent)
            assert hashlib.sha256(bundle_in(message)).hexdigest() == publication.digest
    # The bundle is on the wire before the desk hears that it is published.
    assert min(delays) < 0.1


def test_receipts_say_how_far_each_wall_is(office: RunningHub, player: SimulatedPlayer) -> None:
    revision = publish(office.client, office.keyring, "utama").revision
    assert [receipt.stage for receipt in office.client.receipts("utama")] == [ReceiptStage.WAITING]
    with player.link() as link:
        say(link, type="receipt", revision=revision, stage="on-air")
        say(link, type="receipt", revision=revision, stage="received", missing_assets=3)
        eventually(lambda: office.client.receipts("utama")[0].stage is ReceiptStage.ON_AIR)
        say(link, type="heartbeat", sent_ms=1)
        said(link, "time")
        first = office.client.receipts("utama")[0]
        assert first.stage is ReceiptStage.ON_AIR
        say(link, type="receipt", revision=revision, stage="on-air")
        say(link, type="heartbeat", sent_ms=2)
        said(link, "time")
        assert office.client.receipts("utama")[0] == first
        say(link, type="receipt", revision=revision, stage="on-air", missing_assets=2)
        eventually(lambda: office.client.receipts("utama")[0].missing_assets == 2)


def test_a_wall_may_think_better_of_a_refusal(office: RunningHub, player: SimulatedPlayer) -> None:
    revision = publish(office.client, office.keyring, "utama").revision
    with player.link() as link:
        say(link, type="receipt", revision=revision, stage="refused", detail="other-display: another player")
        eventually(lambda: office.client.receipts("utama")[0].stage is ReceiptStage.REFUSED)
        say(link, type="receipt", revision=revision, stage="on-air")
        receipt = eventually(lambda: r if (r := office.client.receipts("utama")[0]).stage != "refused" else None)
        assert (receipt.stage, receipt.detail) == (ReceiptStage.ON_AIR, "")
        say(link, type="receipt", revision=revision, stage="refused", detail="rollback: the hub is behind")
        eventually(lambda: office.client.receipts("utama")[0].stage is ReceiptStage.REFUSED)


def test_a_heartbeat_is_the_live_state_and_is_answered_with_the_time(
    office: RunningHub, player: SimulatedPlayer
) -> None:
    with player.link() as link:
        showing = {"kind": "loop", "slot_id": "pagi", "title": "Poster"}
        say(link, type="heartbeat", sent_ms=5, display_id="tugu", revision=7, showing=showing, faults=["panas"], new=1)
        answer = said(link, "time")
        assert answer["sent_ms"] == 5
        assert abs(answer["now_ms"] / 1000 - now().timestamp()) < 5
        state = eventually(lambda: s if (s := office.client.fleet()[0]).showing else None)
        assert (state.connected, state.revision, state.faults, state.showing) == (True, 7, ("panas",), showing)
    eventually(lambda: not office.client.fleet()[0].connected)
    assert office.client.fleet()[0].last_seen is not None


def test_a_screenshot_is_asked_from_the_wall(office: RunningHub, player: SimulatedPlayer) -> None:
    png = office.client.thumbnail(office.client.media().media[0].id)
    assert png.startswith(b"\xff\xd8\xff")
    with player.link() as link:
        say(link, type="heartbeat", sent_ms=1)
        said(link, "time")  # until the hub serves the link, the wall is away

        def answer() -> None:
            asked = said(link, "screenshot")
            say(link, type="screenshot", id="someone-else", png="AAAA")
            say(link, type="screenshot", id=asked["id"], png=_text(b"\x89PNG\r\n\x1a\nrest"))

        thread = threading.Thread(target=answer)
        thread.start()
        assert office.client.screenshot("tugu") == b"\x89PNG\r\n\x1a\nrest"
        thread.join()
        office.client.identify("tugu", 5)
        assert said(link, "identify")["seconds"] == 5
        office.client.walls.show_pattern("tugu", PatternWish())
        assert said(link, "test-pattern")["on"] is True
    eventually(lambda: not office.client.fleet()[0].connected)
    with pytest.raises(HubUnavailable, match="not connected"):
        office.client.screenshot("tugu")


def test_an_alert_is_pushed_shown_and_taken_back(office: RunningHub, player: SimulatedPlayer, tmp_path: Path) -> None:
    root = _decoded(player.answer().json()["root"])
    trust = Trust(tmp_path / "trust", root, SystemClock(), BUILT)
    with player.link() as link:
        alert = announce_emergency(office.client, office.keyring)
        assert alert.live
        admitted = trust.admit(unpack(bundle_in(said(link, "bundle"))), "utama")
        assert f"emergency/{alert.id}.json" in {document.path for document in admitted.documents}
        say(link, type="alert-shown", alert_id=alert.id, at_ms=int(now().timestamp() * 1000))
        eventually(lambda: "tugu" in office.client.alerts()[0].receipts)
        assert office.client.plays("tugu", now()).takeover
        assert not duty_post(office.client).end(office.keyring, alert.id).live
        admitted = trust.admit(unpack(bundle_in(said(link, "bundle"))), "utama")
        assert not [document for document in admitted.documents if document.path.startswith("emergency/")]
    assert not office.client.plays("tugu", now()).takeover


def test_an_alert_reaches_a_wall_that_was_never_published(office: RunningHub, tmp_path: Path) -> None:
    add_wall(office.client, "baru", groups=("belum-pernah",))
    with SimulatedPlayer(office.url, "BBBB-BBBB") as newcomer:
        trust = Trust(tmp_path / "trust", _decoded(newcomer.enrol(office.client, "baru")["root"]), SystemClock(), BUILT)
        with newcomer.link() as link:
            offered = said(link, "notice")["digest"]
            assert newcomer.get("/player/bundle").headers["etag"] == f'"{offered}"'
            alert = announce_emergency(office.client, office.keyring)
            admitted = trust.admit(unpack(bundle_in(said(link, "bundle"))), None)
            assert [document.path for document in admitted.documents] == [f"emergency/{alert.id}.json"]
            assert admitted.refused == {}
            duty_post(office.client).end(office.keyring, alert.id)
        office.client.unbind("baru")
    wall = office.client.part(PartKind.DISPLAY, "baru")
    office.client.delete_part(PartKind.DISPLAY, "baru", wall.version)


def test_what_plays_is_explained_from_the_published_programme_and_from_the_draft(office: RunningHub) -> None:
    plays = office.client.plays("tugu", now())
    assert (plays.kind, plays.slot_id, plays.medium_title) == ("loop", "pagi", "poster")
    assert plays.starts <= plays.at < plays.ends
    add_slot(office.client, "utama-sekali", "pagi", "tugu", priority=90)
    draft = office.client.plays("tugu", now(), "draft")
    assert (draft.slot_id, draft.losers[0].slot_id, draft.losers[0].rule) == ("utama-sekali", "pagi", "lower-priority")
    assert office.client.plays("tugu", now()).slot_id == "pagi"
    slot = office.client.part(PartKind.SLOT, "utama-sekali")
    office.client.delete_part(PartKind.SLOT, slot.id, slot.version)


def test_records_come_back_as_a_report_and_count_once(office: RunningHub, player: SimulatedPlayer) -> None:
    medium_id = office.client.media().media[0].id
    begun = office.client.publications()[-1].published_at.replace(microsecond=0) + timedelta(seconds=1)
    records = [
        play_record_to_dict(
            PlayRecord(
                id=f"r{n}",
                display_id="tugu",
                kind=ShowingKind.LOOP,
                starts=begun + timedelta(seconds=10 * n),
                ends=begun + timedelta(seconds=10 * n + 10),
                revision=1,
                slot_id="pagi",
                medium_id=medium_id,
                presented=300,
                late=1,
            )
        )
        for n in range(3)
    ]
    assert player.send_records(records).json() == {"accepted": 3, "known": 0, "missing": None}
    assert player.send_records(records).json() == {"accepted": 0, "known": 3, "missing": None}
    report = office.client.played_report(begun, begun + timedelta(seconds=25))
    row = next(row for row in report.rows if row.medium_id == medium_id)
    assert (row.planned_seconds, row.played_plays, row.played_seconds, row.late_frames) == (25, 3, 25, 3)
    assert (row.slot_name, row.medium_title) == ("Pagi", "poster")
    text = office.client.played_report_csv(begun, begun + timedelta(seconds=25)).decode()
    assert text.splitlines()[0].startswith("display_id,slot_id,slot_name")
    foreign = [{**records[0], "id": "other", "display_id": "taman"}]
    assert player.send_records(foreign).json()["accepted"] == 0, "it stays in the journal alone"


def test_the_filler_is_used_by_the_settings(office: RunningHub) -> None:
    settings = office.client.settings()
    changed = office.client.put_settings(SettingsInfo(version=settings.version, filler_ids={"utama": "pagi"}))
    assert office.client.signing_state("utama").draft["filler_id"] == "pagi"
    office.client.put_settings(SettingsInfo(version=changed.version))


def test_an_unbound_player_is_told_so(office: RunningHub, player: SimulatedPlayer) -> None:
    with player.link() as link:
        said(link, "notice")
        office.client.unbind("tugu")
        with pytest.raises(ConnectionClosed):
            _read_to_the_end(link)
    assert player.get("/player/bundle").status_code == 403
    assert player.take_token().status_code == 403
    assert office.client.part(PartKind.DISPLAY, "tugu").value["fingerprint"] == ""


def _read_to_the_end(link: ClientConnection) -> None:
    while True:
        link.recv(timeout=5)


def _decoded(text: str) -> bytes:
    return base64.b64decode(text)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
