"""Planned against played where days are odd: over midnight, in a night that lacks an hour or has one too many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2

from displayctl.api.models import SettingsInfo
from displayctl.desk.installation import desk_token
from displayctl.desk.publishing import publish
from schedules.codec import play_record_to_dict
from schedules.proof import PlayRecord, ShowingKind
from tests.builders import hours
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer

BEFORE = datetime(2026, 10, 20, 12, tzinfo=UTC)
NOON = datetime(2026, 10, 24, 12, tzinfo=UTC)
"""In the night after it, clocks in Berlin are set back; on 28 March they are set forward."""
IN_SPRING = datetime(2027, 3, 27, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_a_night_counts_the_hours_that_it_really_has(tmp_path: Path) -> None:
    clock = PushedClock(BEFORE)
    with hub_in_thread(tmp_path / "data", clock) as hub:
        client = hub.client
        client.put_settings(SettingsInfo(version=client.settings().version, valid_days=300))
        add_wall(client, "jauh", time_zone="Europe/Berlin")
        add_wall(client, "tugu", time_zone="Asia/Makassar")
        medium = add_picture(client, tmp_path)
        add_playlist(client, "malam", medium.id)
        add_slot(client, "malam", "malam", "jauh", "tugu", hours=hours("22:00-04:00"))
        publish(client, hub.keyring, "utama", clock=clock)

        def planned(wall: str, starts: datetime, ends: datetime) -> timedelta:
            rows = client.played_report(starts, ends, wall).rows
            return timedelta(seconds=sum(row.planned_seconds for row in rows))

        assert [planned("jauh", noon, noon + DAY) / HOUR for noon in (NOON, IN_SPRING)] == [7, 5]
        assert [planned("tugu", noon, noon + DAY) / HOUR for noon in (NOON, IN_SPRING)] == [6, 6]
        october = {"from": "2026-09-30T16:00:00Z", "to": "2026-10-31T16:00:00Z", "format": "csv"}
        token = {"Authorization": f"Bearer {desk_token(hub.installation, environment={})}"}
        named = httpx2.get(f"{hub.url}/api/reports/plays", params=october, headers=token)
        assert "tayang-20261001-20261031.csv" in named.headers["content-disposition"], "the days of the office"
        midnight = NOON + timedelta(hours=10)
        halves = planned("jauh", NOON, midnight), planned("jauh", midnight, NOON + DAY)
        assert (halves[0] / HOUR, sum(halves, timedelta(0)) / HOUR) == (2, 7)

        with SimulatedPlayer(hub.url) as player:
            player.enrol(client, "jauh")
            over = PlayRecord(
                "r1", "jauh", ShowingKind.LOOP, midnight - 6 * timedelta(seconds=1), midnight + timedelta(seconds=4), 1,
                slot_id="malam", medium_id=medium.id,
            )  # fmt: skip
            assert player.send_records([play_record_to_dict(over)]).json()["accepted"] == 1
        first, second = (
            client.played_report(*span, "jauh").rows[0] for span in ((NOON, midnight), (midnight, NOON + DAY))
        )
        assert (first.played_plays, first.played_seconds, second.played_plays, second.played_seconds) == (1, 6, 0, 4)
