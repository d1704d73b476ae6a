"""What BMKG answers about a village's weather and of quakes, in its own form; and a server of it for a hub's cards."""

from __future__ import annotations

import ipaddress
import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from content.places.gazetteer import Gazetteer
from displayctl.hub.cards.fetching import RULES, Addresses, CardData
from displayctl.hub.feeds.budget import RequestBudget
from displayctl.hub.feeds.documents import Documents
from schedules.clock import SystemClock
from tests.displayctl.hub.feeds.bmkg_samples import listed, quake
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.warning_server import WarningServer

PLACE = "72.01.04.1001"


def step(at: datetime, **changes: Any) -> dict[str, Any]:
    """Three hours from `at` on."""
    return {
        "datetime": f"{at:%Y-%m-%dT%H:%M:%SZ}",
        "t": 29,
        "tcc": 80,
        "weather": 61,
        "weather_desc": "Hujan Sedang",
        "hu": 82,
        "ws": 5.4,
        "wd": "SE",
        "vs_text": "> 10 km",
        "analysis_date": f"{at:%Y-%m-%d}T00:00:00",
        "local_datetime": f"{at + timedelta(hours=8):%Y-%m-%d %H:%M:%S}",
        "image": "https://api-apps.bmkg.go.id/storage/icon/cuaca/hujan.svg",
        **changes,
    }


def forecast(*days: list[dict[str, Any]], **where: str) -> bytes:
    """One list a day."""
    place = {
        "adm1": "72",
        "adm2": "72.01",
        "adm3": PLACE[:8],
        "adm4": PLACE,
        "provinsi": "Sulawesi Tengah",
        "kotkab": "Banggai",
        "kecamatan": "Luwuk",
        "desa": "Luwuk",
        "timezone": "Asia/Makassar",
        **where,
    }
    return json.dumps({"lokasi": place, "data": [{"lokasi": place, "cuaca": list(days)}]}).encode()


def serve_cards(hub: RunningHub, server: WarningServer) -> None:
    """From now on the cards of `hub` ask `server` in the place of BMKG."""
    clock, home = SystemClock(), ipaddress.ip_network("127.0.0.0/8")
    rules = replace(RULES, allowed_networks=(home,), allowed_ports=frozenset({server.port}))
    addresses = Addresses(server.url("/weather?adm4={place}"), server.url("/quake.json"))
    documents = Documents("cards", rules, RequestBudget(clock), clock)
    hub.services.cards._data = CardData(documents, Gazetteer.load(), addresses)


def shake(server: WarningServer, magnitude: str) -> None:
    """A quake of two hours ago, felt in Luwuk."""
    at = SystemClock().now() - timedelta(hours=2)
    record = quake(DateTime=at.isoformat(timespec="seconds"), Magnitude=magnitude, Dirasakan="III Luwuk, II-III Toili")
    server.put("/quake.json", listed(record), "application/json")
