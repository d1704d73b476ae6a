"""Site checklists: a wall is commissioned only when everything that signing cannot guard was looked at."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from displayctl.api.errors import HubError, NotFound
from displayctl.api.models import PartKind
from displayctl.api.site import SiteCheckChange
from displayctl.api.site_items import SiteAnswer, SiteItem
from tests.displayctl.hub.ground import add_wall
from tests.fakes.hub_in_thread import RunningHub


def photo(width: int = 2400, height: int = 1800) -> str:
    data = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at a secret place"
    Image.new("RGB", (width, height), "teal").save(data, "JPEG", exif=exif)
    return base64.b64encode(data.getvalue()).decode()


def test_a_wall_is_commissioned_once_the_last_item_is_done(hub: RunningHub) -> None:
    add_wall(hub.client, "lengkap")
    sites = hub.client.sites
    assert {check.missing for check in sites.checklist("lengkap").checks} == {"answer"}
    *most, last = SiteItem
    absent = SiteCheckChange(answer=SiteAnswer.ABSENT, note="tidak ada di sini")
    for item in most:
        assert sites.check("lengkap", item, absent).commissioned_at is None
    assert lacks(hub, "lengkap", SiteCheckChange(answer=SiteAnswer.NO), last) == "guard"
    assert lacks(hub, "lengkap", SiteCheckChange(answer=SiteAnswer.ABSENT), last) == "note"
    assert lacks(hub, "lengkap", SiteCheckChange(answer=SiteAnswer.YES), last) == "photo"
    assert sites.checklist("lengkap").commissioned_at is None
    assert lacks(hub, "lengkap", SiteCheckChange(answer=SiteAnswer.YES, photo=photo()), last) == ""
    whole = next(each for each in sites.checklists() if each.display_id == "lengkap")
    assert whole.commissioned_at is not None
    assert whole.done == len(SiteItem)
    assert lacks(hub, "lengkap", SiteCheckChange(answer=SiteAnswer.NO), last) == "guard"
    assert sites.checklist("lengkap").commissioned_at is None, "what is open again is not commissioned"


def test_a_photo_is_made_anew_smaller_and_without_what_else_its_file_told(hub: RunningHub) -> None:
    add_wall(hub.client, "foto")
    with pytest.raises(NotFound):
        hub.client.sites.photo("foto", SiteItem.USB_PORTS)
    hub.client.sites.check("foto", SiteItem.USB_PORTS, SiteCheckChange(answer=SiteAnswer.YES, photo=photo()))
    kept = hub.client.sites.photo("foto", SiteItem.USB_PORTS)
    assert b"secret" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.format == "JPEG"
        assert max(picture.size) <= 1280


def test_what_is_no_picture_is_refused_and_changes_nothing(hub: RunningHub) -> None:
    add_wall(hub.client, "bukan-gambar")
    for data in (b"MZ\x90\x00 a program", b"\xff\xd8\xff\xe0 a broken picture", b"<html>"):
        change = SiteCheckChange(answer=SiteAnswer.YES, photo=base64.b64encode(data).decode())
        with pytest.raises(HubError):
            hub.client.sites.check("bukan-gambar", SiteItem.INFRARED, change)
    assert nothing_kept(hub, "bukan-gambar")


def test_a_checklist_goes_with_its_wall(hub: RunningHub) -> None:
    part = add_wall(hub.client, "hilang")
    hub.client.sites.check("hilang", SiteItem.USB_PORTS, SiteCheckChange(answer=SiteAnswer.NO))
    stored = hub.client.part(PartKind.DISPLAY, part.id)
    hub.client.delete_part(PartKind.DISPLAY, part.id, stored.version)
    with pytest.raises(NotFound):
        hub.client.sites.checklist("hilang")
    add_wall(hub.client, "hilang")
    assert {check.missing for check in hub.client.sites.checklist("hilang").checks} == {"answer"}


def test_every_answer_is_in_the_audit_trail(hub: RunningHub) -> None:
    add_wall(hub.client, "jejak")
    hub.client.sites.check("jejak", SiteItem.CABINET_LOCK, SiteCheckChange(answer=SiteAnswer.NO, note="gembok rusak"))
    entries = hub.client.accounts.audit().entries
    assert any(entry.action == "site.check" and "gembok rusak" in str(entry.after) for entry in entries)


def test_the_command_line_asks_the_same_list(
    hub: RunningHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from displayctl.cli.application import app

    add_wall(hub.client, "perintah")
    file = tmp_path / "usb.jpg"
    file.write_bytes(base64.b64decode(photo(640, 480)))
    common = ["--data", str(hub.installation.data), "--hub", hub.url]
    app([*common, "wall", "check", "perintah", "usb-ports", "yes", "--photo", str(file)], standalone_mode=False)
    app([*common, "wall", "checklist", "perintah"], standalone_mode=False)
    said = capsys.readouterr().out
    assert "guarded" in said
    assert "not commissioned: 10 of 11" in said


def lacks(hub: RunningHub, wall: str, change: SiteCheckChange, item: SiteItem) -> str:
    found = hub.client.sites.check(wall, item, change)
    return next(check.missing for check in found.checks if check.item is item)


def nothing_kept(hub: RunningHub, wall: str) -> bool:
    return all(check.answer is None for check in hub.client.sites.checklist(wall).checks)
