"""The tasks of the guide, done with mouse and keyboard on what stands on the screen, and not longer than it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from displayctl.api.models import PartKind
from displayctl.api.request_states import RequestLinkKind, RequestState
from displayctl.api.requests import RequestCreation, RequestDraft, Wish
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from schedules.codec import slot_from_dict
from scripts.demonstration.budgets import read_budgets
from scripts.demonstration.person import Person
from scripts.demonstration.tasks.absence import why_not_last_night
from scripts.demonstration.tasks.answering import answer_request
from scripts.demonstration.tasks.campaign import NAME, weekly_campaign
from scripts.demonstration.tasks.replacement import replace_everywhere
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.hub.ground import add_slot, now, picture_file
from tests.fakes.founded import PASSPHRASE
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_window")

MEDIUM = "poster"


@pytest.fixture(scope="module")
def shared_hub(shared_hub: RunningHub) -> RunningHub:
    """One hub for all tasks, which follow each other as in an office."""
    add_slot(shared_hub.client, "base", "layanan", "tugu", "taman")
    return shared_hub


@pytest.fixture
def person(window: MainWindow, desk: Desk, application: QApplication) -> Iterator[Person]:
    """Somebody whose key is locked, as in the morning."""
    cabinet_at(desk.installation.keys_folder).lock()
    window.activateWindow()
    yield Person(application)
    wait_until(application, lambda: desk.tasks.under_way == 0)


def within(name: str, person: Person) -> bool:
    """Whether a task took no more actions than the guide says."""
    most = read_budgets()[name]
    assert len(person.actions) <= most, f"{name}: {person.actions}"
    return True


def playing(hub: RunningHub) -> list[str]:
    """The media of all playlists, in their order."""
    parts = hub.client.parts(PartKind.PLAYLIST)
    return [entry["medium_id"] for part in parts for entry in part.value["entries"]]  # type: ignore[union-attr,index]


def publications(hub: RunningHub) -> int:
    return len(hub.client.publications())


def test_why_something_was_not_on_last_night(person: Person) -> None:
    answer = why_not_last_night(person, MEDIUM, "Saat itu belum ada yang diterbitkan")
    assert answer.startswith("Saat itu")
    assert within("mengapa-tidak-tayang", person)


def test_a_weekly_campaign_on_both_walls_but_not_on_holidays(person: Person, hub: RunningHub) -> None:
    before, year = publications(hub), now().year
    weekly_campaign(person, MEDIUM, year, PASSPHRASE)
    slots = [slot_from_dict(part.value) for part in hub.client.parts(PartKind.SLOT)]
    made = next(slot for slot in slots if slot.name == NAME)
    assert set(made.display_ids) == {"tugu", "taman"}
    assert "BYDAY=FR" in (made.recurrence.rule or "")
    assert set(made.recurrence.except_holidays) == {f"libur-nasional-{year}", f"libur-nasional-{year + 1}"}
    assert (made.hours.starts.hour, made.hours.ends.hour) == (7, 9) if made.hours else False
    booked = next(part.value for part in hub.client.parts(PartKind.PLAYLIST) if part.id == made.playlist_id)
    assert booked["name"] == NAME
    assert len(booked["entries"]) == 1  # type: ignore[arg-type]
    assert publications(hub) == before + 1
    assert within("kampanye-mingguan", person)


def test_a_file_is_replaced_in_every_booking(person: Person, hub: RunningHub, tmp_path: Path) -> None:
    medium = next(each for each in hub.client.media().media if each.title == MEDIUM)
    before, shown = publications(hub), playing(hub)
    replace_everywhere(person, MEDIUM, picture_file(tmp_path, "baru.png", "green", (96, 64)), PASSPHRASE)
    assert hub.client.medium(medium.id).replaced == medium.replaced + 1
    assert playing(hub) == shown
    assert publications(hub) == before + 1
    assert within("ganti-klip", person)


def test_an_agency_gets_its_airtime_and_an_answer(
    person: Person, hub: RunningHub, tmp_path: Path, application: QApplication
) -> None:
    day = now().date()
    draft = RequestDraft(agency="dinkes", title="Pekan imunisasi", contact="dr. Dewi", wish=Wish(first=day, last=day))
    made = hub.client.requests.create(RequestCreation(draft=draft))
    hub.client.requests.attach(made.id, picture_file(tmp_path, "imunisasi.png", "blue"))
    before = publications(hub)
    answer_request(person, "Pekan imunisasi", "imunisasi.png", PASSPHRASE)
    wait_until(application, lambda: hub.client.requests.one(made.id).state is RequestState.SCHEDULED)
    found = hub.client.requests.one(made.id)
    assert "Pekan imunisasi" in found.answer
    assert {link.kind for link in found.links} == set(RequestLinkKind)
    assert all(check.answer is not None for check in found.checks)
    assert publications(hub) == before + 1
    assert within("jawab-permohonan", person)
