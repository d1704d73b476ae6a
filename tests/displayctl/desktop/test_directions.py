"""Names that are written from right to left, and marks that turn what is behind them, in sentences of the desk."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from displayctl.desktop.look.directions import FIRST, LAST, steady
from displayctl.desktop.widgets.pieces import label

pytestmark = pytest.mark.usefixtures("application")

HALL = "قاعة المدينة"
TURNED = "Rapat\u202e dinas"


@pytest.mark.parametrize("name", [HALL, TURNED])
@pytest.mark.parametrize(
    "words", ["{} · 08.00–09.00 · 640 × 384", "{}: 3 dari 4", "Tidak ada pemutar di {}, 3 lainnya"]
)
def test_figures_behind_a_name_stand_in_their_order(words: str, name: str) -> None:
    said = steady(words.format(name))
    places = [_left(said, at) for at in range(said.index(LAST) if LAST in said else 5, len(said)) if said[at].isalnum()]
    assert places == sorted(places)


def test_a_name_between_quotes_is_turned_as_one() -> None:
    assert steady(f"“{HALL} 12” 08.00") == f"“{FIRST}{HALL} 12{LAST}” 08.00"
    assert steady(f"{HALL} 12") == f"{FIRST}{HALL} 12{LAST}"


def test_other_words_are_left_as_they_are() -> None:
    assert steady("Rapat 👩‍🏫 · 08.00") == "Rapat 👩‍🏫 · 08.00"


@pytest.mark.parametrize("wrap", [False, True])
def test_labels_begin_at_the_left_and_tell_their_words_as_they_were_given(wrap: bool, qtbot: QtBot) -> None:
    said = f"{HALL} · 08.00–09.00"
    made = label(said, wrap=wrap)
    qtbot.addWidget(made)
    assert made.text() == said
    assert QLabel.text(made) == steady(said)


def _left(words: str, at: int) -> float:
    """Where a letter is drawn."""
    layout = QTextLayout(words)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    return float(line.cursorToX(at)[0])  # type: ignore[index]
