"""Words as they are typed or pasted, of letters that are seen: none that turns the direction, breaks lines or hides."""

from __future__ import annotations

import re

_JOINERS = "\u200c\u200d"
"""What joins letters and emoji into one is invisible by itself, and kept."""
_FLAGS = "\U000e0020-\U000e007f"
_BLANK = re.compile("[\t-\r\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0]")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e0fff]"
)
_NOTHING = re.compile(rf"[ \n{_JOINERS}\ufe00-\ufe0f{_FLAGS}]*")


def visible(words: str, *, lines: bool) -> str:
    """`words` letter by letter; line ends stay where there may be `lines`, and are spaces elsewhere. A mark that only
    joins letters says nothing without one.
    """
    if lines:
        even = re.sub("\r\n|[\r\u2028\u2029]", "\n", words)
        plain = "\n".join(map(_line, even.split("\n")))
    else:
        plain = _line(words.replace("\r\n", "\n"))
    return re.sub("[^ \n]", "", plain) if _NOTHING.fullmatch(plain) else plain


def _line(words: str) -> str:
    return _UNSEEN.sub("", _BLANK.sub(" ", words))
