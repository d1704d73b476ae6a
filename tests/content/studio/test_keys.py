"""People's keys: sealed with a passphrase, carried to another desk, recovered; and what is refused with its reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.delivery.files import LocalFiles
from content.errors import ContentError, ContentMissing, Damaged, Refused
from content.studio.key_folder import KeyFolder
from content.studio.operators import Operator, id_for, public_of
from content.studio.passphrases import CHEAPEST, COST, check_passphrase, stretched
from content.studio.sealed_keys import operator_in, unseal
from schedules.errors import InvalidValue
from tests.content.delivery.ground import NOON

WORDS, OTHER = "kuda hijau lompat pagar", "angin barat di teluk"


@pytest.fixture
def folder(tmp_path: Path) -> KeyFolder:
    return KeyFolder(tmp_path / "keys", CHEAPEST)


def rule_of(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.rule


def test_a_key_opens_with_its_passphrase_and_with_no_other(folder: KeyFolder, tmp_path: Path) -> None:
    made = folder.make("Sekar Ayu", WORDS)
    assert made.operator == folder.operators()[0]
    assert made.operator.id == "sekar-ayu"
    opened = folder.unlock("sekar-ayu", WORDS + "\n")
    assert public_of(opened.signer("root")) == made.operator.key
    assert (tmp_path / "keys" / "sekar-ayu.key").stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match="not the passphrase of Sekar Ayu") as caught:
        folder.unlock("sekar-ayu", OTHER)
    assert rule_of(caught) == "passphrase"


@pytest.mark.parametrize(
    ("passphrase", "words"),
    [("pendek", "6 characters"), ("a" * 20, "repeats"), ("sekarayu1234", "a name"), ("x" * 2000, "more than")],
)
def test_what_a_thief_would_try_early_is_no_passphrase(folder: KeyFolder, passphrase: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        folder.make("Sekar Ayu", passphrase)
    assert rule_of(caught) == "passphrase-weak"
    assert folder.operators() == ()


def test_an_accent_may_be_typed_in_either_way() -> None:
    assert stretched("caf\u00e9 di tepi laut", b"1" * 16, 4) == stretched("cafe\u0301 di tepi laut", b"1" * 16, 4)
    check_passphrase(WORDS, "", "Sekar")


def test_guessing_costs_what_it_should_and_no_file_can_ask_for_more() -> None:
    assert COST == 17
    for cost in (0, 21):
        with pytest.raises(Refused, match=r"N = 2\^"):
            stretched(WORDS, b"1" * 16, cost)


def test_a_new_passphrase_takes_the_place_of_the_old_one(folder: KeyFolder) -> None:
    key = folder.make("Budi", WORDS).operator.key
    with pytest.raises(Refused, match="not the passphrase"):
        folder.change_passphrase("budi", OTHER, OTHER)
    folder.change_passphrase("budi", WORDS, OTHER)
    assert folder.unlock("budi", OTHER).operator.key == key
    with pytest.raises(Refused):
        folder.unlock("budi", WORDS)


def test_a_key_goes_to_another_desk_on_a_stick(folder: KeyFolder, tmp_path: Path) -> None:
    made = folder.make("Budi", WORDS)
    stick = folder.bring_out("budi", tmp_path / "stick")
    stick.chmod(0o777)  # a stick knows no permissions
    other = KeyFolder(tmp_path / "other", CHEAPEST)
    with pytest.raises(Refused, match="not the passphrase"):
        other.bring_in(stick, OTHER)
    assert other.bring_in(stick, WORDS) == made.operator
    with pytest.raises(Refused, match="already") as caught:
        other.bring_in(stick, WORDS)
    assert rule_of(caught) == "key-there"
    assert other.unlock("budi", WORDS).operator == made.operator


def test_a_lost_key_comes_back_with_the_page_from_the_safe(folder: KeyFolder, tmp_path: Path) -> None:
    made = folder.make("Citra", WORDS)
    files = folder.make_recovery(made, tmp_path / "safe", NOON)
    page = files.page.read_text()
    assert "Citra" in page
    assert made.operator.fingerprint in page
    assert WORDS not in page
    code = page.split("code")[1].split("Cetak")[0].lower()
    folder.remove("citra")
    with pytest.raises(ContentMissing):
        folder.remove("citra")
    assert folder.recover(files.file, code, OTHER) == made.operator
    assert folder.unlock("citra", OTHER).operator == made.operator
    with pytest.raises(Refused, match="not the code on the page"):
        folder.recover(files.file, "BBBB-CCCC", OTHER)


def test_a_recovery_never_takes_somebody_elses_place(folder: KeyFolder, tmp_path: Path) -> None:
    files = folder.make_recovery(folder.make("Citra", WORDS), tmp_path / "safe", NOON)
    code = files.page.read_text().split("code")[1].split("Cetak")[0]
    folder.remove("citra")
    folder.make("Citra", WORDS)
    with pytest.raises(Refused) as caught:
        folder.recover(files.file, code, OTHER)
    assert rule_of(caught) == "key-there"
    with pytest.raises(Refused, match="there already"):
        folder.make_recovery(folder.unlock("citra", WORDS), tmp_path / "safe", NOON)


def test_a_key_that_others_may_read_is_not_used(folder: KeyFolder, tmp_path: Path) -> None:
    folder.make("Budi", WORDS)
    (tmp_path / "keys" / "budi.key").chmod(0o644)
    with pytest.raises(Refused) as caught:
        folder.unlock("budi", WORDS)
    assert rule_of(caught) == "key-exposed"
    with pytest.raises(ContentMissing):
        folder.unlock("siti", WORDS)
    with pytest.raises(InvalidValue):
        folder.unlock("../budi", WORDS)


def test_nobody_can_put_another_name_on_a_key(folder: KeyFolder, tmp_path: Path) -> None:
    folder.make("Budi", WORDS)
    path = tmp_path / "keys" / "budi.key"
    plain = json.loads(path.read_bytes())
    for changed in ({"name": "Kepala"}, {"id": "kepala"}, {"key": "ab" * 32}):
        with pytest.raises(Refused, match="passphrase"):
            unseal(json.dumps({**plain, **changed}).encode(), WORDS)


@given(st.data())
def test_a_damaged_key_is_refused_whatever_happened_to_it(data: st.DataObject) -> None:
    sealed = _sealed()
    at, bit = data.draw(st.integers(0, len(sealed) - 1)), data.draw(st.integers(0, 7))
    cut = data.draw(st.integers(0, len(sealed)))
    for broken in (sealed[:at] + bytes([sealed[at] ^ (1 << bit)]) + sealed[at + 1 :], sealed[:cut], b"[]", b"{}"):
        if broken.strip() != sealed.strip() and _costs_little(broken):
            try:
                found = unseal(broken, WORDS)
            except (Refused, Damaged):
                continue
            assert found.operator == operator_in(sealed)  # white space, or a digit in other capitals


def _costs_little(data: bytes) -> bool:
    try:
        cost = json.loads(data)["scrypt"]["cost"]
    except (ValueError, KeyError, TypeError):
        return True
    return not isinstance(cost, int) or cost <= 6


_KEPT: list[bytes] = []


def _sealed() -> bytes:
    if not _KEPT:
        from content.studio.sealed_keys import new_key, seal

        _KEPT.append(seal(new_key("budi", "Budi"), WORDS, CHEAPEST))
    return _KEPT[0]


def test_what_is_no_key_is_passed_over_in_lists(folder: KeyFolder, tmp_path: Path) -> None:
    folder.make("Budi", WORDS)
    (tmp_path / "keys" / "junk.key").write_bytes(b"junk")
    (tmp_path / "keys" / "huge.key").write_bytes(b"x" * 20_000)
    folder.make_recovery(folder.unlock("budi", WORDS), tmp_path / "keys", NOON)
    assert [person.id for person in folder.operators()] == ["budi"]
    with pytest.raises(Damaged):
        folder.bring_in(tmp_path / "keys" / "huge.key", WORDS)


def test_a_full_stick_is_told(folder: KeyFolder, tmp_path: Path) -> None:
    folder.make("Budi", WORDS)
    (tmp_path / "file").write_text("")
    with pytest.raises(ContentError, match="choose another folder"):
        folder.bring_out("budi", tmp_path / "file" / "stick")
    LocalFiles().make_folder(tmp_path / "keys")


@pytest.mark.parametrize(("name", "made"), [("Sekar Ayu", "sekar-ayu"), ("Dr. Ñandú, S.Kom", "dr-nandu-s-kom")])
def test_an_id_is_made_from_a_name(name: str, made: str) -> None:
    assert id_for(name) == made


def test_people_have_names_and_keys_of_one_form() -> None:
    with pytest.raises(InvalidValue):
        id_for("!!!")
    with pytest.raises(InvalidValue):
        Operator("Budi", "Budi", "ab" * 32)
    with pytest.raises(InvalidValue):
        Operator("budi", "", "ab" * 32)
    for key in ("AB" * 32, "ab", 7):
        with pytest.raises(Refused) as caught:
            Operator("budi", "Budi", key)  # type: ignore[arg-type]
        assert rule_of(caught) == "key-form"
