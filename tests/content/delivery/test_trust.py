"""The last known good: what a player has without network, without clock, and after its disk has suffered."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from content.delivery import judge as judging
from content.delivery.bundle import Bundle, pack, unpack
from content.delivery.trust import Trust
from content.delivery.trust_store import TrustStore
from content.errors import ContentError, Damaged, Refused, StorageFull
from content.studio.signing import sign_programme
from tests.content.delivery.ground import BUILT, DAY, HOUR, NOON, PROG_TAMAN, PROG_TUGU, SECOND, TUGU, Ground
from tests.fakes.clock import PushedClock
from tests.fakes.former_office import sign_root


def test_a_new_player_knows_nothing_yet(ground: Ground) -> None:
    known = ground.player().last_known_good()
    assert known.documents == ()
    assert known.stale
    assert known.confirmed_until is None
    assert known.document(TUGU) is None


def test_what_is_admitted_is_there_after_a_restart(ground: Ground) -> None:
    ground.publish({"programme": 1})
    ground.alert("banjir")
    player = ground.player()
    admitted = player.admit(ground.bundle(), "tugu")
    assert [document.path for document in admitted.documents] == [TUGU, "emergency/banjir.json"]
    assert [document.role for document in admitted.documents] == [PROG_TUGU, "emergency"]
    assert admitted.refused == {}
    player.close()
    known = ground.player().last_known_good()
    assert set(known.documents) == set(admitted.documents)
    assert known.versions == admitted.versions
    assert known.confirmed_until == ground.clock.now() + DAY
    assert not known.stale
    assert known.damaged == ()


def test_only_what_changed_is_said_to_have_changed(ground: Ground) -> None:
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    assert player.admit(ground.bundle(), "tugu").changed == frozenset()
    ground.alert("banjir")
    assert player.admit(ground.bundle(), "tugu").changed == {"emergency", "snapshot", "timestamp"}


def test_an_alert_that_is_withdrawn_is_gone(ground: Ground) -> None:
    player = ground.player()
    for alert_id in ("banjir", "gempa"):
        ground.alert(alert_id)
        player.admit(ground.bundle(), "tugu")
    ground.alert("banjir", None)
    player.admit(ground.bundle(), "tugu")
    assert [document.path for document in player.last_known_good().documents] == ["emergency/gempa.json"]


def test_a_retired_group_plays_nothing(ground: Ground) -> None:
    player = ground.player()
    ground.publish({"programme": 1})
    player.admit(ground.bundle(), "tugu")
    ground.publish(None)
    player.admit(ground.bundle(), "tugu")
    assert player.last_known_good().document(TUGU) is None


def test_a_wall_that_moves_to_another_group_forgets_the_first(ground: Ground) -> None:
    player = ground.player()
    ground.publish({"programme": 1})
    ground.publish({"programme": 1}, "taman")
    player.admit(ground.bundle(), "tugu")
    player.admit(ground.bundle("taman"), "taman")
    known = player.last_known_good()
    assert [document.role for document in known.documents] == [PROG_TAMAN]
    assert PROG_TUGU not in known.versions


def test_a_role_whose_signature_is_too_old_does_not_hold_the_others_up(ground: Ground) -> None:
    ground.alert("banjir")
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    ground.clock.push(31 * DAY)
    ground.publish({"programme": 2})
    admitted = player.admit(ground.bundle(), "tugu")
    assert admitted.refused["emergency"].rule == "expired"
    known = player.last_known_good()
    assert known.document(TUGU)
    assert known.document("emergency/banjir.json")


def test_a_group_nobody_knows_is_refused_by_name(ground: Ground) -> None:
    admitted = ground.player().admit(ground.bundle(), "pasar")
    assert admitted.refused["prog-pasar"].rule == "not-delegated"


def test_a_bundle_without_anything_is_refused(ground: Ground) -> None:
    with pytest.raises(Refused) as caught:
        ground.player().admit(Bundle({}), "tugu")
    assert caught.value.rule == "missing"


def test_a_bundle_in_which_no_role_is_right_is_refused(ground: Ground) -> None:
    ground.clock.push(NOON - NOON + 366 * DAY - HOUR)
    files = {name: data for name, data in ground.bundle().files.items() if not name.endswith("drill.json")}
    with pytest.raises(Refused):
        ground.player().admit(Bundle(files), "tugu")


def test_a_bundle_travels_as_a_message(ground: Ground) -> None:
    ground.publish({"programme": 1})
    assert ground.player().admit(unpack(pack(ground.bundle())), "tugu").refused == {}


def test_a_player_may_be_enrolled_with_a_later_root(ground: Ground) -> None:
    root = sign_root(ground.keyring, ground.repository.bootstrap_root(), ground.online.public_key, ground.clock.now())
    ground.repository.accept(root)
    player = Trust(ground.folder / "late", root.metadata, ground.clock, BUILT)
    assert player.admit(ground.bundle(), "tugu").versions["root"] == 2


def test_time_never_goes_back_before_what_is_known(ground: Ground) -> None:
    player = ground.player()
    ground.clock.set(BUILT - 100 * DAY)
    assert player.now() == BUILT
    ground.clock.set(NOON)
    player.admit(ground.bundle(), "tugu")
    ground.clock.set(BUILT - 100 * DAY)
    assert player.now() == NOON


def test_many_signatures_in_one_second_do_not_hurry_the_time(ground: Ground) -> None:
    for number in range(30):
        signed = sign_programme(ground.keyring, ground.repository.current(PROG_TUGU), "tugu", {"n": number}, NOON)
        ground.repository.accept(signed)
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    assert player.time_floor == player.now() == NOON


def test_a_clock_that_was_ahead_does_not_make_the_right_time_look_impossible(ground: Ground) -> None:
    clock = PushedClock(NOON + 20 * HOUR)
    player = ground.player(clock=clock)
    player.admit(ground.bundle(), "tugu")
    clock.set(NOON)
    assert player.time_floor == NOON
    ground.publish({"programme": 1})
    assert player.admit(ground.bundle(), "tugu").refused == {}


def test_a_clock_that_is_behind_is_found_out_by_what_was_signed(ground: Ground) -> None:
    player = ground.player(clock=PushedClock(BUILT))
    ground.publish({"programme": 1})
    player.admit(ground.bundle(), "tugu")
    assert player.time_floor == NOON + SECOND


def test_what_the_disk_has_spoiled_is_not_given_back(ground: Ground) -> None:
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    with player._store.change() as change:
        change.set_cache(
            {"timestamp.json": b"{", "snapshot.json": b"[]", "root_history/1.root.json": b'{"signed":{"version":"1"}}'}
        )
    assert dict(player.give_back().files) == {}


def test_what_a_player_holds_can_be_given_back(ground: Ground) -> None:
    ground.publish({"programme": 1})
    ground.alert("banjir")
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    assert dict(player.give_back().files) == dict(ground.bundle().files)
    ground.publish({"programme": 2})
    broken = {name: data for name, data in ground.bundle().files.items() if "programme.json" not in name}
    player.admit(Bundle(broken), "tugu")
    names = player.give_back().files
    assert [name for name in names if PROG_TUGU in name] == []
    assert ground.player("second").admit(ground.bundle(), "tugu").refused == {}


def test_the_last_known_good_needs_no_tuf(ground: Ground) -> None:
    ground.publish({"programme": 1})
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    player.close()
    program = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from content.delivery.trust import Trust; from schedules.clock import SystemClock\n"
        "trust = Trust(Path(sys.argv[1]), b'', SystemClock(), datetime(2026, 1, 1, tzinfo=UTC))\n"
        "assert trust.last_known_good().document('prog/tugu/programme.json').content == b'{\"programme\":1}'\n"
        "loaded = {'tuf', 'securesystemslib', 'cryptography'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    home = str(ground.folder / "player")
    subprocess.run([sys.executable, "-c", program, home], check=True, timeout=30, cwd=Path(__file__).parents[3])


def test_ngclient_still_has_the_names_we_lean_on(ground: Ground, tmp_path: Path) -> None:
    updater = judging._refreshed(
        judging.Case(ground.bundle().files, ground.repository.bootstrap_root(), ground.clock.now(), ()),
        _laid_out(tmp_path / "place"),
    )
    trusted = updater._trusted_set
    assert trusted.reference_time == ground.clock.now()
    assert trusted["targets"] is trusted.targets
    assert trusted.get("nobody") is None


def _laid_out(folder: Path) -> Path:
    (folder / "root_history").mkdir(parents=True)
    return folder


def test_leftovers_of_a_judgement_are_swept_at_start(ground: Ground) -> None:
    leftover = ground.folder / "player" / "judge-abc"
    leftover.mkdir(parents=True)
    ground.player()
    assert not leftover.exists()


def test_bundles_may_come_from_several_threads(ground: Ground) -> None:
    player = ground.player()
    ground.publish({"programme": 1})
    failed: list[Exception] = []

    def admit() -> None:
        try:
            player.admit(ground.bundle(), "tugu")
        except ContentError as error:
            failed.append(error)

    threads = [threading.Thread(target=admit) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        player.last_known_good()
    assert failed == []


def test_a_document_the_disk_has_lost_is_left_out_and_named(ground: Ground) -> None:
    ground.publish({"programme": 1})
    ground.alert("banjir")
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    with sqlite3.connect(ground.folder / "player" / "trust.db") as db:
        db.execute("UPDATE document SET content=? WHERE path=?", (b"{}", TUGU))
    known = player.last_known_good()
    assert known.damaged == (TUGU,)
    assert [document.path for document in known.documents] == ["emergency/banjir.json"]


def damage(path: Path, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(0)
        file.write(data)


@pytest.mark.parametrize("data", [b"no database at all " * 400, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_state_that_is_damaged_is_set_aside_and_begun_anew(ground: Ground, data: bytes) -> None:
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    player.close()
    damage(ground.folder / "player" / "trust.db", data)
    again = ground.player()
    assert again.started_over
    assert again.last_known_good().documents == ()
    assert (ground.folder / "player" / "trust.db.damaged").exists()
    assert again.admit(ground.bundle(), "tugu").refused == {}
    again.close()
    assert not ground.player().started_over


@pytest.mark.parametrize("size", [None, 0, 1, 100, 4096, 20_000])
def test_a_state_cut_short_or_removed_is_begun_anew_and_said(ground: Ground, size: int | None) -> None:
    ground.publish({"programme": 1})
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    player.close()
    path = ground.folder / "player" / "trust.db"
    if size is None:
        path.unlink()
    else:
        os.truncate(path, size)
    again = ground.player()
    assert again.started_over
    assert again.last_known_good().documents == ()
    assert again.admit(ground.bundle(), "tugu").refused == {}
    again.close()
    assert not ground.player().started_over


def test_a_page_gone_bad_is_found_at_start(ground: Ground) -> None:
    ground.publish({"programme": "x" * 50_000})
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    player.close()
    path = ground.folder / "player" / "trust.db"
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 8] = b"\x0d\xff\xff\xff\xff\xff\xff\xff"
    path.write_bytes(data)
    assert ground.player().started_over


def test_a_page_gone_bad_while_running_is_said(ground: Ground) -> None:
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    player._store._db.execute("DROP TABLE document")
    with pytest.raises(Damaged, match=r"trust\.db"):
        player.last_known_good()
    with pytest.raises(Damaged, match=r"trust\.db"):
        player.admit(ground.bundle(), "tugu")


def test_a_disk_gone_bad_while_running_is_said_with_the_way_out(ground: Ground) -> None:
    ground.publish({"programme": 1})
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    player._store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = ground.folder / "player" / "trust.db"
    damage(path, path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))
    player._store._db.execute("PRAGMA shrink_memory")
    with pytest.raises(Damaged, match="sets a damaged file aside"):
        player.last_known_good()
    player.close()
    assert ground.player().started_over


def test_a_state_of_a_newer_program_is_left_alone(ground: Ground) -> None:
    ground.player().close()
    path = ground.folder / "player" / "trust.db"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=2")
    with pytest.raises(Damaged, match="newer version"):
        ground.player()
    assert path.exists()


def test_a_state_that_cannot_be_opened_is_not_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "trust.db").mkdir()
    with pytest.raises(Damaged, match=r"trust\.db"):
        TrustStore(tmp_path / "trust.db")
    assert (tmp_path / "trust.db").is_dir()


def test_a_change_that_fails_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    store = TrustStore(tmp_path / "trust.db")
    with suppress(ConnectionError), store.change() as change:
        change.set_instant("noon", NOON)
        raise ConnectionError
    assert store.instant("noon") is None


def test_every_change_waits_for_the_disk(tmp_path: Path) -> None:
    full = 2  # https://www.sqlite.org/pragma.html#pragma_synchronous
    assert TrustStore(tmp_path / "trust.db")._db.execute("PRAGMA synchronous").fetchone() == (full,)


def test_a_full_disk_is_said_and_what_was_known_stays(ground: Ground) -> None:
    player = ground.player()
    ground.publish({"programme": 1})
    player.admit(ground.bundle(), "tugu")
    player._store._db.execute("PRAGMA max_page_count=1")
    ground.publish({"programme": "x" * 100_000})
    with pytest.raises(StorageFull, match=r"trust\.db"):
        player.admit(ground.bundle(), "tugu")
    document = player.last_known_good().document(TUGU)
    assert document
    assert document.content == b'{"programme":1}'


def test_a_place_that_cannot_be_written_is_an_error_of_the_disk(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = ground.player()
    full = OSError(28, "No space left on device")

    def no_room(*_: object, **__: object) -> None:
        raise full

    ground.publish({"programme": 1})
    for name in ("Updater", "_document", "Path.mkdir"):
        with monkeypatch.context() as patch:
            patch.setattr(f"content.delivery.judge.{name}", no_room)
            with pytest.raises(StorageFull):
                player.admit(ground.bundle(), "tugu")
    assert isinstance(player, Trust)
