"""Office documents: known by what is in them, refused where they are dangerous, and made into PDFs under limits."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from content.errors import Cancelled, UnusableMedia
from content.studio.confinement import GIB
from content.studio.office_conversion import OfficeLimits, convert_to_pdf, find_office, not_installed
from content.studio.office_files import OfficeKind, office_kind
from content.studio.workshop import Workshop
from tests.content.studio import samples
from tests.fakes.office_documents import archive, office_document, stand_in, written_document

QUICK = OfficeLimits(seconds=0.8)


@pytest.mark.parametrize("kind", list(OfficeKind))
def test_a_document_is_known_by_what_is_in_it(kind: OfficeKind, tmp_path: Path) -> None:
    made = office_document(tmp_path / f"surat.{kind.value}")
    assert office_kind(made.rename(tmp_path / "surat.bin"), "surat") is kind


def test_other_archives_and_other_files_are_no_documents(tmp_path: Path) -> None:
    assert office_kind(archive(tmp_path / "a.zip", {"foto": b"x"}), "a") is None
    assert office_kind(archive(tmp_path / "b.xlsx", {"xl/workbook.xml": b"x"}), "b") is None
    assert office_kind(samples.picture(tmp_path / "c.png"), "c") is None


@pytest.mark.parametrize(
    ("name", "entries", "why"),
    [
        ("a.pptx", {"ppt/vbaProject.bin": b"x"}, "holds macros"),
        ("a.odt", {"Basic/script-lc.xml": b"x"}, "holds macros"),
        ("a.odp", {"Scripts/python/rapat.py": b"x"}, "holds macros"),
        ("a.odt", {"Object 1/scripts\\rapat.js": b"x"}, "holds macros"),
        ("a.odp", {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}, "locked with a password"),
        ("a.docx", {"media/bom": bytes(65 << 20)}, "would unpack to 65 MiB"),
    ],
)
def test_what_must_not_be_opened_is_refused(name: str, entries: dict[str, bytes], why: str, tmp_path: Path) -> None:
    made = office_document(tmp_path / name, entries)
    with pytest.raises(UnusableMedia, match=f"surat (is )?{why}"):
        office_kind(made, "surat")


def test_a_folder_with_a_longer_name_holds_no_macros(tmp_path: Path) -> None:
    made = office_document(tmp_path / "a.odt", {"Transcripts/rapat.txt": b"x", "Pictures/vbaproject.bin.png": b"x"})
    assert office_kind(made, "surat") is OfficeKind.ODT


def test_a_damaged_archive_is_told_from_a_document(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.pptx", {"ppt/presentation.xml": b"x" * 1000}).read_bytes()
    (tmp_path / "b.pptx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnusableMedia, match="is damaged"):
        office_kind(tmp_path / "b.pptx", "surat")


def test_a_child_looks_into_documents(workshop: Workshop, tmp_path: Path) -> None:
    assert workshop.office_kind(office_document(tmp_path / "a.odp")) is OfficeKind.ODP
    with pytest.raises(UnusableMedia, match=r"a\.pptx holds macros"):
        workshop.office_kind(office_document(tmp_path / "a.pptx", {"ppt/vbaProject.bin": b""}))


def test_without_libreoffice_it_is_said_what_to_install(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() is None
    with pytest.raises(UnusableMedia, match="apt install libreoffice-impress libreoffice-writer"):
        workshop.pdf_of(office_document(tmp_path / "rapat.pptx"), OfficeKind.PPTX)
    assert "rapat.odt is a text document, for which LibreOffice" in str(not_installed("rapat.odt", OfficeKind.ODT))


def test_its_pdf_is_taken_over_and_nothing_else_stays(tmp_path: Path) -> None:
    pdf = samples.document(tmp_path / "wanted.pdf", pages=2)
    office = stand_in(tmp_path / "bin", 'pwd > "$out/ruang.txt"', f'cp {pdf} "$out/dokumen.pdf"')
    made = convert(tmp_path, office, OfficeLimits())
    assert made.read_bytes() == pdf.read_bytes()
    assert (made.parent / "ruang.txt").read_text().strip() == str(tmp_path / "ruang")


def test_one_that_makes_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableMedia, match="could not be made into a PDF"):
        convert(tmp_path, stand_in(tmp_path / "bin", "exit 0"), OfficeLimits())


def test_one_that_hangs_is_ended_with_all_it_has_started(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    office = stand_in(tmp_path / "bin", "sleep 600 &", f"echo $! > {pid}", "sleep 600")
    with pytest.raises(UnusableMedia, match="given up"):
        convert(tmp_path, office, QUICK)
    assert ended(int(pid.read_text()))


def test_a_person_can_stop_it(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        convert(tmp_path, stand_in(tmp_path / "bin", "sleep 600"), OfficeLimits(), cancelled=True)


def test_what_it_becomes_has_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
        ran = subprocess.run(bounded(code), check=False, capture_output=True, text=True)
    if ran.returncode == 0:
        pytest.skip("this system lets no process leave its network")
    assert "Network is unreachable" in ran.stderr or "refused" in ran.stderr


def bounded(code: str) -> list[str]:
    limits = (str(2 * GIB), str(1 << 20), "20")
    return [sys.executable, "-m", "content.studio.bounded_program", *limits, sys.executable, "-c", code]


def convert(folder: Path, office: Path, limits: OfficeLimits, *, cancelled: bool = False) -> Path:
    room = folder / "ruang"
    room.mkdir()
    source = office_document(folder / "surat.docx")
    return convert_to_pdf(
        source, OfficeKind.DOCX, room, limits, name="surat", office=office, cancelled=lambda: cancelled
    )


def ended(pid: int) -> bool:
    """Whether a process is gone, or a corpse that nobody has fetched yet."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed here")
def test_libreoffice_makes_a_page_for_each_page(workshop: Workshop, tmp_path: Path) -> None:
    letter = written_document(tmp_path / "surat.odt", "Halaman satu", "Halaman dua", "Halaman tiga")
    made = workshop.pdf_of(letter, OfficeKind.ODT)
    assert workshop.inspect(made).pages == 3
    made.unlink()
