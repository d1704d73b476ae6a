"""Tables on papers of several pages, row by row, and the room for three signatures that most of them end with."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from html import escape

from displayctl.desk.papers.phrases import SOFT, both

LONGEST_NAME = 120
Columns = tuple[tuple[str, str, int], ...]
"""Each with its heading in two languages, and how much of the paper it has, in percent."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Who stands below the paper; empty leaves room for a name by hand."""

    prepared: str = ""
    checked: str = ""
    approved: str = ""


def heading(columns: Columns, figures: Container[int] = ()) -> str:
    """The headings of a table; those whose places are in `figures` stand at the right, over their numbers."""
    cells = "".join(
        f'<th align="{_side(at, figures)}" width="{width}%" bgcolor="#dfe4ea">{both(indonesian, english)}</th>'
        for at, (indonesian, english, width) in enumerate(columns)
    )
    return f'<table width="100%" cellspacing="0" cellpadding="3"><tr>{cells}</tr></table>'


def table_row(cells: Iterable[str], number: int, columns: Columns, figures: Container[int] = ()) -> str:
    """One row; cells are rich text already, and rows alternate in colour by their `number`."""
    colour = "#f4f6f8" if number % 2 else "#ffffff"
    whole = "".join(
        f'<td align="{_side(at, figures)}" width="{width}%" valign="top">{cell}</td>'
        for at, (cell, (_, _, width)) in enumerate(zip(cells, columns, strict=True))
    )
    return f'<table width="100%" cellspacing="0" cellpadding="3"><tr bgcolor="{colour}">{whole}</tr></table>'


def _side(at: int, figures: Container[int]) -> str:
    return "right" if at in figures else "left"


def signatures(signers: Signers) -> str:
    """Three places to sign, with the names that are known."""
    boxes = (
        ("Disusun oleh", "Prepared by", signers.prepared),
        ("Diperiksa oleh", "Checked by", signers.checked),
        ("Disetujui oleh", "Approved by", signers.approved),
    )
    space = "&nbsp;<br>&nbsp;<br>&nbsp;<br>&nbsp;<br>"
    cells = "".join(
        f'<td width="33%" valign="top" align="center">{both(indonesian, english)}<br>{space}'
        f"<b>{short(name) or '(........................................)'}</b><br>"
        f"{soft('Tanggal: ......................')}</td>"
        for indonesian, english, name in boxes
    )
    return f'<table width="100%" cellspacing="0" cellpadding="4"><tr>{cells}</tr></table>'


def short(text: str) -> str:
    """Words from outside as rich text, cut where they would fill the page."""
    return escape(text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…")


def soft(text: str, *, escaped: bool = False) -> str:
    """Small and grey."""
    return f'<span style="color:{SOFT}"><small>{text if escaped else escape(text)}</small></span>'
