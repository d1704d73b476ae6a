"""What becomes of files that people bring: Office documents are PDFs or kept out, and films are listened to."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from displayctl.api.errors import WrongRequest
from displayctl.api.models import JobState, MediumKind, MediumState
from tests.content.studio import samples
from tests.displayctl.hub.ground import add_wall, ended, eventually
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.office_documents import office_document, stand_in
from tests.fakes.sounding_media import write_sounding_clip


def test_without_libreoffice_a_document_is_kept_out(
    hub: RunningHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hub.client.media().total
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(WrongRequest, match="apt install libreoffice-impress"):
        hub.client.upload_medium(office_document(tmp_path / "rapat.pptx"))
    assert hub.client.media().total == before


def test_a_document_with_macros_is_kept_out(hub: RunningHub, tmp_path: Path) -> None:
    with pytest.raises(WrongRequest, match="holds macros"):
        hub.client.upload_medium(office_document(tmp_path / "rapat.pptx", {"ppt/vbaProject.bin": b"x"}))


def test_a_document_becomes_its_pdf_with_pages_to_choose(
    hub: RunningHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = samples.document(tmp_path / "wanted.pdf", pages=3)
    stand_in(tmp_path / "bin", f'cp {pdf} "$out/dokumen.pdf"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    add_wall(hub.client, "kecil", width=64, height=48)
    job = ended(hub.client, hub.client.upload_medium(office_document(tmp_path / "rapat.pptx")))
    assert job.state is JobState.DONE, job.message
    medium = eventually(lambda: m if (m := hub.client.medium(job.medium_id)).state is MediumState.READY else None)
    assert (medium.kind, medium.source_name, medium.title) == (MediumKind.DOCUMENT, "rapat.pptx", "rapat")
    assert medium.size_bytes == pdf.stat().st_size
    assert hub.client.library.page_count(medium.id) == 3


def test_a_document_that_nothing_comes_of_says_so(
    hub: RunningHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    job = ended(hub.client, hub.client.upload_medium(office_document(tmp_path / "surat.docx")))
    assert job.state is JobState.FAILED
    medium = hub.client.medium(job.medium_id)
    assert medium.state is MediumState.FAILED
    assert "could not be made into a PDF" in medium.message


def test_what_was_heard_of_a_film_is_kept_with_it(hub: RunningHub, tmp_path: Path) -> None:
    clip = write_sounding_clip(tmp_path / "azan.mp4", 4, seconds=1.5, beeps=((0.0, 1.5),))
    job = ended(hub.client, hub.client.upload_medium(clip))
    assert job.state is JobState.DONE, job.message
    findings = hub.client.medium(job.medium_id).findings
    assert findings is not None
    assert findings.sound is not None
    assert findings.sound.source_lufs == pytest.approx(-6, abs=1.5)
    assert findings.sound.wall_lufs == pytest.approx(-23, abs=1)
    assert findings.sound.loudest_lufs is not None
    _forget_what_was_heard(hub, job.medium_id)
    hub.services.library.resume()
    eventually(lambda: hub.client.medium(job.medium_id).findings == findings)


def _forget_what_was_heard(hub: RunningHub, id: str) -> None:
    """As the findings of a film are that came before anybody listened."""
    with hub.services.storage.writing() as work:
        medium = work.media.find(id)
        assert medium is not None
        assert medium.findings is not None
        former = {name: value for name, value in medium.findings.items() if name != "sound"}
        work.media.put(replace(medium, findings=former), work.now)
        work.commit()
