"""Sulawesi Barat: whom the collaboration touches and who can sway it (invented for the demo)."""

from agreements.charter.kinds import Degree, Leaning
from agreements.demo.shapes import Stake

LOW, MEDIUM, HIGH = Degree.LOW, Degree.MEDIUM, Degree.HIGH

STAKES = (
    Stake(HIGH, HIGH, "pemprov-sulbar", is_engaged=True, stance=Leaning.SUPPORTS),
    Stake(HIGH, HIGH, "dinkes", is_engaged=True, stance=Leaning.SUPPORTS),
    Stake(HIGH, HIGH, "pemkab-polman", is_engaged=True, stance=Leaning.UNDECIDED),
    Stake(HIGH, MEDIUM, "dinsos", is_engaged=True, stance=Leaning.SUPPORTS),
    Stake(MEDIUM, MEDIUM, "unsulbar", is_engaged=True, stance=Leaning.SUPPORTS),
    Stake(LOW, MEDIUM, "bank", is_engaged=True),
    Stake(MEDIUM, LOW, "ormas-pemuda", is_engaged=True, stance=Leaning.SUPPORTS),
    Stake(
        MEDIUM,
        HIGH,
        group="Tokoh agama dan tokoh adat",
        note="Didengar warga soal usia kawin; belum pernah diundang.",
    ),
    Stake(
        HIGH,
        LOW,
        group="Keluarga balita stunting",
        spoken_for_by="Kader posyandu, lewat Dinas Kesehatan",
    ),
    Stake(
        HIGH,
        LOW,
        group="Anak yang tidak bersekolah",
        note="Belum ada yang bertanya kepada mereka mengapa berhenti sekolah.",
    ),
    Stake(LOW, LOW, group="Pedagang pasar", spoken_for_by="Dinas Ketahanan Pangan"),
)
