"""Sulawesi Barat "4+1": its meetings, who came, what was discussed and decided."""

from agreements.demo.shapes import (
    ARTICLE_SULBAR,
    INVENTED,
    PUBLIC,
    Came,
    Gathering,
    Ruling,
    Said,
    Topic,
)
from agreements.demo.sulbar.decisions import AID, CHECKED_AGAIN, ONE_DATA
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import (
    AttendanceLevel,
    DecisionKind,
    DecisionRule,
    MeetingKind,
    MeetingMode,
    Phase,
    Word,
)

HEAD, DELEGATE, STAFF = (
    AttendanceLevel.DECISION_MAKER,
    AttendanceLevel.DELEGATE,
    AttendanceLevel.STAFF,
)
PROCEDURAL, SUBSTANTIVE = DecisionKind.PROCEDURAL, DecisionKind.SUBSTANTIVE


def _absent(*bodies):
    return tuple(Came(body, is_present=False) for body in bodies)


LEADERS = (
    Came("pemprov-sulbar", "gubernur", HEAD),
    Came("pemprov-sulbar", "sekda", HEAD),
    Came("dinkes", "kadis-dinkes", HEAD),
    Came("disdikbud", "kadis-dikbud", HEAD),
    Came("dp3ap2kb", "kadis-dp3ap2kb", HEAD),
    Came("dinsos", "kadis-dinsos", HEAD),
    Came("dkp", "kadis-dkp", HEAD),
    Came("bappeda", "koordinator", DELEGATE),
    Came("inspektorat", "inspektur", HEAD),
    Came("biro-hukum", "karo-hukum", HEAD),
    Came("diskominfo", "kadis-kominfo", HEAD),
    Came("pemkab-polman", "polman", DELEGATE),
    Came("pemkab-pasangkayu", "pasangkayu", DELEGATE),
)

VISIT = Gathering(
    "silaturahmi",
    "2023-06-12",
    "Silaturahmi ke pemkab",
    MeetingKind.VISIT,
    f"{ARTICLE_SULBAR}; tanggal contoh",
    place="Kantor Bupati Polewali Mandar",
    hours=("10:00", "12:00"),
    facilitator="sekda",
    logged_by="koordinator",
    minutes="adopted",
    came=(
        Came("pemprov-sulbar", "gubernur", HEAD),
        Came("dinkes", "kesmas", DELEGATE),
        Came("dinsos", "perwakilan", DELEGATE),
        Came("pemkab-polman", "polman", DELEGATE),
        Came("pemkab-pasangkayu", "pasangkayu", DELEGATE),
    ),
    topics=(
        Topic(
            "Apa yang dihadapi tiap pihak",
            Phase.DISCOVERY,
            "Tiap pihak menyebut kepentingan dan kendalanya: data, anggaran, jangkauan desa.",
        ),
    ),
)

PLENARY = Gathering(
    "rapat-kerja",
    "2023-07-04",
    "Rapat kerja pimpinan di Majene",
    MeetingKind.PLENARY,
    PUBLIC,
    place="Majene",
    hours=("09:00", "15:00"),
    facilitator="sekda",
    logged_by="koordinator",
    minutes="adopted",
    came=LEADERS,
    topics=(
        Topic(
            "Masalah bersama: 4+1",
            Phase.DEFINITION,
            "Stunting, anak tidak sekolah, perkawinan anak, kemiskinan ekstrem, dan inflasi.",
        ),
        Topic(
            "Cara bekerja",
            Phase.DETERMINATION,
            "Setiap perangkat daerah bertanggung jawab atas dua kecamatan.",
            (
                Ruling(
                    "d1",
                    PROCEDURAL,
                    "Model keterlibatan semua OPD",
                    ARTICLE_SULBAR,
                    settles=(Settlement.GROUND_RULES,),
                ),
                Ruling(
                    "d2",
                    PROCEDURAL,
                    "Pertemuan rutin terjadwal",
                    ARTICLE_SULBAR,
                    settles=(Settlement.SCHEDULE,),
                ),
                Ruling(
                    "d3",
                    PROCEDURAL,
                    "Pembentukan satgas dan subkelompok (posyandu dll)",
                    f"{ARTICLE_SULBAR}: SK 296 tahun 2023",
                    DecisionRule.MANDATE,
                    settles=(Settlement.ROLES,),
                ),
            ),
        ),
        Topic(
            "Tindakan pertama",
            Phase.DETERMINATION,
            "",
            (
                Ruling("d4", SUBSTANTIVE, "Penyaluran bantuan", ARTICLE_SULBAR, deliberation=AID),
                Ruling("d5", SUBSTANTIVE, "Pasar murah", ARTICLE_SULBAR),
                Ruling(
                    "d6",
                    SUBSTANTIVE,
                    "Sistem informasi data bersama",
                    ARTICLE_SULBAR,
                    deliberation=ONE_DATA,
                ),
            ),
        ),
    ),
)

PASANGKAYU = Gathering(
    "koordinasi-inspektorat",
    "2023-07-21",
    "Koordinasi Inspektorat - Kec. Pasangkayu dan Bambalamotu",
    MeetingKind.WORKING,
    PUBLIC,
    MeetingMode.ONLINE,
    place="Rapat daring",
    hours=("13:30", "15:00"),
    facilitator="inspektur",
    logged_by="koordinator",
    minutes="adopted",
    came=(
        Came("inspektorat", "inspektur", HEAD),
        Came("dinkes", "kesmas", DELEGATE),
        Came("dinsos", "perwakilan", DELEGATE),
        Came("pemkab-pasangkayu", "pasangkayu", DELEGATE),
        *_absent("diskominfo"),
    ),
    topics=(
        Topic(
            "Keluarga sasaran di dua kecamatan",
            Phase.DISCOVERY,
            "360 keluarga di Pasangkayu dan 389 di Bambalamotu.",
        ),
        Topic(
            "Angka balita yang berbeda antarsumber",
            Phase.DELIBERATION,
            "Dua pilihan: pakai data posyandu, atau hitung ulang per desa.",
        ),
    ),
)

BINUANG = Gathering(
    "rakor-binuang",
    "2023-08-04",
    "Rakor Biro Hukum di Kec. Binuang",
    MeetingKind.WORKING,
    PUBLIC,
    place="Kantor Kecamatan Binuang",
    facilitator="karo-hukum",
    logged_by="petugas",
    minutes="adopted",
    said=(
        Said(
            "unsulbar",
            Word.CORRECT,
            "Sebutkan bahwa data kampus diserahkan pada hari itu.",
            "Sudah disebut dalam lampiran daftar data; isi notulen tetap.",
        ),
        Said("pemkab-polman", ""),
    ),
    came=(
        Came("biro-hukum", "karo-hukum", HEAD),
        Came("dinkes", "petugas", STAFF),
        Came("dinsos", "perwakilan", DELEGATE),
        Came("pemkab-polman", "polman", DELEGATE),
        Came("unsulbar", "lppm", DELEGATE),
    ),
    topics=(
        Topic(
            "Data pemangku kepentingan",
            Phase.DISCOVERY,
            "Data stakeholder berbeda; perlu harmonisasi.",
        ),
        Topic("Satu rujukan untuk keluarga sasaran", Phase.DEFINITION, "Rujukan: data per desa."),
    ),
)

VILLAGES = Gathering(
    "intervensi-desa",
    "2023-09-14",
    "Intervensi desa Anreapi dan Matakali bersama mitra",
    MeetingKind.VISIT,
    PUBLIC,
    place="Kecamatan Anreapi dan Matakali",
    hours=("08:00", "14:00"),
    facilitator="kadis-kominfo",
    logged_by="petugas",
    minutes="adopted",
    came=(
        Came("diskominfo", "kadis-kominfo", HEAD),
        Came("dinkes", "petugas", STAFF),
        Came("penyedia-tik", "mitra", DELEGATE),
        Came("pemkab-polman", "polman", DELEGATE),
        *_absent("ormas-pemuda"),
    ),
    topics=(Topic("Penyerahan bantuan di desa", Phase.OTHER, "Empat mitra swasta ikut turun."),),
)

ROLL_CALL = Gathering(
    "apel-virtual",
    "2023-10-23",
    "Apel virtual koordinasi",
    MeetingKind.APEL,
    ARTICLE_SULBAR,
    MeetingMode.ONLINE,
    place="Rapat daring",
    hours=("08:00", "08:45"),
    facilitator="sekda",
    logged_by="koordinator",
    minutes="shared",
    came=(
        Came("pemprov-sulbar", "sekda", HEAD),
        Came("dinkes", "kesmas", DELEGATE),
        Came("disdikbud", "kadis-dikbud", HEAD),
        Came("dp3ap2kb", "kadis-dp3ap2kb", HEAD),
        Came("dkp", "kadis-dkp", HEAD),
        Came("bappeda", "koordinator", DELEGATE),
        Came("pemkab-pasangkayu", "pasangkayu", DELEGATE),
        *_absent("dinsos", "pemkab-polman"),
    ),
    topics=(
        Topic(
            "Kemajuan tiap isu",
            Phase.DELIBERATION,
            "Dua janji kabupaten dan ormas tidak terpenuhi; penyebabnya dibahas.",
        ),
    ),
)

EVALUATION = Gathering(
    "evaluasi-satgas",
    "2023-11-20",
    "Evaluasi satgas",
    MeetingKind.PLENARY,
    INVENTED,
    MeetingMode.HYBRID,
    place="Ruang rapat Bappeda dan daring",
    hours=("09:00", "12:00"),
    facilitator="koordinator",
    logged_by="koordinator",
    series="pleno",
    came=(
        Came("pemprov-sulbar", "sekda", HEAD),
        Came("dinkes", "kadis-dinkes", HEAD),
        Came("dinkes", "petugas", STAFF),
        Came("disdikbud", "kadis-dikbud", HEAD),
        Came("dp3ap2kb", "kadis-dp3ap2kb", HEAD),
        Came("dinsos", "perwakilan", DELEGATE),
        Came("bappeda", "koordinator", DELEGATE),
        Came("diskominfo", "kadis-kominfo", HEAD),
        Came("pemkab-pasangkayu", "pasangkayu", DELEGATE),
        Came("unsulbar", "lppm", DELEGATE),
        *_absent("pemkab-polman", "dkp"),
    ),
    topics=(
        Topic(
            "Verifikasi ulang data sebelum bantuan",
            Phase.DELIBERATION,
            "Pemkab Polewali Mandar keberatan: beban verifikasi belum dianggarkan.",
            (
                Ruling(
                    "d7",
                    SUBSTANTIVE,
                    "Verifikasi ulang data by-kecamatan sebelum bantuan",
                    INVENTED,
                    state="under_deliberation",
                    deliberation=CHECKED_AGAIN,
                ),
            ),
            is_open=True,
            minutes=60,
            presenter="perwakilan",
        ),
        Topic("Rencana tindak lanjut", Phase.DETERMINATION, "Komitmen baru dicatat per pihak."),
    ),
)

NEXT = Gathering(
    "rapat-data",
    7,
    "Rapat koordinasi data sasaran",
    MeetingKind.WORKING,
    INVENTED,
    place="Ruang rapat Bappeda",
    facilitator="koordinator",
    logged_by="koordinator",
    came=(
        Came("dinkes", "petugas", STAFF),
        Came("dinsos", "perwakilan", DELEGATE),
        Came("bappeda", "koordinator", DELEGATE),
        Came("diskominfo", "kadis-kominfo", HEAD),
        Came("pemkab-polman", "polman", DELEGATE),
        Came("pemkab-pasangkayu", "pasangkayu", DELEGATE),
    ),
    topics=(
        Topic("Satu data keluarga sasaran", Phase.DEFINITION, minutes=60, presenter="petugas"),
        Topic("Biaya verifikasi ulang", Phase.DELIBERATION, minutes=45),
    ),
)

MEETINGS = (VISIT, PLENARY, PASANGKAYU, BINUANG, VILLAGES, ROLL_CALL, EVALUATION, NEXT)
