"""``python -m displayctl.hub``: a hub without the rest of the command line, as the desktop starts it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from displayctl.hub.bootstrap import serve
from displayctl.hub.config import DEFAULT_PORT, HubConfig


def main() -> int:
    parser = argparse.ArgumentParser(prog="displayctl hub", description="Run the hub of an installation.")
    parser.add_argument("--data", type=Path, help="folder of the installation")
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 for any free port")
    parser.add_argument("--any-port", action="store_true", help="take any free port when this one is busy")
    options = parser.parse_args()
    return serve(HubConfig(options.data, options.host, options.port, options.any_port))


if __name__ == "__main__":
    sys.exit(main())
