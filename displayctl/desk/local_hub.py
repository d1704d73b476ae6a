"""A hub as a child process of the desk: started when none runs, awaited until healthy, stopped with it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

from displayctl.api.client import HubClient
from displayctl.api.errors import HubError
from displayctl.desk.installation import Installation, desk_token, find_hub_url
from displayctl.desk.known_hubs import pin_for
from displayctl.desk.sessions import credential
from displayctl.errors import DeskTokenMissing, HubDidNotStart, HubUnknown

START_TIMEOUT_SECONDS = 60.0
STOP_TIMEOUT_SECONDS = 15.0
POLL_SECONDS = 0.05
LARGEST_LOG_BYTES = 32 << 20


class LocalHub:
    """A running hub that this process started, or found running; only one it started is stopped by `stop`."""

    def __init__(self, installation: Installation, process: subprocess.Popen[bytes] | None, url: str) -> None:
        self.installation = installation
        self.url = url
        self._process = process

    @property
    def started_here(self) -> bool:
        return self._process is not None

    @property
    def running(self) -> bool:
        """False once a hub started here has ended; one found running counts as running."""
        return self._process is None or self._process.poll() is None

    def client(self, timeout_seconds: float = 30.0) -> HubClient:
        pin = pin_for(self.installation, self.url)
        return HubClient(self.url, credential(self.installation), timeout_seconds, pin=pin)

    def stop(self) -> None:
        """Asks the hub to end and waits; one that does not listen is ended by force."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> LocalHub:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def start_hub(installation: Installation, port: int = 8765) -> LocalHub:
    """The hub of this installation: the one that runs already, else a new child process, healthy when this returns.

    With `port` 0 any free port is taken; a busy `port` becomes a free one too. Raises HubDidNotStart with the last
    lines of the hub's log.
    """
    found = _running_hub(installation)
    if found is not None:
        return LocalHub(installation, None, found)
    installation.data.mkdir(parents=True, exist_ok=True)
    log = installation.data / "hub.log"
    _set_aside(log)
    command = [
        sys.executable,
        "-m",
        "displayctl.hub",
        "--data",
        str(installation.data),
        "--port",
        str(port),
        "--any-port",
    ]
    with log.open("ab") as sink:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink)
    try:
        return LocalHub(installation, process, _wait_until_healthy(installation, process, log))
    except BaseException:
        process.kill()
        process.wait()
        raise


def _running_hub(installation: Installation) -> str | None:
    url = find_hub_url(installation, environment={})
    return url if url is not None and _healthy(installation, url) else None


def _wait_until_healthy(installation: Installation, process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise HubDidNotStart(f"the hub ended at once: {last_lines(log)}")
        url = _running_hub(installation)
        if url is not None:
            return url
        time.sleep(POLL_SECONDS)
    raise HubDidNotStart(f"the hub did not answer within {START_TIMEOUT_SECONDS:.0f} s; see {log}")


def _healthy(installation: Installation, url: str) -> bool:
    try:
        pin = pin_for(installation, url)
        with HubClient(url, desk_token(installation, {}), timeout_seconds=2.0, pin=pin) as client:
            client.accounts.who_am_i()
    except (HubError, DeskTokenMissing, HubUnknown):
        return False
    return True


def _set_aside(log: Path) -> None:
    """A log that has grown large becomes the former one, which there is one of."""
    if log.exists() and log.stat().st_size > LARGEST_LOG_BYTES:
        log.replace(log.with_name(log.name + ".1"))


def last_lines(log: Path) -> str:
    """The end of a log file, for a sentence about why a child process did not come up."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 2000))
        return " / ".join(file.read().decode(errors="replace").splitlines()[-3:]) or f"see {log}"
