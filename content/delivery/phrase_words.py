"""The 256 words of a pairing phrase: short Indonesian words that sound unlike each other when read across a street."""

from __future__ import annotations

_LIST = """
abadi abang abjad acara adat adik agung ahli ajaib akar akrab alam alis altar aman ambon ampas anak aneka
angin angsa antik apel arang arca arus asap asli atap awan ayah ayam ayun badak bagan baju bakul balon bambu
bandeng bantal basah batik baut bayam bebek bedug belah benang beras besi betis biji bilik bintang biola bisul
bola bonsai botol buah bubur budaya bukit bulan bumi bunga burung busur cabai cacing cahaya candi cangkir
cempaka cendol cerah cicak cincin coklat corak cucu cuka dadu dahan damai danau dapur darat daun debu delima
dengar desa dinding domba dongeng dosen duku durian duyung ekor elang emas embun ember empat enau engkol esok
fajar film fosil gajah galah gambar garam gasing gelas gempa gendang gerbang gigi gitar gondola gotong gua
gula gunung gurita hadiah halus hangat harimau hebat helm hijau hikmah hitung hujan hutan ibu ikan iklim indah
inti irama istana itik jagung jahe jala jambu jangkar jarum jati jelita jembatan jendela jeruk jingga joglo
juara jujur kabut kaca kadal kakao kambing kancil kapal karang kasur kayu kebun kecapi kelapa kembang kencur
keris kijang kilat kolam kopi kota kucing kuda kulit kunci kuning labu ladang lagu lampu langit laut lebah
lembah lentera lidah lilin logam lontar lukis lumba madu magnet mahkota makan malam manggis mawar melati
menara merah mesin mimpi minyak mobil mutiara naga nanas nasi nelayan nenek nila nona nuri nyala obor ombak
otot padi pagar pahat paku palem panah panda pasir payung pelangi perahu perak petani piano pintu pisang pohon
pulau puncak pupuk rakit ranting roda rusa
"""
WORDS: tuple[str, ...] = tuple(_LIST.split())
