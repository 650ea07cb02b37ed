"""The task force of Sulawesi Barat, who leads, and who answers for which issue where.

The decree, the patron and the steering member are told by the article; the coordinators of the
issues and two districts for each office by public pages. The rest is invented, and so are its days.
"""

from agreements.capacity.structure_kinds import AreaRole, StructureKind
from agreements.capacity.structure_kinds import LeadershipRole as Role
from agreements.demo.structures import Arrangement, Ground, Group, Office
from agreements.demo.sulbar.goals import INFLATION, MARRIAGE, POVERTY, SCHOOL, STUNTING

FIRST, DECREE = "2023-06-12", "2023-07-02"
ISSUES = tuple(aim.title for aim in (STUNTING, INFLATION, MARRIAGE, SCHOOL, POVERTY))
FACT = {"is_sample": False}


def _coordinates(body, aim):
    return Office(Role.ISSUE_COORDINATOR, body, DECREE, issue=aim.title, **FACT)


def _everywhere(body, aim):
    return Ground(body, (aim.title,), DECREE, **FACT)


def _districts(body, *places):
    """Each office answers for two districts, whatever the issue."""
    return Ground(body, ISSUES, DECREE, places, **FACT)


COORDINATORS = (
    ("dinkes", STUNTING),
    ("disdikbud", SCHOOL),
    ("dp3ap2kb", MARRIAGE),
    ("dinsos", POVERTY),
    ("dkp", INFLATION),
)

ARRANGED = Arrangement(
    groups=(
        Group(
            "satgas",
            StructureKind.TASK_FORCE,
            "Satuan Tugas 4+1",
            DECREE,
            "Mendatangi keluarga sasaran, mengevaluasi, dan melaporkan hasilnya.",
            decree="296",
            **FACT,
        ),
        Group(
            "posyandu",
            StructureKind.SUB_GROUP,
            "Subkelompok posyandu",
            "2023-07-10",
            "Menyiapkan kader dan jadwal penimbangan.",
            part_of="satgas",
        ),
    ),
    offices=(
        Office(Role.PATRON, "pemprov-sulbar", FIRST, "gubernur", **FACT),
        Office(Role.STEERING, "pemprov-sulbar", FIRST, "sekda", **FACT),
        *(_coordinates(body, aim) for body, aim in COORDINATORS),
        Office(Role.VERIFIER, "inspektorat", DECREE, "inspektur"),
        Office(Role.TECHNOLOGIST, "diskominfo", "2023-08-14", "kadis-kominfo"),
        Office(Role.CHAIR, "pemprov-sulbar", DECREE, "sekda", "satgas"),
        Office(Role.CHAIR, "dinkes", "2023-07-10", "kesmas", "posyandu"),
        Office(Role.SECRETARIAT, "bappeda", DECREE, "koordinator", "satgas", until="2023-11-02"),
    ),
    grounds=(
        *(_everywhere(body, aim) for body, aim in COORDINATORS),
        _districts("inspektorat", "76.01.02", "76.01.01"),
        _districts("biro-hukum", "76.04.04", "76.04.06"),
        _districts("diskominfo", "76.04.13", "76.04.14"),
        Ground("pemkab-polman", ISSUES, DECREE, ("76.04",)),
        Ground("pemkab-pasangkayu", ISSUES, DECREE, ("76.01",)),
        Ground(
            "pemkab-polman",
            (STUNTING.title,),
            DECREE,
            ("76.04.04", "76.04.06", "76.04.13", "76.04.14"),
            AreaRole.SUPPORT,
        ),
        Ground(
            "pemkab-pasangkayu",
            (STUNTING.title,),
            DECREE,
            ("76.01.01", "76.01.02"),
            AreaRole.SUPPORT,
        ),
    ),
)
