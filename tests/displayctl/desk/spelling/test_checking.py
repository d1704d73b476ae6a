"""Words of a text, and what a spelling program of this computer says of them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from displayctl.desk.spelling import checker as checking
from displayctl.desk.spelling.checker import Checker, NoDictionary, SpellingProgram, Verdict, find_program
from displayctl.desk.spelling.words import words_in

SPEAKER = Path(__file__).parents[3] / "fakes" / "ispell_speaker.py"


def program(mode: str, *words: str) -> SpellingProgram:
    return SpellingProgram("fake", (sys.executable, "-S", str(SPEAKER), mode, *words))


@pytest.fixture(scope="module")
def well() -> Iterator[Checker]:
    made = Checker(program("well", "posyandu", "balita", "warga"))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Posyandu balita, Rabu 08.00–11.00 WITA.", ["Posyandu", "balita", "Rabu"]),
        ("Anak-anak dan ma'af", ["Anak-anak", "dan", "ma'af"]),
        ("lihat https://banggaikab.go.id atau @dinkes #sehat", ["lihat", "atau"]),
        ("RT03 4x4 covid19", []),
        ("BPBD DISDUKCAPIL", ["DISDUKCAPIL"]),
        ("مرحبا Luwuk 🎉", ["Luwuk"]),
        ("a" * 41, []),
    ],
)
def test_only_what_a_dictionary_could_know_is_a_word(text: str, words: list[str]) -> None:
    found = list(words_in(text))
    assert [each.word for each in found] == words
    assert all(text[each.at :].startswith(each.word) for each in found)


def test_known_words_are_right_and_others_come_with_what_they_could_be(well: Checker) -> None:
    assert well.check(("Posyandu", "posiandu", "zebra", "balita-warga", "balita-wargo")) == {
        "Posyandu": Verdict(known=True),
        "posiandu": Verdict(known=False, suggestions=("posyandu",)),
        "zebra": Verdict(known=False),
        "balita-warga": Verdict(known=True),
        "balita-wargo": Verdict(known=False, suggestions=("warga",)),
    }


def test_what_is_no_word_is_never_sent(well: Checker) -> None:
    assert well.check(("warga\n!", "x" * 41, "*perintah")) == {
        "warga\n!": Verdict(known=True),
        "x" * 41: Verdict(known=True),
        "*perintah": Verdict(known=True),
    }


@pytest.mark.parametrize("mode", ["mute", "rude", "gone", "flood"])
def test_a_program_that_misbehaves_is_given_up_and_leaves_no_child(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_ANSWER_SECONDS", 0.1)
    made = Checker(program(mode))
    with pytest.raises(NoDictionary, match="fake does not answer"):
        made.check([f"kata{letter}" for letter in "abcdefgh"])
    assert made._process is None


def test_a_computer_without_a_dictionary_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoDictionary, match="apt install hunspell hunspell-id"):
        find_program()


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not on this computer")
def test_the_real_dictionary_knows_indonesian() -> None:
    try:
        made = Checker(find_program())
    except NoDictionary as error:
        pytest.skip(str(error))
    try:
        verdicts = made.check(("pengumuman", "pelayanan", "pengumunan"))
    finally:
        made.close()
    assert verdicts["pengumuman"].known
    assert not verdicts["pengumunan"].known
    assert "pengumuman" in verdicts["pengumunan"].suggestions
