"""The office's brand and words at the hub: checked, kept, and told in the trail without its pictures."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image
from pydantic import ValidationError

from displayctl.api.brand import LARGEST_LOGO_BYTES, MOST_LOGOS, Brand, BrandLogo
from displayctl.api.office import OfficeSettings, SettingsInfo
from tests.fakes.hub_in_thread import hub_in_thread


def logo(name: str = "Kabupaten") -> BrandLogo:
    made = io.BytesIO()
    Image.new("RGBA", (60, 80), (255, 0, 0, 128)).save(made, "PNG")
    return BrandLogo(name=name, picture=base64.b64encode(made.getvalue()).decode())


def test_the_brand_is_kept_and_the_trail_holds_no_pictures(tmp_path: Path) -> None:
    with hub_in_thread(tmp_path / "office") as running:
        client = running.client
        settings = client.settings()
        assert settings.office.brand == Brand()
        brand = Brand(ground="#0b3d91", accent="#ffd166", logos=(logo(),))
        office = settings.office.model_copy(update={"brand": brand, "words": ("Simpong", "Banggai")})
        stored = client.put_settings(settings.model_copy(update={"office": office}))
        assert (stored.office.brand, stored.office.words) == (brand, ("Simpong", "Banggai"))
        assert client.settings().office.brand.logo == logo().data
        entry = client.accounts.audit(action="settings.put").entries[0].model_dump_json()
        assert "sha256" in entry
        assert logo().picture[:60] not in entry


@pytest.mark.parametrize(
    "change",
    [
        {"ground": "#12376f", "accent": "#1b4a8f"},
        {"ground": "blue"},
        {"logos": [{"name": "a", "picture": "AAAA"}]},
        {"logos": [{"name": "", "picture": logo().picture}]},
        {"logos": [logo().model_dump()] * 2},
        {"logos": [logo(f"{n}").model_dump() for n in range(MOST_LOGOS + 1)]},
        {"logos": [{"name": "a", "picture": base64.b64encode(b"\xff\xd8\xff" + bytes(LARGEST_LOGO_BYTES)).decode()}]},
    ],
)
def test_a_brand_is_bounded(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Brand.model_validate(change)


@pytest.mark.parametrize("words", [("dua kata",), ("angka1",), ("",), ("a" * 41,), ("sama", "sama"), ("a",) * 2001])
def test_the_offices_words_are_single_words(words: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError):
        OfficeSettings(words=words)


def test_settings_of_before_are_read() -> None:
    assert SettingsInfo.model_validate({"version": 3, "office": {"name": "Diskominfo"}}).office.brand == Brand()
