"""The one password of the demo accounts: random for every checkout, kept in `.local/`."""

import secrets

from django.conf import settings

from collabgov.private_files import private_file

ACCOUNTS = {
    "petugas@demo.test": "staff, Dinas Kesehatan",
    "perwakilan@demo.test": "representative, Dinas Sosial",
    "koordinator@demo.test": "coordinator of 4+1",
    "admin@demo.test": "admin",
    "auditor@demo.test": "auditor, Inspektorat",
    "luar@demo.test": "staff, in neither collaboration",
}
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def demo_password() -> str:
    return private_file(settings.LOCAL_DIR / "demo_password", _readable_password)


def _readable_password() -> str:
    """Four groups of four, without the letters and digits that look alike: about 78 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
