"""The checked-in list of national holidays; unverified until an admin has compared the decree."""

import datetime as dt
import json
from pathlib import Path

FILE = Path(__file__).parent / "data" / "holidays.json"
SOURCE = "Daftar bawaan; cocokkan dengan SKB Tiga Menteri"


def entries():
    """The fields of each holiday, in the order of the days."""
    with FILE.open(encoding="utf-8") as file:
        return [
            {
                "day": dt.date.fromisoformat(day),
                "name": name,
                "name_en": name_en,
                "source_note": SOURCE,
            }
            for day, (name, name_en) in sorted(json.load(file).items())
        ]
