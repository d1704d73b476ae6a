"""What an office decides about requests: which agencies may ask, its rules of contents, answers, and the web page."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from displayctl.api.message import Count, Message
from displayctl.api.plain_words import Line, check_distinct
from displayctl.api.request_states import RequestState

MOST_AGENCIES, MOST_RULES = 500, 40
AgencyId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]
RuleId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
AnswerText = Annotated[str, Field(max_length=6000)]


class Agency(Message):
    """One that may ask for airtime; accounts hold the role ``agency`` for its id."""

    id: AgencyId
    name: Annotated[Line, Field(min_length=1, max_length=120)]


class ContentRule(Message):
    """A rule that contents have to keep, as a question that is answered with yes, in both languages."""

    id: RuleId
    words: Annotated[Line, Field(min_length=1, max_length=200)]
    english: Annotated[Line, Field(max_length=200)] = ""


def _agencies(found: tuple[Agency, ...]) -> tuple[Agency, ...]:
    check_distinct(each.id for each in found)
    return found


def _rules(found: tuple[ContentRule, ...]) -> tuple[ContentRule, ...]:
    check_distinct(each.id for each in found)
    return found


AGENCIES = tuple(
    Agency(id=key, name=name)
    for key, name in (
        ("bapenda", "Badan Pendapatan Daerah"),
        ("bpbd", "Badan Penanggulangan Bencana Daerah"),
        ("disdikbud", "Dinas Pendidikan dan Kebudayaan"),
        ("disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("dishub", "Dinas Perhubungan"),
        ("diskominfo", "Dinas Komunikasi dan Informatika"),
        ("diskop", "Dinas Koperasi, UKM, dan Perdagangan"),
        ("disnaker", "Dinas Tenaga Kerja"),
        ("dispar", "Dinas Pariwisata"),
        ("dinkes", "Dinas Kesehatan"),
        ("dinsos", "Dinas Sosial"),
        ("dlh", "Dinas Lingkungan Hidup"),
        ("dpmptsp", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
        ("dputr", "Dinas Pekerjaan Umum dan Tata Ruang"),
        ("rsud", "Rumah Sakit Umum Daerah"),
        ("satpol-pp", "Satuan Polisi Pamong Praja"),
        ("setda", "Sekretariat Daerah"),
    )
)
"""The agencies that an office begins with."""
RULES = tuple(
    ContentRule(id=key, words=words, english=english)
    for key, words, english in (
        ("politik", "Tidak memuat kampanye atau politik praktis", "No campaigning and no party politics"),
        ("niaga", "Tidak memuat iklan niaga", "No commercial advertising"),
        ("sara", "Tidak menyinggung suku, agama, ras, dan antargolongan", "Offends no ethnicity, religion or race"),
        ("benar", "Isinya benar dan dari sumber resmi", "What it says is true, and from an official source"),
        ("logo", "Logo daerah dan instansi benar", "The logos of regency and agency are right"),
        ("huruf", "Huruf terbaca dari jarak pandang layar", "Letters are legible from where people stand"),
        ("hak", "Hak atas gambar, musik, dan video jelas", "The rights of pictures, music and clips are clear"),
        ("wajah", "Orang yang terlihat, juga anak, telah setuju", "People who are seen, children too, have agreed"),
        ("suara", "Suara sesuai jam tenang, atau tanpa suara", "Sound keeps quiet hours, or there is none"),
        ("kilat", "Tidak berkedip cepat", "Nothing flashes quickly"),
    )
)
"""The rules of contents that an office begins with."""


class RequestSettings(Message):
    """`page`: whether the hub serves the web page for agencies. `answers` are texts by state, with gaps as
    ``{instansi}``; where one is missing the hub's own is taken.
    """

    version: Count = 0
    page: bool = False
    agencies: Annotated[tuple[Agency, ...], Field(max_length=MOST_AGENCIES), AfterValidator(_agencies)] = AGENCIES
    rules: Annotated[tuple[ContentRule, ...], Field(max_length=MOST_RULES), AfterValidator(_rules)] = RULES
    answers: Annotated[dict[RequestState, AnswerText], Field(max_length=16)] = Field(default_factory=dict)

    def agency_name(self, id: str) -> str:
        """How people call an agency; its id where it is not on the list (any more)."""
        return next((each.name for each in self.agencies if each.id == id), id)
