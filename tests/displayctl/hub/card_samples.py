"""What BMKG's public forecast answers for a village, in its own form."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

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
