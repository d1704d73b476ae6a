"""Chooses how an emergency is laid out on a canvas: how high a banner, how large the letters, how many pages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from content.studio.arrangement import Shape, shape_of
from content.studio.emergency.look import SOURCE, is_takeover, look_of
from content.studio.emergency.message import Message, Words
from content.studio.emergency.page_room import PlacedText, Room, least_sizes_px, room_on
from content.studio.emergency.paging import Pager, PageText, Setting
from schedules.alert import MOST_PAGES

LEAST_BANNER_PX = 48
_BANNERS = (0.2, 0.25, 0.3, 1 / 3, 0.4, 0.5, 0.65, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class LaidPage:
    """One page ready to paint."""

    room: Room
    texts: tuple[PlacedText, ...]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What would be good: letters of `comfort` times the least size, at most so many pages a language, and for a
    banner at most that share of the canvas. `headed` wants the headline on every page, `plated` the name of the level;
    `anywhere` lets words break where no wall is wide enough for them.
    """

    comfort: float
    most_pages: int
    share: float = 1.0
    headed: bool = True
    plated: bool = True
    anywhere: bool = False


# The best first. Large letters and few pages make words quick to read; then come whatever is whole and readable.
_TAKEOVER = (_Wish(1.7, 2), _Wish(1.3, 2), _Wish(1.2, 3), _Wish(1.0, 4))
_BANNER = (_Wish(1.3, 2, 0.34), _Wish(1.1, 3, 0.4), _Wish(1.0, 3, 0.65), _Wish(1.0, 4))
_LAST = (
    _Wish(1.0, 8),
    _Wish(1.0, 16, headed=False),
    _Wish(1.0, 16, headed=False, plated=False),
    _Wish(1.0, 16, headed=False, plated=False, anywhere=True),
)


def lay_out_pages(
    message: Message, words: tuple[Words, ...], width_px: int, height_px: int
) -> tuple[LaidPage, ...] | None:
    """The pages of `words`, one of the wordings of `message`; None where 16 pages cannot hold them at a size that
    people can read.

    All pages of a banner are of one height. Letters are never lower than a twentieth of the canvas.
    """
    wanted = _TAKEOVER if is_takeover(message) else _BANNER
    sheets: dict[tuple[int, int], _Sheet] = {}
    for wishes, least_px in product((wanted, _LAST), least_sizes_px(width_px, height_px)):
        for wish in wishes:
            for high in _picture_heights(message, width_px, height_px, wish.share):
                sheet = sheets.setdefault((high, least_px), _Sheet(message, words, (width_px, high), least_px))
                pages = sheet.pages(wish)
                if pages is not None:
                    return pages
    return None


def _picture_heights(message: Message, width_px: int, height_px: int, share: float) -> list[int]:
    """Takeovers have the whole canvas, and banners on a ribbon too, half of which nobody could read."""
    if is_takeover(message) or shape_of(width_px, height_px) is Shape.RIBBON:
        return [height_px]
    most = max(LEAST_BANNER_PX, round(height_px * share))
    heights = {max(LEAST_BANNER_PX, round(height_px * part)) for part in _BANNERS}
    return sorted(min(height_px, each) for each in heights if each <= most) or [height_px]


class _Sheet:
    """One size of picture for the words of a message. What was found out for one wish serves the next."""

    def __init__(self, message: Message, words: tuple[Words, ...], size: tuple[int, int], least_px: int) -> None:
        self._message, self._words, self._size, self._least_px = message, words, size, least_px
        self._pagers: dict[tuple[int, bool, bool], Pager | None] = {}

    def pages(self, wish: _Wish) -> tuple[LaidPage, ...] | None:
        """Pages that fulfil the wish, or None."""
        pages: list[LaidPage] = []
        for language in range(len(self._words)):
            pager = self._pager(language, wish)
            found = None if pager is None else pager.pages(round(self._least_px * wish.comfort), wish.most_pages)
            if pager is None or found is None or len(found) > wish.most_pages:
                return None
            if wish.headed and not all(page.headline for page in found):
                return None
            pages += [_laid(pager.setting, page) for page in found]
        return tuple(pages) if len(pages) <= MOST_PAGES else None

    def _pager(self, language: int, wish: _Wish) -> Pager | None:
        key = (language, wish.plated, wish.anywhere)
        if key not in self._pagers:
            setting = self._setting(language, wish)
            self._pagers[key] = None if setting is None else Pager(self._words[language], setting)
        return self._pagers[key]

    def _setting(self, language: int, wish: _Wish) -> Setting | None:
        """How words of a language are set; None where the plate leaves them no room."""
        message, least = self._message, self._least_px
        source = SOURCE[language].format(source=message.source) if message.source else ""
        label = look_of(message).label[language] if wish.plated else ""
        room = room_on(*self._size, least, label, source)
        if room is None or min(room.words.width_px, room.words.height_px) < least:
            return None
        short = min(room.words.width_px, room.words.height_px)
        if room.on_left:
            return Setting(room, least, round(short * 0.5), 1.15, centred=False, anywhere=wish.anywhere)
        return Setting(room, least, round(short * 0.2), 1.4, centred=is_takeover(message), anywhere=wish.anywhere)


def _laid(setting: Setting, page: PageText) -> LaidPage:
    return LaidPage(setting.room, setting.placed(page))
