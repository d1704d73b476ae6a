"""What players say is wrong is read in the operator's language, as players really say it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from displayctl.api.models import PlayerState
from displayctl.desktop.presenters.fault_words import say_fault
from displayctl.desktop.presenters.refusal_words import receipt_words
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.wall_words import trouble
from player.decoder.live_words import Trouble
from player.safe_mode import KEPT, LOSSES, SENTENCES, WITHIN_S, Features
from player.stage.child import _farewell
from player.stage.complaints import Complaints
from player.stage.pictures import STANDS_STILL
from player.stage.port import Fault, FaultKind
from player.stage.quarantine import FAILURES
from player.stage.reel import Lap
from tests.player.stage.scripted_decks import cue

FILE = Path("/var/lib/pemutar/assets/ab/abcdef")


pytestmark = pytest.mark.usefixtures("indonesian")


def read(line: str) -> str:
    return say_fault(line, {"m1": "Poster"}.__getitem__)


def said_of_a_file(kind: FaultKind, detail: str) -> str:
    """A stage's word about a file, as the player hands it on."""
    heard: list[Fault] = []
    Complaints(heard.append).say(kind, Lap(cue(FILE, 1, 60), 0, 0, 60, 0), detail)
    return f"{heard[0].kind} (m1): {heard[0].detail}"


@pytest.mark.parametrize(
    ("kind", "detail", "words"),
    [
        (
            FaultKind.LATE,
            "is too heavy for this machine (1280x720, 12 of 30 frames a second); it drops frames now",
            "“Poster” terlalu berat untuk mesin pemutar",
        ),
        (
            FaultKind.LATE,
            "cannot keep its pace because other work keeps this machine busy; it drops frames for half a minute",
            "Mesin pemutar sibuk dengan pekerjaan lain; “Poster”",
        ),
        (
            FaultKind.LATE,
            "gave no picture in time, and now its time is over",
            "“Poster” tidak memberi gambar tepat waktu",
        ),
        (
            FaultKind.DECODER_LOST,
            "its decoder took 292 MB of memory, more than the 254 it may and is started again",
            "“Poster” memakan memori pemutar melebihi batas",
        ),
        (FaultKind.LATE, STANDS_STILL, "“Poster” adalah animasi yang diam di layar"),
        (
            FaultKind.MEDIUM_BROKEN,
            "is over after 4024 of its 40000 ms; fetch or import it again",
            "“Poster” habis setelah 4,0 dtk, padahal seharusnya 40,0 dtk",
        ),
        (
            FaultKind.MEDIUM_BROKEN,
            "is far too heavy for this machine (4096x2160), even where frames are dropped; make a lighter rendition",
            "“Poster” jauh terlalu berat",
        ),
        (
            FaultKind.MEDIUM_BROKEN,
            "is not a picture that can be read (bad); replace the file",
            "“Poster” tidak dapat diputar",
        ),
        (
            FaultKind.MEDIUM_QUARANTINED,
            "failed again and again and is left out for ten minutes",
            "“Poster” berulang kali gagal di layar ini",
        ),
    ],
)
def test_a_file_that_fails_is_said_with_its_title_and_what_is_wrong(kind: FaultKind, detail: str, words: str) -> None:
    assert read(said_of_a_file(kind, detail)).startswith(words)


def test_all_that_is_said_of_bad_files_is_known_at_the_desk() -> None:
    heard: list[Fault] = []
    complaints, lap = Complaints(heard.append), Lap(cue(FILE, 1, 60), 0, 0, 60, 0)
    for number in range(FAILURES):
        complaints.note_failure(lap, number)
    assert complaints.is_fit(lap, FAILURES) is False
    complaints.is_fit(Lap(cue(FILE.with_name("other"), 1, 60), 0, 0, 60, 0), FAILURES)
    complaints.say_of_rest("was lost and started again")
    assert {fault.kind for fault in heard} == {
        FaultKind.MEDIUM_QUARANTINED,
        FaultKind.MEDIUM_MISSING,
        FaultKind.DECODER_LOST,
    }
    assert all(str(FILE.parent) not in read(f"{fault.kind} (m1): {fault.detail}") for fault in heard)
    assert all("decoder" not in read(f"{fault.kind}: {fault.detail}").lower() for fault in heard)


@pytest.mark.parametrize("trouble", Trouble)
def test_why_a_live_stream_gives_no_pictures_is_said_with_what_to_do(trouble: Trouble) -> None:
    plain = read("stream-lost (m1): rtsp://10.0.0.9/kanal is unknown")
    said = _said_of(trouble)
    assert "iaran langsung “Poster”" in said
    assert said not in {plain, *(_said_of(other) for other in Trouble if other is not trouble)}
    assert re.search(r"[Pp]eriksa|perbaiki|berikan|atur|[Mm]ulai", said), "what to do"


def _said_of(trouble: Trouble) -> str:
    return read(f"stream-lost (m1): rtsp://10.0.0.9/kanal {trouble.sentence}")


@pytest.mark.parametrize(
    "line",
    [
        *(f"{_farewell(code)} (restart 3)" for code in (-9, 0, 1, 3)),
        "the stage said nothing for 11 s (restart 4)",
        "no new picture was presented for 12 s though one was due (restart 4)",
        "the stage showed another item than the one due for 12 s (restart 4)",
        "the stage's memory kept growing; it was replaced (restart 4)",
        *(
            SENTENCES[features].format(losses=LOSSES, minutes=WITHIN_S / 60)
            for features in (Features.PICTURES, Features.SLATE)
        ),
        *KEPT.values(),
        "the clock differs from the hub's by -86 s; check the time service",
        "the clock cannot be trusted; items for any time are shown until the hub tells the time",
        "the programme was valid until 2026-11-20 04:00 UTC; publish a new one",
        "nothing was confirmed by the hub since 2026-11-20 04:00 UTC; playing what is here",
        "the disk has no room for 1000 bytes more; free some or fit a larger one; the wall goes on with what is here",
        "abcdef012345 could not be fetched 3 times: the hub said nothing",
        f"the asset {'ab' * 32} has other bytes; it was set aside as x.damaged, fetch or import it again",
        "play records from 2026-11-20 04:00:00 to 2026-11-20 04:01:00 UTC may be missing: the player was cut off",
        "programme.json on the stick: not believed: the clock is years wrong",
    ],
)
def test_what_a_player_says_of_itself_is_read_in_indonesian(line: str) -> None:
    said = read(line)
    assert not {"the", "was", "it", "is"} & set(said.lower().split())


def test_a_wall_that_came_after_the_programme_asks_for_another_publication_wherever_that_is_told() -> None:
    said = "the programme does not name the wall display-3e70; publish one that does"
    for words in (say_fault(f"refused (other-display): {said}", str), receipt_words(f"other-display: {said}")):
        assert words == "Program yang sudah terbit belum memuat layar ini. Terbitkan, lalu layar ini menayangkannya."
    other = "the programme names another player for tugu; publish again after pairing this one"
    assert say_fault(f"refused (other-display): {other}", str) == receipt_words(f"other-display: {other}")
    assert "pemutar lain" in receipt_words(f"other-display: {other}")
    paired = "the player of 'Pasar Simpong' was paired after the last publication; publish so that it may play"
    assert say_sentence(paired).startswith("“Pasar Simpong” dipasangkan setelah penerbitan terakhir.")


def test_safe_mode_is_told_of_once() -> None:
    line = SENTENCES[Features.PICTURES].format(losses=LOSSES, minutes=WITHIN_S / 60)
    state = PlayerState(display_id="tugu", faults=(line, "x"), stats={"safe_mode": "pictures"})
    assert trouble(state) == ("x",)
    assert trouble(state.model_copy(update={"stats": {}})) == (line, "x")
