"""Facts inside the hub, from the service where they happened to whoever listens: desks, the library, the dispatch."""

from __future__ import annotations

import threading
from collections.abc import Callable

from displayctl.api.models import Event, Message

Listener = Callable[[Event], None]
LARGEST_DATA_BYTES = 64 << 10


class Bus:
    """Hands each fact to every listener, on the teller's thread: a listener only takes a note and returns at once."""

    def __init__(self) -> None:
        self._listeners: tuple[Listener, ...] = ()
        self._lock = threading.Lock()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hears every fact told from now on; call what is returned to stop."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

        def stop() -> None:
            with self._lock:
                self._listeners = tuple(other for other in self._listeners if other is not listener)

        return stop

    def tell(self, event: Event) -> None:
        for listener in self._listeners:
            listener(event)


def fact(kind: str, id: str, message: Message | None = None) -> Event:
    """An event about `id`; `message` is what it is now (None: gone), left out where it is too large for a live page."""
    if message is None:
        return Event(kind=kind, id=id)
    if len(message.model_dump_json()) > LARGEST_DATA_BYTES:
        return Event(kind=kind, id=id)
    return Event(kind=kind, id=id, data=message.model_dump(mode="json"))
