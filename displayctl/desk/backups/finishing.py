"""The last step of bringing a backup back: renames on one disk, written down before they begin.

Whatever ends in the middle is brought to its end at the next start. Light to load, as every start of a hub looks here.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from content.delivery.files import LocalFiles, write_atomically
from displayctl.desk.backups.contents import DATABASE, FOLDERS, SIDECARS

STAGING, REPLACED, ORDER, TOLD = "restoring", "replaced", "restoring.json", "restored.json"
_PLACED = (DATABASE, *FOLDERS)


def order_restoring(hub: Path, order: dict[str, str]) -> None:
    """From here on, what lies ready in STAGING is put into place, whatever happens. Raises StorageFull, OSError."""
    _sync(hub / STAGING)
    write_atomically(LocalFiles(), hub / ORDER, json.dumps(order).encode())


def finish_restoring(hub: Path) -> None:
    """Bring a restoration that was begun to its end; what was only being laid ready is dropped. Raises OSError."""
    order = _read(hub / ORDER)
    if order is None:
        if (hub / STAGING).is_dir():
            shutil.rmtree(hub / STAGING)
        return
    replaced = hub / REPLACED
    replaced.mkdir(exist_ok=True)
    _put_into_place(hub, replaced)
    _sync(hub)
    write_atomically(LocalFiles(), hub / TOLD, json.dumps(order).encode())
    (hub / ORDER).unlink()
    shutil.rmtree(hub / STAGING, ignore_errors=True)
    if order.get("safety"):
        shutil.rmtree(replaced, ignore_errors=True)


def take_word(hub: Path) -> dict[str, Any] | None:
    """What was brought back since the last start, told once: ``{"backup", "made_at", "safety"}``; None for nothing."""
    told = _read(hub / TOLD)
    with suppress(OSError):
        (hub / TOLD).unlink(missing_ok=True)
    return told


def _put_into_place(hub: Path, replaced: Path) -> None:
    if (hub / STAGING / DATABASE).exists():  # the database of before, with what belongs to it alone
        for name in SIDECARS:
            if (hub / name).exists():
                (hub / name).replace(replaced / name)
    for name in _PLACED:
        fresh, place = hub / STAGING / name, hub / name
        if not fresh.exists():
            continue
        if place.exists():
            place.rename(replaced / name)
        fresh.rename(place)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
