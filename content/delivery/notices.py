"""The document of an alert: the message and its pictures together, so that nothing has to be fetched to show it.

It also carries who stands behind the message: officers endorse it one by one, which a role's signature, made by
whoever changed the set of alerts last, does not tell.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.delivery.canonical import canonical_bytes
from content.delivery.png import check_png
from content.errors import Damaged, Refused
from schedules.alert import Alert
from schedules.codec import alert_from_dict, alert_to_dict
from schedules.errors import ScheduleError

LARGEST_PICTURE = 4 << 20
LARGEST_NOTICE = 7 << 20
MOST_ENDORSEMENTS = 16
_PARTS, _FIELDS = frozenset({"alert", "pictures"}), frozenset({"keyid", "signature"})
_KEYID, _SIGNATURE = re.compile(r"\A[0-9a-f]{64}\Z"), re.compile(r"\A[0-9a-f]{128}\Z")


@dataclass(frozen=True, slots=True)
class Endorsement:
    """An officer's own Ed25519 `signature`, in hexadecimal, of an alert (see `endorsed_bytes`); not yet verified."""

    keyid: str
    signature: str

    def __post_init__(self) -> None:
        for field, form in (("keyid", _KEYID), ("signature", _SIGNATURE)):
            if not isinstance(getattr(self, field), str) or not form.match(getattr(self, field)):
                raise Damaged(f"the {field} of an endorsement is no hexadecimal of its length; sign the alert again")


@dataclass(frozen=True, slots=True)
class Notice:
    """An alert with the PNG bytes of each of its pictures, by SHA-256, and those who stand behind it."""

    alert: Alert
    pictures: Mapping[str, bytes]
    endorsements: tuple[Endorsement, ...] = ()


def endorsed_bytes(alert: Alert) -> bytes:
    """What an officer signs to stand behind `alert`: its digest, and so that of each picture, which it names."""
    return b"displayctl-endorsement-1\n" + hashlib.sha256(canonical_bytes(alert_to_dict(alert))).digest()


def pack_notice(notice: Notice) -> bytes:
    """The document of `notice`; the same notice gives the same bytes.

    Raises Refused (``bounds``, ``pictures``, ``endorsements``) where it is larger than 7 MiB, a picture is larger than
    4 MiB, no PNG or one that unfolds to too much (see `check_png`), missing or more than the alert names, or one key
    endorses twice; Damaged where a picture is not what its digest says.
    """
    _check_pictures(notice)
    _check_endorsements(notice)
    pictures = {sha256: base64.b64encode(data).decode("ascii") for sha256, data in notice.pictures.items()}
    parts: dict[str, Any] = {"alert": alert_to_dict(notice.alert), "pictures": pictures}
    if notice.endorsements:
        parts["endorsements"] = [{"keyid": one.keyid, "signature": one.signature} for one in notice.endorsements]
    document = canonical_bytes(parts)
    if len(document) > LARGEST_NOTICE:
        raise Refused("bounds", f"the alert has {len(document)} bytes; use fewer or simpler pictures, 7 MiB at most")
    return document


def unpack_notice(document: bytes) -> Notice:
    """The notice in `document`. Raises Damaged where it is none, and Refused and Damaged as `pack_notice`."""
    if len(document) > LARGEST_NOTICE:
        raise Refused("bounds", f"the alert has {len(document)} bytes; at most 7 MiB are allowed")
    try:
        plain = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise Damaged("the alert's document is no JSON; sign the alert again") from error
    if (
        not isinstance(plain, dict)
        or plain.keys() - {"endorsements"} != _PARTS
        or not isinstance(plain["pictures"], dict)
    ):
        raise Damaged("the alert's document has not the parts alert and pictures; sign the alert again")
    try:
        alert = alert_from_dict(plain["alert"])
    except ScheduleError as error:
        raise Damaged(f"the alert cannot be read: {error}") from error
    pictures = {name: _picture(name, text) for name, text in plain["pictures"].items()}
    notice = Notice(alert, pictures, _endorsements(plain.get("endorsements", [])))
    _check_pictures(notice)
    _check_endorsements(notice)
    return notice


def _picture(name: str, text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (TypeError, ValueError, binascii.Error) as error:
        raise Damaged(f"the picture {name:.64} of the alert is not base64; sign the alert again") from error


def _endorsements(plain: Any) -> tuple[Endorsement, ...]:
    if not isinstance(plain, list) or not all(isinstance(one, dict) and one.keys() == _FIELDS for one in plain):
        raise Damaged("the alert's endorsements are no list of keyid and signature; sign the alert again")
    return tuple(Endorsement(**one) for one in plain)


def _check_endorsements(notice: Notice) -> None:
    keyids = {one.keyid for one in notice.endorsements}
    if len(keyids) < len(notice.endorsements) or len(keyids) > MOST_ENDORSEMENTS:
        raise Refused("endorsements", f"the alert {notice.alert.id} is endorsed twice by one key, or by more than 16")


def _check_pictures(notice: Notice) -> None:
    named = {picture.sha256 for picture in notice.alert.pictures}
    if named != notice.pictures.keys():
        raise Refused(
            "pictures",
            f"the alert {notice.alert.id} names {len(named)} pictures, but others came with it; make it again",
        )
    for sha256, data in notice.pictures.items():
        if len(data) > LARGEST_PICTURE:
            raise Refused("bounds", f"the picture {sha256} has {len(data)} bytes; at most 4 MiB are allowed")
        check_png(data, sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Damaged(f"the picture {sha256} is not what its digest says; fetch or sign the alert again")
