"""Reports on paper: one page whatever has to go on it, in both languages, and nothing in it is taken for markup."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, datetime, timedelta

import pypdfium2
from PIL import Image

from displayctl.api.incidents import (
    Drills,
    DrillStatus,
    Incident,
    IncidentPicture,
    IncidentStep,
    Signer,
    StepKind,
    WallOutcome,
)
from displayctl.api.office import OfficeSettings
from displayctl.desk.incident_lines import wall_lines
from displayctl.desk.papers.drills import drills_page
from displayctl.desk.papers.incident import MOST_THUMBNAILS, chosen_pictures, incident_page
from displayctl.desk.papers.page import Page, page_as_pdf
from displayctl.hub.incident_story import summary
from schedules.codec import alert_to_dict
from tests.builders import alert, at

OFFICE = OfficeSettings(name="Pemerintah Kabupaten <Banggai> & Dinas", address="Luwuk")
NOW = at("2026-11-22 12:00")
BEGAN = at("2026-11-22 09:00")


def outcome(number: int, shown: bool = True, ended: bool = True) -> WallOutcome:
    wall = WallOutcome(display_id=f"wall-{number}", name=f"Simpang {number}")
    if not shown:
        return wall
    seconds = 0.2 + number / 100
    told = {
        "received_at": BEGAN,
        "shown_at": BEGAN + timedelta(seconds=seconds),
        "seconds": seconds,
        "frame": "ab" * 32,
    }
    return wall.model_copy(update=told | ({"ended_at": at("2026-11-22 09:20"), "why": "expired"} if ended else {}))


def incident(walls: int, *, drill: bool = False, pictures: tuple[IncidentPicture, ...] = ()) -> Incident:
    """One alert at so many walls, of which the last one never showed it, taken back after a while."""
    first = alert(
        "one", headline="<b>Banjir</b> & bandang", drill=drill, kind="flood", effective=BEGAN, issued_at=BEGAN
    )
    ralat = alert("two", headline="RALAT", drill=drill, supersedes=("one",), corrects="one")
    signed = (Signer(keyid="c" * 64, name="Sekar", at=BEGAN),)
    second = Signer(keyid="d" * 64, name="Budi", at=BEGAN + timedelta(minutes=4))
    steps = (
        IncidentStep(
            alert_id="one",
            kind=StepKind.RAISED,
            value=alert_to_dict(first),
            raised_at=BEGAN,
            raised_by="meja",
            signers=(*signed, second),
            walls=tuple(outcome(number, shown=number < walls - 1) for number in range(walls)),
        ),
        IncidentStep(
            alert_id="two",
            kind=StepKind.CORRECTED,
            value=alert_to_dict(ralat),
            raised_at=BEGAN + timedelta(minutes=9),
            signers=signed,
            walls=tuple(outcome(number, ended=False) for number in range(walls)),
        ),
    )
    return Incident(info=summary(steps, len(pictures), NOW), steps=steps, pictures=pictures)


def read(pdf: bytes) -> tuple[int, str]:
    """How many pages, and the words of the first."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document), document[0].get_textpage().get_text_bounded()


def test_an_incident_at_a_few_walls_is_told_whole_in_both_languages() -> None:
    pages, text = read(page_as_pdf(incident_page(incident(3), OFFICE, {}, NOW)))
    assert pages == 1
    for words in (
        "Pemerintah Kabupaten <Banggai> & Dinas",
        "<b>Banjir</b> & bandang",
        "LAPORAN KEJADIAN DARURAT",
        "Emergency incident report",
        "Dikuatkan orang kedua",
        "Budi",
        "Diralat",
        "2 / 3",
        "tidak tayang",
        "0,20 dtk",
        "WITA",
    ):
        assert words in text, words
    assert "LATIHAN" not in text


def test_a_drill_at_two_hundred_walls_is_one_page_and_says_how_many_it_leaves_out() -> None:
    whole = incident(200, drill=True)
    pages, text = read(page_as_pdf(incident_page(whole, OFFICE, {}, NOW)))
    assert pages == 1
    assert "LATIHAN" in text
    assert "layar lagi" in text
    assert "Petugas piket" in text, "the end of the page is on it"
    assert wall_lines(whole)[0].first.display_id == "wall-199", "the wall that never showed it stands first"


def test_pictures_of_every_shape_find_their_place_and_broken_ones_do_not_hurt() -> None:
    given: dict[str, bytes] = {}
    listed = []
    for number, size in enumerate([(480, 270), (96, 480), (480, 15), *[(400, 300)] * 8]):
        out = io.BytesIO()
        Image.new("RGB", size, (200, number * 20, 0)).save(out, "PNG")
        digest = hashlib.sha256(out.getvalue()).hexdigest()
        given[digest] = out.getvalue() if number != 1 else b"no picture at all"
        listed.append(
            IncidentPicture(
                alert_id="one",
                display_id=f"wall-{number % 9}",
                taken_at=BEGAN + timedelta(seconds=number),
                sha256=digest,
                size_bytes=1,
            )
        )
    whole = incident(9, pictures=tuple(listed))
    chosen = chosen_pictures(whole)
    assert len(chosen) == MOST_THUMBNAILS
    assert len({picture.display_id for picture in chosen}) == MOST_THUMBNAILS
    pages, text = read(page_as_pdf(incident_page(whole, OFFICE, given, NOW)))
    assert (pages, "Gambar layar" in text) == (1, True)


def test_the_drills_are_compared_month_by_month() -> None:
    info = incident(3, drill=True).info
    held = tuple(
        info.model_copy(update={"id": f"drill-{number}", "starts": began, "median_seconds": 0.3 + number / 10})
        for number, began in enumerate((at("2026-11-02 09:00"), at("2026-10-31 23:59"), at("2026-10-01 09:00")))
    )
    status = DrillStatus(month="2026-11", due_at=datetime(2026, 11, 2, 1, tzinfo=UTC), done=True)
    text = read(page_as_pdf(drills_page(Drills(status=status, drills=held), OFFICE, NOW)))[1]
    for words in ("Nov 2026", "Okt 2026", "4 / 6", "−0,10", "Simpang 2", "sudah dilakukan"):
        assert words in text, words


def test_a_page_whose_words_are_endless_still_ends() -> None:
    page = Page(title="lang", text=lambda rows: "kata " * 20_000, most_rows=2)
    assert read(page_as_pdf(page))[0] == 1


def test_of_a_letter_nothing_is_left_out_however_long_it_is() -> None:
    lines = [f"baris {number} selesai" for number in range(120)]
    pdf = page_as_pdf(Page(title="surat", text=lambda rows: "".join(f"<p>{each}</p>" for each in lines), most_rows=0))
    with pypdfium2.PdfDocument(pdf) as document:
        said = [each.get_textpage().get_text_range() for each in document]
    assert len(said) > 1
    assert [sum(line in page for page in said) for line in lines] == [1] * len(lines)
    assert read(page_as_pdf(Page(title="surat", text=lambda rows: lines[0], most_rows=0)))[0] == 1
