"""Templates of announcements: ours are whole, an office's are checked, stored under their own id, and never escape."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from content.errors import ContentMissing, UnusableMedia
from content.studio.announcement import Template
from content.studio.stencils.folder import MOST_FILES, import_stencil, load_stencils, remove_stencil
from content.studio.stencils.reading import LARGEST_FILE
from content.studio.typeset import typeset
from schedules.errors import InvalidValue

GOOD = """
id = "sekolah"
template = "pengumuman"
brand = "none"
name = { id = "Info sekolah", en = "School news" }
background = "halaman.png"

[outfit]
ground = "#0b3d2e"
accent = "#ffd166"
label = "SEKOLAH"
pictogram = "people"
ornament = "kawung"

[[fields]]
name = "kelas"
label = { id = "Kelas" }
pictogram = "people"
"""


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A template file of an office, with its picture beside it."""
    folder = tmp_path / "given"
    folder.mkdir()
    Image.new("RGB", (2400, 1200), "#336699").save(folder / "halaman.png")
    (folder / "sekolah baru.toml").write_text(GOOD, encoding="utf-8")
    return folder / "sekolah baru.toml"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return tmp_path / "office"


def test_ours_are_one_for_each_kind_and_have_fields_in_both_languages() -> None:
    stencils = load_stencils()
    assert [each.template for each in stencils.all] == [
        Template.PENGUMUMAN,
        Template.DUKA_CITA,
        Template.HARI_BESAR,
        Template.LAYANAN_PUBLIK,
        Template.LOWONGAN,
        Template.IMBAUAN,
    ]
    assert stencils.complaints == ()
    for stencil in stencils.all:
        assert set(stencil.name) == {"id", "en"}
        assert all(set(field.label) == {"id", "en"} for field in stencil.fields)


@pytest.mark.parametrize("stencil", load_stencils().all, ids=lambda each: each.id)
@pytest.mark.parametrize(("width", "height"), [(640, 384), (320, 160), (384, 768), (1920, 1080)])
def test_the_sample_of_each_of_ours_fits_on_walls_of_every_shape(stencil, width: int, height: int) -> None:  # type: ignore[no-untyped-def]
    image = typeset(stencil.sample(), width, height)
    assert (image.width(), image.height()) == (width, height)


def test_facts_stand_in_the_order_of_the_fields_and_empty_ones_are_left_out() -> None:
    lowongan = load_stencils().find("lowongan")
    details = lowongan.details({"lamaran": "rsud@example.id", "tempat": "  RSUD   Luwuk ", "gaji": " "})
    assert [detail.line for detail in details] == ["RSUD Luwuk", "rsud@example.id"]
    assert lowongan.details({"batas": "30 November 2026"})[0].line == "Sampai 30 November 2026"


def test_a_field_that_there_is_not_names_those_that_there_are() -> None:
    with pytest.raises(InvalidValue, match="rumah_duka"):
        load_stencils().find("duka-cita").details({"harga": "1"})


def test_a_template_that_there_is_not_names_those_that_there_are() -> None:
    with pytest.raises(ContentMissing, match="layanan-publik"):
        load_stencils().find("poster")


def test_an_office_takes_in_a_template_with_its_picture(given: Path, office: Path) -> None:
    stored = import_stencil(given, office)
    assert (stored.id, stored.own, stored.outfit is not None) == ("sekolah", True, True)
    assert sorted(path.name for path in office.iterdir()) == ["sekolah-background.jpg", "sekolah.json"]
    with Image.open(office / "sekolah-background.jpg") as picture:
        assert picture.size == (1920, 960)
    stencils = load_stencils(office)
    assert stencils.find("sekolah") == stored
    assert stencils.complaints == ()


def test_a_template_taken_in_again_takes_the_place_of_the_former(given: Path, office: Path) -> None:
    import_stencil(given, office)
    given.write_text(
        GOOD.replace('background = "halaman.png"\n', "").replace("Info sekolah", "Kabar"), encoding="utf-8"
    )
    import_stencil(given, office)
    assert [path.name for path in office.iterdir()] == ["sekolah.json"]
    assert load_stencils(office).find("sekolah").title() == "Kabar"


def test_a_template_of_the_office_is_removed_with_its_pictures(given: Path, office: Path) -> None:
    import_stencil(given, office)
    (office / "lain.toml").write_text(GOOD.replace("sekolah", "lain").replace('background = "halaman.png"', ""))
    remove_stencil("sekolah", office)
    assert [path.name for path in office.iterdir()] == ["lain.toml"]
    remove_stencil("lain", office)
    assert list(office.iterdir()) == []


def test_one_with_the_id_of_ours_takes_its_place_until_it_is_removed(given: Path, office: Path) -> None:
    given.write_text(GOOD.replace('id = "sekolah"', 'id = "pengumuman"'), encoding="utf-8")
    import_stencil(given, office)
    assert load_stencils(office).find("pengumuman").own
    remove_stencil("pengumuman", office)
    assert not load_stencils(office).find("pengumuman").own


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "sekolah"', 'id = "../sekolah"', "id"),
        ('template = "pengumuman"', 'template = "darurat"', "template"),
        ('template = "pengumuman"', 'template = "pesta"', "is none of pengumuman"),
        ('name = { id = "Info sekolah", en = "School news" }', 'name = { en = "News" }', "Indonesian"),
        ("halaman.png", "../given/halaman.png", "plain name"),
        ("halaman.png", "/etc/passwd", "plain name"),
        ("halaman.png", "tiada.png", "no file"),
        ('accent = "#ffd166"', 'accent = "#0b3d2f"', "3 : 1"),
        ('ground = "#0b3d2e"', 'ground = "hijau"', "ground"),
        ('ornament = "kawung"', 'ornament = "hazard"', "emergencies"),
        ('pictogram = "people"\nornament', 'pictogram = "naga"\nornament', "no sign"),
        ('name = "kelas"', 'name = "title"', "there already"),
        ('name = "kelas"', 'name = "Kelas 1"', "no name of a field"),
        ('brand = "none"', 'brand = "none"\nharga = 3', "harga"),
        ('label = { id = "Kelas" }', 'label = { id = "Kelas" }\nexample = "Kelas VII"\nmost = 5', "longer than 5"),
        ('brand = "none"', 'brand = "none"\ntitle = { example = " " }', "is not a name"),
        ('brand = "none"', "brand = ", "line 4"),
    ],
)
def test_what_is_wrong_with_a_file_is_named_and_nothing_is_stored(
    given: Path, office: Path, old: str, new: str, told: str
) -> None:
    assert old in GOOD
    given.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(InvalidValue, match=told):
        import_stencil(given, office)
    assert not office.exists() or list(office.iterdir()) == []


def test_a_picture_that_is_a_link_to_elsewhere_is_refused(given: Path, office: Path) -> None:
    picture = given.parent / "halaman.png"
    picture.rename(given.parent.parent / "rahasia.png")
    picture.symlink_to(given.parent.parent / "rahasia.png")
    with pytest.raises(InvalidValue, match="no file"):
        import_stencil(given, office)


def test_a_picture_that_is_none_is_refused(given: Path, office: Path) -> None:
    (given.parent / "halaman.png").write_text("bukan gambar")
    with pytest.raises(UnusableMedia, match=r"halaman\.png"):
        import_stencil(given, office)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.json", "{", "no JSON"),
        ("a.json", "[]", "no template"),
        ("a.json", "[" * 30_000, "no JSON"),
        ("a.toml", "x" * (LARGEST_FILE + 1), "larger than 64 KiB"),
        ("a.txt", GOOD, r"toml or \.json"),
    ],
)
def test_files_of_another_form_are_refused(tmp_path: Path, office: Path, name: str, content: str, told: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(InvalidValue, match=told):
        import_stencil(tmp_path / name, office)


def test_a_bad_file_in_the_folder_is_told_and_stops_no_other(given: Path, office: Path) -> None:
    import_stencil(given, office)
    (office / "rusak.toml").write_text("id = ")
    (office / "sama.json").write_text((office / "sekolah.json").read_text())
    stencils = load_stencils(office)
    assert stencils.find("sekolah").own
    assert len(stencils.complaints) == 2
    assert "rusak.toml is not used" in stencils.complaints[0]
    assert "sama.json is not used" in stencils.complaints[1] or "sekolah.json" in stencils.complaints[1]


def test_an_office_has_room_for_so_many(given: Path, office: Path) -> None:
    office.mkdir()
    for number in range(MOST_FILES):
        (office / f"t{number}.json").write_text(json.dumps({"id": f"t{number}"}))
    with pytest.raises(InvalidValue, match="remove one first"):
        import_stencil(given, office)
