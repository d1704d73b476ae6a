"""Where an installation lies on this machine, where its hub answers, and the token that opens it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from content.errors import ContentError
from displayctl.errors import DeskTokenMissing, HubNotRunning

if TYPE_CHECKING:
    from content.delivery.pin import Pin
    from displayctl.api.client import HubClient

DATA_VARIABLE, HUB_VARIABLE, TOKEN_VARIABLE = "DISPLAYCTL_DATA", "DISPLAYCTL_HUB", "DISPLAYCTL_TOKEN"
LARGEST_SMALL_FILE_BYTES = 16 << 10


@dataclass(frozen=True, slots=True)
class Installation:
    """A whole installation in one folder: the hub's storage, the operators' keys, the desk token."""

    data: Path

    @property
    def hub_folder(self) -> Path:
        return self.data / "hub"

    @property
    def keys_folder(self) -> Path:
        return self.data / "keys"

    @property
    def token_file(self) -> Path:
        return self.data / "desk.token"

    @property
    def hub_file(self) -> Path:
        """Says ``{"url", "pid"}``, with TLS also ``"pin"``, while a hub runs on this folder."""
        return self.data / "hub.json"


@dataclass(frozen=True, slots=True)
class RunningHub:
    """Where the hub of an installation answers, and what to pin for it: None where it speaks plain HTTP."""

    url: str
    pin: Pin | None


def find_installation(data: Path | None = None, environment: Mapping[str, str] | None = None) -> Installation:
    """The installation at `data`, else at DISPLAYCTL_DATA, else in the user's data folder; it need not exist yet."""
    variables = os.environ if environment is None else environment
    if data is not None:
        return Installation(data.expanduser().absolute())
    if variables.get(DATA_VARIABLE):
        return Installation(Path(variables[DATA_VARIABLE]).expanduser().absolute())
    shared = variables.get("XDG_DATA_HOME") or "~/.local/share"
    return Installation(Path(shared).expanduser().absolute() / "displayctl")


def find_hub_url(
    installation: Installation, hub: str | None = None, environment: Mapping[str, str] | None = None
) -> str | None:
    """The address of the hub to speak to: `hub`, else DISPLAYCTL_HUB, else that of the hub that runs on this folder.

    None where no hub runs. A hub that was killed may leave its address behind: asking for its health tells.
    """
    variables = os.environ if environment is None else environment
    if hub or variables.get(HUB_VARIABLE):
        return hub or variables[HUB_VARIABLE]
    running = running_hub(installation)
    return None if running is None else running.url


def running_hub(installation: Installation) -> RunningHub | None:
    """What the hub that runs on this folder says of itself; None where none runs."""
    from content.delivery.pin import pin_from_json  # slow to import, and plain hubs need none

    try:
        plain = json.loads(_small_text(installation.hub_file))
        url, pin = plain["url"], plain.get("pin")
        found = None if pin is None else pin_from_json(json.dumps(pin).encode())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ContentError):
        return None
    return RunningHub(url, found) if isinstance(url, str) else None


def desk_token(installation: Installation, environment: Mapping[str, str] | None = None) -> str:
    """The token from DISPLAYCTL_TOKEN, else from the installation's folder; raises DeskTokenMissing."""
    variables = os.environ if environment is None else environment
    if variables.get(TOKEN_VARIABLE):
        return variables[TOKEN_VARIABLE].strip()
    try:
        return _small_text(installation.token_file).strip()
    except OSError as error:
        raise DeskTokenMissing(
            f"the desk token {installation.token_file} cannot be read ({error.strerror}); give the folder of the "
            f"installation with --data, or the token in {TOKEN_VARIABLE}"
        ) from error


def open_hub(
    data: Path | None = None, hub: str | None = None, environment: Mapping[str, str] | None = None
) -> HubClient:
    """A client of the hub that `hub`, the environment or the folder names.

    Raises HubNotRunning, DeskTokenMissing, HubUnknown for one in the network whose fingerprint was not compared yet.

    Nothing is sent yet.
    """
    from displayctl.api.client import HubClient  # slow to import, and a hub itself needs none
    from displayctl.desk.sessions import credential

    url, pin = require_hub(data, hub, environment)
    return HubClient(url, credential(find_installation(data, environment), hub, environment), pin=pin)


def require_hub(
    data: Path | None = None, hub: str | None = None, environment: Mapping[str, str] | None = None
) -> tuple[str, Pin | None]:
    """The address of the hub to speak to, and the authority it has to show. Raises HubNotRunning, HubUnknown."""
    from displayctl.desk.known_hubs import pin_for

    installation = find_installation(data, environment)
    url = find_hub_url(installation, hub, environment)
    if url is None:
        raise HubNotRunning(
            f"no hub runs on {installation.data}; start one with: displayctl hub --data {installation.data}"
        )
    return url, pin_for(installation, url)


def _small_text(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.read(LARGEST_SMALL_FILE_BYTES)
