"""Four eyes at the desktop: a draft is handed in, looked at, signed by a second person or sent back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from content.studio.passphrases import CHEAPEST
from displayctl.api.approvals import Submission, SubmissionState
from displayctl.desk.approving import approve, submit
from displayctl.desk.believing import Beliefs
from displayctl.desk.founding import Founder, found_several
from displayctl.desk.reviewing import find_submission, review
from displayctl.desk.unlocking import KeyCabinet
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.approvals import ApprovalsPage
from displayctl.desktop.pages.publish import PublishPage
from displayctl.desktop.presenters.week_difference import week_differences
from displayctl.desktop.submitting import SubmitWindow
from displayctl.desktop.widgets.week_strip import WeekStrip
from schedules.codec import programme_from_dict
from tests.displayctl.desktop.conftest import opened_window, wait_until
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall, now
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

WORDS = "tiga kapal di pelabuhan"
PEOPLE = ("Sekar", "Budi", "Citra")


@dataclass(frozen=True)
class Office:
    """A hub with one wall and three people of whom two sign together; their keys are all at this desk."""

    hub: RunningHub
    cabinet: KeyCabinet
    beliefs: Beliefs
    folder: Path

    def submit(self, name: str, reference: str = "") -> Submission:
        key = self.cabinet.keys.unlock(name.casefold(), WORDS)
        return submit(self.hub.client, key, "utama", by=name, beliefs=self.beliefs, reference=reference)

    def approve(self, submission: Submission, name: str) -> None:
        key = self.cabinet.keys.unlock(name.casefold(), WORDS)
        found = find_submission(self.hub.client, submission.id)
        seen = review(self.hub.client, found, self.folder / "elsewhere", self.beliefs)
        approve(self.hub.client, key, seen, beliefs=self.beliefs)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("approvals")
    with hub_in_thread(folder / "office", founded=False) as hub:
        keys = hub.installation.keys_folder
        made = Office(hub, KeyCabinet(keys, environment={}, cost=CHEAPEST), Beliefs(keys), folder)
        found_several(hub.client, made.cabinet, made.beliefs, [Founder(name, WORDS) for name in PEOPLE])
        add_wall(hub.client)
        add_playlist(hub.client, "layanan", add_picture(hub.client, folder).id)
        add_slot(hub.client, "pagi", "layanan")
        yield made


@pytest.fixture(scope="module")
def desk(office: Office, application: QApplication) -> Iterator[Desk]:
    make_application()
    finder = HubFinder(office.hub.installation, office.hub.url)
    with open_desk(application, office.hub.installation, finder) as opened:
        wait_until(application, lambda: opened.catalogue.loaded)
        yield opened


@pytest.fixture(scope="module")
def window(desk: Desk, application: QApplication) -> Iterator[MainWindow]:
    with opened_window(desk, application) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> ApprovalsPage:
    window.show_page("approvals")
    found = window.page
    assert isinstance(found, ApprovalsPage)
    return found


def shown_texts(page: ApprovalsPage) -> str:
    return "\n".join(made.text() for made in page.findChildren(QLabel) if made.isVisible())


def look_at(page: ApprovalsPage, submission: Submission, qtbot: QtBot) -> None:
    """Choose a draft and wait until all of it was fetched and drawn."""

    def listed() -> bool:
        page.pick(submission.id)
        return page.seen is not None and page.seen.review.submission.id == submission.id

    qtbot.waitUntil(listed, timeout=20_000)


def test_before_the_first_decision_the_history_does_not_say_that_nothing_waits(page: ApprovalsPage) -> None:
    page.restore((True, ""))
    assert "Belum ada rancangan yang diputuskan" in shown_texts(page)
    assert "menunggu persetujuan" not in shown_texts(page)
    page.restore((False, ""))
    assert "Tidak ada yang menunggu persetujuan" in shown_texts(page)


def test_two_people_at_one_desk_bring_a_draft_on_air(
    window: MainWindow, page: ApprovalsPage, office: Office, qtbot: QtBot
) -> None:
    window.show_page("publish")
    publish = window.page
    assert isinstance(publish, PublishPage)
    qtbot.waitUntil(lambda: publish.submit_button.isVisible() and publish.submit_button.isEnabled(), timeout=10_000)
    assert not publish.publish_button.isVisible()
    publish.submit()
    form = publish.findChildren(SubmitWindow)[-1]
    form.person.setCurrentIndex(form.person.findText("Sekar"))
    form.reference.setText("Surat 400.7/218/2026")
    form.passphrase.setText("bukan frasa yang benar")
    form.send()
    qtbot.waitUntil(lambda: bool(form.error), timeout=10_000)
    form.passphrase.setText(WORDS)
    with qtbot.waitSignal(form.accepted, timeout=10_000):
        form.send()
    qtbot.waitUntil(lambda: window.sidebar.waiting == 1, timeout=10_000)
    window.show_page("approvals")
    look_at(page, office.hub.client.approvals.submissions()[0], qtbot)
    assert page.seen is not None
    assert page.seen.review.media[0].picture
    assert "Surat 400.7/218/2026" in shown_texts(page)
    assert page.findChildren(WeekStrip)
    decision = page.decision
    decision.person.setCurrentIndex(decision.person.findText("Sekar"))
    decision.passphrase.setText(WORDS)
    assert not decision.approve_button.isEnabled()
    assert "Sekar sudah menandatangani" in decision.words
    decision.person.setCurrentIndex(decision.person.findText("Budi"))
    decision.passphrase.setText("bukan frasa yang benar")
    decision.approve_button.click()
    qtbot.waitUntil(lambda: not decision.passphrase.text(), timeout=10_000)
    assert not office.hub.client.publications()
    decision.passphrase.setText(WORDS)
    qtbot.waitUntil(decision.approve_button.isEnabled, timeout=10_000)
    decision.approve_button.click()
    qtbot.waitUntil(lambda: bool(office.hub.client.publications()), timeout=10_000)
    qtbot.waitUntil(lambda: window.sidebar.waiting == 0, timeout=10_000)
    qtbot.waitUntil(lambda: "Disetujui dan diterbitkan" in window.banner.text, timeout=10_000)
    assert not office.cabinet.unlocked()


def test_a_draft_goes_back_with_a_reason_that_stays_in_the_history(
    page: ApprovalsPage, office: Office, desk: Desk, qtbot: QtBot
) -> None:
    sent = office.submit("Sekar", "Nota 12")
    look_at(page, sent, qtbot)
    decision = page.decision
    decision.reject_button.click()
    assert not decision.send_back_button.isEnabled()
    decision.person.setCurrentIndex(decision.person.findText("Citra"))
    decision.reason.setText("Logo Pemkot salah")
    decision.send_back_button.click()

    def found() -> Submission:
        return find_submission(office.hub.client, sent.id)

    qtbot.waitUntil(lambda: found().state is SubmissionState.REJECTED, timeout=10_000)
    assert (found().decided_by, found().reason) == ("Citra", "Logo Pemkot salah")
    qtbot.waitUntil(lambda: page.list.count() == 0, timeout=10_000)
    assert page.list.isHidden()  # the page says that nothing waits; an empty list beside it says less
    page.restore((True, sent.id))
    qtbot.waitUntil(lambda: "Logo Pemkot salah" in shown_texts(page), timeout=10_000)
    assert decision.again_button.isVisible()
    page.restore((False, ""))


def test_a_draft_that_was_overtaken_is_handed_in_anew(page: ApprovalsPage, office: Office, qtbot: QtBot) -> None:
    office.approve(office.submit("Sekar"), "Citra")  # something has to be on air
    first, second = office.submit("Sekar", "Surat 7"), office.submit("Budi", "Surat 8")
    look_at(page, first, qtbot)
    office.approve(second, "Citra")
    qtbot.waitUntil(lambda: page.decision.again_button.isVisible(), timeout=10_000)
    assert not page.decision.approve_button.isVisible()
    page.decision.again_button.click()
    form = page.findChildren(SubmitWindow)[-1]
    assert form.reference.text() == "Surat 7"
    form.person.setCurrentIndex(form.person.findText("Sekar"))
    form.passphrase.setText(WORDS)
    with qtbot.waitSignal(form.accepted, timeout=10_000):
        form.send()
    newest = office.hub.client.approvals.submissions()[0]
    assert (newest.replaces, newest.signed_by) == (first.id, ("Sekar",))


def test_a_week_marks_exactly_the_hours_that_differ(office: Office) -> None:
    before = programme_from_dict(office.hub.client.signing_state("utama").draft)
    moment = now()
    (same,) = week_differences(before, before, moment)
    assert same.differing == ()
    (fresh,) = week_differences(before, None, moment)
    assert [(span.starts, span.ends) for span in fresh.differing] == [(moment, moment + timedelta(days=7))]
    assert {each.slot_id for each in fresh.after} == {"pagi"}
