"""Sulawesi Barat: what surrounds the collaboration, and the rules that it rests on."""

from agreements.charter.kinds import ContextKind, LegalLevel
from agreements.demo.shapes import (
    ARTICLE_SULBAR,
    INVENTED,
    PUBLIC,
    Footing,
    Rule,
    Surrounding,
)

SURROUNDINGS = (
    Surrounding(
        ContextKind.RESOURCE,
        "16.377 anak stunting menjadi sasaran; anggaran pendamping kabupaten belum tersedia.",
        "2023-06-12",
        f"{ARTICLE_SULBAR}; keadaan anggaran contoh",
        body="dinkes",
        looked="2023-11-20",
    ),
    Surrounding(
        ContextKind.POLICY_LEGAL,
        "SK Gubernur 296/2023 menetapkan lima perangkat daerah koordinator dan pembagian wilayah.",
        "2023-07-04",
        ARTICLE_SULBAR,
        body="biro-hukum",
    ),
    Surrounding(
        ContextKind.POWER,
        "Penjabat Gubernur memimpin langsung; anggaran kabupaten diputuskan bupati dan DPRD.",
        "2023-06-12",
        INVENTED,
        body="pemprov-sulbar",
    ),
    Surrounding(
        ContextKind.CONNECTEDNESS,
        "Perangkat daerah sudah bertemu di Forkopimda; perguruan tinggi dan mitra swasta belum.",
        "2023-06-12",
        INVENTED,
    ),
    Surrounding(
        ContextKind.CONFLICT,
        "Ada yang berkata: kolaborasi gampang diucapkan, sulit dilaksanakan.",
        "2023-06-12",
        ARTICLE_SULBAR,
        looked="2023-10-23",
    ),
    Surrounding(
        ContextKind.SOCIOECONOMIC,
        "Enam kabupaten, 69 kecamatan dan 575 desa; banyak keluarga sasaran di tempat terpencil.",
        "2023-06-12",
        PUBLIC,
    ),
)

RULES = (
    Rule(
        "sk-296",
        LegalLevel.DECREE,
        "296",
        2023,
        "Satuan tugas penanganan 4+1",
        "Gubernur Sulawesi Barat",
        "Lima perangkat daerah koordinator; penanggung jawab wilayah; evaluasi dan pelaporan.",
    ),
)

FOOTINGS = (
    Footing("sk-296", note="Menetapkan siapa mengoordinasikan apa, dan siapa melapor."),
    Footing("uu-23-2014", "Pasal 363", "Kerja sama didasarkan pada efisiensi dan efektivitas."),
    Footing("uu-30-2014", "Pasal 34 ayat (4)", "Pekerjaan lintas kewenangan lewat kerja sama."),
    Footing("pp-28-2018"),
    Footing("permendagri-22-2020"),
)
