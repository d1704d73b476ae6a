"""Which language the desk speaks, and with which page it begins."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton

from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.page_kinds import PAGES, page_titles
from displayctl.desktop.preferences import LAST_PAGE
from displayctl.desktop.settings.page import SettingsPage
from displayctl.desktop.widgets.pieces import column, field, label, row

NAMES = {"id": "Bahasa Indonesia", "en": "English"}
"""Each language in its own words, for whoever cannot read the one that is spoken."""


class StartPage(SettingsPage):
    """Both choices are kept at once; the language is switched at once, too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.languages = QButtonGroup(self)
        layout = column(
            label(self.tr("Language"), "heading"),
            *(self._language(code, name) for code, name in NAMES.items()),
            SPACE_M,
            label(self.tr("Start"), "heading"),
            row(field(self.tr("The desk begins with"), self._pages()), None),
            None,
            spacing=SPACE_S,
        )
        layout.setContentsMargins(SPACE_S, 0, SPACE_L, 0)
        self.setLayout(layout)

    def _language(self, code: str, name: str) -> QRadioButton:
        made = QRadioButton(name)
        made.setObjectName(f"language-{code}")
        made.setChecked(self._desk.language.code == code)
        made.clicked.connect(partial(self._speak, code))
        self.languages.addButton(made)
        return made

    def _speak(self, code: str, checked: bool = True) -> None:
        self._desk.preferences.language = code
        self._desk.language.speak(code)
        self.kept.emit()

    def _pages(self) -> QComboBox:
        self.pages = QComboBox()
        self.pages.setObjectName("pages")
        self.pages.addItem(self.tr("the page that was open last"), LAST_PAGE)
        titles = page_titles()
        for kind in PAGES:
            self.pages.addItem(titles[kind.name], kind.name)
        self.pages.setCurrentIndex(max(0, self.pages.findData(self._desk.preferences.start_page)))
        self.pages.activated.connect(self._page_chosen)
        return self.pages

    def _page_chosen(self, number: int) -> None:
        self._desk.preferences.start_page = str(self.pages.itemData(number))
        self.kept.emit()
