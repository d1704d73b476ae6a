"""The office's brand: two colours and its logos, chosen once and worn by all announcements begun afterwards."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import partial

from pydantic import ValidationError
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLineEdit, QSizePolicy, QWidget

from content.errors import UnusableMedia
from content.studio.announcement import Announcement
from content.studio.given_pictures import shrunk
from content.studio.typeset import typeset
from displayctl.api.accounts import ALL_GROUPS, Role
from displayctl.api.brand import LARGEST_LOGO_BYTES, MOST_LOGOS, Brand, BrandLogo
from displayctl.api.office import SettingsInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from displayctl.desktop.myself import grey
from displayctl.desktop.presenters.brand_words import contrast_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.inputs import merged
from displayctl.desktop.widgets.ornaments import ColourChoice, PictureChoice
from displayctl.desktop.widgets.pieces import Scaled, button, column, field, frame, label, row, rule, scrolled, set_role
from displayctl.desktop.widgets.remark import Remark

LOGO_PX, SMALLER_PX = 512, (512, 384, 256, 128)
WIDTH_PX, HEIGHT_PX, FORM_PX = 860, 540, 360
EXAMPLE_PX = QSize(640, 384)
LONGEST_EXAMPLE = 60


class BrandWindow(QDialog):
    """Signal: `saved` with the brand as it is then."""

    saved = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        settings = desk.catalogue.settings
        self._before = settings.office.brand if settings is not None else Brand()
        self.setWindowTitle(self.tr("Colours and logos of the office"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._make_inputs()
        self._build()
        self._changed()

    def _make_inputs(self) -> None:
        self.ground, self.accent = ColourChoice(self.tr("Ground")), ColourChoice(self.tr("Accent"))
        self.ground.show_colour(self._before.ground)
        self.accent.show_colour(self._before.accent)
        self.logos: list[tuple[QLineEdit, PictureChoice]] = []
        for number in range(MOST_LOGOS):
            before = self._before.logos[number] if number < len(self._before.logos) else None
            name = QLineEdit(before.name if before is not None else "")
            name.setMaxLength(60)
            name.setAccessibleName(self.tr("Name of logo {number}").format(number=number + 1))
            name.setPlaceholderText(
                self.tr("Regency") if number == 0 else self.tr("Another logo, as that of an agency")
            )
            picture = PictureChoice(
                self._desk.tasks, self.tr("Logo {number}").format(number=number + 1), "picture", LOGO_PX
            )
            picture.show_picture(before.data if before is not None else b"")
            picture.refused.connect(lambda error: self._say(say_problem(error), "error"))
            self.logos.append((name, picture))
        for colour in (self.ground, self.accent):
            colour.changed.connect(self._changed)
        for _, picture in self.logos:
            picture.changed.connect(self._changed)

    def _build(self) -> None:
        self._contrast = Remark("caption")
        form = QWidget()
        logos = [column(name, picture, spacing=SPACE_XS) for name, picture in self.logos]
        inner = column(
            label(self.tr("Colours"), "field"),
            self.ground,
            self.accent,
            self._contrast,
            label(self.tr("Logos; the first is that of the office"), "field"),
            column(*logos, spacing=SPACE_M),
            None,
            spacing=SPACE_S,
        )
        inner.setContentsMargins(0, 0, SPACE_M, 0)
        form.setLayout(inner)
        left = scrolled(form)
        left.setMinimumWidth(FORM_PX)
        self._example = Scaled(QSize(300, 190))
        note = label(
            self.tr("New announcements wear this. Those that exist stay as they are until somebody changes them."),
            "caption",
            wrap=True,
        )
        self._example.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        right = frame("panel", column(field(self.tr("Example"), self._example), note, None, margins=SPACE_M))
        middle = row(spacing=SPACE_L)
        middle.addWidget(left, 1)
        middle.addWidget(right, 1)
        self._state = label("", "soft", wrap=True)
        self.save_button = button(self.tr("Save"), self.save, "primary", "save")
        self.save_button.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        foot = row(self._state, cancel, self.save_button, spacing=SPACE_S)
        foot.setStretch(0, 1)
        layout = column(middle, rule(), foot, spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    # Showing

    def _changed(self) -> None:
        told = contrast_words(self.ground.colour, self.accent.colour)
        self._contrast.setText(told.words)
        set_role(self._contrast, "caption" if told.is_enough else "error")
        grey(self.save_button, self._desk.myself.hindrance(Role.EDITOR, group=ALL_GROUPS), able=told.is_enough)
        self._say("")
        self._draw()

    def _draw(self) -> None:
        self._asked += 1
        asked = self._asked
        words = Announcement(
            self.tr("An announcement of the office"),
            self.tr("This is how words, labels and the logo look together."),
            background_colour=self.ground.colour,
            accent_colour=self.accent.colour,
            logo=self.logos[0][1].data,
            footer=self._desk.catalogue.settings.office.name[:LONGEST_EXAMPLE] if self._desk.catalogue.settings else "",
        )
        self._desk.tasks.run(
            lambda: typeset(words, EXAMPLE_PX.width(), EXAMPLE_PX.height()),
            partial(self._show, asked),
            lambda error: self._say(say_problem(error), "error"),
            owner=self,
        )

    def _show(self, asked: int, image: QImage) -> None:
        if asked == self._asked:
            self._example.show_picture(QPixmap.fromImage(image))

    def _say(self, words: str, role: str = "soft") -> None:
        self._state.setText(words)
        set_role(self._state, role)

    @property
    def error(self) -> str:
        """What is wrong, or why it was not saved."""
        return self._state.text()

    # Saving

    def save(self) -> None:
        """Have the hub keep it, upon the newest settings: what another desk has changed and nobody here stays."""
        client, before = self._desk.hub.client, self._before
        ground, accent = self.ground.colour, self.accent.colour
        names = [
            name.text().strip() or self.tr("Logo {number}").format(number=number + 1)
            for number, (name, _) in enumerate(self.logos)
        ]
        chosen = {number: picture.data for number, (_, picture) in enumerate(self.logos) if picture.data}
        self.save_button.setEnabled(False)

        def work() -> Brand:
            logos = {number: _logo(names[number], data) for number, data in chosen.items()}
            settings = client.settings()
            brand = _brand_upon(settings.office.brand, before, (ground, accent), logos)
            office = settings.office.model_copy(update={"brand": brand})
            stored: SettingsInfo = client.put_settings(settings.model_copy(update={"office": office}))
            return stored.office.brand

        self._desk.tasks.run(work, self._saved, self._refused, owner=self)

    def _saved(self, brand: Brand) -> None:
        self._desk.catalogue.read(Topic.SETTINGS)
        self.saved.emit(brand)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, ValidationError):
            self._say(self.tr("Two logos have the same name; give each a name of its own."), "error")
        else:
            self._say(say_problem(error), "error")


def _brand_upon(newest: Brand, before: Brand, colours: tuple[str, str], logos: Mapping[int, BrandLogo]) -> Brand:
    """`newest` with what was chosen otherwise than before: both colours together, as they have to fit, and each logo by
    its place.
    """
    ground, accent = (newest.ground, newest.accent) if colours == (before.ground, before.accent) else colours
    placed = merged(dict(enumerate(before.logos)), logos, dict(enumerate(newest.logos)))
    return Brand(ground=ground, accent=accent, logos=tuple(placed[number] for number in sorted(placed)))


def _logo(name: str, data: bytes) -> BrandLogo:
    """A logo of as many pixels as are allowed. Raises UnusableMedia where even a small one is too large a file."""
    for side in SMALLER_PX:
        small = data if side == LOGO_PX and len(data) <= LARGEST_LOGO_BYTES else shrunk(data, side, name)
        if len(small) <= LARGEST_LOGO_BYTES:
            return BrandLogo(name=name, picture=base64.b64encode(small).decode("ascii"))
    raise UnusableMedia(f"{name} is no picture that can be used; choose a PNG, JPG or WebP")
