"""The texts that are sent back to an agency: one for each state, in Indonesian, with gaps for the facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from displayctl.api.models import PartKind
from displayctl.api.request_states import RequestState
from displayctl.hub.errors import WrongWish
from displayctl.hub.repositories.requests import StoredRequest
from displayctl.hub.requests.broadcast import airings_of
from displayctl.hub.requests.timetable import day_words, span_words, timetable_words
from displayctl.hub.storage import UnitOfWork

GAPS = frozenset(
    {
        "alasan", "durasi", "instansi", "jadwal", "judul", "jumlah", "kantor", "layar", "nama", "nomor", "surat",
        "tanggal", "tanggal_surat",
    }
)  # fmt: skip
"""What a text may leave to be filled."""
_GAP = re.compile(r"\{([a-z_]+)\}")
_HEAD = "Yth. {nama}\n{instansi}\n\n"
_ABOUT = "Permohonan {nomor} “{judul}” (surat {surat}, {tanggal_surat})"
_FOOT = "\n\nTerima kasih.\n{kantor}"
TEXTS: Mapping[RequestState, str] = {
    RequestState.NEW: _HEAD + _ABOUT + " telah kami terima dan akan kami periksa." + _FOOT,
    RequestState.NEEDS: _HEAD
    + _ABOUT
    + " belum dapat kami proses. Yang perlu dilengkapi atau diperbaiki:\n\n{alasan}\n\n"
    + "Mohon dilengkapi melalui halaman permohonan atau dengan membalas pesan ini."
    + _FOOT,
    RequestState.ACCEPTED: _HEAD + _ABOUT + " kami setujui. Jadwal tayang menyusul setelah ditetapkan." + _FOOT,
    RequestState.DECLINED: _HEAD + _ABOUT + " tidak dapat kami tayangkan, dengan alasan:\n\n{alasan}" + _FOOT,
    RequestState.SCHEDULED: _HEAD + _ABOUT + " telah dijadwalkan tayang:\n\n{jadwal}" + _FOOT,
    RequestState.BROADCAST: _HEAD
    + _ABOUT
    + " telah ditayangkan {jumlah} kali (seluruhnya {durasi}) di {layar}, menurut catatan layar."
    + _FOOT,
}
"""The hub's own texts; an office may write others."""


def check_gaps(text: str) -> None:
    """Raises WrongWish for a gap that nothing fills."""
    for gap in _GAP.findall(text):
        if gap not in GAPS:
            known = ", ".join(f"{{{each}}}" for each in sorted(GAPS))
            raise WrongWish("answers", f"nothing fills the gap {{{gap}}}; there are {known}")


def filled_answer(work: UnitOfWork, request: StoredRequest, state: RequestState, why: str) -> str:
    """The office's text for `state`, else the hub's own, filled with what is known of `request`; empty for a state
    that has none.
    """
    text = work.requests.settings().answers.get(state) or TEXTS.get(state, "")
    facts = _facts(work, request, why)
    return _GAP.sub(lambda gap: facts.get(gap[1], gap[0]), text)


def length_words(length: timedelta) -> str:
    """As ``2 jam 5 menit``, ``12 menit`` or ``40 detik``."""
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    hours, rest = divmod(minutes, 60)
    if hours:
        return f"{hours} jam {rest} menit" if rest else f"{hours} jam"
    return f"{minutes} menit" if minutes else f"{seconds} detik"


def _facts(work: UnitOfWork, request: StoredRequest, why: str) -> dict[str, str]:
    draft, office = request.draft, work.settings.get().office
    names = _wall_names(work)
    shown = airings_of(work, request)
    walls = {row.display_id for row in shown.rows} or set(draft.wish.walls)
    return {
        "nama": draft.contact or "Bapak/Ibu",
        "instansi": work.requests.settings().agency_name(draft.agency),
        "nomor": request.id,
        "surat": draft.letter_number or "tanpa nomor",
        "tanggal_surat": day_words(draft.letter_date) if draft.letter_date else "tanpa tanggal",
        "judul": draft.title,
        "alasan": why or "–",
        "layar": ", ".join(sorted(names.get(wall, wall) for wall in walls)) or "–",
        "tanggal": span_words(draft.wish.first, draft.wish.last),
        "jadwal": timetable_words(work, request, names),
        "jumlah": str(shown.plays),
        "durasi": length_words(timedelta(seconds=shown.seconds)),
        "kantor": office.name or "Pengelola videotron",
    }


def _wall_names(work: UnitOfWork) -> dict[str, str]:
    return {part.id: str(part.value["name"]) for part in work.parts.all(PartKind.DISPLAY)}
