"""Judges decoders: gone, halted, silent, without frames, eating memory, or busy with nothing."""

from __future__ import annotations

from dataclasses import dataclass

from player.decoder.frames import Word
from player.decoder.memory_limit import MB, allowed_bytes
from player.stage.decks import VIEW_NS, Deck, Engagement

S = 1_000_000_000
STILL_NS = S // 4
HALT_NS = 125_000_000
"""A beat that is older than this (they come ten times a second) makes it worth asking whether somebody halted it."""

PATIENCE_NS = 2 * S
"""How long frames may fail to come from a decoder that gets no processor time."""

RESTLESS_NS = 3 * S
_MOST_BUSY_AT_REST = 0.5
_LEAST_BUSY_AT_REST = 0.1


@dataclass(frozen=True, slots=True)
class Loss:
    """Why a decoder has to be replaced, to be read after "its decoder". `guilty` where the file is to blame."""

    what: str
    guilty: bool


def judge(deck: Deck, now_ns: int, awake_since_ns: int) -> Loss | None:
    """What is wrong with the deck's decoder; None where nothing is.

    Time before `awake_since_ns`, when the whole machine stood still, is not held against it.
    """
    decoder, engaged = deck.decoder, deck.engaged
    beats = decoder.up and now_ns - decoder.ring[Word.BEAT_NS] <= HALT_NS
    if not beats and decoder.is_halted:
        return Loss("was halted from outside", guilty=False)
    if now_ns - awake_since_ns > STILL_NS and decoder.silent(now_ns):
        return Loss("did not answer", guilty=not deck.short_of_processor(now_ns))
    if engaged is not None:
        if not decoder.up or decoder.life != engaged.life:
            return Loss("was lost", guilty=not decoder.was_ended)
        if engaged.armed and (loss := _still(deck, engaged, now_ns, awake_since_ns)):
            return loss
    return _excess(deck, now_ns) if decoder.up else None


def _still(deck: Deck, engaged: Engagement, now_ns: int, awake_since_ns: int) -> Loss | None:
    """No frames though they are due: for a quarter of a second (or four frames' time if that is longer) from a decoder
    that no longer beats either, for half a second from one that does; for a whole one where a file's pictures have
    changed their size, as libVLC then loses those it has not shown yet."""
    ring, rate = deck.ring, engaged.lap.cue.frame_rate or 30.0
    if ring[Word.ENDED_NS]:
        return None
    limit = max(STILL_NS, int(4 * S / rate))
    since = max(ring[Word.FRAME_NS], ring[Word.STARTED_NS], engaged.entry.go_ns)
    beats = now_ns - ring[Word.BEAT_NS] <= STILL_NS
    if not beats and not ring[Word.STARTED_NS]:
        limit = S // 20
    elif beats:
        limit *= 4 if ring[Word.SHAPES] > 1 else 2
    length_ns = engaged.lap.cue.duration_ms * 1_000_000
    decoded_ns = engaged.entry.media_ns + since - engaged.entry.go_ns
    stood_ns = now_ns - max(since, awake_since_ns)
    if stood_ns <= limit or (length_ns and decoded_ns >= length_ns - 4 * S / rate):
        return None
    starved = deck.short_of_processor(now_ns)
    if starved and stood_ns <= PATIENCE_NS:
        return None
    return Loss("gave no more frames", guilty=not starved)


def _excess(deck: Deck, now_ns: int) -> Loss | None:
    """Twice a second: too much memory, or a processor busy while there is nothing to do."""
    if deck.views and now_ns - deck.views[-1][0] < VIEW_NS:
        return None
    view = deck.look(now_ns)
    if view is None:
        return None
    ring = deck.ring
    canvas, source = ring.format.width_px * ring.format.height_px, ring[Word.SOURCE_WIDTH] * ring[Word.SOURCE_HEIGHT]
    allowed = allowed_bytes(canvas, source)
    if view.own_bytes > allowed:
        return Loss(f"took {view.own_bytes // MB} MB of memory, more than the {allowed // MB} it may", guilty=True)
    return _restless(deck, now_ns)


def _restless(deck: Deck, now_ns: int) -> Loss | None:
    if deck.engaged is not None or now_ns - deck.rests_since_ns < RESTLESS_NS:
        return None
    (then_ns, then), (_, now) = deck.views[0], deck.views[-1]
    if then_ns < deck.rests_since_ns or now_ns - then_ns < RESTLESS_NS:
        return None
    seconds = (now_ns - then_ns) / S
    busy = (now.busy_s - then.busy_s) / seconds
    asked = busy + (now.waited_s - then.waited_s) / seconds
    if asked <= _MOST_BUSY_AT_REST or busy <= _LEAST_BUSY_AT_REST:
        return None  # beating alone takes next to nothing, though many short waits may add up on a busy machine
    return Loss("kept a processor busy with nothing to do", guilty=False)
