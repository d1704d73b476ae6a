"""The rundown: one step on the disk from one belief to the next, whatever happens in between."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from player.alert_time import AlertMoments
from player.errors import StateUnusable
from player.events import LiveAlert
from player.rundown import Rundown
from schedules.codec import alert_to_dict, programme_to_dict
from schedules.programme import Programme
from tests import builders

MOMENTS = AlertMoments(builders.at("2026-11-22 09:00"), builders.at("2026-11-22 09:01"))


def document(revision: int, **changes: object) -> tuple[Programme, bytes]:
    programme = builders.programme(builders.slot("pagi", "abc"), revision=revision, **changes)
    return programme, json.dumps(programme_to_dict(programme)).encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rundown.db"


def test_a_programme_is_pending_then_on_air_then_the_last_known_good(path: Path) -> None:
    rundown = Rundown(path)
    for revision in (1, 2):
        assert rundown.offer(*document(revision))
        assert rundown.take().revision == revision
    assert rundown.offer(*document(3))
    rundown.close()
    again = Rundown(path)
    held = [programme and programme.revision for programme in (again.on_air, again.pending, again.last_good())]
    assert held == [2, 3, 1]
    again.close()


def test_an_older_or_equal_revision_is_not_taken(path: Path) -> None:
    rundown = Rundown(path)
    assert rundown.offer(*document(5))
    assert not rundown.offer(*document(5))
    assert not rundown.offer(*document(4))
    assert rundown.offer(*document(6))
    assert rundown.take().revision == 6
    with pytest.raises(StateUnusable, match="no programme is pending"):
        rundown.take()
    rundown.close()


def test_alerts_are_there_again_after_a_restart(path: Path) -> None:
    rundown = Rundown(path)
    alerts = (
        LiveAlert(builders.alert(), ("/a.png", "/b.png"), ("/n.png",), confirmed=False, began=MOMENTS.passed),
        LiveAlert(builders.alert("gempa")),
        LiveAlert(builders.alert("gempa", drill=True), ("/g.png",)),
    )
    assert rundown.believe(alerts) == alerts
    rundown.keep_alerts(MOMENTS)
    rundown.close()
    again = Rundown(path)
    assert again.alerts == alerts
    assert again.moments == MOMENTS
    again.believe(())
    again.keep_alerts(MOMENTS)
    again.close()
    assert Rundown(path).alerts == ()


def test_what_was_taken_back_stays_away_after_the_correction_is_gone_and_after_a_restart(path: Path) -> None:
    alert = LiveAlert(builders.alert(), ("/a.png",))
    later = builders.at("2026-11-22 09:10")
    correction = LiveAlert(builders.alert("ralat", issued_at=later, supersedes=("banjir",)), ("/r.png",))
    rundown = Rundown(path)
    assert rundown.believe((correction,)) == (correction,)
    assert rundown.believe((alert, correction)) == (correction,)
    assert rundown.believe((alert,)) == ()
    rundown.keep_alerts(MOMENTS)
    rundown.close()
    again = Rundown(path)
    assert again.believe((alert,)) == ()
    renewed = LiveAlert(builders.alert(issued_at=builders.at("2026-11-22 09:11")), ("/a.png",))
    assert again.believe((renewed,)) == (renewed,), "an alert raised anew is another one"
    drill = LiveAlert(builders.alert(drill=True), ("/d.png",))
    assert again.believe((drill,)) == (drill,)
    again.close()


def test_what_a_drill_supersedes_stays_where_it_is_real(path: Path) -> None:
    later = builders.at("2026-11-22 09:10")
    drill = LiveAlert(builders.alert("latihan", issued_at=later, supersedes=("banjir",), drill=True))
    alert = LiveAlert(builders.alert(), ("/a.png",))
    rundown = Rundown(path)
    assert rundown.believe((drill, alert)) == (drill, alert)
    assert rundown.believe((alert,)) == (alert,)
    rundown.close()


def test_alerts_that_the_former_version_kept_are_read(path: Path) -> None:
    Rundown(path).close()
    with sqlite3.connect(path) as database:
        row = ("banjir", json.dumps(alert_to_dict(builders.alert())), "/a.png")
        database.execute("INSERT INTO alert VALUES (?, ?, ?)", row)
        database.execute("INSERT INTO standing VALUES ('gempa', 0, '{}', '[]', '[]', 1, NULL)")
        database.execute("INSERT INTO standing VALUES ('api', 0, ?, '{}', '[]', 1, NULL)", row[1:2])
        database.execute("INSERT INTO withdrawn VALUES ('gempa', 0, 'noon', 'ralat')")
    database.close()
    rundown = Rundown(path)
    assert rundown.alerts == (LiveAlert(builders.alert(), ("/a.png",)),)
    assert rundown.moments == AlertMoments()
    rundown.close()


def test_a_document_that_went_bad_gives_way_to_the_last_known_good(path: Path) -> None:
    rundown = Rundown(path)
    for revision in (1, 2):
        rundown.offer(*document(revision))
        rundown.take()
    rundown.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE programme SET document = x'00' WHERE place = 'on-air'")
    database.close()
    again = Rundown(path)
    assert again.on_air is not None
    assert again.on_air.revision == 1
    again.close()


def test_what_was_held_for_another_wall_is_forgotten(path: Path) -> None:
    rundown = Rundown(path)
    rundown.belong_to("tugu")
    rundown.offer(*document(1))
    rundown.take()
    rundown.believe((LiveAlert(builders.alert(), ("/a.png",)),))
    rundown.keep_alerts(AlertMoments())
    rundown.belong_to("tugu")
    assert rundown.on_air is not None
    assert rundown.alerts != ()
    rundown.belong_to("taman")
    assert rundown.on_air is None
    rundown.close()
    again = Rundown(path)
    assert (again.on_air, again.alerts) == (None, ())
    again.close()


def test_a_file_that_is_no_database_is_set_aside(path: Path) -> None:
    path.write_bytes(b"rubbish" * 1000)
    rundown = Rundown(path)
    assert rundown.set_aside is not None
    assert rundown.on_air is None
    rundown.close()


_TURNS = """
import json, sys
from pathlib import Path
from player.rundown import Rundown
from tests.player.test_rundown import document
rundown = Rundown(Path(sys.argv[1]))
revision = max((held.revision for held in (rundown.on_air, rundown.pending) if held), default=0)
print("ready", flush=True)
if rundown.pending is not None:  # killed between the two: else a newer one would take its place
    print("took", rundown.take().revision, flush=True)
while True:
    revision += 1
    rundown.offer(*document(revision))
    print("offered", revision, flush=True)
    print("took", rundown.take().revision, flush=True)
"""


def test_killed_at_any_moment_it_holds_one_belief_or_the_next(path: Path) -> None:
    chance = random.Random(7)
    for _ in range(6):
        child = subprocess.Popen(
            [sys.executable, "-c", _TURNS, str(path)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.1))  # the kill is meant to come at a random moment
        os.kill(child.pid, signal.SIGKILL)
        said = [line.split() for line in child.stdout.read().splitlines() if line.count(" ") == 1]
        child.stdout.close()
        child.wait()
        rundown = Rundown(path)
        taken = max((int(revision) for word, revision in said if word == "took"), default=0)
        offered = max((int(revision) for word, revision in said if word == "offered"), default=0)
        newest = max((held.revision for held in (rundown.on_air, rundown.pending) if held), default=0)
        assert newest >= max(taken, offered)
        if rundown.on_air is not None:
            assert rundown.on_air.revision >= taken
            last = rundown.last_good()
            assert rundown.on_air.revision == 1 or (last is not None and last.revision == rundown.on_air.revision - 1)
        rundown.close()
