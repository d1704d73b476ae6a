"""The week on paper: everything that is booked is on it, nothing is cut, and it says which programme it shows."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from content.studio.fonts import require_application
from displayctl.api.office import OfficeSettings
from displayctl.cli.week_paper import read_week
from displayctl.desk.papers.columns import Signers
from displayctl.desk.papers.page import Page, page_as_pdf
from displayctl.desk.papers.sheets import MOST_STRIPS, Paper, Sheets, Strip
from displayctl.desk.papers.week import week_of
from displayctl.desk.papers.week_sheet import Particulars, week_name, week_paper
from displayctl.errors import PaperRefused
from schedules.errors import InvalidValue
from schedules.legal import LegalBasis
from schedules.opening import OpeningHours
from schedules.programme import Programme
from schedules.recurrence import HolidaySet, Recurrence
from tests.builders import at, every_day, hours, interrupt, programme, slot

MONDAY = date(2026, 11, 23)
DIGEST = "0123456789abcdef" * 4
ABOUT = Particulars(
    office=OfficeSettings(name="Pemerintah Kabupaten <Banggai> & Dinas", address="Jl. Ahmad Yani, Luwuk"),
    now=at("2026-11-22 12:00"),
    source=("Rancangan, belum terbit", "The draft, not published yet"),
    digest=DIGEST,
    signers=Signers("Sekar Ayu", "", "Drs. Budi Santoso, M.Si."),
    agencies={"abc": ("Dinas Kesehatan",)},
)


def text_of(pdf: bytes) -> tuple[list[str], list[tuple[float, float]]]:
    """The words of each page, and the pages' sizes in points."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        pages = [document[number] for number in range(len(document))]
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pages], [p.get_size() for p in pages]
    finally:
        document.close()


def darkest_of(pdf: bytes) -> int:
    """Of the first page's upper half, from 0 (black) to 255."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        bitmap = document[0].render(grayscale=True)
        return min(bytes(bitmap.buffer)[: bitmap.stride * (bitmap.height // 2)])
    finally:
        document.close()


def booked() -> Programme:
    return programme(
        slot("senam", "abc", "08:00-09:00", name="Senam <bersama>", recurrence=every_day(rule="FREQ=WEEKLY;BYDAY=FR")),
        slot("kota", "ab", "06:00-18:00", name="Info kota", priority=20),
        slot("malam", "c", "22:00-02:00", name="Malam"),
        interrupt("azan", "p", 2, "11:00-13:00", name="Azan"),
        holidays=(HolidaySet("libur", "Libur nasional 2026", (date(2026, 11, 25),)),),
    )


def test_a_week_holds_what_begins_in_it_and_how_much_of_it_is_on_the_wall() -> None:
    week = week_of(booked(), "tugu", MONDAY)
    friday = week.days[4]
    assert [line.slot.name for line in friday.lines] == ["Info kota", "Senam <bersama>", "Azan", "Malam"]
    assert [line.aired / timedelta(hours=1) for line in friday.lines][1] == 1
    sums = {total.slot.id: total for total in week.totals}
    assert (sums["malam"].times, sums["malam"].booked) == (7, timedelta(hours=28))
    assert sums["malam"].aired == timedelta(hours=28)
    assert sums["kota"].booked == timedelta(hours=84)
    assert sums["kota"].aired < sums["kota"].booked - timedelta(hours=1)
    assert week.days[2].holidays == ("Libur nasional 2026",)
    assert week_of(booked(), "tugu", MONDAY, {date(2026, 11, 25): "Hari Guru"}).days[2].holidays == ("Hari Guru",)
    assert week.length == timedelta(days=7)
    assert timedelta(0) < week.free < timedelta(days=4)


@pytest.mark.parametrize("landscape", [False, True])
def test_the_paper_says_everything_in_words_and_nothing_is_cut(landscape: bool) -> None:
    planned = booked()
    sheets = Sheets(week_paper((week_of(planned, "tugu", MONDAY),), planned, ABOUT, landscape=landscape))
    pages, sizes = text_of(sheets.as_pdf())
    assert len(pages) == sheets.pages > 1
    assert all((size[0] > size[1]) is landscape for size in sizes)
    text = " ".join(pages)
    for words in (
        "Pemerintah Kabupaten <Banggai> & Dinas",
        "Jl. Ahmad Yani, Luwuk",
        "Senin, 23 Nov 2026",
        "Libur nasional 2026",
        "08.00–09.00",
        "Senam <bersama>",
        "Dinas Kesehatan",
        "Setiap Jumat",
        "22.00–02.00",
        "sampai esok hari",
        "sela 2× tiap jam",
        "prioritas 20",
        "Disusun oleh",
        "Sekar Ayu",
        "Drs. Budi Santoso, M.Si.",
        "belum terbit",
        " ".join(DIGEST[n : n + 8] for n in range(0, 64, 8)),
    ):
        assert words in text, words
    for number, page in enumerate(pages):
        assert f"Halaman {number + 1} dari {len(pages)}" in page
        assert DIGEST[:16] in page


def test_headings_are_repeated_and_no_day_stands_alone_at_the_end_of_a_page() -> None:
    crowd = [slot(f"s{n:03}", "abc", f"{n % 24:02}:00-{n % 24:02}:30", name=f"Acara nomor {n:03}") for n in range(60)]
    planned = programme(*crowd)
    pages, _ = text_of(Sheets(week_paper((week_of(planned, "tugu", MONDAY),), planned, ABOUT)).as_pdf())
    text = " ".join(pages)
    assert all(text.count(f"Acara nomor {n:03}") >= 8 for n in range(60))
    assert all("Waktu" in page or "Jumlah" in page or "Acara" in page for page in pages[:-1])
    for page in pages:
        last = page.split("Jadwal 23 Nov")[0].rstrip()
        assert not last.endswith("2026"), last[-60:]


def test_every_wall_begins_a_page_of_its_own() -> None:
    planned = booked()
    other = replace(planned.displays[0], id="taman", name="Taman")
    both = replace(planned, displays=(*planned.displays, other))
    weeks = (week_of(both, "tugu", MONDAY), week_of(both, "taman", MONDAY))
    pages, _ = text_of(Sheets(week_paper(weeks, both, ABOUT)).as_pdf())
    heads = [page for page in pages if "JADWAL TAYANG MINGGUAN" in page]
    assert len(heads) == 2
    assert "Taman" in heads[1]
    assert "Nothing is booked" in heads[1]


def test_names_of_any_length_and_sort_stay_on_the_page() -> None:
    odd = ["W" * 200, "😀" * 100, "جدول" * 40, "<b>x</b>&amp;" * 10]
    planned = programme(*(slot(f"s{n}", "abc", "08:00-09:00", name=name[:200]) for n, name in enumerate(odd)))
    sheets = Sheets(week_paper((week_of(planned, "tugu", MONDAY),), planned, ABOUT))
    assert sheets.picture(0, 400).width() == 400
    assert all(each.size().width() <= sheets.room.width() + 1 for each, _ in sheets._pages[0])


def test_words_are_black_also_where_the_desk_is_dark() -> None:
    require_application()
    before, dark = QGuiApplication.palette(), QPalette()
    dark.setColor(QPalette.ColorRole.Text, QColor("#ffffff"))
    QGuiApplication.setPalette(dark)
    try:
        several = Sheets(Paper("x", (Strip("<h1>MMMM</h1>"),), "")).as_pdf()
        one = page_as_pdf(Page("x", lambda _: "<h1>MMMM</h1>"))
    finally:
        QGuiApplication.setPalette(before)
    assert darkest_of(several) < 40
    assert darkest_of(one) < 40


def test_what_is_too_much_for_a_paper_is_refused() -> None:
    with pytest.raises(PaperRefused):
        Sheets(Paper("x", (Strip("x"),) * (MOST_STRIPS + 1), ""))


def test_weeks_are_read_as_people_write_them() -> None:
    now = at("2026-11-22 12:00")
    assert read_week("2026-W48", now, "Asia/Makassar") == MONDAY
    assert read_week("2026-11-25", now, "Asia/Makassar") == MONDAY
    assert read_week("", now, "Asia/Makassar") == date(2026, 11, 16)
    for wrong in ("2026-W60", "W", "soon", "0001-01-01"):
        with pytest.raises(InvalidValue):
            read_week(wrong, now, "Asia/Makassar")
    assert week_name(date(2026, 12, 28)) == "28 Des – 3 Jan 2027 (2026-W53)"


def test_a_slot_that_runs_for_a_day_says_so() -> None:
    planned = programme(slot("semua", "abc", recurrence=Recurrence(MONDAY)), slot("b", "c", hours=hours("06:00-06:00")))
    pages, _ = text_of(Sheets(week_paper((week_of(planned, "tugu", MONDAY),), planned, ABOUT)).as_pdf())
    text = " ".join(pages)
    assert "00.00–24.00" in text
    assert "06.00–06.00" in text


def test_the_paper_says_when_a_wall_is_open_and_by_what_rule_and_counts_no_other_hours() -> None:
    opening = OpeningHours((hours("06:00-22:00"),), basis=LegalBasis("Peraturan Bupati Banggai", 2026, "12"))
    planned = replace(booked(), displays=(replace(booked().displays[0], opening=opening),))
    week = week_of(planned, "tugu", MONDAY)
    assert week.length == timedelta(hours=7 * 16)
    assert week.free < timedelta(days=2)
    pages, _ = text_of(Sheets(week_paper((week,), planned, ABOUT)).as_pdf())
    assert "Jam buka: setiap hari 06.00–22.00. Dasar hukum: Peraturan Bupati Banggai Nomor 12 Tahun 2026" in pages[0]
    assert "Kecerahan" not in pages[0], "nobody decided anything about it"
