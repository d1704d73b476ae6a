"""What a card tells at an instant: words to be typeset, and until when they may stand on a wall."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from content.studio.announcement import Announcement, Template
from displayctl.api.cards import CardTopic

SOURCE = "Sumber: BMKG"
_BREAK = ";\n"


@dataclass(frozen=True, slots=True)
class Told:
    """`good_until` None: the words hold no figures, and never grow old."""

    words: Announcement
    good_until: datetime | None = None


_NEUTRAL = {
    CardTopic.WEATHER: ("Cuaca hari ini", "Data terbaru belum tersedia.\nLihat bmkg.go.id atau aplikasi Info BMKG."),
    CardTopic.QUAKE: ("Gempa bumi dirasakan", "Tidak ada data baru.\nLihat bmkg.go.id atau aplikasi Info BMKG."),
}


def neutral(topic: CardTopic) -> Announcement:
    """The card for when there are no data, or none that are new enough: without any figure."""
    title, body = _NEUTRAL[topic]
    return Announcement(title=title, body=body, template=Template.LAYANAN_PUBLIK, footer=SOURCE)


def card(title: str, lines: tuple[str, ...], about: str) -> Announcement:
    """`lines` under a title, the most important first; `about` is the time of the data.

    Each line but the last ends with a sign, for on a ribbon all of them run on one after the other.
    """
    footer = f"{SOURCE} · {about}"
    return Announcement(title=title, body=_BREAK.join(lines), template=Template.LAYANAN_PUBLIK, footer=footer)


def shorter(words: Announcement) -> Announcement | None:
    """`words` with one line less, for a canvas that is too small for all; None where none is left to be taken away.

    The title and the source always stay.
    """
    return replace(words, body=words.body.rpartition("\n")[0].rstrip(";")) if words.body else None
