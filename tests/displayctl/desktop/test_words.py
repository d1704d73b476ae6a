"""What pages say: in Indonesian by default, nothing left in English, and compiled as written."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from content.errors import UnusableMedia
from content.studio import recognise
from displayctl.api.errors import Conflict, InUse
from displayctl.api.models import PlayerState, Problem
from displayctl.desktop.language import TRANSLATIONS
from displayctl.desktop.presenters.codes import tidy_code
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.slot_words import hours_words, repeat_words
from displayctl.desktop.presenters.wall_words import trouble, wall_state
from displayctl.desktop.presenters.words import (
    ago_words,
    date_range_words,
    duration_words,
    listed,
    week_words,
    with_size,
)
from schedules.recurrence import Recurrence
from tests.builders import SUNDAY, hours

DESKTOP = TRANSLATIONS.parent
NOW = datetime(2026, 11, 22, 4, tzinfo=UTC)
TOOLS = Path(sys.executable).parent


@pytest.mark.usefixtures("indonesian")
def test_of_two_days_the_year_is_told_once_unless_it_is_another() -> None:
    assert date_range_words(date(2026, 11, 25), date(2026, 12, 4)) == "25 Nov – 4 Des 2026"
    assert date_range_words(date(2026, 12, 28), date(2027, 1, 3)) == "28 Des 2026 – 3 Jan 2027"


def messages(file: Path) -> list[tuple[str, str, str]]:
    """Context, source and translation of each message."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - our own file
    return [
        (context.findtext("name") or "", message.findtext("source") or "", message.findtext("translation") or "")
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def test_every_text_of_the_source_has_an_indonesian_one(tmp_path: Path) -> None:
    found = tmp_path / "found.ts"
    sources = [str(file) for file in sorted(DESKTOP.rglob("*.py"))]
    subprocess.run([TOOLS / "pyside6-lupdate", *sources, "-ts", found], check=True, capture_output=True, timeout=60)
    wanted = {(context, source) for context, source, _ in messages(found)}
    translated = {(context, source) for context, source, text in messages(TRANSLATIONS / "displayctl_id.ts") if text}
    assert wanted == translated


@pytest.mark.parametrize("name", ["displayctl_id", "qtbase_id"])
def test_the_compiled_translation_is_that_of_the_written_one(name: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    command = [TOOLS / "pyside6-lrelease", TRANSLATIONS / f"{name}.ts", "-qm", made]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert made.read_bytes() == (TRANSLATIONS / f"{name}.qm").read_bytes()


def test_translations_keep_the_places_to_fill_in() -> None:
    for _, source, text in messages(TRANSLATIONS / "displayctl_id.ts"):
        assert set(re.findall(r"{(\w+)}", source)) >= set(re.findall(r"{(\w+)}", text)), source
        assert set(re.findall(r"{(\w+)}", source)) == set(re.findall(r"{(\w+)}", text)), source


@pytest.mark.parametrize("text", [1, 2], ids=["English", "Indonesian"])
def test_in_the_red_window_no_letter_means_two_things(text: int) -> None:
    """Such a key would do nothing but move the keyboard, at 3 a.m."""
    said = [
        each for each in messages(TRANSLATIONS / "displayctl_id.ts") if each[0] in {"EmergencyWindow", "AlertDetails"}
    ]
    plain = {each[text].split(" (")[0] for each in said}  # the same page with and without a number
    letters = [found[1].casefold() for words in plain for found in re.finditer(r"&(\w)", words)]
    assert len(letters) >= 5
    assert len(letters) == len(set(letters))


@pytest.mark.usefixtures("indonesian")
def test_times_are_said_in_indonesian() -> None:
    assert duration_words(timedelta(minutes=1, seconds=30)) == "1 mnt 30 dtk"
    assert duration_words(timedelta(hours=1364, minutes=5)) == "1.364 j 5 mnt"
    assert ago_words(NOW, NOW - timedelta(minutes=3)) == "3 mnt lalu"
    assert ago_words(NOW, None) == "belum pernah"
    assert week_words(SUNDAY) == "22 – 28 November 2026"
    assert listed(["a", "b", "c"]) == "a, b dan c"
    assert hours_words(hours("22:00-05:00")) == "22.00–05.00 (esok hari)"
    assert repeat_words(Recurrence(SUNDAY, rule="FREQ=WEEKLY;BYDAY=FR")) == "Setiap Jumat, mulai 22 Nov 2026"


@pytest.mark.usefixtures("indonesian")
def test_failures_from_the_hub_are_said_in_indonesian() -> None:
    conflict = Conflict(Problem(type="conflict", title="Conflict", status=409, detail="changed"))
    assert "di meja lain" in say_problem(conflict)
    where = ("playlist 'Pagi'", 'slot "Jum\'at"', "the settings of the installation")
    in_use = InUse(Problem(type="in-use", title="In use", status=409, detail="", where=where))
    assert "daftar putar “Pagi”, jadwal “Jum'at” dan pengaturan" in say_problem(in_use)
    assert say_sentence("poster.png is empty (0 bytes); copy it again from where it came") == (
        "poster.png kosong (0 bita); salin ulang dari asalnya."
    )


@pytest.mark.usefixtures("indonesian")
def test_every_kind_of_file_that_walls_do_not_take_is_named_in_indonesian(tmp_path: Path) -> None:
    heads = [magic for magic, _ in recognise._REFUSED]
    for head in (*heads, b"RIFF", b"PK\x03\x04", b"catatan", b"<svg/>", b"<html>", b"\x00\x01\x02"):
        file = tmp_path / "berkas.bin"
        file.write_bytes(head + b"\x00" * 64 if head != b"catatan" and not head.startswith(b"<") else head)
        with pytest.raises(UnusableMedia) as refused:
            recognise.recognise(file)
        english = str(refused.value)
        assert not say_sentence(english).casefold().startswith(english.casefold().rstrip(".")), english


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("/stik cannot be used (Input/output error); try again, or choose another folder", "/stik tidak dapat dipakai"),
        ("the folder /stik cannot be read (Permission denied); put the stick in again", "Folder /stik tidak dapat"),
        ("the database cannot be copied to /stik (disk I/O error); free some space there", "Kosongkan sebagian"),
        ("the copy of hub.sqlite is not whole (page 3); the older backups were kept", "tidak utuh (page 3)"),
        ("somebody publishes all the time; make the backup again in a minute", "Buat cadangan lagi"),
        ("opening the backup took longer than 300 s; try again", "lebih dari 300 dtk"),
        ("the sealed keys in the backup are damaged; use another backup", "Kunci tersegel"),
        ("the backup 2026 is not there any more; put the stick in again, or use another one", "2026 sudah tidak ada"),
        ("the copy cannot be opened: it ended without a word", "tidak dapat dibuka: it ended"),
        ("the role prog-utama is not signed by those who may", "Peran prog-utama"),
        ("the signed document metadata/1.root.json is not what its digest says", "metadata/1.root.json di dalam"),
    ],
)
@pytest.mark.usefixtures("indonesian")
def test_what_hinders_a_backup_is_said_in_indonesian(english: str, words: str) -> None:
    assert words in say_sentence(english)


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("klip.mp4 is cut off: its header promises 9.0 GB, but only 12 bytes are there; copy it again", "terpotong"),
        ("no room is left to prepare klip.mp4; free some space and import it again", "Disk hub penuh"),
        ("no room is left to make a PDF of klip.mp4; free some space and import it again", "Disk hub penuh"),
        ("page 3 of klip.mp4 measures 90000 x 90000 points; choose another", "Halaman 3"),
        ("klip.mp4 has no page 9; choose one from 1 to 3", "halaman 9"),
        ("klip.mp4 lasts 4.0 s, and is cut to begin after 9.0 s; cut it anew", "4,0 dtk"),
    ],
)
@pytest.mark.usefixtures("indonesian")
def test_why_a_file_cannot_be_prepared_is_said_in_indonesian(english: str, words: str) -> None:
    said = say_sentence(english)
    assert "klip.mp4" in said
    assert words in said


@pytest.mark.parametrize(
    "english",
    [
        "Banjir cannot be shown at 12.5 s; prepare it anew",
        "Banjir has too few key frames to be looked at; prepare it anew",
        "Banjir holds several films at once; prepare it anew with one of them",
        "Banjir does not say how large its pictures are; save it anew as MP4 (H.264)",
        "that is not the code on the page of citra.recovery.key; read all of it again",
        "several people have keys at this desk (budi, sekar); say who signs, with --as",
        "'kanan' reaches beyond the canvas; make it smaller",
        "canvas.height_px: 8192x4096 is more than 16777216 pixels; use several displays",
    ],
)
@pytest.mark.usefixtures("indonesian")
def test_why_a_draft_or_a_key_is_of_no_use_is_said_in_indonesian(english: str) -> None:
    said = say_sentence(english)
    assert said.casefold().rstrip(".") != english.casefold()
    assert {"dapat", "tidak", "berisi", "bukan", "beberapa"} & set(said.casefold().split())


@pytest.mark.parametrize(
    "english",
    [
        "display.logo: 'Gempa' is an announcement, not a picture; choose another medium",
        "ticker.texts: 'Gempa' is a picture, not an announcement; choose another medium",
        "id: 'Gempa' is a card, not a live stream; choose a stream",
        "poster_id: 'Gempa' is an animation; choose a picture as a poster",
        "id: 'Gempa' is a card; write a new announcement for your words",
        "id: 'Gempa' is a picture; choose a video",
        'id: "Gempa" is a picture; choose a video',
        "id: 'Gempa' is an announcement and has no pages; choose a document",
        "page: 'Gempa' is an announcement and has no pages; leave that out",
        "id: 'Gempa' is an announcement and has no file; change it instead",
        "crops: 'Gempa' is a stream, which cannot be cropped; leave that out",
        "begins_ms: 'Gempa' is a picture; only a video can be cut",
        "ends_ms: 900 to None ms is no part of 'Gempa', which lasts 1000 ms; leave 200 ms of it at least",
    ],
)
@pytest.mark.usefixtures("indonesian")
def test_a_medium_of_the_wrong_kind_is_told_in_indonesian(english: str) -> None:
    said = say_sentence(english)
    assert "“Gempa”" in said
    assert not {"is", "choose", "change", "leave", "no", "cannot"} & set(said.casefold().split())


def test_a_sentence_nobody_knows_stays_as_it_came() -> None:
    assert say_sentence("something new happened") == "Something new happened."


@pytest.mark.parametrize(
    ("typed", "code"), [("bcdf ghjk", "BCDF-GHJK"), ("BCDF-GHJK", "BCDF-GHJK"), ("BCDF", None), ("AAAA-AAAA", None)]
)
def test_codes_are_taken_as_people_type_them(typed: str, code: str | None) -> None:
    assert tidy_code(typed) == code


def test_a_wall_is_on_air_only_with_a_sign_of_life() -> None:
    fresh = PlayerState(display_id="tugu", device_id="d", connected=True, last_seen=NOW)
    assert wall_state(fresh, NOW).role == "chip-good"
    assert wall_state(fresh, NOW + timedelta(minutes=2)).role == "chip-warning"
    assert wall_state(fresh.model_copy(update={"connected": False}), NOW).role == "chip-danger"
    assert wall_state(None, NOW).role == "chip-warning"


def test_a_wrong_clock_and_a_full_disk_are_told() -> None:
    state = PlayerState(display_id="tugu", device_id="d", clock_offset_ms=90_000, free_bytes=1)
    assert len(trouble(state)) == 2


def test_figures_after_a_name_from_right_to_left_are_not_turned_round(application: QApplication) -> None:
    assert with_size("Tugu", 640, 384) == "Tugu · 640 × 384"
    layout = QTextLayout(with_size("Pasar مرحبا", 640, 384))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    text = layout.text()
    assert line.cursorToX(text.index("640"))[0] < line.cursorToX(text.index("384"))[0]
