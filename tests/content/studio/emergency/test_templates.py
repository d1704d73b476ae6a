"""Templates of emergencies: filled in, refused with a sentence, and replaced by an office's own files."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.errors import ContentMissing
from content.studio.emergency.message import CORRECTION, ENDED, Words, orders_to_move
from content.studio.emergency.template import Template
from content.studio.emergency.templates_folder import LARGEST_FILE, Templates, load_templates, read_template
from schedules.alert import AlertLevel, AlertSound
from schedules.errors import InvalidValue

TEMPLATES = load_templates()
EVERY = pytest.mark.parametrize("template", TEMPLATES.all, ids=lambda template: template.id)


def examples(template: Template) -> dict[str, str]:
    return {field.name: field.example for field in template.fields if field.example}


@EVERY
def test_each_says_everything_in_indonesian_first_and_english_second(template: Template) -> None:
    message = template.message(examples(template) | ({"title": "Stay calm"} if template.id == "free" else {}))
    assert len(message.words) == 2
    assert message.headline == message.words[0].headline
    assert message.kind == template.id
    for words in (template.corrected(template.level), template.over(template.level)):
        assert len(words.words) == 2
    assert all("{" not in text for words in message.words for text in (words.headline, *words.points))


@EVERY
def test_a_headline_tells_what_was_filled_into_its_gaps(template: Template) -> None:
    typed, headline = examples(template), template.message(examples(template)).headline
    told = template.recalled(headline)
    assert told.keys() <= typed.keys()
    assert template.message(typed | told).headline == headline
    assert template.recalled("something\nelse") == {} or template.id == "free"


def test_what_stands_where_nothing_was_typed_is_not_taken_for_typed() -> None:
    assert TEMPLATES.find("flood").recalled("BANJIR DI WILAYAH INI") == {}
    assert TEMPLATES.find("flood").recalled("BANJIR DI SALODIK") == {"tempat": "SALODIK"}


@EVERY
def test_each_has_its_way_back_at_the_level_of_what_it_takes_back(template: Template) -> None:
    back = template.corrected(AlertLevel.AWAS, examples(template))
    assert (back.kind, back.level, back.evacuation) == (CORRECTION, AlertLevel.AWAS, False)
    assert "RALAT" in back.headline
    over = template.over(AlertLevel.SIAGA, examples(template))
    assert (over.kind, over.level) == (ENDED, AlertLevel.SIAGA)


def test_a_prepared_text_needs_no_more_than_its_place() -> None:
    message = TEMPLATES.find("flood").message({"tempat": " Kelurahan \t Simpong "})
    assert message.headline == "BANJIR DI KELURAHAN SIMPONG"
    assert "Bantuan: BPBD 112" in message.words[0].points
    assert not any("sejak" in point for point in message.words[0].points), "a point of an empty field is left out"
    assert (message.level, message.sound) == (AlertLevel.SIAGA, AlertSound.CHIME)
    louder = TEMPLATES.find("flood").message({"tempat": "SIMPONG"}, level=AlertLevel.AWAS, sound=AlertSound.SIREN)
    assert (louder.level, louder.sound) == (AlertLevel.AWAS, AlertSound.SIREN)
    assert message.at_level(AlertLevel.WASPADA).level is AlertLevel.WASPADA


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "is empty"),
        ({"nama": "  "}, "is empty"),
        ({"nama": "x" * 31}, "30 are the most"),
        ({"kota": "Luwuk"}, "its fields are: nama, ciri, tempat, waktu, telepon"),
        ({"nama": "dua\nbaris"}, "one line"),
    ],
)
def test_what_cannot_be_filled_in_is_said(values: dict[str, str], said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        TEMPLATES.find("missing-child").message({"ciri": "baju merah", "tempat": "Pasar"} | values)


def test_only_the_tsunami_orders_people_to_move_and_its_neutral_words_do_not() -> None:
    assert [template.id for template in TEMPLATES.all if template.evacuation] == ["tsunami"]
    message = TEMPLATES.find("tsunami").message({"tempat": "Bukit Keles"})
    assert "Segera evakuasi ke Bukit Keles" in message.words[0].points
    assert len(message.neutral) == 2
    assert not any(orders_to_move(text) for words in message.neutral for text in (words.headline, *words.points))


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Segera EVAKUASI ke bukit", True),
        ("Warga mengungsi ke masjid", True),
        ("Please evacuate", True),
        ("Evacuation now", True),
        ("Tetap di rumah", False),
    ],
)
def test_a_typed_text_that_tells_people_to_leave_counts_as_one(text: str, moves: bool) -> None:
    message = TEMPLATES.find("free").message({"judul": "Banjir", "isi": text})
    assert (message.evacuation, bool(message.neutral)) == (moves, moves)
    assert TEMPLATES.find("flood").message({"tempat": "A", "tindakan": text}).evacuation is moves


def test_a_free_text_has_a_point_for_each_line_and_english_where_it_is_given() -> None:
    message = TEMPLATES.find("free").message({"judul": "Banjir", "isi": "Naik ke atas\n\n  Hubungi 112 "})
    assert message.words == (Words("Banjir", ("Naik ke atas", "Hubungi 112")),)
    both = TEMPLATES.find("free").message({"judul": "Banjir", "title": "Flood"})
    assert [words.headline for words in both.words] == ["Banjir", "Flood"]


def test_an_alert_of_an_unknown_kind_has_a_way_back_too() -> None:
    assert TEMPLATES.behind("tsunami").id == "tsunami"
    assert TEMPLATES.behind("").id == TEMPLATES.behind("from-another-office").id == "free"
    with pytest.raises(ContentMissing, match="there is: tsunami, flood"):
        TEMPLATES.find("gempa")


@given(st.text(max_size=1400))
def test_whatever_is_typed_becomes_a_message_or_a_sentence(text: str) -> None:
    try:
        message = TEMPLATES.find("free").message({"judul": "Banjir", "isi": text})
    except InvalidValue:
        return
    assert message.words[0].headline == "Banjir"


def test_an_office_adds_templates_and_takes_the_place_of_ours(tmp_path: Path) -> None:
    flood = (files("content.studio.emergency") / "templates" / "flood.toml").read_text(encoding="utf-8")
    (tmp_path / "banjir.toml").write_text(flood.replace("minutes = 120", "minutes = 45"), encoding="utf-8")
    (tmp_path / "angin.toml").write_text(flood.replace('id = "flood"', 'id = "wind"'), encoding="utf-8")
    (tmp_path / "catatan.txt").write_text("not a template")
    found = load_templates(tmp_path)
    assert found.complaints == ()
    assert found.find("flood").duration.total_seconds() == 45 * 60
    assert found.find("wind").name["id"] == "Banjir"
    assert len(found.all) == len(TEMPLATES.all) + 1
    assert load_templates(tmp_path / "none") == TEMPLATES == load_templates(None)


def test_a_file_that_cannot_be_read_takes_nothing_away_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "flood.toml").write_bytes(b"id = \xff")
    (tmp_path / "fire.toml").write_bytes(b"x" * (LARGEST_FILE + 1))
    found: Templates = load_templates(tmp_path)
    assert found.all == TEMPLATES.all
    assert [complaint.split(" ")[0] for complaint in found.complaints] == ["fire.toml", "flood.toml"]


SMALL = """id = "wind"
level = "siaga"
name = { id = "Angin kencang" }
[[fields]]
name = "tempat"
label = { id = "Di mana" }
[words.id]
headline = "ANGIN DI {tempat}"
[correction.id]
headline = "RALAT"
[ended.id]
headline = "SELESAI"
"""


def test_a_template_needs_little() -> None:
    template = read_template(SMALL.encode(), "angin.toml")
    assert template.message({"tempat": "Luwuk"}).words == (Words("ANGIN DI LUWUK"),)
    assert template.sound is AlertSound.NONE


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('level = "siaga"', 'level = "merah"'), "'merah' is none of waspada, siaga, awas"),
        (('level = "siaga"', 'level = "siaga"\nwarna = 1'), "warna"),
        (('level = "siaga"', 'level = "siaga"\nminutes = "dua"'), "write minutes = 30"),
        (('level = "siaga"', 'level = "siaga"\nevacuation = 1'), "neither true nor false"),
        (('level = "siaga"', 'level = "siaga"\nevacuation = true'), "orders people to move"),
        (('[correction.id]\nheadline = "RALAT"\n', ""), "correction"),
        (("{tempat}", "{kota}"), "names the field 'kota'"),
        (('headline = "RALAT"', 'headline = "RALAT"\npoints = "satu"'), "no list of texts"),
        (("[words.id]", "[words.fr]"), "fr"),
        (('id = "wind"', "id = 7"), "is no text"),
        (('name = "tempat"', 'name = "Tempat"'), "no name of a field"),
        (
            ('[ended.id]\nheadline = "SELESAI"', '[neutral.id]\nheadline = "EVAKUASI"\n[ended.id]\nheadline = "A"'),
            "too",
        ),
        (('label = { id = "Di mana" }', 'label = { en = "Where" }'), "no Indonesian label"),
        (('name = { id = "Angin kencang" }', 'name = { en = "Wind" }'), "no Indonesian text"),
        (("[[fields]]", "[fields]"), "no list of tables"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_place(change: tuple[str, str], said: str) -> None:
    assert change[0] in SMALL
    with pytest.raises(InvalidValue, match=said):
        read_template(SMALL.replace(*change).encode(), "angin.toml")
