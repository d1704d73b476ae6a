"""Testing a backup: everything in it is read and compared, and a copy is opened as a hub of this version would.

What is found is told; nothing is mended, and neither the backup nor the hub's folder is touched.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from displayctl.desk.backups.manifest import Kept
from displayctl.desk.backups.shelf import BackupSet, check_readable
from displayctl.desk.backups.watching import Meter, Watch, copy_file, hash_file
from displayctl.errors import BackupError

TRIAL = "displayctl.hub.backup_trial"
TRIAL_SECONDS = 300.0
MOST_FINDINGS = 50
MOST_WORDS = 500


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a test has found. `missing` and `spoilt` are media by digest; `faults` are sentences; `founded` tells
    whether the signed rules were there, and could be believed.
    """

    backup: BackupSet
    media: int
    faults: tuple[str, ...]
    missing: tuple[str, ...] = ()
    spoilt: tuple[str, ...] = ()
    founded: bool = False
    programmes: int = 0

    @property
    def good(self) -> bool:
        """Whether everything could be brought back."""
        return not (self.faults or self.missing or self.spoilt)


def try_backup(backup: BackupSet, watch: Watch | None = None) -> Verdict:
    """Read the whole of `backup`, and open a copy of it in a folder that is thrown away.

    Raises BackupError where it cannot be tested at all, OSError, Cancelled.
    """
    check_readable(backup)
    meter = Meter(watch or Watch(), backup.manifest.size_bytes)
    with tempfile.TemporaryDirectory(prefix="displayctl-trial-") as folder:
        faults = _copies(backup, Path(folder), meter)
        assets = backup.manifest.all_assets()
        spoilt = tuple(_spoilt(backup, assets, meter))
        told = _tried(Path(folder)) if not faults else {}
    faults += [str(each)[:MOST_WORDS] for each in told.get("faults", ())]
    missing = tuple(sorted(set(told.get("wanted", ())) - assets.keys()))
    return Verdict(
        backup=backup,
        media=len(assets),
        faults=tuple(faults[:MOST_FINDINGS]),
        missing=missing[:MOST_FINDINGS],
        spoilt=spoilt[:MOST_FINDINGS],
        founded=bool(told.get("founded")),
        programmes=int(told.get("programmes", 0)),
    )


def stage_files(backup: BackupSet, folder: Path, meter: Meter) -> list[Kept]:
    """Copy the files of `backup` (not its media) into `folder`; those that are not what the manifest says, or are gone.

    Raises OSError, Cancelled.
    """
    wrong = []
    for kept in backup.manifest.files:
        try:
            found = copy_file(backup.folder / kept.name, folder / kept.name, meter)
        except FileNotFoundError:
            wrong.append(kept)
            continue
        if found != (kept.size_bytes, kept.sha256):
            wrong.append(kept)
    return wrong


def _copies(backup: BackupSet, folder: Path, meter: Meter) -> list[str]:
    return [
        f"{kept.name} in the backup is damaged or gone; use another backup"
        for kept in stage_files(backup, folder, meter)[:MOST_FINDINGS]
    ]


def _spoilt(backup: BackupSet, assets: dict[str, int], meter: Meter) -> Iterable[str]:
    for sha256, size in assets.items():
        try:
            found = hash_file(backup.asset(sha256), meter)
        except OSError:
            yield sha256
            continue
        if found != (size, sha256):
            yield sha256


def _tried(folder: Path) -> dict[str, Any]:
    """What the trial in a process of its own says: it opens the copy with the hub's own code."""
    command = [sys.executable, "-m", TRIAL, str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TRIAL_SECONDS, check=False)
        told = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise BackupError(f"opening the backup took longer than {TRIAL_SECONDS:.0f} s; try again") from error
    except ValueError:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        return {"faults": [f"the copy cannot be opened: {' '.join(last) or 'it ended without a word'}"]}
    return told if isinstance(told, dict) else {"faults": ["the copy cannot be opened"]}
