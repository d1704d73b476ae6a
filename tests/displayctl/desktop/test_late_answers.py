"""Of several questions about accounts the newest is the one whose answer counts, whichever comes last."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from displayctl.api.accounts import UserInfo, WhoAmI
from displayctl.desktop.desk import Desk
from displayctl.desktop.people.people_list import PeopleList
from tests.builders import at

WAIT_MS = 20_000


class SlowAtFirst:
    """A hub whose first answer comes after the second."""

    def __init__(self, *answers: Any) -> None:
        self._answers = list(answers)
        self._lock = threading.Lock()
        self.second_is_out = threading.Event()
        self.first_came = threading.Event()

    def __call__(self, *_: object) -> Any:
        with self._lock:
            number = 3 - len(self._answers)
            answer = self._answers.pop(0)
        if number == 1:
            self.first_came.set()
            assert self.second_is_out.wait(WAIT_MS / 1000)
        return answer


@contextmanager
def asked_twice(slow: SlowAtFirst, ask: Any) -> Iterator[None]:
    """The block waits for the second answer; afterwards the first one comes."""
    ask()
    assert slow.first_came.wait(WAIT_MS / 1000)
    ask()
    try:
        yield
    finally:
        slow.second_is_out.set()


def person(name: str) -> UserInfo:
    return UserInfo(
        id=name,
        name=name,
        title=name.title(),
        grants=(),
        enabled=True,
        has_second_factor=False,
        must_change_password=False,
        version=1,
        created_at=at("2026-11-22 08:00"),
    )


def test_the_list_of_people_shows_what_was_read_last(
    shared_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = PeopleList(shared_desk)
    qtbot.addWidget(people)
    qtbot.waitUntil(lambda: shared_desk.tasks.under_way == 0, timeout=WAIT_MS)
    slow = SlowAtFirst((person("sekar"),), (person("sekar"), person("budi")))
    monkeypatch.setattr(type(shared_desk.hub.client.accounts), "users", slow.__call__)
    with asked_twice(slow, people.refresh):
        qtbot.waitUntil(lambda: people.list.count() == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: shared_desk.tasks.under_way == 0, timeout=WAIT_MS)
    assert people.list.count() == 2


def test_who_one_is_was_asked_last(shared_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    myself = shared_desk.myself
    qtbot.waitUntil(lambda: shared_desk.tasks.under_way == 0, timeout=WAIT_MS)
    before = myself.me
    slow = SlowAtFirst(WhoAmI(kind="desk"), WhoAmI(kind="person", name="sekar"))
    monkeypatch.setattr(type(shared_desk.hub.client.accounts), "who_am_i", slow.__call__)
    with asked_twice(slow, myself.ask):
        qtbot.waitUntil(lambda: myself.is_person, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: shared_desk.tasks.under_way == 0, timeout=WAIT_MS)
    assert myself.is_person
    myself.me = before
