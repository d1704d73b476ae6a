"""The words and ornaments of an announcement, box by box, for whatever template is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from content.studio.announcement import LONGEST_BODY, LONGEST_FOOTER, LONGEST_QR, LONGEST_TITLE
from content.studio.stencils.stencil import BODY, FOOTER, TITLE, Stencil
from displayctl.desktop.announcements.fact_fields import FactFields
from displayctl.desktop.announcements.spelling import Spelling
from displayctl.desktop.announcements.wording import Wording
from displayctl.desktop.announcements.words_edit import WordsEdit
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.widgets.ornaments import ColourChoice, PictureChoice
from displayctl.desktop.widgets.pieces import column, field, label, set_role

LOGO_PX, PORTRAIT_PX, BACKGROUND_PX = 512, 800, 1920
"""The longest side that pictures chosen here keep, so that an announcement stays small on its way."""
BODY_PX = 92


class AnnouncementForm(QWidget):
    """Signals: `changed` with the field in which something was done (empty: not by typing), `refused` with the error of
    a picture file, `left_out` with how many letters found no room, `undo_asked` and `redo_asked`."""

    changed = Signal(str)
    refused = Signal(object)
    left_out = Signal(int)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, desk: Desk, spelling: Spelling) -> None:
        super().__init__()
        self._language = desk.preferences.language
        self.title = WordsEdit(LONGEST_TITLE, spelling=spelling)
        self.body = WordsEdit(LONGEST_BODY, lines=True, spelling=spelling)
        self.body.setFixedHeight(BODY_PX)
        self.footer = WordsEdit(LONGEST_FOOTER, spelling=spelling)
        self.qr = WordsEdit(LONGEST_QR)
        self.qr.setPlaceholderText("https://…")
        self.facts = FactFields(spelling, self._language)
        self.logo = PictureChoice(desk.tasks, self.tr("Logo"), "picture", LOGO_PX)
        self.background = PictureChoice(desk.tasks, self.tr("Background picture"), "picture", BACKGROUND_PX)
        self.portrait = PictureChoice(desk.tasks, self.tr("Photo of the person"), "people", PORTRAIT_PX)
        self.ground = ColourChoice(self.tr("Background"))
        self.accent = ColourChoice(self.tr("Accent"))
        self._listen()
        self.setLayout(self._build())

    def _build(self) -> QVBoxLayout:
        self._title_field = field(self.tr("Title"), self.title)
        self._body_field = field(self.tr("Text"), self.body)
        self._footer_field = field(self.tr("Footer"), self.footer)
        self.contrast = label("", "caption", wrap=True)
        self.contrast.hide()
        return column(
            self._title_field,
            self._body_field,
            self.facts,
            self._footer_field,
            field(self.tr("QR code: a link or a short text"), self.qr),
            label(self.tr("Pictures"), "field"),
            self.portrait,
            self.logo,
            self.background,
            label(self.tr("Colours"), "field"),
            self.ground,
            self.accent,
            self.contrast,
            spacing=SPACE_M,
        )

    def _listen(self) -> None:
        boxes = {TITLE: self.title, BODY: self.body, FOOTER: self.footer, "qr": self.qr}
        for name, box in boxes.items():
            box.textChanged.connect(partial(self.changed.emit, name))
            self._listen_to(box)
        self.facts.changed.connect(self.changed)
        self.facts.made.connect(self._listen_to_all)
        for choice in (self.logo, self.background, self.portrait, self.ground, self.accent):
            choice.changed.connect(partial(self.changed.emit, ""))
        for picture in (self.logo, self.background, self.portrait):
            picture.refused.connect(self.refused)

    def _listen_to_all(self, boxes: tuple[WordsEdit, ...]) -> None:
        for box in boxes:
            self._listen_to(box)

    def _listen_to(self, box: WordsEdit) -> None:
        box.left_out.connect(self.left_out)
        box.undo_asked.connect(self.undo_asked)
        box.redo_asked.connect(self.redo_asked)

    # Showing and reading

    def show_wording(self, said: Wording, stencil: Stencil) -> None:
        """Say this, in the fields of a template. `changed` is not told."""
        self.blockSignals(True)
        self._call_fields(stencil)
        self.title.show_words(said.title)
        self.body.show_words(said.body)
        self.footer.show_words(said.footer)
        self.qr.show_words(said.qr)
        self.facts.show_fields(stencil, said.facts)
        for choice, data in (
            (self.logo, said.logo),
            (self.background, said.background),
            (self.portrait, said.portrait),
        ):
            if choice.data != data:
                choice.show_picture(data)
        self.portrait.setVisible(stencil.portrait)
        self.ground.show_colour(said.ground)
        self.accent.show_colour(said.accent)
        self.blockSignals(False)

    def _call_fields(self, stencil: Stencil) -> None:
        """The names and examples that the template gives to title, text and footer."""
        named: tuple[tuple[str, WordsEdit, QVBoxLayout, str], ...] = (
            (TITLE, self.title, self._title_field, self.tr("Title")),
            (BODY, self.body, self._body_field, self.tr("Text")),
            (FOOTER, self.footer, self._footer_field, self.tr("Footer")),
        )
        for part, box, layout, otherwise in named:
            words = stencil.words_of(part)
            name = words.label.get(self._language) or words.label.get("id") or otherwise
            item = layout.itemAt(0)
            caption = item.widget() if item is not None else None
            if isinstance(caption, QLabel):
                caption.setText(name)
            box.setAccessibleName(name)
            example = words.example or words.default
            box.setPlaceholderText(self.tr("as {example}").format(example=example) if example else "")

    def said(self, stencil_id: str) -> Wording:
        """What it says, for a template."""
        return Wording(
            stencil=stencil_id,
            title=self.title.text(),
            body=self.body.text(),
            footer=self.footer.text(),
            qr=self.qr.text(),
            facts=self.facts.values(),
            logo=self.logo.data,
            background=self.background.data,
            portrait=self.portrait.data,
            ground=self.ground.colour,
            accent=self.accent.colour,
        )

    def say_contrast(self, words: str, *, is_enough: bool) -> None:
        """What is to be said of the two colours; empty for nothing."""
        self.contrast.setText(words)
        set_role(self.contrast, "caption" if is_enough else "error")
        self.contrast.setVisible(bool(words))
