"""Emergencies on a stick: the signed set of alerts alone, for players that no hub reaches.

Players take it without the hub's word that it is current: it names its officers, and is newer than what they knew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from content.delivery.bundle import Bundle, write_folder
from content.delivery.notices import unpack_notice
from content.delivery.published import parsed_role
from content.delivery.roles import DRILL, EMERGENCY, SignedRole, document_name, metadata_name
from content.errors import ContentError
from displayctl.api.models import AlertInfo
from displayctl.desk.exporting import BUNDLE_FOLDER
from schedules.codec import alert_to_dict

FOLDERS = {EMERGENCY: "displayctl-darurat", DRILL: "displayctl-latihan"}


@dataclass(frozen=True, slots=True)
class Carried:
    """What was written: the folder on the stick, the alert it is about, and how many alerts it holds in all."""

    folder: Path
    alert_id: str
    alerts: int


def write_carried(signed: SignedRole, target: Path, alert_id: str) -> Carried:
    """Writes `signed` into ``target/displayctl-darurat`` (drills: ``displayctl-latihan``), in the place of what an
    earlier time has left there. Raises StorageFull, OSError.
    """
    folder = target / FOLDERS[signed.role]
    for path in sorted((folder / BUNDLE_FOLDER).rglob("*.json")):
        path.unlink()
    write_folder(bundle_of(signed), folder / BUNDLE_FOLDER)
    return Carried(folder, alert_id, len(signed.documents))


def bundle_of(signed: SignedRole) -> Bundle:
    """A signed set as players find it: its metadata, and its documents by their digests."""
    version = int(parsed_role(signed.role, signed.metadata).version)
    files = {metadata_name(signed.role, version): signed.metadata}
    for path, content in signed.documents.items():
        files[document_name(path, hashlib.sha256(content).hexdigest())] = content
    return Bundle(files)


def carried_alerts(signed: SignedRole) -> tuple[AlertInfo, ...]:
    """The alerts in a set, as a hub would tell of them; nobody has said yet that they are shown."""
    found: list[AlertInfo] = []
    for content in signed.documents.values():
        try:
            alert = unpack_notice(content).alert
        except ContentError:
            continue
        found.append(AlertInfo(id=alert.id, value=alert_to_dict(alert), live=True))
    return tuple(found)
