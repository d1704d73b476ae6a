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
            r"(?:address: )?'(?P<network>.*)' is no network; .*",
            translate("Sentences", "“{network}” is no network; write one as 10.1.0.0/16."),
        ),
        (
            r"(?P<host>\S+) stands for (?P<address>\S+), which is inside and not on the internet; .*",
            translate(
                "Sentences",
                "{host} is in the office's own network ({address}). If that is meant, write its network into the form.",
            ),
        ),
        (
            r"\S+ was reached by more than \d+ redirects; .*",
            translate("Sentences", "The address leads on and on to others; give the last one."),
        ),
        (
            r"(?:address: )?\S+ holds a name or a password; .*",
            translate("Sentences", "The address holds a name or a password; give it without them."),
        ),
        (
            r"\S+ is at port (?P<port>\d+), which is not allowed; .*",
            translate("Sentences", "The address is at port {port}, which is not allowed; choose one at 80 or 443."),
        ),
        (
            r"\S+ stands for \S+, where clouds tell machines their secrets; .*",
            translate("Sentences", "The address leads to where clouds keep their secrets; give another."),
        ),
        (
            r"\S+ leads to an address without TLS; .*",
            translate("Sentences", "The address leads to one without TLS (http://); give that one, if it is meant."),
        ),
        (
            r"(?P<host>\S+) stands for (?P<found>.+), which is no address",
            translate("Sentences", "{host} leads to {found}, which is no address."),
        ),
        (
            r"(?P<url>\S+) is (?P<kind>\S+), not \S+(?: or \S+)*",
            translate("Sentences", "{url} gives something of another kind ({kind}); look whether it is the right one."),
        ),
        (
            r"(?P<url>\S+) is larger than \d+ bytes",
            translate("Sentences", "{url} gives more than a feed has; look whether it is the right one."),
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
