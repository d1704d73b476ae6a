"""The rules of contents beside a request."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from displayctl.api.request_settings import ContentRule, RequestSettings
from displayctl.api.request_states import CheckAnswer, RequestState
from displayctl.api.requests import Check, Request
from displayctl.desktop.requests.checklist import Checklist
from tests.displayctl.hub.ground import now


def test_rules_that_the_office_words_anew_are_read_so_at_once_and_answers_stay(qtbot: QtBot) -> None:
    request = Request(
        id="REQ-2026-0001",
        version=1,
        state=RequestState.SEEN,
        agency="dinkes",
        agency_name="Dinas Kesehatan",
        title="Vaksinasi",
        created_at=now(),
        updated_at=now(),
        checks=(Check(rule="sara"),),
    )
    checklist = Checklist()
    qtbot.addWidget(checklist)
    for words in ("Tanpa unsur SARA", "Tidak menyinggung siapa pun"):
        rule = ContentRule(id="sara", words=words, english=words)
        checklist.show_request(request, RequestSettings(rules=(rule,)))
        assert words in {each.text() for each in checklist.findChildren(QLabel) if not each.isHidden()}
        checklist.rows["sara"].choose(CheckAnswer.YES)
    assert [each.answer for each in checklist.changes] == [CheckAnswer.YES]
