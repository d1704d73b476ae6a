"""What an entry of the audit trail changed, as people read it."""

from __future__ import annotations

import json

import pytest

from displayctl.api.brand import Brand
from displayctl.api.feeds import FeedKind, FeedSettings
from displayctl.desktop.presenters.audit_differences import MOST_LINES, differences
from displayctl.desktop.presenters.audit_vocabulary import field_words
from displayctl.desktop.presenters.audit_words import action_words
from schedules.codec import ticker_to_dict
from schedules.ticker import RunningText, Ticker

pytestmark = pytest.mark.usefixtures("indonesian")


def changes(before: object, after: object) -> tuple[tuple[str, str, str], ...]:
    return differences("" if before is None else json.dumps(before), "" if after is None else json.dumps(after))


def test_what_was_changed_within_something_is_named_with_its_units() -> None:
    before = {"version": 3, "canvas": {"width_px": 256, "height_px": 128}, "quiet_hours": [], "enabled": True}
    quiet = {"starts": "22:00:00", "ends": "05:00:00", "weekdays": [0, 1, 2, 3, 4, 5, 6]}
    after = {"version": 4, "canvas": {"width_px": 320, "height_px": 128}, "quiet_hours": [quiet], "enabled": False}
    assert changes(before, after) == (
        ("Lebar dalam piksel", "256", "320"),
        ("Jam tenang", "–", "22.00–05.00"),
        ("Aktif", "ya", "tidak"),
    )


def test_a_member_of_a_list_is_named_where_only_its_inside_differs() -> None:
    def playlist(ms: int) -> object:
        return {"entries": [{"medium_id": "banjir", "duration_ms": ms}, {"medium_id": "iklan", "duration_ms": None}]}

    assert changes(playlist(10_000), playlist(90_000)) == (("banjir: Lama", "10 dtk", "1 mnt 30 dtk"),)


def test_roles_instants_and_digests_are_said_as_people_say_them() -> None:
    said = {
        "grants": ["administrator *", "editor taman"],
        "expires_at": "2026-11-22T13:55:41.474488+00:00",
        "digest": "ab" * 32,
        "roles": ["root", "prog-utama"],
        "unheard_of": "as it is",
    }
    found = {name: after for name, _, after in changes(None, said)}
    assert found["Peran"] == "Administrator dan Penyunting (taman)"
    assert found["Dapat dipakai sampai"] == "22 Nov 2026 21.55.41"
    assert found["Sidik berkas"] == "abababababababab…"
    assert found["Ditandatangani"].endswith("tayangan utama")
    assert found["unheard_of"] == "as it is"


def test_what_was_shortened_or_is_far_too_much_stays_within_bounds() -> None:
    assert differences('{"name": "cut of', "") == (("", '{"name": "cut of', ""),)
    lines = changes(None, {f"field_{number}": number for number in range(200)})
    assert len(lines) == MOST_LINES + 1
    assert lines[-1][2] == f"{200 - MOST_LINES} lagi"


def test_walls_playlists_and_media_are_called_by_their_names() -> None:
    names = {"display-1": "Alun-alun", "display-2": "Pasar", "playlist-1": "Iklan pagi", "medium-1": "Banjir"}
    before = {"display_ids": ["display-1"], "playlist_id": "playlist-1", "entries": [{"medium_id": "medium-1"}]}
    after = {"display_ids": ["display-1", "display-2"], "playlist_id": "playlist-gone", "entries": []}
    assert differences(json.dumps(before), json.dumps(after), names) == (
        ("Layar", "Alun-alun", "Alun-alun dan Pasar"),
        ("Daftar putar", "Iklan pagi", "playlist-gone"),
        ("Isi", "Banjir", "–"),
    )


def test_holidays_and_running_texts_are_called_by_their_names_too() -> None:
    before, after = {"ticker_ids": ["t1"]}, {"ticker_ids": [], "recurrence": {"except_holidays": ["h1"]}}
    names = {"t1": "Info cuaca", "h1": "Libur nasional"}
    said = differences(json.dumps(before), json.dumps(after), names)
    assert {line for _, *line_of in said for line in line_of} >= {"Info cuaca", "Libur nasional"}


def test_of_two_things_of_one_name_it_is_seen_that_one_took_the_place_of_the_other() -> None:
    names = {"playlist-1": "Iklan", "playlist-2": "Iklan"}
    ((_, was, became),) = differences('{"playlist_id": "playlist-1"}', '{"playlist_id": "playlist-2"}', names)
    assert (was, became) == ("Iklan (playlist-1)", "Iklan (playlist-2)")


def test_what_ends_with_a_day_ends_on_that_day_and_what_ends_within_one_at_its_instant() -> None:
    was, became = {"valid_until": "2026-11-30T16:00:00Z"}, {"valid_until": "2026-11-30T05:30:00Z"}
    ((_, day, instant),) = changes(was, became)
    assert day.startswith("30 Nov 2026")
    assert ":" not in day
    assert instant.startswith("30 Nov 2026 13")


def test_it_is_told_whether_a_player_was_bound_or_freed() -> None:
    assert action_words("player.bind") == "memasangkan pemutar"
    assert action_words("player.unbind") == "melepas pemutar"


def test_no_property_of_a_running_text_a_feed_or_the_brand_is_told_as_the_hub_writes_it() -> None:
    ticker = ticker_to_dict(Ticker("berita", "Berita", (RunningText("Selamat datang"),)))
    feed = FeedSettings(id="dinas", kind=FeedKind.CAP, name="Dinas", address="https://x.go.id", enabled=True)
    told = {name for thing in (ticker, feed.model_dump(), Brand().model_dump()) for name in thing}
    assert {name for name in told if field_words(name) == name} <= {"id", "schema"}
