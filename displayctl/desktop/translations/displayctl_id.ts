<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
    <context>
        <name>Alerts</name>
        <message>
            <source>Danger now: takes the whole wall, in red.</source>
            <translation>Bahaya sekarang: mengambil seluruh layar, merah.</translation>
        </message>
        <message>
            <source>Be ready: a banner below the programme, in orange.</source>
            <translation>Bersiap: pita di bawah tayangan, jingga.</translation>
        </message>
        <message>
            <source>Be watchful: a banner below the programme, in blue or yellow.</source>
            <translation>Waspada: pita di bawah tayangan, biru atau kuning.</translation>
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
            <source>shown on every wall</source>
            <translation>sudah tampil di semua layar</translation>
        </message>
        <message>
            <source>no wall has answered yet</source>
            <translation>belum ada layar yang menjawab</translation>
        </message>
        <message>
            <source>not shown yet on {walls}</source>
            <translation>belum tampil di {walls}</translation>
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
            <source>The most important words, as “Posyandu Balita”</source>
            <translation>Kata terpenting, misalnya “Posyandu Balita”</translation>
        </message>
        <message>
            <source>When, where, who. Short sentences are read in passing.</source>
            <translation>Kapan, di mana, siapa. Kalimat pendek terbaca sambil lewat.</translation>
        </message>
        <message>
            <source>Who speaks, as “Dinas Kesehatan”</source>
            <translation>Siapa yang berbicara, misalnya “Dinas Kesehatan”</translation>
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
            <source>Template</source>
            <translation>Templat</translation>
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
            <source>QR code leads to</source>
            <translation>Kode QR menuju ke</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Warna</translation>
        </message>
        <message>
            <source>On the walls</source>
            <translation>Di layar</translation>
        </message>
        <message>
            <source>Save to the library</source>
            <translation>Simpan ke pustaka</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Give the announcement a title.</source>
            <translation>Beri judul pada pengumuman ini.</translation>
        </message>
        <message>
            <source>The text is too long for at least one wall; shorten it.</source>
            <translation>Teks terlalu panjang untuk paling sedikit satu layar; persingkat.</translation>
        </message>
        <message>
            <source>“{title}” is being set for every wall.</source>
            <translation>“{title}” sedang disusun untuk setiap layar.</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
        <message>
            <source>Background picture</source>
            <translation>Gambar latar</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Gambar</translation>
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
        <name>Bookings</name>
        <message>
            <source>Change {name}</source>
            <translation>Ubah {name}</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>Hapus {name}</translation>
        </message>
        <message>
            <source>Move {name}</source>
            <translation>Pindahkan {name}</translation>
        </message>
        <message>
            <source>Move {name} on one day</source>
            <translation>Pindahkan {name} pada satu hari</translation>
        </message>
        <message>
            <source>Copy week</source>
            <translation>Salin minggu</translation>
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
        <name>DateList</name>
        <message>
            <source>Take {date} away</source>
            <translation>Buang {date}</translation>
        </message>
    </context>
    <context>
        <name>EmergencyWindow</name>
        <message>
            <source>Emergency message</source>
            <translation>Pesan darurat</translation>
        </message>
        <message>
            <source>As “Gempa bumi: jauhi pantai”</source>
            <translation>Misalnya “Gempa bumi: jauhi pantai”</translation>
        </message>
        <message>
            <source>What people have to do, in one or two short sentences</source>
            <translation>Apa yang harus dilakukan warga, satu atau dua kalimat pendek</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Judul utama</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Apa yang harus dilakukan</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Tingkat</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Ends by itself after</source>
            <translation>Berakhir sendiri setelah</translation>
        </message>
        <message>
            <source>On the walls</source>
            <translation>Di layar</translation>
        </message>
        <message>
            <source>Live now</source>
            <translation>Sedang tayang</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Hold 3 seconds: send to {count} walls</source>
            <translation>Tahan 3 detik: kirim ke {count} layar</translation>
        </message>
        <message>
            <source>Tick at least one wall.</source>
            <translation>Centang paling sedikit satu layar.</translation>
        </message>
        <message>
            <source>NOT SENT. {why}</source>
            <translation>TIDAK TERKIRIM. {why}</translation>
        </message>
        <message>
            <source>NOT ENDED. {why}</source>
            <translation>BELUM BERAKHIR. {why}</translation>
        </message>
        <message>
            <source>No emergency message is live.</source>
            <translation>Tidak ada pesan darurat yang tayang.</translation>
        </message>
        <message>
            <source>{level} · until {time} · {receipts}</source>
            <translation>{level} · sampai {time} · {receipts}</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Akhiri</translation>
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
        <name>JobsStrip</name>
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
    </context>
    <context>
        <name>LibraryPage</name>
        <message>
            <source>Search title, file or tag (Ctrl+F)</source>
            <translation>Cari judul, berkas, atau tag (Ctrl+F)</translation>
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
            <source>No title, file name or tag has these words. Try fewer.</source>
            <translation>Tidak ada judul, nama berkas, atau tag dengan kata itu. Coba kurangi katanya.</translation>
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
            <source>Click a card to see it large and to change its title, fit and expiry.</source>
            <translation>Klik sebuah kartu untuk melihatnya besar dan mengubah judul, cara pas, dan masa berlakunya.</translation>
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
            <source>Add files to the library</source>
            <translation>Tambah berkas ke pustaka</translation>
        </message>
        <message>
            <source>Pictures, videos, PDF ({patterns})</source>
            <translation>Gambar, video, PDF ({patterns})</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Semua berkas (*)</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>EMERGENCY</source>
            <translation>DARURAT</translation>
        </message>
        <message>
            <source>Take over the walls with an emergency message (Ctrl+Shift+D)</source>
            <translation>Ambil alih layar dengan pesan darurat (Ctrl+Shift+D)</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
        <message>
            <source>The hub cannot be reached. The walls play on; changes can be saved once it is back.</source>
            <translation>Hub tidak terjangkau. Layar tetap tayang; perubahan dapat disimpan setelah hub kembali.</translation>
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
            <source>“{what}” was not saved. {why}</source>
            <translation>“{what}” tidak tersimpan. {why}</translation>
        </message>
        <message>
            <source>Show the newest</source>
            <translation>Lihat yang terbaru</translation>
        </message>
    </context>
    <context>
        <name>Media</name>
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
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Hapus</translation>
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
    </context>
    <context>
        <name>MonthCanvas</name>
        <message>
            <source>Month calendar</source>
            <translation>Kalender bulan</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Library</source>
            <translation>Pustaka</translation>
        </message>
        <message>
            <source>Playlists</source>
            <translation>Daftar putar</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Jadwal</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Terbitkan</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Laporan</translation>
        </message>
    </context>
    <context>
        <name>PairingWindow</name>
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
            <source>Pair</source>
            <translation>Pasangkan</translation>
        </message>
        <message>
            <source>Compare the code with the one on the wall, then pair.</source>
            <translation>Cocokkan kode dengan yang tampil di layar, lalu pasangkan.</translation>
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
            <source>The player is paired with {wall}. Publish so that it gets its programme.</source>
            <translation>Pemutar sudah dipasangkan dengan {wall}. Terbitkan agar ia menerima acaranya.</translation>
        </message>
        <message>
            <source>The player is paired with {wall}; the wall gets its programme now.</source>
            <translation>Pemutar dipasangkan dengan {wall}; layar itu menerima acaranya sekarang.</translation>
        </message>
        <message>
            <source>The player is paired with {wall}, but has no programme yet. {why}</source>
            <translation>Pemutar dipasangkan dengan {wall}, tetapi belum menerima acaranya. {why}</translation>
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
        <name>Problems</name>
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
            <source>New wall</source>
            <translation>Layar baru</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>dan {count} lagi</translation>
        </message>
        <message>
            <source>Nothing changes on this wall in the next 7 days.</source>
            <translation>Tidak ada yang berubah di layar ini dalam 7 hari ke depan.</translation>
        </message>
        <message>
            <source>Nothing was published to this group yet.</source>
            <translation>Belum pernah ada terbitan untuk kelompok ini.</translation>
        </message>
        <message>
            <source>Files still on their way: {count}</source>
            <translation>Berkas yang masih di jalan: {count}</translation>
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
        <message>
            <source>There is nothing to publish yet.</source>
            <translation>Belum ada yang dapat diterbitkan.</translation>
        </message>
        <message>
            <source>Changes ready to be published: {count}</source>
            <translation>Perubahan yang siap terbit: {count}</translation>
        </message>
        <message>
            <source>The walls have everything; nothing to publish.</source>
            <translation>Semua sudah ada di layar; tidak ada yang perlu diterbitkan.</translation>
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
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>unplanned</source>
            <translation>tanpa rencana</translation>
        </message>
        <message>
            <source>Played {played} of {planned} planned ({share})</source>
            <translation>Tayang {played} dari rencana {planned} ({share})</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>From</source>
            <translation>Mulai</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Search (Ctrl+F)</source>
            <translation>Cari (Ctrl+F)</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>Simpan CSV…</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Laporan</translation>
        </message>
        <message>
            <source>Slot</source>
            <translation>Slot</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Media</translation>
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
            <source>Planned time</source>
            <translation>Waktu rencana</translation>
        </message>
        <message>
            <source>Played time</source>
            <translation>Waktu tayang</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Terpenuhi</translation>
        </message>
        <message>
            <source>Nothing to report for these days</source>
            <translation>Belum ada laporan untuk hari-hari ini</translation>
        </message>
        <message>
            <source>Once something is published and walls have played it, each notice is listed here with what was promised and what ran.</source>
            <translation>Setelah ada yang terbit dan tayang, setiap materi tercantum di sini: berapa yang dijanjikan dan berapa yang tayang.</translation>
        </message>
        <message>
            <source>Planned against played</source>
            <translation>Rencana dan tayang</translation>
        </message>
        <message>
            <source>The last day is before the first; give a later one.</source>
            <translation>Hari terakhir mendahului hari pertama; pilih yang lebih akhir.</translation>
        </message>
        <message>
            <source>All walls</source>
            <translation>Semua layar</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Simpan laporan</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tabel (*.csv)</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Tersimpan sebagai {path}</translation>
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
    </context>
    <context>
        <name>ScheduleBar</name>
        <message>
            <source>Wall</source>
            <translation>Layar</translation>
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
            <source>Copy week…</source>
            <translation>Salin minggu…</translation>
        </message>
        <message>
            <source>New slot</source>
            <translation>Slot baru</translation>
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
            <source>Week</source>
            <translation>Minggu</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Bulan</translation>
        </message>
        <message>
            <source>All walls</source>
            <translation>Semua layar</translation>
        </message>
    </context>
    <context>
        <name>SchedulePage</name>
        <message>
            <source>+ {count} more</source>
            <translation>+ {count} lagi</translation>
        </message>
        <message>
            <source>No slot chosen</source>
            <translation>Belum ada slot yang dipilih</translation>
        </message>
        <message>
            <source>Drag on the calendar to book airtime. Click a slot to see and change everything about it.</source>
            <translation>Seret di kalender untuk memesan waktu tayang. Klik sebuah slot untuk melihat dan mengubahnya.</translation>
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
            <source>Make a playlist and add a wall first; then airtime can be booked.</source>
            <translation>Buat daftar putar dan tambahkan layar dulu; setelah itu waktu tayang dapat dipesan.</translation>
        </message>
        <message>
            <source>Book {name}</source>
            <translation>Pesan {name}</translation>
        </message>
        <message>
            <source>“{name}” was deleted. Ctrl+Z brings it back.</source>
            <translation>“{name}” dihapus. Ctrl+Z mengembalikannya.</translation>
        </message>
        <message>
            <source>Only this day</source>
            <translation>Hanya hari ini</translation>
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
            <source>“{name}” was copied. Choose a day and press Ctrl+V.</source>
            <translation>“{name}” disalin. Pilih hari lalu tekan Ctrl+V.</translation>
        </message>
        <message>
            <source>Paste {name}</source>
            <translation>Tempel {name}</translation>
        </message>
        <message>
            <source>Copy this week to {week}</source>
            <translation>Salin minggu ini ke {week}</translation>
        </message>
        <message>
            <source>Everything in this week recurs there already; nothing to copy.</source>
            <translation>Semua di minggu ini sudah berulang di sana; tidak ada yang perlu disalin.</translation>
        </message>
        <message>
            <source>Copied slots: {count}. Ctrl+Z takes them back.</source>
            <translation>Slot tersalin: {count}. Ctrl+Z membatalkannya.</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>No player is paired with “{wall}” yet, so nothing can be shown there.</source>
            <translation>Belum ada pemutar yang dipasangkan dengan “{wall}”, jadi belum ada yang tampil di sana.</translation>
        </message>
        <message>
            <source>The group “{group}” has no walls; add one first.</source>
            <translation>Kelompok “{group}” belum punya layar; tambahkan dulu.</translation>
        </message>
        <message>
            <source>The playlist “{playlist}” is empty, so its slots play the filler.</source>
            <translation>Daftar putar “{playlist}” kosong, jadi slotnya memutar pengisi.</translation>
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
            <source>“{title}” is still being prepared for {wall} and would be left out there.</source>
            <translation>“{title}” masih disiapkan untuk {wall} dan akan dilewati di sana.</translation>
        </message>
        <message>
            <source>The player of “{wall}” is not connected; look at its power and its network.</source>
            <translation>Pemutar “{wall}” tidak terhubung; periksa listrik dan jaringannya.</translation>
        </message>
        <message>
            <source>{name} is empty (0 bytes); copy it again from where it came.</source>
            <translation>{name} kosong (0 bita); salin ulang dari asalnya.</translation>
        </message>
        <message>
            <source>{name} is locked with a password; save a copy without one and import that.</source>
            <translation>{name} terkunci kata sandi; simpan salinan tanpa sandi lalu impor yang itu.</translation>
        </message>
        <message>
            <source>{name} is incomplete, as when a recording was cut off; record or copy it again.</source>
            <translation>{name} tidak utuh, seperti rekaman yang terputus; rekam atau salin ulang.</translation>
        </message>
        <message>
            <source>{name} is a damaged PDF; export it again.</source>
            <translation>{name} adalah PDF rusak; ekspor ulang.</translation>
        </message>
        <message>
            <source>{name} is damaged or incomplete; copy it again or save it anew.</source>
            <translation>{name} rusak atau tidak utuh; salin atau simpan ulang.</translation>
        </message>
        <message>
            <source>{name} is no longer there; choose the file again.</source>
            <translation>{name} sudah tidak ada; pilih berkasnya lagi.</translation>
        </message>
        <message>
            <source>{name} measures {size} pixels, more than can be used; make it smaller.</source>
            <translation>{name} berukuran {size} piksel, melebihi batas; perkecil.</translation>
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
            <source>{name} holds no picture that can be shown; save it anew as MP4 (H.264).</source>
            <translation>{name} tidak berisi gambar yang dapat ditampilkan; simpan ulang sebagai MP4 (H.264).</translation>
        </message>
        <message>
            <source>{name} is a text file and not what its name says; choose a picture or a video.</source>
            <translation>{name} adalah berkas teks, bukan seperti namanya; pilih gambar atau video.</translation>
        </message>
        <message>
            <source>{name} made no progress and was given up; save it anew.</source>
            <translation>{name} tidak ada kemajuan dan dihentikan; simpan ulang.</translation>
        </message>
        <message>
            <source>{name} needs more memory than a file may take; make it smaller.</source>
            <translation>{name} memerlukan memori melebihi batas; perkecil.</translation>
        </message>
        <message>
            <source>No wall shows the code {code}; type the one on the wall.</source>
            <translation>Tidak ada layar dengan kode {code}; ketik kode yang tampil di layar.</translation>
        </message>
        <message>
            <source>{name} is no picture that can be used; choose a PNG or JPG.</source>
            <translation>{name} bukan gambar yang dapat dipakai; pilih PNG atau JPG.</translation>
        </message>
        <message>
            <source>{name} is larger than {size}; choose a smaller file.</source>
            <translation>{name} lebih besar dari {size}; pilih berkas yang lebih kecil.</translation>
        </message>
        <message>
            <source>The database {path} was made by a newer displayctl. Install that version again, or bring back a backup from the backups folder.</source>
            <translation>Basis data {path} dibuat oleh displayctl yang lebih baru. Pasang lagi versi itu, atau kembalikan cadangan dari folder cadangan (backups).</translation>
        </message>
        <message>
            <source>The database {path} cannot be read. Bring back the newest file from the backups folder.</source>
            <translation>Basis data {path} tidak dapat dibaca. Kembalikan berkas terbaru dari folder cadangan (backups).</translation>
        </message>
        <message>
            <source>Another hub works on {path} already. Use that one, or stop it and try again.</source>
            <translation>Hub lain sudah bekerja pada {path}. Pakai hub itu, atau hentikan lalu coba lagi.</translation>
        </message>
        <message>
            <source>The hub's folder cannot be used ({why}). Free some space or choose another folder.</source>
            <translation>Folder hub tidak dapat dipakai ({why}). Kosongkan ruang atau pilih folder lain.</translation>
        </message>
        <message>
            <source>{name} is an office document; open it, save it as PDF and choose the PDF.</source>
            <translation>{name} adalah dokumen kantor; buka, simpan sebagai PDF, lalu pilih PDF itu.</translation>
        </message>
        <message>
            <source>{name} is an archive; unpack it and choose the file inside.</source>
            <translation>{name} adalah arsip; ekstrak lalu pilih berkas di dalamnya.</translation>
        </message>
        <message>
            <source>{name} is a program, not a picture or a video; delete it unless you know it.</source>
            <translation>{name} adalah program, bukan gambar atau video; hapus bila Anda tidak mengenalnya.</translation>
        </message>
        <message>
            <source>{name} is a web page, not a picture or a video; save the picture itself.</source>
            <translation>{name} adalah halaman web, bukan gambar atau video; simpan gambarnya sendiri.</translation>
        </message>
        <message>
            <source>{name} is a picture of a kind that cannot be used ({kind}); save it as PNG or JPG.</source>
            <translation>{name} adalah jenis gambar yang tidak dapat dipakai ({kind}); simpan sebagai PNG atau JPG.</translation>
        </message>
        <message>
            <source>{name} is a recording of a kind that cannot be used; save it as MP4.</source>
            <translation>{name} adalah jenis rekaman yang tidak dapat dipakai; simpan sebagai MP4.</translation>
        </message>
        <message>
            <source>{name} is of no kind that a wall can show; choose a picture, a video or a PDF.</source>
            <translation>{name} bukan jenis berkas yang dapat ditayangkan; pilih gambar, video, atau PDF.</translation>
        </message>
        <message>
            <source>{name} is longer than a day; cut it into parts.</source>
            <translation>{name} lebih panjang dari sehari; potong menjadi beberapa bagian.</translation>
        </message>
        <message>
            <source>{name} would become too large when prepared; shorten it.</source>
            <translation>{name} akan terlalu besar setelah disiapkan; pendekkan.</translation>
        </message>
        <message>
            <source>{name} has {pages} pages, more than can be used; split it.</source>
            <translation>{name} berisi {pages} halaman, lebih dari yang dapat dipakai; bagilah.</translation>
        </message>
        <message>
            <source>{name} cannot be read; copy it to this computer or save it anew, then try again.</source>
            <translation>{name} tidak dapat dibaca; salin ke komputer ini atau simpan ulang, lalu coba lagi.</translation>
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
            <source>{day} {starts}–{ends}: hidden by “{winner}”, because {why}</source>
            <translation>{day} {starts}–{ends}: tertutup “{winner}”, karena {why}</translation>
        </message>
        <message>
            <source>until {time}</source>
            <translation>sampai {time}</translation>
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
            <source>Once</source>
            <translation>Sekali</translation>
        </message>
        <message>
            <source>Daily</source>
            <translation>Setiap hari</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>Setiap minggu</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>Setiap bulan</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Skip a date</source>
            <translation>Lewati tanggal</translation>
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
            <source>Repeats</source>
            <translation>Pengulangan</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>Skipped dates</source>
            <translation>Tanggal yang dilewati</translation>
        </message>
        <message>
            <source>Skip public holidays</source>
            <translation>Lewati hari libur</translation>
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
            <source>Another rule</source>
            <translation>Aturan lain</translation>
        </message>
        <message>
            <source>pick at least one day of the week</source>
            <translation>pilih paling sedikit satu hari</translation>
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
            <source>The last day is before the first day; give a later day.</source>
            <translation>Hari terakhir mendahului hari pertama; pilih yang lebih akhir.</translation>
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
            <source>; also on {dates}</source>
            <translation>; juga {dates}</translation>
        </message>
        <message>
            <source>; not on {dates}</source>
            <translation>; kecuali {dates}</translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>Setiap hari</translation>
        </message>
        <message>
            <source>Every {n} days</source>
            <translation>Setiap {n} hari</translation>
        </message>
        <message>
            <source>Every {days}</source>
            <translation>Setiap {days}</translation>
        </message>
        <message>
            <source>Every {n} weeks on {days}</source>
            <translation>Setiap {n} minggu pada {days}</translation>
        </message>
        <message>
            <source>Every month</source>
            <translation>Setiap bulan</translation>
        </message>
        <message>
            <source>Every {n} months</source>
            <translation>Setiap {n} bulan</translation>
        </message>
        <message>
            <source>By the rule {rule}</source>
            <translation>Menurut aturan {rule}</translation>
        </message>
        <message>
            <source>day of the week</source>
            <translation>hari dalam seminggu</translation>
        </message>
        <message>
            <source>weekday (Monday to Friday)</source>
            <translation>hari kerja (Senin sampai Jumat)</translation>
        </message>
        <message>
            <source>from {first}</source>
            <translation>mulai {first}</translation>
        </message>
        <message>
            <source>from {first} to {last}</source>
            <translation>{first} sampai {last}</translation>
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
            <source>Interrupts {n} times an hour</source>
            <translation>Menyela {n} kali per jam</translation>
        </message>
        <message>
            <source>Loops through its hours</source>
            <translation>Berulang sepanjang jamnya</translation>
        </message>
        <message>
            <source>{kind} · priority {priority}</source>
            <translation>{kind} · prioritas {priority}</translation>
        </message>
        <message>
            <source>24 hours</source>
            <translation>24 jam</translation>
        </message>
    </context>
    <context>
        <name>Start</name>
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
        <name>Templates</name>
        <message>
            <source>Notice</source>
            <translation>Pengumuman</translation>
        </message>
        <message>
            <source>Public service</source>
            <translation>Layanan publik</translation>
        </message>
        <message>
            <source>Appeal</source>
            <translation>Imbauan</translation>
        </message>
        <message>
            <source>Holiday</source>
            <translation>Hari besar</translation>
        </message>
        <message>
            <source>Condolence</source>
            <translation>Duka cita</translation>
        </message>
        <message>
            <source>Emergency</source>
            <translation>Darurat</translation>
        </message>
        <message>
            <source>Words of the announcement</source>
            <translation>Isi pengumuman</translation>
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
        <name>TypesetPreview</name>
        <message>
            <source>Example wall</source>
            <translation>Layar contoh</translation>
        </message>
    </context>
    <context>
        <name>Uploads</name>
        <message>
            <source>Too many files at once; wait until some are done.</source>
            <translation>Terlalu banyak berkas sekaligus; tunggu sampai sebagian selesai.</translation>
        </message>
        <message>
            <source>This is a folder; drop the files in it.</source>
            <translation>Ini folder; seret berkas di dalamnya.</translation>
        </message>
    </context>
    <context>
        <name>WallCard</name>
        <message>
            <source>No picture asked for yet</source>
            <translation>Gambar layar belum diminta</translation>
        </message>
        <message>
            <source>New picture of the wall</source>
            <translation>Ambil gambar layar</translation>
        </message>
        <message>
            <source>Show the wall's name on it for 30 seconds</source>
            <translation>Tampilkan nama layar selama 30 detik</translation>
        </message>
        <message>
            <source>Test pattern on or off</source>
            <translation>Nyalakan atau matikan pola uji</translation>
        </message>
        <message>
            <source>Pair…</source>
            <translation>Pasangkan…</translation>
        </message>
        <message>
            <source>Change the wall</source>
            <translation>Ubah layar</translation>
        </message>
        <message>
            <source>Plays now</source>
            <translation>Sedang tayang</translation>
        </message>
        <message>
            <source>Asking the wall…</source>
            <translation>Meminta ke layar…</translation>
        </message>
        <message>
            <source>Picture of the wall, {ago}</source>
            <translation>Gambar layar, {ago}</translation>
        </message>
        <message>
            <source>The wall sent no picture</source>
            <translation>Layar tidak mengirim gambar</translation>
        </message>
        <message>
            <source>{wall} shows its name now.</source>
            <translation>{wall} sekarang menampilkan namanya.</translation>
        </message>
        <message>
            <source>{wall} shows the test pattern.</source>
            <translation>{wall} menampilkan pola uji.</translation>
        </message>
        <message>
            <source>{wall} shows its programme again.</source>
            <translation>{wall} kembali ke acaranya.</translation>
        </message>
    </context>
    <context>
        <name>WallForm</name>
        <message>
            <source>Change the wall</source>
            <translation>Ubah layar</translation>
        </message>
        <message>
            <source>New wall</source>
            <translation>Layar baru</translation>
        </message>
        <message>
            <source>As people call it: Tugu Adipura</source>
            <translation>Sebutannya sehari-hari: Tugu Adipura</translation>
        </message>
        <message>
            <source>{n} a second</source>
            <translation>{n} per detik</translation>
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
            <source>Delete the wall</source>
            <translation>Hapus layar</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Lebar dalam piksel</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Tinggi dalam piksel</translation>
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
            <source>The wall shows exactly these pixels of the player's video output; nothing is scaled.</source>
            <translation>Layar menampilkan persis piksel ini dari keluaran video pemutar; tidak ada yang diskalakan.</translation>
        </message>
        <message>
            <source>Turned clockwise by</source>
            <translation>Diputar searah jarum jam</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Gambar</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona waktu</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Walls of a group share one published programme. Small letters and hyphens.</source>
            <translation>Layar sekelompok berbagi satu acara terbitan. Huruf kecil dan tanda hubung.</translation>
        </message>
        <message>
            <source>Give the wall a name.</source>
            <translation>Beri nama pada layar ini.</translation>
        </message>
        <message>
            <source>This time zone is not known; choose one from the list, as Asia/Makassar.</source>
            <translation>Zona waktu ini tidak dikenal; pilih dari daftar, misalnya Asia/Makassar.</translation>
        </message>
        <message>
            <source>Name at least one group, in small letters and hyphens, as “utama”.</source>
            <translation>Sebutkan paling sedikit satu kelompok, huruf kecil dan tanda hubung, misalnya “utama”.</translation>
        </message>
    </context>
    <context>
        <name>Walls</name>
        <message>
            <source>Not paired</source>
            <translation>Belum dipasangkan</translation>
        </message>
        <message>
            <source>No player is bound to this wall yet. Pair it with the code on the wall.</source>
            <translation>Belum ada pemutar untuk layar ini. Pasangkan dengan kode di layar.</translation>
        </message>
        <message>
            <source>Away</source>
            <translation>Tidak terhubung</translation>
        </message>
        <message>
            <source>Last seen {ago}. It plays on with what it has.</source>
            <translation>Terakhir terlihat {ago}. Ia tetap tayang dengan yang dimilikinya.</translation>
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
            <source>The house card</source>
            <translation>Kartu rumah</translation>
        </message>
        <message>
            <source>{title} · {length} left</source>
            <translation>{title} · sisa {length}</translation>
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
            <source>Walls</source>
            <translation>Layar</translation>
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
            <source>No wall yet</source>
            <translation>Belum ada layar</translation>
        </message>
        <message>
            <source>Add the first wall with its size in pixels. Then pair the player that stands behind it with the code it shows.</source>
            <translation>Tambahkan layar pertama dengan ukurannya dalam piksel. Lalu pasangkan pemutar di belakangnya dengan kode yang ditampilkannya.</translation>
        </message>
        <message>
            <source>A player waits to be paired: {host}, code {code}</source>
            <translation>Ada pemutar menunggu dipasangkan: {host}, kode {code}</translation>
        </message>
        <message>
            <source>Pair…</source>
            <translation>Pasangkan…</translation>
        </message>
        <message>
            <source>The house card</source>
            <translation>Kartu rumah</translation>
        </message>
        <message>
            <source>Then: {title}</source>
            <translation>Berikutnya: {title}</translation>
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
        <name>WeekCanvas</name>
        <message>
            <source>Week calendar</source>
            <translation>Kalender minggu</translation>
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
    </context>
    <context>
        <name>_Face</name>
        <message>
            <source>Too long for this wall: take away about {count} characters.</source>
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
        <name>_WallAnswer</name>
        <message>
            <source>Not known yet</source>
            <translation>Belum diketahui</translation>
        </message>
        <message>
            <source>The house card</source>
            <translation>Kartu rumah</translation>
        </message>
    </context>
</TS>
