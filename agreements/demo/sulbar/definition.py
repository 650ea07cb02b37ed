"""Sulawesi Barat: what the parties define as the problem, and the words they share."""

from agreements.charter.stances import Stance
from agreements.demo.defining import Problem, Word
from agreements.demo.shapes import ARTICLE_SULBAR, INVENTED

DRAFTED, OFFERED, AGREED = "2023-07-05", "2023-07-11", "2023-07-21"
SUPPORT, ACCEPT, ASIDE = Stance.SUPPORT, Stance.ACCEPT, Stance.STAND_ASIDE

PROBLEM = Problem(
    text=(
        "Stunting, anak tidak sekolah, perkawinan anak dan kemiskinan ekstrem saling menyebabkan, "
        "ditangani sendiri-sendiri dengan data yang berbeda; inflasi pangan memperberat semuanya."
    ),
    in_scope=(
        "Empat isu pembangunan manusia dan inflasi pangan di enam kabupaten, dengan satu data "
        "sasaran per desa."
    ),
    out_scope=(
        "Pelayanan rujukan rumah sakit, pembangunan gedung sekolah, dan program yang sepenuhnya "
        "menjadi urusan satu perangkat daerah."
    ),
    drafted=DRAFTED,
    offered=OFFERED,
    agreed=AGREED,
    ruling="d1",
    source=f"{ARTICLE_SULBAR}; rumusan contoh",
    said=(
        ("pemprov-sulbar", SUPPORT, ""),
        ("bappeda", SUPPORT, ""),
        ("dinkes", SUPPORT, ""),
        ("dinsos", SUPPORT, "Data sasaran harus satu."),
        ("disdikbud", ACCEPT, ""),
        ("dp3ap2kb", SUPPORT, ""),
        ("dkp", ACCEPT, ""),
        ("inspektorat", ACCEPT, ""),
        ("biro-hukum", ACCEPT, ""),
        ("diskominfo", SUPPORT, ""),
        ("pemkab-polman", ASIDE, "Anggaran pendamping kabupaten belum ada."),
        ("pemkab-pasangkayu", ACCEPT, ""),
        ("unsulbar", SUPPORT, ""),
    ),
    words=(
        Word(
            "anak tidak sekolah (ATS)",
            (
                "Anak usia sekolah yang tidak bersekolah: belum pernah, berhenti sebelum lulus, "
                "atau lulus dan tidak melanjutkan. Lebih luas daripada anak putus sekolah."
            ),
            OFFERED,
            synonyms=("anak putus sekolah",),
            agreed=AGREED,
        ),
        Word(
            "perkawinan anak",
            "Perkawinan yang salah satu atau kedua calonnya belum berusia 19 tahun.",
            OFFERED,
            synonyms=("pernikahan dini",),
            agreed=AGREED,
        ),
        Word(
            "keluar dari status stunting",
            "Anak sasaran yang pada dua penimbangan berturut-turut bertinggi badan sesuai umur.",
            OFFERED,
            synonyms=("lulus stunting",),
            agreed=AGREED,
        ),
        Word(
            "sasaran by-name",
            "Daftar keluarga sasaran menurut desa; di luar satgas hanya jumlahnya yang dibagikan.",
            "2023-08-07",
            synonyms=("data by-name by-address",),
            source=INVENTED,
        ),
    ),
)
