"""Who leads in Bogor: the chair is told by the article, all else is invented."""

from agreements.capacity.structure_kinds import LeadershipRole as Role
from agreements.demo.structures import Arrangement, Office

FIRST = "2023-01-16"

ARRANGED = Arrangement(
    offices=(
        Office(Role.CHAIR, "setda-bogor", FIRST, is_sample=False),
        Office(Role.SECRETARIAT, "setda-bogor", FIRST, "organisasi"),
        Office(Role.VERIFIER, "inspektorat-bogor", FIRST, "inspektur-bogor"),
        Office(Role.TECHNOLOGIST, "pd-kominfo", FIRST, "kominfo-bogor"),
    ),
)
