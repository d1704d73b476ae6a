"""Numbers are written as the operator's language writes them: in Indonesian with a comma, wherever they come from."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import displayctl.desktop
from content.studio.containers import _cut_off
from displayctl.desktop.library.cut_window import _at_words
from displayctl.desktop.presenters.audit_differences import _number
from displayctl.desktop.presenters.fault_words import say_fault
from displayctl.desktop.presenters.sentences import say_sentence

DESKTOP = Path(displayctl.desktop.__file__).parent
NOT_READ_BY_PEOPLE = frozenset({"look/appearance.py", "widgets/picture_paint.py"})
TYPED_AS_ON_MAPS = frozenset({"widgets/wall_place.py"})
OF_A_NUMBER = re.compile(r"[+-]?\d*(,|,?(\.\d+)?[efg%])")

pytestmark = pytest.mark.usefixtures("indonesian")


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("the accent stands out from the ground by 1.1 : 1, and 3 : 1 is the least; make it lighter or darker", "1,1"),
        ("film.mp4 cannot be shown at 12.5 s; prepare it anew", "12,5"),
        ("film.mp4 lasts 1200.0 s, and is cut to begin after 1213.5 s; cut it anew", "1.213,5"),
        (_cut_off("film.mp4", 3_400_000_000, 1_200_000), "3,4 GB"),
        ("Tugu: its videos (640x384@30) are decoded 1.2 times as fast as needed; 1.5 is the least: use less", "1,2"),
    ],
)
def test_sentences_of_hub_and_studio_have_their_decimals_with_a_comma(sentence: str, number: str) -> None:
    said = say_sentence(sentence)
    assert number in said
    assert not re.search(r"\d\.\d(?!\d\d)", said)


def test_what_players_windows_and_the_trail_say_has_them_too() -> None:
    fault = say_fault("late (m): this libVLC shows frames 12.5 ms after their time, not 33.3; see", str)
    assert "12,5 md, bukan 33,3 md" in fault
    assert _at_words(62_480) == "1:02,480"
    assert _number("latitude_microdegrees", -951_600) == "-0,951600°"


def test_no_number_is_written_past_the_operators_language() -> None:
    found = {
        f"{file.relative_to(DESKTOP)}:{node.lineno}"
        for file in sorted(DESKTOP.rglob("*.py"))
        if str(file.relative_to(DESKTOP)) not in NOT_READ_BY_PEOPLE | TYPED_AS_ON_MAPS
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None
        if OF_A_NUMBER.fullmatch(ast.unparse(node.format_spec).strip("f'\""))
    }
    assert not found
