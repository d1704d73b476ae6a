"""Formats, options and announcements: what they take, refuse, and how they are written down."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.errors import Cancelled, ContentError, DoesNotFit, FontsMissing, StorageFull, UnusableMedia
from content.studio.announcement import Announcement, Template
from content.studio.facts import MediaFacts
from content.studio.format import Fit, Format, RenderOptions, Sound
from content.studio.wire import failure_from_dict, failure_to_dict, options_from_dict, options_to_dict
from schedules.alert import AlertLevel
from schedules.display import Canvas, Display
from schedules.errors import InvalidValue, UnreadableDocument

printable = st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=60).filter(str.strip)


def test_a_format_is_named_as_displays_name_theirs() -> None:
    wall = Display("tugu", "Tugu Adipura", "Asia/Makassar", Canvas(640, 384), frame_rate=50)
    assert str(Format.of(wall)) == wall.format == "640x384@50"
    assert Format.parse(wall.format) == Format(640, 384, 50)
    assert Format.parse("120x60@0").is_logo
    assert not Format.of(wall).is_logo


@pytest.mark.parametrize(
    "name", ["", "640x384", "640X384@30", "640x384@31", "640x384@00", "8x8@30", "99999x10@30", "-1x5@30", "640x384@30 "]
)
def test_what_is_no_format_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue):
        Format.parse(name)


@pytest.mark.parametrize("colour", ["", "red", "#fff", "#12345g", "#1234567", "url(x)"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(InvalidValue, match="colour"):
        RenderOptions(background=colour)


@given(st.sampled_from(Fit), st.sampled_from(Sound), st.integers(1, 5000), st.from_regex(r"\A#[0-9a-f]{6}\Z"))
def test_options_survive_being_written_down(fit: Fit, sound: Sound, page: int, background: str) -> None:
    options = RenderOptions(fit, background, sound, page)
    assert options_from_dict(options_to_dict(options)) == options


@given(printable, st.sampled_from(Template), st.sampled_from(AlertLevel), st.binary(max_size=40))
def test_announcements_survive_being_written_down(
    title: str, template: Template, level: AlertLevel, logo: bytes
) -> None:
    written = Announcement(title, f"{title}\n{title}", template, "Diskominfo", logo=logo, level=level)
    assert Announcement.from_dict(written.to_dict()) == written


@pytest.mark.parametrize(
    "change",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"title": "dua\nbaris"},
        {"body": "x" * 2001},
        {"body": "tanda\x00nol"},
        {"body": "\ud800"},
        {"footer": "x" * 121},
        {"qr": "x" * 301},
        {"logo": bytes((2 << 20) + 1)},
        {"accent_colour": "kuning"},
        {"background_colour": "#12"},
    ],
)
def test_announcements_are_bounded(change: dict[str, object]) -> None:
    with pytest.raises(InvalidValue, match="announcement"):
        dataclasses.replace(Announcement("Judul"), **change)


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"template": "pesta"}, {"level": "panik"}, {"logo": "?"}, {"title": None}, {"more": 1}]
)
def test_foreign_announcements_are_refused(change: dict[str, object]) -> None:
    with pytest.raises((UnreadableDocument, InvalidValue)):
        Announcement.from_dict({**Announcement("Judul").to_dict(), **change})


@pytest.mark.parametrize("change", [{"kind": "hologram"}, {"width_px": 0}, {"duration_ms": "x"}, {"unknown": 1}])
def test_foreign_facts_are_refused(change: dict[str, object]) -> None:
    plain = {
        "kind": "picture",
        "mime": "image/png",
        "size_bytes": 9,
        "width_px": 1,
        "height_px": 1,
        "duration_ms": None,
    }
    assert MediaFacts.from_dict(plain).width_px == 1
    with pytest.raises((UnreadableDocument, InvalidValue)):
        MediaFacts.from_dict({**plain, **change})


def test_only_what_moves_has_a_duration() -> None:
    plain = {"kind": "picture", "mime": "image/png", "size_bytes": 9, "width_px": 1, "height_px": 1, "duration_ms": 5}
    with pytest.raises(InvalidValue, match="duration"):
        MediaFacts.from_dict(plain)


@pytest.mark.parametrize(
    "error",
    [UnusableMedia("a.mp4 is empty"), StorageFull("no room"), FontsMissing("no font"), Cancelled("stopped")],
)
def test_failures_cross_the_process_border(error: ContentError) -> None:
    told = failure_from_dict(failure_to_dict(error))
    assert (type(told), str(told)) == (type(error), str(error))


def test_an_excess_crosses_the_process_border() -> None:
    told = failure_from_dict(failure_to_dict(DoesNotFit("too long", 17)))
    assert isinstance(told, DoesNotFit)
    assert told.excess_characters == 17


def test_an_invalid_value_keeps_its_field() -> None:
    told = failure_from_dict(failure_to_dict(InvalidValue("slot.ends", "is too early")))
    assert isinstance(told, InvalidValue)
    assert (told.field, str(told)) == ("slot.ends", "slot.ends: is too early")


def test_an_unknown_failure_is_the_files() -> None:
    assert isinstance(failure_from_dict({"failed": "Surprise", "message": "?"}), UnusableMedia)
