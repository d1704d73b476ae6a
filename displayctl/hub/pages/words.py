"""What the pages say, in Indonesian and in English."""

from __future__ import annotations

from collections.abc import Mapping

from schedules.calendar_names import ENGLISH_WEEKDAYS, WEEKDAYS

LANGUAGES = ("id", "en")
WORDS: Mapping[str, tuple[str, str]] = {
    "add": ("Tambahkan", "Add"),
    "add_head": ("Tambahkan keterangan atau berkas", "Add words or files"),
    "add_hint": ("Yang diminta pengelola ditulis di atas.", "What the office asks for is written above."),
    "agency": ("Instansi", "Agency"),
    "answer": ("Jawaban pengelola", "Answer of the office"),
    "asked": ("Permohonan dikirim", "The request was sent"),
    "asked_at": ("Dikirim", "Sent"),
    "back": ("Kembali ke daftar", "Back to the list"),
    "broadcast": ("Tayangan", "Broadcast"),
    "broadcast_line": ("{wall}: {count} kali, terakhir {last}", "{wall}: {count} times, last on {last}"),
    "changed": ("Permohonan diubah", "The request was changed"),
    "code": ("Kode verifikasi", "Code of the second factor"),
    "code_hint": (
        "Hanya bila akun memakai aplikasi autentikator.",
        "Only where the account has an authenticator app.",
    ),
    "complaint_code": (
        "Akun ini memakai kode verifikasi. Tulis kata sandi dan kodenya.",
        "This account has a second factor. Give the password and the code.",
    ),
    "complaint_contact": ("Nama atau nomor telepon terlalu panjang.", "The name or the telephone number is too long."),
    "complaint_dates": (
        "Tanggal selesai lebih awal daripada tanggal mulai, atau tanggalnya salah tulis.",
        "The last day is before the first one, or a date is not written right.",
    ),
    "complaint_files": (
        "Berkas harus dipilih lagi sebelum dikirim.",
        "Files have to be chosen again before sending.",
    ),
    "complaint_form": (
        "Formulir ini sudah lama terbuka atau bukan dari halaman ini. Silakan isi sekali lagi.",
        "This form was open for long, or is not of this page. Please fill it in once more.",
    ),
    "complaint_kind": (
        "Berkas bukan gambar, PDF, atau video. Kirim sebagai JPG, PNG, PDF, atau MP4.",
        "A file is no picture, PDF or clip. Send it as JPG, PNG, PDF or MP4.",
    ),
    "complaint_letter": ("Nomor surat paling panjang 120 huruf.", "A letter number has at most 120 letters."),
    "complaint_number": ("Jumlah tayang per hari ditulis 1 sampai 1440.", "Times a day are written as 1 to 1440."),
    "complaint_open": (
        "Instansi ini sudah mempunyai terlalu banyak permohonan terbuka. Tarik sebagian, atau hubungi pengelola.",
        "This agency has too many open requests. Withdraw some, or ask the office.",
    ),
    "complaint_password": (
        "Kata sandi baru terlalu lemah: paling sedikit 10 huruf, bukan yang mudah ditebak. Tiga atau empat kata cukup.",
        "The new password is too weak: at least 10 letters, and none that is guessed first. Three or four words do.",
    ),
    "complaint_present": ("Kata sandi sekarang tidak benar.", "The present password is not right."),
    "complaint_room": (
        "Tempat simpan penuh atau sistem sibuk. Coba lagi nanti, atau hubungi pengelola.",
        "There is no room, or the system is busy. Try again later, or ask the office.",
    ),
    "complaint_same": ("Kedua tulisan kata sandi baru tidak sama.", "The two new passwords are not the same."),
    "complaint_size": (
        "Berkas terlalu besar: seluruhnya paling besar {most} MB, paling banyak {files} berkas.",
        "The files are too large: at most {most} MB in all, and {files} files.",
    ),
    "complaint_state": (
        "Permohonan ini tidak dapat diubah lagi. Kirim permohonan baru, atau hubungi pengelola.",
        "This request cannot be changed any more. Make a new one, or ask the office.",
    ),
    "complaint_text": ("Teks paling panjang 4000 huruf.", "A text has at most 4000 letters."),
    "complaint_title": ("Tulis judul, paling panjang 200 huruf.", "Give a title of at most 200 letters."),
    "complaint_tries": (
        "Terlalu banyak percobaan. Coba lagi dalam {seconds} detik.",
        "Too many tries. Try again in {seconds} s.",
    ),
    "complaint_words": ("Tulis keterangan, paling panjang 2000 huruf.", "Write some words, at most 2000 letters."),
    "complaint_wrong": (
        "Nama, kata sandi, atau kode tidak benar. Coba lagi, atau hubungi pengelola.",
        "The name, the password or the code is not right. Try again, or ask the office.",
    ),
    "contact": ("Nama yang dapat dihubungi", "Whom to ask"),
    "days": ("Hari", "Days"),
    "empty": ("Belum ada permohonan.", "There is no request yet."),
    "files": ("Berkas", "Files"),
    "files_hint": (
        "Surat, gambar, PDF, atau video. Paling banyak {files} berkas, seluruhnya {most} MB.",
        "Letter, pictures, PDF or clips. At most {files} files, {most} MB in all.",
    ),
    "files_lead": ("Menambahkan berkas", "Added files"),
    "first": ("Tanggal mulai", "First day"),
    "from": ("Dari jam", "From"),
    "history": ("Riwayat", "What happened"),
    "hub": ("Sistem", "The system"),
    "last": ("Tanggal selesai", "Last day"),
    "leave_password": ("Ganti kata sandi", "Change password"),
    "letter_date": ("Tanggal surat", "Date of the letter"),
    "letter_number": ("Nomor surat", "Number of the letter"),
    "letter_twice": (
        "Surat dengan nomor ini sudah ada: {numbers}.",
        "There is a request with this letter number already: {numbers}.",
    ),
    "name": ("Nama akun", "Account"),
    "new": ("Permohonan baru", "New request"),
    "new_password": ("Kata sandi baru", "New password"),
    "hub_fault": (
        "Ada kesalahan di hub. Coba lagi sebentar lagi; bila tetap begini, hubungi pengelola layar.",
        "Something is wrong in the hub. Try again in a while; if it stays so, ask the office that runs the walls.",
    ),
    "not_agency": (
        "Akun ini bukan akun instansi. Minta administrator memberi peran instansi.",
        "This account is not of an agency. Ask an administrator for the role.",
    ),
    "not_found": ("Halaman atau permohonan ini tidak ada.", "There is no such page or request."),
    "not_private": (
        "Halaman ini hanya dibuka lewat sambungan aman. Buka alamatnya dengan https:// di depan.",
        "This page is opened over a safe connection alone. Open its address with https:// before it.",
    ),
    "note": ("Catatan", "Note"),
    "number": ("Nomor", "Number"),
    "office": ("Pengelola", "The office"),
    "pages_closed": (
        "Halaman permohonan belum dibuka. Hubungi pengelola layar.",
        "The page for requests is not open. Ask the office that runs the walls.",
    ),
    "password": ("Kata sandi", "Password"),
    "password_due": (
        "Ganti dulu kata sandi yang diberikan dengan kata sandi sendiri.",
        "Replace the password that you were given with one of your own first.",
    ),
    "password_twice": ("Kata sandi baru, sekali lagi", "New password, once more"),
    "phone": ("Telepon / WhatsApp", "Telephone"),
    "present": ("Kata sandi sekarang", "Present password"),
    "problem": ("Tidak dapat dilakukan", "That did not go"),
    "reply": ("Menulis", "Wrote"),
    "save": ("Simpan", "Save"),
    "send": ("Kirim permohonan", "Send the request"),
    "sent": ("Permohonan {number} sudah diterima.", "The request {number} has arrived."),
    "sign_in": ("Masuk", "Sign in"),
    "sign_out": ("Keluar", "Sign out"),
    "skip": ("Langsung ke isi", "Skip to the contents"),
    "state": ("Status", "State"),
    "state_accepted": ("Disetujui", "Accepted"),
    "state_broadcast": ("Sudah tayang", "Broadcast"),
    "state_closed": ("Selesai", "Closed"),
    "state_declined": ("Ditolak", "Declined"),
    "state_lead": ("Status menjadi: {state}", "The state became: {state}"),
    "state_needs-changes": ("Perlu dilengkapi", "Needs changes"),
    "state_new": ("Baru", "New"),
    "state_scheduled": ("Dijadwalkan", "Scheduled"),
    "state_seen": ("Sedang diperiksa", "Being looked at"),
    "state_withdrawn": ("Ditarik", "Withdrawn"),
    "text": ("Teks yang diinginkan", "Words wanted on the walls"),
    "text_hint": (
        "Boleh kosong bila semuanya ada di berkas.",
        "May be empty where all of it is in the files.",
    ),
    "times": ("Berapa kali sehari", "Times a day"),
    "title": ("Judul", "Title"),
    "to": ("Sampai jam", "To"),
    "top": ("Permohonan tayang videotron", "Requests for airtime"),
    "walls": ("Layar", "Walls"),
    "when": ("Kapan dan di mana", "When and where"),
    "why": ("Alasan (boleh kosong)", "Why (may be empty)"),
    "wish": ("Keinginan tayang", "Wish"),
    "withdraw": ("Tarik permohonan", "Withdraw the request"),
    "words": ("Keterangan", "Words"),
    "working": ("Sedang dikirim…", "Sending…"),
}
"""By key: Indonesian, English."""


def say(language: str, key: str, **facts: object) -> str:
    """The words for `key`; raises KeyError for one that there is not."""
    return WORDS[key][LANGUAGES.index(language)].format(**facts)


def weekday_words(language: str) -> tuple[str, ...]:
    """Monday first."""
    return WEEKDAYS if language == LANGUAGES[0] else ENGLISH_WEEKDAYS
