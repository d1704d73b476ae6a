"""The version of this program, as it is told to the hub."""

from __future__ import annotations

from functools import cache


@cache
def product_version() -> str:
    """The installed version; ``0`` where the program runs uninstalled."""
    from importlib.metadata import PackageNotFoundError, version  # slow to import, and not needed for the first picture

    try:
        return version("videotron-displayctl")
    except PackageNotFoundError:
        return "0"
