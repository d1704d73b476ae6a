"""A report as sums, tables, spreadsheet, paper and page: nothing is lost, nothing is a formula, nobody is named."""

from __future__ import annotations

import base64
import csv
import io
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import openpyxl
import pypdfium2
import pytest
from PIL import Image

from displayctl.api.brand import Brand, BrandLogo
from displayctl.api.incidents import IncidentInfo
from displayctl.api.office import OfficeSettings
from displayctl.api.reports import AirRow, DownStretch, EmergencyRow, WallAir, WallReport
from displayctl.desk.papers.air_report import Particulars, air_paper
from displayctl.desk.papers.columns import Signers
from displayctl.desk.reporting.figures import By, Sort, shares, totals, whole_of
from displayctl.desk.reporting.files import table_csv
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.public_page import page_name, public_page
from displayctl.desk.reporting.saving import Form, Saving, saved_bytes
from displayctl.desk.reporting.tables import (
    Cell,
    Table,
    detail_table,
    downtime_table,
    emergency_table,
    every_table,
    planned_table,
)
from displayctl.desk.reporting.times import Days, month_before, month_of, read_month
from displayctl.desk.reporting.words import length_words, percent_words
from schedules.errors import InvalidValue
from tests.builders import ZONE, at

OCTOBER = read_month("2026-10", ZONE)
HEALTH, FORMULA = "Dinas Kesehatan", '=HYPERLINK("http://jahat")'


def row(
    medium: str, agency: str = "", kind: str = "loop", planned: float = 600, played: float = 600, **more: float
) -> AirRow:
    return AirRow(
        display_id="tugu",
        kind=kind,
        slot_id="" if kind == "filler" else f"slot-{medium}",
        slot_name="" if kind == "filler" else f"Acara {medium}",
        medium_id=medium,
        medium_title=medium,
        agency=agency,
        planned_plays=round(planned / 10),
        played_plays=round(played / 10),
        planned_seconds=planned,
        played_seconds=played,
        air_seconds=played,
        **more,
    )


def silence(starts: str, ends: str, *, reported: bool = True) -> DownStretch:
    return DownStretch(display_id="tugu", starts=at(starts), ends=at(ends), reported=reported)


def incident(**changes: object) -> IncidentInfo:
    fields: dict[str, object] = {
        "id": "hilang",
        "headline": "Dicari: Sekar Ayu, 7 tahun",
        "kind": "missing-child",
        "level": 3,
        "drill": False,
        "starts": at("2026-10-09 19:42"),
        "ends": at("2026-10-09 21:00"),
        "live": False,
        "alerts": 1,
        "walls": 2,
        "shown": 2,
    }
    return IncidentInfo(**{**fields, **changes})


def report(**changes: object) -> AirReport:
    """October of one wall: an hour of broadcast time with a bit of everything."""
    rows = (
        row("posyandu", HEALTH, planned=1200, played=900, alert_seconds=120, down_seconds=170, other_seconds=10),
        row(FORMULA, "Budi Santoso", planned=600, played=600),
        row("kota", planned=600, played=500, unreported_seconds=100),
        row("taman", kind="filler", planned=900, played=900),
    )
    air = WallAir(
        display_id="tugu",
        name="Tugu <Adipura>",
        time_zone=ZONE,
        broadcast_seconds=3600,
        shown_seconds=2900,
        alert_seconds=230,
        down_seconds=200,
        unreported_seconds=250,
        other_seconds=20,
        down_count=2,
        longest_down_seconds=180,
    )
    downs = (
        silence("2026-10-05 08:00:00", "2026-10-05 08:03:00"),
        silence("2026-10-06 08:00:00", "2026-10-06 08:00:20"),
        silence("2026-10-31 23:50:00", "2026-10-31 23:54:10", reported=False),
    )
    wall = WallReport(
        starts=OCTOBER.starts, ends=OCTOBER.ends, until=OCTOBER.ends, published=True, wall=air, rows=rows, downs=downs
    )
    made = AirReport(
        days=OCTOBER,
        made_at=at("2026-11-02 09:00"),
        office=OfficeSettings(name="Pemkab <Banggai> & Dinas", address="Jl. Ahmad Yani"),
        walls=(wall,),
        emergencies=(EmergencyRow(info=incident(), wall_seconds=9360),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


EMPTY = report(
    walls=(
        WallReport(
            starts=OCTOBER.starts,
            ends=OCTOBER.ends,
            until=OCTOBER.ends,
            published=False,
            wall=WallAir(display_id="tugu", name="Tugu", time_zone=ZONE),
        ),
    ),
    emergencies=(),
)


@pytest.mark.parametrize("by", By)
def test_shares_of_the_broadcast_time_add_up_to_all_of_it(by: By) -> None:
    found = shares(report(), by)
    assert round(sum(each.share for each in found), 9) == 1
    assert round(sum(each.seconds for each in found), 6) == 3600


def test_an_agency_sees_what_it_speaks_in_and_its_part_of_the_whole() -> None:
    (only,) = shares(report(), By.MEDIUM, HEALTH)
    assert (only.name, only.seconds, only.share) == ("posyandu", 900, 0.25)
    assert [each.name for each in totals(report(), By.SLOT, HEALTH)] == ["Acara posyandu"]
    assert whole_of(report(), HEALTH).missing_seconds == 300
    assert report().agencies == ("Budi Santoso", HEALTH)


def test_sums_keep_what_is_missing_and_why() -> None:
    found = {(each.sort, each.name): each.figures for each in totals(report(), By.AGENCY)}
    health = found[Sort.NAMED, HEALTH]
    assert (health.planned_seconds, health.played_seconds, health.missing_seconds) == (1200, 900, 300)
    assert (health.alert_seconds, health.down_seconds, health.other_seconds, health.kept) == (120, 170, 10, 0.75)
    assert {sort for sort, _ in found} == {Sort.NAMED, Sort.OFFICE, Sort.FILLER}
    whole = whole_of(report())
    assert whole.planned_seconds + whole.extra_seconds == whole.played_seconds + whole.missing_seconds
    assert whole_of(EMPTY).kept is None


def read_back(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(table_csv(table, ZoneInfo(ZONE)).decode("utf-8-sig").splitlines()))


def test_no_row_is_without_a_name() -> None:
    slate = row("", kind="slate").model_copy(update={"slot_id": "", "slot_name": ""})
    rows = slate, row("taman", HEALTH, "filler")
    found = report(walls=(report().walls[0].model_copy(update={"rows": rows}),))
    for by in By:
        assert all(cells[0] for cells in planned_table(found, by).rows)
    assert [each.sort for each in totals(found, By.SLOT)] == [Sort.FILLER, Sort.SLATE]
    assert all(cells[1] and cells[2] for cells in detail_table(found).rows)


def test_values_are_for_programs_and_text_is_no_formula() -> None:
    first, *rest = read_back(detail_table(report()))
    assert (first["medium"], first["planned"], first["missing"]) == ("posyandu", "1200.0", "300.0")
    assert first["kept"] == "0.75"
    assert rest[0]["medium"] == f"'{FORMULA}"
    silences = read_back(downtime_table(report()))
    assert silences[0]["from"] == "2026-10-05T08:00:00+08:00"
    assert silences[0]["length"] == "180.0"


def test_a_spreadsheet_has_numbers_times_and_frozen_headings() -> None:
    tables = every_table(report())
    book = openpyxl.load_workbook(io.BytesIO(saved_bytes(Saving(report(), tables, Form.XLSX))))
    assert len(book.sheetnames) == len(tables) + 1 == len(set(book.sheetnames))
    sheet = book["Rencana dan tayang per Acara"]
    assert sheet.freeze_panes == "B2"
    by_name = {cells[0].value: cells for cells in sheet.iter_rows(min_row=2)}
    figures = by_name["Acara posyandu"]
    assert (figures[1].value, figures[3].value, figures[6].value) == (120, timedelta(seconds=1200), 0.75)
    assert figures[6].number_format == "0.0%"
    evil = next(cell for line in book["Rincian"].iter_rows() for cell in line if cell.value == FORMULA)
    assert (evil.data_type, evil.quotePrefix) == ("s", True)
    assert book["Layar tidak tayang"]["B2"].value == datetime(2026, 10, 5, 8)  # noqa: DTZ001 - spreadsheets know no zones
    assert sheet.column_dimensions["A"].width > 30
    front = {line[0].value: line[1].value for line in book["Laporan"].iter_rows()}
    assert front["Kantor / Office"] == "Pemkab <Banggai> & Dinas"


def text_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_paper_has_letterhead_figures_reasons_and_room_to_sign() -> None:
    about = Particulars("005/12/DISKOMINFO", Signers("Sekar Ayu"))
    pages = text_of(saved_bytes(Saving(report(), every_table(report()), Form.PDF, about)))
    whole = " ".join(pages)
    for words in (
        "Pemkab <Banggai> & Dinas",
        "LAPORAN SIARAN",
        "Oktober 2026",
        "005/12/DISKOMINFO",
        "Acara posyandu",
        "layar tidak tayang 2 mnt 50 dtk",
        "Disetujui oleh",
        "Sekar Ayu",
    ):
        assert words in whole, words
    assert f"Halaman {len(pages)} dari {len(pages)}" in pages[-1]
    strips = air_paper(report(), every_table(report()), about).strips
    widths = [re.findall(r'<th align="[a-z]+" width="(\d+)%', strip.html) for strip in strips]
    assert {sum(map(int, each)) for each in widths if each} == {100}, "each is as wide as what is above and below it"
    unfinished = report(made_at=at("2026-10-20 09:00"))
    saved = Saving(unfinished, (planned_table(unfinished, By.SLOT),), Form.PDF)
    assert "Belum lengkap" in text_of(saved_bytes(saved))[0]
    assert saved.file_name == "laporan-planned-slot-2026-10.pdf"


@pytest.mark.parametrize("table", [planned_table(report(), By.SLOT), detail_table(report())], ids=lambda each: each.key)
def test_on_paper_figures_stand_at_the_right_of_their_columns_and_no_heading_is_broken(table: Table) -> None:
    strips = air_paper(report(), (table,), Particulars()).strips[1:]
    row = next(each.html for each in strips if "<td" in each.html)
    names = sum(column.cell is Cell.TEXT for column in table.columns)
    sides = re.findall(r'<td align="([a-z]+)"', row)
    assert sides == ["left"] * names + ["right"] * 6
    pages = text_of(saved_bytes(Saving(report(), (table,), Form.PDF, Particulars())))
    assert "Terpenuhi" in pages[0].split()


def test_a_month_without_anything_says_so_everywhere() -> None:
    tables = every_table(EMPTY)
    assert "Tidak ada program yang terbit" in " ".join(text_of(saved_bytes(Saving(EMPTY, tables, Form.PDF))))
    book = openpyxl.load_workbook(io.BytesIO(saved_bytes(Saving(EMPTY, tables, Form.XLSX))))
    assert "Nothing was published" in str(book["Rincian"]["A2"].value)
    page = public_page(EMPTY, frozenset())
    assert "Tidak ada siaran yang terbit pada bulan ini" in page
    assert "Tidak ada pesan darurat" in page


class Page(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_public_page_stands_alone_and_tells_both_good_and_bad() -> None:
    page = Page(public_page(report(), frozenset({HEALTH})))
    assert page.all("html") == [{"lang": "id"}]
    assert page.all("script") == page.all("link") == page.all("img") == []
    assert "http" not in page.words
    assert all(each.get("scope") in ("col", "row") for each in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table")) >= 4
    assert len(page.all("h1")) == 1
    words = " ".join(page.words.split())
    for told in (
        "Oktober 2026",
        "Tugu <Adipura>",
        "Pemkab <Banggai> & Dinas",
        HEALTH,
        "87,5 %",
        "3 mnt",
        "Belum dilaporkan",
    ):
        assert told in words, told
    assert page_name(report()) == "siaran-2026-10.html"


def test_nobody_is_named_in_public() -> None:
    text = public_page(report(), frozenset({HEALTH}))
    assert "Sekar" not in text
    assert "Budi" not in text
    assert "Anak hilang" in text
    assert "Pihak lain" in text
    assert re.search(r"<script|javascript:|onload=", text) is None


def test_the_public_page_is_about_a_whole_month_that_is_over() -> None:
    with pytest.raises(InvalidValue, match="not over yet"):
        public_page(report(made_at=at("2026-10-31 23:59")), frozenset())
    with pytest.raises(InvalidValue, match="whole month"):
        public_page(report(days=Days(date(2026, 10, 1), date(2026, 10, 30), ZONE)), frozenset())


def test_an_emergency_is_a_row_and_none_is_a_sentence() -> None:
    table = emergency_table(report())
    assert table.rows[0][2] == "Dicari: Sekar Ayu, 7 tahun"
    assert table.rows[0][8] == timedelta(seconds=9360)
    assert emergency_table(EMPTY).rows == ()


def test_months_and_days_are_bounded_and_end_at_the_office_s_midnight() -> None:
    assert (OCTOBER.starts, OCTOBER.ends) == (at("2026-10-01 00:00"), at("2026-11-01 00:00"))
    assert month_before(date(2026, 1, 31), ZONE).name == "2025-12"
    assert month_of(date(2028, 2, 9), ZONE).last == date(2028, 2, 29)
    assert Days(date(2026, 10, 5), date(2026, 10, 6), ZONE).name == "2026-10-05--2026-10-06"
    assert not Days(date(2026, 10, 1), date(2026, 11, 30), ZONE).is_month
    for wrong in ("2026-13", "oktober", "0001-01"):
        with pytest.raises(InvalidValue):
            read_month(wrong, ZONE)
    for first, last in ((date(2026, 10, 5), date(2026, 10, 4)), (date(2026, 1, 1), date(2026, 12, 31))):
        with pytest.raises(InvalidValue):
            Days(first, last, ZONE)


def test_what_is_not_whole_never_reads_as_whole() -> None:
    assert [percent_words(part) for part in (None, 0.0, 0.00001, 0.5, 0.99999, 1.0)] == [
        "–", "0 %", "0,1 %", "50 %", "99,9 %", "100 %",
    ]  # fmt: skip
    assert [length_words(each) for each in (0, 40, 61, 3600, 11_100, 4_000_000)] == [
        "0 dtk", "40 dtk", "1 mnt 1 dtk", "1 jam", "3 jam 5 mnt", "1.111 jam 6 mnt",
    ]  # fmt: skip


def test_the_office_s_logo_stands_on_the_letterhead() -> None:
    file = io.BytesIO()
    Image.new("RGB", (120, 80), "#c00020").save(file, "PNG")
    logo = BrandLogo(name="Banggai", picture=base64.b64encode(file.getvalue()).decode())
    worn = report(office=OfficeSettings(name="Kantor", brand=Brand(logos=(logo,))))
    pdf = saved_bytes(Saving(worn, (planned_table(worn, By.SLOT),), Form.PDF))
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=1).to_pil().convert("RGB")
    upper_left = page.crop((0, 0, page.width // 4, page.height // 4))
    red = sum(count for count, colour in upper_left.getcolors(1 << 20) if colour[0] > 150 and colour[1] < 60)
    assert 300 < red < 6000
