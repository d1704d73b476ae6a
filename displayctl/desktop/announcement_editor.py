"""Writing an announcement: words and template at the left, every wall's picture of it at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from content.studio.announcement import LONGEST_BODY, LONGEST_FOOTER, LONGEST_QR, LONGEST_TITLE, Announcement, Template
from content.studio.typeset import typeset
from displayctl.api.models import AnnouncementChange, MediumInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.templates import OFFERED, sample, template_name
from displayctl.desktop.widgets.bounded_text import BoundedText
from displayctl.desktop.widgets.ornaments import ColourChoice, PictureChoice
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule, scrolled
from displayctl.desktop.widgets.typeset_preview import TypesetPreview
from schedules.errors import InvalidValue

SAMPLE_PX = QSize(104, 62)
LOGO_PX, BACKGROUND_PX = 512, 1920
"""The longest side that pictures chosen here keep, so that an announcement stays small on its way."""


class AnnouncementEditor(QDialog):
    """Signals: `told` a sentence and its kind, `made` with the medium's id. Without `medium` a new one is made."""

    told = Signal(str, str)
    made = Signal(str)

    def __init__(self, desk: Desk, medium: MediumInfo | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._medium = desk, medium
        self._before = Announcement.from_dict(medium.announcement) if medium and medium.announcement else None
        self.setWindowTitle(self.tr("Edit announcement") if medium else self.tr("New announcement"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(1060, 660)
        self._fits = False
        self._make_inputs()
        self.preview = TypesetPreview(desk.tasks, tuple(kept.value for kept in desk.catalogue.displays))
        self.preview.drawn.connect(self._show_fit)
        self._build()
        self._fill()
        self._draw_samples()

    def _make_inputs(self) -> None:
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setPlaceholderText(self.tr("The most important words, as “Posyandu Balita”"))
        self.body = BoundedText(LONGEST_BODY)
        self.body.setPlaceholderText(self.tr("When, where, who. Short sentences are read in passing."))
        self.body.setMinimumHeight(110)
        self.footer = QLineEdit()
        self.footer.setMaxLength(LONGEST_FOOTER)
        self.footer.setPlaceholderText(self.tr("Who speaks, as “Dinas Kesehatan”"))
        self.qr = QLineEdit()
        self.qr.setMaxLength(LONGEST_QR)
        self.qr.setPlaceholderText("https://…")
        self.templates = QListWidget()
        self.templates.setViewMode(QListView.ViewMode.IconMode)
        self.templates.setIconSize(SAMPLE_PX)
        self.templates.setMovement(QListView.Movement.Static)
        self.templates.setResizeMode(QListView.ResizeMode.Adjust)
        self.templates.setSpacing(2)
        self.templates.setFixedHeight(206)
        for template in OFFERED:
            item = QListWidgetItem(template_name(template))
            item.setData(Qt.ItemDataRole.UserRole, template.value)
            item.setSizeHint(QSize(120, 94))
            self.templates.addItem(item)
        self.logo = PictureChoice(self._desk.tasks, self.tr("Logo"), "picture", LOGO_PX)
        self.background = PictureChoice(self._desk.tasks, self.tr("Background picture"), "picture", BACKGROUND_PX)
        self.ground = ColourChoice(self.tr("Background"))
        self.accent = ColourChoice(self.tr("Accent"))
        for ornament in (self.logo, self.background, self.ground, self.accent):
            ornament.changed.connect(self._changed)
        for picture in (self.logo, self.background):
            picture.refused.connect(lambda error: self._state.setText(say_problem(error)))
        for edit in (self.title, self.footer, self.qr):
            edit.textChanged.connect(self._changed)
        self.body.textChanged.connect(self._changed)
        self.templates.currentItemChanged.connect(lambda: self._changed())

    def _build(self) -> None:
        form = QWidget()
        inner = column(
            field(self.tr("Template"), self.templates),
            field(self.tr("Title"), self.title),
            field(self.tr("Text"), self.body),
            field(self.tr("Footer"), self.footer),
            field(self.tr("QR code leads to"), self.qr),
            label(self.tr("Pictures"), "field"),
            self.logo,
            self.background,
            label(self.tr("Colours"), "field"),
            self.ground,
            self.accent,
            None,
            spacing=SPACE_M,
        )
        inner.setContentsMargins(0, 0, SPACE_M, 0)
        form.setLayout(inner)
        left = scrolled(form)
        left.setFixedWidth(440)
        shown = column(label(self.tr("On the walls"), "field"), self.preview, margins=SPACE_M)
        shown.setStretch(1, 1)
        right = frame("panel", shown)
        self._state = label("", "soft", wrap=True)
        self._save = button(self.tr("Save to the library"), self.save, "primary")
        self._save.setDefault(True)
        middle = row(left, right, spacing=SPACE_L)
        middle.setStretch(1, 1)
        foot = row(self._state, button(self.tr("Cancel"), self.reject), self._save, spacing=SPACE_S)
        foot.setStretch(0, 1)
        layout = column(middle, rule(), foot, spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _fill(self) -> None:
        before = self._before
        if before is not None:
            self.title.setText(before.title)
            self.body.setPlainText(before.body)
            self.footer.setText(before.footer)
            self.qr.setText(before.qr)
            self.logo.show_picture(before.logo)
            self.background.show_picture(before.background)
            self.ground.show_colour(before.background_colour)
            self.accent.show_colour(before.accent_colour)
        wanted = before.template if before else Template.PENGUMUMAN
        self.templates.setCurrentRow(OFFERED.index(wanted) if wanted in OFFERED else 0)
        self.title.setFocus()

    def _draw_samples(self) -> None:
        def drawn() -> tuple[QImage, ...]:
            return tuple(typeset(sample(template), 400, 240) for template in OFFERED)

        self._desk.tasks.run(drawn, self._show_samples, lambda error: None, owner=self)

    def _show_samples(self, images: tuple[QImage, ...]) -> None:
        for number, image in enumerate(images):
            picture = QPixmap.fromImage(image).scaled(
                SAMPLE_PX * 2, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self.templates.item(number).setIcon(QIcon(picture))

    # Reading

    def announcement(self) -> Announcement:
        """What the form says; raises InvalidValue, as for an empty title."""
        item = self.templates.currentItem()
        return Announcement(
            title=self.title.text().strip(),
            body=self.body.toPlainText().strip(),
            template=Template(item.data(Qt.ItemDataRole.UserRole)) if item else Template.PENGUMUMAN,
            footer=self.footer.text().strip(),
            qr=self.qr.text().strip(),
            background_colour=self.ground.colour,
            accent_colour=self.accent.colour,
            logo=self.logo.data,
            background=self.background.data,
        )

    def _changed(self) -> None:
        try:
            announcement = self.announcement()
        except InvalidValue as error:
            empty = not self.title.text().strip()
            self._state.setText(self.tr("Give the announcement a title.") if empty else str(error))
            self._save.setEnabled(False)
            self.preview.show_announcement(None)
            return
        self._state.setText("")
        self.preview.show_announcement(announcement)

    def _show_fit(self, fits: bool) -> None:
        self._save.setEnabled(fits)
        if not fits and self.title.text().strip():
            self._state.setText(self.tr("The text is too long for at least one wall; shorten it."))
        elif fits:
            self._state.setText("")

    @property
    def can_save(self) -> bool:
        """Whether the words fit on every wall."""
        return self._save.isEnabled()

    def save(self) -> None:
        """Hand the announcement to the hub, which sets it for every wall."""
        announcement, medium = self.announcement(), self._medium
        change = AnnouncementChange(
            title=announcement.title, announcement=announcement.to_dict(), version=medium.version if medium else 0
        )
        client = self._desk.hub.client
        self._save.setEnabled(False)
        self._desk.tasks.run(
            lambda: client.change_announcement(medium.id, change) if medium else client.create_announcement(change),
            lambda job: self._stored(announcement.title, job.medium_id),
            self._refused,
            owner=self,
        )

    def _stored(self, title: str, medium_id: str) -> None:
        self._desk.catalogue.read(Topic.MEDIUM, Topic.JOB)
        self.told.emit(self.tr("“{title}” is being set for every wall.").format(title=title), "good")
        self.made.emit(medium_id)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._state.setText(say_problem(error))
        self._save.setEnabled(True)
