"""Who invites, and what an invitation needs."""

import pytest

from tests.actors.conftest import SITE
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory


@pytest.fixture
def admin(db):
    return UserFactory(admin=True)


@pytest.fixture
def offer(admin):
    """What an invitation needs, for a verb."""
    return {
        "email": "rina@contoh.test",
        "by": admin,
        "site": SITE,
        "role": "staff",
        "language": "id",
        "organization": OrganizationFactory(name="Dinas Sosial"),
        "person": PersonFactory(full_name="Rina Wulandari"),
    }
