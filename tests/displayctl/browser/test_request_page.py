"""The page for agencies in a real browser: signing in, asking, attaching, reading the answer, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from displayctl.api.accounts import Grant, Role, UserCreation
from displayctl.api.client import HubClient
from displayctl.api.request_states import RequestState
from displayctl.api.requests import Decision, RequestCreation, RequestDraft
from displayctl.hub.pages.door import ROOT
from tests.displayctl.hub.ground import add_wall, picture_file
from tests.displayctl.hub.staff import GIVEN, PASSWORD, first_administrator, person
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WAIT_MS = 20_000
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's chromium is not installed")


@dataclass(frozen=True, slots=True)
class Site:
    """A hub whose page is on, a browser, and the office's client."""

    hub: RunningHub
    browser: Browser
    office: HubClient

    def page(self, *, narrow: bool = True) -> Page:
        """A fresh visit, as from a telephone, to be closed with its context."""
        size = {"width": 390, "height": 780} if narrow else {"width": 1280, "height": 800}
        page = self.browser.new_context(base_url=self.hub.url, viewport=size).new_page()  # type: ignore[arg-type]
        page.set_default_timeout(WAIT_MS)
        return page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with hub_in_thread(tmp_path_factory.mktemp("office")) as hub:
        add_wall(hub.client)
        with first_administrator(hub)[0] as chief, person(hub, chief, "rina", (Role.EDITOR, "*")) as office:
            person(hub, chief, "dewi", (Role.AGENCY, "dinkes")).close()
            grants = (Grant(role=Role.AGENCY, group="dinkes"),)
            chief.accounts.create_user(UserCreation(name="baru", title="Orang Baru", password=GIVEN, grants=grants))
            office.requests.put_settings(office.requests.settings().model_copy(update={"page": True}))
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
                yield Site(hub, browser, office)
                browser.close()


@pytest.fixture(scope="module")
def visit(site: Site) -> Iterator[Page]:
    """Dewi of the health agency, signed in."""
    page = site.page()
    sign_in(page, "dewi", PASSWORD)
    expect(page.get_by_role("link", name="Permohonan baru")).to_be_visible(timeout=WAIT_MS)
    yield page
    page.context.close()


def sign_in(page: Page, name: str, password: str) -> None:
    page.goto(ROOT)
    page.get_by_label("Nama akun").fill(name)
    page.get_by_label("Kata sandi", exact=True).fill(password)
    page.get_by_role("button", name="Masuk").click()


def ask(page: Page, title: str) -> None:
    """The form of a new request with a title, not sent yet."""
    page.goto(f"{ROOT}/baru")
    page.get_by_label("Judul").fill(title)


def send(page: Page) -> str:
    """The number of the request that was made."""
    page.get_by_role("button", name="Kirim permohonan").click()
    expect(page.get_by_role("status")).to_contain_text("sudah diterima", timeout=WAIT_MS)
    return page.locator(".number").inner_text()


def test_an_agency_asks_with_a_file_and_reads_the_answer(site: Site, visit: Page, tmp_path: Path) -> None:
    ask(visit, "Posyandu Balita")
    visit.get_by_label("Teks yang diinginkan").fill("Sabtu pukul 08.00\ndi Balai Desa")
    visit.get_by_label("Nomor surat").fill("445/12/DINKES")
    visit.get_by_label("Tanggal mulai").fill("2026-11-23")
    visit.get_by_label("Tanggal selesai").fill("2026-11-30")
    visit.get_by_label("Jumat").check()
    visit.get_by_label("Tugu").check()
    visit.get_by_label("Berkas").set_input_files(picture_file(tmp_path))
    number = send(visit)
    asked = site.office.requests.one(number)
    assert (asked.title, asked.wish.weekdays, asked.wish.walls, asked.files) == ("Posyandu Balita", (4,), ("tugu",), 1)
    assert (asked.from_page, asked.text) == (True, "Sabtu pukul 08.00\ndi Balai Desa")
    with visit.expect_download() as coming:
        visit.get_by_role("link", name="poster.png").click()
    assert coming.value.suggested_filename == "poster.png"
    needs = Decision(
        version=asked.version, state=RequestState.NEEDS, why="Huruf kecil", answer="Yth. Ibu Dewi\nBesarkan"
    )
    site.office.requests.decide(number, needs)
    visit.goto(f"{ROOT}/{number}")
    expect(visit.locator(".answer")).to_contain_text("Yth. Ibu Dewi\nBesarkan", use_inner_text=True)
    expect(visit.locator(".chip")).to_have_text("Perlu dilengkapi")
    visit.get_by_label("Keterangan").fill("Sudah dibesarkan")
    visit.get_by_role("button", name="Tambahkan").click()
    expect(visit.locator(".chip")).to_have_text("Baru")
    visit.get_by_text("Tarik permohonan").first.click()
    visit.get_by_role("button", name="Tarik permohonan").click()
    expect(visit.locator(".chip")).to_have_text("Ditarik")
    assert site.office.requests.one(number).state is RequestState.WITHDRAWN


def test_a_wrong_password_is_told_and_a_given_one_has_to_be_replaced(site: Site) -> None:
    page = site.page()
    sign_in(page, "baru", "bukan ini")
    expect(page.get_by_role("alert")).to_contain_text("tidak benar")
    sign_in(page, "baru", GIVEN)
    page.wait_for_url(f"**{ROOT}/sandi")
    page.goto(ROOT)
    page.wait_for_url(f"**{ROOT}/sandi")
    page.get_by_label("Kata sandi sekarang").fill(GIVEN)
    page.get_by_label("Kata sandi baru", exact=True).fill(PASSWORD)
    page.get_by_label("Kata sandi baru, sekali lagi").fill(PASSWORD)
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("link", name="Permohonan baru")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("link", name="New request")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    page.context.close()


def test_another_agencys_request_is_not_there(site: Site, visit: Page) -> None:
    theirs = site.office.requests.create(RequestCreation(draft=RequestDraft(agency="dishub", title="Rahasia")))
    answer = visit.goto(f"{ROOT}/{theirs.id}")
    assert answer is not None
    assert answer.status == 404
    expect(visit.get_by_role("alert")).to_contain_text("tidak ada")
    assert "Rahasia" not in visit.content()


def test_sending_twice_makes_one_request_without_scripts_too(site: Site, visit: Page) -> None:
    plain = site.browser.new_context(
        base_url=site.hub.url, java_script_enabled=False, storage_state=visit.context.storage_state()
    )
    for number, page in enumerate((visit, plain.new_page())):
        page.set_default_timeout(WAIT_MS)
        ask(page, f"Sekali saja {number}")
        page.get_by_role("button", name="Kirim permohonan").dblclick()
        expect(page.get_by_role("status")).to_contain_text("sudah diterima", timeout=WAIT_MS)
        assert site.office.requests.page(f"sekali saja {number}").total == 1
    plain.close()


@pytest.mark.parametrize(
    "title",
    ["<script>document.title='jahat'</script><b>tebal</b>", "🇮🇩 Dirgahayu 👨‍👩‍👧", "صلاة الجمعة في المسجد", "x" * 200],
)
def test_whatever_a_title_holds_is_shown_as_text_and_nothing_runs_over(visit: Page, title: str) -> None:
    ask(visit, title)
    send(visit)
    assert visit.locator("h1").inner_text() == title
    assert "jahat" not in visit.title()
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert visit.evaluate(overflow) <= 0
    visit.goto(ROOT)
    assert visit.evaluate(overflow) <= 0


def test_a_name_of_three_hundred_letters_is_cut_by_the_form_and_refused_by_the_hub(site: Site, visit: Page) -> None:
    ask(visit, "")
    title = visit.get_by_label("Judul")
    title.evaluate("(field) => { field.removeAttribute('maxlength'); field.value = 'y'.repeat(300); }")
    visit.get_by_label("Teks yang diinginkan").fill("tetap ada")
    visit.get_by_role("button", name="Kirim permohonan").click()
    expect(visit.get_by_role("alert").first).to_contain_text("paling panjang 200 huruf")
    assert visit.get_by_label("Teks yang diinginkan").input_value() == "tetap ada"
    assert visit.get_by_label("Judul").input_value() == "y" * 300
    assert site.office.requests.page("yyyyyyyyyy").total == 0


def test_three_gigabytes_are_refused_before_anything_is_sent(visit: Page, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(3 << 30)
    ask(visit, "Film panjang")
    sent: list[str] = []
    visit.on("request", lambda request: sent.append(request.method))
    visit.get_by_label("Berkas").set_input_files(film)
    expect(visit.get_by_role("alert")).to_contain_text("terlalu besar")
    visit.get_by_role("button", name="Kirim permohonan").click()
    assert "POST" not in sent
    expect(visit.get_by_label("Judul")).to_have_value("Film panjang")
