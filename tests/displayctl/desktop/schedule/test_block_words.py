"""What stands on a block of the week, in as little room as there is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from displayctl.desktop.look import letters
from displayctl.desktop.look.palette import TEXT_SMALL
from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.widgets.week_paint_words import hours_in, lines_of

TITLE = "Layanan publik harian"


def px(words: str, weight: QFont.Weight = letters.PLAIN) -> float:
    return letters.width(words, TEXT_SMALL, weight)


def lines(width: float, corner: float, most: int, note: str = "06.30–22.00") -> list[str]:
    return [words for words, _ in lines_of(BlockFace(TITLE, note, QColor("#123456")), width, corner, most)]


def test_hours_lose_their_minutes_then_their_end_and_are_never_cut_within(application: QApplication) -> None:
    said = "06.00–22.00"
    assert hours_in(said, px(said)) == said
    assert hours_in(said, px(said) - 1) == "06–22"
    assert hours_in("06.30–22.15", px("06.30–22.15") - 1) == "06.30"
    assert hours_in("06:00–22:00", px("06")) == "06"
    assert hours_in(said, px("0")) == ""


def test_a_title_goes_on_below_and_a_mark_in_the_corner_cuts_no_word(application: QApplication) -> None:
    wide = px(TITLE, letters.BOLD)
    assert lines(wide, 0, 4) == [TITLE, "06.30–22.00"]
    assert lines(px("Layanan publik", letters.BOLD) + 1, 0, 4) == ["Layanan publik", "harian", "06.30–22.00"]
    narrow = px("Layanan", letters.BOLD) + 1
    assert lines(narrow, 0, 5)[:3] == ["Layanan", "publik", "harian"]
    assert lines(narrow, 16, 6)[:4] == ["", "Layanan", "publik", "harian"]


def test_on_two_lines_a_title_that_a_mark_would_cut_stands_below_it_in_place_of_the_hours(
    application: QApplication,
) -> None:
    first, second = lines(px("Layanan publik", letters.BOLD), 100, 2)
    assert first == ""
    assert second.startswith("Layanan")


def test_a_first_word_that_goes_in_is_not_cut_for_the_sake_of_dots(application: QApplication) -> None:
    assert lines(px("Layanan", letters.BOLD) + 1, 0, 2)[0] == "Layanan"


def test_in_a_very_narrow_column_letters_stand_instead_of_dots(application: QApplication) -> None:
    narrow = px("La", letters.BOLD) + 1
    written = lines(narrow, 0, 5, note="")[:3]
    assert all(words and whole.startswith(words) for words, whole in zip(written, TITLE.split(), strict=True))


@pytest.mark.parametrize("most", range(1, 7))
@pytest.mark.parametrize("width", [14, 30, 55, 90, 200])
def test_nothing_is_wider_or_higher_than_its_room(application: QApplication, most: int, width: int) -> None:
    for corner in (0, 16):
        written = lines_of(BlockFace(TITLE, "06.30–22.00", QColor("#123456")), width, corner, most)
        assert len(written) <= most
        assert all(px(words, weight) <= width + 0.5 for words, weight in written)
