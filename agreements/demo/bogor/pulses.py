"""How the people around E-SAKIP saw working together: invented answers of a small circle."""

from agreements.demo.pulses import Wave

USUAL = {"T": (3, 3, 3), "U": (3, 4, 3), "L": (3, 3, 3), "C": (4, 3, 4)}
PULSES = (
    Wave(
        title="Denyut motivasi bersama I",
        opens="2023-03-06",
        closes="2023-03-17",
        asked=9,
        usual=USUAL,
        answers=(-1, 0, 0, 1),
    ),
    Wave(
        title="Denyut motivasi bersama II",
        opens="2023-09-04",
        closes="2023-09-15",
        asked=9,
        usual=USUAL,
        answers=(-1, -1, 0, 0, 1, 1),
        extra={"X1": (3, 2, 3, 4, 3, 2), "X2": (2, 2, 2, 3, 3, 4)},
    ),
)
