"""The drawer of a desk: a small file of what is typed and not saved, for one person at one hub.

It is written off the UI thread a moment after something was typed, as a whole and in one move, read at the start, and
written once more when the desk is closed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

from content.errors import StorageFull
from displayctl.desktop.care.desk_log import log
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.unsaved.steady_file import SteadyFile
from displayctl.desktop.unsaved.values import KeptForm, NotKeepable, form_from_plain, form_to_plain

FOLDER, SETTLE_MS = "unsaved", 700
MOST_FORMS, LARGEST_BYTES = 40, 2 << 20
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
Key = tuple[str, str]


class Drawer(QObject):
    """`former` is what an earlier run left and nobody has gone on with yet.

    Signals: `opened` once that is known; `refused` with the error when something cannot be kept, once until it can
    again; `closing` before it is written for the last time: whoever has something typed keeps it then.
    """

    opened = Signal()
    refused = Signal(object)
    closing = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._file: SteadyFile | None = None
        self._forms: dict[Key, KeptForm] = {}
        self._gone: set[Key] = set()
        self._told = False
        self.is_open = False
        self.former: tuple[KeptForm, ...] = ()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.write)

    def turn_to(self, path: Path) -> None:
        """Be the drawer in this file from now on; what is in the one before is written there first."""
        if self._file is not None and self._file.path == path:
            return
        if self._file is not None:
            self.closing.emit()
            self.write()
        self._settle.stop()
        self._file = file = SteadyFile(path)
        self._forms, self._gone, self.former, self.is_open = {}, set(), (), False
        self._tasks.run(lambda: read_forms(path), partial(self._opened, file), owner=self)

    def _opened(self, file: SteadyFile, forms: tuple[KeptForm, ...]) -> None:
        if file is not self._file:
            return
        self.former = tuple(form for form in forms if form.key not in self._gone and form.key not in self._forms)
        self._forms = {form.key: form for form in self.former} | self._forms
        self.is_open = True
        self.opened.emit()

    @property
    def file(self) -> Path | None:
        """Where it is; None before it is known who works here."""
        return None if self._file is None else self._file.path

    @property
    def forms(self) -> tuple[KeptForm, ...]:
        """All that is kept, the newest first."""
        return tuple(sorted(self._forms.values(), key=lambda form: form.at, reverse=True))

    def of(self, kind: str, id: str) -> KeptForm | None:
        """What is kept of a thing."""
        return self._forms.get((kind, id))

    def keep(self, form: KeptForm) -> None:
        """Keep a form; the file follows in a moment."""
        known = self._forms.get(form.key)
        if known is None or known.unsaved != form.unsaved:
            self._forms[form.key] = form
            self._gone.discard(form.key)
            self._go_on_with(form.key)
            self._settle.start()

    def forget(self, kind: str, id: str) -> None:
        """Let go of what is kept of a thing: it was saved, or is not wanted any more."""
        key = (kind, id)
        if not self.is_open:
            self._gone.add(key)
        if self._forms.pop(key, None) is not None:
            self._go_on_with(key)
            self._settle.start()

    def _go_on_with(self, key: Key) -> None:
        self.former = tuple(form for form in self.former if form.key != key)

    # Writing

    def write(self) -> None:
        """Write the file now, elsewhere."""
        if self._file is None or not self.is_open:
            return
        self._settle.stop()
        forms, file, ticket = self.forms, self._file, self._file.ticket()

        def work() -> int:
            data, left_out = packed(forms)
            file.write(ticket, data)
            return left_out

        self._tasks.run(work, self._written, self._failed, owner=self)

    def close(self) -> None:
        """Keep what is typed now, and write it here and now: the last thing that happens."""
        self.closing.emit()
        self._settle.stop()
        if self._file is None or not self.is_open:
            return
        try:
            self._file.write(self._file.ticket(), packed(self.forms)[0])
        except (OSError, StorageFull) as error:
            log().error("what is typed cannot be kept", extra={"facts": {"why": error}})

    def _written(self, left_out: int) -> None:
        if left_out:
            self._failed(NotKeepable(f"{left_out} forms are too many or too long to be kept; save what is typed"))
        else:
            self._told = False

    def _failed(self, error: Exception) -> None:
        """Once is enough: a disk that is full stays so for a while."""
        if not self._told:
            self._told = True
            self.refused.emit(error)


def file_for(data: Path, hub_url: str, person: str) -> Path:
    """The drawer of a person at a hub; hubs of this machine are one, whatever their port."""
    host = urlsplit(hub_url).hostname or ""
    hub = "local" if host in _LOOPBACK else hub_url
    name = hashlib.sha256(f"{hub}\n{person}".encode()).hexdigest()[:24]
    return data / FOLDER / f"{name}.json"


def read_forms(file: Path) -> tuple[KeptForm, ...]:
    """What a drawer holds; what is missing, damaged or too large holds nothing."""
    try:
        if file.stat().st_size > LARGEST_BYTES:
            return ()
        plain = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    return tuple(_readable(plain[:MOST_FORMS] if isinstance(plain, list) else ()))


def _readable(plain: Iterable[object]) -> Iterable[KeptForm]:
    for each in plain:
        try:
            yield form_from_plain(each)
        except NotKeepable:
            continue


def packed(forms: Iterable[KeptForm]) -> tuple[bytes, int]:
    """Forms, the newest first, as the bytes of a file; and how many are left out of it, as they are too long or too
    many. Nothing to be kept is no bytes.
    """
    pieces: list[bytes] = []
    left_out, size = 0, 2
    for form in forms:
        try:
            piece = json.dumps(form_to_plain(form), ensure_ascii=False).encode("utf-8", "replace")
        except NotKeepable:
            piece = b""
        if not piece or len(pieces) == MOST_FORMS or size + len(piece) + 1 > LARGEST_BYTES:
            left_out += 1
            continue
        pieces.append(piece)
        size += len(piece) + 1
    return (b"[" + b",".join(pieces) + b"]" if pieces else b""), left_out
