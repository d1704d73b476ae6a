"""Which words of the studio no dictionary has: asked elsewhere, remembered here, put right by the office's own list."""

from __future__ import annotations

import atexit
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.api.brand import MOST_WORDS
from displayctl.api.office import SettingsInfo
from displayctl.desk.spelling.checker import Checker, NoDictionary, Verdict, find_program
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk

SETTLE_MS = 250
MOST_AT_ONCE, MOST_REMEMBERED = 60, 20_000


@cache
def the_checker() -> Checker:
    """The one child of this program, started when first needed. Raises NoDictionary, each time anew."""
    made = Checker(find_program())
    atexit.register(made.close)
    return made


class Spelling(QObject):
    """Signals: `learned` when more is known of some words, `absent` when this computer has no dictionary, `refused`
    with the error of a word that could not be added to the office's list."""

    learned = Signal()
    absent = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._verdicts: dict[str, Verdict] = {}
        self._waiting: set[str] = set()
        self._added: set[str] = set()
        self._ours: frozenset[str] = frozenset()
        self._busy = False
        self.is_absent = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        desk.catalogue.changed.connect(self._topic_changed)
        self._read_ours()

    # Asking

    def ask(self, words: Iterable[str]) -> None:
        """Ask about these, unless they are known."""
        if self.is_absent:
            return
        new = {word for word in words if word not in self._verdicts and not self._is_ours(word)}
        if new - self._waiting:
            self._waiting |= new
            self._settle.start()

    def is_unknown(self, word: str) -> bool:
        """Whether no dictionary has it, and neither has the office; False while that is not known."""
        verdict = self._verdicts.get(word)
        return verdict is not None and not verdict.known and not self._is_ours(word)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What else it could be."""
        verdict = self._verdicts.get(word)
        return verdict.suggestions if verdict is not None else ()

    def _ask(self) -> None:
        if self._busy or not self._waiting:
            return
        some = tuple(sorted(self._waiting))[:MOST_AT_ONCE]
        self._waiting -= set(some)
        self._busy = True
        self._desk.tasks.run(lambda: the_checker().check(some), self._told, self._failed, owner=self)

    def _told(self, verdicts: dict[str, Verdict]) -> None:
        self._busy = False
        if len(self._verdicts) > MOST_REMEMBERED:
            self._verdicts.clear()
        self._verdicts |= verdicts
        self.learned.emit()
        if self._waiting:
            self._settle.start()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, NoDictionary):
            self._desk.tasks.failed.emit(error)
        self.is_absent = True
        self._waiting.clear()
        self.absent.emit()

    # The office's own words

    def _is_ours(self, word: str) -> bool:
        plain = word.casefold()
        return plain in self._ours or plain in self._added

    def _read_ours(self) -> None:
        settings = self._desk.catalogue.settings
        self._ours = frozenset(map(str.casefold, settings.office.words)) if settings is not None else frozenset()

    def add(self, word: str) -> None:
        """Have the office know this word from now on, at every desk."""
        client = self._desk.hub.client
        self._added.add(word.casefold())
        self.learned.emit()

        def work() -> SettingsInfo:
            settings = client.settings()
            ours = settings.office.words
            if word in ours:
                return settings
            office = settings.office.model_copy(update={"words": (*ours, word)[-MOST_WORDS:]})
            return client.put_settings(settings.model_copy(update={"office": office}))

        self._desk.tasks.run(
            work,
            lambda _: self._desk.catalogue.read(Topic.SETTINGS),
            lambda error: self._not_added(word, error),
            owner=self,
        )

    def _not_added(self, word: str, error: Exception) -> None:
        self._added.discard(word.casefold())
        self.learned.emit()
        self.refused.emit(error)

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.SETTINGS:
            self._read_ours()
            self.learned.emit()
