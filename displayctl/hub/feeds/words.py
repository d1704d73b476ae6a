"""Words from strangers as a person may see them: without control characters, tricks of direction, or end."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from displayctl.hub.feeds.warning import LONGEST_ADDRESS, LONGEST_HEADLINE, LONGEST_WORDS, WarningKind

_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\s*\n\s*")
_NOT = r"(?:tidak|tdk|tak|tanpa|bukan|nihil|no|not|non)"
_DENIED_TSUNAMI = re.compile(rf"\b{_NOT}\b(?:\W+\w+){{0,4}}?\W+tsunami\b", re.IGNORECASE)
"""As in "Tidak berpotensi tsunami", "tidak menimbulkan tsunami", "No tsunami threat"."""
_KINDS = (
    (WarningKind.TSUNAMI, re.compile(r"\btsunami", re.IGNORECASE)),
    (WarningKind.QUAKE, re.compile(r"\bgempa|\bearth\s?quake|\bseismic", re.IGNORECASE)),
    (WarningKind.FLOOD, re.compile(r"\bbanjir|\bflood|\brob\b", re.IGNORECASE)),
    (WarningKind.THUNDERSTORM, re.compile(r"\bpetir|\bkilat|\bguntur|thunder|\blightning", re.IGNORECASE)),
    (WarningKind.RAIN, re.compile(r"\bhujan|\brain", re.IGNORECASE)),
)


def clean(text: str | None, most: int = LONGEST_WORDS) -> str:
    """`text` on lines of its own making, without anything invisible, cut to `most` characters with an ellipsis."""
    if not text:
        return ""
    shown = "".join(letter for letter in text[: most * 4] if letter in "\n\t" or _is_visible(letter))
    tidy = _EMPTY_LINES.sub("\n", _BLANKS.sub(" ", shown)).strip()
    return tidy if len(tidy) <= most else f"{tidy[: most - 1].rstrip()}…"


def one_line(text: str | None, most: int = LONGEST_HEADLINE) -> str:
    """`text` on one line, as `clean`."""
    return clean(" ".join((text or "")[: most * 8].split()), most)


def web_address(text: str | None) -> str:
    """`text` where it is an http or https address of modest length; else nothing."""
    address = (text or "").strip()
    if not address.isascii() or not address.isprintable() or " " in address or len(address) > LONGEST_ADDRESS:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else ""


def kind_of(*words: str) -> WarningKind:
    """What the first of `words` that speaks of anything known warns of; a tsunami that is denied is none."""
    for text in words:
        spoken = _DENIED_TSUNAMI.sub(" ", text)
        for kind, pattern in _KINDS:
            if pattern.search(spoken):
                return kind
    return WarningKind.OTHER


def denies_tsunami(text: str) -> bool:
    """Whether `text` says that there is no danger of one."""
    return _DENIED_TSUNAMI.search(text) is not None


def _is_visible(letter: str) -> bool:
    """Letters, signs and blanks; not controls, nor what turns the direction of what follows, nor private ones."""
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn") or letter == "\u200d"
