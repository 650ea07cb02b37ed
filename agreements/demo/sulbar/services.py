"""A joint service in West Sulawesi; all of it is invented for the demo."""

from agreements.capacity.service_kinds import CostBasis
from agreements.demo.services import Asked, Promise, Served, Stated

NEEDED = "Kartu keluarga\nBuku KIA bagi ibu hamil dan balita"
STEPS = (
    "Ambil nomor di meja depan\n"
    "Pengukuran oleh petugas gizi\n"
    "Pemutakhiran data bantuan di meja sebelah\n"
    "Terima hasil dan jadwal tindak lanjut"
)
DESK = "Meja layanan terpadu, kantor desa"

SERVICES = (
    Served(
        name="Meja layanan terpadu keluarga berisiko stunting",
        about="Satu kali datang: gizi balita diperiksa dan data bantuan sosial dimutakhirkan.",
        place="Balai desa, bergilir di tiga desa",
        rhythm="Setiap Selasa",
        region_of="pemkab-polman",
        purposes=(
            ("dinkes", "Pemantauan gizi balita", "Balita dan ibu hamil berisiko"),
            ("dinsos", "Pemutakhiran data bantuan sosial", "Keluarga penerima bantuan"),
        ),
        givers=("dinkes", "dinsos"),
        by="perwakilan",
        planned="2023-08-14",
        stood_by=(("2023-08-21", "kesmas"),),
        first="2023-09-05",
        promises=(
            Promise(NEEDED, STEPS, 5, DESK, published="2023-09-01"),
            Promise(NEEDED, STEPS, 3, DESK),
        ),
        asked=(
            Asked(
                "Jadwal meja layanan di tiga desa",
                "2023-10-02",
                body="pemkab-polman",
                steps=(
                    ("2023-10-03", "take_up", "Jadwal disusun bersama kantor desa."),
                    ("2023-10-05", "finish", "Jadwal dikirim ke kantor kabupaten."),
                ),
            ),
            Asked(
                "Pemutakhiran data keluarga yang pindah desa",
                "2023-10-30",
                slip="LT-2026/0012",
                steps=(
                    ("2023-10-31", "take_up", ""),
                    ("2023-11-07", "note_progress", "Menunggu surat pindah dari desa asal."),
                ),
            ),
            Asked(
                "Surat keterangan domisili",
                "2023-11-06",
                slip="LT-2026/0013",
                steps=(("2023-11-07", "turn_down", "Diterbitkan kantor desa, bukan layanan ini."),),
            ),
            Asked("Pemeriksaan ulang berat badan balita", -1, slip="LT-2026/0014"),
        ),
        stated=(
            Stated(
                "dinkes",
                "2023-10-10",
                "petugas",
                1_800_000,
                3_200_000,
                "Realisasi perjalanan dinas; angka sendiri dari kegiatan serupa bulan Mei",
                confirmed=("2023-10-17", "kesmas"),
            ),
            Stated(
                "dinsos",
                "2023-10-10",
                "koordinator",
                1_500_000,
                2_900_000,
                "Laporan kegiatan Oktober; angka sendiri dari rencana semula",
            ),
            Stated(
                "dinsos",
                "2023-10-10",
                "perwakilan",
                12,
                20,
                "Daftar hadir petugas; angka sendiri dari kunjungan rumah bulan Juni",
                basis=CostBasis.STAFF,
            ),
            Stated(
                "dinkes",
                "2023-11-07",
                "petugas",
                1_750_000,
                None,
                "Realisasi perjalanan dinas; biaya sendiri tidak diketahui",
            ),
        ),
    ),
)
