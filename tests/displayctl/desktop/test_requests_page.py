"""Requests at the desktop: typed in, looked at, answered, made into an announcement and a booking."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.api.request_states import CheckAnswer, RequestLinkKind, RequestState
from displayctl.api.requests import Request, RequestCreation, RequestDraft, Wish
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.desk import Desk
from displayctl.desktop.home import unsaved_needs
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.requests import FOUND, NOT_FOUND, RequestsPage
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.need import Urgency
from displayctl.desktop.requests.needs import request_needs
from displayctl.desktop.requests.settings_window import RULES_AT
from tests.displayctl.desktop.conftest import opened_desk, opened_window
from tests.displayctl.hub.ground import add_wall, now, picture_file
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

LONG = 30_000
S = RequestState


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path_factory.mktemp("asked") / "office") as running:
        add_wall(running.client, "tugu")
        yield running


@pytest.fixture(scope="module")
def window(hub: RunningHub, application: QApplication) -> Iterator[MainWindow]:
    with opened_desk(hub, application) as desk, opened_window(desk, application) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> RequestsPage:
    window.show_page("requests")
    made = window.page
    assert isinstance(made, RequestsPage)
    return made


def desk_of(window: MainWindow) -> Desk:
    return window._desk


def asked(hub: RunningHub, title: str, **fields: object) -> Request:
    draft = RequestDraft(agency="dinkes", title=title, **fields)  # type: ignore[arg-type]
    return hub.client.requests.create(RequestCreation(draft=draft))


def shown(page: RequestsPage, request: Request, qtbot: QtBot) -> None:
    """The page with this request, as the hub has it."""
    qtbot.waitUntil(lambda: request.id in {each.id for each in page._desk.catalogue.requests}, timeout=LONG)
    page.pick(request.id)
    fresh = page._desk.hub.client.requests.one(request.id)

    def is_there() -> bool:
        found = page.details.request
        return found is not None and (found.id, found.version >= fresh.version) == (request.id, True)

    qtbot.waitUntil(is_there, timeout=LONG)


def state_of(hub: RunningHub, request: Request) -> RequestState:
    return hub.client.requests.one(request.id).state


def test_a_letter_is_typed_in_with_its_files(
    window: MainWindow, page: RequestsPage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    form = page.new_request()
    assert not form.go_button.isEnabled()
    QTest.keyClicks(form.title, "Hari Jadi Kabupaten")
    form.agency.setCurrentIndex(form.agency.findData("setda"))
    form.letter.setText("005/12/SETDA")
    form.text.setPlainText("Upacara pukul 08.00")
    form.first.show_value(date(2026, 12, 2))
    form.last.show_value(date(2026, 12, 1))
    form.go()
    assert form.error
    form.last.show_value(date(2026, 12, 8))
    form.starts.setText("8.30")
    form.walls.tick(("tugu",))
    form.add_files((picture_file(tmp_path),))
    with qtbot.waitSignal(form.went, timeout=LONG) as went:
        QTest.keyClick(form.title, Qt.Key.Key_Return)
    made: Request = went.args[0]
    assert (made.wish, made.files) == (
        Wish(first=date(2026, 12, 2), last=date(2026, 12, 8), starts="08:30", walls=("tugu",)),
        1,
    )
    shown(page, made, qtbot)
    assert page.details.headline.text() == "Hari Jadi Kabupaten"
    assert window.sidebar.navigation.buttons["requests"].accessibleName().count("1") >= 1


def test_after_a_file_was_refused_the_same_request_goes_on(
    page: RequestsPage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    before = {each.id for each in hub.client.requests.all()}
    form = page.new_request()
    form.title.setText("Lomba Desa")
    (tmp_path / "kosong.pdf").write_bytes(b"")
    form.add_files((picture_file(tmp_path), tmp_path / "kosong.pdf"))
    form.go()
    qtbot.waitUntil(lambda: bool(form.error), timeout=LONG)
    (first,) = (each for each in hub.client.requests.all() if each.id not in before)
    assert first.id in form.error
    form._drop(tmp_path / "kosong.pdf")
    form.title.setText("Lomba Desa Sehat")
    with qtbot.waitSignal(form.went, timeout=LONG) as went:
        form.go()
    made: Request = went.args[0]
    assert (made.id, made.title, made.files) == (first.id, "Lomba Desa Sehat", 1)
    assert len(list(hub.client.requests.all())) == len(before) + 1


def test_a_request_is_looked_at_by_its_rules_and_accepted_with_the_offices_text(
    page: RequestsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    request = asked(hub, "Posyandu Balita", contact="Ibu Dewi", letter_number="7/DINKES")
    shown(page, request, qtbot)
    assert not page.book_button.isEnabled()
    page.seen_button.click()
    qtbot.waitUntil(lambda: state_of(hub, request) is S.SEEN, timeout=LONG)
    shown(page, request, qtbot)
    checklist = page.details.checklist
    checklist.keep_all()
    checklist.rows["huruf"].note.setText("diperiksa di layar")
    checklist.save_button.click()
    qtbot.waitUntil(lambda: hub.client.requests.one(request.id).checks[0].answer is CheckAnswer.YES, timeout=LONG)
    shown(page, request, qtbot)
    assert not checklist.save_button.isEnabled()
    answer = page.answer()
    assert answer is not None
    qtbot.waitUntil(lambda: "kami setujui" in answer.text.toPlainText(), timeout=LONG)
    answer.copy()
    assert QGuiApplication.clipboard().text().startswith("Yth. Ibu Dewi")
    with qtbot.waitSignal(answer.went, timeout=LONG):
        answer.go_button.click()
    assert state_of(hub, request) is S.ACCEPTED
    shown(page, request, qtbot)
    qtbot.waitUntil(page.book_button.isEnabled, timeout=LONG)


def test_what_was_typed_by_hand_is_not_filled_over_and_a_refusal_needs_a_reason(
    page: RequestsPage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    request = asked(hub, "Iklan rokok")
    shown(page, request, qtbot)
    answer = page.answer()
    assert answer is not None
    answer.outcome.setCurrentIndex(answer.outcome.findData(S.DECLINED))
    assert not answer.go_button.isEnabled()
    answer.why.setPlainText("Iklan niaga")
    qtbot.waitUntil(lambda: "Iklan niaga" in answer.text.toPlainText(), timeout=LONG)
    answer.text.appendPlainText("Ditulis tangan")
    answer.why.setPlainText("Iklan niaga rokok")
    qtbot.waitUntil(lambda: bool(answer._note.text()), timeout=LONG)
    assert "Ditulis tangan" in answer.text.toPlainText()
    paper = tmp_path / "jawaban.pdf"
    answer.save(paper)
    qtbot.waitUntil(lambda: str(paper) in answer._note.text(), timeout=LONG)
    assert paper.read_bytes().startswith(b"%PDF")
    with qtbot.waitSignal(answer.went, timeout=LONG):
        answer.go_button.click()
    told = hub.client.requests.one(request.id)
    assert (told.state, told.steps[-2].words) == (S.DECLINED, "Iklan niaga rokok")
    assert told.answer.endswith("Ditulis tangan")
    page.finder.want_all()  # else it leaves the list of open ones as soon as the desk hears of it
    shown(page, request, qtbot)
    assert page.details.edit_button.isHidden(), "what is typed now would be refused"
    page.seen_button.click()
    qtbot.waitUntil(lambda: state_of(hub, request) is S.SEEN, timeout=LONG)


def test_what_is_typed_while_the_text_is_fetched_stays_and_too_many_letters_are_counted(
    page: RequestsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    request = asked(hub, "Diketik cepat")
    shown(page, request, qtbot)
    answer = page.answer()
    assert answer is not None
    answer.text.setPlainText("Sudah saya tulis")
    qtbot.waitUntil(lambda: bool(answer._note.text()), timeout=LONG)
    assert answer.text.toPlainText() == "Sudah saya tulis"
    answer.text.setPlainText("x" * 6001)
    assert "6001" in answer._note.text()
    assert not answer.go_button.isEnabled()
    answer.text.setPlainText("x" * 6000)
    assert answer._note.text() == ""
    answer.reject()


def test_an_answer_to_what_was_changed_meanwhile_is_kept_and_saved_again(
    page: RequestsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    request = asked(hub, "Lapangan dipakai")
    shown(page, request, qtbot)
    answer = page.answer()
    assert answer is not None
    answer.outcome.setCurrentIndex(answer.outcome.findData(S.NEEDS))
    answer.why.setPlainText("Suratnya belum ada")
    answer.text.setPlainText("Mohon dikirim suratnya")
    hub.client.requests.reply(request.id, "tanggalnya berubah")
    qtbot.waitUntil(answer.go_button.isEnabled, timeout=LONG)
    answer.go_button.click()
    qtbot.waitUntil(lambda: "tanggalnya berubah" in answer.error, timeout=LONG)
    assert (answer.state, answer.text.toPlainText()) == (S.NEEDS, "Mohon dikirim suratnya")
    with qtbot.waitSignal(answer.went, timeout=LONG):
        answer.go_button.click()
    told = hub.client.requests.one(request.id)
    assert (told.state, told.answer) == (S.NEEDS, "Mohon dikirim suratnya")


def test_an_accepted_request_is_taken_in_booked_and_found_in_the_schedule(
    window: MainWindow, page: RequestsPage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    days = {"first": now().date() + timedelta(days=2), "last": now().date() + timedelta(days=9)}
    request = asked(hub, "Vaksin Gratis", wish=Wish(**days, starts="08:00", ends="16:00", times_a_day=16))
    hub.client.requests.attach(request.id, picture_file(tmp_path))
    shown(page, request, qtbot)
    page.take_in(page.details.request.attachments[0])  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(hub.client.requests.one(request.id).links), timeout=LONG)
    shown(page, request, qtbot)
    page.details.checklist.keep_all()
    page.details.checklist.save()
    qtbot.waitUntil(lambda: hub.client.requests.one(request.id).checks[-1].answer is not None, timeout=LONG)
    shown(page, request, qtbot)
    page.decide(S.ACCEPTED)
    qtbot.waitUntil(lambda: state_of(hub, request) is S.ACCEPTED, timeout=LONG)
    shown(page, request, qtbot)
    (near,) = (need for need in request_needs(desk_of(window), now()) if request.title in need.sentence)
    assert (near.place, near.urgency) == (Place("requests", request.id), Urgency.SOON)
    booking = page.book()
    assert booking is not None
    assert (booking.name.text(), booking.walls.ticked, booking.per_hour.value()) == ("Vaksin Gratis", ("tugu",), 2)
    hours = booking.starts.time()
    booking.all_day.setChecked(False)
    booking.starts.setTime(booking.ends.time())
    assert not booking.book_button.isEnabled(), "it would begin and end at once"
    booking.starts.setTime(hours)
    booking.book_button.click()
    qtbot.waitUntil(lambda: state_of(hub, request) is S.SCHEDULED, timeout=LONG)
    links = {link.kind: link for link in hub.client.requests.one(request.id).links}
    slot = hub.client.part(PartKind.SLOT, links[RequestLinkKind.SLOT].id).value
    assert (slot["kind"], slot["plays_per_hour"], slot["playlist_id"]) == (
        "interrupt",
        2,
        links[RequestLinkKind.PLAYLIST].id,
    )
    shown(page, request, qtbot)
    with qtbot.waitSignal(page.place_asked, timeout=LONG) as going:
        page.details.links.show_asked.emit(links[RequestLinkKind.SLOT])
    assert going.args == [Place("schedule", slot["id"])]
    assert window.page_name == "schedule"
    assert [need.place for need in request_needs(desk_of(window), now()) if request.title in need.sentence] == []
    hub.client.requests.withdraw(request.id, "batal")
    (need,) = (need for need in request_needs(desk_of(window), now()) if request.title in need.sentence)
    assert (need.place, need.urgency) == (Place("requests", request.id), Urgency.SOON)
    later = now() + timedelta(days=12)
    assert [need for need in request_needs(desk_of(window), later) if request.title in need.sentence] == []


def test_a_word_of_hundreds_of_letters_makes_the_request_no_wider(
    page: RequestsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    shown(page, asked(hub, "Vaksin", text="Gratis", contact="Dewi"), qtbot)
    narrow = page.details.minimumSizeHint().width()
    shown(page, asked(hub, "W" * 200, text="n" * 900, contact="x" * 120, wish=Wish(note="y" * 500)), qtbot)
    assert page.details.minimumSizeHint().width() <= narrow


def test_an_attachment_is_looked_at_in_a_copy_of_ones_own_named_by_what_it_is(
    page: RequestsPage, hub: RunningHub, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, told = list[Path](), list[str]()

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page.told.connect(lambda words, _: told.append(words))
    request = asked(hub, "Donor")
    picture = picture_file(tmp_path).rename(tmp_path / "poster.desktop")
    clip = tmp_path / "klip.mp4"
    clip.write_bytes(b"\x1aE\xdf\xa3" + bytes(40))
    for path in (picture, clip):
        hub.client.requests.attach(request.id, path)
    shown(page, request, qtbot)
    looks = [each for each in page.details.files.findChildren(QPushButton) if each.toolTip().startswith("Lihat ")]
    looks[0].click()
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
    assert (opened[0].name, opened[0].read_bytes()) == ("poster.png", picture.read_bytes())
    assert [stat.S_IMODE(each.stat().st_mode) for each in (opened[0], opened[0].parent)] == [0o400, 0o700]
    looks[1].click()
    qtbot.waitUntil(lambda: any("klip.mp4" in words for words in told), timeout=LONG)
    assert len(opened) == 1


def test_the_line_of_the_settings_that_cannot_be_read_is_named_and_marked(page: RequestsPage, qtbot: QtBot) -> None:
    window = page.open_settings()
    window.rules.appendPlainText("\nLOGO besar: Logo benar")
    number = window.rules.document().blockCount()
    window.save()
    assert (f"Baris {number}" in window.error, "LOGO besar" in window.error) == (True, True)
    assert window.places.number == RULES_AT
    assert window.rules.textCursor().selectedText() == "LOGO besar: Logo benar"
    window.rules.undo()
    window.agencies.appendPlainText("dinkes: Dinas Kesehatan lain")
    window.save()
    assert "dinkes: Dinas Kesehatan lain" in window.error
    window.reject()


def test_where_nothing_fits_the_way_to_all_requests_is_offered(
    page: RequestsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    shown(page, asked(hub, "Donor darah"), qtbot)
    page.finder.search.setText("tidak ada yang begini")
    qtbot.waitUntil(lambda: page._places.currentIndex() == NOT_FOUND, timeout=LONG)
    place = page._places.currentWidget()
    assert place is not None
    place.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: page._places.currentIndex() == FOUND, timeout=LONG)


def test_an_announcement_of_the_words_belongs_to_the_request(page: RequestsPage, hub: RunningHub, qtbot: QtBot) -> None:
    request = asked(hub, "Jalan ditutup", text="Jalan Urip Sumoharjo ditutup Sabtu")
    shown(page, request, qtbot)
    editor = page.announce()
    assert editor is not None
    qtbot.waitUntil(lambda: editor.can_save, timeout=LONG)
    editor.save()
    qtbot.waitUntil(lambda: bool(hub.client.requests.one(request.id).links), timeout=LONG)
    (link,) = hub.client.requests.one(request.id).links
    medium = hub.client.medium(link.id)
    assert medium.announcement is not None
    assert (medium.announcement["body"], medium.announcement["footer"]) == (request.text, request.agency_name)


def test_words_of_a_request_that_nobody_changed_are_not_kept_and_others_stay_with_their_request(
    page: RequestsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    desk = page._desk
    opened, longer = asked(hub, "Donor darah", text="Sabtu di aula"), asked(hub, "Pawai", text="Pawai budaya " * 150)
    for request in (longer, opened):
        shown(page, request, qtbot)
        editor = page.announce()
        assert isinstance(editor, AnnouncementEditor)
        qtbot.waitUntil(lambda drawn=editor: drawn.preview.canvases.is_drawn, timeout=LONG)  # type: ignore[misc]
        assert not editor._steps.can_undo
        assert not desk.drawer.forms
        if request is longer:
            editor.reject()
    QTest.keyClicks(editor.footer, " dan PMI")
    editor.reject()
    (kept,) = desk.drawer.forms
    assert unsaved_needs._place(desk, kept) == Place("requests", opened.id)
    shown(page, longer, qtbot)
    other = page.announce()
    assert isinstance(other, AnnouncementEditor)
    assert not other._banner.isVisibleTo(other)
    other.reject()
    shown(page, opened, qtbot)
    again = page.announce()
    assert isinstance(again, AnnouncementEditor)
    again.take_kept()
    assert again.footer.text().startswith(" dan PMI")
    again._memory.forget()
    again.reject()
