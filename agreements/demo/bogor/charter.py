"""Kabupaten Bogor E-SAKIP: the collaboration, its parties and what drives it."""

from actors.accounts.models import TimeZone
from agreements.charter.kinds import Basis, CollaborationFocus, DriverKind, DriverOrigin, Voice
from agreements.demo.bogor.agreements import PAPERS
from agreements.demo.bogor.arrangements import AGREED_WAYS
from agreements.demo.bogor.assistance import HELPED
from agreements.demo.bogor.context import FOOTINGS, RULES, SURROUNDINGS
from agreements.demo.bogor.definition import PROBLEM
from agreements.demo.bogor.discovery import DISCOVERED
from agreements.demo.bogor.goals import GOALS
from agreements.demo.bogor.meetings import MEETINGS
from agreements.demo.bogor.pledges import RESOURCES
from agreements.demo.bogor.promises import PROMISES
from agreements.demo.bogor.pulses import PULSES
from agreements.demo.bogor.register import BODIES, PLACES, POSTS
from agreements.demo.bogor.series import SERIES
from agreements.demo.bogor.services import SERVICES
from agreements.demo.bogor.stakes import STAKES
from agreements.demo.bogor.structures import ARRANGED
from agreements.demo.shapes import ARTICLE_BOGOR, INVENTED, Membership, Reason, Scenario

FIRST = "2023-01-16"


def _core(body, speaker):
    return Membership(body, FIRST, speaker=speaker, source=ARTICLE_BOGOR)


def _user(body, speaker):
    return Membership(body, FIRST, Basis.MANDATED, Voice.CONSULTED, speaker, INVENTED)


BOGOR = Scenario(
    key="bogor-esakip",
    title="Kolaborasi akuntabilitas kinerja dan E-SAKIP Kabupaten Bogor",
    purpose=(
        "Satu acuan kinerja bagi semua perangkat daerah, agar perencanaan, pemantauan dan "
        "evaluasi memakai data yang sama."
    ),
    focus=CollaborationFocus.ACCOUNTABILITY,
    time_zone=TimeZone.WIB,
    founder="setda-bogor",
    coordinator="organisasi",
    starts=FIRST,
    convened=FIRST,
    activated="2023-02-01",
    source=f"{ARTICLE_BOGOR}; tanggal mulai contoh; semua tanggal digeser ke masa kini",
    places=PLACES,
    bodies=BODIES,
    posts=POSTS,
    members=(
        _core("setda-bogor", "organisasi"),
        _core("bappedalitbang", "perencana"),
        _core("inspektorat-bogor", "inspektur-bogor"),
        _user("pd-kesehatan", "dinkes-bogor"),
        _user("pd-pendidikan", "disdik-bogor"),
        _user("pd-kominfo", "kominfo-bogor"),
    ),
    reasons=(
        Reason(
            DriverKind.INCENTIVE,
            "Kewajiban akuntabilitas kinerja instansi pemerintah",
            FIRST,
            ARTICLE_BOGOR,
            DriverOrigin.EXTERNAL,
        ),
        Reason(
            DriverKind.INTERDEPENDENCE,
            "Setda mengoordinasikan, Bappedalitbang merencanakan",
            FIRST,
            ARTICLE_BOGOR,
            body="setda-bogor",
        ),
    ),
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
    resources=RESOURCES,
    arranged=ARRANGED,
    agreed_ways=AGREED_WAYS,
    services=SERVICES,
    papers=PAPERS,
)
