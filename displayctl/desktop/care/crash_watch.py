"""Hears of everything that nobody caught: exceptions of any thread, what Qt complains of, and what ends the process."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from displayctl.desktop.care.crash_files import CrashReport, hard_file, scrub, take_hard_crashes, write_report
from displayctl.desktop.care.desk_log import log
from schedules.clock import Clock

DISTRIBUTION = "videotron-displayctl"
MOST_REPORTS = 10
"""In one run; what goes on breaking is counted in the log."""
_LOUD = {QtMsgType.QtWarningMsg: log().warning, QtMsgType.QtCriticalMsg: log().error}


class CrashWatch(QObject):
    """Signal: `happened` with a `CrashReport`, on the thread that this belongs to; once for each place that breaks."""

    happened = Signal(object)

    def __init__(self, folder: Path, log_file: Path | None, clock: Clock) -> None:
        super().__init__()
        self._folder, self._log_file, self._clock = folder, log_file, clock
        self._seen: set[str] = set()
        self._lock = threading.Lock()

    @contextmanager
    def watching(self) -> Iterator[CrashReport | None]:
        """Watch until the block ends; gives what ended a former run at once."""
        with ExitStack() as stack:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            former = take_hard_crashes(self._folder, self._clock.now(), version(DISTRIBUTION), self._log_file)
            self._watch_hard(stack)
            hooks = sys.excepthook, threading.excepthook
            sys.excepthook = self._caught
            threading.excepthook = self._caught_in_thread
            before = qInstallMessageHandler(self._qt_says)
            try:
                yield former
            finally:
                qInstallMessageHandler(before)
                sys.excepthook, threading.excepthook = hooks

    def report(self, headline: str, trace: str) -> CrashReport | None:
        """Write a report, and tell it; None for what was reported in this run, or cannot be written."""
        with self._lock:
            place = "\n".join(trace.strip().splitlines()[-4:])
            if place in self._seen or len(self._seen) >= MOST_REPORTS:
                return None
            self._seen.add(place)
        try:
            made = write_report(self._folder, self._clock.now(), version(DISTRIBUTION), headline, trace, self._log_file)
        except OSError as error:
            log().error("a crash report cannot be written", extra={"facts": {"why": error}})
            return None
        self.happened.emit(made)
        return made

    def _watch_hard(self, stack: ExitStack) -> None:
        path = hard_file(self._folder)
        try:
            file = stack.enter_context(path.open("w", encoding="utf-8"))
        except OSError:
            return
        was_on = faulthandler.is_enabled()
        faulthandler.enable(file)
        stack.callback(lambda: path.unlink(missing_ok=True))
        stack.callback(faulthandler.enable if was_on else faulthandler.disable)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(words)
        log().error("unexpected error", extra={"facts": {"what": scrub(words.strip().splitlines()[-1])}})
        self.report(f"{kind.__name__}: {error}", words)

    def _caught_in_thread(self, told: Any) -> None:
        if told.exc_type is not SystemExit and told.exc_value is not None:
            self._caught(told.exc_type, told.exc_value, told.exc_traceback)

    def _qt_says(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            self.report(f"Qt: {words}", f"{words}\n{''.join(traceback.format_stack())}")
        elif kind in _LOUD:
            _LOUD[kind]("Qt complains", extra={"facts": {"what": words}})
        if kind != QtMsgType.QtDebugMsg:
            sys.stderr.write(f"{words}\n")
