"""Names of files and paths in addresses, as attackers write them, through real routes: nothing outside of the store."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx2
import pytest
from PIL import Image

from displayctl.api.models import MediumState
from tests.displayctl.hub.ground import eventually
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

NAMES = [
    "../../../../etc/passwd",
    "..\\..\\windows\\system32\\config",
    "/etc/cron.d/evil",
    "C:\\Users\\x.png",
    "\\\\server\\share\\x.png",
    "....//....//x.png",
    "..%2f..%2fx.png",
    "%2e%2e%2fx.png",
    ".",
    "..",
    "...",
    "~/.ssh/authorized_keys",
    "$(touch pwned).png",
    "`id`.png",
    "x.png; rm -rf ~",
    "-rf",
    "--help",
    "x\x00.png",
    "x\n.png",
    "x\r\nSet-Cookie: a=b",
    "CON",
    "NUL.png",
    "x.png:stream",
    "<script>alert(1)</script>.png",
    "'; DROP TABLE media; --.png",
    "=cmd|' /C calc'!A0.png",
    "file:///etc/passwd",
    "http://169.254.169.254/x.png",
    "\u202egnp.exe",
    "ﬀ．．／x.png",
    "💥" * 60,
    "é" * 127,
    "a" * 255,
    " ",
    "\t",
    "x" * 200 + "/" + "y" * 50,
    "poster.png/../../desk.token",
    "subdir/poster.png",
    ".hidden",
    "x.svg",
    "x.html",
]
PATHS = [
    "/api/assets/{}",
    "/api/media/{}",
    "/api/media/{}/thumbnail",
    "/api/media/{}/poster",
    "/api/jobs/{}",
    "/api/displays/{}",
    "/api/programmes/{}",
    "/api/signing/{}",
    "/player/assets/{}",
]
TRAVERSALS = [
    "../../desk.token",
    "..%2f..%2fdesk.token",
    "..%252f..%252fdesk.token",
    "%2e%2e/%2e%2e/desk.token",
    "....//desk.token",
    "..\\..\\desk.token",
    "..%5c..%5cdesk.token",
    "%c0%ae%c0%ae/desk.token",
    "%00desk.token",
    "desk.token%00.png",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "//etc/passwd",
    "a" * 64 + "/../../../desk.token",
    "." * 300,
    "%ff%fe",
    "C:%5cdesk.token",
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningHub, Path]]:
    """A hub, and the folder around its installation in which nothing else may come to be."""
    around = tmp_path_factory.mktemp("around")
    (around / "secret.txt").write_text("rahasia negara")
    with hub_in_thread(around / "installation") as hub:
        yield hub, around


@pytest.fixture(scope="module")
def desk(office: tuple[RunningHub, Path]) -> Iterator[httpx2.Client]:
    headers = {"Authorization": f"Bearer {office[0].client.transport.token}"}
    with httpx2.Client(base_url=office[0].url, headers=headers, trust_env=False, timeout=30) as client:
        yield client


def png(shade: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (16, 16), shade).save(out, "PNG")
    return out.getvalue()


def outside(around: Path) -> set[Path]:
    """Files beside the hub's store, its workshop and its database."""
    folder = around / "installation" / "hub"
    kept = (folder / "media", folder / "workshop")
    return {
        path
        for path in around.rglob("*")
        if path.is_file()
        and not any(path.is_relative_to(each) for each in kept)
        and not path.name.startswith("hub.sqlite")
    }


def test_no_name_of_an_upload_becomes_a_path(office: tuple[RunningHub, Path], desk: httpx2.Client) -> None:
    hub, around = office
    before = outside(around)
    wanted: dict[str, str] = {}
    for shade, name in enumerate(NAMES):
        data = png(shade)
        answer = desk.post(f"/api/media?name={quote(name, safe='')}", content=data)
        assert answer.status_code in (202, 422), (name, answer.text)
        if answer.status_code == 202:
            wanted[answer.json()["medium_id"]] = hashlib.sha256(data).hexdigest()
    assert len(wanted) > len(NAMES) // 2
    eventually(lambda: all(hub.client.medium(name).state is not MediumState.PROCESSING for name in wanted), seconds=60)
    after = {path for path in outside(around) if path.name not in ("audit.head", "ballast")}
    assert after <= before
    stored = {path.name for path in (around / "installation" / "hub" / "media").rglob("*") if path.is_file()}
    assert set(wanted.values()) <= stored
    assert all(len(name) == 64 and set(name) <= set("0123456789abcdef") for name in stored)
    for medium_id in wanted:
        medium = hub.client.medium(medium_id)
        assert not set("/\\") & set(medium.source_name)
        assert medium.source_name.isprintable()
        assert medium.title.isprintable()
        assert hub.client.delete_medium(medium_id, medium.version) is None


@pytest.mark.parametrize("path", PATHS)
def test_no_path_in_an_address_leads_out_of_the_store(
    office: tuple[RunningHub, Path], desk: httpx2.Client, path: str
) -> None:
    secrets = (office[0].client.transport.token, "rahasia negara", "root:")
    for traversal in TRAVERSALS:
        answer = desk.get(path.format(traversal))
        assert 400 <= answer.status_code < 500, (path, traversal, answer.status_code)
        assert not any(secret in answer.text for secret in secrets)
