"""Where something is still used, as the hub tells it in English, in the operator's words."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_NAMED = re.compile(r"(?P<kind>display|playlist|daypart|holiday set|slot|ticker) (['\"])(?P<name>.*)\2", re.DOTALL)


def place_words(place: str) -> str:
    """As ``daftar putar “Pagi”``; a place that is not known here stays as it came."""
    named = _NAMED.fullmatch(place)
    if named is None:
        return _others().get(place, place)
    return _kinds()[named["kind"]].format(name=named["name"])


def _kinds() -> dict[str, str]:
    return {
        "display": translate("Places", "the wall “{name}”"),
        "playlist": translate("Places", "the playlist “{name}”"),
        "daypart": translate("Places", "the daypart “{name}”"),
        "holiday set": translate("Places", "the holidays “{name}”"),
        "slot": translate("Places", "the booking “{name}”"),
        "ticker": translate("Places", "the running text “{name}”"),
    }


def _others() -> dict[str, str]:
    return {
        "the settings of the installation": translate("Places", "the settings"),
        "the player that is bound to it": translate("Places", "the player that is paired with it"),
    }
