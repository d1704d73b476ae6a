"""What a wall keeps and what it still lacks, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from displayctl.api.models import PlayerState, Receipt, ReceiptStage
from displayctl.desktop.presenters.fault_words import media_with
from displayctl.desktop.presenters.words import counted, size_words

translate = QCoreApplication.translate
MISSING = "medium-missing"


@dataclass(frozen=True, slots=True)
class Stored:
    """`share` of the room for media that is used, 0 to 1 (None: not told); `lines` say the rest, a fact each."""

    share: float | None
    lines: tuple[str, ...]
    missing: str
    missing_titles: tuple[str, ...] = ()


def stored_of(player: PlayerState | None, receipt: Receipt | None, title_of: Callable[[str], str]) -> Stored:
    """What is known of one wall's storage; `title_of` names a medium by its id."""
    if player is None or not player.device_id:
        return Stored(None, (), translate("Storage", "No player is paired with this wall yet."))
    used, limit = _count(player, "cache_bytes"), _count(player, "cache_limit_bytes")
    lines: list[str] = []
    if used is not None:
        files = _count(player, "cache_files") or 0
        lines.append(
            counted(
                translate("Storage", "{size} of media in {count} file"),
                translate("Storage", "{size} of media in {count} files"),
                files,
                size=size_words(used),
            )
        )
    if limit is not None:
        lines.append(translate("Storage", "At most {size} are kept for media").format(size=size_words(limit)))
    if player.free_bytes is not None:
        lines.append(translate("Storage", "{size} are free on its disk").format(size=size_words(player.free_bytes)))
    share = min(1.0, used / limit) if used is not None and limit else None
    titles = tuple(sorted(title_of(medium) for medium in media_with(MISSING, player.faults)))
    return Stored(share, tuple(lines), _missing(player, receipt), titles)


def stage_words(receipt: Receipt | None) -> str:
    """How far the wall has come with what was published last."""
    if receipt is None:
        return translate("Storage", "Nothing was published for this wall yet.")
    if receipt.missing_assets and receipt.stage in (ReceiptStage.COMPLETE, ReceiptStage.ON_AIR):
        one = translate("Storage", "The newest programme is on air, but not all it needs is there yet: {count} file.")
        many = translate("Storage", "The newest programme is on air, but not all it needs is there yet: {count} files.")
        return counted(one, many, receipt.missing_assets)
    said = {
        ReceiptStage.WAITING: translate("Storage", "It has not answered to the newest publication yet."),
        ReceiptStage.RECEIVED: translate("Storage", "It has the newest programme, and fetches what that needs."),
        ReceiptStage.COMPLETE: translate("Storage", "It has everything of the newest programme."),
        ReceiptStage.ON_AIR: translate("Storage", "The newest programme is on air, with everything it needs."),
        ReceiptStage.REFUSED: translate("Storage", "It refused the newest publication; see “What it refused…”."),
    }
    return said[receipt.stage]


def _missing(player: PlayerState, receipt: Receipt | None) -> str:
    count, size = _count(player, "cache_missing"), _count(player, "cache_missing_bytes")
    if count is None and receipt is not None:
        count = receipt.missing_assets
    if count is None:
        return translate("Storage", "It has not told what is missing.")
    if not count:
        return translate("Storage", "Nothing is missing.")
    if not size:
        one, many = translate("Storage", "{count} file is missing."), translate("Storage", "{count} files are missing.")
        return counted(one, many, count)
    one = translate("Storage", "{count} file is missing, {size}; it is being fetched.")
    many = translate("Storage", "{count} files are missing, {size}; they are being fetched.")
    return counted(one, many, count, size=size_words(size))


def _count(player: PlayerState, name: str) -> int | None:
    value = player.stats.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
