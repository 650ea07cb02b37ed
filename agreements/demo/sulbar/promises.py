"""Sulawesi Barat "4+1": what was promised and how it went. All invented.

The first ten are the ones that fell due: six were kept by the date first promised (framework.md
§10, `SM1_behaviour`). The eight after them are due after today, so they do not change that count.
"""

from agreements.demo.shapes import Promise, Step

RUN = "koordinator@demo.test"
HEALTH = "petugas@demo.test"
SOCIAL = "perwakilan@demo.test"
MADE = "2023-07-04"
REVIEW = "2023-11-20"


def _by(name):
    return f"{name}@contoh.test"


def _done(on, confirmed, *, by):
    return (Step("report_done", on, by), Step("confirm", confirmed, RUN))


FELL_DUE = (
    Promise(
        "1",
        "dinkes",
        "Data sasaran per desa",
        MADE,
        "2023-07-31",
        (
            Step("start", "2023-07-10", HEALTH),
            Step("update_progress", "2023-07-20", HEALTH, {"note": "400 dari 575 desa masuk."}),
            *_done("2023-07-28", "2023-08-02", by=HEALTH),
        ),
        meeting="rapat-kerja",
        ruling="d4",
        post="petugas",
    ),
    Promise(
        "2",
        "dinsos",
        "Padankan data keluarga sasaran",
        MADE,
        "2023-08-15",
        (
            Step("start", "2023-07-17", SOCIAL),
            Step(
                "change_due_date",
                "2023-08-14",
                SOCIAL,
                {
                    "new_due_on": "2023-08-31",
                    "reason": "Menunggu data per desa yang sudah diverifikasi.",
                },
            ),
            *_done("2023-08-29", "2023-09-05", by=SOCIAL),
        ),
        meeting="rapat-kerja",
        ruling="d4",
        post="perwakilan",
    ),
    Promise(
        "3",
        "disdikbud",
        "Daftar ATS terverifikasi",
        MADE,
        "2023-08-31",
        _done("2023-08-25", "2023-08-30", by=_by("disdikbud")),
        meeting="rapat-kerja",
        post="kadis-dikbud",
    ),
    Promise(
        "4",
        "dp3ap2kb",
        "Laporan dispensasi kawin",
        MADE,
        "2023-08-31",
        _done("2023-08-30", "2023-09-04", by=_by("dp3ap2kb")),
        meeting="rapat-kerja",
    ),
    Promise(
        "5",
        "dkp",
        "Jadwal pasar murah",
        MADE,
        "2023-08-20",
        _done("2023-08-16", "2023-08-21", by=_by("dkp")),
        meeting="rapat-kerja",
        ruling="d5",
    ),
    Promise(
        "6",
        "diskominfo",
        "Purwarupa sistem data",
        MADE,
        "2023-09-30",
        (
            Step("start", "2023-08-07", _by("diskominfo")),
            Step(
                "update_progress",
                "2023-09-20",
                _by("diskominfo"),
                {"note": "Butuh akses ke data dasar dua kabupaten.", "needs_help": True},
            ),
            Step(
                "change_due_date",
                "2023-09-28",
                _by("diskominfo"),
                {"new_due_on": "2023-10-31", "reason": "Data dasar dua kabupaten belum diterima."},
            ),
            Step(
                "change_due_date",
                "2023-10-30",
                _by("diskominfo"),
                {"new_due_on": "2023-11-13", "reason": "Uji coba di Anreapi perlu diulang."},
            ),
        ),
        meeting="rapat-kerja",
        ruling="d6",
        post="kadis-kominfo",
    ),
    Promise(
        "7",
        "pemkab-polman",
        "Anggaran pendamping",
        MADE,
        "2023-09-30",
        (
            Step(
                "mark_not_kept",
                "2023-10-24",
                RUN,
                {"reason": "Tidak masuk perubahan anggaran kabupaten."},
            ),
        ),
        meeting="rapat-kerja",
    ),
    Promise(
        "8",
        "unsulbar",
        "Usulan metode intervensi",
        "2023-08-04",
        "2023-09-15",
        _done("2023-09-12", "2023-09-18", by=_by("unsulbar")),
        meeting="rakor-binuang",
        post="lppm",
    ),
    Promise(
        "9",
        "pemkab-pasangkayu",
        "Dukungan kader posyandu",
        "2023-07-21",
        "2023-08-31",
        _done("2023-08-28", "2023-09-01", by=_by("pemkab-pasangkayu")),
        meeting="koordinasi-inspektorat",
    ),
    Promise(
        "10",
        "ormas-pemuda",
        "Relawan desa",
        "2023-07-31",
        "2023-09-30",
        (
            Step("accept", "2023-08-03", _by("ormas")),
            Step("mark_not_kept", "2023-10-24", RUN, {"reason": "Relawan belum terkumpul."}),
        ),
    ),
)

AHEAD = (
    Promise(
        "11",
        "dinkes",
        "Mengirim rekap balita per desa triwulan IV",
        REVIEW,
        3,
        (
            Step("start", -1, HEALTH),
            Step("update_progress", -1, HEALTH, {"note": "Lima dari enam kabupaten masuk."}),
        ),
        meeting="evaluasi-satgas",
        post="petugas",
    ),
    Promise(
        "12",
        "dinsos",
        "Memeriksa ulang 749 keluarga sasaran di dua kecamatan",
        REVIEW,
        10,
        meeting="evaluasi-satgas",
        post="perwakilan",
    ),
    Promise(
        "13",
        "dinsos",
        "Menyediakan pendamping sosial di Pasangkayu dan Bambalamotu",
        -1,
        21,
    ),
    Promise(
        "14",
        "disdikbud",
        "Mengirim daftar anak tidak sekolah yang sudah dipadankan",
        REVIEW,
        5,
        (Step("report_done", -1, _by("disdikbud")),),
        meeting="evaluasi-satgas",
        post="kadis-dikbud",
    ),
    Promise(
        "15",
        "dp3ap2kb",
        "Menyusun juklak pencegahan perkawinan anak",
        REVIEW,
        14,
        meeting="evaluasi-satgas",
        post="kadis-dp3ap2kb",
    ),
    Promise(
        "16",
        "pemkab-pasangkayu",
        "Menambah kader posyandu di dua belas desa",
        REVIEW,
        12,
        (
            Step("start", -1, _by("pemkab-pasangkayu")),
            Step(
                "update_progress",
                -1,
                _by("pemkab-pasangkayu"),
                {"note": "Butuh pelatih kader dari provinsi.", "needs_help": True},
            ),
        ),
        meeting="evaluasi-satgas",
    ),
    Promise(
        "17",
        "bappeda",
        "Memasukkan kebutuhan 4+1 ke rancangan kerja tahun depan",
        REVIEW,
        30,
        meeting="evaluasi-satgas",
        post="koordinator",
    ),
    Promise(
        "18",
        "dinsos",
        "Mengundang pendamping desa ke rapat data",
        -1,
        6,
        (Step("accept", -1, RUN),),
    ),
)

PROMISES = (*FELL_DUE, *AHEAD)
