"""How the people of "4+1" saw working together: invented answers."""

from agreements.demo.pulses import Wave

PULSES = (
    Wave(
        title="Denyut motivasi bersama I",
        opens="2023-08-07",
        closes="2023-08-18",
        asked=24,
        usual={"T": (3, 4, 3), "U": (4, 3, 4), "L": (4, 4, 3), "C": (4, 4, 4)},
        answers=(*(-1,) * 4, *(0,) * 7, *(1,) * 4),
    ),
    Wave(
        title="Denyut motivasi bersama II",
        opens=-3,
        closes=11,
        asked=24,
        asks="petugas",
    ),
)
