"""The audit trail as a whole: pages of it, whether it is unbroken, its export, and its newest entry kept beside it."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from displayctl.api.audit import AuditEntry, AuditPage, AuditVerdict, Head, check_chain
from displayctl.hub.repositories.audit import AuditFilter

if TYPE_CHECKING:
    from displayctl.hub.storage import Storage

HEAD_NAME = "audit.head"
COLUMNS = tuple(AuditEntry.model_fields)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class AuditHead:
    """Remembers the newest entry in a file beside the database, so that cutting off the trail's end is noticed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def note(self, head: Head) -> None:
        """Keeps `head`, unless a newer one is kept."""
        with self._lock:
            known = self.known()
            if known is None or known.seq < head.seq:
                fresh = self._path.with_name(self._path.name + ".new")
                fresh.write_text(json.dumps({"seq": head.seq, "hash": head.hash}), encoding="ascii")
                fresh.replace(self._path)

    def known(self) -> Head | None:
        """The newest entry that is known; None where nothing is, or not readably."""
        try:
            found = json.loads(self._path.read_text(encoding="ascii"))
            return Head(int(found["seq"]), str(found["hash"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None


class Audit:
    """Reads the trail. Entries are written by `UnitOfWork.record`, with what they tell of."""

    def __init__(self, storage: Storage, head: AuditHead) -> None:
        self._storage, self._head = storage, head

    def note(self, action: str, kind: str, id: str, after: object = None) -> None:
        """An entry about what changes nothing in the tables, such as a test pattern."""
        with self._storage.writing() as work:
            work.record(action, kind, id, after=after)
            work.commit()

    def page(self, wanted: AuditFilter, offset: int, limit: int) -> AuditPage:
        with self._storage.reading() as work:
            total, entries = work.audit.page(wanted, offset, limit)
        return AuditPage(total=total, entries=entries)

    def verify(self) -> AuditVerdict:
        """Checks every entry, and that the trail still holds what is noted beside it."""
        known = self._head.known()
        with self._storage.reading() as work:
            return check_chain(work.audit.all(), known)

    def export(self, form: Callable[[Iterable[AuditEntry]], Iterator[str]]) -> Iterator[str]:
        """The whole trail, oldest first, in pieces of text; `form` is `as_lines` or `as_csv`."""
        with self._storage.reading() as work:
            yield from form(work.audit.all())


def as_lines(entries: Iterable[AuditEntry]) -> Iterator[str]:
    """JSON lines, from which the chain can be checked."""
    return (f"{entry.model_dump_json()}\n" for entry in entries)


def as_csv(entries: Iterable[AuditEntry]) -> Iterator[str]:
    """CSV with a header, for spreadsheets: text that one would take for a formula gets an apostrophe."""
    yield _csv_line(COLUMNS)
    for entry in entries:
        yield _csv_line(_plain(value) for value in entry.model_dump(mode="json").values())


def _csv_line(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(list(values))
    return out.getvalue()


def _plain(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
