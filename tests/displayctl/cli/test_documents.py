"""What the documents promise is what the programs have."""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path

from tests.fakes.office import Office

DOCS = Path(__file__).parents[3] / "docs"


def test_every_route_of_the_hub_stands_in_the_protocol(office: Office) -> None:
    with urllib.request.urlopen(f"{office.url}/openapi.json", timeout=10) as answer:  # noqa: S310 - our own hub
        paths = re.findall(r'"(/(?:api|player)/[^"]*)":', answer.read().decode())
    protocol = (
        (DOCS / "protocol.md")
        .read_text("utf-8")
        .replace("<parts>", "{displays,playlists,dayparts,holidays,slots,tickers}")
    )
    kinds = "{displays,playlists,dayparts,holidays,slots,tickers}"
    written = re.sub(r"\{(?!displays,)\w+\}", "{}", protocol)
    missing = []
    for path in paths:
        any_kind = re.sub(
            r"^/api/(displays|playlists|dayparts|holidays|slots|tickers)(?=(/\{id\})?$)", f"/api/{kinds}", path
        )
        wanted = re.sub(r"\{(?!displays,)\w+\}", "{}", any_kind)
        if not re.search(re.escape(wanted) + r"(?![/\w{-])", written):
            missing.append(path)
    assert len(paths) > 30
    assert missing == []


def test_links_between_documents_lead_somewhere() -> None:
    root = DOCS.parent
    for page in (*root.glob("*.md"), *DOCS.rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(root)} leads to {target}"
