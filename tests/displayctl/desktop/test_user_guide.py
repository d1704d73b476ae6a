"""The guide in Indonesian names buttons as they read, its links lead somewhere, and its pictures stay small."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from displayctl.desktop import translations
from displayctl.desktop.care.guide_pages import anchor_of
from scripts.demonstration.album import shown_pictures
from scripts.demonstration.budgets import read_budgets
from scripts.demonstration.guide_album import MOST_ALTOGETHER_BYTES, MOST_BYTES, STEPS, WALKS, WINDOWS
from scripts.demonstration.guide_album import PAGES as PAGES_TAKEN

ROOT = Path(__file__).resolve().parents[3]
GUIDE = ROOT / "docs" / "panduan"
PAGES = sorted(GUIDE.glob("*.md"))
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]*))?\)")
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|[A-Z0-9,]|Enter|Tab|Home|Ctrl|Alt|Shift|Delete|Esc)")
LEAST_LETTERS = 6
"""Of a text with gaps, so that it does not fit everything."""


@pytest.fixture(scope="module")
def texts() -> tuple[set[str], list[re.Pattern[str]]]:
    """What buttons read, and those with gaps as patterns."""
    source = (Path(translations.__path__[0]) / "displayctl_id.ts").read_text(encoding="utf-8")
    found = re.findall(r"<translation>(.*?)</translation>", source, re.DOTALL)
    read = {" ".join(html.unescape(text).replace("&", "").split()) for text in found}
    gaps = [text for text in read if "{" in text and len(re.sub(r"{.*?}", "", text)) >= LEAST_LETTERS]
    patterns = [re.compile(".+".join(map(re.escape, re.split(r"{.*?}", text)))) for text in gaps]
    return read, patterns


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_buttons_are_named_as_they_read(page: Path, texts: tuple[set[str], list[re.Pattern[str]]]) -> None:
    read, patterns = texts
    named = BOLD.findall(page.read_text(encoding="utf-8"))
    unknown = [
        term
        for term in named
        if term not in read and not KEYS.fullmatch(term) and not any(pattern.fullmatch(term) for pattern in patterns)
    ]
    assert unknown == []


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target, heading in LINK.findall(page.read_text(encoding="utf-8")):
            file = page.parent / target if target else page
            assert file.is_file(), f"{page.name}: {target}"
            if heading:
                titles = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
                assert heading in {anchor_of(title) for title in titles}, f"{page.name}: {target}#{heading}"


def test_pictures_are_small_and_every_one_is_used() -> None:
    pictures = sorted((GUIDE / "gambar").glob("*.png"))
    words = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [each.name for each in pictures if f"gambar/{each.name})" not in words] == []
    sizes = [each.stat().st_size for each in pictures]
    assert max(sizes) <= MOST_BYTES
    assert sum(sizes) <= MOST_ALTOGETHER_BYTES


def test_the_script_that_renews_the_pictures_takes_each_of_them() -> None:
    taken = {f"halaman-{name}" for name in PAGES_TAKEN} | {f"jendela-{name}" for name in WINDOWS} | {*STEPS, *WALKS}
    assert {each.stem for each in (GUIDE / "gambar").glob("*.png")} == taken


def test_the_manual_has_the_pictures_that_it_shows_and_no_others() -> None:
    assert {each.name for each in (ROOT / "docs" / "screenshots").glob("*.png")} == shown_pictures()


def test_every_task_has_its_number() -> None:
    assert len(read_budgets()) == 5
