"""What a unit says of its figures: counted in whole things, in percent, whether regions add up.

A unit is free text, so this only serves remarks; nothing is refused because of a word.
"""

import re

PERCENT = frozenset({"%", "persen", "percent"})
WHOLE_THINGS = """
anak bayi balita ibu orang jiwa warga siswa murid remaja lansia kader petugas pegawai peserta
penduduk penerima keluarga kk rumah desa kelurahan kecamatan kabupaten kota dusun lokasi posyandu
puskesmas sekolah kelompok lembaga instansi unit kasus kejadian dokumen kegiatan pelatihan rapat
child children baby babies mother mothers person persons people pupil pupils student students
household households family families house houses village villages district districts school
schools group groups agency agencies unit units case cases document documents event events meeting
meetings training trainings
"""
AMOUNTS = "rupiah rp ton tons tonnes kg kilogram hektare hektar ha meter m km liter litres liters"
RATES = """
per tiap setiap rata rerata rasio indeks skor persen percent ratio index score average mean rate
"""
LARGE = """
ribu juta miliar triliun thousand thousands million millions billion billions
hari jam tahun day days hour hours year years
"""
COUNTED = frozenset(WHOLE_THINGS.split())
SUMMED = COUNTED | frozenset(AMOUNTS.split())
RATED = frozenset(RATES.split())
MULTIPLES = frozenset(LARGE.split())


def is_percent(unit: str) -> bool:
    return unit.strip().casefold() in PERCENT


def is_counted(unit: str) -> bool:
    """Whole things such as children or villages; thousands of them may have a fraction."""
    return _is_of(unit, COUNTED) and not _words(unit) & MULTIPLES


def adds_up(unit: str) -> bool:
    """Whether the figures of regions make up that of the whole: not shares, not averages."""
    return _is_of(unit, SUMMED)


def _is_of(unit: str, known: frozenset[str]) -> bool:
    words = _words(unit)
    return bool(words & known) and not words & RATED and not set("/%") & set(unit)


def _words(unit: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", unit.casefold()))
