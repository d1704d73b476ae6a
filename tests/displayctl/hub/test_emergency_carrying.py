"""Nothing that happens to the hub keeps an emergency from the walls, and each wall's word of it arrives."""

from __future__ import annotations

import errno
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest
from websockets.sync.client import ClientConnection

from content.delivery.ballast import Ballast
from content.delivery.bundle import pack, unpack
from content.delivery.files import LocalFiles
from content.delivery.news import held_header, unpack_news
from content.delivery.trust import Trust
from displayctl.api.emergencies import AlertEnd, AlertInfo, AlertReceipt, Missing
from displayctl.hub.audit import as_lines
from displayctl.hub.database import DATABASE_NAME
from schedules.clock import SystemClock
from tests.displayctl.hub.ground import add_wall, announce_emergency, duty_post, eventually, now
from tests.displayctl.hub.test_story import BUILT
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, bundle_in, said, say

FRAME = "ab" * 32
SHORT_S = 5.0
"""Shorter than a writer's patience with a locked database."""


@pytest.fixture(scope="module")
def office(hub: RunningHub) -> RunningHub:
    """A hub with three walls, of which the first has a player."""
    for name in ("tugu", "taman", "baru"):
        add_wall(hub.client, name)
    return hub


@pytest.fixture(scope="module")
def player(office: RunningHub) -> Iterator[SimulatedPlayer]:
    with SimulatedPlayer(office.url) as player:
        player.enrol(office.client, "tugu")
        yield player


@pytest.fixture(scope="module")
def second(office: RunningHub) -> Iterator[SimulatedPlayer]:
    with SimulatedPlayer(office.url, "CCCC-CCCC") as player:
        player.enrol(office.client, "taman")
        yield player


@pytest.fixture(autouse=True)
def calm(office: RunningHub) -> Iterator[None]:
    """Every story ends without an alert, and written down."""
    yield
    for info in office.client.alerts():
        if info.withdrawn_at is None:
            duty_post(office.client).end(office.keyring, info.id)
    assert office.services.alerts.settle(20)


@contextmanager
def locked(hub: RunningHub) -> Iterator[sqlite3.Connection]:
    """Somebody else writes to the hub's database, and does not come to an end."""
    with closing(sqlite3.connect(hub.installation.hub_folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        finally:
            connection.execute("ROLLBACK")


def found(hub: RunningHub, alert_id: str) -> AlertInfo:
    return next(info for info in hub.client.alerts() if info.id == alert_id)


def stored(hub: RunningHub, alert_id: str) -> bool:
    with hub.services.storage.reading() as work:
        return work.alerts.find(alert_id) is not None


def millis() -> int:
    return int(now().timestamp() * 1000)


def test_a_locked_database_holds_up_the_record_and_nothing_else(office: RunningHub, player: SimulatedPlayer) -> None:
    with player.link() as link:
        said(link, "notice")
        with locked(office):
            alert = announce_emergency(office.client, office.keyring)
            assert bundle_in(said(link, "bundle", SHORT_S))
            say(link, type="alert-received", alert_id=alert.id, at_ms=millis(), id="1")
            eventually(lambda: found(office, alert.id).receipts.get("tugu"), SHORT_S)
            assert not stored(office, alert.id)
            assert (office.installation.hub_folder / "emergencies.pending").exists()
        assert said(link, "noted")["id"] == "1", "a wall's word is noted once it is written"
        assert stored(office, alert.id)
        assert not (office.installation.hub_folder / "emergencies.pending").exists()
        trail = [line for line in office.services.audit.export(as_lines) if f'"{alert.id}"' in line]
        assert len(trail) == 1
        assert '"alert.raise"' in trail[0]


def test_a_publication_that_runs_is_overtaken(office: RunningHub, player: SimulatedPlayer) -> None:
    with player.link() as link, office.services.publishing._one_at_a_time:
        said(link, "notice")
        announce_emergency(office.client, office.keyring)
        assert bundle_in(said(link, "bundle", SHORT_S))


def test_walls_that_are_away_are_listed_at_once_and_told_when_they_are_back(
    office: RunningHub, player: SimulatedPlayer, second: SimulatedPlayer
) -> None:
    with player.link() as link:
        said(link, "notice")
        alert = announce_emergency(office.client, office.keyring)
        assert alert.missing == {"taman": Missing.AWAY, "baru": Missing.NO_PLAYER}
        assert bundle_in(said(link, "bundle", SHORT_S))
        with second.link() as later:
            said(later, "notice")
            bundle = unpack(second.get("/player/bundle").content)
            assert any(name.endswith(f"{alert.id}.json") for name in bundle.files)
            eventually(lambda: "taman" not in found(office, alert.id).missing)


def test_everything_a_wall_says_is_kept_and_told(office: RunningHub, player: SimulatedPlayer) -> None:
    heard: list[str] = []
    stop = office.services.bus.listen(lambda event: heard.append(event.id) if event.kind == "alert" else None)
    with player.link() as link:
        alert = announce_emergency(office.client, office.keyring)
        at = millis()
        say(link, type="alert-received", alert_id=alert.id, at_ms=at, id="7")
        say(link, type="alert-shown", alert_id=alert.id, at_ms=at, id="8", frame="")
        say(link, type="alert-shown", alert_id=alert.id, at_ms=at, id="9", frame=FRAME)
        say(link, type="alert-ended", alert_id=alert.id, at_ms=at, id="10", why="superseded")
        assert [said(link, "noted")["id"] for _ in range(4)] == ["7", "8", "9", "10"]
        receipt = found(office, alert.id).receipts["tugu"]
        assert (receipt.frame, receipt.why) == (FRAME, AlertEnd.SUPERSEDED)
        assert None not in (receipt.received_at, receipt.shown_at, receipt.ended_at)
        with office.services.storage.reading() as work:
            assert work.alerts.receipt(alert.id, "tugu") == receipt
        say(link, type="alert-shown", alert_id="tiada", at_ms=at, id="11")
        assert said(link, "noted")["id"] == "11", "what nobody knows need not be said again"
    stop()
    assert heard.count(alert.id) >= 4


def test_an_older_player_and_one_with_a_wrong_clock(office: RunningHub, player: SimulatedPlayer) -> None:
    with player.link() as link:
        alert = announce_emergency(office.client, office.keyring)
        say(link, type="alert-shown", alert_id=alert.id, at_ms=1000)
        receipt = eventually(lambda: found(office, alert.id).receipts.get("tugu"))
    assert receipt is not None
    assert receipt.shown_at is not None
    assert abs(receipt.shown_at - now()) < timedelta(minutes=5), "1970 is not when it was shown"
    assert receipt.frame == ""


def test_a_link_that_is_cut_as_it_is_pushed_brings_it_when_it_is_back(
    office: RunningHub, player: SimulatedPlayer, tmp_path: Path
) -> None:
    trust = Trust(tmp_path / "trust", office.services.repository.bootstrap_root(), SystemClock(), BUILT)
    trust.admit(unpack(player.get("/player/bundle").content), None)
    link = player.link(held=held_header(trust.versions))
    link.socket.close()
    alert = announce_emergency(office.client, office.keyring)
    with player.link(held=held_header(trust.versions)) as back:
        assert back.response is not None
        assert back.response.headers["x-displayctl-news"] == "1"
        news = next_news(back)
        assert len(news) < len(pack(office.services.repository.bundle_for("utama"))) / 2
        admitted = trust.admit(unpack_news(news), None, is_news=True)
        assert [document.path for document in admitted.documents] == [f"emergency/{alert.id}.json"]
        duty_post(office.client).end(office.keyring, alert.id)
        assert trust.admit(unpack_news(next_news(back)), None, is_news=True).documents == ()
    answer = player.get("/player/bundle", **{"X-Displayctl-Held": held_header(trust.versions)})
    assert all("prog-utama" in name for name in unpack_news(answer.content).files), "which nobody has published yet"
    answer = player.get("/player/bundle", **{"X-Displayctl-Held": "root=1"})
    assert unpack_news(answer.content).files == office.services.repository.bundle_for("utama").files


def next_news(link: ClientConnection) -> bytes:
    """The next of what is pushed; what a wall is told in words besides is passed over."""
    return next(told for told in iter(partial(link.recv, timeout=SHORT_S), None) if isinstance(told, bytes))


def test_media_wait_for_an_emergency_until_the_wall_has_it(office: RunningHub, player: SimulatedPlayer) -> None:
    way = office.services.right_of_way
    stored_asset = office.services.library._store.add_bytes(b"film" * 10_000)
    way.claim(["tugu"])
    fetched = threading.Event()

    def fetch() -> None:
        assert len(player.get(f"/player/assets/{stored_asset.sha256}").content) == 40_000
        fetched.set()

    thread = threading.Thread(target=fetch)
    thread.start()
    assert not fetched.wait(0.3)
    way.give_back("tugu")
    assert fetched.wait(SHORT_S)
    thread.join()


class FullDisk(LocalFiles):
    """Takes nothing as long as the room that is kept back is not given up."""

    def __init__(self, ballast: Path) -> None:
        self._ballast = ballast

    def write(self, file: BinaryIO, data: bytes) -> None:
        if self._ballast.exists():
            raise OSError(errno.ENOSPC, "No space left on device")
        super().write(file, data)


def test_a_full_disk_gives_up_the_room_that_is_kept_back_for_it(
    office: RunningHub, player: SimulatedPlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = office.installation.hub_folder
    Ballast(folder).take_on()
    monkeypatch.setattr(office.services.repository._files, "_files", FullDisk(folder / "ballast"))
    with player.link() as link:
        said(link, "notice")
        announce_emergency(office.client, office.keyring)
        assert bundle_in(said(link, "bundle", SHORT_S))
    assert not (folder / "ballast").exists()


def test_silent_walls_are_reminded_and_listed_and_a_restart_goes_on(tmp_path: Path) -> None:
    clock = PushedClock(now())
    with hub_in_thread(tmp_path / "data", clock) as hub, SimulatedPlayer(hub.url) as player:
        add_wall(hub.client)
        player.enrol(hub.client, "tugu")
        told: list[AlertInfo] = []
        with player.link() as link:
            said(link, "notice")
            alert = announce_emergency(hub.client, hub.keyring, clock=clock)
            said(link, "bundle")
            stop = hub.services.bus.listen(
                lambda e: told.append(AlertInfo.model_validate(e.data)) if e.kind == "alert" else None
            )
            clock.push(timedelta(seconds=10))
            hub.services.alerts.watch()
            assert said(link, "notice")["digest"], "it is asked to fetch what it has not answered for"
            assert told == []
            clock.push(timedelta(seconds=21))
            hub.services.alerts.watch()
            assert [info.missing for info in told] == [{"tugu": Missing.SILENT}]
            stop()
        assert hub.services.alerts.settle(20)
    with hub_in_thread(tmp_path / "data", clock) as hub:
        again = hub.client.alerts()
        assert [(info.id, info.live, info.raised_at) for info in again] == [(alert.id, True, alert.raised_at)]
        assert [each.id for each in hub.services.alerts.live()] == [alert.id]


def test_what_a_hub_could_not_write_any_more_is_written_at_its_next_start(tmp_path: Path) -> None:
    with hub_in_thread(tmp_path / "data") as hub:
        add_wall(hub.client)
        with locked(hub):
            alert = announce_emergency(hub.client, hub.keyring)
            beside = (hub.installation.hub_folder / "emergencies.pending").read_bytes()
        assert hub.services.alerts.settle(20)
        with hub.services.storage.writing() as work:  # as if the power had gone before
            work.alerts.withdraw(alert.id, work.now)
            work.commit()
            work.alerts.forget_before(work.now + timedelta(days=1))
            work.commit()
        (hub.installation.hub_folder / "emergencies.pending").write_bytes(beside + b'{"half a line')
    with hub_in_thread(tmp_path / "data") as hub:
        assert [info.id for info in hub.client.alerts()] == [alert.id]
        assert found(hub, alert.id).live
        assert found(hub, alert.id).receipts == dict[str, AlertReceipt]()
