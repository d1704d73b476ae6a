"""Backups come back whole or not at all, whatever is broken and whenever the power goes."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from content.errors import Refused
from displayctl.desk.backups import finishing
from displayctl.desk.backups.contents import DATABASE
from displayctl.desk.backups.finishing import finish_restoring
from displayctl.desk.backups.keys_box import gather_keys, open_box, seal_keys
from displayctl.desk.backups.losing import what_is_lost
from displayctl.desk.backups.making import make_backup
from displayctl.desk.backups.manifest import NAME
from displayctl.desk.backups.restoring import restore_backup
from displayctl.desk.backups.shelf import BackupSet, find_set, look_at_shelf
from displayctl.desk.backups.trying import try_backup
from displayctl.desk.folder_lock import FolderLock
from displayctl.desk.installation import Installation
from displayctl.errors import BackupDamaged, BackupError
from tests.displayctl.desk.backups.ground import NOW, STAMP, hub_parts, spoil, tables
from tests.displayctl.hub.ground import add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import hub_in_thread

CHEAP = 6


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
