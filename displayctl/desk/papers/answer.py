"""The answer to an agency as a letter: the office's letterhead, what it answers to, and room for a signature."""

from __future__ import annotations

from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from displayctl.api.office import OfficeSettings
from displayctl.api.requests import Request
from displayctl.desk.papers.letterhead import head
from displayctl.desk.papers.page import Page, page_as_pdf
from schedules.calendar_names import MONTHS


def answer_pdf(request: Request, text: str, office: OfficeSettings, now: datetime) -> bytes:
    """One A4 page with `text`, or more where it is long. Raises FontsMissing."""
    return page_as_pdf(answer_page(request, text, office, now))


def answer_page(request: Request, text: str, office: OfficeSettings, now: datetime) -> Page:
    """The letter; letters shrink until all of it is on one page, unless it is too long for that."""
    today = now.astimezone(ZoneInfo(office.zone)).date()
    about = [f"Nomor permohonan: {request.id}"]
    if request.letter_number:
        about.append(f"Surat: {request.letter_number}")
    about.append(f"Perihal: {request.title}")
    paragraphs = "".join(f"<p>{escape(line) or '&nbsp;'}</p>" for line in text.split("\n"))
    body = (
        head(office, "JAWABAN PERMOHONAN", "Answer to a request", request.id)
        + f'<p align="right">{today.day} {MONTHS[today.month - 1]} {today.year}</p>'
        + f"<p>{'<br>'.join(escape(line) for line in about)}</p><p>&nbsp;</p>"
        + paragraphs
        + "<p>&nbsp;</p><p>________________________</p>"
    )
    return Page(title=f"Jawaban {request.id}", text=lambda rows: body, most_rows=0)
