"""Finding media: words, places, smart filters, and what is alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from displayctl.api.media_choices import EVERY_WALL, Crop, Findings, SoundFindings
from displayctl.api.models import MediumInfo, MediumKind, MediumState
from displayctl.desktop.library.ground import Ground, Shown, WallShape, WallVoice
from displayctl.desktop.library.insight import Insight, Smart, insight_of
from displayctl.desktop.library.kept import KeptFilters
from displayctl.desktop.library.query import (
    Order,
    Ordered,
    Query,
    Texts,
    found,
    in_order,
    query_from_text,
    query_to_text,
)
from displayctl.desktop.library.twins import twins_of
from displayctl.desktop.library.warnings import MediumWarning, Trouble, warnings_of
from displayctl.desktop.preferences import Preferences
from displayctl.desktop.presenters.entry_words import total_length
from displayctl.desktop.presenters.library_words import warning_words
from schedules.playlist import PlaylistEntry

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
TUGU = WallShape(640, 384, "640x384@30", ("Tugu",))


def medium(id: str, **changes: Any) -> MediumInfo:
    fields: dict[str, Any] = {
        "id": id,
        "title": id,
        "kind": MediumKind.PICTURE,
        "state": MediumState.READY,
        "version": 1,
        "created_at": NOW,
        "updated_at": NOW,
        "width_px": 1280,
        "height_px": 768,
    }
    return MediumInfo(**{**fields, **changes})


def ground(*media: MediumInfo, used: tuple[str, ...] = (), **changes: Any) -> Ground:
    fields: dict[str, Any] = {"shapes": (TUGU,), "shown": {}, "now": NOW}
    return Ground(media=media, used=frozenset(used), **{**fields, **changes})


def ids(media: Iterable[MediumInfo]) -> list[str]:
    return [each.id for each in media]


MEDIA = (
    medium("pbb", title="Bayar PBB", folder="Pajak/2026", tags=("pajak",), source_name="poster.png"),
    medium("posyandu", title="Posyandu", folder="Kesehatan", kind=MediumKind.VIDEO, duration_ms=9000),
    medium("lain", title="Lain-lain", folder="", size_bytes=5),
)


@pytest.mark.parametrize(
    ("query", "let_through"),
    [
        (Query(), ["pbb", "posyandu", "lain"]),
        (Query(words="PAJAK bayar"), ["pbb"]),
        (Query(words="poster.png"), ["pbb"]),
        (Query(words="kesehatan"), ["posyandu"]),
        (Query(folder="Pajak"), ["pbb"]),
        (Query(folder="Paj"), []),
        (Query(folder=""), ["lain"]),
        (Query(kind=MediumKind.VIDEO), ["posyandu"]),
        (Query(tag="pajak"), ["pbb"]),
        (Query(smart=Smart.UNUSED), ["lain"]),
        (Query(smart=Smart.UNUSED, words="bayar"), []),
    ],
)
def test_everything_that_is_asked_for_has_to_hold(query: Query, let_through: list[str]) -> None:
    insight = Insight({Smart.UNUSED: frozenset({"lain"})})
    assert ids(found(MEDIA, query, insight, Texts())) == let_through


def test_a_changed_medium_is_found_by_its_new_words() -> None:
    texts = Texts()
    assert found(MEDIA, Query(words="bayar"), Insight(), texts)
    renamed = MEDIA[0].model_copy(update={"title": "Lunas", "version": 2})
    assert not found((renamed,), Query(words="bayar"), Insight(), texts)


def test_media_are_sorted_by_what_is_asked_and_backwards() -> None:
    assert ids(in_order(MEDIA, Order.NAME)) == ["pbb", "lain", "posyandu"]
    assert ids(in_order(MEDIA, Order.NAME, backwards=True)) == ["posyandu", "lain", "pbb"]
    assert ids(in_order(MEDIA, Order.SIZE))[0] == "lain"
    assert ids(in_order(MEDIA, Order.DURATION))[0] == "posyandu"


def test_the_newest_are_first_and_those_of_one_instant_stay_as_they_are() -> None:
    older = MEDIA[0].model_copy(update={"id": "older", "created_at": MEDIA[0].created_at - timedelta(days=1)})
    mixed = (older, *MEDIA)
    assert ids(in_order(mixed, Order.NEWEST))[-1] == "older"
    assert ids(in_order(mixed, Order.NEWEST, backwards=True))[0] == "older"
    together = [medium.model_copy(update={"created_at": older.created_at}) for medium in MEDIA]
    for backwards in (False, True):
        assert ids(in_order(together, Order.NEWEST, backwards=backwards)) == ids(MEDIA)


def test_an_order_is_kept_until_there_are_other_media_or_another_order_is_wanted() -> None:
    ordered = Ordered()
    first = ordered.of(MEDIA, Order.NAME)
    assert ids(first) == ids(in_order(MEDIA, Order.NAME))
    assert ordered.of(MEDIA, Order.NAME) is first
    assert ids(ordered.of(MEDIA, Order.NAME, backwards=True)) == ids(in_order(MEDIA, Order.NAME, backwards=True))
    assert ids(ordered.of(MEDIA, Order.SIZE)) == ids(in_order(MEDIA, Order.SIZE))
    assert ids(ordered.of(MEDIA[:1], Order.SIZE)) == ids(MEDIA[:1])


def test_a_query_is_kept_and_what_is_none_is_passed_over(tmp_path: Path) -> None:
    query = Query("bayar", MediumKind.VIDEO, "Pajak", "pajak", Smart.EXPIRED)
    assert query_from_text(query_to_text(query)) == query
    assert [query_from_text(text) for text in ("", "[]", '{"kind": "hologram"}', '{"smart": "x"}')] == [None] * 4
    kept = KeptFilters(Preferences(tmp_path / "desk.ini"))
    kept.save("Pajak", query)
    kept.keep_folders(["Pajak/2027", "a/" * 20])
    assert kept.saved == {"Pajak": query}
    assert kept.folders == {"Pajak/2027"}
    kept.forget("Pajak")
    assert kept.saved == {}


def test_smart_filters_know_what_is_unused_failed_and_expiring() -> None:
    insight = insight_of(
        ground(
            medium("a"),
            medium("b", state=MediumState.FAILED),
            medium("c", expires_at=NOW + timedelta(days=29)),
            medium("d", expires_at=NOW + timedelta(days=31)),
            medium("e", expires_at=NOW),
            used=("b", "c", "d", "e"),
        )
    )
    assert insight.of(Smart.UNUSED) == {"a"}
    assert insight.of(Smart.FAILED) == {"b"}
    assert insight.of(Smart.EXPIRING) == {"c"}
    assert insight.of(Smart.EXPIRED) == {"e"}


def troubles(each: MediumInfo, **changes: Any) -> list[Trouble]:
    return [warning.trouble for warning in warnings_of(each, ground(each, **changes))]


def test_size_and_shape_are_held_against_each_wall() -> None:
    assert troubles(medium("passend")) == []
    assert troubles(medium("klein", width_px=160, height_px=96)) == [Trouble.BLURRED]
    assert troubles(medium("hoch", width_px=1000, height_px=2000)) == [Trouble.EMPTY]
    assert troubles(medium("hoch", width_px=1000, height_px=2000, fit="cover")) == [Trouble.CUT]
    assert troubles(medium("hoch", width_px=1000, height_px=2000, fit="stretch")) == []


def test_a_crop_in_the_walls_shape_takes_the_warning_away() -> None:
    whole = medium("hoch", width_px=1000, height_px=2000)
    cropped = whole.model_copy(update={"crops": {EVERY_WALL: Crop(x=0, y=0, width=10_000, height=3_000)}})
    assert troubles(whole) == [Trouble.EMPTY]
    assert troubles(cropped) == []


def test_a_page_with_letters_too_small_for_a_wall_says_how_small() -> None:
    page = medium("surat", kind=MediumKind.DOCUMENT, width_px=842, height_px=595, findings=Findings(letters=180))
    (warning,) = warnings_of(page, ground(page))
    assert (warning.trouble, warning.amount, warning.walls) == (Trouble.SMALL_LETTERS, 6.9, ("Tugu",))
    large = page.model_copy(update={"findings": Findings(letters=600)})
    assert troubles(large) == []


def test_flashes_come_first_and_a_text_shown_too_short_names_its_playlist() -> None:
    flashing = medium("disko", kind=MediumKind.VIDEO, findings=Findings(flashes=5), width_px=160, height_px=96)
    assert troubles(flashing) == [Trouble.FLASHES, Trouble.BLURRED]
    words = medium("isi", kind=MediumKind.ANNOUNCEMENT, announcement={"title": "kata " * 50, "body": ""})
    shown = {"isi": (Shown("Pagi", timedelta(seconds=10)), Shown("Sore", timedelta(seconds=60)))}
    (warning,) = warnings_of(words, ground(words, shown=shown))
    assert (warning.trouble, warning.playlist, warning.amount, warning.enough) == (Trouble.TOO_SHORT, "Pagi", 10, 22)


def test_the_facts_of_an_announcement_take_their_time_to_be_read() -> None:
    facts = [{"name": f"fakta_{number}", "words": "kata " * 12, "before": "Wafat"} for number in range(4)]
    words = medium("isi", kind=MediumKind.ANNOUNCEMENT, announcement={"title": "Duka cita", "details": facts})
    (warning,) = warnings_of(words, ground(words, shown={"isi": (Shown("Pagi", timedelta(seconds=10)),)}))
    assert (warning.trouble, warning.enough) == (Trouble.TOO_SHORT, round(2 + 54 / 2.5))


def test_a_passage_that_startles_is_told_for_the_walls_that_play_it_so_loud() -> None:
    heard = SoundFindings(source_lufs=-9.0, wall_lufs=-23.0, loudest_lufs=-16.5)
    film = medium("film", kind=MediumKind.VIDEO, has_sound=True, findings=Findings(sound=heard))
    voices = (WallVoice(100, False, ("Tugu",)), WallVoice(80, True, ("Taman",)), WallVoice(50, True, ("Pasar",)))
    (warning,) = warnings_of(film, ground(film, voices=voices))
    assert (warning.trouble, warning.amount, warning.enough) == (Trouble.TOO_LOUD, -16.5, -18.0)
    assert warning.walls == ("Tugu",)
    near = (WallVoice(95, True, ("Taman",)),)
    (warning,) = warnings_of(film, ground(film, voices=near))
    assert (warning.amount, warning.enough, warning.walls) == (-17.8, -21.0, ("Taman",))


def test_even_sound_and_none_at_all_startle_nobody() -> None:
    loud = (WallVoice(100, False, ("Tugu",)),)
    even = SoundFindings(source_lufs=-6.0, wall_lufs=-23.0, loudest_lufs=-20.0)
    film = medium("film", kind=MediumKind.VIDEO, has_sound=True, findings=Findings(sound=even))
    assert troubles(film, voices=loud) == []
    burst = film.model_copy(update={"findings": Findings(sound=SoundFindings(loudest_lufs=-9.0)), "muted": True})
    assert troubles(burst, voices=loud) == []
    assert troubles(film.model_copy(update={"findings": Findings(sound=SoundFindings())}), voices=loud) == []


def test_one_sentence_names_all_walls_of_several_sizes() -> None:
    small = medium("klein", width_px=160, height_px=96)
    shapes = (TUGU, WallShape(1280, 768, "1280x768@30", ("Taman", "Pasar")))
    (warning,) = warnings_of(small, ground(small, shapes=shapes))
    assert (warning.amount, warning.walls) == (8, ("Tugu", "Taman", "Pasar"))


def test_the_same_file_and_nearly_the_same_look_are_twins() -> None:
    media = (
        medium("a", source_sha256="f" * 64),
        medium("b", source_sha256="f" * 64),
        medium("c", source_sha256="f" * 64, page=2),
        medium("d", look="0f1e2d3c4b5a6978"),
        medium("e", look="0f1e2d3c4b5a697b"),
        medium("g", look="f0e1d2c3b4a59687"),
    )
    assert twins_of(media) == {"a": ("b",), "b": ("a",), "d": ("e",), "e": ("d",)}


def test_a_clip_is_as_long_as_what_walls_play_of_it() -> None:
    clip = medium("potongan", kind=MediumKind.VIDEO, duration_ms=60_000, begins_ms=2000, ends_ms=6000)
    tail = medium("ekor", kind=MediumKind.VIDEO, duration_ms=60_000, begins_ms=50_000)
    assert total_length((PlaylistEntry("potongan"), PlaylistEntry("ekor")), {"potongan": clip, "ekor": tail}) == (
        timedelta(seconds=14)
    )
    assert ids(in_order((clip, medium("gambar"), tail), Order.DURATION)) == ["ekor", "potongan", "gambar"]


def test_nearly_plain_pictures_are_not_taken_for_one_another() -> None:
    """A letter with one line on it, grey noise, a white field beside black: a bit or two of difference say nothing."""
    plain = ("1000000000000000", "0000004000000000", "0000004000000020", "ffffffffffffffef", "ffffffffffffffff")
    assert twins_of(medium(f"{n}", look=look) for n, look in enumerate((*plain, *plain))) == {}
    media = (medium("a", look="0000202020200000"), medium("b", look="0000202020200001"))
    assert twins_of(media) == {"a": ("b",), "b": ("a",)}


def test_clips_of_other_length_that_begin_alike_are_no_twins() -> None:
    clips = (medium("a", look="0f" * 8, duration_ms=5000), medium("b", look="0f" * 8, duration_ms=65_000))
    assert twins_of(clips) == {}


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_warning_is_said_with_its_figures(trouble: Trouble) -> None:
    warning = MediumWarning(trouble, 7, 12.5, ("Tugu", "Taman", "Pasar", "Pelabuhan"), "Pagi")
    said = warning_words(warning)
    assert "7" in said
    assert "{" not in said
    assert "Pelabuhan" not in said
