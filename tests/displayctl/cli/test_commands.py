"""Every command, on a real hub: what it answers to programs, and what it says to people."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from displayctl.__main__ import main
from tests.displayctl.cli.conftest import Run
from tests.fakes.office import Office
from tests.fakes.simulated_player import SimulatedPlayer


def test_walls_are_added_changed_listed_and_removed(run: Run, words: Run) -> None:
    wall = run(
        "display", "add", "Pita", "--size", "3200x96", "--offset", "0+96", "--rotation", "90", "--frame-rate", "50"
    )
    assert (wall["id"], wall["value"]["canvas"]["y_px"], wall["value"]["frame_rate"]) == ("pita", 96, 50)
    changed = run("display", "change", "pita", "--size", "1600x96", "--time-zone", "Asia/Jakarta", "--rotation", "0")
    assert changed["value"]["canvas"] == {**wall["value"]["canvas"], "width_px": 1600, "rotation_degrees": 0}
    assert "1600x96+0+96" in words("display", "list")
    assert run("display", "remove", "Pita") == {"removed": ["pita"]}
    assert {part["id"] for part in run("display", "list")} == {"tugu-adipura", "taman-anti-narkoba"}


def test_a_picture_goes_through_the_library(run: Run, words: Run, poster: Path) -> None:
    (medium,) = run("library", "add", str(poster), "--title", "Poster biru", "--fit", "cover")
    assert (medium["state"], medium["title"], medium["fit"]) == ("ready", "Poster biru", "cover")
    assert {rendition["format"] for rendition in medium["renditions"]} == {"640x384@30", "512x256@30"}
    assert [found["id"] for found in run("library", "list", "biru")] == [medium["id"]]
    assert "640x384@30" in words("library", "show", "Poster biru")
    assert run("library", "show", medium["id"])["uses"] == []
    assert run("library", "remove", "poster biru") == {"removed": [medium["id"]]}
    assert medium["id"] not in {found["id"] for found in run("library", "list")}


def test_one_bad_file_does_not_hinder_the_good_ones(office: Office, poster: Path, tmp_path: Path, capsys) -> None:  # type: ignore[no-untyped-def]
    missing, endless = tmp_path / "hilang.mp4", tmp_path / "tak-berujung.mp4"
    with endless.open("wb") as file:
        file.truncate(1 << 42)
    files = [str(missing), str(endless), str(poster)]
    arguments = ["library", "add", *files, "--json", "--data", str(office.installation.data)]
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert [medium["title"] for medium in json.loads(told.out)] == ["poster"]
    first, second = told.err.splitlines()
    assert first == f"displayctl: {missing}: there is no such file; check the name"
    assert second.startswith(f"displayctl: {endless}: the file has 4194304 MiB")


def test_a_search_that_finds_nothing_does_not_call_the_library_empty(words: Run, poster: Path, run: Run) -> None:
    run("library", "add", str(poster), "--title", "Ada")
    assert words("library", "list", "tidak ada yang begini").startswith("nothing in the library fits")


def tomorrow() -> str:
    """A day on which every booking made from today on is in force."""
    return (datetime.now(UTC) + timedelta(days=1)).date().isoformat()  # noqa: TID251


def test_a_whole_day_is_said_to_end_at_24_and_a_loser_is_named_by_its_id(run: Run, words: Run, poster: Path) -> None:
    run("library", "add", str(poster), "--title", "Sehari")
    run("playlist", "create", "Seharian", "Sehari:10")
    booking = ("schedule", "add", "Seharian", "--display", "taman", "--from", "00:00", "--to", "24:00")
    assert "00:00 to 24:00; publish" in words(*booking, "--name", "Penuh")
    assert "6 times an hour" in words(*booking, "--name", "Sela", "--interrupt", "6")
    (loser,) = [part["id"] for part in run("schedule", "list") if part["value"]["name"] == "Penuh"]
    hidden = run("schedule", "add", "Seharian", "--display", "taman", "--priority", "0", "--name", "Penuh")["id"]
    between_two_turns = f"{tomorrow()}T09:05"
    told = words("plays", "taman", "--draft", "--why", "--at", between_two_turns)
    assert hidden in told
    assert loser not in told
    for name in (loser, hidden, "Sela"):
        run("schedule", "remove", name)


def test_a_word_that_is_no_choice_is_told_which_there_are(refused: Run) -> None:
    code, line = refused("library", "add", "x.png", "--fit", "round")
    assert code == 2
    assert line.startswith("Invalid value for '--fit': 'round' is not one of 'contain'")


def test_an_announcement_is_typeset_for_every_wall(run: Run) -> None:
    medium = run("announce", "Jadwal Posyandu", "--body", r"Rabu 08.00\nBalai Desa", "--template", "layanan-publik")
    assert (medium["kind"], medium["state"], len(medium["renditions"])) == ("announcement", "ready", 2)
    assert medium["announcement"]["body"] == "Rabu 08.00\nBalai Desa"


def test_an_announcement_of_an_unknown_template_is_told_which_there_are(refused: Run) -> None:
    code, line = refused("announce", "x", "--template", "poster")
    assert code == 2
    assert "layanan-publik" in line


def test_an_announcement_fills_the_fields_of_its_template(run: Run, refused: Run) -> None:
    medium = run("announce", "Perawat", "--template", "lowongan", "--field", "batas=30 November 2026", "--no-wait")
    (fact,) = medium["announcement"]["details"]
    assert (fact["before"], fact["words"], fact["pictogram"]) == ("Sampai", "30 November 2026", "calendar")
    code, line = refused("announce", "Perawat", "--template", "lowongan", "--field", "warna=biru")
    assert (code, "tempat, gaji, batas, lamaran" in line) == (2, True)


def test_the_templates_are_listed_with_their_fields(run: Run, refused: Run) -> None:
    listed = {each["id"]: each for each in run("announce", "--list-templates")}
    assert set(listed["duka-cita"]["fields"]) == {"jabatan", "wafat", "rumah_duka", "pemakaman"}
    assert refused("announce")[0] == 2


def test_playlists_are_made_changed_and_removed(run: Run, refused: Run, poster: Path, words: Run) -> None:
    (medium,) = run("library", "add", str(poster), "--title", "Buka 08:30")
    made = run("playlist", "create", "Pagi hari", "Buka 08:30", "buka 08:30:12")
    assert [entry["duration_ms"] for entry in made["value"]["entries"]] == [None, 12_000]
    longer = run("playlist", "add", "pagi-hari", medium["id"], "--valid-until", "2026-12-01T00:00", "--share", "3")
    last = longer["value"]["entries"][-1]
    assert (last["valid_until"], last["share"]) == ("2026-11-30T16:00:00.000Z", 3)
    assert "0:12" in words("playlist", "show", "Pagi hari")
    assert len(run("playlist", "remove", "pagi-hari", "1")["value"]["entries"]) == 2
    assert "pagi-hari" in {part["id"] for part in run("playlist", "list")}
    code, line = refused("library", "remove", medium["id"])
    assert code == 1
    assert "Pagi hari" in line
    assert run("playlist", "remove", "Pagi hari") == {"removed": ["pagi-hari"]}


def test_a_booking_with_everything(run: Run, words: Run, poster: Path) -> None:
    run("library", "add", str(poster), "--title", "Libur")
    run("playlist", "create", "Liburan", "Libur:10", "--shares")
    booked = run(
        *("schedule", "add", "Liburan", "--display", "tugu", "--display", "taman", "--from", "22:00", "--to", "04:00"),
        *("--days", "sen,fri", "--first", "2026-11-02", "--last", "2026-12-31", "--except", "2026-12-25"),
        *("--priority", "70", "--interrupt", "6", "--name", "Malam libur", "--include", "2026-12-01"),
    )
    value = booked["value"]
    assert value["display_ids"] == ["tugu-adipura", "taman-anti-narkoba"]
    assert value["hours"] == {"starts": "22:00:00", "ends": "04:00:00", "weekdays": [0, 1, 2, 3, 4, 5, 6]}
    assert value["recurrence"]["rule"] == "FREQ=WEEKLY;BYDAY=MO,FR"
    assert (value["kind"], value["plays_per_hour"], value["priority"]) == ("interrupt", 6, 70)
    assert "22:00 to 04:00 of the next day" in words("schedule", "list", "--display", "taman")
    assert run("schedule", "remove", "Malam libur") == {"removed": [booked["id"]]}


def test_a_booking_may_use_a_daypart_and_one_day(run: Run, refused: Run, office: Office, poster: Path) -> None:
    run("library", "add", str(poster), "--title", "Sore")
    run("playlist", "create", "Sorean", "Sore:10")
    booked = run("schedule", "add", "Sorean", "--display", "tugu", "--daypart", "Sore", "--on", "2026-11-23")
    assert booked["value"]["daypart_id"]
    assert (booked["value"]["recurrence"]["first"], booked["value"]["recurrence"]["rule"]) == ("2026-11-23", "")
    code, line = refused("schedule", "add", "Sorean", "--display", "tugu", "--daypart", "Sore", "--from", "07:00")
    assert code == 2
    assert "leave out" in line


def test_what_plays_is_told_with_the_reason(run: Run, words: Run, poster: Path) -> None:
    run("library", "add", str(poster), "--title", "Utama")
    run("playlist", "create", "Utama", "Utama:10")
    run("schedule", "add", "Utama", "--display", "taman", "--from", "06:00", "--to", "12:00", "--name", "Pagi penting")
    at = tomorrow()
    found = run("plays", "taman", "--at", f"{at}T09:00", "--draft")
    assert (found["slot_name"], found["at"]) == ("Pagi penting", f"{at}T01:00:00Z")
    told = words("plays", "Taman Anti Narkoba", "--at", f"{at}T13:00", "--draft", "--why")
    assert "Pagi penting" in told
    assert "other hours" in told


def test_what_is_published_is_signed_and_believed(run: Run, poster: Path) -> None:
    run("library", "add", str(poster), "--title", "Terbit")
    run("playlist", "create", "Terbitan", "Terbit:10")
    run("playlist", "filler", "Terbitan")
    (publication,) = run("publish")
    assert publication["group"] == "utama"
    assert {receipt["display_id"] for receipt in publication["receipts"]} >= {"tugu-adipura"}
    assert run("plays", "tugu")["kind"] in ("filler", "loop")


def test_a_player_that_is_approved_later_is_named_by_what_is_published(run: Run, office: Office, words: Run) -> None:
    (publication,) = run("publish", "--no-wait")
    with SimulatedPlayer(office.url, "NNNN-PPPP") as player:
        player.ask()
        assert "plays what is published now" in words("fleet", "approve", "nnnn pppp", "--display", "tugu")
        programme = office.client.programme("utama")
        assert programme["revision"] > publication["revision"]
        assert player.device_id in {display["fingerprint"] for display in programme["displays"]}
        run("fleet", "unbind", "tugu")


def test_an_alert_is_raised_listed_and_taken_back(run: Run, words: Run) -> None:
    raised = run("alert", "raise", "Banjir di Sungai Lambangan", "--body", "Jauhi bantaran.", "--minutes", "5")
    assert "Banjir" in words("alert", "list")
    assert raised["value"]["headline"] == "Banjir di Sungai Lambangan"
    assert run("alert", "cancel", "Banjir") == {"cancelled": raised["id"]}
    assert not [alert for alert in run("alert", "list") if alert["live"]]


def test_the_fleet_lists_walls_without_players(run: Run, refused: Run) -> None:
    players = run("fleet", "list")["players"]
    assert {player["display_id"] for player in players} >= {"tugu-adipura", "taman-anti-narkoba"}
    code, line = refused("fleet", "approve", "BCDF-GHJK", "--display", "tugu")
    assert code == 1
    assert "BCDF" in line
    code, line = refused("fleet", "screenshot", "tugu")
    assert code == 1
    assert line


def test_plays_are_reported_as_data_and_as_csv(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "laporan.csv"
    report = run("report", "plays", "--from", "2026-11-01T00:00", "--to", "2026-11-02T00:00", "--csv", str(target))
    assert report["starts"] == "2026-10-31T16:00:00Z"
    assert target.read_text("utf-8-sig").splitlines()[0].count(",") > 3


def test_the_hub_may_be_named_by_its_address(office: Office, capsys, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("DISPLAYCTL_TOKEN", office.installation.token_file.read_text())
    assert main(["display", "list", "--json", "--hub", office.url]) == 0
    assert "tugu-adipura" in capsys.readouterr().out


def test_a_wrong_token_is_told(office: Office, capsys, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("DISPLAYCTL_TOKEN", "wrong")
    assert main(["display", "list", "--hub", office.url]) == 1
    assert "token" in capsys.readouterr().err
