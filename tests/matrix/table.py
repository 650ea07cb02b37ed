"""The permission matrix as a table: read, spread out into cells, and written back compactly."""

import csv
from dataclasses import dataclass
from pathlib import Path

from tests.matrix.world import OBJECTS, PERSONAS

FILE = Path(__file__).with_name("matrix.csv")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
LOOKS = ("GET", "HEAD")
COLUMNS = ("url", "verb", "object", "methods", *PERSONAS)
NO_OBJECT = "-"


@dataclass(frozen=True, order=True)
class Cell:
    """One question: this persona sends this method to this address about this object."""

    url: str
    object: str
    method: str
    persona: str

    def __str__(self):
        return f"{self.persona} {self.method} {self.url} ({self.object})"


def rows(file=FILE):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def cells_of(row):
    """Every cell a row answers for: (cell, expected answer)."""
    for which in row["object"].split():
        for method in row["methods"].split():
            for persona in PERSONAS:
                yield Cell(row["url"], which, method, persona), row[persona]


def expected(file=FILE):
    """All cells of the table with the answer each expects; a cell said twice is an error."""
    answers = {}
    for row in rows(file):
        for cell, answer in cells_of(row):
            if cell in answers:
                raise ValueError(f"{cell} stands in two rows.")
            answers[cell] = answer
    return answers


def cells_of_place(place):
    """Every question there is about a place; what is not in the table is unexpected."""
    objects = OBJECTS if place.model else (NO_OBJECT,)
    methods = LOOKS if place.is_query else METHODS
    return [
        Cell(str(place), which, method, persona)
        for which in objects
        for method in methods
        for persona in PERSONAS
    ]


def write(verbs, answers, file=FILE):
    """Write cells back, methods and objects with equal answers joined into one row."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        out = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
        out.writeheader()
        for url in sorted({cell.url for cell in answers}):
            out.writerows(_rows_of(url, verbs.get(url, ""), answers))


def _rows_of(url, verb, answers):
    by_method = {}
    for which in (NO_OBJECT, *OBJECTS):
        for method in METHODS:
            found = tuple(answers.get(Cell(url, which, method, each)) for each in PERSONAS)
            if any(found):
                by_method.setdefault((which, found), []).append(method)
    joined = {}
    for (which, found), methods in by_method.items():
        joined.setdefault((tuple(methods), found), []).append(which)
    for (methods, found), objects in joined.items():
        yield {
            "url": url,
            "verb": verb,
            "object": " ".join(objects),
            "methods": " ".join(methods),
        } | dict(zip(PERSONAS, found, strict=True))
