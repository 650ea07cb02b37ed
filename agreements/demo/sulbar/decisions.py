"""Sulawesi Barat "4+1": what was weighed and said before decisions were taken; all invented."""

from agreements.charter.stances import Stance
from agreements.demo.shapes import Choice, Deliberation, Stand

AID = Deliberation(
    choices=(
        Choice(
            "Bantuan tunai lewat kecamatan",
            "Cepat sampai ke keluarga.",
            "Pengawasan penggunaannya sulit.",
            750_000_000,
            "Perkiraan satu triwulan, APBD provinsi",
            "dinsos",
        ),
        Choice(
            "Paket pangan lewat desa",
            "Langsung menjawab kebutuhan gizi.",
            "Biaya angkut ke desa terpencil tinggi.",
            620_000_000,
            "Belum termasuk biaya angkut",
            "dkp",
        ),
    ),
    stands=(
        Stand("dinsos", Stance.SUPPORT),
        Stand("dinkes", Stance.SUPPORT),
        Stand("dkp", Stance.ACCEPT),
        Stand(
            "pemkab-polman",
            Stance.OBJECT,
            "Kriteria penerima belum jelas.",
            "Kriteria memakai data terpadu yang dipadankan Dinas Sosial; desa dapat mengoreksi.",
        ),
        Stand("pemkab-polman", Stance.STAND_ASIDE),
    ),
    chosen="Paket pangan lewat desa",
)

ONE_DATA = Deliberation(
    stands=(
        Stand("diskominfo", Stance.SUPPORT),
        Stand("bappeda", Stance.SUPPORT),
        Stand("dinkes", Stance.ACCEPT),
    ),
)

CHECKED_AGAIN = Deliberation(
    choices=(
        Choice(
            "Verifikasi ulang semua kecamatan",
            "Satu daftar yang dapat dipegang semua pihak.",
            "Bantuan tertunda sekitar sebulan.",
            480_000_000,
            "Honor dan perjalanan petugas",
            "dinsos",
        ),
        Choice(
            "Uji petik dua kecamatan",
            "Selesai sebelum penyaluran berikutnya.",
            "Kesalahan di kecamatan lain tidak terlihat.",
            60_000_000,
            "",
            "pemkab-polman",
        ),
    ),
    stands=(
        Stand("dinsos", Stance.SUPPORT),
        Stand("dinkes", Stance.SUPPORT, after=1),
        Stand("pemkab-polman", Stance.OBJECT, "Beban verifikasi belum dianggarkan"),
    ),
)
