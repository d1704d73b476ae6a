"""How an office looks on its walls: two colours and its logos, chosen once, and the words that its dictionary lacks."""

from __future__ import annotations

import base64
import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from content.studio.contrast import GRAPHIC_CONTRAST, contrast
from displayctl.api.message import BASE64, Message
from displayctl.api.plain_words import Line, check_distinct

MOST_LOGOS, LARGEST_LOGO_BYTES = 4, 128 << 10
MOST_WORDS, LONGEST_WORD = 2000, 40
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_WORD = re.compile(r"\A[^\W\d_]+(?:['’-][^\W\d_]+)*\Z")

Colour = Annotated[str, Field(pattern=r"^(?:#[0-9a-f]{6})?$")]
"""As ``#0b3d91``; empty: none of one's own."""


def _picture(text: str) -> str:
    data = base64.b64decode(text)
    if len(data) > LARGEST_LOGO_BYTES:
        raise ValueError(f"is larger than {LARGEST_LOGO_BYTES >> 10} KiB; give the logo fewer pixels")
    if not data.startswith(_PICTURES):
        raise ValueError("is neither a PNG nor a JPEG; save the logo anew")
    return text


class BrandLogo(Message):
    """A logo: `picture` is a PNG or JPEG file in base64, `name` what people call it, as that of the regency."""

    name: Annotated[Line, Field(min_length=1, max_length=60)]
    picture: Annotated[str, Field(max_length=LARGEST_LOGO_BYTES * 4 // 3 + 4, pattern=BASE64), AfterValidator(_picture)]

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return base64.b64decode(self.picture)


def _logos(found: tuple[BrandLogo, ...]) -> tuple[BrandLogo, ...]:
    check_distinct(each.name for each in found)
    return found


class Brand(Message):
    """`ground` is the colour behind words, `accent` that of labels and ornaments. The first logo is the office's."""

    ground: Colour = ""
    accent: Colour = ""
    logos: Annotated[tuple[BrandLogo, ...], Field(max_length=MOST_LOGOS), AfterValidator(_logos)] = ()

    @model_validator(mode="after")
    def _stands_out(self) -> Self:
        if self.ground and self.accent:
            ratio = contrast(self.ground, self.accent)
            if ratio < GRAPHIC_CONTRAST:
                raise ValueError(
                    f"the accent stands out from the ground by {ratio:.1f} : 1, and 3 : 1 is the least; "
                    "make one of them lighter or darker"
                )
        return self

    @property
    def logo(self) -> bytes:
        """The bytes of the office's own logo; empty without one."""
        return self.logos[0].data if self.logos else b""


def _word(text: str) -> str:
    if not _WORD.match(text):
        raise ValueError(f"{text!r:.60} is no single word of letters; give them one by one")
    return text


Word = Annotated[str, Field(min_length=1, max_length=LONGEST_WORD), AfterValidator(_word)]


def _words(found: tuple[str, ...]) -> tuple[str, ...]:
    check_distinct(found)
    return found


Words = Annotated[tuple[Word, ...], Field(max_length=MOST_WORDS), AfterValidator(_words)]
"""Words that are right here, though no dictionary has them: names of places, people and agencies."""
