<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
    <context>
        <name>Absence</name>
        <message>
            <source>Nothing was published for this wall then.</source>
            <translation>Saat itu belum ada yang diterbitkan untuk layar ini.</translation>
        </message>
        <message>
            <source>At its times an emergency message had the wall.</source>
            <translation>Pada jamnya, layar dipakai pesan darurat.</translation>
        </message>
        <message>
            <source>The wall still played an older programme.</source>
            <translation>Layar masih memutar program yang lama.</translation>
        </message>
        <message>
            <source>The wall refused the programme: {detail}</source>
            <translation>Layar menolak program: {detail}</translation>
        </message>
        <message>
            <source>The wall had not fetched everything of the programme yet; files missing: {detail}.</source>
            <translation>Layar belum selesai mengambil isi program; berkas yang kurang: {detail}.</translation>
        </message>
        <message>
            <source>The wall has told of nothing it played then: it was off, or its records have not come yet.</source>
            <translation>Layar tidak melaporkan apa pun saat itu: layar mati, atau catatannya belum sampai.</translation>
        </message>
        <message>
            <source>It was planned, and the wall showed other things.</source>
            <translation>Sudah direncanakan, tetapi layar menayangkan yang lain.</translation>
        </message>
        <message>
            <source>It was planned, and the wall showed other things. What it had fetched by then is not known any more.</source>
            <translation>Sudah direncanakan, tetapi layar menayangkan yang lain. Apa yang sudah diambilnya saat itu tidak diketahui lagi.</translation>
        </message>
        <message>
            <source>What was published and played then is not known any more.</source>
            <translation>Apa yang terbit dan tayang saat itu sudah tidak diketahui lagi.</translation>
        </message>
        <message>
            <source>It had expired on {when}.</source>
            <translation>Masa berlakunya habis pada {when}.</translation>
        </message>
        <message>
            <source>It is valid only from {when} on.</source>
            <translation>Baru berlaku mulai {when}.</translation>
        </message>
        <message>
            <source>There was no version of it for this wall ({detail}).</source>
            <translation>Belum ada versinya untuk layar ini ({detail}).</translation>
        </message>
        <message>
            <source>Its booking “{slot}” was not on the wall: {rule}.</source>
            <translation>Slot “{slot}” tidak tayang: {rule}.</translation>
        </message>
        <message>
            <source>It is not ready to be shown. {detail}</source>
            <translation>Belum siap ditayangkan. {detail}</translation>
        </message>
        <message>
            <source>Its booking “{slot}” is in the draft, and was not published at that time.</source>
            <translation>Slot “{slot}” ada di rancangan, dan saat itu belum diterbitkan.</translation>
        </message>
        <message>
            <source>No booking on this wall plays it.</source>
            <translation>Tidak ada slot di layar ini yang menayangkannya.</translation>
        </message>
        <message>
            <source>Nothing is to be done.</source>
            <translation>Tidak perlu tindakan.</translation>
        </message>
        <message>
            <source>Publish the draft.</source>
            <translation>Terbitkan rancangan.</translation>
        </message>
        <message>
            <source>Look at the wall's power, network and free space, under Walls.</source>
            <translation>Periksa listrik, jaringan, dan ruang kosong layar di halaman Layar.</translation>
        </message>
        <message>
            <source>Nothing is to be done: it plays again since the message is over.</source>
            <translation>Tidak perlu tindakan: tayang lagi setelah pesan itu berakhir.</translation>
        </message>
        <message>
            <source>See what the wall refused, under Walls, then publish anew.</source>
            <translation>Lihat yang ditolak layar di halaman Layar, lalu terbitkan lagi.</translation>
        </message>
        <message>
            <source>Look at the wall's health: it may leave a file out.</source>
            <translation>Periksa kesehatan layar: mungkin ada berkas yang dilewati.</translation>
        </message>
        <message>
            <source>Give it a later end, or take it out of its playlist.</source>
            <translation>Perpanjang masa berlakunya, atau keluarkan dari daftar putar.</translation>
        </message>
        <message>
            <source>Give it an earlier beginning, if it is to be seen before.</source>
            <translation>Majukan awal berlakunya bila harus tayang lebih dulu.</translation>
        </message>
        <message>
            <source>Open it in the library and let it be prepared for this wall.</source>
            <translation>Buka di pustaka dan siapkan untuk layar ini.</translation>
        </message>
        <message>
            <source>Open the booking: change its hours or priority, or those of the other.</source>
            <translation>Buka slotnya: ubah jam atau prioritasnya, atau milik slot lain itu.</translation>
        </message>
        <message>
            <source>Open it in the library and see why.</source>
            <translation>Buka di pustaka dan lihat sebabnya.</translation>
        </message>
        <message>
            <source>Book a playlist that has it.</source>
            <translation>Pesankan daftar putar yang memuatnya.</translation>
        </message>
        <message>
            <source>Planned {planned}×, played {played}×</source>
            <translation>Direncanakan {planned} kali, tayang {played} kali</translation>
        </message>
        <message>
            <source>It did play, {count} times.</source>
            <translation>Sebenarnya tayang, {count} kali.</translation>
        </message>
        <message>
            <source>It did play, once.</source>
            <translation>Sebenarnya tayang, sekali.</translation>
        </message>
    </context>
    <context>
        <name>AbsenceWindow</name>
        <message>
            <source>Why did it not play?</source>
            <translation>Mengapa tidak tayang?</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Periksa lagi</translation>
        </message>
        <message>
            <source>Show the booking</source>
            <translation>Tampilkan slotnya</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Mencari…</translation>
        </message>
        <message>
            <source>The end is before the beginning; choose a later one.</source>
            <translation>Akhirnya sebelum awalnya; pilih waktu yang lebih akhir.</translation>
        </message>
    </context>
    <context>
        <name>AccountsPage</name>
        <message>
            <source>Accounts</source>
            <translation>Akun</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Tambah orang</translation>
        </message>
        <message>
            <source>Create the first administrator…</source>
            <translation>Buat administrator pertama…</translation>
        </message>
        <message>
            <source>My account</source>
            <translation>Akun saya</translation>
        </message>
        <message>
            <source>Nobody is signed in</source>
            <translation>Belum ada yang masuk</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Orang</translation>
        </message>
        <message>
            <source>Sign in to see your account.</source>
            <translation>Masuklah untuk melihat akun Anda.</translation>
        </message>
        <message>
            <source>Sign in…</source>
            <translation>Masuk…</translation>
        </message>
        <message>
            <source>There are no accounts yet</source>
            <translation>Belum ada akun</translation>
        </message>
        <message>
            <source>Whoever uses this computer may do everything here, and nobody is asked for a name. Are several people at work, or will others reach the hub over the network? Then make accounts, beginning with an administrator.</source>
            <translation>Siapa pun yang memakai komputer ini boleh melakukan semuanya di sini, dan tidak ada yang ditanya namanya. Apakah beberapa orang bekerja di sini, atau hub akan diakses lewat jaringan? Maka buatlah akun, mulai dari seorang administrator.</translation>
        </message>
    </context>
    <context>
        <name>ActionsTab</name>
        <message>
            <source>Answers of the walls</source>
            <translation>Jawaban layar</translation>
        </message>
        <message>
            <source>Nothing was asked yet. What the walls answer is listed here.</source>
            <translation>Belum ada permintaan. Jawaban layar muncul di sini.</translation>
        </message>
        <message>
            <source>No player is paired with this wall yet.</source>
            <translation>Belum ada pemutar yang dipasangkan dengan layar ini.</translation>
        </message>
        <message>
            <source>The wall is away; look at its power and its network.</source>
            <translation>Layar tidak terhubung; periksa listrik dan jaringannya.</translation>
        </message>
        <message>
            <source>Restart the player of {walls}?</source>
            <translation>Mulai ulang pemutar {walls}?</translation>
        </message>
        <message>
            <source>Restart</source>
            <translation>Mulai ulang</translation>
        </message>
    </context>
    <context>
        <name>AdoptWindow</name>
        <message>
            <source>Protect the old keys</source>
            <translation>Lindungi kunci lama</translation>
        </message>
        <message>
            <source>Your key takes the place of the unencrypted ones, which are deleted. The walls go on without a break.</source>
            <translation>Kunci Anda menggantikan kunci tanpa sandi, yang lalu dihapus. Layar berjalan terus tanpa jeda.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Gantikan</translation>
        </message>
    </context>
    <context>
        <name>BookingDays</name>
        <message>
            <source>The last day is before the first one.</source>
            <translation>Hari terakhir mendahului hari pertama.</translation>
        </message>
        <message>
            <source>The hours begin and end at the same time; choose another end, or all day.</source>
            <translation>Jam mulai dan selesainya sama; pilih jam selesai lain, atau sepanjang hari.</translation>
        </message>
        <message>
            <source>The last day is over already; choose a later one.</source>
            <translation>Hari terakhirnya sudah lewat; pilih hari yang lebih akhir.</translation>
        </message>
        <message>
            <source>None of these days of the week lies within the dates; choose others.</source>
            <translation>Tidak satu pun hari yang dipilih ada di antara tanggal itu; pilih yang lain.</translation>
        </message>
    </context>
    <context>
        <name>AirWindow</name>
        <message>
            <source>Air “{name}”</source>
            <translation>Tayangkan “{name}”</translation>
        </message>
        <message>
            <source>As a picture in the programme</source>
            <translation>Sebagai gambar dalam program</translation>
        </message>
        <message>
            <source>As running text along the walls</source>
            <translation>Sebagai teks berjalan di layar</translation>
        </message>
        <message>
            <source>All day</source>
            <translation>Sepanjang hari</translation>
        </message>
        <message>
            <source>In turn with what runs then: so many times an hour</source>
            <translation>Bergantian dengan tayangan lain: sekian kali per jam</translation>
        </message>
        <message>
            <source>Alone: it fills its hours</source>
            <translation>Sendirian: mengisi seluruh jamnya</translation>
        </message>
        <message>
            <source>Gives way</source>
            <translation>Mengalah</translation>
        </message>
        <message>
            <source>As usual</source>
            <translation>Biasa</translation>
        </message>
        <message>
            <source>Goes first</source>
            <translation>Didahulukan</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Cara</translation>
        </message>
        <message>
            <source>Times an hour</source>
            <translation>Kali per jam</translation>
        </message>
        <message>
            <source>Days of the week; none means every day</source>
            <translation>Hari dalam sepekan; kosong berarti setiap hari</translation>
        </message>
        <message>
            <source>Importance</source>
            <translation>Prioritas</translation>
        </message>
        <message>
            <source>Name in the schedule</source>
            <translation>Nama di jadwal</translation>
        </message>
        <message>
            <source>It stands in the draft then; walls show it once the draft is approved and published.</source>
            <translation>Masuk ke rancangan dulu; layar menayangkannya setelah rancangan disetujui dan diterbitkan.</translation>
        </message>
        <message>
            <source>Air</source>
            <translation>Tayangkan</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Choose a wall.</source>
            <translation>Pilih layar.</translation>
        </message>
        <message>
            <source>Choose whether it is aired as a picture, as running text, or both.</source>
            <translation>Pilih apakah ditayangkan sebagai gambar, teks berjalan, atau keduanya.</translation>
        </message>
        <message>
            <source>Give it a name.</source>
            <translation>Beri nama.</translation>
        </message>
    </context>
    <context>
        <name>AirtimeSection</name>
        <message>
            <source>Shared by</source>
            <translation>Dibagi menurut</translation>
        </message>
        <message>
            <source>By agency</source>
            <translation>Per OPD</translation>
        </message>
        <message>
            <source>By medium</source>
            <translation>Per media</translation>
        </message>
        <message>
            <source>By booking</source>
            <translation>Per acara</translation>
        </message>
        <message>
            <source>By wall</source>
            <translation>Per layar</translation>
        </message>
        <message>
            <source>Broadcast time</source>
            <translation>Waktu siar</translation>
        </message>
        <message>
            <source>Programme</source>
            <translation>Acara</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Pengisi</translation>
        </message>
        <message>
            <source>Not shown</source>
            <translation>Tidak tayang</translation>
        </message>
        <message>
            <source>Shares of the broadcast time</source>
            <translation>Pembagian waktu siar</translation>
        </message>
        <message>
            <source>Airtime</source>
            <translation>Waktu siar</translation>
        </message>
        <message>
            <source>No airtime in these days</source>
            <translation>Tidak ada waktu siar pada hari-hari ini</translation>
        </message>
        <message>
            <source>Broadcast time begins with the first programme that is published for a wall.</source>
            <translation>Waktu siar dimulai dari program pertama yang terbit untuk sebuah layar.</translation>
        </message>
    </context>
    <context>
        <name>Airtimes</name>
        <message>
            <source>It is booked, and has no airtime in the next 14 days.</source>
            <translation>Sudah dipesan, tetapi tidak mendapat waktu tayang dalam 14 hari ke depan.</translation>
        </message>
        <message>
            <source>It is booked on no wall.</source>
            <translation>Belum dipesan di layar mana pun.</translation>
        </message>
        <message>
            <source>It is booked in the draft, and on walls once that is published.</source>
            <translation>Baru dipesan di rancangan; tampil di layar setelah rancangan itu diterbitkan.</translation>
        </message>
        <message>
            <source>Next on {wall}, {when}; {count} times on {walls} in the next 14 days.</source>
            <translation>Tayang berikutnya di {wall}, {when}; {count} kali di {walls} dalam 14 hari ke depan.</translation>
        </message>
        <message>
            <source>Next on {wall}, {when}; once in the next 14 days.</source>
            <translation>Berikutnya di {wall}, {when}; sekali dalam 14 hari ke depan.</translation>
        </message>
        <message>
            <source>{count} more walls have it, too.</source>
            <translation>{count} layar lain juga memuatnya.</translation>
        </message>
        <message>
            <source>{count} more wall has it, too.</source>
            <translation>{count} layar lain juga memuatnya.</translation>
        </message>
        <message>
            <source>The first {count} are listed.</source>
            <translation>{count} yang pertama tercantum di bawah ini.</translation>
        </message>
        <message>
            <source>Not shown in the last 31 days, by what the walls have told.</source>
            <translation>Tidak tayang dalam 31 hari terakhir, menurut laporan layar.</translation>
        </message>
        <message>
            <source>Last on {wall}: {when}</source>
            <translation>Terakhir di {wall}: {when}</translation>
        </message>
        <message>
            <source>{hours}, {count} turns</source>
            <translation>{hours}, {count} giliran</translation>
        </message>
        <message>
            <source>{hours}, {count} turn</source>
            <translation>{hours}, {count} giliran</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Pengisi</translation>
        </message>
        <message>
            <source>{count} walls</source>
            <translation>{count} layar</translation>
        </message>
    </context>
    <context>
        <name>AlertDetails</name>
        <message>
            <source>Up&amp;date…</source>
            <translation>&amp;Perbarui…</translation>
        </message>
        <message>
            <source>Sign as &amp;second person…</source>
            <translation>Tanda tangan &amp;orang kedua…</translation>
        </message>
        <message>
            <source>Extend by {length}</source>
            <translation>Perpanjang {length}</translation>
        </message>
        <message>
            <source>RALAT / Take back</source>
            <translation>RALAT / Akhiri</translation>
        </message>
        <message>
            <source>Ends by itself at {time}, in {left}</source>
            <translation>Berakhir sendiri pukul {time}, sisa {left}</translation>
        </message>
        <message>
            <source>Not on the walls any more</source>
            <translation>Sudah tidak di layar</translation>
        </message>
        <message>
            <source>Source: {source}</source>
            <translation>Sumber: {source}</translation>
        </message>
        <message>
            <source>Only one person signed: walls let go of it after two hours. A second one brings it back.</source>
            <translation>Baru satu orang menandatangani: layar melepasnya setelah dua jam. Orang kedua menayangkannya kembali.</translation>
        </message>
        <message>
            <source>Signed by one person: it ends after two hours, unless a second person signs too.</source>
            <translation>Baru satu orang menandatangani: berakhir setelah dua jam, kecuali orang kedua ikut menandatangani.</translation>
        </message>
        <message>
            <source>A SECOND PERSON has to sign within {left}, or the walls change to neutral words.</source>
            <translation>ORANG KEDUA harus menandatangani dalam {left}, kalau tidak layar beralih ke kata-kata netral.</translation>
        </message>
        <message>
            <source>No second person has signed: the walls show neutral words until one does.</source>
            <translation>Belum ada orang kedua yang menandatangani: layar menampilkan kata-kata netral sampai ada.</translation>
        </message>
        <message>
            <source>Begins by itself at {time}, in {left}</source>
            <translation>Mulai sendiri pukul {time}, {left} lagi</translation>
        </message>
    </context>
    <context>
        <name>Alerts</name>
        <message>
            <source>Danger now: takes the whole wall, in red.</source>
            <translation>Bahaya sekarang: mengambil seluruh layar, merah.</translation>
        </message>
        <message>
            <source>15 minutes</source>
            <translation>15 menit</translation>
        </message>
        <message>
            <source>30 minutes</source>
            <translation>30 menit</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translation>1 jam</translation>
        </message>
        <message>
            <source>2 hours</source>
            <translation>2 jam</translation>
        </message>
        <message>
            <source>6 hours</source>
            <translation>6 jam</translation>
        </message>
        <message>
            <source>24 hours</source>
            <translation>24 jam</translation>
        </message>
        <message>
            <source>Be ready: a banner below the programme, in yellow.</source>
            <translation>Bersiap: pita kuning di bawah tayangan.</translation>
        </message>
        <message>
            <source>Be watchful: a banner below the programme, in blue.</source>
            <translation>Waspada: pita biru di bawah tayangan.</translation>
        </message>
    </context>
    <context>
        <name>AnnouncementEditor</name>
        <message>
            <source>Edit announcement</source>
            <translation>Sunting pengumuman</translation>
        </message>
        <message>
            <source>New announcement</source>
            <translation>Pengumuman baru</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Templat</translation>
        </message>
        <message>
            <source>Office colours and logos…</source>
            <translation>Warna dan logo kantor…</translation>
        </message>
        <message>
            <source>On the walls</source>
            <translation>Di layar</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Ulangi</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Air…</source>
            <translation>Tayangkan…</translation>
        </message>
        <message>
            <source>Save to the library</source>
            <translation>Simpan ke pustaka</translation>
        </message>
        <message>
            <source>An announcement of {when} was not saved, and was kept: “{title}”. Its pictures were not.</source>
            <translation>Pengumuman tanggal {when} belum disimpan dan masih ada: “{title}”. Gambarnya tidak ikut.</translation>
        </message>
        <message>
            <source>without a title</source>
            <translation>tanpa judul</translation>
        </message>
        <message>
            <source>Continue where you were</source>
            <translation>Lanjutkan yang tadi</translation>
        </message>
        <message>
            <source>Give the announcement a title.</source>
            <translation>Beri judul pada pengumuman ini.</translation>
        </message>
        <message>
            <source>Something finds no room on at least one wall; it is told below that wall. Shorten it, or leave that wall out.</source>
            <translation>Ada yang tidak muat di paling sedikit satu layar; lihat di bawah layar itu. Persingkat, atau lewati layar itu.</translation>
        </message>
        <message>
            <source>Not on all other walls: where it finds no room it cannot be aired.</source>
            <translation>Tidak di semua layar lain: di layar yang tidak muat ia tidak dapat ditayangkan.</translation>
        </message>
        <message>
            <source>Letters that found no room and were left out: {count}.</source>
            <translation>{count} huruf tidak muat di kolom ini dan tidak diambil.</translation>
        </message>
        <message>
            <source>Spelling is not checked: this computer has no Indonesian dictionary. To get it: {command}</source>
            <translation>Ejaan tidak diperiksa: komputer ini belum punya kamus bahasa Indonesia. Pasang dengan: {command}</translation>
        </message>
        <message>
            <source>For chosen walls ({count})…</source>
            <translation>Untuk {count} layar…</translation>
        </message>
        <message>
            <source>For all walls ({count})…</source>
            <translation>Untuk semua layar ({count})…</translation>
        </message>
    </context>
    <context>
        <name>AnnouncementForm</name>
        <message>
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
        <message>
            <source>Background picture</source>
            <translation>Gambar latar</translation>
        </message>
        <message>
            <source>Photo of the person</source>
            <translation>Foto orangnya</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>Latar</translation>
        </message>
        <message>
            <source>Accent</source>
            <translation>Aksen</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Isi</translation>
        </message>
        <message>
            <source>Footer</source>
            <translation>Kaki</translation>
        </message>
        <message>
            <source>QR code: a link or a short text</source>
            <translation>Kode QR: tautan atau teks pendek</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Gambar</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Warna</translation>
        </message>
        <message>
            <source>as {example}</source>
            <translation>misalnya {example}</translation>
        </message>
    </context>
    <context>
        <name>AnswerList</name>
        <message>
            <source>Answers of the walls</source>
            <translation>Jawaban layar</translation>
        </message>
    </context>
    <context>
        <name>AnswerWindow</name>
        <message>
            <source>The checklist has rules that are not answered with yes: {count}. Answer them before you accept.</source>
            <translation>Aturan di daftar periksa yang belum dijawab ya: {count}. Jawab dahulu sebelum menyetujui.</translation>
        </message>
        <message>
            <source>It was changed meanwhile ({what}). Look whether your answer still fits, then save it again.</source>
            <translation>Permohonan berubah sementara itu ({what}). Periksa apakah jawaban Anda masih cocok, lalu simpan sekali lagi.</translation>
        </message>
        <message>
            <source>{count} letters are too many; at most {most} go into one field.</source>
            <translation>{count} huruf terlalu banyak; paling banyak {most} untuk satu isian.</translation>
        </message>
        <message>
            <source>Answer {number}</source>
            <translation>Jawab {number}</translation>
        </message>
        <message>
            <source>Answer, as the agency reads it</source>
            <translation>Jawaban, seperti dibaca instansi</translation>
        </message>
        <message>
            <source>Copied. Paste it into a message with Ctrl+V.</source>
            <translation>Sudah disalin. Tempelkan ke pesan dengan Ctrl+V.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
        <message>
            <source>Fill in again</source>
            <translation>Isi ulang</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Keputusan</translation>
        </message>
        <message>
            <source>Paper (*.pdf)</source>
            <translation>Kertas (*.pdf)</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Alasan</translation>
        </message>
        <message>
            <source>Save and answer</source>
            <translation>Simpan dan jawab</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>Simpan sebagai PDF…</translation>
        </message>
        <message>
            <source>Save the answer</source>
            <translation>Simpan jawaban</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Disimpan sebagai {path}</translation>
        </message>
        <message>
            <source>The answer was changed by hand; “Fill in again” takes the office's text.</source>
            <translation>Jawaban sudah diubah dengan tangan; “Isi ulang” mengambil teks kantor.</translation>
        </message>
    </context>
    <context>
        <name>AnswersModel</name>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Shown at</source>
            <translation>Tampil pukul</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Sidik gambar</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Berakhir</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Keadaan</translation>
        </message>
    </context>
    <context>
        <name>ApprovalsPage</name>
        <message>
            <source>No draft was decided yet</source>
            <translation>Belum ada rancangan yang diputuskan</translation>
        </message>
        <message>
            <source>What was approved, sent back or taken back stays here, with who did it and why.</source>
            <translation>Yang disetujui, dikembalikan, atau ditarik tersimpan di sini, dengan siapa dan mengapa.</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>Persetujuan</translation>
        </message>
        <message>
            <source>Approved and published. The walls take it now; the page Publish shows their receipts.</source>
            <translation>Disetujui dan diterbitkan. Layar sedang mengambilnya; tanda terimanya ada di halaman Terbitkan.</translation>
        </message>
        <message>
            <source>Drafts that are handed in on the page Publish appear here, to be looked at by a second person.</source>
            <translation>Rancangan yang diajukan di halaman Terbitkan muncul di sini, untuk diperiksa orang kedua.</translation>
        </message>
        <message>
            <source>Drafts that were handed in</source>
            <translation>Rancangan yang diajukan</translation>
        </message>
        <message>
            <source>Every file is being fetched and checked at this desk…</source>
            <translation>Setiap berkas sedang diambil dan diperiksa di meja ini…</translation>
        </message>
        <message>
            <source>Group {group} · handed in by {by} on {when} · {signed}</source>
            <translation>Kelompok {group} · diajukan {by} pada {when} · {signed}</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Riwayat</translation>
        </message>
        <message>
            <source>Nothing waits for approval</source>
            <translation>Tidak ada yang menunggu persetujuan</translation>
        </message>
        <message>
            <source>Sent back. The one who handed it in reads the reason here.</source>
            <translation>Dikembalikan. Pengaju membaca alasannya di sini.</translation>
        </message>
        <message>
            <source>Signed. Signatures still missing: {count}</source>
            <translation>Ditandatangani. Tanda tangan yang masih kurang: {count}</translation>
        </message>
        <message>
            <source>Taken back. It stays in the history.</source>
            <translation>Ditarik kembali. Tetap tersimpan dalam riwayat.</translation>
        </message>
        <message>
            <source>This draft cannot be shown, so it cannot be approved. {why}</source>
            <translation>Rancangan ini tidak dapat ditampilkan, jadi tidak dapat disetujui. {why}</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Menunggu</translation>
        </message>
        <message>
            <source>Without a reference</source>
            <translation>Tanpa nomor permintaan</translation>
        </message>
        <message>
            <source>this desk</source>
            <translation>meja ini</translation>
        </message>
        <message>
            <source>Somebody decided about this, or published something else, in the meantime. Look at it again.</source>
            <translation>Sementara itu seseorang sudah memutuskannya, atau menerbitkan yang lain. Lihat sekali lagi.</translation>
        </message>
    </context>
    <context>
        <name>AreaChoice</name>
        <message>
            <source>All walls</source>
            <translation>Semua layar</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Districts</source>
            <translation>Kecamatan</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>Gambar</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Click around the walls; Backspace takes the last corner back. By keys: arrows, then Enter.</source>
            <translation>Klik mengelilingi layar; Backspace menghapus sudut terakhir. Dengan tombol: panah, lalu Enter.</translation>
        </message>
        <message>
            <source>Draw anew</source>
            <translation>Gambar ulang</translation>
        </message>
        <message>
            <source>{name} ({count} walls)</source>
            <translation>{name} ({count} layar)</translation>
        </message>
        <message>
            <source>{name} ({count} wall)</source>
            <translation>{name} ({count} layar)</translation>
        </message>
        <message>
            <source>Kecamatan {names}</source>
            <translation>Kecamatan {names}</translation>
        </message>
        <message>
            <source>There is no wall yet; add one under Walls.</source>
            <translation>Belum ada layar; tambahkan di halaman Layar.</translation>
        </message>
        <message>
            <source>Tick a group.</source>
            <translation>Centang satu kelompok.</translation>
        </message>
        <message>
            <source>Tick a district in which a wall stands.</source>
            <translation>Centang kecamatan yang ada layarnya.</translation>
        </message>
        <message>
            <source>Draw around at least one wall: three corners or more.</source>
            <translation>Gambar garis mengelilingi paling sedikit satu layar: tiga sudut atau lebih.</translation>
        </message>
        <message>
            <source>Tick at least one wall.</source>
            <translation>Centang paling sedikit satu layar.</translation>
        </message>
        <message>
            <source>Without a place, so never found here: {walls}. Give it under Walls.</source>
            <translation>Belum ada letaknya, jadi tidak ditemukan di sini: {walls}. Isi di halaman Layar.</translation>
        </message>
    </context>
    <context>
        <name>AreaSketch</name>
        <message>
            <source>Sketch of the area</source>
            <translation>Sketsa wilayah</translation>
        </message>
    </context>
    <context>
        <name>AskWindow</name>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
    <context>
        <name>Audit</name>
        <message>
            <source>a player</source>
            <translation>pemutar</translation>
        </message>
        <message>
            <source>added a person</source>
            <translation>menambah orang</translation>
        </message>
        <message>
            <source>asked for airtime</source>
            <translation>memohon tayang</translation>
        </message>
        <message>
            <source>bound a player</source>
            <translation>memasangkan pemutar</translation>
        </message>
        <message>
            <source>freed a player</source>
            <translation>melepas pemutar</translation>
        </message>
        <message>
            <source>brought a backup back</source>
            <translation>mengembalikan cadangan</translation>
        </message>
        <message>
            <source>changed a booking</source>
            <translation>mengubah jadwal</translation>
        </message>
        <message>
            <source>answered the site checklist</source>
            <translation>mengisi daftar periksa lokasi</translation>
        </message>
        <message>
            <source>cancelled work on media</source>
            <translation>membatalkan pengolahan media</translation>
        </message>
        <message>
            <source>changed a running text</source>
            <translation>mengubah teks berjalan</translation>
        </message>
        <message>
            <source>decided about a request</source>
            <translation>memutuskan permohonan</translation>
        </message>
        <message>
            <source>installation</source>
            <translation>pemasangan</translation>
        </message>
        <message>
            <source>let a wall show its name</source>
            <translation>menampilkan nama layar</translation>
        </message>
        <message>
            <source>request for airtime</source>
            <translation>permohonan tayang</translation>
        </message>
        <message>
            <source>saw that a request was broadcast</source>
            <translation>melihat permohonan sudah tayang</translation>
        </message>
        <message>
            <source>settings of requests</source>
            <translation>pengaturan permohonan</translation>
        </message>
        <message>
            <source>showed or ended a test pattern</source>
            <translation>menampilkan atau mengakhiri pola uji</translation>
        </message>
        <message>
            <source>took a wall off the air</source>
            <translation>menghentikan tayangan sebuah layar</translation>
        </message>
        <message>
            <source>let a wall go on</source>
            <translation>melanjutkan tayangan sebuah layar</translation>
        </message>
        <message>
            <source>started a player anew</source>
            <translation>memulai ulang sebuah pemutar</translation>
        </message>
        <message>
            <source>let a wall try its whole programme again</source>
            <translation>menyuruh sebuah layar mencoba lagi seluruh tayangannya</translation>
        </message>
        <message>
            <source>Obeyed</source>
            <translation>Dipatuhi</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Jawaban</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>Jam buka</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Kecerahan</translation>
        </message>
        <message>
            <source>Percent</source>
            <translation>Persen</translation>
        </message>
        <message>
            <source>AWAS in full brightness</source>
            <translation>AWAS dengan kecerahan penuh</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>Dasar hukum</translation>
        </message>
        <message>
            <source>Legal basis of the quiet hours</source>
            <translation>Dasar hukum jam tenang</translation>
        </message>
        <message>
            <source>Regulation</source>
            <translation>Peraturan</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nomor</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Tahun</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Pasal</translation>
        </message>
        <message>
            <source>Office on the safe card</source>
            <translation>Instansi pada kartu aman</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>gelap</translation>
        </message>
        <message>
            <source>safe card</source>
            <translation>kartu aman</translation>
        </message>
        <message>
            <source>changed a daypart</source>
            <translation>mengubah bagian hari</translation>
        </message>
        <message>
            <source>changed a password</source>
            <translation>mengubah kata sandi</translation>
        </message>
        <message>
            <source>changed a person</source>
            <translation>mengubah orang</translation>
        </message>
        <message>
            <source>changed a playlist</source>
            <translation>mengubah daftar putar</translation>
        </message>
        <message>
            <source>changed a wall</source>
            <translation>mengubah layar</translation>
        </message>
        <message>
            <source>changed holidays</source>
            <translation>mengubah hari libur</translation>
        </message>
        <message>
            <source>changed settings</source>
            <translation>mengubah setelan</translation>
        </message>
        <message>
            <source>changed the library</source>
            <translation>mengubah pustaka</translation>
        </message>
        <message>
            <source>changed who may sign</source>
            <translation>mengubah siapa yang boleh menandatangani</translation>
        </message>
        <message>
            <source>ended an emergency message</source>
            <translation>mengakhiri pesan darurat</translation>
        </message>
        <message>
            <source>handed a draft in</source>
            <translation>mengajukan rancangan</translation>
        </message>
        <message>
            <source>nobody known</source>
            <translation>tidak dikenal</translation>
        </message>
        <message>
            <source>prepared a ceremony</source>
            <translation>menyiapkan upacara kunci</translation>
        </message>
        <message>
            <source>published</source>
            <translation>menerbitkan</translation>
        </message>
        <message>
            <source>put an administrator back</source>
            <translation>memulihkan administrator</translation>
        </message>
        <message>
            <source>second factor</source>
            <translation>faktor kedua</translation>
        </message>
        <message>
            <source>sent a draft back</source>
            <translation>mengembalikan rancangan</translation>
        </message>
        <message>
            <source>sent an emergency message</source>
            <translation>mengirim pesan darurat</translation>
        </message>
        <message>
            <source>sign-in refused</source>
            <translation>gagal masuk</translation>
        </message>
        <message>
            <source>signed a draft</source>
            <translation>menandatangani rancangan</translation>
        </message>
        <message>
            <source>signed in</source>
            <translation>masuk</translation>
        </message>
        <message>
            <source>signed out</source>
            <translation>keluar</translation>
        </message>
        <message>
            <source>the hub itself</source>
            <translation>hub sendiri</translation>
        </message>
        <message>
            <source>this machine</source>
            <translation>komputer ini</translation>
        </message>
        <message>
            <source>this machine, first aid</source>
            <translation>komputer ini, pertolongan pertama</translation>
        </message>
        <message>
            <source>took a draft back</source>
            <translation>menarik rancangan</translation>
        </message>
        <message>
            <source>updated an emergency message</source>
            <translation>memperbarui pesan darurat</translation>
        </message>
        <message>
            <source>extended an emergency message</source>
            <translation>memperpanjang pesan darurat</translation>
        </message>
        <message>
            <source>corrected an emergency message (RALAT)</source>
            <translation>meralat pesan darurat</translation>
        </message>
        <message>
            <source>confirmed an emergency message</source>
            <translation>menguatkan pesan darurat</translation>
        </message>
        <message>
            <source>ran a drill</source>
            <translation>melakukan latihan</translation>
        </message>
        <message>
            <source>ended a drill</source>
            <translation>mengakhiri latihan</translation>
        </message>
        <message>
            <source>changed a feed</source>
            <translation>mengubah sumber peringatan</translation>
        </message>
        <message>
            <source>noticed that a feed is silent</source>
            <translation>mencatat bahwa sumber peringatan diam</translation>
        </message>
        <message>
            <source>noticed that a feed is back</source>
            <translation>mencatat bahwa sumber peringatan pulih</translation>
        </message>
        <message>
            <source>showed a warning</source>
            <translation>menayangkan peringatan</translation>
        </message>
        <message>
            <source>dismissed a warning</source>
            <translation>mengabaikan peringatan</translation>
        </message>
        <message>
            <source>said that an emergency is over</source>
            <translation>menyatakan keadaan darurat berakhir</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Alamat</translation>
        </message>
        <message>
            <source>Also on</source>
            <translation>Juga pada</translation>
        </message>
        <message>
            <source>Also on holidays</source>
            <translation>Juga pada hari libur</translation>
        </message>
        <message>
            <source>Announcement</source>
            <translation>Pengumuman</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Wilayah</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Day of the drill</source>
            <translation>Hari latihan</translation>
        </message>
        <message>
            <source>Daypart</source>
            <translation>Bagian hari</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>Days a programme lasts</source>
            <translation>Masa berlaku siaran (hari)</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Sidik berkas</translation>
        </message>
        <message>
            <source>Drill</source>
            <translation>Latihan</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Pengecualian</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Berkas</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Pengisi</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>Fitting</source>
            <translation>Cara menyesuaikan</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Hasil pemeriksaan</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Handed in by</source>
            <translation>Diajukan oleh</translation>
        </message>
        <message>
            <source>Handed in on</source>
            <translation>Diajukan pada</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Judul pesan</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Tinggi dalam piksel</translation>
        </message>
        <message>
            <source>Hour of the drill</source>
            <translation>Jam latihan</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Isi</translation>
        </message>
        <message>
            <source>Keywords</source>
            <translation>Kata kunci</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>Lintang</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Lama</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Tingkat</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>Bujur</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>Yang diperiksa</translation>
        </message>
        <message>
            <source>Made from revision</source>
            <translation>Dibuat dari revisi</translation>
        </message>
        <message>
            <source>Made on</source>
            <translation>Dibuat pada</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>Movement</source>
            <translation>Gerakan</translation>
        </message>
        <message>
            <source>Muted</source>
            <translation>Tanpa suara</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Not on</source>
            <translation>Tidak pada</translation>
        </message>
        <message>
            <source>Not on holidays</source>
            <translation>Tidak pada hari libur</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Urutan</translation>
        </message>
        <message>
            <source>Part of the wall</source>
            <translation>Bagian layar</translation>
        </message>
        <message>
            <source>Part that is heard</source>
            <translation>Bagian yang terdengar</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Bagian</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <source>Picture where nothing is booked</source>
            <translation>Gambar bila tidak ada jadwal</translation>
        </message>
        <message>
            <source>Pictures a second</source>
            <translation>Gambar per detik</translation>
        </message>
        <message>
            <source>Place in the output, from the left</source>
            <translation>Letak di keluaran, dari kiri</translation>
        </message>
        <message>
            <source>Place in the output, from the top</source>
            <translation>Letak di keluaran, dari atas</translation>
        </message>
        <message>
            <source>Player</source>
            <translation>Pemutar</translation>
        </message>
        <message>
            <source>Playlist</source>
            <translation>Daftar putar</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioritas</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Jam tenang</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Alasan</translation>
        </message>
        <message>
            <source>Reminder of the drill</source>
            <translation>Pengingat latihan</translation>
        </message>
        <message>
            <source>Repeats</source>
            <translation>Berulang</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Permintaan</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>Revisi</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Peran</translation>
        </message>
        <message>
            <source>Rotation in degrees</source>
            <translation>Putaran dalam derajat</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>Detik</translation>
        </message>
        <message>
            <source>Sessions closed</source>
            <translation>Sesi yang ditutup</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>Bentuk</translation>
        </message>
        <message>
            <source>Share of airtime</source>
            <translation>Bagian waktu tayang</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>Ditampilkan</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Ditandatangani</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>Ditandatangani oleh</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Sumber</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Keadaan</translation>
        </message>
        <message>
            <source>Switched on</source>
            <translation>Aktif</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Teks</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>Teks</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona waktu</translation>
        </message>
        <message>
            <source>Times an hour</source>
            <translation>Kali per jam</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Transition</source>
            <translation>Peralihan</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Usable until</source>
            <translation>Dapat dipakai sampai</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>Berlaku dari</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Berlaku sampai</translation>
        </message>
        <message>
            <source>Volume in percent</source>
            <translation>Volume dalam persen</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>What was not right</source>
            <translation>Yang salah</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Lebar dalam piksel</translation>
        </message>
        <message>
            <source>With</source>
            <translation>Dengan</translation>
        </message>
        <message>
            <source>booking</source>
            <translation>jadwal</translation>
        </message>
        <message>
            <source>ceremony</source>
            <translation>upacara</translation>
        </message>
        <message>
            <source>code of the authenticator</source>
            <translation>kode autentikator</translation>
        </message>
        <message>
            <source>daypart</source>
            <translation>bagian hari</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>rancangan</translation>
        </message>
        <message>
            <source>emergency message</source>
            <translation>pesan darurat</translation>
        </message>
        <message>
            <source>feed</source>
            <translation>sumber peringatan</translation>
        </message>
        <message>
            <source>group</source>
            <translation>kelompok</translation>
        </message>
        <message>
            <source>holidays</source>
            <translation>hari libur</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>media</translation>
        </message>
        <message>
            <source>name</source>
            <translation>nama</translation>
        </message>
        <message>
            <source>no</source>
            <translation>tidak</translation>
        </message>
        <message>
            <source>overtaken</source>
            <translation>didahului</translation>
        </message>
        <message>
            <source>password</source>
            <translation>kata sandi</translation>
        </message>
        <message>
            <source>person</source>
            <translation>orang</translation>
        </message>
        <message>
            <source>playlist</source>
            <translation>daftar putar</translation>
        </message>
        <message>
            <source>running text</source>
            <translation>teks berjalan</translation>
        </message>
        <message>
            <source>sent back</source>
            <translation>dikembalikan</translation>
        </message>
        <message>
            <source>session</source>
            <translation>sesi</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>setelan</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>ditarik kembali</translation>
        </message>
        <message>
            <source>waits</source>
            <translation>menunggu</translation>
        </message>
        <message>
            <source>wall</source>
            <translation>layar</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>peringatan</translation>
        </message>
        <message>
            <source>who may sign</source>
            <translation>siapa yang boleh menandatangani</translation>
        </message>
        <message>
            <source>work on media</source>
            <translation>pengolahan media</translation>
        </message>
        <message>
            <source>worked on a request</source>
            <translation>menangani permohonan</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ya</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>{count} lagi</translation>
        </message>
        <message>
            <source>Colour of the letters</source>
            <translation>Warna huruf</translation>
        </message>
        <message>
            <source>Colour of the ground</source>
            <translation>Warna latar</translation>
        </message>
        <message>
            <source>Second colour</source>
            <translation>Warna kedua</translation>
        </message>
        <message>
            <source>Logos</source>
            <translation>Logo</translation>
        </message>
        <message>
            <source>Corner</source>
            <translation>Sudut</translation>
        </message>
        <message>
            <source>Pixels a second</source>
            <translation>Piksel per detik</translation>
        </message>
        <message>
            <source>Height of the band in percent</source>
            <translation>Tinggi pita dalam persen</translation>
        </message>
        <message>
            <source>Running texts</source>
            <translation>Teks berjalan</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Looked at every so many seconds</source>
            <translation>Diperiksa setiap sekian detik</translation>
        </message>
        <message>
            <source>Named as source</source>
            <translation>Disebut sebagai sumber</translation>
        </message>
        <message>
            <source>Networks of the office</source>
            <translation>Jaringan kantor</translation>
        </message>
        <message>
            <source>Agencies</source>
            <translation>Instansi</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Aturan</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Jawaban</translation>
        </message>
    </context>
    <context>
        <name>AuditTrailPage</name>
        <message>
            <source>After: {text}</source>
            <translation>Sesudah: {text}</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>Jejak audit</translation>
        </message>
        <message>
            <source>Before: {text}</source>
            <translation>Sebelum: {text}</translation>
        </message>
        <message>
            <source>CSV for spreadsheets (*.csv)</source>
            <translation>CSV untuk lembar kerja (*.csv)</translation>
        </message>
        <message>
            <source>Check the chain</source>
            <translation>Periksa rantai</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Isi</translation>
        </message>
        <message>
            <source>Entry {seq}, hash {hash}</source>
            <translation>Catatan {seq}, hash {hash}</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Semuanya</translation>
        </message>
        <message>
            <source>Export the audit trail</source>
            <translation>Ekspor jejak audit</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Ekspor…</translation>
        </message>
        <message>
            <source>From {address}</source>
            <translation>Dari {address}</translation>
        </message>
        <message>
            <source>JSON lines, with the chain (*.jsonl)</source>
            <translation>Baris JSON, dengan rantainya (*.jsonl)</translation>
        </message>
        <message>
            <source>On what</source>
            <translation>Objek</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Tampilkan lagi</translation>
        </message>
        <message>
            <source>The audit trail is in {file}.</source>
            <translation>Jejak audit ada di {file}.</translation>
        </message>
        <message>
            <source>The chain is whole: {count} entries, nothing changed, taken out or moved. Newest: {head}</source>
            <translation>Rantai utuh: {count} catatan, tidak ada yang diubah, dihapus atau dipindahkan. Terbaru: {head}</translation>
        </message>
        <message>
            <source>The chain is whole: {count} entry, nothing changed, taken out or moved. Newest: {head}</source>
            <translation>Rantai utuh: {count} catatan, tidak ada yang diubah, dihapus atau dipindahkan. Terbaru: {head}</translation>
        </message>
        <message>
            <source>The trail was tampered with or damaged:</source>
            <translation>Jejak telah diutak-atik atau rusak:</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Tindakan</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>Apa yang dilakukan</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Waktu</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Siapa</translation>
        </message>
        <message>
            <source>from</source>
            <translation>dari</translation>
        </message>
        <message>
            <source>to</source>
            <translation>sampai</translation>
        </message>
        <message>
            <source>{shown} of {count} entries</source>
            <translation>{shown} dari {count} catatan</translation>
        </message>
        <message>
            <source>{shown} of {count} entry</source>
            <translation>{shown} dari {count} catatan</translation>
        </message>
    </context>
    <context>
        <name>Backup</name>
        <message>
            <source>Accounts</source>
            <translation>Akun</translation>
        </message>
        <message>
            <source>Emergency messages</source>
            <translation>Pesan darurat</translation>
        </message>
        <message>
            <source>Everything that was done after {moment} will be gone.</source>
            <translation>Semua yang dikerjakan sesudah {moment} akan hilang.</translation>
        </message>
        <message>
            <source>Last backup {age}, tested and good.</source>
            <translation>Cadangan terakhir {age}, sudah diuji dan baik.</translation>
        </message>
        <message>
            <source>Last backup {age}. It was not tested yet.</source>
            <translation>Cadangan terakhir {age}, belum diuji.</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>Playlists, bookings and walls</source>
            <translation>Daftar putar, jadwal dan layar</translation>
        </message>
        <message>
            <source>Publications</source>
            <translation>Terbitan</translation>
        </message>
        <message>
            <source>Records of what was played</source>
            <translation>Catatan tayang</translation>
        </message>
        <message>
            <source>The backup of {name} is NOT good. Keep it for now, and make a new one on another stick.</source>
            <translation>Cadangan {name} TIDAK baik. Simpan dulu, dan buat yang baru di stik lain.</translation>
        </message>
        <message>
            <source>The backup of {name} is good: its database opens, all its media ({media}) are whole, {signed}.</source>
            <translation>Cadangan {name} baik: basis datanya dapat dibuka, {media} media utuh, {signed}.</translation>
        </message>
        <message>
            <source>The hub's own key is not in it. Make a new one afterwards, under Keys and authority.</source>
            <translation>Kunci hub sendiri tidak ada di dalamnya. Sesudahnya buat yang baru di Kunci dan wewenang.</translation>
        </message>
        <message>
            <source>The last backup is old: {age}. Make a new one.</source>
            <translation>Cadangan terakhir sudah lama: {age}. Buat yang baru.</translation>
        </message>
        <message>
            <source>The last backup, {age}, did not pass its test. Make a new one.</source>
            <translation>Cadangan terakhir, {age}, tidak lulus uji. Buat yang baru.</translation>
        </message>
        <message>
            <source>The present database cannot be read, so nothing can be counted.</source>
            <translation>Basis data yang sekarang tidak terbaca, jadi tidak ada yang dapat dihitung.</translation>
        </message>
        <message>
            <source>There is no backup yet. If this computer breaks, everything is lost.</source>
            <translation>Belum ada cadangan. Bila komputer ini rusak, semuanya hilang.</translation>
        </message>
        <message>
            <source>This backup is of ANOTHER installation: its people and keys differ from those here.</source>
            <translation>Cadangan ini dari pemasangan LAIN: orang dan kuncinya berbeda dari yang di sini.</translation>
        </message>
        <message>
            <source>nobody had founded the installation yet</source>
            <translation>pemasangan ini belum didirikan siapa pun</translation>
        </message>
        <message>
            <source>the signed rules can be believed</source>
            <translation>aturan bertanda tangan dapat dipercaya</translation>
        </message>
        <message>
            <source>{count} media in the backup are damaged or gone.</source>
            <translation>{count} media di cadangan rusak atau hilang.</translation>
        </message>
        <message>
            <source>{count} medium in the backup is damaged or gone.</source>
            <translation>{count} media di cadangan rusak atau hilang.</translation>
        </message>
        <message>
            <source>{count} media that are needed are not in the backup.</source>
            <translation>{count} media yang dibutuhkan tidak ada di cadangan.</translation>
        </message>
        <message>
            <source>{count} medium that is needed is not in the backup.</source>
            <translation>{count} media yang dibutuhkan tidak ada di cadangan.</translation>
        </message>
        <message>
            <source>{name}: {now} now, {then} afterwards</source>
            <translation>{name}: {now} sekarang, {then} sesudahnya</translation>
        </message>
    </context>
    <context>
        <name>BackupModel</name>
        <message>
            <source> (with keys)</source>
            <translation> (dengan kunci)</translation>
        </message>
        <message>
            <source>Computer</source>
            <translation>Komputer</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Dibuat</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>NOT good</source>
            <translation>TIDAK baik</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Ukuran</translation>
        </message>
        <message>
            <source>Tested</source>
            <translation>Diuji</translation>
        </message>
        <message>
            <source>good</source>
            <translation>baik</translation>
        </message>
    </context>
    <context>
        <name>BackupSection</name>
        <message>
            <source>Choose a folder for backups first; the buttons work once there is one.</source>
            <translation>Pilih dulu folder cadangan; tombol-tombol ini berfungsi setelah ada folder.</translation>
        </message>
        <message>
            <source>No backup is in this folder so far. Each that is made is listed here.</source>
            <translation>Belum ada cadangan di folder ini. Setiap cadangan yang dibuat tercantum di sini.</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Cadangkan sekarang</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Cadangan</translation>
        </message>
        <message>
            <source>Bring back…</source>
            <translation>Kembalikan…</translation>
        </message>
        <message>
            <source>Folder for backups, best on a stick or another disk</source>
            <translation>Folder cadangan, sebaiknya di stik atau cakram lain</translation>
        </message>
        <message>
            <source>How many backups stay</source>
            <translation>Berapa cadangan yang disimpan</translation>
        </message>
        <message>
            <source>Making a backup…</source>
            <translation>Membuat cadangan…</translation>
        </message>
        <message>
            <source>Newest that stay:</source>
            <translation>Terbaru yang disimpan:</translation>
        </message>
        <message>
            <source>Stopped; nothing was changed.</source>
            <translation>Dihentikan; tidak ada yang berubah.</translation>
        </message>
        <message>
            <source>Test the backup</source>
            <translation>Uji cadangan</translation>
        </message>
        <message>
            <source>Testing the backup…</source>
            <translation>Menguji cadangan…</translation>
        </message>
        <message>
            <source>The backup is made ({size}), but media that are damaged in the hub are not in it: {count}.</source>
            <translation>Cadangan selesai ({size}), tetapi {count} media rusak di hub dan tidak ikut.</translation>
        </message>
        <message>
            <source>The backup is made ({size}). Test it now, so that you can rely on it.</source>
            <translation>Cadangan selesai ({size}). Uji sekarang, agar dapat diandalkan.</translation>
        </message>
        <message>
            <source>The hub runs elsewhere. Backups are made on its own computer: displayctl backup now</source>
            <translation>Hub berjalan di tempat lain. Cadangan dibuat di komputernya sendiri: displayctl backup now</translation>
        </message>
        <message>
            <source>The keys go along, sealed with a passphrase</source>
            <translation>Kunci ikut, disegel dengan frasa sandi</translation>
        </message>
        <message>
            <source>With keys…</source>
            <translation>Dengan kunci…</translation>
        </message>
        <message>
            <source>each day by itself, while the hub runs</source>
            <translation>setiap hari dengan sendirinya, selama hub berjalan</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
    </context>
    <context>
        <name>BookWindow</name>
        <message>
            <source>A new one of its media: {count}</source>
            <translation>Baru, dari medianya: {count}</translation>
        </message>
        <message>
            <source>All day</source>
            <translation>Sepanjang hari</translation>
        </message>
        <message>
            <source>Book</source>
            <translation>Jadwalkan</translation>
        </message>
        <message>
            <source>Book {name}</source>
            <translation>Jadwalkan {name}</translation>
        </message>
        <message>
            <source>Book {number}</source>
            <translation>Jadwalkan {number}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Choose a wall.</source>
            <translation>Pilih layar.</translation>
        </message>
        <message>
            <source>Days of the week; none means every day</source>
            <translation>Hari; kosong berarti setiap hari</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>Give it a name.</source>
            <translation>Beri nama.</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Playlist</source>
            <translation>Daftar putar</translation>
        </message>
        <message>
            <source>Take its files into the library first, or make an announcement of its text.</source>
            <translation>Masukkan dulu berkasnya ke pustaka, atau buat pengumuman dari teksnya.</translation>
        </message>
        <message>
            <source>Times an hour</source>
            <translation>Kali per jam</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Wished for: {wish}</source>
            <translation>Keinginan: {wish}</translation>
        </message>
        <message>
            <source>loops through its hours</source>
            <translation>berputar sepanjang jamnya</translation>
        </message>
    </context>
    <context>
        <name>BookingActions</name>
        <message>
            <source>Make a playlist and add a wall first; then airtime can be booked.</source>
            <translation>Buat daftar putar dan tambahkan layar dulu; setelah itu waktu tayang dapat dipesan.</translation>
        </message>
        <message>
            <source>Book {name}</source>
            <translation>Pesan {name}</translation>
        </message>
        <message>
            <source>Only this day</source>
            <translation>Hanya hari ini</translation>
        </message>
        <message>
            <source>Only on these days</source>
            <translation>Hanya pada hari-hari ini</translation>
        </message>
        <message>
            <source>The whole series</source>
            <translation>Seluruh rangkaian</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>“{name}” was deleted. Ctrl+Z brings it back.</source>
            <translation>“{name}” dihapus. Ctrl+Z mengembalikannya.</translation>
        </message>
        <message>
            <source>“{name}” does not run on {day} any more. Ctrl+Z brings it back.</source>
            <translation>“{name}” tidak tayang lagi pada {day}. Ctrl+Z mengembalikannya.</translation>
        </message>
        <message>
            <source>“{name}” does not run on {count} days any more. Ctrl+Z brings them back.</source>
            <translation>“{name}” tidak tayang lagi pada {count} hari. Ctrl+Z mengembalikannya.</translation>
        </message>
        <message>
            <source>{count} bookings do not run on the chosen days any more. Ctrl+Z brings them back.</source>
            <translation>{count} jadwal tidak tayang lagi pada hari yang dipilih. Ctrl+Z mengembalikannya.</translation>
        </message>
        <message>
            <source>{count} bookings were deleted. Ctrl+Z brings them back.</source>
            <translation>{count} jadwal dihapus. Ctrl+Z mengembalikannya.</translation>
        </message>
        <message>
            <source>“{name}” was copied. Choose a day and press Ctrl+V.</source>
            <translation>“{name}” disalin. Pilih hari lalu tekan Ctrl+V.</translation>
        </message>
        <message>
            <source>{count} bookings were copied. Choose a day and press Ctrl+V.</source>
            <translation>{count} jadwal disalin. Pilih hari lalu tekan Ctrl+V.</translation>
        </message>
        <message>
            <source>Everything in this week recurs there already; nothing to copy.</source>
            <translation>Semua di minggu ini sudah berulang di sana; tidak ada yang perlu disalin.</translation>
        </message>
        <message>
            <source>Copied slots: {count}. Ctrl+Z takes them back.</source>
            <translation>Slot tersalin: {count}. Ctrl+Z membatalkannya.</translation>
        </message>
        <message>
            <source>Copy this week to {week}</source>
            <translation>Salin minggu ini ke {week}</translation>
        </message>
        <message>
            <source>What you moved was deleted at another desk meanwhile; nothing was changed.</source>
            <translation>Yang Anda pindahkan sudah dihapus di meja lain; tidak ada yang diubah.</translation>
        </message>
    </context>
    <context>
        <name>Bookings</name>
        <message>
            <source>Change {name}</source>
            <translation>Ubah {name}</translation>
        </message>
        <message>
            <source>Move {name}</source>
            <translation>Pindahkan {name}</translation>
        </message>
        <message>
            <source>Move bookings: {count}</source>
            <translation>Pindahkan jadwal: {count}</translation>
        </message>
        <message>
            <source>Move {name} on one day</source>
            <translation>Pindahkan {name} pada satu hari</translation>
        </message>
        <message>
            <source>Copy {name}</source>
            <translation>Salin {name}</translation>
        </message>
        <message>
            <source>Copy bookings: {count}</source>
            <translation>Salin jadwal: {count}</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>Hapus {name}</translation>
        </message>
        <message>
            <source>Delete bookings: {count}</source>
            <translation>Hapus jadwal: {count}</translation>
        </message>
        <message>
            <source>Delete {name} on one day</source>
            <translation>Hapus {name} pada satu hari</translation>
        </message>
        <message>
            <source>Copy week</source>
            <translation>Salin minggu</translation>
        </message>
    </context>
    <context>
        <name>Brand</name>
        <message>
            <source>Contrast {ratio} : 1 – too little: labels and ornaments are not told from the ground. 3 : 1 is the least; make one colour lighter or darker.</source>
            <translation>Kontras {ratio} : 1 – terlalu kecil: label dan hiasan tidak terbedakan dari latar. Paling sedikit 3 : 1; buat salah satu warna lebih terang atau lebih gelap.</translation>
        </message>
        <message>
            <source>Contrast {ratio} : 1 – enough for labels and ornaments, not for small letters.</source>
            <translation>Kontras {ratio} : 1 – cukup untuk label dan hiasan, tidak untuk huruf kecil.</translation>
        </message>
        <message>
            <source>Contrast {ratio} : 1 – good, for small letters too.</source>
            <translation>Kontras {ratio} : 1 – baik, juga untuk huruf kecil.</translation>
        </message>
    </context>
    <context>
        <name>BrandWindow</name>
        <message>
            <source>Colours and logos of the office</source>
            <translation>Warna dan logo kantor</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Latar</translation>
        </message>
        <message>
            <source>Accent</source>
            <translation>Aksen</translation>
        </message>
        <message>
            <source>Name of logo {number}</source>
            <translation>Nama logo {number}</translation>
        </message>
        <message>
            <source>Regency</source>
            <translation>Kabupaten</translation>
        </message>
        <message>
            <source>Another logo, as that of an agency</source>
            <translation>Logo lain, misalnya logo instansi</translation>
        </message>
        <message>
            <source>Logo {number}</source>
            <translation>Logo {number}</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Warna</translation>
        </message>
        <message>
            <source>Logos; the first is that of the office</source>
            <translation>Logo; yang pertama logo kantor</translation>
        </message>
        <message>
            <source>New announcements wear this. Those that exist stay as they are until somebody changes them.</source>
            <translation>Pengumuman baru memakai ini. Yang sudah ada tetap seperti semula sampai ada yang mengubahnya.</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>Contoh</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>An announcement of the office</source>
            <translation>Kabar dari kantor</translation>
        </message>
        <message>
            <source>This is how words, labels and the logo look together.</source>
            <translation>Beginilah kata, label, dan logo tampak bersama.</translation>
        </message>
        <message>
            <source>Two logos have the same name; give each a name of its own.</source>
            <translation>Dua logo bernama sama; beri nama sendiri-sendiri.</translation>
        </message>
    </context>
    <context>
        <name>BrightnessList</name>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Kecerahan</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Tambah</translation>
        </message>
        <message>
            <source>Take {hours} away</source>
            <translation>Hapus {hours}</translation>
        </message>
    </context>
    <context>
        <name>BringInWindow</name>
        <message>
            <source>Bring a key in</source>
            <translation>Masukkan kunci</translation>
        </message>
        <message>
            <source>Key file</source>
            <translation>Berkas kunci</translation>
        </message>
        <message>
            <source>Keys (*.key)</source>
            <translation>Kunci (*.key)</translation>
        </message>
        <message>
            <source>Delete the file from the stick afterwards.</source>
            <translation>Hapus berkas dari stik sesudahnya.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frasa sandi</translation>
        </message>
        <message>
            <source>Bring in</source>
            <translation>Masukkan</translation>
        </message>
    </context>
    <context>
        <name>Broadcast</name>
        <message>
            <source>Emergency</source>
            <translation>Darurat</translation>
        </message>
        <message>
            <source>Interrupts</source>
            <translation>Sisipan</translation>
        </message>
        <message>
            <source>Bookings</source>
            <translation>Jadwal</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Pengisi</translation>
        </message>
    </context>
    <context>
        <name>BroadcastStrip</name>
        <message>
            <source>Broadcast day</source>
            <translation>Hari siaran</translation>
        </message>
    </context>
    <context>
        <name>BroadcastView</name>
        <message>
            <source>Part of the day</source>
            <translation>Bagian hari</translation>
        </message>
        <message>
            <source>Show more of the day (−)</source>
            <translation>Tampilkan lebih luas (−)</translation>
        </message>
        <message>
            <source>Show it more closely (+)</source>
            <translation>Tampilkan lebih dekat (+)</translation>
        </message>
        <message>
            <source>Whole day</source>
            <translation>Sehari penuh</translation>
        </message>
        <message>
            <source>is being worked out …</source>
            <translation>sedang dihitung …</translation>
        </message>
    </context>
    <context>
        <name>Calendars</name>
        <message>
            <source>New</source>
            <translation>Baru</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Berubah</translation>
        </message>
        <message>
            <source>Called off</source>
            <translation>Dibatalkan</translation>
        </message>
        <message>
            <source>There already</source>
            <translation>Sudah ada</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Sudah lewat</translation>
        </message>
        <message>
            <source>Called off, not booked here</source>
            <translation>Dibatalkan, tidak ada di sini</translation>
        </message>
        <message>
            <source>had no name</source>
            <translation>tanpa nama</translation>
        </message>
        <message>
            <source>name shortened</source>
            <translation>nama dipendekkan</translation>
        </message>
        <message>
            <source>hours at the walls</source>
            <translation>jam menurut layar</translation>
        </message>
        <message>
            <source>one date of a series</source>
            <translation>satu tanggal dari rangkaian</translation>
        </message>
        <message>
            <source>some lines could not be read</source>
            <translation>sebagian baris tidak terbaca</translation>
        </message>
        <message>
            <source>changed in another calendar</source>
            <translation>diubah di kalender lain</translation>
        </message>
        <message>
            <source>its playlist, walls, daypart or holidays are not here</source>
            <translation>daftar putar, layar, bagian hari, atau hari liburnya tidak ada di sini</translation>
        </message>
        <message>
            <source>each of its hours is booked by itself</source>
            <translation>setiap jamnya dipesan tersendiri</translation>
        </message>
        <message>
            <source>its beginning cannot be read ({detail}).</source>
            <translation>waktu mulainya tidak terbaca ({detail}).</translation>
        </message>
        <message>
            <source>it ends when it begins; give it an end.</source>
            <translation>selesai pada saat mulai; beri waktu selesai.</translation>
        </message>
        <message>
            <source>it lasts longer than a day; enter it as one event a day.</source>
            <translation>lebih dari sehari; buat satu acara tiap hari.</translation>
        </message>
        <message>
            <source>its time zone {detail} is not known; choose another one there.</source>
            <translation>zona waktu {detail} tidak dikenal; pilih yang lain di kalender itu.</translation>
        </message>
        <message>
            <source>it recurs in {detail}, where clocks change; enter it in the time zone of the walls.</source>
            <translation>berulang di {detail} yang jamnya bergeser; tulis dalam zona waktu layar.</translation>
        </message>
        <message>
            <source>it falls on other days at the walls; enter it in their time zone.</source>
            <translation>jatuh di hari lain menurut layar; tulis dalam zona waktu layar.</translation>
        </message>
        <message>
            <source>its rule cannot be said here ({detail}); enter its dates one by one.</source>
            <translation>aturannya tidak dapat dipakai di sini ({detail}); tulis tanggalnya satu per satu.</translation>
        </message>
        <message>
            <source>it has several rules; enter it as several events.</source>
            <translation>memiliki beberapa aturan; buat menjadi beberapa acara.</translation>
        </message>
        <message>
            <source>some dates have other hours; enter these as events of their own.</source>
            <translation>sebagian tanggal jamnya lain; buat sebagai acara sendiri.</translation>
        </message>
        <message>
            <source>it lasts several days and recurs; enter one event for each of its days.</source>
            <translation>beberapa hari dan berulang; buat satu acara untuk tiap harinya.</translation>
        </message>
        <message>
            <source>it has more than {detail} single dates.</source>
            <translation>memiliki lebih dari {detail} tanggal.</translation>
        </message>
        <message>
            <source>its year cannot be; look at it there.</source>
            <translation>tahunnya tidak mungkin; periksa di kalender itu.</translation>
        </message>
        <message>
            <source>it changes all dates from one on; end the series there and enter a new one.</source>
            <translation>mengubah semua tanggal sejak satu tanggal; akhiri rangkaian di situ dan buat yang baru.</translation>
        </message>
        <message>
            <source>it is one of the hours of a part of the day; change that in the schedule instead.</source>
            <translation>ini salah satu jam dari bagian hari; ubah itu di jadwal.</translation>
        </message>
    </context>
    <context>
        <name>CanvasForm</name>
        <message>
            <source>Width</source>
            <translation>Lebar</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Tinggi</translation>
        </message>
        <message>
            <source>From the left</source>
            <translation>Dari kiri</translation>
        </message>
        <message>
            <source>From the top</source>
            <translation>Dari atas</translation>
        </message>
        <message>
            <source>Turned clockwise by</source>
            <translation>Diputar searah jarum jam</translation>
        </message>
    </context>
    <context>
        <name>CanvasView</name>
        <message>
            <source>What the walls show</source>
            <translation>Yang tampil di layar</translation>
        </message>
    </context>
    <context>
        <name>Canvases</name>
        <message>
            <source>Example wall</source>
            <translation>Layar contoh</translation>
        </message>
        <message>
            <source>Smallest letters: {count} px.</source>
            <translation>Huruf terkecil: {count} px.</translation>
        </message>
        <message>
            <source>The QR code is too fine for telephones ({count} px a square, 3 are good): use a shorter link.</source>
            <translation>Kode QR terlalu halus untuk telepon ({count} px per kotak, yang baik 3): pakai tautan lebih pendek.</translation>
        </message>
        <message>
            <source>QR code: {count} px a square.</source>
            <translation>Kode QR: {count} px per kotak.</translation>
        </message>
        <message>
            <source>The QR code is too large for this wall: use a shorter link, or leave it out.</source>
            <translation>Kode QR terlalu besar untuk layar ini: pakai tautan lebih pendek, atau hilangkan.</translation>
        </message>
        <message>
            <source>Pictures, QR code and footer leave no room for the words: leave one of them out.</source>
            <translation>Gambar, kode QR, dan kaki tidak menyisakan tempat untuk kata-kata: hilangkan salah satu.</translation>
        </message>
        <message>
            <source>Letters too many in the last line: {count}. “{words}” finds no room.</source>
            <translation>Baris terakhir {count} huruf terlalu panjang: “{words}” tidak muat.</translation>
        </message>
        <message>
            <source>Letters too many: {count}. “{words}” finds no room.</source>
            <translation>{count} huruf terlalu banyak: “{words}” tidak muat.</translation>
        </message>
        <message>
            <source>Letters too many: {count}.</source>
            <translation>{count} huruf terlalu banyak.</translation>
        </message>
        <message>
            <source>What you write is seen here as on the wall.</source>
            <translation>Yang Anda tulis tampak di sini seperti di layar.</translation>
        </message>
    </context>
    <context>
        <name>CardWindow</name>
        <message>
            <source>What BMKG says stands here as on the wall, once it was fetched.</source>
            <translation>Yang dikatakan BMKG tampil di sini seperti di layar, setelah diambil.</translation>
        </message>
        <message>
            <source>New data card</source>
            <translation>Kartu data baru</translation>
        </message>
        <message>
            <source>The weather of a village today</source>
            <translation>Cuaca hari ini di satu desa</translation>
        </message>
        <message>
            <source>The newest earthquake that people felt</source>
            <translation>Gempa terbaru yang dirasakan</translation>
        </message>
        <message>
            <source>As it is called in the library</source>
            <translation>Namanya di pustaka</translation>
        </message>
        <message>
            <source>Fetch and look</source>
            <translation>Ambil dan lihat</translation>
        </message>
        <message>
            <source>Add to the library</source>
            <translation>Tambahkan ke pustaka</translation>
        </message>
        <message>
            <source>The last four digits of its code: 1001 is the first kelurahan of a kecamatan, 2001 the first desa.</source>
            <translation>Empat angka terakhir kodenya: 1001 kelurahan pertama di kecamatan, 2001 desa pertama.</translation>
        </message>
        <message>
            <source>Kecamatan</source>
            <translation>Kecamatan</translation>
        </message>
        <message>
            <source>Kelurahan or desa</source>
            <translation>Kelurahan atau desa</translation>
        </message>
        <message>
            <source>Data of BMKG, with their source and time. Walls show what was signed, and nothing that is old.</source>
            <translation>Data BMKG, dengan sumber dan waktunya. Layar menayangkan yang sudah ditandatangani, dan tidak pernah data lama.</translation>
        </message>
        <message>
            <source>What it tells</source>
            <translation>Isinya</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>On the walls</source>
            <translation>Di layar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Look at it first: what BMKG says now is fetched.</source>
            <translation>Lihat dulu: data BMKG saat ini diambil.</translation>
        </message>
        <message>
            <source>Fetching…</source>
            <translation>Mengambil…</translation>
        </message>
        <message>
            <source>BMKG tells of nothing now: this stands until it does.</source>
            <translation>BMKG belum memberi data: ini yang tayang sampai ada.</translation>
        </message>
        <message>
            <source>The card is in the library; put it into a playlist like any other medium.</source>
            <translation>Kartu ada di pustaka; masukkan ke daftar putar seperti media lain.</translation>
        </message>
        <message>
            <source>BMKG gives no data for this now. Look at the place, or try again later.</source>
            <translation>BMKG belum memberi data untuk ini. Periksa tempatnya, atau coba lagi nanti.</translation>
        </message>
    </context>
    <context>
        <name>Care</name>
        <message>
            <source>Show it</source>
            <translation>Tampilkan</translation>
        </message>
        <message>
            <source>displayctl ended unexpectedly the last time. A report lies on this computer; nothing was sent.</source>
            <translation>Terakhir kali displayctl berhenti mendadak. Laporannya ada di komputer ini; tidak ada yang dikirim.</translation>
        </message>
    </context>
    <context>
        <name>CareAround</name>
        <message>
            <source>Help (F1)</source>
            <translation>Bantuan (F1)</translation>
        </message>
        <message>
            <source>Versions differ</source>
            <translation>Versi berbeda</translation>
        </message>
    </context>
    <context>
        <name>CarePage</name>
        <message>
            <source>Backups</source>
            <translation>Cadangan</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>Perawatan</translation>
        </message>
        <message>
            <source>Log files</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versi</translation>
        </message>
    </context>
    <context>
        <name>CeremonyWindow</name>
        <message>
            <source>Ceremony</source>
            <translation>Upacara kunci</translation>
        </message>
        <message>
            <source>Save on a stick…</source>
            <translation>Simpan ke stik…</translation>
        </message>
        <message>
            <source>Leave at the hub</source>
            <translation>Titipkan di hub</translation>
        </message>
        <message>
            <source>Let it hold</source>
            <translation>Berlakukan</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>Yang akan berubah</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>Tanda tangan</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Read it to each other before you sign: it is taken from the very bytes.</source>
            <translation>Bacakan satu sama lain sebelum menandatangani: ini dibaca dari berkas yang ditandatangani itu sendiri.</translation>
        </message>
        <message>
            <source>Still to sign, one of: {names}</source>
            <translation>Masih harus menandatangani, salah satu: {names}</translation>
        </message>
        <message>
            <source>Everybody has signed who has to.</source>
            <translation>Semua yang wajib sudah menandatangani.</translation>
        </message>
        <message>
            <source>{signed} of {count} signatures</source>
            <translation>{signed} dari {count} tanda tangan</translation>
        </message>
        <message>
            <source>{signed} of {count} signature</source>
            <translation>{signed} dari {count} tanda tangan</translation>
        </message>
        <message>
            <source>, by the former rules</source>
            <translation>, menurut aturan lama</translation>
        </message>
        <message>
            <source>Signed: {names}</source>
            <translation>Sudah: {names}</translation>
        </message>
        <message>
            <source>Sign as {name}</source>
            <translation>Tanda tangani sebagai {name}</translation>
        </message>
        <message>
            <source>Sign with this desk's keys</source>
            <translation>Tanda tangani dengan kunci meja ini</translation>
        </message>
        <message>
            <source>None of their keys is at this desk. Save the proposal on a stick, or leave it at the hub.</source>
            <translation>Tidak ada kunci mereka di meja ini. Simpan usulan ke stik, atau titipkan di hub.</translation>
        </message>
        <message>
            <source>It holds from now on.</source>
            <translation>Mulai sekarang berlaku.</translation>
        </message>
        <message>
            <source>The proposal waits at the hub for the others' signatures.</source>
            <translation>Usulan menunggu tanda tangan yang lain di hub.</translation>
        </message>
        <message>
            <source>Folder on the stick</source>
            <translation>Folder di stik</translation>
        </message>
        <message>
            <source>{path}: open it at the other desk with “Open a proposal…”.</source>
            <translation>{path}: buka di meja lain dengan “Buka usulan…”.</translation>
        </message>
    </context>
    <context>
        <name>ChangeWindow</name>
        <message>
            <source>Official warnings by themselves</source>
            <translation>Peringatan resmi tampil otomatis</translation>
        </message>
        <message>
            <source>No official warnings by themselves any more</source>
            <translation>Peringatan resmi tidak lagi tampil otomatis</translation>
        </message>
        <message>
            <source>The hub shows BMKG's warnings of rain, storm, flood and felt earthquakes without anybody's signature, as cards with event, kecamatan and time alone. Whoever breaks into the hub could show false ones.</source>
            <translation>Hub menampilkan peringatan BMKG tentang hujan, badai petir, banjir, dan gempa yang dirasakan tanpa tanda tangan siapa pun, hanya berupa kartu berisi kejadian, kecamatan, dan waktu. Siapa pun yang membobol hub dapat menampilkan yang palsu.</translation>
        </message>
        <message>
            <source>People show each warning again; what the hub shows by itself goes off the walls.</source>
            <translation>Setiap peringatan kembali ditampilkan oleh petugas; yang ditampilkan hub dengan sendirinya hilang dari layar.</translation>
        </message>
        <message>
            <source>Propose a change</source>
            <translation>Usulkan perubahan</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Lanjut</translation>
        </message>
        <message>
            <source>What should change?</source>
            <translation>Apa yang harus berubah?</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Invitation file</source>
            <translation>Berkas undangan</translation>
        </message>
        <message>
            <source>Invitations (*{suffix})</source>
            <translation>Undangan (*{suffix})</translation>
        </message>
        <message>
            <source>Somebody joins</source>
            <translation>Seseorang bergabung</translation>
        </message>
        <message>
            <source>They make a key at their own desk and send the invitation file. Read the fingerprint to them.</source>
            <translation>Ia membuat kunci di mejanya sendiri dan mengirim berkas undangan. Bacakan sidik jari kepadanya.</translation>
        </message>
        <message>
            <source>Signs for</source>
            <translation>Menandatangani</translation>
        </message>
        <message>
            <source>Somebody leaves, or their key was stolen</source>
            <translation>Seseorang pergi, atau kuncinya dicuri</translation>
        </message>
        <message>
            <source>Their key counts for nothing any more, on every wall as soon as it hears of it.</source>
            <translation>Kuncinya tidak berlaku lagi, di setiap layar begitu layar mengetahuinya.</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Siapa</translation>
        </message>
        <message>
            <source>Somebody lost their key and has a new one</source>
            <translation>Seseorang kehilangan kunci dan punya yang baru</translation>
        </message>
        <message>
            <source>The invitation file of the new key, with the same name as before.</source>
            <translation>Berkas undangan dari kunci baru, dengan nama yang sama seperti dahulu.</translation>
        </message>
        <message>
            <source>From one person to four eyes</source>
            <translation>Dari satu orang ke empat mata</translation>
        </message>
        <message>
            <source>Two people sign everything but emergencies and drills. Let at least three join first.</source>
            <translation>Dua orang menandatangani semuanya kecuali darurat dan latihan. Pastikan dulu paling sedikit tiga orang bergabung.</translation>
        </message>
        <message>
            <source>How many sign</source>
            <translation>Berapa orang menandatangani</translation>
        </message>
        <message>
            <source>More is safer, as long as enough people can be reached.</source>
            <translation>Makin banyak makin aman, asalkan cukup orang dapat dihubungi.</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Untuk</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>Tanda tangan</translation>
        </message>
        <message>
            <source>A new group of walls</source>
            <translation>Kelompok layar baru</translation>
        </message>
        <message>
            <source>The people and the number are those of the first group, and can be changed afterwards.</source>
            <translation>Orang dan jumlahnya sama dengan kelompok pertama, dan bisa diubah kemudian.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Small letters and hyphens, as “taman”.</source>
            <translation>Huruf kecil dan tanda hubung, misalnya “taman”.</translation>
        </message>
        <message>
            <source>A group of walls ends</source>
            <translation>Kelompok layar berakhir</translation>
        </message>
        <message>
            <source>Its walls show their house card. The name stays, as players refuse rules that forget one.</source>
            <translation>Layarnya menampilkan kartu rumah. Namanya tetap ada, sebab pemutar menolak aturan yang menghilangkan kelompok.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>List a wall with its player</source>
            <translation>Catat layar beserta pemutarnya</translation>
        </message>
        <message>
            <source>Then everybody who approves is warned when another player stands there.</source>
            <translation>Maka semua penyetuju diperingatkan bila pemutar lain berdiri di sana.</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>A wall is no longer ours</source>
            <translation>Layar bukan milik kita lagi</translation>
        </message>
        <message>
            <source>It is taken off the list.</source>
            <translation>Layar dihapus dari daftar.</translation>
        </message>
        <message>
            <source>Sign again before it ends</source>
            <translation>Tanda tangani lagi sebelum berakhir</translation>
        </message>
        <message>
            <source>The same rules, with a new date. “Root” also renews what players begin with.</source>
            <translation>Aturan yang sama dengan tanggal baru. “Root” juga memperbarui awal kepercayaan pemutar.</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Apa</translation>
        </message>
        <message>
            <source>A new key for the hub</source>
            <translation>Kunci baru untuk hub</translation>
        </message>
        <message>
            <source>After somebody broke into the hub: it makes a new key, and the stolen one counts no more.</source>
            <translation>Setelah hub dibobol: hub membuat kunci baru, dan yang dicuri tidak berlaku lagi.</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>New</source>
            <translation>Baru</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Dihapus</translation>
        </message>
        <message>
            <source>Other times</source>
            <translation>Waktu lain</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Diubah</translation>
        </message>
        <message>
            <source>{name} – without a change in the next 7 days</source>
            <translation>{name} – tanpa perubahan dalam 7 hari ke depan</translation>
        </message>
        <message>
            <source>Running text “{name}”: {text}</source>
            <translation>Teks berjalan “{name}”: {text}</translation>
        </message>
        <message>
            <source>Picture area and logo</source>
            <translation>Bidang gambar dan logo</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>Jam buka</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Kecerahan</translation>
        </message>
        <message>
            <source>Sound and quiet hours</source>
            <translation>Suara dan jam tenang</translation>
        </message>
        <message>
            <source>Its player</source>
            <translation>Pemutarnya</translation>
        </message>
        <message>
            <source>Its name, office or place</source>
            <translation>Nama, kantor, atau letaknya</translation>
        </message>
        <message>
            <source>New contents</source>
            <translation>Isi baru</translation>
        </message>
        <message>
            <source>Filler or house card</source>
            <translation>Pengisi atau kartu rumah</translation>
        </message>
        <message>
            <source>had {before} in the next 7 days, gone from {when}</source>
            <translation>semula {before} dalam 7 hari ke depan, hilang mulai {when}</translation>
        </message>
        <message>
            <source>other contents from {when}; {after} in the next 7 days</source>
            <translation>isi lain mulai {when}; {after} dalam 7 hari ke depan</translation>
        </message>
        <message>
            <source>{after} in the next 7 days, from {when}</source>
            <translation>{after} dalam 7 hari ke depan, mulai {when}</translation>
        </message>
        <message>
            <source>{after} instead of {before} in the next 7 days, from {when}</source>
            <translation>{after}, semula {before}, dalam 7 hari ke depan, mulai {when}</translation>
        </message>
    </context>
    <context>
        <name>ChangesList</name>
        <message>
            <source>Audit trail</source>
            <translation>Jejak audit</translation>
        </message>
        <message>
            <source>What changed lately</source>
            <translation>Perubahan terakhir</translation>
        </message>
        <message>
            <source>Nothing was changed by others lately.</source>
            <translation>Belum ada perubahan dari orang lain akhir-akhir ini.</translation>
        </message>
    </context>
    <context>
        <name>Checklist</name>
        <message>
            <source>All the rest is right</source>
            <translation>Sisanya sesuai</translation>
        </message>
        <message>
            <source>Save checklist</source>
            <translation>Simpan daftar periksa</translation>
        </message>
    </context>
    <context>
        <name>Clock</name>
        <message>
            <source>The clock of this computer is {length} ahead of the hub's.</source>
            <translation>Jam komputer ini {length} di depan jam hub.</translation>
        </message>
        <message>
            <source>The clock of this computer is {length} behind the hub's.</source>
            <translation>Jam komputer ini {length} di belakang jam hub.</translation>
        </message>
        <message>
            <source>By the clock of this computer the last publication, of {when}, is still to come.</source>
            <translation>Menurut jam komputer ini penerbitan terakhir, pada {when}, masih akan datang.</translation>
        </message>
        <message>
            <source>Set date and time of this computer right: what is meant by “today” and “now” here goes by them.</source>
            <translation>Betulkan tanggal dan jam komputer ini: arti “hari ini” dan “sekarang” di sini mengikutinya.</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} hari</translation>
        </message>
    </context>
    <context>
        <name>ColourChoice</name>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
        <message>
            <source>{name}: as the template has it</source>
            <translation>{name}: seperti templat</translation>
        </message>
        <message>
            <source>from the template</source>
            <translation>dari templat</translation>
        </message>
    </context>
    <context>
        <name>CompareWindow</name>
        <message>
            <source>Compare</source>
            <translation>Bandingkan</translation>
        </message>
        <message>
            <source>One</source>
            <translation>Satu</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Lain</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Perbedaan</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Sebelumnya</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Berikutnya</translation>
        </message>
        <message>
            <source>Show in the schedule</source>
            <translation>Tampilkan di jadwal</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>No difference</source>
            <translation>Tidak ada perbedaan</translation>
        </message>
        <message>
            <source>Both show the same all week.</source>
            <translation>Keduanya menayangkan hal yang sama sepanjang minggu.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Mencari…</translation>
        </message>
        <message>
            <source>Nothing is on air yet, and there is no draft.</source>
            <translation>Belum ada yang tayang, dan belum ada rancangan.</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message>
            <source>Both show the same all week.</source>
            <translation>Keduanya menayangkan hal yang sama sepanjang minggu.</translation>
        </message>
        <message>
            <source>Stretches of time in which they differ: {count}, {length} in all.</source>
            <translation>Berbeda selama {length}, dalam {count} rentang waktu.</translation>
        </message>
        <message>
            <source>{day} {starts}–{ends}: {one} with other contents or volume</source>
            <translation>{day} {starts}–{ends}: {one} dengan isi atau volume lain</translation>
        </message>
        <message>
            <source>{day} {starts}–{ends}: {one}, while the other shows nothing</source>
            <translation>{day} {starts}–{ends}: {one}, sedangkan yang lain kosong</translation>
        </message>
        <message>
            <source>{day} {starts}–{ends}: nothing, while the other shows {other}</source>
            <translation>{day} {starts}–{ends}: kosong, sedangkan yang lain {other}</translation>
        </message>
        <message>
            <source>{day} {starts}–{ends}: {one} instead of {other}</source>
            <translation>{day} {starts}–{ends}: {one}, bukan {other}</translation>
        </message>
        <message>
            <source>filler</source>
            <translation>pengisi</translation>
        </message>
    </context>
    <context>
        <name>ComposePage</name>
        <message>
            <source>Every wall as it will show the message stands here before anything goes out.</source>
            <translation>Tampilan pesan di setiap layar terlihat di sini sebelum dikirim.</translation>
        </message>
        <message>
            <source>1. What has happened?</source>
            <translation>1. Apa yang terjadi?</translation>
        </message>
        <message>
            <source>Choose what has happened; the words are written already.</source>
            <translation>Pilih apa yang terjadi; kata-katanya sudah tertulis.</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>Isi pesan</translation>
        </message>
        <message>
            <source>2. On which walls?</source>
            <translation>2. Di layar mana?</translation>
        </message>
        <message>
            <source>How it will look</source>
            <translation>Begini tampilnya</translation>
        </message>
        <message>
            <source>the programme goes on</source>
            <translation>tayangan berjalan terus</translation>
        </message>
        <message>
            <source>Choose what has happened.</source>
            <translation>Pilih apa yang terjadi.</translation>
        </message>
        <message>
            <source>Fill in “{field}”.</source>
            <translation>Isi “{field}”.</translation>
        </message>
        <message>
            <source>The text is too long: take away about {count} characters.</source>
            <translation>Teks terlalu panjang: kurangi sekitar {count} huruf.</translation>
        </message>
        <message>
            <source>The text is too long: take away about {count} character.</source>
            <translation>Teks terlalu panjang: kurangi sekitar {count} huruf.</translation>
        </message>
        <message>
            <source>{level} on {count} walls until {time}: “{text}”</source>
            <translation>{level} di {count} layar sampai pukul {time}: “{text}”</translation>
        </message>
        <message>
            <source>{level} on {count} wall until {time}: “{text}”</source>
            <translation>{level} di {count} layar sampai pukul {time}: “{text}”</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Mengirim…</translation>
        </message>
        <message>
            <source>The hub is away: use the USB stick</source>
            <translation>Hub tidak ada: pakai USB</translation>
        </message>
        <message>
            <source>Hold 3 seconds: DRILL on {count} walls</source>
            <translation>Tahan 3 detik: LATIHAN di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: DRILL on {count} wall</source>
            <translation>Tahan 3 detik: LATIHAN di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: replace on {count} walls</source>
            <translation>Tahan 3 detik: ganti di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: replace on {count} wall</source>
            <translation>Tahan 3 detik: ganti di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: send to {count} walls</source>
            <translation>Tahan 3 detik: kirim ke {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: send to {count} wall</source>
            <translation>Tahan 3 detik: kirim ke {count} layar</translation>
        </message>
        <message>
            <source>This is a drill: the walls write LATIHAN on every picture.</source>
            <translation>Ini latihan: layar menulis LATIHAN di setiap gambar.</translation>
        </message>
        <message>
            <source>Goes out at once with your signature. A second person has 15 minutes to sign too; without one the walls change to neutral words, and it ends after two hours.</source>
            <translation>Langsung tayang dengan tanda tangan Anda. Orang kedua punya 15 menit untuk ikut menandatangani; tanpa itu layar beralih ke kata-kata netral, dan pesan berakhir setelah dua jam.</translation>
        </message>
        <message>
            <source>Goes out at once with your signature. Without that of a second person it ends after two hours.</source>
            <translation>Langsung tayang dengan tanda tangan Anda. Tanpa tanda tangan orang kedua pesan berakhir setelah dua jam.</translation>
        </message>
        <message>
            <source>Your signature alone is enough for this.</source>
            <translation>Untuk ini tanda tangan Anda saja sudah cukup.</translation>
        </message>
        <message>
            <source>“{field}” is too long: take away {count} characters.</source>
            <translation>“{field}” terlalu panjang: kurangi {count} huruf.</translation>
        </message>
        <message>
            <source>“{field}” is too long: take away {count} character.</source>
            <translation>“{field}” terlalu panjang: kurangi {count} huruf.</translation>
        </message>
    </context>
    <context>
        <name>ConfirmWindow</name>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
    <context>
        <name>CrashWindow</name>
        <message>
            <source>A part of this window did something unexpected. The hub and the walls are not affected and go on. What you typed last may not be saved; look, and restart the window when it suits you.</source>
            <translation>Satu bagian jendela ini berbuat di luar dugaan. Hub dan layar tidak terganggu dan terus berjalan. Yang terakhir Anda ketik mungkin belum tersimpan; periksa, lalu mulai ulang jendela ini bila sudah siap.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>Nothing was sent anywhere. A report lies on this computer; give it to whoever looks after displayctl. Passwords and keys are not in it.</source>
            <translation>Tidak ada yang dikirim ke mana pun. Laporannya ada di komputer ini; berikan kepada yang merawat displayctl. Kata sandi dan kunci tidak ada di dalamnya.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message>
            <source>Restart</source>
            <translation>Mulai ulang</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>Ada yang tidak beres</translation>
        </message>
        <message>
            <source>The report</source>
            <translation>Laporan</translation>
        </message>
    </context>
    <context>
        <name>DateList</name>
        <message>
            <source>Take {date} away</source>
            <translation>Buang {date}</translation>
        </message>
    </context>
    <context>
        <name>DayGraph</name>
        <message>
            <source>Days as bars</source>
            <translation>Hari demi hari sebagai batang</translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Approve and sign</source>
            <translation>Setujui dan tanda tangani</translation>
        </message>
        <message>
            <source>Every file is being fetched and checked at this desk…</source>
            <translation>Setiap berkas sedang diambil dan diperiksa di meja ini…</translation>
        </message>
        <message>
            <source>Hand in anew…</source>
            <translation>Ajukan ulang…</translation>
        </message>
        <message>
            <source>I am</source>
            <translation>Saya</translation>
        </message>
        <message>
            <source>My passphrase</source>
            <translation>Frasa sandi saya</translation>
        </message>
        <message>
            <source>No key is at this desk; bring one in, or approve at the desk of somebody who has one.</source>
            <translation>Tidak ada kunci di meja ini; bawa masuk satu, atau setujui di meja orang yang memilikinya.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Alasan</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>Kembalikan</translation>
        </message>
        <message>
            <source>Send back…</source>
            <translation>Kembalikan…</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Tarik kembali</translation>
        </message>
        <message>
            <source>What has to be different? The one who handed it in reads this.</source>
            <translation>Apa yang harus diubah? Pengaju akan membacanya.</translation>
        </message>
        <message>
            <source>You sign exactly what is shown here. The passphrase is asked for each time and is not kept.</source>
            <translation>Yang Anda tanda tangani persis yang tampil di sini. Frasa sandi selalu ditanyakan dan tidak disimpan.</translation>
        </message>
        <message>
            <source>{name} has signed this already. Another person has to look at it and sign.</source>
            <translation>{name} sudah menandatangani ini. Orang lain harus memeriksa dan menandatanganinya.</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>Take a picture</source>
            <translation>Ambil foto</translation>
        </message>
        <message>
            <source>Show its name</source>
            <translation>Tampilkan namanya</translation>
        </message>
        <message>
            <source>Test pattern</source>
            <translation>Pola uji</translation>
        </message>
        <message>
            <source>End the pattern</source>
            <translation>Akhiri pola uji</translation>
        </message>
        <message>
            <source>Restart player…</source>
            <translation>Mulai ulang pemutar…</translation>
        </message>
        <message>
            <source>Blackout…</source>
            <translation>Padamkan…</translation>
        </message>
        <message>
            <source>Safe card…</source>
            <translation>Kartu aman…</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Cabut perintah</translation>
        </message>
        <message>
            <source>Asks the wall for what it really shows now. Nothing changes on it.</source>
            <translation>Meminta gambar yang benar-benar tampil sekarang. Layar tidak berubah.</translation>
        </message>
        <message>
            <source>The wall shows its name over the picture for 30 seconds.</source>
            <translation>Nama layar tampil di atas gambar selama 30 detik.</translation>
        </message>
        <message>
            <source>The public sees a test pattern instead of the programme for 5 minutes; it ends by itself.</source>
            <translation>Masyarakat melihat pola uji, bukan program, selama 5 menit; berakhir sendiri.</translation>
        </message>
        <message>
            <source>The programme comes back at once.</source>
            <translation>Program langsung kembali.</translation>
        </message>
        <message>
            <source>The player ends and starts again; its picture stays meanwhile. At most 3 times an hour.</source>
            <translation>Pemutar berhenti lalu mulai lagi; gambarnya tetap tampil. Paling banyak 3 kali sejam.</translation>
        </message>
        <message>
            <source>The wall is black within 5 seconds and stays so until it is taken back, or its time is over.</source>
            <translation>Layar hitam dalam 5 detik, sampai perintah dicabut atau waktunya habis.</translation>
        </message>
        <message>
            <source>Instead of the programme the wall shows the office's own card, until it is taken back.</source>
            <translation>Layar menampilkan kartu kantor sebagai ganti program, sampai perintah dicabut.</translation>
        </message>
        <message>
            <source>Ends blackout and safe card: the programme comes back within seconds.</source>
            <translation>Mengakhiri pemadaman dan kartu aman: program kembali dalam hitungan detik.</translation>
        </message>
        <message>
            <source>sent a picture; it stands under “Status”</source>
            <translation>mengirim foto; ada di bawah “Keadaan”</translation>
        </message>
        <message>
            <source>shows its name</source>
            <translation>menampilkan namanya</translation>
        </message>
        <message>
            <source>shows the test pattern</source>
            <translation>menampilkan pola uji</translation>
        </message>
        <message>
            <source>shows its programme again</source>
            <translation>kembali menayangkan programnya</translation>
        </message>
        <message>
            <source>starts its player again</source>
            <translation>memulai ulang pemutarnya</translation>
        </message>
        <message>
            <source>is dark</source>
            <translation>sudah padam</translation>
        </message>
        <message>
            <source>shows the safe card</source>
            <translation>menampilkan kartu aman</translation>
        </message>
        <message>
            <source>goes back to its programme</source>
            <translation>kembali ke programnya</translation>
        </message>
        <message>
            <source>is told to go dark…</source>
            <translation>diperintahkan padam…</translation>
        </message>
        <message>
            <source>is told to show the safe card…</source>
            <translation>diperintahkan menampilkan kartu aman…</translation>
        </message>
        <message>
            <source>is told to go back to its programme…</source>
            <translation>diperintahkan kembali ke programnya…</translation>
        </message>
        <message>
            <source>is told to restart its player…</source>
            <translation>diperintahkan memulai ulang pemutarnya…</translation>
        </message>
        <message>
            <source>is asked…</source>
            <translation>sedang diminta…</translation>
        </message>
        <message>
            <source>is away; the order waits at the hub until the wall is back</source>
            <translation>tidak terhubung; perintah menunggu di hub sampai layar kembali</translation>
        </message>
    </context>
    <context>
        <name>DeskKeys</name>
        <message>
            <source>Keys at this desk</source>
            <translation>Kunci di meja ini</translation>
        </message>
        <message>
            <source>Make a key…</source>
            <translation>Buat kunci…</translation>
        </message>
        <message>
            <source>Bring one in…</source>
            <translation>Masukkan…</translation>
        </message>
        <message>
            <source>Lost…</source>
            <translation>Hilang…</translation>
        </message>
        <message>
            <source>Unencrypted keys of a former version: whoever copies this folder can sign.</source>
            <translation>Kunci versi lama tanpa sandi: siapa pun yang menyalin folder ini dapat menandatangani.</translation>
        </message>
        <message>
            <source>Protect them with a passphrase…</source>
            <translation>Lindungi dengan frasa sandi…</translation>
        </message>
        <message>
            <source>No key is here; this desk signs nothing.</source>
            <translation>Tidak ada kunci di sini; meja ini tidak menandatangani apa pun.</translation>
        </message>
        <message>
            <source>unlocked</source>
            <translation>terbuka</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>terkunci</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Kunci</translation>
        </message>
        <message>
            <source>Unlock…</source>
            <translation>Buka…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Lainnya</translation>
        </message>
        <message>
            <source>Recovery file…</source>
            <translation>Berkas pemulihan…</translation>
        </message>
        <message>
            <source>Change the passphrase…</source>
            <translation>Ganti frasa sandi…</translation>
        </message>
        <message>
            <source>Copy to a stick…</source>
            <translation>Salin ke stik…</translation>
        </message>
        <message>
            <source>Forget the remembered passphrase</source>
            <translation>Lupakan frasa sandi yang diingat</translation>
        </message>
        <message>
            <source>Remove from this desk</source>
            <translation>Hapus dari meja ini</translation>
        </message>
        <message>
            <source>The invitation is {path}.</source>
            <translation>Undangannya: {path}.</translation>
        </message>
        <message>
            <source>Folder on the stick</source>
            <translation>Folder di stik</translation>
        </message>
        <message>
            <source>{path}: bring it in at the other desk, then remove it here.</source>
            <translation>{path}: masukkan di meja lain, lalu hapus di sini.</translation>
        </message>
        <message>
            <source>The passphrase is not kept on this computer any more.</source>
            <translation>Frasa sandi tidak disimpan lagi di komputer ini.</translation>
        </message>
        <message>
            <source>{name}'s key is no longer at this desk. It counts until the rules drop it.</source>
            <translation>Kunci {name} tidak lagi di meja ini. Kunci itu tetap berlaku sampai aturan mencabutnya.</translation>
        </message>
        <message>
            <source>Remove the key of {name}</source>
            <translation>Hapus kunci {name}</translation>
        </message>
        <message>
            <source>Without a recovery file or a copy elsewhere the key is lost for good.</source>
            <translation>Tanpa berkas pemulihan atau salinan di tempat lain, kunci hilang selamanya.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
    </context>
    <context>
        <name>DismissWindow</name>
        <message>
            <source>Another reason:</source>
            <translation>Alasan lain:</translation>
        </message>
        <message>
            <source>Do not show</source>
            <translation>Jangan tampilkan</translation>
        </message>
        <message>
            <source>Do not show this warning</source>
            <translation>Jangan tampilkan peringatan ini</translation>
        </message>
        <message>
            <source>It does not concern these walls</source>
            <translation>Tidak menyangkut layar-layar ini</translation>
        </message>
        <message>
            <source>It is too weak to be shown</source>
            <translation>Terlalu lemah untuk ditampilkan</translation>
        </message>
        <message>
            <source>People are told by other means</source>
            <translation>Warga diberi tahu lewat cara lain</translation>
        </message>
        <message>
            <source>The same is shown already</source>
            <translation>Hal yang sama sudah tampil</translation>
        </message>
        <message>
            <source>Why is “{headline}” not shown? The reason is kept with your name.</source>
            <translation>Mengapa “{headline}” tidak ditampilkan? Alasannya disimpan bersama nama Anda.</translation>
        </message>
    </context>
    <context>
        <name>DowntimeSection</name>
        <message>
            <source>Availability</source>
            <translation>Ketersediaan</translation>
        </message>
        <message>
            <source>Downtime</source>
            <translation>Layar tidak tayang</translation>
        </message>
        <message>
            <source>No wall was down in these days</source>
            <translation>Tidak ada layar yang berhenti tayang pada hari-hari ini</translation>
        </message>
        <message>
            <source>Pauses of three seconds and more in a wall's broadcast time are listed here.</source>
            <translation>Jeda tiga detik atau lebih pada waktu siar sebuah layar tercantum di sini.</translation>
        </message>
        <message>
            <source>Emergencies and closed hours are no downtime. What a wall has not reported yet is not known.</source>
            <translation>Pesan darurat dan jam tutup tidak dihitung sebagai tidak tayang. Yang belum dilaporkan layar belum diketahui.</translation>
        </message>
        <message>
            <source>{count} shorter ones are in the sums and not listed.</source>
            <translation>{count} jeda yang lebih singkat hanya ada di jumlah, tidak tercantum.</translation>
        </message>
        <message>
            <source>{count} shorter one is in the sums and not listed.</source>
            <translation>{count} jeda yang lebih singkat hanya ada di jumlah, tidak tercantum.</translation>
        </message>
    </context>
    <context>
        <name>DrillBanner</name>
        <message>
            <source>This month has had no emergency drill yet.</source>
            <translation>Latihan darurat bulan ini belum dilakukan.</translation>
        </message>
        <message>
            <source>Run a drill…</source>
            <translation>Latihan sekarang…</translation>
        </message>
    </context>
    <context>
        <name>EditNotices</name>
        <message>
            <source>The hub is back; what waited for it is saved.</source>
            <translation>Hub sudah kembali; yang menunggu telah disimpan.</translation>
        </message>
        <message>
            <source>“{what}” is kept at this desk, also when displayctl is closed, and is saved once the hub is back.</source>
            <translation>“{what}” disimpan di meja ini, juga bila displayctl ditutup, dan dikirim setelah hub kembali.</translation>
        </message>
        <message>
            <source>What had waited for the hub when displayctl was closed is saved now; changes: {count}.</source>
            <translation>Yang masih menunggu hub saat displayctl ditutup kini sudah disimpan; perubahan: {count}.</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>{count} lagi</translation>
        </message>
        <message>
            <source>This had waited for the hub when displayctl was closed, and could not be saved: {names}. {why}</source>
            <translation>Yang menunggu hub saat displayctl ditutup ini tidak dapat disimpan: {names}. {why}</translation>
        </message>
        <message>
            <source>What you type cannot be kept on this computer, so save it before you close displayctl. {why}</source>
            <translation>Yang Anda ketik tidak dapat dijaga di komputer ini, jadi simpanlah sebelum menutup displayctl. {why}</translation>
        </message>
        <message>
            <source>What waits for the hub cannot be kept on this computer, so leave displayctl open. {why}</source>
            <translation>Yang menunggu hub tidak dapat dijaga di komputer ini, jadi biarkan displayctl terbuka. {why}</translation>
        </message>
    </context>
    <context>
        <name>EditRefusals</name>
        <message>
            <source>“{what}” was not saved. {why}</source>
            <translation>“{what}” tidak tersimpan. {why}</translation>
        </message>
        <message>
            <source>Show the newest</source>
            <translation>Lihat yang terbaru</translation>
        </message>
    </context>
    <context>
        <name>Emergencies</name>
        <message>
            <source>No sound</source>
            <translation>Tanpa suara</translation>
        </message>
        <message>
            <source>Chime</source>
            <translation>Bel</translation>
        </message>
        <message>
            <source>Siren</source>
            <translation>Sirene</translation>
        </message>
        <message>
            <source>Over: its time was up</source>
            <translation>Berakhir: waktunya habis</translation>
        </message>
        <message>
            <source>Over: taken back</source>
            <translation>Berakhir: ditarik</translation>
        </message>
        <message>
            <source>Over: replaced</source>
            <translation>Berakhir: diganti</translation>
        </message>
        <message>
            <source>MISSING: away</source>
            <translation>HILANG: tidak tersambung</translation>
        </message>
        <message>
            <source>MISSING: silent</source>
            <translation>HILANG: diam</translation>
        </message>
        <message>
            <source>MISSING: not shown</source>
            <translation>HILANG: tidak tampil</translation>
        </message>
        <message>
            <source>MISSING: no player</source>
            <translation>HILANG: tanpa pemutar</translation>
        </message>
        <message>
            <source>TAKEN BACK: may still show it</source>
            <translation>DITARIK: mungkin masih tampil</translation>
        </message>
        <message>
            <source>It has not said that the message is gone. Phone the place, or carry the end there by USB.</source>
            <translation>Layar ini belum mengabarkan bahwa pesannya hilang. Teleponlah tempatnya, atau bawalah akhir pesan itu ke sana dengan USB.</translation>
        </message>
        <message>
            <source>On the wall</source>
            <translation>Tampil di layar</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Sudah sampai</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>Dalam perjalanan</translation>
        </message>
        <message>
            <source>Its player is not connected. Phone the place, or carry the message there on a USB stick.</source>
            <translation>Pemutarnya tidak tersambung. Telepon lokasinya, atau bawa pesannya ke sana dengan USB.</translation>
        </message>
        <message>
            <source>Its player is connected but does not answer. Phone the place and have it restarted.</source>
            <translation>Pemutarnya tersambung tetapi tidak menjawab. Telepon lokasinya dan minta dihidupkan ulang.</translation>
        </message>
        <message>
            <source>The message has arrived but is not on the wall. Look at a picture of it under Walls.</source>
            <translation>Pesan sudah sampai tetapi belum tampil. Lihat gambar layarnya di halaman Layar.</translation>
        </message>
        <message>
            <source>No player is paired with this wall. Tell people there by phone.</source>
            <translation>Belum ada pemutar yang dipasangkan dengan layar ini. Kabari orang di sana lewat telepon.</translation>
        </message>
        <message>
            <source>On {shown} of {count} walls</source>
            <translation>Tampil di {shown} dari {count} layar</translation>
        </message>
        <message>
            <source>On {shown} of {count} wall</source>
            <translation>Tampil di {shown} dari {count} layar</translation>
        </message>
        <message>
            <source>, {count} missing</source>
            <translation>, {count} hilang</translation>
        </message>
        <message>
            <source>, {count} may still show it</source>
            <translation>, {count} mungkin masih menampilkannya</translation>
        </message>
        <message>
            <source>Never arrived</source>
            <translation>Tidak sampai</translation>
        </message>
    </context>
    <context>
        <name>EmergencySentences</name>
        <message>
            <source>No hub runs here. Start it, or write the message to a stick.</source>
            <translation>Hub tidak berjalan di sini. Jalankan, atau tulis pesan ke stik.</translation>
        </message>
        <message>
            <source>No wall stands in this area.</source>
            <translation>Tidak ada layar di wilayah ini.</translation>
        </message>
        <message>
            <source>No wall stands there. Walls that have no position yet: {count}; enter it.</source>
            <translation>Tidak ada layar di sana. {count} layar belum punya letak: isilah.</translation>
        </message>
        <message>
            <source>The drawn area has too many corners; draw it simpler.</source>
            <translation>Wilayah yang digambar terlalu rumit; gambar lebih sederhana.</translation>
        </message>
        <message>
            <source>The hub hands out another message than was signed. Look into it.</source>
            <translation>Hub menyerahkan pesan lain dari yang ditandatangani. Periksa hub itu.</translation>
        </message>
        <message>
            <source>The text has {count} characters; {most} are the most. Shorten it.</source>
            <translation>Teksnya {count} huruf, paling banyak {most}. Persingkat.</translation>
        </message>
        <message>
            <source>The text is too long for the wall of {size}; shorten it.</source>
            <translation>Teksnya terlalu panjang untuk layar {size}; persingkat.</translation>
        </message>
        <message>
            <source>This desk never reached its hub, so it knows no walls. Start the hub.</source>
            <translation>Meja ini belum pernah terhubung dengan hub, jadi tidak mengenal layar. Jalankan hub.</translation>
        </message>
        <message>
            <source>This key does not count here. Those who may sign: {names}.</source>
            <translation>Kunci ini tidak berlaku di sini. Yang boleh menandatangani: {names}.</translation>
        </message>
        <message>
            <source>This message is not on the walls any more.</source>
            <translation>Pesan ini sudah tidak ada di layar.</translation>
        </message>
        <message>
            <source>You have signed this message already; a second person has to.</source>
            <translation>Anda sudah menandatangani pesan ini; harus orang kedua.</translation>
        </message>
        <message>
            <source>“{label}” is empty; write something like {example}.</source>
            <translation>“{label}” masih kosong; tulis misalnya {example}.</translation>
        </message>
        <message>
            <source>The office's own list of places is not used, ours stands in: {why}</source>
            <translation>Daftar wilayah milik kantor tidak dipakai, bawaan program menggantikannya: {why}</translation>
        </message>
    </context>
    <context>
        <name>EmergencyWindow</name>
        <message>
        <source>THE HUB HAS NOT ANSWERED YET. Do not wait for it: carry the message on a USB stick as well.</source>
        <translation>HUB BELUM MENJAWAB. Jangan menunggu: bawa juga pesannya dengan USB.</translation>
    </message>
    <message>
            <source>Emergency message</source>
            <translation>Pesan darurat</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>NOT SENT. {why}</source>
            <translation>TIDAK TERKIRIM. {why}</translation>
        </message>
        <message>
            <source>DRILL – no emergency</source>
            <translation>LATIHAN – bukan keadaan darurat</translation>
        </message>
        <message>
            <source>DRILL – NO EMERGENCY</source>
            <translation>LATIHAN – BUKAN DARURAT</translation>
        </message>
        <message>
            <source>EMERGENCY MESSAGE</source>
            <translation>PESAN DARURAT</translation>
        </message>
        <message>
            <source>&amp;New message</source>
            <translation>Pesan &amp;baru</translation>
        </message>
        <message>
            <source>On the &amp;walls</source>
            <translation>&amp;Sedang tayang</translation>
        </message>
        <message>
            <source>Without the hub: &amp;USB</source>
            <translation>Tanpa hub: &amp;USB</translation>
        </message>
        <message>
            <source>Unlock the &amp;key…</source>
            <translation>Buka &amp;kunci…</translation>
        </message>
        <message>
            <source>On the &amp;walls ({count})</source>
            <translation>&amp;Sedang tayang ({count})</translation>
        </message>
        <message>
            <source>On the walls now: {headlines}</source>
            <translation>Sedang tayang: {headlines}</translation>
        </message>
        <message>
            <source>Look, RALAT</source>
            <translation>Lihat, RALAT</translation>
        </message>
        <message>
            <source>THE HUB CANNOT BE REACHED. Nothing can be sent from here now: carry the message on a USB stick.</source>
            <translation>HUB TIDAK DAPAT DIHUBUNGI. Sekarang tidak ada yang bisa dikirim dari sini: bawa pesannya dengan USB.</translation>
        </message>
        <message>
            <source>USB stick…</source>
            <translation>USB…</translation>
        </message>
        <message>
            <source>Your key is locked</source>
            <translation>Kunci Anda terkunci</translation>
        </message>
        <message>
            <source>Written to {folder}. Take the stick out safely, then go on with step 3.</source>
            <translation>Sudah ditulis ke {folder}. Cabut USB dengan aman, lalu lanjutkan ke langkah 3.</translation>
        </message>
        <message>
            <source>NOT WRITTEN. {why}</source>
            <translation>TIDAK TERTULIS. {why}</translation>
        </message>
        <message>
            <source>What you wrote is not sent. Close once more to leave it.</source>
            <translation>Yang Anda tulis belum terkirim. Tutup sekali lagi untuk meninggalkannya.</translation>
        </message>
        <message>
            <source>Written at another time or desk: type again what its headline does not say.</source>
            <translation>Ditulis pada waktu atau di meja lain: isi lagi yang tidak ada di judulnya.</translation>
        </message>
        <message>
            <source>By its source it begins later; what is sent from this window is shown at once.</source>
            <translation>Menurut sumbernya mulai nanti; yang dikirim dari jendela ini langsung tayang.</translation>
        </message>
    </context>
    <context>
        <name>Entries</name>
        <message>
            <source>Deleted from the library</source>
            <translation>Sudah dihapus dari pustaka</translation>
        </message>
        <message>
            <source>Expired; it does not play any more</source>
            <translation>Kedaluwarsa; tidak tayang lagi</translation>
        </message>
        <message>
            <source>Plays from {date} on</source>
            <translation>Tayang mulai {date}</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>sampai {date}</translation>
        </message>
        <message>
            <source>share {n}</source>
            <translation>porsi {n}</translation>
        </message>
        <message>
            <source>volume {n} %</source>
            <translation>suara {n} %</translation>
        </message>
    </context>
    <context>
        <name>EntryDetails</name>
        <message>
            <source> s</source>
            <translation> dtk</translation>
        </message>
        <message>
            <source>own length</source>
            <translation>panjang asli</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Mulai</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Share of airtime</source>
            <translation>Porsi waktu tayang</translation>
        </message>
        <message>
            <source>Shown for</source>
            <translation>Lama tayang</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Suara</translation>
        </message>
        <message>
            <source>The last day is before the first; give a later one.</source>
            <translation>Hari terakhir mendahului hari pertama; pilih yang lebih akhir.</translation>
        </message>
        <message>
            <source>As the playlist</source>
            <translation>Seperti daftar putar</translation>
        </message>
        <message>
            <source>The picture</source>
            <translation>Gambarnya</translation>
        </message>
        <message>
            <source>Comes in</source>
            <translation>Cara masuk</translation>
        </message>
        <message>
            <source>The transition takes half of the item's time or more; make it shorter.</source>
            <translation>Peralihan memakan setengah waktu tayang atau lebih; buat lebih singkat.</translation>
        </message>
    </context>
    <context>
        <name>EntryList</name>
        <message>
            <source>Entries</source>
            <translation>Isi daftar</translation>
        </message>
    </context>
    <context>
        <name>ExceptionList</name>
        <message>
            <source>Date</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Closed all day</source>
            <translation>Tutup seharian</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Tambah</translation>
        </message>
        <message>
            <source>Take {hours} away</source>
            <translation>Hapus {hours}</translation>
        </message>
    </context>
    <context>
        <name>FactFields</name>
        <message>
            <source>Facts; what stays empty is left out</source>
            <translation>Keterangan; yang kosong tidak ditampilkan</translation>
        </message>
        <message>
            <source>as {example}</source>
            <translation>misalnya {example}</translation>
        </message>
        <message>
            <source>{name}: choose a day</source>
            <translation>{name}: pilih hari</translation>
        </message>
    </context>
    <context>
        <name>Faults</name>
        <message>
            <source>“{title}” is over after {reached} s, though it should last {length} s; import it again.</source>
            <translation>“{title}” habis setelah {reached} dtk, padahal seharusnya {length} dtk; impor ulang.</translation>
        </message>
        <message>
            <source>“{title}” is far too heavy for the player's machine and left out; make it lighter.</source>
            <translation>“{title}” jauh terlalu berat untuk mesin pemutar dan dilewati; buat lebih ringan.</translation>
        </message>
        <message>
            <source>The player has no video software (libVLC), so it shows no videos. Install it there.</source>
            <translation>Pemutar tidak punya perangkat lunak video (libVLC), jadi video tidak tampil. Pasang di sana.</translation>
        </message>
        <message>
            <source>A decoder that had nothing to do was started anew.</source>
            <translation>Dekoder yang sedang menganggur dijalankan ulang.</translation>
        </message>
        <message>
            <source>The wall's pixels lie beside the output of its player. Correct where they begin.</source>
            <translation>Piksel layar terletak di luar keluaran pemutarnya. Betulkan letak awalnya.</translation>
        </message>
        <message>
            <source>“{title}” cannot be joined in its middle, for want of key frames; import it again.</source>
            <translation>“{title}” tidak dapat diputar dari tengah karena kurang gambar kunci; impor ulang.</translation>
        </message>
        <message>
            <source>“{title}” has no pictures that can be decoded. Upload it anew.</source>
            <translation>“{title}” tidak berisi gambar yang dapat diputar. Unggah ulang berkasnya.</translation>
        </message>
        <message>
            <source>“{title}” is a video, and only pictures are shown in this place.</source>
            <translation>“{title}” adalah video, sedangkan tempat ini hanya menampilkan gambar.</translation>
        </message>
        <message>
            <source>One item</source>
            <translation>Satu isi</translation>
        </message>
        <message>
            <source>“{title}” is not on the player yet; something else is shown.</source>
            <translation>“{title}” belum ada di pemutar; yang lain ditampilkan dulu.</translation>
        </message>
        <message>
            <source>“{title}” cannot be decoded on this wall; something else is shown.</source>
            <translation>“{title}” tidak dapat diputar di layar ini; yang lain ditampilkan.</translation>
        </message>
        <message>
            <source>“{title}” failed again and again on this wall and is left out there. Upload it anew.</source>
            <translation>“{title}” berulang kali gagal di layar ini dan dikarantina. Unggah ulang berkasnya.</translation>
        </message>
        <message>
            <source>The live stream “{title}” does not answer; filler is shown meanwhile.</source>
            <translation>Siaran langsung “{title}” tidak menjawab; pengisi ditampilkan sementara itu.</translation>
        </message>
        <message>
            <source>“{title}” is an animation that stands still on the wall; import it again.</source>
            <translation>“{title}” adalah animasi yang diam di layar; impor ulang.</translation>
        </message>
        <message>
            <source>“{title}” takes more memory on the wall than it may; make it lighter or import it again.</source>
            <translation>“{title}” memakan memori pemutar melebihi batas; buat lebih ringan atau impor ulang.</translation>
        </message>
        <message>
            <source>The wall cannot reach the live stream “{title}”. Look at the camera, its address and the network.</source>
            <translation>Layar tidak dapat menjangkau siaran langsung “{title}”. Periksa kamera, alamatnya, dan jaringan.</translation>
        </message>
        <message>
            <source>The live stream “{title}” does not answer, or stalls. Look at the camera and the network.</source>
            <translation>Siaran langsung “{title}” tidak menjawab atau macet. Periksa kamera dan jaringan.</translation>
        </message>
        <message>
            <source>The live stream “{title}” wants a name and a password that are right; correct them in its address.</source>
            <translation>Siaran langsung “{title}” meminta nama dan kata sandi yang benar; perbaiki di alamatnya.</translation>
        </message>
        <message>
            <source>The live stream “{title}” is not there under its address; correct what follows the host.</source>
            <translation>Siaran langsung “{title}” tidak ada di alamatnya; perbaiki bagian setelah nama host.</translation>
        </message>
        <message>
            <source>The address of the live stream “{title}” is none of rtsp, rtp, http and https; correct it.</source>
            <translation>Alamat siaran langsung “{title}” bukan rtsp, rtp, http, atau https; perbaiki alamatnya.</translation>
        </message>
        <message>
            <source>The live stream “{title}” gives no pictures. Look whether the camera sends.</source>
            <translation>Siaran langsung “{title}” tidak memberi gambar. Periksa apakah kamera mengirim.</translation>
        </message>
        <message>
            <source>The live stream “{title}” sends sound or data only; give the address of its pictures.</source>
            <translation>Siaran langsung “{title}” hanya mengirim suara atau data; berikan alamat gambarnya.</translation>
        </message>
        <message>
            <source>The live stream “{title}” sends what the wall cannot decode; set the camera to H.264 or H.265.</source>
            <translation>Siaran langsung “{title}” mengirim yang tidak dapat dibaca layar; atur kamera ke H.264 atau H.265.</translation>
        </message>
        <message>
            <source>The live stream “{title}” has ended. Start it again, or take it out of the playlist.</source>
            <translation>Siaran langsung “{title}” sudah berakhir. Mulai lagi, atau keluarkan dari daftar putar.</translation>
        </message>
        <message>
            <source>A decoder was started anew while “{title}” was shown.</source>
            <translation>Dekoder dijalankan ulang saat “{title}” tampil.</translation>
        </message>
        <message>
            <source>The picture of an emergency message cannot be shown.</source>
            <translation>Gambar pesan darurat tidak dapat ditampilkan.</translation>
        </message>
        <message>
            <source>The part of the player that paints was started anew.</source>
            <translation>Bagian pemutar yang menggambar dijalankan ulang.</translation>
        </message>
        <message>
            <source>The video software of this player shows pictures {found} ms late instead of {known} ms, so each item begins a little off at first. Compare its VLC packages.</source>
            <translation>Perangkat lunak video pemutar ini menampilkan gambar terlambat {found} md, bukan {known} md, jadi tiap isi mula-mula sedikit meleset. Bandingkan paket VLC-nya.</translation>
        </message>
        <message>
            <source>The player's machine is busy with other work; “{title}” loses pictures for a moment.</source>
            <translation>Mesin pemutar sibuk dengan pekerjaan lain; “{title}” kehilangan gambar sebentar.</translation>
        </message>
        <message>
            <source>“{title}” is too heavy for the player's machine and loses pictures; make it lighter.</source>
            <translation>“{title}” terlalu berat untuk mesin pemutar dan kehilangan gambar; buat lebih ringan.</translation>
        </message>
        <message>
            <source>“{title}” does not have its pictures at even times; import it again.</source>
            <translation>Jarak waktu gambar “{title}” tidak rata; impor ulang.</translation>
        </message>
        <message>
            <source>“{title}” changes the size of its pictures and loses some there; import it again.</source>
            <translation>Ukuran gambar “{title}” berubah-ubah sehingga sebagian hilang; impor ulang.</translation>
        </message>
        <message>
            <source>“{title}” gave no picture in time and was passed over.</source>
            <translation>“{title}” tidak memberi gambar tepat waktu dan dilewati.</translation>
        </message>
    </context>
    <context>
        <name>FeedForm</name>
        <message>
            <source>Name at most 16 networks, each as 10.1.0.0/16.</source>
            <translation>Tulis paling banyak 16 jaringan, masing-masing seperti 10.1.0.0/16.</translation>
        </message>
        <message>
            <source> seconds</source>
            <translation> detik</translation>
        </message>
        <message>
            <source>Address, or folder on the hub's machine</source>
            <translation>Alamat, atau folder di komputer hub</translation>
        </message>
        <message>
            <source>As https://example.go.id/cap.xml, or /srv/cap</source>
            <translation>Misalnya https://contoh.go.id/cap.xml, atau /srv/cap</translation>
        </message>
        <message>
            <source>Empty for addresses on the internet.</source>
            <translation>Kosongkan untuk alamat di internet.</translation>
        </message>
        <message>
            <source>Give the address or the folder of the feed.</source>
            <translation>Isi alamat atau folder sumber ini.</translation>
        </message>
        <message>
            <source>Give the feed a name.</source>
            <translation>Beri nama sumber ini.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>Looked at every</source>
            <translation>Diperiksa setiap</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Named on the walls as source</source>
            <translation>Disebut di layar sebagai sumber</translation>
        </message>
        <message>
            <source>Networks of the office it may be fetched from</source>
            <translation>Jaringan kantor yang boleh menjadi asalnya</translation>
        </message>
        <message>
            <source>Switched on</source>
            <translation>Dinyalakan</translation>
        </message>
    </context>
    <context>
        <name>FeedStrip</name>
        <message>
            <source>No feed is set up yet.</source>
            <translation>Belum ada sumber peringatan.</translation>
        </message>
    </context>
    <context>
        <name>FeedsWindow</name>
        <message>
            <source>Looking…</source>
            <translation>Mencari…</translation>
        </message>
        <message>
            <source>Another desk has changed this feed. What you typed stays; look, then save again.</source>
            <translation>Meja lain telah mengubah sumber ini. Yang Anda ketik tetap ada; periksa, lalu simpan lagi.</translation>
        </message>
        <message>
            <source>Another desk has changed this feed; it was not removed. Look, then remove it again.</source>
            <translation>Meja lain telah mengubah sumber ini, jadi belum dihapus. Periksa, lalu hapus lagi.</translation>
        </message>
        <message>
            <source>Another desk has removed this feed. What you typed stays; save it to add it again.</source>
            <translation>Meja lain telah menghapus sumber ini. Yang Anda ketik tetap ada; simpan untuk menambahkannya lagi.</translation>
        </message>
        <message>
            <source>Another desk has added a feed of this name. What you typed stays; save it to add it, too.</source>
            <translation>Meja lain telah menambahkan sumber bernama sama. Yang Anda ketik tetap ada; simpan untuk menambahkannya juga.</translation>
        </message>
        <message>
            <source>Add a feed</source>
            <translation>Tambah sumber</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Failed {count} times in a row: {why}</source>
            <translation>Gagal {count} kali berturut-turut: {why}</translation>
        </message>
        <message>
            <source>Failed once: {why}</source>
            <translation>Gagal sekali: {why}</translation>
        </message>
        <message>
            <source>Feeds</source>
            <translation>Sumber</translation>
        </message>
        <message>
            <source>Feeds of warnings</source>
            <translation>Sumber peringatan</translation>
        </message>
        <message>
            <source>Fetching…</source>
            <translation>Mengambil…</translation>
        </message>
        <message>
            <source>It works. Warnings in it now: {count}</source>
            <translation>Berhasil. Peringatan di dalamnya sekarang: {count}</translation>
        </message>
        <message>
            <source>No feed yet</source>
            <translation>Belum ada sumber</translation>
        </message>
        <message>
            <source>Nothing good came. {why}</source>
            <translation>Tidak ada hasil yang baik. {why}</translation>
        </message>
        <message>
            <source>Official warnings come in through feeds. Give the first one a name and an address, and save it.</source>
            <translation>Peringatan resmi masuk melalui sumber. Beri sumber pertama nama dan alamat, lalu simpan.</translation>
        </message>
        <message>
            <source>Passed over: {why}</source>
            <translation>Dilewati: {why}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>Requests in the last hour: {count}</source>
            <translation>Permintaan dalam satu jam terakhir: {count}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Tersimpan.</translation>
        </message>
        <message>
            <source>Test now</source>
            <translation>Coba sekarang</translation>
        </message>
        <message>
            <source>Removed.</source>
            <translation>Dihapus.</translation>
        </message>
    </context>
    <context>
        <name>FilesList</name>
        <message>
            <source>In the library</source>
            <translation>Di pustaka</translation>
        </message>
        <message>
            <source>Look at {name}</source>
            <translation>Lihat {name}</translation>
        </message>
        <message>
            <source>No files</source>
            <translation>Tidak ada berkas</translation>
        </message>
        <message>
            <source>Save {name}…</source>
            <translation>Simpan {name}…</translation>
        </message>
        <message>
            <source>Take into the library</source>
            <translation>Masukkan ke pustaka</translation>
        </message>
        <message>
            <source>Take {name} into the library</source>
            <translation>Masukkan {name} ke pustaka</translation>
        </message>
    </context>
    <context>
        <name>FirstAdministratorWindow</name>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Create and sign in</source>
            <translation>Buat dan masuk</translation>
        </message>
        <message>
            <source>First administrator</source>
            <translation>Administrator pertama</translation>
        </message>
        <message>
            <source>With accounts everybody signs in under their own name, and the audit trail says who did what. They are in force once you have set up your second factor; keep your phone at hand.</source>
            <translation>Dengan akun, setiap orang masuk dengan namanya sendiri, dan jejak audit mencatat siapa melakukan apa. Akun berlaku setelah Anda memasang faktor kedua; siapkan ponsel Anda.</translation>
        </message>
        <message>
            <source>You sign in as</source>
            <translation>Nama masuk Anda</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Nama Anda</translation>
        </message>
        <message>
            <source>The name to sign in with is made of letters, digits, dots and hyphens.</source>
            <translation>Nama masuk terdiri dari huruf, angka, titik dan tanda hubung.</translation>
        </message>
    </context>
    <context>
        <name>FirstLook</name>
        <message>
            <source>This desk still signs with keys that no passphrase protects. Open “Keys and authority”.</source>
            <translation>Meja ini masih menandatangani dengan kunci tanpa frasa sandi. Buka “Kunci dan wewenang”.</translation>
        </message>
    </context>
    <context>
        <name>FirstStartWindow</name>
        <message>
            <source>First start</source>
            <translation>Mulai pertama kali</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Nanti</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Kembali</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Lanjut</translation>
        </message>
        <message>
            <source>Making the keys and signing the first policy…</source>
            <translation>Membuat kunci dan menandatangani aturan pertama…</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Siap</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>“One pair of eyes”: {name} alone decides what is on the walls, and so does whoever has that key and its passphrase. Raise it on the page “Keys and authority” once others have keys.</source>
            <translation>“Satu mata”: {name} sendiri menentukan isi layar; begitu pula siapa pun yang memegang kunci dan frasa sandinya. Naikkan di halaman “Kunci dan wewenang” setelah orang lain punya kunci.</translation>
        </message>
        <message>
            <source>“Four eyes”: nobody decides alone.</source>
            <translation>“Empat mata”: tidak ada yang memutuskan sendirian.</translation>
        </message>
        <message>
            <source>Write down the fingerprint of this installation; other desks compare it:</source>
            <translation>Catat sidik jari instalasi ini; meja lain membandingkannya:</translation>
        </message>
        <message>
            <source>Still without a recovery file: {names}. Make it on the page “Keys and authority”.</source>
            <translation>Belum punya berkas pemulihan: {names}. Buat di halaman “Kunci dan wewenang”.</translation>
        </message>
        <message>
            <source>Carry each key to its owner's computer: “Keys and authority”, “Copy to a stick”, then remove it here.</source>
            <translation>Bawa tiap kunci ke komputer pemiliknya: “Kunci dan wewenang”, “Salin ke stik”, lalu hapus di sini.</translation>
        </message>
        <message>
            <source>Next: add your wall, and pair its player.</source>
            <translation>Berikutnya: tambahkan layar Anda, lalu pasangkan pemutarnya.</translation>
        </message>
    </context>
    <context>
        <name>GrantsEditor</name>
        <message>
            <source>Asks for:</source>
            <translation>Atas nama:</translation>
        </message>
        <message>
            <source>Choose which agency this person asks for.</source>
            <translation>Pilih instansi yang diwakili orang ini.</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Semua kelompok</translation>
        </message>
    </context>
    <context>
        <name>GroupMenu</name>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
    </context>
    <context>
        <name>GroupsWindow</name>
        <message>
            <source>Groups of walls</source>
            <translation>Kelompok layar</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>As: Pasar Luwuk</source>
            <translation>Misalnya: Pasar Luwuk</translation>
        </message>
        <message>
            <source>Make it</source>
            <translation>Buat</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Ganti nama</translation>
        </message>
        <message>
            <source>Dissolve it</source>
            <translation>Bubarkan</translation>
        </message>
        <message>
            <source>Save the walls</source>
            <translation>Simpan layarnya</translation>
        </message>
        <message>
            <source>New group</source>
            <translation>Kelompok baru</translation>
        </message>
        <message>
            <source>Name of the group</source>
            <translation>Nama kelompok</translation>
        </message>
        <message>
            <source>Walls of the group</source>
            <translation>Layar dalam kelompok</translation>
        </message>
        <message>
            <source>A group gathers walls: to find them, and to choose them together in emergencies and lists. A wall may be in several.</source>
            <translation>Kelompok mengumpulkan layar: untuk mencarinya, dan memilihnya bersama saat darurat dan di daftar. Satu layar boleh ada di beberapa kelompok.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>{group} · {count} walls</source>
            <translation>{group} · {count} layar</translation>
        </message>
        <message>
            <source>{group} · {count} wall</source>
            <translation>{group} · {count} layar</translation>
        </message>
        <message>
            <source>{count} walls play the programme of this group; who may work on them is decided by it. Which programme a wall plays is changed in the form of the wall, as the first of its groups.</source>
            <translation>{count} layar memutar program kelompok ini; siapa yang boleh mengelolanya ditentukan olehnya. Program yang diputar diubah di formulir layar, sebagai kelompok pertamanya.</translation>
        </message>
        <message>
            <source>{count} wall plays the programme of this group; who may work on it is decided by that. Which programme a wall plays is changed in the form of the wall, as the first of its groups.</source>
            <translation>{count} layar memutar program kelompok ini; siapa yang boleh mengelolanya ditentukan olehnya. Program yang diputar diubah di formulir layar, sebagai kelompok pertamanya.</translation>
        </message>
        <message>
            <source>This group only gathers walls; it has no programme of its own.</source>
            <translation>Kelompok ini hanya mengumpulkan layar; tidak punya program sendiri.</translation>
        </message>
        <message>
            <source>Walls play the programme of this group.</source>
            <translation>Ada layar yang memutar program kelompok ini.</translation>
        </message>
        <message>
            <source>There is a group of this name already.</source>
            <translation>Sudah ada kelompok dengan nama ini.</translation>
        </message>
        <message>
            <source>Make the group {group}</source>
            <translation>Buat kelompok {group}</translation>
        </message>
        <message>
            <source>Rename the group to {group}</source>
            <translation>Ganti nama kelompok menjadi {group}</translation>
        </message>
        <message>
            <source>Dissolve the group {group}</source>
            <translation>Bubarkan kelompok {group}</translation>
        </message>
        <message>
            <source>Change the walls of the group {group}</source>
            <translation>Ubah layar kelompok {group}</translation>
        </message>
        <message>
            <source>A group needs a name of letters or digits.</source>
            <translation>Nama kelompok harus berisi huruf atau angka.</translation>
        </message>
        <message>
            <source>One of these walls is in {most} groups, which is the most; take it out of another one first.</source>
            <translation>Salah satu layar ini sudah berada dalam {most} kelompok, yaitu paling banyak; keluarkan dulu dari kelompok lain.</translation>
        </message>
    </context>
    <context>
        <name>GuideReader</name>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Panduan</translation>
        </message>
        <message>
            <source>Pages of the guide</source>
            <translation>Halaman panduan</translation>
        </message>
    </context>
    <context>
        <name>GuideWindow</name>
        <message>
            <source>A wall: pair its player, or use a window on this computer as one</source>
            <translation>Layar: pasangkan pemutarnya, atau pakai jendela di komputer ini sebagai layar</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Tambah berkas…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Everything is done: a wall shows what you chose.</source>
            <translation>Semua selesai: layar menampilkan pilihan Anda.</translation>
        </message>
        <message>
            <source>First picture</source>
            <translation>Gambar pertama</translation>
        </message>
        <message>
            <source>First start…</source>
            <translation>Mulai pertama kali…</translation>
        </message>
        <message>
            <source>First steps</source>
            <translation>Langkah pertama</translation>
        </message>
        <message>
            <source>From here to a picture on a wall: five minutes</source>
            <translation>Dari sini sampai gambar tampak di layar: lima menit</translation>
        </message>
        <message>
            <source>It is being signed and sent…</source>
            <translation>Sedang ditandatangani dan dikirim…</translation>
        </message>
        <message>
            <source>It is on its way; the wall takes it within seconds.</source>
            <translation>Sedang dalam perjalanan; layar menerimanya dalam beberapa detik.</translation>
        </message>
        <message>
            <source>Pair a wall…</source>
            <translation>Pasangkan layar…</translation>
        </message>
        <message>
            <source>Say who decides, and make a key</source>
            <translation>Tentukan siapa yang berwenang, dan buat kunci</translation>
        </message>
        <message>
            <source>See it: what the wall really presents</source>
            <translation>Lihat: apa yang benar-benar tampak di layar</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Tampilkan</translation>
        </message>
        <message>
            <source>Sign it and send it; it fills the hours that nobody has booked</source>
            <translation>Tanda tangani dan kirim; ini mengisi jam tanpa jadwal</translation>
        </message>
        <message>
            <source>Something to show: an announcement or a picture</source>
            <translation>Sesuatu untuk ditayangkan: pengumuman atau gambar</translation>
        </message>
        <message>
            <source>The window is being opened and made known to the hub…</source>
            <translation>Jendela sedang dibuka dan dikenalkan ke hub…</translation>
        </message>
        <message>
            <source>Use a window here</source>
            <translation>Pakai jendela di sini</translation>
        </message>
        <message>
            <source>Window on this computer</source>
            <translation>Jendela di komputer ini</translation>
        </message>
        <message>
            <source>Write…</source>
            <translation>Tulis…</translation>
        </message>
        <message>
            <source>done</source>
            <translation>selesai</translation>
        </message>
        <message>
            <source>not done yet</source>
            <translation>belum selesai</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>{n} ms</source>
            <translation>{n} md</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Tidak</translation>
        </message>
        <message>
            <source>Just enough</source>
            <translation>Pas-pasan</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Lancar</translation>
        </message>
        <message>
            <source>Nothing has been heard of its player since the hub was started.</source>
            <translation>Belum ada kabar dari pemutarnya sejak hub dijalankan.</translation>
        </message>
        <message>
            <source>Last item: {n} presented, {late} late, {dropped} dropped, seam {seam}</source>
            <translation>Isi terakhir: {n} bingkai, {late} terlambat, {dropped} terlewat, jeda {seam}</translation>
        </message>
        <message>
            <source>{n} refreshes a second</source>
            <translation>{n} penyegaran per detik</translation>
        </message>
        <message>
            <source>memory {size} in {count} processes</source>
            <translation>memori {size} dalam {count} proses</translation>
        </message>
        <message>
            <source>memory {size} in {count} process</source>
            <translation>memori {size} dalam {count} proses</translation>
        </message>
        <message>
            <source>Safe mode: pictures are shown, videos are left out, because the player kept dying.</source>
            <translation>Mode aman: gambar ditampilkan, video dilewati, karena pemutarnya berulang kali mati.</translation>
        </message>
        <message>
            <source>Safe mode: only the house card is shown, because the player died without videos, too.</source>
            <translation>Mode aman: hanya kartu rumah yang ditampilkan, karena pemutarnya mati juga tanpa video.</translation>
        </message>
        <message>
            <source>Never checked. Run this at the wall: displayctl-player check</source>
            <translation>Belum pernah diperiksa. Jalankan ini di layar: displayctl-player check</translation>
        </message>
        <message>
            <source>Fit for this wall, by the check-up of {day}.</source>
            <translation>Sanggup untuk layar ini, menurut pemeriksaan {day}.</translation>
        </message>
        <message>
            <source>Too weak for this wall, by the check-up of {day}.</source>
            <translation>Terlalu lemah untuk layar ini, menurut pemeriksaan {day}.</translation>
        </message>
        <message>
            <source>stage started anew {count} times</source>
            <translation>penggambar dijalankan ulang {count} kali</translation>
        </message>
        <message>
            <source>stage started anew once</source>
            <translation>penggambar dijalankan ulang sekali</translation>
        </message>
        <message>
            <source>decoders started anew {count} times</source>
            <translation>dekoder dijalankan ulang {count} kali</translation>
        </message>
        <message>
            <source>decoders started anew once</source>
            <translation>dekoder dijalankan ulang sekali</translation>
        </message>
    </context>
    <context>
        <name>HelpPanel</name>
        <message>
            <source>Guide…</source>
            <translation>Panduan…</translation>
        </message>
        <message>
            <source>All pages</source>
            <translation>Semua halaman</translation>
        </message>
        <message>
            <source>Close help (F1)</source>
            <translation>Tutup bantuan (F1)</translation>
        </message>
        <message>
            <source>First steps…</source>
            <translation>Langkah pertama…</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Bantuan</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Hours on air</source>
            <translation>Jam tayang</translation>
        </message>
        <message>
            <source>Frames dropped</source>
            <translation>Bingkai hilang</translation>
        </message>
        <message>
            <source>Frames late</source>
            <translation>Bingkai terlambat</translation>
        </message>
        <message>
            <source>Longest seam between items</source>
            <translation>Sambungan terlama antarmateri</translation>
        </message>
        <message>
            <source>Faults and restarts</source>
            <translation>Gangguan dan mulai ulang</translation>
        </message>
        <message>
            <source>Highest temperature</source>
            <translation>Suhu tertinggi</translation>
        </message>
        <message>
            <source>Most memory</source>
            <translation>Memori terbanyak</translation>
        </message>
        <message>
            <source>Least room on the disk</source>
            <translation>Sisa disk paling sedikit</translation>
        </message>
        <message>
            <source>{day}: nothing is known</source>
            <translation>{day}: tidak ada data</translation>
        </message>
        <message>
            <source>Nothing is known of these days yet. A wall tells of an hour when it is over.</source>
            <translation>Belum ada data hari-hari ini. Layar melapor setelah satu jam selesai.</translation>
        </message>
        <message>
            <source>On air {share} % of the hours of {count} days.</source>
            <translation>Tayang {share} % dari seluruh jam dalam {count} hari.</translation>
        </message>
        <message>
            <source>On air {share} % of the hours of {count} day.</source>
            <translation>Tayang {share} % dari seluruh jam dalam {count} hari.</translation>
        </message>
        <message>
            <source>{sum} together, at most {most} on a day.</source>
            <translation>Jumlah {sum}, paling banyak {most} dalam sehari.</translation>
        </message>
        <message>
            <source>At worst {worst}.</source>
            <translation>Terburuk {worst}.</translation>
        </message>
        <message>
            <source>No player is paired with this wall yet.</source>
            <translation>Belum ada pemutar yang dipasangkan dengan layar ini.</translation>
        </message>
        <message>
            <source>Player {version}</source>
            <translation>Pemutar {version}</translation>
        </message>
        <message>
            <source>System {system}</source>
            <translation>Sistem {system}</translation>
        </message>
        <message>
            <source>Programme {revision}</source>
            <translation>Program {revision}</translation>
        </message>
        <message>
            <source>Device {device}</source>
            <translation>Perangkat {device}</translation>
        </message>
        <message>
            <source>{n} of 24 hours</source>
            <translation>{n} dari 24 jam</translation>
        </message>
    </context>
    <context>
        <name>HistoryTab</name>
        <message>
            <source>{n} days</source>
            <translation>{n} hari</translation>
        </message>
        <message>
            <source>What the bars show</source>
            <translation>Yang ditunjukkan batang</translation>
        </message>
        <message>
            <source>How many days</source>
            <translation>Berapa hari</translation>
        </message>
        <message>
            <source>Hour by hour…</source>
            <translation>Jam demi jam…</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versi</translation>
        </message>
    </context>
    <context>
        <name>HoldWindow</name>
        <message>
            <source>Blackout</source>
            <translation>Padamkan</translation>
        </message>
        <message>
            <source>Safe card</source>
            <translation>Kartu aman</translation>
        </message>
        <message>
            <source>As: wrong picture, work at the wall, order of the police</source>
            <translation>Misalnya: gambar keliru, perbaikan layar, permintaan polisi</translation>
        </message>
        <message>
            <source>Hold: blackout</source>
            <translation>Tahan: padamkan</translation>
        </message>
        <message>
            <source>Hold: safe card</source>
            <translation>Tahan: kartu aman</translation>
        </message>
        <message>
            <source>Emergency messages of the level Awas are shown all the same.</source>
            <translation>Pesan darurat tingkat Awas tetap ditayangkan.</translation>
        </message>
        <message>
            <source>For how long</source>
            <translation>Berapa lama</translation>
        </message>
        <message>
            <source>Why (it stands in the audit trail)</source>
            <translation>Alasan (tercatat di jejak audit)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>15 minutes</source>
            <translation>15 menit</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translation>1 jam</translation>
        </message>
        <message>
            <source>4 hours</source>
            <translation>4 jam</translation>
        </message>
        <message>
            <source>12 hours</source>
            <translation>12 jam</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 hari</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 minggu</translation>
        </message>
    </context>
    <context>
        <name>Holds</name>
        <message>
            <source>Blackout</source>
            <translation>Pemadaman</translation>
        </message>
        <message>
            <source>Safe card</source>
            <translation>Kartu aman</translation>
        </message>
        <message>
            <source>Dark by order</source>
            <translation>Dipadamkan</translation>
        </message>
        <message>
            <source>Safe card on it</source>
            <translation>Kartu aman tampil</translation>
        </message>
        <message>
            <source>Order on its way</source>
            <translation>Perintah dikirim</translation>
        </message>
        <message>
            <source>Taken back; the wall goes back to its programme.</source>
            <translation>Sudah dicabut; layar kembali ke programnya.</translation>
        </message>
        <message>
            <source>{what} ordered by {who}</source>
            <translation>{what} diperintahkan oleh {who}</translation>
        </message>
        <message>
            <source>{words}, {length} left</source>
            <translation>{words}, sisa {length}</translation>
        </message>
        <message>
            <source>{words}. It has not reached the wall yet.</source>
            <translation>{words}. Perintah ini belum sampai di layar.</translation>
        </message>
        <message>
            <source>Cannot be held</source>
            <translation>Tidak dapat ditahan</translation>
        </message>
        <message>
            <source>Its player is of a former version and cannot be held; update it.</source>
            <translation>Pemutarnya masih versi lama dan tidak dapat dipadamkan atau diberi kartu aman; perbarui dulu.</translation>
        </message>
        <message>
            <source>The wall was told, but the hub's disk is full: it forgets this at a restart.</source>
            <translation>Layar sudah diberi tahu, tetapi disk hub penuh: perintah ini hilang saat hub dimulai ulang.</translation>
        </message>
    </context>
    <context>
        <name>HolidaysWindow</name>
        <message>
            <source>National holidays</source>
            <translation>Hari libur nasional</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Tahun</translation>
        </message>
        <message>
            <source>Days off of the year</source>
            <translation>Hari libur dalam tahun</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>Holiday</source>
            <translation>Hari libur</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>Walls go by the office's own sets of dates, so that nothing changes on them by itself. Look at the days, then take them over.</source>
            <translation>Layar mengikuti daftar tanggal milik kantor sendiri, sehingga tidak ada yang berubah dengan sendirinya. Periksa hari-harinya, lalu ambil alih.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Take over the holidays of {year}</source>
            <translation>Ambil alih hari libur {year}</translation>
        </message>
        <message>
            <source>Joint leave</source>
            <translation>Cuti bersama</translation>
        </message>
        <message>
            <source>National holiday</source>
            <translation>Libur nasional</translation>
        </message>
        <message>
            <source>{kind}, new</source>
            <translation>{kind}, baru</translation>
        </message>
        <message>
            <source>No holidays are known for this year.</source>
            <translation>Tidak ada hari libur yang diketahui untuk tahun ini.</translation>
        </message>
        <message>
            <source>Joint leave of this year is not decreed yet, or this version does not know it.</source>
            <translation>Cuti bersama tahun ini belum ditetapkan, atau versi ini belum mengetahuinya.</translation>
        </message>
        <message>
            <source>“{name}” (+{count})</source>
            <translation>“{name}” (+{count})</translation>
        </message>
        <message>
            <source>Taking over adds dates to: {names}.</source>
            <translation>Mengambil alih menambah tanggal pada: {names}.</translation>
        </message>
        <message>
            <source>The office's sets have all of these days already.</source>
            <translation>Daftar kantor sudah memuat semua hari ini.</translation>
        </message>
        <message>
            <source>The holidays of {year} were taken over.</source>
            <translation>Hari libur {year} telah diambil alih.</translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>{booking}, for a day at least</source>
            <translation>{booking}, setidaknya sehari lagi</translation>
        </message>
        <message>
            <source>Then {time}: {booking}</source>
            <translation>Lalu {time}: {booking}</translation>
        </message>
        <message>
            <source>Planned: {booking}</source>
            <translation>Rencana: {booking}</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Pengisi</translation>
        </message>
        <message>
            <source>House card</source>
            <translation>Kartu rumah</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>{wall} has only filler on {day} {starts}–{ends}; {total} in the next 7 days.</source>
            <translation>{wall} hanya memutar pengisi pada {day} {starts}–{ends}; {total} dalam 7 hari ke depan.</translation>
        </message>
        <message>
            <source>Photo {time}</source>
            <translation>Foto {time}</translation>
        </message>
        <message>
            <source>Computed</source>
            <translation>Hasil hitungan</translation>
        </message>
        <message>
            <source>NOT SHOWN YET: {headline}</source>
            <translation>BELUM TAMPIL: {headline}</translation>
        </message>
        <message>
            <source>On its way: {headline}</source>
            <translation>Sedang dikirim: {headline}</translation>
        </message>
        <message>
            <source>LATIHAN shown: {headline}</source>
            <translation>LATIHAN tampil: {headline}</translation>
        </message>
        <message>
            <source>Emergency shown: {headline}</source>
            <translation>Darurat tampil: {headline}</translation>
        </message>
        <message>
            <source>Nothing is known of what plays</source>
            <translation>Belum diketahui apa yang diputar</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Jump to anything… (Ctrl+K)</source>
            <translation>Lompat ke mana saja… (Ctrl+K)</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Beranda</translation>
        </message>
        <message>
            <source>No wall, group or title has these words. Try fewer.</source>
            <translation>Tidak ada layar, kelompok, atau judul dengan kata-kata ini. Coba lebih sedikit.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Tidak ada yang ditemukan</translation>
        </message>
        <message>
            <source>Filter walls (Ctrl+F)</source>
            <translation>Saring layar (Ctrl+F)</translation>
        </message>
        <message>
            <source>Filter walls</source>
            <translation>Saring layar</translation>
        </message>
        <message>
            <source>Group of walls</source>
            <translation>Kelompok layar</translation>
        </message>
        <message>
            <source>Add a wall</source>
            <translation>Tambah layar</translation>
        </message>
        <message>
            <source>No wall yet</source>
            <translation>Belum ada layar</translation>
        </message>
        <message>
            <source>Here you will see every wall as it is now. Add the first one, and pair the player behind it.</source>
            <translation>Di sini Anda akan melihat setiap layar seperti adanya sekarang. Tambahkan yang pertama, lalu pasangkan pemutar di belakangnya.</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Semua kelompok</translation>
        </message>
        <message>
            <source>Walls: {well} of {count} well</source>
            <translation>Layar: {well} dari {count} baik</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
    </context>
    <context>
        <name>Hours</name>
        <message>
            <source>Empty hour: nothing is booked on {walls}, the filler plays.</source>
            <translation>Jam kosong: tidak ada jadwal di {walls}, pengisi yang tayang.</translation>
        </message>
        <message>
            <source>Over-full hour: {slots} ask for {asked} of {had}; some turns are left out.</source>
            <translation>Jam terlalu penuh: {slots} meminta {asked} dari {had}; sebagian giliran tidak tayang.</translation>
        </message>
        <message>
            <source>Too little time: one round of {slots} takes {asked}, and it has {had}; some items never play.</source>
            <translation>Waktu kurang: satu putaran {slots} memerlukan {asked}, sedangkan waktunya {had}; sebagian isi tidak pernah tayang.</translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>{n} lagi</translation>
        </message>
    </context>
    <context>
        <name>HoursList</name>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Tambah</translation>
        </message>
        <message>
            <source>Take {hours} away</source>
            <translation>Hapus {hours}</translation>
        </message>
    </context>
    <context>
        <name>HoursStrip</name>
        <message>
            <source>Hours of the week</source>
            <translation>Jam dalam seminggu</translation>
        </message>
    </context>
    <context>
        <name>HoursTab</name>
        <message>
            <source>Change hours and rules…</source>
            <translation>Ubah jam dan aturan…</translation>
        </message>
        <message>
            <source>Bars are open hours, as high as the wall is bright; a line below them is silence.</source>
            <translation>Batang adalah jam buka, setinggi terangnya; garis di bawahnya jam tanpa suara.</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>Jam buka</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Kecerahan</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Jam tenang</translation>
        </message>
    </context>
    <context>
        <name>InboxList</name>
        <message>
            <source>Warnings</source>
            <translation>Peringatan</translation>
        </message>
    </context>
    <context>
        <name>IncidentDetails</name>
        <message>
            <source>There are no pictures of the walls.</source>
            <translation>Tidak ada gambar layar.</translation>
        </message>
        <message>
            <source>Wall by wall</source>
            <translation>Layar per layar</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Gambar</translation>
        </message>
        <message>
            <source>not shown</source>
            <translation>tidak tayang</translation>
        </message>
        <message>
            <source>Source: {source}</source>
            <translation>Sumber: {source}</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Diterima</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>Tayang</translation>
        </message>
        <message>
            <source>Delay</source>
            <translation>Jeda</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Sidik gambar</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Berakhir</translation>
        </message>
        <message>
            <source>Correction shown: {when}</source>
            <translation>Ralat tayang: {when}</translation>
        </message>
    </context>
    <context>
        <name>Incidents</name>
        <message>
            <source>drill</source>
            <translation>latihan</translation>
        </message>
        <message>
            <source>on the walls now</source>
            <translation>sedang tayang</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>ditarik</translation>
        </message>
        <message>
            <source>over</source>
            <translation>selesai</translation>
        </message>
        <message>
            <source>Shown on {shown} of {count} walls</source>
            <translation>Tayang di {shown} dari {count} layar</translation>
        </message>
        <message>
            <source>Shown on {shown} of {count} wall</source>
            <translation>Tayang di {shown} dari {count} layar</translation>
        </message>
        <message>
            <source>Shown on {shown} of {count} walls; button to wall {median}, worst {worst}</source>
            <translation>Tayang di {shown} dari {count} layar; tombol sampai layar {median}, terlama {worst}</translation>
        </message>
        <message>
            <source>Shown on {shown} of {count} wall; button to wall {median}, worst {worst}</source>
            <translation>Tayang di {shown} dari {count} layar; tombol sampai layar {median}, terlama {worst}</translation>
        </message>
        <message>
            <source>Never shown on {walls}</source>
            <translation>Tidak pernah tayang di {walls}</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Dikirim</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>Diperbarui</translation>
        </message>
        <message>
            <source>Extended</source>
            <translation>Diperpanjang</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Diralat</translation>
        </message>
        <message>
            <source>{words}, signed by {names}</source>
            <translation>{words}, ditandatangani {names}</translation>
        </message>
        <message>
            <source>time over</source>
            <translation>waktu habis</translation>
        </message>
        <message>
            <source>replaced</source>
            <translation>diganti</translation>
        </message>
        <message>
            <source>This month's drill was done.</source>
            <translation>Latihan bulan ini sudah dilakukan.</translation>
        </message>
        <message>
            <source>This month has had no drill yet.</source>
            <translation>Latihan bulan ini belum dilakukan.</translation>
        </message>
        <message>
            <source>No reminder of the monthly drill is wanted.</source>
            <translation>Pengingat latihan bulanan tidak dipakai.</translation>
        </message>
        <message>
            <source>Monthly drills begin next month.</source>
            <translation>Latihan bulanan dimulai bulan depan.</translation>
        </message>
        <message>
            <source>This month's drill is due on {when}.</source>
            <translation>Latihan bulan ini jatuh tempo {when}.</translation>
        </message>
        <message>
            <source>Said to be over</source>
            <translation>Dinyatakan berakhir</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>diralat</translation>
        </message>
    </context>
    <context>
        <name>IncidentsSection</name>
        <message>
            <source>All</source>
            <translation>Semua</translation>
        </message>
        <message>
            <source>Emergencies</source>
            <translation>Darurat</translation>
        </message>
        <message>
            <source>Drills</source>
            <translation>Latihan</translation>
        </message>
        <message>
            <source>Office…</source>
            <translation>Kantor…</translation>
        </message>
        <message>
            <source>Drill report…</source>
            <translation>Laporan latihan…</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>Simpan PDF…</translation>
        </message>
        <message>
            <source>Every emergency message and every drill is kept here with who sent it, what each wall did, and pictures.</source>
            <translation>Setiap pesan darurat dan setiap latihan disimpan di sini: siapa yang mengirim, apa yang dilakukan tiap layar, dan gambarnya.</translation>
        </message>
        <message>
            <source>“All” shows what else is kept here.</source>
            <translation>“Semua” menampilkan yang lain yang tersimpan di sini.</translation>
        </message>
        <message>
            <source>No emergency so far</source>
            <translation>Belum ada keadaan darurat</translation>
        </message>
        <message>
            <source>No drill so far</source>
            <translation>Belum ada latihan</translation>
        </message>
        <message>
            <source>No emergency and no drill so far</source>
            <translation>Belum ada keadaan darurat maupun latihan</translation>
        </message>
        <message>
            <source>Began</source>
            <translation>Mulai</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Pesan</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Worst</source>
            <translation>Terlama</translation>
        </message>
        <message>
            <source>Emergencies and drills</source>
            <translation>Kejadian dan latihan</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Simpan laporan</translation>
        </message>
        <message>
            <source>Paper (*.pdf)</source>
            <translation>Kertas (*.pdf)</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Disimpan sebagai {path}</translation>
        </message>
    </context>
    <context>
        <name>Inputs</name>
        <message>
            <source>At most {most} characters fit here; the rest was left out.</source>
            <translation>Paling banyak {most} huruf muat di sini; sisanya tidak dimasukkan.</translation>
        </message>
        <message>
            <source>What goes in here: {least} to {most}.</source>
            <translation>Yang dapat diisi di sini: {least} sampai {most}.</translation>
        </message>
    </context>
    <context>
        <name>JobsStrip</name>
        <message>
            <source>Dismiss all failures</source>
            <translation>Tutup semua kegagalan</translation>
        </message>
        <message>
            <source>All media</source>
            <translation>Semua media</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>dan {count} lagi</translation>
        </message>
        <message>
            <source>Sending to the hub</source>
            <translation>Dikirim ke hub</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Menunggu</translation>
        </message>
        <message>
            <source>Being prepared for the walls</source>
            <translation>Disiapkan untuk layar</translation>
        </message>
        <message>
            <source>Replaces the file of “{title}”</source>
            <translation>Mengganti berkas “{title}”</translation>
        </message>
    </context>
    <context>
        <name>Jump</name>
        <message>
            <source>Page</source>
            <translation>Halaman</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>Lakukan</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Playlist</source>
            <translation>Daftar putar</translation>
        </message>
        <message>
            <source>Booking</source>
            <translation>Jadwal</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>Pair a wall's player</source>
            <translation>Pasangkan pemutar layar</translation>
        </message>
        <message>
            <source>Add a wall</source>
            <translation>Tambah layar</translation>
        </message>
        <message>
            <source>Add files to the library</source>
            <translation>Tambah berkas ke pustaka</translation>
        </message>
        <message>
            <source>Write an announcement</source>
            <translation>Tulis pengumuman</translation>
        </message>
        <message>
            <source>Add a live stream</source>
            <translation>Tambah siaran langsung</translation>
        </message>
        <message>
            <source>Make a playlist</source>
            <translation>Buat daftar putar</translation>
        </message>
        <message>
            <source>Book airtime</source>
            <translation>Jadwalkan tayangan</translation>
        </message>
        <message>
            <source>Send an emergency message</source>
            <translation>Kirim pesan darurat</translation>
        </message>
        <message>
            <source>Run an emergency drill</source>
            <translation>Mulai latihan darurat</translation>
        </message>
        <message>
            <source>See emergencies and drills</source>
            <translation>Lihat darurat dan latihan</translation>
        </message>
        <message>
            <source>Open the settings</source>
            <translation>Buka pengaturan</translation>
        </message>
        <message>
            <source>Find when something plays, or why it did not</source>
            <translation>Cari kapan sesuatu tayang, atau mengapa tidak</translation>
        </message>
    </context>
    <context>
        <name>JumpBox</name>
        <message>
            <source>Jump to a page, a wall, a medium, or say what to do</source>
            <translation>Ketik halaman, layar, media, atau apa yang ingin dilakukan</translation>
        </message>
        <message>
            <source>Jump to anything</source>
            <translation>Lompat ke mana saja</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Yang ditemukan</translation>
        </message>
        <message>
            <source>↑ ↓ to choose, Enter to go, Esc to stay here</source>
            <translation>↑ ↓ untuk memilih, Enter untuk pergi, Esc untuk tetap di sini</translation>
        </message>
        <message>
            <source>Nothing is called that. Try fewer letters.</source>
            <translation>Tidak ada yang bernama begitu. Coba huruf yang lebih sedikit.</translation>
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <source>Official warnings</source>
            <translation>Peringatan resmi</translation>
        </message>
        <message>
            <source>automatic</source>
            <translation>otomatis</translation>
        </message>
        <message>
            <source>The hub shows cards by itself, with event, kecamatan and time alone.</source>
            <translation>Hub menampilkan kartu dengan sendirinya, hanya berisi kejadian, kecamatan, dan waktu.</translation>
        </message>
        <message>
            <source>Propose a change…</source>
            <translation>Usulkan perubahan…</translation>
        </message>
        <message>
            <source>Open a proposal…</source>
            <translation>Buka usulan…</translation>
        </message>
        <message>
            <source>Keys and authority</source>
            <translation>Kunci dan wewenang</translation>
        </message>
        <message>
            <source>Nobody signs here yet</source>
            <translation>Belum ada penandatangan</translation>
        </message>
        <message>
            <source>Walls show only what people have signed. Say who they are and make their keys.</source>
            <translation>Layar hanya menampilkan yang ditandatangani orang. Sebutkan siapa mereka dan buat kuncinya.</translation>
        </message>
        <message>
            <source>First start…</source>
            <translation>Mulai pertama kali…</translation>
        </message>
        <message>
            <source>Who signs what</source>
            <translation>Siapa menandatangani apa</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Orang</translation>
        </message>
        <message>
            <source>Ceremonies that wait for signatures</source>
            <translation>Usulan yang menunggu tanda tangan</translation>
        </message>
        <message>
            <source>one pair of eyes: one person decides alone</source>
            <translation>satu mata: satu orang memutuskan sendiri</translation>
        </message>
        <message>
            <source>four eyes: nobody decides alone</source>
            <translation>empat mata: tidak ada yang memutuskan sendiri</translation>
        </message>
        <message>
            <source>Root version {n}, fingerprint {print} – the same at every desk</source>
            <translation>Akar versi {n}, sidik jari {print} – sama di setiap meja</translation>
        </message>
        <message>
            <source>Signatures have ended: {names}. Sign again now.</source>
            <translation>Tanda tangan sudah berakhir: {names}. Tanda tangani lagi sekarang.</translation>
        </message>
        <message>
            <source>Sign again soon: {names}.</source>
            <translation>Segera tanda tangani lagi: {names}.</translation>
        </message>
        <message>
            <source>Sign again…</source>
            <translation>Tanda tangani lagi…</translation>
        </message>
        <message>
            <source>ended on {date}</source>
            <translation>berakhir {date}</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>sampai {date}</translation>
        </message>
        <message>
            <source>key at this desk</source>
            <translation>kunci di meja ini</translation>
        </message>
        <message>
            <source>No ceremony waits.</source>
            <translation>Tidak ada usulan yang menunggu.</translation>
        </message>
        <message>
            <source>Waits for one of: {names}</source>
            <translation>Menunggu salah satu: {names}</translation>
        </message>
        <message>
            <source>Look and sign…</source>
            <translation>Lihat dan tanda tangani…</translation>
        </message>
        <message>
            <source>Proposal</source>
            <translation>Usulan</translation>
        </message>
        <message>
            <source>Proposals (*{suffix})</source>
            <translation>Usulan (*{suffix})</translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message>
            <source>Close without saving?</source>
            <translation>Tutup tanpa menyimpan?</translation>
        </message>
        <message>
            <source>What you changed here was not saved, and goes with this window.</source>
            <translation>Yang Anda ubah di sini belum disimpan, dan hilang bersama jendela ini.</translation>
        </message>
        <message>
            <source>Close without saving</source>
            <translation>Tutup tanpa menyimpan</translation>
        </message>
    </context>
    <context>
        <name>LegalForm</name>
        <message>
            <source>As: Peraturan Bupati Banggai</source>
            <translation>Misalnya: Peraturan Bupati Banggai</translation>
        </message>
        <message>
            <source>As: Pasal 7</source>
            <translation>Misalnya: Pasal 7</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nomor</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Tahun</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Pasal</translation>
        </message>
        <message>
            <source>Legal reference</source>
            <translation>Dasar hukum</translation>
        </message>
    </context>
    <context>
        <name>LibraryPage</name>
        <message>
            <source>Search (Ctrl+F)</source>
            <translation>Cari (Ctrl+F)</translation>
        </message>
        <message>
            <source>Searches titles, files and tags</source>
            <translation>Mencari dalam judul, berkas, dan tag</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Cari</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Semua jenis</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Pustaka</translation>
        </message>
        <message>
            <source>New announcement</source>
            <translation>Pengumuman baru</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Tambah berkas…</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Tidak ditemukan</translation>
        </message>
        <message>
            <source>The library is empty</source>
            <translation>Pustaka masih kosong</translation>
        </message>
        <message>
            <source>Drop pictures, videos or PDF files here, or write an announcement. They are fitted to every wall by themselves.</source>
            <translation>Seret gambar, video, atau PDF ke sini, atau tulis pengumuman. Semuanya disesuaikan sendiri dengan setiap layar.</translation>
        </message>
        <message>
            <source>Nothing chosen</source>
            <translation>Belum ada yang dipilih</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} media</translation>
        </message>
        <message>
            <source>{count} item</source>
            <translation>{count} media</translation>
        </message>
        <message>
            <source>Live stream…</source>
            <translation>Siaran langsung…</translation>
        </message>
        <message>
            <source>Keep this filter…</source>
            <translation>Simpan saringan…</translation>
        </message>
        <message>
            <source>Nothing here has these words, this kind or lies in this place. Look for less.</source>
            <translation>Tidak ada di sini dengan kata, jenis, atau tempat itu. Kurangi syaratnya.</translation>
        </message>
        <message>
            <source>Show all media</source>
            <translation>Tampilkan semua media</translation>
        </message>
        <message>
            <source>Click a card to see it large and to change it. With Ctrl or Shift you choose several.</source>
            <translation>Klik kartu untuk melihatnya besar dan mengubahnya. Dengan Ctrl atau Shift Anda memilih beberapa.</translation>
        </message>
        <message>
            <source>What you search for now stays at the left under this name.</source>
            <translation>Pencarian sekarang tersimpan di kiri dengan nama ini.</translation>
        </message>
        <message>
            <source>Keep this filter</source>
            <translation>Simpan saringan ini</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Room on the disk…</source>
            <translation>Ruang disk…</translation>
        </message>
        <message>
            <source>Import a folder…</source>
            <translation>Impor folder…</translation>
        </message>
    </context>
    <context>
        <name>LinksList</name>
        <message>
            <source>and {count} more</source>
            <translation>dan {count} lagi</translation>
        </message>
        <message>
            <source>(deleted)</source>
            <translation>(sudah dihapus)</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>Belum ada</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Lihat</translation>
        </message>
        <message>
            <source>Show {name}</source>
            <translation>Lihat {name}</translation>
        </message>
        <message>
            <source>{name} does not belong to this request</source>
            <translation>{name} bukan bagian permohonan ini</translation>
        </message>
    </context>
    <context>
        <name>LivePage</name>
        <message>
            <source>No drill is running</source>
            <translation>Tidak ada latihan yang berjalan</translation>
        </message>
        <message>
            <source>No emergency message is live</source>
            <translation>Tidak ada pesan darurat yang tayang</translation>
        </message>
        <message>
            <source>What is sent appears here, with the answer of every wall.</source>
            <translation>Yang dikirim muncul di sini, dengan jawaban setiap layar.</translation>
        </message>
        <message>
            <source>over: {headline}</source>
            <translation>berakhir: {headline}</translation>
        </message>
        <message>
            <source>later: {headline}</source>
            <translation>nanti: {headline}</translation>
        </message>
    </context>
    <context>
        <name>Log</name>
        <message>
            <source>A job that the hub does by itself failed: {job}.</source>
            <translation>Pekerjaan yang dikerjakan hub sendiri gagal: {job}.</translation>
        </message>
        <message>
            <source>A part of the window broke: {what}</source>
            <translation>Satu bagian jendela rusak: {what}</translation>
        </message>
        <message>
            <source>A source of warnings could not be read: {feed}.</source>
            <translation>Sumber peringatan tidak dapat dibaca: {feed}.</translation>
        </message>
        <message>
            <source>Emergencies wait to be written to the database.</source>
            <translation>Catatan darurat menunggu ditulis ke basis data.</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>Hub</translation>
        </message>
        <message>
            <source>Hub, before</source>
            <translation>Hub, sebelumnya</translation>
        </message>
        <message>
            <source>No room is left for pictures of an emergency.</source>
            <translation>Tidak ada ruang lagi untuk gambar kejadian darurat.</translation>
        </message>
        <message>
            <source>Something that was asked for did not work: {why}</source>
            <translation>Sesuatu yang diminta tidak berhasil: {why}</translation>
        </message>
        <message>
            <source>The data of a card did not come: {why}</source>
            <translation>Data untuk kartu tidak datang: {why}</translation>
        </message>
        <message>
            <source>The desktop was closed.</source>
            <translation>Jendela displayctl ditutup.</translation>
        </message>
        <message>
            <source>The desktop was opened.</source>
            <translation>Jendela displayctl dibuka.</translation>
        </message>
        <message>
            <source>The drawing library complains: {what}</source>
            <translation>Pustaka gambar mengeluh: {what}</translation>
        </message>
        <message>
            <source>The hub answers at {url}.</source>
            <translation>Hub menjawab di {url}.</translation>
        </message>
        <message>
            <source>The hub cannot be reached: {why}</source>
            <translation>Hub tidak dapat dihubungi: {why}</translation>
        </message>
        <message>
            <source>The hub could not answer a request ({method} {path}).</source>
            <translation>Hub tidak dapat menjawab permintaan ({method} {path}).</translation>
        </message>
        <message>
            <source>The hub's certificate was renewed.</source>
            <translation>Sertifikat hub diperbarui.</translation>
        </message>
        <message>
            <source>The wall {display} sent a message that cannot be read.</source>
            <translation>Layar {display} mengirim pesan yang tidak terbaca.</translation>
        </message>
        <message>
            <source>The wall {display} sent a message without a signature; its link was ended.</source>
            <translation>Layar {display} mengirim pesan tanpa tanda tangan; sambungannya diputus.</translation>
        </message>
        <message>
            <source>The wall {display} sent a record of plays that cannot be read.</source>
            <translation>Layar {display} mengirim catatan tayang yang tidak terbaca.</translation>
        </message>
        <message>
            <source>This window</source>
            <translation>Jendela ini</translation>
        </message>
        <message>
            <source>This window, before</source>
            <translation>Jendela ini, sebelumnya</translation>
        </message>
        <message>
            <source>Wall in a window</source>
            <translation>Layar dalam jendela</translation>
        </message>
        <message>
            <source>Work on a medium failed (job {job}).</source>
            <translation>Pengolahan media gagal (pekerjaan {job}).</translation>
        </message>
        <message>
            <source>detail</source>
            <translation>rincian</translation>
        </message>
        <message>
            <source>error</source>
            <translation>galat</translation>
        </message>
        <message>
            <source>grave</source>
            <translation>gawat</translation>
        </message>
        <message>
            <source>note</source>
            <translation>catatan</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>peringatan</translation>
        </message>
    </context>
    <context>
        <name>LogModel</name>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Apa yang terjadi</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Kapan</translation>
        </message>
    </context>
    <context>
        <name>LogSection</name>
        <message>
            <source>Choose an entry to see the whole of it.</source>
            <translation>Pilih sebuah catatan untuk melihat selengkapnya.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
        <message>
            <source>Entries of the log</source>
            <translation>Isi catatan</translation>
        </message>
        <message>
            <source>Entries up to this time</source>
            <translation>Catatan sampai waktu ini</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Ikuti</translation>
        </message>
        <message>
            <source>How bad at least</source>
            <translation>Paling ringan</translation>
        </message>
        <message>
            <source>Log file</source>
            <translation>Berkas catatan</translation>
        </message>
        <message>
            <source>New entries appear as they are written</source>
            <translation>Catatan baru tampak begitu ditulis</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Membaca…</translation>
        </message>
        <message>
            <source>Save as a file…</source>
            <translation>Simpan sebagai berkas…</translation>
        </message>
        <message>
            <source>The whole entry</source>
            <translation>Catatan selengkapnya</translation>
        </message>
        <message>
            <source>There is nothing in this log yet.</source>
            <translation>Catatan ini masih kosong.</translation>
        </message>
        <message>
            <source>Up to</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Words in the entry</source>
            <translation>Kata di dalam catatan</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>semuanya</translation>
        </message>
        <message>
            <source>{count} entries are on the clipboard.</source>
            <translation>{count} catatan ada di papan klip.</translation>
        </message>
        <message>
            <source>{count} entry is on the clipboard.</source>
            <translation>{count} catatan ada di papan klip.</translation>
        </message>
        <message>
            <source>{count} entries were saved.</source>
            <translation>{count} catatan disimpan.</translation>
        </message>
        <message>
            <source>{count} entry was saved.</source>
            <translation>{count} catatan disimpan.</translation>
        </message>
        <message>
            <source>{count} entries; looked through {part} of {size}</source>
            <translation>{count} catatan; {part} dari {size} sudah dilihat</translation>
        </message>
        <message>
            <source>{count} entry; looked through {part} of {size}</source>
            <translation>{count} catatan; {part} dari {size} sudah dilihat</translation>
        </message>
        <message>
            <source>{count} entries; the whole file ({size}) was looked through</source>
            <translation>{count} catatan; seluruh berkas ({size}) sudah dilihat</translation>
        </message>
        <message>
            <source>{count} entry; the whole file ({size}) was looked through</source>
            <translation>{count} catatan; seluruh berkas ({size}) sudah dilihat</translation>
        </message>
        <message>
            <source>{level} and worse</source>
            <translation>{level} dan lebih parah</translation>
        </message>
    </context>
    <context>
        <name>LongWork</name>
        <message>
            <source>Stop</source>
            <translation>Hentikan</translation>
        </message>
    </context>
    <context>
        <name>LookPage</name>
        <message>
            <source>As the computer</source>
            <translation>Ikuti komputer</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Gelap</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Kontras tinggi</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Terang</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Tampilan</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>Gerakan</translation>
        </message>
        <message>
            <source>Reduce motion: nothing moves by itself</source>
            <translation>Kurangi gerakan: tidak ada yang bergerak sendiri</translation>
        </message>
        <message>
            <source>Restart now</source>
            <translation>Mulai ulang sekarang</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Ukuran</translation>
        </message>
        <message>
            <source>Size of letters and everything else</source>
            <translation>Ukuran huruf dan semua yang lain</translation>
        </message>
        <message>
            <source>The red emergency window stays red in every look.</source>
            <translation>Jendela darurat tetap merah dalam setiap tampilan.</translation>
        </message>
        <message>
            <source>This comes on top of what the computer's own settings enlarge.</source>
            <translation>Ini ditambahkan pada pembesaran dari pengaturan komputer sendiri.</translation>
        </message>
        <message>
            <source>The new size counts from the next start. Save first what you are writing in other windows.</source>
            <translation>Ukuran baru berlaku mulai pembukaan berikutnya. Simpan dahulu yang sedang Anda tulis di jendela lain.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>The hub cannot be reached. The walls play on. What you change in the schedule is kept here and sent once it is back; all else can be saved then.</source>
            <translation>Hub tidak terjangkau. Layar tetap tayang. Perubahan jadwal dan daftar putar disimpan di sini dan dikirim begitu hub kembali; yang lain dapat disimpan sesudahnya.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Coba sekarang</translation>
        </message>
        <message>
            <source>Connected to {url}</source>
            <translation>Terhubung ke {url}</translation>
        </message>
        <message>
            <source>Not connected to {url} – trying again</source>
            <translation>Tidak terhubung ke {url} – mencoba lagi</translation>
        </message>
        <message>
            <source>Live emergency messages: {count}</source>
            <translation>Pesan darurat yang tayang: {count}</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>Lihat</translation>
        </message>
        <message>
            <source>Nobody is signed in at this desk.</source>
            <translation>Belum ada yang masuk di meja ini.</translation>
        </message>
        <message>
            <source>Sign in…</source>
            <translation>Masuk…</translation>
        </message>
        <message>
            <source>The rights of an administrator count once a second factor is set up.</source>
            <translation>Hak administrator berlaku setelah faktor kedua dipasang.</translation>
        </message>
        <message>
            <source>Open Accounts</source>
            <translation>Buka Akun</translation>
        </message>
        <message>
            <source>The look changes as soon as the other windows are closed.</source>
            <translation>Tampilan berganti begitu jendela yang lain ditutup.</translation>
        </message>
    </context>
    <context>
        <name>MakeKeyWindow</name>
        <message>
            <source>Make a key</source>
            <translation>Buat kunci</translation>
        </message>
        <message>
            <source>Where the invitation goes: a USB stick</source>
            <translation>Tempat undangan: stik USB</translation>
        </message>
        <message>
            <source>The key stays on this computer. The invitation holds your name and the public half; those who change the rules take it in and read the fingerprint to you.</source>
            <translation>Kunci tetap di komputer ini. Undangan memuat nama dan bagian publik; yang mengubah aturan memasukkannya dan membacakan sidik jarinya kepada Anda.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>Buat</translation>
        </message>
    </context>
    <context>
        <name>ManyStep</name>
        <message>
            <source>One person</source>
            <translation>Satu orang</translation>
        </message>
        <message>
            <source>Three people or more</source>
            <translation>Tiga orang atau lebih</translation>
        </message>
        <message>
            <source>Who decides what the walls show?</source>
            <translation>Siapa yang menentukan isi layar?</translation>
        </message>
        <message>
            <source>Every programme is signed with people's keys. A wall shows nothing that was not signed.</source>
            <translation>Setiap tayangan ditandatangani dengan kunci pribadi. Layar tidak menampilkan apa pun yang tidak ditandatangani.</translation>
        </message>
        <message>
            <source>“Four eyes”: two of them sign together. A stolen password or one person alone is not enough.</source>
            <translation>“Empat mata”: dua orang menandatangani bersama. Satu sandi yang dicuri atau satu orang saja tidak cukup.</translation>
        </message>
        <message>
            <source>“One pair of eyes”: this person alone decides. So does whoever takes over this computer and the passphrase. Others can join later.</source>
            <translation>“Satu mata”: orang ini sendiri yang menentukan. Begitu pula siapa pun yang menguasai komputer ini dan frasa sandinya. Orang lain bisa bergabung nanti.</translation>
        </message>
        <message>
            <source>Two people are too few: one lost key would end everything. Put a third key into the safe.</source>
            <translation>Dua orang terlalu sedikit: satu kunci yang hilang mengakhiri semuanya. Simpan kunci ketiga di brankas.</translation>
        </message>
    </context>
    <context>
        <name>MapLegend</name>
        <message>
            <source>well</source>
            <translation>baik</translation>
        </message>
        <message>
            <source>to look at</source>
            <translation>perlu dilihat</translation>
        </message>
        <message>
            <source>away</source>
            <translation>tidak terhubung</translation>
        </message>
        <message>
            <source>no player</source>
            <translation>tanpa pemutar</translation>
        </message>
    </context>
    <context>
        <name>MapPanel</name>
        <message>
            <source>Move walls</source>
            <translation>Pindahkan layar</translation>
        </message>
        <message>
            <source>Pull walls to where they stand, or move the chosen one with the arrows</source>
            <translation>Tarik layar ke tempatnya, atau geser yang dipilih dengan tombol panah</translation>
        </message>
        <message>
            <source>Walls without a place</source>
            <translation>Layar tanpa lokasi</translation>
        </message>
        <message>
            <source>Put it there</source>
            <translation>Letakkan di sana</translation>
        </message>
        <message>
            <source>The list of kecamatan cannot be read, so only the walls are drawn.</source>
            <translation>Daftar kecamatan tidak terbaca, jadi hanya layar yang digambar.</translation>
        </message>
        <message>
            <source>Where {wall} stands: type it, or switch on “Move walls” and pull it.</source>
            <translation>Lokasi {wall}: ketik, atau nyalakan “Pindahkan layar” lalu tarik.</translation>
        </message>
        <message>
            <source>Plus and minus, or the wheel, show it nearer; 0 shows the whole.</source>
            <translation>Plus dan minus, atau roda tetikus, mendekatkan; 0 menampilkan seluruhnya.</translation>
        </message>
        <message>
            <source>Without a place: {n}</source>
            <translation>Tanpa lokasi: {n}</translation>
        </message>
        <message>
            <source>Write where it stands as two numbers, as -0.9516, 122.7875.</source>
            <translation>Tulis lokasinya sebagai dua angka, seperti -0.9516, 122.7875.</translation>
        </message>
    </context>
    <context>
        <name>MapSketch</name>
        <message>
            <source>Sketch of where the warning holds</source>
            <translation>Sketsa wilayah berlakunya peringatan</translation>
        </message>
    </context>
    <context>
        <name>Media</name>
        <message>
            <source>Sound: the file has {source} LUFS. It is levelled for the walls: they play it at {wall} LUFS, its loudest passage at {loudest} LUFS.</source>
            <translation>Suara: berkasnya {source} LUFS. Untuk layar suaranya diratakan: layar memutarnya pada {wall} LUFS, bagian terkerasnya {loudest} LUFS.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Gambar</translation>
        </message>
        <message>
            <source>Animation</source>
            <translation>Animasi</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokumen</translation>
        </message>
        <message>
            <source>Announcement</source>
            <translation>Pengumuman</translation>
        </message>
        <message>
            <source>Live stream</source>
            <translation>Siaran langsung</translation>
        </message>
        <message>
            <source>Data card</source>
            <translation>Kartu data</translation>
        </message>
        <message>
            <source>Being prepared…</source>
            <translation>Sedang disiapkan…</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Siap</translation>
        </message>
        <message>
            <source>Cannot be used</source>
            <translation>Tidak dapat dipakai</translation>
        </message>
        <message>
            <source>muted</source>
            <translation>dibisukan</translation>
        </message>
        <message>
            <source>with sound</source>
            <translation>bersuara</translation>
        </message>
    </context>
    <context>
        <name>MediaGrid</name>
        <message>
            <source>Media</source>
            <translation>Media</translation>
        </message>
    </context>
    <context>
        <name>MediaShelf</name>
        <message>
            <source>Nothing in the library is called like that.</source>
            <translation>Tidak ada yang bernama begitu di pustaka.</translation>
        </message>
        <message>
            <source>Search the library</source>
            <translation>Cari di pustaka</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>Drag into the playlist, or double-click</source>
            <translation>Seret ke daftar putar, atau klik ganda</translation>
        </message>
        <message>
            <source>From the library</source>
            <translation>Dari pustaka</translation>
        </message>
    </context>
    <context>
        <name>MediumDetails</name>
        <message>
            <source>Give it a title.</source>
            <translation>Beri judul.</translation>
        </message>
        <message>
            <source>{count} tags are too many; {most} are the most.</source>
            <translation>{count} tag terlalu banyak; paling banyak {most}.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Hapus…</translation>
        </message>
        <message>
            <source>Show all of it</source>
            <translation>Tampil utuh</translation>
        </message>
        <message>
            <source>Fill the wall, cut the edges</source>
            <translation>Penuhi layar, tepi terpotong</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>Tarik sampai penuh</translation>
        </message>
        <message>
            <source>Without sound</source>
            <translation>Tanpa suara</translation>
        </message>
        <message>
            <source>health, tax, …</source>
            <translation>kesehatan, pajak, …</translation>
        </message>
        <message>
            <source>Expires after</source>
            <translation>Berlaku sampai</translation>
        </message>
        <message>
            <source>Edit the announcement</source>
            <translation>Sunting pengumuman</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>On walls of another shape</source>
            <translation>Di layar yang bentuknya lain</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Used in</source>
            <translation>Dipakai di</translation>
        </message>
        <message>
            <source>Nowhere yet</source>
            <translation>Belum dipakai</translation>
        </message>
        <message>
            <source>“{title}” was saved.</source>
            <translation>“{title}” tersimpan.</translation>
        </message>
        <message>
            <source>“{title}” was deleted from the library.</source>
            <translation>“{title}” dihapus dari pustaka.</translation>
        </message>
        <message>
            <source>Change the live stream</source>
            <translation>Ubah siaran langsung</translation>
        </message>
        <message>
            <source>{address}
Waits {n} s for the first picture; without sound.</source>
            <translation>{address}
Menunggu {n} dtk untuk gambar pertama; tanpa suara.</translation>
        </message>
        <message>
            <source>May stutter on {walls}: the machine there is too weak.</source>
            <translation>Bisa tersendat di {walls}: komputernya terlalu lemah.</translation>
        </message>
        <message>
            <source>Health/2026</source>
            <translation>Kesehatan/2026</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
    </context>
    <context>
        <name>MessageForm</name>
        <message>
            <source>Sound</source>
            <translation>Suara</translation>
        </message>
        <message>
            <source>Ends by itself after</source>
            <translation>Berakhir sendiri setelah</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Tingkat</translation>
        </message>
        <message>
            <source>Source, as BMKG or BPBD</source>
            <translation>Sumber, misalnya BMKG atau BPBD</translation>
        </message>
        <message>
            <source>{title} (needed)</source>
            <translation>{title} (wajib)</translation>
        </message>
        <message>
            <source>as “{example}”</source>
            <translation>misalnya “{example}”</translation>
        </message>
    </context>
    <context>
        <name>MonthCanvas</name>
        <message>
            <source>Month calendar</source>
            <translation>Kalender bulan</translation>
        </message>
    </context>
    <context>
        <name>MonthDayPicker</name>
        <message>
            <source>Day {day} of the month</source>
            <translation>Tanggal {day}</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>Last day of the month</source>
            <translation>Tanggal terakhir bulan</translation>
        </message>
    </context>
    <context>
        <name>Needs</name>
        <message>
            <source>{agency} has added something to “{title}”.</source>
            <translation>{agency} menambahkan sesuatu pada “{title}”.</translation>
        </message>
        <message>
            <source>“{title}” was accepted for {day} and is not booked.</source>
            <translation>“{title}” disetujui untuk {day}, tetapi belum dijadwalkan.</translation>
        </message>
        <message>
            <source>“{title}” was withdrawn and is still booked.</source>
            <translation>“{title}” sudah ditarik, tetapi masih dijadwalkan.</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>Lihat</translation>
        </message>
        <message>
            <source>Requests of agencies that nobody has looked at: {count}.</source>
            <translation>Permohonan instansi yang belum dilihat: {count}.</translation>
        </message>
        <message>
            <source>{agency} asks for “{title}”.</source>
            <translation>{agency} memohon tayang “{title}”.</translation>
        </message>
        <message>
            <source>“{headline}” is not on {walls}. Ring somebody who stands there.</source>
            <translation>“{headline}” belum tampil di {walls}. Teleponlah orang yang ada di sana.</translation>
        </message>
        <message>
            <source>“{headline}” was taken back; {walls} may still show it. Ring somebody there.</source>
            <translation>“{headline}” sudah ditarik; {walls} mungkin masih menampilkannya. Teleponlah orang di sana.</translation>
        </message>
        <message>
            <source>See receipts</source>
            <translation>Lihat tanda terima</translation>
        </message>
        <message>
            <source>{count} walls are away: {walls}. They play on with what they have.</source>
            <translation>{count} layar tidak terhubung: {walls}. Layar tetap memutar isi yang sudah ada.</translation>
        </message>
        <message>
            <source>Open Walls</source>
            <translation>Buka Layar</translation>
        </message>
        <message>
            <source>{wall} is away, last seen {ago}. Look at its power and its network.</source>
            <translation>{wall} tidak terhubung, terakhir terlihat {ago}. Periksa listrik dan jaringannya.</translation>
        </message>
        <message>
            <source>Open wall</source>
            <translation>Buka layar ini</translation>
        </message>
        <message>
            <source>{count} walls are in trouble: {walls}.</source>
            <translation>{count} layar bermasalah: {walls}.</translation>
        </message>
        <message>
            <source>See its health</source>
            <translation>Lihat kesehatannya</translation>
        </message>
        <message>
            <source>A player waits to be paired: {host}.</source>
            <translation>Sebuah pemutar menunggu dipasangkan: {host}.</translation>
        </message>
        <message>
            <source>Pair…</source>
            <translation>Pasangkan…</translation>
        </message>
        <message>
            <source>No player is paired with {walls}, so nothing is shown there.</source>
            <translation>Belum ada pemutar yang dipasangkan dengan {walls}, jadi tidak ada yang tampil di sana.</translation>
        </message>
        <message>
            <source>{count} walls have hours with filler alone in the next 7 days: {walls}.</source>
            <translation>{count} layar hanya memutar pengisi pada sebagian jam dalam 7 hari ke depan: {walls}.</translation>
        </message>
        <message>
            <source>Open Schedule</source>
            <translation>Buka Jadwal</translation>
        </message>
        <message>
            <source>Book it</source>
            <translation>Isi jadwalnya</translation>
        </message>
        <message>
            <source>“{name}” of {by} waits for your approval ({group}).</source>
            <translation>“{name}” dari {by} menunggu persetujuan Anda ({group}).</translation>
        </message>
        <message>
            <source>Look and decide</source>
            <translation>Lihat dan putuskan</translation>
        </message>
        <message>
            <source>{by} sent “{name}” back: “{reason}”</source>
            <translation>{by} mengembalikan “{name}”: “{reason}”</translation>
        </message>
        <message>
            <source>“{name}” was overtaken by another publication; hand it in anew.</source>
            <translation>“{name}” didahului penerbitan lain; ajukan sekali lagi.</translation>
        </message>
        <message>
            <source>Read it</source>
            <translation>Baca</translation>
        </message>
        <message>
            <source>Draft without a reference</source>
            <translation>Rancangan tanpa nomor permintaan</translation>
        </message>
        <message>
            <source>{count} media cannot be used: {titles}.</source>
            <translation>{count} media tidak dapat dipakai: {titles}.</translation>
        </message>
        <message>
            <source>Open library</source>
            <translation>Buka pustaka</translation>
        </message>
        <message>
            <source>“{title}” cannot be used. {why}</source>
            <translation>“{title}” tidak dapat dipakai. {why}</translation>
        </message>
        <message>
            <source>Open medium</source>
            <translation>Buka media</translation>
        </message>
        <message>
            <source>{count} media in playlists end within a week: {titles}.</source>
            <translation>{count} media di daftar putar berakhir dalam seminggu: {titles}.</translation>
        </message>
        <message>
            <source>“{title}” ends on {date} and is in a playlist.</source>
            <translation>“{title}” berakhir {date} dan masih ada di daftar putar.</translation>
        </message>
        <message>
            <source>Past its last day and left out by the walls, yet still in a playlist: {titles}.</source>
            <translation>Hari terakhirnya sudah lewat dan tidak lagi ditayangkan, tetapi masih ada di daftar putar: {titles}.</translation>
        </message>
        <message>
            <source>{count} long bookings end within a week: {names}.</source>
            <translation>{count} jadwal panjang berakhir dalam seminggu: {names}.</translation>
        </message>
        <message>
            <source>The booking “{name}” ends on {date}.</source>
            <translation>Jadwal “{name}” berakhir {date}.</translation>
        </message>
        <message>
            <source>Open booking</source>
            <translation>Buka jadwal ini</translation>
        </message>
        <message>
            <source>Not on air yet: changes of {group}; bookings that differ: {count}.</source>
            <translation>Belum tayang: perubahan {group}; jadwal yang berbeda: {count}.</translation>
        </message>
        <message>
            <source>Not on air yet: changes of {group}.</source>
            <translation>Belum tayang: perubahan {group}.</translation>
        </message>
        <message>
            <source>Compare and publish</source>
            <translation>Bandingkan dan terbitkan</translation>
        </message>
        <message>
            <source>This month has had no emergency drill yet.</source>
            <translation>Latihan darurat bulan ini belum dilakukan.</translation>
        </message>
        <message>
            <source>Run a drill…</source>
            <translation>Latihan sekarang…</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Tarik kembali</translation>
        </message>
        <message>
            <source>Further warnings that wait for a decision: {count}.</source>
            <translation>Peringatan lain yang menunggu keputusan: {count}.</translation>
        </message>
        <message>
            <source>Open Warnings</source>
            <translation>Buka Peringatan</translation>
        </message>
        <message>
            <source>{feed} is silent, last good {ago}. Warnings may be missing.</source>
            <translation>{feed} diam, terakhir berhasil {ago}. Bisa jadi ada peringatan yang tidak sampai.</translation>
        </message>
        <message>
            <source>See feeds</source>
            <translation>Lihat sumber</translation>
        </message>
        <message>
            <source>Sign again</source>
            <translation>Tanda tangani lagi</translation>
        </message>
        <message>
            <source>Signatures have ended: {names}. Walls believe nothing new of these.</source>
            <translation>Tanda tangan telah berakhir: {names}. Layar tidak lagi menerima yang baru dari situ.</translation>
        </message>
        <message>
            <source>Signatures end on {date}: {names}.</source>
            <translation>Tanda tangan berakhir {date}: {names}.</translation>
        </message>
        <message>
            <source>Ceremonies that wait for signatures: {count}.</source>
            <translation>Usulan yang menunggu tanda tangan: {count}.</translation>
        </message>
        <message>
            <source>Look and sign</source>
            <translation>Lihat dan tanda tangani</translation>
        </message>
        <message>
            <source>See backups</source>
            <translation>Lihat cadangan</translation>
        </message>
        <message>
            <source>What you typed about “{name}” on {when} was not saved, and is kept.</source>
            <translation>Yang Anda ketik tentang “{name}” pada {when} belum disimpan, tetapi masih ada.</translation>
        </message>
        <message>
            <source>no name yet</source>
            <translation>belum bernama</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Lanjutkan</translation>
        </message>
    </context>
    <context>
        <name>NeedsList</name>
        <message>
            <source>What needs you</source>
            <translation>Perlu perhatian Anda</translation>
        </message>
        <message>
            <source>And {count} more, less urgent.</source>
            <translation>Dan {count} lagi yang kurang mendesak.</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Sekarang</translation>
        </message>
        <message>
            <source>Soon</source>
            <translation>Segera</translation>
        </message>
        <message>
            <source>When there is time</source>
            <translation>Bila ada waktu</translation>
        </message>
        <message>
            <source>Looking around…</source>
            <translation>Sedang melihat-lihat…</translation>
        </message>
        <message>
            <source>Nothing needs you now. The walls play, and nobody waits for you.</source>
            <translation>Tidak ada yang perlu Anda kerjakan sekarang. Semua layar berjalan, dan tidak ada yang menunggu Anda.</translation>
        </message>
    </context>
    <context>
        <name>NewPassphrase</name>
        <message>
            <source>Show what is typed</source>
            <translation>Tampilkan yang diketik</translation>
        </message>
        <message>
            <source>At least {n} characters; four words that have nothing to do with each other are easy to keep.</source>
            <translation>Paling sedikit {n} huruf; empat kata yang tidak saling berkaitan mudah diingat.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frasa sandi</translation>
        </message>
        <message>
            <source>The same again</source>
            <translation>Ulangi frasa sandi</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>Kedua frasa sandi tidak sama.</translation>
        </message>
    </context>
    <context>
        <name>NewPassword</name>
        <message>
            <source>At least {n} characters; three or four words are good.</source>
            <translation>Sedikitnya {n} karakter; tiga atau empat kata sudah baik.</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Kata sandi baru</translation>
        </message>
        <message>
            <source>The password is too short.</source>
            <translation>Kata sandi terlalu pendek.</translation>
        </message>
        <message>
            <source>The password may not hold the name.</source>
            <translation>Kata sandi tidak boleh memuat nama.</translation>
        </message>
        <message>
            <source>The same again</source>
            <translation>Sekali lagi</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>Kedua kata sandi berbeda.</translation>
        </message>
    </context>
    <context>
        <name>NotOnWallYet</name>
        <message>
            <source>Saved, but not on the wall yet: publish it, so that the wall takes it.</source>
            <translation>Tersimpan, tetapi belum di layar: terbitkan agar layar memakainya.</translation>
        </message>
    </context>
    <context>
        <name>OfficeWindow</name>
        <message>
            <source>The office</source>
            <translation>Kantor</translation>
        </message>
        <message>
            <source>Remind us of the monthly drill</source>
            <translation>Ingatkan latihan bulanan</translation>
        </message>
        <message>
            <source>first working day</source>
            <translation>hari kerja pertama</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Name, as it heads reports</source>
            <translation>Nama pada kop laporan</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Alamat</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona waktu</translation>
        </message>
    </context>
    <context>
        <name>OutputSketch</name>
        <message>
            <source>Where the wall lies in the video output</source>
            <translation>Letak layar dalam keluaran video</translation>
        </message>
    </context>
    <context>
        <name>OwnAccount</name>
        <message>
            <source>A second factor is set up.</source>
            <translation>Faktor kedua sudah terpasang.</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>Ganti kata sandi</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>No second factor yet; it protects the account when the password is known.</source>
            <translation>Belum ada faktor kedua; faktor kedua melindungi akun bila kata sandi diketahui orang.</translation>
        </message>
        <message>
            <source>Open sessions</source>
            <translation>Sesi yang terbuka</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Kata sandi</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>Kata sandi sekarang</translation>
        </message>
        <message>
            <source>Set it up anew…</source>
            <translation>Pasang ulang…</translation>
        </message>
        <message>
            <source>Set up the second factor…</source>
            <translation>Pasang faktor kedua…</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Keluar</translation>
        </message>
        <message>
            <source>Sign out everywhere</source>
            <translation>Keluar dari semua</translation>
        </message>
        <message>
            <source>The password is changed. Your other sessions are closed.</source>
            <translation>Kata sandi diganti. Sesi Anda yang lain ditutup.</translation>
        </message>
        <message>
            <source>The rights of an administrator count once a second factor is set up.</source>
            <translation>Hak administrator berlaku setelah faktor kedua dipasang.</translation>
        </message>
        <message>
            <source>This one</source>
            <translation>Yang ini</translation>
        </message>
    </context>
    <context>
        <name>PagePreview</name>
        <message>
            <source>Page before</source>
            <translation>Halaman sebelumnya</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Halaman berikutnya</translation>
        </message>
        <message>
            <source>Page {page} of {count}, 10 seconds each</source>
            <translation>Halaman {page} dari {count}, masing-masing 10 detik</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Accounts</source>
            <translation>Akun</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>Persetujuan</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>Jejak audit</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>Perawatan</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Kunci</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Pustaka</translation>
        </message>
        <message>
            <source>Playlists</source>
            <translation>Daftar putar</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Terbitkan</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Laporan</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Permohonan</translation>
        </message>
        <message>
            <source>Running text</source>
            <translation>Teks berjalan</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Jadwal</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Peringatan</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Beranda</translation>
        </message>
    </context>
    <context>
        <name>PairingWindow</name>
        <message>
            <source>{wall} has a player already; the new one takes its place.</source>
            <translation>{wall} sudah punya pemutar; yang baru menggantikannya.</translation>
        </message>
        <message>
            <source>There is no wall to pair it with yet. Add one on the page of the walls first.</source>
            <translation>Belum ada layar untuk dipasangkan. Tambahkan dulu di halaman Layar.</translation>
        </message>
        <message>
            <source>Pair a player with a wall</source>
            <translation>Pasangkan pemutar dengan layar</translation>
        </message>
        <message>
            <source>Players that wait</source>
            <translation>Pemutar yang menunggu</translation>
        </message>
        <message>
            <source>No player waits just now. A new player shows its code on the wall and appears here.</source>
            <translation>Belum ada pemutar yang menunggu. Pemutar baru menampilkan kodenya di layar dan muncul di sini.</translation>
        </message>
        <message>
            <source>Use a window on this computer…</source>
            <translation>Pakai jendela di komputer ini…</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Lanjut</translation>
        </message>
        <message>
            <source>Type the code that the wall shows. It never leaves this computer.</source>
            <translation>Ketik kode yang tampil di layar. Kode ini tidak keluar dari komputer ini.</translation>
        </message>
        <message>
            <source>Code on the wall</source>
            <translation>Kode di layar</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>The words differed; the player was not paired.</source>
            <translation>Kata-katanya berbeda; pemutar tidak dipasangkan.</translation>
        </message>
        <message>
            <source>The player is paired with {wall}; the wall gets its programme now.</source>
            <translation>Pemutar dipasangkan dengan {wall}; layar itu menerima acaranya sekarang.</translation>
        </message>
        <message>
            <source>The player is paired with {wall}, but has no programme yet. {why}</source>
            <translation>Pemutar dipasangkan dengan {wall}, tetapi belum menerima acaranya. {why}</translation>
        </message>
        <message>
            <source>The player is paired with {wall}. Publish so that it gets its programme.</source>
            <translation>Pemutar sudah dipasangkan dengan {wall}. Terbitkan agar ia menerima acaranya.</translation>
        </message>
    </context>
    <context>
        <name>PassphraseStep</name>
        <message>
            <source>Only you know it. It opens your key and cannot be looked up anywhere; the recovery file of the next step helps when it is forgotten.</source>
            <translation>Hanya Anda yang tahu. Frasa ini membuka kunci Anda dan tidak bisa dilihat di mana pun; berkas pemulihan di langkah berikut membantu bila terlupa.</translation>
        </message>
        <message>
            <source>A passphrase for {name}</source>
            <translation>Frasa sandi untuk {name}</translation>
        </message>
        <message>
            <source>{n} of {count}</source>
            <translation>{n} dari {count}</translation>
        </message>
    </context>
    <context>
        <name>PassphraseWindow</name>
        <message>
            <source>Change the passphrase of {name}</source>
            <translation>Ganti frasa sandi {name}</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Frasa sandi baru</translation>
        </message>
        <message>
            <source>Copies of the key elsewhere keep the old passphrase.</source>
            <translation>Salinan kunci di tempat lain tetap memakai frasa sandi lama.</translation>
        </message>
        <message>
            <source>Passphrase until now</source>
            <translation>Frasa sandi sampai kini</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ganti</translation>
        </message>
    </context>
    <context>
        <name>Patterns</name>
        <message>
            <source>Everything together</source>
            <translation>Semua sekaligus</translation>
        </message>
        <message>
            <source>Grid with coordinates</source>
            <translation>Kisi dengan koordinat</translation>
        </message>
        <message>
            <source>Colour bars</source>
            <translation>Batang warna</translation>
        </message>
        <message>
            <source>Gradient</source>
            <translation>Gradasi</translation>
        </message>
        <message>
            <source>Border of one pixel</source>
            <translation>Garis tepi satu piksel</translation>
        </message>
        <message>
            <source>Modules with numbers</source>
            <translation>Modul bernomor</translation>
        </message>
        <message>
            <source>Grey steps</source>
            <translation>Tangga abu-abu</translation>
        </message>
        <message>
            <source>Look whether the border is seen on all four sides.</source>
            <translation>Lihat apakah garis tepi tampak di keempat sisi.</translation>
        </message>
        <message>
            <source>Read the coordinates in the corners: the first is 0, 0.</source>
            <translation>Baca koordinat di sudut: yang pertama 0, 0.</translation>
        </message>
        <message>
            <source>White, yellow, cyan, green, magenta, red, blue: none is missing.</source>
            <translation>Putih, kuning, sian, hijau, magenta, merah, biru: tidak ada yang kurang.</translation>
        </message>
        <message>
            <source>It runs evenly; steps and stripes mean a wrong colour depth.</source>
            <translation>Peralihannya rata; tangga dan garis berarti kedalaman warna salah.</translation>
        </message>
        <message>
            <source>One line on all four sides, none cut off, none twice.</source>
            <translation>Satu garis di keempat sisi, tidak terpotong, tidak berganda.</translation>
        </message>
        <message>
            <source>The numbers run from the upper left; a swapped cable swaps two.</source>
            <translation>Nomor berurut dari kiri atas; kabel tertukar menukar dua nomor.</translation>
        </message>
        <message>
            <source>Each step differs from the next, the darkest too.</source>
            <translation>Tiap tangga berbeda dari sebelahnya, yang tergelap juga.</translation>
        </message>
    </context>
    <context>
        <name>PeopleList</name>
        <message>
            <source>All sessions of {name} are closed.</source>
            <translation>Semua sesi {name} ditutup.</translation>
        </message>
        <message>
            <source>Choose somebody at the left, or add a person.</source>
            <translation>Pilih seseorang di kiri, atau tambah orang.</translation>
        </message>
        <message>
            <source>Close all sessions</source>
            <translation>Tutup semua sesi</translation>
        </message>
        <message>
            <source>Disable</source>
            <translation>Nonaktifkan</translation>
        </message>
        <message>
            <source>Enable again</source>
            <translation>Aktifkan lagi</translation>
        </message>
        <message>
            <source>Last seen: {ago}</source>
            <translation>Terakhir terlihat: {ago}</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Kata sandi baru</translation>
        </message>
        <message>
            <source>Nobody is chosen</source>
            <translation>Belum ada yang dipilih</translation>
        </message>
        <message>
            <source>Password to be told, shown only now: {password}</source>
            <translation>Kata sandi untuk disampaikan, hanya tampil sekarang: {password}</translation>
        </message>
        <message>
            <source>People with accounts</source>
            <translation>Orang yang punya akun</translation>
        </message>
        <message>
            <source>Roles; each of them includes looking</source>
            <translation>Peran; semuanya termasuk melihat</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Tersimpan.</translation>
        </message>
        <message>
            <source>Take the second factor away</source>
            <translation>Lepas faktor kedua</translation>
        </message>
        <message>
            <source>The person's name</source>
            <translation>Nama orang</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>nonaktif</translation>
        </message>
        <message>
            <source>has to choose a password</source>
            <translation>harus memilih kata sandi</translation>
        </message>
        <message>
            <source>no second factor</source>
            <translation>tanpa faktor kedua</translation>
        </message>
        <message>
            <source>second factor set up</source>
            <translation>faktor kedua terpasang</translation>
        </message>
        <message>
            <source>{name} cannot sign in any more.</source>
            <translation>{name} tidak dapat masuk lagi.</translation>
        </message>
        <message>
            <source>{name} has a new password; tell it to them.</source>
            <translation>{name} punya kata sandi baru; sampaikan kepadanya.</translation>
        </message>
        <message>
            <source>{name} may sign in again.</source>
            <translation>{name} boleh masuk lagi.</translation>
        </message>
        <message>
            <source>{name} sets up a new second factor at the next sign-in.</source>
            <translation>{name} memasang faktor kedua yang baru saat masuk berikutnya.</translation>
        </message>
    </context>
    <context>
        <name>PeopleStep</name>
        <message>
            <source>One more person</source>
            <translation>Tambah satu orang</translation>
        </message>
        <message>
            <source>Invitation file…</source>
            <translation>Berkas undangan…</translation>
        </message>
        <message>
            <source>Groups of walls</source>
            <translation>Kelompok layar</translation>
        </message>
        <message>
            <source>Walls of a group share a programme, and who signs it. Small letters and hyphens.</source>
            <translation>Layar sekelompok berbagi tayangan dan penandatangannya. Huruf kecil dan tanda hubung.</translation>
        </message>
        <message>
            <source>Who are they?</source>
            <translation>Siapa saja mereka?</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Siapa Anda?</translation>
        </message>
        <message>
            <source>Those who are here type a passphrase each, one after the other; two have to be here. Who sits elsewhere makes a key there and sends an invitation file.</source>
            <translation>Yang hadir mengetik frasa sandi masing-masing, bergantian; dua orang harus hadir. Yang di tempat lain membuat kunci di sana dan mengirim berkas undangan.</translation>
        </message>
        <message>
            <source>This name stands beside everything you sign.</source>
            <translation>Nama ini tercantum di samping semua yang Anda tanda tangani.</translation>
        </message>
        <message>
            <source>Name of person {n}</source>
            <translation>Nama orang ke-{n}</translation>
        </message>
        <message>
            <source>Invitation file</source>
            <translation>Berkas undangan</translation>
        </message>
        <message>
            <source>Invitations (*{suffix})</source>
            <translation>Undangan (*{suffix})</translation>
        </message>
        <message>
            <source>{name} · compare by phone: {fingerprint}</source>
            <translation>{name} · cocokkan lewat telepon: {fingerprint}</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Keluarkan</translation>
        </message>
        <message>
            <source>Write names with letters.</source>
            <translation>Tulis nama dengan huruf.</translation>
        </message>
        <message>
            <source>Name at least three people; two of them here.</source>
            <translation>Sebutkan paling sedikit tiga orang; dua di antaranya hadir di sini.</translation>
        </message>
        <message>
            <source>Write your name.</source>
            <translation>Tulis nama Anda.</translation>
        </message>
        <message>
            <source>Two people have the same name; add a second name or initials.</source>
            <translation>Dua orang bernama sama; tambahkan nama kedua atau inisial.</translation>
        </message>
        <message>
            <source>Groups have small letters and hyphens, as “utama”.</source>
            <translation>Kelompok memakai huruf kecil dan tanda hubung, seperti “utama”.</translation>
        </message>
        <message>
            <source>Name at least one group, as “utama”.</source>
            <translation>Sebutkan paling sedikit satu kelompok, misalnya “utama”.</translation>
        </message>
    </context>
    <context>
        <name>PersonWindow</name>
        <message>
            <source>Add</source>
            <translation>Tambah</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Tambah orang</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>First password</source>
            <translation>Kata sandi pertama</translation>
        </message>
        <message>
            <source>Roles; each of them includes looking</source>
            <translation>Peran; semuanya termasuk melihat</translation>
        </message>
        <message>
            <source>Signs in as</source>
            <translation>Nama masuk</translation>
        </message>
        <message>
            <source>Tell it to the person yourself. They choose another one when they first sign in.</source>
            <translation>Sampaikan sendiri kepada orangnya. Ia memilih yang lain saat pertama kali masuk.</translation>
        </message>
        <message>
            <source>The name to sign in with is made of letters, digits, dots and hyphens.</source>
            <translation>Nama masuk terdiri dari huruf, angka, titik dan tanda hubung.</translation>
        </message>
        <message>
            <source>The person's name</source>
            <translation>Nama orang</translation>
        </message>
    </context>
    <context>
        <name>PhraseStep</name>
        <message>
            <source>The same: pair</source>
            <translation>Sama: pasangkan</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Tidak sama</translation>
        </message>
        <message>
            <source>Wall and desk each work the words out from the hub's certificate, the installation's root, the player's key and the code. They are the same only if nobody sits in between.</source>
            <translation>Layar dan meja masing-masing menghitung kata-kata ini dari sertifikat hub, akar instalasi, kunci pemutar, dan kode. Keduanya sama hanya bila tidak ada yang menyusup di antaranya.</translation>
        </message>
        <message>
            <source>Does {wall} show exactly these four words?</source>
            <translation>Apakah {wall} menampilkan persis empat kata ini?</translation>
        </message>
        <message>
            <source>Player: {host}</source>
            <translation>Pemutar: {host}</translation>
        </message>
    </context>
    <context>
        <name>PickFile</name>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
    </context>
    <context>
        <name>PictureChoice</name>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
        <message>
            <source>{name}: take away</source>
            <translation>{name}: hapus</translation>
        </message>
        <message>
            <source>Pictures ({patterns})</source>
            <translation>Gambar ({patterns})</translation>
        </message>
    </context>
    <context>
        <name>PlannedSection</name>
        <message>
            <source>Nothing found</source>
            <translation>Tidak ada yang ditemukan</translation>
        </message>
        <message>
            <source>No line has these words in one of its names. Try fewer.</source>
            <translation>Tidak ada baris yang namanya memuat kata-kata ini. Kurangi katanya.</translation>
        </message>
        <message>
            <source>Summed up by</source>
            <translation>Dijumlahkan menurut</translation>
        </message>
        <message>
            <source>By booking</source>
            <translation>Per acara</translation>
        </message>
        <message>
            <source>By medium</source>
            <translation>Per media</translation>
        </message>
        <message>
            <source>By agency</source>
            <translation>Per OPD</translation>
        </message>
        <message>
            <source>By wall</source>
            <translation>Per layar</translation>
        </message>
        <message>
            <source>In detail</source>
            <translation>Rincian</translation>
        </message>
        <message>
            <source>Search (Ctrl+F)</source>
            <translation>Cari (Ctrl+F)</translation>
        </message>
        <message>
            <source>Why?…</source>
            <translation>Mengapa?…</translation>
        </message>
        <message>
            <source>Why did it not play?</source>
            <translation>Mengapa tidak tayang?</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Rencana</translation>
        </message>
        <message>
            <source>Played</source>
            <translation>Tayang</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Kurang</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Terpenuhi</translation>
        </message>
        <message>
            <source>Planned against played</source>
            <translation>Rencana dan tayang</translation>
        </message>
        <message>
            <source>Once something is published and walls have played it, each notice is listed here with what was promised and what ran.</source>
            <translation>Setelah ada yang terbit dan tayang, setiap materi tercantum di sini: berapa yang dijanjikan dan berapa yang tayang.</translation>
        </message>
        <message>
            <source>Nothing to report for these days</source>
            <translation>Belum ada laporan untuk hari-hari ini</translation>
        </message>
    </context>
    <context>
        <name>PlayerView</name>
        <message>
            <source>Play the preview</source>
            <translation>Putar pratinjau</translation>
        </message>
        <message>
            <source>Place in the playlist</source>
            <translation>Posisi dalam daftar putar</translation>
        </message>
        <message>
            <source>Nothing to play yet</source>
            <translation>Belum ada yang diputar</translation>
        </message>
        <message>
            <source>Nothing playable now</source>
            <translation>Tidak ada yang dapat diputar sekarang</translation>
        </message>
    </context>
    <context>
        <name>PlaylistName</name>
        <message>
            <source>The playlist “{name}” was deleted at another desk.</source>
            <translation>Daftar putar “{name}” dihapus di komputer lain.</translation>
        </message>
        <message>
            <source>Somebody else called this playlist “{name}” meanwhile. What you typed is still in the field.</source>
            <translation>Orang lain baru saja menamai daftar putar ini “{name}”. Ketikan Anda masih ada di isian.</translation>
        </message>
        <message>
            <source>The name that was typed last and not saved is here again.</source>
            <translation>Nama yang terakhir diketik dan belum disimpan ada lagi di sini.</translation>
        </message>
    </context>
    <context>
        <name>PlaylistsPage</name>
        <message>
            <source>Playlists</source>
            <translation>Daftar putar</translation>
        </message>
        <message>
            <source>New playlist</source>
            <translation>Daftar putar baru</translation>
        </message>
        <message>
            <source>Name of the playlist</source>
            <translation>Nama daftar putar</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Urutan</translation>
        </message>
        <message>
            <source>In this order</source>
            <translation>Sesuai urutan ini</translation>
        </message>
        <message>
            <source>By shares of airtime</source>
            <translation>Menurut porsi tayang</translation>
        </message>
        <message>
            <source>Fills hours without a booking</source>
            <translation>Pengisi jam tanpa jadwal</translation>
        </message>
        <message>
            <source>This playlist is empty</source>
            <translation>Daftar putar ini kosong</translation>
        </message>
        <message>
            <source>Drag media from the shelf at the right into this place, or double-click them there.</source>
            <translation>Seret media dari rak di kanan ke sini, atau klik ganda di sana.</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>No playlist yet</source>
            <translation>Belum ada daftar putar</translation>
        </message>
        <message>
            <source>A playlist is what loops on the walls: pictures, videos and announcements in your order. Make the first one.</source>
            <translation>Daftar putar adalah yang berulang di layar: gambar, video, dan pengumuman menurut urutan Anda. Buat yang pertama.</translation>
        </message>
        <message>
            <source>Preview on the wall</source>
            <translation>Pratinjau di layar</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Pratinjau</translation>
        </message>
        <message>
            <source>{count} entries</source>
            <translation>{count} isi</translation>
        </message>
        <message>
            <source>{count} entry</source>
            <translation>{count} isi</translation>
        </message>
        <message>
            <source>One round takes {length}</source>
            <translation>Satu putaran {length}</translation>
        </message>
        <message>
            <source>Make {name}</source>
            <translation>Buat {name}</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>Hapus {name}</translation>
        </message>
        <message>
            <source>Rename {name}</source>
            <translation>Ganti nama {name}</translation>
        </message>
        <message>
            <source>Order {name}</source>
            <translation>Susun {name}</translation>
        </message>
        <message>
            <source>Make a playlist first, then add media to it.</source>
            <translation>Buat daftar putar dulu, lalu tambahkan media.</translation>
        </message>
        <message>
            <source>From one item to the next</source>
            <translation>Dari satu isi ke isi berikutnya</translation>
        </message>
        <message>
            <source>Transition of {name}</source>
            <translation>Ubah peralihan {name}</translation>
        </message>
    </context>
    <context>
        <name>PlaysAtStrip</name>
        <message>
            <source>Time of day</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>What plays on {when}</source>
            <translation>Apa yang tayang pada {when}</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>programmes of {group}</source>
            <translation>tayangan {group}</translation>
        </message>
        <message>
            <source>everything (root)</source>
            <translation>seluruh wewenang (root)</translation>
        </message>
        <message>
            <source>the rules (policy)</source>
            <translation>aturan (policy)</translation>
        </message>
        <message>
            <source>emergency messages</source>
            <translation>pesan darurat</translation>
        </message>
        <message>
            <source>drills</source>
            <translation>latihan</translation>
        </message>
        <message>
            <source>the card of last resort</source>
            <translation>kartu cadangan terakhir</translation>
        </message>
        <message>
            <source>{n} of {count}</source>
            <translation>{n} dari {count}</translation>
        </message>
        <message>
            <source>{roles}: {people} alone</source>
            <translation>{roles}: {people} sendiri</translation>
        </message>
        <message>
            <source>{roles}: {people}, each alone</source>
            <translation>{roles}: {people}, masing-masing sendiri</translation>
        </message>
        <message>
            <source>{roles}: {n} of {people} together</source>
            <translation>{roles}: {n} dari {people} bersama-sama</translation>
        </message>
        <message>
            <source>{subject} joins, with the key {after}</source>
            <translation>{subject} bergabung, dengan kunci {after}</translation>
        </message>
        <message>
            <source>{subject} may sign for nothing any more</source>
            <translation>{subject} tidak boleh menandatangani apa pun lagi</translation>
        </message>
        <message>
            <source>{subject} signs with the key {after} instead of {before}</source>
            <translation>{subject} menandatangani dengan kunci {after}, bukan lagi {before}</translation>
        </message>
        <message>
            <source>{subject} is called {after} instead of {before}</source>
            <translation>{subject} kini bernama {after}, sebelumnya {before}</translation>
        </message>
        <message>
            <source>{subject}: signatures needed {after} instead of {before}</source>
            <translation>{subject}: {after} tanda tangan, sebelumnya {before}</translation>
        </message>
        <message>
            <source>{subject}: signed by {after}; until now by {before}</source>
            <translation>{subject}: ditandatangani {after}; sampai kini {before}</translation>
        </message>
        <message>
            <source>New group {subject}: {after}</source>
            <translation>Kelompok baru {subject}: {after}</translation>
        </message>
        <message>
            <source>{subject} shows nothing any more</source>
            <translation>{subject} tidak menampilkan apa pun lagi</translation>
        </message>
        <message>
            <source>The wall {subject}: from [{before}] to [{after}]</source>
            <translation>Layar {subject}: dari [{before}] menjadi [{after}]</translation>
        </message>
        <message>
            <source>The hub gets a new key of its own</source>
            <translation>Hub mendapat kunci baru</translation>
        </message>
        <message>
            <source>The hub may show official warnings on walls by itself, without anybody's signature</source>
            <translation>Hub boleh menampilkan peringatan resmi di layar dengan sendirinya, tanpa tanda tangan siapa pun</translation>
        </message>
        <message>
            <source>The hub may show nothing by itself any more</source>
            <translation>Hub tidak boleh lagi menampilkan apa pun dengan sendirinya</translation>
        </message>
        <message>
            <source>Signed again as it is: {subject}</source>
            <translation>Ditandatangani ulang tanpa perubahan: {subject}</translation>
        </message>
        <message>
            <source>{n} of {people} sign</source>
            <translation>{n} dari {people} menandatangani</translation>
        </message>
    </context>
    <context>
        <name>PolicyWindow</name>
        <message>
            <source>Name the regulation that the number or the article belongs to.</source>
            <translation>Sebutkan peraturan yang punya nomor atau pasal itu.</translation>
        </message>
        <message>
            <source>Without any hours the wall never opens: it stays black but for emergency messages.</source>
            <translation>Tanpa jam buka, layar tidak pernah menyala: tetap hitam, kecuali ada pesan darurat.</translation>
        </message>
        <message>
            <source>Hours and rules of {wall}</source>
            <translation>Jam dan aturan {wall}</translation>
        </message>
        <message>
            <source>Open at all hours</source>
            <translation>Buka sepanjang waktu</translation>
        </message>
        <message>
            <source>Emergency messages of the level Awas in full brightness</source>
            <translation>Pesan darurat tingkat Awas terang penuh</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Saved hours reach the wall once they are published, signed as everything else.</source>
            <translation>Jam yang disimpan sampai di layar setelah diterbitkan, ditandatangani seperti yang lain.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>Jam buka</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Kecerahan</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Jam tenang</translation>
        </message>
        <message>
            <source>Open in these hours</source>
            <translation>Buka pada jam ini</translation>
        </message>
        <message>
            <source>On these dates otherwise</source>
            <translation>Lain pada tanggal ini</translation>
        </message>
        <message>
            <source>Instead of the hours above, as on days of mourning or at night markets.</source>
            <translation>Mengganti jam di atas, misalnya pada hari berkabung atau pasar malam.</translation>
        </message>
        <message>
            <source>Outside its hours the wall is black and plays nothing; an emergency message lights it all the same.</source>
            <translation>Di luar jamnya layar hitam dan tidak menayangkan apa pun; pesan darurat tetap menyalakannya.</translation>
        </message>
        <message>
            <source>In these hours the picture is dimmed to so many percent; at all others it is as bright as it is. Where the LED controller has a brightness of its own, rather set it there.</source>
            <translation>Pada jam ini gambar diredupkan sampai sekian persen; di luar itu terang seperti biasa. Bila pengendali LED punya pengatur kecerahan sendiri, lebih baik atur di sana.</translation>
        </message>
        <message>
            <source>No sound in these hours, in the time of the wall; the pictures go on. Live streams are mute.</source>
            <translation>Tanpa suara pada jam ini, menurut waktu layar; gambar tetap jalan. Siaran langsung dibisukan.</translation>
        </message>
        <message>
            <source>Look at the legal reference: names stand on one line, without line breaks.</source>
            <translation>Periksa dasar hukumnya: nama ditulis dalam satu baris.</translation>
        </message>
    </context>
    <context>
        <name>PrintWindow</name>
        <message>
            <source>The week on paper</source>
            <translation>Minggu di atas kertas</translation>
        </message>
        <message>
            <source>The draft</source>
            <translation>Rancangan</translation>
        </message>
        <message>
            <source>What is on air</source>
            <translation>Yang sedang tayang</translation>
        </message>
        <message>
            <source>A4 across</source>
            <translation>A4 mendatar</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>The week of</source>
            <translation>Minggu yang memuat</translation>
        </message>
        <message>
            <source>Which programme</source>
            <translation>Program yang mana</translation>
        </message>
        <message>
            <source>Prepared by</source>
            <translation>Disusun oleh</translation>
        </message>
        <message>
            <source>Checked by</source>
            <translation>Diperiksa oleh</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>Disetujui oleh</translation>
        </message>
        <message>
            <source>The pages</source>
            <translation>Halaman-halaman</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>Simpan sebagai PDF…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Cetak…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Tick at least one wall.</source>
            <translation>Centang setidaknya satu layar.</translation>
        </message>
        <message>
            <source>Laying out…</source>
            <translation>Menata halaman…</translation>
        </message>
        <message>
            <source>Page {number}</source>
            <translation>Halaman {number}</translation>
        </message>
        <message>
            <source>{week}; pages: {count}</source>
            <translation>{week}; halaman: {count}</translation>
        </message>
        <message>
            <source>Save the paper</source>
            <translation>Simpan lembar jadwal</translation>
        </message>
        <message>
            <source>Papers (*.pdf)</source>
            <translation>Lembar PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Tersimpan sebagai {path}</translation>
        </message>
        <message>
            <source>Handed to the printer.</source>
            <translation>Sudah dikirim ke printer.</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>{name} is no folder; choose a folder.</source>
            <translation>{name} bukan folder; pilih folder.</translation>
        </message>
        <message>
            <source>The folder {folder} is not there any more. Put the stick in, or choose another.</source>
            <translation>Folder {folder} sudah tidak ada. Colokkan stiknya, atau pilih folder lain.</translation>
        </message>
        <message>
            <source>The file {name} is not there any more; was it moved?</source>
            <translation>Berkas {name} sudah tidak ada; apakah dipindahkan?</translation>
        </message>
        <message>
            <source>The file {name} may not be read or written here.</source>
            <translation>Berkas {name} tidak boleh dibaca atau ditulis di sini.</translation>
        </message>
        <message>
            <source>Somebody changed this at another desk in the meantime. The newer version was kept; look at it, then make your change again.</source>
            <translation>Sementara itu ada yang mengubahnya di meja lain. Versi yang lebih baru dipertahankan; lihat dulu, lalu ulangi perubahan Anda.</translation>
        </message>
        <message>
            <source>The hub cannot be reached. Is it switched on, and the network up?</source>
            <translation>Hub tidak terjangkau. Apakah ia menyala dan jaringan tersambung?</translation>
        </message>
        <message>
            <source>The hub does not accept this desk's token. Ask the administrator for it.</source>
            <translation>Hub tidak menerima token meja ini. Mintalah kepada administrator.</translation>
        </message>
        <message>
            <source>The hub's disk is full; nothing was changed. Delete media not needed.</source>
            <translation>Penyimpanan hub penuh; tidak ada yang berubah. Hapus media yang tidak diperlukan.</translation>
        </message>
        <message>
            <source>This does not exist any more; somebody may have deleted it.</source>
            <translation>Ini sudah tidak ada; mungkin ada yang menghapusnya.</translation>
        </message>
        <message>
            <source>This is still in use: {where}. Take it out there first.</source>
            <translation>Ini masih dipakai: {where}. Keluarkan dulu dari sana.</translation>
        </message>
        <message>
            <source>The text is too long: {detail}</source>
            <translation>Teks terlalu panjang: {detail}</translation>
        </message>
        <message>
            <source>The signature was refused: {detail}</source>
            <translation>Tanda tangan ditolak: {detail}</translation>
        </message>
        <message>
            <source>The wall or the hub cannot do that now: {detail}</source>
            <translation>Layar atau hub belum dapat melakukannya: {detail}</translation>
        </message>
        <message>
            <source>The hub refused: {detail}</source>
            <translation>Hub menolak: {detail}</translation>
        </message>
        <message>
            <source>The disk is full; {name} was not written. Make room there, then try again.</source>
            <translation>Disk penuh; {name} tidak ditulis. Sediakan ruang di sana, lalu coba lagi.</translation>
        </message>
        <message>
            <source>{name} cannot be read or written ({why}). Try again, or choose another place.</source>
            <translation>{name} tidak dapat dibaca atau ditulis ({why}). Coba lagi, atau pilih tempat lain.</translation>
        </message>
        <message>
            <source>the file</source>
            <translation>berkas</translation>
        </message>
        <message>
            <source>This cannot be sent as it was typed: {where}: {why}</source>
            <translation>Ini tidak dapat dikirim seperti yang diketik: {where}: {why}</translation>
        </message>
        <message>
            <source>the form</source>
            <translation>formulir</translation>
        </message>
    </context>
    <context>
        <name>PublishPage</name>
        <message>
            <source>Group of walls</source>
            <translation>Kelompok layar</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Terbitkan</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Publish now</source>
            <translation>Terbitkan sekarang</translation>
        </message>
        <message>
            <source>Progress of publishing</source>
            <translation>Kemajuan penerbitan</translation>
        </message>
        <message>
            <source>Receipts of the walls</source>
            <translation>Tanda terima layar</translation>
        </message>
        <message>
            <source>No wall to publish to</source>
            <translation>Belum ada layar tujuan</translation>
        </message>
        <message>
            <source>Add a wall under Walls first, and book something on it.</source>
            <translation>Tambahkan layar di halaman Layar dulu, lalu jadwalkan sesuatu.</translation>
        </message>
        <message>
            <source>There is nothing to publish yet.</source>
            <translation>Belum ada yang dapat diterbitkan.</translation>
        </message>
        <message>
            <source>Changes ready to be published: {count}</source>
            <translation>Perubahan yang siap terbit: {count}</translation>
        </message>
        <message>
            <source>Changes wait that no wall shows in the next 7 days; publish them, too.</source>
            <translation>Ada perubahan yang belum tampak di layar dalam 7 hari ke depan; terbitkan juga.</translation>
        </message>
        <message>
            <source>Everything is published; nothing is waiting.</source>
            <translation>Semua sudah diterbitkan; tidak ada yang menunggu.</translation>
        </message>
        <message>
            <source>The latest change is being read…</source>
            <translation>Perubahan terakhir sedang dibaca…</translation>
        </message>
        <message>
            <source>Never published so far.</source>
            <translation>Belum pernah diterbitkan.</translation>
        </message>
        <message>
            <source>Last published on {date} at {time}.</source>
            <translation>Terakhir terbit {date} pukul {time}.</translation>
        </message>
        <message>
            <source>Published. Each wall tells below how far it is.</source>
            <translation>Sudah terbit. Setiap layar melapor sejauh mana sampainya.</translation>
        </message>
        <message>
            <source>Not published. {why}</source>
            <translation>Tidak terbit. {why}</translation>
        </message>
        <message>
            <source>Hand in for approval…</source>
            <translation>Ajukan untuk disetujui…</translation>
        </message>
        <message>
            <source>One pair of eyes: whoever holds the one key decides alone what these walls show.</source>
            <translation>Satu mata: pemegang satu kunci memutuskan sendiri apa yang tampil di layar ini.</translation>
        </message>
        <message>
            <source>{count} people sign for these walls. Hand the draft in, so that another one approves it.</source>
            <translation>{count} orang menandatangani untuk layar ini. Ajukan rancangan agar orang lain menyetujuinya.</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>the computer does not allow it</source>
            <translation>komputer tidak mengizinkannya</translation>
        </message>
        <message>
            <source>it is not there any more</source>
            <translation>sudah tidak ada di situ</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>disk penuh</translation>
        </message>
        <message>
            <source>this person's share of the disk is used up</source>
            <translation>jatah disk orang ini habis</translation>
        </message>
        <message>
            <source>the disk or stick can only be read</source>
            <translation>disk atau stik hanya bisa dibaca</translation>
        </message>
        <message>
            <source>the disk or stick is damaged, or was pulled out</source>
            <translation>disk atau stik rusak, atau tercabut</translation>
        </message>
        <message>
            <source>it is a folder</source>
            <translation>itu sebuah folder</translation>
        </message>
        <message>
            <source>it is no folder</source>
            <translation>itu bukan folder</translation>
        </message>
        <message>
            <source>something of that name is there already</source>
            <translation>sudah ada yang bernama sama</translation>
        </message>
        <message>
            <source>the folder is not empty</source>
            <translation>foldernya tidak kosong</translation>
        </message>
        <message>
            <source>the name is too long</source>
            <translation>namanya terlalu panjang</translation>
        </message>
        <message>
            <source>the file is too large for this disk or stick</source>
            <translation>berkas terlalu besar untuk disk atau stik ini</translation>
        </message>
        <message>
            <source>another program uses it</source>
            <translation>sedang dipakai program lain</translation>
        </message>
        <message>
            <source>too many files are open on this computer</source>
            <translation>terlalu banyak berkas terbuka di komputer ini</translation>
        </message>
        <message>
            <source>the computer has no memory left</source>
            <translation>memori komputer habis</translation>
        </message>
        <message>
            <source>the network does not lead there</source>
            <translation>jaringan tidak sampai ke sana</translation>
        </message>
        <message>
            <source>the name is not known in the network</source>
            <translation>namanya tidak dikenal di jaringan</translation>
        </message>
        <message>
            <source>nothing answers there</source>
            <translation>tidak ada yang menjawab di sana</translation>
        </message>
        <message>
            <source>the connection was cut off</source>
            <translation>sambungan terputus</translation>
        </message>
        <message>
            <source>no answer came in time</source>
            <translation>tidak ada jawaban pada waktunya</translation>
        </message>
        <message>
            <source>the computer does not have this address</source>
            <translation>komputer ini tidak punya alamat itu</translation>
        </message>
    </context>
    <context>
        <name>ReceiptList</name>
        <message>
            <source>Nothing was published to this group yet.</source>
            <translation>Belum pernah ada terbitan untuk kelompok ini.</translation>
        </message>
        <message>
            <source>Files still on their way: {count}</source>
            <translation>Berkas yang masih di jalan: {count}</translation>
        </message>
        <message>
            <source>On air, incomplete</source>
            <translation>Tayang, belum lengkap</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Menunggu</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Diterima</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Lengkap</translation>
        </message>
        <message>
            <source>On air</source>
            <translation>Tayang</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Ditolak</translation>
        </message>
    </context>
    <context>
        <name>Receipts</name>
        <message>
            <source>What each wall has said</source>
            <translation>Jawaban setiap layar</translation>
        </message>
    </context>
    <context>
        <name>Recent</name>
        <message>
            <source>{thing} and {n} more</source>
            <translation>{thing} dan {n} lainnya</translation>
        </message>
        <message>
            <source>{n} times</source>
            <translation>{n} kali</translation>
        </message>
        <message>
            <source>published</source>
            <translation>menerbitkan</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Diterbitkan</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hari ini</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Kemarin</translation>
        </message>
    </context>
    <context>
        <name>RecoverWindow</name>
        <message>
            <source>Bring a lost key back</source>
            <translation>Pulihkan kunci yang hilang</translation>
        </message>
        <message>
            <source>Recovery file</source>
            <translation>Berkas pemulihan</translation>
        </message>
        <message>
            <source>Recovery files (*.key)</source>
            <translation>Berkas pemulihan (*.key)</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Frasa sandi baru</translation>
        </message>
        <message>
            <source>Bring the key back</source>
            <translation>Pulihkan kunci</translation>
        </message>
        <message>
            <source>Without them</source>
            <translation>Tanpa keduanya</translation>
        </message>
        <message>
            <source>Nobody can open a key without its passphrase. Make a new key on the page “Keys and authority” and let the others put it in the place of the lost one. If it was stolen, let them retire it at once.</source>
            <translation>Tidak ada yang bisa membuka kunci tanpa frasa sandinya. Buat kunci baru di halaman “Kunci dan wewenang” dan minta yang lain menggantikan kunci lama. Bila dicuri, minta mereka segera mencabutnya.</translation>
        </message>
        <message>
            <source>Take the recovery file, and the printed page from the safe.</source>
            <translation>Ambil berkas pemulihan dan halaman cetak dari brankas.</translation>
        </message>
        <message>
            <source>Code of the page</source>
            <translation>Kode di halaman</translation>
        </message>
        <message>
            <source>Eight groups of four letters.</source>
            <translation>Delapan kelompok berisi empat huruf.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
    <context>
        <name>RecoveryLine</name>
        <message>
            <source>not saved yet</source>
            <translation>belum disimpan</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Print the page…</source>
            <translation>Cetak halaman…</translation>
        </message>
        <message>
            <source>Printed: delete the page</source>
            <translation>Sudah dicetak: hapus halaman</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>tersimpan</translation>
        </message>
        <message>
            <source>{file} and {page}</source>
            <translation>{file} dan {page}</translation>
        </message>
        <message>
            <source>saved and printed</source>
            <translation>tersimpan dan tercetak</translation>
        </message>
    </context>
    <context>
        <name>RecoveryStep</name>
        <message>
            <source>Where to save: a USB stick, not this computer</source>
            <translation>Simpan di mana: stik USB, bukan komputer ini</translation>
        </message>
        <message>
            <source>Recovery files</source>
            <translation>Berkas pemulihan</translation>
        </message>
        <message>
            <source>A forgotten passphrase or a dead computer is no disaster with these. The file stays on the stick in a drawer, the printed page in the safe: whoever has both can sign in that name.</source>
            <translation>Dengan ini frasa sandi yang terlupa atau komputer rusak bukan bencana. Berkas tetap di stik dalam laci, halaman cetak di brankas: siapa yang memegang keduanya dapat menandatangani atas nama itu.</translation>
        </message>
        <message>
            <source>Choose where to save first.</source>
            <translation>Pilih dulu tempat menyimpan.</translation>
        </message>
    </context>
    <context>
        <name>RecoveryWindow</name>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Recovery file</source>
            <translation>Berkas pemulihan</translation>
        </message>
    </context>
    <context>
        <name>RecurrenceEditor</name>
        <message>
            <source>Repeats</source>
            <translation>Pengulangan</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>Except on</source>
            <translation>Kecuali pada</translation>
        </message>
        <message>
            <source>Skipped dates</source>
            <translation>Tanggal yang dilewati</translation>
        </message>
        <message>
            <source>Extra dates</source>
            <translation>Tanggal tambahan</translation>
        </message>
        <message>
            <source>Once</source>
            <translation>Sekali</translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>Setiap hari</translation>
        </message>
        <message>
            <source>On days of the week</source>
            <translation>Pada hari dalam seminggu</translation>
        </message>
        <message>
            <source>On days of the month</source>
            <translation>Pada tanggal dalam sebulan</translation>
        </message>
        <message>
            <source>On one weekday of the month</source>
            <translation>Pada hari tertentu dalam sebulan</translation>
        </message>
        <message>
            <source>Every year</source>
            <translation>Setiap tahun</translation>
        </message>
        <message>
            <source>Every how many</source>
            <translation>Setiap berapa</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>Setiap</translation>
        </message>
        <message>
            <source>Which one of the month</source>
            <translation>Yang keberapa dalam sebulan</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Pertama</translation>
        </message>
        <message>
            <source>Second</source>
            <translation>Kedua</translation>
        </message>
        <message>
            <source>Third</source>
            <translation>Ketiga</translation>
        </message>
        <message>
            <source>Fourth</source>
            <translation>Keempat</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>Terakhir</translation>
        </message>
        <message>
            <source>Day of the week</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>There are no sets of holidays yet.</source>
            <translation>Belum ada daftar hari libur.</translation>
        </message>
        <message>
            <source>National holidays…</source>
            <translation>Hari libur nasional…</translation>
        </message>
        <message>
            <source>Skip a date</source>
            <translation>Lewati tanggal</translation>
        </message>
        <message>
            <source>Add a date</source>
            <translation>Tambah tanggal</translation>
        </message>
        <message>
            <source>No end</source>
            <translation>Tanpa akhir</translation>
        </message>
        <message>
            <source>Until a date</source>
            <translation>Sampai tanggal</translation>
        </message>
        <message>
            <source>After a number of times</source>
            <translation>Setelah beberapa kali</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source> time</source>
            <translation> kali</translation>
        </message>
        <message>
            <source> times</source>
            <translation> kali</translation>
        </message>
        <message>
            <source>How many times</source>
            <translation>Berapa kali</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Berakhir</translation>
        </message>
        <message>
            <source>Another rule</source>
            <translation>Aturan lain</translation>
        </message>
        <message>
            <source>day</source>
            <translation>hari</translation>
        </message>
        <message>
            <source>days</source>
            <translation>hari</translation>
        </message>
        <message>
            <source>week</source>
            <translation>minggu</translation>
        </message>
        <message>
            <source>weeks</source>
            <translation>minggu</translation>
        </message>
        <message>
            <source>month</source>
            <translation>bulan</translation>
        </message>
        <message>
            <source>months</source>
            <translation>bulan</translation>
        </message>
        <message>
            <source>year</source>
            <translation>tahun</translation>
        </message>
        <message>
            <source>years</source>
            <translation>tahun</translation>
        </message>
        <message>
            <source>Next: {dates}</source>
            <translation>Berikutnya: {dates}</translation>
        </message>
        <message>
            <source>It does not happen any more.</source>
            <translation>Tidak terjadi lagi.</translation>
        </message>
    </context>
    <context>
        <name>Refusals</name>
        <message>
            <source>It holds more than its signers may sign. Look into the hub.</source>
            <translation>Isinya lebih dari yang boleh ditandatangani penandatangannya. Periksa hub.</translation>
        </message>
        <message>
            <source>It is dated in the future. The clock of the desk or of the player is wrong; set it right.</source>
            <translation>Tanggalnya di masa depan. Jam meja atau pemutar salah; betulkan.</translation>
        </message>
        <message>
            <source>It is larger than anything honest is. Look into the hub.</source>
            <translation>Ukurannya lebih besar dari yang wajar. Periksa hub.</translation>
        </message>
        <message>
            <source>The published programme does not name this wall yet. Publish, and it plays.</source>
            <translation>Program yang sudah terbit belum memuat layar ini. Terbitkan, lalu layar ini menayangkannya.</translation>
        </message>
        <message>
            <source>It is meant for another wall or another player. Was the player replaced? Then pair and publish.</source>
            <translation>Ini untuk layar atau pemutar lain. Apakah pemutarnya diganti? Pasangkan lalu terbitkan.</translation>
        </message>
        <message>
            <source>It is not made as signed documents are made. Somebody may have meddled with the hub or the way.</source>
            <translation>Bentuknya bukan dokumen bertanda tangan. Mungkin ada yang mengutak-atik hub atau jaringan.</translation>
        </message>
        <message>
            <source>It is older than what the wall has seen. The hub was put back to an old copy, or somebody replays.</source>
            <translation>Ini lebih lama dari yang pernah dilihat layar. Hub dikembalikan ke salinan lama, atau seseorang memutar ulang kiriman lama.</translation>
        </message>
        <message>
            <source>It was made by a newer version of the program. Update the player.</source>
            <translation>Ini dibuat oleh versi program yang lebih baru. Perbarui pemutar.</translation>
        </message>
        <message>
            <source>It was not signed by as many people as the policy asks for. The wall keeps what it shows. Look into the hub.</source>
            <translation>Penandatangannya kurang dari yang diminta kebijakan. Layar tetap menayangkan yang ada. Periksa hub.</translation>
        </message>
        <message>
            <source>It was signed for something else and put in this place. Look into the hub.</source>
            <translation>Ini ditandatangani untuk hal lain lalu ditaruh di tempat ini. Periksa hub.</translation>
        </message>
        <message>
            <source>Its picture cannot be drawn on this wall. Make it anew and publish.</source>
            <translation>Gambarnya tidak dapat ditampilkan di layar ini. Buat ulang lalu terbitkan.</translation>
        </message>
        <message>
            <source>Its signatures have ended, or the player's clock is ahead. Publish anew, and look at the clock.</source>
            <translation>Masa tanda tangannya habis, atau jam pemutar terlalu cepat. Terbitkan ulang, dan periksa jamnya.</translation>
        </message>
        <message>
            <source>Nobody may sign for this group by the policy. Name people for it first.</source>
            <translation>Menurut kebijakan belum ada yang boleh menandatangani untuk kelompok ini. Tunjuk orangnya dulu.</translation>
        </message>
        <message>
            <source>One key stands under two names, so one person would count twice.</source>
            <translation>Satu kunci tercatat atas dua nama, sehingga satu orang terhitung dua kali.</translation>
        </message>
        <message>
            <source>Parts of it did not arrive. The player fetches it again by itself.</source>
            <translation>Sebagian belum sampai. Pemutar mengambilnya lagi sendiri.</translation>
        </message>
        <message>
            <source>The policy it came with lists keys that must not count. Look into the hub.</source>
            <translation>Kebijakan yang menyertainya memuat kunci yang tidak boleh dihitung. Periksa hub.</translation>
        </message>
    </context>
    <context>
        <name>RefusalsWindow</name>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Asking the hub…</source>
            <translation>Bertanya kepada hub…</translation>
        </message>
        <message>
            <source>Nothing was refused so far.</source>
            <translation>Sejauh ini tidak ada yang ditolak.</translation>
        </message>
        <message>
            <source>The player checks every signature itself. What it refuses changes nothing on the wall.</source>
            <translation>Pemutar memeriksa sendiri setiap tanda tangan. Yang ditolaknya tidak mengubah apa pun di layar.</translation>
        </message>
        <message>
            <source>The player said: {detail}</source>
            <translation>Kata pemutar: {detail}</translation>
        </message>
        <message>
            <source>What {wall} has refused</source>
            <translation>Yang ditolak {wall}</translation>
        </message>
        <message>
            <source>{when}, {times} times since {first}</source>
            <translation>{when}, {times} kali sejak {first}</translation>
        </message>
    </context>
    <context>
        <name>RegionCanvas</name>
        <message>
            <source>Drawing of the wall</source>
            <translation>Gambaran layar</translation>
        </message>
    </context>
    <context>
        <name>RegionDetails</name>
        <message>
            <source>Nothing: black</source>
            <translation>Kosong: hitam</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Huruf</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Latar</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Shows</source>
            <translation>Menampilkan</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Kiri</translation>
        </message>
        <message>
            <source>Top</source>
            <translation>Atas</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Lebar</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Tinggi</translation>
        </message>
        <message>
            <source>In hours without a booking</source>
            <translation>Pada jam tanpa jadwal</translation>
        </message>
        <message>
            <source>The main picture plays here, with the group's filler.</source>
            <translation>Gambar utama diputar di sini, dengan pengisi dari kelompoknya.</translation>
        </message>
        <message>
            <source>Running texts (none ticked: all of this wall)</source>
            <translation>Teks berjalan (tanpa centang: semua untuk layar ini)</translation>
        </message>
        <message>
            <source>Says</source>
            <translation>Menyebut</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Gambar</translation>
        </message>
    </context>
    <context>
        <name>RegionEditor</name>
        <message>
            <source>Divide the wall</source>
            <translation>Bagi layar</translation>
        </message>
        <message>
            <source>Divide the wall…</source>
            <translation>Bagi layar…</translation>
        </message>
        <message>
            <source>No parts: the whole wall is one picture</source>
            <translation>Belum ada bagian: seluruh layar satu gambar</translation>
        </message>
        <message>
            <source>Part of the wall</source>
            <translation>Bagian layar</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Tambah</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>Drag to move, drag the lower right corner to stretch; arrow keys move by one pixel.</source>
            <translation>Seret untuk memindah, seret sudut kanan bawah untuk mengubah ukuran; tombol panah menggeser satu piksel.</translation>
        </message>
        <message>
            <source>Two parts cannot have the same name.</source>
            <translation>Dua bagian tidak boleh bernama sama.</translation>
        </message>
        <message>
            <source>Name the part with small letters, digits and hyphens, as “poster”.</source>
            <translation>Namai bagian dengan huruf kecil, angka, dan tanda hubung, misalnya “poster”.</translation>
        </message>
        <message>
            <source>Add the logo to the library as a picture first, then choose it here.</source>
            <translation>Tambahkan dulu logonya sebagai gambar di pustaka, lalu pilih di sini.</translation>
        </message>
        <message>
            <source>The part “utama” shows the main picture; name this one otherwise.</source>
            <translation>Bagian “utama” menampilkan gambar utama; beri nama lain untuk yang ini.</translation>
        </message>
    </context>
    <context>
        <name>ReportBar</name>
        <message>
            <source>This month</source>
            <translation>Bulan ini</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Bulan lalu</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>7 hari terakhir</translation>
        </message>
        <message>
            <source>Two dates</source>
            <translation>Dua tanggal</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Waktu</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Agency</source>
            <translation>OPD</translation>
        </message>
        <message>
            <source>The last day is before the first; give a later one.</source>
            <translation>Hari terakhir mendahului hari pertama; pilih yang lebih lambat.</translation>
        </message>
        <message>
            <source>A report covers at most {count} days.</source>
            <translation>Laporan mencakup paling lama {count} hari.</translation>
        </message>
        <message>
            <source>All walls</source>
            <translation>Semua layar</translation>
        </message>
        <message>
            <source>No agency</source>
            <translation>Tanpa OPD</translation>
        </message>
        <message>
            <source>All agencies</source>
            <translation>Semua OPD</translation>
        </message>
    </context>
    <context>
        <name>ReportGround</name>
        <message>
            <source>Adding up…</source>
            <translation>Menghitung…</translation>
        </message>
        <message>
            <source>Adding up: wall {number} of {count}…</source>
            <translation>Menghitung: layar {number} dari {count}…</translation>
        </message>
    </context>
    <context>
        <name>ReportSaving</name>
        <message>
            <source>Spreadsheet of everything (XLSX)…</source>
            <translation>Lembar kerja lengkap (XLSX)…</translation>
        </message>
        <message>
            <source>Paper with letterhead (PDF)…</source>
            <translation>Laporan berkop surat (PDF)…</translation>
        </message>
        <message>
            <source>Values of this table (CSV)…</source>
            <translation>Nilai tabel ini (CSV)…</translation>
        </message>
        <message>
            <source>Public page of the month…</source>
            <translation>Halaman publik bulanan…</translation>
        </message>
        <message>
            <source>Spreadsheets (*.xlsx)</source>
            <translation>Lembar kerja (*.xlsx)</translation>
        </message>
        <message>
            <source>Papers (*.pdf)</source>
            <translation>Kertas (*.pdf)</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tabel (*.csv)</translation>
        </message>
        <message>
            <source>Pages (*.html)</source>
            <translation>Halaman (*.html)</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Simpan laporan</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Tersimpan sebagai {path}</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>Shown without a plan: {length}.</source>
            <translation>Tayang tanpa rencana: {length}.</translation>
        </message>
        <message>
            <source>All of it was kept.</source>
            <translation>Semuanya terpenuhi.</translation>
        </message>
        <message>
            <source>Missing {length}: {reasons}.</source>
            <translation>Kurang {length}: {reasons}.</translation>
        </message>
        <message>
            <source>Up to {when}; what is still to come is not missing.</source>
            <translation>Sampai {when}; yang belum tiba waktunya tidak dihitung kurang.</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>Downtime is of walls: it is the same whichever agency is chosen.</source>
            <translation>Waktu tidak tayang dihitung per layar: sama untuk OPD mana pun.</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Tayangan</translation>
        </message>
        <message>
            <source>Airtime</source>
            <translation>Waktu siar</translation>
        </message>
        <message>
            <source>Downtime</source>
            <translation>Tidak tayang</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>Kejadian</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Laporan</translation>
        </message>
    </context>
    <context>
        <name>RequestDeeds</name>
        <message>
            <source>No program of this computer opens {name}. Save it to look at it elsewhere.</source>
            <translation>Tidak ada program di komputer ini yang membuka {name}. Simpan untuk melihatnya di tempat lain.</translation>
        </message>
        <message>
            <source>The hub is away. Leave displayctl open: the request gets what was made of it once it is back.</source>
            <translation>Hub tidak terjangkau. Biarkan displayctl terbuka: yang dibuat dari permohonan ini dicatat padanya begitu hub kembali.</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Disimpan sebagai {path}</translation>
        </message>
        <message>
            <source>{name} is in the library now, and is being made ready for every wall.</source>
            <translation>{name} sudah ada di pustaka dan sedang disiapkan untuk setiap layar.</translation>
        </message>
        <message>
            <source>{name} is not of a kind that is opened from here. Save it to look at it.</source>
            <translation>{name} bukan jenis berkas yang dibuka dari sini. Simpan dahulu untuk melihatnya.</translation>
        </message>
    </context>
    <context>
        <name>RequestDetails</name>
        <message>
            <source>Agency</source>
            <translation>Instansi</translation>
        </message>
        <message>
            <source>Answer that the agency reads</source>
            <translation>Jawaban yang dibaca instansi</translation>
        </message>
        <message>
            <source>Attach a file…</source>
            <translation>Lampirkan berkas…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ubah…</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontak</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Berkas</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Surat</translation>
        </message>
        <message>
            <source>Made from it</source>
            <translation>Yang dibuat darinya</translation>
        </message>
        <message>
            <source>Rules of contents</source>
            <translation>Aturan isi</translation>
        </message>
        <message>
            <source>The same letter number is on {numbers}.</source>
            <translation>Nomor surat yang sama ada di {numbers}.</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Riwayat</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>Keinginan</translation>
        </message>
        <message>
            <source>Words wanted</source>
            <translation>Teks yang diinginkan</translation>
        </message>
        <message>
            <source>entered by {name}</source>
            <translation>dimasukkan oleh {name}</translation>
        </message>
        <message>
            <source>over the web page</source>
            <translation>lewat halaman web</translation>
        </message>
    </context>
    <context>
        <name>RequestFinder</name>
        <message>
            <source>Agency</source>
            <translation>Instansi</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Semua</translation>
        </message>
        <message>
            <source>All agencies</source>
            <translation>Semua instansi</translation>
        </message>
        <message>
            <source>Open ones</source>
            <translation>Yang terbuka</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Cari</translation>
        </message>
        <message>
            <source>Search number, title, letter… (Ctrl+F)</source>
            <translation>Cari nomor, judul, surat… (Ctrl+F)</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
    </context>
    <context>
        <name>RequestForm</name>
        <message>
            <source>It was changed meanwhile ({what}). What you typed stays; look, then save it again.</source>
            <translation>Permohonan berubah sementara itu ({what}). Yang Anda ketik tetap ada; periksa, lalu simpan sekali lagi.</translation>
        </message>
        <message>
            <source>The request is kept as {number}, but without all of its files. Try again, or leave them out.</source>
            <translation>Permohonan tersimpan sebagai {number}, tetapi berkasnya belum lengkap. Coba lagi, atau keluarkan berkas itu.</translation>
        </message>
        <message>
            <source>Add the request</source>
            <translation>Tambahkan permohonan</translation>
        </message>
        <message>
            <source>Agency</source>
            <translation>Instansi</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Lampirkan berkas</translation>
        </message>
        <message>
            <source>Attach files…</source>
            <translation>Lampirkan berkas…</translation>
        </message>
        <message>
            <source>Change {number}</source>
            <translation>Ubah {number}</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontak</translation>
        </message>
        <message>
            <source>Date of the letter</source>
            <translation>Tanggal surat</translation>
        </message>
        <message>
            <source>Days of the week; none means every day</source>
            <translation>Hari; kosong berarti setiap hari</translation>
        </message>
        <message>
            <source>Do not send {name}</source>
            <translation>Jangan kirim {name}</translation>
        </message>
        <message>
            <source>At most {most} files go with a request; the last ones were left out: {count}.</source>
            <translation>Satu permohonan memuat paling banyak {most} berkas; {count} berkas terakhir tidak ikut.</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Berkas</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>Hours are written as 08:00.</source>
            <translation>Jam ditulis seperti 08.00.</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>Nomor surat</translation>
        </message>
        <message>
            <source>New request</source>
            <translation>Permohonan baru</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>Pictures, PDF, clips ({patterns})</source>
            <translation>Gambar, PDF, video ({patterns})</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Telepon</translation>
        </message>
        <message>
            <source>The last day is before the first one.</source>
            <translation>Hari terakhir lebih awal daripada hari pertama.</translation>
        </message>
        <message>
            <source>Times a day</source>
            <translation>Kali sehari</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Walls; none means that the office chooses</source>
            <translation>Layar; kosong berarti kantor yang memilih</translation>
        </message>
        <message>
            <source>What came by letter or chat, typed in for the agency.</source>
            <translation>Yang datang lewat surat atau obrolan, diketik untuk instansi.</translation>
        </message>
        <message>
            <source>Words wanted</source>
            <translation>Teks yang diinginkan</translation>
        </message>
        <message>
            <source>as it fits</source>
            <translation>sesuai jadwal</translation>
        </message>
        <message>
            <source>What you typed the last time and did not send is here again.</source>
            <translation>Yang terakhir Anda ketik dan belum dikirim ada lagi di sini.</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Mulai dari awal</translation>
        </message>
    </context>
    <context>
        <name>RequestList</name>
        <message>
            <source>Requests</source>
            <translation>Permohonan</translation>
        </message>
    </context>
    <context>
        <name>RequestSettingsWindow</name>
        <message>
            <source>Another desk has changed the settings meanwhile. What you typed stays; look, then save again.</source>
            <translation>Meja lain mengubah pengaturan sementara itu. Yang Anda ketik tetap ada; periksa, lalu simpan sekali lagi.</translation>
        </message>
        <message>
            <source>Agencies</source>
            <translation>Instansi</translation>
        </message>
        <message>
            <source>Agencies may ask over the web page of this hub</source>
            <translation>Instansi boleh memohon lewat halaman web hub ini</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Jawaban</translation>
        </message>
        <message>
            <source>Answer for</source>
            <translation>Jawaban untuk</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Jawaban</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Empty: the hub's own text</source>
            <translation>Kosong: teks bawaan hub</translation>
        </message>
        <message>
            <source>It is at {url}</source>
            <translation>Alamatnya {url}</translation>
        </message>
        <message>
            <source>Line {number}, “{line}”, cannot be read: give it words, and a short name of its own before the colon, in small letters and digits.</source>
            <translation>Baris {number}, “{line}”, tidak terbaca: beri kata-kata, dan di depan titik dua nama singkat sendiri dengan huruf kecil dan angka.</translation>
        </message>
        <message>
            <source>One a line, the short name first: dinkes: Dinas Kesehatan</source>
            <translation>Satu per baris, nama singkat di depan: dinkes: Dinas Kesehatan</translation>
        </message>
        <message>
            <source>One a line; behind a bar in English: logo: Logo benar | The logo is right</source>
            <translation>Satu per baris; di belakang garis tegak bahasa Inggrisnya: logo: Logo benar | The logo is right</translation>
        </message>
        <message>
            <source>People of an agency sign in with accounts that hold the role “agency” for its short name. Make them under Accounts. From other computers the page is reached over https alone.</source>
            <translation>Orang instansi masuk dengan akun yang berperan “Instansi” untuk nama singkatnya. Buat akunnya di halaman Akun. Dari komputer lain halaman ini hanya dapat dibuka lewat https.</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Aturan</translation>
        </message>
        <message>
            <source>Rules of contents</source>
            <translation>Aturan isi</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Settings of requests</source>
            <translation>Pengaturan permohonan</translation>
        </message>
        <message>
            <source>There are more lines, or a longer answer, than the hub keeps. Shorten them.</source>
            <translation>Barisnya terlalu banyak, atau jawabannya terlalu panjang untuk disimpan hub. Persingkat dahulu.</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Halaman web</translation>
        </message>
        <message>
            <source>What is filled in: {gaps}</source>
            <translation>Yang diisikan: {gaps}</translation>
        </message>
    </context>
    <context>
        <name>Requests</name>
        <message>
            <source>Added to · {words}</source>
            <translation>Ada tambahan · {words}</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Disetujui</translation>
        </message>
        <message>
            <source>Being looked at</source>
            <translation>Sedang diperiksa</translation>
        </message>
        <message>
            <source>Booking</source>
            <translation>Jadwal</translation>
        </message>
        <message>
            <source>Broadcast</source>
            <translation>Sudah tayang</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>Ditolak</translation>
        </message>
        <message>
            <source>Does not apply</source>
            <translation>Tidak berlaku</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>Needs changes</source>
            <translation>Perlu dilengkapi</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Baru</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Tidak</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Gambar</translation>
        </message>
        <message>
            <source>Playlist</source>
            <translation>Daftar putar</translation>
        </message>
        <message>
            <source>Scheduled</source>
            <translation>Dijadwalkan</translation>
        </message>
        <message>
            <source>The hub</source>
            <translation>Hub</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Ditarik</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ya</translation>
        </message>
        <message>
            <source>added {files}</source>
            <translation>menambahkan {files}</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>menjawab</translation>
        </message>
        <message>
            <source>asked</source>
            <translation>mengajukan permohonan</translation>
        </message>
        <message>
            <source>changed what is asked for</source>
            <translation>mengubah permohonan</translation>
        </message>
        <message>
            <source>looked at the rules</source>
            <translation>memeriksa aturan</translation>
        </message>
        <message>
            <source>made from it: {thing}</source>
            <translation>dibuat darinya: {thing}</translation>
        </message>
        <message>
            <source>not looked at</source>
            <translation>belum diperiksa</translation>
        </message>
        <message>
            <source>taken out again: {thing}</source>
            <translation>dikeluarkan lagi: {thing}</translation>
        </message>
        <message>
            <source>{count} times a day</source>
            <translation>{count} kali sehari</translation>
        </message>
        <message>
            <source>once a day</source>
            <translation>sekali sehari</translation>
        </message>
        <message>
            <source>{wall}: {count} times, {length} in all; last on {last}</source>
            <translation>{wall}: {count} kali, seluruhnya {length}; terakhir {last}</translation>
        </message>
        <message>
            <source>{wall}: once, {length}, on {last}</source>
            <translation>{wall}: sekali, {length}, pada {last}</translation>
        </message>
    </context>
    <context>
        <name>RequestsPage</name>
        <message>
            <source>Look at it again</source>
            <translation>Periksa lagi</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Tidak ada yang ditemukan</translation>
        </message>
        <message>
            <source>Show all requests</source>
            <translation>Tampilkan semua permohonan</translation>
        </message>
        <message>
            <source>No request has the words, the state and the agency that are chosen at the left.</source>
            <translation>Tidak ada permohonan dengan kata, status, dan instansi yang dipilih di sebelah kiri.</translation>
        </message>
        <message>
            <source>Accept it first, with “Answer…”.</source>
            <translation>Setujui dulu dengan “Jawab…”.</translation>
        </message>
        <message>
            <source>Announcement…</source>
            <translation>Pengumuman…</translation>
        </message>
        <message>
            <source>Answer…</source>
            <translation>Jawab…</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Lampirkan berkas</translation>
        </message>
        <message>
            <source>Book…</source>
            <translation>Jadwalkan…</translation>
        </message>
        <message>
            <source>It is booked. Publish it, so that the walls show it.</source>
            <translation>Sudah dijadwalkan. Terbitkan supaya tayang di layar.</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>Sudah dilihat</translation>
        </message>
        <message>
            <source>New request…</source>
            <translation>Permohonan baru…</translation>
        </message>
        <message>
            <source>No request</source>
            <translation>Tidak ada permohonan</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Alasan</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Permohonan</translation>
        </message>
        <message>
            <source>Requests of agencies appear here. Type in what came by letter or chat with “New request”.</source>
            <translation>Permohonan instansi muncul di sini. Yang datang lewat surat atau obrolan diketik dengan “Permohonan baru”.</translation>
        </message>
        <message>
            <source>Save the attachment</source>
            <translation>Simpan lampiran</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Pengaturan…</translation>
        </message>
        <message>
            <source>The agency does not want “{title}” any more. Why?</source>
            <translation>Instansi membatalkan “{title}”. Mengapa?</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Tarik</translation>
        </message>
        <message>
            <source>Withdraw {number}</source>
            <translation>Tarik {number}</translation>
        </message>
        <message>
            <source>Withdraw…</source>
            <translation>Tarik…</translation>
        </message>
        <message>
            <source>{count} request</source>
            <translation>{count} permohonan</translation>
        </message>
        <message>
            <source>{count} requests</source>
            <translation>{count} permohonan</translation>
        </message>
        <message>
            <source>{number} is kept.</source>
            <translation>{number} disimpan.</translation>
        </message>
        <message>
            <source>{number} is kept. The same letter number is on {others}.</source>
            <translation>{number} disimpan. Nomor surat yang sama ada di {others}.</translation>
        </message>
    </context>
    <context>
        <name>RestoreWindow</name>
        <message>
            <source>Bring a backup back</source>
            <translation>Kembalikan cadangan</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>Kembalikan</translation>
        </message>
        <message>
            <source>Bringing the backup back…</source>
            <translation>Mengembalikan cadangan…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>I have read this, and want the backup back</source>
            <translation>Saya sudah membacanya, dan ingin mengembalikan cadangan</translation>
        </message>
        <message>
            <source>Next: look at the schedule and the walls, then publish once. Walls take only what is newer than what they have, and that is what publishing makes.</source>
            <translation>Berikutnya: periksa jadwal dan layar, lalu terbitkan sekali. Layar hanya menerima yang lebih baru dari miliknya, dan itulah hasil menerbitkan.</translation>
        </message>
        <message>
            <source>Passphrase of the keys in the backup (empty: without keys)</source>
            <translation>Frasa sandi kunci di cadangan (kosong: tanpa kunci)</translation>
        </message>
        <message>
            <source>The backup is back</source>
            <translation>Cadangan sudah kembali</translation>
        </message>
        <message>
            <source>The backup is back. Publish once, so that the walls take it.</source>
            <translation>Cadangan sudah kembali. Terbitkan sekali, agar layar menerimanya.</translation>
        </message>
        <message>
            <source>The backup of {moment}</source>
            <translation>Cadangan {moment}</translation>
        </message>
        <message>
            <source>What is here now is kept beside it first, so that you can go back. The hub is stopped meanwhile and started again; the walls play on.</source>
            <translation>Keadaan sekarang disimpan dulu di sampingnya, agar Anda dapat kembali. Hub dihentikan sementara lalu dijalankan lagi; layar terus memutar jadwalnya.</translation>
        </message>
        <message>
            <source>What was here before is kept in {folder}.</source>
            <translation>Yang ada di sini sebelumnya disimpan di {folder}.</translation>
        </message>
    </context>
    <context>
        <name>ReviewView</name>
        <message>
            <source>(nothing)</source>
            <translation>(kosong)</translation>
        </message>
        <message>
            <source>After: {text}</source>
            <translation>Sesudah: {text}</translation>
        </message>
        <message>
            <source>Before: {text}</source>
            <translation>Sebelum: {text}</translation>
        </message>
        <message>
            <source>Fingerprint of what is signed: {digest}</source>
            <translation>Sidik jari yang ditandatangani: {digest}</translation>
        </message>
        <message>
            <source>Live from {address}: nobody can check beforehand what it will show.</source>
            <translation>Langsung dari {address}: tidak ada yang dapat memeriksa lebih dulu apa yang akan tampil.</translation>
        </message>
        <message>
            <source>New on the walls, drawn here from the checked files: {count}</source>
            <translation>Baru di layar, digambar di sini dari berkas yang sudah diperiksa: {count}</translation>
        </message>
        <message>
            <source>No new pictures or films; all of them have been on air before</source>
            <translation>Tidak ada gambar atau film baru; semuanya sudah tayang sebelumnya</translation>
        </message>
        <message>
            <source>Running text that changes</source>
            <translation>Teks berjalan yang berubah</translation>
        </message>
        <message>
            <source>What changes on which wall</source>
            <translation>Yang berubah di tiap layar</translation>
        </message>
        <message>
            <source>{count} more are not drawn here; hand in less at a time.</source>
            <translation>{count} lagi tidak digambar di sini; ajukan lebih sedikit sekaligus.</translation>
        </message>
    </context>
    <context>
        <name>Rights</name>
        <message>
            <source>Administrators need a second factor; set it up under Accounts.</source>
            <translation>Administrator memerlukan faktor kedua; pasang di halaman Akun.</translation>
        </message>
        <message>
            <source>Choose a password of your own first, under Accounts.</source>
            <translation>Pilih dulu kata sandi Anda sendiri di halaman Akun.</translation>
        </message>
        <message>
            <source>This needs the role {roles} for the group {group}. Ask an administrator.</source>
            <translation>Ini memerlukan peran {roles} untuk kelompok {group}. Minta kepada administrator.</translation>
        </message>
        <message>
            <source>This needs the role {roles}. Ask an administrator.</source>
            <translation>Ini memerlukan peran {roles}. Minta kepada administrator.</translation>
        </message>
    </context>
    <context>
        <name>Roles</name>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Agency</source>
            <translation>Instansi</translation>
        </message>
        <message>
            <source>Approver</source>
            <translation>Penyetuju</translation>
        </message>
        <message>
            <source>Duty officer</source>
            <translation>Petugas jaga</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Penyunting</translation>
        </message>
        <message>
            <source>Technician</source>
            <translation>Teknisi</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Pengamat</translation>
        </message>
        <message>
            <source>approves drafts and publishes</source>
            <translation>menyetujui rancangan dan menerbitkan</translation>
        </message>
        <message>
            <source>asks for airtime over the web page; sees nothing else</source>
            <translation>memohon tayang lewat halaman web; tidak melihat yang lain</translation>
        </message>
        <message>
            <source>library, playlists and schedule; hands drafts in</source>
            <translation>pustaka, daftar putar dan jadwal; mengajukan rancangan</translation>
        </message>
        <message>
            <source>looks at everything, changes nothing</source>
            <translation>melihat semuanya, tidak mengubah apa pun</translation>
        </message>
        <message>
            <source>no role yet</source>
            <translation>belum punya peran</translation>
        </message>
        <message>
            <source>people, settings and the audit trail; needs a second factor</source>
            <translation>orang, setelan dan jejak audit; perlu faktor kedua</translation>
        </message>
        <message>
            <source>sends emergency messages</source>
            <translation>mengirim pesan darurat</translation>
        </message>
        <message>
            <source>walls and players</source>
            <translation>layar dan pemutar</translation>
        </message>
    </context>
    <context>
        <name>RuleRow</name>
        <message>
            <source>Note</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>Note on: {rule}</source>
            <translation>Catatan untuk: {rule}</translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>the programme's validity is over</source>
            <translation>masa berlaku acara sudah habis</translation>
        </message>
        <message>
            <source>its range of dates does not hold this day</source>
            <translation>hari ini di luar rentang tanggalnya</translation>
        </message>
        <message>
            <source>it does not run on this day</source>
            <translation>tidak tayang pada hari ini</translation>
        </message>
        <message>
            <source>this date is skipped</source>
            <translation>tanggal ini dilewati</translation>
        </message>
        <message>
            <source>it is a public holiday</source>
            <translation>hari libur</translation>
        </message>
        <message>
            <source>this wall is left out on this date</source>
            <translation>layar ini dikecualikan pada tanggal ini</translation>
        </message>
        <message>
            <source>it is outside of its hours</source>
            <translation>di luar jamnya</translation>
        </message>
        <message>
            <source>its playlist has nothing this wall can play now</source>
            <translation>daftar putarnya tidak punya isi yang dapat diputar layar ini</translation>
        </message>
        <message>
            <source>the other one has a higher priority</source>
            <translation>yang lain lebih tinggi prioritasnya</translation>
        </message>
        <message>
            <source>the other one is booked for a shorter time</source>
            <translation>yang lain dipesan untuk waktu lebih pendek</translation>
        </message>
        <message>
            <source>the other one was made later</source>
            <translation>yang lain dibuat lebih akhir</translation>
        </message>
        <message>
            <source>both are alike, and the other one comes first by its number</source>
            <translation>keduanya setara, dan yang lain lebih dulu nomornya</translation>
        </message>
        <message>
            <source>its next turn is yet to come</source>
            <translation>gilirannya belum tiba</translation>
        </message>
        <message>
            <source>an interrupt is being shown</source>
            <translation>sisipan sedang tayang</translation>
        </message>
        <message>
            <source>an emergency message is being shown</source>
            <translation>pesan darurat sedang tayang</translation>
        </message>
        <message>
            <source>the wall is closed at this hour</source>
            <translation>layar tutup pada jam ini</translation>
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>“{title}” is being set for every wall.</source>
            <translation>“{title}” sedang disusun untuk setiap layar.</translation>
        </message>
        <message>
            <source>Air {name}</source>
            <translation>Tayangkan {name}</translation>
        </message>
        <message>
            <source>“{title}” is being set for every wall, and stands in the draft of the schedule.</source>
            <translation>“{title}” sedang disusun untuk setiap layar, dan sudah masuk rancangan jadwal.</translation>
        </message>
    </context>
    <context>
        <name>Scene</name>
        <message>
            <source>Cut at once</source>
            <translation>Ganti seketika</translation>
        </message>
        <message>
            <source>Cross-fade</source>
            <translation>Pudar silang</translation>
        </message>
        <message>
            <source>Slide in from the right</source>
            <translation>Geser dari kanan</translation>
        </message>
        <message>
            <source>cross-fade {n} s</source>
            <translation>pudar silang {n} dtk</translation>
        </message>
        <message>
            <source>slide {n} s</source>
            <translation>geser {n} dtk</translation>
        </message>
        <message>
            <source>Stands still</source>
            <translation>Diam</translation>
        </message>
        <message>
            <source>Slowly closer</source>
            <translation>Perlahan mendekat</translation>
        </message>
        <message>
            <source>Slowly farther</source>
            <translation>Perlahan menjauh</translation>
        </message>
        <message>
            <source>Slowly to the left</source>
            <translation>Perlahan ke kiri</translation>
        </message>
        <message>
            <source>Slowly to the right</source>
            <translation>Perlahan ke kanan</translation>
        </message>
        <message>
            <source>Pictures and videos</source>
            <translation>Gambar dan video</translation>
        </message>
        <message>
            <source>Running text</source>
            <translation>Teks berjalan</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
        <message>
            <source>Main picture</source>
            <translation>Gambar utama</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Date and time</source>
            <translation>Tanggal dan jam</translation>
        </message>
        <message>
            <source>Top left</source>
            <translation>Kiri atas</translation>
        </message>
        <message>
            <source>Top right</source>
            <translation>Kanan atas</translation>
        </message>
        <message>
            <source>Bottom left</source>
            <translation>Kiri bawah</translation>
        </message>
        <message>
            <source>Bottom right</source>
            <translation>Kanan bawah</translation>
        </message>
        <message>
            <source>One picture on the whole wall</source>
            <translation>Satu gambar di seluruh layar</translation>
        </message>
        <message>
            <source>Video + running text</source>
            <translation>Video + teks berjalan</translation>
        </message>
        <message>
            <source>Video + running text + clock</source>
            <translation>Video + teks berjalan + jam</translation>
        </message>
        <message>
            <source>Video + running text + clock + side poster</source>
            <translation>Video + teks berjalan + jam + poster samping</translation>
        </message>
    </context>
    <context>
        <name>ScheduleBar</name>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Lainnya</translation>
        </message>
        <message>
            <source>New slot</source>
            <translation>Slot baru</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hari ini</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Sebelumnya</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Sesudahnya</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Urungkan (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Shift+Z)</source>
            <translation>Ulangi (Ctrl+Shift+Z)</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Minggu</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Bulan</translation>
        </message>
        <message>
            <source>Broadcast</source>
            <translation>Siaran</translation>
        </message>
        <message>
            <source>All walls</source>
            <translation>Semua layar</translation>
        </message>
    </context>
    <context>
        <name>ScheduleLegend</name>
        <message>
            <source>Booking</source>
            <translation>Jadwal</translation>
        </message>
        <message>
            <source>Interrupt</source>
            <translation>Sisipan</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Tertutup</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioritas</translation>
        </message>
        <message>
            <source>Empty hour</source>
            <translation>Jam kosong</translation>
        </message>
        <message>
            <source>Over-full hour</source>
            <translation>Jam terlalu penuh</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Keterangan</translation>
        </message>
    </context>
    <context>
        <name>StripLegend</name>
        <message>
            <source>Bookings, each in one colour above and below</source>
            <translation>Jadwal, masing-masing satu warna di atas dan di bawah</translation>
        </message>
        <message>
            <source>Filler or house card</source>
            <translation>Pengisi atau kartu rumah</translation>
        </message>
        <message>
            <source>They differ</source>
            <translation>Berbeda</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Keterangan</translation>
        </message>
    </context>
    <context>
        <name>SchedulePage</name>
        <message>
            <source>No slot chosen</source>
            <translation>Belum ada slot yang dipilih</translation>
        </message>
        <message>
            <source>Drag on the calendar to book airtime. Click a slot to see and change everything about it.</source>
            <translation>Seret di kalender untuk memesan waktu tayang. Klik sebuah slot untuk melihat dan mengubahnya.</translation>
        </message>
        <message>
            <source>While dragging: Shift for steps of 5 minutes, Ctrl for 30, Alt to copy. Ctrl or Shift and a click, or a drag over empty hours, choose many.</source>
            <translation>Saat menyeret: Shift untuk langkah 5 menit, Ctrl untuk 30, Alt untuk menyalin. Ctrl atau Shift dengan klik, atau seret di jam kosong, memilih banyak sekaligus.</translation>
        </message>
        <message>
            <source>Nothing to book yet</source>
            <translation>Belum ada yang dapat dijadwalkan</translation>
        </message>
        <message>
            <source>A booking needs a wall and a playlist. Add a wall under Walls and make a playlist under Playlists, then come back.</source>
            <translation>Jadwal memerlukan layar dan daftar putar. Tambahkan layar di halaman Layar dan buat daftar di Daftar putar, lalu kembali ke sini.</translation>
        </message>
        <message>
            <source>Copy week</source>
            <translation>Salin minggu</translation>
        </message>
        <message>
            <source>National holidays…</source>
            <translation>Hari libur nasional…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Gandakan</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Tempel</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Hapus</translation>
        </message>
    </context>
    <context>
        <name>ScheduleTools</name>
        <message>
            <source>When does it play?…</source>
            <translation>Kapan tayang?…</translation>
        </message>
        <message>
            <source>Compare…</source>
            <translation>Bandingkan…</translation>
        </message>
        <message>
            <source>The week on paper…</source>
            <translation>Minggu di atas kertas…</translation>
        </message>
        <message>
            <source>Save as a calendar (iCalendar)…</source>
            <translation>Simpan sebagai kalender (iCalendar)…</translation>
        </message>
        <message>
            <source>Take in a calendar (iCalendar)…</source>
            <translation>Ambil dari kalender (iCalendar)…</translation>
        </message>
        <message>
            <source>Save as a calendar</source>
            <translation>Simpan sebagai kalender</translation>
        </message>
        <message>
            <source>Calendars (*.ics)</source>
            <translation>Kalender (*.ics)</translation>
        </message>
        <message>
            <source>Saved as {path}; bookings: {count}</source>
            <translation>Tersimpan sebagai {path}; slot: {count}</translation>
        </message>
        <message>
            <source>Take in a calendar</source>
            <translation>Ambil dari kalender</translation>
        </message>
    </context>
    <context>
        <name>ScheduleViews</name>
        <message>
            <source>+ {count} more</source>
            <translation>+ {count} lagi</translation>
        </message>
    </context>
    <context>
        <name>ScreenTab</name>
        <message>
            <source>Set up with a test pattern…</source>
            <translation>Atur dengan pola uji…</translation>
        </message>
        <message>
            <source>Change the wall…</source>
            <translation>Ubah layar…</translation>
        </message>
        <message>
            <source>The wall shows exactly these pixels of the player's video output; nothing is scaled.</source>
            <translation>Layar menampilkan persis piksel ini dari keluaran video pemutar; tidak ada yang diskalakan.</translation>
        </message>
        <message>
            <source>{width} × {height} pixels</source>
            <translation>{width} × {height} piksel</translation>
        </message>
        <message>
            <source>{x} px from the left, {y} px from the top</source>
            <translation>{x} px dari kiri, {y} px dari atas</translation>
        </message>
        <message>
            <source>Turned clockwise by {n}°</source>
            <translation>Diputar searah jarum jam {n}°</translation>
        </message>
        <message>
            <source>A shape of {n} corners</source>
            <translation>Bentuk dengan {n} sudut</translation>
        </message>
        <message>
            <source>Parts: {parts}</source>
            <translation>Bagian: {parts}</translation>
        </message>
        <message>
            <source>{n} pictures a second</source>
            <translation>{n} gambar per detik</translation>
        </message>
        <message>
            <source>Time zone {zone}</source>
            <translation>Zona waktu {zone}</translation>
        </message>
        <message>
            <source>Groups: {groups}</source>
            <translation>Kelompok: {groups}</translation>
        </message>
    </context>
    <context>
        <name>SealWindow</name>
        <message>
            <source>A backup with the keys</source>
            <translation>Cadangan dengan kunci</translation>
        </message>
        <message>
            <source>Seal and back up</source>
            <translation>Segel dan cadangkan</translation>
        </message>
        <message>
            <source>Whoever has this backup and its passphrase can be the hub and, with the passphrases of people, sign. Keep the passphrase elsewhere than the stick, as in the safe. It cannot be looked up anywhere.</source>
            <translation>Siapa pun yang memegang cadangan ini dan frasa sandinya dapat menjadi hub dan, dengan frasa sandi orang-orangnya, menandatangani. Simpan frasa sandinya di tempat lain dari stiknya, misalnya di brankas. Frasa sandi ini tidak dapat dilihat lagi di mana pun.</translation>
        </message>
    </context>
    <context>
        <name>SearchWindow</name>
        <message>
            <source>When does it play?</source>
            <translation>Kapan tayang?</translation>
        </message>
        <message>
            <source>A medium, an announcement, a playlist or a booking</source>
            <translation>Media, pengumuman, daftar putar, atau slot</translation>
        </message>
        <message>
            <source>What do you look for?</source>
            <translation>Apa yang dicari?</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Yang ditemukan</translation>
        </message>
        <message>
            <source>As it is on air</source>
            <translation>Menurut yang tayang</translation>
        </message>
        <message>
            <source>As the draft says</source>
            <translation>Menurut rancangan</translation>
        </message>
        <message>
            <source>Which programme</source>
            <translation>Program yang mana</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Booking</source>
            <translation>Slot</translation>
        </message>
        <message>
            <source>When it plays</source>
            <translation>Waktu tayang</translation>
        </message>
        <message>
            <source>Show in the schedule</source>
            <translation>Tampilkan di jadwal</translation>
        </message>
        <message>
            <source>Why did it not play?…</source>
            <translation>Mengapa tidak tayang?…</translation>
        </message>
        <message>
            <source>Choose a medium; this is answered for one at a time.</source>
            <translation>Pilih sebuah media; pertanyaan ini dijawab untuk satu media.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Type what you look for</source>
            <translation>Ketik yang dicari</translation>
        </message>
        <message>
            <source>Then you see on which walls it plays in the next 14 days, and when it was last shown.</source>
            <translation>Lalu terlihat di layar mana ia tayang dalam 14 hari ke depan, dan kapan terakhir tayang.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Mencari…</translation>
        </message>
        <message>
            <source>Nothing is called like that</source>
            <translation>Tidak ada yang bernama begitu</translation>
        </message>
    </context>
    <context>
        <name>SecondFactorWindow</name>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>1. Scan this with an authenticator app on your phone.</source>
            <translation>1. Pindai ini dengan aplikasi autentikator di ponsel Anda.</translation>
        </message>
        <message>
            <source>2. The code that the app shows</source>
            <translation>2. Kode yang ditampilkan aplikasi</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Pastikan</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
        <message>
            <source>I have written them down</source>
            <translation>Sudah saya catat</translation>
        </message>
        <message>
            <source>Or type this secret into the app:</source>
            <translation>Atau ketik rahasia ini di aplikasi:</translation>
        </message>
        <message>
            <source>Second factor</source>
            <translation>Faktor kedua</translation>
        </message>
        <message>
            <source>That is not a code of this secret. Is the clock of the phone right?</source>
            <translation>Itu bukan kode dari rahasia ini. Apakah jam ponsel benar?</translation>
        </message>
        <message>
            <source>The second factor is set up.</source>
            <translation>Faktor kedua sudah terpasang.</translation>
        </message>
        <message>
            <source>Write these recovery codes down and keep them away from the phone. Each works once in place of a code. They are never shown again.</source>
            <translation>Catat kode pemulihan ini dan simpan terpisah dari ponsel. Masing-masing berlaku sekali sebagai pengganti kode. Kode ini tidak akan ditampilkan lagi.</translation>
        </message>
    </context>
    <context>
        <name>SecondPersonWindow</name>
        <message>
            <source>Sign as second person</source>
            <translation>Tanda tangan orang kedua</translation>
        </message>
        <message>
            <source>You confirm what is on the walls now. Read it, then sign with your own passphrase. At another desk, open this window there.</source>
            <translation>Anda menguatkan pesan yang sedang tayang. Bacalah, lalu tanda tangani dengan frasa sandi Anda sendiri. Di meja lain, buka jendela ini di sana.</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>Orang kedua</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frasa sandi</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Tanda tangani</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>The draft of {group} has changed since you looked; look at it again, then sign.</source>
            <translation>Rancangan {group} sudah berubah sejak Anda melihatnya; periksa lagi, lalu tanda tangani.</translation>
        </message>
        <message>
            <source>The draft of {group} is dated in the future; set the clocks of desk and hub.</source>
            <translation>Rancangan {group} bertanggal di masa depan; cocokkan jam komputer ini dan jam hub.</translation>
        </message>
        <message>
            <source>The draft of {group} would be valid until {end}, which is far too long.</source>
            <translation>Rancangan {group} akan berlaku sampai {end}, dan itu terlalu lama.</translation>
        </message>
        <message>
            <source>{n} people sign for {group}; hand the draft in, so that another approves it.</source>
            <translation>Untuk {group} perlu {n} penanda tangan; ajukan rancangannya agar orang lain menyetujuinya.</translation>
        </message>
        <message>
            <source>More than one person signs for {group}; hand the draft in, which names the player.</source>
            <translation>Untuk {group} perlu lebih dari satu penanda tangan; ajukan rancangannya, yang menyebut pemutar itu.</translation>
        </message>
        <message>
            <source>The draft of {group} cannot be played; look at its problems on the page.</source>
            <translation>Rancangan {group} tidak dapat diputar; lihat masalahnya di halaman ini.</translation>
        </message>
        <message>
            <source>The hub hands out an older policy than this desk has seen: somebody brought an old copy back, or hides the newest. Bring the newest back first.</source>
            <translation>Hub menyerahkan kebijakan yang lebih lama dari yang pernah dilihat meja ini: ada yang mengembalikan salinan lama, atau menyembunyikan yang terbaru. Kembalikan dulu yang terbaru.</translation>
        </message>
        <message>
            <source>The hub's keys are not those that this desk knows. Sign nothing, and ask those who keep the keys.</source>
            <translation>Kunci hub bukan yang dikenal meja ini. Jangan tanda tangani apa pun, dan tanyakan kepada pemegang kunci.</translation>
        </message>
        <message>
            <source>What was handed in is not what it says of itself. Do not approve it.</source>
            <translation>Yang diajukan tidak sesuai dengan keterangannya. Jangan setujui.</translation>
        </message>
        <message>
            <source>The hub does not hand out all that was handed in; look at it again later.</source>
            <translation>Hub tidak menyerahkan seluruh isi pengajuan; lihat lagi nanti.</translation>
        </message>
        <message>
            <source>Nothing was published in {group} yet; publish first, then export.</source>
            <translation>Belum ada yang diterbitkan di {group}; terbitkan dulu, lalu ekspor.</translation>
        </message>
        <message>
            <source>The hub gave something else than was signed; export again.</source>
            <translation>Yang diberikan hub berbeda dari yang ditandatangani; ekspor lagi.</translation>
        </message>
        <message>
            <source>There is no wall in the chosen area; choose a larger one.</source>
            <translation>Tidak ada layar di wilayah yang dipilih; pilih yang lebih luas.</translation>
        </message>
        <message>
            <source>There is no list of kecamatan on this computer; choose walls or groups instead.</source>
            <translation>Komputer ini tidak punya daftar kecamatan; pilih layar atau kelompok saja.</translation>
        </message>
        <message>
            <source>“{name}” is no kecamatan here; choose one of the list.</source>
            <translation>“{name}” bukan kecamatan di sini; pilih dari daftar.</translation>
        </message>
        <message>
            <source>“{name}” is not there any more; choose again.</source>
            <translation>“{name}” sudah tidak ada; pilih lagi.</translation>
        </message>
        <message>
            <source>There are no walls yet; add one first.</source>
            <translation>Belum ada layar; tambahkan dulu.</translation>
        </message>
        <message>
            <source>The hub knows of everything that went out by hand.</source>
            <translation>Semua yang dikirim dengan tangan sudah diketahui hub.</translation>
        </message>
        <message>
            <source>The hub has no signed emergencies at all; bring its newest backup back.</source>
            <translation>Hub tidak punya kumpulan pesan darurat yang ditandatangani; pulihkan cadangannya yang terbaru.</translation>
        </message>
        <message>
            <source>This desk remembers no emergencies of before; start the hub first.</source>
            <translation>Meja ini tidak menyimpan pesan darurat sebelumnya; jalankan hub dulu.</translation>
        </message>
        <message>
            <source>This warning reaches no wall; send an emergency by hand if it should be shown.</source>
            <translation>Peringatan ini tidak mengenai layar mana pun; kirim pesan darurat sendiri bila tetap ingin ditampilkan.</translation>
        </message>
        <message>
            <source>This warning is over, and is not shown any more.</source>
            <translation>Peringatan ini sudah berakhir dan tidak ditampilkan lagi.</translation>
        </message>
        <message>
            <source>The file is no calendar; export it as .ics where it comes from, and choose that.</source>
            <translation>Berkas itu bukan kalender; ekspor sebagai .ics dari asalnya, lalu pilih berkas itu.</translation>
        </message>
        <message>
            <source>The calendar is too large ({most} are the most); export fewer events at once.</source>
            <translation>Kalender itu terlalu besar (paling banyak {most}); ekspor lebih sedikit acara sekaligus.</translation>
        </message>
        <message>
            <source>The calendar is not whole; export it again where it comes from.</source>
            <translation>Kalender itu tidak utuh; ekspor lagi dari asalnya.</translation>
        </message>
        <message>
            <source>{count} bookings are too many for one calendar; export one wall at a time.</source>
            <translation>{count} jadwal terlalu banyak untuk satu kalender; ekspor satu layar sekali jalan.</translation>
        </message>
        <message>
            <source>That is too much for one paper; choose fewer walls.</source>
            <translation>Itu terlalu banyak untuk satu lembar cetak; pilih lebih sedikit layar.</translation>
        </message>
        <message>
            <source>{count} walls are too many for one paper; choose {most} at the most.</source>
            <translation>{count} layar terlalu banyak untuk satu lembar cetak; pilih paling banyak {most}.</translation>
        </message>
        <message>
            <source>Nothing is on air in the group {group} yet; print the draft, or publish first.</source>
            <translation>Belum ada yang tayang di kelompok {group}; cetak rancangannya, atau terbitkan dulu.</translation>
        </message>
        <message>
            <source>“{wall}” is not in this group's programme; a paper is of one group.</source>
            <translation>“{wall}” tidak ada dalam program kelompok ini; satu lembar cetak untuk satu kelompok.</translation>
        </message>
        <message>
            <source>{count} rows are too many for one file; choose fewer walls or days.</source>
            <translation>{count} baris terlalu banyak untuk satu berkas; pilih lebih sedikit layar atau hari.</translation>
        </message>
        <message>
            <source>The public page is about one whole month; choose a month.</source>
            <translation>Halaman publik memuat satu bulan penuh; pilih bulannya.</translation>
        </message>
        <message>
            <source>This month is not over yet; choose the one before it.</source>
            <translation>Bulan ini belum berakhir; pilih bulan sebelumnya.</translation>
        </message>
        <message>
            <source>The last day is before the first one; choose a later one.</source>
            <translation>Hari terakhir mendahului hari pertama; pilih yang lebih akhir.</translation>
        </message>
        <message>
            <source>Reports are about the years {first} to {last}.</source>
            <translation>Laporan tersedia untuk tahun {first} sampai {last}.</translation>
        </message>
        <message>
            <source>The hub did not answer within {seconds} seconds; its log says why: {log}</source>
            <translation>Hub tidak menjawab dalam {seconds} detik; sebabnya ada di catatannya: {log}</translation>
        </message>
        <message>
            <source>The hub ended at once: {why}</source>
            <translation>Hub langsung berhenti: {why}</translation>
        </message>
        <message>
            <source>Nobody is signed in at {hub}; sign in first.</source>
            <translation>Belum ada yang masuk di {hub}; masuk dulu.</translation>
        </message>
        <message>
            <source>{hub} can be read and changed by everybody on the way; write it as https://.</source>
            <translation>{hub} dapat dibaca dan diubah siapa saja di tengah jalan; tulis dengan https://.</translation>
        </message>
        <message>
            <source>Nobody has compared the fingerprint of {hub} yet; read it at the hub's computer.</source>
            <translation>Sidik jari {hub} belum pernah dibandingkan; bacalah di komputer hub.</translation>
        </message>
        <message>
            <source>The fingerprint of {hub} is {found}, not the one that was given. Somebody else may answer in the hub's place: compare it on the hub's own computer.</source>
            <translation>Sidik jari {hub} adalah {found}, bukan yang diberikan. Mungkin yang menjawab bukan hub itu: bandingkan di komputer hub sendiri.</translation>
        </message>
        <message>
            <source>What answers there does not show that it is a hub; ask the administrator.</source>
            <translation>Yang menjawab di sana tidak menunjukkan bahwa ia hub; tanyakan kepada administrator.</translation>
        </message>
        <message>
            <source>The window did not come up within {seconds} seconds; its log says why: {log}</source>
            <translation>Jendela tidak muncul dalam {seconds} detik; sebabnya ada di catatannya: {log}</translation>
        </message>
        <message>
            <source>There is no backup {name} any more; choose another.</source>
            <translation>Cadangan {name} sudah tidak ada; pilih yang lain.</translation>
        </message>
        <message>
            <source>The backup {file} cannot be written; free some space on that disk.</source>
            <translation>Cadangan {file} tidak dapat ditulis; kosongkan sebagian diska itu.</translation>
        </message>
        <message>
            <source>You have no right to do this; ask an administrator for it.</source>
            <translation>Anda tidak berhak melakukan ini; mintalah kepada administrator.</translation>
        </message>
        <message>
            <source>This belongs to walls of another group; ask an administrator for a role there.</source>
            <translation>Ini milik layar kelompok lain; mintalah peran di sana kepada administrator.</translation>
        </message>
        <message>
            <source>This account does not exist any more; sign in with another.</source>
            <translation>Akun ini sudah tidak ada; masuk dengan akun lain.</translation>
        </message>
        <message>
            <source>This is possible on the hub's own computer only.</source>
            <translation>Ini hanya dapat dilakukan di komputer hub sendiri.</translation>
        </message>
        <message>
            <source>This hub has accounts by now; sign in with yours.</source>
            <translation>Hub ini sekarang memakai akun; masuk dengan akun Anda.</translation>
        </message>
        <message>
            <source>This account has a second factor; give the code of the authenticator too.</source>
            <translation>Akun ini memakai faktor kedua; isi juga kode dari aplikasi autentikator.</translation>
        </message>
        <message>
            <source>This was not begun, or too long ago; begin again.</source>
            <translation>Ini belum dimulai, atau sudah terlalu lama; mulai lagi.</translation>
        </message>
        <message>
            <source>This code is not the right one; look at the phone's clock, then try again.</source>
            <translation>Kode itu tidak benar; periksa jam ponsel, lalu coba lagi.</translation>
        </message>
        <message>
            <source>Too many people sign in at this moment; try again in some seconds.</source>
            <translation>Terlalu banyak orang masuk saat ini; coba lagi beberapa detik lagi.</translation>
        </message>
        <message>
            <source>There were too many failed tries; try again in {seconds} s.</source>
            <translation>Terlalu banyak percobaan yang gagal; coba lagi {seconds} detik lagi.</translation>
        </message>
        <message>
            <source>That was too much at once; wait some seconds, then go on.</source>
            <translation>Terlalu banyak sekaligus; tunggu beberapa detik, lalu lanjutkan.</translation>
        </message>
        <message>
            <source>The role of an agency is for one agency; choose which.</source>
            <translation>Peran instansi berlaku untuk satu instansi; pilih yang mana.</translation>
        </message>
        <message>
            <source>This is the last administrator with a second factor; let another one take over first.</source>
            <translation>Ini administrator terakhir dengan faktor kedua; tunjuk penggantinya dulu.</translation>
        </message>
        <message>
            <source>There is an administrator already, who adds further people.</source>
            <translation>Sudah ada administrator, dan ia yang menambahkan orang lain.</translation>
        </message>
        <message>
            <source>There are {most} accounts already; delete one that nobody uses.</source>
            <translation>Sudah ada {most} akun; hapus akun yang tidak dipakai.</translation>
        </message>
        <message>
            <source>The name “{name}” is taken; choose another.</source>
            <translation>Nama “{name}” sudah dipakai; pilih yang lain.</translation>
        </message>
        <message>
            <source>“{name}” does not exist any more; choose another.</source>
            <translation>“{name}” sudah tidak ada; pilih yang lain.</translation>
        </message>
        <message>
            <source>Places where it is used: {count}; take it out there first.</source>
            <translation>Masih dipakai di {count} tempat; keluarkan dulu dari sana.</translation>
        </message>
        <message>
            <source>There is one of this name already; choose another name, or change that one.</source>
            <translation>Sudah ada yang bernama itu; pilih nama lain, atau ubah yang sudah ada.</translation>
        </message>
        <message>
            <source>The beginning has to be before the end, and over; choose another time.</source>
            <translation>Awal harus mendahului akhir dan sudah lewat; pilih waktu lain.</translation>
        </message>
        <message>
            <source>At most {most} days are looked at; choose a shorter time.</source>
            <translation>Paling lama {most} hari yang diperiksa; pilih waktu yang lebih pendek.</translation>
        </message>
        <message>
            <source>A report covers at most {most} days; choose a shorter time.</source>
            <translation>Laporan mencakup paling lama {most} hari; pilih waktu yang lebih pendek.</translation>
        </message>
        <message>
            <source>There are as many feeds as the hub takes; remove one first.</source>
            <translation>Sumber peringatan sudah sebanyak yang diterima hub; hapus satu dulu.</translation>
        </message>
        <message>
            <source>{id} is a feed that every hub knows by itself; choose another id.</source>
            <translation>{id} adalah sumber yang dikenal setiap hub; pilih id lain.</translation>
        </message>
        <message>
            <source>Places where “{title}” is used: {count}; take it out there first.</source>
            <translation>“{title}” dipakai di {count} tempat; keluarkan dulu dari sana.</translation>
        </message>
        <message>
            <source>“{title}” has no page {page}; choose pages from 1 to {last}.</source>
            <translation>“{title}” tidak punya halaman {page}; pilih halaman 1 sampai {last}.</translation>
        </message>
        <message>
            <source>“{title}” has this very file already; choose the new one.</source>
            <translation>“{title}” sudah memakai berkas yang sama persis; pilih yang baru.</translation>
        </message>
        <message>
            <source>Somebody else has replaced the file of “{title}” meanwhile; look at it first.</source>
            <translation>Orang lain baru saja mengganti berkas “{title}”; lihat dulu hasilnya.</translation>
        </message>
        <message>
            <source>This former file of “{title}” is not kept any more.</source>
            <translation>Berkas lama “{title}” itu sudah tidak disimpan.</translation>
        </message>
        <message>
            <source>The file has {size} MB; at most {most} MB are taken. Make it smaller.</source>
            <translation>Berkas itu {size} MB; paling besar {most} MB. Perkecil dulu.</translation>
        </message>
        <message>
            <source>That is more than the hub takes at once; make it shorter.</source>
            <translation>Itu lebih banyak dari yang diterima hub sekaligus; persingkat.</translation>
        </message>
        <message>
            <source>The file comes too slowly; look at the network, then send it again.</source>
            <translation>Berkas datang terlalu lambat; periksa jaringan, lalu kirim lagi.</translation>
        </message>
        <message>
            <source>{count} files of yours are on their way already; wait until one is there.</source>
            <translation>{count} berkas Anda masih dalam perjalanan; tunggu sampai satu selesai.</translation>
        </message>
        <message>
            <source>A live stream needs an address, as rtsp://camera.example:554/live.</source>
            <translation>Siaran langsung perlu alamat, seperti rtsp://camera.example:554/live.</translation>
        </message>
        <message>
            <source>There are {most} cards already; delete one first.</source>
            <translation>Sudah ada {most} kartu; hapus satu dulu.</translation>
        </message>
        <message>
            <source>BMKG gives no data that can be used at this moment; try again later.</source>
            <translation>Saat ini data BMKG tidak dapat dipakai; coba lagi nanti.</translation>
        </message>
        <message>
            <source>Choose the village whose weather is to be told.</source>
            <translation>Pilih desa atau kelurahan yang cuacanya akan ditampilkan.</translation>
        </message>
        <message>
            <source>Somebody published meanwhile; look at the draft again, then publish.</source>
            <translation>Ada yang menerbitkan sementara itu; periksa rancangan lagi, lalu terbitkan.</translation>
        </message>
        <message>
            <source>Somebody published meanwhile; look at the draft again, then hand it in anew.</source>
            <translation>Ada yang menerbitkan sementara itu; periksa rancangan lagi, lalu ajukan kembali.</translation>
        </message>
        <message>
            <source>What was signed is not what was handed in; look at it again, then sign.</source>
            <translation>Yang ditandatangani bukan yang diajukan; periksa lagi, lalu tanda tangani.</translation>
        </message>
        <message>
            <source>This key does not count here, or has signed already; somebody else has to sign.</source>
            <translation>Kunci ini tidak berlaku di sini, atau sudah menandatangani; orang lain yang harus menandatangani.</translation>
        </message>
        <message>
            <source>This office has its keys already; ask its people to add yours.</source>
            <translation>Kantor ini sudah punya kunci; minta pemegangnya menambahkan kunci Anda.</translation>
        </message>
        <message>
            <source>{count} proposals wait already; delete some first.</source>
            <translation>Sudah ada {count} usulan yang menunggu; hapus sebagian dulu.</translation>
        </message>
        <message>
            <source>Keys are changed here, not programmes; hand the draft in for approval.</source>
            <translation>Di sini yang diubah kunci, bukan program; ajukan rancangannya untuk disetujui.</translation>
        </message>
        <message>
            <source>The proposal names a key that is not this hub's; propose it again.</source>
            <translation>Usulan itu menyebut kunci yang bukan milik hub ini; usulkan lagi.</translation>
        </message>
        <message>
            <source>The signatures cannot be read; sign again.</source>
            <translation>Tanda tangannya tidak terbaca; tanda tangani lagi.</translation>
        </message>
        <message>
            <source>It holds an emergency of another area; send it again.</source>
            <translation>Isinya memuat pesan darurat wilayah lain; kirim lagi.</translation>
        </message>
        <message>
            <source>Another desk has changed the emergencies; look at them, then send again.</source>
            <translation>Meja lain sudah mengubah pesan darurat; lihat dulu, lalu kirim lagi.</translation>
        </message>
        <message>
            <source>Its source has changed this warning since; look at it again.</source>
            <translation>Sumbernya sudah mengubah peringatan ini; lihat lagi.</translation>
        </message>
        <message>
            <source>This warning was decided already; look at it again.</source>
            <translation>Peringatan ini sudah diputuskan; lihat lagi.</translation>
        </message>
        <message>
            <source>The code has eight letters, as BCDF-GHJK; type the one on the wall.</source>
            <translation>Kodenya delapan huruf, seperti BCDF-GHJK; ketik yang tampil di layar.</translation>
        </message>
        <message>
            <source>This code has lapsed; the wall shows a new one soon.</source>
            <translation>Kode ini sudah kedaluwarsa; sebentar lagi layar menampilkan yang baru.</translation>
        </message>
        <message>
            <source>Type the code that the wall shows; nothing else approves a player elsewhere.</source>
            <translation>Ketik kode yang tampil di layar; pemutar di tempat lain hanya dapat disetujui dengan kode itu.</translation>
        </message>
        <message>
            <source>Several players show the code {code}; wait until they show new ones.</source>
            <translation>Beberapa pemutar menampilkan kode {code}; tunggu sampai muncul yang baru.</translation>
        </message>
        <message>
            <source>{count} players wait already; approve some, or wait ten minutes.</source>
            <translation>Sudah {count} pemutar yang menunggu; setujui sebagian, atau tunggu sepuluh menit.</translation>
        </message>
        <message>
            <source>{id} cannot be accepted before every rule of the checklist is answered with yes.</source>
            <translation>{id} baru dapat diterima setelah semua aturan dalam daftar periksa dijawab ya.</translation>
        </message>
        <message>
            <source>Give the agency a reason.</source>
            <translation>Beri alasan kepada instansi.</translation>
        </message>
        <message>
            <source>No booking was made from {id} yet; book it first.</source>
            <translation>Belum ada jadwal yang dibuat dari {id}; buat jadwalnya dulu.</translation>
        </message>
        <message>
            <source>The request's state has changed meanwhile; look at it again.</source>
            <translation>Status permohonan ini sudah berubah; lihat lagi.</translation>
        </message>
        <message>
            <source>Nothing fills the gap {{{gap}}}; take it out, or choose another.</source>
            <translation>Tidak ada isi untuk {{{gap}}}; hapus, atau pilih yang lain.</translation>
        </message>
        <message>
            <source>This does not exist any more; choose another.</source>
            <translation>Ini sudah tidak ada; pilih yang lain.</translation>
        </message>
        <message>
            <source>The rules of the checklist have changed meanwhile; look at the request again.</source>
            <translation>Aturan daftar periksa sudah berubah; lihat lagi permohonannya.</translation>
        </message>
        <message>
            <source>{id} has {most} things made from it already; take some out first.</source>
            <translation>Dari {id} sudah dibuat {most} hal; keluarkan sebagian dulu.</translation>
        </message>
        <message>
            <source>This request was decided and is not changed any more; make a new one.</source>
            <translation>Permohonan ini sudah diputuskan dan tidak dapat diubah; buat yang baru.</translation>
        </message>
        <message>
            <source>This request cannot be taken back any more; ask the office.</source>
            <translation>Permohonan ini tidak dapat ditarik lagi; tanyakan kepada kantor.</translation>
        </message>
        <message>
            <source>This account may ask for its own agency only.</source>
            <translation>Akun ini hanya boleh mengajukan untuk instansinya sendiri.</translation>
        </message>
        <message>
            <source>This agency is not in the settings of requests any more; add it there.</source>
            <translation>Instansi ini sudah tidak ada di pengaturan permohonan; tambahkan di sana.</translation>
        </message>
        <message>
            <source>This wall is not there any more.</source>
            <translation>Layar ini sudah tidak ada.</translation>
        </message>
        <message>
            <source>There are {most} requests already, which is as many as the hub takes.</source>
            <translation>Sudah ada {most} permohonan, sebanyak yang diterima hub.</translation>
        </message>
        <message>
            <source>{count} requests of this agency are open; decide on some, or withdraw some first.</source>
            <translation>{count} permohonan instansi ini masih terbuka; putuskan atau tarik sebagian dulu.</translation>
        </message>
        <message>
            <source>{id} has {most} entries already; make a new request.</source>
            <translation>{id} sudah punya {most} catatan; buat permohonan baru.</translation>
        </message>
        <message>
            <source>This account has sent {most} MB today; go on tomorrow.</source>
            <translation>Akun ini sudah mengirim {most} MB hari ini; lanjutkan besok.</translation>
        </message>
        <message>
            <source>“{name}” is no picture, PDF or video; choose a JPG, PNG, PDF or MP4.</source>
            <translation>“{name}” bukan gambar, PDF, atau video; pilih JPG, PNG, PDF, atau MP4.</translation>
        </message>
        <message>
            <source>A request has at most {most} files; put some together.</source>
            <translation>Satu permohonan paling banyak {most} berkas; gabungkan sebagian.</translation>
        </message>
        <message>
            <source>“{name}” is not kept any more; ask the agency for it.</source>
            <translation>“{name}” sudah tidak disimpan; minta lagi kepada instansi.</translation>
        </message>
        <message>
            <source>“{name}” is in the library already.</source>
            <translation>“{name}” sudah ada di pustaka.</translation>
        </message>
        <message>
            <source>It is too long for this wall; take away about {count} of its letters, or write two.</source>
            <translation>Terlalu panjang untuk layar ini; kurangi sekitar {count} huruf, atau buat dua.</translation>
        </message>
        <message>
            <source>The last line is too long for this wall; take away about {count} of its letters.</source>
            <translation>Baris terakhir terlalu panjang untuk layar ini; kurangi sekitar {count} huruf.</translation>
        </message>
        <message>
            <source>The label is wider than this wall; shorten it.</source>
            <translation>Labelnya lebih lebar dari layar ini; persingkat.</translation>
        </message>
        <message>
            <source>The QR code needs {pixels} pixels, more than this wall has to spare; shorten it.</source>
            <translation>Kode QR itu perlu {pixels} piksel, lebih dari yang tersisa di layar ini; persingkat alamatnya.</translation>
        </message>
        <message>
            <source>This wall has no room for a portrait; leave it out.</source>
            <translation>Layar ini tidak punya ruang untuk potret; lepaskan.</translation>
        </message>
        <message>
            <source>Logo, QR code and last line leave no room for the words; leave one of them out.</source>
            <translation>Logo, kode QR, dan baris terakhir tidak menyisakan ruang untuk kata-kata; lepaskan salah satu.</translation>
        </message>
        <message>
            <source>“{field}” has more than {most} letters, or some that cannot be shown; retype it.</source>
            <translation>“{field}” lebih dari {most} huruf, atau memuat huruf yang tidak dapat ditampilkan; ketik ulang.</translation>
        </message>
        <message>
            <source>The picture is larger than {most} MB; choose a smaller one.</source>
            <translation>Gambar itu lebih dari {most} MB; pilih yang lebih kecil.</translation>
        </message>
        <message>
            <source>“{text}” is no colour; write it as #rrggbb.</source>
            <translation>“{text}” bukan warna; tulis sebagai #rrggbb.</translation>
        </message>
        <message>
            <source>The part reaches beyond the picture; move it inwards.</source>
            <translation>Bagian itu keluar dari gambar; geser ke dalam.</translation>
        </message>
        <message>
            <source>That leaves too little of the clip; let it begin sooner or end later.</source>
            <translation>Sisa klipnya terlalu pendek; mulai lebih awal atau akhiri lebih lambat.</translation>
        </message>
        <message>
            <source>The font {font} is not installed, so announcements cannot be drawn.</source>
            <translation>Huruf {font} tidak terpasang, jadi pengumuman tidak dapat digambar.</translation>
        </message>
        <message>
            <source>{name} is no picture; choose a PNG for a logo.</source>
            <translation>{name} bukan gambar; pilih PNG untuk logo.</translation>
        </message>
        <message>
            <source>{name} is no video; choose one.</source>
            <translation>{name} bukan video; pilih video.</translation>
        </message>
        <message>
            <source>The work was stopped; nothing of it was kept.</source>
            <translation>Pekerjaan dihentikan; tidak ada yang disimpan.</translation>
        </message>
        <message>
            <source>Emergencies have a window and templates of their own; choose another kind.</source>
            <translation>Pesan darurat punya jendela dan templat sendiri; pilih jenis lain.</translation>
        </message>
        <message>
            <source>Warning stripes are for emergencies; choose another ornament.</source>
            <translation>Garis peringatan hanya untuk keadaan darurat; pilih hiasan lain.</translation>
        </message>
        <message>
            <source>“{field}” has {count} letters; {most} are the most.</source>
            <translation>“{field}” berisi {count} huruf; paling banyak {most}.</translation>
        </message>
        <message>
            <source>“{field}” is empty; fill it in.</source>
            <translation>“{field}” kosong; isi dulu.</translation>
        </message>
        <message>
            <source>The passphrase has more than {most} letters; use a shorter one.</source>
            <translation>Frasa sandi itu lebih dari {most} huruf; pakai yang lebih pendek.</translation>
        </message>
        <message>
            <source>Others on this computer may read the key {file}; ask the administrator.</source>
            <translation>Pengguna lain di komputer ini dapat membaca kunci {file}; hubungi administrator.</translation>
        </message>
        <message>
            <source>There is no key of {name} on this computer.</source>
            <translation>Kunci {name} tidak ada di komputer ini.</translation>
        </message>
        <message>
            <source>The key was written by a newer displayctl; install that one.</source>
            <translation>Kunci itu ditulis oleh displayctl yang lebih baru; pasang versi itu.</translation>
        </message>
        <message>
            <source>This is no key of displayctl; bring the right file.</source>
            <translation>Ini bukan kunci displayctl; bawa berkas yang benar.</translation>
        </message>
        <message>
            <source>The key's file is damaged; bring its backup back.</source>
            <translation>Berkas kunci rusak; pulihkan cadangannya.</translation>
        </message>
        <message>
            <source>Signatures are still missing; one of these has to sign: {names}.</source>
            <translation>Tanda tangan masih kurang; salah satu dari ini harus menandatangani: {names}.</translation>
        </message>
        <message>
            <source>These are two different proposals; sign one of them.</source>
            <translation>Ini dua usulan yang berbeda; tanda tangani salah satunya.</translation>
        </message>
        <message>
            <source>So few people ({n}) cannot sign two by two: one lost key would end everything. Take three, and put the third key into a safe.</source>
            <translation>{n} orang terlalu sedikit untuk tanda tangan berdua: satu kunci hilang mengakhiri semuanya. Tunjuk tiga orang, dan simpan kunci ketiga di brankas.</translation>
        </message>
        <message>
            <source>The policy has no rule for {group}; propose one first.</source>
            <translation>Kebijakan belum punya aturan untuk {group}; usulkan dulu.</translation>
        </message>
        <message>
            <source>That would be {count} people; {most} are the most.</source>
            <translation>Itu akan menjadi {count} orang; paling banyak {most}.</translation>
        </message>
        <message>
            <source>At most {most} of these are allowed; put walls together.</source>
            <translation>Paling banyak {most} yang diperbolehkan; gabungkan layar-layarnya.</translation>
        </message>
        <message>
            <source>The proposal does not belong to this hub any more; make it again.</source>
            <translation>Usulan ini sudah tidak cocok dengan hub ini; buat lagi.</translation>
        </message>
        <message>
            <source>The proposal is not what it says of itself. Do not sign it.</source>
            <translation>Usulan ini tidak sesuai dengan keterangannya. Jangan tanda tangani.</translation>
        </message>
        <message>
            <source>What the hub hands out is not signed by those who may. Sign nothing upon it.</source>
            <translation>Yang diserahkan hub tidak ditandatangani oleh yang berhak. Jangan tanda tangani apa pun berdasarkan itu.</translation>
        </message>
        <message>
            <source>The hub does not hand out all signed files; look into the hub.</source>
            <translation>Hub tidak menyerahkan semua berkas yang ditandatangani; periksa hub itu.</translation>
        </message>
        <message>
            <source>This emergency is over already; nothing has to be taken back.</source>
            <translation>Keadaan darurat ini sudah berakhir; tidak ada yang perlu ditarik.</translation>
        </message>
        <message>
            <source>The address leads on and on to others; give the last one.</source>
            <translation>Alamat itu terus mengalihkan ke alamat lain; beri alamat yang terakhir.</translation>
        </message>
        <message>
            <source>The address holds a name or a password; give it without them.</source>
            <translation>Alamat itu memuat nama atau kata sandi; tulis tanpa itu.</translation>
        </message>
        <message>
            <source>The address is at port {port}, which is not allowed; choose one at 80 or 443.</source>
            <translation>Alamat itu di porta {port}, yang tidak diperbolehkan; pilih yang di 80 atau 443.</translation>
        </message>
        <message>
            <source>The address leads to where clouds keep their secrets; give another.</source>
            <translation>Alamat itu menuju alamat internal rahasia penyedia awan (cloud); beri yang lain.</translation>
        </message>
        <message>
            <source>The address leads to one without TLS (http://); give that one, if it is meant.</source>
            <translation>Alamat itu menuju alamat tanpa TLS (http://); beri alamat itu bila memang dimaksud.</translation>
        </message>
        <message>
            <source>{host} leads to {found}, which is no address.</source>
            <translation>{host} menuju {found}, yang bukan alamat.</translation>
        </message>
        <message>
            <source>{url} gives something of another kind ({kind}); look whether it is the right one.</source>
            <translation>{url} memberi sesuatu yang lain jenisnya ({kind}); periksa apakah alamatnya benar.</translation>
        </message>
        <message>
            <source>{url} gives more than a feed has; look whether it is the right one.</source>
            <translation>{url} memberi lebih banyak dari isi sebuah sumber; periksa apakah alamatnya benar.</translation>
        </message>
        <message>
            <source>The part of the player that paints broke down and was started anew ({times}×).</source>
            <translation>Bagian pemutar yang menggambar mogok dan dijalankan ulang ({times}×).</translation>
        </message>
        <message>
            <source>The part of the player that paints hung for {seconds} s and was started anew ({times}×).</source>
            <translation>Bagian pemutar yang menggambar macet {seconds} dtk dan dijalankan ulang ({times}×).</translation>
        </message>
        <message>
            <source>For {seconds} s the wall did not show what was due; the part of its player that paints was started anew ({times}×).</source>
            <translation>Selama {seconds} dtk layar tidak menampilkan yang seharusnya; bagian pemutar yang menggambar dijalankan ulang ({times}×).</translation>
        </message>
        <message>
            <source>The player has no screen to paint on ({times}×). Look whether the graphics of its machine run.</source>
            <translation>Pemutar tidak punya layar untuk menggambar ({times}×). Periksa apakah grafis mesinnya berjalan.</translation>
        </message>
        <message>
            <source>The part of the player that paints took ever more memory and was replaced.</source>
            <translation>Bagian pemutar yang menggambar makin banyak memakai memori dan diganti.</translation>
        </message>
        <message>
            <source>Safe mode: the stage died {times} times in {minutes} minutes, so videos are left out.</source>
            <translation>Mode aman: penggambarnya mati {times} kali dalam {minutes} menit, jadi video dilewati.</translation>
        </message>
        <message>
            <source>Safe mode: the stage died {times} times in {minutes} minutes even without videos, so only the house card is shown.</source>
            <translation>Mode aman: penggambarnya mati {times} kali dalam {minutes} menit meski tanpa video, jadi hanya kartu rumah yang ditampilkan.</translation>
        </message>
        <message>
            <source>Safe mode: the player had died and was started again, so videos are left out.</source>
            <translation>Mode aman: pemutarnya sempat mati dan dijalankan lagi, jadi video dilewati.</translation>
        </message>
        <message>
            <source>Safe mode: the player had died and was started again, so only the house card is shown.</source>
            <translation>Mode aman: pemutarnya sempat mati dan dijalankan lagi, jadi hanya kartu rumah yang ditampilkan.</translation>
        </message>
        <message>
            <source>The player's clock is {seconds} s off the hub's. Check its time service.</source>
            <translation>Jam pemutar berselisih {seconds} dtk dengan jam hub. Periksa layanan waktunya.</translation>
        </message>
        <message>
            <source>The player does not know what time it is and waits for the hub to tell.</source>
            <translation>Pemutar tidak tahu jam berapa sekarang dan menunggu kabar dari hub.</translation>
        </message>
        <message>
            <source>The programme was valid until {at} and is over. Publish a new one.</source>
            <translation>Program berlaku sampai {at} dan sudah habis. Terbitkan yang baru.</translation>
        </message>
        <message>
            <source>The hub has confirmed nothing since {at}; the wall plays what it has.</source>
            <translation>Hub tidak memberi konfirmasi sejak {at}; layar memutar yang ada.</translation>
        </message>
        <message>
            <source>What the player may keep is full, so new media wait. Raise cache_limit_bytes there.</source>
            <translation>Tempat simpan pemutar penuh, jadi media baru menunggu. Naikkan cache_limit_bytes di sana.</translation>
        </message>
        <message>
            <source>The player's disk has no room for new media. Fit a larger one, or use less media.</source>
            <translation>Diska pemutar tidak cukup untuk media baru. Pasang yang lebih besar, atau kurangi medianya.</translation>
        </message>
        <message>
            <source>A file could not be fetched from the hub {times} times; it is tried again.</source>
            <translation>Satu berkas {times} kali gagal diambil dari hub; akan dicoba lagi.</translation>
        </message>
        <message>
            <source>A file on the player's disk was damaged and is fetched again.</source>
            <translation>Satu berkas di diska pemutar rusak dan diambil ulang.</translation>
        </message>
        <message>
            <source>The player's programme was damaged on its disk and is fetched again.</source>
            <translation>Program di diska pemutar rusak dan diambil ulang.</translation>
        </message>
        <message>
            <source>The player's records of what it has shown were damaged; new ones were begun.</source>
            <translation>Catatan tayang pemutar rusak; catatan baru dimulai.</translation>
        </message>
        <message>
            <source>Records of what was shown from {starts} to {ends} UTC may be missing.</source>
            <translation>Catatan tayang dari {starts} sampai {ends} UTC mungkin hilang.</translation>
        </message>
        <message>
            <source>The programme on the stick ({name}) was taken.</source>
            <translation>Program di stik ({name}) sudah diambil.</translation>
        </message>
        <message>
            <source>The programme on the stick ({name}) was not believed; export it anew.</source>
            <translation>Program di stik ({name}) tidak dipercaya; ekspor ulang.</translation>
        </message>
        <message>
            <source>“{title}” was changed at another desk meanwhile. What you typed stays; save again to put it in its place.</source>
            <translation>“{title}” sudah diubah di komputer lain. Yang Anda ketik tetap ada; simpan sekali lagi untuk menggantinya.</translation>
        </message>
        <message>
            <source>“{part}” reaches beyond the wall's pixels; make it smaller, or the wall larger.</source>
            <translation>“{part}” tidak muat di piksel layar; perkecil bagiannya, atau perbesar layarnya.</translation>
        </message>
        <message>
            <source>{size} are more pixels than one wall may have ({most}); make several walls of it.</source>
            <translation>{size} melebihi jumlah piksel satu layar ({most}); jadikan beberapa layar.</translation>
        </message>
        <message>
            <source>This is for people with an account; sign in first.</source>
            <translation>Ini untuk orang yang punya akun; masuklah dulu.</translation>
        </message>
        <message>
            <source>No PDF could be made of {name}; save it as PDF and choose the PDF.</source>
            <translation>PDF tidak dapat dibuat dari {name}; simpan sebagai PDF lalu pilih PDF itu.</translation>
        </message>
        <message>
            <source>{name} would swell to {size} when opened, as no honest document does; save it as PDF where it comes from, and choose the PDF.</source>
            <translation>{name} akan membengkak menjadi {size} saat dibuka, dan dokumen yang wajar tidak begitu; simpan sebagai PDF di tempat asalnya, lalu pilih PDF itu.</translation>
        </message>
        <message>
            <source>{name} holds macros, which are programs; save a copy without them, or as PDF.</source>
            <translation>{name} berisi makro, yaitu program; simpan salinan tanpa makro, atau sebagai PDF.</translation>
        </message>
        <message>
            <source>{name} needs LibreOffice on the hub&apos;s computer. Have it installed there (sudo apt install libreoffice-impress libreoffice-writer), or save the file as PDF and choose the PDF.</source>
            <translation>{name} memerlukan LibreOffice di komputer hub. Mintalah agar dipasang di sana (sudo apt install libreoffice-impress libreoffice-writer), atau simpan berkasnya sebagai PDF lalu pilih PDF itu.</translation>
        </message>
        <message>
            <source>A medium in the backup {name} is damaged or gone; nothing was changed. Test the backup, and use another one.</source>
            <translation>Satu media di cadangan {name} rusak atau hilang; tidak ada yang berubah. Uji cadangannya, dan pakai yang lain.</translation>
        </message>
        <message>
            <source>Another hub works on {folder}. Stop it, then bring the backup back.</source>
            <translation>Hub lain sedang bekerja di {folder}. Hentikan dulu, lalu kembalikan cadangannya.</translation>
        </message>
        <message>
            <source>Another hub works on {path} already. Use that one, or stop it and try again.</source>
            <translation>Hub lain sudah bekerja pada {path}. Pakai hub itu, atau hentikan lalu coba lagi.</translation>
        </message>
        <message>
            <source>Entry {at} does not follow the entry before it: one of them was exchanged.</source>
            <translation>Catatan {at} tidak menyambung catatan sebelumnya: salah satunya ditukar.</translation>
        </message>
        <message>
            <source>Entry {at} stands where entry {which} belongs: it was moved or put in.</source>
            <translation>Catatan {at} berada di tempat catatan {which}: dipindahkan atau disisipkan.</translation>
        </message>
        <message>
            <source>Entry {at} was changed after it was written.</source>
            <translation>Catatan {at} diubah setelah ditulis.</translation>
        </message>
        <message>
            <source>Entry {which} is missing before entry {at}.</source>
            <translation>Catatan {which} hilang sebelum catatan {at}.</translation>
        </message>
        <message>
            <source>No player is paired with “{wall}” yet, so nothing can be shown there.</source>
            <translation>Belum ada pemutar yang dipasangkan dengan “{wall}”, jadi belum ada yang tampil di sana.</translation>
        </message>
        <message>
            <source>No wall shows the code {code}; type the one on the wall.</source>
            <translation>Tidak ada layar dengan kode {code}; ketik kode yang tampil di layar.</translation>
        </message>
        <message>
            <source>There would be {count} folders within each other; {most} are the most.</source>
            <translation>Folder akan bersarang {count} tingkat; paling banyak {most}.</translation>
        </message>
        <message>
            <source>The folder's name has letters that cannot be seen; type it anew.</source>
            <translation>Nama folder memuat huruf yang tidak terlihat; ketik ulang namanya.</translation>
        </message>
        <message>
            <source>The folder's path has {count} letters; {most} are the most.</source>
            <translation>Nama folder beserta folder di atasnya memuat {count} huruf; paling banyak {most}.</translation>
        </message>
        <message>
            <source>The backup {name} is damaged; use another one.</source>
            <translation>Cadangan {name} rusak; pakai yang lain.</translation>
        </message>
        <message>
            <source>The backup {name} was made by a newer displayctl. Install that version, and bring it back with that one.</source>
            <translation>Cadangan {name} dibuat displayctl yang lebih baru. Pasang versi itu, dan kembalikan dengan versi itu.</translation>
        </message>
        <message>
            <source>The canvas or the groups of {display} are not what they were.</source>
            <translation>Kanvas atau kelompok {display} tidak seperti sebelumnya.</translation>
        </message>
        <message>
            <source>The database {path} cannot be read. Bring back the newest file from the backups folder.</source>
            <translation>Basis data {path} tidak dapat dibaca. Kembalikan berkas terbaru dari folder cadangan (backups).</translation>
        </message>
        <message>
            <source>The database {path} was made by a newer displayctl. Install that version again, or bring back a backup from the backups folder.</source>
            <translation>Basis data {path} dibuat oleh displayctl yang lebih baru. Pasang lagi versi itu, atau kembalikan cadangan dari folder cadangan (backups).</translation>
        </message>
        <message>
            <source>The draft has waited too long to be signed; hand it in anew.</source>
            <translation>Rancangan ini terlalu lama menunggu; ajukan ulang.</translation>
        </message>
        <message>
            <source>The draft holds more than one programme. Do not approve it, and look into the hub.</source>
            <translation>Rancangan ini memuat lebih dari satu program. Jangan setujui, dan periksa hub.</translation>
        </message>
        <message>
            <source>The draft was made with a clock that is ahead; hand it in anew.</source>
            <translation>Rancangan ini dibuat dengan jam yang terlalu cepat; ajukan ulang.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be read on the hub; check its name and rights.</source>
            <translation>Folder {folder} tidak dapat dibaca di komputer hub; periksa nama dan hak aksesnya.</translation>
        </message>
        <message>
            <source>{folder} cannot be used ({why}). Try again, or choose another folder.</source>
            <translation>{folder} tidak dapat dipakai ({why}). Coba lagi, atau pilih folder lain.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be read ({why}). Put the stick in again.</source>
            <translation>Folder {folder} tidak dapat dibaca ({why}). Cabut stik, lalu colokkan lagi.</translation>
        </message>
        <message>
            <source>The backup {name} is not there any more. Put the stick in again, or use another one.</source>
            <translation>Cadangan {name} sudah tidak ada. Colokkan lagi stiknya, atau pakai cadangan lain.</translation>
        </message>
        <message>
            <source>The hub runs elsewhere. Do this on its own computer: {command}</source>
            <translation>Hub berjalan di tempat lain. Lakukan ini di komputernya sendiri: {command}</translation>
        </message>
        <message>
            <source>There is nothing to back up in {folder}.</source>
            <translation>Tidak ada yang dapat dicadangkan di {folder}.</translation>
        </message>
        <message>
            <source>The database cannot be copied to {folder} ({why}). Free some space there.</source>
            <translation>Basis data tidak dapat disalin ke {folder} ({why}). Kosongkan sebagian di sana.</translation>
        </message>
        <message>
            <source>The copy of {name} is not whole ({why}). The older backups were kept.</source>
            <translation>Salinan {name} tidak utuh ({why}). Cadangan yang lama tetap disimpan.</translation>
        </message>
        <message>
            <source>Somebody publishes all the time. Make the backup again in a minute.</source>
            <translation>Penerbitan sedang berlangsung terus. Buat cadangan lagi sebentar lagi.</translation>
        </message>
        <message>
            <source>Opening the backup took longer than {seconds} s. Try again.</source>
            <translation>Membuka cadangan memakan waktu lebih dari {seconds} dtk. Coba lagi.</translation>
        </message>
        <message>
            <source>The sealed keys in the backup are damaged. Use another backup.</source>
            <translation>Kunci tersegel di dalam cadangan rusak. Pakai cadangan lain.</translation>
        </message>
        <message>
            <source>The copy of the backup cannot be opened: {why}</source>
            <translation>Salinan cadangan tidak dapat dibuka: {why}</translation>
        </message>
        <message>
            <source>The copy of the backup cannot be opened.</source>
            <translation>Salinan cadangan tidak dapat dibuka.</translation>
        </message>
        <message>
            <source>The signed files in the backup cannot be believed: {why}</source>
            <translation>Berkas bertanda tangan di dalam cadangan tidak dapat dipercaya: {why}</translation>
        </message>
        <message>
            <source>The role {role} in the backup is not signed by those who may sign it.</source>
            <translation>Peran {role} di dalam cadangan tidak ditandatangani oleh yang berhak.</translation>
        </message>
        <message>
            <source>The signed document {name} in the backup is damaged.</source>
            <translation>Dokumen bertanda tangan {name} di dalam cadangan rusak.</translation>
        </message>
        <message>
            <source>The month {month} is not over yet. Choose the one before it.</source>
            <translation>Bulan {month} belum berakhir. Pilih bulan sebelumnya.</translation>
        </message>
        <message>
            <source>{count} rows are too many for one file. Choose fewer walls or days.</source>
            <translation>{count} baris terlalu banyak untuk satu berkas. Pilih lebih sedikit layar atau hari.</translation>
        </message>
        <message>
            <source>The folder {folder} is gone; was the stick pulled out? Put it in and begin again.</source>
            <translation>Folder {folder} hilang; apakah stiknya dicabut? Colokkan lagi dan ulangi.</translation>
        </message>
        <message>
            <source>The folder {folder} is not there. Put the stick in, or choose another folder.</source>
            <translation>Folder {folder} tidak ada. Colokkan stik, atau pilih folder lain.</translation>
        </message>
        <message>
            <source>The group “{group}” has no walls; add one first.</source>
            <translation>Kelompok “{group}” belum punya layar; tambahkan dulu.</translation>
        </message>
        <message>
            <source>The hub hands out another programme than would be signed. Do not approve it.</source>
            <translation>Hub memberikan program lain dari yang akan ditandatangani. Jangan setujui.</translation>
        </message>
        <message>
            <source>The hub runs as a service of its own. Stop it, then bring the backup back with: displayctl backup restore</source>
            <translation>Hub berjalan sebagai layanan tersendiri. Hentikan dulu, lalu kembalikan cadangan dengan: displayctl backup restore</translation>
        </message>
        <message>
            <source>The hub {url} is not on this computer. Open the window where the hub runs, or pair a player.</source>
            <translation>Hub {url} tidak di komputer ini. Buka jendela di komputer hub, atau pasangkan pemutar.</translation>
        </message>
        <message>
            <source>The hub's folder cannot be used ({why}). Free some space or choose another folder.</source>
            <translation>Folder hub tidak dapat dipakai ({why}). Kosongkan ruang atau pilih folder lain.</translation>
        </message>
        <message>
            <source>The new password is the present one; choose another.</source>
            <translation>Kata sandi baru sama dengan yang sekarang; pilih yang lain.</translation>
        </message>
        <message>
            <source>The password is one that is guessed first; three or four words are good.</source>
            <translation>Kata sandi itu yang pertama kali ditebak orang; tiga atau empat kata sudah baik.</translation>
        </message>
        <message>
            <source>The password needs at least {least} characters; three or four words are good.</source>
            <translation>Kata sandi perlu sedikitnya {least} karakter; tiga atau empat kata sudah baik.</translation>
        </message>
        <message>
            <source>The player in the window did not come up: {why}</source>
            <translation>Pemutar dalam jendela tidak jalan: {why}</translation>
        </message>
        <message>
            <source>The player in the window was not heard of within a minute; see {log}</source>
            <translation>Pemutar dalam jendela tidak ada kabarnya dalam satu menit; lihat {log}</translation>
        </message>
        <message>
            <source>The player of “{wall}” is not connected; look at its power and its network.</source>
            <translation>Pemutar “{wall}” tidak terhubung; periksa listrik dan jaringannya.</translation>
        </message>
        <message>
            <source>The playlist “{playlist}” is empty, so its slots play the filler.</source>
            <translation>Daftar putar “{playlist}” kosong, jadi slotnya memutar pengisi.</translation>
        </message>
        <message>
            <source>The policy does not name the group {group} yet. Propose it under Keys and authority.</source>
            <translation>Kebijakan belum memuat kelompok {group}. Usulkan di halaman Kunci dan wewenang.</translation>
        </message>
        <message>
            <source>The policy names another player for {display}. Do not approve before that is clear.</source>
            <translation>Kebijakan menyebut pemutar lain untuk {display}. Jangan setujui sebelum hal itu jelas.</translation>
        </message>
        <message>
            <source>The present password is not right; nothing was changed.</source>
            <translation>Kata sandi sekarang tidak benar; tidak ada yang diubah.</translation>
        </message>
        <message>
            <source>The slot “{slot}” is booked into the part “{region}”; move or delete it first.</source>
            <translation>Jadwal “{slot}” terpasang di bagian “{region}”; pindahkan atau hapus dulu.</translation>
        </message>
        <message>
            <source>The trail ends after entry {last}, but entry {at} was there: the end is missing.</source>
            <translation>Jejak berakhir setelah catatan {last}, padahal catatan {at} pernah ada: ujungnya hilang.</translation>
        </message>
        <message>
            <source>This is not the passphrase that the keys were sealed with. Try again.</source>
            <translation>Ini bukan frasa sandi yang menyegel kuncinya. Coba lagi.</translation>
        </message>
        <message>
            <source>This key does not count here. Those who may sign are: {names}.</source>
            <translation>Kunci ini tidak berlaku di sini. Yang boleh menandatangani: {names}.</translation>
        </message>
        <message>
            <source>Too many drafts of {group} wait already; decide on those first.</source>
            <translation>Terlalu banyak rancangan {group} menunggu; putuskan yang itu dulu.</translation>
        </message>
        <message>
            <source>What the hub calls published in {group} is not what was signed. Look into the hub.</source>
            <translation>Yang disebut hub sudah terbit di {group} bukan yang ditandatangani. Periksa hub.</translation>
        </message>
        <message>
            <source>{display} has another player than before. Ask who replaced it.</source>
            <translation>{display} memakai pemutar lain dari sebelumnya. Tanyakan siapa yang menggantinya.</translation>
        </message>
        <message>
            <source>{display} is no wall that the policy lists.</source>
            <translation>{display} bukan layar yang tercantum dalam kebijakan.</translation>
        </message>
        <message>
            <source>{display} would get no programme any more.</source>
            <translation>{display} tidak akan mendapat program lagi.</translation>
        </message>
        <message>
            <source>{folder} has {free} MB left, and the backup needs {wanted} MB. Free some space there, or choose another folder.</source>
            <translation>{folder} tinggal {free} MB, padahal cadangan butuh {wanted} MB. Kosongkan sebagian, atau pilih folder lain.</translation>
        </message>
        <message>
            <source>{folder} is full; nothing was changed. Free some space there, or choose another folder.</source>
            <translation>{folder} penuh; tidak ada yang berubah. Kosongkan sebagian, atau pilih folder lain.</translation>
        </message>
        <message>
            <source>{folder} is no whole path; write it from the root, as /srv/cap.</source>
            <translation>{folder} bukan jalur lengkap; tulis dari akar, misalnya /srv/cap.</translation>
        </message>
        <message>
            <source>{folder} lies inside what is backed up. Choose a folder elsewhere, best on another disk.</source>
            <translation>{folder} ada di dalam yang dicadangkan. Pilih folder lain, sebaiknya di cakram lain.</translation>
        </message>
        <message>
            <source>{host} is in the office's own network ({address}). If that is meant, write its network into the form.</source>
            <translation>{host} ada di jaringan kantor sendiri ({address}). Jika memang itu maksudnya, isi jaringannya di formulir.</translation>
        </message>
        <message>
            <source>{host} was not found; check the address and the network.</source>
            <translation>{host} tidak ditemukan; periksa alamat dan jaringannya.</translation>
        </message>
        <message>
            <source>{name} cannot be read; copy it to this computer or save it anew, then try again.</source>
            <translation>{name} tidak dapat dibaca; salin ke komputer ini atau simpan ulang, lalu coba lagi.</translation>
        </message>
        <message>
            <source>{name} has far too many pixels; make it smaller.</source>
            <translation>{name} terlalu banyak pikselnya; perkecil.</translation>
        </message>
        <message>
            <source>{name} has no pictures, only sound; a wall needs something to see.</source>
            <translation>{name} tidak bergambar, hanya suara; layar perlu sesuatu untuk dilihat.</translation>
        </message>
        <message>
            <source>{name} has signed this draft already; somebody else has to approve it.</source>
            <translation>{name} sudah menandatangani rancangan ini; orang lain harus menyetujuinya.</translation>
        </message>
        <message>
            <source>{name} has {pages} pages, more than can be used; split it.</source>
            <translation>{name} berisi {pages} halaman, lebih dari yang dapat dipakai; bagilah.</translation>
        </message>
        <message>
            <source>{name} holds no picture that can be shown; save it anew as MP4 (H.264).</source>
            <translation>{name} tidak berisi gambar yang dapat ditampilkan; simpan ulang sebagai MP4 (H.264).</translation>
        </message>
        <message>
            <source>{name} in the backup is damaged or gone; use another backup.</source>
            <translation>{name} di cadangan rusak atau hilang; pakai cadangan lain.</translation>
        </message>
        <message>
            <source>{name} is a damaged PDF; export it again.</source>
            <translation>{name} adalah PDF rusak; ekspor ulang.</translation>
        </message>
        <message>
            <source>{name} is a picture of a kind that cannot be used ({kind}); save it as PNG or JPG.</source>
            <translation>{name} adalah jenis gambar yang tidak dapat dipakai ({kind}); simpan sebagai PNG atau JPG.</translation>
        </message>
        <message>
            <source>{name} is a program, not a picture or a video; delete it unless you know it.</source>
            <translation>{name} adalah program, bukan gambar atau video; hapus bila Anda tidak mengenalnya.</translation>
        </message>
        <message>
            <source>{name} is a recording of a kind that cannot be used; save it as MP4.</source>
            <translation>{name} adalah jenis rekaman yang tidak dapat dipakai; simpan sebagai MP4.</translation>
        </message>
        <message>
            <source>{name} is a text file and not what its name says; choose a picture or a video.</source>
            <translation>{name} adalah berkas teks, bukan seperti namanya; pilih gambar atau video.</translation>
        </message>
        <message>
            <source>{name} is a web page, not a picture or a video; save the picture itself.</source>
            <translation>{name} adalah halaman web, bukan gambar atau video; simpan gambarnya sendiri.</translation>
        </message>
        <message>
            <source>{name} is an archive; unpack it and choose the file inside.</source>
            <translation>{name} adalah arsip; ekstrak lalu pilih berkas di dalamnya.</translation>
        </message>
        <message>
            <source>{name} is an office document; open it, save it as PDF and choose the PDF.</source>
            <translation>{name} adalah dokumen kantor; buka, simpan sebagai PDF, lalu pilih PDF itu.</translation>
        </message>
        <message>
            <source>{name} is damaged or incomplete; copy it again or save it anew.</source>
            <translation>{name} rusak atau tidak utuh; salin atau simpan ulang.</translation>
        </message>
        <message>
            <source>{name} is empty (0 bytes); copy it again from where it came.</source>
            <translation>{name} kosong (0 bita); salin ulang dari asalnya.</translation>
        </message>
        <message>
            <source>{name} is cut off: it says that it has {size}, but only {there} are there; copy or download it again.</source>
            <translation>{name} terpotong: katanya berukuran {size}, tetapi hanya ada {there}; salin atau unduh ulang.</translation>
        </message>
        <message>
            <source>Page {page} of {name} is too large to be drawn; choose another.</source>
            <translation>Halaman {page} dari {name} terlalu besar untuk digambar; pilih halaman lain.</translation>
        </message>
        <message>
            <source>The hub's disk is full; {name} was not prepared. Make room there, then add it again.</source>
            <translation>Disk hub penuh; {name} tidak disiapkan. Kosongkan ruang di sana, lalu tambahkan lagi.</translation>
        </message>
        <message>
            <source>The animation takes longer than an hour; save it as MP4.</source>
            <translation>Animasinya lebih lama dari satu jam; simpan sebagai MP4.</translation>
        </message>
        <message>
            <source>{name} has no page {page}; choose one from 1 to {most}.</source>
            <translation>{name} tidak punya halaman {page}; pilih dari 1 sampai {most}.</translation>
        </message>
        <message>
            <source>{name} lasts {length} s, and is cut to begin after {begins} s, so nothing is left; cut it anew.</source>
            <translation>{name} berdurasi {length} dtk, padahal potongannya mulai setelah {begins} dtk, jadi tidak ada yang tersisa; potong ulang.</translation>
        </message>
        <message>
            <source>{name} is incomplete, as when a recording was cut off; record or copy it again.</source>
            <translation>{name} tidak utuh, seperti rekaman yang terputus; rekam atau salin ulang.</translation>
        </message>
        <message>
            <source>{name} is larger than {size}; choose a smaller file.</source>
            <translation>{name} lebih besar dari {size}; pilih berkas yang lebih kecil.</translation>
        </message>
        <message>
            <source>{name} is locked with a password; save a copy without one and import that.</source>
            <translation>{name} terkunci kata sandi; simpan salinan tanpa sandi lalu impor yang itu.</translation>
        </message>
        <message>
            <source>{name} is longer than a day; cut it into parts.</source>
            <translation>{name} lebih panjang dari sehari; potong menjadi beberapa bagian.</translation>
        </message>
        <message>
            <source>{name} is no longer there; choose the file again.</source>
            <translation>{name} sudah tidak ada; pilih berkasnya lagi.</translation>
        </message>
        <message>
            <source>{name} is no picture that can be used; choose a PNG or JPG.</source>
            <translation>{name} bukan gambar yang dapat dipakai; pilih PNG atau JPG.</translation>
        </message>
        <message>
            <source>{name} is of no kind that a wall can show; choose a picture, a video or a PDF.</source>
            <translation>{name} bukan jenis berkas yang dapat ditayangkan; pilih gambar, video, atau PDF.</translation>
        </message>
        <message>
            <source>{name} made no progress and was given up; save it anew.</source>
            <translation>{name} tidak ada kemajuan dan dihentikan; simpan ulang.</translation>
        </message>
        <message>
            <source>{name} measures {size} pixels, more than can be used; make it smaller.</source>
            <translation>{name} berukuran {size} piksel, melebihi batas; perkecil.</translation>
        </message>
        <message>
            <source>{name} needs more memory than a file may take; make it smaller.</source>
            <translation>{name} memerlukan memori melebihi batas; perkecil.</translation>
        </message>
        <message>
            <source>{name} would become too large when prepared; shorten it.</source>
            <translation>{name} akan terlalu besar setelah disiapkan; pendekkan.</translation>
        </message>
        <message>
            <source>{url} answered with the error {status}; look at its address in a browser.</source>
            <translation>{url} menjawab dengan kesalahan {status}; periksa alamatnya di peramban.</translation>
        </message>
        <message>
            <source>{url} cannot be reached; check the network, or try again later.</source>
            <translation>{url} tidak terjangkau; periksa jaringan, atau coba lagi nanti.</translation>
        </message>
        <message>
            <source>{url} is no address; write it as https://name/path.</source>
            <translation>{url} bukan alamat; tulis seperti https://nama/jalur.</translation>
        </message>
        <message>
            <source>{url} took too long; try again later.</source>
            <translation>{url} terlalu lama menjawab; coba lagi nanti.</translation>
        </message>
        <message>
            <source>{url} was cut off; try again later.</source>
            <translation>{url} terputus di tengah jalan; coba lagi nanti.</translation>
        </message>
        <message>
            <source>{wall}: the check-up of {day} found that its machine is too weak.</source>
            <translation>{wall}: menurut pemeriksaan {day}, komputernya terlalu lemah.</translation>
        </message>
        <message>
            <source>{wall}: videos are decoded only {n} times as fast as needed ({least} is the least), so they may stutter. Use a lower frame rate, fewer parts or a stronger machine.</source>
            <translation>{wall}: video hanya didekode {n} kali secepat yang diperlukan (sedikitnya {least}), sehingga bisa tersendat. Pakai laju gambar lebih rendah, bagian lebih sedikit, atau komputer lebih kuat.</translation>
        </message>
        <message>
            <source>“{wall}” was paired after the last publication. Publish, and it plays.</source>
            <translation>“{wall}” dipasangkan setelah penerbitan terakhir. Terbitkan, lalu layar itu menayangkannya.</translation>
        </message>
        <message>
            <source>“{title}” cannot be used and will be left out.</source>
            <translation>“{title}” tidak dapat dipakai dan akan dilewati.</translation>
        </message>
        <message>
            <source>“{title}” has expired and will be left out.</source>
            <translation>“{title}” kedaluwarsa dan akan dilewati.</translation>
        </message>
        <message>
            <source>“{title}” is no picture; choose a picture.</source>
            <translation>“{title}” bukan gambar; pilih sebuah gambar.</translation>
        </message>
        <message>
            <source>“{title}” is no announcement; choose an announcement.</source>
            <translation>“{title}” bukan pengumuman; pilih sebuah pengumuman.</translation>
        </message>
        <message>
            <source>“{title}” is no live stream; choose a live stream.</source>
            <translation>“{title}” bukan siaran langsung; pilih sebuah siaran langsung.</translation>
        </message>
        <message>
            <source>“{title}” is no picture; choose a picture or a document to be shown first.</source>
            <translation>“{title}” bukan gambar; pilih gambar atau dokumen untuk ditampilkan lebih dulu.</translation>
        </message>
        <message>
            <source>“{title}” has no words that can be changed; write a new announcement.</source>
            <translation>Kata-kata “{title}” tidak dapat diubah; tulis pengumuman baru.</translation>
        </message>
        <message>
            <source>“{title}” is no video; choose a video.</source>
            <translation>“{title}” bukan video; pilih sebuah video.</translation>
        </message>
        <message>
            <source>“{title}” has no pages; choose a document.</source>
            <translation>“{title}” tidak berhalaman; pilih sebuah dokumen.</translation>
        </message>
        <message>
            <source>“{title}” has no file that could be replaced; change it instead.</source>
            <translation>“{title}” tidak punya berkas untuk diganti; ubah isinya saja.</translation>
        </message>
        <message>
            <source>“{title}” cannot be cropped.</source>
            <translation>“{title}” tidak dapat dipangkas.</translation>
        </message>
        <message>
            <source>“{title}” is no video; only a video can be cut.</source>
            <translation>“{title}” bukan video; hanya video yang dapat dipotong.</translation>
        </message>
        <message>
            <source>That is no part of “{title}”; choose a beginning before the end, within it.</source>
            <translation>Itu bukan bagian dari “{title}”; pilih awal sebelum akhir, di dalam panjangnya.</translation>
        </message>
        <message>
            <source>“{title}” is still being prepared for {wall} and would be left out there.</source>
            <translation>“{title}” masih disiapkan untuk {wall} dan akan dilewati di sana.</translation>
        </message>
        <message>
            <source>“{wall}” has no part “{region}”; choose another or the main picture.</source>
            <translation>“{wall}” tidak punya bagian “{region}”; pilih yang lain atau gambar utama.</translation>
        </message>
        <message>
            <source>{name} cannot be looked at all the way through; let it be prepared anew.</source>
            <translation>{name} tidak dapat dilihat sampai habis; minta disiapkan ulang.</translation>
        </message>
        <message>
            <source>{name} cannot be shown at {at} s; let it be prepared anew before you approve it.</source>
            <translation>{name} tidak dapat ditampilkan pada detik {at}; minta disiapkan ulang sebelum Anda menyetujuinya.</translation>
        </message>
        <message>
            <source>{name} does not tell what is needed to show it; save it anew as MP4 (H.264).</source>
            <translation>{name} tidak memuat keterangan yang diperlukan untuk menampilkannya; simpan ulang sebagai MP4 (H.264).</translation>
        </message>
        <message>
            <source>{name} has a page that cannot be drawn; export it again.</source>
            <translation>{name} berisi halaman yang tidak dapat digambar; ekspor ulang.</translation>
        </message>
        <message>
            <source>{name} has more pictures than can be looked at; let it be cut into parts.</source>
            <translation>{name} berisi lebih banyak gambar daripada yang dapat dilihat; minta dipotong menjadi beberapa bagian.</translation>
        </message>
        <message>
            <source>{name} has {count} pictures or streams, more than can be used; save it anew as MP4.</source>
            <translation>{name} berisi {count} gambar atau aliran, lebih dari yang dapat dipakai; simpan ulang sebagai MP4.</translation>
        </message>
        <message>
            <source>{name} holds several films at once; let it be prepared anew with one of them.</source>
            <translation>{name} berisi beberapa film sekaligus; minta disiapkan ulang dengan salah satunya.</translation>
        </message>
        <message>
            <source>No room is left for {name} in {folder}. Remove files from that disk, then try again.</source>
            <translation>Tidak ada ruang lagi untuk {name} di {folder}. Hapus berkas dari disk itu, lalu coba lagi.</translation>
        </message>
        <message>
            <source>Too much is typed and not saved ({count} more than can be kept).</source>
            <translation>Terlalu banyak yang diketik dan belum disimpan ({count} lebih dari yang dapat dijaga).</translation>
        </message>
        <message>
            <source>Too many changes wait for the hub ({count} more than can be kept).</source>
            <translation>Terlalu banyak perubahan menunggu hub ({count} lebih dari yang dapat dijaga).</translation>
        </message>
        <message>
            <source>The settings cannot be written to {file}, so they count only until displayctl is closed. Make room there, or look whether that folder may be written.</source>
            <translation>Pengaturan tidak dapat ditulis ke {file}, jadi hanya berlaku sampai displayctl ditutup. Sediakan ruang di sana, atau periksa apakah folder itu boleh ditulisi.</translation>
        </message>
        <message>
            <source>It was restarted {times} times within an hour; try again in {minutes} min.</source>
            <translation>Sudah dimulai ulang {times} kali dalam sejam; coba lagi {minutes} menit kemudian.</translation>
        </message>
        <message>
            <source>The player does not start anew now; try again later.</source>
            <translation>Pemutar belum bisa dimulai ulang sekarang; coba lagi nanti.</translation>
        </message>
        <message>
            <source>“{wall}” said nothing within {seconds} seconds; try again.</source>
            <translation>“{wall}” tidak menjawab dalam {seconds} detik; coba lagi.</translation>
        </message>
        <message>
            <source>“{wall}” sent no picture within {seconds} seconds; try again.</source>
            <translation>“{wall}” tidak mengirim foto dalam {seconds} detik; coba lagi.</translation>
        </message>
        <message>
            <source>The wall cannot try this canvas out; look at its numbers.</source>
            <translation>Layar tidak bisa mencoba kanvas ini; periksa angkanya.</translation>
        </message>
        <message>
            <source>“{wall}” is taken off the air and shows no pattern meanwhile; take that back first.</source>
            <translation>“{wall}” sedang diambil dari siaran dan tidak menampilkan pola uji; cabut perintahnya dulu.</translation>
        </message>
        <message>
            <source>“{field}” is longer than {most} letters; shorten it.</source>
            <translation>“{field}” lebih panjang dari {most} huruf; persingkat.</translation>
        </message>
        <message>
            <source>The accent stands out from the ground by only {ratio} : 1; 3 : 1 is the least.</source>
            <translation>Kontras aksen terhadap latar hanya {ratio} : 1; paling sedikit 3 : 1.</translation>
        </message>
        <message>
            <source>No font of this computer can draw {letter} ({code}); retype it.</source>
            <translation>Tidak ada huruf di komputer ini untuk {letter} ({code}); ketik ulang.</translation>
        </message>
        <message>
            <source>{name} is not written as UTF-8 text. Save it as that, then add it again.</source>
            <translation>{name} bukan teks UTF-8. Simpan sebagai teks UTF-8, lalu tambahkan lagi.</translation>
        </message>
        <message>
            <source>{name} breaks off in the middle. Write it to its end, then add it again.</source>
            <translation>{name} terpotong di tengah. Lengkapi sampai akhir, lalu tambahkan lagi.</translation>
        </message>
        <message>
            <source>{name} is no {kind} file: it cannot be read from line {line}, letter {column} on. Mend it there, then add it again.</source>
            <translation>{name} bukan berkas {kind}: tidak terbaca mulai baris {line}, huruf ke-{column}. Perbaiki di situ, lalu tambahkan lagi.</translation>
        </message>
        <message>
            <source>{name} is no {kind} file: {why}. Mend it there, then add it again.</source>
            <translation>{name} bukan berkas {kind}: {why}. Perbaiki, lalu tambahkan lagi.</translation>
        </message>
        <message>
            <source>{name} is larger than {size}; a template is a page of text.</source>
            <translation>{name} lebih besar dari {size}; templat cukup sehalaman teks.</translation>
        </message>
        <message>
            <source>{name} is no template; choose a file ending in .toml or .json.</source>
            <translation>{name} bukan templat; pilih berkas berakhiran .toml atau .json.</translation>
        </message>
        <message>
            <source>There are {count} templates of the office already; remove one first.</source>
            <translation>Sudah ada {count} templat kantor; hapus satu dulu.</translation>
        </message>
        <message>
            <source>The picture {name} does not lie beside the template; put it there.</source>
            <translation>Gambar {name} tidak ada di samping templat; letakkan di sana.</translation>
        </message>
        <message>
            <source>{name} is no plain name of a PNG, JPG or WebP that lies beside the template.</source>
            <translation>{name} bukan nama berkas PNG, JPG, atau WebP di samping templat.</translation>
        </message>
        <message>
            <source>The template says “{key}”, which is not known here. Known are: {known}.</source>
            <translation>Templat memuat “{key}”, yang tidak dikenal di sini. Yang dikenal: {known}.</translation>
        </message>
        <message>
            <source>“{key}” of the template is {value}, which is none of: {known}.</source>
            <translation>“{key}” pada templat berisi {value}, padahal pilihannya: {known}.</translation>
        </message>
        <message>
            <source>“{key}” is missing in the template, or is not written as text.</source>
            <translation>“{key}” tidak ada di templat, atau tidak ditulis sebagai teks.</translation>
        </message>
        <message>
            <source>No letters can be read on both ground colours of the template; choose others.</source>
            <translation>Tidak ada huruf yang terbaca di kedua warna latar templat; pilih warna lain.</translation>
        </message>
        <message>
            <source>The templates {other} and another file share the id {name}; give one another id.</source>
            <translation>Templat {other} dan satu berkas lain memakai id {name} yang sama; ganti salah satu.</translation>
        </message>
        <message>
            <source>Too long for walls of {walls}; the others show it.</source>
            <translation>Terlalu panjang untuk layar {walls}; layar lain menayangkannya.</translation>
        </message>
        <message>
            <source>“{title}” is too long for {wall} and will be left out there.</source>
            <translation>“{title}” terlalu panjang untuk {wall} dan tidak ditayangkan di sana.</translation>
        </message>
        <message>
            <source>The key {path} cannot be read ({why}). Bring its backup back.</source>
            <translation>Kunci {path} tidak dapat dibaca ({why}). Kembalikan dari cadangannya.</translation>
        </message>
        <message>
            <source>The invitation {path} cannot be read ({why}). Name another file.</source>
            <translation>Undangan {path} tidak dapat dibaca ({why}). Pilih berkas lain.</translation>
        </message>
        <message>
            <source>The proposal {path} cannot be read ({why}). Name another file.</source>
            <translation>Usulan {path} tidak dapat dibaca ({why}). Pilih berkas lain.</translation>
        </message>
        <message>
            <source>The backup {name} cannot be read ({why}). Use another one.</source>
            <translation>Cadangan {name} tidak dapat dibaca ({why}). Pakai yang lain.</translation>
        </message>
        <message>
            <source>{name}: it cannot be read ({why}).</source>
            <translation>{name}: tidak dapat dibaca ({why}).</translation>
        </message>
        <message>
            <source>{path} could not be read to its end ({why}). Try again.</source>
            <translation>{path} tidak terbaca sampai habis ({why}). Coba lagi.</translation>
        </message>
        <message>
            <source>No folder can be made in {folder} ({why}). Free some space there.</source>
            <translation>Di {folder} tidak dapat dibuat folder ({why}). Kosongkan sebagian ruang di sana.</translation>
        </message>
        <message>
            <source>{name} is missing in {folder} ({why}). Bring a backup of the hub back.</source>
            <translation>{name} tidak ada di {folder} ({why}). Kembalikan cadangan hub.</translation>
        </message>
        <message>
            <source>Port {port} of this computer is not free ({why}). Choose another with --port.</source>
            <translation>Port {port} di komputer ini tidak dapat dipakai ({why}). Pilih yang lain dengan --port.</translation>
        </message>
        <message>
            <source>“{network}” is no network; write one as 10.1.0.0/16.</source>
            <translation>“{network}” bukan jaringan; tulis seperti 10.1.0.0/16.</translation>
        </message>
        <message>
            <source>The hub is out of reach ({why}).</source>
            <translation>Hub tidak terjangkau ({why}).</translation>
        </message>
    </context>
    <context>
        <name>SetUpWindow</name>
        <message>
            <source>Set up {wall}</source>
            <translation>Atur {wall}</translation>
        </message>
        <message>
            <source>Module, width</source>
            <translation>Lebar modul</translation>
        </message>
        <message>
            <source>Module, height</source>
            <translation>Tinggi modul</translation>
        </message>
        <message>
            <source>No picture of the wall yet</source>
            <translation>Belum ada foto layar</translation>
        </message>
        <message>
            <source>Save the canvas</source>
            <translation>Simpan kanvas</translation>
        </message>
        <message>
            <source>Test pattern</source>
            <translation>Pola uji</translation>
        </message>
        <message>
            <source>Show a pattern on the wall and turn the numbers until its border lies on the wall's edge. The wall follows at once; nothing is published by that.</source>
            <translation>Tampilkan pola di layar, lalu ubah angka sampai garis tepinya tepat di pinggir layar. Layar langsung mengikuti; tidak ada yang diterbitkan.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>End the pattern</source>
            <translation>Akhiri pola uji</translation>
        </message>
        <message>
            <source>Show it on the wall</source>
            <translation>Tampilkan di layar</translation>
        </message>
        <message>
            <source>The wall is away; look at its power and its network.</source>
            <translation>Layar tidak terhubung; periksa listrik dan jaringannya.</translation>
        </message>
        <message>
            <source>The public sees the pattern; it ends by itself after 10 minutes.</source>
            <translation>Masyarakat melihat pola ini; berakhir sendiri setelah 10 menit.</translation>
        </message>
        <message>
            <source>Look at the parts of the wall: {why}</source>
            <translation>Periksa bagian-bagian layar: {why}</translation>
        </message>
        <message>
            <source>On the wall since {time}, as the numbers say.</source>
            <translation>Tampil di layar sejak {time}, sesuai angkanya.</translation>
        </message>
        <message>
            <source>The wall itself at {time}</source>
            <translation>Foto layar pukul {time}</translation>
        </message>
        <message>
            <source>The canvas is saved. Publish it, so that the wall takes it.</source>
            <translation>Kanvas disimpan. Terbitkan agar layar memakainya.</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Language and start</source>
            <translation>Bahasa dan awal</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Tampilan</translation>
        </message>
    </context>
    <context>
        <name>SettingsWindow</name>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Pages of the settings</source>
            <translation>Halaman pengaturan</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
    </context>
    <context>
        <name>Showing</name>
        <message>
            <source>Emergency message</source>
            <translation>Pesan darurat</translation>
        </message>
        <message>
            <source>Interrupt “{slot}”</source>
            <translation>Sisipan “{slot}”</translation>
        </message>
        <message>
            <source>Slot “{slot}”</source>
            <translation>Slot “{slot}”</translation>
        </message>
        <message>
            <source>Filler, as nothing is booked</source>
            <translation>Pengisi, karena tidak ada jadwal</translation>
        </message>
        <message>
            <source>House card, as nothing is booked and there is no filler</source>
            <translation>Kartu rumah, karena tidak ada jadwal dan pengisi</translation>
        </message>
        <message>
            <source>Dark, as the wall is closed at this hour</source>
            <translation>Gelap, karena layar tutup pada jam ini</translation>
        </message>
        <message>
            <source>Off the air by order</source>
            <translation>Dihentikan atas perintah</translation>
        </message>
        <message>
            <source>{day} {starts}–{ends}: hidden by “{winner}”, because {why}</source>
            <translation>{day} {starts}–{ends}: tertutup “{winner}”, karena {why}</translation>
        </message>
        <message>
            <source> ({winner} against {loser})</source>
            <translation> ({winner} lawan {loser})</translation>
        </message>
        <message>
            <source>until {time}</source>
            <translation>sampai {time}</translation>
        </message>
    </context>
    <context>
        <name>SideChoice</name>
        <message>
            <source>on air</source>
            <translation>tayang</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>rancangan</translation>
        </message>
        <message>
            <source>{side}: wall</source>
            <translation>{side}: layar</translation>
        </message>
        <message>
            <source>{side}: programme</source>
            <translation>{side}: program</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Drafts that wait for a signature: {count}</source>
            <translation>Rancangan yang menunggu tanda tangan: {count}</translation>
        </message>
        <message>
            <source>EMERGENCY</source>
            <translation>DARURAT</translation>
        </message>
        <message>
            <source>Emergency drill</source>
            <translation>Latihan darurat</translation>
        </message>
        <message>
            <source>Emergency drill: practise in a window of its own; the walls write LATIHAN</source>
            <translation>Latihan darurat: berlatih di jendela tersendiri; layar menulis LATIHAN</translation>
        </message>
        <message>
            <source>Icons alone, without names</source>
            <translation>Ikon saja, tanpa nama</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
        <message>
            <source>Requests that nobody has looked at: {count}</source>
            <translation>Permohonan yang belum dilihat: {count}</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>Settings: look, size, language… (Ctrl+,)</source>
            <translation>Pengaturan: tampilan, ukuran, bahasa… (Ctrl+,)</translation>
        </message>
        <message>
            <source>Show the names of the pages</source>
            <translation>Tampilkan nama halaman</translation>
        </message>
        <message>
            <source>Signed in as {name}</source>
            <translation>Masuk sebagai {name}</translation>
        </message>
        <message>
            <source>Take over the walls with an emergency message (F12)</source>
            <translation>Ambil alih layar dengan pesan darurat (F12)</translation>
        </message>
        <message>
            <source>Warnings that wait for a decision: {count}</source>
            <translation>Peringatan yang menunggu keputusan: {count}</translation>
        </message>
        <message>
            <source>Jump to anything (Ctrl+K)</source>
            <translation>Lompat ke mana saja (Ctrl+K)</translation>
        </message>
    </context>
    <context>
        <name>SignInWindow</name>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Forgotten the password? An administrator gives a new one.</source>
            <translation>Lupa kata sandi? Administrator memberi yang baru.</translation>
        </message>
        <message>
            <source>Keep it and go on</source>
            <translation>Simpan dan lanjutkan</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nanti saja</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Kata sandi</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Masuk</translation>
        </message>
        <message>
            <source>Sign in at the hub {url}.</source>
            <translation>Masuk ke hub {url}.</translation>
        </message>
        <message>
            <source>Six digits from the authenticator app. Without the phone: one of the recovery codes.</source>
            <translation>Enam angka dari aplikasi autentikator. Tanpa ponsel: salah satu kode pemulihan.</translation>
        </message>
        <message>
            <source>Somebody else knows this password. Choose one of your own now.</source>
            <translation>Orang lain mengetahui kata sandi ini. Pilih milik Anda sendiri sekarang.</translation>
        </message>
        <message>
            <source>The name, the password or the code is not right. Try again, or ask an administrator.</source>
            <translation>Nama, kata sandi atau kode tidak benar. Coba lagi, atau tanyakan kepada administrator.</translation>
        </message>
        <message>
            <source>Too many tries failed. The next one is possible in {n} s; other people are not held up.</source>
            <translation>Terlalu banyak percobaan gagal. Berikutnya dapat dicoba dalam {n} dtk; orang lain tidak terhalang.</translation>
        </message>
    </context>
    <context>
        <name>Site</name>
        <message>
            <source>The LED controller's own Wi-Fi is off, or has a password of ours</source>
            <translation>Wi-Fi milik pengendali LED mati, atau memakai sandi kita</translation>
        </message>
        <message>
            <source>Look for its network with a phone in front of the wall.</source>
            <translation>Cari jaringannya dengan ponsel di depan layar.</translation>
        </message>
        <message>
            <source>The controller's default password was changed</source>
            <translation>Sandi bawaan pengendali sudah diganti</translation>
        </message>
        <message>
            <source>Default passwords stand in manuals; walls were hijacked with them.</source>
            <translation>Sandi bawaan tertulis di buku petunjuk; layar pernah dibajak dengannya.</translation>
        </message>
        <message>
            <source>No other input of the controller can be chosen or plugged in</source>
            <translation>Tidak ada masukan lain pengendali yang bisa dipilih atau dicolok</translation>
        </message>
        <message>
            <source>Switch off what is unused; no free HDMI socket within reach.</source>
            <translation>Matikan yang tidak dipakai; tidak ada colokan HDMI bebas yang terjangkau.</translation>
        </message>
        <message>
            <source>The infra-red receiver is covered or switched off</source>
            <translation>Penerima inframerah ditutup atau dimatikan</translation>
        </message>
        <message>
            <source>A remote control of the same brand switches the input from the street.</source>
            <translation>Remote semerek bisa mengganti masukan dari jalan.</translation>
        </message>
        <message>
            <source>The output shows the player alone, no mirrored desktop</source>
            <translation>Keluaran hanya menampilkan pemutar, bukan cermin desktop</translation>
        </message>
        <message>
            <source>Move the mouse and open a window: nothing of it may be on the wall.</source>
            <translation>Gerakkan tetikus dan buka jendela: tidak boleh tampak di layar.</translation>
        </message>
        <message>
            <source>No remote-control software runs on the player</source>
            <translation>Tidak ada perangkat lunak kendali jarak jauh di pemutar</translation>
        </message>
        <message>
            <source>AnyDesk, TeamViewer, VNC, RDP: removed, not only closed.</source>
            <translation>AnyDesk, TeamViewer, VNC, RDP: dihapus, bukan hanya ditutup.</translation>
        </message>
        <message>
            <source>USB ports are blocked or behind the lock</source>
            <translation>Colokan USB ditutup atau di balik kunci</translation>
        </message>
        <message>
            <source>On the player and on the controller.</source>
            <translation>Di pemutar dan di pengendali.</translation>
        </message>
        <message>
            <source>The player starts by itself, and its accounts have passwords of ours</source>
            <translation>Pemutar menyala sendiri, dan akunnya memakai sandi kita</translation>
        </message>
        <message>
            <source>Also the one of its start-up settings (BIOS); it starts from no stick.</source>
            <translation>Juga sandi pengaturan awal (BIOS); tidak bisa menyala dari stik.</translation>
        </message>
        <message>
            <source>Nobody can reach or replace the network cable</source>
            <translation>Kabel jaringan tidak bisa dijangkau atau diganti orang</translation>
        </message>
        <message>
            <source>In a pipe or the cabinet; free sockets of the switch are off.</source>
            <translation>Di dalam pipa atau lemari; colokan switch yang bebas dimatikan.</translation>
        </message>
        <message>
            <source>The cabinet is locked, and who has keys is known</source>
            <translation>Lemari terkunci, dan pemegang kuncinya diketahui</translation>
        </message>
        <message>
            <source>Write the names into the note.</source>
            <translation>Tulis namanya di catatan.</translation>
        </message>
        <message>
            <source>Staff can switch the wall off at the site in an emergency</source>
            <translation>Petugas dapat mematikan layar di lokasi saat darurat</translation>
        </message>
        <message>
            <source>Write into the note where the switch is, and who has been shown.</source>
            <translation>Tulis di catatan letak sakelar dan siapa yang sudah diberi tahu.</translation>
        </message>
        <message>
            <source>Yes, guarded</source>
            <translation>Ya, aman</translation>
        </message>
        <message>
            <source>No, open</source>
            <translation>Tidak, terbuka</translation>
        </message>
        <message>
            <source>Not there</source>
            <translation>Tidak ada</translation>
        </message>
        <message>
            <source>not looked at</source>
            <translation>belum diperiksa</translation>
        </message>
        <message>
            <source>open</source>
            <translation>terbuka</translation>
        </message>
        <message>
            <source>photo missing</source>
            <translation>foto belum ada</translation>
        </message>
        <message>
            <source>say why</source>
            <translation>sebutkan alasan</translation>
        </message>
        <message>
            <source>done</source>
            <translation>beres</translation>
        </message>
        <message>
            <source>Site checklist…</source>
            <translation>Daftar periksa lokasi…</translation>
        </message>
        <message>
            <source>Commissioned</source>
            <translation>Layak operasi</translation>
        </message>
        <message>
            <source>Not commissioned: {done} of {count}</source>
            <translation>Belum layak operasi: {done} dari {count}</translation>
        </message>
    </context>
    <context>
        <name>SiteLine</name>
        <message>
            <source>Note</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>Photo…</source>
            <translation>Foto…</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.heic *.webp)</source>
            <translation>Gambar (*.jpg *.jpeg *.png *.heic *.webp)</translation>
        </message>
    </context>
    <context>
        <name>SiteWindow</name>
        <message>
            <source>Site checklist of {wall}</source>
            <translation>Daftar periksa lokasi {wall}</translation>
        </message>
        <message>
            <source>Signatures cannot help where somebody reaches the wall by another way. Look at each, and take a photo.</source>
            <translation>Tanda tangan tidak menolong bila layar dicapai lewat jalan lain. Periksa satu per satu dan ambil fotonya.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>{wall} is commissioned.</source>
            <translation>{wall} layak operasi.</translation>
        </message>
    </context>
    <context>
        <name>SlotEditor</name>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>Own hours</source>
            <translation>Jam sendiri</translation>
        </message>
        <message>
            <source>A part of the day</source>
            <translation>Bagian hari</translation>
        </message>
        <message>
            <source>All day</source>
            <translation>Sepanjang hari</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Mulai</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Part of the day</source>
            <translation>Bagian hari</translation>
        </message>
        <message>
            <source>Loops through its hours</source>
            <translation>Berulang sepanjang jamnya</translation>
        </message>
        <message>
            <source>Interrupts the loop</source>
            <translation>Menyela tayangan</translation>
        </message>
        <message>
            <source> × an hour</source>
            <translation> × per jam</translation>
        </message>
        <message>
            <source>How often an hour</source>
            <translation>Berapa kali per jam</translation>
        </message>
        <message>
            <source>Slot</source>
            <translation>Slot</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Playlist</source>
            <translation>Daftar putar</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Way of playing</source>
            <translation>Cara tayang</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioritas</translation>
        </message>
        <message>
            <source>0 to 100; where slots overlap, the higher one is shown.</source>
            <translation>0 sampai 100; bila slot bertumpuk, yang lebih tinggi yang tayang.</translation>
        </message>
        <message>
            <source>Give the slot a name.</source>
            <translation>Beri nama pada slot ini.</translation>
        </message>
        <message>
            <source>Tick at least one wall.</source>
            <translation>Centang paling sedikit satu layar.</translation>
        </message>
        <message>
            <source>Pick at least one day of the week.</source>
            <translation>Pilih paling sedikit satu hari dalam seminggu.</translation>
        </message>
        <message>
            <source>Pick at least one day of the month.</source>
            <translation>Pilih paling sedikit satu tanggal.</translation>
        </message>
        <message>
            <source>The last day is before the first day; give a later day.</source>
            <translation>Hari terakhir mendahului hari pertama; pilih yang lebih akhir.</translation>
        </message>
        <message>
            <source>There is no part of the day to choose; give it hours of its own.</source>
            <translation>Belum ada bagian hari yang dapat dipilih; beri jam sendiri.</translation>
        </message>
        <message>
            <source>Tick at most 16 sets of holidays.</source>
            <translation>Centang paling banyak 16 daftar hari libur.</translation>
        </message>
    </context>
    <context>
        <name>SlotFields</name>
        <message>
            <source>name</source>
            <translation>nama</translation>
        </message>
        <message>
            <source>playlist</source>
            <translation>daftar putar</translation>
        </message>
        <message>
            <source>walls</source>
            <translation>layar</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>jam</translation>
        </message>
        <message>
            <source>dates</source>
            <translation>tanggal</translation>
        </message>
        <message>
            <source>way of playing</source>
            <translation>cara tayang</translation>
        </message>
        <message>
            <source>part of the wall and volume</source>
            <translation>bagian layar dan volume</translation>
        </message>
        <message>
            <source>priority</source>
            <translation>prioritas</translation>
        </message>
    </context>
    <context>
        <name>SlotMemory</name>
        <message>
            <source>Changes of “{name}” from {when} were not saved, and were kept.</source>
            <translation>Perubahan “{name}” dari {when} belum disimpan, dan masih ada di sini.</translation>
        </message>
        <message>
            <source>There are {count} more.</source>
            <translation>Masih ada {count} lagi.</translation>
        </message>
        <message>
            <source>Continue where you were</source>
            <translation>Lanjutkan yang tadi</translation>
        </message>
        <message>
            <source>Somebody else changed this slot meanwhile: {fields}. The form keeps what you typed.</source>
            <translation>Orang lain baru saja mengubah slot ini: {fields}. Isian Anda tetap di formulir.</translation>
        </message>
        <message>
            <source>Somebody else changed this slot meanwhile: {fields}. The form has it now, beside yours.</source>
            <translation>Orang lain baru saja mengubah slot ini: {fields}. Perubahannya kini ada di formulir, di samping isian Anda.</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>Ambil punya mereka</translation>
        </message>
        <message>
            <source>“{name}” was deleted at another desk while you changed it. What you typed is kept.</source>
            <translation>“{name}” dihapus di meja lain saat Anda mengubahnya. Yang Anda ketik tetap ada.</translation>
        </message>
        <message>
            <source>Book it again</source>
            <translation>Jadwalkan lagi</translation>
        </message>
        <message>
            <source>Book {name}</source>
            <translation>Jadwalkan {name}</translation>
        </message>
    </context>
    <context>
        <name>SlotPlace</name>
        <message>
            <source>Part of the wall</source>
            <translation>Bagian layar</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Suara</translation>
        </message>
    </context>
    <context>
        <name>Slots</name>
        <message>
            <source>and {count} more</source>
            <translation>dan {count} lagi</translation>
        </message>
        <message>
            <source>{count} more bookings here. Click for the day, or choose one wall.</source>
            <translation>{count} jadwal lain di sini. Klik untuk melihat harinya, atau pilih satu layar.</translation>
        </message>
        <message>
            <source>{count} more booking here. Click for the day, or choose one wall.</source>
            <translation>{count} jadwal lain di sini. Klik untuk melihat harinya, atau pilih satu layar.</translation>
        </message>
        <message>
            <source>{kind} · priority {priority}</source>
            <translation>{kind} · prioritas {priority}</translation>
        </message>
        <message>
            <source>24 hours</source>
            <translation>24 jam</translation>
        </message>
        <message>
            <source>All day</source>
            <translation>Sepanjang hari</translation>
        </message>
        <message>
            <source>24 hours from {time}</source>
            <translation>24 jam mulai {time}</translation>
        </message>
        <message>
            <source>{hours} (next day)</source>
            <translation>{hours} (esok hari)</translation>
        </message>
        <message>
            <source>Loops through its hours</source>
            <translation>Berulang sepanjang jamnya</translation>
        </message>
        <message>
            <source>Interrupts {count} times an hour</source>
            <translation>Menyela {count} kali per jam</translation>
        </message>
        <message>
            <source>Interrupts once an hour</source>
            <translation>Menyela sekali per jam</translation>
        </message>
    </context>
    <context>
        <name>Start</name>
        <message>
            <source>The hub does not start. {why} The walls play on meanwhile.</source>
            <translation>Hub tidak dapat dijalankan. {why} Layar tetap tayang.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be used ({reason}). Choose another with --data.</source>
            <translation>Folder {folder} tidak dapat dipakai ({reason}). Pilih folder lain dengan --data.</translation>
        </message>
        <message>
            <source>More is written in {log}. The walls play on meanwhile.</source>
            <translation>Selengkapnya ada di {log}. Layar tetap menayangkan acaranya.</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Awal</translation>
        </message>
        <message>
            <source>The desk begins with</source>
            <translation>Program dibuka pada</translation>
        </message>
        <message>
            <source>the page that was open last</source>
            <translation>halaman yang terakhir dibuka</translation>
        </message>
    </context>
    <context>
        <name>StartWindow</name>
        <message>
            <source>Try again</source>
            <translation>Coba lagi</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Starting the control centre…</source>
            <translation>Menyalakan pusat kendali…</translation>
        </message>
        <message>
            <source>The control centre could not be started.</source>
            <translation>Pusat kendali tidak dapat dinyalakan.</translation>
        </message>
    </context>
    <context>
        <name>StatusTab</name>
        <message>
            <source>Save the picture…</source>
            <translation>Simpan foto…</translation>
        </message>
        <message>
            <source>Save the picture</source>
            <translation>Simpan foto</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>Gambar (*.png)</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Disimpan sebagai {path}</translation>
        </message>
        <message>
            <source>Open the site checklist</source>
            <translation>Buka daftar periksa lokasi</translation>
        </message>
        <message>
            <source>What it refused…</source>
            <translation>Yang ditolaknya…</translation>
        </message>
        <message>
            <source>Pair…</source>
            <translation>Pasangkan…</translation>
        </message>
        <message>
            <source>Plays now</source>
            <translation>Sedang tayang</translation>
        </message>
        <message>
            <source>No picture of the wall yet</source>
            <translation>Belum ada foto layar</translation>
        </message>
        <message>
            <source>Then: {title}</source>
            <translation>Lalu: {title}</translation>
        </message>
        <message>
            <source>The house card</source>
            <translation>Kartu rumah</translation>
        </message>
        <message>
            <source>Refused {ago}: {why}</source>
            <translation>Ditolak {ago}: {why}</translation>
        </message>
    </context>
    <context>
        <name>StickPage</name>
        <message>
            <source>Folder of the stick</source>
            <translation>Folder USB</translation>
        </message>
        <message>
            <source>Hold 3 seconds: write it to the stick</source>
            <translation>Tahan 3 detik: tulis ke USB</translation>
        </message>
        <message>
            <source>Take the stick to each wall and put it into a USB port of its player. Within about ten seconds the message is on the wall. Then take it to the next one. It ends by itself at the same time everywhere.</source>
            <translation>Bawa USB ke setiap layar dan pasang di port USB pemutarnya. Dalam kira-kira sepuluh detik pesannya tampil. Lalu bawa ke layar berikutnya. Pesan berakhir sendiri pada waktu yang sama di semua layar.</translation>
        </message>
        <message>
            <source>Write the message under “New message” and choose the walls</source>
            <translation>Tulis pesan di “Pesan baru” dan pilih layarnya</translation>
        </message>
        <message>
            <source>Put a USB stick into this computer</source>
            <translation>Pasang USB di komputer ini</translation>
        </message>
        <message>
            <source>Carry it to the walls</source>
            <translation>Bawa ke layar</translation>
        </message>
        <message>
            <source>The hub is there: send from “New message”. This way is for walls without a network.</source>
            <translation>Hub tersambung: kirim dari “Pesan baru”. Cara ini untuk layar tanpa jaringan.</translation>
        </message>
        <message>
            <source>The hub cannot be reached. This way needs neither the hub nor a network.</source>
            <translation>Hub tidak dapat dihubungi. Cara ini tidak memerlukan hub maupun jaringan.</translation>
        </message>
    </context>
    <context>
        <name>Storage</name>
        <message>
            <source>No player is paired with this wall yet.</source>
            <translation>Belum ada pemutar yang dipasangkan dengan layar ini.</translation>
        </message>
        <message>
            <source>{size} of media in {count} files</source>
            <translation>{size} media dalam {count} berkas</translation>
        </message>
        <message>
            <source>{size} of media in {count} file</source>
            <translation>{size} media dalam {count} berkas</translation>
        </message>
        <message>
            <source>At most {size} are kept for media</source>
            <translation>Paling banyak {size} disediakan untuk media</translation>
        </message>
        <message>
            <source>{size} are free on its disk</source>
            <translation>Sisa disk {size}</translation>
        </message>
        <message>
            <source>Nothing was published for this wall yet.</source>
            <translation>Belum ada yang diterbitkan untuk layar ini.</translation>
        </message>
        <message>
            <source>It has not answered to the newest publication yet.</source>
            <translation>Layar belum menjawab terbitan terbaru.</translation>
        </message>
        <message>
            <source>It has the newest programme, and fetches what that needs.</source>
            <translation>Program terbaru sudah diterima; isinya sedang diambil.</translation>
        </message>
        <message>
            <source>It has everything of the newest programme.</source>
            <translation>Seluruh isi program terbaru sudah ada di layar.</translation>
        </message>
        <message>
            <source>The newest programme is on air, but not all it needs is there yet: {count} files.</source>
            <translation>Program terbaru sudah tayang, tetapi isinya belum lengkap: kurang {count} berkas.</translation>
        </message>
        <message>
            <source>The newest programme is on air, but not all it needs is there yet: {count} file.</source>
            <translation>Program terbaru sudah tayang, tetapi isinya belum lengkap: kurang {count} berkas.</translation>
        </message>
        <message>
            <source>The newest programme is on air, with everything it needs.</source>
            <translation>Program terbaru sedang tayang, isinya lengkap.</translation>
        </message>
        <message>
            <source>It refused the newest publication; see “What it refused…”.</source>
            <translation>Layar menolak terbitan terbaru; lihat “Yang ditolaknya…”.</translation>
        </message>
        <message>
            <source>It has not told what is missing.</source>
            <translation>Layar belum memberi tahu apa yang kurang.</translation>
        </message>
        <message>
            <source>Nothing is missing.</source>
            <translation>Tidak ada yang kurang.</translation>
        </message>
        <message>
            <source>{count} files are missing.</source>
            <translation>{count} berkas masih kurang.</translation>
        </message>
        <message>
            <source>{count} file is missing.</source>
            <translation>{count} berkas masih kurang.</translation>
        </message>
        <message>
            <source>{count} files are missing, {size}; they are being fetched.</source>
            <translation>{count} berkas masih kurang, {size}; sedang diambil.</translation>
        </message>
        <message>
            <source>{count} file is missing, {size}; it is being fetched.</source>
            <translation>{count} berkas masih kurang, {size}; sedang diambil.</translation>
        </message>
    </context>
    <context>
        <name>StorageTab</name>
        <message>
            <source>Room used for media</source>
            <translation>Ruang yang terpakai untuk media</translation>
        </message>
        <message>
            <source>What was published</source>
            <translation>Yang diterbitkan</translation>
        </message>
        <message>
            <source>Room at the wall</source>
            <translation>Ruang simpan di layar</translation>
        </message>
        <message>
            <source>{share} % used</source>
            <translation>{share} % terpakai</translation>
        </message>
        <message>
            <source>It tells of its room while it is connected.</source>
            <translation>Ruang simpannya dilaporkan selama layar terhubung.</translation>
        </message>
    </context>
    <context>
        <name>StreamWindow</name>
        <message>
            <source>Change the live stream</source>
            <translation>Ubah siaran langsung</translation>
        </message>
        <message>
            <source>New live stream</source>
            <translation>Siaran langsung baru</translation>
        </message>
        <message>
            <source>As people call it: CCTV of the harbour</source>
            <translation>Sebutan sehari-hari: CCTV Pelabuhan</translation>
        </message>
        <message>
            <source> s</source>
            <translation> dtk</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>Seperti sebelumnya</translation>
        </message>
        <message>
            <source>A card with the title</source>
            <translation>Kartu berisi judul</translation>
        </message>
        <message>
            <source>Leave it empty to keep the address there is. </source>
            <translation>Kosongkan untuk memakai alamat yang ada. </translation>
        </message>
        <message>
            <source>RTSP, HLS (http or https) or RTP with its port. A name and password in it go to the walls and are shown to nobody.</source>
            <translation>RTSP, HLS (http atau https), atau RTP dengan portnya. Nama dan sandi di dalamnya dikirim ke layar dan tidak ditampilkan kepada siapa pun.</translation>
        </message>
        <message>
            <source>How long a wall waits for the first picture; then filler is shown.</source>
            <translation>Berapa lama layar menunggu gambar pertama; sesudah itu pengisi ditampilkan.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Alamat</translation>
        </message>
        <message>
            <source>Patience</source>
            <translation>Batas tunggu</translation>
        </message>
        <message>
            <source>Shown until the first picture has come</source>
            <translation>Ditampilkan sampai gambar pertama datang</translation>
        </message>
        <message>
            <source>Live streams are shown without sound.</source>
            <translation>Siaran langsung ditampilkan tanpa suara.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>“{title}” was saved.</source>
            <translation>“{title}” tersimpan.</translation>
        </message>
        <message>
            <source>Give the live stream a title.</source>
            <translation>Beri judul siaran langsung ini.</translation>
        </message>
        <message>
            <source>This is no address of a live stream. Write it as rtsp://host:554/path, https://host/path.m3u8 or rtp://239.1.2.3:5004, without spaces.</source>
            <translation>Ini bukan alamat siaran langsung. Tulis seperti rtsp://host:554/jalur, https://host/jalur.m3u8, atau rtp://239.1.2.3:5004, tanpa spasi.</translation>
        </message>
    </context>
    <context>
        <name>Submissions</name>
        <message>
            <source>Approved and published</source>
            <translation>Disetujui dan terbit</translation>
        </message>
        <message>
            <source>No signature yet; {needed} needed</source>
            <translation>Belum ada tanda tangan; perlu {needed}</translation>
        </message>
        <message>
            <source>Overtaken</source>
            <translation>Tersusul</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>Dikembalikan</translation>
        </message>
        <message>
            <source>Signed by {by}, on air since {when}.</source>
            <translation>Ditandatangani {by}, terbit sejak {when}.</translation>
        </message>
        <message>
            <source>Something else was published for these walls since. Approving it would undo that; hand the draft in anew.</source>
            <translation>Sesudah ini ada terbitan lain untuk layar yang sama. Menyetujuinya akan membatalkan terbitan itu; ajukan ulang rancangannya.</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Ditarik</translation>
        </message>
        <message>
            <source>Waits for approval</source>
            <translation>Menunggu persetujuan</translation>
        </message>
        <message>
            <source>somebody</source>
            <translation>seseorang</translation>
        </message>
        <message>
            <source>{by} sent it back on {when}: “{reason}”</source>
            <translation>{by} mengembalikannya pada {when}: “{reason}”</translation>
        </message>
        <message>
            <source>{by} took it back on {when}.</source>
            <translation>{by} menariknya pada {when}.</translation>
        </message>
        <message>
            <source>{done} of {count} signatures: {names}</source>
            <translation>{done} dari {count} tanda tangan: {names}</translation>
        </message>
        <message>
            <source>{done} of {count} signature: {names}</source>
            <translation>{done} dari {count} tanda tangan: {names}</translation>
        </message>
    </context>
    <context>
        <name>SubmitWindow</name>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>A word for those who approve</source>
            <translation>Pesan untuk yang menyetujui</translation>
        </message>
        <message>
            <source>First signature</source>
            <translation>Tanda tangan pertama</translation>
        </message>
        <message>
            <source>Hand in</source>
            <translation>Ajukan</translation>
        </message>
        <message>
            <source>Hand in for approval</source>
            <translation>Ajukan untuk disetujui</translation>
        </message>
        <message>
            <source>Handed in. Signatures still missing: {count}. See the page Approvals.</source>
            <translation>Diajukan. Tanda tangan yang masih kurang: {count}. Lihat halaman Persetujuan.</translation>
        </message>
        <message>
            <source>Letter 400.14/123/2026</source>
            <translation>Surat 400.14/123/2026</translation>
        </message>
        <message>
            <source>My name</source>
            <translation>Nama saya</translation>
        </message>
        <message>
            <source>My passphrase</source>
            <translation>Frasa sandi saya</translation>
        </message>
        <message>
            <source>The draft of the group {group} is frozen as it is now. Another person looks at it and signs it; only then do the walls take it. What you change afterwards is not part of it.</source>
            <translation>Rancangan kelompok {group} dibekukan seperti sekarang. Orang lain memeriksa dan menandatanganinya; baru setelah itu layar mengambilnya. Perubahan sesudahnya tidak termasuk.</translation>
        </message>
        <message>
            <source>The request it came from</source>
            <translation>Permintaan asalnya</translation>
        </message>
        <message>
            <source>Without a signature of mine</source>
            <translation>Tanpa tanda tangan saya</translation>
        </message>
        <message>
            <source>Handed in with all signatures. Approve it on the page Approvals, and the walls take it.</source>
            <translation>Diajukan dengan semua tanda tangan. Setujui di halaman Persetujuan, lalu layar menayangkannya.</translation>
        </message>
    </context>
    <context>
        <name>TargetWalls</name>
        <message>
            <source>For which walls?</source>
            <translation>Untuk layar mana?</translation>
        </message>
        <message>
            <source>These are shown first, and it has to fit on them. Where it fits on others too, it can be aired there.</source>
            <translation>Layar ini ditampilkan lebih dulu, dan pengumuman harus muat di sini. Di layar lain ia dapat ditayangkan bila muat juga.</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Pakai</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
    <context>
        <name>TemplateChoice</name>
        <message>
            <source>Remove the template</source>
            <translation>Hapus templat</translation>
        </message>
        <message>
            <source>Remove the template “{name}” from this computer? Announcements made with it stay as they are. This cannot be taken back.</source>
            <translation>Hapus templat “{name}” dari komputer ini? Pengumuman yang dibuat dengannya tetap seperti semula. Ini tidak dapat dibatalkan.</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Templat</translation>
        </message>
        <message>
            <source>Add template…</source>
            <translation>Tambah templat…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>Templates ({patterns})</source>
            <translation>Templat ({patterns})</translation>
        </message>
        <message>
            <source>The template “{name}” was added.</source>
            <translation>Templat “{name}” sudah ditambahkan.</translation>
        </message>
        <message>
            <source>The template was removed; announcements made with it stay as they are.</source>
            <translation>Templat sudah dihapus; pengumuman yang dibuat dengannya tetap seperti semula.</translation>
        </message>
    </context>
    <context>
        <name>TickerForm</name>
        <message>
            <source>Write here what is to run.</source>
            <translation>Tulis di sini apa yang hendak ditampilkan.</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Buang</translation>
        </message>
        <message>
            <source> px/s</source>
            <translation> px/dtk</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Kecepatan</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Huruf</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Latar</translation>
        </message>
        <message>
            <source>not there</source>
            <translation>tidak tampil</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Announcements whose words run too</source>
            <translation>Pengumuman yang kata-katanya ikut berjalan</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>Band on walls without a part for it</source>
            <translation>Pita di layar tanpa bagian untuknya</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>Teks</translation>
        </message>
        <message>
            <source>One a line, at most 50 of 500 characters; they take turns.</source>
            <translation>Satu per baris, paling banyak 50 teks masing-masing 500 huruf; tampil bergantian.</translation>
        </message>
        <message>
            <source>Walls (none ticked: every wall)</source>
            <translation>Layar (tanpa centang: semua layar)</translation>
        </message>
        <message>
            <source>It runs on no wall: choose others, or give it a band.</source>
            <translation>Tidak berjalan di layar mana pun: pilih layar lain, atau beri pita.</translation>
        </message>
        <message>
            <source>Give the running text a name.</source>
            <translation>Beri nama teks berjalan ini.</translation>
        </message>
        <message>
            <source>Write at least one text, and at most 50.</source>
            <translation>Tulis sedikitnya satu teks, dan paling banyak 50.</translation>
        </message>
        <message>
            <source>One of the texts is longer than 500 characters, or holds characters nobody sees.</source>
            <translation>Salah satu teks lebih dari 500 huruf, atau berisi karakter yang tidak terlihat.</translation>
        </message>
        <message>
            <source>The last day is before the first; give a later one.</source>
            <translation>Hari terakhir mendahului hari pertama; pilih yang lebih lambat.</translation>
        </message>
        <message>
            <source>As on {wall}: {n} seconds from edge to edge.</source>
            <translation>Seperti di {wall}: {n} detik dari tepi ke tepi.</translation>
        </message>
    </context>
    <context>
        <name>TickerMemory</name>
        <message>
            <source>Somebody else changed “{name}” meanwhile. The form has it now, beside what you typed.</source>
            <translation>Orang lain mengubah “{name}” sementara itu. Formulir kini memuatnya, di samping yang Anda ketik.</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>Ambil punya mereka</translation>
        </message>
        <message>
            <source>“{name}” was deleted at another desk while you changed it. What you typed is kept.</source>
            <translation>“{name}” dihapus di meja lain saat Anda mengubahnya. Yang Anda ketik tetap ada.</translation>
        </message>
        <message>
            <source>Make it again</source>
            <translation>Buat lagi</translation>
        </message>
        <message>
            <source>Make {name}</source>
            <translation>Buat {name}</translation>
        </message>
    </context>
    <context>
        <name>TickerStrip</name>
        <message>
            <source>Preview of the running text</source>
            <translation>Pratinjau teks berjalan</translation>
        </message>
    </context>
    <context>
        <name>Tickers</name>
        <message>
            <source>over since {date}</source>
            <translation>berakhir {date}</translation>
        </message>
        <message>
            <source>from {date} on</source>
            <translation>mulai {date}</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>sampai {date}</translation>
        </message>
        <message>
            <source>always</source>
            <translation>selalu</translation>
        </message>
    </context>
    <context>
        <name>TickersPage</name>
        <message>
            <source>Running texts</source>
            <translation>Teks berjalan</translation>
        </message>
        <message>
            <source>No running text yet</source>
            <translation>Belum ada teks berjalan</translation>
        </message>
        <message>
            <source>A running text passes along the lower edge of the walls, or in a part of them made for it, while pictures and videos go on above.</source>
            <translation>Teks berjalan melintas di tepi bawah layar, atau di bagian layar yang dibuat untuknya, sementara gambar dan video tetap diputar di atasnya.</translation>
        </message>
        <message>
            <source>New running text</source>
            <translation>Teks berjalan baru</translation>
        </message>
        <message>
            <source>Running text</source>
            <translation>Teks berjalan</translation>
        </message>
        <message>
            <source>{count} texts</source>
            <translation>{count} teks</translation>
        </message>
        <message>
            <source>{count} text</source>
            <translation>{count} teks</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>belum disimpan</translation>
        </message>
        <message>
            <source>Make {name}</source>
            <translation>Buat {name}</translation>
        </message>
        <message>
            <source>Change {name}</source>
            <translation>Ubah {name}</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>Hapus {name}</translation>
        </message>
    </context>
    <context>
        <name>TransitionChoice</name>
        <message>
            <source> s</source>
            <translation> dtk</translation>
        </message>
        <message>
            <source>Length of the transition</source>
            <translation>Lama peralihan</translation>
        </message>
    </context>
    <context>
        <name>Trust</name>
        <message>
            <source>use at least 12 characters, as four words that have nothing to do with each other</source>
            <translation>pakai paling sedikit 12 huruf, misalnya empat kata yang tidak saling berkaitan</translation>
        </message>
        <message>
            <source>Characters in the passphrase: {n}; {rule}.</source>
            <translation>Frasa sandi hanya {n} huruf; {rule}.</translation>
        </message>
        <message>
            <source>The passphrase repeats a few characters; {rule}.</source>
            <translation>Frasa sandi mengulang beberapa huruf saja; {rule}.</translation>
        </message>
        <message>
            <source>The passphrase is hardly more than a name; {rule}.</source>
            <translation>Frasa sandi hampir hanya nama; {rule}.</translation>
        </message>
        <message>
            <source>That is not the passphrase of {name}'s key; try again.</source>
            <translation>Itu bukan frasa sandi kunci {name}; coba lagi.</translation>
        </message>
        <message>
            <source>This computer has no key store that could keep a passphrase; type it each time.</source>
            <translation>Komputer ini tidak punya penyimpan kunci yang bisa menyimpan frasa sandi; ketik setiap kali.</translation>
        </message>
        <message>
            <source>The key is locked; nothing was signed.</source>
            <translation>Kunci terkunci; tidak ada yang ditandatangani.</translation>
        </message>
        <message>
            <source>Several people have keys at this desk, and nobody unlocked theirs; nothing was signed.</source>
            <translation>Beberapa orang punya kunci di meja ini dan belum ada yang membukanya; tidak ada yang ditandatangani.</translation>
        </message>
        <message>
            <source>There is no key at this desk; make one or bring one in on “Keys and authority”.</source>
            <translation>Tidak ada kunci di meja ini; buat atau masukkan satu di “Kunci dan wewenang”.</translation>
        </message>
        <message>
            <source>A key of {id} is at this desk already; take another name.</source>
            <translation>Kunci {id} sudah ada di meja ini; pakai nama lain.</translation>
        </message>
        <message>
            <source>{path} is there already; choose another folder, so that nothing is lost.</source>
            <translation>{path} sudah ada; pilih folder lain agar tidak ada yang hilang.</translation>
        </message>
        <message>
            <source>{path} cannot be written; choose another folder.</source>
            <translation>{path} tidak bisa ditulisi; pilih folder lain.</translation>
        </message>
        <message>
            <source>This is no invitation of displayctl; bring the right file.</source>
            <translation>Ini bukan undangan displayctl; bawa berkas yang benar.</translation>
        </message>
        <message>
            <source>The invitation of {name} was changed on its way; let them write it again.</source>
            <translation>Undangan {name} berubah di perjalanan; minta ia menulisnya lagi.</translation>
        </message>
        <message>
            <source>Nobody has made this installation theirs yet; do the first start.</source>
            <translation>Instalasi ini belum ada pemiliknya; lakukan mulai pertama kali.</translation>
        </message>
        <message>
            <source>What the hub hands out does not follow from what this desk knows; nothing was signed. Look into the hub, and compare fingerprints with another desk.</source>
            <translation>Yang diberikan hub tidak sesuai dengan yang diketahui meja ini; tidak ada yang ditandatangani. Periksa hub dan cocokkan sidik jari dengan meja lain.</translation>
        </message>
        <message>
            <source>That is how it is already; there is nothing to sign.</source>
            <translation>Sudah demikian adanya; tidak ada yang perlu ditandatangani.</translation>
        </message>
        <message>
            <source>This key is not asked for a signature here; unlock that of one of the people named.</source>
            <translation>Kunci ini tidak diminta menandatangani di sini; buka kunci salah satu orang yang disebut.</translation>
        </message>
        <message>
            <source>Without {who} only {left} are left for {role}, which needs {n}; add somebody for it first, or lower the number.</source>
            <translation>Tanpa {who} tinggal {left} orang untuk {role}, padahal perlu {n}; tambahkan orang dulu atau turunkan jumlahnya.</translation>
        </message>
        <message>
            <source>{role} would need more signatures ({n}) than there are people who may sign ({count}); add people first, or lower the number.</source>
            <translation>{role} akan perlu {n} tanda tangan, tetapi hanya {count} orang yang boleh menandatangani; tambahkan orang dulu atau turunkan jumlahnya.</translation>
        </message>
        <message>
            <source>{what} would be listed twice, for {one} and for {other}; nobody counts for two.</source>
            <translation>{what} akan tercantum dua kali, untuk {one} dan {other}; tidak ada yang dihitung dua orang.</translation>
        </message>
        <message>
            <source>The group {group} is there already.</source>
            <translation>Kelompok {group} sudah ada.</translation>
        </message>
        <message>
            <source>{role} was signed anew since this was proposed; propose it again.</source>
            <translation>{role} sudah ditandatangani ulang sejak diusulkan; usulkan lagi.</translation>
        </message>
        <message>
            <source>This is no proposal that can be read; bring the right file.</source>
            <translation>Ini bukan usulan yang bisa dibaca; bawa berkas yang benar.</translation>
        </message>
        <message>
            <source>That is not the code on the page of {file}; read all of it again.</source>
            <translation>Itu bukan kode pada halaman {file}; baca kembali seluruhnya.</translation>
        </message>
    </context>
    <context>
        <name>UnlockWindow</name>
        <message>
            <source>Unlock your key</source>
            <translation>Buka kunci Anda</translation>
        </message>
        <message>
            <source>Remember on this computer</source>
            <translation>Ingat di komputer ini</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Buka kunci</translation>
        </message>
        <message>
            <source>You sign with your own key. It stays unlocked for {n} minutes.</source>
            <translation>Anda menandatangani dengan kunci sendiri. Kunci tetap terbuka selama {n} menit.</translation>
        </message>
        <message>
            <source>Who signs</source>
            <translation>Siapa yang menandatangani</translation>
        </message>
        <message>
            <source>Then whoever uses this computer's account can sign in your name, without a passphrase.</source>
            <translation>Maka siapa pun yang memakai akun komputer ini dapat menandatangani atas nama Anda tanpa frasa sandi.</translation>
        </message>
        <message>
            <source>Lost the key or the passphrase…</source>
            <translation>Kunci atau frasa sandi hilang…</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frasa sandi</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>The key is unlocked, but was not remembered. {why}</source>
            <translation>Kunci terbuka, tetapi tidak diingat. {why}</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Lanjutkan</translation>
        </message>
    </context>
    <context>
        <name>Uploads</name>
        <message>
            <source>Too many files at once; wait until some are done.</source>
            <translation>Terlalu banyak berkas sekaligus; tunggu sampai sebagian selesai.</translation>
        </message>
        <message>
            <source>This is a folder; use “Import a folder…”.</source>
            <translation>Ini folder; gunakan “Impor folder…”.</translation>
        </message>
    </context>
    <context>
        <name>Versions</name>
        <message>
            <source>Players that are newer than the hub: {names}. Update the hub.</source>
            <translation>Pemutar yang lebih baru dari hub: {names}. Perbarui hub.</translation>
        </message>
        <message>
            <source>Players that are older than the hub: {names}. Update them.</source>
            <translation>Pemutar yang lebih lama dari hub: {names}. Perbarui.</translation>
        </message>
        <message>
            <source>The hub is newer ({hub}) than this window ({desk}). Update this computer.</source>
            <translation>Hub lebih baru ({hub}) daripada jendela ini ({desk}). Perbarui komputer ini.</translation>
        </message>
        <message>
            <source>This window is newer ({desk}) than the hub ({hub}). Update the hub's computer.</source>
            <translation>Jendela ini lebih baru ({desk}) daripada hub ({hub}). Perbarui komputer hub.</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>{count} lagi</translation>
        </message>
    </context>
    <context>
        <name>VersionsSection</name>
        <message>
            <source>Everything that is known runs the same version.</source>
            <translation>Semua yang diketahui menjalankan versi yang sama.</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>Hub</translation>
        </message>
        <message>
            <source>Python {python}, Qt {qt}, {system}</source>
            <translation>Python {python}, Qt {qt}, {system}</translation>
        </message>
        <message>
            <source>This window</source>
            <translation>Jendela ini</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versi</translation>
        </message>
        <message>
            <source>displayctl never asks the internet for updates; whoever looks after it brings them.</source>
            <translation>displayctl tidak pernah bertanya ke internet tentang pembaruan; yang merawatnya yang membawanya.</translation>
        </message>
    </context>
    <context>
        <name>WallAnswer</name>
        <message>
            <source>Dark</source>
            <translation>Gelap</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>Belum diketahui</translation>
        </message>
        <message>
            <source>The house card</source>
            <translation>Kartu rumah</translation>
        </message>
    </context>
    <context>
        <name>WallChanges</name>
        <message>
            <source>New wall</source>
            <translation>Layar baru</translation>
        </message>
        <message>
            <source>Nothing changes on this wall in the next 7 days.</source>
            <translation>Tidak ada yang berubah di layar ini dalam 7 hari ke depan.</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>dan {count} lagi</translation>
        </message>
    </context>
    <context>
        <name>WallChoice</name>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Filter walls</source>
            <translation>Saring layar</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Semua</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Kosongkan</translation>
        </message>
        <message>
            <source>{chosen} of {count} walls</source>
            <translation>{chosen} dari {count} layar</translation>
        </message>
        <message>
            <source>{chosen} of {count} wall</source>
            <translation>{chosen} dari {count} layar</translation>
        </message>
    </context>
    <context>
        <name>WallDetails</name>
        <message>
            <source>Status</source>
            <translation>Keadaan</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Bidang</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Riwayat</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>Simpanan</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Tindakan</translation>
        </message>
        <message>
            <source>Choose a wall at the left to see how it does. With Ctrl or Shift you choose several.</source>
            <translation>Pilih layar di sebelah kiri untuk melihat keadaannya. Dengan Ctrl atau Shift Anda memilih beberapa.</translation>
        </message>
        <message>
            <source>No wall is chosen</source>
            <translation>Belum ada layar dipilih</translation>
        </message>
        <message>
            <source>{n} walls chosen</source>
            <translation>{n} layar dipilih</translation>
        </message>
    </context>
    <context>
        <name>WallForm</name>
        <message>
            <source>As people call it: Tugu Adipura</source>
            <translation>Sebutannya sehari-hari: Tugu Adipura</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Change the wall</source>
            <translation>Ubah layar</translation>
        </message>
        <message>
            <source>Delete the wall</source>
            <translation>Hapus layar</translation>
        </message>
        <message>
            <source>From the left of the output</source>
            <translation>Dari kiri keluaran</translation>
        </message>
        <message>
            <source>From the top of the output</source>
            <translation>Dari atas keluaran</translation>
        </message>
        <message>
            <source>Give the wall a name.</source>
            <translation>Beri nama pada layar ini.</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Tinggi dalam piksel</translation>
        </message>
        <message>
            <source>Latitude and longitude from a map; warnings find the wall by them.</source>
            <translation>Lintang dan bujur dari peta; dengan itu peringatan menemukan layar ini.</translation>
        </message>
        <message>
            <source>Look at the parts of the wall: {why}</source>
            <translation>Periksa bagian layar: {why}</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Name one to {most} groups, in small letters and hyphens, as “utama”.</source>
            <translation>Sebutkan satu sampai {most} kelompok, huruf kecil dan tanda hubung, misalnya “utama”.</translation>
        </message>
        <message>
            <source>New wall</source>
            <translation>Layar baru</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Bagian</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Gambar</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Sound and logo</source>
            <translation>Suara dan logo</translation>
        </message>
        <message>
            <source>The wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>The wall shows exactly these pixels of the player's video output; nothing is scaled.</source>
            <translation>Layar menampilkan persis piksel ini dari keluaran video pemutar; tidak ada yang diskalakan.</translation>
        </message>
        <message>
            <source>This time zone is not known; choose one from the list, as Asia/Makassar.</source>
            <translation>Zona waktu ini tidak dikenal; pilih dari daftar, misalnya Asia/Makassar.</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona waktu</translation>
        </message>
        <message>
            <source>Turned clockwise by</source>
            <translation>Diputar searah jarum jam</translation>
        </message>
        <message>
            <source>Walls of a group share one published programme. Small letters and hyphens.</source>
            <translation>Layar sekelompok berbagi satu acara terbitan. Huruf kecil dan tanda hubung.</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>Di mana layar berdiri</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Lebar dalam piksel</translation>
        </message>
        <message>
            <source>Write where it stands as two numbers, as -0.9516, 122.7875.</source>
            <translation>Tulis letaknya sebagai dua angka, misalnya -0.9516, 122.7875.</translation>
        </message>
        <message>
            <source>{n} a second</source>
            <translation>{n} per detik</translation>
        </message>
    </context>
    <context>
        <name>WallHealthWindow</name>
        <message>
            <source>{hour} until now</source>
            <translation>{hour} sampai kini</translation>
        </message>
        <message>
            <source>Health of {wall}</source>
            <translation>Kesehatan {wall}</translation>
        </message>
        <message>
            <source>Try the whole programme again</source>
            <translation>Coba lagi seluruh tayangan</translation>
        </message>
        <message>
            <source>The last 24 hours</source>
            <translation>24 jam terakhir</translation>
        </message>
        <message>
            <source>What this wall can play</source>
            <translation>Yang sanggup diputar layar ini</translation>
        </message>
        <message>
            <source>Hour by hour</source>
            <translation>Jam demi jam</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Left out because they failed again and again: {media}. Upload them anew.</source>
            <translation>Dikarantina karena berulang kali gagal: {media}. Unggah ulang berkasnya.</translation>
        </message>
        <message>
            <source>frames presented</source>
            <translation>bingkai tampil</translation>
        </message>
        <message>
            <source>late</source>
            <translation>terlambat</translation>
        </message>
        <message>
            <source>dropped</source>
            <translation>terlewat</translation>
        </message>
        <message>
            <source>at a change of items, in the middle</source>
            <translation>saat ganti isi, tengahnya</translation>
        </message>
        <message>
            <source>at worst</source>
            <translation>terburuk</translation>
        </message>
        <message>
            <source>faults of decoders</source>
            <translation>gangguan dekoder</translation>
        </message>
        <message>
            <source>restarts of the stage</source>
            <translation>penggambar diulang</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>{codec}, {n} a second</source>
            <translation>{codec}, {n} per detik</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Isi</translation>
        </message>
        <message>
            <source>Presented</source>
            <translation>Tampil</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Terlambat</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>Terlewat</translation>
        </message>
        <message>
            <source>Seam</source>
            <translation>Jeda</translation>
        </message>
        <message>
            <source>95 %</source>
            <translation>95 %</translation>
        </message>
        <message>
            <source>Worst</source>
            <translation>Terburuk</translation>
        </message>
        <message>
            <source>Restarts</source>
            <translation>Diulang</translation>
        </message>
        <message>
            <source>No whole hour yet</source>
            <translation>Belum ada satu jam penuh</translation>
        </message>
        <message>
            <source>{wall} tries its whole programme again.</source>
            <translation>{wall} mencoba lagi seluruh tayangannya.</translation>
        </message>
    </context>
    <context>
        <name>WallList</name>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
    </context>
    <context>
        <name>WallMap</name>
        <message>
            <source>Map of the walls</source>
            <translation>Peta layar</translation>
        </message>
    </context>
    <context>
        <name>WallPlace</name>
        <message>
            <source>From a kecamatan…</source>
            <translation>Dari kecamatan…</translation>
        </message>
        <message>
            <source>Kecamatan</source>
            <translation>Kecamatan</translation>
        </message>
        <message>
            <source>Latitude and longitude</source>
            <translation>Lintang dan bujur</translation>
        </message>
    </context>
    <context>
        <name>WallPolicy</name>
        <message>
            <source>Open at all hours</source>
            <translation>Buka sepanjang waktu</translation>
        </message>
        <message>
            <source>Closed every day</source>
            <translation>Tutup setiap hari</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>tutup</translation>
        </message>
        <message>
            <source>Full brightness at all hours</source>
            <translation>Terang penuh sepanjang waktu</translation>
        </message>
        <message>
            <source>Emergency messages of the level Awas are shown in full brightness</source>
            <translation>Pesan darurat tingkat Awas ditayangkan terang penuh</translation>
        </message>
        <message>
            <source>Sound at all hours</source>
            <translation>Bersuara sepanjang waktu</translation>
        </message>
        <message>
            <source>No legal reference is given</source>
            <translation>Dasar hukum belum diisi</translation>
        </message>
        <message>
            <source>Legal reference: {rule}</source>
            <translation>Dasar hukum: {rule}</translation>
        </message>
    </context>
    <context>
        <name>WallRows</name>
        <message>
            <source>{group} · {count} walls</source>
            <translation>{group} · {count} layar</translation>
        </message>
        <message>
            <source>{group} · 1 wall</source>
            <translation>{group} · 1 layar</translation>
        </message>
        <message>
            <source>{walls} · {count} to look at</source>
            <translation>{walls} · {count} perlu dilihat</translation>
        </message>
    </context>
    <context>
        <name>WallSound</name>
        <message>
            <source>No logo</source>
            <translation>Tanpa logo</translation>
        </message>
        <message>
            <source>As: Diskominfo Kabupaten Banggai</source>
            <translation>Misalnya: Diskominfo Kabupaten Banggai</translation>
        </message>
        <message>
            <source>Corner</source>
            <translation>Sudut</translation>
        </message>
        <message>
            <source>Height, of the wall's</source>
            <translation>Tinggi, dari tinggi layar</translation>
        </message>
        <message>
            <source>Volume of the wall</source>
            <translation>Suara layar</translation>
        </message>
        <message>
            <source>Heard is</source>
            <translation>Yang terdengar</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Jam tenang</translation>
        </message>
        <message>
            <source>No sound in these hours, in the time of the wall; the pictures go on. Live streams are mute.</source>
            <translation>Tanpa suara pada jam-jam ini, menurut waktu layar; gambar tetap jalan. Siaran langsung selalu tanpa suara.</translation>
        </message>
        <message>
            <source>Logo over the picture</source>
            <translation>Logo di atas gambar</translation>
        </message>
        <message>
            <source>Whose wall it is</source>
            <translation>Milik siapa layar ini</translation>
        </message>
        <message>
            <source>Stands on the safe card, which the wall shows when it is taken off the air.</source>
            <translation>Tertulis di kartu aman, yang tampil saat layar diambil dari siaran.</translation>
        </message>
    </context>
    <context>
        <name>WallWindows</name>
        <message>
            <source>{wall} was changed at another desk, too. What you typed counts; undo brings theirs back.</source>
            <translation>{wall} juga diubah di komputer lain. Yang Anda ketik berlaku; urungkan untuk mengembalikan yang dari sana.</translation>
        </message>
        <message>
            <source>{wall} has its player. Does the picture lie where it should?</source>
            <translation>{wall} sudah punya pemutar. Apakah gambarnya tepat di tempatnya?</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translation>Tambah {name}</translation>
        </message>
        <message>
            <source>Change {name}</source>
            <translation>Ubah {name}</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>Hapus {name}</translation>
        </message>
    </context>
    <context>
        <name>Walls</name>
        <message>
            <source>The house card</source>
            <translation>Kartu rumah</translation>
        </message>
        <message>
            <source>Not paired</source>
            <translation>Belum dipasangkan</translation>
        </message>
        <message>
            <source>No player is bound to this wall yet.</source>
            <translation>Belum ada pemutar untuk layar ini.</translation>
        </message>
        <message>
            <source>Pair it with the code on the wall.</source>
            <translation>Pasangkan dengan kode di layar.</translation>
        </message>
        <message>
            <source>Away</source>
            <translation>Tidak terhubung</translation>
        </message>
        <message>
            <source>Last seen {ago}. It plays on with what it has.</source>
            <translation>Terakhir terlihat {ago}. Tetap tayang dari simpanannya.</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>Diam</translation>
        </message>
        <message>
            <source>Connected, but no sign of life since {ago}.</source>
            <translation>Terhubung, tetapi tanpa tanda hidup sejak {ago}.</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Outside its hours the wall is dark. Sign of life {ago}</source>
            <translation>Di luar jam bukanya layar gelap. Tanda hidup {ago}</translation>
        </message>
        <message>
            <source>On air, with faults</source>
            <translation>Tayang, ada gangguan</translation>
        </message>
        <message>
            <source>Sign of life {ago}</source>
            <translation>Tanda hidup {ago}</translation>
        </message>
        <message>
            <source>On air</source>
            <translation>Tayang</translation>
        </message>
        <message>
            <source>Nothing reported yet</source>
            <translation>Belum ada laporan</translation>
        </message>
        <message>
            <source>{title} · {length} left</source>
            <translation>{title} · sisa {length}</translation>
        </message>
        <message>
            <source>Nothing: outside its hours</source>
            <translation>Tidak ada: di luar jam buka</translation>
        </message>
        <message>
            <source>Nothing: dark by order</source>
            <translation>Tidak ada: sedang dipadamkan</translation>
        </message>
        <message>
            <source>The safe card</source>
            <translation>Kartu aman</translation>
        </message>
        <message>
            <source>A test pattern</source>
            <translation>Pola uji</translation>
        </message>
        <message>
            <source>The player's clock is wrong by {length}.</source>
            <translation>Jam pemutar meleset {length}.</translation>
        </message>
        <message>
            <source>The player's disk is nearly full.</source>
            <translation>Penyimpanan pemutar hampir penuh.</translation>
        </message>
    </context>
    <context>
        <name>WallsPage</name>
        <message>
            <source>Search walls</source>
            <translation>Cari layar</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Groups…</source>
            <translation>Kelompok…</translation>
        </message>
        <message>
            <source>Pair a player…</source>
            <translation>Pasangkan pemutar…</translation>
        </message>
        <message>
            <source>Add a wall</source>
            <translation>Tambah layar</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Daftar</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Peta</translation>
        </message>
        <message>
            <source>Add the first wall with its size in pixels. Then pair the player that stands behind it with the code it shows.</source>
            <translation>Tambahkan layar pertama dengan ukurannya dalam piksel. Lalu pasangkan pemutar di belakangnya dengan kode yang ditampilkannya.</translation>
        </message>
        <message>
            <source>No wall yet</source>
            <translation>Belum ada layar</translation>
        </message>
        <message>
            <source>No wall, group or title has these words. Try fewer.</source>
            <translation>Tidak ada layar, kelompok, atau judul dengan kata ini. Coba lebih sedikit kata.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Tidak ditemukan</translation>
        </message>
        <message>
            <source>{well} of {count} well</source>
            <translation>{well} dari {count} baik</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Semua kelompok</translation>
        </message>
        <message>
            <source>A player waits to be paired: {host}, code {code}</source>
            <translation>Ada pemutar menunggu dipasangkan: {host}, kode {code}</translation>
        </message>
        <message>
            <source>A player waits to be paired: {host}. Its code stands on the wall.</source>
            <translation>Ada pemutar menunggu dipasangkan: {host}. Kodenya tampil di layar.</translation>
        </message>
        <message>
            <source>Pair…</source>
            <translation>Pasangkan…</translation>
        </message>
        <message>
            <source>Place {wall}</source>
            <translation>Letakkan {wall}</translation>
        </message>
        <message>
            <source>{wall} stands there now. Ctrl+Z takes it back.</source>
            <translation>{wall} kini berada di sana. Ctrl+Z membatalkannya.</translation>
        </message>
    </context>
    <context>
        <name>WarningCard</name>
        <message>
            <source>Area: {names}.</source>
            <translation>Wilayah: {names}.</translation>
        </message>
        <message>
            <source>Change it first…</source>
            <translation>Ubah dahulu…</translation>
        </message>
        <message>
            <source>Do not show…</source>
            <translation>Jangan tampilkan…</translation>
        </message>
        <message>
            <source>Ends by itself after {length}.</source>
            <translation>Berakhir sendiri setelah {length}.</translation>
        </message>
        <message>
            <source>Hold 3 seconds: RALAT</source>
            <translation>Tahan 3 detik: RALAT</translation>
        </message>
        <message>
            <source>Hold 3 seconds: end it</source>
            <translation>Tahan 3 detik: akhiri</translation>
        </message>
        <message>
            <source>Hold 3 seconds: replace on {count} walls</source>
            <translation>Tahan 3 detik: ganti di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: replace on {count} wall</source>
            <translation>Tahan 3 detik: ganti di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: show on {count} walls</source>
            <translation>Tahan 3 detik: tampilkan di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: show on {count} wall</source>
            <translation>Tahan 3 detik: tampilkan di {count} layar</translation>
        </message>
        <message>
            <source>Its source says nothing more.</source>
            <translation>Sumbernya tidak mengatakan lebih banyak.</translation>
        </message>
        <message>
            <source>Nobody has entered where these walls stand; look whether they are meant.</source>
            <translation>Letak layar-layar ini belum diisi; pastikan memang layar inilah yang dimaksud.</translation>
        </message>
        <message>
            <source>Ready to be shown</source>
            <translation>Siap ditampilkan</translation>
        </message>
        <message>
            <source>Source: {source}</source>
            <translation>Sumber: {source}</translation>
        </message>
        <message>
            <source>changed {count} times</source>
            <translation>diubah {count} kali</translation>
        </message>
        <message>
            <source>changed once</source>
            <translation>diubah sekali</translation>
        </message>
        <message>
            <source>the programme goes on</source>
            <translation>tayangan berjalan terus</translation>
        </message>
        <message>
            <source>Show it at once instead</source>
            <translation>Tayangkan sekarang juga</translation>
        </message>
        <message>
            <source>Walls show it by themselves from {time} on, as its source says.</source>
            <translation>Layar menayangkannya sendiri mulai {time}, sesuai sumbernya.</translation>
        </message>
        <message>
            <source>Hold 3 seconds: show on {count} walls from {time} on</source>
            <translation>Tahan 3 detik: tayang di {count} layar mulai {time}</translation>
        </message>
        <message>
            <source>Hold 3 seconds: show on {count} wall from {time} on</source>
            <translation>Tahan 3 detik: tayang di {count} layar mulai {time}</translation>
        </message>
    </context>
    <context>
        <name>WarningStep</name>
        <message>
            <source>Not paired</source>
            <translation>Tidak dipasangkan</translation>
        </message>
        <message>
            <source>Other words mean that the player and this desk do not speak with the same hub: somebody may sit in the network between them. Nothing was approved; the wall shows nothing from there.</source>
            <translation>Kata yang berbeda berarti pemutar dan meja ini tidak berbicara dengan hub yang sama: mungkin ada yang menyusup di jaringan. Tidak ada yang disetujui; layar tidak menampilkan apa pun dari sana.</translation>
        </message>
        <message>
            <source>1.  Compare once more: another wall may show its code at the same time.</source>
            <translation>1.  Cocokkan sekali lagi: mungkin layar lain menampilkan kodenya pada saat yang sama.</translation>
        </message>
        <message>
            <source>2.  Look at cables, switches and routers between the player and the hub for what does not belong.</source>
            <translation>2.  Periksa kabel, switch, dan router antara pemutar dan hub: adakah yang tidak semestinya.</translation>
        </message>
        <message>
            <source>3.  Bring the player to the hub's own network, as in the office, and pair it there.</source>
            <translation>3.  Bawa pemutar ke jaringan hub sendiri, misalnya di kantor, dan pasangkan di sana.</translation>
        </message>
        <message>
            <source>4.  If the words differ again, leave the wall dark and tell whoever looks after the network.</source>
            <translation>4.  Bila kata-katanya tetap berbeda, biarkan layar gelap dan beri tahu pengelola jaringan.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
    </context>
    <context>
        <name>Warnings</name>
        <message>
            <source>BMKG earthquakes</source>
            <translation>Gempa bumi BMKG</translation>
        </message>
        <message>
            <source>BMKG weather warnings (nowcast)</source>
            <translation>Peringatan cuaca BMKG (nowcast)</translation>
        </message>
        <message>
            <source>CAP address</source>
            <translation>Alamat CAP</translation>
        </message>
        <message>
            <source>Earthquake</source>
            <translation>Gempa bumi</translation>
        </message>
        <message>
            <source>Flood</source>
            <translation>Banjir</translation>
        </message>
        <message>
            <source>Folder for CAP files</source>
            <translation>Folder berkas CAP</translation>
        </message>
        <message>
            <source>Heavy rain</source>
            <translation>Hujan lebat</translation>
        </message>
        <message>
            <source>InaTEWS tsunami</source>
            <translation>Tsunami InaTEWS</translation>
        </message>
        <message>
            <source>New warning from {source}: {headline}. Walls: {count}</source>
            <translation>Peringatan baru dari {source}: {headline}. Layar: {count}</translation>
        </message>
        <message>
            <source>No wall stands in it.</source>
            <translation>Tidak ada layar di dalamnya.</translation>
        </message>
        <message>
            <source>Not shown, by {by}, {time}: {reason}</source>
            <translation>Tidak ditampilkan, oleh {by}, {time}: {reason}</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Lainnya</translation>
        </message>
        <message>
            <source>Perhaps inside, as nobody has entered where they stand: {walls}.</source>
            <translation>Mungkin di dalamnya, karena letaknya belum diisi: {walls}.</translation>
        </message>
        <message>
            <source>Shown by {by}, {time}.</source>
            <translation>Ditampilkan oleh {by}, {time}.</translation>
        </message>
        <message>
            <source>Thunderstorm</source>
            <translation>Petir dan angin kencang</translation>
        </message>
        <message>
            <source>Tsunami</source>
            <translation>Tsunami</translation>
        </message>
        <message>
            <source>Walls inside: {walls}.</source>
            <translation>Layar di dalamnya: {walls}.</translation>
        </message>
        <message>
            <source>begins at {time}</source>
            <translation>mulai {time}</translation>
        </message>
        <message>
            <source>ended {ago}</source>
            <translation>berakhir {ago}</translation>
        </message>
        <message>
            <source>extreme</source>
            <translation>ekstrem</translation>
        </message>
        <message>
            <source>holds {first} – {last}</source>
            <translation>berlaku {first} – {last}</translation>
        </message>
        <message>
            <source>minor</source>
            <translation>ringan</translation>
        </message>
        <message>
            <source>moderate</source>
            <translation>sedang</translation>
        </message>
        <message>
            <source>new</source>
            <translation>baru</translation>
        </message>
        <message>
            <source>no longer on the list</source>
            <translation>tidak ada lagi di daftar</translation>
        </message>
        <message>
            <source>no longer on the walls</source>
            <translation>tidak tampil lagi</translation>
        </message>
        <message>
            <source>not shown</source>
            <translation>tidak ditampilkan</translation>
        </message>
        <message>
            <source>of unknown severity</source>
            <translation>tingkat tidak diketahui</translation>
        </message>
        <message>
            <source>over</source>
            <translation>berakhir</translation>
        </message>
        <message>
            <source>reaches no wall</source>
            <translation>tidak mengenai layar</translation>
        </message>
        <message>
            <source>severe</source>
            <translation>berat</translation>
        </message>
        <message>
            <source>shown</source>
            <translation>tampil</translation>
        </message>
        <message>
            <source>shown, changed since</source>
            <translation>tampil, sudah berubah</translation>
        </message>
        <message>
            <source>taken back by its source</source>
            <translation>dicabut oleh sumbernya</translation>
        </message>
        <message>
            <source>taken back, still shown</source>
            <translation>dicabut, masih tampil</translation>
        </message>
        <message>
            <source>{length} left</source>
            <translation>{length} lagi</translation>
        </message>
        <message>
            <source>{name}: SILENT, last good {ago}</source>
            <translation>{name}: DIAM, terakhir berhasil {ago}</translation>
        </message>
        <message>
            <source>{name}: last good {ago}</source>
            <translation>{name}: terakhir berhasil {ago}</translation>
        </message>
        <message>
            <source>{name}: nothing has come yet</source>
            <translation>{name}: belum ada yang datang</translation>
        </message>
        <message>
            <source>{name}: switched off</source>
            <translation>{name}: mati</translation>
        </message>
        <message>
            <source>{source} has taken back “{headline}”, and the walls still show it.</source>
            <translation>{source} mencabut “{headline}”, padahal masih tampil di layar.</translation>
        </message>
        <message>
            <source>{state} · walls: {count}</source>
            <translation>{state} · layar: {count}</translation>
        </message>
        <message>
            <source>“{headline}” is no longer on {source}'s list, and the walls still show it.</source>
            <translation>“{headline}” tidak ada lagi di daftar {source}, padahal masih tampil di layar.</translation>
        </message>
        <message>
            <source>“{headline}” of {source} is over, and the walls still show it.</source>
            <translation>“{headline}” dari {source} sudah berakhir, padahal masih tampil di layar.</translation>
        </message>
    </context>
    <context>
        <name>WarningsPage</name>
        <message>
            <source>No feed is switched on</source>
            <translation>Belum ada sumber yang dinyalakan</translation>
        </message>
        <message>
            <source>No warning from outside reaches this office. A technician or an administrator switches BMKG or another feed on.</source>
            <translation>Tidak ada peringatan dari luar yang sampai ke kantor ini. Teknisi atau administrator menyalakan BMKG atau sumber lain.</translation>
        </message>
        <message>
            <source>Nothing in the history</source>
            <translation>Riwayat masih kosong</translation>
        </message>
        <message>
            <source>Warnings that are over stay here, with what was done about them.</source>
            <translation>Peringatan yang sudah lewat tersimpan di sini, beserta apa yang dilakukan.</translation>
        </message>
        <message>
            <source>All feeds of warnings are good again.</source>
            <translation>Semua sumber peringatan sudah baik kembali.</translation>
        </message>
        <message>
            <source>Feeds…</source>
            <translation>Sumber…</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Riwayat</translation>
        </message>
        <message>
            <source>It is being taken off the walls; what stands there instead ends after ten minutes.</source>
            <translation>Sedang diturunkan dari layar; pesan penggantinya berakhir setelah sepuluh menit.</translation>
        </message>
        <message>
            <source>It is on its way to the walls, but was not noted here. {why}</source>
            <translation>Sedang dikirim ke layar, tetapi tidak tercatat di sini. {why}</translation>
        </message>
        <message>
            <source>It is on its way to the walls. The red window shows what each wall answers.</source>
            <translation>Sedang dikirim ke layar. Jendela merah menunjukkan jawaban setiap layar.</translation>
        </message>
        <message>
            <source>NOT SENT. {why}</source>
            <translation>TIDAK TERKIRIM. {why}</translation>
        </message>
        <message>
            <source>No warning</source>
            <translation>Tidak ada peringatan</translation>
        </message>
        <message>
            <source>Nothing has come from {feeds} for a while. Warnings may be missing: look at BMKG itself.</source>
            <translation>Sudah beberapa waktu tidak ada kabar dari {feeds}. Mungkin ada peringatan yang terlewat: periksa BMKG langsung.</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Sekarang</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Peringatan</translation>
        </message>
        <message>
            <source>Warnings from BMKG and other feeds appear here, prepared to be shown with one key.</source>
            <translation>Peringatan dari BMKG dan sumber lain muncul di sini, siap ditampilkan dengan satu tombol.</translation>
        </message>
        <message>
            <source>Data card…</source>
            <translation>Kartu data…</translation>
        </message>
        <message>
            <source>The walls have it, and show it when it begins. The red window takes it back.</source>
            <translation>Layar sudah menerimanya dan menayangkannya saat mulai. Jendela merah dapat menariknya.</translation>
        </message>
    </context>
    <context>
        <name>WayBack</name>
        <message>
            <source>Take it away without a word</source>
            <translation>Hapus saja tanpa kata-kata</translation>
        </message>
        <message>
            <source>the programme goes on</source>
            <translation>tayangan berjalan terus</translation>
        </message>
        <message>
            <source>Hold 3 seconds: RALAT on {count} walls</source>
            <translation>Tahan 3 detik: RALAT di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: RALAT on {count} wall</source>
            <translation>Tahan 3 detik: RALAT di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: end on {count} walls</source>
            <translation>Tahan 3 detik: akhiri di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: end on {count} wall</source>
            <translation>Tahan 3 detik: akhiri di {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: take away from {count} walls</source>
            <translation>Tahan 3 detik: hapus dari {count} layar</translation>
        </message>
        <message>
            <source>Hold 3 seconds: take away from {count} wall</source>
            <translation>Tahan 3 detik: hapus dari {count} layar</translation>
        </message>
        <message>
            <source>RALAT: it was wrong; stands for ten minutes</source>
            <translation>RALAT: pesannya salah. Ralat tayang sepuluh menit</translation>
        </message>
        <message>
            <source>Over: no more danger; stands for ten minutes</source>
            <translation>Selesai: bahaya lewat. Itu tayang sepuluh menit</translation>
        </message>
    </context>
    <context>
        <name>WeekCanvas</name>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
    </context>
    <context>
        <name>WeekHeader</name>
        <message>
            <source>Days</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>joint leave</source>
            <translation>cuti bersama</translation>
        </message>
        <message>
            <source>holiday</source>
            <translation>hari libur</translation>
        </message>
        <message>
            <source>{day}: {name} ({kind})</source>
            <translation>{day}: {name} ({kind})</translation>
        </message>
    </context>
    <context>
        <name>WeekStrip</name>
        <message>
            <source>On air now</source>
            <translation>Tayang sekarang</translation>
        </message>
        <message>
            <source>After approval</source>
            <translation>Setelah disetujui</translation>
        </message>
        <message>
            <source>The next seven days, on air and after approval</source>
            <translation>Tujuh hari ke depan, yang tayang dan setelah disetujui</translation>
        </message>
        <message>
            <source>Filler or house card</source>
            <translation>Pengisi atau kartu rumah</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>{n} h</source>
            <translation>{n} j</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} mnt</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} dtk</translation>
        </message>
        <message>
            <source>never</source>
            <translation>belum pernah</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>baru saja</translation>
        </message>
        <message>
            <source>{n} days ago</source>
            <translation>{n} hari lalu</translation>
        </message>
        <message>
            <source>{length} ago</source>
            <translation>{length} lalu</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} dan {last}</translation>
        </message>
        <message>
            <source>{first} or {last}</source>
            <translation>{first} atau {last}</translation>
        </message>
    </context>
    <context>
        <name>WordsEdit</name>
        <message>
            <source>Add “{word}” to the office's words</source>
            <translation>Tambahkan “{word}” ke kata-kata kantor</translation>
        </message>
    </context>
    <context>
        <name>_Face</name>
        <message>
            <source>Too long for this wall: take away about {count} characters.</source>
            <translation>Terlalu panjang untuk layar ini: kurangi sekitar {count} huruf.</translation>
        </message>
        <message>
            <source>Too long for this wall: take away about {count} character.</source>
            <translation>Terlalu panjang untuk layar ini: kurangi sekitar {count} huruf.</translation>
        </message>
    </context>
    <context>
        <name>_Row</name>
        <message>
            <source>Dismiss</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Hentikan</translation>
        </message>
    </context>
    <context>
        <name>_Rows</name>
        <message>
            <source>Version</source>
            <translation>Versi</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Di mana</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>belum diketahui</translation>
        </message>
    </context>
    <context>
        <name>UnsentLine</name>
        <message>
            <source>Send it again</source>
            <translation>Kirim lagi</translation>
        </message>
        <message>
            <source>Forget it</source>
            <translation>Lupakan</translation>
        </message>
        <message>
            <source>From the stick, and unknown to the hub, so that walls will lose it: {headlines}</source>
            <translation>Dari USB dan belum dikenal hub, sehingga akan hilang dari layar: {headlines}</translation>
        </message>
    </context>
    <context>
        <name>WallsView</name>
        <message>
            <source>Walls as they are now</source>
            <translation>Keadaan layar sekarang</translation>
        </message>
    </context>
    <context>
        <name>Adding</name>
        <message>
            <source>This is an address, not a file; save the file on this computer first, then add it.</source>
            <translation>Ini alamat, bukan berkas; simpan dahulu berkasnya di komputer ini, lalu tambahkan.</translation>
        </message>
        <message>
            <source>Add files to the library</source>
            <translation>Tambah berkas ke pustaka</translation>
        </message>
        <message>
            <source>Pictures, videos, documents ({patterns})</source>
            <translation>Gambar, video, dokumen ({patterns})</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Semua berkas (*)</translation>
        </message>
    </context>
    <context>
        <name>CropCanvas</name>
        <message>
            <source>What is shown of the picture</source>
            <translation>Bagian gambar yang tampil</translation>
        </message>
        <message>
            <source>Arrows move it, Shift and arrows make it larger or smaller.</source>
            <translation>Panah memindahkannya, Shift dan panah mengubah besarnya.</translation>
        </message>
    </context>
    <context>
        <name>CropWindow</name>
        <message>
            <source>Crop</source>
            <translation>Pangkas</translation>
        </message>
        <message>
            <source>For which walls</source>
            <translation>Untuk layar mana</translation>
        </message>
        <message>
            <source>All walls</source>
            <translation>Semua layar</translation>
        </message>
        <message>
            <source>In the wall's shape</source>
            <translation>Sesuai bentuk layar</translation>
        </message>
        <message>
            <source>Whole picture</source>
            <translation>Seluruh gambar</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Untuk</translation>
        </message>
        <message>
            <source>Drag the rectangle or its corners. A wall without a rectangle of its own takes that of all walls.</source>
            <translation>Seret kotak atau sudutnya. Layar tanpa kotak sendiri memakai kotak semua layar.</translation>
        </message>
        <message>
            <source>“{title}” was cropped; it is being made anew for the walls.</source>
            <translation>“{title}” dipangkas; sedang disiapkan ulang untuk layar.</translation>
        </message>
    </context>
    <context>
        <name>CutWindow</name>
        <message>
            <source>Cut</source>
            <translation>Potong</translation>
        </message>
        <message>
            <source>Position in the clip</source>
            <translation>Posisi di klip</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>Mundur satu bingkai</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>Maju satu bingkai</translation>
        </message>
        <message>
            <source>Begins here (I)</source>
            <translation>Mulai di sini (I)</translation>
        </message>
        <message>
            <source>Ends here (O)</source>
            <translation>Akhir di sini (O)</translation>
        </message>
        <message>
            <source>Whole clip</source>
            <translation>Seluruh klip</translation>
        </message>
        <message>
            <source>“{title}” was cut; it is being made anew for the walls.</source>
            <translation>“{title}” dipotong; sedang disiapkan ulang untuk layar.</translation>
        </message>
        <message>
            <source>From {begins} to {ends}: {length}</source>
            <translation>Dari {begins} sampai {ends}: {length}</translation>
        </message>
    </context>
    <context>
        <name>Places</name>
        <message>
            <source>the wall “{name}”</source>
            <translation>layar “{name}”</translation>
        </message>
        <message>
            <source>the playlist “{name}”</source>
            <translation>daftar putar “{name}”</translation>
        </message>
        <message>
            <source>the daypart “{name}”</source>
            <translation>bagian hari “{name}”</translation>
        </message>
        <message>
            <source>the holidays “{name}”</source>
            <translation>hari libur “{name}”</translation>
        </message>
        <message>
            <source>the booking “{name}”</source>
            <translation>jadwal “{name}”</translation>
        </message>
        <message>
            <source>the running text “{name}”</source>
            <translation>teks berjalan “{name}”</translation>
        </message>
        <message>
            <source>the settings</source>
            <translation>pengaturan</translation>
        </message>
        <message>
            <source>the player that is paired with it</source>
            <translation>pemutar yang dipasangkan dengannya</translation>
        </message>
    </context>
    <context>
        <name>Deleting</name>
        <message>
            <source>Delete “{title}” from the library? This cannot be taken back.</source>
            <translation>Hapus “{title}” dari pustaka? Ini tidak dapat dibatalkan.</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>dan {count} lagi</translation>
        </message>
        <message>
            <source>Delete {count} media ({size}) from the library? What is used in a playlist stays. This cannot be taken back.</source>
            <translation>Hapus {count} media ({size}) dari pustaka? Yang dipakai di daftar putar tetap ada. Ini tidak dapat dibatalkan.</translation>
        </message>
        <message>
            <source>Delete {count} medium ({size}) from the library? If a playlist uses it, it stays. This cannot be taken back.</source>
            <translation>Hapus {count} media ({size}) dari pustaka? Yang dipakai di daftar putar tetap ada. Ini tidak dapat dibatalkan.</translation>
        </message>
        <message>
            <source>Delete media</source>
            <translation>Hapus media</translation>
        </message>
        <message>
            <source>Delete {count}</source>
            <translation>Hapus {count}</translation>
        </message>
    </context>
    <context>
        <name>FolderImport</name>
        <message>
            <source>The import waits: {why}</source>
            <translation>Impor menunggu: {why}</translation>
        </message>
        <message>
            <source>It was no file any more.</source>
            <translation>Bukan berkas lagi.</translation>
        </message>
        <message>
            <source>It was stopped.</source>
            <translation>Dihentikan.</translation>
        </message>
    </context>
    <context>
        <name>Folders</name>
        <message>
            <source>A folder in “{folder}”.</source>
            <translation>Folder di dalam “{folder}”.</translation>
        </message>
        <message>
            <source>A folder for media.</source>
            <translation>Folder untuk media.</translation>
        </message>
        <message>
            <source>New folder</source>
            <translation>Folder baru</translation>
        </message>
        <message>
            <source>Its media stay in it, and wherever they are used.</source>
            <translation>Medianya tetap di dalamnya, dan tetap dipakai di mana pun.</translation>
        </message>
        <message>
            <source>Rename the folder</source>
            <translation>Ganti nama folder</translation>
        </message>
        <message>
            <source>Rename of “{folder}”</source>
            <translation>Ganti nama “{folder}”</translation>
        </message>
        <message>
            <source>Taking “{folder}” apart</source>
            <translation>Pembubaran “{folder}”</translation>
        </message>
        <message>
            <source>Move into “{folder}”</source>
            <translation>Pindah ke “{folder}”</translation>
        </message>
        <message>
            <source>Taking out of its folder</source>
            <translation>Pengeluaran dari folder</translation>
        </message>
    </context>
    <context>
        <name>ImportLine</name>
        <message>
            <source>“{folder}” holds no pictures, videos or documents.</source>
            <translation>“{folder}” tidak berisi gambar, video, atau dokumen.</translation>
        </message>
        <message>
            <source>The import of “{folder}” was stopped: {added} new, {there} were there already, {refused} not taken, {left} left out.</source>
            <translation>Impor “{folder}” dihentikan: {added} baru, {there} sudah ada, {refused} tidak diterima, {left} tidak diambil.</translation>
        </message>
        <message>
            <source>Import of a folder</source>
            <translation>Impor folder</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Jeda</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>Details…</source>
            <translation>Rincian…</translation>
        </message>
        <message>
            <source>Stop the import</source>
            <translation>Hentikan impor</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Looking through the folder…</source>
            <translation>Memeriksa isi folder…</translation>
        </message>
        <message>
            <source>Import of “{folder}” is paused at {done} of {total}.</source>
            <translation>Impor “{folder}” dijeda pada {done} dari {total} berkas.</translation>
        </message>
        <message>
            <source>Importing “{folder}”: {done} of {total} done.</source>
            <translation>Mengimpor “{folder}”: {done} dari {total} berkas.</translation>
        </message>
        <message>
            <source>“{folder}” was imported: {added} new, {there} were there already, {refused} not taken.</source>
            <translation>“{folder}” diimpor: {added} baru, {there} sudah ada, {refused} tidak diterima.</translation>
        </message>
    </context>
    <context>
        <name>ImportWindow</name>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Take in a calendar</source>
            <translation>Ambil dari kalender</translation>
        </message>
        <message>
            <source>What becomes of it</source>
            <translation>Menjadi apa</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Acara</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Kapan</translation>
        </message>
        <message>
            <source>Made simpler</source>
            <translation>Disederhanakan</translation>
        </message>
        <message>
            <source>Events of the calendar</source>
            <translation>Acara di kalender</translation>
        </message>
        <message>
            <source>New events play</source>
            <translation>Acara baru menayangkan</translation>
        </message>
        <message>
            <source>An event that is named like a playlist plays that one.</source>
            <translation>Acara yang namanya sama dengan daftar putar menayangkan daftar itu.</translation>
        </message>
        <message>
            <source>On these walls</source>
            <translation>Di layar ini</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>dan {count} lagi</translation>
        </message>
        <message>
            <source>Take in: {count}</source>
            <translation>Ambil: {count}</translation>
        </message>
        <message>
            <source>Choose a playlist and a wall.</source>
            <translation>Pilih daftar putar dan layar.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Mencari…</translation>
        </message>
        <message>
            <source>Events: {all}; cannot be taken in: {refused}. Nothing is on air before it is published.</source>
            <translation>Acara: {all}; tidak dapat diambil: {refused}. Belum tayang sebelum diterbitkan.</translation>
        </message>
        <message>
            <source>Take in {name}</source>
            <translation>Ambil {name}</translation>
        </message>
        <message>
            <source>Taken in: {count}. Ctrl+Z takes them back.</source>
            <translation>Terambil: {count}. Ctrl+Z membatalkannya.</translation>
        </message>
    </context>
    <context>
        <name>LibraryShelf</name>
        <message>
            <source>Cards</source>
            <translation>Kartu</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Daftar</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Urutan</translation>
        </message>
    </context>
    <context>
        <name>LibraryWords</name>
        <message>
            <source>Its loudest passage comes to {amount} LUFS on {walls}; more than {enough} LUFS startles people. Turn it down in the playlist, or cut that part out.</source>
            <translation>Bagian terkerasnya mencapai {amount} LUFS di {walls}; lebih dari {enough} LUFS mengagetkan orang. Kecilkan volumenya di daftar putar, atau potong bagian itu.</translation>
        </message>
        <message>
            <source>Expires within 30 days</source>
            <translation>Berakhir dalam 30 hari</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Sudah berakhir</translation>
        </message>
        <message>
            <source>There twice</source>
            <translation>Ada dua kali</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Terbaru</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>By kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>Longest first</source>
            <translation>Terlama</translation>
        </message>
        <message>
            <source>Largest first</source>
            <translation>Terbesar</translation>
        </message>
        <message>
            <source>Expiring first</source>
            <translation>Berakhir</translation>
        </message>
        <message>
            <source>By folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Flashes {amount} times a second over a large part of the picture. More than 3 may trigger seizures; do not show it in public.</source>
            <translation>Berkedip {amount} kali per detik di sebagian besar gambar. Lebih dari 3 dapat memicu kejang; jangan tayangkan di tempat umum.</translation>
        </message>
        <message>
            <source>Small letters would be {amount} px high on {walls}; below {enough} px nobody can read them. Crop the page or write an announcement.</source>
            <translation>Huruf kecilnya hanya setinggi {amount} px di {walls}; di bawah {enough} px tidak terbaca. Pangkas halamannya atau tulis pengumuman.</translation>
        </message>
        <message>
            <source>“{playlist}” shows it for {amount} s; reading it takes about {enough} s.</source>
            <translation>“{playlist}” menayangkannya {amount} dtk; membacanya perlu sekitar {enough} dtk.</translation>
        </message>
        <message>
            <source>Is enlarged {amount} times on {walls} and will look blurred; bring a larger file.</source>
            <translation>Diperbesar {amount} kali di {walls} sehingga tampak buram; pakai berkas yang lebih besar.</translation>
        </message>
        <message>
            <source>On {walls}, {amount} % of the picture is cut off.</source>
            <translation>Di {walls}, {amount} % gambar terpotong.</translation>
        </message>
        <message>
            <source>On {walls}, {amount} % of the wall stays empty beside it; crop it or fill the wall.</source>
            <translation>Di {walls}, {amount} % layar kosong di sampingnya; pangkas atau penuhi layar.</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>{count} lagi</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>dan {count} lagi</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>Tidak dipakai</translation>
        </message>
        <message>
            <source>Expiring soon</source>
            <translation>Segera berakhir</translation>
        </message>
        <message>
            <source>To be checked</source>
            <translation>Perlu diperiksa</translation>
        </message>
        <message>
            <source>Wrong size</source>
            <translation>Salah ukuran</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Gagal</translation>
        </message>
        <message>
            <source>In no playlist, on no wall</source>
            <translation>Tidak di daftar putar dan layar mana pun</translation>
        </message>
        <message>
            <source>Its last day is over</source>
            <translation>Hari terakhirnya sudah lewat</translation>
        </message>
        <message>
            <source>Flashing, too loud, hard to read, or shown too short</source>
            <translation>Berkedip, terlalu keras, sulit dibaca, atau tayang terlalu singkat</translation>
        </message>
        <message>
            <source>Blurred, cut off or small on a wall</source>
            <translation>Buram, terpotong, atau kecil di layar</translation>
        </message>
        <message>
            <source>The same file, or nearly the same picture</source>
            <translation>Berkas yang sama, atau gambar yang hampir sama</translation>
        </message>
        <message>
            <source>Cannot be shown; its panel says why</source>
            <translation>Tidak dapat ditayangkan; panelnya menyebut sebabnya</translation>
        </message>
    </context>
    <context>
        <name>MediaBulk</name>
        <message>
            <source>“{title}” would have {count} tags; {most} are the most.</source>
            <translation>“{title}” akan punya {count} tag; paling banyak {most}.</translation>
        </message>
        <message>
            <source>All of them are like that already; nothing was changed.</source>
            <translation>Semuanya sudah begitu; tidak ada yang diubah.</translation>
        </message>
        <message>
            <source>Change all</source>
            <translation>Ubah semua</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Hapus…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Hentikan</translation>
        </message>
        <message>
            <source>health, tax, …</source>
            <translation>kesehatan, pajak, …</translation>
        </message>
        <message>
            <source>Stays as it is</source>
            <translation>Tetap</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Tidak pernah</translation>
        </message>
        <message>
            <source>After this day:</source>
            <translation>Setelah hari ini:</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>Show all of it</source>
            <translation>Tampilkan seluruhnya</translation>
        </message>
        <message>
            <source>Fill the wall, cut the edges</source>
            <translation>Penuhi layar, tepi terpotong</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>Regangkan</translation>
        </message>
        <message>
            <source>With sound</source>
            <translation>Dengan suara</translation>
        </message>
        <message>
            <source>Without sound</source>
            <translation>Tanpa suara</translation>
        </message>
        <message>
            <source>What you fill in changes in all of them. One undo takes it back.</source>
            <translation>Yang diisi berubah pada semuanya. Satu kali urungkan mengembalikannya.</translation>
        </message>
        <message>
            <source>Add tags</source>
            <translation>Tambah tag</translation>
        </message>
        <message>
            <source>Take tags away</source>
            <translation>Buang tag</translation>
        </message>
        <message>
            <source>Move into the folder</source>
            <translation>Pindahkan ke folder</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>Berakhir</translation>
        </message>
        <message>
            <source>On walls of another shape</source>
            <translation>Di layar berbentuk lain</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Suara</translation>
        </message>
        <message>
            <source>{count} chosen</source>
            <translation>{count} dipilih</translation>
        </message>
        <message>
            <source>Stays where it is</source>
            <translation>Tetap di tempatnya</translation>
        </message>
        <message>
            <source>Change of {count} media</source>
            <translation>Perubahan {count} media</translation>
        </message>
        <message>
            <source>Change of {count} medium</source>
            <translation>Perubahan {count} media</translation>
        </message>
        <message>
            <source>{done} of {total} …</source>
            <translation>{done} dari {total} …</translation>
        </message>
    </context>
    <context>
        <name>MediaEdits</name>
        <message>
            <source>{text}: done for {count} media.</source>
            <translation>{text}: selesai untuk {count} media.</translation>
        </message>
        <message>
            <source>{text}: done for {count} medium.</source>
            <translation>{text}: selesai untuk {count} media.</translation>
        </message>
        <message>
            <source>{text}: done for {count} media, not for {failed}. {why}</source>
            <translation>{text}: selesai untuk {count} media, gagal untuk {failed}. {why}</translation>
        </message>
        <message>
            <source>{text}: done for {count} medium, not for {failed}. {why}</source>
            <translation>{text}: selesai untuk {count} media, gagal untuk {failed}. {why}</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>It was stopped before.</source>
            <translation>Dihentikan sebelumnya.</translation>
        </message>
        <message>
            <source>Undo: {text}</source>
            <translation>Urungkan: {text}</translation>
        </message>
    </context>
    <context>
        <name>MediaPlaces</name>
        <message>
            <source>Folders and filters</source>
            <translation>Folder dan saringan</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Ganti nama…</translation>
        </message>
        <message>
            <source>All media</source>
            <translation>Semua media</translation>
        </message>
        <message>
            <source>Without a folder</source>
            <translation>Tanpa folder</translation>
        </message>
        <message>
            <source>New folder…</source>
            <translation>Folder baru…</translation>
        </message>
        <message>
            <source>Take its media out</source>
            <translation>Keluarkan medianya</translation>
        </message>
        <message>
            <source>Forget this filter</source>
            <translation>Hapus saringan ini</translation>
        </message>
    </context>
    <context>
        <name>MediaTable</name>
        <message>
            <source>Media</source>
            <translation>Media</translation>
        </message>
    </context>
    <context>
        <name>MediaTableModel</name>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Lama</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Ukuran</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Ditambahkan</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>Berakhir</translation>
        </message>
    </context>
    <context>
        <name>MediumActions</name>
        <message>
            <source>Replace…</source>
            <translation>Ganti berkas…</translation>
        </message>
        <message>
            <source>Former files…</source>
            <translation>Berkas lama…</translation>
        </message>
        <message>
            <source>Cut…</source>
            <translation>Potong…</translation>
        </message>
        <message>
            <source>Crop…</source>
            <translation>Pangkas…</translation>
        </message>
        <message>
            <source>Pages…</source>
            <translation>Halaman…</translation>
        </message>
        <message>
            <source>Another file in its place; every booking stays</source>
            <translation>Berkas lain sebagai gantinya; semua jadwal tetap</translation>
        </message>
        <message>
            <source>Choose the file that shall take its place</source>
            <translation>Pilih berkas penggantinya</translation>
        </message>
        <message>
            <source>“{title}” gets another file; its bookings stay. Publish to bring it onto the walls.</source>
            <translation>“{title}” mendapat berkas lain; jadwalnya tetap. Terbitkan agar tampil di layar.</translation>
        </message>
    </context>
    <context>
        <name>MediumWarnings</name>
        <message>
            <source>Looks like {titles}.</source>
            <translation>Mirip dengan {titles}.</translation>
        </message>
    </context>
    <context>
        <name>MediumWindow</name>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
    </context>
    <context>
        <name>Naming</name>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
    </context>
    <context>
        <name>PagesModel</name>
        <message>
            <source>Page {number}</source>
            <translation>Halaman {number}</translation>
        </message>
    </context>
    <context>
        <name>PagesWindow</name>
        <message>
            <source>Pages</source>
            <translation>Halaman</translation>
        </message>
        <message>
            <source>Being read…</source>
            <translation>Sedang dibaca…</translation>
        </message>
        <message>
            <source>Show this page</source>
            <translation>Tampilkan halaman ini</translation>
        </message>
        <message>
            <source>Make a medium of each</source>
            <translation>Jadikan media masing-masing</translation>
        </message>
        <message>
            <source>{chosen} pages are chosen; at most {most} become media at once.</source>
            <translation>{chosen} halaman dipilih; paling banyak {most} yang dijadikan media sekaligus.</translation>
        </message>
        <message>
            <source>{count} pages; walls show page {page}</source>
            <translation>{count} halaman; layar menampilkan halaman {page}</translation>
        </message>
        <message>
            <source>{count} page; walls show page {page}</source>
            <translation>{count} halaman; layar menampilkan halaman {page}</translation>
        </message>
        <message>
            <source>“{title}” shows page {page} now; it is being made anew for the walls.</source>
            <translation>“{title}” kini menampilkan halaman {page}; sedang disiapkan ulang untuk layar.</translation>
        </message>
        <message>
            <source>{count} pages were added to the library.</source>
            <translation>{count} halaman ditambahkan ke pustaka.</translation>
        </message>
        <message>
            <source>{count} page was added to the library.</source>
            <translation>{count} halaman ditambahkan ke pustaka.</translation>
        </message>
    </context>
    <context>
        <name>ResultsModel</name>
        <message>
            <source>Added</source>
            <translation>Ditambahkan</translation>
        </message>
        <message>
            <source>Was there already, as “{title}”</source>
            <translation>Sudah ada sebagai “{title}”</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Berkas</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>Hasilnya</translation>
        </message>
    </context>
    <context>
        <name>ResultsWindow</name>
        <message>
            <source>Import of a folder</source>
            <translation>Impor folder</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Berkas</translation>
        </message>
        <message>
            <source>{folder}: {count} files</source>
            <translation>{folder}: {count} berkas</translation>
        </message>
        <message>
            <source>{folder}: {count} file</source>
            <translation>{folder}: {count} berkas</translation>
        </message>
        <message>
            <source>{count} files of other kinds were passed by.</source>
            <translation>{count} berkas jenis lain dilewati.</translation>
        </message>
        <message>
            <source>{count} file of another kind was passed by.</source>
            <translation>{count} berkas jenis lain dilewati.</translation>
        </message>
        <message>
            <source>There are more files in it; import the rest afterwards, folder by folder.</source>
            <translation>Masih ada berkas lain di dalamnya; impor sisanya nanti, folder demi folder.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
    </context>
    <context>
        <name>RoomsModel</name>
        <message>
            <source>in use</source>
            <translation>dipakai</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>Gives back</source>
            <translation>Ruang kembali</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Ditambahkan</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Pemakaian</translation>
        </message>
    </context>
    <context>
        <name>StorageWindow</name>
        <message>
            <source>Nothing lies idle: every medium is in a playlist, or was added or shown within a year.</source>
            <translation>Tidak ada yang menganggur: setiap media ada di daftar putar, atau ditambahkan atau tayang dalam setahun terakhir.</translation>
        </message>
        <message>
            <source>What is used stays; take it out of its playlist or wall first.</source>
            <translation>Yang dipakai tetap ada; keluarkan dulu dari daftar putar atau layarnya.</translation>
        </message>
        <message>
            <source>Room on the disk</source>
            <translation>Ruang disk</translation>
        </message>
        <message>
            <source>Being read…</source>
            <translation>Sedang dibaca…</translation>
        </message>
        <message>
            <source>What takes most</source>
            <translation>Paling banyak memakan ruang</translation>
        </message>
        <message>
            <source>Not used for a year</source>
            <translation>Setahun tidak dipakai</translation>
        </message>
        <message>
            <source>Media by size</source>
            <translation>Media menurut ukuran</translation>
        </message>
        <message>
            <source>Delete the chosen…</source>
            <translation>Hapus yang dipilih…</translation>
        </message>
        <message>
            <source>Show in the library</source>
            <translation>Tampilkan di pustaka</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Media take {ours} of {disk}; {free} are free.</source>
            <translation>Media memakai {ours} dari {disk}; {free} masih kosong.</translation>
        </message>
        <message>
            <source>That is little: delete what is not needed any more.</source>
            <translation>Sisanya sedikit: hapus yang tidak diperlukan lagi.</translation>
        </message>
        <message>
            <source>Files brought: {sources} · made for walls: {renditions} · former files: {versions}</source>
            <translation>Berkas asli: {sources} · dibuat untuk layar: {renditions} · berkas lama: {versions}</translation>
        </message>
        <message>
            <source>Not used for a year ({size})</source>
            <translation>Setahun tidak dipakai ({size})</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>Other files</source>
            <translation>Berkas lain</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Kosong</translation>
        </message>
    </context>
    <context>
        <name>TwinsLine</name>
        <message>
            <source>Leave out</source>
            <translation>Lewati</translation>
        </message>
        <message>
            <source>Add all the same</source>
            <translation>Tetap tambahkan</translation>
        </message>
        <message>
            <source>{file} is in the library already, as “{title}”.</source>
            <translation>{file} sudah ada di pustaka sebagai “{title}”.</translation>
        </message>
        <message>
            <source>{count} files are in the library already: {names}…</source>
            <translation>{count} berkas sudah ada di pustaka: {names}…</translation>
        </message>
    </context>
    <context>
        <name>VersionsWindow</name>
        <message>
            <source>Former files</source>
            <translation>Berkas lama</translation>
        </message>
        <message>
            <source>Being read…</source>
            <translation>Sedang dibaca…</translation>
        </message>
        <message>
            <source>The file it has now stays as a former one when you go back.</source>
            <translation>Bila kembali, berkas yang sekarang tetap disimpan sebagai berkas lama.</translation>
        </message>
        <message>
            <source>There are none yet. When you replace the file of this medium, the former one is kept here.</source>
            <translation>Belum ada. Bila Anda mengganti berkas media ini, berkas lamanya disimpan di sini.</translation>
        </message>
        <message>
            <source>Until {date}, {time}</source>
            <translation>Sampai {date}, {time}</translation>
        </message>
        <message>
            <source>{until}, replaced by {name}</source>
            <translation>{until}, diganti oleh {name}</translation>
        </message>
        <message>
            <source>Go back to this</source>
            <translation>Kembali ke ini</translation>
        </message>
        <message>
            <source>Go back to {file}</source>
            <translation>Kembali ke {file}</translation>
        </message>
        <message>
            <source>“{title}” has {file} again. Publish to bring it onto the walls.</source>
            <translation>“{title}” kembali memakai {file}. Terbitkan agar tampil di layar.</translation>
        </message>
    </context>
    <context>
        <name>FolderImportWindow</name>
        <message>
            <source>Import a folder</source>
            <translation>Impor folder</translation>
        </message>
        <message>
            <source>Folder on this computer</source>
            <translation>Folder di komputer ini</translation>
        </message>
        <message>
            <source>Without a folder</source>
            <translation>Tanpa folder</translation>
        </message>
        <message>
            <source>Keep the folders that lie in it</source>
            <translation>Pertahankan folder di dalamnya</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Impor</translation>
        </message>
        <message>
            <source>Every picture, video and document in it is added. What the library has already is left out. You can pause, and go on another day.</source>
            <translation>Semua gambar, video, dan dokumen di dalamnya ditambahkan. Yang sudah ada di pustaka dilewati. Anda dapat menjeda, lalu melanjutkan di lain hari.</translation>
        </message>
        <message>
            <source>Another folder is being imported; wait for its end, or stop it first.</source>
            <translation>Folder lain sedang diimpor; tunggu sampai selesai, atau hentikan dahulu.</translation>
        </message>
        <message>
            <source>Into the folder of the library</source>
            <translation>Ke folder di pustaka</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
    <context>
        <name>WallChangeCards</name>
        <message>
            <source>Show {count} more walls</source>
            <translation>Tampilkan {count} layar lagi</translation>
        </message>
        <message>
            <source>Show {count} more wall</source>
            <translation>Tampilkan {count} layar lagi</translation>
        </message>
    </context>
</TS>
