"""The desktop's code is read when it is wanted, or ahead of that beside the UI thread."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from displayctl.desktop.code_ahead import read_code_ahead
from displayctl.desktop.page_kinds import PAGES, PageKind, kind_named
from displayctl.desktop.tasks import Tasks
from tests.displayctl.desktop.conftest import wait_until

WANTED_LATER = ("displayctl.desktop.pages", "displayctl.desktop.emergencies.window", "openpyxl", "numpy", "av", "PIL")


def test_the_window_comes_without_the_code_of_other_pages() -> None:
    code = f"""
import sys
from displayctl.desktop.application import show_window
from displayctl.desktop.page_kinds import kind_named
kind_named("home").door()
print([name for name in {WANTED_LATER!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_behind_every_door_is_a_page(kind: PageKind) -> None:
    page = kind.door()
    assert isinstance(page, type)
    assert issubclass(page, QWidget)


def test_a_page_that_does_not_exist_is_the_first() -> None:
    assert kind_named("reports").name == "reports"
    assert kind_named("nowhere") is PAGES[0]


def test_code_is_read_beside_the_ui_thread(application: QApplication) -> None:
    tasks, failures = Tasks(), list[object]()
    tasks.failed.connect(failures.append)
    read_code_ahead(tasks)
    assert tasks.under_way > len(PAGES)
    wait_until(application, lambda: tasks.under_way == 0, 60)
    assert not failures
    tasks.close()
