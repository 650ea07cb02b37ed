"""The statements come from two files of this package; a new version adds rows.

Each file counts its own versions: another wording of the pulse breaks no line of the culture.
"""

import json
from functools import cache
from pathlib import Path

from django.db import transaction

from agreements.motivation.kinds import Dimension
from agreements.motivation.models import PulseItem
from collabgov.kit.models import save_checked

DATA = Path(__file__).resolve().parent.parent / "data"
FILE, CULTURE = DATA / "items.json", DATA / "culture.json"


@transaction.atomic
def load_items(content=None):
    """Add what is missing; words that stand are never changed. Returns how many were added."""
    content = content or json.loads(FILE.read_text(encoding="utf-8"))
    version = content["version"]
    known = set(PulseItem.objects.filter(version=version).values_list("code", flat=True))
    missing = [row for row in content["items"] if row["code"] not in known]
    for row in missing:
        save_checked(PulseItem(version=version, **row))
    return len(missing)


def current_version(file=FILE):
    """The version that a new wave asks; its statements are there afterwards."""
    content = json.loads(file.read_text(encoding="utf-8"))
    load_items(content)
    return content["version"]


@cache
def statements():
    """How many a new pulse asks: the `usual` ones, and `all` with those on workload and support."""
    content = json.loads(FILE.read_text(encoding="utf-8"))
    extra = sum(row["dimension"] == Dimension.EXTRA for row in content["items"])
    return {"usual": len(content["items"]) - extra, "all": len(content["items"])}
