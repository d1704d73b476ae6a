"""Stories of a whole agent: enrol, receive, fill, play, record, and play on through every trouble."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
from datetime import UTC, datetime, timedelta

import pytest

from player.stage import port
from schedules.alert import AlertLevel, AlertPicture
from schedules.playlist import PlaylistEntry
from tests import builders
from tests.player.rig import PNG, Rig


def lacking(rig: Rig, revision: int) -> list[tuple[str, int]]:
    """The stages that the player told of, each with how many files were missing."""
    told = [said for said in rig.hub.heard("receipt") if said["revision"] == revision]
    return [(said["stage"], said["missing_assets"]) for said in told]


def receipts(rig: Rig, revision: int) -> list[str]:
    return [message["stage"] for message in rig.hub.heard("receipt") if message["revision"] == revision]


def test_a_new_player_is_enrolled_receives_fills_plays_and_records(rig: Rig) -> None:
    clip = rig.medium("a", seconds=0.6)
    rig.start()
    rig.until(lambda: rig.hub.asked_codes, "asking for enrolment")
    code = next(iter(rig.hub.asked_codes))
    rig.until(lambda: getattr(rig.last_slate, "code", "") == code, "the code on the slate")
    rig.hub.approve(rig.wall.id, rig.device_id)
    rig.until(lambda: rig.hub.connected, "the link")
    rig.hub.publish(rig.programme(rig.slot(), media=(clip,)))
    rig.until(lambda: rig.shown == "a", "the clip on the wall")
    assert getattr(rig.last_slate, "code", "-") == ""
    rig.until(lambda: receipts(rig, 1)[-1:] == ["on-air"], "the receipt")
    rig.until(lambda: rig.hub.heard("heartbeat")[-1]["showing"]["medium_id"] == "a", "a heartbeat that says so")
    rig.until(lambda: rig.hub.records, "the play records", seconds=30)
    record = next(iter(rig.hub.records.values()))
    assert (record["medium_id"], record["display_id"], record["slot_id"]) == ("a", "tugu", "pagi")


def test_a_player_that_has_a_wall_but_no_programme_says_so_and_asks_no_more(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("player.reporter.HEARTBEAT_S", 0.2)
    monkeypatch.setattr("player.enrolment.RETRY_S", 0.2)
    rig.start()
    rig.until(lambda: rig.hub.asked_codes, "asking for enrolment")
    rig.until(lambda: getattr(rig.last_slate, "code", ""), "the code on the slate")
    rig.hub.approve(rig.wall.id, rig.device_id)
    rig.until(lambda: len(rig.hub.heard("heartbeat")) > 5, "the link")
    assert rig.last_slate == port.SlateText(socket.gethostname(), "Terdaftar. Menunggu siaran", "")
    assert len(rig.hub.asked_codes) == 1
    assert [request for request in rig.hub.requests if request == "POST /player/enrolments"] == [
        "POST /player/enrolments"
    ]


def test_it_plays_on_after_a_restart_without_the_hub(playing: Rig) -> None:
    playing.stop()
    playing.hub.stop()
    playing.start()
    playing.until(lambda: playing.shown == "a", "the picture, from the disk", seconds=2)


def test_it_plays_on_while_the_hub_restarts_and_links_again(playing: Rig) -> None:
    playing.until(lambda: playing.hub.connected, "the link")
    playing.hub.stop()
    playing.until(lambda: not playing.hub.connected, "losing the link")
    assert playing.shown == "a"
    playing.hub.start()
    playing.until(lambda: playing.hub.connected, "the link again")
    playing.until(lambda: playing.hub.heard("heartbeat"), "a heartbeat")


def test_a_newer_programme_replaces_the_older_only_when_it_is_whole(playing: Rig) -> None:
    playing.hub.mischief.fail["/player/assets/"] = [500] * 3
    playing.hub.publish(playing.programme(playing.slot(), media=(playing.medium("b"),), revision=2))
    playing.until(lambda: "received" in receipts(playing, 2), "receiving it")
    assert playing.shown == "a"
    playing.until(lambda: playing.shown == "b", "the newer picture", seconds=20)
    playing.until(lambda: receipts(playing, 2)[-2:] == ["complete", "on-air"], "the receipts")


def test_what_is_on_air_before_it_is_whole_says_what_it_lacks_until_it_has_that(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("player.conductor.FILL_AGAIN_S", 0.1)
    rig.bind()
    late = rig.medium("b", size=30_000)
    rig.hub.mischief.fail[f"/player/assets/{late.renditions[0].asset.sha256}"] = [500] * 2
    rig.hub.publish(rig.programme(rig.slot(), media=(rig.medium("a"), late)))
    rig.start()
    rig.until(lambda: lacking(rig, 1)[-1:] == [("on-air", 0)], "having everything", seconds=30)
    assert ("on-air", 1) in lacking(rig, 1)


def test_an_item_on_the_wall_is_not_disturbed_by_a_programme_that_keeps_it(playing: Rig) -> None:
    before = playing.stage.showing
    both = (playing.medium("a"), playing.medium("b"))
    loops = builders.playlist("all", PlaylistEntry("a", timedelta(hours=1)), "b")
    former = playing.programme(playing.slot(), media=(both[0],))
    playing.hub.publish(
        playing.programme(
            playing.slot(), media=both, revision=2, filler_id=None, playlists=(*former.playlists[:1], loops)
        )
    )
    playing.until(lambda: "on-air" in receipts(playing, 2), "taking it")
    after = playing.stage.showing
    assert before is not None
    assert after is not None
    assert after.path == before.path


def test_a_programme_for_another_device_is_refused_and_the_old_one_plays_on(playing: Rig) -> None:
    foreign = builders.wall(fingerprint=hashlib.sha256(b"another").hexdigest())
    playing.hub.publish(
        playing.programme(playing.slot(), media=(playing.medium("b"),), revision=2, displays=(foreign,))
    )
    playing.until(lambda: "refused" in receipts(playing, 2), "refusing it")
    detail = playing.hub.heard("receipt")[-1]["detail"]
    assert detail.startswith("other-display: the programme names another player")
    assert playing.shown == "a"


def test_a_bundle_that_was_tampered_with_is_refused(playing: Rig) -> None:
    programme = playing.programme(playing.slot(), media=(playing.medium("b"),), revision=2)
    playing.hub.publish(programme, tell=False)
    bundle = json.loads(playing.hub.bundle)
    name = next(name for name in bundle["files"] if name.endswith(".programme.json"))
    bundle["files"][name] = base64.b64encode(base64.b64decode(bundle["files"][name]).replace(b"Pagi", b"Sore")).decode()
    message = base64.b64encode(json.dumps(bundle).encode()).decode()
    playing.until(lambda: playing.hub.connected, "the link")
    playing.hub.say({"type": "bundle", "bundle": message})
    playing.until(lambda: any("refused" in fault for fault in playing.faults), "the fault")
    assert playing.shown == "a"


def test_an_expired_entry_gives_way_to_the_filler_and_that_to_the_slate(rig: Rig) -> None:
    rig.bind()
    ends = datetime.now(UTC) + timedelta(seconds=3)  # noqa: TID251
    later = ends + timedelta(seconds=2)
    media = (rig.medium("a"), rig.medium("p"))
    rig.hub.publish(
        rig.programme(
            rig.slot(),
            media=media[:1],
            playlists=(
                builders.playlist("all", PlaylistEntry("a", valid_until=ends)),
                builders.playlist("p", PlaylistEntry("p", valid_until=later)),
            ),
        )
    )
    rig.start()
    rig.until(lambda: rig.shown == "a", "the entry while it is valid", seconds=3)
    rig.until(lambda: rig.shown == "p", "the filler")
    rig.until(lambda: rig.shown == "", "the slate")
    assert rig.stage.showing is not None
    assert rig.stage.showing.kind is port.CueKind.SLATE


def test_a_stage_that_dies_is_started_again_and_told_everything(playing: Rig) -> None:
    playing.stage.die()
    playing.until(lambda: len(playing.stages) == 2 and playing.shown == "a", "the next stage")
    assert playing.last(port.Timeline) is not None


def test_an_alert_is_shown_at_once_reported_and_taken_back(playing: Rig) -> None:
    playing.until(lambda: playing.hub.connected, "the link")
    now = datetime.now(UTC)  # noqa: TID251
    data = PNG + b"picture"
    alert = builders.alert(
        level=AlertLevel.AWAS,
        issued_at=now,
        effective=now,
        expires=now + timedelta(hours=1),
        pictures=(AlertPicture(playing.wall.format, hashlib.sha256(data).hexdigest()),),
    )
    playing.hub.raise_alert(alert, {hashlib.sha256(data).hexdigest(): data})
    playing.until(lambda: overlay(playing).path, "the overlay")
    assert overlay(playing).mode is port.OverlayMode.TAKEOVER
    assert open_bytes(overlay(playing).path) == data
    playing.until(lambda: playing.hub.heard("alert-shown"), "the receipt")
    playing.stop()
    playing.hub.stop()
    playing.start()
    playing.until(lambda: overlay(playing).path, "the alert, after a restart without the hub", seconds=2)
    playing.hub.start()
    playing.until(lambda: playing.hub.connected, "the link", seconds=15)
    playing.hub.withdraw_alert(alert.id)
    playing.until(lambda: not overlay(playing).path, "taking it back")
    playing.until(lambda: any(r["showing"] == "alert" for r in playing.hub.records.values()), "its record", seconds=20)


def test_a_warning_is_a_banner_and_ends_by_itself(playing: Rig) -> None:
    playing.until(lambda: playing.hub.connected, "the link")
    now = datetime.now(UTC)  # noqa: TID251
    data = PNG + b"banner"
    digest = hashlib.sha256(data).hexdigest()
    pictures = (AlertPicture(playing.wall.format, digest),)
    ends = now + timedelta(seconds=2)
    alert = builders.alert("hujan", AlertLevel.SIAGA, issued_at=now, effective=now, expires=ends, pictures=pictures)
    playing.hub.raise_alert(alert, {digest: data})
    playing.until(lambda: overlay(playing).mode is port.OverlayMode.BANNER and overlay(playing).path, "the banner")
    playing.until(lambda: not overlay(playing).path, "its end", seconds=5)


def test_an_unbound_player_plays_on_and_asks_to_be_approved_again(playing: Rig) -> None:
    playing.until(lambda: playing.hub.connected, "the link")
    playing.hub.bound.clear()
    playing.hub.forget_approvals()
    playing.hub.drop_links()
    playing.until(lambda: playing.hub.asked_codes, "asking for enrolment", seconds=15)
    assert playing.shown == "a"
    playing.hub.approve("tugu", playing.device_id)
    playing.until(lambda: playing.hub.connected, "the link again")
    assert playing.shown == "a"


def test_a_hub_that_knows_the_device_again_needs_no_new_code(playing: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("player.connection.UNBOUND_FOR_S", 0.5)
    playing.until(lambda: playing.hub.connected, "the link")
    playing.hub.mischief.unbound = True
    playing.hub.forget_approvals()
    playing.hub.drop_links()
    playing.until(lambda: getattr(playing.last_slate, "code", ""), "a code", seconds=15)
    playing.hub.mischief.unbound = False
    playing.until(lambda: playing.hub.connected, "the link again")
    playing.until(lambda: not getattr(playing.last_slate, "code", ""), "taking the code away")


def overlay(rig: Rig) -> port.Overlay:
    found = rig.last(port.Overlay)
    return found if isinstance(found, port.Overlay) else port.Overlay()


def open_bytes(path: str) -> bytes:
    from pathlib import Path

    return Path(path).read_bytes()
