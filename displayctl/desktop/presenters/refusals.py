"""Why a file cannot be shown, as the studio says it in English, with the same in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def refusals() -> tuple[tuple[str, str], ...]:
    """Patterns of the studio's sentences about kinds of files, each with what is said here."""
    return (
        (
            r"(?P<name>.+) is a (?:presentation|text document), for which LibreOffice .*",
            translate(
                "Sentences",
                "{name} needs LibreOffice on the hub's computer. Have it installed there (sudo apt install "
                "libreoffice-impress libreoffice-writer), or save the file as PDF and choose the PDF.",
            ),
        ),
        (
            r"(?P<name>.+) holds macros.*",
            translate("Sentences", "{name} holds macros, which are programs; save a copy without them, or as PDF."),
        ),
        (
            r"(?P<name>.+) would unpack to (?P<size>\d+ MiB) .*",
            translate(
                "Sentences",
                "{name} would swell to {size} when opened, as no honest document does; save it as PDF where it "
                "comes from, and choose the PDF.",
            ),
        ),
        (
            r"(?P<name>.+) (?:could not be made into a PDF|was not made into a PDF).*",
            translate("Sentences", "No PDF could be made of {name}; save it as PDF and choose the PDF."),
        ),
        (
            r"(?P<name>.+) is (?:an? (?:old )?Office document|a text document|a presentation).*",
            translate("Sentences", "{name} is an office document; open it, save it as PDF and choose the PDF."),
        ),
        (
            r"(?P<name>.+) is (?:an? )?(?:plain )?text\b.*",
            translate("Sentences", "{name} is a text file and not what its name says; choose a picture or a video."),
        ),
        (
            r"(?P<name>.+) is an archive; .*",
            translate("Sentences", "{name} is an archive; unpack it and choose the file inside."),
        ),
        (
            r"(?P<name>.+) is a program, .*",
            translate("Sentences", "{name} is a program, not a picture or a video; delete it unless you know it."),
        ),
        (
            r"(?P<name>.+) is a web page, .*",
            translate("Sentences", "{name} is a web page, not a picture or a video; save the picture itself."),
        ),
        (
            r"(?P<name>.+) is an? (?P<kind>BMP|TIFF or camera raw|Photoshop|SVG)\b.*",
            translate(
                "Sentences", "{name} is a picture of a kind that cannot be used ({kind}); save it as PNG or JPG."
            ),
        ),
        (
            r"(?P<name>.+) is a sound recording without pictures.*",
            translate("Sentences", "{name} has no pictures, only sound; a wall needs something to see."),
        ),
        (
            r"(?P<name>.+) is an? (?:sound recording|Ogg|Windows Media|Flash|MPEG program).*",
            translate("Sentences", "{name} is a recording of a kind that cannot be used; save it as MP4."),
        ),
        (
            r"(?P<name>.+) is of no kind that a wall can show.*",
            translate("Sentences", "{name} is of no kind that a wall can show; choose a picture, a video or a PDF."),
        ),
        (
            r"(?P<name>.+) takes .+ hours .*",
            translate("Sentences", "{name} is longer than a day; cut it into parts."),
        ),
        (
            r"(?P<name>.+) would become larger than .*",
            translate("Sentences", "{name} would become too large when prepared; shorten it."),
        ),
        (
            r"(?P<name>.+) has (?P<pages>\d+) pages; .*",
            translate("Sentences", "{name} has {pages} pages, more than can be used; split it."),
        ),
        (
            r"(?P<name>.+) (?:cannot be read \(|could not be read: ).*",
            translate("Sentences", "{name} cannot be read; copy it to this computer or save it anew, then try again."),
        ),
        (
            r"(?P<name>.+) is not there or is not a file.*",
            translate("Sentences", "{name} is no longer there; choose the file again."),
        ),
    )
