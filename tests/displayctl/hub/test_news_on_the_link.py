"""A player's own link at a real hub: what is lacking comes over it, and what is said is noted."""

from __future__ import annotations

import threading
from pathlib import Path

from content.delivery.news import unpack_news
from displayctl.api.models import Approval
from player.events import Event, LinkChanged, Noted
from player.hub_client import HubClient
from player.identity import DeviceIdentity
from player.link import Link
from schedules.clock import SystemClock
from tests.displayctl.hub.ground import add_wall, announce_emergency, duty_post, eventually
from tests.fakes.hub_in_thread import RunningHub

CODE = "BCDF-GHJK"


def test_the_first_thing_a_player_hears_is_what_it_lacks(hub: RunningHub, tmp_path: Path) -> None:
    add_wall(hub.client)
    client = HubClient(hub.url, DeviceIdentity.load_or_make(tmp_path), SystemClock())
    client.ask_enrolment(CODE, "tugu-pc")
    hub.client.approve(Approval(code=CODE, display_id="tugu"))
    told, news, held = list[Event](), list[bytes](), dict[str, int]()
    link = Link(client, told.append, lambda bundle: None, SystemClock(), take_news=news.append, held=lambda: held)
    thread = threading.Thread(target=link.step, daemon=True)
    thread.start()
    try:
        eventually(lambda: news)
        assert told[0] == LinkChanged(True, brings_news=True)
        assert unpack_news(news[0]).files == hub.services.repository.bundle_for("utama").files
        alert = announce_emergency(hub.client, hub.keyring)
        eventually(lambda: len(news) == 2)
        assert [name.rpartition(".")[0].rpartition(".")[2] for name in unpack_news(news[1]).files][-1] == alert.id
        link.say({"type": "alert-received", "alert_id": alert.id, "at_ms": 0, "id": "1"})
        eventually(lambda: Noted("1") in told)
        duty_post(hub.client).end(hub.keyring, alert.id)
    finally:
        link.stop()
        thread.join(10)
        client.close()
