"""Why a key, a passphrase or a ceremony was refused: the English sentences, with the same in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def trust_refusals() -> tuple[tuple[str, str], ...]:
    """Patterns of sentences about keys and signatures, each with what is said here."""
    return (*_passphrases(), *_keys(), *_ceremonies())


def _passphrases() -> tuple[tuple[str, str], ...]:
    rule = translate("Trust", "use at least 12 characters, as four words that have nothing to do with each other")
    return (
        (
            r"the passphrase has (?P<n>\d+) characters; use at least.*",
            translate("Trust", "Characters in the passphrase: {n}; {rule}.").replace("{rule}", rule),
        ),
        (
            r"the passphrase repeats a few characters.*",
            translate("Trust", "The passphrase repeats a few characters; {rule}.").replace("{rule}", rule),
        ),
        (
            r"the passphrase is hardly more than a name.*",
            translate("Trust", "The passphrase is hardly more than a name; {rule}.").replace("{rule}", rule),
        ),
        (
            r"that is not the passphrase of (?P<name>.+)'s key.*",
            translate("Trust", "That is not the passphrase of {name}'s key; try again."),
        ),
        (
            r"that is not the code on the page of (?P<file>.+); .*",
            translate("Trust", "That is not the code on the page of {file}; read all of it again."),
        ),
        (
            r"this machine has no key store .*",
            translate("Trust", "This computer has no key store that could keep a passphrase; type it each time."),
        ),
        (
            r"the key of (?P<name>.*) is locked; .*",
            translate("Trust", "The key is locked; nothing was signed."),
        ),
        (
            r"several people have keys at this desk .*; say who signs.*",
            translate(
                "Trust", "Several people have keys at this desk, and nobody unlocked theirs; nothing was signed."
            ),
        ),
    )


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"there is no key at this desk; .*",
            translate("Trust", "There is no key at this desk; make one or bring one in on “Keys and authority”."),
        ),
        (
            r"a key of (?P<id>.+) is at this desk already; .*",
            translate("Trust", "A key of {id} is at this desk already; take another name."),
        ),
        (
            r"(?P<path>.+) is there already; choose another folder.*",
            translate("Trust", "{path} is there already; choose another folder, so that nothing is lost."),
        ),
        (
            r"(?P<path>.+) cannot be written \((?P<why>.+)\); choose another folder",
            translate("Trust", "{path} cannot be written; choose another folder."),
        ),
        (
            r"this is no invitation of displayctl .*",
            translate("Trust", "This is no invitation of displayctl; bring the right file."),
        ),
        (
            r"the invitation of (?P<name>.+) was changed on its way.*",
            translate("Trust", "The invitation of {name} was changed on its way; let them write it again."),
        ),
        (
            r"nobody has founded this installation yet; .*",
            translate("Trust", "Nobody has made this installation theirs yet; do the first start."),
        ),
        (
            r"what the hub hands out does not follow from what this desk knows .*",
            translate(
                "Trust",
                "What the hub hands out does not follow from what this desk knows; nothing was signed. "
                "Look into the hub, and compare fingerprints with another desk.",
            ),
        ),
    )


def _ceremonies() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"that is how it is already; .*",
            translate("Trust", "That is how it is already; there is nothing to sign."),
        ),
        (
            r"this key is not asked for any signature here.*",
            translate("Trust", "This key is not asked for a signature here; unlock that of one of the people named."),
        ),
        (
            r"without (?P<who>.+) only (?P<left>\d+) are left for (?P<role>.+), which needs (?P<n>\d+); .*",
            translate(
                "Trust",
                "Without {who} only {left} are left for {role}, which needs {n}; "
                "add somebody for it first, or lower the number.",
            ),
        ),
        (
            r"(?P<role>.+) needs (?P<n>\d+) signatures, but (?P<count>\d+) people are listed for it; .*",
            translate(
                "Trust",
                "{role} would need more signatures ({n}) than there are people who may sign ({count}); "
                "add people first, or lower the number.",
            ),
        ),
        (
            r"the (?:id|key|player|wall) (?P<what>.+) is listed twice, for (?P<one>.+) and for (?P<other>.+)",
            translate("Trust", "{what} would be listed twice, for {one} and for {other}; nobody counts for two."),
        ),
        (
            r"the policy has a rule for the group (?P<group>.+) already; .*",
            translate("Trust", "The group {group} is there already."),
        ),
        (
            r"(?P<role>.+) was signed anew since this was proposed; .*",
            translate("Trust", "{role} was signed anew since this was proposed; propose it again."),
        ),
        (
            r"(?:the proposal .+ cannot be read|this is no proposal of displayctl) .*",
            translate("Trust", "This is no proposal that can be read; bring the right file."),
        ),
    )
