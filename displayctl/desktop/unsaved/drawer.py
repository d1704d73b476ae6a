"""The drawer of a desk: a small file of what is typed and not saved, for one person at one hub.

It is written off the UI thread a moment after something was typed, as a whole and in one move, and read at the start.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.desktop.tasks import Tasks
from displayctl.desktop.unsaved.values import KeptForm, NotKeepable, form_from_plain, form_to_plain

FOLDER, SETTLE_MS = "unsaved", 700
MOST_FORMS, LARGEST_BYTES = 40, 2 << 20
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Drawer(QObject):
    """Signals: `opened` once what a former run left is known; `refused` with the error when it cannot be written."""

    opened = Signal()
    refused = Signal(object)

    def __init__(self, tasks: Tasks, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self.file = tasks, file
        self._forms: dict[tuple[str, str], KeptForm] = {}
        self._told = False
        self.is_open = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.write)
        tasks.run(lambda: read_forms(file), self._opened, owner=self)

    def _opened(self, forms: tuple[KeptForm, ...]) -> None:
        self._forms = {form.key: form for form in forms} | self._forms
        self.is_open = True
        self.opened.emit()

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
            self._settle.start()

    def forget(self, kind: str, id: str) -> None:
        """Let go of what is kept of a thing: it was saved, or is not wanted any more."""
        if self._forms.pop((kind, id), None) is not None:
            self._settle.start()

    def write(self) -> None:
        """Write the file now, elsewhere."""
        if not self.is_open:
            self._settle.start()
            return
        forms, file = self.forms[:MOST_FORMS], self.file
        self._tasks.run(lambda: write_forms(file, forms), None, self._failed, owner=self, in_order=True)

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


def write_forms(file: Path, forms: Iterable[KeptForm]) -> None:
    """Write a drawer whole, or leave it as it was. Raises OSError; what cannot be kept is left out."""
    plain = []
    for form in forms:
        try:
            plain.append(form_to_plain(form))
        except NotKeepable:
            continue
    if not plain:
        file.unlink(missing_ok=True)
        return
    data = json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace")
    if len(data) > LARGEST_BYTES:
        data = json.dumps(plain[:1], ensure_ascii=False).encode("utf-8", "replace")
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = file.with_suffix(".new")
    with beside.open("wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
    beside.replace(file)
