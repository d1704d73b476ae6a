"""Stories of a whole agent: enrol, receive, fill, play, record, and play on through every trouble."""

from __future__ import annotations

from tests.player.rig import Rig


def test_a_new_player_is_enrolled_receives_fills_plays_and_records(rig: Rig) -> None:
    clip = rig.medium("a", seconds=0.6)
    rig.start()
    rig.until(lambda: rig.hub.asked_codes, "asking for enrolment")
    code = next(iter(rig.hub.asked_codes))
    rig.until(lambda: getattr(rig.last_slate, "code", "") == code, "the code on the slate")
    rig.hub.approve(rig.wall.id, rig.device_id)
    rig.until(lambda: rig.hub.connected, "the link")
    rig.hub.publish(rig.programme(rig.slot(), media=(clip,)))
    rig.until(lambda: rig.shown == "a", "the clip on the wall")
    rig.until(lambda: any(r["stage"] == "on-air" for r in rig.hub.heard("receipt")), "the receipt")
    rig.until(lambda: rig.hub.heard("heartbeat")[-1]["showing"]["medium_id"] == "a", "a heartbeat that says so")
    rig.until(lambda: rig.hub.records, "the play records", seconds=30)
    record = next(iter(rig.hub.records.values()))
    assert (record["medium_id"], record["display_id"], record["slot_id"]) == ("a", "tugu", "pagi")
