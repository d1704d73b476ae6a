"""What a person's desk remembers between two days: language, window, last page. Kept in an INI file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

LANGUAGES = ("id", "en")


class Preferences:
    """Small facts in one INI file; a missing or damaged file gives the defaults."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """``id`` (the default) or ``en``."""
        value = str(self._settings.value("language", "id"))
        return value if value in LANGUAGES else "id"

    @language.setter
    def language(self, value: str) -> None:
        self._settings.setValue("language", value)

    @property
    def page(self) -> str:
        """The name of the page seen last; may name none that exists."""
        return str(self._settings.value("page", ""))

    @page.setter
    def page(self, value: str) -> None:
        self._settings.setValue("page", value)

    @property
    def geometry(self) -> QByteArray:
        """The window's place; empty at the first start."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    def text(self, name: str, default: str = "") -> str:
        """A small fact that a page keeps."""
        return str(self._settings.value(f"pages/{name}", default))

    def keep(self, name: str, value: str) -> None:
        """Remember a small fact of a page."""
        self._settings.setValue(f"pages/{name}", value)
