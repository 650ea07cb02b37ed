"""Kabupaten Bogor: whom the collaboration touches and who can sway it (invented for the demo)."""

from agreements.charter.kinds import Degree, Leaning
from agreements.demo.shapes import Stake

LOW, MEDIUM, HIGH = Degree.LOW, Degree.MEDIUM, Degree.HIGH

STAKES = (
    Stake(HIGH, HIGH, "setda-bogor", is_engaged=True, stance=Leaning.SUPPORTS),
    Stake(HIGH, HIGH, "bappedalitbang", is_engaged=True, stance=Leaning.SUPPORTS),
    Stake(MEDIUM, HIGH, "inspektorat-bogor", is_engaged=True, stance=Leaning.SUPPORTS),
    Stake(HIGH, MEDIUM, "pd-kesehatan", is_engaged=True),
    Stake(
        HIGH,
        MEDIUM,
        group="Perangkat daerah yang belum memakai E-SAKIP",
        stance=Leaning.UNDECIDED,
        note="Mengisi dua laporan untuk hal yang sama.",
    ),
    Stake(
        LOW,
        HIGH,
        group="Penilai SAKIP di pemerintah pusat",
        spoken_for_by="Inspektorat",
    ),
    Stake(
        MEDIUM,
        LOW,
        group="Warga pengguna layanan",
        note="Merasakan hasilnya; tidak ada jalur untuk bertanya.",
    ),
)
