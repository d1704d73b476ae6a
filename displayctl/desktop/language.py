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
        self._translator = QTranslator()
        self._translator.load(str(TRANSLATIONS / "displayctl_id.qm"))
        self._code = "en"

    @property
    def code(self) -> str:
        """``id`` or ``en``."""
        return self._code

    def speak(self, code: str) -> None:
        """Switch to `code`; dates and numbers follow."""
        self._code = code
        QLocale.setDefault(_LOCALES[code])
        if code == "id":
            self._application.installTranslator(self._translator)
        else:
            self._application.removeTranslator(self._translator)
