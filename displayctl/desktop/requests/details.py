"""One request whole: what is asked for, its files, the rules, what was made from it and shown, and what happened."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from displayctl.api.accounts import Role
from displayctl.api.request_settings import RequestSettings
from displayctl.api.request_states import OPEN
from displayctl.api.requests import Airings, Request
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.request_words import (
    airings_words,
    history_words,
    instant_words,
    state_name,
    state_role,
    wish_words,
)
from displayctl.desktop.presenters.words import date_short
from displayctl.desktop.requests.checklist import Checklist
from displayctl.desktop.requests.things_list import FilesList, LinksList
from displayctl.desktop.widgets.pieces import button, column, label, row, rule, set_role


class RequestDetails(QWidget):
    """Signals: `attach_asked`, `edit_asked`; those of the parts are theirs."""

    attach_asked = Signal()
    edit_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.request: Request | None = None
        self.number, self.chip = label("", "strong", selectable=True), label("", "chip")
        self.headline = label("", "heading", wrap=True, selectable=True)
        self._notice = label("", "error", wrap=True)
        self._facts = {name: label("", wrap=True, selectable=True) for name in ("agency", "letter", "contact", "wish")}
        self._words = label("", wrap=True, selectable=True)
        self.files, self.checklist, self.links = FilesList(desk.myself), Checklist(), LinksList(desk.myself)
        self._shown = label("", wrap=True, selectable=True)
        self._answer = label("", wrap=True, selectable=True)
        self._history = label("", "caption", wrap=True, selectable=True)
        self.edit_button = button(self.tr("Change…"), self.edit_asked.emit, "quiet", "edit")
        self.attach_button = button(self.tr("Attach a file…"), self.attach_asked.emit, "quiet", "plus")
        for made in (self.edit_button, self.attach_button, self.checklist):
            desk.myself.guarded(made, Role.EDITOR, Role.APPROVER)
        for each in (self.headline, *self._facts.values(), self._words, self._shown, self._answer, self._history):
            each.setMinimumWidth(1)  # a word of hundreds of letters makes nothing else wider than its place
        self._build()

    def _build(self) -> None:
        head = row(self.number, self.chip, None, self.edit_button, spacing=SPACE_S)
        facts = QFormLayout()
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setHorizontalSpacing(SPACE_M)
        names = (self.tr("Agency"), self.tr("Letter"), self.tr("Contact"), self.tr("Wish"))
        for name, value in zip(names, self._facts.values(), strict=True):
            facts.addRow(label(name, "field"), value)
        self._words_title = label(self.tr("Words wanted"), "field")
        self._answer_title = label(self.tr("Answer that the agency reads"), "field")
        files = row(label(self.tr("Files"), "field"), None, self.attach_button)
        layout = column(
            head,
            self.headline,
            self._notice,
            facts,
            self._words_title,
            self._words,
            files,
            self.files,
            rule(),
            label(self.tr("Rules of contents"), "field"),
            self.checklist,
            rule(),
            label(self.tr("Made from it"), "field"),
            self.links,
            self._shown,
            self._answer_title,
            self._answer,
            rule(),
            label(self.tr("What happened"), "field"),
            self._history,
            None,
            spacing=SPACE_S,
        )
        self.setLayout(layout)
        self.setMinimumHeight(1)  # as high as its words are at the width it has, and not as they would be in a column

    def show_request(
        self, request: Request, airings: Airings, settings: RequestSettings, walls: Mapping[str, str], zone: ZoneInfo
    ) -> None:
        """Show this one; `walls` are names by id, instants are told in `zone`."""
        self.request = request
        self.number.setText(request.id)
        self.chip.setText(state_name(request.state))
        set_role(self.chip, state_role(request.state))
        for made in (self.edit_button, self.attach_button):
            made.setVisible(request.state in OPEN)  # what is typed or sent later would be refused
        self.headline.setText(request.title)
        words = self.tr("The same letter number is on {numbers}.").format(numbers=", ".join(request.same_letter))
        _say(self._notice, words if request.same_letter else "")
        came = self.tr("over the web page") if request.from_page else self.tr("entered by {name}")
        when = instant_words(request.created_at, zone)
        self._facts["agency"].setText(f"{request.agency_name} · {when} · {came.format(name=request.asked_by)}")
        dated = f", {date_short(request.letter_date)}" if request.letter_date is not None else ""
        self._facts["letter"].setText(f"{request.letter_number}{dated}".lstrip(", ") or "–")
        self._facts["contact"].setText(" · ".join(each for each in (request.contact, request.phone) if each) or "–")
        self._facts["wish"].setText(wish_words(request.wish, walls))
        _say(self._words, request.text, self._words_title)
        self.files.show_files(request.attachments)
        self.checklist.show_request(request, settings)
        self.links.show_links(request.links)
        _say(self._shown, airings_words(airings, walls, zone))
        _say(self._answer, request.answer, self._answer_title)
        self._history.setText(history_words(request, zone))


def _say(place: QLabel, words: str, title: QLabel | None = None) -> None:
    """Say `words`; where there are none, nothing is there."""
    place.setText(words)
    for each in (place, title):
        if each is not None:
            each.setVisible(bool(words))
