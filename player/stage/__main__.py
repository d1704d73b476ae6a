"""The stage process: ``python -m player.stage``, spoken to over stdin and stdout as `player.stage.port` says."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from typing import NoReturn

from player.decoder.supervisor import DecoderProcess
from player.lifeline import die_with_parent, go_first
from player.stage.backdrop import Backdrop
from player.stage.decoders import start_main_decoders
from player.stage.framing import is_framed
from player.stage.mail import Inbox, Outbox
from player.stage.port import Arrange, Fault, FaultKind
from player.stage.screen import EXIT_WITHOUT_SCREEN, NoScreen, require_screen
from schedules.clock import SystemClock


class Beginning:
    """Waits for `Arrange` and starts the decoders, on a thread of its own: Qt loads meanwhile."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._arrange: Arrange | None = None
        self._decoders: Sequence[DecoderProcess] = ()
        self._thread = threading.Thread(target=self._carry, daemon=True, name="beginning")
        self._thread.start()

    def result(self) -> tuple[Arrange | None, Sequence[DecoderProcess]]:
        """The arrangement and its decoders, once they are there; None where the agent ended without one."""
        self._thread.join()
        return self._arrange, self._decoders

    def _carry(self) -> None:
        self._arrange = self._inbox.read_first()
        if self._arrange is not None:
            self._decoders = start_main_decoders(self._arrange)


def main() -> int:
    die_with_parent(os.getppid())
    go_first()
    backdrop = None if is_framed() else Backdrop.open(int(SystemClock().now().timestamp()))
    try:
        if backdrop is None:
            require_screen()
    except NoScreen as error:
        sys.stderr.write(f"displayctl-player: {error}\n")
        return EXIT_WITHOUT_SCREEN
    outbox = Outbox(sys.stdout.buffer)
    inbox = Inbox(sys.stdin.buffer, lambda reason: outbox.put(Fault(FaultKind.REQUEST_REFUSED, "", reason)))
    beginning = Beginning(inbox)
    from player.stage.application import StageApplication, open_qt

    arrange, decoders = beginning.result()
    if arrange is not None:
        app = open_qt()
        stage = StageApplication(arrange, decoders, inbox, outbox, backdrop)
        stage.run(app)
        if stage.keeps_picture:
            leave(0)  # before Qt takes its window down
    return 0


def leave(code: int) -> NoReturn:
    """End this process at once: carrier threads may be reading still, and Qt has nothing left to do."""
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main())
