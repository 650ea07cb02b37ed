"""The checked-in list of the country's regions, as the ministry's decree gives them."""

import csv
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from actors.regions.models import RegionLevel

FILE = Path(__file__).parent / "data" / "regions.csv"
DECREE = "Kepmendagri 300.2.2-2138 Tahun 2025"
AS_OF = dt.date(2025, 4, 25)

LEVELS = {1: RegionLevel.PROVINCE, 2: RegionLevel.REGENCY, 3: RegionLevel.DISTRICT}
PAPUA = ("91", "92", "93", "94", "95", "96")  # where a district is a "distrik" (UU 21/2001)


@dataclass(frozen=True)
class Entry:
    """One region of the list."""

    code: str
    name: str
    aliases: str
    level: str

    @property
    def parent_code(self):
        return self.code.rpartition(".")[0]


def entries():
    """All regions, each after the one that it is a part of."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [_entry(row) for row in csv.DictReader(file)]
    return sorted(rows, key=lambda entry: (len(entry.code), entry.code))


def _entry(row):
    level = LEVELS[row["code"].count(".") + 1]
    name = row["name"]
    if level == RegionLevel.DISTRICT:
        name = f"{'Distrik' if row['code'].startswith(PAPUA) else 'Kecamatan'} {name}"
    return Entry(row["code"], name, row["aliases"], level)
