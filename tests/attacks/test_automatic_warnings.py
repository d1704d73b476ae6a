"""A thief has the hub's own key, and tries to speak by the one role that it may sign: cards of official warnings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from content.delivery.auto_card import AutoCard, CardEvent, CardSource, Round, card_path, pack_card
from content.delivery.bundle import pack
from content.delivery.roles import AUTO, SignedRole, alert_path
from content.delivery.seal import sign_cards
from content.places.gazetteer import Gazetteer
from content.studio.policy_edits import with_auto
from player.events import Delivered, Event, Refusal
from player.faults import FaultBook
from player.identity import Binding, DeviceIdentity
from player.inbox import Inbox
from schedules.alert import AlertLevel
from schedules.codec import programme_to_dict
from tests import builders
from tests.attacks.people import People
from tests.attacks.siege import notice_of
from tests.attacks.thief import Thief

PLACES = Gazetteer.load()
LUWUK = next(each for each in PLACES.districts if each.name == "Luwuk")
FAR = next(each for each in PLACES.districts if each.name == "Toili")
PNG = builders.png()


class Target:
    """A wall in Luwuk whose place people have signed, and the thief who owns its hub."""

    def __init__(self, folder: Path, *, auto: bool) -> None:
        self.people = People(folder / "hub")
        self.thief = Thief(self.people)
        self.told: list[Event] = []
        (folder / "player").mkdir()
        device = DeviceIdentity.load_or_make(folder / "player")
        self.wall = builders.wall(fingerprint=device.device_id, groups=("utama",), position=LUWUK.position)
        slot = builders.slot("pagi", "abc", display_ids=("tugu",))
        programme = builders.programme(slot, group="utama", displays=(self.wall,))
        self.people.publish(programme_to_dict(programme))
        if auto:
            self.people.repository.accept(*self.people.hold_ceremony(lambda policy: with_auto(policy, on=True)))
        binding = Binding("tugu", self.people.repository.bootstrap_root())
        self.inbox = Inbox(
            folder / "player",
            binding,
            tell=self.told.append,
            faults=FaultBook(),
            clock=self.people.clock,
            canvas=self.wall.canvas,
        )
        self.inbox.receive(pack(self.people.repository.bundle_for("utama")))

    def card(self, **changes: Any) -> AutoCard:
        """One that is as it should be, of this minute and for this place."""
        now = self.people.clock.step().replace(microsecond=0)
        here = Round(round(LUWUK.latitude * 1e6), round(LUWUK.longitude * 1e6), 5_000)
        made = AutoCard(
            CardEvent.RAIN, AlertLevel.WASPADA, CardSource.BMKG, now, now, now + timedelta(hours=1), (LUWUK.code,),
            rounds=(here,),
        )  # fmt: skip
        return replace(made, **changes)

    def hand_over(self, *documents: bytes, path: str = "") -> list[str]:
        """What the wall would show, the ids of all alerts, after the thief has handed over these cards."""
        self.told.clear()
        cards = {path or card_path(f"c{number}"): data for number, data in enumerate(documents)}
        now = self.people.clock.step()
        signed: SignedRole = sign_cards(self.people.online, cards, 0, now)
        self.inbox.receive(pack(self.thief.sealed(signed)))
        found = [event for event in self.told if isinstance(event, Delivered)]
        return [live.alert.id for event in found for live in event.alerts]

    @property
    def refused(self) -> list[str]:
        return [event.rule for event in self.told if isinstance(event, Refusal)]


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Target]:
    target = Target(tmp_path, auto=False)
    yield target
    target.inbox.close()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Target]:
    target = Target(tmp_path, auto=True)
    yield target
    target.inbox.close()


def test_a_card_is_signed_where_nobody_let_the_hub_show_any(closed: Target) -> None:
    assert closed.hand_over(pack_card(closed.card())) == []
    assert AUTO not in closed.inbox.versions


def test_a_card_carries_words_of_the_thief_or_a_picture(opened: Target) -> None:
    assert len(opened.hand_over(pack_card(opened.card()))) == 1
    plain = json.loads(pack_card(opened.card()))
    for evil in (
        {**plain, "headline": "Pemerintah jatuh"},
        {**plain, "event": "Pemerintah jatuh"},
        {**plain, "source": "Pemerintah jatuh"},
        {**plain, "districts": ["Pemerintah jatuh"]},
        {**plain, "pictures": {hashlib.sha256(PNG).hexdigest(): "iVBORw0KGgo="}},
    ):
        assert opened.hand_over(json.dumps(evil).encode()) == []
        assert opened.refused == ["card"]
    assert opened.hand_over(notice_of(opened.wall.format, PNG)) == []
    assert opened.hand_over(notice_of(opened.wall.format, PNG), path=alert_path("banjir")) == []
    assert "foreign-path" in opened.refused


def test_a_card_is_for_another_kecamatan_or_of_another_time(opened: Target) -> None:
    there = Round(round(FAR.latitude * 1e6), round(FAR.longitude * 1e6), 5_000)
    card, hours = opened.card(), timedelta(hours=7)
    for evil, rule in (
        (replace(card, districts=(FAR.code,), rounds=(there,)), "card-place"),
        (replace(card, districts=(FAR.code,)), "card-place"),
        (replace(card, rounds=(there,)), "card-place"),
        (
            replace(card, sent=card.sent - hours, effective=card.sent - hours, expires=card.sent - hours / 2),
            "card-time",
        ),
        (replace(card, sent=card.sent + hours, expires=card.sent + hours), "card-time"),
    ):
        assert opened.hand_over(pack_card(evil)) == []
        assert opened.refused == [rule]


def test_cards_take_the_wall_over_again_and_again(opened: Target) -> None:
    for minutes in (30, 31, 32, 33, 34):
        card = opened.card(event=CardEvent.THUNDERSTORM, level=AlertLevel.AWAS)
        opened.hand_over(pack_card(replace(card, expires=card.sent + timedelta(minutes=minutes))))
        (delivered,) = (event for event in opened.told if isinstance(event, Delivered))
        begun = [live.alert.effective - card.sent for live in delivered.alerts]
        if minutes == 30:
            assert begun[0] < timedelta(minutes=1)
        else:
            assert all(each > timedelta(minutes=9) for each in begun)
    assert opened.refused == ["card-often"]


def test_a_card_covers_what_people_have_signed(opened: Target) -> None:
    opened.people.warn("banjir", notice_of(opened.wall.format, PNG))
    storm = opened.card(event=CardEvent.THUNDERSTORM, level=AlertLevel.AWAS)
    shown = opened.hand_over(pack_card(storm))
    assert len(shown) == 2
    (delivered,) = (event for event in opened.told if isinstance(event, Delivered))
    from player.alert_loop import AlertLoop

    loop = AlertLoop("tugu")
    loop.alerts = delivered.alerts
    for seconds in range(0, 60, 5):
        now = opened.people.clock.now() + timedelta(seconds=seconds)
        facts = loop.raised_at(now, is_quiet=lambda: False, volume=0, revision=1).facts
        assert facts is not None
        assert facts.medium_id == "banjir"
