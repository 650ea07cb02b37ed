"""Rules, guidelines, knowledge and trainings around E-SAKIP in Bogor. All invented."""

from agreements.capacity.arrangement_kinds import GuidelineKind, KnowledgeKind
from agreements.demo.arrangements import AgreedWays, Guided, Known, Proposed, Taught

AGREED_WAYS = AgreedWays(
    rules=Proposed("2023-02-13"),
    guided=(
        Guided(
            "setda-bogor",
            "Tata cara pengisian E-SAKIP (contoh)",
            "2023-03-06",
            "2023-06-30",
            kind=GuidelineKind.SOP,
            reviewer="bappedalitbang",
            handed_in="2023-05-08",
            issued=("2023-06-12", "CONTOH/02/SOP"),
        ),
    ),
    known=(
        Known(
            "setda-bogor",
            "Daftar indikator kinerja perangkat daerah (contoh)",
            KnowledgeKind.DATASET,
            "Indikator setiap perangkat daerah dengan satuannya.",
            "2023-01-31",
            address="https://data.contoh.test/indikator",
            decisions=(("b2", "Acuan yang disepakati."),),
        ),
    ),
    taught=(
        Taught(
            "setda-bogor",
            "Pengisian E-SAKIP",
            ("pd-kesehatan", "pd-pendidikan"),
            "2023-05-16",
            "2023-05-02",
            came=40,
        ),
    ),
)
