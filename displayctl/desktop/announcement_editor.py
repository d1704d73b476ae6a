"""The studio: words and template at the left, every wall's picture of them at the right, and airing from there."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from content.studio.announcement import Announcement
from content.studio.stencils.stencil import Stencil
from displayctl.api.brand import Brand
from displayctl.api.models import MediumInfo
from displayctl.api.requests import Request
from displayctl.desktop.announcements.air_window import AirWindow
from displayctl.desktop.announcements.brand_window import BrandWindow
from displayctl.desktop.announcements.canvas_view import CanvasView
from displayctl.desktop.announcements.form import AnnouncementForm
from displayctl.desktop.announcements.saving import Saving
from displayctl.desktop.announcements.spelling import Spelling
from displayctl.desktop.announcements.steps import Steps
from displayctl.desktop.announcements.studio_memory import StudioMemory, name_of, wording_kept
from displayctl.desktop.announcements.target_walls import TargetWalls
from displayctl.desktop.announcements.template_choice import TemplateChoice
from displayctl.desktop.announcements.template_pictures import TemplatePictures
from displayctl.desktop.announcements.wording import Wording, announcement_of, asked_for, begun, turned, wording_of
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.airing import Airing
from displayctl.desktop.presenters.brand_words import brand_colours, brand_logo, contrast_words, worn_colours
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import clock_words, date_short
from displayctl.desktop.widgets.banner import Banner
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import (
    button,
    column,
    field,
    frame,
    icon_button,
    label,
    row,
    rule,
    scrolled,
    set_role,
)
from displayctl.desktop.widgets.reading_order import DialogAsRead
from schedules.display import Display
from schedules.errors import InvalidValue

FORM_PX, WINDOW_PX = 440, QSize(1120, 664)
_TOLD_OF_SPELLING = "announcement-spelling-told"


class AnnouncementEditor(DialogAsRead):
    """Signals: `told` a sentence and its kind, `made` with the medium's id. Without `medium` a new one is made, of the
    words of a `request` where there is one.
    """

    told = Signal(str, str)
    made = Signal(str)

    def __init__(
        self, desk: Desk, medium: MediumInfo | None, parent: QWidget | None = None, request: Request | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._walls: tuple[str, ...] = ()
        self._airing: Airing | None = None
        self._fits = self._colours_fit = self._save_once_drawn = False
        self._memory = StudioMemory(desk, name_of(medium, request))
        self._kept = self._memory.found()
        self._saving = Saving(desk, medium, self)
        self._pictures = TemplatePictures(desk, self)
        self.setWindowTitle(self.tr("Edit announcement") if medium else self.tr("New announcement"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(WINDOW_PX)
        self.spelling = Spelling(desk, self)
        self._before = Announcement.from_dict(medium.announcement) if medium and medium.announcement else None
        self.templates = TemplateChoice(desk, self._before)
        self.form = AnnouncementForm(desk, self.spelling)
        self.preview = CanvasView(desk.tasks, self._displays)
        self._name_the_boxes()
        self._build()
        self._first = asked_for(self._beginning(), request)
        self._show(self._first)
        if request is not None:  # what is longer than a field was cut, which nobody typed
            self._first = self.form.said(self._first.stencil)
        self._steps = Steps(self._first)
        self._listen()
        self._offer_kept()
        self._look()
        self.title.setFocus()

    def _name_the_boxes(self) -> None:
        form = self.form
        self.title, self.body, self.footer, self.qr = form.title, form.body, form.footer, form.qr
        self.logo, self.background, self.portrait = form.logo, form.background, form.portrait
        self.ground, self.accent = form.ground, form.accent

    def _beginning(self) -> Wording:
        if self._before is None:
            return begun(self.templates.current, self._brand)
        return wording_of(self._before, self.templates.stencils.behind(self._before.stencil, self._before.template))

    def _build(self) -> None:
        inside = QWidget()
        inner = column(field(self.tr("Template"), self.templates), self.form, None, spacing=SPACE_M)
        inner.setContentsMargins(0, 0, SPACE_M, 0)
        inside.setLayout(inner)
        left = scrolled(inside)
        left.setFixedWidth(FORM_PX)
        self._walls_button = button("", self.choose_walls, "quiet", "wall")
        self._brand_button = button(self.tr("Office colours and logos…"), self.open_brand, "quiet", "office")
        buttons = Flow(self._brand_button, self._walls_button, spacing=SPACE_S, to_right=True)
        head = row(label(self.tr("On the walls"), "field"), buttons)
        head.setStretch(1, 1)
        shown = column(head, self.preview, margins=SPACE_M)
        shown.setStretch(1, 1)
        self._banner = Banner()
        self._state = label("", "soft", wrap=True)
        self._undo = icon_button("undo", self.tr("Undo"), self.undo)
        self._redo = icon_button("redo", self.tr("Redo"), self.redo)
        cancel = button(self.tr("Cancel"), self.reject)
        self._air = button(self.tr("Air…"), self.air, "", "calendar")
        self._save = button(self.tr("Save to the library"), self.save, "primary")
        self._save.setDefault(True)
        for made in (self._walls_button, self._brand_button, self._undo, self._redo, cancel, self._air):
            made.setAutoDefault(False)
        middle = row(left, frame("panel", shown), spacing=SPACE_L)
        middle.setStretch(1, 1)
        foot = row(self._undo, self._redo, self._state, cancel, self._air, self._save, spacing=SPACE_S)
        foot.setStretch(2, 1)
        layout = column(self._banner, middle, rule(), foot, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)
        self._call_walls()

    def _listen(self) -> None:
        self.form.changed.connect(self._changed)
        self._saving.stored.connect(self._stored)
        self._saving.refused.connect(self._refused)
        self._pictures.came.connect(self._pictures_came)
        self._pictures.refused.connect(lambda error: self._say(say_problem(error), "error"))
        self.form.refused.connect(lambda error: self._say(say_problem(error), "error"))
        self.form.left_out.connect(self._left_out)
        self.form.undo_asked.connect(self.undo)
        self.form.redo_asked.connect(self.redo)
        self.templates.chosen.connect(self._turn)
        self.templates.loaded.connect(self._templates_came)
        self.templates.told.connect(self._say)
        self.preview.drawn.connect(self._drawn)
        self.spelling.absent.connect(self._no_dictionary)
        self.spelling.refused.connect(lambda error: self._say(say_problem(error), "error"))
        self._desk.catalogue.changed.connect(self._topic_changed)
        for keys, act in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            QShortcut(keys, self).activated.connect(act)

    # What is known

    @property
    def _brand(self) -> Brand:
        settings = self._desk.catalogue.settings
        return settings.office.brand if settings is not None else Brand()

    @property
    def _displays(self) -> tuple[Display, ...]:
        return tuple(kept.value for kept in self._desk.catalogue.displays)

    @property
    def can_save(self) -> bool:
        """Whether the words fit on every wall that is wanted, and the colours are told from each other."""
        return self._fits and self._colours_fit and not self._saving.under_way

    @property
    def state(self) -> str:
        """What is said below the form."""
        return self._state.text()

    def announcement(self) -> Announcement:
        """What the form says; raises InvalidValue, as for an empty title."""
        return announcement_of(self.form.said(self.templates.current.id), self.templates.current)

    # Writing

    def _show(self, said: Wording) -> None:
        self.templates.choose(said.stencil)
        self.form.show_wording(said, self.templates.current)

    def _changed(self, where: str) -> None:
        said = self.form.said(self.templates.current.id)
        if said != self._steps.now:  # marking a word that no dictionary has counts as a change of the box, too
            self._steps.note(said, where, time.monotonic())
            self._keep()
            self._look()

    def _keep(self) -> None:
        """In the drawer, unless nothing is new."""
        if self._steps.now == self._first:
            self._memory.forget()
        else:
            self._memory.keep(self._steps.now)

    def undo(self) -> None:
        """Take back the last step of writing."""
        self._go_to(self._steps.undo())

    def redo(self) -> None:
        """Do what was taken back again."""
        self._go_to(self._steps.redo())

    def _go_to(self, said: Wording) -> None:
        self._show(said)
        self._keep()
        self._look()

    def _turn(self, stencil: Stencil) -> None:
        """Another template: what was typed stays."""
        said = self.form.said(self._steps.now.stencil)
        before = self.templates.stencils.behind(said.stencil, "")
        self._take_step(turned(self._pictures.taken_out(said), before, stencil, self._brand))
        self._pictures.bring(stencil)

    def _take_step(self, said: Wording) -> None:
        self._steps.note(said, "", time.monotonic())
        self._go_to(self._steps.now)

    def _pictures_came(self, stencil_id: str) -> None:
        if self.templates.current.id == stencil_id:
            self._take_step(self._pictures.put_in(self.form.said(stencil_id)))

    def _templates_came(self) -> None:
        """The office's own are known now, perhaps the one that this announcement was written with."""
        self._show(self._steps.now)
        self._look()

    def _offer_kept(self) -> None:
        kept = self._kept
        if kept is None:
            return
        when = kept.at.astimezone(office_zone())
        words = self.tr("An announcement of {when} was not saved, and was kept: “{title}”. Its pictures were not.")
        title = kept.title or self.tr("without a title")
        self._banner.tell(
            words.format(when=f"{date_short(when.date())} {clock_words(when)}", title=title),
            "warning",
            self.tr("Continue where you were"),
            self.take_kept,
        )

    def take_kept(self) -> None:
        """Go on with what an earlier window left."""
        self._banner.hide()
        if self._kept is not None:
            self._memory.go_on_with(self._kept)
            try:
                self._take_step(wording_kept(self._kept, self._steps.now))
            except ValueError:
                self._memory.forget()

    # Looking

    def _look(self) -> None:
        """Draw what the form says, and say what is missing."""
        self._undo.setEnabled(self._steps.can_undo)
        self._redo.setEnabled(self._steps.can_redo)
        said = self._steps.now
        try:
            announcement = self.announcement()
        except InvalidValue as error:
            empty = not said.title.strip()
            self._say(self.tr("Give the announcement a title.") if empty else say_problem(error))
            self.preview.show_announcement(None)
            self._may_save(fits=False)
            return
        told = contrast_words(*worn_colours(announcement))
        self._colours_fit = told.is_enough
        self.form.say_contrast(told.words, is_enough=told.is_enough)
        self._say("")
        self.preview.show_announcement(announcement)

    def _drawn(self, fits: bool) -> None:
        self._may_save(fits=fits)
        wanted, self._save_once_drawn = self._save_once_drawn, False
        if wanted and not fits:
            self._airing = None  # it is asked for anew: who only saves it later does not air it
        if fits or not self.title.text().strip():
            if fits and not self.preview.canvases.fits_everywhere:
                self._say(self.tr("Not on all other walls: where it finds no room it cannot be aired."))
            if fits and wanted:
                self.save()
            return
        words = self.tr(
            "Something finds no room on at least one wall; it is told below that wall. "
            "Shorten it, or leave that wall out."
        )
        self._say(words, "error")

    def _may_save(self, *, fits: bool) -> None:
        self._fits = fits
        for made in (self._save, self._air):
            made.setEnabled(self.can_save)

    def _say(self, words: str, role: str = "soft") -> None:
        self._state.setText(words)
        set_role(self._state, "error" if role in ("error", "danger") else "soft")

    def _left_out(self, letters: int) -> None:
        self._say(self.tr("Letters that found no room and were left out: {count}.").format(count=letters), "error")

    def _no_dictionary(self) -> None:
        """Said once: whoever wants it knows how to get it from then on."""
        if not self._desk.preferences.text(_TOLD_OF_SPELLING) and not self._banner.isVisibleTo(self):
            self._desk.preferences.keep(_TOLD_OF_SPELLING, "yes")
            words = self.tr("Spelling is not checked: this computer has no Indonesian dictionary. To get it: {command}")
            self._banner.tell(words.format(command="sudo apt install hunspell hunspell-id"), "warning")

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.DISPLAY:
            self.preview.show_displays(self._displays, self._walls)
            self._call_walls()

    # Walls, brand, airing

    def choose_walls(self) -> None:
        """Ask for which walls it is."""
        window = TargetWalls(self._displays, self._walls, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.chosen.connect(self.take_walls)
        window.open()

    def take_walls(self, walls: tuple[str, ...]) -> None:
        """It is meant for these walls; none means every wall."""
        self._walls = walls
        self.preview.show_displays(self._displays, walls)
        self._call_walls()

    def _call_walls(self) -> None:
        count = len(self._walls) or len(self._displays)
        words = self.tr("For chosen walls ({count})…") if self._walls else self.tr("For all walls ({count})…")
        self._walls_button.setText(words.format(count=count))

    def open_brand(self) -> None:
        """The office's colours and logos; what is chosen there is worn here at once."""
        window = BrandWindow(self._desk, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.saved.connect(self.wear)
        window.open()

    def wear(self, brand: Brand) -> None:
        """Put on the office's colours and logo."""
        stencil = self.templates.current
        ground, accent = brand_colours(brand, stencil)
        said = self.form.said(stencil.id)
        logo = brand_logo(brand, stencil) or said.logo
        self._take_step(replace(said, ground=ground or said.ground, accent=accent or said.accent, logo=logo))

    def air(self) -> None:
        """Ask where and when, then save it and put it into the schedule."""
        if self.can_save:
            window = AirWindow(self._desk, self.title.text().strip(), self._walls, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.chosen.connect(self.air_as)
            window.open()

    def air_as(self, airing: Airing) -> None:
        """Save it, and put it into the schedule like this: a step that can be taken back there."""
        self._airing = airing
        self.save()

    # Saving

    def save(self) -> None:
        """Hand the announcement to the hub once it is known that it fits; where it is aired, to the schedule, too."""
        if not self.preview.canvases.is_drawn:
            self._save_once_drawn = True
        elif self.can_save and not self._saving.under_way:
            self._saving.save(self.announcement(), self._airing)
            self.form.setEnabled(False)  # what is typed from here on would not be in it
            self._may_save(fits=True)

    def _stored(self, words: str, medium_id: str) -> None:
        self._memory.forget()
        self.told.emit(words, "good")
        self.made.emit(medium_id)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._airing = None
        self.form.setEnabled(True)
        self.title.setFocus()
        self._say(say_problem(error), "error")
        self._may_save(fits=True)
