"""Backups are made while the hub works, and tested by opening them; what cannot be made or read is named."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from content.errors import Cancelled, StorageFull
from displayctl.desk.backups.contents import DATABASE, FOLDERS, MADE_ANEW, SECRETS, SIDECARS, STORES
from displayctl.desk.backups.making import make_backup
from displayctl.desk.backups.manifest import NAME
from displayctl.desk.backups.plan import (
    BackupPlan,
    back_up_now,
    follow_plan,
    keep_plan,
    load_last,
    load_plan,
    note_test,
)
from displayctl.desk.backups.shelf import BackupSet, asset_place, find_set, look_at_shelf
from displayctl.desk.backups.trying import try_backup
from displayctl.desk.backups.watching import Watch
from displayctl.desk.installation import Installation
from displayctl.errors import BackupError, BackupNewer, BackupPlaceGone
from displayctl.hub.database import DATABASE_NAME
from tests.displayctl.desk.backups.ground import NOW, STAMP, published_digest, spoil
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import hub_in_thread


def test_a_backup_of_a_hub_that_works_is_good_and_holds_no_key(office: Installation, stick: Path) -> None:
    with hub_in_thread(office.data) as hub:
        made = make_backup(office, stick, hub.services.clock)
    verdict = try_backup(made.backup)
    assert verdict.good, verdict
    assert (verdict.founded, verdict.programmes) == (True, 1)
    assert verdict.media == len(made.backup.manifest.all_assets()) > 0
    names = {path.name for path in stick.rglob("*")}
    assert names.isdisjoint({*SECRETS, "desk.token", "lock"})
    secret = (office.hub_folder / "token.secret").read_bytes()
    assert not any(secret in path.read_bytes() for path in stick.rglob("*") if path.is_file())


def test_everything_in_the_hubs_folder_is_kept_or_left_out_on_purpose(office: Installation) -> None:
    known = {DATABASE, *FOLDERS, *STORES, *SECRETS, *SIDECARS, *MADE_ANEW}
    assert {path.name for path in office.hub_folder.iterdir()} <= known
    assert DATABASE == DATABASE_NAME


def test_a_second_backup_copies_no_medium_again_and_old_ones_go(
    office: Installation, stick: Path, clock: PushedClock
) -> None:
    first = make_backup(office, stick, clock, kept=2)
    assert first.copied_bytes > 0
    for _ in range(2):
        clock.push(timedelta(hours=1))
        assert make_backup(office, stick, clock, kept=2).copied_bytes == 0
    names = [each.name for each in look_at_shelf(stick).sets]
    assert names == ["20261122T100000Z", "20261122T090000Z"]
    assert try_backup(find_set(stick)).good


def test_media_that_no_backup_needs_any_more_leave_the_shelf(
    office: Installation, stick: Path, clock: PushedClock
) -> None:
    backup = make_backup(office, stick, clock, kept=1).backup
    gone = next(iter(backup.manifest.assets["media"]))
    (office.hub_folder / "media" / "sha256" / gone[:2] / gone).unlink()
    clock.push(timedelta(hours=1))
    assert make_backup(office, stick, clock, kept=1).freed_bytes > 0
    assert not asset_place(backup.folder.parent, gone).exists()


def test_a_medium_that_is_needed_and_not_in_the_backup_is_found(
    office: Installation, stick: Path, clock: PushedClock
) -> None:
    needed = published_digest(office)
    (office.hub_folder / "media" / "sha256" / needed[:2] / needed).unlink()
    verdict = try_backup(make_backup(office, stick, clock).backup)
    assert not verdict.good
    assert verdict.missing == (needed,)


def test_a_medium_that_is_spoilt_in_the_hub_is_named_and_not_copied(
    office: Installation, stick: Path, clock: PushedClock
) -> None:
    needed = published_digest(office)
    spoil(office.hub_folder / "media" / "sha256" / needed[:2] / needed)
    made = make_backup(office, stick, clock)
    assert made.spoilt == (needed,)
    assert not made.backup.asset(needed).exists()


def test_a_backup_of_a_newer_version_is_refused(
    office: Installation, stick: Path, clock: PushedClock, backup: BackupSet
) -> None:
    with closing(sqlite3.connect(office.hub_folder / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    newer = make_backup(office, stick, PushedClock(NOW + timedelta(hours=1))).backup
    assert any("newer displayctl" in fault for fault in try_backup(newer).faults)
    manifest = json.loads((backup.folder / NAME).read_bytes())
    (backup.folder / NAME).write_text(json.dumps({**manifest, "format": 2, "version": "9.9"}))
    with pytest.raises(BackupNewer, match=r"9\.9"):
        find_set(stick, STAMP)


@pytest.mark.parametrize("name", ["../../hub.sqlite", "/etc/passwd", "repository/../../x", "online.pem", "repository"])
def test_a_manifest_that_leads_elsewhere_is_damaged(stick: Path, backup: BackupSet, name: str) -> None:
    manifest = json.loads((backup.folder / NAME).read_bytes())
    manifest["files"].append([name, 1, "0" * 64])
    (backup.folder / NAME).write_text(json.dumps(manifest))
    assert look_at_shelf(stick).sets == ()


def test_a_full_disk_is_told_before_anything_is_written(
    office: Installation, stick: Path, clock: PushedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(StorageFull, match="needs"):
        make_backup(office, stick, clock)
    assert look_at_shelf(stick).sets == ()


def test_a_disk_that_fills_up_meanwhile_leaves_the_older_backups(
    office: Installation, stick: Path, clock: PushedClock, backup: BackupSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(stick))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", full)
        with pytest.raises(StorageFull, match="is full"):
            make_backup(office, stick, PushedClock(NOW + timedelta(hours=1)))
    assert [each.name for each in look_at_shelf(stick).sets] == [STAMP]
    assert not list(backup.folder.parent.glob(".*"))


def test_a_stick_that_is_pulled_out_is_named(office: Installation, stick: Path, clock: PushedClock) -> None:
    def pulled(done: int, whole: int) -> None:
        if done:
            shutil.rmtree(stick, ignore_errors=True)

    with pytest.raises(BackupPlaceGone, match="pulled out"):
        make_backup(office, stick, clock, watch=Watch(pulled))
    with pytest.raises(BackupPlaceGone, match="put the stick in"):
        make_backup(office, stick, clock)


def test_work_that_is_stopped_leaves_nothing(office: Installation, stick: Path, clock: PushedClock) -> None:
    with pytest.raises(Cancelled):
        make_backup(office, stick, clock, watch=Watch(is_stopped=lambda: True))
    assert look_at_shelf(stick).sets == ()


def test_the_plan_is_followed_once_a_day_and_the_last_backup_is_remembered(
    office: Installation, stick: Path, clock: PushedClock
) -> None:
    assert follow_plan(office, clock) is None
    keep_plan(office, BackupPlan(stick, 3))
    assert load_plan(office) == BackupPlan(stick, 3)
    made = follow_plan(office, clock)
    assert made is not None
    assert follow_plan(office, clock) is None
    note_test(office, made.backup.name, good=True)
    last = load_last(office)
    assert last is not None
    assert (last.name, last.made_at, last.good) == (STAMP, NOW, True)
    shutil.rmtree(stick)
    clock.push(timedelta(days=2))
    assert follow_plan(office, clock) is None
    clock.push(timedelta(days=2))
    with pytest.raises(BackupPlaceGone):
        follow_plan(office, clock)


def test_a_backup_is_made_also_where_it_cannot_be_noted(office: Installation, stick: Path, clock: PushedClock) -> None:
    (office.data / "backup-last.json").mkdir()
    made = back_up_now(office, stick, clock)
    assert made.unnoted
    assert [each.name for each in look_at_shelf(stick).sets] == [made.backup.name]
    keep_plan(office, BackupPlan(stick))
    with pytest.raises(StorageFull):
        follow_plan(office, clock)


def test_where_no_backup_can_be_noted_those_of_former_days_stay(
    office: Installation, stick: Path, clock: PushedClock
) -> None:
    keep_plan(office, BackupPlan(stick, kept=1))
    first = follow_plan(office, clock)
    assert first is not None
    (office.data / "backup-last.json.new").mkdir()
    for _ in range(2):
        clock.push(timedelta(days=1))
        with pytest.raises(OSError, match="backup-last"):
            follow_plan(office, clock)
    assert [each.name for each in look_at_shelf(stick).sets] == [first.backup.name]


@pytest.mark.parametrize("text", ["", "[]", '{"kept": "many"}', '{"folder": 3, "kept": -4}', "\x00" * 50])
def test_a_damaged_plan_gives_the_defaults(office: Installation, text: str) -> None:
    for name in ("backup.json", "backup-last.json"):
        (office.data / name).write_text(text)
    assert 1 <= load_plan(office).kept <= 1000
    assert load_last(office) is None


def test_there_is_nothing_to_back_up_and_no_backup_to_find(
    office: Installation, stick: Path, clock: PushedClock, tmp_path: Path
) -> None:
    with pytest.raises(BackupError, match="nothing to back up"):
        back_up_now(Installation(tmp_path / "nowhere"), stick, clock)
    with pytest.raises(BackupError, match="choose a folder elsewhere"):
        back_up_now(office, office.hub_folder, clock)
    with pytest.raises(BackupError, match="no backup"):
        find_set(stick)
