"""Nothing that operators read is missing in a language, left half done, or written where no translation reaches it."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest

import displayctl.desktop
from displayctl.desktop.language import TRANSLATIONS

DESKTOP = Path(displayctl.desktop.__file__).parent
FILE = TRANSLATIONS / "displayctl_id.ts"
ENGLISH = frozenset(
    {
        *(
            "the",
            "this",
            "that",
            "these",
            "which",
            "cannot",
            "could",
            "should",
            "with",
            "from",
            "your",
            "their",
            "when",
        ),
        *("where", "what", "why", "because", "before", "after", "again", "already", "there", "here", "into", "without"),
        *("please", "nobody", "nothing", "everything"),
    }
)
"""Common words that no Indonesian sentence has, unless it quotes one."""

FIRST_WORDS = {
    "label": 0,
    "button": 0,
    "icon_button": 1,
    "field": 0,
    "QLabel": 0,
    "QPushButton": 0,
    "QCheckBox": 0,
    "QRadioButton": 0,
    "EmptyState": 1,
    "setText": 0,
    "setToolTip": 0,
    "setAccessibleName": 0,
    "setAccessibleDescription": 0,
    "setPlaceholderText": 0,
    "setWindowTitle": 0,
    "setStatusTip": 0,
    "addTab": 1,
    "addAction": 0,
    "setTitle": 0,
}
"""Calls that show words, and the place of the words among their arguments."""

NAMES = frozenset({"displayctl", "Bahasa Indonesia", "English", "Indonesia"})
EXAMPLES = frozenset(
    {
        "https://…",
        "BCDF-GHJK",
        "BCDF-GHJK-…",
        "Sekar Ayu",
        "sekar.ayu",
        "Pemerintah Kabupaten Banggai",
        " (Alt+",
        " fps · ",
    }
)
"""What to type as it is, keys, and units that both languages have."""

UNTRANSLATED = re.compile(r"[A-Za-z]{3,}")
MARKS = ("…", ":", "?", "!")


def messages() -> list[tuple[str, str, str, str]]:
    """Context, source, translation, and its state in the file, empty for one that is done."""
    root = ElementTree.parse(FILE).getroot()  # noqa: S314 - our own file
    return [
        (
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("translation") or "",
            (found.get("type") or "") if (found := message.find("translation")) is not None else "missing",
        )
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def test_no_translation_is_unfinished_or_of_a_text_that_is_gone() -> None:
    assert not [(context, source) for context, source, text, state in messages() if state or not text.strip()]


def test_no_message_is_there_twice() -> None:
    pairs = [(context, source) for context, source, _, _ in messages()]
    assert len(pairs) == len(set(pairs)), {pair for pair in pairs if pairs.count(pair) > 1}


def test_no_sentence_is_left_in_english() -> None:
    left = [
        source
        for _, source, text, _ in messages()
        if len(words_of(source)) >= 3 and (text == source or len(words_of(text) & ENGLISH) >= 2)
    ]
    assert not left


def words_of(text: str) -> frozenset[str]:
    """Its words, but for names of places to fill in."""
    return frozenset(re.findall(r"[a-z]+", re.sub(r"{\w+[^}]*}", " ", text).casefold()))


def test_places_to_fill_in_are_the_same_with_their_formats() -> None:
    for _, source, text, _ in messages():
        assert sorted(re.findall(r"{[^}]*}", source)) == sorted(re.findall(r"{[^}]*}", text)), source


def test_sentences_end_alike_and_begin_without_stray_spaces() -> None:
    """A button that opens a window has its three dots in both languages."""
    unlike = [
        (source, text)
        for _, source, text, _ in messages()
        if spaces(text) != spaces(source)
        or any(source.rstrip().endswith(mark) != text.rstrip().endswith(mark) for mark in MARKS)
    ]
    assert not unlike


def spaces(text: str) -> tuple[bool, bool]:
    """Whether it begins and ends with one, as what is put behind a number does."""
    return text[:1].isspace(), text[-1:].isspace()


@cache
def calls() -> tuple[tuple[str, ast.Call], ...]:
    """Every call in the desktop, with where it stands."""
    trees = ((file, ast.parse(file.read_text(encoding="utf-8"))) for file in sorted(DESKTOP.rglob("*.py")))
    return tuple(
        (f"{file.relative_to(DESKTOP)}:{node.lineno}", node)
        for file, tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    )


def test_no_words_are_shown_past_the_translation() -> None:
    past = [
        f"{where}: {text!r}"
        for where, call in calls()
        for text in shown_by(call)
        if text not in NAMES | EXAMPLES and UNTRANSLATED.search(text)
    ]
    assert not past


def shown_by(call: ast.Call) -> list[str]:
    """Words that stand in the call itself, and are shown by it as they are."""
    place = FIRST_WORDS.get(called(call))
    if place is None or len(call.args) <= place:
        return []
    given = call.args[place]
    parts = given.values if isinstance(given, ast.JoinedStr) else [given]
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_text_to_translate_stands_in_the_source_as_it_is() -> None:
    """What is put together before it is translated is found by no tool and translated by nobody."""
    put_together = [
        where
        for where, call in calls()
        if called(call) == "tr" and call.args and not isinstance(call.args[0], ast.Constant)
    ]
    assert not put_together


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('label("Save the file")', ["Save the file"]),
        ('label(self.tr("Save"))', []),
        ('made.setText(f"{count} files")', [" files"]),
        ('icon_button("close", "Close it", x)', ["Close it"]),
        ('print("Save")', []),
    ],
)
def test_the_search_for_words_finds_them(words: str, found: list[str]) -> None:
    call = ast.parse(words).body[0]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    assert shown_by(call.value) == found
