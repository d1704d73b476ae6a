"""What breaks is written down on this computer without secrets, and told in plain words."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desk.installation import Installation
from displayctl.desktop.care.crash_files import (
    LARGEST_BYTES,
    MOST_FILES,
    CrashReport,
    scrub,
    take_hard_crashes,
    write_report,
)
from displayctl.desktop.care.crash_watch import MOST_REPORTS, CrashWatch
from displayctl.desktop.care.watch_desk import Care, care_for
from displayctl.desktop.look.appearance import make_application
from tests.fakes.clock import PushedClock

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
TOKEN = "q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5H6j7K8l9Z0x1C"


@pytest.mark.parametrize(
    "text",
    [
        "rtsp://admin:rahasia@10.0.0.4/live",
        'token: "rahasia"',
        "password=rahasia and more",
        "{'passphrase': 'rahasia', 'name': 'Sekar'}",
        "Authorization: rahasia",
        "kata sandi: rahasia",
        "Bearer rahasia",
        f"the token is {TOKEN}".replace(TOKEN, TOKEN + "rahasia"),
    ],
)
def test_no_secret_is_in_a_report(text: str) -> None:
    assert "rahasia" not in scrub(text)


def test_what_is_no_secret_stays() -> None:
    words = 'File "/opt/displayctl/desktop/pages/publish.py", line 12, in publish\n  playlist "Layanan pagi" is empty'
    assert scrub(words) == words


def test_reports_are_few_and_small_and_hold_the_end_of_the_log(tmp_path: Path) -> None:
    log = tmp_path / "desktop.log"
    log.write_text("first\n" + "x" * 50_000 + f'\n{{"event": "the last thing", "token": "{TOKEN}"}}\n')
    for number in range(MOST_FILES + 3):
        made = write_report(
            tmp_path / "crashes", NOW + timedelta(seconds=number), "1.0", "ValueError: x", "y" * 900_000, log
        )
    assert len(list((tmp_path / "crashes").iterdir())) == MOST_FILES
    assert made.path.stat().st_size <= LARGEST_BYTES
    assert "the last thing" in made.text
    assert TOKEN not in made.text
    assert made.path.stat().st_mode & 0o777 == 0o600


def test_what_nobody_caught_in_any_thread_is_reported_once(tmp_path: Path, qtbot: QtBot) -> None:
    told: list[CrashReport] = []
    watch = CrashWatch(tmp_path / "crashes", None, PushedClock(NOW))
    watch.happened.connect(told.append)

    def breaks() -> None:
        raise RuntimeError(f"opened rtsp://a:{TOKEN}@b")

    with watch.watching() as former:
        assert former is None
        for _ in range(3):
            thread = threading.Thread(target=breaks, name="breaks")
            thread.start()
            thread.join()
        qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert [report.headline for report in told] == ["RuntimeError: opened rtsp://…@b"]
    assert "in breaks" in told[0].text
    assert len(list((tmp_path / "crashes").glob("crash-*"))) == 1


def test_what_goes_on_breaking_does_not_fill_the_disk(tmp_path: Path) -> None:
    watch = CrashWatch(tmp_path / "crashes", None, PushedClock(NOW))
    made = [watch.report("ValueError", f"trace\n{number}") for number in range(MOST_REPORTS + 5)]
    assert sum(report is not None for report in made) == MOST_REPORTS


def test_a_folder_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    watch = CrashWatch(tmp_path / "file" / "crashes", None, PushedClock(NOW))
    with watch.watching():
        assert watch.report("ValueError", "trace") is None


HARD = """
import sys, ctypes
from pathlib import Path
from displayctl.desktop.care.crash_watch import CrashWatch
from schedules.clock import SystemClock
with CrashWatch(Path(sys.argv[1]), None, SystemClock()).watching():
    if len(sys.argv) > 2:
        ctypes.string_at(0)
"""


def test_a_hard_crash_is_told_at_the_next_start_and_only_then(tmp_path: Path) -> None:
    folder = tmp_path / "crashes"
    whole = subprocess.run([sys.executable, "-c", HARD, str(folder)], timeout=60, check=False)
    assert (whole.returncode, take_hard_crashes(folder, NOW, "1.0", None)) == (0, None)
    broken = subprocess.run(
        [sys.executable, "-c", HARD, str(folder), "break"], timeout=60, check=False, capture_output=True
    )
    assert broken.returncode < 0
    found = take_hard_crashes(folder, NOW, "1.0", None)
    assert found is not None
    assert "Segmentation fault" in found.headline
    assert "string_at" in found.text
    assert take_hard_crashes(folder, NOW, "1.0", None) is None


def test_the_window_says_where_the_report_is_and_copies_it(
    tmp_path: Path, application: QApplication, qtbot: QtBot
) -> None:
    make_application()
    care = Care(CrashWatch(tmp_path, None, PushedClock(NOW)), None)
    report = write_report(tmp_path, NOW, "1.0", "ValueError: x", "trace", None)
    care.tell(report)
    assert care.window is not None
    assert care.window.isVisible()
    first = care.window
    care.tell(report)
    assert care.window is first
    care.window.copy()
    assert QGuiApplication.clipboard().text() == report.text
    care.window.close()
    qtbot.waitUntil(lambda: care.window is None, timeout=5000)


def test_the_desks_own_log_is_lines_of_json_and_ends_with_it(tmp_path: Path) -> None:
    from displayctl.desktop.care.desk_log import log
    from displayctl.desktop.care.log_file import LogFile, LogFilter

    with care_for(Installation(tmp_path)):
        log().warning("the hub cannot be reached", extra={"facts": {"why": "tidak ada"}})
    log().warning("afterwards nothing is written")
    page = LogFile(tmp_path / "desktop.log").before(None, LogFilter())
    assert [entry.event for entry in page.entries] == [
        "the desktop begins",
        "the hub cannot be reached",
        "the desktop ends",
    ]
    assert page.entries[1].facts == (("why", "tidak ada"),)
    assert page.entries[1].at is not None
