"""What happens to emergencies, written into the tables after it has happened, by a thread of its own.

A database that is locked, or a disk that is full, holds up this thread and nothing else: it tries again until it can.
What came is noted in a file beside the database meanwhile, so that a hub that is restarted goes on from there.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError
from sqlalchemy.exc import SQLAlchemyError

from content.errors import ContentError
from displayctl.api.emergencies import AlertReceipt
from displayctl.api.message import Document, Instant, Message
from displayctl.hub.asking import Asker, AskerKind, now_asks
from displayctl.hub.logs import log
from displayctl.hub.storage import Storage, UnitOfWork

LEDGER_NAME = "emergencies.pending"
FIRST_WAIT_S, LONGEST_WAIT_S, END_S = 0.2, 5.0, 2.0
MOST_WAITING = 20_000
LARGEST_FILE = 64 << 20


class Who(Message):
    """Who asked for something, as it stands in the audit trail."""

    kind: AskerKind
    id: str = ""
    name: str = ""
    address: str = ""

    @property
    def asker(self) -> Asker:
        return Asker(self.kind, self.id, self.name, self.address)


class Raised(Message):
    """An alert came at `at`; `signers` are the names of those whose keys signed it, by key id."""

    kind: Literal["raised"] = "raised"
    document: Document
    at: Instant
    who: Who
    signers: dict[str, str] = Field(default_factory=dict)


class Withdrawn(Message):
    """An alert was taken back at `at`."""

    kind: Literal["withdrawn"] = "withdrawn"
    alert_id: str
    at: Instant
    who: Who


class Said(Message):
    """A wall has said something of an alert. It says it again until that is noted, so no file has to keep it."""

    kind: Literal["said"] = "said"
    alert_id: str
    display_id: str
    receipt: AlertReceipt


Entry = Raised | Withdrawn | Said
Write = Callable[[UnitOfWork, Entry], None]
"""Puts an entry into the tables; it may be asked for the same one twice."""
_READ: TypeAdapter[Entry] = TypeAdapter(Annotated[Entry, Field(discriminator="kind")])


@dataclass(frozen=True, slots=True)
class _Batch:
    entries: tuple[Entry, ...]
    written: Callable[[], None]


class AlertLedger:
    """Has `write` write entries in the order in which they came."""

    def __init__(self, storage: Storage, folder: Path, write: Write) -> None:
        self._storage, self._path, self._write = storage, folder / LEDGER_NAME, write
        self._waiting: deque[_Batch] = deque()
        self._lock, self._news, self._ended = threading.Lock(), threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="alert-ledger", daemon=True)
        self.trouble = ""

    def start(self) -> None:
        """Takes up what a former run could not write any more, and begins."""
        self._waiting.append(_Batch(self._left_behind(), _nothing))
        self._news.set()
        self._thread.start()

    def note(self, entries: Sequence[Entry], written: Callable[[], None] | None = None) -> None:
        """Has `entries` written as soon as can be; `written` is then called, on the ledger's thread."""
        with self._lock:
            if len(self._waiting) >= MOST_WAITING and all(isinstance(entry, Said) for entry in entries):
                return  # the wall will say it again
            self._keep_beside(entries)
            self._waiting.append(_Batch(tuple(entries), written or _nothing))
        self._news.set()

    def settle(self, seconds: float) -> bool:
        """Waits until everything so far is written, no longer than `seconds`; whether it is."""
        reached = threading.Event()
        self.note((), reached.set)
        return reached.wait(seconds)

    def close(self) -> None:
        """Waits a moment for what can be written now; the rest is in the file for the next start."""
        self.settle(END_S)
        self._ended.set()
        self._news.set()
        self._thread.join(END_S)

    def _run(self) -> None:
        wait_s = FIRST_WAIT_S
        while not self._ended.is_set():
            self._news.wait()
            self._news.clear()
            while self._waiting and not self._ended.is_set():
                if self._write_waiting():
                    wait_s = FIRST_WAIT_S
                else:
                    self._ended.wait(wait_s)
                    wait_s = min(LONGEST_WAIT_S, wait_s * 2)

    def _write_waiting(self) -> bool:
        """Writes everything that waits, in one transaction; whether that went well."""
        with self._lock:
            batches = tuple(self._waiting)
        try:
            self._write_all(batches)
        except (SQLAlchemyError, ContentError, OSError) as error:
            if not self.trouble:
                log().warning("emergencies are not written yet", waiting=len(batches), error=str(error)[:300])
            self.trouble = f"what became of emergencies cannot be written now ({error!s:.200}); it is kept and retried"
            return False
        self.trouble = ""
        with self._lock:
            for _ in batches:
                self._waiting.popleft()
            if not self._waiting:
                self._path.unlink(missing_ok=True)
        for batch in batches:
            batch.written()
        return True

    def _write_all(self, batches: Sequence[_Batch]) -> None:
        entries = [entry for batch in batches for entry in batch.entries]
        if not entries:
            return
        with self._storage.writing() as work:
            for entry in entries:
                now_asks(Asker(AskerKind.DEVICE) if isinstance(entry, Said) else entry.who.asker)
                self._write(work, entry)
            work.commit()

    def _keep_beside(self, entries: Sequence[Entry]) -> None:
        """Best effort, without waiting for the disk: after a power cut the repository itself still tells what stood."""
        lines = [entry.model_dump_json() for entry in entries if not isinstance(entry, Said)]
        if not lines:
            return
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write("".join(f"{line}\n" for line in lines))
        except OSError as error:
            log().warning("no file beside the database for emergencies", error=str(error)[:300])

    def _left_behind(self) -> tuple[Entry, ...]:
        found: list[Entry] = []
        try:
            with self._path.open(encoding="utf-8") as file:
                lines = file.read(LARGEST_FILE).splitlines()
        except (OSError, UnicodeDecodeError):
            return ()
        for line in lines:
            try:
                found.append(_READ.validate_json(line))
            except ValidationError:
                continue  # the last line of a run that was ended in the middle of it
        return tuple(found)


def _nothing() -> None:
    """Nobody waits for it."""
