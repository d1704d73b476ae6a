"""The stage process: ``python -m player.stage``, spoken to over stdin and stdout as `player.stage.port` says."""

from __future__ import annotations

import os
import sys

from player.lifeline import die_with_parent, go_first
from player.stage.decoders import start_decoders
from player.stage.mail import Inbox, Outbox
from player.stage.port import Fault, FaultKind
from player.stage.screen import EXIT_WITHOUT_SCREEN, NoScreen, require_screen


def main() -> int:
    die_with_parent(os.getppid())
    go_first()
    try:
        require_screen()
    except NoScreen as error:
        sys.stderr.write(f"displayctl-player: {error}\n")
        return EXIT_WITHOUT_SCREEN
    outbox = Outbox(sys.stdout.buffer)
    inbox = Inbox(sys.stdin.buffer, lambda reason: outbox.put(Fault(FaultKind.REQUEST_REFUSED, "", reason)))
    arrange = inbox.read_first()
    if arrange is None:
        return 0
    decoders = start_decoders(arrange)
    from player.stage.application import StageApplication, open_qt  # Qt loads while the decoders start

    app = open_qt()
    StageApplication(arrange, decoders, inbox, outbox).run(app)
    return 0


if __name__ == "__main__":
    code = main()
    sys.stderr.flush()
    os._exit(code)  # carrier threads may be reading still, and Qt has nothing left to do
