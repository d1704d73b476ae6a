"""What plays on a wall and why, as desks ask it: the words of `schedules.explain` with names put to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from displayctl.api.models import LostSlot, PlaysInfo
from displayctl.hub.alerts import Alerts
from displayctl.hub.drafts import home_group
from displayctl.hub.publishing import Publishing
from schedules.alert import Alert
from schedules.clock import Clock
from schedules.codec import alert_to_dict
from schedules.director import Showing
from schedules.explain import explain
from schedules.instants import EPOCH
from schedules.programme import Programme

PUBLISHED, DRAFT = "published", "draft"
SKEW = timedelta(minutes=1)
"""What has gone by for a desk whose clock is late may be now for the hub."""


class Explaining:
    """Answers from the programme that is published, or was at an instant that is over; or from the draft."""

    def __init__(self, publishing: Publishing, alerts: Alerts, clock: Clock) -> None:
        self._publishing, self._alerts, self._clock = publishing, alerts, clock

    def plays(self, display_id: str, at: datetime, source: str, region: str = "") -> PlaysInfo:
        """Raises NoSuchThing for a wall or a publication that is not there, UnknownName where it has not this wall,
        InvalidValue where the wall has not this loop region."""
        group = home_group(self._publishing.display(display_id))
        programme, alerts = self._in_force(group, at, source)
        explanation = explain(programme, display_id, at, alerts, region)
        showing = explanation.showing
        return PlaysInfo(
            display_id=display_id,
            at=at,
            until=explanation.until,
            source=source,
            revision=programme.revision,
            kind=showing.kind.value,
            region=explanation.region,
            alert=None if showing.alert is None else alert_to_dict(showing.alert),
            takeover=showing.takeover,
            losers=tuple(
                LostSlot(slot_id=each.slot_id, slot_name=each.slot_name, rule=each.rule.value, detail=each.detail)
                for each in explanation.losers
            ),
            **_cue(programme, display_id, showing, at),
        )

    def _in_force(self, group: str, at: datetime, source: str) -> tuple[Programme, Sequence[Alert]]:
        if source == DRAFT:
            return self._publishing.draft(group), self._alerts.live()
        if at > self._clock.now() - SKEW or at < EPOCH:  # no calendar goes back that far: the compiler says so
            return self._publishing.published(group), self._alerts.live()
        return self._publishing.published_at(group, at), self._alerts.live_at(at)


def _cue(programme: Programme, display_id: str, showing: Showing, at: datetime) -> dict[str, object]:
    cue = showing.cue
    position = cue.position_at(at)
    return {
        "slot_id": cue.slot_id,
        "slot_name": next((slot.name for slot in programme.slots if slot.id == cue.slot_id), ""),
        "playlist_id": cue.playlist_id,
        "medium_id": cue.medium_id,
        "medium_title": next((medium.title for medium in programme.media if medium.id == cue.medium_id), ""),
        "sha256": "" if cue.asset is None else cue.asset.sha256,
        "asset_kind": "" if cue.asset is None else cue.asset.kind.value,
        "starts": cue.begins,
        "ends": cue.span.ends,
        "position_ms": position // timedelta(milliseconds=1),
        "frame": position * programme.display(display_id).frame_rate // timedelta(seconds=1),
        "item_index": cue.item_index,
        "volume": cue.volume,
    }
