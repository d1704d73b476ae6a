"""What a message of CAP 1.2 says: its blocks `info`, of which there is one for each language, or for each degree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

from displayctl.hub.feeds.cap_values import NAMESPACE, children, choice, circle, instant, ring, text_of
from displayctl.hub.feeds.warning import (
    LONGEST_WORDS,
    MOST_CORNERS,
    Certainty,
    Circle,
    Geocode,
    NotAWarning,
    Ring,
    Severity,
    Urgency,
    WarningKind,
)
from displayctl.hub.feeds.words import clean, kind_of, one_line, web_address

WITHOUT_END = timedelta(hours=6)
"""How long a message holds that does not say it, which the standard leaves to who receives it."""
MOST_INFOS = 64
CATEGORIES = frozenset(
    ("Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other")
)
ALL_CLEAR = "AllClear"
_LANGUAGES = ("id", "in", "ms", "en")
_UNSAID = "en-US"
_VERY_LIKELY = "Very Likely"


@dataclass(frozen=True, slots=True)
class Info:
    """What is told: in the words of the most severe block, for the areas of all, from the first to the last of them."""

    event: str
    kind: WarningKind
    severity: Severity
    urgency: Urgency
    certainty: Certainty
    effective: datetime
    onset: datetime | None
    expires: datetime
    headline: str
    description: str
    instruction: str
    language: str
    area_words: str
    web: str
    polygons: tuple[Ring, ...]
    circles: tuple[Circle, ...]
    geocodes: tuple[Geocode, ...]
    all_clear: bool


def info_of(alert: Element, sent: datetime) -> Info | None:
    """What `alert` tells, in Indonesian where it does so, else in English, else in its first language.

    None where it has no block. Every block is checked, also those in other languages. Raises NotAWarning.
    """
    blocks = children(alert, "info")
    if len(blocks) > MOST_INFOS:
        raise NotAWarning(f"it has more than {MOST_INFOS} blocks of information")
    corners = sum((each.text or "").count(",") for each in alert.iter(f"{{{NAMESPACE}}}polygon"))
    if corners > MOST_CORNERS:  # counted before any is read
        raise NotAWarning(f"it has {corners} corners; at most {MOST_CORNERS} are read")
    found = [_info(block, sent) for block in blocks]
    if not found:
        return None
    language = min((info.language for info in found), key=_preference)
    return _one(sorted((info for info in found if info.language == language), key=_severest_first))


def _preference(language: str) -> int:
    name = language.partition("-")[0].lower()
    return _LANGUAGES.index(name) if name in _LANGUAGES else len(_LANGUAGES)


def _severest_first(info: Info) -> int:
    return list(Severity).index(info.severity)


def _info(block: Element, sent: datetime) -> Info:
    areas = children(block, "area")
    effective = instant(text_of(block, "effective"), "effective") or sent
    certainty = choice(block, "certainty", (*Certainty, _VERY_LIKELY))
    for category in children(block, "category"):
        if (category.text or "").strip() not in CATEGORIES:
            raise NotAWarning(f"its category is {category.text!r:.60}, which CAP 1.2 does not know")
    event, headline = one_line(text_of(block, "event")), one_line(text_of(block, "headline"))
    if not event:
        raise NotAWarning("it does not say what it warns of (event)")
    return Info(
        event=event,
        kind=kind_of(event, headline),
        severity=Severity(choice(block, "severity", Severity)),
        urgency=Urgency(choice(block, "urgency", Urgency)),
        certainty=Certainty.LIKELY if certainty == _VERY_LIKELY else Certainty(certainty),
        effective=effective,
        onset=instant(text_of(block, "onset"), "onset"),
        expires=instant(text_of(block, "expires"), "expires") or effective + WITHOUT_END,
        headline=headline,
        description=clean(text_of(block, "description")),
        instruction=clean(text_of(block, "instruction")),
        language=one_line(text_of(block, "language"), 20) or _UNSAID,
        area_words="; ".join(filter(None, (one_line(text_of(area, "areaDesc"), LONGEST_WORDS) for area in areas))),
        web=web_address(text_of(block, "web")),
        polygons=tuple(ring(each.text or "") for area in areas for each in children(area, "polygon")),
        circles=tuple(circle(each.text or "") for area in areas for each in children(area, "circle")),
        geocodes=tuple(_geocode(each) for area in areas for each in children(area, "geocode")),
        all_clear=any((each.text or "").strip() == ALL_CLEAR for each in children(block, "responseType")),
    )


def _geocode(element: Element) -> Geocode:
    return Geocode(one_line(text_of(element, "valueName"), 100), one_line(text_of(element, "value"), 100))


def _one(infos: list[Info]) -> Info:
    main = infos[0]
    return Info(
        event=main.event,
        kind=main.kind,
        severity=main.severity,
        urgency=main.urgency,
        certainty=main.certainty,
        effective=min(info.effective for info in infos),
        onset=main.onset,
        expires=max(info.expires for info in infos),
        headline=main.headline,
        description=main.description,
        instruction=main.instruction,
        language=main.language,
        area_words=clean("; ".join(dict.fromkeys(info.area_words for info in infos if info.area_words))),
        web=main.web,
        polygons=tuple(each for info in infos for each in info.polygons),
        circles=tuple(each for info in infos for each in info.circles),
        geocodes=tuple(each for info in infos for each in info.geocodes),
        all_clear=all(info.all_clear for info in infos),
    )
