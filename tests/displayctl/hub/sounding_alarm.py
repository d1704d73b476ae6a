"""Alerts for hub tests: signed for real, with a picture of one pixel, without any typesetting."""

from __future__ import annotations

import base64
import hashlib
import io
from datetime import datetime, timedelta
from typing import Any

from PIL import Image

from content.delivery.notices import Notice, pack_notice
from content.studio.signing import sign_alert
from displayctl.api.models import AlertInfo
from displayctl.desk.signed import signed_message
from schedules.alert import Alert, AlertLevel, AlertPicture
from tests.fakes.hub_in_thread import RunningHub


def png(colour: str = "red", size: tuple[int, int] = (1, 1)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


PAGE = png()
PAGE_DIGEST = hashlib.sha256(PAGE).hexdigest()


def alarm(id: str, now: datetime, **changes: Any) -> Alert:
    """An AWAS on all walls, from `now` on for an hour."""
    fields: dict[str, Any] = {
        "headline": "Evakuasi tsunami",
        "level": AlertLevel.AWAS,
        "issued_at": now,
        "effective": now,
        "expires": now + timedelta(hours=1),
        "kind": "tsunami",
        "pictures": (AlertPicture("128x64@30", PAGE_DIGEST),),
    }
    return Alert(id=id, **{**fields, **changes})


def send(hub: RunningHub, alert: Alert) -> AlertInfo:
    """Signs `alert` in place of those it supersedes, and brings it to the hub; as the hub has it then."""
    state, document = hub.client.emergency_state(), pack_notice(Notice(alert, {PAGE_DIGEST: PAGE}))
    role = base64.b64decode(state.drill if alert.drill else state.role)
    standing = {
        info.id
        for info in hub.client.alerts()
        if info.withdrawn_at is None and bool(info.value.get("drill")) is alert.drill
    }
    for former in alert.supersedes:
        if former in standing:
            role = sign_alert(hub.keyring, role, former, None, alert.issued_at, drill=alert.drill).metadata
    signed = sign_alert(hub.keyring, role, alert.id, document, alert.issued_at, drill=alert.drill)
    sent = hub.client.send_alerts(signed_message((signed,)))
    assert hub.services.alerts.settle(10)
    return next(info for info in sent if info.id == alert.id)
