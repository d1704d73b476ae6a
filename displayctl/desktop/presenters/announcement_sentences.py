"""What the studio's files of templates, brand and dictionary say in English, in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def announcement_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of the library's sentences, each with what is said here."""
    return (
        (
            r"['\"](?P<title>.+)['\"] was changed at another desk meanwhile; save again to put yours in its place",
            translate(
                "Sentences",
                "“{title}” was changed at another desk meanwhile. What you typed stays; save again to put it in its "
                "place.",
            ),
        ),
        *_about_broken_files(),
        *_about_files(),
        (
            r"too long for (?P<walls>\d[\dx@, ]*)",
            translate("Sentences", "Too long for walls of {walls}; the others show it."),
        ),
        (
            r"'(?P<title>.+)' is too long for (?P<wall>\S+) and will be left out there",
            translate("Sentences", "“{title}” is too long for {wall} and will be left out there."),
        ),
        (
            r"(?:fields?\.)?(?P<field>[\w.]+): is longer than (?P<most>\d+) characters; .*",
            translate("Sentences", "“{field}” is longer than {most} letters; shorten it."),
        ),
        (
            r".*the accent stands out from the ground by (?P<ratio>\S+) : 1.*",
            translate("Sentences", "The accent stands out from the ground by only {ratio} : 1; 3 : 1 is the least."),
        ),
        (
            r"no installed font can draw (?P<letter>.+) \((?P<code>U\+\S+)\); .*",
            translate("Sentences", "No font of this computer can draw {letter} ({code}); retype it."),
        ),
    )


def _about_broken_files() -> tuple[tuple[str, str], ...]:
    """Where a reader of files gave up: what it says of the reason is for programmers, the place is for everybody."""
    broken = r"(?:\S+ is not used: )?file: (?P<name>.+) is no (?P<kind>TOML|JSON): "
    return (
        (
            rf"{broken}'utf-?8' codec .+; mend it there",
            translate("Sentences", "{name} is not written as UTF-8 text. Save it as that, then add it again."),
        ),
        (
            rf"{broken}.+ \(at end of document\); mend it there",
            translate("Sentences", "{name} breaks off in the middle. Write it to its end, then add it again."),
        ),
        (
            rf"{broken}.+\bline (?P<line>\d+),? column (?P<column>\d+)\b.*; mend it there",
            translate(
                "Sentences",
                "{name} is no {kind} file: it cannot be read from line {line}, letter {column} on. Mend it there, then "
                "add it again.",
            ),
        ),
    )


def _about_files() -> tuple[tuple[str, str], ...]:
    lead = r"(?:(?P<file>\S.*?) is not used: )?"
    return (
        (
            r"(?:\S+ is not used: )?file: (?P<name>.+) is no (?P<kind>TOML|JSON): (?P<why>.+); mend it there",
            translate("Sentences", "{name} is no {kind} file: {why}. Mend it there, then add it again."),
        ),
        (
            r"file: (?P<name>.+) is larger than (?P<size>\d+ KiB); .*",
            translate("Sentences", "{name} is larger than {size}; a template is a page of text."),
        ),
        (
            r"file: (?P<name>.+) is no template; .*",
            translate("Sentences", "{name} is no template; choose a file ending in .toml or .json."),
        ),
        (
            r"file: there are (?P<count>\d+) templates of the office already; .*",
            translate("Sentences", "There are {count} templates of the office already; remove one first."),
        ),
        (
            rf"{lead}picture: there is no file (?P<name>.+) beside the template; .*",
            translate("Sentences", "The picture {name} does not lie beside the template; put it there."),
        ),
        (
            rf"{lead}picture: (?P<name>.+) is no plain name of .*",
            translate("Sentences", "{name} is no plain name of a PNG, JPG or WebP that lies beside the template."),
        ),
        (
            rf"{lead}(?P<key>[\w.]+): is nothing that (?P<where>.+) has; known are: (?P<known>.+)",
            translate("Sentences", "The template says “{key}”, which is not known here. Known are: {known}."),
        ),
        (
            rf"{lead}(?P<key>[\w.]+): (?P<value>'.*'|None) is none of (?P<known>.+)",
            translate("Sentences", "“{key}” of the template is {value}, which is none of: {known}."),
        ),
        (
            rf"{lead}(?P<key>[\w.]+): (?:has no Indonesian text|is missing or no table|is no text); .*",
            translate("Sentences", "“{key}” is missing in the template, or is not written as text."),
        ),
        (
            rf"{lead}outfit\.accent: stands out from the ground by (?P<ratio>\S+) : 1.*",
            translate("Sentences", "The accent stands out from the ground by only {ratio} : 1; 3 : 1 is the least."),
        ),
        (
            rf"{lead}outfit\.ground_bottom: no letters can be read .*",
            translate("Sentences", "No letters can be read on both ground colours of the template; choose others."),
        ),
        (
            rf"{lead}id: (?P<name>.+) is that of (?P<other>.+), too; .*",
            translate("Sentences", "The templates {other} and another file share the id {name}; give one another id."),
        ),
    )
