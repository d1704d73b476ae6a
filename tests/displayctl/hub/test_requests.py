"""Requests for airtime: how they come, who sees them, what may follow what, the answer, what walls showed of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from displayctl.api.accounts import Role
from displayctl.api.client import HubClient
from displayctl.api.errors import Conflict, HubError, NotFound, NotPermitted, WrongRequest
from displayctl.api.models import PartKind
from displayctl.api.request_settings import Agency, ContentRule
from displayctl.api.request_states import FOLLOWING, CheckAnswer, RequestLinkKind, RequestState, RequestStepKind, Side
from displayctl.api.requests import (
    Check,
    ChecksChange,
    Decision,
    Request,
    RequestChange,
    RequestCreation,
    RequestDraft,
    Wish,
)
from displayctl.hub.database import DATABASE_NAME
from displayctl.hub.requests.answers import TEXTS, check_gaps
from schedules.proof import PlayRecord, ShowingKind
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall, now, picture_file
from tests.displayctl.hub.staff import first_administrator, person
from tests.fakes.hub_in_thread import RunningHub

OURS, THEIRS = "dinkes", "dishub"
S = RequestState


@dataclass(frozen=True, slots=True)
class Desks:
    """A hub with one wall, an operator, and people of two agencies."""

    hub: RunningHub
    operator: HubClient
    agency: HubClient
    other: HubClient


@pytest.fixture(scope="module")
def desks(hub: RunningHub) -> Iterator[Desks]:
    add_wall(hub.client)
    with ExitStack() as stack:
        chief = stack.enter_context(first_administrator(hub)[0])
        grants = {"rina": (Role.EDITOR, "*"), "dewi": (Role.AGENCY, OURS), "budi": (Role.AGENCY, THEIRS)}
        people = {name: stack.enter_context(person(hub, chief, name, grant)) for name, grant in grants.items()}
        yield Desks(hub, people["rina"], people["dewi"], people["budi"])


def draft(title: str = "Posyandu Balita", agency: str = OURS, **fields: object) -> RequestDraft:
    return RequestDraft(agency=agency, title=title, **fields)  # type: ignore[arg-type]


def asked(client: HubClient, title: str = "Posyandu Balita", **fields: object) -> Request:
    return client.requests.create(RequestCreation(draft=draft(title, **fields)))  # type: ignore[arg-type]


def decided(client: HubClient, request: Request, state: RequestState, why: str = "", answer: str = "") -> Request:
    decision = Decision(version=request.version, state=state, why=why, answer=answer)
    return client.requests.decide(request.id, decision)


def checked(client: HubClient, request: Request, answer: CheckAnswer = CheckAnswer.YES) -> Request:
    known = request.checks or client.requests.one(request.id).checks  # an agency is not told of them
    checks = tuple(Check(rule=check.rule, answer=answer) for check in known)
    return client.requests.check(request.id, ChecksChange(version=request.version, checks=checks))


def accepted(client: HubClient, request: Request) -> Request:
    return decided(client, checked(client, client.requests.one(request.id)), S.ACCEPTED)


def test_a_request_gets_a_number_of_its_year_and_tells_of_a_letter_that_came_before(desks: Desks) -> None:
    first = asked(desks.agency, letter_number="445/12/DINKES", contact="Ibu Dewi", wish=Wish(walls=("tugu",)))
    second = asked(desks.agency, "Posyandu Balita", letter_number="No. 445 / 12 / dinkes")
    elsewhere = asked(desks.other, agency=THEIRS, letter_number="445/12/DINKES")
    prefix, year, number = first.id.split("-")
    assert (prefix, int(year) in (now().year, now().year + 1), len(number)) == ("REQ", True, 4)
    assert int(second.id[-4:]) == int(number) + 1
    assert (first.same_letter, second.same_letter, elsewhere.same_letter) == ((), (), ())
    again = asked(desks.agency, "Lagi", letter_number="445/12/dinkes")
    assert again.same_letter == (first.id,)
    assert (first.agency_name, first.asked_by, first.state) == ("Dinas Kesehatan", "Dewi", S.NEW)
    assert [(step.kind, step.side, step.by) for step in first.steps] == [(RequestStepKind.ASKED, Side.AGENCY, "Dewi")]


def test_the_same_wish_sent_twice_makes_one_request(desks: Desks) -> None:
    wish = RequestCreation(draft=draft("Sekali saja"), once="a" * 32)
    assert desks.agency.requests.create(wish).id == desks.agency.requests.create(wish).id
    with pytest.raises(NotFound):
        desks.other.requests.create(RequestCreation(draft=draft(agency=THEIRS), once="a" * 32))


def test_an_agency_sees_and_changes_its_own_requests_alone(desks: Desks) -> None:
    mine, theirs = asked(desks.agency, "Punya kami"), asked(desks.other, "Punya mereka", agency=THEIRS)
    assert {each.agency for each in desks.agency.requests.page().requests} == {OURS}
    assert desks.agency.requests.page(agency=THEIRS).total == 0
    assert {each.agency for each in desks.operator.requests.all()} == {OURS, THEIRS}
    for attempt in (
        lambda: desks.agency.requests.one(theirs.id),
        lambda: desks.agency.requests.reply(theirs.id, "halo"),
        lambda: desks.agency.requests.withdraw(theirs.id),
        lambda: desks.agency.requests.airings(theirs.id),
        lambda: desks.agency.requests.change(theirs.id, RequestChange(version=theirs.version, draft=draft())),
    ):
        with pytest.raises(NotFound):
            attempt()
    with pytest.raises(NotPermitted, match="own agency"):
        asked(desks.agency, agency=THEIRS)
    for forbidden in (
        lambda: decided(desks.agency, mine, S.SEEN),
        lambda: checked(desks.agency, desks.operator.requests.one(mine.id)),
        lambda: desks.agency.requests.link(mine.id, RequestLinkKind.SLOT, "x"),
        lambda: desks.agency.requests.settings(),
        lambda: desks.agency.media(),
        lambda: desks.agency.settings(),
    ):
        with pytest.raises(NotPermitted):
            forbidden()


def test_an_agency_is_told_what_concerns_it_and_not_how_the_office_works(desks: Desks, tmp_path: Path) -> None:
    request = asked(desks.agency, "Rahasia dapur")
    request = desks.agency.requests.attach(request.id, picture_file(tmp_path, "dapur.png"))
    medium_id = desks.operator.requests.take_in(request.attachments[0].id).medium_id
    note = Check(rule="huruf", answer=CheckAnswer.YES, note="jangan sampai terbaca")
    whole = desks.operator.requests.one(request.id)
    whole = desks.operator.requests.check(request.id, ChecksChange(version=whole.version, checks=(note,)))
    decided(desks.operator, whole, S.SEEN)
    told = desks.agency.requests.one(request.id)
    assert (told.checks, told.links, told.attachments[0].medium_id) == ((), (), "")
    assert [(step.kind, step.by) for step in told.steps] == [
        (RequestStepKind.ASKED, "Dewi"),
        (RequestStepKind.FILE, "Dewi"),
        (RequestStepKind.STATE, ""),
    ]
    assert "terbaca" not in told.model_dump_json()
    whole = desks.operator.requests.one(request.id)
    assert (whole.attachments[0].medium_id, whole.links[0].id, len(whole.steps)) == (medium_id, medium_id, 5)


@pytest.mark.parametrize("state", list(S))
def test_only_what_may_follow_a_state_follows_it(desks: Desks, state: RequestState) -> None:
    request = asked(desks.operator, f"dari {state.value}")
    with closing(sqlite3.connect(desks.hub.installation.hub_folder / DATABASE_NAME)) as database:
        database.execute("UPDATE requests SET state = ? WHERE id = ?", (state.value, request.id))
        database.commit()
    request = checked(desks.operator, request)
    for wanted in S:
        if wanted in FOLLOWING[state] or wanted is state:
            continue
        with pytest.raises(WrongRequest, match=f"is {state.value}; what may follow"):
            decided(desks.operator, request, wanted, "karena")
    with pytest.raises(WrongRequest, match="already"):
        decided(desks.operator, request, state)
    assert decided(desks.operator, request, state, answer="Yth.").answer == "Yth."


def test_nothing_is_accepted_before_every_rule_was_looked_at_and_nobody_is_refused_without_a_reason(
    desks: Desks,
) -> None:
    request = asked(desks.agency)
    with pytest.raises(WrongRequest, match="keeps every rule; look at: politik"):
        decided(desks.operator, request, S.ACCEPTED)
    request = checked(desks.operator, request)
    no = Check(rule="huruf", answer=CheckAnswer.NO, note="terlalu kecil")
    request = desks.operator.requests.check(request.id, ChecksChange(version=request.version, checks=(no,)))
    assert next(check for check in request.checks if check.rule == "huruf").by == "Rina"
    with pytest.raises(WrongRequest, match=r"look at: huruf$"):
        decided(desks.operator, request, S.ACCEPTED)
    with pytest.raises(WrongRequest, match="without a reason"):
        decided(desks.operator, request, S.NEEDS)
    request = decided(desks.operator, request, S.NEEDS, "Besarkan hurufnya", "Mohon diperbesar")
    assert (request.state, request.answer) == (S.NEEDS, "Mohon diperbesar")
    assert desks.agency.requests.reply(request.id, "Sudah kami besarkan").state is S.NEW
    with pytest.raises(Conflict):
        decided(desks.operator, request, S.SEEN)
    stale = desks.operator.requests.one(request.id)
    lain = ChecksChange(version=stale.version, checks=(Check(rule="lain"),))
    with pytest.raises(WrongRequest, match="no rule 'lain'"):
        desks.operator.requests.check(request.id, lain)


def test_what_was_decided_is_not_changed_or_taken_back_by_the_agency(desks: Desks) -> None:
    request = asked(desks.agency)
    changed = desks.agency.requests.change(request.id, RequestChange(version=request.version, draft=draft("Baru")))
    assert (changed.title, changed.steps[-1].words) == ("Baru", "title")
    done = accepted(desks.operator, changed)
    with pytest.raises(WrongRequest, match="not changed any more"):
        desks.agency.requests.change(request.id, RequestChange(version=done.version, draft=draft("Lain")))
    assert desks.agency.requests.withdraw(request.id, "batal").state is S.WITHDRAWN
    with pytest.raises(WrongRequest, match="cannot be taken back"):
        desks.agency.requests.withdraw(request.id)
    with pytest.raises(WrongRequest, match="make a new request"):
        desks.agency.requests.reply(request.id, "halo?")


def test_files_are_kept_for_the_office_and_taken_into_the_library_by_it(desks: Desks, tmp_path: Path) -> None:
    request = asked(desks.agency, "Dengan gambar")
    request = desks.agency.requests.attach(request.id, picture_file(tmp_path, "poster.png", size=(120, 60)))
    (file,) = request.attachments
    assert (file.name, file.kind.value, file.kept, file.by) == ("poster.png", "picture", True, "Dewi")
    assert b"".join(desks.operator.requests.file_pieces(file.id)).startswith(b"\x89PNG")
    with pytest.raises(NotFound):
        b"".join(desks.other.requests.file_pieces(file.id))
    script = tmp_path / "poster.html"
    script.write_text("<script>alert(1)</script>")
    with pytest.raises(WrongRequest, match="no picture, PDF or clip"):
        desks.agency.requests.attach(request.id, script)
    with pytest.raises(NotPermitted):
        desks.agency.requests.take_in(file.id)
    job = desks.operator.requests.take_in(file.id)
    assert desks.operator.medium(job.medium_id).title == "Dengan gambar – poster"
    linked = desks.operator.requests.one(request.id)
    assert [(link.kind, link.id) for link in linked.links] == [(RequestLinkKind.MEDIUM, job.medium_id)]
    assert linked.attachments[0].medium_id == job.medium_id
    with pytest.raises(Conflict, match="library already"):
        desks.operator.requests.take_in(file.id)
    for number in range(9):
        desks.agency.requests.attach(request.id, picture_file(tmp_path, f"{number}.png", size=(64, 48 + number)))
    with pytest.raises(HubError, match="at most 10 files"):
        desks.agency.requests.attach(request.id, picture_file(tmp_path, "banyak.png", "blue"))


def test_a_file_that_is_sent_again_because_its_answer_was_lost_is_there_once(desks: Desks, tmp_path: Path) -> None:
    poster, map_ = picture_file(tmp_path, "poster.png"), picture_file(tmp_path, "peta.png", "blue")
    number = asked(desks.agency, "Dengan dua berkas").id
    desks.agency.requests.attach(number, poster)
    before = desks.agency.requests.attach(number, map_)
    after = desks.agency.requests.attach(number, poster)
    assert [file.name for file in after.attachments] == ["poster.png", "peta.png"]
    assert (after.version, after.steps) == (before.version, before.steps)


def test_a_booked_request_is_scheduled_and_walls_own_records_make_it_broadcast(desks: Desks, tmp_path: Path) -> None:
    client, hub = desks.operator, desks.hub
    medium = add_picture(client, tmp_path)
    add_playlist(client, "posyandu", medium.id)
    add_slot(client, "posyandu-slot", "posyandu", "tugu")
    request = accepted(client, asked(desks.agency, letter_number="7/X", contact="Ibu Dewi"))
    client.requests.link(request.id, RequestLinkKind.MEDIUM, medium.id)
    with pytest.raises(WrongRequest, match="no slot 'nichts'"):
        client.requests.link(request.id, RequestLinkKind.SLOT, "nichts")
    booked = client.requests.link(request.id, RequestLinkKind.SLOT, "posyandu-slot")
    assert (booked.state, [link.name for link in booked.links]) == (S.SCHEDULED, ["poster", "Posyandu-Slot"])
    assert client.requests.unlink(request.id, RequestLinkKind.SLOT, "posyandu-slot").state is S.ACCEPTED
    assert client.requests.link(request.id, RequestLinkKind.SLOT, "posyandu-slot").state is S.SCHEDULED
    timetable = client.requests.prepare_answer(request.id, S.SCHEDULED)
    assert "- Tugu: 1 Januari 2020 sampai 31 Desember 2099, sepanjang hari" in timetable
    assert "(surat 7/X, tanpa tanggal)" in timetable
    hub.services.requests.broadcasts.look()
    elsewhere = accepted(client, asked(desks.agency, "Sudah di layar"))
    client.requests.link(elsewhere.id, RequestLinkKind.MEDIUM, medium.id)
    assert client.requests.one(request.id).state is S.SCHEDULED
    starts = now() + timedelta(seconds=1)
    records = tuple(
        PlayRecord(
            f"play-{number}",
            "tugu",
            ShowingKind.LOOP,
            starts + timedelta(minutes=number),
            starts + timedelta(minutes=number, seconds=15),
            1,
            slot_id="posyandu-slot",
            medium_id=medium.id if number < 4 else "lain",
        )
        for number in range(5)
    )
    with hub.services.storage.writing() as work:
        work.records.add(records)
        work.commit()
    hub.services.requests.broadcasts.look()
    shown = client.requests.one(request.id)
    assert (shown.state, shown.steps[-1].side) == (S.BROADCAST, Side.HUB)
    airings = desks.agency.requests.airings(request.id)
    assert (airings.plays, airings.seconds, airings.rows[0].medium_title) == (4, 60.0, "poster")
    answer = client.requests.prepare_answer(request.id, S.BROADCAST)
    assert "telah ditayangkan 4 kali (seluruhnya 1 menit) di Tugu" in answer
    assert answer.startswith("Yth. Ibu Dewi\nDinas Kesehatan\n")
    assert client.requests.one(elsewhere.id).state is S.BROADCAST, "its medium went into a playlist on the walls"
    assert desks.agency.requests.withdraw(request.id, "acara batal").state is S.WITHDRAWN


def test_a_request_whose_booking_is_deleted_is_accepted_again_until_undo_brings_it_back(
    desks: Desks, tmp_path: Path
) -> None:
    client, look = desks.operator, desks.hub.services.requests.broadcasts.look
    add_playlist(client, "senam", add_picture(client, tmp_path, "senam.png", "green").id)
    version = add_slot(client, "senam-slot", "senam", "tugu").version
    request = accepted(client, asked(desks.agency, "Senam"))
    assert client.requests.link(request.id, RequestLinkKind.SLOT, "senam-slot").state is S.SCHEDULED
    client.delete_part(PartKind.SLOT, "senam-slot", version)
    look()
    unbooked = client.requests.one(request.id)
    assert (unbooked.state, unbooked.steps[-1].side, unbooked.links[0].name) == (S.ACCEPTED, Side.HUB, "")
    add_slot(client, "senam-slot", "senam", "tugu")
    look()
    booked = client.requests.one(request.id)
    assert (booked.state, booked.steps[-1].side) == (S.SCHEDULED, Side.HUB)
    by_hand = decided(client, booked, S.ACCEPTED)
    look()
    assert client.requests.one(request.id).version == by_hand.version, "what a person decided stays"


def test_the_office_writes_its_own_answers_rules_and_agencies(desks: Desks) -> None:
    client = desks.operator
    before = client.requests.settings()
    assert (before.page, len(before.agencies), before.agency_name(OURS)) == (False, 17, "Dinas Kesehatan")
    answers = {S.DECLINED: "Maaf {nama}, {alasan}. {judul} {bukan gap}"}
    agencies = (*before.agencies, Agency(id="kec-luwuk", name="Kecamatan Luwuk"))
    rules = (*before.rules, ContentRule(id="batik", words="Memakai batik"))
    stored = client.requests.put_settings(
        before.model_copy(update={"answers": answers, "agencies": agencies, "rules": rules})
    )
    with pytest.raises(Conflict):
        client.requests.put_settings(before)
    with pytest.raises(WrongRequest, match="nothing fills the gap"):
        client.requests.put_settings(stored.model_copy(update={"answers": {S.NEEDS: "pukul {jam}"}}))
    request = asked(client, "Upacara {nomor}", agency="kec-luwuk")
    assert request.checks[-1].rule == "batik"
    text = client.requests.prepare_answer(request.id, S.DECLINED, "jadwal penuh")
    assert text == "Maaf Bapak/Ibu, jadwal penuh. Upacara {nomor} {bukan gap}"
    client.requests.put_settings(client.requests.settings().model_copy(update={"rules": before.rules, "answers": {}}))
    for state in TEXTS:
        check_gaps(TEXTS[state])
        assert "{" not in client.requests.prepare_answer(asked(client, "Biasa").id, state, "karena")
    with pytest.raises(WrongRequest, match="no agency 'tidak-ada'"):
        asked(client, agency="tidak-ada")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("  Hari\tPahlawan \x00 ", "Hari Pahlawan"),
        ("صلاة الجمعة", "صلاة الجمعة"),
        ("\u202eabc\u202c", "abc"),
        ("👨\u200d👩\u200d👧 Keluarga 🇮🇩", "👨\u200d👩\u200d👧 Keluarga 🇮🇩"),
        ("a" * 200, "a" * 200),
    ],
)
def test_words_are_kept_as_people_wrote_them_without_what_cannot_be_seen(desks: Desks, title: str, kept: str) -> None:
    assert asked(desks.agency, title).title == kept


def test_what_an_agency_adds_later_is_told_until_the_office_has_gone_on(desks: Desks) -> None:
    request = asked(desks.agency, "Ditambah")
    assert not request.agency_spoke
    decided(desks.operator, request, S.SEEN)
    desks.agency.requests.reply(request.id, "tanggalnya berubah")
    (brief,) = desks.operator.requests.page(search="Ditambah").requests
    whole = desks.operator.requests.one(request.id)
    assert brief.agency_spoke
    assert whole.agency_spoke
    assert not accepted(desks.operator, whole).agency_spoke


def test_searching_finds_by_number_letter_contact_and_state(desks: Desks) -> None:
    request = asked(desks.operator, "Vaksin 100%", contact="Pak Rudi_1", letter_number="9/VAK")
    for words in (request.id, "vaksin 100%", "rudi_1", "9/vak DINKES"):
        assert [each.id for each in desks.operator.requests.page(words).requests] == [request.id]
    assert desks.operator.requests.page("vaksin", state=S.CLOSED).total == 0
    assert desks.operator.requests.page("100_").total == 0


def test_what_happened_to_requests_is_in_the_trail(desks: Desks) -> None:
    request = asked(desks.agency, "Jejak")
    accepted(desks.operator, request)
    with desks.hub.services.storage.reading() as work:
        entries = [entry for entry in work.audit.all() if entry.id == request.id]
    assert [entry.action for entry in entries] == ["request.add", "request.check", "request.decide"]
    assert [entry.actor_name for entry in entries] == ["dewi", "rina", "rina"]
