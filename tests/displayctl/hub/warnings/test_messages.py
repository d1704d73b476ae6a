"""Messages about warnings: whatever order they come in, there is one entry, and it tells what holds now."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from displayctl.api.warnings import WarningEnd, WarningState
from displayctl.hub.feeds.warning import Reference, Warning
from tests.displayctl.hub.warnings.warning_office import CANCEL, UPDATE, Office, later, message


def test_the_same_message_again_is_no_news(office: Office) -> None:
    for _ in range(3):
        office.warnings.take("nowcast", (message(),))
    assert office.only.state is WarningState.NEW
    assert [event.kind for event in office.told] == ["warning"]


def test_an_update_goes_on_with_the_same_entry_and_a_cancel_ends_it(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    first = office.only
    office.warnings.take("nowcast", (later(UPDATE, "b", "a", headline="Hujan meluas"),))
    assert (office.only.id, office.only.headline, office.only.updates) == (first.id, "Hujan meluas", 1)
    office.warnings.take("nowcast", (later(CANCEL, "c", "a", "b", minutes=20),))
    assert (office.only.state, office.only.ended_why) == (WarningState.OVER, WarningEnd.CANCELLED)


def chain() -> tuple[Warning, ...]:
    return message(), later(UPDATE, "b", "a"), later(UPDATE, "c", "a", "b", minutes=20, headline="Terakhir")


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_updates_in_any_order_of_arrival_come_to_the_newest(office: Office, order: tuple[int, ...]) -> None:
    for at in order:
        office.warnings.take("nowcast", (chain()[at],))
    assert (office.only.state, office.only.headline) == (WarningState.NEW, "Terakhir")


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_cancel_in_any_order_of_arrival_leaves_nothing_to_show(office: Office, order: tuple[int, ...]) -> None:
    three = (message(), later(UPDATE, "b", "a"), later(CANCEL, "c", "a", "b", minutes=20))
    for at in order:
        office.warnings.take("nowcast", (three[at],))
    assert [each for each in office.warnings.listed() if each.state is not WarningState.OVER] == []


def test_an_update_that_was_cancelled_with_what_it_names_does_not_bring_it_back(office: Office) -> None:
    office.warnings.take("nowcast", (later(CANCEL, "c", "a", minutes=20),))
    office.warnings.take("nowcast", (later(UPDATE, "b", "a", minutes=10),))
    assert office.only.state is WarningState.OVER
    office.warnings.take("nowcast", (later(UPDATE, "d", "a", minutes=30),))
    assert office.only.state is WarningState.NEW, "what is newer than the cancellation holds"


def test_what_another_sender_takes_back_stays(office: Office) -> None:
    office.warnings.take("cap", (message(source="cap", sender="bmkg"),))
    stranger = Reference("a", sender="somebody-else")
    wrong = message("c", "cap", minutes=5, message=CANCEL, references=(stranger,))
    office.warnings.take("cap", (wrong,))
    assert office.only.state is WarningState.NEW


def test_what_leaves_its_sources_list_is_over_and_may_come_back(office: Office) -> None:
    both = (message("a"), message("b"))
    office.warnings.take("nowcast", both, frozenset({"a", "b"}))
    office.warnings.take("nowcast", (), frozenset({"b"}))
    ends = {each.identifier: each.ended_why for each in office.warnings.listed()}
    assert ends == {"a": WarningEnd.LEFT, "b": None}
    office.warnings.take("nowcast", (), frozenset({"a", "b"}))
    assert {each.state for each in office.warnings.listed()} == {WarningState.NEW}


def test_one_feeds_list_says_nothing_about_another_feed(office: Office) -> None:
    office.warnings.take("nowcast", (message("a"),), frozenset({"a"}))
    office.warnings.take("other", (), frozenset())
    assert office.only.state is WarningState.NEW


def test_its_time_ends_it_and_is_told(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    office.warnings.sweep()
    office.told.clear()
    office.clock.push(timedelta(hours=3))
    office.warnings.sweep()
    assert (office.only.state, office.only.ended_why) == (WarningState.OVER, WarningEnd.EXPIRED)
    assert [(event.kind, event.data["state"]) for event in office.told] == [("warning", "over")]
    office.told.clear()
    office.warnings.sweep()
    assert office.told == []


@pytest.mark.parametrize("end", ["cancelled", "left"])
def test_what_its_source_has_ended_is_not_told_again_when_its_time_is_up(office: Office, end: str) -> None:
    office.warnings.take("nowcast", (message(),), frozenset({"a"}))
    office.warnings.sweep()
    office.told.clear()
    if end == "left":
        office.warnings.take("nowcast", (), frozenset())
    else:
        office.warnings.take("nowcast", (later(CANCEL, "b", "a"),))
    assert len(office.told) == 1
    office.clock.push(timedelta(hours=3))
    office.warnings.sweep()
    assert len(office.told) == 1
    assert office.only.ended_why == end


def test_what_is_old_is_let_go(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    office.clock.push(timedelta(days=401))
    office.warnings.sweep()
    assert office.warnings.listed() == ()


# Any order at all


@pytest.fixture(scope="module")
def archive(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("archive")
    shutil.copy(tables, folder)
    made = Office(folder)
    yield made
    made.storage.close()


@settings(max_examples=20, deadline=None, phases=(Phase.generate,), derandomize=True)
@given(data=st.data())
def test_any_history_in_any_order_with_repeats_ends_as_its_newest_message_says(
    archive: Office, data: st.DataObject
) -> None:
    length, cancelled = data.draw(st.integers(1, 4)), data.draw(st.booleans())
    source = f"feed-{data.draw(st.uuids())}"
    names = [f"{source}-{number}" for number in range(length)]
    told = [message(names[0], source)]
    told += [later(UPDATE, names[n], *names[:n], source=source, minutes=n) for n in range(1, length)]
    if cancelled:
        told.append(later(CANCEL, f"{source}-end", *names, source=source, minutes=length))
    for each in data.draw(st.permutations(told + data.draw(st.lists(st.sampled_from(told), max_size=3)))):
        archive.warnings.take(source, (each,))
    found = [each for each in archive.warnings.listed() if each.source == source]
    with archive.storage.writing() as work:  # or each history would make the next one slower
        work.warnings.forget_before(work.now + timedelta(days=30))
        work.commit()
    live = [each.identifier for each in found if each.state is not WarningState.OVER]
    assert live == ([] if cancelled else [names[-1]])
