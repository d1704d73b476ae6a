"""What BMKG's addresses answer, in their own form."""

from __future__ import annotations

import json
from typing import Any

AUGUST = {
    "Tanggal": "14 Agu 2026",
    "Jam": "08:14:48 WIB",
    "DateTime": "2026-08-14T01:14:48+00:00",
    "Coordinates": "-0.95,122.80",
    "Lintang": "0.95 LS",
    "Bujur": "122.80 BT",
    "Magnitude": "5.2",
    "Kedalaman": "10 km",
    "Wilayah": "Pusat gempa berada di laut 12 km selatan Luwuk",
    "Potensi": "Tidak berpotensi tsunami",
    "Shakemap": "20260814081448.mmi.jpg",
}


def quake(**changes: str | None) -> dict[str, Any]:
    """One record, with fields changed, or left out where they are None."""
    return {name: value for name, value in {**AUGUST, **changes}.items() if value is not None}


def newest(record: dict[str, Any]) -> bytes:
    """``autogempa.json``: a single object."""
    return json.dumps({"Infogempa": {"gempa": record}}).encode()


def listed(*records: dict[str, Any]) -> bytes:
    """``gempaterkini.json`` and ``gempadirasakan.json``: a list."""
    return json.dumps({"Infogempa": {"gempa": list(records)}}).encode()


def bulletin(
    subject: str = "Warning Tsunami PD-1",
    timesent: str = "15/08/2026 07:36:30 WIB",
    event: str = "20260815073130",
    areas: tuple[tuple[str, str], ...] = (("BANGGAI", "SIAGA"), ("TOJO UNA-UNA", "AWAS")),
    extra: str = "",
    point: str = "122.80,-0.95",
) -> str:
    zones = "".join(
        f"<wzarea><province>SULAWESI TENGAH</province><district>{district}</district><level>{level}</level>"
        "<date>15-08-26</date><time>07:50:00 WIB</time></wzarea>"
        for district, level in areas
    )
    return f"""<info><event>Gempabumi</event><date>15-08-26</date><time>07:31:30 WIB</time>
<point><coordinates>{point}</coordinates></point><latitude>0.95 LS</latitude><longitude>122.80 BT</longitude>
<magnitude>7.4</magnitude><depth>10 Km</depth><area>12 km Selatan LUWUK</area><eventid>{event}</eventid>
<potential>Berpotensi TSUNAMI</potential><subject>{subject}</subject><headline>Peringatan Dini Tsunami</headline>
<description>Peringatan dini tsunami untuk wilayah Banggai.</description><instruction1>Jauhi pantai.</instruction1>
<timesent>{timesent}</timesent>{zones}{extra}</info>"""


def archive(*bulletins: str) -> bytes:
    inner = "".join(bulletins)
    return (
        f'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>InaTEWS</identifier>{inner}</alert>'.encode()
    )


def item(code: str = "CST20260814001", identifier: str = "", title: str = "Hujan Lebat di Sulawesi Tengah") -> str:
    guid = f"<guid>{identifier}</guid>" if identifier else ""
    return (
        f"<item><title>{title}</title><link>{code}_alert.xml</link><description>Peringatan</description>{guid}</item>"
    )


def rss(*items: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>BMKG</title>{"".join(items)}</channel></rss>'
