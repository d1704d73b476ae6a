"""The document of an alert: the message and its pictures together, so that nothing has to be fetched to show it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.delivery.canonical import canonical_bytes
from content.errors import Damaged, Refused
from schedules.alert import Alert
from schedules.codec import alert_from_dict, alert_to_dict
from schedules.errors import ScheduleError

LARGEST_PICTURE = 4 << 20
LARGEST_NOTICE = 7 << 20
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Notice:
    """An alert with the PNG bytes of each of its pictures, by SHA-256."""

    alert: Alert
    pictures: Mapping[str, bytes]


def pack_notice(notice: Notice) -> bytes:
    """The document of `notice`; the same notice gives the same bytes.

    Raises Refused (``bounds``, ``pictures``) where it is larger than 7 MiB, a picture is larger than 4 MiB, no PNG,
    missing or more than the alert names; Damaged where a picture is not what its digest says.
    """
    _check_pictures(notice)
    pictures = {sha256: base64.b64encode(data).decode("ascii") for sha256, data in notice.pictures.items()}
    document = canonical_bytes({"alert": alert_to_dict(notice.alert), "pictures": pictures})
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
    if not isinstance(plain, dict) or plain.keys() != {"alert", "pictures"} or not isinstance(plain["pictures"], dict):
        raise Damaged("the alert's document has not the parts alert and pictures; sign the alert again")
    try:
        alert = alert_from_dict(plain["alert"])
    except ScheduleError as error:
        raise Damaged(f"the alert cannot be read: {error}") from error
    notice = Notice(alert, {name: _picture(name, text) for name, text in plain["pictures"].items()})
    _check_pictures(notice)
    return notice


def _picture(name: str, text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (TypeError, ValueError, binascii.Error) as error:
        raise Damaged(f"the picture {name:.64} of the alert is not base64; sign the alert again") from error


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
        if not data.startswith(_PNG):
            raise Refused("pictures", f"the picture {sha256} is no PNG; make the alert's pictures again")
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Damaged(f"the picture {sha256} is not what its digest says; fetch or sign the alert again")
