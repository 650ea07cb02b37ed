"""Kabupaten Bogor: the definition of the problem, on which one party has not said a word yet."""

from agreements.charter.stances import Stance
from agreements.demo.defining import Problem

PROBLEM = Problem(
    text=(
        "Data kinerja tersebar; pemantauan dan evaluasi lambat; acuan berbeda antarperangkat "
        "daerah."
    ),
    in_scope="Perencanaan, pelaporan dan evaluasi kinerja semua perangkat daerah kabupaten.",
    out_scope="Pelaporan keuangan dan penilaian kinerja pegawai.",
    drafted="2023-02-06",
    offered="2023-02-13",
    said=(
        ("setda-bogor", Stance.ACCEPT, ""),
        ("bappedalitbang", Stance.ACCEPT, ""),
    ),
)
