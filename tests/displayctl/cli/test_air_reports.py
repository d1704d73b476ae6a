"""Reports of what walls showed from the command line, on a real hub."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.displayctl.cli.conftest import Run

OCTOBER = ("--month", "2026-10")


def test_a_month_without_anything_is_said_in_a_sentence(words: Run) -> None:
    assert "nothing was published or shown in 2026-10" in words("report", "planned", *OCTOBER)
    assert "There was no emergency" in words("report", "emergencies", *OCTOBER)


def test_every_report_comes_as_data(run: Run) -> None:
    (planned,) = run("report", "planned", *OCTOBER, "--by", "agency")
    assert planned == {"table": "planned-agency", "rows": []}
    assert run("report", "airtime", *OCTOBER)[0]["table"] == "airtime-agency"
    available, silences = run("report", "downtime", "--from", "2026-10-01", "--to", "2026-10-07")
    assert {row["wall"] for row in available["rows"]} >= {"Tugu Adipura", "Taman Anti Narkoba"}
    assert silences["rows"] == []


def test_files_are_written_where_they_are_asked_for(run: Run, tmp_path: Path) -> None:
    book, paper, values = tmp_path / "siaran.xlsx", tmp_path / "siaran.pdf", tmp_path / "tidak-tayang.csv"
    run("report", "broadcast", *OCTOBER, "--out", str(book), "--display", "Tugu Adipura")
    assert openpyxl.load_workbook(book).sheetnames[0] == "Laporan"
    run("report", "planned", *OCTOBER, "--format", "pdf", "--number", "005/12", "--out", str(paper))
    assert paper.read_bytes().startswith(b"%PDF")
    run("report", "downtime", *OCTOBER, "--format", "csv", "--out", str(values))
    assert values.read_text("utf-8-sig").startswith("wall,from,to,length,state")


def test_the_public_page_goes_into_its_folder(run: Run, tmp_path: Path) -> None:
    told = run("report", "public", *OCTOBER, "--to", str(tmp_path / "situs"))
    assert told["month"] == "2026-10"
    assert "Siaran layar publik" in (tmp_path / "situs" / "siaran-2026-10.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("planned", "--month", "2026-13"), "is no month"),
        (("planned", *OCTOBER, "--from", "2026-10-01"), "either a month"),
        (("planned", "--from", "2026-01-01", "--to", "2026-12-31"), "92 days"),
        (("airtime", *OCTOBER, "--by", "detail"), "by wall, slot, medium or agency"),
        (("planned", *OCTOBER, "--agency", "Dinas Kesehatan"), "agency in this report"),
        (("public", "--month", "2190-01", "--to", "."), "not over yet"),
    ],
)
def test_what_cannot_be_is_refused_with_the_way_out(refused: Run, arguments: tuple[str, ...], why: str) -> None:
    code, words = refused("report", *arguments)
    assert code != 0
    assert why in words
