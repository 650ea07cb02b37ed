"""The demo, built once for a file, as the world that tests about all pages look at."""

import pytest
from django.db import transaction
from django.utils import timezone

from actors.accounts.models import User
from actors.models import Organization
from agreements.demo.build import build_demo
from agreements.models import Collaboration
from tests.factories.duplicates import MergeFactory, NotDuplicateFactory


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        build_demo(today=timezone.localdate(), password="kata-sandi-peragaan")
        judge_a_pair()
        yield
        transaction.set_rollback(True)


def judge_a_pair():
    """The demo merges nothing: a pair that somebody judged, and a merge that was undone."""
    low, high = Organization.objects.order_by("pk").values_list("pk", flat=True)[:2]
    admin = User.objects.get(email="admin@demo.test")
    NotDuplicateFactory(low=low, high=high, made_by=admin)
    undone = {"undone_by": admin, "undone_at": timezone.now()}
    MergeFactory(kept_id=low, away_id=high, made_by=admin, **undone)


@pytest.fixture
def account(demo, db):
    return lambda name: User.objects.get(email=f"{name}@demo.test")


@pytest.fixture
def pick(demo, db):
    """Choose a record of 4+1 (or of the register) to put into an address."""

    def pick(model):
        rows = model.objects.all()
        if model is Collaboration:
            rows = rows.filter(title__contains="4+1")
        elif hasattr(rows, "visible_to"):
            seen = rows.visible_to(User.objects.get(email="koordinator@demo.test"))
            rows = seen if seen.exists() else rows  # what only admins see
        return rows.earliest("pk")

    return pick
