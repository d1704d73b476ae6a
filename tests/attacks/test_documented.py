"""docs/security.md claims nothing that no test attacks, and leaves no attack of this folder out."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_TEST = re.compile(r"^def (test_\w+)", re.MULTILINE)


def names_below(folder: Path) -> set[str]:
    files = set(folder.rglob("test_*.py")) - {Path(__file__)}
    return {name for path in files for name in _TEST.findall(path.read_text())}


def test_every_attack_stands_in_the_document_and_every_name_there_is_one() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "security.md").read_text()))
    assert named - names_below(ROOT / "tests") == set()
    assert names_below(ROOT / "tests" / "attacks") - named == set()
