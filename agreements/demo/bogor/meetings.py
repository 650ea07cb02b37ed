"""Kabupaten Bogor E-SAKIP: its meetings, who came, what was discussed and decided."""

from agreements.demo.shapes import ARTICLE_BOGOR, INVENTED, Came, Gathering, Ruling, Topic
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import AttendanceLevel, DecisionKind, MeetingKind, Phase

HEAD, DELEGATE = AttendanceLevel.DECISION_MAKER, AttendanceLevel.DELEGATE

SECRETARIAT = Came("setda-bogor", "sekda-bogor", HEAD)
ORGANIZER = Came("setda-bogor", "organisasi", DELEGATE)
PLANNERS = Came("bappedalitbang", "perencana", HEAD)
INSPECTORS = Came("inspektorat-bogor", "inspektur-bogor", HEAD)


def _absent(*bodies):
    return tuple(Came(body, is_present=False) for body in bodies)


START = Gathering(
    "pertemuan-awal",
    "2023-01-16",
    "Pertemuan awal penyamaan acuan kinerja",
    MeetingKind.PLENARY,
    INVENTED,
    place="Ruang rapat Sekretariat Daerah",
    facilitator="sekda-bogor",
    minutes="adopted",
    came=(SECRETARIAT, PLANNERS, *_absent("inspektorat-bogor")),
    topics=(
        Topic(
            "Bagaimana tiap pihak mengukur kinerja sekarang",
            Phase.DISCOVERY,
            "Acuan berbeda antarperangkat daerah.",
        ),
        Topic(
            "Masalah bersama",
            Phase.DEFINITION,
            "Data kinerja tersebar; pemantauan dan evaluasi lambat.",
        ),
    ),
)

AGREEMENT = Gathering(
    "penetapan",
    "2023-02-01",
    "Rapat penetapan E-SAKIP sebagai acuan",
    MeetingKind.PLENARY,
    INVENTED,
    place="Ruang rapat Sekretariat Daerah",
    facilitator="sekda-bogor",
    minutes="adopted",
    came=(SECRETARIAT, PLANNERS, INSPECTORS),
    topics=(
        Topic(
            "Acuan dan jadwal pelaporan",
            Phase.DETERMINATION,
            "",
            (
                Ruling(
                    "b1",
                    DecisionKind.PROCEDURAL,
                    "Laporan triwulan paling lambat tanggal 10",
                    INVENTED,
                    settles=(Settlement.SCHEDULE,),
                ),
                Ruling(
                    "b2",
                    DecisionKind.SUBSTANTIVE,
                    "E-SAKIP menjadi satu acuan kinerja perangkat daerah",
                    ARTICLE_BOGOR,
                ),
            ),
        ),
    ),
)

HALF_YEAR = Gathering(
    "monev",
    "2023-07-12",
    "Pemantauan dan evaluasi semester I",
    MeetingKind.MONEV,
    INVENTED,
    place="Ruang rapat Inspektorat",
    facilitator="organisasi",
    minutes="adopted",
    came=(
        ORGANIZER,
        INSPECTORS,
        Came("pd-kesehatan", "dinkes-bogor", DELEGATE),
        *_absent("bappedalitbang", "pd-pendidikan"),
    ),
    topics=(
        Topic(
            "Laporan yang terlambat",
            Phase.DELIBERATION,
            "Dua pilihan: narahubung tiap perangkat daerah, atau pengisian terjadwal bersama.",
        ),
    ),
)

CALLED_OFF = Gathering(
    "evaluasi-tw3",
    "2023-10-10",
    "Rapat evaluasi triwulan III",
    MeetingKind.PLENARY,
    INVENTED,
    place="Ruang rapat Sekretariat Daerah",
    notes="Pimpinan berhalangan",
    cancelled_on="2023-10-09",
    series="evaluasi",
    came=(SECRETARIAT, PLANNERS, INSPECTORS),
    topics=(
        Topic("Capaian triwulan III", Phase.DELIBERATION),
        Topic("Rencana perbaikan", Phase.DETERMINATION),
    ),
)

NEXT = Gathering(
    "evaluasi-susulan",
    9,
    "Rapat evaluasi triwulan III (susulan)",
    MeetingKind.PLENARY,
    INVENTED,
    place="Ruang rapat Sekretariat Daerah",
    facilitator="organisasi",
    came=(SECRETARIAT, ORGANIZER, PLANNERS, INSPECTORS),
    topics=(Topic("Capaian triwulan III", Phase.DELIBERATION),),
)

MEETINGS = (START, AGREEMENT, HALF_YEAR, CALLED_OFF, NEXT)
