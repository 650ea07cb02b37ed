"""Sulawesi Barat: what is at stake for the parties and what they found out (mostly invented)."""

from agreements.demo.discovery import Asked, Discovered, Found, Look, Proposed, Said
from agreements.demo.shapes import PUBLIC
from agreements.engagement.discovery_kinds import (
    AssessmentSection,
    ProposalKind,
    StatementKind,
)

INTEREST, CONCERN = StatementKind.INTEREST, StatementKind.CONCERN
LIMIT, READINESS = StatementKind.LIMIT, StatementKind.READINESS
VISIT = "2023-06-12"

LOOK = Look(
    "Kajian awal penanganan 4+1",
    VISIT,
    "koordinator",
    "silaturahmi",
    (
        (
            "angka",
            AssessmentSection.PROBLEMS,
            "dinkes",
            "Angka balita di satu kecamatan berbeda menurut sumbernya.",
            "kesmas",
        ),
        (
            "nama",
            AssessmentSection.PROBLEMS,
            "dinsos",
            "Daftar penerima memuat nama; tanpa dasar tertulis tidak dapat dibagikan.",
            "perwakilan",
        ),
        (
            "kader",
            AssessmentSection.PLANNING,
            "",
            "Satu kunjungan ke desa untuk beberapa urusan sekaligus, bersama kader.",
            "koordinator",
        ),
        (
            "anggaran",
            AssessmentSection.INFLUENCE,
            "pemkab-polman",
            "Anggaran pendamping diputuskan bersama DPRD kabupaten; perlu disiapkan sejak awal.",
            "polman",
        ),
    ),
)

SAID = (
    Said(
        "dinsos",
        LIMIT,
        "Daftar penerima memuat nama; tanpa dasar tertulis tidak dapat kami bagikan.",
        "2023-06-15",
        "perwakilan",
        entry="nama",
        understood=(("dinkes", "kesmas", "2023-06-20"),),
    ),
    Said(
        "dinkes",
        INTEREST,
        "Data balita per desa yang sama dengan yang dipakai pihak lain.",
        VISIT,
        "kesmas",
        "silaturahmi",
        understood=(
            ("dinsos", "perwakilan", "2023-06-20"),
            ("bappeda", "koordinator", "2023-06-20"),
        ),
    ),
    Said(
        "pemkab-polman",
        READINESS,
        "Siap menugaskan kader posyandu mendampingi kunjungan di setiap desa.",
        VISIT,
        "koordinator",
        "silaturahmi",
        confirmed=("2023-06-16", "polman"),
    ),
    Said(
        "pemkab-polman",
        CONCERN,
        "Beban verifikasi ulang belum dianggarkan di kabupaten.",
        "2023-11-20",
        "polman",
        understood=(("pemkab-pasangkayu", "pasangkayu", "2023-11-21"),),
    ),
    Said(
        "pemkab-pasangkayu",
        READINESS,
        "Siap menyediakan kader posyandu di dua kecamatan.",
        VISIT,
        "koordinator",
        "silaturahmi",
    ),
    Said(
        "biro-hukum",
        INTEREST,
        "Dasar tertulis untuk berbagi data, agar tidak ada pihak yang menanggung risiko sendiri.",
        "2023-08-04",
        "karo-hukum",
        "rakor-binuang",
    ),
    Said(
        "unsulbar",
        INTEREST,
        "Hasil penelitian dipakai di lapangan, dan mahasiswa belajar dari desa.",
        "2023-08-04",
        "lppm",
        "rakor-binuang",
    ),
    Said(
        "penyedia-tik",
        READINESS,
        "Siap memasang jaringan di posyandu dua desa percontohan.",
        "2023-09-14",
        "petugas",
        "intervensi-desa",
    ),
)

ASKED = (
    Asked(
        "balita",
        "dinkes",
        "Angka balita mana yang dipakai di Pasangkayu dan Bambalamotu?",
        "2023-07-21",
        "kesmas",
        "koordinasi-inspektorat",
        entry="angka",
    ),
    Asked(
        "keluarga",
        "biro-hukum",
        "Mengapa jumlah keluarga sasaran berbeda antara provinsi dan kabupaten?",
        "2023-08-04",
        "karo-hukum",
        "rakor-binuang",
    ),
)

FOUND = (
    Found(
        "Data para pemangku kepentingan berbeda karena dasar hitungnya berbeda: keluarga, rumah "
        "tangga, atau penerima bantuan. Perlu harmonisasi ke satu rujukan per desa.",
        "2023-08-04",
        "karo-hukum",
        {
            "biro-hukum": "Membandingkan dasar hitung tiap sumber.",
            "dinsos": "Daftar penerima per desa.",
            "pemkab-polman": "Data keluarga dari kecamatan.",
        },
        question="keluarga",
        meeting="rakor-binuang",
        source=PUBLIC,
    ),
)

PROPOSED = (
    Proposed(
        "dinsos",
        ProposalKind.IDEA,
        "Satu narahubung data di tiap pihak",
        "Setiap pihak menunjuk satu orang yang menjawab pertanyaan tentang data sasaran.",
        "2023-08-07",
        "perwakilan",
        accepted=("2023-08-14", "koordinator", "Setuju; nama narahubung dikumpulkan."),
    ),
    Proposed(
        "unsulbar",
        ProposalKind.IDEA,
        "Mahasiswa KKN mendampingi posyandu",
        "Dua mahasiswa per desa selama satu semester, untuk mencatat penimbangan setiap bulan.",
        "2023-11-13",
        "lppm",
    ),
    Proposed(
        "penyedia-tik",
        ProposalKind.OPPORTUNITY,
        "Jaringan internet di posyandu",
        "Pemasangan gratis selama setahun di dua desa percontohan.",
        "2023-09-18",
        "mitra",
        to="diskominfo",
        returned=("2023-09-25", "kadis-kominfo", "Sebutkan siapa yang membayar setelah setahun."),
    ),
)

DISCOVERED = Discovered(LOOK, SAID, ASKED, FOUND, PROPOSED)
