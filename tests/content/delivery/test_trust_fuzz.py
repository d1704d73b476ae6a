"""Whatever a bundle or a role file holds, it is admitted or refused in words; nothing else is ever raised."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from securesystemslib.formats import encode_canonical
from tuf.api.exceptions import RepositoryError

from content.delivery.bundle import Bundle
from content.delivery.roles import POLICY, ROOT, SNAPSHOT, TIMESTAMP, SignedRole, metadata_name
from content.delivery.tufnames import CryptoSigner
from content.errors import ContentError
from tests.content.delivery.ground import PROG_TUGU, ROOT_NAME, Ground, role_of
from tests.content.delivery.power import in_memory

ROLES = (POLICY, PROG_TUGU, "emergency", SNAPSHOT, TIMESTAMP, ROOT)
LEAF = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 80), 1 << 80),
    st.text(max_size=8),
    st.sampled_from(["../../etc", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "sha256", "ed25519", "a/*", ""]),
    st.just([]),
    st.just({}),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with in_memory(tmp_path_factory.mktemp("world")) as folder:
        ground = Ground(folder)
        ground.publish({"programme": 1})
        ground.alert("banjir")
        yield ground


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of every value inside `value`."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in items for place in places(item, (*path, key)))]


def changed(value: Any, place: tuple[Any, ...], leaf: object) -> Any:
    """`value` with `leaf` at `place`."""
    if not place:
        return leaf
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[place[0]] = changed(copy[place[0]], place[1:], leaf)
    return copy


def file_of(world: Ground, role: str) -> tuple[str, bytes]:
    bundle = world.bundle()
    if role == ROOT:
        return metadata_name(ROOT, 2), bundle.files[ROOT_NAME]
    name = next(n for n in bundle.files if n == metadata_name(role, 0) or n.split(".")[1:] == [role, "json"])
    return name, bundle.files[name]


def signed_again(signer: CryptoSigner, signed: object) -> bytes:
    """`signed`, whatever it is, with a good signature."""
    try:
        canonical = encode_canonical(signed).encode()
    except Exception:  # noqa: BLE001 - what has no canonical form cannot be signed
        canonical = b""
    signature = signer.sign(canonical).to_dict()
    return json.dumps({"signed": signed, "signatures": [signature]}).encode()


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(role=st.sampled_from(ROLES), at=st.integers(0, 5000), leaf=LEAF)
def test_any_role_file_is_admitted_or_refused(
    world: Ground, quick_path: Path, role: str, at: int, leaf: object
) -> None:
    name, data = file_of(world, role)
    metadata = json.loads(data)
    spots = places(metadata)
    broken = changed(metadata, spots[at % len(spots)], leaf)
    _admit(world, quick_path, Bundle({**world.bundle().files, name: json.dumps(broken).encode()}))


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(role=st.sampled_from(ROLES), at=st.integers(0, 5000), leaf=LEAF)
def test_any_content_that_is_rightly_signed_is_admitted_or_refused(
    world: Ground, quick_path: Path, role: str, at: int, leaf: object
) -> None:
    name, data = file_of(world, role)
    signed = json.loads(data)["signed"]
    spots = places(signed)
    broken = changed(signed, spots[at % len(spots)], leaf)
    signer = world.online if role in (SNAPSHOT, TIMESTAMP) else world.keyring.signer(role)
    again = signed_again(signer, broken)
    _admit(world, quick_path, Bundle({**world.bundle().files, name: again}))
    if role not in (SNAPSHOT, TIMESTAMP, ROOT):
        with suppress(RepositoryError, ContentError):  # of the thief's own program, which cannot seal everything
            _admit(world, quick_path, world.stolen({role: again}))
    if role not in (SNAPSHOT, TIMESTAMP):
        before = world.bundle()
        with suppress(ContentError):
            world.repository.accept(SignedRole(role, again))
        assert role_of(world.bundle(), PROG_TUGU) == role_of(before, PROG_TUGU) or role == PROG_TUGU


def _admit(world: Ground, folder: Path, bundle: Bundle) -> None:
    home = folder / secrets.token_hex(8)
    home.mkdir()
    player = world.player(str(home))
    with suppress(ContentError):
        player.admit(bundle, "tugu")
    player.last_known_good()
    player.close()
