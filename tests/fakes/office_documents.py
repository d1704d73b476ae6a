"""Office documents made by hand, and programs that stand in for a LibreOffice that works, hangs, or makes nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

ODT = "application/vnd.oasis.opendocument.text"
ODP = "application/vnd.oasis.opendocument.presentation"
_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_PARTS = {"pptx": "ppt/presentation.xml", "docx": "word/document.xml"}


def archive(path: Path, entries: dict[str, bytes]) -> Path:
    """A zip archive with these entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return path


def office_document(path: Path, more: dict[str, bytes] | None = None) -> Path:
    """The outline of the kind of document that the suffix of `path` says, with `more` entries."""
    kind = path.suffix[1:]
    own = {"mimetype": (ODP if kind == "odp" else ODT).encode()} if kind in ("odp", "odt") else {_PARTS[kind]: b"<x/>"}
    return archive(path, own | (more or {}))


def written_document(path: Path, *pages: str) -> Path:
    """An ODT that LibreOffice opens, with a line of text on each page."""
    lines = "".join(f'<text:p text:style-name="Neu">{words}</text:p>' for words in pages)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES} office:version="1.3">'
        '<office:automatic-styles><style:style style:name="Neu" style:family="paragraph">'
        '<style:paragraph-properties fo:break-before="page"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{lines}</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    entries = {"mimetype": ODT.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()}
    return archive(path, entries)


def stand_in(folder: Path, *lines: str) -> Path:
    """A `soffice` in `folder` that does these lines of shell; ``$out`` is where its PDF is wanted."""
    folder.mkdir(exist_ok=True)
    program = folder / "soffice"
    find = 'while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done'
    program.write_text("\n".join(["#!/bin/sh", find, *lines, ""]), encoding="utf-8")
    program.chmod(0o755)
    return program
