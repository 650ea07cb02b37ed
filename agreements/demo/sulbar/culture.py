"""How the people of one agency saw its work with others, two years running: invented answers."""

from agreements.demo.pulses import Wave

CULTURE = {
    "dinkes": (
        Wave(
            title="Budaya kolaboratif",
            opens="2021-11-01",
            closes="2021-11-12",
            asked=18,
            usual={"O": (3, 2, 3, 2, 3, 3, 3)},
            answers=(*(-1,) * 3, *(0,) * 6, *(1,) * 3),
        ),
        Wave(
            title="Budaya kolaboratif",
            opens="2022-11-02",
            closes="2022-11-14",
            asked=18,
            usual={"O": (4, 3, 4, 3, 4, 4, 4)},
            answers=(*(-1,) * 2, *(0,) * 8, *(1,) * 3),
        ),
    ),
}
