"""The interface's language: English is in the source, Indonesian in a translation beside it; switched at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

TRANSLATIONS = Path(__file__).parent / "translations"
_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Language:
    """What the application speaks now. Qt sends every window a LanguageChange event when it changes."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        # Qt ships no Indonesian for its own dialogs and menus, so that is here too.
        # Read at once, as Qt would map the files, which an update may rewrite under a desktop that runs.
        self._compiled = tuple(_compiled(name) for name in ("qtbase_id", "displayctl_id"))
        self._translators = tuple(_translator(compiled) for compiled in self._compiled)
        self._code = "en"

    @property
    def code(self) -> str:
        """``id`` or ``en``."""
        return self._code

    def speak(self, code: str) -> None:
        """Switch to `code`; dates and numbers follow."""
        if code == self._code:
            return
        self._code = code
        QLocale.setDefault(_LOCALES[code])
        for translator in self._translators:
            if code == "id":
                self._application.installTranslator(translator)
            else:
                self._application.removeTranslator(translator)

    def fall_silent(self) -> None:
        """Take the translations away again, as when the desk closes."""
        for translator in self._translators:
            self._application.removeTranslator(translator)


def _compiled(name: str) -> bytes:
    return (TRANSLATIONS / f"{name}.qm").read_bytes()


def _translator(compiled: bytes) -> QTranslator:
    """A translator of bytes that stay alive beside it: Qt neither copies them nor keeps them."""
    made = QTranslator()
    made.load(compiled)
    return made
