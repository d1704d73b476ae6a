"""A hub's life: everything is started in order, and stopped in reverse; what cannot start is named in one sentence."""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

from content.delivery.pin import Pin, pin_to_json
from content.errors import ContentError
from displayctl.desk.backups.finishing import finish_restoring
from displayctl.desk.folder_lock import FolderLock
from displayctl.desk.installation import Installation, find_installation
from displayctl.errors import AddressRefused, AddressTaken, StartRefused
from displayctl.hub.config import HubConfig, Listening, check_reachable, decide_listening
from displayctl.hub.logs import set_up_logs
from schedules.clock import Clock, SystemClock

__all__ = ["HubConfig", "serve"]

BACKLOG = 1024
LEAST_UNSENT_BYTES = 32 << 10


def serve(config: HubConfig, clock: Clock | None = None) -> int:
    """Runs a hub until SIGTERM or SIGINT; the exit status. What hinders it from starting is said on standard error."""
    set_up_logs()
    try:
        _serve(config, clock or SystemClock())
    except (StartRefused, ContentError) as error:
        return _refused(str(error))
    except PermissionError as error:
        return _refused(f"{error.filename}: {error.strerror}; give a folder of your own with --data")
    except OSError as error:
        return _refused(f"the hub's folder cannot be used ({error}); give another one with --data")
    return 0


def _serve(config: HubConfig, clock: Clock) -> None:
    try:
        with ExitStack() as stack:
            _run(config, clock, stack)
    except AddressTaken:
        if not config.any_port:
            raise
        # The port is busy for all to see by now, so that another one is taken this time.
        with ExitStack() as stack:
            _run(config, clock, stack)


def _run(config: HubConfig, clock: Clock, stack: ExitStack) -> None:
    listening = decide_listening(config)
    installation = find_installation(config.data)
    installation.hub_folder.mkdir(parents=True, exist_ok=True)
    installation.hub_folder.chmod(0o700)  # also one that a former version has made, or a backup brought back
    stack.enter_context(FolderLock(installation.hub_folder / "lock"))
    finish_restoring(installation.hub_folder)  # one that a power cut ended in the middle
    listener = stack.enter_context(_bound(listening.host, config))
    url = _local_url(listening, listener.getsockname()[1])
    stopped = stack.enter_context(_signals_noted())
    with _nothing_swept():
        # Imported only now: this takes a second, and what refuses a start is known before.
        from displayctl.hub.doors import open_doors
        from displayctl.hub.server import make_server
        from displayctl.hub.services import open_services

    doors = open_doors(config, listening, installation.hub_folder, clock)
    services = stack.enter_context(open_services(installation, clock, doors=doors))
    check_reachable(listening, has_administrator=services.access.has_administrator())
    stack.callback(_forget_address, installation)
    server = make_server(services, lambda: _say_ready(installation, url, doors.pin))
    if not stopped:
        listen(listener)
        server.run(sockets=[listener])


@contextmanager
def _bound(host: str, config: HubConfig) -> Iterator[socket.socket]:
    """A socket that holds the port and does not listen yet. Raises AddressRefused where the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sends small answers at once (TCP_NODELAY) only on sockets that say it.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_NOTSENT_LOWAT"):  # what waits in the kernel cannot be overtaken by an emergency
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, LEAST_UNSENT_BYTES)
        try:
            listener.bind((host, config.port))
        except OSError as error:
            if not config.any_port:
                raise AddressRefused(
                    f"port {config.port} on {host} cannot be listened on ({error.strerror}): perhaps another program "
                    "uses it; choose another with --port, or --port 0 for any free one"
                ) from error
            listener.bind((host, 0))
        yield listener


def listen(listener: socket.socket) -> None:
    """Raises AddressTaken: two hubs that start at once may both hold a port, until one of them listens."""
    try:
        listener.listen(BACKLOG)
    except OSError as error:
        raise AddressTaken(
            f"port {listener.getsockname()[1]} cannot be listened on ({error.strerror}): another program took it while "
            "the hub was starting; start again, or choose another with --port"
        ) from error


@contextmanager
def _signals_noted() -> Iterator[list[int]]:
    """The signals that came during start and stop, which only say that it is over; a running server hears its own."""

    def note(number: int, frame: FrameType | None) -> None:
        stopped.append(number)

    stopped: list[int] = []
    former = {number: signal.signal(number, note) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stopped
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


@contextmanager
def _nothing_swept() -> Iterator[None]:
    """What is imported stays. Searching it for garbage, again and again while there is more of it, slows a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _say_ready(installation: Installation, url: str, pin: Pin | None) -> None:
    """Writes where the hub answers, and by which authority, for desks on this machine, and says it."""
    fresh = installation.hub_file.with_name(installation.hub_file.name + ".new")
    facts = {"url": url, "pid": os.getpid()} | ({"pin": json.loads(pin_to_json(pin))} if pin is not None else {})
    fresh.write_text(json.dumps(facts), encoding="utf-8")
    fresh.replace(installation.hub_file)
    sys.stdout.write(f"displayctl hub: {url} (data in {installation.data})\n")
    if pin is not None:
        sys.stdout.write(f"fingerprint of its authority: {pin.fingerprint}\n")
    sys.stdout.flush()


def _forget_address(installation: Installation) -> None:
    installation.hub_file.unlink(missing_ok=True)


def _local_url(listening: Listening, port: int) -> str:
    """Where desks on this machine find the hub: on loopback, where it listens on every address."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(listening.host, listening.host)  # noqa: S104
    spelled = f"[{host}]" if ":" in host else host
    return f"{'https' if listening.tls else 'http'}://{spelled}:{port}"


def _refused(reason: str) -> int:
    sys.stderr.write(f"displayctl hub cannot start: {reason}\n")
    return 1
