"""What agencies ask of the demonstration's office: requests with their letters, in several states."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from PIL import Image, ImageDraw

from displayctl.api.client import HubClient
from displayctl.api.request_states import CheckAnswer, RequestState
from displayctl.api.requests import Check, ChecksChange, Decision, Request, RequestCreation, RequestDraft, Wish
from scripts.demonstration.drawing import REGULAR, font

PAPER, MARGIN_PX, LINE_PX = (827, 1169), 90, 44


@dataclass(frozen=True, slots=True)
class Letter:
    """A request in few words, and how far the office has come with it: the states it went through, with reasons."""

    agency: str
    title: str
    number: str
    contact: str
    text: str
    first_in_days: int
    days: int
    steps: tuple[tuple[RequestState, str], ...] = field(default=())


LETTERS = (
    Letter(
        "bapenda",
        "Bayar PBB sebelum jatuh tempo",
        "973/214/BAPENDA",
        "Ibu Ratna",
        "Bayar PBB tepat waktu. Jatuh tempo 30 November.",
        2,
        9,
        ((RequestState.SEEN, ""), (RequestState.ACCEPTED, "")),
    ),
    Letter(
        "dispar",
        "Festival Teluk Lalong",
        "556/87/DISPAR",
        "Bapak Yusuf",
        "Festival Teluk Lalong, pantai Kilo Lima.",
        14,
        3,
        ((RequestState.SEEN, ""), (RequestState.NEEDS, "Tanggal pada poster berbeda dengan tanggal pada surat.")),
    ),
    Letter(
        "dinkes",
        "Pekan imunisasi anak",
        "440/391/DINKES",
        "dr. Dewi",
        "Bawa buku KIA. Gratis di semua puskesmas.",
        5,
        6,
    ),
)


def make_requests(client: HubClient, today: date) -> None:
    """Enter the letters, each with its paper; an office that has requests already keeps them as they are."""
    if next(client.requests.all(), None) is not None:
        return
    with tempfile.TemporaryDirectory(prefix="displayctl-letters-") as folder:
        for letter in LETTERS:
            made = client.requests.create(RequestCreation(draft=_draft(letter, today)))
            made = client.requests.attach(made.id, draw_letter(letter, Path(folder)))
            if RequestState.ACCEPTED in dict(letter.steps):
                kept = tuple(Check(rule=each.rule, answer=CheckAnswer.YES) for each in made.checks)
                made = client.requests.check(made.id, ChecksChange(version=made.version, checks=kept))
            for state, why in letter.steps:
                made = _decide(client, made, state, why)


def _draft(letter: Letter, today: date) -> RequestDraft:
    first = today + timedelta(days=letter.first_in_days)
    wish = Wish(first=first, last=first + timedelta(days=letter.days), starts="08:00", ends="16:00")
    return RequestDraft(
        agency=letter.agency,
        title=letter.title,
        contact=letter.contact,
        letter_number=letter.number,
        letter_date=today - timedelta(days=1),
        text=letter.text,
        wish=wish,
    )


def _decide(client: HubClient, request: Request, state: RequestState, why: str) -> Request:
    answered = state not in (RequestState.SEEN,)
    answer = client.requests.prepare_answer(request.id, state, why) if answered else ""
    return client.requests.decide(request.id, Decision(version=request.version, state=state, why=why, answer=answer))


def draw_letter(letter: Letter, folder: Path) -> Path:
    """A letter of two pages as a PDF file."""
    paper = Image.new("RGB", PAPER, "white")
    pen, top = ImageDraw.Draw(paper), MARGIN_PX
    lines = ("PEMERINTAH KABUPATEN BANGGAI", f"Nomor: {letter.number}", f"Hal: {letter.title}", "", letter.text)
    for line in lines:
        pen.text((MARGIN_PX, top), line, (20, 20, 20), font(24, REGULAR))
        top += LINE_PX
    second = Image.new("RGB", PAPER, "white")
    ImageDraw.Draw(second).text((MARGIN_PX, MARGIN_PX), "Lampiran", (20, 20, 20), font(24, REGULAR))
    path = folder / f"surat-{letter.agency}.pdf"
    paper.save(path, save_all=True, append_images=[second], resolution=100)
    return path
