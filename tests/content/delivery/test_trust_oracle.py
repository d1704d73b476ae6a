"""The oracle: with a right clock and online, our trust accepts exactly what plain tuf.ngclient accepts.

A new key of the hub makes ngclient forget which versions it has seen, so that it would go back to older ones. Ours does
not: of what ngclient accepts, it refuses exactly the roles older than ngclient itself has accepted before.
Where ours is stricter in other ways (swapped roles, key material twice, state lost by a power cut) there are stories in
test_trust_attacks instead.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tuf.api.exceptions import DownloadError, DownloadHTTPError, RepositoryError
from tuf.ngclient import FetcherInterface, Updater  # type: ignore[attr-defined]

from content.delivery.bundle import Bundle
from content.delivery.keyfile import ensure_key
from content.delivery.repository import Repository
from content.delivery.roles import POLICY, ROOT, SignedRole, alert_path, metadata_name, programme_role, wanted_roles
from content.delivery.tufnames import Metadata, Targets
from content.errors import Refused
from content.studio.signing import renew
from tests.content.delivery.ground import DAY, HOUR, PROG_TUGU, TUGU, Ground, role_of, signed_by, targets_of
from tests.fakes.former_office import sign_root

ALERTS = ("banjir", "gempa")
PATHS = {
    PROG_TUGU: (TUGU,),
    "emergency": tuple(alert_path(name) for name in ALERTS),
    "drill": tuple(alert_path(name, drill=True) for name in ALERTS),
    "fallback": ("fallback/any",),
}
Heard = dict[str, dict[str, bytes] | None] | None


class _Wire(FetcherInterface):
    """A web server that has the files of a bundle."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = url.removeprefix("http://hub/")
        if name not in self._files:
            raise DownloadHTTPError(name, 404)
        return iter((self._files[name],))


def refreshed_ngclient(ground: Ground, home: Path, bundle: Bundle, bootstrap: bytes) -> Updater | None:
    """A plain ngclient that has taken over the top roles of `bundle`; None where it refuses them."""
    home.mkdir(exist_ok=True)
    (home / "targets").mkdir(exist_ok=True)
    updater = Updater(
        str(home),
        "http://hub/metadata/",
        str(home / "targets"),
        "http://hub/targets/",
        fetcher=_Wire(bundle.files),
        bootstrap=bootstrap,
    )
    updater._trusted_set.reference_time = ground.clock.now()
    try:
        updater.refresh()
    except (RepositoryError, DownloadError):
        return None
    return updater


def heard_by_ngclient(updater: Updater | None) -> Heard:
    """What plain ngclient accepts: None for nothing at all, else by role its documents, or None where refused."""
    if updater is None:
        return None
    return {role: _documents(updater, PATHS[role]) for role in wanted_roles("tugu")}


def _documents(updater: Updater, paths: tuple[str, ...]) -> dict[str, bytes] | None:
    found: dict[str, bytes] = {}
    try:
        for path in paths:
            target = updater.get_targetinfo(path)
            if target is not None:
                found[path] = Path(updater.download_target(target)).read_bytes()
    except (RepositoryError, DownloadError):
        return None
    return found


def heard_by_us(player: object, bundle: Bundle) -> Heard:
    """The same of our own trust."""
    try:
        admitted = player.admit(bundle, "tugu")  # type: ignore[attr-defined]
    except Refused:
        return None
    heard: dict[str, dict[str, bytes] | None] = {role: {} for role in wanted_roles("tugu")}
    for document in admitted.documents:
        heard[document.role][document.path] = document.content  # type: ignore[index]
    return heard | dict.fromkeys(admitted.refused, None)


@dataclass
class World:
    """A hub with its history, and two players that hear the same: ours and a plain ngclient."""

    folder: Path
    revision: int = 0
    live: set[str] = field(default_factory=set)
    past: list[Bundle] = field(default_factory=list)
    newest: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ground = Ground(self.folder)
        self.bootstrap = self.ground.repository.bootstrap_root()
        self.player = self.ground.player()

    def hear(self, bundle: Bundle) -> None:
        """Both players get `bundle`, and have to agree."""
        updater = refreshed_ngclient(self.ground, self.folder / "plain", bundle, self.bootstrap)
        assert heard_by_us(self.player, bundle) == self._nothing_older(updater)

    def _nothing_older(self, updater: Updater | None) -> Heard:
        """What ngclient accepts, less the roles of which it has accepted a newer version before."""
        heard = heard_by_ngclient(updater)
        if updater is None or heard is None:
            return None
        for role in [role for role, documents in heard.items() if documents is not None]:
            version = updater._trusted_set[role].version
            if version < self.newest.get(role, 0):
                heard[role] = None
            else:
                self.newest[role] = version
        return None if all(documents is None for documents in heard.values()) else heard

    def publish(self) -> None:
        self.revision += 1
        self.ground.publish({"programme": self.revision})

    def raise_or_withdraw(self) -> None:
        alert_id = ALERTS[self.revision % 2]
        self.ground.alert(alert_id, None if alert_id in self.live else b"{}")
        self.live ^= {alert_id}

    def drill(self) -> None:
        self.revision += 1
        self.ground.alert(ALERTS[self.revision % 2], str(self.revision).encode(), drill=True)

    def renew_policy(self) -> None:
        self.ground.clock.push(timedelta(seconds=1))
        for role in (POLICY, "emergency", PROG_TUGU):
            current = self.ground.repository.current(role)
            assert current
            self.ground.repository.accept(renew(self.ground.keyring, role, current, self.ground.clock.now()))

    def new_hub_key(self) -> None:
        ground = self.ground
        ground.online = ensure_key(self.folder / f"online-{len(self.past)}-{ground.clock.now().timestamp():.0f}.pem")
        repository = Repository(self.folder / "desk" / "hub" / "repository", ground.online, ground.clock)
        current = repository.current(ROOT)
        assert current
        repository.accept(sign_root(ground.keyring, current, ground.online.public_key, ground.clock.now()))
        ground.repository = repository

    def two_must_sign(self) -> None:
        """The policy asks for a second person for Tugu's programmes; what is published has both signatures."""
        ground = self.ground
        ground.clock.push(timedelta(seconds=1))
        second = ensure_key(self.folder / "second.pem")
        policy = targets_of(ground.repository.current(POLICY) or b"")
        policy.add_key(second.public_key, PROG_TUGU)
        assert policy.delegations
        assert policy.delegations.roles
        policy.delegations.roles[PROG_TUGU].threshold = 2
        policy.version += 1
        again = renew(ground.keyring, PROG_TUGU, ground.repository.current(PROG_TUGU) or b"", ground.clock.now())
        both = Metadata[Targets].from_bytes(again.metadata)
        both.sign(second, append=True)
        by_policy = SignedRole(POLICY, signed_by(ground.keyring.signer(POLICY), policy))
        ground.repository.accept(by_policy, SignedRole(PROG_TUGU, both.to_bytes(), again.documents))

    def one_has_signed(self) -> Bundle:
        """A thief with the hub's key hands out what one person alone has signed."""
        targets = targets_of(role_of(self.ground.bundle(), PROG_TUGU))
        targets.version += 1
        return self.ground.stolen({PROG_TUGU: signed_by(self.ground.keyring.signer(PROG_TUGU), targets)})

    def points_back(self, at: int) -> Bundle:
        """A thief with the hub's key, be it the new one, hands out an older programme as the newest."""
        past = self.past[at % len(self.past)]
        return self.ground.stolen({PROG_TUGU: role_of(past, PROG_TUGU)}, past.files)

    def wait(self, by: timedelta) -> None:
        self.ground.clock.push(by)

    def honest(self) -> Bundle:
        self.past.append(self.ground.bundle())
        return self.past[-1]


STEPS: dict[str, Callable[[World], None]] = {
    "publish": World.publish,
    "alert": World.raise_or_withdraw,
    "drill": World.drill,
    "resign": lambda world: world.ground.repository.resign(),
    "renew": World.renew_policy,
    "new hub key": World.new_hub_key,
    "two must sign": World.two_must_sign,
    "an hour": lambda world: world.wait(HOUR),
    "a day": lambda world: world.wait(DAY),
    "a month": lambda world: world.wait(31 * DAY),
    "half a year": lambda world: world.wait(200 * DAY),
}


def without(bundle: Bundle, at: int) -> Bundle:
    names = sorted(bundle.files)
    return Bundle({name: bundle.files[name] for name in names if name != names[at % len(names)]})


def flipped(bundle: Bundle, at: int) -> Bundle:
    name = sorted(bundle.files)[at % len(bundle.files)]
    data = bytearray(bundle.files[name])
    data[at % len(data)] ^= 1 + at % 255
    return Bundle({**bundle.files, name: bytes(data)})


def forged(world: World, bundle: Bundle) -> Bundle:
    """A programme that only the hub's key has signed."""
    targets = targets_of(role_of(bundle, PROG_TUGU))
    return Bundle({**bundle.files, metadata_name(PROG_TUGU, targets.version): signed_by(world.ground.online, targets)})


@st.composite
def tampering(draw: st.DrawFn) -> Callable[[World], Bundle]:
    kinds = ["honest", "honest", "replay", "without", "flipped", "mixed", "forged", "alone", "back"]
    kind = draw(st.sampled_from(kinds))
    at = draw(st.integers(0, 5000))
    return {
        "honest": World.honest,
        "replay": lambda world: (world.honest(), world.past[at % len(world.past)])[1],
        "without": lambda world: without(world.honest(), at),
        "flipped": lambda world: flipped(world.honest(), at),
        "mixed": lambda world: Bundle({**world.honest().files, **world.past[at % len(world.past)].files}),
        "forged": lambda world: forged(world, world.honest()),
        "alone": World.one_has_signed,
        "back": lambda world: world.points_back(at),
    }[kind]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
@given(story=st.lists(st.tuples(st.sampled_from(sorted(STEPS)), tampering()), min_size=1, max_size=8))
@example(story=[("a day", World.one_has_signed), ("new hub key", World.honest)])
@example(story=[("publish", World.honest), ("new hub key", lambda world: world.points_back(0))])
def test_ours_accepts_exactly_what_plain_ngclient_accepts(
    story: list[tuple[str, Callable[[World], Bundle]]], quick_path: Path
) -> None:
    world = World(quick_path / secrets.token_hex(8))
    world.hear(world.honest())
    for step, handed_over in story:
        try:
            STEPS[step](world)
        except Refused:
            continue  # the hub itself refuses, as when its policy is too old to publish under
        world.hear(handed_over(world))


def test_the_oracle_hears_documents_at_all(quick_path: Path) -> None:
    world = World(quick_path)
    world.publish()
    updater = refreshed_ngclient(world.ground, quick_path / "plain", world.honest(), world.bootstrap)
    heard = heard_by_ngclient(updater)
    assert heard
    assert heard[programme_role("tugu")] == {TUGU: b'{"programme":1}'}


def test_both_count_signatures_alike(quick_path: Path) -> None:
    world = World(quick_path)
    world.publish()
    world.hear(world.honest())
    world.hear(world.one_has_signed())
    world.ground.clock.push(timedelta(seconds=5))
    world.two_must_sign()
    world.hear(world.honest())
    world.hear(world.one_has_signed())
    assert world.player.last_known_good().document(TUGU)
