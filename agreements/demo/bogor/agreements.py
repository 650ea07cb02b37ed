"""Kabupaten Bogor: the joint agreement that exists, and one with the inspectorate on its way."""

from agreements.demo.papers import Paper, Paragraph
from agreements.demo.shapes import ARTICLE_BOGOR
from agreements.instruments.kinds import Benefit, CooperationScope

PAPERS = (
    Paper(
        "pb1",
        "kesepakatan-bersama",
        "Perjanjian bersama E-SAKIP antara Setda dan Bappedalitbang",
        "E-SAKIP menjadi satu acuan perencanaan dan pelaporan kinerja perangkat daerah.",
        ("setda-bogor", "bappedalitbang"),
        starts="2023-02-01",
        ends="2024-12-31",
        number="ILL/2023",
        scope=CooperationScope.WITHIN,
        benefits=(Benefit.EFFECTIVENESS, Benefit.MUTUAL),
        signed="2023-02-01",
        source=f"{ARTICLE_BOGOR} (keberadaan); nomor dan tanggal contoh",
    ),
    Paper(
        "pb-inspektorat",
        "kesepakatan-bersama",
        "Kesepakatan reviu kinerja dengan Inspektorat (contoh)",
        "Reviu realisasi setiap triwulan atas data E-SAKIP.",
        ("setda-bogor", "inspektorat-bogor"),
        starts=40,
        ends=770,
        scope=CooperationScope.WITHIN,
        drafted="2023-07-17",
        steps=(("2023-08-07", "forward"), ("2023-09-11", "forward")),
        rules=(("uu-30-2014", "Pasal 34 ayat (4)"),),
        paragraphs=(
            Paragraph(
                "Pasal 1", "Inspektorat mereviu realisasi setiap triwulan.", "inspektorat-bogor"
            ),
        ),
    ),
)
