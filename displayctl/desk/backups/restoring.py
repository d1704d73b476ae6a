"""Bringing a backup back: a safety copy first, then everything is laid ready, and only then put into place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from content.delivery.store import AssetStore
from content.errors import Cancelled, ContentError, StorageFull
from displayctl.desk.backups.finishing import REPLACED, STAGING, finish_restoring, order_restoring
from displayctl.desk.backups.keys_box import box_in, open_box, put_keys_back
from displayctl.desk.backups.making import make_backup
from displayctl.desk.backups.manifest import KEYS_NAME
from displayctl.desk.backups.shelf import BackupSet, check_readable
from displayctl.desk.backups.trying import stage_files
from displayctl.desk.backups.watching import CHUNK_BYTES, Meter, Watch, place_trouble
from displayctl.desk.folder_lock import FolderLock
from displayctl.desk.installation import Installation
from displayctl.errors import AlreadyRunning, BackupDamaged, BackupError, DatabaseDamaged
from schedules.clock import Clock

SAFETY = "before-restore"
SAFETIES_KEPT = 3


@dataclass(frozen=True, slots=True)
class Restored:
    """`safety` is the backup of what was there before, None where there was nothing, or nothing readable: then the
    files of before lie in `replaced`. `keys` are those that were brought back.
    """

    backup: BackupSet
    safety: BackupSet | None
    replaced: Path | None
    keys: tuple[str, ...] = ()


def restore_backup(
    installation: Installation, backup: BackupSet, clock: Clock, *, passphrase: str = "", watch: Watch | None = None
) -> Restored:
    """Put `backup` in the place of what the hub of `installation` has; no hub may run on it meanwhile.

    With `passphrase` sealed keys are opened too, and put where there are none. Raises BackupError (a hub runs),
    BackupDamaged, StorageFull, Refused (the passphrase), Cancelled: nothing was changed then.
    """
    check_readable(backup)
    hub, meter = installation.hub_folder, Meter(watch or Watch(), backup.manifest.size_bytes)
    try:
        hub.mkdir(parents=True, exist_ok=True)
        with _alone(hub):
            finish_restoring(hub)
            keys = open_box(box_in(backup.folder / KEYS_NAME), passphrase) if passphrase else {}
            safety = _safety(installation, clock)
            _lay_ready(hub, backup, meter)
            written = put_keys_back(installation, keys)
            order_restoring(hub, _order(backup, safety))
            finish_restoring(hub)
    except OSError as error:
        raise place_trouble(error, installation.data) from error
    replaced = hub / REPLACED
    return Restored(backup, safety, replaced if replaced.is_dir() else None, written)


@contextmanager
def _alone(hub: Path) -> Iterator[None]:
    try:
        lock = FolderLock(hub / "lock")
    except AlreadyRunning as error:
        raise BackupError(
            f"a hub works on {hub.parent}; stop it (or the desktop that started it), then bring the backup back"
        ) from error
    with lock:
        yield


def _safety(installation: Installation, clock: Clock) -> BackupSet | None:
    """A backup of what is there now, whose media take no room of their own."""
    folder = installation.data / SAFETY
    folder.mkdir(exist_ok=True)
    try:
        return make_backup(installation, folder, clock, kept=SAFETIES_KEPT, linked=True).backup
    except (BackupError, DatabaseDamaged):
        return None


def _lay_ready(hub: Path, backup: BackupSet, meter: Meter) -> None:
    staging = hub / STAGING
    shutil.rmtree(hub / REPLACED, ignore_errors=True)
    staging.mkdir()
    try:
        wrong = stage_files(backup, staging, meter)
        if wrong:
            raise BackupDamaged(
                f"{wrong[0].name} in the backup {backup.name} is damaged or gone; nothing was changed. Use another one"
            )
        for store, sizes in backup.manifest.assets.items():
            _bring_assets(AssetStore(hub / store), backup, sizes, meter)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def _bring_assets(store: AssetStore, backup: BackupSet, sizes: Mapping[str, int], meter: Meter) -> None:
    """Add the files by digest that the store lacks."""
    for sha256, size in sizes.items():
        if store.has(sha256):
            meter.add(size)
            continue
        try:
            with backup.asset(sha256).open("rb") as source, store.receive(sha256, size) as incoming:
                while chunk := source.read(CHUNK_BYTES):
                    incoming.write(chunk)
                    meter.add(len(chunk))
        except (StorageFull, Cancelled):
            raise
        except (FileNotFoundError, ContentError) as error:
            raise BackupDamaged(
                f"a medium in the backup {backup.name} is damaged or gone ({sha256[:12]}); nothing was changed. Test "
                "the backup, and use another one"
            ) from error


def _order(backup: BackupSet, safety: BackupSet | None) -> dict[str, str]:
    return {
        "backup": backup.name,
        "made_at": backup.manifest.made_at.isoformat(),
        "safety": "" if safety is None else safety.name,
    }
