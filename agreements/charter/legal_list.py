"""The checked-in list of the rules that cooperation between offices usually rests on."""

import json
from pathlib import Path

FILE = Path(__file__).parent / "data" / "legal_bases.json"
UNSAID = {
    "short_form": "",
    "issuer": "",
    "url": "",
    "articles": "",
    "in_force": True,
    "is_verified": False,
    "verified_note": "",
}


def entries():
    """Each rule by its key, with every field of the row."""
    with FILE.open(encoding="utf-8") as file:
        return {key: UNSAID | fields for key, fields in json.load(file).items()}
