"""The values of CAP 1.2 as it spells them: words of a list, instants with an offset, polygons and circles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from displayctl.hub.feeds.warning import Circle, NotAWarning, Ring

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
FIRST_YEAR, LAST_YEAR = 2000, 2200
_INSTANT = re.compile(r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:[+-]\d\d:\d\d|Z)\Z", re.ASCII)
_NUMBER = re.compile(r"\A[+-]?\d{1,6}(?:\.\d{1,16})?\Z", re.ASCII)


def children(element: Element, name: str) -> list[Element]:
    """The elements `name` of CAP right below `element`."""
    return element.findall(f"{{{NAMESPACE}}}{name}")


def text_of(element: Element, name: str) -> str:
    """The text of the first `name` below `element`; empty where there is none."""
    found = element.find(f"{{{NAMESPACE}}}{name}")
    return "" if found is None or found.text is None else found.text.strip()


def choice(element: Element, name: str, allowed: Iterable[str]) -> str:
    """The text of `name`, which has to be one of `allowed`. Raises NotAWarning."""
    value, words = text_of(element, name), tuple(allowed)
    if value not in words:
        raise NotAWarning(f"its {name} is {value!r:.60}, not one of {', '.join(words)}")
    return value


def instant(text: str, name: str) -> datetime | None:
    """The instant `text`, which is the value of `name`, in UTC; None for no text.

    Raises NotAWarning for one without an offset from UTC, and for one that is far from our days.
    """
    if not text:
        return None
    if not _INSTANT.match(text):
        raise NotAWarning(f"its {name} is {text!r:.60}, not an instant as 2026-08-14T08:15:00+08:00")
    try:
        found = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise NotAWarning(f"its {name}, {text!r:.60}, never is") from error
    if not FIRST_YEAR <= found.year < LAST_YEAR:
        raise NotAWarning(f"its {name} is in the year {found.year}")
    return found


def ring(text: str) -> Ring:
    """A polygon, ``lat,lon lat,lon …``, closed by its first corner. Raises NotAWarning."""
    corners = tuple(_pair(pair) for pair in text.split())
    if len(corners) < 4 or corners[0] != corners[-1]:
        raise NotAWarning(f"a polygon of {len(corners)} corners is open, or has fewer than three sides")
    return corners


def circle(text: str) -> Circle:
    """A circle, ``lat,lon radius`` with the radius in kilometres. Raises NotAWarning."""
    centre, _, radius = text.strip().partition(" ")
    return Circle(*_pair(centre), _number(radius.strip()))


def _pair(text: str) -> tuple[float, float]:
    """A place. There are tens of thousands in a message, so nothing is done here that is not needed."""
    latitude, comma, longitude = text.partition(",")
    if not comma:
        raise NotAWarning(f"{text!r:.40} is not a place as lat,lon")
    place = _number(latitude), _number(longitude)
    if not (-90 <= place[0] <= 90 and -180 <= place[1] <= 180):
        raise NotAWarning(f"{text!r:.40} is no place on Earth")
    return place


def _number(text: str) -> float:
    if not _NUMBER.match(text):
        raise NotAWarning(f"{text!r:.40} is not a number")
    return float(text)
