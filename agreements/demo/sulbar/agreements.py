"""Sulawesi Barat: the decree, a memorandum being negotiated, one stuck half signed, one ending."""

from agreements.demo.papers import Extension, Paper, Paragraph
from agreements.demo.shapes import ARTICLE_SULBAR
from agreements.instruments.kinds import CooperationScope

MEMORANDUM, COOPERATION = "kesepakatan-bersama", "perjanjian-kerja-sama"

PAPERS = (
    Paper(
        "sk296",
        "surat-keputusan",
        "Satuan tugas penanganan 4+1",
        "Lima perangkat daerah koordinator; penanggung jawab wilayah; evaluasi dan pelaporan; "
        "tugas satuan tugas.",
        ("pemprov-sulbar",),
        starts="2023-07-02",
        number="296",
        scope=CooperationScope.WITHIN,
        signed="2023-07-02",
        source=f"{ARTICLE_SULBAR}: SK Gubernur 296 tahun 2023",
    ),
    Paper(
        "mou-bank",
        MEMORANDUM,
        "Kesepakatan bersama dukungan pembiayaan 4+1 (contoh)",
        "Dukungan bank daerah bagi intervensi stunting dan pasar murah.",
        ("pemprov-sulbar", "bank"),
        starts="2023-09-11",
        ends="2025-09-10",
        number="ILL-01/2023",
        scope=CooperationScope.THIRD_PARTY,
        signed="2023-09-08",
        extension=Extension(
            "2023-10-16", "2027-09-10", "Dukungan bank dibutuhkan lebih lama dari dua tahun."
        ),
    ),
    Paper(
        "mou-kanwil",
        MEMORANDUM,
        "Kesepakatan bapak asuh anak stunting (contoh)",
        "Kantor wilayah mengasuh anak stunting; datanya berupa jumlah, tanpa identitas anak.",
        ("pemprov-sulbar", "kanwil"),
        starts="2023-09-04",
        ends=52,
        number="ILL-02/2023",
        scope=CooperationScope.CENTRAL,
        signed="2023-09-01",
    ),
    Paper(
        "mou-pt",
        MEMORANDUM,
        "Kesepakatan bersama riset dan pendampingan dengan Unsulbar",
        "Metode intervensi, pendampingan desa, dan pengukuran ulang bersama mahasiswa.",
        ("pemprov-sulbar", "unsulbar"),
        starts=30,
        ends=760,
        scope=CooperationScope.THIRD_PARTY,
        drafted="2023-08-14",
        steps=(("2023-09-04", "forward"), ("2023-10-16", "forward")),
        rules=(("uu-23-2014", "Pasal 363"), ("pp-28-2018", "")),
        paragraphs=(
            Paragraph("Pasal 1", "Maksud kesepakatan ini adalah menurunkan stunting bersama."),
            Paragraph(
                "Pasal 2", "Unsulbar mengusulkan metode intervensi per kabupaten.", "unsulbar"
            ),
        ),
    ),
    Paper(
        "pks-bank",
        COOPERATION,
        "Perjanjian kerja sama penyaluran dana pendamping (contoh)",
        "Penyaluran dana pendamping untuk intervensi stunting di dua kabupaten.",
        ("pemprov-sulbar", "dinsos", "bank"),
        starts="2023-10-09",
        ends="2024-12-31",
        scope=CooperationScope.THIRD_PARTY,
        parent="mou-bank",
        drafted="2023-09-11",
        steps=(
            ("2023-09-18", "forward"),
            ("2023-09-25", "forward"),
            ("2023-10-02", "forward"),
            ("2023-10-03", "kadis-dinsos"),
            ("2023-10-04", "sekda"),
        ),
        rules=(("pp-28-2018", ""), ("permendagri-22-2020", "")),
        paragraphs=(
            Paragraph("Pasal 1", "Bank menyalurkan dana pendamping setiap bulan.", "bank"),
            Paragraph(
                "Pasal 2",
                "Pemerintah provinsi menyerahkan daftar desa penerima.",
                "pemprov-sulbar",
            ),
        ),
    ),
)
