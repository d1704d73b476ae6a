"""Backups: made while the hub works, tested by opening them, brought back whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.errors import Cancelled, Refused, StorageFull
from displayctl.desk.backups import finishing, trying
from displayctl.desk.backups.contents import DATABASE, FOLDERS, MADE_ANEW, SECRETS, SIDECARS, STORES
from displayctl.desk.backups.finishing import finish_restoring
from displayctl.desk.backups.keys_box import gather_keys, open_box, seal_keys
from displayctl.desk.backups.losing import what_is_lost
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
from displayctl.desk.backups.restoring import restore_backup
from displayctl.desk.backups.shelf import BackupSet, asset_place, find_set, look_at_shelf
from displayctl.desk.backups.trying import try_backup
from displayctl.desk.backups.watching import Watch
from displayctl.desk.installation import Installation
from displayctl.desk.publishing import publish
from displayctl.errors import BackupDamaged, BackupError, BackupNewer, BackupPlaceGone
from displayctl.hub.backup_trial import try_out
from displayctl.hub.database import DATABASE_NAME
from schedules.clock import SystemClock
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import hub_in_thread

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
STAMP = "20261122T080000Z"
CHEAP = 6


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with a wall, a picture, and something published; copied by each test."""
    folder = tmp_path_factory.mktemp("furnished")
    with hub_in_thread(folder / "office") as hub:
        add_wall(hub.client)
        medium = add_picture(hub.client, folder)
        add_playlist(hub.client, "pagi", medium.id)
        add_slot(hub.client, "pagi", "pagi", "tugu")
        publish(hub.client, hub.keyring, "utama")
    return folder / "office"


@pytest.fixture
def office(furnished: Path, tmp_path: Path) -> Installation:
    shutil.copytree(furnished, tmp_path / "office")
    return Installation(tmp_path / "office")


@pytest.fixture(autouse=True)
def trial_in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own for each trial takes seconds; one test has it."""
    if "works" not in request.node.name:
        monkeypatch.setattr(trying, "_tried", lambda folder: try_out(folder, SystemClock()))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def clock() -> PushedClock:
    return PushedClock(NOW)


@pytest.fixture
def backup(office: Installation, stick: Path, clock: PushedClock) -> BackupSet:
    return make_backup(office, stick, clock).backup


def tables(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if not line.startswith("PRAGMA")]


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


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


def test_what_was_there_comes_back_and_what_came_later_is_gone_but_kept_aside(
    office: Installation, stick: Path, clock: PushedClock, backup: BackupSet
) -> None:
    before = tables(office.hub_folder / DATABASE)
    with hub_in_thread(office.data) as hub:
        add_wall(hub.client, "taman")
    loss = what_is_lost(office, backup)
    assert loss.rows["parts"] == (len(hub_parts(office)), len(hub_parts(office)) - 1)
    assert (loss.since, loss.another, loss.keyless, loss.unreadable) == (NOW, False, False, False)
    restored = restore_backup(office, backup, clock)
    assert tables(office.hub_folder / DATABASE) == before
    assert restored.safety is not None
    assert restored.replaced is None
    assert try_backup(restored.safety).good
    with hub_in_thread(office.data) as hub:
        assert "taman" not in hub_parts(office)
        assert hub.services.audit.verify().findings == ()
        entry = hub.client.accounts.audit(action="backup").entries[0]
        assert (entry.action, entry.id) == ("backup.restored", STAMP)
    restore_backup(office, restored.safety, clock)
    assert "taman" in hub_parts(office)


def hub_parts(office: Installation) -> list[str]:
    with closing(sqlite3.connect(office.hub_folder / DATABASE)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM parts")]


def test_media_that_were_lost_come_back(office: Installation, clock: PushedClock, backup: BackupSet) -> None:
    shutil.rmtree(office.hub_folder / "media")
    shutil.rmtree(office.hub_folder / "repository")
    (office.hub_folder / DATABASE).write_bytes(b"no database any more" * 100)
    assert what_is_lost(office, backup).unreadable
    restored = restore_backup(office, backup, clock)
    assert restored.safety is None
    assert restored.replaced is not None
    assert (restored.replaced / DATABASE).read_bytes().startswith(b"no database")
    with hub_in_thread(office.data) as hub:
        medium = hub.client.media().media[0]
        assert hub.client.transport.send("GET", f"/api/media/{medium.id}/poster").content


def test_nothing_is_brought_back_while_a_hub_works_on_the_folder(
    office: Installation, clock: PushedClock, backup: BackupSet
) -> None:
    from displayctl.desk.folder_lock import FolderLock

    with FolderLock(office.hub_folder / "lock"), pytest.raises(BackupError, match="a hub works on"):
        restore_backup(office, backup, clock)


@pytest.mark.parametrize("what", [DATABASE, NAME, "repository/metadata/timestamp.json", "asset"])
def test_a_damaged_backup_is_told_and_changes_nothing(
    office: Installation, stick: Path, clock: PushedClock, backup: BackupSet, what: str
) -> None:
    before = tables(office.hub_folder / DATABASE)
    sha256 = next(iter(backup.manifest.all_assets()))
    spoil(backup.asset(sha256) if what == "asset" else backup.folder / what)
    if what == NAME:
        assert "list of contents" in look_at_shelf(stick).unreadable[0]
        with pytest.raises(BackupDamaged):
            find_set(stick, STAMP)
        return
    verdict = try_backup(backup)
    assert not verdict.good
    assert verdict.spoilt == ((sha256,) if what == "asset" else ())
    shutil.rmtree(office.hub_folder / "media")
    with pytest.raises(BackupDamaged, match="nothing was changed"):
        restore_backup(office, backup, clock)
    assert tables(office.hub_folder / DATABASE) == before
    assert not (office.hub_folder / finishing.STAGING).exists()


def test_a_medium_that_is_needed_and_not_in_the_backup_is_found(
    office: Installation, stick: Path, clock: PushedClock
) -> None:
    needed = published_digest(office)
    (office.hub_folder / "media" / "sha256" / needed[:2] / needed).unlink()
    verdict = try_backup(make_backup(office, stick, clock).backup)
    assert not verdict.good
    assert verdict.missing == (needed,)


def published_digest(office: Installation) -> str:
    with closing(sqlite3.connect(office.hub_folder / DATABASE)) as connection:
        return str(connection.execute("SELECT sha256 FROM renditions").fetchone()[0])


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


def test_a_restoration_that_a_power_cut_ended_is_brought_to_its_end(
    office: Installation, clock: PushedClock, backup: BackupSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut after each rename in turn; the next start always finds all of the backup, or all of before."""
    before = tables(office.hub_folder / DATABASE)
    add_note(office)
    later = tables(office.hub_folder / DATABASE)
    real = os.rename
    for allowed in range(5):
        shutil.copytree(office.data, office.data.with_name(f"cut-{allowed}"))
        cut = Installation(office.data.with_name(f"cut-{allowed}"))
        left = [allowed]

        def rename(source: Path, target: Path, left: list[int] = left) -> None:
            if finishing.STAGING in str(source) or finishing.REPLACED in str(target):
                if not left[0]:
                    raise PowerCut
                left[0] -= 1
            real(source, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", rename)
            with suppress(PowerCut):
                restore_backup(cut, backup, clock)
        finish_restoring(cut.hub_folder)
        assert tables(cut.hub_folder / DATABASE) in (before, later)
        assert tables(cut.hub_folder / DATABASE) == before
        assert (cut.hub_folder / "repository" / "metadata" / "timestamp.json").exists()
        assert not (cut.hub_folder / finishing.ORDER).exists()


class PowerCut(BaseException):
    """Nothing after it is done."""


def add_note(office: Installation) -> None:
    with closing(sqlite3.connect(office.hub_folder / DATABASE)) as connection, connection:
        connection.execute("INSERT INTO counters (name, value) VALUES ('later', 1)")


def test_keys_go_with_a_backup_only_sealed_and_come_back_to_where_there_are_none(
    office: Installation, stick: Path, clock: PushedClock, tmp_path: Path
) -> None:
    keys = gather_keys(office)
    assert {"hub/online.pem", "hub/token.secret"} <= keys.keys()
    box = seal_keys(keys, "empat kata yang lain", CHEAP)
    backup = make_backup(office, stick, clock, box=box).backup
    assert try_backup(backup).good
    assert backup.manifest.has_keys
    elsewhere = Installation(tmp_path / "elsewhere")
    with pytest.raises(Refused, match="not the passphrase"):
        restore_backup(elsewhere, backup, clock, passphrase="empat kata yang salah")
    restored = restore_backup(elsewhere, backup, clock, passphrase="empat kata yang lain")
    assert set(restored.keys) == keys.keys()
    assert (elsewhere.hub_folder / "online.pem").stat().st_mode & 0o777 == 0o600
    with hub_in_thread(elsewhere.data, founded=False) as hub:
        assert hub.client.approvals.trust(()).founded
    with pytest.raises(BackupDamaged):
        open_box(box[:-20], "empat kata yang lain")


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
