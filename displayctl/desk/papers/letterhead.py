"""What every report begins and ends with: the office's name, what it is, and where its figures come from."""

from __future__ import annotations

from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from displayctl.api.office import OfficeSettings
from displayctl.desk.papers.phrases import SOFT, both, day_and_time

LOGO_HEIGHT = 44
"""In the units of rich text."""
_GAP = 'style="padding-right:4px"'
_PNG = b"\x89PNG"


def head(office: OfficeSettings, indonesian: str, english: str, reference: str) -> str:
    """The letterhead, with the office's logo where it has one; `reference` is what the report is filed under."""
    name = escape(office.name or "(nama kantor belum diisi)")
    address = f'<br><span style="color:{SOFT}"><small>{escape(office.address)}</small></span>' if office.address else ""
    width = 50 if office.brand.logos else 58
    return (
        '<table width="100%" cellspacing="0" cellpadding="2"><tr>'
        f'{_logo(office)}<td width="{width}%"><span style="font-size:large"><b>{name}</b></span>{address}</td>'
        f'<td align="right"><b>{escape(indonesian)}</b><br><span style="color:{SOFT}"><small>{escape(english)}<br>'
        f"{escape(reference)}</small></span></td></tr></table><hr>"
    )


def _logo(office: OfficeSettings) -> str:
    """The first of the office's logos as a cell of its own; empty where it has none."""
    if not office.brand.logos:
        return ""
    kind = "png" if office.brand.logo.startswith(_PNG) else "jpeg"
    picture = f"data:image/{kind};base64,{office.brand.logos[0].picture}"
    return f'<td width="8%" valign="middle"><img src="{picture}" height="{LOGO_HEIGHT}"></td>'


def foot(office: OfficeSettings, now: datetime, source: str) -> str:
    """Room for two signatures, and from what the report was made; `source` is the command that shows the same."""
    zone = ZoneInfo(office.zone)
    line = "&nbsp;<br>&nbsp;<br>________________________"
    return (
        f'<table width="100%" cellspacing="0" cellpadding="2"><tr>'
        f'<td width="34%" valign="top">{both("Petugas piket", "Duty officer")}<br>{line}</td>'
        f'<td width="34%" valign="top">{both("Mengetahui", "Seen by")}<br>{line}</td>'
        f'<td valign="bottom" align="right"><span style="color:{SOFT}"><small>'
        f"Dibuat dari catatan hub / made from the hub's record<br>{escape(day_and_time(now, zone))}<br>"
        f"{escape(source)}</small></span></td></tr></table>"
    )


def section(indonesian: str, english: str) -> str:
    """The heading of a part."""
    return f'<p style="margin-top:7px; margin-bottom:2px"><b>{both(indonesian, english)}</b></p>'


def grid(headings: list[tuple[str, str]], rows: list[list[str]]) -> str:
    """A table whose rows alternate in colour; cells are rich text already."""
    top = "".join(f'<th align="left" bgcolor="#dfe4ea" {_GAP}>{both(*heading)}</th>' for heading in headings)
    body = "".join(_row(cells, "#f4f6f8" if number % 2 else "#ffffff") for number, cells in enumerate(rows))
    return f'<table width="100%" border="0" cellspacing="0" cellpadding="2"><tr>{top}</tr>{body}</table>'


def _row(cells: list[str], colour: str) -> str:
    return f'<tr bgcolor="{colour}">' + "".join(f"<td {_GAP}>{cell}</td>" for cell in cells) + "</tr>"
