"""Every refusal that a person at a desk may meet is said in their language: none is left as hub or desk words it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from content.studio.passphrases import RULE
from displayctl.desktop.presenters.sentences import known_sentence

pytestmark = pytest.mark.usefixtures("indonesian")

ROOT = Path(__file__).parents[3]
MET_AT_DESKS = {
    "WrongWish",
    "NotNow",
    "NotPermitted",
    "TooManyTries",
    "StillInUse",
    "Lapsed",
    "TooLarge",
    "Refused",
    "NothingToSign",
    "DraftChanged",
    "NeedsApproval",
    "NotOneOfThem",
    "HubNotBelieved",
    "CalendarRefused",
    "PaperRefused",
    "EgressRefused",
    "WindowWallFailed",
    "DoesNotFit",
    "HubDidNotStart",
    "SecondFactorNeeded",
    "BackupError",
}
PLACES = ("displayctl/hub/*.py", "displayctl/hub/requests/*.py", "displayctl/desk/**/*.py", "content/studio/*.py")
FOR_PROGRAMS = {
    "displayctl/hub/device_tokens.py": "players alone ask for tokens",
    "displayctl/hub/signed_material.py": "desks sign for roles that there are",
}
"""What is refused there comes of a program that is wrong, not of a person."""
EXAMPLES = {
    "a_kind(medium.kind)": "a video",
    "a_kind(poster.kind)": "a video",
    "a_kind(kind)": "a picture",
    "link.kind.value": "slot",
    "RULE": RULE,
}
"""What stands for a value that is more than a number or a name."""
OF_WRONG_PROGRAMS = (
    "and with nothing else",
    "by nobody else",
    "send it along",
    "as it was sent",
    "sign that one",
    "no programme (",
    "without any document",
    "brings no documents",
    "needs a value",
    "keeps its id",
    "lists one person twice",
    "whom the policy does not know",
    "is no role there is",
    "needs one rule",
    "is listed twice",
    "Ed25519",
    "at most 16 MiB",
    "names no roles",
    "nobody called",
    "nobody who may sign as",
    "lists no wall",
    "names another key than",
    "at most 4 GiB",
)
"""Ends of sentences that a desk brings about only where it is broken, or robbed."""


@dataclass(frozen=True)
class Refusal:
    place: str
    sentence: str


def worded(node: ast.expr) -> str:
    """The sentence an expression makes, with an example for each value in it; empty for what is none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_part(part) for part in node.values)
    return ""


def _part(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.FormattedValue)
    return EXAMPLES.get(ast.unparse(node.value), "'x'" if node.conversion == ord("r") else "7")


def _is_met(raised: ast.Call) -> bool:
    return ast.unparse(raised.func).rpartition(".")[2] in MET_AT_DESKS


def refusals() -> Iterator[Refusal]:
    for file in sorted({path for place in PLACES for path in ROOT.glob(place)}):
        name = file.relative_to(ROOT).as_posix()
        if name in FOR_PROGRAMS:
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and _is_met(node.exc):
                sentences = [worded(argument) for argument in node.exc.args]
                yield from (Refusal(f"{name}:{node.lineno}", each) for each in sentences if " " in each)


def test_every_refusal_is_known() -> None:
    found = list(refusals())
    assert len(found) > 200, "the search for refusals finds too few of them"
    unknown = [each for each in found if known_sentence(each.sentence) is None]
    left = [each for each in unknown if not any(words in each.sentence for words in OF_WRONG_PROGRAMS)]
    assert left == []
    needless = [words for words in OF_WRONG_PROGRAMS if not any(words in each.sentence for each in unknown)]
    assert needless == [], "these are known by now, or are said no more"


@pytest.mark.parametrize(
    ("said", "here"),
    [
        (
            "the draft of utama is not what was shown any more; look at it again, then sign that",
            "Rancangan utama sudah berubah sejak Anda melihatnya; periksa lagi, lalu tanda tangani.",
        ),
        ("the name 'siti' is taken; choose another", "Nama “siti” sudah dipakai; pilih yang lain."),
        (
            "nothing fills the gap {layar}; there are jadwal",
            "Tidak ada isi untuk {layar}; hapus, atau pilih yang lain.",
        ),
        (
            "changing the playlist 'pagi' needs the role editor or administrator; ask an administrator",
            "Anda tidak berhak melakukan ini; mintalah kepada administrator.",
        ),
        (
            "outfit.accent: stands out from the ground by 1.1 : 1, and 3 : 1 is the least; make it lighter or darker",
            "Kontras aksen terhadap latar hanya 1,1 : 1; paling sedikit 3 : 1.",
        ),
    ],
)
def test_a_refusal_is_said_in_indonesian(said: str, here: str) -> None:
    assert known_sentence(said) == here
