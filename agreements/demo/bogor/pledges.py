"""What was pledged and delivered for the training on E-SAKIP in Bogor. All invented."""

from agreements.capacity.kinds import ResourceKind as Kind
from agreements.demo.pledges import Brought, Given, Resources

SYSTEMS, SECRETARIAT = "kominfo-bogor@contoh.test", "organisasi-bogor@contoh.test"

RESOURCES = Resources(
    given=(
        Given(
            "pd-kominfo",
            "setda-bogor",
            SYSTEMS,
            "Tenaga pendamping aplikasi",
            Kind.STAFF,
            2,
            "orang",
            "2023-04-03",
            "2023-05-01",
            accepted=("2023-04-05", SECRETARIAT),
            brought=(Brought(2, "2023-04-26", SYSTEMS, ("2023-04-28", SECRETARIAT)),),
        ),
        Given(
            "setda-bogor",
            "",
            SECRETARIAT,
            "Ruang pelatihan",
            Kind.FACILITY,
            1,
            "ruang pelatihan",
            "2023-04-03",
            "2023-05-15",
            accepted=("2023-04-05", SYSTEMS),
            brought=(Brought(1, "2023-05-10", SECRETARIAT, ("2023-05-12", SYSTEMS)),),
        ),
    ),
)
