"""The pages for agencies, asked for without a browser: doors, cookies, tokens, and bodies that are refused."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import httpx2
import pytest

from displayctl.api.accounts import Role
from displayctl.api.client import HubClient
from displayctl.api.request_states import CheckAnswer, RequestState, RequestStepKind
from displayctl.api.requests import Check, ChecksChange, Decision, RequestCreation, RequestDraft
from displayctl.hub.pages.door import ROOT
from displayctl.hub.pages.forms import LARGEST_WORDS_BYTES
from displayctl.hub.pages.words import WORDS
from tests.displayctl.hub.staff import PASSWORD, first_administrator, person
from tests.displayctl.hub.staff import signed_in as session
from tests.fakes.hub_in_thread import RunningHub

TEMPLATES = Path(__file__).resolve().parents[3] / "displayctl" / "hub" / "pages" / "templates"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
TOKEN = re.compile(r'name="tanda" value="([0-9a-f]{64})"')


@dataclass(frozen=True, slots=True)
class Site:
    """A hub whose page is on, and the office's client."""

    hub: RunningHub
    office: HubClient


@pytest.fixture(scope="module")
def site(hub: RunningHub) -> Iterator[Site]:
    with first_administrator(hub)[0] as chief, person(hub, chief, "rina", (Role.EDITOR, "*")) as office:
        for name in ("dewi", "lina"):
            person(hub, chief, name, (Role.AGENCY, "dinkes")).close()
        switch(office, on=True)
        yield Site(hub, office)


def switch(office: HubClient, *, on: bool) -> None:
    office.requests.put_settings(office.requests.settings().model_copy(update={"page": on}))


def browser(site: Site) -> httpx2.Client:
    return httpx2.Client(base_url=site.hub.url, trust_env=False, timeout=30)


def form(http: httpx2.Client, path: str, *files: tuple[str, bytes], **fields: str) -> httpx2.Response:
    """A form of the page, sent back with its token, and with files by their names."""
    token = TOKEN.search(http.get(ROOT + "/masuk", follow_redirects=True).text)
    assert token is not None
    sent = [("tanda", (None, token[1])), *((name, (None, value)) for name, value in fields.items())]
    return http.post(ROOT + path, files=[*sent, *(("lampiran", file) for file in files)])


@contextmanager
def signed_in(site: Site, name: str = "dewi") -> Iterator[httpx2.Client]:
    with browser(site) as http:
        answer = form(http, "/masuk", nama=name, sandi=PASSWORD)
        assert (answer.status_code, answer.headers["location"]) == (303, ROOT)
        yield http


def test_without_the_offices_wish_there_is_no_page_at_all(site: Site) -> None:
    with browser(site) as http:
        switch(site.office, on=False)
        for path in ("", "/masuk", "/baru", "/berkas/gaya.css", "/REQ-2026-0001"):
            answer = http.get(ROOT + path)
            assert (answer.status_code, "belum dibuka" in answer.text) == (404, True), path
        switch(site.office, on=True)
        assert http.get(ROOT + "/masuk").status_code == 200
        assert http.get(ROOT).headers["location"] == ROOT + "/masuk"
        assert http.get(ROOT + "/baru").headers["location"] == ROOT + "/masuk"


def test_every_answer_forbids_scripts_frames_and_guessing(site: Site) -> None:
    with signed_in(site) as http:
        for path in ("", "/masuk", "/baru", "/sandi", "/REQ-1999-0001", "/berkas/formulir.js", "/bahasa/xx"):
            headers = http.get(ROOT + path).headers
            assert "frame-ancestors 'none'" in headers["content-security-policy"], path
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
        assert http.get(ROOT + "/REQ-1999-0001").status_code == 404


def test_the_cookie_is_for_this_page_alone_and_changes_at_the_sign_in(site: Site) -> None:
    with browser(site) as http:
        before = http.get(ROOT + "/masuk").headers["set-cookie"]
        for words in ("HttpOnly", "SameSite=strict", f"Path={ROOT}"):
            assert words in before
        first = http.cookies["permohonan"]
        after = form(http, "/masuk", nama="dewi", sandi=PASSWORD)
        assert "HttpOnly" in after.headers["set-cookie"]
        assert http.cookies["permohonan"] not in ("", first)
        token = http.cookies["permohonan"]
        assert http.get(ROOT).status_code == 200
        assert http.get("/api/requests").status_code == 401
        assert form(http, "/keluar").headers["location"] == ROOT + "/masuk"
    with httpx2.Client(base_url=site.hub.url, trust_env=False, cookies={"permohonan": token}) as thief:
        assert thief.get(ROOT).status_code == 303
    desk = {"permohonan": (site.hub.installation.token_file).read_text().strip()}
    with httpx2.Client(base_url=site.hub.url, trust_env=False, cookies=desk) as thief:
        assert thief.get(ROOT).status_code == 303


def test_who_is_of_no_agency_and_who_guesses_stay_outside(site: Site) -> None:
    with browser(site) as http:
        refused = form(http, "/masuk", nama="rina", sandi=PASSWORD)
        assert (refused.status_code, "bukan akun instansi" in refused.text) == (403, True)
        assert http.get(ROOT).status_code == 303
        wrong = form(http, "/masuk", nama="lina", sandi="salah")
        assert (wrong.status_code, "tidak benar" in wrong.text) == (401, True)
        assert 429 in [form(http, "/masuk", nama="lina", sandi=f"salah {number}").status_code for number in range(9)]
        assert form(http, "/masuk", nama="x" * 70, sandi="y").status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_from_another_site_is_refused(site: Site, headers: dict[str, str]) -> None:
    with signed_in_again(site) as http:
        page = http.get(ROOT + "/baru").text
        token = TOKEN.search(page)
        assert token is not None
        sent = {"tanda": (None, token[1]), "judul": (None, "Dari situs lain")}
        assert http.post(ROOT + "/baru", files=sent, headers=headers).status_code == 422
        without = {"judul": (None, "Tanpa tanda")}
        assert http.post(ROOT + "/baru", files=without).status_code == 422
        assert site.office.requests.page("situs lain").total == 0
        assert site.office.requests.page("tanpa tanda").total == 0


def signed_in_again(site: Site) -> httpx2.Client:
    """A browser that has a session already."""
    with session(site.hub, "dewi") as client:
        return httpx2.Client(
            base_url=site.hub.url, trust_env=False, timeout=30, cookies={"permohonan": client.transport.token}
        )


def test_three_gigabytes_are_refused_before_they_are_sent(site: Site) -> None:
    with signed_in_again(site) as http:
        cookie = http.cookies["permohonan"]
    host = site.hub.url.removeprefix("http://")
    name, port = host.split(":")
    for path, wanted in (("/permohonan/baru", b" 413 "), ("/permohonan/masuk", b" 413 ")):
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: permohonan={cookie}\r\nContent-Length: {3 << 30}\r\n"
            "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
        )
        with socket.create_connection((name, int(port)), timeout=20) as line:
            line.sendall(head.encode() + b"--x\r\n")
            answer = b""
            while piece := line.recv(65536):  # the hub ends the connection
                answer += piece
        assert wanted in answer.partition(b"\r\n")[0]
        assert b"terlalu besar" in answer


def test_a_body_without_a_length_is_refused_and_nobody_sends_one_unasked(site: Site) -> None:
    with signed_in_again(site) as http:
        chunked = http.post(ROOT + "/baru", content=iter([b"--x\r\n"] * 3), headers={"Content-Type": "x/y"})
        assert chunked.status_code == 413
    with browser(site) as stranger:
        answer = stranger.post(ROOT + "/baru", files={"judul": (None, "x")})
        assert (answer.status_code, answer.headers["connection"]) == (303, "close")


def test_who_is_nobody_yet_leaves_no_file_and_sends_little(site: Site) -> None:
    store = site.hub.installation.hub_folder / "requests"
    before = sorted(store.rglob("*"))
    with browser(site) as http:
        refused = form(http, "/masuk", ("poster.png", PICTURE), nama="dewi", sandi=PASSWORD)
        assert (refused.status_code, "permohonan" in http.cookies) == (422, True)
        assert http.get(ROOT).status_code == 303
        assert form(http, "/masuk", nama="dewi", sandi="x" * LARGEST_WORDS_BYTES).status_code == 413
    assert sorted(store.rglob("*")) == before


def test_an_address_that_was_cut_off_is_told_on_a_page(site: Site) -> None:
    with signed_in_again(site) as http:
        for path in ("?halaman=0", "?halaman=x", f"/{'R' * 41}", "/REQ-1999-0001/lampiran/" + "f" * 70):
            answer = http.get(ROOT + path)
            assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8"), path


def test_what_the_door_refuses_is_told_on_a_page_in_the_language_of_the_visitor(site: Site) -> None:
    with browser(site) as http:
        nowhere = http.get(ROOT + "/tidak/ada/sama/sekali")
        assert (nowhere.status_code, nowhere.headers["connection"]) == (404, "close")
        assert nowhere.headers["content-type"] == "text/html; charset=utf-8"
        assert "Content-Security-Policy" in nowhere.headers
        assert "Halaman atau permohonan ini tidak ada" in nowhere.text
        assert http.put(ROOT + "/baru").status_code == 405
        assert http.get("/permohonanx").headers["content-type"] == "application/problem+json"
        http.get(ROOT + "/bahasa/en", params={"ke": ROOT})
        assert "There is no such page" in http.get(ROOT + "/tidak/ada/sama/sekali").text
        far = http.get(ROOT + "/masuk", headers={"X-Forwarded-For": "203.0.113.7"})
        assert (far.status_code, "over a safe connection" in far.text) == (403, True)


def test_what_is_added_is_words_files_or_both_and_files_only_before_it_is_decided(site: Site) -> None:
    draft = RequestDraft(agency="dinkes", title="Tambahan")
    number = site.office.requests.create(RequestCreation(draft=draft)).id
    with signed_in_again(site) as http:
        assert form(http, f"/{number}/tambah").status_code == 422
        assert form(http, f"/{number}/tambah", ("poster.png", PICTURE)).status_code == 303
        added = site.office.requests.one(number)
        assert [(step.kind, step.words) for step in added.steps[1:]] == [(RequestStepKind.FILE, "poster.png")]
        checks = tuple(Check(rule=each.rule, answer=CheckAnswer.YES) for each in added.checks)
        checked = site.office.requests.check(number, ChecksChange(version=added.version, checks=checks))
        site.office.requests.decide(number, Decision(version=checked.version, state=RequestState.ACCEPTED))
        page = http.get(f"{ROOT}/{number}").text
        assert 'name="keterangan"' in page
        assert 'name="lampiran"' not in page
        late = form(http, f"/{number}/tambah", ("lain.png", PICTURE))
        assert (late.status_code, "tidak dapat diubah lagi" in late.text) == (422, True)
        assert f'bahasa/en?ke={ROOT}/{number}"' in late.text
        assert form(http, f"/{number}/tambah", keterangan="Terima kasih").status_code == 303
        assert form(http, f"/{number}/tarik", alasan="\u202egnatab\u202c batal").status_code == 303
    done = site.office.requests.one(number)
    assert (done.state, done.steps[-1].words, done.files) == (RequestState.WITHDRAWN, "gnatab batal", 1)


def test_days_in_the_wrong_order_are_said_to_be_so_and_what_was_typed_stays(site: Site) -> None:
    with signed_in(site) as http:
        asked = {"judul": "Posyandu", "nomor_surat": "445/12", "mulai": "2026-11-30"}
        wrong = form(http, "/baru", selesai="2026-11-23", **asked)
        assert wrong.status_code == 422
        assert "Tanggal selesai lebih awal" in wrong.text
        assert 'value="445/12"' in wrong.text
        right = form(http, "/baru", selesai="2026-12-01", **asked)
        made = http.get(right.headers["location"]).text
        assert "445/12</dd>" in made  # a letter without a date has no empty brackets


def test_a_request_is_read_as_it_was_asked_in_the_language_of_the_visitor(site: Site) -> None:
    with signed_in(site) as http:
        fields = {"judul": "Senam pagi", "tanggal_surat": "2026-11-20", "jam_mulai": "08:30", "sekali": "b" * 32}
        large = ("peta.png", PICTURE + bytes(1_500_000))
        made = ROOT + "/" + form(http, "/baru", large, **fields).headers["location"].split("/")[-1]
        told = http.get(made).text
        for words in ("<dt>Tanggal surat</dt><dd>20 November 2026</dd>", "<dt>Dari jam</dt><dd>08.30</dd>", "1,5 MB"):
            assert words in told, words
        assert "Sampai jam" not in told
        http.get(ROOT + "/bahasa/en")
        told = http.get(made).text
        for words in ("<dt>From</dt><dd>08:30</dd>", "1.5 MB"):
            assert words in told, words


def test_a_language_is_chosen_without_leaving_the_page(site: Site) -> None:
    with browser(site) as http:
        for wanted in (
            "https://evil.example",
            "//evil.example",
            "/permohonanx",
            "/permohonan/\\evil",
            "/permohonan/a\n",
        ):
            answer = http.get(ROOT + "/bahasa/en", params={"ke": wanted})
            assert answer.headers["location"] == ROOT
        assert "Sign in" in http.get(ROOT + "/masuk").text


def test_every_word_is_there_in_both_languages_with_the_same_gaps() -> None:
    used = set()
    for template in TEMPLATES.glob("*.html"):
        used |= set(re.findall(r't\("([a-z_-]+)"[,)]', template.read_text(encoding="utf-8")))
        used |= set(re.findall(r'line\("[a-z_]+", "([a-z_]+)"', template.read_text(encoding="utf-8")))
    assert used <= set(WORDS)
    for key, (indonesian, english) in WORDS.items():
        gaps = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in (indonesian, english)]
        assert gaps[0] == gaps[1], key
        assert indonesian
        assert english
