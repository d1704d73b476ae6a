"""``python -m displayctl.hub.backup_trial FOLDER``: opens a restored copy as a hub of this version would, and tells.

The answer is one JSON object on standard output: ``revision``, ``faults`` (sentences), ``wanted`` (digests that the
library and what is published need), ``programmes`` (how many roles of programmes are signed), ``founded``. The copy
is migrated; it is thrown away afterwards.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from content.delivery.files import LocalFiles
from content.delivery.published import PublishedFiles
from content.delivery.roles import POLICY, ROOT, SNAPSHOT, TIMESTAMP, document_name, metadata_name
from content.errors import ContentError
from content.studio.confirming import confirm
from displayctl.desk.backups.contents import DATABASE, FOLDERS
from displayctl.desk.backups.snapshot import faults_of
from displayctl.errors import DeskError
from displayctl.hub.bus import Bus
from displayctl.hub.database import open_database, stored_revision
from displayctl.hub.storage import Storage
from schedules.clock import Clock, SystemClock
from schedules.codec import programme_from_dict
from schedules.errors import ScheduleError


def try_out(folder: Path, clock: Clock) -> dict[str, Any]:
    """What comes of opening the copy in `folder`; it is changed by that."""
    faults: list[str] = []
    told: dict[str, Any] = {"revision": "", "wanted": [], "founded": False, "programmes": 0, "faults": faults}
    try:
        told["revision"] = stored_revision(folder / DATABASE) or ""
        told["wanted"] = sorted(_database(folder, clock, faults))
    except (DeskError, ScheduleError) as error:
        faults.append(str(error))
    try:
        told["founded"], told["programmes"] = _trust(folder / FOLDERS[0], faults)
    except ContentError as error:
        faults.append(f"the signed files cannot be believed: {error}")
    return told


def _database(folder: Path, clock: Clock, faults: list[str]) -> frozenset[str]:
    engine = open_database(folder / DATABASE, folder / "backups", clock)
    storage = Storage(engine, Bus(), clock)
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        faults += faults_of(connection)
    with closing(storage), storage.reading() as work:
        wanted = work.media.digests()
        documents = [work.publications.newest_document(group) for group in work.publications.groups()]
    programmes = [programme_from_dict(document) for document in documents if document is not None]
    named = {r.asset.sha256 for p in programmes for medium in p.media for r in medium.renditions}
    return frozenset(digest for digest in wanted | named if digest)


def _trust(folder: Path, faults: list[str]) -> tuple[bool, int]:
    files = PublishedFiles(folder, LocalFiles())
    versions = files.versions()
    if not versions:
        return False, 0
    roots = [files.read(metadata_name(ROOT, number)) for number in range(1, versions[ROOT] + 1)]
    top = (ROOT, SNAPSHOT, TIMESTAMP, POLICY)
    roles = {role: files.read(metadata_name(role, number)) for role, number in versions.items() if role not in top}
    found = confirm(roots[0], roots, files.read(metadata_name(POLICY, versions[POLICY])), roles)
    faults += [f"the role {role} is not signed by those who may" for role in sorted(found.doubtful)]
    for role in roles:
        for path, sha256 in files.documents(role, versions[role]).items():
            if hashlib.sha256(files.read(document_name(path, sha256))).hexdigest() != sha256:
                faults.append(f"the signed document {path} is not what its digest says")
    return True, sum(role.startswith("prog-") for role in roles)


def main() -> int:
    parser = argparse.ArgumentParser(prog="displayctl.hub.backup_trial", description=__doc__)
    parser.add_argument("folder", type=Path)
    sys.stdout.write(json.dumps(try_out(parser.parse_args().folder, SystemClock())) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
