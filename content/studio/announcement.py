"""An announcement as a person writes it: words, a template and a few ornaments, for any canvas."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from content.studio.detail import MOST_DETAILS, Detail
from content.studio.format import check_colour
from content.studio.outfit import Outfit
from schedules.alert import AlertLevel
from schedules.checks import check_count, check_id, check_name, check_unique
from schedules.errors import InvalidValue, UnreadableDocument

LONGEST_TITLE, LONGEST_BODY, LONGEST_FOOTER, LONGEST_QR = 200, 2000, 120, 300
LARGEST_LOGO_BYTES, LARGEST_BACKGROUND_BYTES, LARGEST_PORTRAIT_BYTES = 2 << 20, 16 << 20, 4 << 20
_VERSION = 1
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
_PICTURES = ("logo", "background", "portrait")


class Template(StrEnum):
    """The kinds of announcement that offices make, each with a design of its own."""

    PENGUMUMAN = "pengumuman"
    DUKA_CITA = "duka-cita"
    HARI_BESAR = "hari-besar"
    LAYANAN_PUBLIK = "layanan-publik"
    LOWONGAN = "lowongan"
    IMBAUAN = "imbauan"
    DARURAT = "darurat"


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words for a wall.

    `title` is one line (it wraps where it has to), `body` may have line breaks, `footer` names who speaks. `qr` is
    what a QR code says, as an address. `logo`, `background` and `portrait` are the bytes of a picture file. Colours are
    ``#rrggbb``; empty means the template's own. `level` colours the template DARURAT and means nothing to others.

    `details` stand below the body, each on a line of its own. `outfit` is worn in place of the template's design.
    `stencil` is the id of the template file it was written with (see `content.studio.stencils`), for who edits it.
    """

    title: str
    body: str = ""
    template: Template = Template.PENGUMUMAN
    footer: str = ""
    qr: str = ""
    logo: bytes = b""
    background: bytes = b""
    background_colour: str = ""
    accent_colour: str = ""
    level: AlertLevel = AlertLevel.AWAS
    details: tuple[Detail, ...] = ()
    portrait: bytes = b""
    outfit: Outfit | None = None
    stencil: str = ""

    def __post_init__(self) -> None:
        check_name("announcement.title", self.title, most=LONGEST_TITLE)
        _check_text("announcement.body", self.body, LONGEST_BODY)
        _check_text("announcement.footer", self.footer, LONGEST_FOOTER)
        _check_text("announcement.qr", self.qr, LONGEST_QR)
        _check_size("announcement.logo", self.logo, LARGEST_LOGO_BYTES)
        _check_size("announcement.background", self.background, LARGEST_BACKGROUND_BYTES)
        _check_size("announcement.portrait", self.portrait, LARGEST_PORTRAIT_BYTES)
        for field in ("background_colour", "accent_colour"):
            if getattr(self, field):
                check_colour(f"announcement.{field}", getattr(self, field))
        check_count("announcement.details", self.details, most=MOST_DETAILS)
        check_unique("announcement.details", [detail.name for detail in self.details])
        if self.stencil:
            check_id("announcement.stencil", self.stencil)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All its words in the order in which they are read; none of them is empty."""
        parts = (self.title, self.body, *(detail.line for detail in self.details), self.footer)
        return tuple(part for part in parts if part.strip())

    def to_dict(self) -> dict[str, Any]:
        """A plain, versioned form for JSON; pictures become base64. What came later stands in it only where it is."""
        later = {
            "details": [detail.to_dict() for detail in self.details],
            "portrait": _text_of(self.portrait),
            "outfit": None if self.outfit is None else self.outfit.to_dict(),
            "stencil": self.stencil,
        }
        return {
            "version": _VERSION,
            "title": self.title,
            "body": self.body,
            "template": self.template.value,
            "footer": self.footer,
            "qr": self.qr,
            "logo": _text_of(self.logo),
            "background": _text_of(self.background),
            "background_colour": self.background_colour,
            "accent_colour": self.accent_colour,
            "level": self.level.name.lower(),
            **{key: value for key, value in later.items() if value},
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Announcement:
        """Reads what `to_dict` wrote. Raises UnreadableDocument for another form or version, InvalidValue for a
        value out of bounds."""
        if plain.get("version") != _VERSION:
            raise UnreadableDocument(f"announcement of version {plain.get('version')!r:.20}; this one reads {_VERSION}")
        try:
            return cls(**_fields(plain))
        except InvalidValue:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, binascii.Error) as error:
            raise UnreadableDocument(f"this is not an announcement ({error!r:.120}); write it anew") from error


def _fields(plain: Mapping[str, Any]) -> dict[str, Any]:
    fields = {key: value for key, value in plain.items() if key != "version"}
    fields["template"] = Template(fields["template"])
    fields["level"] = AlertLevel[fields["level"].upper()]
    for picture in _PICTURES:
        if picture in fields:
            fields[picture] = base64.b64decode(fields[picture], validate=True)
    if "details" in fields:
        fields["details"] = tuple(Detail(**each) for each in fields["details"][: MOST_DETAILS + 1])
    if fields.get("outfit") is not None:
        fields["outfit"] = Outfit.from_dict(fields["outfit"])
    # Both were required from the start: a document without them is another one.
    return {"logo": fields.pop("logo"), "background": fields.pop("background"), **fields}


def _text_of(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _check_text(field: str, value: str, most: int) -> None:
    if not isinstance(value, str) or len(value) > most or _UNPRINTABLE.search(value):
        raise InvalidValue(field, f"is not plain text of at most {most} characters; shorten or retype it")


def _check_size(field: str, value: bytes, most: int) -> None:
    if not isinstance(value, bytes) or len(value) > most:
        raise InvalidValue(field, f"is larger than {most >> 20} MiB; choose a smaller picture")
