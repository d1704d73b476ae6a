"""The hour in which no hub answers: an emergency goes to a real player on a stick, and the hub hears of it later."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from content.delivery.bundle import pack
from content.studio.emergency.templates_folder import load_templates
from displayctl.api.client import HubClient
from displayctl.api.errors import HubUnreachable
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies import post
from displayctl.desk.emergencies.changes import Wish
from displayctl.desk.emergencies.memory import MEMORY_FILE
from displayctl.desk.emergencies.post import DutyPost
from displayctl.errors import NothingToSign
from displayctl.hub.heartbeats import AlertShown
from player.cueing import to_ms
from player.events import Delivered, Event, StickRead
from player.faults import FaultBook
from player.identity import Binding
from player.inbox import Inbox
from player.stick import Sticks
from schedules.clock import SystemClock
from schedules.display import Canvas
from tests.displayctl.hub.ground import add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

NOBODY = "http://127.0.0.1:1"
TSUNAMI = Wish(load_templates().find("tsunami").message({}), timedelta(minutes=30))


class Wall:
    """A player that heard the hub while it still answered, with a stick to be put in."""

    def __init__(self, folder: Path, hub: RunningHub) -> None:
        self.told: list[Event] = []
        self.stick = folder / "media" / "STICK"
        self.stick.mkdir(parents=True)
        self._clock, self._hub = SystemClock(), hub
        binding = Binding("tugu", hub.services.repository.bootstrap_root())
        self.inbox = Inbox(
            folder / "player",
            binding,
            tell=self.told.append,
            faults=FaultBook(),
            clock=self._clock,
            canvas=Canvas(128, 64),
        )
        self.sticks = Sticks([folder / "media"], lambda: self.inbox, self.told.append)

    def hear(self) -> None:
        self.inbox.receive(pack(self._hub.services.repository.bundle_for("utama")))

    def put_in(self) -> str:
        """What came of the stick; empty where all of it was taken."""
        self.told.clear()
        self.sticks.step()
        (read,) = (event for event in self.told if isinstance(event, StickRead))
        return read.refusal

    @property
    def alerts(self) -> dict[str, tuple[str, bool]]:
        """Headline and drill of what stands, by id."""
        delivered = [event for event in self.told if isinstance(event, Delivered)][-1]
        return {live.alert.id: (live.alert.headline, live.alert.drill) for live in delivered.alerts}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path_factory.mktemp("office")) as running:
        add_wall(running.client, "tugu")
        yield running


@pytest.fixture
def wall(tmp_path: Path, hub: RunningHub) -> Iterator[Wall]:
    (tmp_path / "player").mkdir()
    made = Wall(tmp_path, hub)
    made.hear()
    yield made
    made.inbox.close()


def beliefs(hub: RunningHub) -> Beliefs:
    return Beliefs(hub.installation.keys_folder)


def test_an_emergency_goes_by_stick_and_the_hub_hears_of_it_once_it_answers(hub: RunningHub, wall: Wall) -> None:
    DutyPost(hub.client, beliefs(hub)).prepare()
    with HubClient(NOBODY, "") as nobody:
        cut_off = DutyPost(nobody, beliefs(hub))
        with pytest.raises(HubUnreachable):
            cut_off.prepare()
        assert [wall.id for wall in cut_off.remembered().walls] == ["tugu"]
        carried = cut_off.export_emergency(hub.keyring, wall.stick, TSUNAMI)
        assert carried.folder.name == "displayctl-darurat"
        assert wall.put_in() == ""
        assert wall.alerts == {carried.alert_id: ("PERINGATAN TSUNAMI", False)}
        drill = DutyPost(nobody, beliefs(hub), drill=True).export_emergency(hub.keyring, wall.stick, TSUNAMI)
        assert wall.put_in() == ""
        assert wall.alerts[drill.alert_id] == ("PERINGATAN TSUNAMI", True)
        second = cut_off.export_emergency(hub.keyring, wall.stick, TSUNAMI)
        assert second.alerts == 2
        ended = cut_off.export_end(hub.keyring, wall.stick, carried.alert_id)
        assert ended.alerts == 1
        assert wall.put_in() == ""
        assert set(wall.alerts) == {second.alert_id, drill.alert_id}
    assert hub.client.alerts() == ()
    said = AlertShown(type="alert-shown", id="1", alert_id=second.alert_id, at_ms=to_ms(SystemClock().now()))
    hub.services.alerts.hear("tugu", said, lambda: None)
    post = DutyPost(hub.client, beliefs(hub))
    post.prepare()
    (known,) = hub.client.alerts()
    assert known.id == second.alert_id
    assert known.receipts["tugu"].shown_at is not None, "the wall said so before the hub knew of it"
    wall.hear()
    assert set(wall.alerts) == {second.alert_id, drill.alert_id}
    post.end(hub.keyring, second.alert_id)
    wall.hear()
    assert set(wall.alerts) == {drill.alert_id}


def test_of_two_windows_that_see_the_hub_again_at_once_none_takes_the_alert_for_lost(
    hub: RunningHub, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = [DutyPost(hub.client, beliefs(hub)) for _ in range(2)]
    posts[0].prepare()
    carried = posts[0].export_emergency(hub.keyring, wall.stick, TSUNAMI)
    both_have_read, told = threading.Barrier(2), threading.Event()
    fetch, send = post.prepare, hub.client.send_alerts

    def read_at_once(*given: Any, **named: Any) -> Any:
        found = fetch(*given, **named)
        if not told.is_set():
            both_have_read.wait(10)
        return found

    def answered_slowly(*given: Any) -> Any:
        told.set()
        answer = send(*given)
        time.sleep(0.3)  # the other one comes upon what is being told
        return answer

    monkeypatch.setattr(post, "prepare", read_at_once)
    monkeypatch.setattr(hub.client, "send_alerts", answered_slowly)

    def lost(each: DutyPost) -> tuple[str, ...]:
        each.prepare()
        return each.unsent()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lost, posts)) == [(), ()]
    monkeypatch.undo()
    posts[0].end(hub.keyring, carried.alert_id)


def test_an_alert_from_a_stick_that_another_desk_has_overtaken_is_told_and_sent_again(
    hub: RunningHub, wall: Wall, tmp_path: Path
) -> None:
    here, other = DutyPost(hub.client, beliefs(hub)), DutyPost(hub.client, Beliefs(tmp_path / "other-desk"))
    here.prepare()
    carried = here.export_emergency(hub.keyring, wall.stick, TSUNAMI)
    later = [other.raise_emergency(hub.keyring, TSUNAMI.message, duration=TSUNAMI.duration).id for _ in range(3)]
    here.prepare()
    assert here.unsent() == (carried.alert_id,)
    assert here.send_unsent(hub.keyring).id == carried.alert_id
    assert here.unsent() == ()
    assert {info.id for info in hub.client.alerts() if info.live} == {*later, carried.alert_id}
    with pytest.raises(NothingToSign, match="unknown to the hub"):
        here.send_unsent(hub.keyring)
    for alert_id in (*later, carried.alert_id):
        here.end(hub.keyring, alert_id)
    again = here.export_emergency(hub.keyring, wall.stick, TSUNAMI)
    for alert_id in [
        other.raise_emergency(hub.keyring, TSUNAMI.message, duration=TSUNAMI.duration).id for _ in range(3)
    ]:
        other.end(hub.keyring, alert_id)
    here.prepare()
    assert here.unsent() == (again.alert_id,)
    here.drop_unsent()
    assert here.unsent() == ()


def test_what_is_sent_after_a_stick_was_written_builds_upon_the_stick(hub: RunningHub, wall: Wall) -> None:
    post = DutyPost(hub.client, beliefs(hub))
    post.prepare()
    carried = post.export_emergency(hub.keyring, wall.stick, TSUNAMI)
    sent = post.raise_emergency(hub.keyring, TSUNAMI.message, duration=TSUNAMI.duration)
    assert {info.id for info in hub.client.alerts() if info.live} == {carried.alert_id, sent.id}
    for alert_id in (carried.alert_id, sent.id):
        post.end(hub.keyring, alert_id)


def test_what_the_hub_does_not_take_from_a_stick_keeps_nothing_else_from_being_sent(
    hub: RunningHub, wall: Wall
) -> None:
    DutyPost(hub.client, beliefs(hub)).prepare()
    ahead = DutyPost(hub.client, beliefs(hub), clock=PushedClock(SystemClock().now() + timedelta(hours=3)))
    carried = ahead.export_emergency(hub.keyring, wall.stick, TSUNAMI)
    post = DutyPost(hub.client, beliefs(hub))
    post.prepare()
    assert post.unsent() == (carried.alert_id,)
    sent = post.raise_emergency(hub.keyring, TSUNAMI.message, duration=TSUNAMI.duration)
    assert {info.id for info in hub.client.alerts() if info.live} == {sent.id}
    post.drop_unsent()
    post.end(hub.keyring, sent.id)


def test_a_desk_that_never_met_its_hub_says_so(hub: RunningHub, tmp_path: Path) -> None:
    post = DutyPost(hub.client, Beliefs(tmp_path / "new-desk"))
    with pytest.raises(NothingToSign, match="never spoken"):
        post.export_emergency(hub.keyring, tmp_path, TSUNAMI)


def test_what_somebody_wrote_into_the_memory_is_not_signed_upon(hub: RunningHub) -> None:
    post = DutyPost(hub.client, beliefs(hub))
    post.prepare()
    path = hub.installation.keys_folder / MEMORY_FILE
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(NothingToSign, match="never spoken"):
        post.remembered()
