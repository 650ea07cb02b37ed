"""Kabupaten Bogor: one reference for performance, how it is measured (invented for the demo)."""

from agreements.demo.aims import OUTCOME, OUTPUT, Aim, Aims, Plan, Step, Value, Yardstick
from agreements.goals.kinds import BenefitDimension, Direction, PlanDocument, ResultKind

Q1, Q2, Q3, YEAR_END = "2023-Q1", "2023-Q2", "2023-Q3", "2023"
PLANNER, COORDINATOR = "bappedalitbang-bogor@contoh.test", "organisasi-bogor@contoh.test"


def _by_planners(number, ends):
    return Value("bappedalitbang", number, ends, by=PLANNER, checked_by=COORDINATOR)


ONE_REFERENCE = Aim(
    "satu-acuan",
    "E-SAKIP menjadi satu acuan kinerja",
    "setda-bogor",
    "Perencanaan, pemantauan dan evaluasi memakai data yang sama.",
    benefit=BenefitDimension.ORGANIZATION,
    supports=(("bappedalitbang", "Pohon kinerja"), ("inspektorat-bogor", "Reviu")),
    yardsticks=(
        Yardstick(
            "Perangkat daerah memakai E-SAKIP",
            OUTPUT,
            "persen",
            "Perangkat daerah yang mengisi E-SAKIP pada triwulan itu, dari semua.",
            is_share=False,
            start=("40", "2023-01"),
            targets=(("100", YEAR_END, ""),),
            values=(_by_planners("65", Q2), _by_planners("82", Q3)),
            duties=(("bappedalitbang", "", Q2),),
            source="Log E-SAKIP",
        ),
        Yardstick(
            "Laporan kinerja triwulan tepat waktu",
            OUTCOME,
            "persen",
            "Laporan triwulan yang masuk paling lambat tanggal 10, dari yang wajib melapor.",
            start=("50", Q1),
            targets=(("90", YEAR_END, ""),),
            values=(_by_planners("58", Q2), _by_planners("61", Q3)),
            duties=(("bappedalitbang", "", Q2),),
            source="Log E-SAKIP",
        ),
        Yardstick(
            "Indikator dengan nilai berbeda antarsumber",
            OUTCOME,
            "indikator",
            "Indikator yang nilainya di E-SAKIP berbeda dari laporan perangkat daerah.",
            direction=Direction.DOWN,
            start=("30", Q1),
            targets=(("5", "2024-Q2", ""),),
            values=(
                Value(
                    *("bappedalitbang", "34", Q3),
                    by=PLANNER,
                    disputed="Dua sumber menghitung indikator yang sama dengan cara berbeda.",
                ),
            ),
            duties=(("bappedalitbang", "", Q3),),
            source="Reviu Inspektorat",
        ),
    ),
    plans=(Plan("setda-bogor", PlanDocument.PK, "Akuntabilitas kinerja pemerintah daerah"),),
)

GOALS = Aims(
    summary=(
        "Bila semua perangkat daerah memakai satu acuan, laporan masuk tepat waktu dan angka "
        "tidak lagi berbeda, karena tidak ada yang mengisi dua kali."
    ),
    ruling="b2",
    agreed="2023-02-01",
    steps=(
        Step(
            "bimtek",
            ResultKind.ACTION,
            "Bimbingan teknis bersama",
            leads_to=(("memakai", "Pimpinan perangkat daerah menugaskan petugasnya."),),
        ),
        Step(
            "memakai",
            ResultKind.OUTPUT,
            "Perangkat daerah memakai E-SAKIP",
            "satu-acuan",
            (("tepat", "Tidak ada laporan lain untuk hal yang sama."),),
        ),
        Step("tepat", ResultKind.OUTCOME, "Laporan tepat waktu dan angkanya sama", "satu-acuan"),
    ),
    goals=(ONE_REFERENCE,),
)
