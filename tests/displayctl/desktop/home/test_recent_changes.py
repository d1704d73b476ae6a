"""What changed lately, in sentences, by day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from displayctl.api.approvals import Submission, SubmissionState
from displayctl.api.audit import AuditEntry
from displayctl.api.models import Publication
from displayctl.desktop.presenters.recent_changes import by_day, from_publications, from_trail, newest
from tests.builders import at

pytestmark = pytest.mark.usefixtures("english")
NOON = at("2026-11-22 12:00")


def entry(minutes_ago: int, action: str, actor: str = "Ayu", name: str = "", kind: str = "slot") -> AuditEntry:
    return AuditEntry(
        seq=1,
        at=NOON - timedelta(minutes=minutes_ago),
        actor_kind="person",
        actor_id=actor.lower(),
        actor_name=actor,
        address="",
        action=action,
        kind=kind,
        id="some-id",
        before="",
        after=f'{{"name":"{name}"}}' if name else "",
        previous="",
        hash="",
    )


def test_what_one_person_did_again_and_again_is_one_line() -> None:
    told = from_trail(
        [
            entry(1, "slot.put", name="Apel"),
            entry(3, "slot.put", name="Senam"),
            entry(9, "slot.put", name="Doa"),
            entry(50, "slot.put", name="Lama"),
        ]
    )
    assert [each.sentence for each in told] == [
        "Ayu changed a booking: Apel and 2 more",
        "Ayu changed a booking: Lama",
    ]
    assert told[0].clock == "11:59"


def test_coming_and_going_and_ones_own_changes_are_left_out() -> None:
    trail = [
        entry(1, "session.open"),
        entry(2, "wall.identify"),
        entry(3, "slot.put", "Sekar", "Apel"),
        entry(4, "slot.put", "Ayu", "Senam"),
    ]
    assert [each.sentence for each in from_trail(trail, but="ayu")] == ["Sekar changed a booking: Apel"]


def test_what_an_entry_does_not_name_is_called_as_the_wall_with_its_id() -> None:
    trail = [entry(1, "approval-policy.put"), entry(2, "slot.put", name="Apel")]
    told = from_trail(trail, names={"some-id": "Taman Anti Narkoba"})
    assert [each.thing for each in told] == ["Taman Anti Narkoba", "Apel"]


def test_a_publication_names_who_approved_it() -> None:
    def publication(revision: int, at: datetime) -> Publication:
        return Publication(group="utama", revision=revision, published_at=at, digest="")

    approved = Submission(
        id="s",
        group="utama",
        by="Ayu",
        submitted_at=NOON,
        revision=2,
        digest="",
        state=SubmissionState.PUBLISHED,
        needed=2,
        decided_by="Sekar",
    )
    told = from_publications([publication(2, NOON), publication(1, NOON - timedelta(days=1))], [approved])
    assert [each.sentence for each in told] == ["Sekar published: utama", "Published: utama"]


def test_days_have_names_and_the_newest_twenty_are_told() -> None:
    old = from_trail([entry(60 * 24 * days, "slot.put", name=f"n{days}") for days in range(40)])
    days = by_day(newest(old), date(2026, 11, 22))
    assert [day.title for day in days[:3]] == ["Today", "Yesterday", "Friday, 20 Nov 2026"]
    assert sum(len(day.happenings) for day in days) == 20
