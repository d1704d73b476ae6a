"""What a person's desk remembers between two days: language, look, window, last page. Kept in an INI file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from displayctl.errors import PreferencesNotKept

LANGUAGES = ("id", "en")
SCALES = (100, 110, 125, 150, 175, 200)
LAST_PAGE = "last"
FOLDED, UNFOLDED = "folded", "unfolded"


class Preferences:
    """Small facts in one INI file; a missing or damaged file gives the defaults."""

    def __init__(self, file: Path) -> None:
        self.file = file
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
    def start_page(self) -> str:
        """The name of the page to begin with, or `LAST_PAGE` for the one seen last; may name none that exists."""
        return str(self._settings.value("start-page", "home"))

    @start_page.setter
    def start_page(self, value: str) -> None:
        self._settings.setValue("start-page", value)

    def first_page(self, asked: str | None) -> str:
        """The name of the page that the window opens with, where nobody `asked` for another; may name none."""
        if asked is not None:
            return asked
        return self.page if self.start_page == LAST_PAGE else self.start_page

    @property
    def look(self) -> str:
        """One of `displayctl.desktop.look.appearance.Look`; may be none of them in a damaged file."""
        return str(self._settings.value("look", "computer"))

    @look.setter
    def look(self, value: str) -> None:
        self._settings.setValue("look", str(value))

    @property
    def scale_percent(self) -> int:
        """How large everything is drawn, of `SCALES`; it counts from the next start."""
        value = str(self._settings.value("scale", ""))
        return int(value) if value in {str(each) for each in SCALES} else 100

    @scale_percent.setter
    def scale_percent(self, value: int) -> None:
        self._settings.setValue("scale", str(value))

    @property
    def reduce_motion(self) -> bool:
        """Whether nothing should move by itself."""
        return str(self._settings.value("reduce-motion", "")) == "yes"

    @reduce_motion.setter
    def reduce_motion(self, value: bool) -> None:
        self._settings.setValue("reduce-motion", "yes" if value else "")

    @property
    def sidebar(self) -> str:
        """`FOLDED` or `UNFOLDED` by hand; empty where it follows the window's width."""
        value = str(self._settings.value("sidebar", ""))
        return value if value in (FOLDED, UNFOLDED) else ""

    @sidebar.setter
    def sidebar(self, value: str) -> None:
        self._settings.setValue("sidebar", value)

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

    def store(self) -> None:
        """Write what was remembered now, as before another process reads it. Raises PreferencesNotKept."""
        # Qt shares what was remembered, but not the trouble that it once had: a new one tells of now.
        writer = QSettings(str(self.file), QSettings.Format.IniFormat)
        writer.sync()
        if writer.status() is QSettings.Status.AccessError:
            raise PreferencesNotKept(
                f"the settings cannot be written to {self.file}; free some space there, or look at its permissions"
            )
