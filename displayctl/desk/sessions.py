"""Sessions that this user has with hubs, kept in the user's own folder (mode 0600), and what opens a hub from here."""

from __future__ import annotations

import hashlib
import ipaddress
import json
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from displayctl.desk.installation import (
    HUB_VARIABLE,
    TOKEN_VARIABLE,
    Installation,
    desk_token,
    find_hub_url,
)
from displayctl.errors import DeskTokenMissing

LARGEST_BYTES = 4096


def credential(installation: Installation, hub: str | None = None, environment: Mapping[str, str] | None = None) -> str:
    """The token for the hub at `hub`, or on `installation`: from DISPLAYCTL_TOKEN, else of the session that this user
    has with it, else the desk token, which never leaves this machine. Raises DeskTokenMissing.
    """
    variables = os.environ if environment is None else environment
    address = hub or variables.get(HUB_VARIABLE)
    if variables.get(TOKEN_VARIABLE):
        return variables[TOKEN_VARIABLE].strip()
    stored = stored_session(installation, address, variables)
    if stored:
        return stored
    if address and not _is_local(address):
        raise DeskTokenMissing(f"nobody is signed in at {address}; sign in with: displayctl login --hub {address}")
    return desk_token(installation, variables)


def stored_session(installation: Installation, hub: str | None, environment: Mapping[str, str]) -> str:
    """The token of the session that was kept for this hub; empty where there is none."""
    for key in _keys(installation, hub, environment):
        try:
            with _file_of(key, environment).open(encoding="utf-8") as file:
                token = json.loads(file.read(LARGEST_BYTES))["token"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if isinstance(token, str):
            return token
    return ""


def keep_session(
    installation: Installation, hub: str | None, token: str, environment: Mapping[str, str] | None = None
) -> Path:
    """Keeps a session's token for this hub, readable by this user alone; the file. Raises OSError."""
    variables = os.environ if environment is None else environment
    key = _keys(installation, hub or variables.get(HUB_VARIABLE), variables)[0]
    path = _file_of(key, variables)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"hub": key, "token": token}, file)
    fresh.replace(path)
    return path


def forget_session(installation: Installation, hub: str | None, environment: Mapping[str, str] | None = None) -> None:
    """Forgets what was kept for this hub."""
    variables = os.environ if environment is None else environment
    for key in _keys(installation, hub or variables.get(HUB_VARIABLE), variables):
        _file_of(key, variables).unlink(missing_ok=True)


def _keys(installation: Installation, hub: str | None, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Under what a hub is known: a local one by its folder, as its port changes; one that was named by its address."""
    folder = str(installation.data)
    if not hub:
        return (folder,)
    address = hub.rstrip("/")
    here = find_hub_url(installation, None, {})
    return (folder, address) if here is not None and here.rstrip("/") == address else (address,)


def _file_of(key: str, environment: Mapping[str, str]) -> Path:
    state = environment.get("XDG_STATE_HOME") or "~/.local/state"
    name = hashlib.sha256(key.encode()).hexdigest()[:32]
    return Path(state).expanduser().absolute() / "displayctl" / "sessions" / f"{name}.json"


def _is_local(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
