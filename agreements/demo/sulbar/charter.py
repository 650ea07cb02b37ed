"""Sulawesi Barat "4+1": the collaboration, its parties and what drives it."""

from agreements.charter.kinds import Basis, DriverKind, Voice
from agreements.demo.shapes import ARTICLE_SULBAR, INVENTED, PUBLIC, Membership, Reason, Scenario
from agreements.demo.sulbar.agreements import PAPERS
from agreements.demo.sulbar.arrangements import AGREED_WAYS
from agreements.demo.sulbar.assistance import HELPED
from agreements.demo.sulbar.context import FOOTINGS, RULES, SURROUNDINGS
from agreements.demo.sulbar.culture import CULTURE
from agreements.demo.sulbar.definition import PROBLEM
from agreements.demo.sulbar.discovery import DISCOVERED
from agreements.demo.sulbar.goals import GOALS
from agreements.demo.sulbar.meetings import MEETINGS
from agreements.demo.sulbar.pledges import RESOURCES
from agreements.demo.sulbar.promises import PROMISES
from agreements.demo.sulbar.pulses import PULSES
from agreements.demo.sulbar.register import BODIES, PLACES, POSTS
from agreements.demo.sulbar.series import SERIES
from agreements.demo.sulbar.services import SERVICES
from agreements.demo.sulbar.stakes import STAKES
from agreements.demo.sulbar.structures import ARRANGED

FIRST, DECREE = "2023-06-01", "2023-07-02"


def _by_decree(body, speaker, *, since=DECREE, source=PUBLIC):
    return Membership(body, since, Basis.MANDATED, speaker=speaker, source=source)


def _partner(body, speaker, since):
    return Membership(body, since, voice=Voice.CONSULTED, speaker=speaker, source=INVENTED)


MEMBERS = (
    Membership("pemprov-sulbar", FIRST, speaker="sekda"),
    Membership("pemkab-polman", FIRST, speaker="polman"),
    Membership("pemkab-pasangkayu", FIRST, speaker="pasangkayu"),
    _by_decree("dinkes", "kesmas", since=FIRST),
    _by_decree("bappeda", "koordinator", since=FIRST, source=INVENTED),
    _by_decree("dinsos", "perwakilan", since=FIRST),
    _by_decree("disdikbud", "kadis-dikbud"),
    _by_decree("dp3ap2kb", "kadis-dp3ap2kb"),
    _by_decree("dkp", "kadis-dkp"),
    _by_decree("inspektorat", "inspektur"),
    _by_decree("biro-hukum", "karo-hukum"),
    _by_decree("diskominfo", "kadis-kominfo"),
    Membership("unsulbar", "2023-07-10", speaker="lppm", source=INVENTED),
    _partner("ormas-pemuda", "ormas", "2023-07-20"),
    _partner("penyedia-tik", "mitra", "2023-08-28"),
    _partner("kanwil", "kanwil", "2023-09-01"),
    _partner("bank", "bank", "2023-09-01"),
)


def _alone(body, text):
    """What a party cannot do alone (invented for the demo)."""
    return Reason(DriverKind.INTERDEPENDENCE, text, "2023-07-21", INVENTED, body=body)


REASONS = (
    Reason(
        DriverKind.LEADERSHIP,
        "Pj Gubernur memprakarsai kunjungan dan dialog",
        "2023-06-12",
        ARTICLE_SULBAR,
        body="pemprov-sulbar",
    ),
    Reason(
        DriverKind.INTERDEPENDENCE,
        "Satu badan publik tidak dapat mengandalkan kapasitas internal",
        "2023-06-12",
        ARTICLE_SULBAR,
    ),
    Reason(
        DriverKind.INCENTIVE,
        "Keluar dari stigma 'Kabupaten ke Tujuh'",
        "2023-07-04",
        ARTICLE_SULBAR,
    ),
    Reason(
        DriverKind.UNCERTAINTY,
        "Data para pemangku kepentingan berbeda-beda",
        "2023-08-04",
        PUBLIC,
        body="biro-hukum",
    ),
    _alone("dinkes", "Dinas Kesehatan tidak dapat mencapai keluarga tanpa kader desa."),
    _alone("dinsos", "Dinas Sosial tidak dapat memadankan sasaran tanpa data kesehatan."),
    _alone("diskominfo", "Diskominfo tidak punya data untuk diisikan ke dalam sistem."),
    _alone("pemkab-polman", "Kabupaten tidak dapat membiayai pendampingan sendiri."),
    _alone("pemkab-pasangkayu", "Kabupaten kekurangan tenaga teknis pemasangan."),
    _alone("unsulbar", "Perguruan tinggi tidak punya kewenangan di lapangan."),
)

SULBAR = Scenario(
    key="sulbar-4plus1",
    title="Penanganan 4+1 Provinsi Sulawesi Barat",
    purpose=(
        "Menurunkan stunting, anak tidak sekolah, perkawinan anak dan kemiskinan ekstrem, serta "
        "menjaga inflasi: tidak satu perangkat daerah pun dapat mencapainya sendiri."
    ),
    founder="pemprov-sulbar",
    coordinator="koordinator",
    starts=FIRST,
    convened="2023-06-12",
    activated="2023-07-04",
    source=f"{ARTICLE_SULBAR}; tanggal mulai contoh; semua tanggal digeser ke masa kini",
    places=PLACES,
    bodies=BODIES,
    posts=POSTS,
    members=MEMBERS,
    reasons=REASONS,
    meetings=MEETINGS,
    series=SERIES,
    promises=PROMISES,
    stakes=STAKES,
    surroundings=SURROUNDINGS,
    rules=RULES,
    footings=FOOTINGS,
    problem=PROBLEM,
    goals=GOALS,
    discovered=DISCOVERED,
    helped=HELPED,
    pulses=PULSES,
    assessed=CULTURE,
    resources=RESOURCES,
    arranged=ARRANGED,
    agreed_ways=AGREED_WAYS,
    services=SERVICES,
    papers=PAPERS,
)
