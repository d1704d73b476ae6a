"""What can be wrong with content, by whose fault it is.

ContentError
├── UnusableMedia     the file a person gave us cannot be used; the message tells them why
├── DoesNotFit        an announcement is too long for a canvas; says by how much
├── UnusablePlaces    a file of places (kecamatan) that an office gave cannot be used; says what is wrong in it
├── FontsMissing      this machine cannot draw a text; says which packages to install
├── ContentMissing    bytes we were promised are not (or no longer) there
├── StorageFull       the disk is full; nothing was changed
├── Damaged           bytes on disk or from the network are not what their digest says
├── Refused           signed material that trust rules refuse; the reason says which rule
└── Cancelled         a person stopped the work
"""

from __future__ import annotations


class ContentError(Exception):
    """Root of the family. `str(error)` is a sentence a person can act on."""


class UnusableMedia(ContentError):
    """The given file cannot become something a wall shows."""


class DoesNotFit(ContentError):
    """Text is too long for a canvas at the smallest readable size.

    Attributes: `excess_characters` how many characters to take away, at least 1; `overflow` the words that find no
    place, as far as they are known; `part` what is too large: `WORDS`, the `FOOTER`, the QR `CODE`, or the `PICTURES`
    that leave no room.
    """

    WORDS, FOOTER, CODE, PICTURES = "words", "footer", "code", "pictures"

    def __init__(self, message: str, excess_characters: int, *, overflow: str = "", part: str = WORDS) -> None:
        super().__init__(message)
        self.excess_characters = excess_characters
        self.overflow = overflow
        self.part = part


class UnusablePlaces(ContentError):
    """A file of places cannot be used."""


class FontsMissing(ContentError):
    """The machine lacks a font that a text needs; the message names the packages that bring it."""


class ContentMissing(ContentError):
    """An asset or file that was promised is not there."""


class StorageFull(ContentError):
    """No room is left on the device; what was there before is untouched."""


class Damaged(ContentError):
    """Bytes are not what their digest promises."""


class Refused(ContentError):
    """Signed material was refused. `rule` is a short stable word for reports."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


class Cancelled(ContentError):
    """The work was stopped on request."""
