"""Emergencies from a desk: pictures are typeset for each format of wall, signed here, and sent in one message."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import tempfile
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from content.delivery.notices import Notice, pack_notice
from content.delivery.roles import EMERGENCY
from content.errors import ContentMissing, DoesNotFit
from content.studio.announcement import Announcement, Template
from content.studio.operators import Signatory
from content.studio.signing import sign_alert
from content.studio.workshop import Workshop
from displayctl.api.client import HubClient
from displayctl.api.models import AlertInfo, PartKind
from displayctl.desk.believing import Beliefs
from displayctl.desk.signed import check_signatory, signed_message
from displayctl.errors import HubNotBelieved, NothingToSign
from schedules.alert import Alert, AlertLevel, AlertPicture
from schedules.clock import Clock, SystemClock
from schedules.codec import alert_from_dict, display_from_dict
from schedules.display import Display

Typeset = Callable[[Announcement, int, int], bytes]
"""Makes a PNG of exactly that size; raises DoesNotFit."""

BANNER_PARTS = (3, 2, 1)
LEAST_BANNER_PX = 48


def raise_text_alert(
    client: HubClient,
    keyring: Signatory,
    headline: str,
    body: str,
    level: AlertLevel,
    display_ids: tuple[str, ...],
    duration: timedelta,
    *,
    typeset: Typeset | None = None,
    clock: Clock | None = None,
    beliefs: Beliefs | None = None,
) -> AlertInfo:
    """Puts a text on `display_ids` (empty: all walls) for `duration`, from now on; the alert as the hub carries it.

    `typeset` is used where the caller can draw already; else a child process is started for it. Raises DoesNotFit,
    NothingToSign where there is no wall, NotOneOfThem, HubNotBelieved, ScheduleError, HubError, ContentError.
    """
    walls = _walls(client, display_ids)
    words = Announcement(title=headline, body=body, template=Template.DARURAT, level=level)
    pictures = _pictures(words, walls, typeset)
    now = (clock or SystemClock()).now()
    alert = Alert(
        id=f"alert-{now:%Y%m%d%H%M%S}-{secrets.token_hex(3)}",
        headline=headline,
        level=level,
        issued_at=now,
        effective=now,
        expires=now + duration,
        display_ids=display_ids,
        pictures=tuple(AlertPicture(name, _digest(png)) for name, png in pictures.items()),
    )
    document = pack_notice(Notice(alert, {_digest(png): png for png in pictures.values()}))
    role = _without_expired(client, keyring, _live_set(client, keyring, beliefs), now)
    signed = sign_alert(keyring, role, alert.id, document, now)
    return _named(client.send_alerts(signed_message((signed,))), alert.id)


def cancel_alert(
    client: HubClient,
    keyring: Signatory,
    alert_id: str,
    clock: Clock | None = None,
    *,
    beliefs: Beliefs | None = None,
) -> AlertInfo:
    """Takes an alert back on all walls at once. Raises ContentMissing where it is not carried any more, HubError,
    NotOneOfThem, HubNotBelieved.
    """
    now = (clock or SystemClock()).now()
    role = _live_set(client, keyring, beliefs)
    signed = sign_alert(keyring, role, alert_id, None, now)
    return _named(client.send_alerts(signed_message((signed,))), alert_id)


def _live_set(client: HubClient, keyring: Signatory, beliefs: Beliefs | None) -> bytes:
    """The signed set of alerts to build upon, verified: what is signed next lists all of it again.

    A desk that took an unverified one would sign whatever alert a hacked hub had put among the others.
    """
    confirmed = (beliefs or Beliefs(None)).confirmed(client, (EMERGENCY,))
    check_signatory(confirmed, keyring, EMERGENCY)
    role = confirmed.role(EMERGENCY)
    if role is None:
        raise HubNotBelieved("the hub hands out no signed set of alerts at all; bring its newest backup back")
    return role


def _without_expired(client: HubClient, keyring: Signatory, role: bytes, now: datetime) -> bytes:
    """`role` without alerts that are over: each one would be carried to every wall for ever."""
    for alert in client.alerts():
        if alert_from_dict(alert.value).expires <= now:
            with contextlib.suppress(ContentMissing):  # taken back already
                role = sign_alert(keyring, role, alert.id, None, now).metadata
    return role


def typeset_for(walls: Iterable[Display], words: Announcement, typeset: Typeset) -> dict[str, bytes]:
    """The picture of an alert for each format of `walls`: the whole canvas for AWAS, else a banner for its lower edge.

    Raises DoesNotFit.
    """
    sizes = {wall.format: (wall.canvas.width_px, wall.canvas.height_px) for wall in walls}
    if words.level is AlertLevel.AWAS:
        return {name: typeset(words, width, height) for name, (width, height) in sizes.items()}
    return {name: _banner(words, width, height, typeset) for name, (width, height) in sizes.items()}


def _banner(words: Announcement, width_px: int, height_px: int, typeset: Typeset) -> bytes:
    """As low a banner as the text allows: a third of the wall, a half, or all of it."""
    for part in BANNER_PARTS[:-1]:
        try:
            return typeset(words, width_px, min(height_px, max(LEAST_BANNER_PX, height_px // part)))
        except DoesNotFit:
            continue
    return typeset(words, width_px, height_px)


def _pictures(words: Announcement, walls: tuple[Display, ...], typeset: Typeset | None) -> dict[str, bytes]:
    if typeset is not None:
        return typeset_for(walls, words, typeset)
    with tempfile.TemporaryDirectory(prefix="displayctl-") as folder, Workshop(Path(folder), children=1) as workshop:
        return typeset_for(walls, words, workshop.typeset)


def _walls(client: HubClient, display_ids: tuple[str, ...]) -> tuple[Display, ...]:
    walls = tuple(display_from_dict(part.value) for part in client.parts(PartKind.DISPLAY))
    chosen = tuple(wall for wall in walls if not display_ids or wall.id in display_ids)
    unknown = set(display_ids) - {wall.id for wall in walls}
    if unknown or not chosen:
        raise NothingToSign(f"there is no wall {min(unknown, default='')!r}; list the walls, then choose again")
    return chosen


def _named(alerts: tuple[AlertInfo, ...], alert_id: str) -> AlertInfo:
    found = next((alert for alert in alerts if alert.id == alert_id), None)
    if found is None:
        raise NothingToSign(f"the hub does not know the alert {alert_id!r}; look at the list of alerts")
    return found


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
