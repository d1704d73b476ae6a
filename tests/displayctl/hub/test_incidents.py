"""What is kept of emergencies: who, when, which walls; pictures nobody asked for; drills apart; forgotten in time."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from websockets.sync.client import ClientConnection

from content.errors import ContentMissing
from displayctl.api.errors import NotFound
from displayctl.api.incidents import IncidentPicture, StepKind
from displayctl.api.models import PartKind
from displayctl.api.office import OfficeSettings, SettingsInfo
from displayctl.hub.clockwork import RECORDS_KEPT
from displayctl.hub.drills import month_status
from displayctl.hub.repositories.audit import AuditFilter
from schedules.alert import AlertLevel
from schedules.codec import holiday_set_to_dict, play_record_to_dict
from schedules.proof import PlayRecord, ShowingKind
from schedules.recurrence import HolidaySet
from tests.builders import at
from tests.displayctl.hub.ground import add_wall, eventually, now
from tests.displayctl.hub.sounding_alarm import PAGE_DIGEST, alarm, png, send
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, said, say

CLOCK = PushedClock(now())
SEEN = png("blue", (48, 32))


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path_factory.mktemp("incidents"), CLOCK) as running:
        add_wall(running.client)
        add_wall(running.client, "teluk")
        yield running


@pytest.fixture(scope="module")
def player(hub: RunningHub) -> Iterator[SimulatedPlayer]:
    with SimulatedPlayer(hub.url) as enrolled:
        enrolled.enrol(hub.client, "tugu")
        yield enrolled


@pytest.fixture
def link(player: SimulatedPlayer) -> Iterator[ClientConnection]:
    with player.link() as opened:
        yield opened


def tell_shown(hub: RunningHub, link: ClientConnection, alert_id: str, after: timedelta = timedelta(seconds=1)) -> None:
    """The wall says that it shows an alert, `after` it was raised."""
    CLOCK.push(after)
    say(link, type="alert-shown", alert_id=alert_id, at_ms=_ms(CLOCK.now()), frame="ab" * 32)
    eventually(lambda: "tugu" in next(info for info in hub.client.alerts() if info.id == alert_id).receipts)
    assert hub.services.alerts.settle(10)


def end_all(hub: RunningHub, *ids: str) -> None:
    """One alert takes the place of these, and ends."""
    CLOCK.push(timedelta(seconds=1))
    closing = alarm(f"end-{ids[0]}", CLOCK.now(), supersedes=ids, expires=CLOCK.now() + timedelta(seconds=1))
    send(hub, closing)
    CLOCK.push(timedelta(seconds=2))


def photographed(hub: RunningHub, link: ClientConnection, picture: bytes = SEEN) -> None:
    """The hub's clockwork asks for pictures, and the wall sends one."""
    shooting = threading.Thread(target=hub.services.clockwork.run, args=("incident-pictures",))
    shooting.start()
    asked = said(link, "screenshot")
    say(link, type="screenshot", id=asked["id"], png=base64.b64encode(picture).decode())
    shooting.join(20)
    assert hub.services.clockwork.problems() == ()


def test_what_updates_extends_and_takes_back_an_alert_is_one_incident(hub: RunningHub, link: ClientConnection) -> None:
    first = alarm("one", CLOCK.now(), area="Luwuk", source="BMKG")
    send(hub, first)
    tell_shown(hub, link, "one")
    CLOCK.push(timedelta(minutes=1))
    longer = alarm("two", CLOCK.now(), area="Luwuk", source="BMKG", supersedes=("one",))
    send(hub, longer)
    CLOCK.push(timedelta(minutes=1))
    send(hub, alarm("three", CLOCK.now(), headline="Evakuasi selesai", supersedes=("two",), level=AlertLevel.SIAGA))
    CLOCK.push(timedelta(minutes=1))
    ralat = alarm(
        "four", CLOCK.now(), headline="RALAT", supersedes=("three",), corrects="three", level=AlertLevel.SIAGA
    )
    send(hub, ralat)
    told = hub.client.incidents.incident("three")
    assert [step.kind for step in told.steps] == [
        StepKind.RAISED,
        StepKind.EXTENDED,
        StepKind.UPDATED,
        StepKind.CORRECTED,
    ]
    info = told.info
    assert (info.id, info.area, info.source, info.alerts, info.corrected, info.live) == (
        "one",
        "Luwuk",
        "BMKG",
        4,
        True,
        True,
    )
    assert (info.walls, info.shown, [wall.name for wall in info.missing]) == (2, 1, ["Teluk"])
    assert info.median_seconds == info.worst_seconds == pytest.approx(1, abs=0.01)
    outcome = next(wall for wall in told.steps[0].walls if wall.display_id == "tugu")
    assert (outcome.name, outcome.frame) == ("Tugu", "ab" * 32)
    assert [signer.name for signer in told.steps[0].signers] != []
    assert hub.client.incidents.incidents()[0].id == "one"
    CLOCK.push(timedelta(seconds=1))
    send(
        hub, alarm("five", CLOCK.now(), headline="Berakhir", kind="ended", supersedes=("four",), level=AlertLevel.SIAGA)
    )
    assert hub.client.incidents.incident("one").steps[-1].kind is StepKind.ENDED
    end_all(hub, "five")
    assert not hub.client.incidents.incident("one").info.live


def test_the_audit_trail_says_who_signed_what_for_which_walls(hub: RunningHub) -> None:
    send(hub, alarm("trail", CLOCK.now(), display_ids=("teluk",)))
    trail = hub.services.audit
    entry = trail.page(AuditFilter(id="trail"), 0, 10).entries[0]
    noted = json.loads(entry.after)
    assert (entry.action, noted["level"], noted["kind"], noted["walls"]) == (
        "alert.raise",
        "AWAS",
        "tsunami",
        ["Teluk"],
    )
    assert len(noted["signers"]) == 1
    assert noted["drill"] is False
    send(hub, alarm("trail-drill", CLOCK.now(), drill=True))
    assert trail.page(AuditFilter(id="trail-drill"), 0, 10).entries[0].action == "drill.raise"
    end_all(hub, "trail")
    assert trail.page(AuditFilter(id="trail"), 0, 10).entries[0].action == "alert.withdraw"


def test_walls_are_photographed_while_an_alert_is_on_though_nobody_asks(
    hub: RunningHub, player: SimulatedPlayer
) -> None:
    CLOCK.push(timedelta(seconds=31))  # nothing that came before is on its way any more
    with player.link() as link:
        send(hub, alarm("seen", CLOCK.now()))
        hub.services.clockwork.run("incident-pictures")
        assert hub.client.incidents.incident("seen").pictures == ()  # no wall has said that it shows it
        tell_shown(hub, link, "seen")
        photographed(hub, link)
        [picture] = hub.client.incidents.incident("seen").pictures
        assert (picture.display_id, picture.size_bytes) == ("tugu", len(SEEN))
        assert hub.client.incidents.picture("seen", picture.sha256) == SEEN
        hub.services.clockwork.run("incident-pictures")
        assert len(hub.client.incidents.incident("seen").pictures) == 1  # five minutes have not gone by
    CLOCK.push(timedelta(minutes=5))
    with player.link() as link:  # the former one has been silent for too long by now
        say(link, type="heartbeat", sent_ms=1)
        said(link, "time")  # the hub serves the link: a wall that is away is asked again half a minute later only
        photographed(hub, link, png("green"))
        assert len(hub.client.incidents.incident("seen").pictures) == 2
        say(link, type="alert-ended", alert_id="seen", at_ms=_ms(CLOCK.now()), why="withdrawn")
        eventually(lambda: hub.client.alerts()[0].receipts["tugu"].ended_at is not None)
    CLOCK.push(timedelta(minutes=6))
    hub.services.clockwork.run("incident-pictures")
    assert hub.client.incidents.incident("seen").info.pictures == 2
    with pytest.raises(NotFound):
        hub.client.incidents.picture("seen", hashlib.sha256(b"other").hexdigest())
    end_all(hub, "seen")


def test_a_wall_on_its_way_to_a_further_alert_is_left_alone_for_a_while(
    hub: RunningHub, link: ClientConnection
) -> None:
    send(hub, alarm("before", CLOCK.now()))
    tell_shown(hub, link, "before")
    send(hub, alarm("further", CLOCK.now()))
    hub.services.clockwork.run("incident-pictures")
    assert hub.client.incidents.incident("before").pictures == ()
    CLOCK.push(timedelta(seconds=31))
    photographed(hub, link)
    assert len(hub.client.incidents.incident("before").pictures) == 1
    end_all(hub, "before", "further")


def test_what_is_no_reasonable_picture_is_not_kept(hub: RunningHub, link: ClientConnection) -> None:
    send(hub, alarm("huge", CLOCK.now()))
    tell_shown(hub, link, "huge")
    photographed(hub, link, SEEN + bytes(1 << 20))
    assert hub.client.incidents.incident("huge").pictures == ()
    end_all(hub, "huge")


def test_emergencies_are_in_the_as_run_log_with_page_and_drill(hub: RunningHub, player: SimulatedPlayer) -> None:
    begun = CLOCK.now()
    send(hub, alarm("aired", begun, drill=True))
    records = [
        PlayRecord(
            f"{name}-{begun:%s}", "tugu", ShowingKind.ALERT, begun, begun + timedelta(seconds=10), 1, "", "aired", sha
        )
        for name, sha in (("known", PAGE_DIGEST), ("other", "f" * 64))
    ]
    assert player.send_records([play_record_to_dict(record) for record in records]).is_success
    plays = hub.client.incidents.plays(begun - timedelta(minutes=1), begun + timedelta(minutes=1))
    rows = [row for row in plays.rows if row.alert_id == "aired"]
    assert sorted((row.page, row.drill, row.headline, row.level) for row in rows) == [
        (0, True, "Evakuasi tsunami", 3),
        (1, True, "Evakuasi tsunami", 3),
    ]
    text = hub.client.incidents.plays_csv(begun - timedelta(minutes=1), begun + timedelta(minutes=1), "tugu")
    assert text.decode().splitlines()[0].startswith("display_id,alert_id,headline,kind,level,drill,page")
    assert len(hub.client.incidents.incident("aired").plays) == 2


def test_drills_and_earnest_are_never_one_incident(hub: RunningHub) -> None:
    send(hub, alarm("earnest", CLOCK.now()))
    CLOCK.push(timedelta(seconds=1))
    send(hub, alarm("trying", CLOCK.now(), drill=True, supersedes=("earnest",)))
    assert hub.client.incidents.incident("trying").info.alerts == 1
    assert hub.client.incidents.incident("earnest").info.live
    assert "trying" in {each.id for each in hub.client.incidents.drills().drills}
    assert "earnest" not in {each.id for each in hub.client.incidents.drills().drills}
    end_all(hub, "earnest")


def test_the_record_is_forgotten_with_the_records_of_its_time(tmp_path: Path) -> None:
    clock = PushedClock(now())
    with hub_in_thread(tmp_path / "data", clock) as hub:
        send(hub, alarm("old", clock.now()))
        incidents, storage = hub.services.incidents, hub.services.storage
        kept = incidents._store.add_bytes(SEEN).sha256
        with storage.writing() as work:
            work.incidents.add_picture(
                IncidentPicture(
                    alert_id="old", display_id="tugu", taken_at=clock.now(), sha256=kept, size_bytes=len(SEEN)
                )
            )
            work.commit()
        hub.services.clockwork.run("incident-record")
        assert incidents.picture("old", kept) == SEEN
        clock.push(RECORDS_KEPT + timedelta(days=1))
        hub.services.clockwork.run("incident-record")
        assert incidents.incident("old").pictures == ()
        with pytest.raises(ContentMissing):
            incidents._store.open(kept)


def test_desks_are_reminded_once_a_month_until_a_drill_is_run(tmp_path: Path) -> None:
    clock = PushedClock(at("2026-12-01 08:59"))
    with hub_in_thread(tmp_path / "data", clock, founded=True) as hub:
        heard: list[str] = []
        stop = hub.services.bus.listen(lambda event: heard.append(event.id) if event.kind == "drill" else None)
        holiday = HolidaySet("libur", "Libur", (date(2026, 12, 1),))
        hub.services.clockwork.run("drill-reminder")
        hub.client.create_part(PartKind.HOLIDAYS, holiday_set_to_dict(holiday))
        clock.push(timedelta(minutes=2))
        hub.services.clockwork.run("drill-reminder")
        assert heard == []  # the first is a holiday, so the second of December counts
        clock.push(timedelta(days=1))
        for _ in range(3):
            hub.services.clockwork.run("drill-reminder")
        assert heard == ["2026-12"]
        assert hub.client.incidents.drills().status.overdue
        stop()


@pytest.mark.parametrize(
    ("day", "hour", "now_there", "due"),
    [
        (0, 9, "2026-11-22 10:00", "2026-11-02 09:00"),  # the first of November 2026 is a Sunday
        (15, 7, "2026-11-15 06:59", "2026-11-15 07:00"),
        (28, 23, "2027-02-01 00:00", "2027-02-28 23:00"),
    ],
)
def test_the_drill_is_due_by_the_offices_own_calendar(day: int, hour: int, now_there: str, due: str) -> None:
    office = OfficeSettings(drill_day=day, drill_hour=hour)
    status = month_status(office, set(), (), at(now_there))
    assert (status.due_at, status.overdue) == (at(due), at(now_there) >= at(due))
    assert month_status(office, set(), (at(now_there),), at(now_there)).done
    late = datetime(2026, 10, 31, 15, 59, tzinfo=UTC)  # still October in Luwuk
    assert not month_status(office, set(), (late,), at("2026-11-22 10:00")).done


def test_who_wants_no_reminder_gets_none_and_settings_of_former_versions_are_read() -> None:
    status = month_status(OfficeSettings(drill_reminder=False), set(), (), at("2026-11-22 10:00"))
    assert (status.due_at, status.overdue) == (None, False)
    assert SettingsInfo.model_validate({"version": 3, "valid_days": 60}).office == OfficeSettings()
    with pytest.raises(ValueError, match="no time zone"):
        OfficeSettings(zone="Mars/Utopia")


def _ms(instant: datetime) -> int:
    return round(instant.timestamp() * 1000)
