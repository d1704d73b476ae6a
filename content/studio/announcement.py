"""An announcement as a person writes it: words, a template and a few ornaments, for any canvas."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from content.studio.format import check_colour
from schedules.alert import AlertLevel
from schedules.checks import check_name
from schedules.errors import InvalidValue, UnreadableDocument

LONGEST_TITLE, LONGEST_BODY, LONGEST_FOOTER, LONGEST_QR = 200, 2000, 120, 300
LARGEST_LOGO_BYTES, LARGEST_BACKGROUND_BYTES = 2 << 20, 16 << 20
_VERSION = 1
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")


class Template(StrEnum):
    """The kinds of announcement that offices make, each with a design of its own."""

    PENGUMUMAN = "pengumuman"
    DUKA_CITA = "duka-cita"
    HARI_BESAR = "hari-besar"
    LAYANAN_PUBLIK = "layanan-publik"
    IMBAUAN = "imbauan"
    DARURAT = "darurat"


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words for a wall.

    `title` is one line (it wraps where it has to), `body` may have line breaks, `footer` names who speaks. `qr` is
    what a QR code says, as an address. `logo` and `background` are the bytes of a picture file. Colours are
    ``#rrggbb``; empty means the template's own. `level` colours the template DARURAT and means nothing to others.
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

    def __post_init__(self) -> None:
        check_name("announcement.title", self.title, most=LONGEST_TITLE)
        _check_text("announcement.body", self.body, LONGEST_BODY)
        _check_text("announcement.footer", self.footer, LONGEST_FOOTER)
        _check_text("announcement.qr", self.qr, LONGEST_QR)
        _check_size("announcement.logo", self.logo, LARGEST_LOGO_BYTES)
        _check_size("announcement.background", self.background, LARGEST_BACKGROUND_BYTES)
        for field in ("background_colour", "accent_colour"):
            if getattr(self, field):
                check_colour(f"announcement.{field}", getattr(self, field))

    def to_dict(self) -> dict[str, Any]:
        """A plain, versioned form for JSON; pictures become base64."""
        return {
            "version": _VERSION,
            "title": self.title,
            "body": self.body,
            "template": self.template.value,
            "footer": self.footer,
            "qr": self.qr,
            "logo": base64.b64encode(self.logo).decode("ascii"),
            "background": base64.b64encode(self.background).decode("ascii"),
            "background_colour": self.background_colour,
            "accent_colour": self.accent_colour,
            "level": self.level.name.lower(),
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Announcement:
        """Reads what `to_dict` wrote. Raises UnreadableDocument for another form or version, InvalidValue for a
        value out of bounds."""
        if plain.get("version") != _VERSION:
            raise UnreadableDocument(f"announcement of version {plain.get('version')!r:.20}; this one reads {_VERSION}")
        try:
            fields = {key: value for key, value in plain.items() if key != "version"}
            fields["template"] = Template(fields["template"])
            fields["level"] = AlertLevel[fields["level"].upper()]
            for picture in ("logo", "background"):
                fields[picture] = base64.b64decode(fields[picture], validate=True)
            return cls(**fields)
        except InvalidValue:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, binascii.Error) as error:
            raise UnreadableDocument(f"this is not an announcement ({error!r:.120}); write it anew") from error


def _check_text(field: str, value: str, most: int) -> None:
    if not isinstance(value, str) or len(value) > most or _UNPRINTABLE.search(value):
        raise InvalidValue(field, f"is not plain text of at most {most} characters; shorten or retype it")


def _check_size(field: str, value: bytes, most: int) -> None:
    if not isinstance(value, bytes) or len(value) > most:
        raise InvalidValue(field, f"is larger than {most >> 20} MiB; choose a smaller picture")
