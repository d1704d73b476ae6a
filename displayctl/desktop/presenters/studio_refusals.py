"""What the studio refuses in English, of words on a canvas and of keys, with the same in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Sentences = tuple[tuple[str, str], ...]


def studio_refusals() -> Sentences:
    """Patterns of the studio's sentences, each with what is said here."""
    return (*_on_a_canvas(), *_of_templates(), *_of_keys(), *_of_proposals())


def _on_a_canvas() -> Sentences:
    return (
        (
            r"the text is too long for this wall at the smallest readable size: take away (?P<count>\d+) characters.*",
            translate(
                "Sentences", "It is too long for this wall; take away about {count} of its letters, or write two."
            ),
        ),
        (
            r"the footer is too long for this wall: take away about (?P<count>\d+) characters.*",
            translate("Sentences", "The last line is too long for this wall; take away about {count} of its letters."),
        ),
        (
            r"the label is wider than the canvas",
            translate("Sentences", "The label is wider than this wall; shorten it."),
        ),
        (
            r"the QR code needs (?P<pixels>\d+) pixels, more than .*",
            translate("Sentences", "The QR code needs {pixels} pixels, more than this wall has to spare; shorten it."),
        ),
        (
            r"this canvas has no room for a portrait; .*",
            translate("Sentences", "This wall has no room for a portrait; leave it out."),
        ),
        (
            r"logo, QR code and footer leave no room for the words; .*",
            translate("Sentences", "Logo, QR code and last line leave no room for the words; leave one of them out."),
        ),
        (
            r"(?P<field>[\w.]+): is not plain text of at most (?P<most>\d+) characters; .*",
            translate("Sentences", "“{field}” has more than {most} letters, or some that cannot be shown; retype it."),
        ),
        (
            r"(?:[\w.]+: )is larger than (?P<most>\d+) MiB; choose a smaller picture",
            translate("Sentences", "The picture is larger than {most} MB; choose a smaller one."),
        ),
        (
            r"(?:[\w.]+: )?['\"](?P<text>.+)['\"] is not a colour; .*",
            translate("Sentences", "“{text}” is no colour; write it as #rrggbb."),
        ),
        (
            r"(?:[\w.]+: )?reaches beyond the picture; .*",
            translate("Sentences", "The part reaches beyond the picture; move it inwards."),
        ),
        (
            r"(?:[\w.]+: )?leaves less than .+ of the clip; .*",
            translate("Sentences", "That leaves too little of the clip; let it begin sooner or end later."),
        ),
        (
            r"the font (?P<font>.+) is not installed, so announcements cannot be drawn; install .*",
            translate("Sentences", "The font {font} is not installed, so announcements cannot be drawn."),
        ),
        (
            r"(?P<name>.+) is no picture; choose a PNG for a logo",
            translate("Sentences", "{name} is no picture; choose a PNG for a logo."),
        ),
        (r"(?P<name>.+) is no video; choose one", translate("Sentences", "{name} is no video; choose one.")),
        (
            r"the work on (?P<name>.+) was stopped.*|the preparation of (?P<other>.+) was stopped",
            translate("Sentences", "The work was stopped; nothing of it was kept."),
        ),
    )


def _of_templates() -> Sentences:
    return (
        (
            r"(?:[\w.]+: )?emergencies have a window and templates of their own; .*",
            translate("Sentences", "Emergencies have a window and templates of their own; choose another kind."),
        ),
        (
            r"(?:[\w.]+: )?warning stripes are for emergencies; .*",
            translate("Sentences", "Warning stripes are for emergencies; choose another ornament."),
        ),
        (
            r"(?P<field>[\w.]+): has (?P<count>\d+) characters; (?P<most>\d+) are the most, shorten it",
            translate("Sentences", "“{field}” has {count} letters; {most} are the most."),
        ),
        (
            r"(?P<field>[\w.]+): is empty; say .*",
            translate("Sentences", "“{field}” is empty; fill it in."),
        ),
    )


def _of_keys() -> Sentences:
    return (
        (
            r"the passphrase has more than (?P<most>\d+) characters; .*",
            translate("Sentences", "The passphrase has more than {most} letters; use a shorter one."),
        ),
        (
            r"others may read the key (?P<file>.+?); run .*",
            translate("Sentences", "Others on this computer may read the key {file}; ask the administrator."),
        ),
        (
            r"there is no key of (?P<name>.+) at this desk",
            translate("Sentences", "There is no key of {name} on this computer."),
        ),
        (
            r"the key was written by another version .*",
            translate("Sentences", "The key was written by a newer displayctl; install that one."),
        ),
        (
            r"(?:this|.+) is no key of displayctl\b.*",
            translate("Sentences", "This is no key of displayctl; bring the right file."),
        ),
        (
            r"the key's file (?:is not whole|asks for scrypt .+); .*|the file of .+ holds another key than it says; .*",
            translate("Sentences", "The key's file is damaged; bring its backup back."),
        ),
    )


def _of_proposals() -> Sentences:
    return (
        (
            r"signatures are missing still; wanted is one of: (?P<names>.+)",
            translate("Sentences", "Signatures are still missing; one of these has to sign: {names}."),
        ),
        (
            r"these are two different proposals; .*",
            translate("Sentences", "These are two different proposals; sign one of them."),
        ),
        (
            r"(?P<n>\d+) people are too few to sign two by two, .*",
            translate(
                "Sentences",
                "So few people ({n}) cannot sign two by two: one lost key would end everything. Take three, and put "
                "the third key into a safe.",
            ),
        ),
        (
            r"the policy has no rule for (?P<group>.+?); .*",
            translate("Sentences", "The policy has no rule for {group}; propose one first."),
        ),
        (
            r"a policy has (?P<count>\d+) people; at most (?P<most>\d+) are allowed",
            translate("Sentences", "That would be {count} people; {most} are the most."),
        ),
        (
            r"a policy (?:lists \d+ walls; at most|names at most) (?P<most>\d+) .*",
            translate("Sentences", "At most {most} of these are allowed; put walls together."),
        ),
        (
            r"the proposal (?:has no (?:root|policy) to begin with|would bring something else than .+); .*",
            translate("Sentences", "The proposal does not belong to this hub any more; make it again."),
        ),
        (
            r"the propos(?:al's|ed) .+; do not sign it",
            translate("Sentences", "The proposal is not what it says of itself. Do not sign it."),
        ),
        (
            r"the hub's policy is not signed by those who may; .*|these are not the signed bytes of .+|version \d+ of "
            r"the root is not signed by those who may|what the hub hands out as .+ is not signed by those who may; .*",
            translate("Sentences", "What the hub hands out is not signed by those who may. Sign nothing upon it."),
        ),
        (
            r"the hub does not hand out .+; a ceremony needs the files of all roles",
            translate("Sentences", "The hub does not hand out all signed files; look into the hub."),
        ),
        (
            r"the alert .+ is not live any more; .*",
            translate("Sentences", "This emergency is over already; nothing has to be taken back."),
        ),
    )
