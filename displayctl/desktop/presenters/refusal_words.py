"""Why a wall's player would not believe something, by the rule that it names: what that means, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from displayctl.api.device_reports import RefusalInfo
from displayctl.desktop.presenters.sentences import say_sentence

translate = QCoreApplication.translate


def refusal_words(refusal: RefusalInfo) -> str:
    """One or two sentences; for a rule nobody knows the sentence as the player said it."""
    return rule_words(refusal.rule, refusal.detail) or refusal.detail


def rule_words(rule: str, detail: str) -> str:
    """The same of a rule and what the player said of it; empty for a rule nobody knows."""
    if _is_unnamed(detail):
        return translate("Refusals", "The published programme does not name this wall yet. Publish, and it plays.")
    return _by_rule().get(rule, "")


def receipt_words(detail: str) -> str:
    """Why a programme was refused, as its receipt has it: ``rule: what the player said``."""
    rule, _, said = detail.partition(": ")
    return rule_words(rule, said) or say_sentence(detail)


def is_alarming(refusal: RefusalInfo) -> bool:
    """Whether somebody may have meddled, rather than a clock or a carrier being late."""
    late = refusal.rule in ("expired", "future", "missing", "pictures")
    return not late and not _is_unnamed(refusal.detail)


def _is_unnamed(detail: str) -> bool:
    """Whether the wall came after the programme, as any new one does."""
    return "the programme does not name the wall" in detail


def _by_rule() -> dict[str, str]:
    forged = translate(
        "Refusals",
        "It was not signed by as many people as the policy asks for. The wall keeps what it shows. Look into the hub.",
    )
    shape = translate(
        "Refusals", "It is not made as signed documents are made. Somebody may have meddled with the hub or the way."
    )
    keys = translate("Refusals", "The policy it came with lists keys that must not count. Look into the hub.")
    return {
        "signatures": forged,
        "threshold": forged,
        "expired": translate(
            "Refusals",
            "Its signatures have ended, or the player's clock is ahead. Publish anew, and look at the clock.",
        ),
        "future": translate(
            "Refusals", "It is dated in the future. The clock of the desk or of the player is wrong; set it right."
        ),
        "rollback": translate(
            "Refusals",
            "It is older than what the wall has seen. The hub was put back to an old copy, or somebody replays.",
        ),
        "version": translate("Refusals", "It was made by a newer version of the program. Update the player."),
        "other-display": translate(
            "Refusals",
            "It is meant for another wall or another player. Was the player replaced? Then pair and publish.",
        ),
        "swapped-role": translate(
            "Refusals", "It was signed for something else and put in this place. Look into the hub."
        ),
        "foreign-path": translate("Refusals", "It holds more than its signers may sign. Look into the hub."),
        "not-delegated": translate(
            "Refusals", "Nobody may sign for this group by the policy. Name people for it first."
        ),
        "duplicate-key": translate("Refusals", "One key stands under two names, so one person would count twice."),
        "online-key": keys,
        "key-id": keys,
        "key-form": keys,
        "missing": translate("Refusals", "Parts of it did not arrive. The player fetches it again by itself."),
        "bounds": translate("Refusals", "It is larger than anything honest is. Look into the hub."),
        "document": shape,
        "documents": shape,
        "unreadable": shape,
        "delegation-form": shape,
        "delegates-further": shape,
        "pictures": translate("Refusals", "Its picture cannot be drawn on this wall. Make it anew and publish."),
    }
