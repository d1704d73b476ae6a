"""The form of a new request: from the words that a browser sends to what is asked for, and back into the form."""

from __future__ import annotations

import secrets
from datetime import date

from displayctl.api.requests import RequestCreation, RequestDraft, Wish
from displayctl.hub.errors import WrongWish
from displayctl.hub.pages.forms import Form

FIELDS = (
    "instansi", "judul", "kontak", "telepon", "nomor_surat", "tanggal_surat", "teks", "mulai", "selesai", "jam_mulai",
    "jam_selesai", "kali", "catatan", "sekali",
)  # fmt: skip
LISTS = ("hari", "layar")


def creation_of(form: Form, agencies: tuple[str, ...]) -> RequestCreation:
    """What is asked for; without another choice for the only agency of the visitor.

    Raises ValidationError, WrongWish for what cannot be read.
    """
    word = form.word
    wish = Wish(
        first=_day("first", word("mulai")),
        last=_day("last", word("selesai")),
        weekdays=tuple(sorted(_number("wish", each) for each in form.fields.get("hari", ()))),
        starts=word("jam_mulai"),
        ends=word("jam_selesai"),
        times_a_day=_number("times_a_day", word("kali")) if word("kali").strip() else None,
        walls=form.fields.get("layar", ()),
        note=word("catatan"),
    )
    draft = RequestDraft(
        agency=word("instansi") or next(iter(agencies), ""),
        title=word("judul"),
        contact=word("kontak"),
        phone=word("telepon"),
        letter_number=word("nomor_surat"),
        letter_date=_day("letter_date", word("tanggal_surat")),
        text=word("teks"),
        wish=wish,
    )
    return RequestCreation(draft=draft, once=word("sekali"))


def values_of(form: Form | None) -> dict[str, str | tuple[str, ...]]:
    """What the form shows: what was typed, or nothing; a form that is shown first gets a name of its own."""
    values: dict[str, str | tuple[str, ...]] = {name: "" if form is None else form.word(name) for name in FIELDS}
    values |= {name: () if form is None else form.fields.get(name, ()) for name in LISTS}
    values["sekali"] = values["sekali"] or secrets.token_hex(16)
    return values


def _day(field: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise WrongWish(field, f"{text!r:.40} is no date; write it as 2026-11-23") from error


def _number(field: str, text: str) -> int:
    if not (text.strip().isascii() and text.strip().isdecimal() and len(text.strip()) < 6):
        raise WrongWish(field, f"{text!r:.40} is no number; write it in digits")
    return int(text)
