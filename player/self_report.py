"""What a player says of itself: what is on its wall now, and that its programme is too old."""

from __future__ import annotations

from datetime import datetime

from player.covering import cover_word
from player.playback import Playback
from player.reporter import NowShowing
from player.stage import port
from schedules.programme import Programme


def now_showing(showing: port.Showing | None, playback: Playback) -> NowShowing:
    """What the stage has told that it shows, with the names that the programme has for it."""
    if showing is None:
        return NowShowing()
    if showing.cover and not showing.overlay:
        return NowShowing(cover_word(showing.cover), since_ms=showing.since_ms)
    facts = playback.facts(showing.overlay or showing.token)
    if facts is None:
        return NowShowing(since_ms=showing.since_ms, frame=showing.frame)
    title = playback.title_of(facts.medium_id)
    return NowShowing(
        facts.kind.value,
        facts.slot_id,
        facts.medium_id,
        title,
        showing.since_ms,
        facts.ends_ms,
        showing.frame,
    )


def age_fault(programme: Programme | None, confirmed: datetime | None, now: datetime) -> str:
    """That what plays is over, or was not confirmed for long; empty where neither is so."""
    if programme is not None and programme.valid_until <= now:
        return f"the programme was valid until {programme.valid_until:%Y-%m-%d %H:%M} UTC; publish a new one"
    if programme is not None and confirmed is not None and confirmed <= now:
        return f"nothing was confirmed by the hub since {confirmed:%Y-%m-%d %H:%M} UTC; playing what is here"
    return ""
