"""Rules, guidelines, knowledge and trainings in Sulawesi Barat.

That each responsible agency drafts its juklak is told by the article (framework.md §10); how far
each is, and all the rest, is invented.
"""

from agreements.capacity.arrangement_kinds import KnowledgeAccess, KnowledgeKind
from agreements.demo.arrangements import AgreedWays, Guided, Known, Proposed, Taught

LEGAL = "biro-hukum"

AGREED_WAYS = AgreedWays(
    rules=Proposed(
        "2023-06-19",
        adopted_by="d1",
        more=("Bahan rapat dibagikan paling lambat tiga hari kerja sebelum rapat.",),
    ),
    guided=(
        Guided(
            "dinkes",
            "Petunjuk pelaksanaan penanganan stunting (contoh)",
            "2023-08-07",
            14,
            reviewer=LEGAL,
            handed_in="2023-10-09",
        ),
        Guided(
            "disdikbud",
            "Petunjuk pelaksanaan penanganan anak tidak sekolah (contoh)",
            "2023-08-14",
            30,
            reviewer=LEGAL,
        ),
        Guided(
            "dp3ap2kb",
            "Petunjuk pelaksanaan pencegahan perkawinan anak (contoh)",
            "2023-08-14",
            -5,
            reviewer=LEGAL,
        ),
        Guided(
            "dinsos",
            "Petunjuk pelaksanaan penanganan kemiskinan ekstrem (contoh)",
            "2023-07-24",
            "2023-10-16",
            reviewer=LEGAL,
            handed_in="2023-09-18",
            issued=("2023-10-09", "CONTOH/01/JUKLAK"),
        ),
        Guided("dkp", "Petunjuk pelaksanaan pasar murah (contoh)", "2023-08-21", 30),
    ),
    known=(
        Known(
            "dinkes",
            "Data balita sasaran menurut desa (contoh)",
            KnowledgeKind.DATASET,
            "Jumlah balita menurut desa, tanpa nama.",
            "2023-07-31",
            address="https://data.contoh.test/balita-sasaran",
            meetings=(("rakor-binuang", "Angka kedua sumber dibandingkan."),),
            in_finding=True,
        ),
        Known(
            "bappeda",
            "Peta kecamatan prioritas (contoh)",
            KnowledgeKind.MAP,
            "Kecamatan yang didahulukan dalam penanganan 4+1.",
            "2023-06-30",
            address="https://data.contoh.test/peta-prioritas",
            decisions=(("d4", "Dasar memilih kecamatan yang didahulukan."),),
        ),
        Known(
            "dinsos",
            "Daftar keluarga sasaran (contoh)",
            KnowledgeKind.DATASET,
            "Memuat nama; hanya diberikan atas permintaan tertulis.",
            "2023-08-15",
            access=KnowledgeAccess.REQUEST,
        ),
        Known(
            "unsulbar",
            "Usulan metode intervensi (contoh)",
            KnowledgeKind.STUDY,
            "Cara mengukur ulang anak yang keluar dari stunting.",
            "2023-09-15",
            address="https://data.contoh.test/metode",
        ),
    ),
    taught=(
        Taught(
            "diskominfo",
            "Pemakaian sistem data bersama",
            ("dinsos", "dinkes"),
            "2023-09-20",
            "2023-09-11",
            came=32,
        ),
        Taught("unsulbar", "Mengukur panjang badan balita", ("dinkes",), 12, -3),
        Taught("dinsos", "Mengisi kartu kendali keluarga (contoh)", ("dkp", "dinkes"), -2, -12),
    ),
)
