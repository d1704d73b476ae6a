"""The hubs in the network that a person has compared the fingerprint of, kept beside the installation."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import httpx2

from content.delivery.files import LocalFiles, write_atomically
from content.delivery.pin import LARGEST_PIN, Pin, open_context, pin_from_json, pin_to_json, same_fingerprint
from content.errors import Damaged
from displayctl.desk.installation import Installation, running_hub
from displayctl.errors import HubUnknown

FILE_NAME = "known-hubs.json"
MOST_HUBS = 64
_LARGEST_FILE = MOST_HUBS * LARGEST_PIN
_ASK_SECONDS = 10.0


def pin_for(installation: Installation, url: str) -> Pin | None:
    """What to pin for the hub at `url`: None for plain HTTP, which is for this machine alone.

    Raises HubUnknown for one in the network whose fingerprint nobody has compared, or for plain HTTP to it.
    """
    parts = urlsplit(url)
    if parts.scheme != "https":
        if parts.hostname in ("127.0.0.1", "::1", "localhost"):
            return None
        raise HubUnknown(f"{url} is plain HTTP, which everybody on the way can read and change; write it as https://")
    local = running_hub(installation)
    if local is not None and _origin(local.url) == _origin(url) and local.pin is not None:
        return local.pin
    known = _read(installation).get(_origin(url))
    if known is None:
        raise HubUnknown(
            f"nobody has compared the fingerprint of {url} yet; take it from the hub's machine, then run: "
            f"displayctl trust-hub {url}"
        )
    return known


def ask_for_pin(url: str) -> Pin:
    """The authority that the hub at `url` names, which nobody has compared yet. Raises HubUnknown."""
    try:
        with httpx2.Client(verify=open_context(), trust_env=False, timeout=_ASK_SECONDS) as http:
            pin = pin_from_json(http.get(f"{url.rstrip('/')}/authority").raise_for_status().content)
    except (httpx2.HTTPError, httpx2.InvalidURL, Damaged) as error:
        raise HubUnknown(f"{url} does not say which authority is its own ({error}); is it a hub?") from error
    if pin is None:
        raise HubUnknown(f"the hub at {url} names no authority; start it with --tls, or with --proxy-authority")
    return pin


def trust_hub(installation: Installation, url: str, fingerprint: str) -> Pin:
    """Pin the hub at `url` from now on, if its fingerprint is the one that a person read elsewhere.

    Raises HubUnknown where it is another: then somebody else answers in its place. Raises StorageFull, OSError.
    """
    pin = ask_for_pin(url)
    if not same_fingerprint(pin.fingerprint, fingerprint):
        raise HubUnknown(
            f"the fingerprint of {url} is {pin.fingerprint}, not the one that was given; somebody else may answer in "
            "the hub's place: compare it on the hub's own machine"
        )
    known = _read(installation) | {_origin(url): pin}
    if len(known) > MOST_HUBS:
        raise HubUnknown(f"{MOST_HUBS} hubs are known already; take some out of {installation.data / FILE_NAME}")
    plain = {origin: json.loads(pin_to_json(each)) for origin, each in known.items()}
    LocalFiles().make_folder(installation.data)
    data = json.dumps(plain, indent=1, sort_keys=True).encode()
    write_atomically(LocalFiles(), installation.data / FILE_NAME, data, mode=0o600)
    return pin


def _read(installation: Installation) -> dict[str, Pin]:
    path = installation.data / FILE_NAME
    try:
        with path.open("rb") as file:
            plain = json.loads(file.read(_LARGEST_FILE))
        return {str(origin): _pin(each) for origin, each in plain.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, Damaged) as error:
        raise HubUnknown(f"{path} cannot be read ({error}); take it away and compare the fingerprints again") from error


def _pin(plain: object) -> Pin:
    pin = pin_from_json(json.dumps(plain).encode())
    if pin is None:
        raise Damaged("a hub without an authority stands in it")
    return pin


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{(parts.hostname or '').lower()}:{parts.port or 443}"
