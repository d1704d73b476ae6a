"""Words of the audit trail: kinds of things, their properties, and the values that stand for something."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.api.models import MediumKind
from displayctl.api.site_items import SiteAnswer, SiteItem
from displayctl.desktop.presenters.media_words import kind_words as medium_words
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.people_words import role_name
from displayctl.desktop.presenters.policy_words import role_name as signed_role_name
from displayctl.desktop.presenters.site_words import answer_name, item_words
from displayctl.desktop.presenters.words import clock_seconds_words, date_short

translate = QCoreApplication.translate
_SIGNED_ROLES = ("root", "targets", "fallback", "emergency", "drill")


def instant_words(instant: datetime) -> str:
    """As ``23 Nov 2026 19.42.05`` in the office's time zone."""
    civil = instant.astimezone(office_zone())
    return f"{date_short(civil.date())} {clock_seconds_words(civil)}"


def nothing_words() -> str:
    return "–"


def yes_no_words(value: bool) -> str:
    return translate("Audit", "yes") if value else translate("Audit", "no")


def count_words(count: int) -> str:
    """For what is too much to be named."""
    return translate("Audit", "{count} more").format(count=count)


def thing_words(kind: str) -> str:
    """What kind of thing an entry is about; as the trail says it where that has no words."""
    return {
        "slot": translate("Audit", "booking"),
        "playlist": translate("Audit", "playlist"),
        "medium": translate("Audit", "medium"),
        "display": translate("Audit", "wall"),
        "daypart": translate("Audit", "daypart"),
        "holiday": translate("Audit", "holidays"),
        "ticker": translate("Audit", "running text"),
        "settings": translate("Audit", "settings"),
        "user": translate("Audit", "person"),
        "session": translate("Audit", "session"),
        "publication": translate("Audit", "group"),
        "submission": translate("Audit", "draft"),
        "proposal": translate("Audit", "ceremony"),
        "trust": translate("Audit", "who may sign"),
        "installation": translate("Audit", "installation"),
        "alert": translate("Audit", "emergency message"),
        "feed": translate("Audit", "feed"),
        "event": translate("Audit", "warning"),
        "job": translate("Audit", "work on media"),
        "request": translate("Audit", "request for airtime"),
        "request-settings": translate("Audit", "settings of requests"),
    }.get(kind, kind)


def field_words(path: str) -> str:
    """The property at `path`, as ``canvas.width_px``: the last part in words, where it has any."""
    return _fields().get(path.rpartition(".")[2], path)


def value_names() -> dict[str, str]:
    """What stands for something, with its words."""
    return {
        **{role.value: role_name(role) for role in Role},
        **{kind.value: medium_words(kind) for kind in MediumKind},
        **{item.value: item_words(item)[0] for item in SiteItem},
        **{answer.value: answer_name(answer) for answer in SiteAnswer},
        **{role: signed_role_name(role) for role in _SIGNED_ROLES},
        "open": translate("Audit", "waits"),
        "published": translate("Audit", "published"),
        "rejected": translate("Audit", "sent back"),
        "withdrawn": translate("Audit", "taken back"),
        "overtaken": translate("Audit", "overtaken"),
        "password": translate("Audit", "password"),
        "code": translate("Audit", "code of the authenticator"),
        "blackout": translate("Audit", "dark"),
        "safe-card": translate("Audit", "safe card"),
        "name": translate("Audit", "name"),
    }


def _fields() -> dict[str, str]:
    return {**_of_plans(), **_of_looks(), **_of_walls(), **_of_people_and_media(), **_of_offices()}


def _of_plans() -> dict[str, str]:
    return {
        "name": translate("Audit", "Name"),
        "title": translate("Audit", "Title"),
        "kind": translate("Audit", "Kind"),
        "entries": translate("Audit", "Items"),
        "arrangement": translate("Audit", "Order"),
        "share": translate("Audit", "Share of airtime"),
        "duration_ms": translate("Audit", "Length"),
        "valid_from": translate("Audit", "Valid from"),
        "valid_until": translate("Audit", "Valid until"),
        "transition": translate("Audit", "Transition"),
        "motion": translate("Audit", "Movement"),
        "playlist_id": translate("Audit", "Playlist"),
        "display_ids": translate("Audit", "Walls"),
        "walls": translate("Audit", "Walls"),
        "daypart_id": translate("Audit", "Daypart"),
        "hours": translate("Audit", "Hours"),
        "starts": translate("Audit", "From"),
        "ends": translate("Audit", "To"),
        "weekdays": translate("Audit", "Days"),
        "priority": translate("Audit", "Priority"),
        "plays_per_hour": translate("Audit", "Times an hour"),
        "first": translate("Audit", "First day"),
        "last": translate("Audit", "Last day"),
        "rule": translate("Audit", "Repeats"),
        "include_dates": translate("Audit", "Also on"),
        "except_dates": translate("Audit", "Not on"),
        "include_holidays": translate("Audit", "Also on holidays"),
        "except_holidays": translate("Audit", "Not on holidays"),
        "exceptions": translate("Audit", "Exceptions"),
        "dates": translate("Audit", "Dates"),
        "created_at": translate("Audit", "Made on"),
        "texts": translate("Audit", "Texts"),
        "text": translate("Audit", "Text"),
        "region": translate("Audit", "Part of the wall"),
        "filler_ids": translate("Audit", "Filler"),
        "slate_id": translate("Audit", "Picture where nothing is booked"),
        "valid_days": translate("Audit", "Days a programme lasts"),
    }


def _of_looks() -> dict[str, str]:
    return {
        "ink": translate("Audit", "Colour of the letters"),
        "ground": translate("Audit", "Colour of the ground"),
        "accent": translate("Audit", "Second colour"),
        "logos": translate("Audit", "Logos"),
        "corner": translate("Audit", "Corner"),
        "speed_px_s": translate("Audit", "Pixels a second"),
        "band_percent": translate("Audit", "Height of the band in percent"),
        "announcement_id": translate("Audit", "Announcement"),
        "medium_id": translate("Audit", "Medium"),
        "ticker_ids": translate("Audit", "Running texts"),
        "clock_style": translate("Audit", "Clock"),
    }


def _of_offices() -> dict[str, str]:
    return {
        "every_seconds": translate("Audit", "Looked at every so many seconds"),
        "attribution": translate("Audit", "Named as source"),
        "allowed_networks": translate("Audit", "Networks of the office"),
        "agencies": translate("Audit", "Agencies"),
        "rules": translate("Audit", "Rules"),
        "answers": translate("Audit", "Answers"),
    }


def _of_walls() -> dict[str, str]:
    return {
        "width_px": translate("Audit", "Width in pixels"),
        "height_px": translate("Audit", "Height in pixels"),
        "x_px": translate("Audit", "Place in the output, from the left"),
        "y_px": translate("Audit", "Place in the output, from the top"),
        "rotation_degrees": translate("Audit", "Rotation in degrees"),
        "mask": translate("Audit", "Shape"),
        "regions": translate("Audit", "Parts"),
        "frame_rate": translate("Audit", "Pictures a second"),
        "time_zone": translate("Audit", "Time zone"),
        "zone": translate("Audit", "Time zone"),
        "group": translate("Audit", "Group"),
        "groups": translate("Audit", "Groups"),
        "fingerprint": translate("Audit", "Player"),
        "device": translate("Audit", "Player"),
        "logo": translate("Audit", "Logo"),
        "volume": translate("Audit", "Volume in percent"),
        "quiet_hours": translate("Audit", "Quiet hours"),
        "sound_region": translate("Audit", "Part that is heard"),
        "latitude_microdegrees": translate("Audit", "Latitude"),
        "longitude_microdegrees": translate("Audit", "Longitude"),
        "item": translate("Audit", "Looked at"),
        "answer": translate("Audit", "Found"),
        "photo": translate("Audit", "Photo"),
        "note": translate("Audit", "Note"),
        "on": translate("Audit", "Shown"),
        "seconds": translate("Audit", "Seconds"),
        "until": translate("Audit", "Until"),
        "accepted": translate("Audit", "Obeyed"),
        "detail": translate("Audit", "Answer"),
        "opening": translate("Audit", "Opening hours"),
        "brightness": translate("Audit", "Brightness"),
        "percent": translate("Audit", "Percent"),
        "awas_full": translate("Audit", "AWAS in full brightness"),
        "basis": translate("Audit", "Legal basis"),
        "quiet_basis": translate("Audit", "Legal basis of the quiet hours"),
        "regulation": translate("Audit", "Regulation"),
        "number": translate("Audit", "Number"),
        "year": translate("Audit", "Year"),
        "article": translate("Audit", "Article"),
        "office": translate("Audit", "Office on the safe card"),
    }


def _of_people_and_media() -> dict[str, str]:
    return {
        "enabled": translate("Audit", "Switched on"),
        "grants": translate("Audit", "Roles"),
        "roles": translate("Audit", "Signed"),
        "client": translate("Audit", "With"),
        "wrong": translate("Audit", "What was not right"),
        "closed": translate("Audit", "Sessions closed"),
        "file": translate("Audit", "File"),
        "sha256": translate("Audit", "Digest"),
        "digest": translate("Audit", "Digest"),
        "fit": translate("Audit", "Fitting"),
        "muted": translate("Audit", "Muted"),
        "tags": translate("Audit", "Keywords"),
        "expires_at": translate("Audit", "Usable until"),
        "announcement": translate("Audit", "Announcement"),
        "medium": translate("Audit", "Medium"),
        "by": translate("Audit", "Handed in by"),
        "reference": translate("Audit", "Request"),
        "reason": translate("Audit", "Reason"),
        "state": translate("Audit", "State"),
        "submitted_at": translate("Audit", "Handed in on"),
        "revision": translate("Audit", "Revision"),
        "base_revision": translate("Audit", "Made from revision"),
        "headline": translate("Audit", "Headline"),
        "level": translate("Audit", "Level"),
        "area": translate("Audit", "Area"),
        "source": translate("Audit", "Source"),
        "effective": translate("Audit", "From"),
        "expires": translate("Audit", "Until"),
        "drill": translate("Audit", "Drill"),
        "signers": translate("Audit", "Signed by"),
        "address": translate("Audit", "Address"),
        "drill_day": translate("Audit", "Day of the drill"),
        "drill_hour": translate("Audit", "Hour of the drill"),
        "drill_reminder": translate("Audit", "Reminder of the drill"),
    }
