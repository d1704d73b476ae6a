"""What the window of an answer says before anything is sent."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from displayctl.api.request_states import CheckAnswer, RequestState
from displayctl.api.requests import Check, ChecksChange, RequestCreation, RequestDraft
from displayctl.desktop.desk import Desk
from displayctl.desktop.requests.answer_window import AnswerWindow
from displayctl.desktop.widgets.remark import Remark
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_desk", "indonesian")


def test_accepting_says_beforehand_how_many_rules_are_in_its_way(hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    calls = hub.client.requests
    request = calls.create(RequestCreation(draft=RequestDraft(agency="dinkes", title="Donor darah")))
    rules = [check.rule for check in request.checks]

    def told() -> list[str]:
        window = AnswerWindow(desk, request)
        qtbot.addWidget(window)
        said = [remark.text() for remark in window.findChildren(Remark) if "daftar periksa" in remark.text()]
        window.outcome.setCurrentIndex(window.outcome.findData(RequestState.DECLINED))
        assert not any("daftar periksa" in remark.text() for remark in window.findChildren(Remark))
        return said

    (words,) = told()
    assert f": {len(rules)}." in words
    answers = [CheckAnswer.NO, *(CheckAnswer.YES for _ in rules[2:]), CheckAnswer.NA]
    checks = tuple(Check(rule=rule, answer=answer) for rule, answer in zip(rules, answers, strict=True))
    request = calls.check(request.id, ChecksChange(version=request.version, checks=checks))
    (words,) = told()
    assert ": 1." in words
    kept = (Check(rule=rules[0], answer=CheckAnswer.YES),)
    request = calls.check(request.id, ChecksChange(version=request.version, checks=kept))
    assert told() == []
