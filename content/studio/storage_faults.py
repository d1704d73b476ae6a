"""Tells faults of the disk, met while a rendition is written, from faults of the file that is read."""

from __future__ import annotations

import errno

_FULL = (errno.ENOSPC, errno.EDQUOT)


def disk_is_full(error: OSError) -> bool:
    """Whether no room was left to write."""
    return error.errno in _FULL


def is_about_writing(error: Exception) -> bool:
    """Whether `error` is about what is written, so that the file being read is not to blame."""
    return isinstance(error, OSError) and (disk_is_full(error) or error.errno == errno.EFBIG)
