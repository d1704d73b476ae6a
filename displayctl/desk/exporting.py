"""Export to a folder, as on a stick, for walls that the network does not reach: what is signed, and its media."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from content.delivery.bundle import Bundle, unpack, write_folder
from content.delivery.files import LocalFiles, storage_error
from content.delivery.roles import TIMESTAMP, programme_path
from content.errors import ContentMissing, Damaged
from displayctl.api.client import HubClient
from displayctl.api.models import PartKind
from schedules.codec import programme_from_dict
from schedules.playlist import Asset

BUNDLE_FOLDER, MEDIA_FOLDER = "bundle", "media"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and until when players take it for new."""

    folder: Path
    revision: int
    media: int
    size_bytes: int
    good_until: datetime


def group_of_wall(client: HubClient, display_id: str) -> str:
    """The group whose programme a wall plays. Raises HubError."""
    return str(client.part(PartKind.DISPLAY, display_id).value["groups"][0])


def export(
    client: HubClient, group: str, target: Path, on_progress: Callable[[str], None] = lambda sentence: None
) -> Exported:
    """Write what walls of `group` need into ``target/displayctl-<group>``: signed files (alerts too) and media.

    What is there already and right is kept, and what is not needed any more goes. The signed files come last, so that a
    stick that was pulled out too early is not taken for whole. Raises HubError, ContentMissing where nothing was
    published, StorageFull, OSError.
    """
    bundle = unpack(client.bundle(group))
    programme, assets = _programme_in(bundle, group)
    folder = target / f"displayctl-{group}"
    _let_go(folder / MEDIA_FOLDER, {asset.sha256 for asset in assets})
    for number, asset in enumerate(assets, 1):
        on_progress(f"medium {number} of {len(assets)}")
        _fetch(client, folder / MEDIA_FOLDER / asset.sha256, asset)
    for path in (folder / BUNDLE_FOLDER).rglob("*.json"):
        path.unlink()
    write_folder(bundle, folder / BUNDLE_FOLDER)
    size = sum(asset.size_bytes for asset in assets) + sum(map(len, bundle.files.values()))
    return Exported(folder, programme, len(assets), size, _good_until(bundle))


def _programme_in(bundle: Bundle, group: str) -> tuple[int, tuple[Asset, ...]]:
    """Revision and assets of the programme in `bundle`."""
    head, _, tail = programme_path(group).rpartition("/")
    for name, content in bundle.files.items():
        if name.startswith(f"targets/{head}/") and name.endswith(f".{tail}"):
            programme = programme_from_dict(json.loads(content))
            assets = {each.asset.sha256: each.asset for medium in programme.media for each in medium.renditions}
            return programme.revision, tuple(assets.values())
    raise ContentMissing(f"nothing was published for {group} yet; publish it, then export")


def _good_until(bundle: Bundle) -> datetime:
    """Until when players take the hub's word that this is current."""
    timestamp = json.loads(bundle.files[f"metadata/{TIMESTAMP}.json"])
    return datetime.fromisoformat(timestamp["signed"]["expires"])


def _let_go(folder: Path, wanted: set[str]) -> None:
    LocalFiles().make_folder(folder)
    for path in folder.iterdir():
        if path.name not in wanted and path.is_file():
            path.unlink()


def _fetch(client: HubClient, path: Path, asset: Asset) -> None:
    """Write an asset, unless it is there already and right; hashed as it comes, named once it is on the stick."""
    if path.is_file() and path.stat().st_size == asset.size_bytes and _digest_of(path) == asset.sha256:
        return
    part, digest = path.with_suffix(".part"), hashlib.sha256()
    try:
        with part.open("wb") as file:
            for piece in client.asset_pieces(asset.sha256):
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != asset.sha256:
            raise Damaged(f"the hub gave other bytes for {asset.sha256[:12]} than were signed; export again")
        part.replace(path)
    except OSError as error:
        raise storage_error(error, path) from error
    finally:
        part.unlink(missing_ok=True)


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
