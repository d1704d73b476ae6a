"""Makes PDFs of Office documents with LibreOffice, where it is installed, in a process group of its own each.

A document is somebody else's program text as far as we know: LibreOffice gets a folder and a profile of its own with
macros switched off, limits for memory, files, processor and time, no network, and is ended with all that it started.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from content.errors import Cancelled, UnusableMedia
from content.studio.office_files import OfficeKind

PACKAGES = "libreoffice-impress libreoffice-writer"
_COMMANDS = ("soffice", "libreoffice")
_LOOK_SECONDS = 0.1
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
_NOWHERE = "http://127.0.0.1:9"  # the discard port: where the network could not be left, nothing answers


@dataclass(frozen=True, slots=True)
class OfficeLimits:
    """What one conversion may use; `seconds` are those of the clock."""

    memory_bytes: int = 4 << 30
    file_bytes: int = 512 << 20
    processor_seconds: int = 180
    seconds: float = 240.0


def find_office() -> Path | None:
    """LibreOffice's command on this machine; None where it is not installed."""
    found = next((path for name in _COMMANDS if (path := shutil.which(name)) is not None), None)
    return None if found is None else Path(found)


def not_installed(name: str, kind: OfficeKind) -> UnusableMedia:
    """What to say of a document on a machine without LibreOffice."""
    what = "a presentation" if kind.is_presentation else "a text document"
    return UnusableMedia(
        f"{name} is {what}, for which LibreOffice has to be on the hub's computer (sudo apt install {PACKAGES}); "
        "install that, or save it as PDF and import the PDF"
    )


def convert_to_pdf(
    source: Path,
    kind: OfficeKind,
    folder: Path,
    limits: OfficeLimits,
    *,
    name: str,
    office: Path,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """The PDF of the document `source`, in `folder`, which is empty and this conversion's own.

    Raises UnusableMedia where none comes of it, or it takes too long; Cancelled; OSError where the disk fails.
    """
    document = folder / f"dokumen.{kind.value}"
    profile, made, log = folder / "profile", folder / "pdf", folder / "log"
    shutil.copyfile(source, document)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    made.mkdir()
    with log.open("wb") as words:
        process = subprocess.Popen(
            _command(office, profile, made, document, limits),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            cwd=folder,
            env=_surroundings(folder),
            start_new_session=True,
        )
    try:
        _await(process, limits, name, cancelled)
    finally:
        _end(process)
    found = next(iter(made.glob("*.pdf")), None)
    if found is None or found.stat().st_size == 0:
        raise UnusableMedia(f"{name} could not be made into a PDF by LibreOffice; save it as PDF and import the PDF")
    return found


def _command(office: Path, profile: Path, made: Path, document: Path, limits: OfficeLimits) -> list[str]:
    bounds = (limits.memory_bytes, limits.file_bytes, limits.processor_seconds)
    return [
        sys.executable,
        "-m",
        "content.studio.bounded_program",
        *map(str, bounds),
        str(office),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--invisible",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        "--nofirststartwizard",
        "--convert-to",
        "pdf",
        "--outdir",
        str(made),
        str(document),
    ]


def _surroundings(folder: Path) -> dict[str, str]:
    """Nothing of ours but where programs and our own package are."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    here = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join(filter(None, (str(here), kept.pop("PYTHONPATH", ""))))
    return {**kept, **proxies, "HOME": str(folder), "TMPDIR": str(folder), "PYTHONPATH": paths}


def _await(process: subprocess.Popen[bytes], limits: OfficeLimits, name: str, cancelled: Callable[[], bool]) -> None:
    deadline = time.monotonic() + limits.seconds
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_SECONDS)
            return
        if cancelled():
            raise Cancelled(f"the work on {name} was stopped; nothing of it was kept")
        if time.monotonic() > deadline:
            raise UnusableMedia(
                f"{name} was not made into a PDF within {limits.seconds:.0f} seconds and was given up; save it as PDF "
                "and import the PDF"
            )


def _end(process: subprocess.Popen[bytes]) -> None:
    """The whole group: LibreOffice's own command starts others."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
