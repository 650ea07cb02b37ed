"""Kabupaten Bogor: what surrounds the collaboration, and the rules that it rests on."""

from agreements.charter.kinds import ContextKind
from agreements.demo.shapes import ARTICLE_BOGOR, INVENTED, Footing, Rule, Surrounding

SURROUNDINGS = (
    Surrounding(
        ContextKind.RESOURCE,
        "Data kinerja tersebar; pemantauan dan evaluasi lambat.",
        "2023-01-16",
        INVENTED,
        body="setda-bogor",
        looked="2023-07-12",
    ),
    Surrounding(
        ContextKind.POLICY_LEGAL,
        "Peraturan pusat tentang akuntabilitas kinerja sering berubah.",
        "2023-01-16",
        ARTICLE_BOGOR,
    ),
    Surrounding(
        ContextKind.PRIOR_FAILURE,
        "Laporan kinerja di atas kertas terlambat dan berbeda antarperangkat daerah.",
        "2022-10-03",
        INVENTED,
        body="inspektorat-bogor",
    ),
    Surrounding(
        ContextKind.POWER,
        "Koordinasi dari pimpinan tertinggi masih kurang.",
        "2023-01-16",
        ARTICLE_BOGOR,
    ),
)

RULES: tuple[Rule, ...] = ()

FOOTINGS = (
    Footing("uu-30-2014", "Pasal 34 ayat (4)", "Pekerjaan lintas kewenangan lewat kerja sama."),
    Footing("uu-23-2014"),
)
