"""Sentences of the hub about feeds that do not come, and of desks about warnings, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def feed_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of these sentences, each with what is said here."""
    return (
        (
            r"(?P<host>\S+) is not known \(.*\); check its name, .*",
            translate("Sentences", "{host} was not found; check the address and the network."),
        ),
        (
            r"(?P<host>\S+) has no address; .*",
            translate("Sentences", "{host} was not found; check the address and the network."),
        ),
        (
            r"(?P<url>\S+) did not come \(.*\); try again later",
            translate("Sentences", "{url} cannot be reached; check the network, or try again later."),
        ),
        (r"(?P<url>\S+) took too long; .*", translate("Sentences", "{url} took too long; try again later.")),
        (r"(?P<url>\S+) was cut off after .*", translate("Sentences", "{url} was cut off; try again later.")),
        (
            r"(?P<url>\S+) answered (?P<status>\d+); .*",
            translate("Sentences", "{url} answered with the error {status}; look at its address in a browser."),
        ),
        (
            r"(?:address: )?(?P<url>.+) is (?:not an address|neither http nor https).*",
            translate("Sentences", "{url} is no address; write it as https://name/path."),
        ),
        (
            r"(?P<host>\S+) stands for (?P<address>\S+), which is inside and not on the internet; .*",
            translate(
                "Sentences",
                "{host} is in the office's own network ({address}). If that is meant, write its network into the form.",
            ),
        ),
        (
            r"(?:address: )?(?P<folder>.+) is not a whole path; .*",
            translate("Sentences", "{folder} is no whole path; write it from the root, as /srv/cap."),
        ),
        (
            r"(?P<folder>/.+) cannot be read \(.*\); check its name and rights",
            translate("Sentences", "The folder {folder} cannot be read on the hub; check its name and rights."),
        ),
    )
