"""Sulawesi Barat: the five goals of 4+1, how they are measured, what is known so far."""

from agreements.demo.aims import OUTCOME, OUTPUT, Aim, Aims, Plan, Step, Value, Yardstick
from agreements.demo.shapes import ARTICLE_SULBAR, INVENTED, PUBLIC
from agreements.goals.kinds import Direction, Frequency, PlanDocument, ResultKind

PASANGKAYU, BAMBALAMOTU = "76.01.02", "76.01.01"
DECREE, WEEK_II, YEAR_END, NEXT_YEAR_END = "2023-07-02", "2023-08-13", "2023-12-31", "2024-12-31"
OFFICER, AUDITOR = "petugas@demo.test", "auditor@demo.test"
COUNTED_AGAIN = "Penimbangan posyandu, hitung ulang (contoh)"
UNSURE = (
    "Jumlah 10.489 di dua kecamatan adalah 64% dari 16.377 se-provinsi: tunggu verifikasi ulang."
)

STUNTING = Aim(
    "stunting",
    "Menurunkan stunting",
    "dinkes",
    "Anak stunting sasaran satgas diintervensi sampai keluar dari status stunting.",
    supports=(
        ("dp3ap2kb", "Pendampingan keluarga"),
        ("pemkab-polman", "Kader posyandu"),
        ("pemkab-pasangkayu", "Kader posyandu"),
        ("inspektorat", "Pengawasan dan verifikasi"),
    ),
    yardsticks=(
        Yardstick(
            "Anak stunting sasaran satgas yang diintervensi",
            OUTPUT,
            "anak",
            "Anak dalam daftar sasaran satgas yang sudah menerima sedikitnya satu intervensi.",
            frequency=Frequency.ONCE,
            start=("0", DECREE),
            start_source="SK Gubernur 296/2023: satgas baru dibentuk",
            targets=(("16377", YEAR_END, ""),),
            values=(
                Value(
                    *("dinkes", "9085", WEEK_II, "2023-08-07"),
                    by=OFFICER,
                    checked_by=AUDITOR,
                    source=ARTICLE_SULBAR,
                ),
            ),
            source="Laporan satgas",
            note="Sasaran 16.377 anak dari artikel; tenggat contoh.",
        ),
        Yardstick(
            "Anak keluar dari status stunting",
            OUTCOME,
            "anak",
            "Anak sasaran satgas yang tinggi badannya kembali sesuai umur saat diukur ulang.",
            frequency=Frequency.ONCE,
            start=("0", DECREE),
            targets=(("16377", NEXT_YEAR_END, ""),),
            values=(
                Value(
                    *("dinkes", "1054", WEEK_II, "2023-08-07"),
                    by=OFFICER,
                    checked_by=AUDITOR,
                    source=ARTICLE_SULBAR,
                ),
            ),
            source="Pengukuran ulang di posyandu",
            note="Target dan tenggat contoh.",
        ),
        Yardstick(
            "Anak stunting per kecamatan",
            OUTPUT,
            "anak",
            "Anak stunting yang tercatat di satu kecamatan.",
            direction=Direction.DOWN,
            frequency=Frequency.ONCE,
            values=(
                Value(
                    *("inspektorat", "2572", "2023-07-21"),
                    place=PASANGKAYU,
                    rival=("1286", COUNTED_AGAIN, UNSURE, OFFICER),
                    checked_by=AUDITOR,
                    source=PUBLIC,
                ),
                Value(
                    *("inspektorat", "7917", "2023-07-21"),
                    place=BAMBALAMOTU,
                    rival=("3959", COUNTED_AGAIN, UNSURE, OFFICER),
                    checked_by=AUDITOR,
                    source=PUBLIC,
                ),
            ),
            source="Koordinasi Inspektorat dengan kecamatan",
        ),
    ),
    plans=(
        Plan(
            *("pemprov-sulbar", PlanDocument.RPJMD, "Penanganan 4+1, satu dari delapan program"),
            is_priority=True,
        ),
        Plan("dinkes", PlanDocument.RENJA, "Percepatan penurunan stunting (contoh)"),
    ),
)
INFLATION = Aim(
    "inflasi",
    "Menjaga inflasi",
    "dkp",
    "Inflasi di luar empat masalah pembangunan manusia: angka satu pada 4+1.",
    yardsticks=(
        Yardstick(
            "Inflasi Sulawesi Barat",
            OUTCOME,
            "persen",
            direction=Direction.DOWN,
            frequency=Frequency.ONCE,
            values=(Value("dkp", "1.19", "2023-11-01", is_draft=True, source=ARTICLE_SULBAR),),
            note="Dasar angka 1,19 (bulanan, tahun kalender, tahunan) tidak disebut.",
        ),
    ),
)
MARRIAGE = Aim(
    "perkawinan-anak",
    "Mencegah perkawinan anak",
    "dp3ap2kb",
    yardsticks=(
        Yardstick(
            "Permohonan dispensasi kawin dikabulkan",
            OUTCOME,
            "permohonan",
            "Permohonan dispensasi kawin yang dikabulkan pengadilan agama dalam setahun.",
            direction=Direction.DOWN,
            frequency=Frequency.YEARLY,
            start=("264", "2022"),
            start_source=PUBLIC,
            targets=(("200", "2024", ""),),
            values=(
                Value("dp3ap2kb", "262", "2021", checked_by=AUDITOR, source=PUBLIC),
                Value("dp3ap2kb", "264", "2022", checked_by=AUDITOR, source=PUBLIC),
            ),
            duties=(("dp3ap2kb", "", "2021"),),
            source="Pengadilan agama",
            note="Target contoh.",
        ),
    ),
    plans=(Plan("dp3ap2kb", PlanDocument.RENJA, "Pencegahan perkawinan anak (contoh)"),),
)
SCHOOL = Aim(
    "ats",
    "Mengembalikan anak tidak sekolah",
    "disdikbud",
    yardsticks=(
        Yardstick(
            "Anak tidak sekolah",
            OUTCOME,
            "anak",
            "Anak usia sekolah yang tidak terdaftar di satuan pendidikan mana pun.",
            direction=Direction.DOWN,
            frequency=Frequency.YEARLY,
            start=("48000", "2023-07-31"),
            start_source=f"{PUBLIC}; dibulatkan ke ribuan",
            source="Dapodik dan pendataan desa",
        ),
    ),
)
POVERTY = Aim(
    "kemiskinan",
    "Menghapus kemiskinan ekstrem",
    "dinsos",
    supports=(("dkp", "Pasar murah"),),
    yardsticks=(
        Yardstick(
            "Keluarga sasaran kemiskinan ekstrem terlayani",
            OUTPUT,
            "keluarga",
            "Keluarga sasaran yang menerima bantuan sesuai daftar padan.",
            frequency=Frequency.MONTHLY,
            targets=(("360", YEAR_END, PASANGKAYU), ("389", YEAR_END, BAMBALAMOTU)),
            duties=(("dinsos", PASANGKAYU, "2023-09"), ("dinsos", BAMBALAMOTU, "2023-09")),
            source="Daftar padan Dinas Sosial",
            note=f"Target per kecamatan dari berita publik; tenggat: {INVENTED.lower()}",
        ),
    ),
    plans=(Plan("dinsos", PlanDocument.RENJA, "Penanganan kemiskinan ekstrem (contoh)"),),
)

GOALS = Aims(
    summary=(
        "Bila satgas mendatangi keluarga sasaran dengan data yang sama, anak diintervensi tepat "
        "waktu dan keluar dari stunting, karena keluarga datang dan kader mendampingi."
    ),
    ruling="d3",
    agreed="2023-07-04",
    steps=(
        Step(
            "satgas",
            ResultKind.ACTION,
            "Satgas mendatangi keluarga sasaran",
            leads_to=(("diintervensi", "Daftar sasaran per desa benar dan sama bagi semua."),),
        ),
        Step(
            "data",
            ResultKind.ACTION,
            "Satu sistem informasi data bersama",
            leads_to=(("diintervensi", "Setiap pihak memasukkan datanya."),),
        ),
        Step(
            "diintervensi",
            ResultKind.OUTPUT,
            "Anak stunting sasaran diintervensi",
            "stunting",
            (("keluar", "Intervensi berlangsung cukup lama dan keluarga menjalankannya."),),
        ),
        Step(
            "keluar",
            ResultKind.OUTCOME,
            "Anak keluar dari status stunting",
            "stunting",
            (("ipm", "Anak yang sehat terus bersekolah."),),
        ),
        Step("ipm", ResultKind.IMPACT, "Pembangunan manusia Sulawesi Barat naik"),
    ),
    goals=(STUNTING, INFLATION, MARRIAGE, SCHOOL, POVERTY),
)
