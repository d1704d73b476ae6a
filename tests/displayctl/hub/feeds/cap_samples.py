"""Messages of CAP 1.2 as agencies send them, and with one thing wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

NOW = datetime(2026, 8, 14, 1, 15, tzinfo=UTC)
WITA = timezone(timedelta(hours=8))
LUWUK = "-0.90,122.70 -0.90,122.90 -1.05,122.90 -1.05,122.70 -0.90,122.70"
TOILI = "-1.20,122.10 -1.20,122.40 -1.50,122.40 -1.50,122.10 -1.20,122.10"
IDENTIFIER = "2.49.0.1.360.0.2026.08.14.01.72.001"


def at(minutes: float = 0) -> str:
    """So many minutes from now, as CAP writes instants."""
    return (NOW + timedelta(minutes=minutes)).astimezone(WITA).isoformat(timespec="seconds")


def area(polygons: Iterable[str] = (LUWUK,), inside: str = "", words: str = "Luwuk") -> str:
    shapes = "".join(f"<polygon>{polygon}</polygon>" for polygon in polygons)
    return f"<area><areaDesc>{words}</areaDesc>{shapes}{inside}</area>"


def info(
    areas: str | None = None,
    *,
    language: str = "id",
    event: str = "Hujan Lebat dan Petir",
    category: str = "Met",
    urgency: str = "Immediate",
    severity: str = "Moderate",
    certainty: str = "Observed",
    effective: str | None = None,
    expires: str | None = None,
    extra: str = "",
) -> str:
    return f"""<info><language>{language}</language><category>{category}</category><event>{event}</event>{extra}
<urgency>{urgency}</urgency><severity>{severity}</severity><certainty>{certainty}</certainty>
<effective>{at() if effective is None else effective}</effective>
<expires>{at(120) if expires is None else expires}</expires><senderName>BMKG</senderName>
<headline>{event} di Sulawesi Tengah</headline><description>Peringatan dini cuaca.</description>
<instruction>Waspada.</instruction><web>https://www.bmkg.go.id/</web>{area() if areas is None else areas}</info>"""


def cap(
    infos: str | None = None,
    *,
    identifier: str = IDENTIFIER,
    sender: str = "signature@bmkg.go.id",
    sent: str | None = None,
    status: str = "Actual",
    message: str = "Alert",
    scope: str = "Public",
    references: str = "",
    namespace: str = "urn:oasis:names:tc:emergency:cap:1.2",
    before: str = "",
) -> bytes:
    told = f"<references>{references}</references>" if references else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>{before}
<alert xmlns="{namespace}"><identifier>{identifier}</identifier><sender>{sender}</sender>
<sent>{at() if sent is None else sent}</sent><status>{status}</status><msgType>{message}</msgType>
<scope>{scope}</scope>{told}{info() if infos is None else infos}</alert>""".encode()


def reference(identifier: str = IDENTIFIER, minutes: float = -30, sender: str = "signature@bmkg.go.id") -> str:
    return f"{sender},{identifier},{at(minutes)}"
