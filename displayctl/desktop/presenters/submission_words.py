"""Drafts on their way to approval in words: where they stand, who has signed, what came of them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.approvals import Submission, SubmissionState
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import clock_words, counted, date_short, listed

translate = QCoreApplication.translate


def state_chip(submission: Submission) -> tuple[str, str]:
    """A word, and its role in the style sheet."""
    return {
        SubmissionState.OPEN: (translate("Submissions", "Waits for approval"), "chip-warning"),
        SubmissionState.PUBLISHED: (translate("Submissions", "Approved and published"), "chip-good"),
        SubmissionState.REJECTED: (translate("Submissions", "Sent back"), "chip-danger"),
        SubmissionState.WITHDRAWN: (translate("Submissions", "Taken back"), "chip"),
        SubmissionState.OVERTAKEN: (translate("Submissions", "Overtaken"), "chip-danger"),
    }[submission.state]


def signed_words(submission: Submission) -> str:
    """As ``1 dari 2 tanda tangan: Sekar``."""
    if not submission.signed_by:
        return translate("Submissions", "No signature yet; {needed} needed").format(needed=submission.needed)
    names = list(submission.signed_by)
    one = translate("Submissions", "{done} of {count} signature: {names}")
    many = translate("Submissions", "{done} of {count} signatures: {names}")
    return counted(one, many, submission.needed, done=len(names), names=listed(names))


def outcome_words(submission: Submission) -> str:
    """What came of it, in a sentence; empty while it waits."""
    by = submission.decided_by or translate("Submissions", "somebody")
    when = moment_words(submission.decided_at) if submission.decided_at is not None else ""
    if submission.state is SubmissionState.REJECTED:
        words = translate("Submissions", "{by} sent it back on {when}: “{reason}”")
    elif submission.state is SubmissionState.PUBLISHED:
        words = translate("Submissions", "Signed by {by}, on air since {when}.")
    elif submission.state is SubmissionState.WITHDRAWN:
        words = translate("Submissions", "{by} took it back on {when}.")
    elif submission.state is SubmissionState.OVERTAKEN:
        return translate(
            "Submissions",
            "Something else was published for these walls since. Approving it would undo that; hand the draft in anew.",
        )
    else:
        return ""
    return words.format(by=by, when=when, reason=submission.reason)


def moment_words(instant: datetime) -> str:
    """As ``23 Nov 2026 19.42`` in the office's time zone."""
    civil = instant.astimezone(office_zone())
    return f"{date_short(civil.date())} {clock_words(civil)}"
