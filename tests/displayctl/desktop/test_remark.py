"""What is said below a form: it takes no room while there is nothing to say."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from displayctl.desktop.widgets.remark import Remark


@pytest.fixture
def form(application: QApplication) -> QWidget:
    made = QWidget()
    made.setLayout(QVBoxLayout())
    return made


def _with(form: QWidget, remark: Remark) -> Remark:
    layout = form.layout()
    assert layout is not None
    layout.addWidget(remark)
    form.show()
    return remark


def test_it_takes_no_room_until_it_says_something(form: QWidget) -> None:
    remark = _with(form, Remark())
    assert not remark.isVisible()
    remark.setText("Pilih layar.")
    assert remark.isVisible()
    remark.setText("")
    assert not remark.isVisible()


def test_what_is_said_before_it_stands_in_its_window_is_seen_there(form: QWidget) -> None:
    remark = Remark()
    remark.setText("Pilih layar.")
    assert not remark.isVisible(), "a window of its own"
    assert _with(form, remark).isVisible()
